import { sql } from 'drizzle-orm'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { type Actor, act, type Engine } from '../act.ts'
import { look, type Reader } from '../look.ts'
import type { Refusal } from '../refusal.ts'
import type { Page } from './page.ts'

export interface EntryLine {
  readonly seq: number
  readonly bytes: string
  readonly head: string
}

/** Entries of a chain from a sequence number on: ids and commitments only. */
export const chainEntries = (
  engine: Engine,
  actor: Actor,
  chain: string,
  from: number,
  limit: number,
): Promise<Result<Page<EntryLine>, Refusal>> =>
  act(engine, actor, async (tx) => {
    const rows = await tx.execute<EntryLine & Record<string, unknown>>(sql`
      select seq, convert_from(bytes, 'UTF8') as bytes, encode(head, 'hex') as head from entry
      where community = ${actor.community} and chain = ${chain} and seq >= ${from} order by seq limit ${limit + 1}`)
    const items = rows.slice(0, limit)
    return ok(rows.length > limit ? { items, next: String((items.at(-1)?.seq ?? 0) + 1) } : { items })
  })

export interface HeadView {
  readonly seq: number
  readonly head: string
  readonly signedHead: string
}

/** Where a chain stands, signed. */
export const chainHead = (engine: Engine, reader: Reader, chain: string): Promise<Result<HeadView, Refusal>> =>
  look(engine, reader, async (tx) => {
    const [row] = await tx.execute<HeadView & Record<string, unknown>>(sql`
      select c.seq, encode(c.head, 'hex') as head, s.jws as "signedHead"
      from chain c join signed_head s on (s.community, s.chain, s.seq) = (c.community, c.name, c.seq)
      where c.community = ${reader.community} and c.name = ${chain}`)
    return row ? ok(row) : refuse({ code: 'not_found', what: 'chain' })
  })

/** Every chain of the community with how far it goes. */
export const chains = (
  engine: Engine,
  actor: Actor,
): Promise<
  Result<
    { readonly items: readonly { readonly chain: string; readonly seq: number; readonly head: string }[] },
    Refusal
  >
> =>
  act(engine, actor, async (tx) => {
    const items = await tx.execute<{ chain: string; seq: number; head: string }>(sql`
      select replace(name, '/', '~') as chain, seq, encode(head, 'hex') as head from chain
      where community = ${actor.community} order by name limit 100000`)
    return ok({ items: [...items] })
  })
