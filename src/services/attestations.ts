import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import type { Tx } from '../../db/within.ts'
import type { Attested } from '../../workflows/format/entry.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { type Day, dayOf } from '../../workflows/rules/days.ts'
import { disclose, sealText } from '../record/texts.ts'
import { type Actor, act, type Engine, needs, type Rights } from './act.ts'
import { isRefusal } from './advance.ts'
import { performIn } from './commands/command.ts'
import { correctDraft } from './commands/drafting.ts'
import { onPaper } from './commands/events.ts'
import { type CorrectCount, correctCount } from './corrections.ts'
import { type CountHands, countHands } from './hands.ts'
import { approveOnPaper } from './minutes.ts'
import { holdBallot } from './open-ballots.ts'
import { enterPaperMeeting, type PaperMeeting } from './paper-meetings.ts'
import { enterPapers, type Papers } from './papers.ts'
import { enterPollTally, type PollTally } from './polls.ts'
import { type OpenProposal, openIn } from './proposals.ts'
import type { Refusal } from './refusal.ts'
import { enterTally, type PaperTally } from './secret-papers.ts'
import { type ChangeVote, changeEntered } from './vote-changes.ts'

/** What somebody of the office attests, and others confirm: it goes on the record as attested, never as proved. */
export type Attestation =
  | {
      readonly sort: 'event'
      readonly proposal: string
      readonly occurredOn: Day
      readonly event: { readonly type: string } & Readonly<Record<string, unknown>>
    }
  | { readonly sort: 'case'; readonly occurredOn: Day; readonly case: OpenProposal }
  | { readonly sort: 'meeting'; readonly meeting: Omit<PaperMeeting, 'at'> & { readonly at: string } }
  | {
      readonly sort: 'erratum'
      readonly proposal: string
      readonly n: number
      readonly text: string
      readonly reason: string
    }
  | ({ readonly sort: 'correction' } & CorrectCount)
  | ({ readonly sort: 'tally' } & PaperTally)
  | ({ readonly sort: 'papers' } & Papers)
  | ({ readonly sort: 'hands' } & CountHands)
  | ({ readonly sort: 'vote-change' } & ChangeVote)
  | ({ readonly sort: 'poll' } & PollTally)
  | { readonly sort: 'minutes'; readonly occurredOn: Day; readonly meeting: string; readonly commitment: string }

/** How many must confirm, and whether one of them sits in the supervision committee. */
const wanted: Readonly<Record<Attestation['sort'], { readonly people: number; readonly supervisor: boolean }>> = {
  event: { people: 1, supervisor: false },
  case: { people: 1, supervisor: false },
  meeting: { people: 1, supervisor: false },
  erratum: { people: 1, supervisor: true },
  correction: { people: 2, supervisor: true },
  tally: { people: 1, supervisor: false },
  papers: { people: 1, supervisor: false },
  hands: { people: 1, supervisor: false },
  'vote-change': { people: 1, supervisor: false },
  poll: { people: 1, supervisor: false },
  minutes: { people: 1, supervisor: false },
}

const dayAttested = (input: Attestation): Day | undefined => ('occurredOn' in input ? input.occurredOn : undefined)

/** The proposal that an attestation is about; where it names an open ballot, that one's, whose chain is then held until it waits. */
const proposalOf = async (
  tx: Tx,
  engine: Engine,
  community: string,
  input: Attestation,
): Promise<string | undefined> => {
  if ('proposal' in input) return input.proposal
  if (!('ballot' in input)) return undefined
  const open = await holdBallot(tx, engine, community, input.ballot)
  return isRefusal(open) ? undefined : open.held.proposal
}

/** Enters what was attested as whoever entered it would have, on the day that it happened. */
const enter = async (
  tx: Tx,
  engine: Engine,
  { community, account }: Pick<Actor, 'community' | 'account'>,
  input: Attestation,
  attested: Attested,
): Promise<Result<unknown, Refusal>> => {
  const by = { community, account }
  const today = dayOf(await engine.clock(tx, undefined))
  const occurredOn = dayAttested(input)
  if (occurredOn !== undefined && occurredOn > today) return refuse({ code: 'day_in_future', day: occurredOn, today })
  const desk = (disciplines: readonly string[] = []) => {
    const rights: Rights = {
      account,
      person: undefined,
      roles: new Set(['clerk', 'expert']),
      disciplines: new Set(disciplines),
    }
    return { community, rights }
  }
  switch (input.sort) {
    case 'event': {
      const { type, ...rest } = input.event
      const command = onPaper.find(({ kind }) => kind === type)
      const parsed = command?.input.safeParse(rest)
      if (!command || !parsed?.success) return refuse({ code: 'not_found', what: 'event' })
      const discipline = 'discipline' in rest && typeof rest.discipline === 'string' ? [rest.discipline] : []
      const paper = { occurredOn: input.occurredOn, attested }
      return performIn(tx, engine, desk(discipline), input.proposal, command, parsed.data, paper)
    }
    case 'case':
      return openIn(tx, engine, by, input.case, { occurredOn: input.occurredOn, attested })
    case 'meeting':
      return enterPaperMeeting(tx, engine, by, { ...input.meeting, at: new Date(input.meeting.at) }, attested)
    case 'erratum': {
      const { n, text, reason } = input
      return performIn(tx, engine, desk(), input.proposal, correctDraft, { n, text, reason }, { attested })
    }
    case 'correction':
      return correctCount(tx, engine, by, input, attested)
    case 'tally': {
      const { sort: _, ...tally } = input
      return enterTally(tx, engine, by, tally, attested)
    }
    case 'papers':
      return enterPapers(tx, engine, by, input, attested)
    case 'hands': {
      const { sort: _, ...count } = input
      return countHands(tx, engine, by, count, attested)
    }
    case 'vote-change':
      return changeEntered(tx, engine, by, input, attested)
    case 'poll': {
      const { sort: _, ...tally } = input
      return enterPollTally(tx, engine, by, tally, attested)
    }
    case 'minutes':
      return approveOnPaper(tx, engine, by, input, { occurredOn: input.occurredOn, attested })
  }
}

