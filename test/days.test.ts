import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { calendars } from '../workflows/rules/calendars.ts'
import {
  addDays,
  ageOn,
  type Calendar,
  dayOf,
  daysBetween,
  expiry,
  isDay,
  lastDay,
  latestConvocation,
  startOfDay,
} from '../workflows/rules/days.ts'

const days = suite('days at +08:00')

days('a day is one that exists, written in full', () => {
  for (const day of ['2026-01-01', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) assert.ok(isDay(day), day)
  for (const no of [
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '20260101',
    '',
    '2026-01-01T00:00',
    ' 2026-01-01',
  ])
    assert.not(isDay(no), no)
})

days('the day turns at midnight in China, not in Greenwich', () => {
  assert.is(dayOf(new Date('2025-12-31T15:59:59.999Z')), '2025-12-31')
  assert.is(dayOf(new Date('2025-12-31T16:00:00Z')), '2026-01-01')
  assert.is(startOfDay('2026-01-01').toISOString(), '2025-12-31T16:00:00.000Z')
  assert.is(expiry('2025-12-31').toISOString(), '2025-12-31T16:00:00.000Z')
})

const aDay = fc.integer({ min: -20_000, max: 40_000 }).map((n) => addDays('2000-01-01', n))

days('a day holds from its start to just before the next, whichever day', () => {
  fc.assert(
    fc.property(aDay, (day) => {
      assert.is(dayOf(startOfDay(day)), day)
      assert.is(dayOf(new Date(expiry(day).getTime() - 1)), day)
      assert.is(dayOf(expiry(day)), addDays(day, 1))
    }),
  )
})

days('days are added over ends of months and years, and found again', () => {
  assert.is(addDays('2026-01-31', 1), '2026-02-01')
  assert.is(addDays('2026-02-28', 1), '2026-03-01')
  assert.is(addDays('2024-02-28', 1), '2024-02-29')
  assert.is(addDays('2026-01-01', -1), '2025-12-31')
  assert.is(daysBetween('2024-02-28', '2024-03-01'), 2)
  assert.is(daysBetween('2026-03-01', '2026-02-28'), -1)
  fc.assert(
    fc.property(aDay, fc.integer({ min: -3000, max: 3000 }), (day, n) =>
      assert.is(daysBetween(day, addDays(day, n)), n),
    ),
  )
})

days('years are full on the birthday, and not the day before', () => {
  //  born          on            age
  const ages = [
    ['2008-01-01', '2025-12-31', 17],
    ['2008-01-01', '2026-01-01', 18],
    ['2008-11-23', '2026-11-22', 17],
    ['2008-11-23', '2026-11-23', 18],
    ['2008-02-29', '2026-02-27', 17],
    ['2008-02-29', '2026-02-28', 18],
    ['2008-02-29', '2024-02-28', 15],
    ['2008-02-29', '2024-02-29', 16],
  ] as const
  for (const [born, on, age] of ages) assert.is(ageOn(born, on), age, `${born} on ${on}`)
})

days('what is no day is a programming fault', () => {
  for (const wrong of [() => addDays('2026-02-30', 1), () => startOfDay('today'), () => daysBetween('2026-01-01', '')])
    assert.throws(wrong, (error: unknown) => error instanceof TypeError)
})
days.run()

const terms = suite('the last day of a term')

const on = (start: string, n: number, kind: 'calendar' | 'working', calendar: Calendar = calendars) => {
  const last = lastDay(start, n, kind, calendar)
  return last.ok ? last.value : last.refusal
}

//  start         days  kind        last          because
const table = [
  ['2026-03-02', 4, 'calendar', '2026-03-06', 'the first day is not counted; the sixth is a Friday'],
  ['2026-03-02', 5, 'calendar', '2026-03-09', 'Saturday is a day of rest: moved to Monday'],
  ['2026-03-02', 6, 'calendar', '2026-03-09', 'Sunday moves too'],
  [
    '2026-01-31',
    15,
    'calendar',
    '2026-02-24',
    'the fifteenth is the first day of the Spring Festival: moved past all nine',
  ],
  ['2026-02-13', 1, 'calendar', '2026-02-14', 'a Saturday that is made up is a working day'],
  ['2026-09-16', 15, 'calendar', '2026-10-08', '1 October moves past the National Day'],
  ['2026-04-16', 15, 'calendar', '2026-05-06', '1 May moves past the five days'],
  ['2025-12-17', 15, 'calendar', '2026-01-04', 'New Year moves to a Sunday that is made up'],
  ['2025-12-17', 14, 'calendar', '2025-12-31', 'a Wednesday at the end of the year stays'],
  ['2026-02-13', 1, 'working', '2026-02-14', 'the made-up Saturday counts'],
  ['2026-02-13', 2, 'working', '2026-02-24', 'then nine days of rest do not'],
  ['2026-02-14', 5, 'working', '2026-02-28', '24, 25, 26, 27 and the made-up Saturday'],
  ['2026-03-06', 1, 'working', '2026-03-09', 'over a weekend'],
  ['2026-03-02', 10, 'working', '2026-03-16', 'ten working days are two weeks'],
  ['2025-09-30', 1, 'working', '2025-10-09', 'eight days of rest in 2025'],
  ['2025-01-25', 1, 'working', '2025-01-26', 'a made-up Sunday'],
  ['2026-03-07', 0, 'calendar', '2026-03-09', 'no days at all still cannot expire on a day of rest'],
  ['2026-03-06', 0, 'working', '2026-03-06', 'none to run'],
] as const
for (const [start, n, kind, last, because] of table)
  terms(`${n} ${kind} days from ${start}: ${because}`, () => assert.is(on(start, n, kind), last))

terms('an unknown year is refused wherever the answer depends on it', () => {
  const unknown = (year: string) => ({ code: 'calendar_year_unknown', year })
  assert.equal(on('2026-12-20', 15, 'calendar'), unknown('2027'))
  assert.equal(on('2026-12-31', 1, 'working'), unknown('2027'))
  assert.equal(on('2024-12-30', 1, 'calendar'), unknown('2024'))
  const only2026 = { '2026': { holidays: ['2026-12-31'], workdays: [] } }
  assert.equal(on('2026-12-21', 10, 'calendar', only2026), unknown('2027'), 'moved into a year not known')
  assert.equal(on('2026-01-05', 2, 'calendar', {}), unknown('2026'), 'even a weekday may be a holiday')
  assert.equal(on('2026-01-05', 10_000_000_000, 'working'), unknown('9999'))
})

terms('a year in between need not be known where only the expiry counts', () => {
  const ends = { '2025': { holidays: [], workdays: [] }, '2027': { holidays: [], workdays: [] } }
  assert.is(on('2025-06-01', 730, 'calendar', ends), '2027-06-01')
  assert.equal(on('2025-06-01', 400, 'working', ends), { code: 'calendar_year_unknown', year: '2026' })
})

terms('a term is a whole number of days', () => {
  for (const n of [-1, 1.5, Number.NaN])
    assert.throws(
      () => lastDay('2026-03-02', n, 'calendar', calendars),
      (error: unknown) => error instanceof TypeError,
    )
})

terms('working days: exactly so many lie after the start, and the last is one of them', () => {
  const works = (day: string) => on(day, 0, 'calendar') === day
  fc.assert(
    fc.property(fc.nat({ max: 600 }), fc.integer({ min: 1, max: 60 }), (from, n) => {
      const start = addDays('2025-01-01', from)
      const last = lastDay(start, n, 'working', calendars)
      if (!last.ok) return
      const passed = Array.from({ length: daysBetween(start, last.value) }, (_, i) => addDays(start, i + 1))
      assert.is(passed.filter(works).length, n)
      assert.ok(works(last.value))
    }),
  )
})

terms('the arrangements shipped are days of their year, each once', () => {
  for (const [year, { holidays, workdays }] of Object.entries(calendars)) {
    const all = [...holidays, ...workdays]
    assert.ok(all.every((day) => isDay(day) && day.startsWith(year)))
    assert.is(new Set(all).size, all.length)
    for (const day of workdays) assert.ok([0, 6].includes(new Date(day).getUTCDay()), `${day} is made up, so a weekend`)
  }
  assert.is(calendars['2025']?.holidays.length, 28)
  assert.is(calendars['2026']?.holidays.length, 33)
})
terms.run()

const calling = suite('calling a meeting')

calling('ten days before, counted backwards in calendar days and never shifted', () => {
  assert.is(latestConvocation('2026-11-23', 10), '2026-11-13')
  assert.is(latestConvocation('2026-03-01', 10), '2026-02-19', 'in the middle of the Spring Festival')
  assert.is(latestConvocation('2024-03-05', 5), '2024-02-29')
  assert.is(latestConvocation('2026-01-05', 10), '2025-12-26')
  assert.is(latestConvocation('2026-03-01', 0), '2026-03-01')
  assert.is(latestConvocation('2030-01-05', 10), '2029-12-26', 'no calendar is needed')
})
calling.run()
