import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../../../db/within.ts'
import { within } from '../../../db/within.ts'
import { type Case, type NextMove, nextMoves, stageOf, standing } from '../../../workflows/case.ts'
import type { MoveKind } from '../../../workflows/format/catalogue.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { type Day, dayOf } from '../../../workflows/rules/days.ts'
import { allMet, type GateGround, has } from '../../../workflows/stages/gate.ts'
import { lawOn } from '../../../workflows/stages/law-on.ts'
import type { ExpandedProcedure, Stage, Title } from '../../../workflows/stages/stage.ts'
import { quorumGrounds } from '../../../workflows/stages/verdict.ts'
import { ballotBase } from '../../../workflows/verify.ts'
import { proposalChain } from '../../record/chains.ts'
import type { Engine } from '../act.ts'
import { recusedOf } from '../ballots.ts'
import { makersOf } from '../commands/events.ts'
import { guestsHeld } from '../commands/guests-held.ts'
import { knownCase } from '../known-cases.ts'
import { isVisitor, look, type Reader } from '../look.ts'
import { attendanceOf } from '../meetings.ts'
import type { Refusal } from '../refusal.ts'
import { type PrintedCheckpoint, printedCheckpoint } from './checkpoints.ts'
import { postingsOf } from './documents.ts'
import { type Page, type Paging, pageOf } from './page.ts'

export interface ProposalLine {
  readonly id: string
  readonly number: number
  readonly title: string | null
  readonly procedure: Title
  readonly matter: string | null
  readonly stage: { readonly id: string; readonly title: Title }
  readonly step: string | null
  readonly ending: string | null
  readonly openedAt: string
  /** The newest closed ballot, if any, with every ground of its verdict. */
  readonly verdict: { readonly stage: Title; readonly carried: boolean; readonly grounds: readonly GateGround[] } | null
}

interface LineRow {
  readonly [column: string]: unknown
  readonly id: string
  readonly number: number
  readonly title: string | null
  readonly expanded: ExpandedProcedure
  readonly matter: string | null
  readonly stage: string
  readonly step: string | null
  readonly ending: string | null
  readonly openedAt: string
  readonly votedStage: string | null
  readonly carried: boolean | null
  readonly grounds: readonly GateGround[] | null
}

export const proposalStandings = ['running', 'closed', 'ended'] as const

export interface ProposalFilter {
  /** A text to look for in titles, or a proposal's number. */
  readonly q?: string | undefined
  /** The kind of stage in which it stands, of those on their way. */
  readonly stage?: Stage['kind'] | undefined
  /** The year in which it was opened. */
  readonly year?: number | undefined
  /** On its way, brought to its end, or ended before. */
  readonly standing?: (typeof proposalStandings)[number] | undefined
}

const linesOf = async (
  tx: Tx,
  community: string,
  { cursor, limit, q, standing, stage, year }: Paging & ProposalFilter,
): Promise<Page<ProposalLine>> => {
  const like = q === undefined ? null : `%${q.replace(/[\\%_]/g, (found) => `\\${found}`)}%`
  const rows = await tx.execute<LineRow>(sql`
    select p.id, p.number, d.text as title, a.expanded, p.matter, p.stage, p.step, p.ending,
      to_char(p.opened_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "openedAt", b.stage as "votedStage", b.carried, b.tally -> 'grounds' as grounds
    from proposal p join adoption a on (a.community, a.id) = (p.community, p.adoption)
    left join disclosure d on (d.community, d.commitment) = (p.community, p.title)
    left join lateral (select stage, carried, tally from ballot b where b.community = p.community and b.proposal = p.id
      and b.closed_at is not null order by b.closed_at desc, b.id desc limit 1) b on true
    where p.community = ${community} and (${cursor ?? null}::uuid is null or p.id < ${cursor ?? null}::uuid)
      and (${like}::text is null or d.text ilike ${like}::text or p.number::text = ${q ?? null}::text)
      and (${stage ?? null}::text is null or (p.ending is null and exists (select 1 from jsonb_array_elements(a.expanded -> 'stages') s
        where s ->> 'id' = p.stage and s ->> 'kind' = ${stage ?? null}::text)))
      and (${year ?? null}::int is null or extract(year from p.opened_at at time zone 'asia/shanghai') = ${year ?? null}::int)
      and case ${standing ?? 'any'} when 'running' then p.ending is null when 'closed' then p.ending = 'closed'
        when 'ended' then p.ending <> 'closed' else true end
    order by p.id desc limit ${limit + 1}`)
  return pageOf(rows.map(lineOf), limit, ({ id }) => id)
}

