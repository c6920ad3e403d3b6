import * as assert from 'uvu/assert'
import { adopt } from '../../src/services/adoptions.ts'
import { openProposal } from '../../src/services/proposals.ts'
import { type Village, value } from './engine.ts'
import {
  type Amendment,
  bodies,
  expiryDays,
  publicationDays,
  type Reference,
  ratingDays,
  storedStep,
} from './reference.ts'
import { type Choice, moveOf, type Played } from './reference-moves.ts'

/** The day on which every play begins: a Monday. */
export const begins = new Date('2026-01-05T09:00:00+08:00')

/** A play under way: the case, the reference beside it, and what happened. */
export type Play = { readonly played: Played; readonly reference: Reference; readonly past: string[] }

/** Opens a proposal of three reviews under an adoption of its own, on the first day. */
export const openPlay = async (
  village: Village,
  { amendment = 'continue', calls = 2 }: { readonly amendment?: Amendment; readonly calls?: number } = {},
): Promise<Play> => {
  village.setClock(begins)
  const rolls = await Promise.all(bodies.map(({ body }) => village.membersOf(body)))
  const [chair] = await village.membersOf('village-committee')
  const choices = {
    branch: 'party-committee',
    decides: 'representatives',
    half: 'representatives',
    amendment,
    publicationDays,
    ratingDays,
    rollCall: 'public',
    calls,
    expiryDays,
  }
  const { engine, clerk } = village
  const { adoption } = await value(adopt(engine, clerk, { procedure: 'three-reviews@1', choices }))
  const { proposal } = await value(openProposal(engine, clerk, { adoption, title: '修路', topics: [] }))
  const reference: Reference = {
    amendment,
    calls,
    rolls,
    presider: chair?.person ?? '',
    movedDay: 0,
    ballots: [],
    orders: [],
    comments: [],
    day: 0,
    entries: 1,
    stage: 'topic',
    step: 'open',
    missed: 0,
    drafts: 0,
    draftAtReturn: 0,
    authorised: false,
    decisionOpened: false,
    lastDay: 0,
    evidence: false,
    percent: 0,
    raters: new Set(),
    enteredDay: 0,
  }
  return { played: { village, proposal, begins }, reference, past: [] }
}

/** What is stored of the case, read past the services. */
const stored = ({ village, proposal }: Played) =>
  village.database.ownerSql.begin(async (tx) => {
    await tx`select set_config('app.community', ${village.community}, true)`
    const [row] = await tx<
      { stage: string; step: string | null; missed: number; ending: string | null; entries: number }[]
    >`
      select p.stage, p.step, p.missed, p.ending, c.seq as entries from proposal p
      join chain c on c.community = p.community and c.name = 'proposal/' || p.id
      where p.community = ${village.community} and p.id = ${proposal}`
    return row
  })

const told = ({ stage, step, missed, end, entries }: Reference) =>
  end === undefined
    ? { stage, step: storedStep(step), missed, ending: null, entries }
    : { stage, step: null, missed: 0, ending: end, entries }

/** Makes one move in both and holds them against each other. */
export const step = async ({ played, reference, past }: Play, choice: Choice): Promise<void> => {
  const move = moveOf(choice, reference)
  const expected = move.expect(reference)
  const answer = await move.real(played, reference)
  const code = answer.ok ? 'ok' : answer.refusal.code
  past.push(`${move.name} → ${code}`)
  assert.is(code, expected, `${past.join('\n')}\nexpected ${expected}: ${JSON.stringify(answer)}`)
  if (answer.ok) move.holds(reference, answer.value as never)
  assert.equal({ ...(await stored(played)) }, told(reference), past.join('\n'))
}

/** Does the sensible thing until the case has ended. */
export const playToEnd = async (play: Play): Promise<void> => {
  while (play.reference.end === undefined) await step(play, 'onward')
}
