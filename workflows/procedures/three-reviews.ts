import { committees } from '../law/committees.ts'
import { fundRaising } from '../law/fund-raising.ts'
import { party } from '../law/party.ts'
import type { Provision } from '../law/provision.ts'
import { shandong } from '../law/shandong.ts'
import { village } from '../law/village.ts'
import type { Rule } from '../rules/types.ts'
import type { DecisionStage } from '../stages/stage.ts'
import { oneOf } from './choices.ts'
import { lawOf } from './law-of.ts'
import { procedure } from './procedure.ts'
import { calls, expiryDays, publicationDays, ratingDays, rollCall } from './shared-choices.ts'

const law: readonly Provision[] = [...village, ...shandong, ...party, ...committees, ...fundRaising]

/** 三审一公决: "全体村民代表或到会村民半数以上". Whether the village committee's members belong to "全体村民代表" is chosen. */
const half = (body: DecisionStage['body'], base: 'representatives' | 'members'): Rule => {
  if (body === 'village-assembly') return { count: 'yes', atLeast: [1, 2], of: 'present' }
  return base === 'representatives'
    ? { count: 'yes', among: 'representatives', atLeast: [1, 2], of: 'entitled', ofAmong: 'representatives' }
    : { count: 'yes', atLeast: [1, 2], of: 'entitled' }
}

/** 三审一公决: branch, two committees, party assembly, then the villagers' own decision. */
export const threeReviews = procedure({
  id: 'three-reviews',
  version: 1,
  title: { zh: '三审一公决', en: 'Three reviews, one public decision' },
  sort: 'village',
  choices: {
    branch: oneOf(
      { zh: '党支部审议由谁进行', en: 'Which party body reviews first' },
      {
        zh: '设支部委员会的由支委会审议,没有设的由支部党员大会审议。',
        en: 'The branch committee, or the whole branch where it has none.',
      },
      {
        'party-committee': { zh: '支部委员会', en: 'branch committee' },
        'party-assembly': { zh: '支部党员大会', en: 'the branch' },
      },
    ),
    decides: oneOf(
      { zh: '公决由谁进行', en: 'Who decides' },
      {
        zh: '村民代表会议(需村民会议授权),或村民会议;村民会议按人或按户,事先选定。',
        en: 'The representatives (authorised by the assembly), or the assembly by persons or by households, chosen beforehand.',
      },
      {
        representatives: { zh: '村民代表会议', en: 'representatives’ meeting' },
        persons: { zh: '村民会议(按人)', en: 'assembly by persons' },
        households: { zh: '村民会议(按户)', en: 'assembly by households' },
      },
    ),
    half: oneOf(
      { zh: '"全体村民代表半数以上"以谁为基数', en: 'Half of which whole' },
      {
        zh: '村委会成员也出席村民代表会议:只算村民代表,还是算全体组成人员。',
        en: 'The committee sits in the meeting too: count the representatives only, or all members.',
      },
      {
        representatives: { zh: '全体村民代表', en: 'all representatives' },
        members: { zh: '全体组成人员', en: 'all members' },
      },
    ),
    amendment: oneOf(
      { zh: '方案修改后,前面的审议还算不算', en: 'Which earlier approvals survive a changed plan' },
      {
        zh: '修改后可以接着往下走、从两委会重新审议,或从头再审。',
        en: 'Go on, return to the two committees, or begin again.',
      },
      {
        continue: { zh: '仍然有效,接着审议', en: 'all survive' },
        committees: { zh: '回到村"两委"会', en: 'back to the two committees' },
        restart: { zh: '从党支部重新审议', en: 'none survives' },
      },
    ),
    publicationDays,
    ratingDays,
    rollCall,
    calls,
    expiryDays,
  },
  expires: ({ expiryDays }) => expiryDays,
  stages: ({ branch, decides, half: base, amendment, publicationDays, ratingDays, rollCall, calls }, place) => {
    const body = decides === 'representatives' ? 'village-representatives' : 'village-assembly'
    const mode = decides === 'representatives' ? undefined : decides
    const review = (id: string, zh: string, en: string, reviewer: DecisionStage['body']): DecisionStage => ({
      kind: 'decision',
      id,
      title: { zh, en },
      body: reviewer,
      law: lawOf(law, reviewer, place),
      own: [],
      motions: ['agree', 'agree-amended', 'return', 'refuse'],
      final: false,
      revise: 'here',
      afterAmendment: amendment,
      calls,
      rollCall: 'totals',
    })
    return [
      {
        kind: 'intake',
        id: 'topic',
        title: { zh: '提出事项', en: 'Raise the matter' },
        decides: body,
        needsDraft: true,
      },
      review('branch', '党支部审议', 'Party branch review', branch),
      review('committees', '村"两委"会审议', 'Review by the two committees', 'two-committees'),
      review('party-members', '党员大会审议', 'Review by the party assembly', 'party-assembly'),
      {
        ...review('decision', '公决', 'Public decision', body),
        ...(mode ? { mode } : {}),
        law: lawOf(law, body, place, mode),
        own: [
          { id: 'half', cite: '三审一公决', text: '必须经全体村民代表或到会村民半数以上同意', rule: half(body, base) },
        ],
        motions: ['agree', 'return', 'refuse'],
        final: true,
        rollCall,
      },
      {
        kind: 'publication',
        id: 'decision-published',
        title: { zh: '决议公布', en: 'Decision published' },
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
