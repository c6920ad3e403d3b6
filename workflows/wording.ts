import type { Measure, Quantity } from './rules/types.ts'
import type { GateGround } from './stages/gate.ts'

/** The two languages that the product speaks; Chinese is the master. */
export type Lang = 'zh' | 'en'

const quantities = {
  zh: {
    entitled: '应到',
    present: '到会',
    issued: '发出',
    returned: '收回',
    cast: '投票',
    valid: '有效票',
    decided: '赞成加反对',
    yes: '赞成',
    no: '反对',
    abstain: '弃权',
    spoiled: '废票',
  },
  en: {
    entitled: 'entitled',
    present: 'present',
    issued: 'issued',
    returned: 'returned',
    cast: 'cast',
    valid: 'valid',
    decided: 'yes and no',
    yes: 'yes',
    no: 'no',
    abstain: 'abstain',
    spoiled: 'spoiled',
  },
} as const satisfies Record<Lang, Record<Quantity, string>>

const groupNames = {
  zh: { representatives: '代表', women: '妇女', 'women-representatives': '妇女代表' },
  en: { representatives: 'representatives', women: 'women', 'women-representatives': 'women representatives' },
} as const satisfies Record<Lang, Record<string, string>>

export const groupName = (group: string, lang: Lang): string =>
  (groupNames[lang] as Readonly<Record<string, string>>)[group] ?? group

const measures = {
  zh: { people: '', households: '户', area: '平方米', represented: '户(由代表计)' },
  en: { people: '', households: 'households', area: 'm²', represented: 'households represented' },
} as const satisfies Record<Lang, Record<Measure, string>>

/** A number as it is read out: areas are kept in 0.01 m² and said in m². */
export const amountOf = ({ test }: Pick<GateGround, 'test'>, n: number): string =>
  test?.measure === 'area' ? `${Math.trunc(n / 100)}.${String(n % 100).padStart(2, '0')}` : String(n)

/**
 * A test with its numbers in one line: 到会 24/36 ≥ 2/3 ✓ 需 24. A group that is counted of its own whole stands behind
 * the two (赞成 15/29 代表); where the whole is another, the group counted stands before and the whole behind.
 */
export const arithmetic = (ground: GateGround, lang: Lang): string => {
  const { test, met } = ground
  const [have, need, of] = [ground.have, ground.need, ground.of ?? 0].map((n) => amountOf(ground, n))
  const needs = lang === 'zh' ? `需 ${need}` : `needs ${need}`
  const mark = met ? '✓' : '✗'
  if (!test) return `${mark} ${have}/${ground.of ?? need}`
  const unit = measures[lang][test.measure ?? 'people']
  const group = test.among === undefined ? '' : `${groupName(test.among, lang)}${lang === 'zh' ? '' : ' '}`
  const quantity = quantities[lang][test.count]
  if ('atLeastNumber' in test)
    return `${group}${quantity} ${have}${unit === '' ? '' : ` ${unit}`} ≥ ${amountOf(ground, test.atLeastNumber)} ${mark} ${needs}`
  const [sign, [num, den]] = 'atLeast' in test ? ['≥', test.atLeast] : ['>', test.moreThan]
  const whole = test.ofAmong === undefined ? unit : groupName(test.ofAmong, lang)
  const who = test.ofAmong === test.among ? '' : group
  return `${who}${quantity} ${have}/${of}${whole === '' ? '' : ` ${whole}`} ${sign} ${num}/${den} ${mark} ${needs}`
}

type Told = (ground: GateGround) => { readonly zh: string; readonly en: string }

/** An instant as the clock on the wall shows it, at +08:00. */
export const hereAt = (instant: string): string =>
  instant === '' ? '' : new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
const short = (ground: GateGround): number => Math.max(0, ground.need - ground.have)
const told = (ground: GateGround, key: string): string => {
  const value = ground.detail?.[key]
  return value === undefined ? '' : String(value)
}
const list = (ground: GateGround, key: string): readonly string[] => {
  const value = ground.detail?.[key]
  return Array.isArray(value) ? value : []
}
const counted: Told = (ground) => ({
  zh: `${arithmetic(ground, 'zh')}${ground.met ? '' : `,还差 ${amountOf(ground, short(ground))}`}`,
  en: `${arithmetic(ground, 'en')}${ground.met ? '' : `, ${amountOf(ground, short(ground))} short`}`,
})

