import type { Entry } from '../format/entry.ts'
import { openHeads } from '../format/signed-head.ts'
import { checkAttested } from './attested.ts'
import { readChain, type SealedHeads, type Tools } from './chains.ts'
import type { Claims } from './claims.ts'
import { type Disagreement, Disagrees } from './disagreement.ts'
import { checkDisclosures, refuseUncited } from './disclosures.ts'
import { checkCalledOnce } from './meetings.ts'
import { checkMinutes } from './minutes.ts'
import { type Replayed, replay, type Seen } from './replay.ts'
import { calledOf } from './roll.ts'
import type { RecordSource } from './source.ts'

/** A chain that was read for the first time: how many entries it has, and how many of them came after what was sealed of it last. */
export interface ChainRead {
  readonly name: string
  readonly entries: number
  readonly unsealed: number
}

/** What the check of one case has come to, up to the first thing in it that does not agree. */
export interface Outcome {
  /** The chains that were read for it, in order. */
  readonly chains: readonly ChainRead[]
  readonly seen: Seen
  /** How it ended, if it has. */
  readonly end?: string | undefined
  /** What it says of other cases, once it was checked by itself. */
  readonly claims?: Claims
  readonly disagreement?: Disagreement
}

/** What the check of a case needs to know beforehand. */
export interface Before {
  readonly source: RecordSource
  /** What was sealed of each chain. */
  readonly heads: ReadonlyMap<string, SealedHeads>
  readonly community: readonly Entry[]
  readonly tools: Tools
}

/** Checks the cases of a record; answers the outcome of each, in the order of the record, up to the first that disagrees. */
export type Outcomes = (before: Before) => AsyncIterable<Outcome>

/** Reads chains: each agrees with itself and with what was sealed of it, or the verification ends there. */
export const chainsOf = (
  { source, heads, tools }: Omit<Before, 'community'>,
  tell: (chain: ChainRead) => void,
): ((name: string) => Promise<readonly Entry[]>) => {
  const openHead = openHeads(tools.ed25519, source.keys)
  const read = new Set<string>()
  return async (name) => {
    const sealed = heads.get(name)
    const entries = await readChain(source, name, sealed, tools, openHead)
    if (read.has(name)) return entries
    read.add(name)
    checkAttested(entries)
    if (name.startsWith('meeting/')) {
      checkCalledOnce(entries)
      checkMinutes(entries)
    }
    // A case's texts are held to it where it is replayed.
    if (source.whole && !name.startsWith('proposal/')) {
      const shown = await source.disclosures(name)
      checkDisclosures(shown, entries, tools.sha256)
      refuseUncited(shown, entries)
    }
    let newest = 0
    for (const seq of sealed?.keys() ?? []) newest = Math.max(newest, seq)
    tell({ name, entries: entries.length, unsealed: entries.length - newest })
    return entries
  }
}

/** So many entries of meetings are kept at hand; the rest is read again when it is asked for. */
const keptAtHand = 200_000

/** Checks some cases of a record after another, those from one number to before another; meetings that they share are read once. */
export const casesOf = (before: Before, atHandAtMost = keptAtHand) => {
  const { source, community, tools } = before
  let chains: ChainRead[] = []
  const chainOf = chainsOf(before, (chain) => chains.push(chain))
  const atHand = new Map<string, readonly Entry[]>()
  const meetingOf = async (name: string, toCome: ReadonlySet<string>): Promise<readonly Entry[]> => {
    const entries = atHand.get(name) ?? (await chainOf(name))
    // What was asked for last is given up last, and at once where no other case is on the agenda.
    atHand.delete(name)
    if (!calledOf(entries)?.agenda.some(({ proposal }) => toCome.has(proposal))) return entries
    atHand.set(name, entries)
    let count = [...atHand.values()].reduce((sum, { length }) => sum + length, 0)
    for (const [one, { length }] of atHand) {
      if (count <= atHandAtMost || one === name) break
      atHand.delete(one)
      count -= length
    }
    return entries
  }
  const here = new Set(source.chains)
  const checked = async (
    { proposal, adoption }: RecordSource['cases'][number],
    toCome: ReadonlySet<string>,
    seen: Seen,
  ): Promise<Replayed> => {
    const name = `proposal/${proposal}`
    const known = new Map([['community', community]])
    const entries = here.has(name) ? await chainOf(name) : undefined
    if (entries) known.set(name, entries)
    for (const meeting of meetingsIn(entries ?? []))
      if (here.has(meeting)) known.set(meeting, await meetingOf(meeting, toCome))
    const disclosures = await source.disclosures(name)
    const replayed = replay({ proposal, adoption: await adoption(), disclosures }, known, tools, seen)
    checkDisclosures(disclosures, entries ?? [], tools.sha256)
    if (source.whole) refuseUncited(disclosures, entries ?? [])
    return replayed
  }
  return async function* (from: number, to: number): AsyncGenerator<Outcome> {
    const some = source.cases.slice(from, to)
    const toCome = new Set(some.map(({ proposal }) => proposal))
    for (const one of some) {
      toCome.delete(one.proposal)
      chains = []
      const seen: Seen = { postings: 0, comments: 0, withheld: 0, ballots: [] }
      try {
        const { end, claims } = await checked(one, toCome, seen)
        yield { chains, seen, end, claims }
      } catch (error) {
        if (!(error instanceof Disagrees)) throw error
        return yield { chains, seen, disagreement: error.disagreement }
      }
    }
  }
}

/** All of them one after another. */
export const inTurn: Outcomes = (before) => casesOf(before)(0, before.source.cases.length)

/** The chains of the meetings that a case's entries speak of. */
const meetingsIn = (entries: readonly Entry[]): ReadonlySet<string> => {
  const meetings = new Set<string>()
  for (const { data } of entries)
    if ('meeting' in data && typeof data.meeting === 'string') meetings.add(`meeting/${data.meeting}`)
  return meetings
}
