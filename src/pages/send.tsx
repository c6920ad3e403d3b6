import type { Context } from 'hono'
import { requestHash } from '../identity/request-hash.ts'
import type { Actor } from '../services/act.ts'
import { isVisitor, type Reader } from '../services/look.ts'
import type { Refusal } from '../services/refusal.ts'
import { signIn } from '../services/sessions.ts'
import { place } from '../services/views/place.ts'
import { hereOf, notFound, refused, sent, show } from './answers.tsx'
import { mayLook } from './asking.ts'
import { asInput, faultsIn, only, type Tried, type Typed, typedIn } from './form.ts'
import type { AnyAsked, Page } from './page.ts'
import { isFromHere } from './same-site.ts'
import { byPassword, bySlip } from './session/credentials.ts'
import { againForms, carried, type Held, heldIn, holding } from './session/held.ts'
import { SignInAgain } from './session/sign-in-again.tsx'
import { dropSession, keepSession, readerNamed } from './session-cookie.ts'
import type { Site } from './site.ts'
import type { Ui } from './ui.ts'

/** A form: its fields are read, its service asked once; then on, or the form again with what was typed. */
export const send = async (site: Site, page: Page, c: Context, ask: AnyAsked): Promise<Response> => {
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
export const signInFirst = async (site: Site, page: Page, c: Context, ask: AnyAsked): Promise<Response> => {
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