/** What each ground of a gate says; the keys are the stable codes. */
export const groundWords: Readonly<Record<string, Told>> = {
  quorum: counted,
  participation: (g) => ({
    zh: `${ofOffice(g, 'zh')}${counted(g).zh}`,
    en: `${ofOffice(g, 'en')}${counted(g).en}`,
  }),
  threshold: counted,
  'own-threshold': counted,
  composition: counted,
  'ballot-not-yet-opened': () => ({
    zh: '表决尚未开始,方可撤回',
    en: 'Nothing can be withdrawn once the ballot has opened',
  }),
  'days-without-move': (g) => ({
    zh: `已有 ${g.have} 天没有进展,满 ${g.need} 天方可逾期终止`,
    en: `${g.have} days without a move; the case may expire after ${g.need}`,
  }),
  'verdict-turned': () => ({
    zh: '更正后表决结果改变,须重新表决',
    en: 'A correction has turned the verdict of this stage: it is put again',
  }),
  'no-ballot-open': () => ({ zh: '没有正在进行的表决', en: 'No ballot is open' }),
  'resolution-revoked': () => ({ zh: '决议已被撤销', en: 'The resolution has been revoked' }),
  'resolution-in-force': (g) => ({
    zh: `决议有效(现为:${resolutionName(told(g, 'resolution'), 'zh')})`,
    en: `The resolution is in force (it is ${resolutionName(told(g, 'resolution'), 'en')})`,
  }),
  'orders-open': (g) => ({
    zh: `尚有 ${g.have} 项责令改正未报告完成`,
    en: `${g.have} orders to put something right are not yet reported as obeyed`,
  }),
  approved: (g) => ({
    zh: `须经${officeName(told(g, 'by'), 'zh')}批准`,
    en: `Needs the approval of the ${officeName(told(g, 'by'), 'en')}`,
  }),
  presider: (g) => ({
    zh: `主持人须是${list(g, 'presides')
      .map((body) => bodyName(body, 'zh'))
      .join('、')}的成员`,
    en: `The presider sits in the ${list(g, 'presides')
      .map((body) => bodyName(body, 'en'))
      .join(' or the ')}`,
  }),
  'demand-admitted': () => ({
    zh: '这些人员联名,法律没有规定必须召集本会议',
    en: 'The law lets other people demand this meeting',
  }),
  'demand-signed': (g) => ({
    zh: `联名 ${g.have}/${g.of ?? 0},需 ${g.need}${g.met ? '' : `,还差 ${short(g)}`}`,
    en: `${g.have} of ${g.of ?? 0} signed, ${g.need} needed${g.met ? '' : `, ${short(g)} short`}`,
  }),
  'emergency-decided': (g) => ({
    zh: `临时通知须由有权召集者决定(${list(g, 'convenes')
      .map((body) => bodyName(body, 'zh'))
      .join('、')})`,
    en: `An emergency is declared by whoever may call the meeting (${list(g, 'convenes')
      .map((body) => bodyName(body, 'en'))
      .join(', ')})`,
  }),
  'higher-body': (g) => ({
    zh: `只能提交${bodyName(told(g, 'body'), 'zh')}决定`,
    en: `It can be referred only to the ${bodyName(told(g, 'body'), 'en')}`,
  }),
  'households-behind-seats': () => ({
    zh: '写明各代表所代表的户数',
    en: 'It is said how many households stand behind each representative',
  }),
  'matter-named': () => ({ zh: '写明事项类别', en: 'The class of matter is named' }),
  'competent-body': (g) => ({
    zh: `${bodyName(told(g, 'body'), 'zh')}有权决定此类事项`,
    en: `The ${bodyName(told(g, 'body'), 'en')} may decide this matter`,
  }),
  'authorisation-on-file': (g) => ({
    zh: `${bodyName(told(g, 'body'), 'zh')}须有授权决定备查:事项、期限相符,已公告并备案`,
    en: `The ${bodyName(told(g, 'body'), 'en')} needs an authorisation on file for this matter, in its term, posted and filed`,
  }),
  'first-draft': () => ({ zh: '已有初步方案', en: 'A first draft is there' }),
  'talks-held': (g) => ({
    zh: `由${bodyName(told(g, 'convenedBy'), 'zh')}召集的恳谈会 ${g.have} 次,至少 ${g.need} 次`,
    en: `${g.have} talks convened by the ${bodyName(told(g, 'convenedBy'), 'en')}, at least ${g.need}`,
  }),
  'group-heard': (g) => ({
    zh: `已听取${invitedName(told(g, 'group'), 'zh')}的意见`,
    en: `The ${invitedName(told(g, 'group'), 'en')} were heard`,
  }),
  'advice-noted': (g) => ({
    zh: `初步建议 ${g.have} 条,至少 ${g.need} 条`,
    en: `${g.have} pieces of advice, at least ${g.need}`,
  }),
  'draft-written-here': () => ({
    zh: '进入本步骤后已拟出新的草案',
    en: 'A draft has been written since this stage began',
  }),
  'advice-unnamed': (g) => ({
    zh: `尚有 ${g.have} 条建议未写明采纳与否`,
    en: `${g.have} pieces of advice are neither followed nor left by name`,
  }),
  'draft-approved': (g) => ({
    zh: `草案须经${bodyName(told(g, 'by'), 'zh')}讨论通过`,
    en: `The draft must be approved by the ${bodyName(told(g, 'by'), 'en')}`,
  }),
  'draft-written': () => ({ zh: '已有草案', en: 'A draft is there' }),
  'newest-draft-posted': (g) => ({
    zh: `公示的是最新草案(第 ${told(g, 'newest')} 稿)`,
    en: `The newest draft (no. ${told(g, 'newest')}) is posted`,
  }),
  'posting-days-as-adopted': () => ({ zh: '公示天数按启用时选定的方式计算', en: 'Days are counted as adopted' }),
  'posting-days': (g) => ({ zh: `公示 ${g.have} 天,不得少于 ${g.need} 天`, en: `${g.have} days, at least ${g.need}` }),
  'posting-starts-today': (g) => ({
    zh: `公示自今日(${told(g, 'today')})起`,
    en: `The posting starts today (${told(g, 'today')})`,
  }),
  'posting-term-right': (g) => ({
    zh: `截止日应为 ${told(g, 'reckoned')}`,
    en: `The last day is ${told(g, 'reckoned')}`,
  }),
  'posting-days-run': (g) => ({
    zh: g.met ? '公示期已满' : `公示至 ${told(g, 'lastDay') || '—'},还有 ${told(g, 'daysLeft') || '—'} 天`,
    en: g.met
      ? 'The days have run'
      : `Hangs until ${told(g, 'lastDay') || '—'}, ${told(g, 'daysLeft') || '—'} days left`,
  }),
  'posting-evidenced': () => ({ zh: '已留存张榜凭证', en: 'The posting is evidenced' }),
  'text-unchanged': () => ({ zh: '公示以来草案未改动', en: 'The text is unchanged since posting' }),
  'comments-unanswered': (g) => ({
    zh: `收到意见 ${told(g, 'received')} 条,未答复 ${g.have} 条`,
    en: `${told(g, 'received')} comments, ${g.have} unanswered`,
  }),
  'guest-comments-held': (g) => ({
    zh: `没有登录的人提的意见,未决定是否登载的 ${g.have} 条`,
    en: `${g.have} comments of guests neither admitted nor kept back`,
  }),
  'objections-undecided': (g) => ({ zh: `未决定的异议 ${g.have} 件`, en: `${g.have} objections undecided` }),
  'objections-upheld': (g) => ({
    zh: g.met ? '没有成立的异议' : `成立的异议 ${g.have} 件,须退回修改`,
    en: g.met ? 'No objection was upheld' : `${g.have} objections upheld: the draft goes back`,
  }),
  'objection-upheld': (g) => ({ zh: `成立的异议 ${g.have} 件`, en: `${g.have} objections upheld` }),
  'opinion-passes': (g) => ({
    zh: `${disciplineName(told(g, 'discipline'), 'zh')}审查意见:${answerName(told(g, 'answer'), 'zh')}`,
    en: `${disciplineName(told(g, 'discipline'), 'en')} opinion: ${answerName(told(g, 'answer'), 'en')}`,
  }),
  'posted-draft-reviewed': (g) => ({
    zh: `审查的是公示过的草案(公示第 ${told(g, 'posted')} 稿,最新第 ${told(g, 'newest')} 稿)`,
    en: `The draft reviewed has been posted (posted no. ${told(g, 'posted')}, newest no. ${told(g, 'newest')})`,
  }),
  'changes-asked': (g) => ({ zh: `专家要求修改 ${g.have} 项`, en: `${g.have} experts ask for changes` }),
  'draft-changed-since-posting': () => ({
    zh: '公示后已改出新的草案',
    en: 'A new draft has been written since the posting',
  }),
  'found-unlawful': (g) => ({ zh: `认定违法的审查意见 ${g.have} 份`, en: `${g.have} opinions find it unlawful` }),
  'meeting-called': (g) => {
    const days = told(g, 'daysBefore')
    return {
      zh: `须召集${bodyName(told(g, 'body'), 'zh')}${days === '0' ? '' : `,提前 ${days} 天通知`}`,
      en: `The ${bodyName(told(g, 'body'), 'en')} must be called${days === '0' ? '' : `, ${days} days before`}`,
    }
  },
  'law-in-force': (g) => ({
    zh: `当日有现行规定可依(${told(g, 'day')})`,
    en: `A provision is in force on ${told(g, 'day')}`,
  }),
  'right-body': (g) => ({
    zh: `本步骤由${bodyName(told(g, 'body'), 'zh')}议决`,
    en: `This stage is the ${bodyName(told(g, 'body'), 'en')}’s`,
  }),
  'newest-draft-announced': (g) => ({
    zh: `通知的是最新草案(第 ${told(g, 'newest')} 稿)`,
    en: `The newest draft (no. ${told(g, 'newest')}) is announced`,
  }),
  convener: (g) => ({
    zh: `由有权召集者召集(${list(g, 'convenes')
      .map((body) => bodyName(body, 'zh'))
      .join('、')})`,
    en: `Called by whoever may call it (${list(g, 'convenes')
      .map((body) => bodyName(body, 'en'))
      .join(', ')})`,
  }),
  'convocation-days': (g) =>
    g.have < 0
      ? { zh: '开会日期早于通知日期', en: 'The day of the meeting lies before that of the notice' }
      : { zh: `提前 ${g.have} 天通知,须提前 ${g.need} 天`, en: `${g.have} days’ notice, ${g.need} needed` },
  'convocation-written': () => ({ zh: '书面通知', en: 'Called in writing' }),
  'convocation-posted': () => ({ zh: '会议通知已公告', en: 'The convocation is posted' }),
  'party-discussion': () => ({ zh: '须先经党组织研究讨论', en: 'The party organisation discusses it first' }),
  'meeting-day': (g) => ({
    zh: `会议日为 ${told(g, 'on') || '未定'},今日 ${told(g, 'today')}`,
    en: `The meeting is on ${told(g, 'on') || 'no day yet'}; today is ${told(g, 'today')}`,
  }),
  'meeting-convened-for-this': () => ({ zh: '本事项已列入该次会议', en: 'This meeting was called for this item' }),
  'roll-as-frozen': () => ({ zh: '应到名册与通知时一致', en: 'The roll is the one frozen at calling' }),
  'motion-admitted': (g) => ({
    zh: `本会议可以作此答复(${motionName(told(g, 'motion'), 'zh')})`,
    en: `This body may give that answer (${motionName(told(g, 'motion'), 'en')})`,
  }),
  'newest-draft-put': (g) => ({
    zh: `表决的是最新草案(第 ${told(g, 'newest')} 稿)`,
    en: `The newest draft (no. ${told(g, 'newest')}) is put`,
  }),
  'announced-draft-put': (g) => ({
    zh: `表决的是通知过的草案(第 ${told(g, 'announced')} 稿)`,
    en: `The announced draft (no. ${told(g, 'announced')}) is put`,
  }),
  'draft-amended-here': () => ({ zh: '会上已改出新的草案', en: 'The draft was amended in the meeting' }),
  'put-again-with-reason': () => ({
    zh: '同一草案再次表决须写明理由',
    en: 'The same draft is put again only with a reason',
  }),
  'quorum-missed': (g) => ({
    zh: `到会 ${told(g, 'present')} 人,未达法定人数`,
    en: `${told(g, 'present')} present: no quorum`,
  }),
  'calls-left': (g) => ({
    zh: `已召集 ${told(g, 'missed')} 次,最多 ${told(g, 'calls')} 次`,
    en: `Called ${told(g, 'missed')} times of ${told(g, 'calls')}`,
  }),
  'calls-spent': (g) => ({ zh: `召集次数 ${g.have}/${g.need}`, en: `Calls ${g.have}/${g.need}` }),
  'ballot-open': () => ({ zh: '表决正在进行', en: 'A ballot is open' }),
  'tally-of-this-roll': () => ({
    zh: '计票所依的应到、到会人数与开始表决时一致',
    en: 'The tally is of the roll and the attendance that the ballot opened with',
  }),
  'this-ballot-open': () => ({ zh: '结束的是正在进行的表决', en: 'The open ballot is the one that closes' }),
  'way-of-voting': (g) => ({
    zh: `此事项可以采用${votingName(told(g, 'voting'), 'zh')}方式`,
    en: `This may be voted on by ${votingName(told(g, 'voting'), 'en')}`,
  }),
  'circulated-as-adopted': () => ({
    zh: '书面征求意见或到会表决,与启用时选定的方式一致',
    en: 'By written ballots or in a hall, as adopted',
  }),
  'ballot-days': (g) => ({
    zh: `书面表决 ${g.have} 天,不得少于 ${g.need} 天`,
    en: `Written ballots for ${g.have} days, at least ${g.need}`,
  }),
  'ballot-term-ahead': () => ({ zh: '表决截止时间须在以后', en: 'The ballot’s term lies ahead' }),
  'recusal-as-the-law-says': () => ({
    zh: '回避人员是否计入基数,依法律规定',
    en: 'Whether the recused stay in the base is as the law says',
  }),
  'ballot-term-over': (g) => ({
    zh: g.met
      ? '表决时间已到,或有权表决的人都已表决'
      : `表决到 ${hereAt(told(g, 'until'))} 为止;已表决 ${told(g, 'voted')} 人,可表决 ${told(g, 'mayVote')} 人,不得提前结束`,
    en: g.met
      ? 'The term is over, or everybody has voted'
      : `The ballot runs until ${hereAt(told(g, 'until'))}; ${told(g, 'voted')} of ${told(g, 'mayVote')} have voted, and it is not closed sooner`,
  }),
  'papers-counted': (g) => ({
    zh: `已录入纸质票 ${told(g, 'entered') || g.have} 张,须清点发出和收回的票数`,
    en: 'Papers issued and returned must be counted',
  }),
  'papers-entered': (g) => ({
    zh: `收回 ${g.need} 张,已录入 ${g.have} 张`,
    en: `${g.need} papers returned, ${g.have} entered`,
  }),
  'papers-within-issued': (g) => ({
    zh: `发出 ${g.need} 张,收回 ${g.have} 张${g.met ? '' : ':收回多于发出,表决无效'}`,
    en: `${g.need} papers issued, ${g.have} returned${g.met ? '' : ': more than issued, the ballot is void'}`,
  }),
  'papers-beyond-issued': (g) => ({
    zh: `收回 ${g.have} 张,达到 ${g.need} 张即多于发出,表决无效`,
    en: `${g.have} papers returned; from ${g.need} on they are more than were issued`,
  }),
  'papers-issued': (g) => ({
    zh: `${ofOffice(g, 'zh')}领取纸质票 ${g.need} 人,清点的发出票数 ${g.have} 张`,
    en: `${ofOffice(g, 'en')}${g.need} took a paper, ${g.have} counted as issued`,
  }),
  'papers-tallied': () => ({ zh: '纸质票已计票', en: 'The papers are counted' }),
  'hands-counted': () => ({ zh: '已由两名计票人清点举手', en: 'Two tellers have counted the hands' }),
  'tally-of-the-hands': () => ({ zh: '票数与举手清点一致', en: 'The tally is what the tellers counted' }),
  'tally-of-the-box': () => ({ zh: '票数与票箱清点一致', en: 'The tally is what the box and the papers come to' }),
  'choices-of-all-who-took-part': (g) => ({
    zh: `手机无记名投票 ${g.need} 人,票箱中 ${g.have} 票`,
    en: `${g.need} took part by phone, ${g.have} choices in the box`,
  }),
  'choices-sorted': () => ({ zh: '票箱中的票已打乱重排', en: 'The choices lie in no order of casting' }),
  'demand-behind-it': () => ({ zh: '罢免须由联名提出', en: 'A recall is voted on only upon signatures for it' }),
  'papers-returned': (g) => ({
    zh: `${ofOffice(g, 'zh')}${arithmetic(g, 'zh')}${g.met ? '' : ':收回多于发出,投票无效'}`,
    en: `${ofOffice(g, 'en')}${arithmetic(g, 'en')}${g.met ? '' : ': more than issued, the poll is void'}`,
  }),
  'winner-floor': (g) => ({
    zh: `${ofOffice(g, 'zh')}得票 ${g.have},须 ${g.need}${g.met ? '' : `,还差 ${short(g)}`}`,
    en: `${ofOffice(g, 'en')}${g.have} votes, ${g.need} needed${g.met ? '' : `, ${short(g)} short`}`,
  }),
  'candidates-beyond-seats': (g) => ({
    zh: `${ofOffice(g, 'zh')}应选 ${told(g, 'seats')} 名,候选人 ${g.have} 名,至少 ${g.need} 名`,
    en: `${ofOffice(g, 'en')}${g.have} candidates for ${told(g, 'seats')} seats, at least ${g.need}`,
  }),
  'candidates-left': (g) => ({
    zh: `${ofOffice(g, 'zh')}候选人 ${g.have} 名,至少 ${g.need} 名`,
    en: `${ofOffice(g, 'en')}${g.have} candidates, at least ${g.need}`,
  }),
  'offices-as-due': () => ({
    zh: '选票所列职务、名额和候选人与尚待选举的一致',
    en: 'The paper has the offices, seats and candidates that are due',
  }),
  'this-poll-open': () => ({ zh: '结束的是正在进行的投票', en: 'The open poll is the one that closes' }),
  'seats-left': (g) => ({ zh: `尚缺名额 ${g.have} 个`, en: `${g.have} seats left` }),
  'seats-open': (g) => ({ zh: `尚缺名额 ${g.have} 个`, en: `${g.have} seats left to be put again` }),
  'enough-voted': () => ({ zh: '投票人数达到法定要求', en: 'As many voted as the law asks' }),
  'too-few-voted': () => ({ zh: '投票人数没有达到法定要求', en: 'Fewer voted than the law asks' }),
  'elected-already': (g) => ({ zh: `已当选 ${g.have} 人`, en: `${g.have} are elected` }),
  'put-again-in-vain': (g) => ({
    zh: `尚缺的名额已投票 ${g.have} 次,另行选举后方可暂缺`,
    en: `The seats left were voted on ${g.have} times; they stay vacant only after they were put again`,
  }),
  'somebody-elected': (g) => ({ zh: `已当选 ${g.have} 人`, en: `${g.have} are elected` }),
  'motion-put': (g) => ({
    zh: `表决的问题是"${motionName(told(g, 'motion'), 'zh')}"`,
    en: `The question put is “${motionName(told(g, 'motion'), 'en')}”`,
  }),
  'not-carried': () => ({ zh: '未获通过', en: 'Not carried' }),
  'draft-changed-since-return': () => ({
    zh: '退回后已改出新的方案',
    en: 'The plan has been changed since it went back',
  }),
  filed: (g) => ({
    zh: `已向${officeName(told(g, 'with'), 'zh')}备案`,
    en: `Filed with the ${officeName(told(g, 'with'), 'en')}`,
  }),
  'progress-percent': (g) => ({ zh: `实施进度 ${g.have}%`, en: `Progress ${g.have}%` }),
  'rating-days': (g) => ({
    zh: `评议已开放 ${g.have} 天,须 ${g.need} 天`,
    en: `Open for ratings ${g.have} days of ${g.need}`,
  }),
}

