import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { refuse } from '../../workflows/result.ts'
import type { Refusal } from '../services/refusal.ts'
import type { Tried } from './form.ts'
import { RefusedPage } from './layout/refused.tsx'
import type { AnyAsked, Kept, Page } from './page.ts'
import { preferencesOf } from './preferences.ts'
import type { PageProblem, Site } from './site.ts'
import type { Ui } from './ui.ts'

type Problem = Refusal | PageProblem

/** The address asked for, with its query. */
export const hereOf = (c: Context): string => `${c.req.path}${new URL(c.req.url).search}`

/** What a page is drawn with before it is known who reads. */
export const plainUi = (c: Context): Ui => ({ ...preferencesOf(c), here: hereOf(c), newKey: randomUUID })

/** A page as it is sent. */
export const written = (shown: JSX.Element): string => `<!DOCTYPE html>${String(shown)}`

export const sent = (c: Context, shown: JSX.Element | string, status = 200): Response => {
  c.header('cache-control', 'private, no-store')
  return c.html(typeof shown === 'string' ? shown : written(shown), status as 200)
}

/** A file, to be saved or shown. */
export const kept = (c: Context, { file, type, content, inline }: Kept): Response =>
  c.body(content instanceof Uint8Array ? new Uint8Array(content) : content, 200, {
    'cache-control': 'private, no-store',
    'content-type': type,
    'content-disposition': inline ? 'inline' : `attachment; filename="${file}"`,
  })

/** A page that says why not. */
export const refused = (site: Pick<Site, 'explain'>, c: Context, ui: Ui, problem: Problem): Response => {
  const { status, ...words } = site.explain(problem)
  return sent(c, <RefusedPage ui={ui} status={status} words={words} />, status)
}

/** What goes wrong before a page is reached, said on one. */
export const tellOnPage =
  (explain: Site['explain']) =>
  (c: Context, problem: PageProblem): Response =>
    refused({ explain }, c, plainUi(c), problem)

export const notFound = refuse({ code: 'not_found', what: 'page' } as const)

/** Loads a page and shows it, with what was tried on it. */
export const show = async (site: Site, page: Page, c: Context, ask: AnyAsked, tried?: Tried): Promise<Response> => {
  const ui = tried ? { ...ask.ui, tried } : ask.ui
  const loaded = await page.load({ ...ask, ui })
  if (!loaded.ok) return refused(site, c, ui, loaded.refusal)
  const shown = page.view(loaded.value, ui, { ...ask, ui })
  if ('to' in shown) return c.redirect(shown.to, 303)
  return 'file' in shown ? kept(c, shown) : sent(c, shown, tried && !tried.again ? 422 : 200)
}
