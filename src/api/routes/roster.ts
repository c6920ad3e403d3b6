import { z } from '@hono/zod-openapi'
import { joinCauses, leaveCauses } from '../../../workflows/format/catalogue.ts'
import { day, id, text } from '../../services/commands/inputs.ts'
import { openHousehold } from '../../services/households.ts'
import { joinRoster, leaveRoster, moveHousehold } from '../../services/people.ts'
import { correctPerson } from '../../services/person-corrections.ts'
import { importRoster, previewRoster } from '../../services/roster.ts'
import { bodies, people, seats } from '../../services/views/people.ts'
import { entitledOn, households } from '../../services/views/rosters.ts'
import type { App } from '../app-context.ts'
import { signedIn } from '../define.ts'
import { inBody, inCommunity, pageOf, paging, rollDue, seatPlace } from './common.ts'

const inPerson = inCommunity.extend({
  id: z
    .uuid()
    .toLowerCase()
    .openapi({ param: { name: 'id', in: 'path' } }),
})
/** A cell of the roster as it was typed; the roster's own rules say what is wrong with it. */
const cell = z.string().max(200)

/** Who lives in the place, and who is entitled in its bodies, over time. */
export const rosterRoutes = (app: App): void => {
  const { engine } = app
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/roster/imports',
      tag: 'roster',
      summary: 'Preview a CSV roster, or import it',
      params: inCommunity,
      query: z.object({
        preview: z.enum(['', 'true']).optional(),
        /** The digest that the preview gave: what is imported is what was seen. */
        digest: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .optional(),
        /** The day from which they were there, for a place that begins to use the product later. */
        asOf: day.optional(),
        /** Confirms that the faulty rows stay out. */
        leaveFaulty: z.enum(['true', 'false']).default('false'),
      }),
      file: { types: ['text/csv'], atMost: 6_000_000 },
      answers: z.looseObject({ digest: z.string() }),
    },
    ({ actor, query, file }) =>
      query.preview === undefined
        ? importRoster(engine, actor, file, { ...query, leaveFaulty: query.leaveFaulty === 'true' })
        : previewRoster(engine, actor, file),
  )

  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/people',
      tag: 'roster',
      summary: 'People on the roster',
      params: inCommunity,
      query: paging,
      answers: pageOf(z.looseObject({ id: z.uuid() })),
    },
    ({ actor, query }) => people(engine, actor, query),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/bodies',
      tag: 'roster',
      summary: 'Bodies with their seats counted',
      params: inCommunity,
      answers: pageOf(z.looseObject({ kind: z.string() })),
    },
    ({ actor }) => bodies(engine, actor),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/bodies/{body}/seats',
      tag: 'roster',
      summary: 'Who sits in a body',
      params: inCommunity.extend({ body: z.string().openapi({ param: { name: 'body', in: 'path' } }) }),
      answers: pageOf(z.looseObject({ person: z.uuid() })),
    },
    ({ actor, params }) => seats(engine, actor, params.body),
  )

  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/people',
      tag: 'roster',
      summary: 'Put somebody on the roster: moved in, born, left out at the import, or back again',
      params: inCommunity,
      body: z.strictObject({
        household: id,
        name: cell,
        sex: z.enum(['male', 'female']),
        idNumber: cell,
        phone: cell.optional(),
        part: cell.default(''),
        cause: z.enum(joinCauses),
        from: day,
      }),
      answers: z.object({ person: z.uuid(), cause: z.enum(joinCauses), from: z.string() }),
      status: 201,
    },
    ({ actor, body }) => joinRoster(engine, actor, body),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/people/{id}/leaving',
      tag: 'roster',
      summary: 'Take whoever moved away or died off the roster; the seats end that day',
      params: inPerson,
      body: z.strictObject({ cause: z.enum(leaveCauses), on: day }),
      answers: z.object({
        person: z.uuid(),
        on: z.string(),
        seatsEnded: z.array(seatPlace),
        amendmentsDue: z.array(rollDue),
      }),
    },
    ({ actor, params, body }) => leaveRoster(engine, actor, params.id, body),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/people/{id}/moves',
      tag: 'roster',
      summary: 'Move somebody to another household of the place',
      params: inPerson,
      body: z.strictObject({ household: id, from: day }),
      answers: z.object({ person: z.uuid(), household: z.uuid(), from: z.string() }),
      status: 201,
    },
    ({ actor, params, body }) => moveHousehold(engine, actor, params.id, body),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/people/{id}/corrections',
      tag: 'roster',
      summary: 'Put right what the roster says of somebody; birth and sex are corrected by the ID number',
      params: inPerson,
      body: z
        .strictObject({
          name: cell.optional(),
          /** Empty: none. */
          phone: cell.optional(),
          part: cell.optional(),
          idNumber: cell.optional(),
          reason: text.optional(),
        })
        .refine(({ idNumber, reason }) => idNumber === undefined || reason !== undefined, {
          path: ['reason'],
          message: 'an ID number is corrected for a reason',
        }),
      answers: z.object({ person: z.uuid(), fields: z.array(z.string()) }),
      status: 201,
    },
    ({ actor, params, body }) => correctPerson(engine, actor, params.id, body),
  )

  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/households',
      tag: 'roster',
      summary: 'Households with who belongs to them today',
      params: inCommunity,
      query: paging,
      answers: pageOf(z.looseObject({ id: z.uuid(), number: z.string() })),
    },
    ({ actor, query }) => households(engine, actor, query),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/households',
      tag: 'roster',
      summary: 'Open a household for people to move into',
      params: inCommunity,
      body: z.strictObject({ number: cell }),
      answers: z.object({ household: z.uuid(), number: z.string() }),
      status: 201,
    },
    ({ actor, body }) => openHousehold(engine, actor, body),
  )

  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/bodies/{body}/roll',
      tag: 'roster',
      summary: 'Who was, is or would be entitled on a day: counts for everybody, names for the office',
      params: inBody,
      query: z.object({ on: day.optional(), mode: z.enum(['persons', 'households']).optional() }),
      answers: z.looseObject({
        body: z.string(),
        on: z.string(),
        entitled: z.int(),
        groups: z.record(z.string(), z.int()),
        measures: z.object({ area: z.int().optional(), represented: z.int().optional() }).optional(),
      }),
    },
    ({ actor, params, query }) => entitledOn(engine, actor, params.body, query),
  )
}