const resolutions: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'in-force': { zh: '有效', en: 'in force' },
  suspended: { zh: '中止执行', en: 'suspended' },
  revoked: { zh: '已撤销', en: 'revoked' },
  none: { zh: '尚无决议', en: 'not there' },
}
export const resolutionName = (resolution: string, lang: Lang): string => resolutions[resolution]?.[lang] ?? resolution

const offices: typeof resolutions = {
  township: { zh: '乡镇', en: 'township' },
  'sub-district': { zh: '街道', en: 'sub-district' },
  county: { zh: '县级', en: 'county' },
}
export const officeName = (office: string, lang: Lang): string => offices[office]?.[lang] ?? office

/** One ground as a sentence, with its citation. */
export const groundText = (ground: GateGround, lang: Lang): string => {
  const words = groundWords[ground.code]?.(ground)[lang] ?? ground.code
  return ground.cite === undefined ? words : `${words}(${ground.cite})`
}

const bodies: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'village-assembly': { zh: '村民会议', en: 'villagers’ assembly' },
  'village-representatives': { zh: '村民代表会议', en: 'villagers’ representatives' },
  'village-committee': { zh: '村民委员会', en: 'village committee' },
  'residents-assembly': { zh: '居民会议', en: 'residents’ assembly' },
  'residents-representatives': { zh: '居民代表会议', en: 'residents’ representatives' },
  'residents-committee': { zh: '居民委员会', en: 'residents’ committee' },
  'residents-council': { zh: '居民议事会', en: 'residents’ council' },
  'party-assembly': { zh: '党员大会', en: 'party assembly' },
  'party-committee': { zh: '党支部委员会', en: 'party branch committee' },
  'two-committees': { zh: '“两委”会', en: 'two committees' },
  'supervision-committee': { zh: '监督委员会', en: 'supervision committee' },
  experts: { zh: '专家组', en: 'experts' },
  owners: { zh: '业主大会', en: 'owners’ assembly' },
  'owners-committee': { zh: '业主委员会', en: 'owners’ committee' },
  'collective-members': { zh: '集体经济组织成员大会', en: 'assembly of the collective’s members' },
  'collective-representatives': { zh: '集体经济组织成员代表大会', en: 'representatives of the collective’s members' },
  'collective-council': { zh: '集体经济组织理事会', en: 'council of the collective' },
  'election-committee': { zh: '选举委员会', en: 'election committee' },
  'village-voters': { zh: '参加村委会选举的村民', en: 'voters of the village committee' },
  'city-voters': { zh: '参加居委会选举的选民或代表', en: 'voters of the residents’ committee' },
}
export const bodyName = (body: string, lang: Lang): string => bodies[body]?.[lang] ?? body

