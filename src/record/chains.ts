import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import type { DataOf, EntryKind } from '../../workflows/format/catalogue.ts'
import { type Attested, bytesOf, type Entry, parseEntry, recordFormat } from '../../workflows/format/entry.ts'
import { fromHex, genesis, headOf, leafOf, toHex } from '../../workflows/format/hash.ts'
import type { Day } from '../../workflows/rules/days.ts'
import type { Keys } from '../identity/keys.ts'
import { signHead } from '../identity/record-key.ts'
import type { Clock } from './clock.ts'
import { sha256 } from './sha256.ts'

/** A chain whose row this transaction holds; entries are added to it in memory and written by `write`. */
export interface HeldChain {
  readonly community: string
  readonly name: string
  /** The time that every entry of this transaction bears. */
  readonly at: Date
  /** True for a chain that begins here, until its row is written with its first entries. */
  fresh: boolean
  seq: number
  head: Uint8Array
  readonly added: { readonly entry: Entry; readonly bytes: Uint8Array; readonly head: Uint8Array }[]
}

export const proposalChain = (proposal: string): string => `proposal/${proposal}`
export const meetingChain = (meeting: string): string => `meeting/${meeting}`
export const communityChain = 'community'

/**
 * Takes the chain's row for this transaction, then asks the clock: no earlier than a chain held before, where one is named.
 * Undefined where there is no such chain.
 */
export const hold = async (
  tx: Tx,
  clock: Clock,
  community: string,
  name: string,
  before?: HeldChain,
): Promise<HeldChain | undefined> => {
  const [row] = await tx.execute<{ seq: number; head: string; last: string | null }>(sql`
    select seq, encode(head, 'hex') as head, (extract(epoch from last_at) * 1000)::bigint::text as last
    from chain where community = ${community} and name = ${name} for no key update`)
  if (!row) return undefined
  const last = Math.max(row.last === null ? 0 : Number(row.last), before?.at.getTime() ?? 0)
  const at = await clock(tx, last === 0 ? undefined : new Date(last))
  return { community, name, at, fresh: false, seq: row.seq, head: fromHex(row.head), added: [] }
}

/** A chain that begins in this transaction. */
export const begin = (community: string, name: string, at: Date): HeldChain => ({
  community,
  name,
  at,
  fresh: true,
  seq: 0,
  head: genesis,
  added: [],
})

/** What an entry says, before it has its place in a chain. */
export interface Saying<K extends EntryKind> {
  readonly kind: K
  readonly data: DataOf<K>
  readonly actor: string
  readonly occurredOn?: Day | undefined
  readonly attested?: Attested | undefined
}

/** The entry that would come next; `add` puts it there. */
export const nextEntry = <K extends EntryKind>(
  chain: HeldChain,
  { kind, data, actor, occurredOn, attested }: Saying<K>,
): Entry =>
  ({
    format: recordFormat,
    community: chain.community,
    chain: chain.name,
    seq: chain.seq + 1,
    kind,
    recordedAt: chain.at.toISOString(),
    ...(occurredOn === undefined ? {} : { occurredOn }),
    ...(attested === undefined ? {} : { attested }),
    actor,
    data,
  }) as unknown as Entry

/** Chains an entry in memory. */
export const add = (chain: HeldChain, entry: Entry): void => {
  const bytes = bytesOf(entry)
  chain.head = headOf(sha256, chain.head, leafOf(sha256, bytes))
  chain.seq = entry.seq
  chain.added.push({ entry, bytes, head: chain.head })
}

/** Writes what was added, moves the chain's head and signs it. Answers the signed head. */
export const write = async (tx: Tx, keys: Keys, chain: HeldChain): Promise<string | undefined> => {
  if (chain.added.length === 0) return undefined
  const rows = chain.added.map(({ entry, bytes, head }) => ({
    seq: entry.seq,
    kind: entry.kind,
    bytes: Buffer.from(bytes).toString('utf8'),
    head: toHex(head),
  }))
  const at = chain.at.toISOString()
  if (chain.fresh)
    await tx.execute(sql`
      insert into chain (community, name, head) values (${chain.community}, ${chain.name}, decode(${toHex(genesis)}, 'hex'))`)
  await tx.execute(sql`
    insert into entry (community, chain, seq, kind, recorded_at, bytes, head)
    select ${chain.community}::uuid, ${chain.name}, seq, kind, ${at}::timestamptz, convert_to(bytes, 'UTF8'), decode(head, 'hex')
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(seq int, kind text, bytes text, head text)`)
  await tx.execute(sql`
    update chain set seq = ${chain.seq}, head = decode(${toHex(chain.head)}, 'hex'), last_at = ${at}::timestamptz
    where community = ${chain.community} and name = ${chain.name}`)
  const jws = await signHead(keys, {
    community: chain.community,
    chain: chain.name,
    seq: chain.seq,
    head: toHex(chain.head),
    at,
  })
  await tx.execute(sql`
    insert into signed_head (community, chain, seq, jws) values (${chain.community}, ${chain.name}, ${chain.seq}, ${jws})`)
  chain.fresh = false
  chain.added.length = 0
  return jws
}

const lastPossible = 2_147_483_647

/** Every entry of a chain, in order; or those after one and no further than another. */
export const entriesOf = async (
  tx: Tx,
  community: string,
  name: string,
  { after, upTo }: { readonly after?: number; readonly upTo?: number } = {},
): Promise<readonly Entry[]> => {
  const rows = await tx.execute<{ text: string }>(sql`
    select convert_from(bytes, 'UTF8') as text from entry where community = ${community} and chain = ${name}
      and seq > ${after ?? 0} and seq <= ${upTo ?? lastPossible} order by seq`)
  return rows.map(({ text }) => parseEntry(new TextEncoder().encode(text)))
}