const titleOf = (expanded: ExpandedProcedure, stage: string): Title =>
  expanded.stages.find(({ id }) => id === stage)?.title ?? { zh: stage, en: stage }

const lineOf = ({ expanded, votedStage, carried, grounds, stage, ...row }: LineRow): ProposalLine => ({
  id: row.id,
  number: row.number,
  title: row.title,
  matter: row.matter,
  step: row.step,
  ending: row.ending,
  openedAt: row.openedAt,
  procedure: expanded.title,
  stage: { id: stage, title: titleOf(expanded, stage) },
  verdict:
    votedStage === null || carried === null
      ? null
      : { stage: titleOf(expanded, votedStage), carried, grounds: grounds ?? [] },
})

/** The proposals of the reader's community, newest first. */
export const proposals = (
  engine: Engine,
  reader: Reader,
  paging: Paging & ProposalFilter,
): Promise<Result<Page<ProposalLine>, Refusal>> =>
  look(engine, reader, async (tx) => ok(await linesOf(tx, reader.community, paging)))

/** The years in which proposals were opened, the newest first. */
export const proposalYears = (engine: Engine, reader: Reader): Promise<Result<readonly number[], Refusal>> =>
  look(engine, reader, async (tx) => {
    const rows = await tx.execute<{ year: number }>(sql`
      select distinct extract(year from opened_at at time zone 'asia/shanghai')::int as year from proposal
      where community = ${reader.community} order by year desc`)
    return ok(rows.map(({ year }) => year))
  })

export interface CommunityLine {
  readonly id: string
  readonly name: string
  readonly sort: 'village' | 'city'
  readonly proposals: readonly ProposalLine[]
}

/** What anyone may see without signing in: each community with its newest proposals. */
export const publicOverview = async (db: Db, limit = 50): Promise<readonly CommunityLine[]> => {
  const nobody = '00000000-0000-0000-0000-000000000000'
  const communities = await within(db, nobody, (tx) =>
    tx.execute<{ id: string; name: string; sort: 'village' | 'city' }>(
      sql`select id, name, sort from community where sort <> 'township' order by id limit 200`,
    ),
  )
  const lines: CommunityLine[] = []
  for (const community of communities) {
    const { items } = await within(db, community.id, (tx) => linesOf(tx, community.id, { limit }))
    lines.push({ ...community, proposals: items })
  }
  return lines
}

export interface ProposalView extends Omit<ProposalLine, 'verdict'> {
  readonly adoption: {
    readonly id: string
    readonly hash: string
    readonly procedure: string
    readonly choices: Readonly<Record<string, string | number>>
  }
  readonly stages: readonly { readonly id: string; readonly kind: string; readonly title: Title }[]
  readonly topics: readonly { readonly id: string; readonly channel: string; readonly text: string | null }[]
  readonly drafts: readonly {
    readonly n: number
    readonly text: string | null
    readonly commitment: string
    readonly change: string
    readonly approvedBy: string | null
  }[]
  readonly postings: readonly {
    readonly id: string
    readonly sort: string
    readonly draft: number | null
    readonly from: string
    readonly lastDay: string
    readonly open: boolean
    readonly comments: number
  }[]
  readonly ballots: readonly BallotLine[]
}

export interface BallotLine {
  readonly id: string
  readonly meeting: string
  readonly stage: string
  readonly motion: string
  readonly draft: number
  readonly carried: boolean | null
  readonly result: unknown
}

/** The newest draft that was posted, announced or put to the vote: whoever is not signed in reads no later one. */
const lastShown = (community: string, proposal: string) => sql`(select coalesce(max(n), 0) from (
  select draft as n from posting where community = ${community} and proposal = ${proposal}
  union all select draft from agenda where community = ${community} and proposal = ${proposal}
  union all select draft from ballot where community = ${community} and proposal = ${proposal}) shown)`

