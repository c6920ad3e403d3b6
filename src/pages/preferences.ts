import type { Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Lang } from '../../workflows/wording.ts'

/** How somebody likes to read: kept by their own browser, no concern of ours. */
export interface Preferences {
  readonly lang: Lang
  readonly large: boolean
}

const year = 365 * 86_400

export const preferencesOf = (c: Context): Preferences => ({
  lang: getCookie(c, 'lang') === 'en' ? 'en' : 'zh',
  large: getCookie(c, 'print') === 'large',
})

/** Only an address of this server: nobody is led away. */
export const localPath = (path: string | undefined): string =>
  path !== undefined && /^\/(?![/\\])[^\\\s]*$/.test(path) ? path : '/'

/** The address that changes how somebody reads and leads back. */
export const toPreference = (name: 'lang' | 'print', value: string, back: string): string =>
  `/reading?${new URLSearchParams({ [name]: value, back })}`

/** One link changes the language or the size of print; without script, and for whoever is not signed in too. */
export const preferenceRoute = (api: Hono): void => {
  api.get('/reading', (c) => {
    const { lang, print, back } = c.req.query()
    const keep = { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: year } as const
    if (lang === 'zh' || lang === 'en') setCookie(c, 'lang', lang, keep)
    if (print === 'large' || print === 'usual') setCookie(c, 'print', print, keep)
    return c.redirect(localPath(back), 303)
  })
}
