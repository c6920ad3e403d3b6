import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from '@hono/zod-openapi'
import { addDays, dayOf } from '../../workflows/rules/days.ts'
import { callerOf } from './client.ts'

/** The moved clock of demo and tests. In a real server neither it nor its route exists. */
export interface MovedClock {
  readonly offset: () => number
  /** Adds `POST /demo/clock`, which moves the time forward. */
  readonly extend: (api: OpenAPIHono) => void
}

export const movedClock = (start: Date): MovedClock => {
  let offset = start.getTime() - Date.now()
  return {
    offset: () => offset,
    extend: (api) => {
      api.post('/demo/clock', async (c) => {
        const { to } = z.object({ to: z.iso.datetime({ offset: true }) }).parse(await c.req.json())
        const ahead = new Date(to).getTime() - Date.now()
        offset = Math.max(offset, ahead)
        return c.json({ now: new Date(Date.now() + offset).toISOString() })
      })
    },
  }
}

/** The play's hand on the clock, over HTTP. */
export interface DemoClock {
  readonly now: () => Date
  readonly today: () => string
  /** Nine in the morning at +08:00, so many days ahead. */
  readonly ahead: (days: number) => string
  readonly goTo: (instant: string) => Promise<void>
  readonly pass: (days: number) => Promise<void>
  /** The morning after a day. */
  readonly after: (day: string) => Promise<void>
}

export const demoClock = (url: string, offset: () => number): DemoClock => {
  const now = () => new Date(Date.now() + offset())
  const ahead = (days: number) => `${dayOf(new Date(now().getTime() + days * 86_400_000))}T09:00:00+08:00`
  const goTo = async (instant: string) => {
    await callerOf(url).post('/demo/clock', { to: instant })
  }
  return {
    now,
    today: () => dayOf(now()),
    ahead,
    goTo,
    pass: (days) => goTo(ahead(days)),
    after: (day) => goTo(`${addDays(day, 1)}T09:00:00+08:00`),
  }
}
