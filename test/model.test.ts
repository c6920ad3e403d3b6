import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { openHeadWith } from '../src/identity/record-key.ts'
import { sha256 } from '../src/record/sha256.ts'
import { adopt } from '../src/services/adoptions.ts'
import { exportRecord } from '../src/services/exports.ts'
import { openProposal } from '../src/services/proposals.ts'
import { verify } from '../workflows/verify.ts'
import { type Village, value, withVillageServices } from './support/engine.ts'
import { type Amendment, bodies, publicationDays, type Reference, ratingDays, storedStep } from './support/reference.ts'
import { type Choice, moveOf, type Played, rareMove } from './support/reference-moves.ts'
import { factsAgree } from './support/stored-facts.ts'

const model = suite('a case played against the reference')
const begins = new Date('2026-01-05T09:00:00+08:00')
const long = process.env.LONG === '1'

const opened = async (village: Village, rolls: Reference['rolls'], amendment: Amendment, calls: number) => {
  village.setClock(begins)
  const choices = {
    branch: 'party-committee',
    decides: 'representatives',
    half: 'representatives',
    amendment,
    publicationDays,
    ratingDays,
    rollCall: 'public',
    calls,
  }
  const { engine, clerk } = village
  const { adoption } = await value(adopt(engine, clerk, { procedure: 'three-reviews@1', choices }))
  const { proposal } = await value(openProposal(engine, clerk, { adoption, title: '修路', topics: [] }))
  const reference: Reference = {
    amendment,
    calls,
    rolls,
    day: 0,
    entries: 1,
    stage: 'topic',
    step: 'open',
    missed: 0,
    drafts: 0,
    draftAtReturn: 0,
    authorised: false,
    decisionOpened: false,
    failed: new Set(),
    lastDay: 0,
    evidence: false,
    percent: 0,
    raters: new Set(),
    enteredDay: 0,
  }
  const played: Played = { village, proposal, begins }
  return { played, reference }
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

/** A play under way: the case, the reference beside it, and what happened. */
type Play = { readonly played: Played; readonly reference: Reference; readonly past: string[] }

/** Makes one move in both and holds them against each other. */
const step = async ({ played, reference, past }: Play, choice: Choice): Promise<void> => {
  const move = moveOf(choice, reference)
  const expected = move.expect(reference)
  const answer = await move.real(played, reference)
  const code = answer.ok ? 'ok' : answer.refusal.code
  past.push(`${move.name} → ${code}`)
  assert.is(code, expected, `${past.join('\n')}\nexpected ${expected}: ${JSON.stringify(answer)}`)
  if (answer.ok) move.holds(reference, answer.value as never)
  assert.equal({ ...(await stored(played)) }, told(reference), past.join('\n'))
}

const command = (choice: Choice): fc.AsyncCommand<object, Play> => ({
  check: () => true,
  run: (_model, play) => step(play, choice),
  toString: () => (choice === 'onward' ? choice : choice.name),
})

const verified = async ({ village, proposal }: Played): Promise<void> => {
  const record = await value(exportRecord(village.engine, village.clerk, proposal))
  const report = await verify(record, { sha256, openHead: openHeadWith(record.keys) })
  assert.is(report.ok, true, JSON.stringify(report))
}

model('random legal and illegal moves: state, record and refusals agree; the tables and the replay too', () =>
  withVillageServices(begins, async (village) => {
    const rolls = await Promise.all(bodies.map(({ body }) => village.membersOf(body)))
    const seen = new Map<string, number>()
    const property = () =>
      fc.assert(
        fc.asyncProperty(
          fc.constantFrom<Amendment>('continue', 'committees', 'restart'),
          fc.integer({ min: 1, max: 3 }),
          fc.commands([rareMove.map(command)], { maxCommands: 120, size: 'max' }),
          async (amendment, calls, commands) => {
            const play = { ...(await opened(village, rolls, amendment, calls)), past: [] as string[] }
            await fc.asyncModelRun(() => ({ model: {}, real: play }), commands)
            const ending = play.reference.end ?? 'still going'
            for (const line of [...play.past, ending]) {
              const code = line.replace(/\(.*\)/, '')
              seen.set(code, (seen.get(code) ?? 0) + 1)
            }
            await factsAgree(play.played)
            await verified(play.played)
          },
        ),
        { numRuns: long ? 600 : 40, ...(process.env.SEED ? { seed: Number(process.env.SEED) } : {}) },
      )
    await property().catch((error: Error) => {
      throw new Error(`${error.message}\n${error.cause instanceof Error ? error.cause.message : ''}`)
    })
    if (process.env.SHOW === '1') console.log(JSON.stringify([...seen].sort(), null, 1))
    for (const code of ['call → ok', 'open → ok', 'voteAll → ok', 'close → ok'])
      assert.ok((seen.get(code) ?? 0) > 0, `no play came to ${code}`)
  }),
)

model('whoever always does the sensible thing comes to the end', () =>
  withVillageServices(begins, async (village) => {
    const rolls = await Promise.all(bodies.map(({ body }) => village.membersOf(body)))
    const play = { ...(await opened(village, rolls, 'continue', 2)), past: [] as string[] }
    while (play.reference.end === undefined) await step(play, 'onward')
    assert.is(play.reference.end, 'closed')
    await factsAgree(play.played)
    await verified(play.played)
  }),
)

model.run()
