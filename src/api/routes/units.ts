import { z } from '@hono/zod-openapi'
import { day, id } from '../../services/commands/inputs.ts'
import { transferUnit } from '../../services/unit-transfers.ts'
import { importUnits, recordUnits } from '../../services/units.ts'
import { units } from '../../services/views/units.ts'
import type { App } from '../app-context.ts'
import { signedIn } from '../define.ts'
import { inCommunity, pageOf, paging } from './common.ts'

const path = '/api/communities/{c}/units'
/** 0.01 m². */
const area = z.int().min(1).max(1_000_000_000)
const preview = z.enum(['', 'true']).optional()
const fault = z.object({ row: z.int(), fault: z.string(), column: z.string(), zh: z.string(), en: z.string() })
const report = z.object({
  digest: z.string().optional(),
  from: z.string(),
  recorded: z.int(),
  remeasured: z.int(),
  unchanged: z.int(),
  units: z.int(),
  heads: z.int(),
  area: z.int(),
  faults: z.array(fault),
})

/** What is owned, by whom, and from when: what the owners' heads and areas are counted by. */
export const unitRoutes = (app: App): void => {
  const { engine } = app
  signedIn(
    app,
    {
      method: 'get',
      path,
      tag: 'roster',
      summary: 'Units with who owns each',
      params: inCommunity,
      query: paging,
      answers: pageOf(
        z.object({
          id: z.uuid(),
          number: z.string(),
          area,
          owner: z.uuid(),
          name: z.string().nullable(),
          developer: z.boolean(),
          since: z.string(),
        }),
      ),
    },
    ({ actor, query }) => units(engine, actor, query),
  )
  signedIn(
    app,
    {
      method: 'put',
      path,
      tag: 'roster',
      summary: 'Record units with their owners, or preview it; known units keep their owner and may be measured anew',
      params: inCommunity,
      query: z.object({ preview }),
      body: z.strictObject({
        /** The day from which units new to the register are these owners'; today where none is given. */
        from: day.optional(),
        units: z
          .array(
            z.strictObject({
              number: z.string().max(200),
              area,
              owner: id,
              /** Unsold or not delivered: the owner named represents the developer. */
              developer: z.boolean().default(false),
            }),
          )
          .min(1)
          .max(20_000),
      }),
      answers: report,
    },
    ({ actor, query, body }) => recordUnits(engine, actor, { ...body, preview: query.preview !== undefined }),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: `${path}/imports`,
      tag: 'roster',
      summary: 'Record units from a CSV file, or preview it; owners stand in it by their ID numbers',
      params: inCommunity,
      query: z.object({
        preview,
        /** The digest that the preview gave: what is recorded is what was seen. */
        digest: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .optional(),
        from: day.optional(),
      }),
      file: { types: ['text/csv'], atMost: 6_000_000 },
      answers: report,
    },
    ({ actor, query, file }) => importUnits(engine, actor, file, { ...query, preview: query.preview !== undefined }),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: `${path}/{u}/transfers`,
      tag: 'roster',
      summary: 'Change a unit’s owner from a day on, or who represents the developer for all that is unsold',
      params: inCommunity.extend({
        u: z
          .uuid()
          .toLowerCase()
          .openapi({ param: { name: 'u', in: 'path' } }),
      }),
      body: z.strictObject({ owner: id, developer: z.boolean().default(false), from: day }),
      answers: z.object({ units: z.array(z.uuid()), owner: z.uuid(), developer: z.boolean(), from: z.string() }),
      status: 201,
    },
    ({ actor, params, body }) => transferUnit(engine, actor, params.u, body),
  )
}
