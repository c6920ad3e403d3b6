import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/within.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import type { GateGround } from '../../../workflows/stages/gate.ts'
import { arithmetic } from '../../../workflows/wording.ts'
import { type OpenPackage, type OpenTable, type OpenValue, packOpenData } from '../../documents/open-data.ts'
import { namesInRollCalls, openTables, rollCallTable, sumsOnly } from '../../documents/open-tables.ts'
import { type Actor, act, type Engine } from '../act.ts'
import { look, type Reader } from '../look.ts'
import type { Refusal } from '../refusal.ts'

type Row = Record<string, OpenValue>
type Rows = readonly Row[]

/** 开放数据 of a community, for anybody: what was raised, posted, met upon and decided, in sums. */
export const openData = async (engine: Engine, reader: Reader): Promise<Result<Uint8Array, Refusal>> => {
  const tables = await look(engine, reader, async (tx): Promise<Result<OpenPackage, Refusal>> => {
    const { community } = reader
    const [place] = await rowsOf(tx, communityIn(community))
    if (!place) return refuse({ code: 'not_found', what: 'community' })
    const { ballots, tests } = await ballotsOf(tx, community)
    const filled: readonly OpenTable[] = [
      { ...openTables.community, rows: [place] },
      { ...openTables.proposals, rows: await rowsOf(tx, proposalsIn(community)) },
      { ...openTables.topics, rows: await rowsOf(tx, topicsIn(community)) },
      { ...openTables.postings, rows: await rowsOf(tx, postingsIn(community)) },
      { ...openTables.meetings, rows: await rowsOf(tx, meetingsIn(community)) },
      { ...openTables.ballots, rows: ballots },
      { ...openTables.tests, rows: tests },
      { ...openTables.ratings, rows: await rowsOf(tx, ratingsIn(community)) },
    ]
    return ok({
      name: 'open-data',
      title: { zh: `${String(place.name)}议事开放数据`, en: `Open data of ${String(place.name)}` },
      names: sumsOnly,
      tables: filled,
    })
  })
  return tables.ok ? ok(await packOpenData(tables.value)) : tables
}

/** How each voted in the closed recorded ballots whose adoption makes it public; for whoever is signed in there. */
export const openRollCalls = async (engine: Engine, actor: Actor): Promise<Result<Uint8Array, Refusal>> => {
  const rows = await act(
    engine,
    actor,
    async (tx): Promise<Result<Rows, Refusal>> => ok(await rowsOf(tx, rollCallsIn(actor.community))),
  )
  if (!rows.ok) return rows
  const { title } = rollCallTable
  const tables = [{ ...rollCallTable, rows: rows.value }]
  return ok(await packOpenData({ name: 'roll-calls', title, names: namesInRollCalls, tables }))
}

const rowsOf = async (tx: Tx, query: ReturnType<typeof sql>): Promise<Rows> => [...(await tx.execute<Row>(query))]

const communityIn = (community: string) => sql`
  select c.name, c.sort,
    (select count(*)::int from person p where p.community = c.id and p.left_on is null) as people,
    (select count(distinct p.household)::int from person p where p.community = c.id and p.left_on is null) as households
  from community c where c.id = ${community} and c.sort <> 'township'`

const proposalsIn = (community: string) => sql`
  select p.number as proposal, d.text as title, a.procedure, p.matter, p.stage, p.ending,
    (p.opened_at at time zone interval '8 hours')::date::text as opened_on
  from proposal p join adoption a on (a.community, a.id) = (p.community, p.adoption)
  left join disclosure d on (d.community, d.commitment) = (p.community, p.title)
  where p.community = ${community} order by p.number`

const topicsIn = (community: string) => sql`
  select channel, class, count(*)::int as topics, count(proposal)::int as in_proposals,
    count(*) filter (where outcome is not null)::int as answered, count(withdrawn_at)::int as withdrawn
  from topic where community = ${community} group by channel, class order by channel, class nulls first`

