import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { type Asked, askedTogether, lastChange } from '../services/views/last-change.ts'
import type { Site } from './site.ts'

/** A page as it was last drawn for visitors, who all see the same. */
interface Hung {
  /** How far the community had come when drawing began. */
  readonly since: string
  readonly html: Buffer<ArrayBuffer>
  readonly etag: string
  /** Its compressed bytes, once somebody has asked for them. */
  readonly packed: Map<Packing, Buffer<ArrayBuffer>>
}

/** What drawing a page came to: its text, or an answer that is for this one reader. */
export type Drawn = { readonly html: string } | { readonly answer: Response }

/** The pages that hang for everybody: drawn once, handed out until something changes. */
export interface Wall {
  readonly answer: (
    c: Context,
    community: string,
    how: string,
    draw: (since: string) => Promise<Drawn>,
  ) => Promise<Response>
}

// A page takes a third of a millisecond: to hand it to another thread and back takes longer.
const packings = {
  br: (html) => brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (html) => gzipSync(html, { level: 3 }),
} as const satisfies Record<string, (html: Buffer) => Buffer<ArrayBuffer>>
type Packing = keyof typeof packings

const usually = 32_000_000

/** Milliseconds that whoever comes is kept waiting for others' pages, before it is asked for them how far the community has come. */
const longestWait = 100

/** What is under way, by whose it is. */
const underWayBy = () => {
  const all = new Map<string, Set<Promise<unknown>>>()
  return {
    add: <T>(whose: string, one: Promise<T>): Promise<T> => {
      const those = all.get(whose) ?? new Set()
      all.set(whose, those.add(one))
      const done = (): void => {
        those.delete(one)
        if (those.size === 0) all.delete(whose)
      }
      one.then(done, done)
      return one
    },
    /** When it is through, what was just begun with it; at the latest after so many milliseconds. */
    over: async (whose: string, atMost: number): Promise<void> => {
      await new Promise((begun) => setImmediate(begun))
      const those = all.get(whose)
      if (!those) return
      let timer: ReturnType<typeof setTimeout> | undefined
      const late = new Promise((resolve) => {
        timer = setTimeout(resolve, atMost)
      })
      await Promise.race([Promise.allSettled(those), late])
      clearTimeout(timer)
    },
  }
}

/**
 * Keeps at most so many bytes, the pages asked for last. Before each answer the database is asked how far the community has come, so that
 * any number of servers hand out the same, and nobody sees a page from before what they have just done. While pages of a community are drawn
 * whoever comes waits for the next asking: where it changes all the time, many share what is read.
 */
export const openWall = (asked: Asked, { packs }: Pick<Site, 'packs'>, atMost = usually): Wall => {
  const pages = new Map<string, Hung>()
  const drawing = new Map<string, Promise<Drawn | Hung>>()
  const drawnIn = underWayBy()
  const cameTo = askedTogether(
    (community) => lastChange(asked, community),
    (community) => drawnIn.over(community, longestWait),
  )
  let bytes = 0

  const take = (at: string): Hung | undefined => {
    const page = pages.get(at)
    if (!page) return undefined
    pages.delete(at)
    bytes -= weightOf(at, page)
    return page
  }
  const hang = (at: string, page: Hung): void => {
    take(at)
    pages.set(at, page)
    bytes += weightOf(at, page)
    for (const eldest of pages.keys()) {
      if (bytes <= atMost) break
      take(eldest)
    }
  }
  const drawn = async (at: string, since: string, draw: (since: string) => Promise<Drawn>): Promise<Drawn | Hung> => {
    const found = await draw(since)
    if ('answer' in found) return found
    const page = newly(since, found.html)
    hang(at, page)
    return page
  }

  return {
    answer: async (c, community, how, draw) => {
      const since = await cameTo(community)
      const at = `${c.req.url} ${how}`
      const page = take(at)
      if (page?.since === since) {
        hang(at, page)
        return handed(c, page, packs)
      }
      // Whoever asks for it while it is drawn waits for the same.
      const key = `${since} ${at}`
      const under = drawing.get(key)
      const mine = under ?? drawn(at, since, draw).finally(() => drawing.delete(key))
      if (!under) drawing.set(key, drawnIn.add(community, mine))
      const found = await mine
      if ('etag' in found) return handed(c, found, packs)
      const own = under ? await draw(since) : found
      return 'answer' in own ? own.answer : handed(c, newly(since, own.html), packs)
    },
  }
}

/** Its address, its text, and what the text comes to when packed. */
const weightOf = (at: string, { html }: Hung): number => 2 * at.length + 2 * html.length

const newly = (since: string, text: string): Hung => {
  const html = Buffer.from(text)
  const etag = `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`
  return { since, html, etag, packed: new Map() }
}

const packedAs = ({ html, packed }: Hung, packing: Packing): Buffer<ArrayBuffer> => {
  const found = packed.get(packing) ?? packings[packing](html)
  packed.set(packing, found)
  return found
}

const isPacking = (name: string): name is Packing => name in packings

/** Hands out what hangs, packed as the browser reads it; nothing but that it still holds where the browser has it. */
const handed = (c: Context, page: Hung, packs: boolean): Response => {
  const headers = {
    // Whoever signs in is shown their own page at the same address: a browser asks each time.
    'cache-control': 'private, no-cache',
    etag: page.etag,
    vary: 'Cookie, Accept-Encoding',
  }
  const known = c.req.header('if-none-match')?.split(/\s*,\s*/) ?? []
  if (known.includes(page.etag)) return c.body(null, 304, headers)
  const packing = accepts(c, {
    header: 'Accept-Encoding',
    supports: packs ? Object.keys(packings) : [],
    default: 'identity',
    match: (wanted, { supports, default: plain }) =>
      supports.find((name) => wanted.some(({ type, q }) => type === name && q > 0)) ?? plain,
  })
  const type = { ...headers, 'content-type': 'text/html; charset=UTF-8' }
  if (!isPacking(packing)) return c.body(page.html, 200, type)
  return c.body(packedAs(page, packing), 200, { ...type, 'content-encoding': packing })
}
