import { sql } from 'drizzle-orm'
import { type Tx, within } from '../../../db/within.ts'
import { toHex } from '../../../workflows/format/hash.ts'
import { consistencyProof, inclusionProof } from '../../../workflows/format/merkle.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { onTree } from '../../record/tree.ts'
import type { Engine } from '../act.ts'
import type { Refusal } from '../refusal.ts'
import type { Page } from './page.ts'

/** 存证校验码: where a community's tree stood. Anybody may have it, the more the better. */
export interface CheckpointView {
  readonly size: number
  /** In hex. */
  readonly root: string
  /** The signed note. */
  readonly note: string
  /** The same short enough for paper. */
  readonly code: string
  readonly sealedAt: string
}

/** What is printed on a paper of a checkpoint. */
export type PrintedCheckpoint = Pick<CheckpointView, 'size' | 'code' | 'sealedAt'>

const columns = sql`size::int, encode(root, 'hex') as root, note, code,
  to_char(sealed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sealedAt"`

type Found<T> = Promise<Result<T, Refusal>>
type Read = Pick<Engine, 'db'>

const checkpointOf = async (tx: Tx, community: string, size?: number): Promise<CheckpointView | undefined> => {
  const [row] = await tx.execute<CheckpointView & Record<string, unknown>>(sql`
    select ${columns} from checkpoint
    where community = ${community} and (${size ?? null}::bigint is null or size = ${size ?? null}::bigint)
    order by size desc limit 1`)
  return row
}

/** The newest checkpoint, as it stands on papers that are printed now; null before the first. */
export const printedCheckpoint = async (tx: Tx, community: string): Promise<PrintedCheckpoint | null> => {
  const newest = await checkpointOf(tx, community)
  return newest ? { size: newest.size, code: newest.code, sealedAt: newest.sealedAt } : null
}

/** One checkpoint, the newest where no size is said. */
export const checkpoint = ({ db }: Read, community: string, size?: number): Found<CheckpointView> =>
  within(db, community, async (tx) => {
    const row = await checkpointOf(tx, community, size)
    return row ? ok(row) : refuse({ code: 'not_found', what: 'checkpoint' })
  })

/** The checkpoints after a size, oldest first: a feed for whoever keeps them. */
export const checkpoints = (
  { db }: Read,
  community: string,
  after: number,
  limit: number,
): Found<Page<CheckpointView>> =>
  within(db, community, async (tx) => {
    const rows = await tx.execute<CheckpointView & Record<string, unknown>>(sql`
      select ${columns} from checkpoint where community = ${community} and size > ${after} order by size limit ${limit + 1}`)
    const items = rows.slice(0, limit)
    return ok(rows.length > limit ? { items, next: String(items.at(-1)?.size ?? after) } : { items })
  })

export interface ConsistencyView {
  readonly from: number
  readonly to: number
  /** In hex; by RFC 9162, 2.1.4. */
  readonly proof: readonly string[]
}

/** Shows that the tree of a checkpoint begins with the tree of an older size. */
export const consistency = ({ db }: Read, community: string, to: number, from: number): Found<ConsistencyView> =>
  within(db, community, async (tx) => {
    if (!(await checkpointOf(tx, community, to))) return refuse({ code: 'not_found', what: 'checkpoint' })
    if (from > to) return refuse({ code: 'tree_smaller', asked: from, size: to })
    const proof = await onTree(tx, community, (root) => consistencyProof(root, from, to))
    return ok({ from, to, proof: proof.map(toHex) })
  })

export interface InclusionView {
  readonly size: number
  /** The leaf's place, from 0. */
  readonly index: number
  /** The entry up to which the chain was sealed: the one asked for, or the next that was. */
  readonly seq: number
  /** Leaf hashes of the entries from the one asked for to that one, in hex: they lead from a receipt's head to the sealed head. */
  readonly laterLeaves: readonly string[]
  /** In hex; by RFC 9162, 2.1.3. */
  readonly path: readonly string[]
}

const mostLeaves = 100_000

/** Shows that an entry of a chain, by its head, is in the tree of a checkpoint. */
export const inclusion = (
  { db }: Read,
  community: string,
  size: number,
  of: { readonly chain: string; readonly seq: number },
): Found<InclusionView> =>
  within(db, community, async (tx) => {
    if (!(await checkpointOf(tx, community, size))) return refuse({ code: 'not_found', what: 'checkpoint' })
    const [leaf] = await tx.execute<{ size: number; seq: number }>(sql`
      select size::int, seq from seal
      where community = ${community} and chain = ${of.chain} and seq >= ${of.seq} and size <= ${size} order by seq limit 1`)
    if (!leaf || leaf.seq - of.seq > mostLeaves)
      return refuse({ code: 'not_sealed', chain: of.chain, seq: of.seq, size })
    const later = await tx.execute<{ leaf: string }>(sql`
      select encode(sha256(bytes), 'hex') as leaf from entry
      where community = ${community} and chain = ${of.chain} and seq > ${of.seq} and seq <= ${leaf.seq} order by seq`)
    const path = await onTree(tx, community, (root) => inclusionProof(root, leaf.size - 1, size))
    const laterLeaves = later.map((one) => one.leaf)
    return ok({ size, index: leaf.size - 1, seq: leaf.seq, laterLeaves, path: path.map(toHex) })
  })
