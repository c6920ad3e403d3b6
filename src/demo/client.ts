/** An HTTP client of the demo: everything the play does goes over the wire as any client's requests would. */
export interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** Somebody signed in, or nobody. */
export interface Caller {
  readonly get: (path: string) => Promise<Answer>
  readonly post: (path: string, body?: unknown, key?: string) => Promise<Answer>
  readonly put: (path: string, body: unknown) => Promise<Answer>
  readonly delete: (path: string) => Promise<Answer>
  readonly sendFile: (path: string, file: Uint8Array, type?: string) => Promise<Answer>
  readonly signOut: () => Promise<Answer>
}

export const callerOf = (url: string, token?: string): Caller => {
  const send = async (
    method: string,
    path: string,
    body?: string | Uint8Array,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
      ...(body === undefined ? {} : { body: body as string }),
    })
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    return {
      status: response.status,
      body: isJson ? ((await response.json()) as Answer['body']) : { text: await response.text() },
    }
  }
  const json = { 'content-type': 'application/json' }
  return {
    get: (path) => send('GET', path),
    post: (path, body, key) =>
      send('POST', path, JSON.stringify(body ?? {}), {
        ...json,
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      }),
    put: (path, body) => send('PUT', path, JSON.stringify(body), json),
    delete: (path) => send('DELETE', path),
    sendFile: (path, file, type = 'text/csv') => send('POST', path, file, { 'content-type': type }),
    signOut: () => send('DELETE', '/api/session'),
  }
}

/** Signs in with a password or a slip. */
export const signedIn = async (
  url: string,
  community: string,
  credentials: Readonly<Record<string, string>>,
): Promise<Caller> => {
  const { status, body } = await callerOf(url).post('/api/session', { community, ...credentials })
  if (status !== 201) throw new Error(`sign-in answered ${status}: ${JSON.stringify(body)}`)
  return callerOf(url, String(body.token))
}
