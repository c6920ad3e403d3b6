import type { Tx } from '../../db/within.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { calendars } from '../../workflows/rules/calendars.ts'
import { type Calendar, type Day, lastDay } from '../../workflows/rules/days.ts'
import { communityChain, entriesOf } from '../record/chains.ts'
import type { RefusalOf } from './refusal.ts'

/** The years known: those the product ships, and those the community has declared since. */
export const calendarOf = async (tx: Tx, community: string): Promise<Calendar> => {
  const declared = (await entriesOf(tx, community, communityChain)).flatMap((entry) =>
    entry.kind === 'calendar.declared' ? [entry.data] : [],
  )
  return {
    ...calendars,
    ...Object.fromEntries(declared.map(({ year, holidays, workdays }) => [year, { holidays, workdays }])),
  }
}

/** A term of days as a posting states it, with the years it was reckoned with. */
export interface Term {
  from: Day
  days: number
  counted: 'calendar' | 'working'
  lastDay: Day
  calendar: Record<string, { holidays: Day[]; workdays: Day[] }>
}

/** Reckons a term from a day on; an unknown year is refused. */
export const termFrom = async (
  tx: Tx,
  community: string,
  from: Day,
  days: number,
  counted: 'calendar' | 'working',
): Promise<Result<Term, RefusalOf<'calendar_year_unknown'>>> => {
  const known = await calendarOf(tx, community)
  const last = lastDay(from, days, counted, known)
  if (!last.ok) return refuse(last.refusal)
  const touched = Object.entries(known).filter(([year]) => from.slice(0, 4) <= year && year <= last.value.slice(0, 4))
  const calendar = Object.fromEntries(
    touched.map(([year, { holidays, workdays }]) => [year, { holidays: [...holidays], workdays: [...workdays] }]),
  )
  return ok({ from, days, counted, lastDay: last.value, calendar })
}
