import type { ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { StreamTo } from './app-context.ts'
import { mostWaiting, opening, streamHeaders } from './web-stream.ts'

/** Server-sent events written straight to Node's response: a thirtieth of what a web stream costs. */
export const rawStream: StreamTo = (c, begin) => {
  const { outgoing } = c.env as { readonly outgoing: ServerResponse }
  // A stream is the last thing on its connection, so that a server that stops need not wait for it.
  outgoing.writeHead(200, { ...streamHeaders, connection: 'close' })
  outgoing.write(opening)
  const stop = begin(c.req.header('last-event-id'), {
    write: (text) => {
      if (outgoing.destroyed || outgoing.writableEnded) return
      if (outgoing.writableLength > mostWaiting) outgoing.destroy()
      else outgoing.write(text)
    },
    end: () => outgoing.end(),
  })
  outgoing.once('close', stop)
  if (outgoing.destroyed) stop()
  // Tells the adapter that the answer is on its way already; a copy, since the headers of each answer are written to.
  return RESPONSE_ALREADY_SENT.clone()
}