/** One proposal with what residents may know of it. */
export const proposal = (engine: Engine, reader: Reader, id: string): Promise<Result<ProposalView, Refusal>> =>
  look(engine, reader, async (tx) => {
    const { community } = reader
    const [row] = await tx.execute<LineRow & { adoptionId: string; hash: string }>(sql`
      select p.id, p.number, d.text as title, a.expanded, a.id as "adoptionId", a.hash, p.matter, p.stage, p.step, p.ending,
        to_char(p.opened_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "openedAt", null as "votedStage", null as carried, null as grounds
      from proposal p join adoption a on (a.community, a.id) = (p.community, p.adoption)
      left join disclosure d on (d.community, d.commitment) = (p.community, p.title)
      where p.community = ${community} and p.id = ${id}`)
    if (!row) return refuse({ code: 'not_found', what: 'proposal' })
    const topics = await tx.execute<ProposalView['topics'][number] & Record<string, unknown>>(sql`
      select t.id, t.channel, case when not ${isVisitor(reader)} then d.text end as text from topic t left join disclosure d on (d.community, d.commitment) = (t.community, t.text)
      where t.community = ${community} and t.proposal = ${id} order by t.raised_at, t.id`)
    const drafts = await tx.execute<ProposalView['drafts'][number] & Record<string, unknown>>(sql`
      select f.n, d.text, f.text as commitment, f.change, f.approved_by as "approvedBy"
      from draft f left join disclosure d on (d.community, d.commitment) = (f.community, f.text)
      where f.community = ${community} and f.proposal = ${id}
        and (not ${isVisitor(reader)} or f.n <= ${lastShown(community, id)}) order by f.n`)
    const postings = await postingsOf(tx, community, id)
    const ballots = await ballotsOf(tx, community, id)
    const { verdict: _, ...line } = lineOf(row)
    return ok({
      ...line,
      adoption: {
        id: row.adoptionId,
        hash: row.hash,
        procedure: row.expanded.procedure,
        choices: row.expanded.choices,
      },
      stages: row.expanded.stages.map(({ id: stage, kind, title }) => ({ id: stage, kind, title })),
      topics: [...topics],
      drafts: [...drafts],
      postings: postings.map(({ id: posting, sort, draft, from, lastDay, open, comments }) => ({
        id: posting,
        sort,
        draft,
        from,
        lastDay,
        open,
        comments,
      })),
      ballots,
    })
  })

const ballotsOf = async (tx: Tx, community: string, proposal: string): Promise<readonly BallotLine[]> => [
  ...(await tx.execute<BallotLine & Record<string, unknown>>(sql`
    select id, meeting, stage, motion, draft, carried, tally as result from ballot
    where community = ${community} and proposal = ${proposal} order by opened_at, id`)),
]

export interface NextView {
  readonly position: unknown
  readonly at: string
  readonly moves: readonly (NextMove & { readonly who: readonly string[] })[]
}

/** What the hall says now of putting a question, or of going home: the quorum by those who have signed in. */
const inTheHall = async (
  tx: Tx,
  community: string,
  proposal: string,
  c: Case,
  day: Day,
): Promise<Readonly<Record<string, readonly GateGround[]>>> => {
  const stage = stageOf(c)
  const meeting = c.facts.meeting?.meeting
  if (stage.kind !== 'decision' || meeting === undefined) return {}
  const [hall] = await tx.execute<{ roll: string; ended: boolean }>(sql`
    select r.id as roll, (m.outcome is not null) as ended
    from meeting m join roll r on (r.community, r.meeting) = (m.community, m.id)
    where m.community = ${community} and m.id = ${meeting}`)
  if (!hall || hall.ended)
    return { 'ballot.opened': [has('meeting-called', false, { body: stage.body, daysBefore: 0 })] }
  if (stage.circulated) return {}
  const { matter } = c.facts
  const { members, present } = await attendanceOf(tx, community, { meeting, roll: hall.roll })
  const recused = await recusedOf(tx, community, meeting, proposal, members)
  const { shares } = ballotBase(stage, lawOn(stage, day, matter), { members, present, recused })
  const quorum = quorumGrounds(stage, shares, day, matter)
  return {
    'ballot.opened': quorum,
    'quorum.missed': [has('quorum-missed', !allMet(quorum), { present: present.length })],
  }
}

/** Moves that follow only from something rare are told once it has happened. */
const mayComeUp = ({ move, grounds }: NextMove): boolean => !rare.includes(move) || grounds[0]?.met === true
const rare: readonly MoveKind[] = ['decision.reopened', 'proposal.discontinued', 'ballot.voided']

