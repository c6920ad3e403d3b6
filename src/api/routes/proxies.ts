import { z } from '@hono/zod-openapi'
import { files, id, text } from '../../services/commands/inputs.ts'
import { giveProxy } from '../../services/proxies.ts'
import { withdrawProxy } from '../../services/proxy-withdrawals.ts'
import { proxies } from '../../services/views/proxies.ts'
import type { App } from '../app-context.ts'
import { signedIn } from '../define.ts'
import { inMeeting } from './common.ts'

const entrusted = { id: z.uuid(), principal: z.uuid(), proxy: z.uuid() }

/** Votes entrusted to another in writing, where the law on the body knows them. */
export const proxyRoutes = (app: App): void => {
  const { engine } = app
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/meetings/{m}/proxies',
      tag: 'meetings',
      summary: 'Enter a written proxy, where the law of every item on the agenda admits it',
      params: inMeeting,
      body: z.strictObject({ principal: id, proxy: id, document: text, files }),
      answers: z.object({ ...entrusted, meeting: z.uuid() }),
      status: 201,
    },
    ({ actor, params, body }) => giveProxy(engine, actor, params.m, body),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/meetings/{m}/proxies',
      tag: 'meetings',
      summary: 'Who has entrusted whom: names and the written proxy for the office and the two themselves',
      params: inMeeting,
      answers: z.object({
        items: z.array(
          z.object({
            ...entrusted,
            givenAt: z.string(),
            withdrawnAt: z.string().nullable(),
            principalName: z.string().nullable(),
            proxyName: z.string().nullable(),
            document: z.string().nullable(),
          }),
        ),
      }),
    },
    ({ actor, params }) => proxies(engine, actor, params.m),
  )
  signedIn(
    app,
    {
      method: 'delete',
      path: '/api/communities/{c}/meetings/{m}/proxies/{proxy}',
      tag: 'meetings',
      summary: 'Withdraw a proxy that has not been used',
      params: inMeeting.extend({
        proxy: z
          .uuid()
          .toLowerCase()
          .openapi({ param: { name: 'proxy', in: 'path' } }),
      }),
      answers: z.object({ ...entrusted, left: z.boolean() }),
    },
    ({ actor, params }) => withdrawProxy(engine, actor, { meeting: params.m, proxy: params.proxy }),
  )
}
