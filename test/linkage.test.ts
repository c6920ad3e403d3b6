import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { attestations } from '../src/services/attestations.ts'
import { exportRecord } from '../src/services/exports.ts'
import { attendance } from '../src/services/views/attendance.ts'
import { chainEntries } from '../src/services/views/chains.ts'
import { ballot, meeting, rollCall } from '../src/services/views/meetings.ts'
import { parseEntry } from '../workflows/format/entry.ts'
import { byChance, seededBy } from './support/chance.ts'
import { type Village, withVillageServices } from './support/engine.ts'
import { check } from './support/played-record.ts'
import { type Halls, preparesHalls, type Run, runsOf, somebodyAs } from './support/secret-runs.ts'

const linkage = suite('linkage of secret votes and voters')

const begins = new Date('2026-03-02T09:00:00+08:00')
const learning = 100
const guessing = process.env.LONG === '1' ? 4000 : 1000
const seed = 20260302

linkage('the exact test is exact', () => {
  assert.is(byChance(0, 10, 0.5), 1)
  assert.ok(Math.abs(byChance(10, 10, 0.5) - 2 ** -10) < 1e-12)
  assert.ok(Math.abs(byChance(8, 10, 0.5) - 56 / 1024) < 1e-12)
  assert.ok(byChance(400, 1000, 1 / 3) < 1e-4)
  assert.ok(byChance(340, 1000, 1 / 3) > 0.3)
})

/** What an adversary sees of a ballot in the record: who took part in which order, and the choices at the close. */
type Seen = {
  readonly taken: readonly { readonly voter: string; readonly bytes: string; readonly head: string }[]
  readonly choices: readonly string[]
}

/** A way of putting the voters of a ballot in a row. */
type Row = (run: Run, seen: Seen) => readonly string[]

const byText = (run: Run, of: (answer: Run['answers'][number]) => string | number): readonly string[] =>
  [...run.answers]
    .map((answer) => ({ answer, at: of(answer) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ answer }) => answer.person)

/** Rows that are the same for the same seed. */
const rows: Readonly<Record<string, Row>> = {
  'the order of entries': (_, { taken }) => taken.map(({ voter }) => voter),
  'the order of answers': ({ answers }) => answers.map(({ person }) => person),
  'the order of persons': (run) => byText(run, ({ person }) => person),
  'the lengths of receipts': (run) =>
    byText(run, ({ receipt }) => JSON.stringify({ ...receipt, signedHead: '' }).length),
  'the places in receipts': (run) => byText(run, ({ receipt }) => receipt.seq),
  'the leaves in receipts': (run) => byText(run, ({ receipt }) => receipt.laterLeaves.length),
}
/** Rows by what is new each time, or is only a matter of haste: chance itself, which no seed holds. */
const noise: Readonly<Record<string, Row>> = {
  'the heads': (_, { taken }) => [...taken].sort((a, b) => (a.head < b.head ? -1 : 1)).map(({ voter }) => voter),
  'the bytes of receipts': (run) => byText(run, ({ receipt }) => receipt.previousHead + receipt.signedHead),
  'the times of answers': (run) => byText(run, ({ took }) => took),
  'the tables after the close': ({ tables }) => tables.after,
}

/** Hits of whoever takes the voter at one place of a row. */
const hitsBy = (row: Row, place: number, runs: readonly Run[], seen: ReadonlyMap<string, Seen>): number =>
  runs.filter((run) => {
    const sight = seen.get(run.ballot)
    return sight !== undefined && row(run, sight).at(place) === run.odd
  }).length

/** The record as somebody takes it out, read for each ballot. */
const readRecords = async ({ engine, clerk }: Village, { halls }: Halls) => {
  const seen = new Map<string, Seen>()
  for (const proposal of halls.flatMap(({ proposals }) => proposals)) {
    const record = await exportRecord(engine, clerk, proposal)
    if (!record.ok) throw new Error(record.refusal.code)
    const own = record.value.chains.find(({ name }) => name === `proposal/${proposal}`)
    const taken = new Map<string, Seen['taken'][number][]>()
    for (const { bytes, head } of own?.entries ?? []) {
      const { kind, data } = parseEntry(new TextEncoder().encode(bytes))
      if (kind === 'ballot.taken')
        taken.set(data.ballot, [...(taken.get(data.ballot) ?? []), { voter: data.voter, bytes, head }])
      if (kind === 'ballot.closed')
        seen.set(data.ballot, {
          taken: taken.get(data.ballot) ?? [],
          choices: (data.choices ?? []).map(({ choice }) => choice),
        })
    }
  }
  return seen
}

