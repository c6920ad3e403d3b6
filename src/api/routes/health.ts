import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Sql } from '../../../db/client.ts'
import { ok, refuse } from '../../../workflows/result.ts'
import { open } from '../define.ts'

const well = z.object({ ok: z.boolean() })

/** Whether the process lives, and whether it reaches its database. */
export const healthRoutes = (api: OpenAPIHono, sql: Sql): void => {
  open(api, { method: 'get', path: '/healthz', tag: 'health', summary: 'The process lives', answers: well }, async () =>
    ok({ ok: true }),
  )
  open(
    api,
    { method: 'get', path: '/readyz', tag: 'health', summary: 'The database answers', answers: well },
    async () => {
      try {
        await sql`select 1`
        return ok({ ok: true })
      } catch {
        return refuse({ code: 'database_unavailable' })
      }
    },
  )
}