class Undone extends Error {}

/** Runs something in a savepoint and takes it back when it was refused, or when it was only to be tried. */
const attempt = async <T>(
  tx: Tx,
  run: (inner: Tx) => Promise<Result<T, Refusal>>,
  { keep }: { readonly keep: boolean },
): Promise<Result<T, Refusal>> => {
  const seen: { result?: Result<T, Refusal> } = {}
  try {
    await tx.transaction(async (inner) => {
      seen.result = await run(inner)
      if (!keep || !seen.result.ok) throw new Undone()
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  if (!seen.result) throw new Error('what was attempted gave no answer')
  return seen.result
}

export interface EnteredAttestation {
  readonly attestation: string
  /** How many must still confirm it. */
  readonly wanted: number
  readonly supervisor: boolean
}

/** Enters what happened on paper. It is tried at once, so that what could never be confirmed is refused to whoever enters it. */
export const attest = (
  engine: Engine,
  actor: Actor,
  cmd: { readonly evidence: string; readonly what: Attestation },
): Promise<Result<EnteredAttestation, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const { what } = cmd
    const { people, supervisor } = wanted[what.sort]
    const evidence = sealText(cmd.evidence)
    const provisional = {
      evidence: evidence.commitment,
      confirmedBy: Array.from({ length: people }, () => actor.account),
    }
    const proposal = await proposalOf(tx, engine, actor.community, what)
    const tried = await attempt(tx, (inner) => enter(inner, engine, actor, what, provisional), { keep: false })
    if (!tried.ok) return tried
    const attestation = uuidv7()
    const at = (await engine.clock(tx, undefined)).toISOString()
    await disclose(tx, actor.community, [evidence])
    await tx.execute(sql`
      insert into attestation (community, id, sort, proposal, input, evidence, occurred_on, entered_by, entered_at)
      values (${actor.community}, ${attestation}, ${what.sort}, ${proposal ?? null}::uuid, ${JSON.stringify(what)}::text::jsonb,
        ${evidence.commitment}, ${dayAttested(what) ?? null}::date, ${actor.account}, ${at}::timestamptz)`)
    return ok({ attestation, wanted: people, supervisor })
  })

interface Waiting {
  readonly [column: string]: unknown
  readonly sort: Attestation['sort']
  readonly input: Attestation | null
  readonly evidence: string
  readonly enteredBy: string
  readonly outcome: string | null
}

/** Takes an attestation's row: two who confirm at once take turns. */
const waiting = async (tx: Tx, community: string, id: string): Promise<Waiting | undefined> => {
  const [row] = await tx.execute<Waiting>(sql`
    select sort, input, evidence, entered_by as "enteredBy", outcome from attestation
    where community = ${community} and id = ${id} for no key update`)
  return row
}

export interface ConfirmedAttestation {
  readonly attestation: string
  readonly outcome: 'waiting' | 'confirmed'
  /** How many must still confirm it. */
  readonly wanted: number
  /** What it came to, once it is on the record. */
  readonly result?: unknown
}

/** 复核: another person confirms; with the last one needed it goes on the record, or is refused as it stands by then. */
export const confirmAttestation = (
  engine: Engine,
  actor: Actor,
  id: string,
): Promise<Result<ConfirmedAttestation, Refusal>> =>
  act(engine, actor, async (tx, rights): Promise<Result<ConfirmedAttestation, Refusal>> => {
    const denied = needs(rights, 'clerk', 'supervisor', 'administrator')
    if (denied) return refuse(denied)
    const { community, account } = actor
    const row = await waiting(tx, community, id)
    if (!row) return refuse({ code: 'not_found', what: 'attestation' })
    if (row.outcome !== null || row.input === null)
      return refuse({ code: 'attestation_decided', outcome: row.outcome ?? 'confirmed' })
    if (row.enteredBy === account) return refuse({ code: 'second_person_needed' })
    const before = await tx.execute<{ account: string; supervisor: boolean }>(sql`
      select c.account, exists (select 1 from role r where r.community = c.community and r.account = c.account
        and r.role = 'supervisor' and r.ended_at is null) as supervisor
      from confirmation c where c.community = ${community} and c.attestation = ${id} order by c.confirmed_at, c.account`)
    if (before.some((one) => one.account === account)) return refuse({ code: 'confirmed_already' })
    const { people, supervisor } = wanted[row.sort]
    const confirmedBy = [...before.map((one) => one.account), account]
    const left = people - confirmedBy.length
    const supervised = rights.roles.has('supervisor') || before.some((one) => one.supervisor)
    if (left <= 0 && supervisor && !supervised) return refuse({ code: 'supervisor_must_confirm' })

    const { input, evidence, enteredBy } = row
    const entered =
      left > 0
        ? undefined
        : await attempt(
            tx,
            (inner) => enter(inner, engine, { community, account: enteredBy }, input, { evidence, confirmedBy }),
            {
              keep: true,
            },
          )
    if (entered && !entered.ok) return entered
    const at = (await engine.clock(tx, undefined)).toISOString()
    await tx.execute(sql`
      insert into confirmation (community, attestation, account, confirmed_at)
      values (${community}, ${id}, ${account}, ${at}::timestamptz)`)
    if (!entered) return ok({ attestation: id, outcome: 'waiting', wanted: left })
    await tx.execute(sql`
      update attestation set input = null, outcome = 'confirmed', decided_at = ${at}::timestamptz
      where community = ${community} and id = ${id}`)
    return ok({ attestation: id, outcome: 'confirmed', wanted: 0, result: entered.value })
  })

/** Somebody else sends it back with the reason, or whoever entered it takes it back. */
export const rejectAttestation = (
  engine: Engine,
  actor: Actor,
  id: string,
  cmd: { readonly reason: string },
): Promise<Result<{ readonly attestation: string }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk', 'supervisor', 'administrator')
    if (denied) return refuse(denied)
    const { community } = actor
    const row = await waiting(tx, community, id)
    if (!row) return refuse({ code: 'not_found', what: 'attestation' })
    if (row.outcome !== null) return refuse({ code: 'attestation_decided', outcome: row.outcome })
    const reason = sealText(cmd.reason)
    const at = (await engine.clock(tx, undefined)).toISOString()
    await disclose(tx, community, [reason])
    await tx.execute(sql`
      update attestation set input = null, outcome = 'rejected', decided_at = ${at}::timestamptz, reason = ${reason.commitment}
      where community = ${community} and id = ${id}`)
    return ok({ attestation: id })
  })

