import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { lookAround } from '../services/look.ts'
import { hereOf, kept, plainUi, refused, sent, show, written } from './answers.tsx'
import { asked } from './asking.ts'
import { packing } from './packing.ts'
import type { AnyAsked, Page } from './page.ts'
import { preferencesOf } from './preferences.ts'
import { send, signInFirst } from './send.tsx'
import { bearsSession } from './session-cookie.ts'
import type { Site } from './site.ts'
import { type Drawn, openWall, type Wall } from './wall.ts'

const toSignIn =
  (c: Context) =>
  ({ reader }: AnyAsked): Response =>
    c.redirect(`/c/${reader.community}/sign-in?${new URLSearchParams({ back: hereOf(c) })}`, 303)

/** Draws what hangs for every visitor. A page that needed a key of its own for a form is for this visitor alone. */
const draw = async (
  site: Site,
  page: Page,
  c: Context,
  at: { readonly community: string; readonly since: string },
): Promise<Drawn> => {
  let keyed = false
  const newKey = (): string => {
    keyed = true
    return randomUUID()
  }
  const read = await lookAround(site.engine, at, async (visitor, once) => {
    const known = await asked(site, page, c, { signIn: toSignIn(c), visiting: visitor })
    if (known instanceof Response) return { answer: known }
    const ask = { ...known, ui: { ...known.ui, newKey } }
    const { origin, params, query } = ask
    const asks = JSON.stringify([page.path, origin, preferencesOf(c), params, query])
    return { ask, loaded: await once(asks, () => page.load(ask)) }
  })
  if (read.answer) return { answer: read.answer }
  const { ask, loaded } = read
  if (!loaded.ok) return { answer: refused(site, c, ask.ui, loaded.refusal) }
  const shown = page.view(loaded.value, ask.ui, ask)
  if ('to' in shown) return { answer: c.redirect(shown.to, 303) }
  if ('file' in shown) return { answer: kept(c, shown) }
  // Written first: it is in writing that a form takes its key.
  const html = written(shown)
  return keyed ? { answer: sent(c, html) } : { html }
}

/** A page that is looked at: from the wall where it hangs for everybody and nobody in particular looks. */
const lookAt = async (site: Site, wall: Wall, page: Page, c: Context): Promise<Response> => {
  const params = page.params.safeParse(c.req.param())
  if (page.hangs && params.success && !bearsSession(c)) {
    const community = String(params.data.c)
    const how = JSON.stringify(preferencesOf(c))
    return wall.answer(c, community, how, (since) => draw(site, page, c, { community, since }))
  }
  const ask = await asked(site, page, c, { signIn: toSignIn(c) })
  return ask instanceof Response ? ask : show(site, page, c, ask)
}

/** Serves pages: each at its address, its forms at the same. */
export const servePages = (site: Site, pages: readonly Page[]): Hono => {
  const api = new Hono()
  const packed = packing(site)
  const wall = openWall(site.changes, site)
  const guarded = (answer: (c: Context) => Promise<Response>) => async (c: Context) => {
    try {
      return await answer(c)
    } catch (error) {
      site.failed(c.req.path, error)
      return refused(site, c, plainUi(c), { code: site.passing(error) ? 'database_unavailable' : 'internal_error' })
    }
  }
  for (const page of pages) {
    api.get(
      page.path,
      packed,
      guarded((c) => lookAt(site, wall, page, c)),
    )
    if (page.forms)
      api.post(
        page.path,
        packed,
        guarded(async (c) => {
          const ask = await asked(site, page, c, { signIn: (one) => signInFirst(site, page, c, one) })
          return ask instanceof Response ? ask : send(site, page, c, ask)
        }),
      )
  }
  api.all('/c/*', (c) => refused(site, c, plainUi(c), { code: 'route_unknown' }))
  return api
}
