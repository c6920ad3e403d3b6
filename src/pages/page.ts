import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { z } from 'zod'
import type { Result } from '../../workflows/result.ts'
import type { Actor, Role } from '../services/act.ts'
import type { Reader } from '../services/look.ts'
import type { Refusal } from '../services/refusal.ts'
import type { Typed } from './form.ts'
import type { Site } from './site.ts'
import type { Ui } from './ui.ts'

/** Who may see a page: anybody, whoever is signed in, or those only who have a role; `resident` is anybody on the roster. */
export type May = 'anybody' | 'signed-in' | readonly (Role | 'resident')[]

/** What a page is asked with: what stands in its address, and who reads. */
export interface Asked<P, Q> {
  readonly site: Site
  readonly reader: Reader
  readonly params: P
  readonly query: Q
  readonly ui: Ui
  /** Where the reader has reached the installation. */
  readonly origin: string
}

/** Where a form leads once it is done, and what the browser is to keep of it. */
export interface Led {
  readonly to: string
  /** A session that begins with it, or null where the session has ended with it. */
  readonly session?: { readonly token: string; readonly expiresAt: string } | null
}

/** What a form answers where nothing was done yet, or what is seen this once: a page of its own. */
export interface Answered {
  readonly shows: (ui: Ui) => JSX.Element
}

/** What a form hands to its service. */
export interface Sent<P, Q, F> extends Asked<P, Q> {
  readonly fields: F
  readonly files: Typed['files']
  /** Everything that was typed, for forms whose fields are as many as a paper has lines. */
  readonly typed: Typed['fields']
  /** Whoever sends it, with the form's key. */
  readonly actor: Actor
  readonly key: string
  /** The other end of the connection: to be counted, never kept. */
  readonly network: string
}

interface FormOf<P, Q, F extends z.ZodObject> {
  readonly fields: F
  readonly send: (sent: Sent<P, Q, z.output<F>>) => Promise<Result<Led | Answered, Refusal>>
}

/** A form of a page: its fields, and the one service that it calls. */
export type Form<P, Q> = FormOf<P, Q, z.ZodObject>

/** What a page sends to be kept instead of shown; or shown as it stands, such as a paper to print. */
export interface Kept {
  readonly file: string
  readonly type: string
  readonly content: string | Uint8Array | ReadableStream<Uint8Array>
  readonly inline?: true
}

export interface Definition<P extends z.ZodObject, Q extends z.ZodObject, V> {
  /** As Hono writes it; `:c` is the community. */
  readonly path: string
  readonly may: May
  readonly params: P
  readonly query: Q
  /** What the page shows: one call of a view or a few. */
  readonly load: (asked: Asked<z.output<P>, z.output<Q>>) => Promise<Result<V, Refusal>>
  readonly view: (shown: V, ui: Ui, asked: Asked<z.output<P>, z.output<Q>>) => JSX.Element | Kept | Pick<Led, 'to'>
  readonly forms?: Readonly<Record<string, Form<z.output<P>, z.output<Q>>>>
  /**
   * True for what hangs on the wall: every visitor sees the same until something of the community changes. It shows nothing but what
   * views read for a visitor in the page's one transaction, its address, and how somebody likes to read.
   */
  readonly hangs?: true
}

/** What a page is asked for, whatever its address. */
export type AnyAsked = Asked<Record<string, unknown>, Record<string, unknown>>

/** A page as it is served, its own types no concern of the server's. */
export type Page = Definition<z.ZodObject, z.ZodObject, unknown>

/** A page: one file each. */
export const page = <P extends z.ZodObject, Q extends z.ZodObject, V>(definition: Definition<P, Q, V>): Page =>
  definition as unknown as Page

/** Forms on a page with such an address: the fields of each type what its service is given. */
export const formsOn =
  <P extends z.ZodObject, Q extends z.ZodObject>(_params: P, _query: Q) =>
  <F extends z.ZodObject>(
    fields: F,
    send: FormOf<z.output<P>, z.output<Q>, F>['send'],
  ): Form<z.output<P>, z.output<Q>> =>
    ({ fields, send }) as unknown as Form<z.output<P>, z.output<Q>>

export type Children = { readonly children?: Child }

/** The community in the address, and what else is looked up by an id. */
export const inCommunity = z.object({ c: z.uuid().toLowerCase() })
export const inProposal = inCommunity.extend({ p: z.uuid().toLowerCase() })
export const inMeeting = inCommunity.extend({ m: z.uuid().toLowerCase() })
export const inBallot = inCommunity.extend({ b: z.uuid().toLowerCase() })
export const noQuery = z.object({})
/** What was just done, to be said at the head of the page. */
export const done = z.object({ done: z.string().max(40).optional() })
/** Where a page of a list begins; what else is said there, as WeChat does of links that were handed on, says nothing. */
export const paged = z.object({ from: z.uuid().toLowerCase().optional().catch(undefined) })
