import { type Following, followMeeting, type Happening } from '../../../workflows/following.ts'
import type { FollowedItem } from '../../../workflows/following-polls.ts'
import type { Entry } from '../../../workflows/format/entry.ts'
import { meetingChain, proposalChain } from '../../record/chains.ts'

/** Where a listener's words go. */
export interface Sink {
  readonly write: (text: string) => void
  readonly end: () => void
}

export interface Listener {
  readonly session: string
  readonly sink: Sink
  /** The id of the last event that it had before, where it comes again. */
  readonly from: string | undefined
  /** How far this listener has been told each chain; undefined until told how the meeting stands. */
  told: number[] | undefined
  /** How much of what has been told in all it has been through. */
  heard: number
}

/** One meeting that somebody in this process follows. */
export interface Feed {
  readonly community: string
  readonly meeting: string
  readonly listeners: Set<Listener>
  /** Undefined until its agenda has been read. */
  reading: Reading | undefined
}

/** How far a meeting's chains have been read, and all that has been told of them. */
export interface Reading {
  /** The meeting's own first, then its items' in the order of their ids. */
  readonly chains: readonly string[]
  readonly read: number[]
  readonly following: Following
  readonly log: { readonly happening: Happening; readonly text: string }[]
}

export const beginReading = (meeting: string, items: readonly FollowedItem[]): Reading => {
  const chains = [meetingChain(meeting), ...items.map(({ proposal }) => proposalChain(proposal))]
  return { chains, read: chains.map(() => 0), following: followMeeting(meeting, items), log: [] }
}

/** Takes what was written since. */
export const takeIn = (reading: Reading, entries: readonly Entry[]): void => {
  const { chains, read, following, log } = reading
  const own = entries.filter(({ chain, seq }) => seq > (read[chains.indexOf(chain)] ?? Number.POSITIVE_INFINITY))
  for (const happening of following.take(own))
    log.push({ happening, text: `event: ${happening.event}\ndata: ${JSON.stringify(happening.data)}\n\n` })
  for (const { chain, seq } of own) read[chains.indexOf(chain)] = seq
}

/** An event's id is how far each chain has been told: the meeting's sequence, then its items' in the order of their ids. */
const idOf = (told: readonly number[]): string => told.join('.')

/** Reads an id back; undefined where it is none of this meeting's, and then the listener begins anew. */
const placeOf = (text: string | undefined, chains: number): number[] | undefined => {
  const numbers = text?.split('.') ?? []
  return numbers.length === chains && numbers.every((one) => /^\d{1,9}$/.test(one)) ? numbers.map(Number) : undefined
}

/** Tells a listener what has happened since it was last told, each thing once; who begins is told how the meeting stands. */
export const tellListener = ({ chains, read, following, log }: Reading, listener: Listener): void => {
  const { sink } = listener
  listener.told ??= placeOf(listener.from, chains.length)
  if (listener.told === undefined) {
    listener.told = [...read]
    listener.heard = log.length
    sink.write(`id: ${idOf(read)}\nevent: now\ndata: ${JSON.stringify(following.now())}\n\n`)
    return
  }
  const { told } = listener
  const news = listener.heard === 0 ? log : log.slice(listener.heard)
  listener.heard = log.length
  for (const { happening, text } of news) {
    const place = chains.indexOf(happening.chain)
    if (happening.seq <= (told[place] ?? 0)) continue
    told[place] = happening.seq
    sink.write(`id: ${idOf(told)}\n${text}`)
  }
}
