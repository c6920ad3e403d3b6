import type { Context } from 'hono'

/**
 * True where a form was sent from a page of this server: by what the browser says of its own accord, which no page of another
 * site can change. A proxy that gives the server another name must hand on the one that people typed.
 */
export const isFromHere = (c: Context): boolean => {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  const origin = c.req.header('origin')
  if (origin === undefined || !URL.canParse(origin)) return false
  const { host } = new URL(origin)
  return host === c.req.header('host') || host === c.req.header('x-forwarded-host')
}
