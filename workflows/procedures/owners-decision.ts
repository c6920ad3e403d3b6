import { owners } from '../law/owners.ts'
import { oneOf, whole } from './choices.ts'
import { lawOf } from './law-of.ts'
import { procedure } from './procedure.ts'
import { calls, expiryDays, ratingDays, rollCall } from './shared-choices.ts'

/** 业主共同决定: what the owners of a building or quarter decide in common, on paper over days or in their assembly. */
export const ownersDecision = procedure({
  id: 'owners-decision',
  version: 1,
  title: { zh: '业主共同决定', en: 'Decision of the owners' },
  sort: 'city',
  choices: {
    held: oneOf(
      { zh: '业主大会怎么开', en: 'How the owners decide' },
      {
        zh: '可以开会集体讨论,也可以书面征求意见;两种都要达到法律规定的面积和人数。',
        en: 'Together in an assembly or by written ballots; the law asks the same area and heads of both.',
      },
      {
        circulated: { zh: '书面征求意见', en: 'written ballots' },
        assembly: { zh: '集体讨论', en: 'in assembly' },
      },
    ),
    ballotDays: whole(
      { zh: '书面征求意见天数', en: 'Days for the written ballots' },
      {
        zh: '表决票发出后至少收这么多天;集体讨论的不用这一项。',
        en: 'The ballots are out for at least so long; an assembly makes no use of it.',
      },
      { atLeast: 1, atMost: 180 },
    ),
    postingDays: whole(
      { zh: '草案公示天数', en: 'Days that the draft hangs for comment' },
      {
        zh: '没有公示的事项不交业主表决;天数国家没有统一规定,由业主大会自己定。',
        en: 'Owners vote on nothing that did not hang; no national minimum exists, the assembly sets it.',
      },
      { atLeast: 1, atMost: 180 },
    ),
    objectionBody: oneOf(
      { zh: '公示期内的异议由谁处理', en: 'Who decides objections to a posted draft' },
      {
        zh: '草案由业主委员会起草的,宜由居民委员会处理。',
        en: 'Where the owners’ committee drafted it, better the residents’ committee.',
      },
      {
        'residents-committee': { zh: '居民委员会', en: 'residents’ committee' },
        'owners-committee': { zh: '业主委员会', en: 'owners’ committee' },
      },
    ),
    objectionDays: whole(
      { zh: '异议处理期限(天)', en: 'Days to decide an objection' },
      {
        zh: '国家没有统一的期限,由业主大会自己定;逾期不处理或不服处理的,可以提请街道处理。',
        en: 'No national term exists; past it, or if turned down, the objector may go to the sub-district.',
      },
      { atLeast: 1, atMost: 60 },
    ),
    publicationDays: whole(
      { zh: '决定和结果公告天数', en: 'Days that decision and result are published' },
      {
        zh: '业主大会的决定要公告;天数国家没有统一规定,由业主大会自己定。',
        en: 'The owners’ decision is published; for how long no national rule says, the assembly sets it.',
      },
      { atLeast: 1, atMost: 180 },
    ),
    ratingDays,
    rollCall,
    calls,
    expiryDays,
  },
  expires: ({ expiryDays }) => expiryDays,
  stages: (
    { held, ballotDays, postingDays, objectionBody, objectionDays, publicationDays, ratingDays, rollCall, calls },
    place,
  ) => [
    {
      kind: 'intake',
      id: 'topic',
      title: { zh: '提出事项', en: 'Raise the matter' },
      decides: 'owners',
      needsDraft: true,
    },
    {
      kind: 'posting',
      id: 'posting',
      title: { zh: '草案公示', en: 'Post for comment' },
      days: postingDays,
      counted: 'calendar',
      upheldObjection: 'topic',
      objections: { decidedBy: objectionBody, days: objectionDays },
    },
    {
      kind: 'decision',
      id: 'vote',
      title: { zh: '业主表决', en: 'Vote of the owners' },
      body: 'owners',
      law: lawOf(owners, 'owners', place),
      own: [],
      motions: ['agree'],
      final: true,
      revise: 'here',
      // A changed draft hangs again before anybody votes on it.
      afterAmendment: 'posting',
      calls,
      rollCall,
      ...(held === 'circulated' ? { circulated: { days: ballotDays }, changes: true } : {}),
    },
    {
      kind: 'publication',
      id: 'decision-published',
      title: { zh: '决定公告', en: 'Decision published' },
      days: publicationDays,
      filing: false,
    },
    { kind: 'implementation', id: 'works', title: { zh: '实施', en: 'Implementation' } },
    {
      kind: 'publication',
      id: 'result-published',
      title: { zh: '结果公告', en: 'Result published' },
      days: publicationDays,
      filing: false,
    },
    { kind: 'evaluation', id: 'evaluation', title: { zh: '实施效果评议', en: 'Evaluation' }, days: ratingDays },
  ],
})
