import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { stageOf } from '../../../workflows/case.ts'
import type { DataOf } from '../../../workflows/format/catalogue.ts'
import { offices } from '../../../workflows/law/matter.ts'
import { bodyKinds } from '../../../workflows/law/provision.ts'
import type { Day } from '../../../workflows/rules/days.ts'
import { has } from '../../../workflows/stages/gate.ts'
import { sealText } from '../../record/texts.ts'
import { closed } from '../advance.ts'
import { termFrom } from '../calendars.ts'
import { command, type Desk } from './command.ts'
import { guestsHeld } from './guests-held.ts'
import { day, files, id, notYet, text } from './inputs.ts'

/** The days that the present stage asks, from today. */
const term = async ({ tx, community, held, today }: Desk, days: number | undefined) => {
  const stage = stageOf(held.case)
  const asked = stage.kind === 'posting' || stage.kind === 'publication' ? stage.days : 1
  const counted = stage.kind === 'posting' ? stage.counted : 'calendar'
  return termFrom(tx, community, today, days ?? asked, counted)
}

const keep = async (
  { data }: { readonly data: DataOf<'posting.opened'> | DataOf<'publication.opened'> },
  { tx, community, held }: Desk,
): Promise<void> => {
  const draft = 'draft' in data ? data.draft : null
  await tx.execute(sql`
    insert into posting (community, id, proposal, sort, draft, opened_on, days, counted, last_day)
    values (${community}, ${data.posting}, ${held.proposal}, ${draft === null ? 'publication' : 'posting'}, ${draft},
      ${data.from}, ${data.days}, ${data.counted}, ${data.lastDay})`)
}

/** What hangs is taken down. */
export const takeDown = async (_said: unknown, { tx, community, held }: Desk): Promise<void> => {
  await tx.execute(sql`
    update posting set closed_at = ${held.chain.at.toISOString()}::timestamptz
    where community = ${community} and proposal = ${held.proposal} and closed_at is null`)
}

const opening = z.strictObject({
  /** More days than the stage asks, if wanted. */
  days: z.int().min(1).max(365).optional(),
  places: text,
})

export const openPosting = command({
  kind: 'posting.opened',
  by: ['clerk'],
  input: opening,
  put: async ({ days, places }, desk) => {
    const reckoned = await term(desk, days)
    if (!reckoned.ok) return reckoned.refusal
    const sealed = sealText(places)
    const draft = desk.held.case.facts.draft?.n ?? 1
    return { data: { posting: uuidv7(), draft, ...reckoned.value, places: sealed.commitment }, texts: [sealed] }
  },
  project: keep,
})

export const openPublication = command({
  kind: 'publication.opened',
  by: ['clerk'],
  input: opening,
  put: async ({ days, places }, desk) => {
    const reckoned = await term(desk, days)
    if (!reckoned.ok) return reckoned.refusal
    const sealed = sealText(places)
    return { data: { posting: uuidv7(), ...reckoned.value, places: sealed.commitment }, texts: [sealed] }
  },
  project: keep,
})

export const evidencePosting = command({
  kind: 'posting.evidenced',
  by: ['clerk', 'supervisor'],
  input: z.strictObject({ posting: id, seenOn: day, evidence: text, files }),
  put: async ({ evidence, ...rest }, { tx, community, held, today }) => {
    const future = notYet(today, rest.seenOn)
    if (future) return future
    const { posting, seenOn } = rest
    const [hung] = await tx.execute<{ from: Day }>(sql`
      select opened_on::text as "from" from posting
      where community = ${community} and proposal = ${held.proposal} and id = ${posting}`)
    if (hung && seenOn < hung.from)
      return closed(held, 'posting.evidenced', [has('posting-evidenced', false, { seenOn, from: hung.from })])
    const sealed = sealText(evidence)
    return { data: { ...rest, evidence: sealed.commitment }, texts: [sealed] }
  },
})

/** One response may answer many comments; the reason of a decided objection stays the decision’s. */
export const answerComments = command({
  kind: 'comments.answered',
  by: ['clerk'],
  input: z.strictObject({
    comments: z.array(id).min(1).max(1000),
    answer: z.enum(['adopted', 'partly', 'not-adopted']),
    reason: text,
  }),
  put: ({ reason, ...rest }) => {
    const sealed = sealText(reason)
    return { data: { ...rest, reason: sealed.commitment }, texts: [sealed] }
  },
  project: async ({ data }, { tx, community }) => {
    for (const answered of data.comments)
      await tx.execute(sql`
        update comment set answer = ${data.answer}, reason = case when upheld is null then ${data.reason} else reason end
        where community = ${community} and id = ${answered}`)
  },
})

/** An objection is decided by another body than the one that drafted the plan. */
export const decideObjection = command({
  kind: 'objection.decided',
  by: ['clerk', 'township'],
  input: z.strictObject({
    comment: id,
    by: z.enum([...bodyKinds, ...offices]),
    decidedOn: day,
    upheld: z.boolean(),
    reason: text,
  }),
  put: ({ reason, ...rest }, { held, today, rights }) => {
    if (!rights.roles.has('clerk') && !(offices as readonly string[]).includes(rest.by))
      return { code: 'forbidden', needs: ['clerk'] }
    const future = notYet(today, rest.decidedOn)
    if (future) return future
    const { receivedOn } = held.case.facts.comments.get(rest.comment) ?? {}
    if (receivedOn !== undefined && rest.decidedOn < receivedOn)
      return { code: 'day_too_early', day: rest.decidedOn, earliest: receivedOn }
    const drafted = held.case.procedure.stages.some((s) => s.kind === 'drafting' && s.approvedBy === rest.by)
    if (drafted) return closed(held, 'objection.decided', [has('competent-body', false, { body: rest.by })])
    const sealed = sealText(reason)
    return { data: { ...rest, reason: sealed.commitment }, texts: [sealed] }
  },
  project: async ({ data }, { tx, community }) => {
    await tx.execute(sql`
      update comment set upheld = ${data.upheld}, reason = ${data.reason} where community = ${community} and id = ${data.comment}`)
  },
})

/** Nothing that a guest sent is left without a decision. */
const closing =
  (move: 'posting.closed' | 'publication.closed') =>
  async (_: unknown, { tx, community, held }: Desk) => {
    const grounds = await guestsHeld(tx, community, held.case)
    return grounds.length > 0 ? closed(held, move, grounds) : { data: {} }
  }

export const closePosting = command({
  kind: 'posting.closed',
  by: ['clerk'],
  input: z.strictObject({}),
  put: closing('posting.closed'),
  project: takeDown,
})

export const sendBackOnObjection = command({
  kind: 'posting.sent-back',
  by: ['clerk'],
  input: z.strictObject({}),
  put: () => ({ data: {} }),
  project: takeDown,
})

export const closePublication = command({
  kind: 'publication.closed',
  by: ['clerk'],
  input: z.strictObject({}),
  put: closing('publication.closed'),
  project: takeDown,
})
