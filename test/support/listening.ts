import { once } from 'node:events'
import { type ClientRequest, get, type IncomingMessage } from 'node:http'

/** One event of a stream, as a browser would hand it on. */
export type Heard = {
  readonly id: string
  readonly event: string
  readonly data: Readonly<Record<string, unknown>>
}

export type Listening = {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  /** Everything that came, as it came. */
  readonly bytes: () => string
  readonly events: () => readonly Heard[]
  /** Waits until what has been heard is enough; fails where the stream ends before. */
  readonly until: (enough: (events: readonly Heard[]) => boolean) => Promise<readonly Heard[]>
  readonly ended: Promise<void>
  readonly stop: () => void
}

const heardIn = (text: string): readonly Heard[] =>
  text.split('\n\n').flatMap((block) => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
    const [event, data] = [field('event'), field('data')]
    if (event === undefined || data === undefined) return []
    return [{ id: field('id') ?? '', event, data: JSON.parse(data) as Heard['data'] }]
  })

/** Follows a stream over a connection of its own. */
export const listens = async (url: string, path: string, token: string, lastEventId?: string): Promise<Listening> => {
  const headers = {
    authorization: `Bearer ${token}`,
    ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
  }
  const request: ClientRequest = get(`${url}${path}`, { headers, agent: false })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  let text = ''
  let over = false
  response.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  const ended = new Promise<void>((done) => {
    response.once('close', () => {
      over = true
      done()
    })
  })
  response.on('error', () => undefined)
  request.on('error', () => undefined)
  // Only whole events: what stands after the last empty line is still on its way.
  const events = () => heardIn(text.slice(0, text.lastIndexOf('\n\n') + 2))
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    bytes: () => text,
    events,
    until: async (enough) => {
      while (!enough(events())) {
        if (over) throw new Error(`the stream ended after: ${text}`)
        await Promise.race([once(response, 'data'), ended])
      }
      return events()
    },
    ended,
    stop: () => request.destroy(),
  }
}
