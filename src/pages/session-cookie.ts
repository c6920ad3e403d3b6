import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Reader } from '../services/look.ts'
import type { Site } from './site.ts'

const cookie = 'yishi-session'

/** The cookie goes back to the pages of its community alone, never to scripts, and never with what another site sends. */
const options = (c: Context, community: string) => ({
  path: `/c/${community}`,
  httpOnly: true,
  // Lax: whoever comes from a scanned code or a message is still known; a form of another site is not.
  sameSite: 'Lax' as const,
  secure: new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https',
})

export const keepSession = (
  c: Context,
  community: string,
  { token, expiresAt }: { readonly token: string; readonly expiresAt: string },
  now: number,
): void => {
  const maxAge = Math.max(0, Math.floor((Date.parse(expiresAt) - now) / 1000))
  setCookie(c, cookie, token, { ...options(c, community), maxAge })
}

export const dropSession = (c: Context, community: string): void => {
  deleteCookie(c, cookie, options(c, community))
}

/** Whether a browser says that it is somebody's, rightly or not. */
export const bearsSession = (c: Context): boolean => getCookie(c, cookie) !== undefined

/** Who reads: whoever the cookie's token names, if it holds in this community, else a visitor. */
export const readerOf = async (site: Site, c: Context, community: string): Promise<Reader> => {
  const token = getCookie(c, cookie)
  return token === undefined ? { community, visitor: true } : readerNamed(site, community, token)
}

/** Who a token names. */
export const readerNamed = async ({ engine, checkToken }: Site, community: string, token: string): Promise<Reader> => {
  const visitor = { community, visitor: true } as const
  const checked = await checkToken(token, { community, now: new Date(engine.now()) })
  return checked.ok ? { community, account: checked.value.account, session: checked.value.session } : visitor
}
