import { createHmac, timingSafeEqual } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import type { SignInDoor } from '../../workflows/format/catalogue.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { dayOf } from '../../workflows/rules/days.ts'
import type { ExpandedProcedure } from '../../workflows/stages/stage.ts'
import type { Keys } from '../identity/keys.ts'
import { slipLookup } from '../identity/slips.ts'
import { add, nextEntry, write } from '../record/chains.ts'
import { type Actor, act, type Engine, needs, type Rights } from './act.ts'
import { isRefusal } from './advance.ts'
import { holdMeeting } from './meetings.ts'
import type { Refusal } from './refusal.ts'
import { standsFor } from './standing.ts'

/** The six digits shown in the hall: a phone that knows them is in the room. */
export const hallCode = ({ secrets }: Keys, meeting: string): string =>
  String(createHmac('sha256', secrets.slip).update(`hall ${meeting}`).digest().readUInt32BE(0) % 1_000_000).padStart(
    6,
    '0',
  )

/** How somebody comes in: named or by slip at the clerk's table, by an own phone in the room, or by one outside. */
export type ComingIn =
  | { readonly people: readonly string[] }
  | { readonly slips: readonly string[] }
  | { readonly code: string }
  | { readonly remote: true }

/** Members of the roll, whoever came for them. */
export interface SignedIn {
  readonly signedIn: readonly string[]
  readonly before: readonly string[]
}

/**
 * 签到, by whichever door; who left comes in again the same way. Signing in twice changes nothing. A proxy, or another adult of
 * a household that is counted, signs in the member whom he stands for.
 */
export const signInToMeeting = (
  engine: Engine,
  actor: Actor,
  meeting: string,
  cmd: ComingIn,
): Promise<Result<SignedIn, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const { community } = actor
    const coming = await comingBy(tx, engine, community, meeting, rights, cmd)
    if (!coming.ok) return coming
    const { door, people } = coming.value
    if (people.length === 0) return refuse({ code: 'not_on_roll' })
    const held = await holdMeeting(tx, engine, community, meeting)
    if (isRefusal(held)) return refuse(held)
    if (held.outcome !== undefined) return refuse({ code: 'meeting_ended', outcome: held.outcome })
    const { chain, on } = held
    const today = dayOf(chain.at)
    if (today !== on) return refuse({ code: 'meeting_not_today', on, today })

    const standing = await standsFor(tx, community, held, people, today)
    if (people.some((person) => !standing.some(({ came }) => came === person))) return refuse({ code: 'not_on_roll' })
    const here = await hereOf(tx, community, meeting)
    // Whoever comes for himself is put down so, also where another of those coming could stand for him.
    const members = new Map(standing.map(({ member, came }) => [member, came]))
    const fresh = [...members]
      .filter(([member]) => !here.has(member))
      .map(([person, came]) => ({ person, ...(came === person ? {} : { inPerson: came }) }))
    for (const one of fresh)
      add(chain, nextEntry(chain, { kind: 'member.signed-in', actor: actor.account, data: { ...one, door } }))
    await write(tx, engine.keys, chain)
    await tx.execute(sql`
      insert into attendance (community, meeting, person, door, signed_in_at, in_person)
      select ${community}::uuid, ${meeting}::uuid, person, ${door}, ${chain.at.toISOString()}::timestamptz, "inPerson"
      from jsonb_to_recordset(${JSON.stringify(fresh)}::text::jsonb) as r(person uuid, "inPerson" uuid)
      on conflict (community, meeting, person)
      do update set door = excluded.door, signed_in_at = excluded.signed_in_at, in_person = excluded.in_person, left_at = null`)
    const before = [...members.keys()].filter((member) => here.has(member))
    return ok({ signedIn: fresh.map(({ person }) => person), before })
  })

const hereOf = async (tx: Tx, community: string, meeting: string): Promise<ReadonlySet<string>> => {
  const rows = await tx.execute<{ person: string }>(sql`
    select person from attendance where community = ${community} and meeting = ${meeting} and left_at is null`)
  return new Set(rows.map(({ person }) => person))
}

interface Coming {
  readonly door: SignInDoor
  readonly people: readonly string[]
}

/** Who comes by a door, and whether that door is open to them. */
const comingBy = async (
  tx: Tx,
  { keys }: Engine,
  community: string,
  meeting: string,
  rights: Rights,
  cmd: ComingIn,
): Promise<Result<Coming, Refusal>> => {
  const self = rights.person === undefined ? [] : [rights.person]
  if ('code' in cmd)
    return sameCode(cmd.code, hallCode(keys, meeting))
      ? ok({ door: 'phone', people: self })
      : refuse({ code: 'hall_code_wrong' })
  if ('remote' in cmd) {
    const stages = await withoutRemote(tx, community, meeting)
    return stages.length === 0 ? ok({ door: 'remote', people: self }) : refuse({ code: 'remote_not_admitted', stages })
  }
  const denied = needs(rights, 'clerk')
  if (denied) return refuse(denied)
  if ('people' in cmd) return ok({ door: 'clerk', people: [...new Set(cmd.people)] })
  const people = await holdersOf(tx, keys, community, cmd.slips)
  return people.ok ? ok({ door: 'slip', people: people.value }) : people
}

const sameCode = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/**
 * Whose slips these are. A slip shown at the door names its holder to the clerk, as a list would, and is not used up by
 * it; one that is used up or has run out still does, until a newer one is printed.
 */
const holdersOf = async (
  tx: Tx,
  { secrets }: Keys,
  community: string,
  slips: readonly string[],
): Promise<Result<readonly string[], Refusal>> => {
  const people: string[] = []
  for (const [index, slip] of slips.entries()) {
    const lookup = slipLookup(slip, secrets.slip)
    if (!lookup.ok) return refuse({ code: 'slip_mistyped' })
    const [row] = await tx.execute<{ person: string | null }>(sql`
      select person from account where community = ${community} and slip = ${lookup.value} and disabled_at is null`)
    if (!row?.person) return refuse({ code: 'slip_unknown', index })
    people.push(row.person)
  }
  return ok([...new Set(people)])
}

/** The stages on the agenda whose rule does not let a phone outside the hall count as present. */
const withoutRemote = async (tx: Tx, community: string, meeting: string): Promise<readonly string[]> => {
  const rows = await tx.execute<{ stage: string; expanded: ExpandedProcedure }>(sql`
    select g.stage, a.expanded from agenda g
    join proposal p on (p.community, p.id) = (g.community, g.proposal)
    join adoption a on (a.community, a.id) = (p.community, p.adoption)
    where g.community = ${community} and g.meeting = ${meeting} order by g.place`)
  const admits = ({ stages }: ExpandedProcedure, id: string): boolean =>
    stages.some((stage) => stage.id === id && stage.kind === 'decision' && stage.remote === true)
  return [...new Set(rows.flatMap(({ stage, expanded }) => (admits(expanded, stage) ? [] : [stage])))]
}
