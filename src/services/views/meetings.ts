import { sql } from 'drizzle-orm'
import type { VoteDoor, WayOfVoting } from '../../../workflows/format/catalogue.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { dayOf } from '../../../workflows/rules/days.ts'
import { meetingChain } from '../../record/chains.ts'
import { type Actor, act, type Engine, isOffice } from '../act.ts'
import { hallCode } from '../attendance.ts'
import { isVisitor, look, type Reader } from '../look.ts'
import { attendanceOf } from '../meetings.ts'
import type { Refusal } from '../refusal.ts'
import { type Page, type Paging, pageOf } from './page.ts'
import { type Secrecy, secrecyOf } from './secrecy.ts'

export interface MeetingView {
  readonly id: string
  readonly body: string
  readonly mode: string | null
  readonly on: string
  readonly at: string
  readonly place: string | null
  /** Who presides, and by which body's seat. */
  readonly presider: string
  readonly presidesAs: string | null
  /** How often it was adjourned. */
  readonly adjourned: number
  readonly outcome: string | null
  readonly agenda: readonly { readonly proposal: string; readonly stage: string; readonly draft: number }[]
  readonly people: { readonly entitled: number; readonly present: number }
  readonly groups: Readonly<Record<string, { readonly entitled: number; readonly present: number }>>
  readonly ballots: readonly {
    readonly id: string
    readonly proposal: string
    readonly motion: string
    readonly open: boolean
    readonly votes: number
    readonly present: number
  }[]
  /** 列席: who sits in without being counted. */
  /** A resident who sits in is shown masked, but to the office. */
  readonly observers: readonly { readonly id: string; readonly name: string | null; readonly capacity: string }[]
  /** What changed on the roll since the call, to be announced when it is called. */
  readonly amendments: readonly { readonly cause: string; readonly out: string | null; readonly in: string | null }[]
  /** For clerks: the digits that phones in the hall sign in with. */
  readonly hallCode?: string
}

/** How many have voted or taken part. */
const turnout = sql`((select count(*) from vote v where v.community = b.community and v.ballot = b.id)
  + (select count(*) from participation t where t.community = b.community and t.ballot = b.id))::int`

/** One meeting as its desk shows it: agenda, attendance, ballots with how many have voted; never how. */
export const meeting = (engine: Engine, reader: Reader, id: string): Promise<Result<MeetingView, Refusal>> =>
  look(engine, reader, async (tx, rights) => {
    const { community } = reader
    const [row] = await tx.execute<{
      id: string
      body: string
      mode: string | null
      on: string
      at: string
      place: string | null
      presider: string
      presidesAs: string | null
      adjourned: number
      outcome: string | null
      roll: string
    }>(sql`
      select m.id, m.body, m.mode, m.presider, m.presides_as as "presidesAs", m.adjourned, m.on_day::text as on, to_char(m.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
        d.text as place, m.outcome, r.id as roll
      from meeting m join roll r on (r.community, r.meeting) = (m.community, m.id)
      left join disclosure d on (d.community, d.commitment) = (m.community, m.place)
      where m.community = ${community} and m.id = ${id}`)
    if (!row) return refuse({ code: 'not_found', what: 'meeting' })
    const { roll, ...shown } = row
    const agenda = await tx.execute<MeetingView['agenda'][number] & Record<string, unknown>>(sql`
      select proposal, stage, draft from agenda where community = ${community} and meeting = ${id} order by place`)
    const ballots = await tx.execute<MeetingView['ballots'][number] & Record<string, unknown>>(sql`
      select b.id, b.proposal, b.motion, (b.closed_at is null) as open,
        ${turnout} as votes,
        (select count(*)::int from voter v where v.community = b.community and v.ballot = b.id) as present
      from ballot b where b.community = ${community} and b.meeting = ${id} order by b.opened_at, b.id`)
    const { people, groups } = await attendanceOf(tx, community, { meeting: id, roll })
    const observers = await tx.execute<MeetingView['observers'][number] & Record<string, unknown>>(sql`
      select o.id, case when o.person is null or ${isOffice(rights)} then d.text else left(d.text, 1) || '**' end as name, o.capacity
      from observer o
      left join disclosure d on (d.community, d.commitment) = (o.community, o.name)
      where o.community = ${community} and o.meeting = ${id} and not ${isVisitor(reader)} order by o.id`)
    const amendments = await tx.execute<MeetingView['amendments'][number] & Record<string, unknown>>(sql`
      select said ->> 'cause' as cause, said ->> 'out' as out, said -> 'in' ->> 'person' as in
      from (select seq, convert_from(bytes, 'UTF8')::jsonb -> 'data' as said from entry
        where community = ${community} and chain = ${meetingChain(id)} and kind = 'roll.amended') amended order by seq`)
    const code = rights.roles.has('clerk') ? { hallCode: hallCode(engine.keys, id) } : {}
    return ok({
      ...shown,
      agenda: [...agenda],
      people,
      groups,
      ballots: [...ballots],
      observers: [...observers],
      amendments: [...amendments],
      ...code,
    })
  })

