import { z } from '@hono/zod-openapi'
import { day, id, text } from '../../services/commands/inputs.ts'
import { excuseMember } from '../../services/excuses.ts'
import { restateHouseholds } from '../../services/represented.ts'
import { endSeats, fillSeats } from '../../services/seats.ts'
import { absencesDue, amendmentsDue } from '../../services/views/rosters.ts'
import type { App } from '../app-context.ts'
import { signedIn } from '../define.ts'
import { inBody, inCommunity, inMeeting, rollDue, seatPlace } from './common.ts'

const each = (people: readonly string[]): boolean => new Set(people).size === people.length
const once = 'nobody is named twice'
/** How many households stand behind a representative. */
const represents = z.int().min(0).max(100_000).optional()

/** A rule of the province on staying away, and where it stands. */
const absenceRule = z
  .object({ body: z.string(), inARow: z.int(), effect: z.string(), cite: z.string(), gist: z.string() })
  .openapi('AbsenceRule')

/** Who takes and loses seats, who is excused from a meeting, and what that makes due. */
export const seatRoutes = (app: App): void => {
  const { engine } = app
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/bodies/{body}/seats',
      tag: 'roster',
      summary: 'Fill seats by election, by-election or appointment, with those that they bring in other bodies',
      params: inBody,
      body: z.strictObject({
        cause: z.enum(['election', 'by-election', 'appointed', 'registered']),
        from: day,
        /** The election on record that filled them. */
        proposal: id.optional(),
        /** The day from which they are vacant again. */
        until: day.optional(),
        members: z
          .array(
            z.strictObject({ person: id, office: z.string().max(80), voting: z.boolean().default(true), represents }),
          )
          .min(1)
          .max(500)
          .refine((members) => each(members.map(({ person }) => person)), once),
      }),
      answers: z.object({ filled: z.array(seatPlace) }),
      status: 201,
    },
    ({ actor, params, body }) => fillSeats(engine, actor, { ...body, body: params.body }),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/bodies/{body}/seats/endings',
      tag: 'roster',
      summary: 'End seats by term, resignation, recall, or absences where a rule says so',
      params: inBody,
      body: z.strictObject({
        people: z.array(id).min(1).max(500).refine(each, once),
        cause: z.enum(['term', 'resigned', 'recalled', 'absences']),
        on: day,
        reason: text.optional(),
      }),
      answers: z.object({ seatsEnded: z.array(seatPlace), amendmentsDue: z.array(rollDue) }),
      status: 201,
    },
    ({ actor, params, body }) => endSeats(engine, actor, { ...body, body: params.body }),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/bodies/{body}/seats/households',
      tag: 'roster',
      summary: 'Say how many households stand behind representatives, from a day on',
      params: inBody,
      body: z.strictObject({
        from: day,
        seats: z
          .array(z.strictObject({ person: id, represents: represents.unwrap() }))
          .min(1)
          .max(500)
          .refine((seats) => each(seats.map(({ person }) => person)), once),
      }),
      answers: z.object({ filled: z.array(seatPlace) }),
      status: 201,
    },
    ({ actor, params, body }) => restateHouseholds(engine, actor, { ...body, body: params.body }),
  )

  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/meetings/{m}/excuses',
      tag: 'meetings',
      summary: 'Note that a member is excused from a meeting',
      params: inMeeting,
      body: z.strictObject({ person: id, reason: text }),
      answers: z.object({ meeting: z.uuid(), person: z.uuid() }),
      status: 201,
    },
    ({ actor, params, body }) => excuseMember(engine, actor, params.m, body),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/dues/absences',
      tag: 'roster',
      summary: 'Seats that are lost, or may be ended, by absences in a row',
      params: inCommunity,
      answers: z.object({ items: z.array(seatPlace), rules: z.array(absenceRule) }),
    },
    ({ actor }) => absencesDue(engine, actor),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/dues/rolls',
      tag: 'roster',
      summary: 'Meetings called on whose roll stands somebody who will not be entitled',
      params: inCommunity,
      answers: z.object({ items: z.array(rollDue) }),
    },
    ({ actor }) => amendmentsDue(engine, actor),
  )
}
