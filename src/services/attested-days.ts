import { addDays, type Day } from '../../workflows/rules/days.ts'
import type { RefusalOf } from './refusal.ts'

const yearAhead = 366

/** Refuses an attested day of the roster that lies before what it follows upon, or more than a year ahead. */
export const unfitDay = (
  day: Day,
  today: Day,
  earliest: Day,
): RefusalOf<'day_too_early'> | RefusalOf<'day_too_far'> | undefined => {
  const latest = addDays(today, yearAhead)
  if (day < earliest) return { code: 'day_too_early', day, earliest }
  return day > latest ? { code: 'day_too_far', day, latest } : undefined
}
