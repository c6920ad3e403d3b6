import type { Context } from 'hono'
import { ok, type Result } from '../../workflows/result.ts'
import type { Reader, Visitor } from '../services/look.ts'
import type { Refusal } from '../services/refusal.ts'
import { type PlaceView, place } from '../services/views/place.ts'
import { notFound, plainUi, refused } from './answers.tsx'
import type { AnyAsked, May, Page } from './page.ts'
import { dropSession, readerOf } from './session-cookie.ts'
import type { Site } from './site.ts'

/** Whether a page is for whoever reads; what may be done there is for the services to say. */
export const mayLook = (may: May, { me }: PlaceView): boolean => {
  if (may === 'anybody') return true
  if (may === 'signed-in' || me === undefined) return me !== undefined
  return may.some((one) => (one === 'resident' ? me.person !== undefined : me.roles.includes(one)))
}

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

interface Asking {
  /** What answers whoever is not signed in where the page is for those who are. */
  readonly signIn: (ask: AnyAsked) => Response | Promise<Response>
  /** Who reads what hangs for everybody. */
  readonly visiting?: Visitor
}

/** The page asked for, its address and its reader understood; or what answers instead. */
export const asked = async (
  site: Site,
  page: Page,
  c: Context,
  { signIn, visiting }: Asking,
): Promise<AnyAsked | Response> => {
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
  if (there.me === undefined) return signIn({ ...base, ui: known, reader })
  return refused(site, c, known, { code: 'forbidden', needs: [...(page.may as readonly string[])] })
}