export interface AttestationView {
  readonly id: string
  readonly sort: string
  readonly proposal: string | null
  readonly occurredOn: string | null
  readonly enteredAt: string
  readonly enteredBy: string
  readonly evidence: string | null
  /** What was entered, while it waits. */
  readonly input: unknown
  readonly confirmedBy: readonly string[]
  readonly wanted: number
  readonly outcome: string | null
  readonly reason: string | null
}

/** What waits for a second person, newest first, and what became of the rest. */
export const attestations = (
  engine: Engine,
  actor: Actor,
  {
    cursor,
    limit,
    state,
    only,
  }: {
    readonly cursor?: string | undefined
    readonly limit: number
    readonly state?: 'waiting' | undefined
    readonly only?: string | undefined
  },
): Promise<Result<{ readonly items: readonly AttestationView[]; readonly next?: string }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk', 'supervisor', 'administrator')
    if (denied) return refuse(denied)
    const rows = await tx.execute<
      Omit<AttestationView, 'wanted'> & { sort: Attestation['sort'] } & Record<string, unknown>
    >(sql`
      select a.id, a.sort, a.proposal, a.occurred_on::text as "occurredOn", a.entered_by as "enteredBy", a.input, a.outcome,
        to_char(a.entered_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "enteredAt", e.text as evidence, r.text as reason,
        coalesce((select jsonb_agg(c.account order by c.confirmed_at) from confirmation c
          where (c.community, c.attestation) = (a.community, a.id)), '[]'::jsonb) as "confirmedBy"
      from attestation a left join disclosure e on (e.community, e.commitment) = (a.community, a.evidence)
      left join disclosure r on (r.community, r.commitment) = (a.community, a.reason)
      where a.community = ${actor.community} and (${cursor ?? null}::uuid is null or a.id < ${cursor ?? null}::uuid)
        and (${only ?? null}::uuid is null or a.id = ${only ?? null}::uuid)
        and (${state ?? null}::text is null or a.outcome is null)
      order by a.id desc limit ${limit + 1}`)
    const items = rows.slice(0, limit).map((row) => ({
      ...row,
      wanted: row.outcome === null ? wanted[row.sort].people - row.confirmedBy.length : 0,
    }))
    const last = items.at(-1)
    return ok(rows.length > limit && last ? { items, next: last.id } : { items })
  })
