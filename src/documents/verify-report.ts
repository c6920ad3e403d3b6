import { catalogue, isEntryKind } from '../../workflows/format/catalogue.ts'
import type { ReceiptReport } from '../../workflows/verify/receipt.ts'
import type { Report } from '../../workflows/verify.ts'
import type { Lang } from '../../workflows/wording.ts'
import { caseEndName } from '../../workflows/wording-desk.ts'

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
  minutes_wrong: {
    zh: '会议记录不是由主持人在散会后签认,或签认后又有改动',
    en: 'the minutes were not approved by the presider after the meeting, or were added to afterwards',
  },
  claim_denied: { zh: '所说的另一事项并没有这回事', en: 'the other case that it names does not bear it out' },
  confirmed_by_its_author: { zh: '录入人自己确认', en: 'whoever entered it confirmed it' },
  withdrawn_by_another: {
    zh: '意见不是由提出人本人撤回',
    en: 'a comment was taken back by somebody else than whoever made it',
  },
  supervisor_missing: { zh: '没有监督委员会成员确认', en: 'nobody of the supervision committee confirmed it' },
  sealed_head_wrong: {
    zh: '与封存时的校验码不符:封存之后被改动',
    en: 'it is not what was sealed: it was changed afterwards',
  },
  tail_cut: { zh: '到此为止,之后已封存的条目缺失', en: 'what was sealed after it is missing: the end was cut off' },
  tree_rewritten: {
    zh: '与存证校验码不符:此处或所列条目在存证之后被改写',
    en: 'it does not fit the checkpoint: it, or one of those named, was rewritten since',
  },
  split_view: {
    zh: '同一大小有两个不同的存证校验码,给不同的人看了不同的档案',
    en: 'two checkpoints of one size differ: different people were shown different records',
  },
  checkpoint_unsigned: { zh: '存证校验码没有可信的签名', en: 'the checkpoint has no signature of a trusted key' },
  checkpoint_unreadable: {
    zh: '存证校验码无法识别,或属于别的社区',
    en: 'the checkpoint cannot be read, or is of another community',
  },
  receipt_wrong: { zh: '回执本身不成立', en: 'the receipt does not hold by itself' },
  receipt_missing: { zh: '档案中该处不是回执上的票', en: 'the record has something else where the receipt’s vote was' },
  key_unpublished: { zh: '签名公钥未在社区档案中公布', en: 'the community’s record does not announce this key' },
  key_untrusted: {
    zh: '这里公布的签名公钥没有可信的公钥作保,却用来签了档案',
    en: 'no trusted key stands behind the key announced here, and yet it signs for the record',
  },
} as const satisfies Record<NonNullable<Report['disagreement']>['what'], Record<Lang, string>>

/** A verifier's report in plain words. */
export const sayReport = (report: Report, lang: Lang): string => {
  const zh = lang === 'zh'
  const lines = [
    zh
      ? `核对条目 ${report.entries} 条,事项 ${report.cases} 件`
      : `${report.entries} entries and ${report.cases} cases checked`,
  ]
  for (const { title, carried, recounted } of report.ballots)
    lines.push(
      zh
        ? `表决(${title.zh}):${recounted ? '逐票重算' : '票数核对'}一致,${carried ? '通过' : '未通过'}`
        : `ballot (${title.en}): ${recounted ? 'recounted vote by vote' : 'number of votes checked'}, ${carried ? 'carried' : 'not carried'}`,
    )
  if (report.postings > 0)
    lines.push(
      zh
        ? `公示、公布 ${report.postings} 次均满期,意见 ${report.comments} 条均有答复`
        : `${report.postings} postings hung their days, ${report.comments} comments on them were dealt with`,
    )
  const { tree, held } = report
  if (tree)
    lines.push(
      zh
        ? `封存 ${tree.size} 处、存证校验码 ${tree.checkpoints} 个逐一核对${tree.code === null ? '' : `,最新 ${tree.size} 号 ${tree.code}`},封存之后新增 ${tree.unsealed} 条`
        : `${tree.size} sealed heads and ${tree.checkpoints} checkpoints held${tree.code === null ? '' : `; the newest is ${tree.size}, ${tree.code}`}; ${tree.unsealed} entries are newer`,
    )
  if (held.checkpoints > 0)
    lines.push(
      zh
        ? `与手中的存证校验码 ${held.checkpoints} 个核对`
        : `held to ${held.checkpoints} checkpoints brought from elsewhere`,
    )
  else if (!held.key)
    lines.push(
      zh
        ? '提示:没有另外提供公钥或存证校验码,只能证明档案自身一致;请用公告上的校验码再核对'
        : 'note: without a key or a checkpoint from elsewhere this shows only that the file agrees with itself',
    )
  if (report.withheld > 0)
    lines.push(
      zh
        ? `未公开的选择 ${report.withheld} 票,只核对票数`
        : `${report.withheld} choices withheld: only their number is checked`,
    )
  if (report.disagreement) lines.push(...sayDisagreement(report.disagreement, lang))
  else
    lines.push(
      zh
        ? `全部一致${report.end === undefined ? '' : `,事项${caseEndName(report.end, 'zh')}`}`
        : `all agrees${report.end === undefined ? '' : `; the case: ${caseEndName(report.end, 'en')}`}`,
    )
  return `${lines.join('\n')}\n`
}

const sayDisagreement = (disagreement: NonNullable<Report['disagreement']>, lang: Lang): readonly string[] => {
  const zh = lang === 'zh'
  const { chain, seq, kind, what, claimed, found } = disagreement
  const name = kind === undefined ? '' : zh && isEntryKind(kind) ? ` ${kind}(${catalogue[kind].zh})` : ` ${kind}`
  return [
    zh
      ? `不一致:${chain} 第 ${seq} 条${name},${wrongs[what].zh}`
      : `DISAGREES: ${chain} entry ${seq}${name}: ${wrongs[what].en}`,
    ...(claimed === undefined ? [] : [`  ${zh ? '记载' : 'claimed'}: ${JSON.stringify(claimed)}`]),
    ...(found === undefined ? [] : [`  ${zh ? '核得' : 'found'}: ${JSON.stringify(found)}`]),
  ]
}

const choices: Readonly<Record<string, string>> = { yes: '赞成', no: '反对', abstain: '弃权', spoiled: '废票' }

/** What became of a receipt in plain words. */
export const sayReceipt = ({ disagreement, chain, seq, choice, changed }: ReceiptReport, lang: Lang): string => {
  if (disagreement) return `${sayDisagreement(disagreement, lang).join('\n')}\n`
  const vote =
    lang === 'zh'
      ? `回执有效:${chain} 第 ${seq} 条就是这一票${choice === undefined ? '' : `,选择为${choices[choice] ?? choice}`}\n`
      : `the receipt holds: entry ${seq} of ${chain} is this vote${choice === undefined ? '' : `, for ${choice}`}\n`
  if (changed === undefined) return vote
  return lang === 'zh'
    ? `${vote}注意:这一票后来在第 ${changed} 条更改,按更改后的计票;如非本人更改,请向监督委员会提出\n`
    : `${vote}note: entry ${changed} has changed this vote since, and it is counted as changed; if you did not change it, tell the supervision committee\n`
}
