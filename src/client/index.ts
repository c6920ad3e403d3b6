import createClient, { type Client } from 'openapi-fetch'
import type { paths } from './schema.ts'

export type { components, operations, paths } from './schema.ts'

/** Where the server is, and the token of whoever asks, once signed in. */
export interface ClientOptions {
  readonly url: string
  readonly token?: string | undefined
}

/**
 * A client of the API whose paths, bodies and answers are typed by the API's own document. Each call answers with `data`, or
 * with `error`: the problem details with their stable code.
 */
export const yishiClient = ({ url, token }: ClientOptions): Client<paths> =>
  createClient<paths>({
    baseUrl: url,
    ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
  })
