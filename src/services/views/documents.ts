import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/within.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import type { ExpandedProcedure, Title } from '../../../workflows/stages/stage.ts'
import { proposalChain } from '../../record/chains.ts'
import { type Actor, act, type Engine } from '../act.ts'
import { look, type Reader } from '../look.ts'
import type { Refusal } from '../refusal.ts'
import { type PrintedCheckpoint, printedCheckpoint } from './checkpoints.ts'

/** The papers of a case: its drafts and what changed between two, its postings, its experts' opinions. */

type Listed<T> = Promise<Result<{ readonly items: readonly T[] }, Refusal>>

export interface DraftView {
  readonly n: number
  readonly text: string | null
  readonly commitment: string
  readonly change: 'first' | 'substance' | 'wording'
  readonly approvedBy: string | null
  readonly writtenAt: string
}

const known = (community: string, proposal: string) =>
  sql`select 1 from proposal where community = ${community} and id = ${proposal}`

const draftsIn = (community: string, proposal: string, n?: number) => sql`
  select f.n, d.text, f.text as commitment, f.change, f.approved_by as "approvedBy",
    to_char(f.written_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "writtenAt"
  from draft f left join disclosure d on (d.community, d.commitment) = (f.community, f.text)
  where f.community = ${community} and f.proposal = ${proposal} and (${n ?? null}::int is null or f.n = ${n ?? null}::int) order by f.n`

export const drafts = (engine: Engine, actor: Actor, proposal: string): Listed<DraftView> =>
  act(engine, actor, async (tx) => {
    if ((await tx.execute(known(actor.community, proposal))).length === 0)
      return refuse({ code: 'not_found', what: 'proposal' })
    const items = await tx.execute<DraftView & Record<string, unknown>>(draftsIn(actor.community, proposal))
    return ok({ items: [...items] })
  })

export const draft = (engine: Engine, actor: Actor, proposal: string, n: number): Promise<Result<DraftView, Refusal>> =>
  act(engine, actor, async (tx) => {
    const [row] = await tx.execute<DraftView & Record<string, unknown>>(draftsIn(actor.community, proposal, n))
    return row ? ok(row) : refuse({ code: 'not_found', what: 'draft' })
  })

export interface PostingView {
  readonly id: string
  readonly proposal: string
  readonly sort: 'posting' | 'publication'
  readonly draft: number | null
  readonly from: string
  readonly days: number
  readonly counted: 'calendar' | 'working'
  readonly lastDay: string
  readonly open: boolean
  readonly comments: number
  /** The newest checkpoint, to be printed on it; null before the first. */
  readonly checkpoint: PrintedCheckpoint | null
}

type PostingRow = Omit<PostingView, 'checkpoint'> & Record<string, unknown>

/** How a posting is told, but for what is printed on it. */
const told = sql`o.id, o.proposal, o.sort, o.draft, o.opened_on::text as "from", o.days, o.counted, o.last_day::text as "lastDay",
  (o.closed_at is null) as open, (select count(*)::int from comment c where c.community = o.community and c.posting = o.id) as comments`

/** The postings of a proposal, oldest first. */
export const postingsOf = async (tx: Tx, community: string, proposal: string): Promise<readonly PostingRow[]> =>
  tx.execute<PostingRow>(sql`
    select ${told} from posting o where o.community = ${community} and o.proposal = ${proposal} order by o.id`)

export const postings = (engine: Engine, reader: Reader, proposal: string): Listed<PostingView> =>
  look(engine, reader, async (tx) => {
    if ((await tx.execute(known(reader.community, proposal))).length === 0)
      return refuse({ code: 'not_found', what: 'proposal' })
    const rows = await postingsOf(tx, reader.community, proposal)
    const checkpoint = await printedCheckpoint(tx, reader.community)
    return ok({ items: rows.map((row) => ({ ...row, checkpoint })) })
  })

export const posting = (engine: Engine, actor: Actor, id: string): Promise<Result<PostingView, Refusal>> =>
  act(engine, actor, async (tx) => {
    const [row] = await tx.execute<PostingRow>(sql`
      select ${told} from posting o where o.community = ${actor.community} and o.id = ${id}`)
    if (!row) return refuse({ code: 'not_found', what: 'posting' })
    return ok({ ...row, checkpoint: await printedCheckpoint(tx, actor.community) })
  })

export interface OpinionView {
  readonly opinion: string
  readonly discipline: string
  readonly draft: number
  readonly answer: 'pass' | 'changes' | 'unlawful'
  readonly grounds: string | null
  readonly recordedAt: string
}

/** The experts' opinions, oldest first. */
export const opinions = (engine: Engine, reader: Reader, proposal: string): Listed<OpinionView> =>
  look(engine, reader, async (tx) => {
    const { community } = reader
    if ((await tx.execute(known(community, proposal))).length === 0)
      return refuse({ code: 'not_found', what: 'proposal' })
    const items = await tx.execute<OpinionView & Record<string, unknown>>(sql`
      select said ->> 'opinion' as opinion, said ->> 'discipline' as discipline, (said ->> 'draft')::int as draft,
        said ->> 'answer' as answer, d.text as grounds,
        to_char(e.recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt"
      from (select community, seq, recorded_at, convert_from(bytes, 'UTF8')::jsonb -> 'data' as said from entry
        where community = ${community} and chain = ${proposalChain(proposal)} and kind = 'opinion.given') e
      left join disclosure d on (d.community, d.commitment) = (e.community, said ->> 'grounds') order by e.seq`)
    return ok({ items: [...items] })
  })

export interface AdoptionView {
  readonly id: string
  readonly procedure: string
  readonly title: Title
  readonly hash: string
  readonly adoptedAt: string
  readonly choices: Readonly<Record<string, string | number>>
}

const adoptionsIn = (community: string, id?: string) => sql`
  select id, procedure, expanded -> 'title' as title, hash, expanded -> 'choices' as choices, expanded,
    to_char(adopted_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "adoptedAt"
  from adoption where community = ${community} and (${id ?? null}::uuid is null or id = ${id ?? null}::uuid) order by id desc`

type AdoptionRow = AdoptionView & { readonly expanded: ExpandedProcedure } & Record<string, unknown>

/** The procedures that the community has adopted, newest first. */
export const adoptions = (engine: Engine, actor: Actor): Listed<AdoptionView> =>
  act(engine, actor, async (tx) => {
    const rows = await tx.execute<AdoptionRow>(adoptionsIn(actor.community))
    return ok({ items: rows.map(({ expanded: _, ...adoption }) => adoption) })
  })

/** One adoption as it stands, its provisions inlined. */
export const adoption = (
  engine: Engine,
  actor: Actor,
  id: string,
): Promise<Result<AdoptionView & { readonly expanded: ExpandedProcedure }, Refusal>> =>
  act(engine, actor, async (tx) => {
    const [row] = await tx.execute<AdoptionRow>(adoptionsIn(actor.community, id))
    return row ? ok(row) : refuse({ code: 'not_found', what: 'adoption' })
  })
