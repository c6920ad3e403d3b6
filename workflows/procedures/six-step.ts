import { city } from '../law/city.ts'
import type { Rule } from '../rules/types.ts'
import { oneOf, whole } from './choices.ts'
import { lawOf } from './law-of.ts'
import { procedure } from './procedure.ts'
import { calls, expiryDays, publicationDays, ratingDays, rollCall } from './shared-choices.ts'

/** 六步议事: two thirds agree. Of whom is not said in the source, so the base is chosen and printed. */
const twoThirds = (base: 'present' | 'entitled'): Rule => ({ count: 'yes', atLeast: [2, 3], of: base })

/** 六步议事: from the residents' topic to the vote of their representatives. */
export const sixStep = procedure({
  id: 'six-step',
  version: 1,
  title: { zh: '六步议事', en: 'Six-step deliberation' },
  sort: 'city',
  choices: {
    base: oneOf(
      { zh: '"三分之二以上通过"以谁为基数', en: 'Two thirds of whom' },
      {
        zh: '同样的票数,以到会人员或以全体组成人员为基数,结果可能相反。',
        en: 'The same votes may pass or fail: the base must be said beforehand.',
      },
      { present: { zh: '到会组成人员', en: 'members present' }, entitled: { zh: '全体组成人员', en: 'all members' } },
    ),
    postingDays: whole(
      { zh: '草案公示天数', en: 'Days that the draft hangs for comment' },
      { zh: '国家没有统一的最低天数,由社区自己定。', en: 'No national minimum exists; the community sets it.' },
      { atLeast: 1, atMost: 180 },
    ),
    postingCounted: oneOf(
      { zh: '公示天数怎么算', en: 'How posting days are counted' },
      { zh: '第一天不算;按自然日或按工作日。', en: 'The first day is not counted; calendar or working days.' },
      { calendar: { zh: '自然日', en: 'calendar days' }, working: { zh: '工作日', en: 'working days' } },
    ),
    objectionBody: oneOf(
      { zh: '公示期内的异议由谁处理', en: 'Who decides objections to a posted draft' },
      { zh: '由起草方案的机构以外的组织处理。', en: 'Another body than the one that drafted the plan.' },
      {
        'residents-committee': { zh: '居民委员会', en: 'residents’ committee' },
        'supervision-committee': { zh: '居务监督委员会', en: 'supervision committee' },
      },
    ),
    objectionDays: whole(
      { zh: '异议处理期限(天)', en: 'Days to decide an objection' },
      {
        zh: '国家没有统一的期限,由社区自己定;逾期不处理或不服处理的,可以提请街道处理。',
        en: 'No national term exists; past it, or if turned down, the objector may go to the sub-district.',
      },
      { atLeast: 1, atMost: 60 },
    ),
    publicationDays,
    ratingDays,
    rollCall,
    calls,
    expiryDays,
  },
  expires: ({ expiryDays }) => expiryDays,
  stages: (
    { base, postingDays, postingCounted, objectionBody, objectionDays, publicationDays, ratingDays, rollCall, calls },
    place,
  ) => [
    {
      kind: 'intake',
      id: 'topic',
      title: { zh: '提议题', en: 'Raise the topic' },
      decides: 'residents-representatives',
      needsDraft: false,
    },
    {
      kind: 'consultation',
      id: 'advice',
      title: { zh: '出主意', en: 'Gather advice' },
      convenes: 'party-committee',
      invites: ['stakeholders', 'units', 'representatives'],
    },
    { kind: 'drafting', id: 'plan', title: { zh: '拟方案', en: 'Draft the plan' }, approvedBy: 'residents-council' },
    {
      kind: 'posting',
      id: 'posting',
      title: { zh: '开言路(公示)', en: 'Post for comment' },
      days: postingDays,
      counted: postingCounted,
      upheldObjection: 'plan',
      objections: { decidedBy: objectionBody, days: objectionDays },
    },
    {
      kind: 'review',
      id: 'experts',
      title: { zh: '定公约(专家审查)', en: 'Expert review' },
      disciplines: ['law', 'social-management'],
      changes: 'posting',
    },
    {
      kind: 'decision',
      id: 'vote',
      title: { zh: '说了算(表决)', en: 'Vote' },
      body: 'residents-representatives',
      law: lawOf(city, 'residents-representatives', place),
      own: [{ id: 'two-thirds', cite: '六步议事', text: '三分之二以上通过后实施', rule: twoThirds(base) }],
      motions: ['agree'],
      final: true,
      revise: 'plan',
      afterAmendment: 'continue',
      calls,
      rollCall,
    },
    {
      kind: 'publication',
      id: 'decision-published',
      title: { zh: '决定公布', en: 'Decision published' },
      days: publicationDays,
      filing: true,
    },
    { kind: 'implementation', id: 'works', title: { zh: '实施', en: 'Implementation' } },
    {
      kind: 'publication',
      id: 'result-published',
      title: { zh: '结果公布', en: 'Result published' },
      days: publicationDays,
      filing: false,
    },
    { kind: 'evaluation', id: 'evaluation', title: { zh: '实施效果评议', en: 'Evaluation' }, days: ratingDays },
  ],
})
