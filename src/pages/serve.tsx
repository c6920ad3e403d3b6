import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { requestHash } from '../identity/request-hash.ts'
import type { Actor } from '../services/act.ts'
import { isVisitor, lookAround, type Reader, type Visitor } from '../services/look.ts'
import type { Refusal } from '../services/refusal.ts'
import { signIn } from '../services/sessions.ts'
import { type PlaceView, place } from '../services/views/place.ts'
import { asInput, faultsIn, only, type Tried, type Typed, typedIn } from './form.ts'
import { RefusedPage } from './layout/refused.tsx'
import { packing } from './packing.ts'
import type { Asked, Kept, May, Page } from './page.ts'
import { preferencesOf } from './preferences.ts'
import { isFromHere } from './same-site.ts'
import { byPassword, bySlip } from './session/credentials.ts'
import { againForms, carried, type Held, heldIn, holding } from './session/held.ts'
import { SignInAgain } from './session/sign-in-again.tsx'
import { bearsSession, dropSession, keepSession, readerNamed, readerOf } from './session-cookie.ts'
import type { PageProblem, Site } from './site.ts'
import type { Ui } from './ui.ts'
import { type Drawn, openWall, type Wall } from './wall.ts'

type Problem = Refusal | PageProblem
type AnyAsked = Asked<Record<string, unknown>, Record<string, unknown>>

const hereOf = (c: Context): string => `${c.req.path}${new URL(c.req.url).search}`

const plainUi = (c: Context): Ui => ({ ...preferencesOf(c), here: hereOf(c), newKey: randomUUID })

const written = (shown: JSX.Element): string => `<!DOCTYPE html>${String(shown)}`

const sent = (c: Context, shown: JSX.Element | string, status = 200): Response => {
  c.header('cache-control', 'private, no-store')
  return c.html(typeof shown === 'string' ? shown : written(shown), status as 200)
}

const kept = (c: Context, { file, type, content, inline }: Kept): Response =>
  c.body(content instanceof Uint8Array ? new Uint8Array(content) : content, 200, {
    'cache-control': 'private, no-store',
    'content-type': type,
    'content-disposition': inline ? 'inline' : `attachment; filename="${file}"`,
  })

const refused = (site: Pick<Site, 'explain'>, c: Context, ui: Ui, problem: Problem): Response => {
  const { status, ...words } = site.explain(problem)
  return sent(c, <RefusedPage ui={ui} status={status} words={words} />, status)
}

/** What goes wrong before a page is reached, said on one. */
export const tellOnPage =
  (explain: Site['explain']) =>
  (c: Context, problem: PageProblem): Response =>
    refused({ explain }, c, plainUi(c), problem)

/** Whether a page is for whoever reads; what may be done there is for the services to say. */
const mayLook = (may: May, { me }: PlaceView): boolean => {
  if (may === 'anybody') return true
  if (may === 'signed-in' || me === undefined) return me !== undefined
  return may.some((one) => (one === 'resident' ? me.person !== undefined : me.roles.includes(one)))
}

const toSignIn = (c: Context, community: string): Response =>
  c.redirect(`/c/${community}/sign-in?${new URLSearchParams({ back: hereOf(c) })}`, 303)

/** Where the reader is and who they are; a session that has ended is none. */
const placeOf = async (
  site: Site,
  c: Context,
  community: string,
  visiting?: Visitor,
): Promise<Result<{ readonly reader: Reader; readonly there: PlaceView }, Refusal>> => {
  const reader = visiting ?? (await readerOf(site, c, community))
  const found = await place(site.engine, reader)
  if (found.ok) return ok({ reader, there: found.value })
  if (found.refusal.code !== 'session_ended') return found
  dropSession(c, community)
  const visitor = { community, visitor: true } as const
  const seen = await place(site.engine, visitor)
  return seen.ok ? ok({ reader: visitor, there: seen.value }) : seen
}

const notFound = refuse({ code: 'not_found', what: 'page' } as const)