/** Every move that leads on from where a case stands, with what the hall says of it. */
export const movesOf = async (
  tx: Tx,
  community: string,
  proposal: string,
  c: Case,
  at: Date,
): Promise<NextView['moves']> => {
  const day = dayOf(at)
  const guests = await guestsHeld(tx, community, c)
  const beside: Readonly<Record<string, readonly GateGround[]>> = {
    'posting.closed': guests,
    'publication.closed': guests,
    ...(await inTheHall(tx, community, proposal, c, day)),
  }
  return nextMoves(c, at.toISOString(), day)
    .filter(mayComeUp)
    .map((next) => {
      const grounds = [...next.grounds, ...(beside[next.move] ?? [])]
      return { ...next, who: makersOf(next.move), grounds, open: allMet(grounds) }
    })
}

/** Every move that leads on from here: who makes it, and whether it is open or what is still missing and by how much. */
export const next = (engine: Engine, reader: Reader, id: string): Promise<Result<NextView, Refusal>> =>
  look(engine, reader, async (tx) => {
    const c = await knownCase(tx, reader.community, id)
    if (!c) return refuse({ code: 'not_found', what: 'proposal' })
    const at = await engine.clock(tx, undefined)
    return ok({ position: standing(c), at: at.toISOString(), moves: await movesOf(tx, reader.community, id, c, at) })
  })

export interface Resolution {
  readonly proposal: string
  readonly stage: string
  readonly motion: string
  readonly draft: { readonly n: number; readonly commitment: string; readonly text: string | null }
  readonly meeting: string
  readonly on: Day
  readonly result: unknown
  /** 有效, 中止, 已撤销. */
  readonly standing: 'in-force' | 'suspended' | 'revoked'
  /** True where a correction turned the verdict and the matter is to be put again. */
  readonly turned: boolean
  /** What was said of it since: corrections, suspensions, orders, approvals, filings. */
  readonly since: readonly {
    readonly seq: number
    readonly kind: string
    readonly recordedAt: string
    readonly data: unknown
  }[]
  readonly law: readonly { readonly cite: string; readonly text: string }[]
  /** The newest checkpoint, to be printed on it; null before the first. */
  readonly checkpoint: PrintedCheckpoint | null
}

/** 决议: what the deciding body adopted, under which provisions, with the arithmetic. */
export const resolution = (engine: Engine, reader: Reader, id: string): Promise<Result<Resolution, Refusal>> =>
  look(engine, reader, async (tx) => {
    const c = await knownCase(tx, reader.community, id)
    if (!c) return refuse({ code: 'not_found', what: 'proposal' })
    const adopted = c.facts.adopted
    if (!adopted) return refuse({ code: 'nothing_resolved' })
    const [row] = await tx.execute<{
      stage: string
      motion: string
      meeting: string
      result: unknown
      commitment: string
      text: string | null
    }>(sql`
      select b.stage, b.motion, b.meeting, b.tally as result, f.text as commitment, d.text
      from ballot b join draft f on (f.community, f.proposal, f.n) = (b.community, b.proposal, b.draft)
      left join disclosure d on (d.community, d.commitment) = (f.community, f.text)
      where b.community = ${reader.community} and b.id = ${adopted.ballot}`)
    if (!row) return refuse({ code: 'nothing_resolved' })
    const day = c.facts.ballots.get(adopted.ballot)?.closed?.on ?? ''
    const since = await tx.execute<Resolution['since'][number] & Record<string, unknown>>(sql`
      select seq, kind, to_char(recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt",
        convert_from(bytes, 'UTF8')::jsonb -> 'data' as data
      from entry where community = ${reader.community} and chain = ${proposalChain(id)}
        and kind in ('resolution.suspended', 'resolution.resumed', 'resolution.revoked', 'correction.ordered', 'correction.reported',
          'ballot.corrected', 'approval.given', 'filing.reported')
      order by seq`)
    const stage = c.procedure.stages.find((s) => s.id === row.stage)
    const law = stage?.kind === 'decision' ? [...lawOn(stage, day, c.facts.matter), ...stage.own] : []
    return ok({
      proposal: id,
      stage: row.stage,
      motion: row.motion,
      draft: { n: adopted.draft, commitment: row.commitment, text: row.text },
      meeting: row.meeting,
      on: day,
      result: row.result,
      standing: c.facts.resolution ?? 'in-force',
      turned: c.facts.turned !== undefined,
      since: [...since],
      law: law.map(({ cite, text }) => ({ cite, text })),
      checkpoint: await printedCheckpoint(tx, reader.community),
    })
  })
