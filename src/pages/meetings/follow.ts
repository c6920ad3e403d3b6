import type { Hono } from 'hono'
import { isVisitor } from '../../services/look.ts'
import { readerOf } from '../session-cookie.ts'
import type { Site } from '../site.ts'
import { inMeeting } from './address.ts'

/** What the pages of a meeting follow, by the session of their cookie: the same events that the API sends. */
export const followRoute = (api: Hono, site: Site): void => {
  api.get('/c/:c/meetings/:m/stream', async (c) => {
    const params = inMeeting.safeParse(c.req.param())
    if (!params.success) return c.body(null, 404)
    const reader = await readerOf(site, c, params.data.c)
    if (isVisitor(reader)) return c.body(null, 403)
    const admitted = await site.live.admit(reader, params.data.m)
    if (admitted.ok) return site.streamTo(c, admitted.value)
    return c.body(null, site.explain(admitted.refusal).status as 404)
  })
}