/** The page asked for, its address and its reader understood; or what answers instead. */
const asked = async (site: Site, page: Page, c: Context, visiting?: Visitor): Promise<AnyAsked | Response> => {
  const params = page.params.safeParse(c.req.param())
  const query = page.query.safeParse(c.req.query())
  const ui = plainUi(c)
  if (!params.success || !query.success) return refused(site, c, ui, notFound.refusal)
  const community = String(params.data.c ?? '')
  const base = { site, params: params.data, query: query.data, origin: new URL(c.req.url).origin }
  // Outside every community nobody is signed in.
  if (community === '') return { ...base, ui, reader: { community, visitor: true } }
  const found = await placeOf(site, c, community, visiting)
  if (!found.ok) return refused(site, c, ui, found.refusal)
  const { reader, there } = found.value
  const known = { ...ui, place: there }
  if (mayLook(page.may, there)) return { ...base, ui: known, reader }
  if (there.me === undefined)
    return c.req.method === 'POST' ? signInFirst(site, page, c, { ...base, ui: known, reader }) : toSignIn(c, community)
  return refused(site, c, known, { code: 'forbidden', needs: [...(page.may as readonly string[])] })
}

const show = async (site: Site, page: Page, c: Context, ask: AnyAsked, tried?: Tried): Promise<Response> => {
  const ui = tried ? { ...ask.ui, tried } : ask.ui
  const loaded = await page.load({ ...ask, ui })
  if (!loaded.ok) return refused(site, c, ui, loaded.refusal)
  const shown = page.view(loaded.value, ui, { ...ask, ui })
  if ('to' in shown) return c.redirect(shown.to, 303)
  return 'file' in shown ? kept(c, shown) : sent(c, shown, tried && !tried.again ? 422 : 200)
}

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
    const known = await asked(site, page, c, visitor)
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
  const ask = await asked(site, page, c)
  return ask instanceof Response ? ask : show(site, page, c, ask)
}

/** A form: its fields are read, its service asked once; then on, or the form again with what was typed. */
const send = async (site: Site, page: Page, c: Context, ask: AnyAsked): Promise<Response> => {
  if (!isFromHere(c)) return refused(site, c, ask.ui, { code: 'forbidden', needs: ['same-origin'] })
  const typed = await typedIn(c)
  const held = heldIn(typed)
  if (held) return goOn(site, page, c, ask, typed, held)
  const name = only(typed.fields, 'form') ?? ''
  const form = formOf(page, name)
  const key = only(typed.fields, 'key')
  if (!form || key === undefined || key.length > 200) return refused(site, c, ask.ui, notFound.refusal)
  const input = asInput(form.fields, typed.fields)
  const parsed = form.fields.safeParse(input)
  const tried = { form: name, fields: typed.fields, faults: {} }
  const again = (why?: Tried): Response => signInAgain(c, ask.ui, { form: name, key, ...carried(typed) }, why)
  const back = async (why: Tried): Promise<Response> => {
    const { answer, stands } = await showTried(site, page, c, ask, why)
    // What visitors are not shown was typed by somebody who had been signed in.
    return stands || answer.status !== 422 || !isVisitor(ask.reader) || !ask.ui.place ? answer : again(why)
  }
  if (!parsed.success) return back({ ...tried, faults: faultsIn(parsed.error.issues, input) })
  const actor = actorOf(site, c, ask.reader, key, typed.bytes)
  const network = site.networkOf(c)
  const { files, fields } = typed
  const result = await form.send({ ...ask, fields: parsed.data, files, typed: fields, actor, key, network })
  if (result.ok) {
    if ('shows' in result.value) return sent(c, result.value.shows(ask.ui))
    const { to, session } = result.value
    if (session) keepSession(c, actor.community, session, site.engine.now())
    if (session === null) dropSession(c, actor.community)
    return c.redirect(to, 303)
  }
  const { refusal } = result
  if (refusal.code === 'session_ended') return again()
  const { zh, en } = site.explain(refusal)
  const grounds = 'grounds' in refusal ? refusal.grounds : []
  return back({ ...tried, problem: { zh, en, grounds } })
}

const formOf = ({ forms = {} }: Page, name: string) => (Object.hasOwn(forms, name) ? forms[name] : undefined)