export interface RollLine {
  readonly person: string
  readonly name: string | null
  readonly groups: readonly string[]
  readonly present: boolean
  readonly choice: string | null
  /** Who cast it for the member: another of the household, or a proxy; null where the member did. */
  readonly castBy: string | null
}

export interface BallotView {
  readonly id: string
  readonly proposal: string
  readonly meeting: string
  readonly motion: string
  readonly draft: number
  readonly open: boolean
  readonly carried: boolean | null
  /** recorded, secret or counted. */
  readonly voting: WayOfVoting
  /** True where written ballots go round for days. */
  readonly circulated: boolean
  readonly until: string | null
  /** How many may vote: those present, or the whole roll, without the recused. */
  readonly mayVote: number
  /** True where more papers came back than were issued: nothing was decided. */
  readonly voided: boolean
  readonly votes: number
  /** How many votes came by which door; never what they say. */
  readonly doors: Readonly<Record<string, number>>
  readonly present: number
  readonly result: unknown
  /** For a secret ballot: what is promised, and what is small about it, if anything. */
  readonly secrecy?: Secrecy
  /** The asker's own standing, and whose votes the asker may cast besides: of the household, or by proxy. */
  readonly mine: OwnVote & { readonly for: readonly EntrustedVote[] }
}

/** Another's vote that one may cast. */
export interface EntrustedVote {
  readonly person: string
  readonly voted: boolean
}

/** One's own vote: how it came in, who entered it, and what it says as it stands. */
export interface OwnVote {
  readonly mayVote: boolean
  readonly recused: boolean
  readonly voted: boolean
  readonly door: VoteDoor | 'phone' | null
  readonly choice: string | null
  /** Who cast it for the voter. */
  readonly castBy: string | null
  /** Said of what somebody of the office entered. */
  readonly told: { readonly zh: string; readonly en: string } | null
}

const doorWords: Readonly<Record<VoteDoor, { readonly zh: string; readonly en: string }>> = {
  paper: { zh: '纸质票,由工作人员录入', en: 'On paper, entered by the office' },
  hands: { zh: '举手表决,由工作人员录入', en: 'By show of hands, entered by the office' },
  assisted: { zh: '由工作人员代为录入', en: 'Entered by the office as you said' },
  visit: { zh: '上门填写的表决票,由工作人员录入', en: 'Written at your door, entered by the office' },
}

/** One ballot: its question, turnout, and once closed its result. */
export const ballot = (engine: Engine, reader: Reader, id: string): Promise<Result<BallotView, Refusal>> =>
  look(engine, reader, async (tx, rights) => {
    const me = rights.person ?? null
    const [row] = await tx.execute<
      Omit<BallotView, 'mine'> & { own: Omit<OwnVote, 'told'>; apart: string[] | null }
    >(sql`
      select b.id, b.proposal, b.meeting, b.motion, b.draft, (b.closed_at is null) as open, b.carried, b.tally as result,
        b.voting, b.apart, b.circulated, b.voided, to_char(b.until at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as until,
        coalesce(b.may_vote, n.voters) as "mayVote", n.voters as present,
        ${turnout} as votes,
        (select coalesce(jsonb_object_agg(door, many), '{}') from (select v.door, count(*)::int as many from vote v
          where v.community = b.community and v.ballot = b.id group by v.door) d) as doors,
        jsonb_build_object('mayVote', m.person is not null, 'recused', x.person is not null, 'voted', coalesce(c.person, t.person) is not null,
          'door', coalesce(c.door, t.door), 'castBy', c.cast_by, 'choice', coalesce(k.choice, c.choice)) as own
      from ballot b
      cross join lateral (select count(*)::int as voters from voter v where v.community = b.community and v.ballot = b.id) n
      left join voter m on (m.community, m.ballot) = (b.community, b.id) and m.person = ${me}::uuid
      left join recusal x on (x.community, x.meeting, x.proposal) = (b.community, b.meeting, b.proposal) and x.person = ${me}::uuid
      left join vote c on (c.community, c.ballot, c.person) = (m.community, m.ballot, m.person)
      left join participation t on (t.community, t.ballot, t.person) = (m.community, m.ballot, m.person)
      left join lateral (select choice from vote_correction k where (k.community, k.ballot, k.person) = (c.community, c.ballot, c.person)
        order by n desc limit 1) k on true
      where b.community = ${reader.community} and b.id = ${id}`)
    if (!row) return refuse({ code: 'not_found', what: 'ballot' })
    const { own, apart, ...shown } = row
    const secrecy = apart ? { secrecy: await secrecyOf(tx, reader.community, id, apart) } : {}
    const told = own.door === null || own.door === 'phone' || row.voting === 'secret' ? null : doorWords[own.door]
    const today = dayOf(await engine.clock(tx, undefined))
    const others = await tx.execute<EntrustedVote & Record<string, unknown>>(sql`
      select m.person, coalesce(c.person, t.person) is not null as voted
      from ballot b cross join lateral stands_for(b.community, b.roll, b.meeting, ${me}::uuid, ${today}::date) m
      join voter v on (v.community, v.ballot, v.person) = (b.community, b.id, m.person)
      left join vote c on (c.community, c.ballot, c.person) = (b.community, b.id, m.person)
      left join participation t on (t.community, t.ballot, t.person) = (b.community, b.id, m.person)
      where b.community = ${reader.community} and b.id = ${id} order by m.person`)
    return ok({ ...shown, ...secrecy, mine: { ...own, told, for: [...others] } })
  })

