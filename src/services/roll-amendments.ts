import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import type { rollCauses } from '../../workflows/format/catalogue.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { type Day, dayOf } from '../../workflows/rules/days.ts'
import { seatsBehind } from '../../workflows/verify.ts'
import { add, communityChain, hold, nextEntry, write } from '../record/chains.ts'
import { disclose, sealText } from '../record/texts.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { type HeldCase, holdCase, isRefusal, type OnPaper, say, settle } from './advance.ts'
import { agendaOf, type HeldMeeting, holdMeeting, pointOf, stateStep } from './meetings.ts'
import type { Refusal } from './refusal.ts'
import { enrol, membersOn, type RollMember, rollOn, statedOf } from './rolls.ts'

type RollCause = (typeof rollCauses)[number]

export interface AmendRoll {
  readonly cause: RollCause
  readonly person: string
  readonly reason: string
}

export interface AmendedRoll {
  readonly entitled: number
  readonly groups: Readonly<Record<string, number>>
  /** The proposals whose convocation now bears the amended roll. */
  readonly restated: readonly string[]
}

/**
 * Takes somebody off a frozen roll or puts somebody on it, by one of the listed causes that the roster and the seats bear
 * out, and before the roll is called for the first ballot: after that it stands whatever happens.
 */
export const amendRoll = (
  engine: Engine,
  actor: Actor,
  meeting: string,
  cmd: AmendRoll,
): Promise<Result<AmendedRoll, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    return denied ? refuse(denied) : amendIn(tx, engine, actor, meeting, cmd)
  })

/** The same within a transaction under way; on paper the roster is asked about the day of the meeting. */
export const amendIn = async (
  tx: Tx,
  engine: Engine,
  actor: Pick<Actor, 'community' | 'account'>,
  meeting: string,
  cmd: AmendRoll,
  paper: OnPaper = {},
): Promise<Result<AmendedRoll, Refusal>> => {
  const { community } = actor
  // Nobody's seat changes meanwhile, and the record tells by which seats and deaths the roll was amended.
  const register = await hold(tx, engine.clock, community, communityChain)
  const held = await holdMeeting(tx, engine, community, meeting, register)
  if (isRefusal(held)) return refuse(held)
  if (held.outcome !== undefined) return refuse({ code: 'meeting_ended', outcome: held.outcome })
  const ballots = await tx.execute(sql`
      select 1 from ballot where community = ${community} and meeting = ${meeting} limit 1`)
  if (ballots.length > 0) return refuse({ code: 'roll_called_already' })
  const { chain } = held
  const change = await changeOf(tx, community, held, paper.occurredOn ?? dayOf(chain.at), cmd)
  if ('code' in change) return refuse(change)

  const items: HeldCase[] = []
  for (const proposal of await agendaOf(tx, community, meeting)) {
    const item = await holdCase(tx, engine, community, proposal)
    if (isRefusal(item)) return refuse(item)
    if (item.case.facts.meeting?.meeting === meeting && stateStep(item) === 'called') items.push(item)
  }
  const reason = sealText(cmd.reason)
  const { roll, ...said } = change
  const read = register ? { seatsSeq: register.seq } : {}
  const data = { cause: cmd.cause, ...said, reason: reason.commitment, ...read }
  add(chain, nextEntry(chain, { kind: 'roll.amended', actor: actor.account, ...paper, data }))
  const stated = statedOf(roll)
  const { entitled, groups, roll: root } = stated
  for (const item of items) {
    const put = say(item, actor, 'roll.restated', { ...pointOf(meeting, chain), ...stated }, paper)
    if (isRefusal(put)) return refuse(put)
  }

  await disclose(tx, community, [reason])
  await write(tx, engine.keys, chain)
  for (const item of items) await settle(tx, engine, item)
  await tx.execute(sql`update roll set root = ${root} where community = ${community} and id = ${held.roll}`)
  if (said.out !== undefined) {
    await tx.execute(sql`
        delete from roll_entry where community = ${community} and roll = ${held.roll} and person = ${said.out}`)
    await tx.execute(sql`
        update attendance set left_at = ${chain.at.toISOString()}::timestamptz
        where community = ${community} and meeting = ${meeting} and person = ${said.out} and left_at is null`)
  }
  if (said.in !== undefined) await enrol(tx, community, held.roll, [said.in])
  return ok({ entitled, groups, restated: items.map(({ proposal }) => proposal) })
}

