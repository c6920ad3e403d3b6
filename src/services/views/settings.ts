import { sql } from 'drizzle-orm'
import type { CommentMode } from '../../../workflows/format/catalogue.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import type { Calendar } from '../../../workflows/rules/days.ts'
import { type Actor, act, type Engine, needs } from '../act.ts'
import { calendarOf } from '../calendars.ts'
import type { Refusal } from '../refusal.ts'

/** What holds for a community as a whole: whose province's rules, and of which years the holidays are known. */
export interface SettingsView {
  readonly sort: 'village' | 'city' | 'township'
  readonly jurisdiction: string | null
  readonly foundedAt: string
  readonly years: Calendar
  /** Who may comment over the pages. */
  readonly comments: CommentMode
}

export const settings = (engine: Engine, actor: Actor): Promise<Result<SettingsView, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'administrator')
    if (denied) return refuse(denied)
    const [row] = await tx.execute<Omit<SettingsView, 'years'> & Record<string, unknown>>(sql`
      select sort, jurisdiction, comments, to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "foundedAt"
      from community where id = ${actor.community}`)
    return row
      ? ok({ ...row, years: await calendarOf(tx, actor.community) })
      : refuse({ code: 'not_found', what: 'community' })
  })