const postingsIn = (community: string) => sql`
  select p.number as proposal, o.sort, o.opened_on::text as "from", o.last_day::text as last_day, o.days,
    count(c.id)::int as comments, count(*) filter (where c.objection)::int as objections,
    count(*) filter (where c.answer is not null or c.upheld is not null)::int as answered,
    count(c.kept_back)::int as kept_back, count(c.withdrawn_at)::int as withdrawn
  from posting o join proposal p on (p.community, p.id) = (o.community, o.proposal)
  left join comment c on (c.community, c.posting) = (o.community, o.id)
  where o.community = ${community} group by o.id, p.number, o.sort, o.opened_on, o.last_day, o.days order by o.opened_on, o.id`

const meetingsIn = (community: string) => sql`
  select row_number() over (order by m.called_at, m.id)::int as meeting, m.body, m.on_day::text as on, m.outcome,
    (select count(*)::int from roll l join roll_entry r on (r.community, r.roll) = (l.community, l.id)
      where l.community = m.community and l.meeting = m.id) as entitled,
    (select count(*)::int from attendance t where t.community = m.community and t.meeting = m.id) as signed_in,
    (select count(*)::int from agenda g where g.community = m.community and g.meeting = m.id) as items
  from meeting m where m.community = ${community} order by m.called_at, m.id`

/** Ballots as everybody numbers them: in the order of their opening. */
const numbered = (community: string) => sql`
  select b.*, row_number() over (order by b.opened_at, b.id)::int as number from ballot b where b.community = ${community}`

const ballotsOf = async (tx: Tx, community: string): Promise<{ readonly ballots: Rows; readonly tests: Rows }> => {
  const rows = await tx.execute<{
    [column: string]: unknown
    ballot: number
    grounds: readonly GateGround[] | null
  }>(sql`
    select b.number as ballot, p.number as proposal, b.stage, b.motion, b.voting, b.carried, b.voided,
      (b.tally #>> '{tally,people,entitled}')::int as entitled, (b.tally #>> '{tally,people,present}')::int as present,
      (b.tally #>> '{tally,people,yes}')::int as yes, (b.tally #>> '{tally,people,no}')::int as no,
      (b.tally #>> '{tally,people,abstain}')::int as abstain, (b.tally #>> '{tally,people,spoiled}')::int as spoiled,
      b.tally -> 'grounds' as grounds
    from (${numbered(community)}) b join proposal p on (p.community, p.id) = (b.community, b.proposal)
    where b.closed_at is not null order by b.number`)
  return {
    ballots: rows.map(({ grounds: _, ...ballot }) => ballot as Row),
    tests: rows.flatMap(({ ballot, grounds }) =>
      (grounds ?? []).map(
        (ground): Row => ({
          ballot,
          code: ground.code,
          have: ground.have,
          need: ground.need,
          of: ground.of ?? null,
          met: ground.met,
          cite: ground.cite ?? null,
          sum: ground.test === undefined ? null : arithmetic(ground, 'zh'),
        }),
      ),
    ),
  }
}

/** Ratings once they have ended. Of fewer than five the mean would tell what somebody gave. */
const ratingsIn = (community: string) => sql`
  select p.number as proposal, count(*)::int as ratings,
    case when count(*) >= 5 then round(avg(d.text::int), 2)::float end as mean
  from proposal p
  join entry e on e.community = p.community and e.chain = 'proposal/' || p.id and e.kind = 'rating.given'
  left join disclosure d on d.community = e.community
    and d.commitment = convert_from(e.bytes, 'UTF8')::jsonb -> 'data' ->> 'score'
  where p.community = ${community} and p.ending is not null group by p.number order by p.number`

const rollCallsIn = (community: string) => sql`
  select b.number as ballot, p.number as proposal, d.text as name, coalesce(k.choice, v.choice) as choice
  from (${numbered(community)}) b join proposal p on (p.community, p.id) = (b.community, b.proposal)
  join vote v on (v.community, v.ballot) = (b.community, b.id)
  join person o on (o.community, o.id) = (v.community, v.person)
  left join disclosure d on (d.community, d.commitment) = (o.community, o.name)
  left join lateral (select choice from vote_correction k where (k.community, k.ballot, k.person) = (v.community, v.ballot, v.person)
    order by n desc limit 1) k on true
  where b.closed_at is not null and b.voting = 'recorded' and b.roll_call = 'public' order by b.number, v.person`