/** A form of a page that is for those signed in, sent by somebody who is so no longer. */
const signInFirst = async (site: Site, page: Page, c: Context, ask: AnyAsked): Promise<Response> => {
  if (!isFromHere(c)) return refused(site, c, ask.ui, { code: 'forbidden', needs: ['same-origin'] })
  const typed = await typedIn(c)
  const back = heldIn(typed)
  if (back) return goOn(site, page, c, ask, typed, back)
  const held = holding(typed)
  return held && formOf(page, held.form) ? signInAgain(c, ask.ui, held) : refused(site, c, ask.ui, notFound.refusal)
}

/** Signing in where one stands, with what was typed on the page itself. */
const signInAgain = (c: Context, ui: Ui, held: Held, tried?: Tried): Response =>
  sent(c, <SignInAgain ui={tried ? { ...ui, tried } : ui} held={held} />, 422)

/** Signs in, and shows the form again as it was typed. Whoever sends that once more is signed in already. */
const goOn = async (site: Site, page: Page, c: Context, ask: AnyAsked, typed: Typed, held: Held): Promise<Response> => {
  const { community } = ask.reader
  if (!formOf(page, held.form) || community === '') return refused(site, c, ask.ui, notFound.refusal)
  const signing = only(typed.fields, 'form') === againForms.slip ? bySlip : byPassword
  const input = asInput(signing, typed.fields)
  const parsed = signing.safeParse(input)
  const tried = { form: only(typed.fields, 'form') ?? '', fields: typed.fields, faults: {} }
  if (!parsed.success) return signInAgain(c, ask.ui, held, { ...tried, faults: faultsIn(parsed.error.issues, input) })
  const why = (refusal: Refusal): Tried => ({ ...tried, problem: { ...site.explain(refusal), grounds: [] } })
  const begun = await signIn(site.engine, site.issuer, community, parsed.data)
  if (!begun.ok && isVisitor(ask.reader)) return signInAgain(c, ask.ui, held, why(begun.refusal))
  if (begun.ok) keepSession(c, community, begun.value, site.engine.now())
  const reader = begun.ok ? await readerNamed(site, community, begun.value.token) : ask.reader
  const there = await place(site.engine, reader)
  if (!there.ok) return refused(site, c, ask.ui, there.refusal)
  const ui = { ...ask.ui, place: there.value }
  if (!mayLook(page.may, there.value))
    return signInAgain(c, ui, held, why({ code: 'forbidden', needs: [...(page.may as readonly string[])] }))
  return showAgain(site, page, c, { ...ask, ui, reader }, held)
}

/** The form as it was typed, with its key; where it stands there no longer, what was typed. */
const showAgain = async (site: Site, page: Page, c: Context, ask: AnyAsked, held: Held): Promise<Response> => {
  const { form, fields, ...rest } = held
  const tried = (gone: boolean): Tried => ({ form, fields, faults: {}, again: { ...rest, gone } })
  const { answer, stands } = await showTried(site, page, c, ask, tried(false))
  return stands || answer.status !== 200 ? answer : show(site, page, c, ask, tried(true))
}

/** The page with what was tried on it, and whether the form still stands there. */
const showTried = async (site: Site, page: Page, c: Context, ask: AnyAsked, tried: Tried) => {
  let stands = false
  const drawn = (): void => {
    stands = true
  }
  const answer = await show(site, page, c, ask, { ...tried, drawn })
  return { answer, stands }
}

/** A visitor has no session: whatever a service is asked in that name, it answers that there is none. */
const actorOf = ({ engine }: Site, c: Context, reader: Reader, key: string, body: string): Actor => {
  if (isVisitor(reader)) return { community: reader.community, account: none, session: none }
  const { account } = reader
  const request = requestHash(engine.keys, { account, key, method: 'POST', path: hereOf(c), body })
  return { ...reader, idempotency: { key, request } }
}
const none = '00000000-0000-0000-0000-000000000000'

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
          const ask = await asked(site, page, c)
          return ask instanceof Response ? ask : send(site, page, c, ask)
        }),
      )
  }
  api.all('/c/*', (c) => refused(site, c, plainUi(c), { code: 'route_unknown' }))
  return api
}
