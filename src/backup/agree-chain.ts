import { type Entry, parseEntry } from '../../workflows/format/entry.ts'
import { genesis, headOf, leafOf, toHex } from '../../workflows/format/hash.ts'
import type { SignedHead } from '../../workflows/verify.ts'
import { sha256 } from '../record/sha256.ts'
import { disagree } from './disagreement.ts'
import { rowsOf } from './rows.ts'
import type { Asked } from './tables.ts'

/** A chain as its row has it. */
export interface ChainRow {
  readonly name: string
  readonly seq: number
  readonly head: string
  readonly last: string | null
}

/** Opens a signed head with the installation's record keys. */
export type OpenHead = (jws: string) => Promise<SignedHead | undefined>

interface EntryRow {
  readonly seq: number
  readonly kind: string
  readonly at: string
  readonly bytes: Uint8Array
  readonly head: string
  readonly jws: string | null
}

/** An instant as the columns hold it, to the microsecond. */
const instant = (column: string): string => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US')`
const instantIn = ({ recordedAt }: Entry): string => `${recordedAt.slice(0, -1)}000`

/** The chains of a community, in the order in which one is called for another. */
export const chainsOf = (tx: Asked): Promise<readonly ChainRow[]> =>
  tx.unsafe<ChainRow[]>(`
    select name, seq, encode(head, 'hex') as head, ${instant('last_at')} as last
    from chain where community = current_community() order by name`)

/** The entries of a chain, each once its hash, its place, its columns and the signature over it have been found right. */
export async function* entriesOf(
  tx: Asked,
  community: string,
  { name, seq: length, head: lastHead, last }: ChainRow,
  openHead: OpenHead,
): AsyncGenerator<Entry> {
  let head = genesis
  let seq = 0
  let at = ''
  let signed = true
  const query = `
    select e.seq, e.kind, ${instant('e.recorded_at')} as at, e.bytes, encode(e.head, 'hex') as head, s.jws
    from entry e left join signed_head s on (s.community, s.chain, s.seq) = (e.community, e.chain, e.seq)
    where e.community = current_community() and e.chain = '${name}' order by e.seq`
  for await (const rows of rowsOf<EntryRow>(tx, query))
    for (const row of rows) {
      seq += 1
      const bytes = new Uint8Array(row.bytes)
      head = headOf(sha256, head, leafOf(sha256, bytes))
      if (row.seq !== seq) disagree(community, { chain: name, seq }, 'entries_missing')
      if (row.head !== toHex(head)) disagree(community, { chain: name, seq }, 'head_wrong')
      const entry = read(community, name, seq, bytes)
      const place = { chain: name, seq, kind: entry.kind }
      if (entry.community !== community || entry.chain !== name || entry.seq !== seq)
        disagree(community, place, 'out_of_place')
      if (entry.kind !== row.kind || instantIn(entry) !== row.at) disagree(community, place, 'columns_wrong')
      if (row.at < at) disagree(community, place, 'time_runs_back')
      at = row.at
      signed = row.jws !== null
      if (row.jws !== null) {
        const one = await openHead(row.jws)
        const fits = one?.community === community && one.chain === name && one.seq === seq && one.head === row.head
        if (!fits) disagree(community, place, 'signature_wrong')
      }
      yield entry
    }
  const place = { chain: name, seq }
  if (!signed) disagree(community, place, 'signature_wrong')
  if (length !== seq || lastHead !== toHex(head) || (last ?? '') !== at) disagree(community, place, 'chain_row_wrong')
}

const read = (community: string, chain: string, seq: number, bytes: Uint8Array): Entry => {
  try {
    return parseEntry(bytes)
  } catch {
    return disagree(community, { chain, seq }, 'entry_unreadable')
  }
}

/** What was signed or sealed of a chain is still there: an end that was cut off leaves its signature behind. */
export const agreeOnHeads = async (tx: Asked, community: string): Promise<void> => {
  for (const [table, fits, what] of [
    ['signed_head', 'true', 'entries_missing'],
    ['seal', 'e.head = h.head', 'seal_wrong'],
  ] as const) {
    const [wrong] = await tx.unsafe<{ chain: string; seq: number }[]>(`
      select h.chain, h.seq from ${table} h where h.community = current_community() and not exists (
        select from entry e where (e.community, e.chain, e.seq) = (h.community, h.chain, h.seq) and ${fits})
      order by h.chain, h.seq limit 1`)
    if (wrong) disagree(community, { chain: wrong.chain, seq: wrong.seq }, what)
  }
}
