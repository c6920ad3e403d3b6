import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { checkRoster } from '../src/roster/check.ts'
import { broughtBy, deriveSeats } from '../src/roster/positions.ts'
import { readRoster } from '../src/roster/read.ts'
import { endingOn, type Mandate, mandatesOf, overlap, reseat, type SeatTerm } from '../src/roster/terms.ts'
import type { BodyKind } from '../workflows/law/provision.ts'

const terms = suite('seats and the mandates they come from')

const day = '2026-03-02'

const seat = (body: BodyKind, office: string, change: Partial<SeatTerm> = {}): SeatTerm => ({
  body,
  office,
  voting: true,
  inBase: true,
  groups: [],
  from: '2026-01-01',
  ...change,
})

const mandate = (body: BodyKind, office: string, from: string, until?: string, voting = true): Mandate => {
  const brings = broughtBy('village', { body, office, voting })
  if (!brings) throw new Error(`nobody is ${office} of ${body}`)
  return { body, brings, from, until }
}

/** What becomes of seats, as lines. */
const told = (
  seats: readonly SeatTerm[],
  mandates: readonly Mandate[],
  from = day,
  sex: 'male' | 'female' = 'male',
) => {
  const { ended, filled } = reseat(seats, mandates, sex, from)
  return [
    ...ended.map(({ seat, on }) => `- ${seat.body} ${seat.office} ${on}`),
    ...filled.map(
      ({ body, office, groups, from, until }) => `+ ${[body, office, from, until ?? '', ...groups].join(' ').trim()}`,
    ),
  ]
}

for (const [file, kind] of [
  ['roster-village.csv', 'village'],
  ['roster-city.csv', 'city'],
] as const)
  terms(`${file}: the seats that an import makes are those that their mandates give`, () => {
    const table = readRoster(readFileSync(new URL(`fixtures/${file}`, import.meta.url)))
    if (!table.ok) throw new Error(table.refusal.code)
    const { rows } = checkRoster(table.value, { today: day, adultAge: 18, kind })
    const derived = [...deriveSeats(rows)].flatMap(([body, all]) => all.map((one) => ({ body, ...one })))
    assert.ok(derived.length > 60)
    for (const { row, sex } of rows) {
      const own = derived.filter((one) => one.row === row).map((one) => ({ ...one, from: '2026-01-01' }))
      assert.equal(reseat(own, mandatesOf(own), sex, day), { ended: [], filled: [] }, `row ${row}`)
      const gone = reseat(own, endingOn(mandatesOf(own), day), sex, day)
      assert.equal([gone.ended.length, gone.filled.length], [own.length, 0], `row ${row} gone`)
    }
  })

terms('a committee’s member sits in the union and among the representatives for as long', () => {
  const member = mandate('village-committee', 'member', day, '2027-01-01')
  assert.equal(told([], [member]), [
    '+ village-representatives member 2026-03-02 2027-01-01',
    '+ village-committee member 2026-03-02 2027-01-01',
    '+ two-committees member 2026-03-02 2027-01-01',
  ])
  assert.equal(told([], [mandate('village-committee', 'chair', day)], day, 'female'), [
    '+ village-representatives chair 2026-03-02  women',
    '+ village-committee chair 2026-03-02  women',
    '+ two-committees member 2026-03-02  women',
  ])
})

terms('an elected representative who joins the committee keeps the one seat, and outlasts either term', () => {
  const elected = seat('village-representatives', 'representative', {
    groups: ['representatives'],
    until: '2026-10-01',
  })
  const member = mandate('village-committee', 'member', day)
  assert.equal(told([elected], [...mandatesOf([elected]), member]), [
    '- village-representatives representative 2026-03-02',
    '+ village-representatives member 2026-03-02 2026-10-01 representatives',
    '+ village-representatives member 2026-10-01',
    '+ village-committee member 2026-03-02',
    '+ two-committees member 2026-03-02',
  ])
  const both = [
    seat('village-representatives', 'member', { groups: ['representatives'] }),
    seat('village-committee', 'member'),
    seat('two-committees', 'member'),
  ]
  assert.equal(told(both, endingOn(mandatesOf(both), day, ['village-committee'])).sort(), [
    '+ village-representatives representative 2026-03-02  representatives',
    '- two-committees member 2026-03-02',
    '- village-committee member 2026-03-02',
    '- village-representatives member 2026-03-02',
  ])
})

