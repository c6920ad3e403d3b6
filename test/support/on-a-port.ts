import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'

/** An app, or what stands before one. */
export interface Answering {
  readonly fetch: (request: Request, env: HttpBindings) => Response | Promise<Response>
}

/** Lends an app on a port of its own, for browsers; answers its address. */
export const onAPort = async (app: Answering, use: (url: string) => Promise<void>): Promise<void> => {
  const server = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env as HttpBindings) })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    const closed = once(server, 'close')
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
    await closed
  }
}