const invited: typeof bodies = {
  stakeholders: { zh: '利害关系人', en: 'stakeholders' },
  units: { zh: '单位代表', en: 'units’ delegates' },
  representatives: { zh: '居民代表', en: 'representatives' },
}
export const invitedName = (group: string, lang: Lang): string => invited[group]?.[lang] ?? group

const disciplines: typeof bodies = {
  law: { zh: '法律', en: 'Legal' },
  'social-management': { zh: '社会管理', en: 'Social management' },
}
export const disciplineName = (discipline: string, lang: Lang): string => disciplines[discipline]?.[lang] ?? discipline

const committeeOffices: typeof bodies = {
  chair: { zh: '主任', en: 'chair' },
  deputy: { zh: '副主任', en: 'deputy' },
  member: { zh: '委员', en: 'members' },
}
/** An office of the committee that is elected. */
export const committeeOfficeName = (office: string, lang: Lang): string => committeeOffices[office]?.[lang] ?? office
const ofOffice = (ground: GateGround, lang: Lang): string => {
  const office = told(ground, 'office')
  return office === '' ? '' : `${committeeOfficeName(office, lang)}${lang === 'zh' ? ':' : ': '}`
}

const answers: typeof bodies = {
  pass: { zh: '通过', en: 'pass' },
  changes: { zh: '修改后通过', en: 'pass with changes' },
  unlawful: { zh: '违法', en: 'unlawful' },
  none: { zh: '尚未提出', en: 'not given yet' },
}
export const answerName = (answer: string, lang: Lang): string => answers[answer]?.[lang] ?? answer

const votingNames: typeof bodies = {
  recorded: { zh: '记名投票', en: 'recorded votes' },
  secret: { zh: '无记名投票', en: 'secret ballot' },
  counted: { zh: '举手计数', en: 'counted hands' },
}
export const votingName = (voting: string, lang: Lang): string => votingNames[voting]?.[lang] ?? voting

const motionNames: typeof bodies = {
  agree: { zh: '同意', en: 'agree' },
  'agree-amended': { zh: '修改后同意', en: 'agree with changes' },
  return: { zh: '退回修改', en: 'return to be changed' },
  refuse: { zh: '不同意', en: 'refuse' },
}
export const motionName = (motion: string, lang: Lang): string => motionNames[motion]?.[lang] ?? motion