interface Change {
  readonly out?: string
  readonly in?: RollMember
  /** The roll as it stands afterwards. */
  readonly roll: readonly RollMember[]
}

/** What a cause does to the roll, or why it is not borne out. */
const changeOf = async (
  tx: Tx,
  community: string,
  { meeting, roll, body, mode, on }: HeldMeeting,
  today: Day,
  { cause, person }: AmendRoll,
): Promise<Change | Refusal> => {
  const members = await membersOn(tx, community, roll)
  const enrolled = members.some((member) => member.person === person)
  const behind = seatsBehind(body, mode)
  const [known] = await tx.execute<{
    diedIn: string | null
    seated: boolean
    grewUp: boolean
  }>(sql`
    select (
        select d.household from residence d where d.community = p.community and d.person = p.id
          and d.ended_by = 'died' and d.ends_on = p.left_on and d.ends_on <= ${today} limit 1) as "diedIn",
      exists (
        select 1 from seat s where s.community = p.community and s.person = p.id and s.body = ${behind?.body ?? null}
          and (${behind?.group ?? null}::text is null or ${behind?.group ?? null} = any(s.groups)) and s.voting and s.in_base and s.starts_on <= ${on} and (s.ends_on is null or s.ends_on > ${on})) as seated,
      p.birth + interval '18 years' > m.sent_on and exists (
        select 1 from residence d where d.community = p.community and d.person = p.id
          and d.starts_on <= m.sent_on and (d.ends_on is null or d.ends_on > m.sent_on)) as "grewUp"
    from person p, meeting m
    where p.community = ${community} and p.id = ${person} and m.community = ${community} and m.id = ${meeting}`)
  if (!known) return { code: 'not_found', what: 'person' }
  const unproved: Refusal = { code: 'roll_cause_unproved', cause, person }
  // What somebody owned is in the base whoever has it now: the law weighs the whole building.
  if (body === 'owners') return unproved
  const assembly = behind === undefined
  if (cause === 'died' || cause === 'seat-ended') {
    if (!enrolled) return { code: 'not_on_roll' }
    const borneOut = cause === 'died' ? known.diedIn !== null : !assembly && !known.seated
    if (!borneOut) return unproved
    const others = members.filter((member) => member.person !== person)
    const next =
      mode === 'households' && known.diedIn !== null
        ? await standsIn(tx, community, known.diedIn, today, on)
        : undefined
    return next ? { out: person, in: next, roll: sorted([...others, next]) } : { out: person, roll: others }
  }
  if (enrolled) return { code: 'on_roll_already', person }
  if ((cause === 'came-of-age') !== assembly || mode === 'households') return unproved
  // Who moved in after the call is of age too, but that is no cause.
  if (assembly && !known.grewUp) return unproved
  const entitled = await rollOn(tx, community, { body, mode }, today, on)
  const member = entitled.find((one) => one.person === person)
  return member ? { in: member, roll: sorted([...members, member]) } : unproved
}

const sorted = (members: readonly RollMember[]): readonly RollMember[] =>
  [...members].sort((a, b) => (a.person < b.person ? -1 : 1))

/** Another adult of a household, who stands for it after a death. */
const standsIn = async (
  tx: Tx,
  community: string,
  household: string,
  today: Day,
  on: Day,
): Promise<RollMember | undefined> => {
  const [next] = await tx.execute<{ person: string; women: boolean }>(sql`
    select p.id as person, p.sex = 'female' as women
    from residence d join person p on (p.community, p.id) = (d.community, d.person)
    where d.community = ${community} and d.household = ${household} and p.birth + interval '18 years' <= ${on}::date
      and d.starts_on <= ${today} and (d.ends_on is null or d.ends_on > ${today})
    order by p.id limit 1`)
  return next && { person: next.person, groups: next.women ? ['women'] : [], household }
}
