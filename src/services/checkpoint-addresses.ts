import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import type { Refusal } from './refusal.ts'

/** To whom checkpoints go outside the system, as the supervision committee says. Nothing is sent by itself: somebody hands them over, and says so. */

export interface CheckpointAddress {
  readonly id: string
  readonly address: string
  readonly setAt: string
}

const instant = (column: string) => sql.raw(`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

/** The addresses that stand. */
export const checkpointAddresses = (
  engine: Engine,
  actor: Actor,
): Promise<Result<{ readonly items: readonly CheckpointAddress[] }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk', 'supervisor', 'administrator')
    if (denied) return refuse(denied)
    const items = await tx.execute<CheckpointAddress & Record<string, unknown>>(sql`
      select id, address, ${instant('set_at')} as "setAt" from checkpoint_address
      where community = ${actor.community} and ended_at is null order by id`)
    return ok({ items: [...items] })
  })

/** Adds an address, to which the newest checkpoint is to be handed first; the supervision committee's alone. */
export const setCheckpointAddress = (
  engine: Engine,
  actor: Actor,
  address: string,
): Promise<Result<CheckpointAddress, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'supervisor')
    if (denied) return refuse(denied)
    const at = (await engine.clock(tx, undefined)).toISOString()
    const [row] = await tx.execute<{ id: string }>(sql`
      insert into checkpoint_address (community, id, address, set_by, set_at)
      values (${actor.community}, ${uuidv7()}, ${address}, ${actor.account}, ${at}::timestamptz)
      on conflict (community, address) where ended_at is null do nothing returning id`)
    if (!row) return refuse({ code: 'address_set_already' })
    await tx.execute(sql`
      insert into outbox (community, id, topic, message, due_at)
      select community, ${uuidv7()}, 'checkpoint', jsonb_build_object('size', size, 'addresses', jsonb_build_array(${row.id}::text)),
        ${at}::timestamptz
      from checkpoint where community = ${actor.community} order by size desc limit 1`)
    return ok({ id: row.id, address, setAt: at })
  })

/** Takes an address off; what was handed to it stays on the list of what left. */
export const endCheckpointAddress = (
  engine: Engine,
  actor: Actor,
  id: string,
): Promise<Result<{ readonly ended: string }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'supervisor')
    if (denied) return refuse(denied)
    const at = (await engine.clock(tx, undefined)).toISOString()
    const [row] = await tx.execute(sql`
      update checkpoint_address set ended_at = greatest(${at}::timestamptz, set_at)
      where community = ${actor.community} and id = ${id} and ended_at is null returning id`)
    return row ? ok({ ended: id }) : refuse({ code: 'not_found', what: 'checkpoint address' })
  })

export interface CheckpointDelivery {
  readonly size: number
  readonly code: string
  readonly note: string
  readonly sealedAt: string
  readonly addresses: readonly string[]
  /** When somebody said that it was handed over; null until then. */
  readonly handedOverAt: string | null
}

/** What is to be handed over, and what was, newest first; the newest checkpoint stands for all before it. */
export const checkpointDeliveries = (
  engine: Engine,
  actor: Actor,
): Promise<Result<{ readonly items: readonly CheckpointDelivery[] }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk', 'supervisor', 'administrator')
    if (denied) return refuse(denied)
    const items = await tx.execute<CheckpointDelivery & Record<string, unknown>>(sql`
      select c.size::int, c.code, c.note, ${instant('c.sealed_at')} as "sealedAt", ${instant('o.sent_at')} as "handedOverAt",
        (select coalesce(jsonb_agg(a.address order by a.id), '[]') from checkpoint_address a
          where a.community = o.community and o.message -> 'addresses' ? a.id::text) as addresses
      from outbox o join checkpoint c on c.community = o.community and c.size = (o.message ->> 'size')::bigint
      where o.community = ${actor.community} and o.topic = 'checkpoint' order by c.size desc, o.id limit 100`)
    return ok({ items: [...items] })
  })

/** Notes that a checkpoint has left: it and all before it, since it commits to them. */
export const noteHandedOver = (
  engine: Engine,
  actor: Actor,
  size: number,
): Promise<Result<{ readonly size: number; readonly handedOver: number }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk', 'supervisor')
    if (denied) return refuse(denied)
    const [known] = await tx.execute(sql`
      select from checkpoint where community = ${actor.community} and size = ${size}`)
    if (!known) return refuse({ code: 'not_found', what: 'checkpoint' })
    const at = (await engine.clock(tx, undefined)).toISOString()
    const rows = await tx.execute(sql`
      update outbox set sent_at = ${at}::timestamptz
      where community = ${actor.community} and topic = 'checkpoint' and sent_at is null and (message ->> 'size')::bigint <= ${size}
      returning id`)
    return ok({ size, handedOver: rows.length })
  })