/** Everything that one actor is answered about a hall, its first case and a ballot of it, as one text. */
const answersTo = async ({ engine }: Village, actor: Village['clerk'], hall: Halls['halls'][number], run: Run) => {
  const answers = [
    await meeting(engine, actor, hall.meeting),
    await attendance(engine, actor, hall.meeting),
    await ballot(engine, actor, run.ballot),
    await rollCall(engine, actor, run.ballot),
    await exportRecord(engine, actor, run.proposal),
    await chainEntries(engine, actor, `proposal/${run.proposal}`, 1, 1000),
    await attestations(engine, actor, { limit: 100 }),
  ]
  return JSON.stringify(answers)
}

linkage(`an adversary with every role’s answers guesses ${guessing} voters no better than chance`, () =>
  withVillageServices(begins, async (village) => {
    const halls = await preparesHalls(village, begins, 4, 50)
    const random = seededBy(seed)
    const learnt = await runsOf(village, halls, learning, random)
    const runs = await runsOf(village, halls, guessing, random)
    const seen = await readRecords(village, halls)
    const chance = 1 / halls.present.length
    for (const run of runs) {
      assert.is(run.closed.carried, false)
      assert.equal(seen.get(run.ballot)?.choices, [...halls.present.slice(1).map(() => 'no'), 'yes'])
    }

    // It is told the truth of the first ballots, learns by which row and place it would have hit most often, and goes on so.
    const places = halls.present.map((_, place) => place)
    const rules = Object.entries(rows).flatMap(([name, row]) => places.map((place) => ({ name, row, place })))
    const [best] = rules
      .map((rule) => ({ ...rule, hits: hitsBy(rule.row, rule.place, learnt, seen) }))
      .sort((a, b) => b.hits - a.hits)
    if (!best) throw new Error('there are rules')
    const p = byChance(hitsBy(best.row, best.place, runs, seen), runs.length, chance)
    assert.ok(p >= 0.01, `by ${best.name} at ${best.place}: p = ${p}`)
    for (const [name, row] of Object.entries(noise))
      for (const place of places) {
        const likely = byChance(hitsBy(row, place, runs, seen), runs.length, chance)
        assert.ok(likely > 1e-6, `by ${name} at ${place}: p = ${likely}`)
      }

    // Control: the same guessing wins where there is something to see, in the tables while votes come one by one.
    const single = runs.filter(({ oneByOne }) => oneByOne)
    const hits = hitsBy((run) => run.tables.before, 0, single, seen)
    assert.is(hits, single.length)
    assert.ok(byChance(hits, single.length, chance) < 1e-9)

    // Every role is answered alike as to who chose what: nothing, not even the ids under which choices lie.
    const [run] = runs
    const [hall] = halls.halls
    const outsider = await somebodyAs(village, 'expert')
    const township = await somebodyAs(village, 'township')
    const { clerk, supervisor, administrator, actorOf, database, community } = village
    const [own = '', other = ''] = halls.present
    if (!run || !hall) throw new Error('there are runs')
    const asked = [clerk, supervisor, administrator, actorOf(own), actorOf(other), outsider, township]
    const choices = await database.ownerSql.begin(async (tx) => {
      await tx`select set_config('app.community', ${community}, true)`
      return await tx<{ id: string }[]>`select id from secret_choice`
    })
    for (const actor of asked) {
      const text = await answersTo(village, actor, hall, run)
      assert.match(text, '"code":"ballot_secret"')
      const ids = new Set(text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))
      assert.ok(ids.has(run.ballot))
      assert.not.ok(choices.some(({ id }) => ids.has(id)))
    }
    const record = await exportRecord(village.engine, clerk, run.proposal)
    if (!record.ok) throw new Error(record.refusal.code)
    const report = await check(record.value)
    assert.ok(report.ok, JSON.stringify(report))
  }),
)

linkage.run()
