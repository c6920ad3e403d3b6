import { z } from '@hono/zod-openapi'
import { bodyKinds, demandGroups } from '../../../workflows/law/provision.ts'
import { day, id, text } from '../../services/commands/inputs.ts'
import { demands, openDemand, signDemand } from '../../services/demands.ts'
import { discussions, recordDiscussion } from '../../services/discussions.ts'
import { withdrawSignature } from '../../services/signature-withdrawals.ts'
import type { App } from '../app-context.ts'
import { signedIn } from '../define.ts'
import { inCommunity, pageOf } from './common.ts'

const demand = z.looseObject({
  id: z.uuid(),
  body: z.string(),
  of: z.string(),
  have: z.int(),
  base: z.int(),
  need: z.int(),
  met: z.boolean(),
  cite: z.string(),
  meeting: z.string().nullable(),
})

const inDemand = inCommunity.extend({
  d: z
    .uuid()
    .toLowerCase()
    .openapi({ param: { name: 'd', in: 'path' } }),
})

/** What comes before a meeting: signatures that demand one, and the party organisation's prior discussion. */
export const demandRoutes = (app: App): void => {
  const { engine } = app
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/demands',
      tag: 'meetings',
      summary: 'Demand that a body be called',
      params: inCommunity,
      body: z.strictObject({ body: z.enum(bodyKinds), of: z.enum(demandGroups), text }),
      answers: demand,
      status: 201,
    },
    ({ actor, body }) => openDemand(engine, actor, body),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/demands',
      tag: 'meetings',
      summary: 'Demands with how many have signed and how many must',
      params: inCommunity,
      answers: pageOf(demand),
    },
    ({ actor }) => demands(engine, actor),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/demands/{d}/signatures',
      tag: 'meetings',
      summary: 'Sign a demand oneself, or by the clerk those who signed on paper',
      params: inDemand,
      body: z.strictObject({ people: z.array(id).min(1).max(5000).optional() }),
      answers: demand,
      status: 201,
    },
    ({ actor, params, body }) => signDemand(engine, actor, params.d, body),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/demands/{d}/signatures/withdrawal',
      tag: 'meetings',
      summary: 'Take one’s own signature back before a meeting is called upon the demand',
      params: inDemand,
      answers: demand,
    },
    ({ actor, params }) => withdrawSignature(engine, actor, params.d),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/discussions',
      tag: 'meetings',
      summary: 'Record a discussion of the party organisation, which several cases may cite',
      params: inCommunity,
      body: z.strictObject({ body: z.enum(bodyKinds), heldOn: day, agreed: z.boolean(), text }),
      answers: z.object({ discussion: z.uuid() }),
      status: 201,
    },
    ({ actor, body }) => recordDiscussion(engine, actor, body),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/discussions',
      tag: 'meetings',
      summary: 'The party organisation’s discussions, with the cases that cite each',
      params: inCommunity,
      answers: pageOf(z.looseObject({ id: z.uuid() })),
    },
    ({ actor }) => discussions(engine, actor),
  )
}