terms('who sits in both committees stays in the union when one seat ends, with the office of the other', () => {
  const both = [
    seat('party-assembly', 'chair'),
    seat('party-committee', 'chair'),
    seat('two-committees', 'chair'),
    seat('village-committee', 'member'),
    seat('village-representatives', 'member'),
  ]
  const ends = (body: BodyKind) => told(both, endingOn(mandatesOf(both), day, [body])).sort()
  assert.equal(ends('party-committee'), [
    '+ party-assembly member 2026-03-02',
    '+ two-committees member 2026-03-02',
    '- party-assembly chair 2026-03-02',
    '- party-committee chair 2026-03-02',
    '- two-committees chair 2026-03-02',
  ])
  assert.equal(ends('village-committee'), [
    '- village-committee member 2026-03-02',
    '- village-representatives member 2026-03-02',
  ])
})

terms('a seat that has not begun ends on the day on which it would, and what was before stays', () => {
  const coming = seat('supervision-committee', 'member', { from: '2026-06-01' })
  assert.equal(told([coming], endingOn(mandatesOf([coming]), day)), ['- supervision-committee member 2026-06-01'])
  const over = seat('supervision-committee', 'member', { until: '2026-02-01' })
  assert.equal(told([over], endingOn(mandatesOf([over]), day)), [])
  const corrected = [seat('village-representatives', 'representative', { groups: ['representatives'] })]
  assert.equal(told(corrected, mandatesOf(corrected), day, 'female'), [
    '- village-representatives representative 2026-03-02',
    '+ village-representatives representative 2026-03-02  representatives women women-representatives',
  ])
})

terms('a full member has a vote in the party assembly, a probationary one sits there without', () => {
  const { filled } = reseat([], [mandate('party-assembly', 'member', day, undefined, false)], 'female', day)
  assert.equal(
    filled.map(({ body, voting, inBase }) => [body, voting, inBase]),
    [['party-assembly', false, false]],
  )
})

const days = ['2026-01-01', '2026-02-01', day, '2026-04-01', '2026-05-01', '2026-06-01'] as const

const anyMandate = fc
  .record({
    held: fc.constantFrom(
      ['village-committee', 'chair'],
      ['village-committee', 'member'],
      ['party-committee', 'chair'],
      ['party-committee', 'member'],
      ['village-representatives', 'representative'],
      ['party-assembly', 'member'],
      ['supervision-committee', 'member'],
    ),
    from: fc.constantFrom(...days),
    until: fc.option(fc.constantFrom(...days), { nil: undefined }),
  })
  .filter(({ from, until }) => until === undefined || from < until)

/** Somebody's mandates, no two of one body at once. */
const anyMandates = fc.array(anyMandate, { maxLength: 5 }).map((all) => {
  const kept: Mandate[] = []
  for (const { held, from, until } of all) {
    const [body, office] = held
    const one = mandate(body, office, from, until)
    if (!kept.some((other) => other.body === one.body && overlap(other, one))) kept.push(one)
  }
  return kept
})

/** The seats that run on a day, as lines. */
const on = (seats: readonly SeatTerm[], date: string): readonly string[] =>
  seats
    .filter(({ from, until }) => from <= date && (until === undefined || date < until))
    .map(({ body, office, groups }) => [body, office, ...groups].join(' '))
    .sort()

terms(
  'whatever begins and ends: from that day on the seats are what the mandates give, before it what they were',
  () => {
    fc.assert(
      fc.property(anyMandates, anyMandates, fc.constantFrom(...days), (first, second, from) => {
        const had = reseat([], first, 'female', days[0]).filled
        const { ended, filled } = reseat(had, second, 'female', from)
        const ends = new Map(ended.map(({ seat, on }) => [seat, on]))
        const now = [...had.map((seat) => ({ ...seat, until: ends.get(seat) ?? seat.until })), ...filled]
        const due = reseat([], second, 'female', days[0]).filled
        for (const date of days) assert.equal(on(now, date), on(date < from ? had : due, date), date)
        for (const date of days) {
          const bodies = on(now, date).map((line) => line.split(' ')[0])
          assert.is(new Set(bodies).size, bodies.length, 'one seat in a body')
        }
        for (const { seat, on } of ended) assert.ok(on >= from && on >= seat.from)
        assert.ok(filled.every((seat) => seat.from >= from))
      }),
      { numRuns: 500 },
    )
  },
)

terms.run()