/** The roll call of a closed ballot, for those whom the adoption lets see it; choices stay hidden until the close. */
export const rollCall = (engine: Engine, actor: Actor, id: string): Promise<Result<Page<RollLine>, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const { community } = actor
    const [row] = await tx.execute<{ open: boolean; shown: string; secret: boolean; member: boolean }>(sql`
      select (b.closed_at is null) as open, b.roll_call as shown, b.voting = 'secret' as secret, exists (
        select 1 from roll_entry r where r.community = b.community and r.roll = b.roll and r.person = ${rights.person ?? null}::uuid) as member
      from ballot b where b.community = ${community} and b.id = ${id}`)
    if (!row) return refuse({ code: 'not_found', what: 'ballot' })
    if (row.secret) return refuse({ code: 'ballot_secret' })
    const office = isOffice(rights)
    const allowed = row.shown === 'public' || (row.shown === 'members' && (row.member || office))
    if (!allowed) return refuse({ code: 'forbidden', needs: [`roll-call:${row.shown}`] })
    const rows = await tx.execute<RollLine & Record<string, unknown>>(sql`
      select r.person, d.text as name, r.groups, (v.person is not null) as present, case when ${row.open} then null else coalesce(k.choice, c.choice) end as choice,
        case when ${row.open} then null else c.cast_by end as "castBy"
      from ballot b join roll_entry r on (r.community, r.roll) = (b.community, b.roll)
      join person p on (p.community, p.id) = (r.community, r.person)
      left join disclosure d on (d.community, d.commitment) = (p.community, p.name)
      left join voter v on (v.community, v.ballot, v.person) = (b.community, b.id, r.person)
      left join vote c on (c.community, c.ballot, c.person) = (b.community, b.id, r.person)
      left join lateral (select choice from vote_correction k where (k.community, k.ballot, k.person) = (b.community, b.id, r.person)
        order by n desc limit 1) k on true
      where b.community = ${community} and b.id = ${id} order by r.person`)
    return ok({ items: [...rows] })
  })

export interface MeetingLine {
  readonly id: string
  readonly body: string
  readonly mode: string | null
  readonly on: string
  readonly at: string
  readonly outcome: string | null
  readonly items: number
}

/** Meetings, the newest called first. */
export const meetings = (
  engine: Engine,
  reader: Reader,
  { cursor, limit }: Paging,
): Promise<Result<Page<MeetingLine>, Refusal>> =>
  look(engine, reader, async (tx) => {
    const rows = await tx.execute<MeetingLine & Record<string, unknown>>(sql`
      select m.id, m.body, m.mode, m.on_day::text as on, to_char(m.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
        m.outcome, (select count(*)::int from agenda a where (a.community, a.meeting) = (m.community, m.id)) as items
      from meeting m where m.community = ${reader.community} and (${cursor ?? null}::uuid is null or m.id < ${cursor ?? null}::uuid)
      order by m.id desc limit ${limit + 1}`)
    return ok(pageOf<MeetingLine>([...rows], limit, ({ id }) => id))
  })

export interface AgendaLine {
  readonly place: number
  readonly proposal: string
  readonly number: number
  readonly title: string | null
  readonly stage: string
  readonly draft: number
}

/** What a meeting is called for, item by item. */
export const agenda = (
  engine: Engine,
  reader: Reader,
  id: string,
): Promise<Result<{ readonly items: readonly AgendaLine[] }, Refusal>> =>
  look(engine, reader, async (tx) => {
    const items = await tx.execute<AgendaLine & Record<string, unknown>>(sql`
      select a.place, a.proposal, p.number, d.text as title, a.stage, a.draft
      from agenda a join proposal p on (p.community, p.id) = (a.community, a.proposal)
      left join disclosure d on (d.community, d.commitment) = (p.community, p.title)
      where a.community = ${reader.community} and a.meeting = ${id} order by a.place`)
    return items.length === 0 ? refuse({ code: 'not_found', what: 'meeting' }) : ok({ items: [...items] })
  })
