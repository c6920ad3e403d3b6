import { z } from '@hono/zod-openapi'
import { word } from '../../../workflows/format/catalogue.ts'
import { procedures } from '../../../workflows/registry.ts'
import { ok } from '../../../workflows/result.ts'
import { endRole, issueSlips, openAccount } from '../../services/accounts.ts'
import { adopt } from '../../services/adoptions.ts'
import { day, id, text } from '../../services/commands/inputs.ts'
import { declareCalendar, directory, foundCommunity } from '../../services/communities.ts'
import type { App } from '../app-context.ts'
import { open, signedIn } from '../define.ts'
import { inCommunity, pageOf } from './common.ts'

const login = z.string().trim().min(2).max(60)
const role = z.enum(['administrator', 'clerk', 'supervisor', 'expert'])

/** Communities, who may do what in them, and the procedures they adopt. */
export const communityRoutes = (app: App): void => {
  open(
    app.api,
    {
      method: 'get',
      path: '/api/procedures',
      tag: 'procedures',
      summary: 'Procedures with the choices each leaves open',
      answers: pageOf(z.looseObject({ id: z.string() })),
    },
    async () =>
      ok({ items: [...procedures].map(([key, { sort, title, choices }]) => ({ id: key, sort, title, choices })) }),
  )

  open(
    app.api,
    {
      method: 'get',
      path: '/api/procedures/{id}',
      tag: 'procedures',
      summary: 'One procedure with the choices that it leaves open',
      params: z.object({
        id: z
          .string()
          .max(80)
          .openapi({ param: { name: 'id', in: 'path' } }),
      }),
      answers: z.looseObject({ id: z.string() }),
    },
    async ({ params }) => {
      const found = procedures.get(params.id)
      if (!found) return { ok: false, refusal: { code: 'not_found', what: 'procedure' } }
      const { sort, title, choices } = found
      return ok({ id: params.id, sort, title, choices })
    },
  )
  open(
    app.api,
    {
      method: 'get',
      path: '/api/communities',
      tag: 'communities',
      summary: 'The public directory of communities',
      answers: z.object({ items: z.array(z.object({ id: z.uuid(), name: z.string(), sort: z.string() })) }),
    },
    async () => ok(await directory(app.engine)),
  )

  open(
    app.api,
    {
      method: 'post',
      path: '/api/communities',
      tag: 'communities',
      summary: 'Found a community with its first administrator, by the setup token of the installation',
      body: z.strictObject({
        setupToken: z.string(),
        sort: z.enum(['village', 'city', 'township']),
        jurisdiction: z
          .string()
          .regex(/^CN-[0-9A-Z]{2}$/)
          .optional(),
        name: text,
        administrator: z.strictObject({ login, password: z.string().max(200) }),
      }),
      answers: z.object({ community: z.uuid(), account: z.uuid() }),
      status: 201,
    },
    async ({ body: { setupToken, ...cmd } }) =>
      foundCommunity(app.engine, { given: setupToken, wanted: app.setupToken }, cmd),
  )

  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/accounts',
      tag: 'communities',
      summary: 'Open an account with a password and a role',
      params: inCommunity,
      body: z
        .strictObject({
          login,
          password: z.string().max(200),
          role,
          discipline: word.optional(),
          person: id.optional(),
        })
        .refine(({ role, discipline }) => (role === 'expert') === (discipline !== undefined), {
          path: ['discipline'],
          message: 'an expert has a discipline, nobody else',
        }),
      answers: z.object({ account: z.uuid() }),
      status: 201,
    },
    ({ actor, body }) => openAccount(app.engine, actor, body),
  )

  signedIn(
    app,
    {
      method: 'delete',
      path: '/api/communities/{c}/accounts/{a}/roles/{role}',
      tag: 'communities',
      summary: 'Take a role away',
      params: inCommunity.extend({
        a: z
          .uuid()
          .toLowerCase()
          .openapi({ param: { name: 'a', in: 'path' } }),
        role: role.openapi({ param: { name: 'role', in: 'path' } }),
      }),
      answers: z.object({ account: z.uuid() }),
    },
    ({ actor, params }) => endRole(app.engine, actor, { account: params.a, role: params.role }),
  )

  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/slips',
      tag: 'communities',
      summary: 'Issue one-time slip codes to residents and representatives; shown this once',
      params: inCommunity,
      body: z.strictObject({ people: z.array(id).min(1).max(2000) }),
      answers: z.array(z.object({ person: z.uuid(), name: z.string(), code: z.string(), expiresAt: z.string() })),
      status: 201,
    },
    ({ actor, body }) => issueSlips(app.engine, actor, body),
  )

  signedIn(
    app,
    {
      method: 'put',
      path: '/api/communities/{c}/calendars/{year}',
      tag: 'communities',
      summary: 'Declare a year’s holidays and make-up working days',
      params: inCommunity.extend({
        year: z
          .string()
          .regex(/^\d{4}$/)
          .openapi({ param: { name: 'year', in: 'path' } }),
      }),
      body: z.strictObject({ holidays: z.array(day).max(366), workdays: z.array(day).max(366) }),
      answers: z.object({ year: z.string() }),
    },
    ({ actor, params, body }) => declareCalendar(app.engine, actor, { year: params.year, ...body }),
  )

  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/adoptions',
      tag: 'procedures',
      summary: 'Adopt a procedure with every choice made',
      params: inCommunity,
      body: z.strictObject({ procedure: z.string(), choices: z.record(z.string(), z.union([z.string(), z.int()])) }),
      answers: z.object({ adoption: z.uuid(), hash: z.string(), expanded: z.looseObject({}) }),
      status: 201,
    },
    ({ actor, body }) => adopt(app.engine, actor, body),
  )
}
