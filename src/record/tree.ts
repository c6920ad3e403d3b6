import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import { sealedHeadBytes } from '../../workflows/format/checkpoint.ts'
import { fromHex, toHex } from '../../workflows/format/hash.ts'
import { append, type Frontier, rootOf, type Subtrees, treeLeaf } from '../../workflows/format/merkle.ts'
import { sha256 } from './sha256.ts'

/** A chain's head that goes into the tree as its next leaf. */
export interface MovedHead {
  readonly chain: string
  readonly seq: number
  readonly head: string
}

const hashBytes = 32
const hashesIn = (bytes: Uint8Array): readonly Uint8Array[] =>
  Array.from({ length: bytes.length / hashBytes }, (_, n) => bytes.slice(n * hashBytes, (n + 1) * hashBytes))

/** Takes the community's tree for this transaction, so that two who seal at once do it one after the other. */
export const holdTree = async (tx: Tx, community: string): Promise<Frontier> => {
  await tx.execute(sql`
    insert into tree (community, size, peaks) values (${community}, 0, ''::bytea) on conflict (community) do nothing`)
  const [row] = await tx.execute<{ size: string; peaks: string }>(sql`
    select size::text, encode(peaks, 'hex') as peaks from tree where community = ${community} for no key update`)
  return { size: Number(row?.size ?? 0), peaks: hashesIn(fromHex(row?.peaks ?? '')) }
}

/** Puts heads into the tree, in this order, each with the full subtrees that it completes. */
export const growTree = async (
  tx: Tx,
  community: string,
  tree: Frontier,
  moved: readonly MovedHead[],
): Promise<Frontier> => {
  let grows = tree
  const rows = moved.map((head) => {
    const { tree: after, completed } = append(sha256, grows, treeLeaf(sha256, sealedHeadBytes(head)))
    grows = after
    return { ...head, size: after.size, nodes: toHex(Buffer.concat(completed)) }
  })
  const json = JSON.stringify(rows)
  await tx.execute(sql`
    insert into seal (community, size, chain, seq, head, nodes)
    select ${community}::uuid, size, chain, seq, decode(head, 'hex'), decode(nodes, 'hex')
    from jsonb_to_recordset(${json}::text::jsonb) as r(size bigint, chain text, seq int, head text, nodes text)`)
  await tx.execute(sql`
    update chain c set sealed_seq = r.seq from jsonb_to_recordset(${json}::text::jsonb) as r(chain text, seq int)
    where c.community = ${community} and c.name = r.chain`)
  await tx.execute(sql`
    update tree set size = ${grows.size}, peaks = decode(${toHex(Buffer.concat(grows.peaks))}, 'hex')
    where community = ${community}`)
  return grows
}

/**
 * The subtrees that some work on the tree asks for, read in one go: the work is done once to see which it asks for, and again
 * with what they are. It may ask only for what lies within the tree.
 */
export const onTree = async <T>(tx: Tx, community: string, work: (root: Subtrees) => T): Promise<T> => {
  const asked = new Map<string, { readonly size: number; readonly level: number }>()
  const place = (from: number, level: number) => ({ size: from + 2 ** level, level })
  const nowhere = new Uint8Array(hashBytes)
  work((from, count) => {
    for (const { start, level } of fullSubtrees(from, count)) asked.set(`${start}/${level}`, place(start, level))
    return nowhere
  })
  const rows = await tx.execute<{ size: string; level: number; hash: string }>(sql`
    select s.size::text, r.level, encode(substring(s.nodes from r.level * 32 + 1 for 32), 'hex') as hash
    from jsonb_to_recordset(${JSON.stringify([...asked.values()])}::text::jsonb) as r(size bigint, level int)
    join seal s on s.community = ${community} and s.size = r.size`)
  const known = new Map(rows.map(({ size, level, hash }) => [`${Number(size) - 2 ** level}/${level}`, fromHex(hash)]))
  return work((from, count) =>
    rootOf(sha256, {
      size: count,
      peaks: fullSubtrees(from, count).map(({ start, level }) => {
        const node = known.get(`${start}/${level}`)
        if (!node) throw new RangeError(`the tree of ${community} has no subtree ${start}/${level}`)
        return node
      }),
    }),
  )
}

/** A stretch of the tree that begins where a subtree of its size may, as full subtrees, the largest first. */
const fullSubtrees = (from: number, count: number): readonly { readonly start: number; readonly level: number }[] => {
  const level = Math.floor(Math.log2(count))
  const full = 2 ** level
  return count === full
    ? [{ start: from, level }]
    : [{ start: from, level }, ...fullSubtrees(from + full, count - full)]
}
