import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { type Tx, within } from '../../db/within.ts'
import { codeOf, keyIdOf, originOf, readCheckpoint } from '../../workflows/format/checkpoint.ts'
import { toHex } from '../../workflows/format/hash.ts'
import { rootOf } from '../../workflows/format/merkle.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { signCheckpoint } from '../identity/record-key.ts'
import { add, communityChain, hold, nextEntry, write } from '../record/chains.ts'
import { sha256 } from '../record/sha256.ts'
import { growTree, holdTree, type MovedHead } from '../record/tree.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { directory } from './communities.ts'
import type { Refusal } from './refusal.ts'

/** What a sealing came to: how far the tree goes now, how many heads went in, and which chains somebody was just writing to. */
interface Sealed {
  readonly size: number
  readonly sealed: number
  readonly busy: readonly string[]
}

type Sealer = Pick<Engine, 'db' | 'clock' | 'keys'>

/**
 * Puts every head that moved into the community's tree and signs where it stands now. Two who seal at once do it one after the
 * other; a chain that somebody is writing to is not waited for, so that no voter waits either: it is named instead.
 */
const sealMoved = (engine: Sealer, community: string, only?: string): Promise<Sealed> =>
  within(engine.db, community, async (tx) => {
    const tree = await holdTree(tx, community)
    await announceKey(engine, tx, community)
    const moved = await tx.execute<MovedHead & Record<string, unknown>>(sql`
      select name as chain, seq, encode(head, 'hex') as head from chain
      where community = ${community} and seq <> sealed_seq and (${only ?? null}::text is null or name = ${only ?? null}::text)
      order by name for no key update ${only === undefined ? sql`skip locked` : sql``}`)
    const grows = moved.length === 0 ? tree : await growTree(tx, community, tree, moved)
    if (moved.length > 0) await signTree(engine, tx, community, grows)
    const behind = await tx.execute<{ name: string }>(sql`
      select name from chain where community = ${community} and seq <> sealed_seq order by name`)
    return { size: grows.size, sealed: moved.length, busy: behind.map(({ name }) => name) }
  })

/** Seals all that had been recorded when it was asked: those chains that were being written to one at a time, once their writer is done. */
export const seal = async (engine: Sealer, community: string): Promise<number> => {
  const first = await sealMoved(engine, community)
  let { size } = first
  for (const chain of first.busy) size = Math.max(size, (await sealMoved(engine, community, chain)).size)
  return size
}

/** Seals every community that has moved: what a clock does now and then, so that nobody has to ask. */
export const sealAll = async (engine: Sealer, signal?: AbortSignal): Promise<void> => {
  const { items } = await directory(engine)
  for (const { id } of items) {
    if (signal?.aborted) return
    await sealMoved(engine, id)
  }
}

/** 封存: seals now, for whoever is about to print or to hand something over. */
export const sealNow = async (engine: Engine, actor: Actor): Promise<Result<{ readonly size: number }, Refusal>> => {
  const { idempotency: _, ...asker } = actor
  const may = await act(engine, asker, async (_tx, rights) => {
    const denied = needs(rights, 'clerk', 'supervisor', 'administrator')
    return denied ? refuse(denied) : ok({})
  })
  return may.ok ? ok({ size: await seal(engine, actor.community) }) : may
}

/** A record key that the community's chain does not know yet is announced there before it signs a checkpoint: so keys change. */
const announceKey = async ({ clock, keys }: Sealer, tx: Tx, community: string): Promise<void> => {
  const { kid, x } = keys.record.published
  const [last] = await tx.execute<{ note: string }>(sql`
    select note from checkpoint where community = ${community} order by size desc limit 1`)
  const keyId = toHex(keyIdOf(sha256, originOf(community), new Uint8Array(Buffer.from(x, 'base64url'))))
  const signers = last === undefined ? [] : (readCheckpoint(last.note)?.signatures ?? [])
  if (signers.some((signature) => toHex(signature.keyId) === keyId)) return
  const [known] = await tx.execute(sql`
    select from entry where community = ${community} and chain = ${communityChain} and kind = 'key.published'
      and convert_from(bytes, 'UTF8')::jsonb -> 'data' ->> 'kid' = ${kid} limit 1`)
  if (known) return
  const chain = await hold(tx, clock, community, communityChain)
  if (!chain) return
  add(chain, nextEntry(chain, { kind: 'key.published', actor: installation, data: keys.record.published }))
  await write(tx, keys, chain)
}

/** Stands for the installation itself where no account acts. */
const installation = '00000000-0000-0000-0000-000000000000'

const signTree = async (
  { clock, keys }: Sealer,
  tx: Tx,
  community: string,
  tree: Parameters<typeof rootOf>[1],
): Promise<void> => {
  const [last] = await tx.execute<{ ms: string | null }>(sql`
    select (extract(epoch from max(sealed_at)) * 1000)::bigint::text as ms from checkpoint where community = ${community}`)
  const at = await clock(tx, last?.ms ? new Date(Number(last.ms)) : undefined)
  const checkpoint = { origin: originOf(community), size: tree.size, root: rootOf(sha256, tree) }
  const code = codeOf(sha256, checkpoint)
  await tx.execute(sql`
    insert into checkpoint (community, size, root, note, code, sealed_at)
    values (${community}, ${tree.size}, decode(${toHex(checkpoint.root)}, 'hex'), ${signCheckpoint(keys, checkpoint)}, ${code},
      ${at.toISOString()}::timestamptz)`)
  // Whom it goes to is written down with it; that it went is noted by whoever has handed it over.
  await tx.execute(sql`
    insert into outbox (community, id, topic, message, due_at)
    select ${community}, ${uuidv7()}, 'checkpoint', jsonb_build_object('size', ${tree.size}::bigint, 'addresses', jsonb_agg(id order by id)),
      ${at.toISOString()}::timestamptz
    from checkpoint_address where community = ${community} and ended_at is null having count(*) > 0`)
}
