import { ok, type Result, refuse } from '../result.ts'

/** A calendar day at +08:00, 'YYYY-MM-DD'. */
export type Day = string

/**
 * Rest days and make-up working days by year. A year lists the days that fall in it, also those late in December that
 * the next year's arrangement gives; a year that is not listed is not known.
 */
export type Calendar = Readonly<
  Record<string, { readonly holidays: readonly Day[]; readonly workdays: readonly Day[] }>
>

/** A term touches a year whose holidays nobody has declared. */
export interface CalendarYearUnknown {
  readonly code: 'calendar_year_unknown'
  readonly year: string
}

const dayInMs = 86_400_000
const aheadOfUtc = 8 * 3_600_000

/** True for a day that exists, written YYYY-MM-DD. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && written(Date.parse(text)) === text

/** The day at +08:00 in which an instant lies. */
export const dayOf = (instant: Date): Day => written(instant.getTime() + aheadOfUtc)

/** The instant at which a day begins: midnight at +08:00. */
export const startOfDay = (day: Day): Date => new Date(midnight(day) - aheadOfUtc)

/** The day so many calendar days later, or earlier where negative. */
export const addDays = (day: Day, days: number): Day => written(midnight(day) + days * dayInMs)

/** How many calendar days the second day lies after the first. */
export const daysBetween = (from: Day, to: Day): number => (midnight(to) - midnight(from)) / dayInMs

/** Full years of age, reached on the birthday itself; who was born on 29 February reaches them on the 28th in a common year. */
export function ageOn(birth: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  const inThatYear = `${on.slice(0, 4)}${birth.slice(4)}`
  const birthday = isDay(inThatYear) ? inThatYear : `${on.slice(0, 4)}-02-28`
  return on >= birthday ? years : years - 1
}

/**
 * The last day of a term of days: the first day is not counted (民法典 第二百零一条), and a term that would expire on a
 * day of rest expires on the next working day (第二百零三条). The article says 法定休假日; as in ordinary practice that is
 * read as every day off: statutory holidays, days off by the yearly arrangement, and weekends that are not made up.
 */
export function lastDay(
  start: Day,
  days: number,
  kind: 'calendar' | 'working',
  calendar: Calendar,
): Result<Day, CalendarYearUnknown> {
  if (!Number.isSafeInteger(days) || days < 0) throw new TypeError(`a term is a whole number of days: ${days}`)
  if (days > daysBetween(start, '9999-12-31')) return refuse({ code: 'calendar_year_unknown', year: '9999' })
  let day = addDays(start, kind === 'calendar' ? days : Math.min(days, 1))
  for (let workingDaysLeft = kind === 'calendar' ? 1 : days; ; day = addDays(day, 1)) {
    const works = isWorkingDay(day, calendar)
    if (works === undefined) return refuse({ code: 'calendar_year_unknown', year: day.slice(0, 4) })
    if (works) workingDaysLeft -= 1
    if (works && workingDaysLeft <= 0) return ok(day)
  }
}

/** The instant at which a term is over: the deadline is half-open, so the first instant after its last day. */
export const expiry = (last: Day): Date => startOfDay(addDays(last, 1))

/**
 * The latest day on which a meeting may be called when the law asks so many days' warning (提前十日): counted backwards
 * in calendar days and never shifted, since a shift would only shorten the warning. The day of calling is not counted and
 * the meeting may be on the tenth day after it; who wants ten clear days between asks for eleven.
 */
export const latestConvocation = (meetingDay: Day, daysBefore: number): Day => addDays(meetingDay, -daysBefore)

/** Whether a day is worked, or undefined where its year is not known. */
function isWorkingDay(day: Day, calendar: Calendar): boolean | undefined {
  const year = day.slice(0, 4)
  const known = Object.hasOwn(calendar, year) ? calendar[year] : undefined
  if (known === undefined) return undefined
  if (known.workdays.includes(day)) return true
  if (known.holidays.includes(day)) return false
  const weekday = new Date(midnight(day)).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

function midnight(day: Day): number {
  if (!isDay(day)) throw new TypeError(`not a day: ${day}`)
  return Date.parse(day)
}

const written = (ms: number): Day => new Date(ms).toISOString().slice(0, 10)
