import { wrongs } from '../documents/verify-report.ts'
import { BackupRefused } from './refused.ts'

/** What may be found when a restored community is held against its own record: the verifier's findings, and those beside the record. */
const findings = {
  head_wrong: wrongs.head_wrong,
  entry_unreadable: wrongs.entry_unreadable,
  out_of_place: wrongs.out_of_place,
  time_runs_back: wrongs.time_runs_back,
  signature_wrong: wrongs.signature_wrong,
  chain_missing: wrongs.chain_missing,
  adoption_wrong: wrongs.adoption_wrong,
  disclosure_wrong: wrongs.disclosure_wrong,
  refused_on_replay: wrongs.refused_on_replay,
  columns_wrong: { zh: '条目的类别或时间与内容不符', en: 'its kind or time is not what it says itself' },
  entries_missing: { zh: '签过名的条目缺失', en: 'entries that were signed are missing' },
  chain_row_wrong: { zh: '链上登记的末条与条目不符', en: 'the chain’s row is not its last entry' },
  row_missing: { zh: '档案所载在库中没有', en: 'what the record tells of is missing beside it' },
  state_wrong: { zh: '所存进度与重走程序的结果不符', en: 'the stored state is not what the record comes to' },
  draft_wrong: { zh: '所存草案与档案不符', en: 'the stored draft is not the one in the record' },
  posting_wrong: { zh: '所存公示与档案不符', en: 'the stored posting is not the one in the record' },
  ballot_wrong: { zh: '所存表决与档案不符', en: 'the stored ballot is not the one in the record' },
  vote_wrong: { zh: '所存的票与档案不符', en: 'the stored vote is not the one in the record' },
  minutes_wrong: wrongs.minutes_wrong,
  roll_wrong: { zh: '所存名册与档案不符', en: 'the stored roll is not the one in the record' },
  voters_wrong: { zh: '所存可投票人与档案不符', en: 'those stored as voters are not those in the record' },
  recusals_wrong: { zh: '所存回避与档案不符', en: 'the stored recusals are not those in the record' },
  poll_wrong: { zh: '所存选举投票与档案不符', en: 'the stored poll is not the one in the record' },
  papers_wrong: { zh: '所存选票发放与档案不符', en: 'the papers stored as given out are not those in the record' },
  proxies_wrong: { zh: '所存委托与档案不符', en: 'the stored proxies are not those in the record' },
  tree_wrong: { zh: '与存证校验码不符', en: 'it does not fit the checkpoints' },
  tail_cut: {
    zh: '备份到此为止,而存证校验码之后还有:这是存证之前的旧备份,或末尾被截去',
    en: 'it ends here, before a checkpoint that was handed out: the backup is older than that, or its end was cut off',
  },
  split_view: wrongs.split_view,
  seal_wrong: { zh: '存证与条目不符', en: 'what was sealed is not the chain’s head' },
  id_number_wrong: { zh: '身份证号用这些密钥打不开', en: 'the ID number does not open with these keys' },
} as const

/** Where it was found: an entry of a chain, or a row of a table that no entry tells of. */
export type Place =
  | { readonly chain: string; readonly seq: number; readonly kind?: string | undefined }
  | { readonly table: string; readonly row: string }

/** Stops at the first thing that does not agree, naming it in both languages. */
export const disagree = (community: string, place: Place, what: keyof typeof findings): never => {
  const { zh, en } = findings[what]
  const where =
    'chain' in place
      ? [
          `${place.chain} 第 ${place.seq} 条${place.kind === undefined ? '' : ` ${place.kind}`}`,
          `${place.chain} entry ${place.seq}${place.kind === undefined ? '' : ` (${place.kind})`}`,
        ]
      : [`${place.table} ${place.row}`, `${place.table} ${place.row}`]
  throw new BackupRefused(
    'does_not_agree',
    `不一致:社区 ${community},${where[0]},${zh}\nThe backup does not agree with itself: community ${community}, ${where[1]}: ${en}`,
    { community, ...place, what },
  )
}
