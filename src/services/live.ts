import { sql } from 'drizzle-orm'
import { within } from '../../db/within.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { type Actor, act, type Engine } from './act.ts'
import { beginReading, type Feed, type Listener, type Sink, takeIn, tellListener } from './live/feed.ts'
import { atOnce, entriesAfter, followedItems, standingSessions } from './live/reading.ts'
import type { Refusal } from './refusal.ts'

export interface LiveSettings {
  /** How long the chains are left alone between two looks, in milliseconds. */
  readonly pollMs: number
  /** How often a listener hears a sign of life, and whether each session still stands is asked. */
  readonly beatMs: number
  /** How many may listen in this process, and how many by one session. */
  readonly atMost: number
  readonly bySession: number
  /** Where a stream may not go on for ever, when it ends; whoever listens comes again. */
  readonly endAfterMs?: number
}

export const usualLive: LiveSettings = { pollMs: 250, beatMs: 15_000, atMost: 2000, bySession: 8 }

/** Somebody who may listen and has not begun: given where they were, and where words go, they do; the answer stops it. */
export type Admitted = (lastEventId: string | undefined, sink: Sink) => () => void

/** 实况: meetings as they happen. One reader for the whole process looks at the chains of those that somebody follows. */
export interface Live {
  readonly admit: (actor: Actor, meeting: string) => Promise<Result<Admitted, Refusal>>
  readonly close: () => void
}

const end = ({ sink }: Listener, reason: 'session_ended' | 'server_stops' | 'time_over'): void => {
  sink.write(`event: end\ndata: {"reason":"${reason}"}\n\n`)
  sink.end()
}

export const openLive = (
  engine: Engine,
  settings: LiveSettings,
  log: (message: string, facts: Readonly<Record<string, unknown>>) => void,
): Live => {
  const feeds = new Map<string, Feed>()
  const bySession = new Map<string, number>()
  /** Where the last look failed: said once. */
  const failing = new Set<string>()
  const state = { listening: 0, running: false, closed: false, beats: 0, wake: (): void => undefined }

  const pause = (): Promise<void> =>
    new Promise((done) => {
      const timer = setTimeout(done, settings.pollMs)
      state.wake = () => {
        clearTimeout(timer)
        done()
      }
    })

  const run = async (): Promise<void> => {
    if (state.running) return
    state.running = true
    while (feeds.size > 0) {
      state.beats += 1
      const beat = state.beats % Math.max(1, Math.round(settings.beatMs / settings.pollMs)) === 0
      const communities = new Set([...feeds.values()].map(({ community }) => community))
      for (const community of communities)
        await look(community, beat).then(
          () => void failing.delete(community),
          (error: unknown) => {
            if (!failing.has(community))
              log('meetings cannot be followed', { error: error instanceof Error ? error.message : String(error) })
            failing.add(community)
          },
        )
      if (feeds.size > 0) await pause()
    }
    state.running = false
  }

  const look = async (community: string, beat: boolean): Promise<void> => {
    const mine = [...feeds.values()].filter((feed) => feed.community === community)
    const listening = mine.flatMap(({ listeners }) => [...listeners])
    const standing = await within(engine.db, community, async (tx) => {
      for (const feed of mine)
        feed.reading ??= beginReading(feed.meeting, await followedItems(tx, community, feed.meeting))
      for (let more = true; more; ) {
        const readings = mine.flatMap(({ reading }) => reading ?? [])
        const places = new Map(
          readings.flatMap(({ chains, read }) =>
            chains.map((chain, n) => [`${chain} ${read[n]}`, { chain, after: read[n] ?? 0 }]),
          ),
        )
        const entries = await entriesAfter(tx, community, [...places.values()])
        const distinct = [...new Map(entries.map((entry) => [`${entry.chain} ${entry.seq}`, entry])).values()]
        for (const reading of readings) takeIn(reading, distinct)
        more = entries.length === atOnce
      }
      if (!beat) return undefined
      const sessions = [...new Set(listening.map(({ session }) => session))]
      return standingSessions(tx, community, sessions, await engine.clock(tx, undefined))
    })
    for (const { reading, listeners } of mine)
      for (const listener of listeners) {
        if (reading) tellListener(reading, listener)
        if (beat) listener.sink.write(': \n\n')
        if (standing && listening.includes(listener) && !standing.has(listener.session)) end(listener, 'session_ended')
      }
  }

  const join = (actor: Actor, meeting: string, lastEventId: string | undefined, sink: Sink, leave: () => void) => {
    const key = `${actor.community}/${meeting}`
    const feed: Feed = feeds.get(key) ?? {
      community: actor.community,
      meeting,
      listeners: new Set(),
      reading: undefined,
    }
    feeds.set(key, feed)
    const listener: Listener = { session: actor.session, sink, from: lastEventId, told: undefined, heard: 0 }
    feed.listeners.add(listener)
    const timer =
      settings.endAfterMs === undefined ? undefined : setTimeout(() => end(listener, 'time_over'), settings.endAfterMs)
    state.wake()
    void run()
    return () => {
      clearTimeout(timer)
      if (!feed.listeners.delete(listener)) return
      if (feed.listeners.size === 0 && feeds.get(key) === feed) feeds.delete(key)
      if (feeds.size === 0) state.wake()
      leave()
    }
  }

  return {
    admit: (actor, meeting) =>
      act(engine, actor, async (tx): Promise<Result<Admitted, Refusal>> => {
        const [row] = await tx.execute(sql`
          select 1 from meeting where community = ${actor.community} and id = ${meeting}`)
        if (!row) return refuse({ code: 'not_found', what: 'meeting' })
        const { session } = actor
        const own = bySession.get(session) ?? 0
        if (state.closed || state.listening >= settings.atMost || own >= settings.bySession)
          return refuse({ code: 'too_many_listeners', retryAfter: 10 })
        state.listening += 1
        bySession.set(session, own + 1)
        const leave = () => {
          state.listening -= 1
          const left = (bySession.get(session) ?? 1) - 1
          if (left === 0) bySession.delete(session)
          else bySession.set(session, left)
        }
        return ok((lastEventId, sink) => join(actor, meeting, lastEventId, sink, leave))
      }),
    close: () => {
      state.closed = true
      for (const { listeners } of feeds.values()) for (const listener of listeners) end(listener, 'server_stops')
      feeds.clear()
      state.wake()
    },
  }
}
