import type { Sql } from '../../db/client.ts'
import { type Caller, callerOf, signedIn } from '../../src/demo/client.ts'
import { must } from '../../src/demo/stage.ts'
import type { World } from './world.ts'

export const password = 'shiqiao-2026'

/** A community without a roster, for what needs no residents. */
export type Bare = {
  readonly community: string
  readonly path: string
  readonly administrator: Caller
  /** The administrator's token. */
  readonly token: string
  /** The administrator's account. */
  readonly account: string
}

/** Founds a community and signs its administrator in, by `administrator` and `password`. */
export const foundBare = async (
  { url, setupToken }: Pick<World, 'url' | 'setupToken'>,
  sort: 'village' | 'city' = 'village',
): Promise<Bare> => {
  const founded = await must(
    callerOf(url).post('/api/communities', {
      setupToken,
      sort,
      name: sort === 'village' ? '柳林村' : '柳林社区',
      administrator: { login: 'administrator', password },
    }),
    'found',
  )
  const community = String(founded.community)
  const session = await must(
    callerOf(url).post('/api/session', { community, login: 'administrator', password }),
    'sign in',
  )
  const token = String(session.token)
  return {
    community,
    path: `/api/communities/${community}`,
    administrator: callerOf(url, token),
    token,
    account: String(founded.account),
  }
}

/** Opens an account of a role, by the role's name as login, and signs it in. */
export const opensAccount = async (
  url: string,
  { community, path, administrator }: Bare,
  role: 'clerk' | 'supervisor' | 'expert',
): Promise<{ readonly account: string; readonly caller: Caller }> => {
  const discipline = role === 'expert' ? { discipline: 'law' } : {}
  const { account } = await must(
    administrator.post(`${path}/accounts`, { login: role, password, role, ...discipline }),
    role,
  )
  return { account: String(account), caller: await signedIn(url, community, { login: role, password }) }
}

/** What stands in a community's tables, read or changed past every rule, as the owner. */
export const asOwner = <T>({ database }: World, community: string, use: (sql: Sql) => Promise<T>): Promise<T> =>
  database.ownerSql.begin(async (tx) => {
    await tx`select set_config('app.community', ${community}, true)`
    return use(tx as unknown as Sql)
  }) as Promise<T>

/** An answer's status and code, for rows of a table. */
export const told = ({ status, body }: { readonly status: number; readonly body: Readonly<Record<string, unknown>> }) =>
  [status, body.code ?? null] as const

/** A request as it goes over the wire, with any headers; for what no orderly client sends. */
export const wire = async (
  url: string,
  path: string,
  init: RequestInit & { readonly token?: string } = {},
): Promise<{
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: Record<string, unknown>
}> => {
  const { token, headers, ...rest } = init
  const response = await fetch(`${url}${path}`, {
    ...rest,
    headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
  })
  const text = await response.text()
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  const body = isJson && text !== '' ? (JSON.parse(text) as Record<string, unknown>) : {}
  return { status: response.status, headers: response.headers, text, body }
}
