import { collective } from '../law/collective.ts'
import { oneOf, whole } from './choices.ts'
import { lawOf } from './law-of.ts'
import { procedure } from './procedure.ts'
import { calls, expiryDays, publicationDays, ratingDays, rollCall } from './shared-choices.ts'

/** 农村集体经济组织议决: the council drafts and posts the plan, two thirds of all the members, or of all their representatives, decide. */
export const collectiveDecision = procedure({
  id: 'collective-decision',
  version: 1,
  title: { zh: '农村集体经济组织议决', en: 'Decision of a rural collective' },
  sort: 'village',
  choices: {
    decides: oneOf(
      { zh: '由谁决定', en: 'Who decides' },
      {
        zh: '成员大会,或按章程设立的成员代表大会;章程、成员确认、土地和量化方案、土地补偿费、合并分立只能由成员大会决定。',
        en: 'The members, or the representatives whom the charter provides for; charter, membership, land and shares, compensation and merger are the members’ alone.',
      },
      {
        members: { zh: '成员大会', en: 'the members' },
        representatives: { zh: '成员代表大会', en: 'their representatives' },
      },
    ),
    postingDays: whole(
      { zh: '方案公示天数', en: 'Days that the plan hangs for comment' },
      { zh: '国家没有统一的最低天数,由集体自己定。', en: 'No national minimum exists; the collective sets it.' },
      { atLeast: 1, atMost: 180 },
    ),
    objectionBody: oneOf(
      { zh: '公示期内的异议由谁处理', en: 'Who decides objections to a posted plan' },
      { zh: '由起草方案的理事会以外的组织处理。', en: 'Another body than the council, which drafted the plan.' },
      {
        'supervision-committee': { zh: '村务监督委员会', en: 'supervision committee' },
        'village-committee': { zh: '村民委员会', en: 'village committee' },
      },
    ),
    objectionDays: whole(
      { zh: '异议处理期限(天)', en: 'Days to decide an objection' },
      {
        zh: '国家没有统一的期限,由集体自己定;逾期不处理或不服处理的,可以提请乡镇处理。',
        en: 'No national term exists; past it, or if turned down, the objector may go to the township.',
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
    { decides, postingDays, objectionBody, objectionDays, publicationDays, ratingDays, rollCall, calls },
    place,
  ) => {
    const body = decides === 'members' ? 'collective-members' : 'collective-representatives'
    return [
      {
        kind: 'intake',
        id: 'topic',
        title: { zh: '提出事项', en: 'Raise the matter' },
        decides: body,
        needsDraft: true,
      },
      {
        kind: 'posting',
        id: 'posting',
        title: { zh: '方案公示', en: 'Plan posted for comment' },
        days: postingDays,
        counted: 'calendar',
        upheldObjection: 'topic',
        objections: { decidedBy: objectionBody, days: objectionDays },
      },
      {
        kind: 'decision',
        id: 'vote',
        title:
          decides === 'members'
            ? { zh: '成员大会表决', en: 'The members vote' }
            : { zh: '成员代表大会表决', en: 'The representatives vote' },
        body,
        law: lawOf(collective, body, place),
        own: [],
        motions: ['agree'],
        final: true,
        revise: 'here',
        // A changed plan hangs again before anybody votes on it.
        afterAmendment: 'posting',
        calls,
        rollCall,
        // 第二十七条: whoever takes part in the members' meeting online is present; of the representatives the law says nothing.
        ...(decides === 'members' ? { remote: true as const } : {}),
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
    ]
  },
})
