import type { Report } from '../../workflows/verify.ts'
import type { Lang } from '../../workflows/wording.ts'

/** What a verifier may find, in plain words. */
export const wrongs = {
  bytes_not_canonical: { zh: '内容不是规范格式', en: 'its bytes are not in canonical form' },
  entry_unreadable: { zh: '内容无法识别', en: 'it cannot be read' },
  out_of_place: { zh: '不在应在的位置', en: 'it is not in its place' },
  head_wrong: {
    zh: '校验码对不上:内容被改动、删除、增加或调换',
    en: 'its hash does not fit: changed, removed, added or swapped',
  },
  time_runs_back: { zh: '时间早于前一条', en: 'it is dated before the one before it' },
  signature_wrong: { zh: '档案签名不符', en: 'the signature over the head does not hold' },
  chain_missing: { zh: '缺少这条档案', en: 'the chain is missing' },
  adoption_wrong: { zh: '议事程序与立案时不符', en: 'the procedure is not the one it was opened under' },
  disclosure_wrong: { zh: '所附内容与存证不符', en: 'a text does not fit its commitment' },
  refused_on_replay: { zh: '按规则不能进行', en: 'the rules would not have let it pass' },
  meeting_cited_wrong: { zh: '引用的会议档案不符', en: 'it cites the meeting’s record wrongly' },
  roll_wrong: { zh: '应到或到会人数与名册不符', en: 'its numbers do not fit the roll' },
  voter_not_present: { zh: '投票人不在到会名单上', en: 'a voter was not present' },
  voter_not_on_roll: { zh: '选票发给了名册以外的人', en: 'a paper was given to somebody who is not on the roll' },
  proxy_not_given: { zh: '没有书面委托,选票由他人领取', en: 'a paper was taken by somebody who was given no proxy' },
  stand_in_unproved: {
    zh: '代为签到或投票的人没有受托,也不是按户计的同户',
    en: 'whoever stood in for another had neither a proxy nor the same household',
  },
  tally_wrong: { zh: '计票与逐票重算不符', en: 'the tally is not what the votes come to' },
  demand_wrong: { zh: '联名要求与联名记录不符', en: 'the demand is not what was signed' },
  confirmed_by_its_author: { zh: '录入人自己确认', en: 'whoever entered it confirmed it' },
  supervisor_missing: { zh: '没有监督委员会成员确认', en: 'nobody of the supervision committee confirmed it' },
  key_unpublished: { zh: '签名公钥未在社区档案中公布', en: 'the community’s record does not announce this key' },
} as const satisfies Record<NonNullable<Report['disagreement']>['what'], Record<Lang, string>>

/** A verifier's report in plain words. */
export const sayReport = (report: Report, lang: Lang): string => {
  const zh = lang === 'zh'
  const lines = [zh ? `核对条目 ${report.entries} 条` : `${report.entries} entries checked`]
  for (const { title, carried, recounted } of report.ballots)
    lines.push(
      zh
        ? `表决(${title.zh}):${recounted ? '逐票重算' : '票数核对'}一致,${carried ? '通过' : '未通过'}`
        : `ballot (${title.en}): ${recounted ? 'recounted vote by vote' : 'number of votes checked'}, ${carried ? 'carried' : 'not carried'}`,
    )
  if (report.withheld > 0)
    lines.push(
      zh
        ? `未公开的选择 ${report.withheld} 票,只核对票数`
        : `${report.withheld} choices withheld: only their number is checked`,
    )
  const { disagreement } = report
  if (disagreement) {
    const { chain, seq, kind, what, claimed, found } = disagreement
    const name = kind === undefined ? '' : ` ${kind}`
    lines.push(
      zh
        ? `不一致:${chain} 第 ${seq} 条${name},${wrongs[what].zh}`
        : `DISAGREES: ${chain} entry ${seq}${name}: ${wrongs[what].en}`,
    )
    if (claimed !== undefined) lines.push(`  ${zh ? '记载' : 'claimed'}: ${JSON.stringify(claimed)}`)
    if (found !== undefined) lines.push(`  ${zh ? '核得' : 'found'}: ${JSON.stringify(found)}`)
  } else
    lines.push(
      zh
        ? `全部一致${report.end === undefined ? '' : `,事项终结于 ${report.end}`}`
        : `all agrees${report.end === undefined ? '' : `; the case ended as ${report.end}`}`,
    )
  return `${lines.join('\n')}\n`
}
