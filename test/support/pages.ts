import { randomUUID } from 'node:crypto'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { createApp } from '../../src/app.ts'
import type { Scene } from '../../src/demo/stage.ts'
import { issueToken } from '../../src/identity/tokens.ts'
import type { Actor } from '../../src/services/act.ts'
import type { Village } from './engine.ts'

const issuer = 'yishi-test'

/** What a page answered: its status, where it leads, its text without marks, and the whole. */
export type Seen = {
  readonly status: number
  readonly to: string | null
  readonly text: string
  readonly html: string
  readonly headers: Headers
}

/** What a field is sent with: one value, several, or a file. */
export type Sendable = string | readonly string[] | File

/** Somebody with a browser without script: keeps cookies, looks at pages, sends forms. */
export type Guest = {
  readonly looks: (path: string) => Promise<Seen>
  /** Sends a form of a page, under a key of its own unless one is given. */
  readonly sends: (
    path: string,
    form: string,
    fields?: Readonly<Record<string, Sendable>>,
    key?: string,
  ) => Promise<Seen>
}

/** The pages of a village below HTTP: the whole app, asked without a socket. */
export type PagesOf = {
  readonly app: OpenAPIHono
  readonly guest: (actor?: Actor) => Promise<Guest>
  readonly tokenOf: (actor: Actor) => Promise<string>
}

const entities: readonly (readonly [RegExp, string])[] = [
  [/<(script|style|svg)\b[\s\S]*?<\/\1>/g, ''],
  [/<[^>]+>/g, ' '],
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&quot;/g, '"'],
  [/&#39;/g, "'"],
  [/&amp;/g, '&'],
  [/\s+/g, ' '],
]
const textOf = (html: string): string => entities.reduce((text, [found, put]) => text.replace(found, put), html)

const seen = async (response: Response): Promise<Seen> => {
  const html = await response.text()
  const { status, headers } = response
  return { status, headers, to: headers.get('location'), html, text: textOf(html) }
}

/** A form as browsers send it: in parts where a file goes with it. */
const bodyOf = (fields: Readonly<Record<string, Sendable>>): URLSearchParams | FormData => {
  const body = Object.values(fields).some((value) => value instanceof File) ? new FormData() : new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [value as string | File])
      if (typeof one === 'string') body.append(name, one)
      else if (body instanceof FormData) body.append(name, one)
  return body
}

export const pagesFor = ({
  database,
  engine,
  community,
  offset,
}: Pick<Village, 'database' | 'engine' | 'community' | 'offset'>): PagesOf => {
  const { sql, db } = database
  const app = createApp({
    sql,
    db,
    keys: engine.keys,
    now: () => Date.now(),
    offset,
    issuer,
    log: () => undefined,
    ...(engine.files ? { files: engine.files } : {}),
  })
  const tokenOf = ({ account, session }: Actor) =>
    issueToken(engine.keys, {
      community,
      account,
      session,
      now: new Date(Date.now() + offset()),
      ttlSeconds: 12 * 3600,
      issuer,
    })
  return {
    app,
    tokenOf,
    guest: async (actor) => through((path, init) => app.request(path, init), actor ? await tokenOf(actor) : undefined),
  }
}

/** Keeps the cookies of one browser over whatever answers it. */
const through = (answers: (path: string, init: RequestInit) => Response | Promise<Response>, token?: string): Guest => {
  const jar = new Map<string, string>(token === undefined ? [] : [['yishi-session', token]])
  const ask = async (path: string, init: RequestInit = {}): Promise<Seen> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await answers(path, {
      ...init,
      headers: { ...(cookie === '' ? {} : { cookie }), 'sec-fetch-site': 'same-origin', ...init.headers },
    })
    for (const kept of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(kept) ?? []
      if (/max-age=0/i.test(kept)) jar.delete(name)
      else jar.set(name, value)
    }
    return seen(answer)
  }
  return {
    looks: (path) => ask(path),
    sends: (path, form, fields = {}, key = randomUUID()) =>
      ask(path, { method: 'POST', body: bodyOf({ form, key, ...fields }) }),
  }
}

/** A browser without script at a server, over real HTTP. */
export const browse = (url: string): Guest =>
  through((path, init) => fetch(`${url}${path}`, { ...init, redirect: 'manual' }))

/** The same, signed in with a slip of somebody's own. */
export const browseAs = async (
  { url, community, slip }: Pick<Scene, 'url' | 'community' | 'slip'>,
  person: string,
): Promise<Guest> => {
  const browser = browse(url)
  await browser.sends(`/c/${community}/sign-in`, 'slip', { slip: await slip(person) })
  return browser
}
