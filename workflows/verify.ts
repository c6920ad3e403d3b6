import { codeOf, originOf } from './format/checkpoint.ts'
import type { Entry } from './format/entry.ts'
import { openHeads } from './format/signed-head.ts'
import { checkAttested, checkKeys } from './verify/attested.ts'
import { readChain, type Tools } from './verify/chains.ts'
import { type Disagreement, Disagrees, disagree } from './verify/disagreement.ts'
import { checkDisclosures } from './verify/disclosures.ts'
import type { RecordExport } from './verify/export.ts'
import { checkMinutes } from './verify/minutes.ts'
import { type JudgedBallot, replay } from './verify/replay.ts'
import { calledOf } from './verify/roll.ts'
import { type RecordSource, sourceOf } from './verify/source.ts'
import { checkTree, type Kept, readTree } from './verify/tree.ts'

export type { SignedHead } from './format/signed-head.ts'
export type { Tools } from './verify/chains.ts'
export type { Disagreement } from './verify/disagreement.ts'
export { type ExportedChain, type RecordExport, recordExport } from './verify/export.ts'
export { minutesFault } from './verify/minutes.ts'
export { proxiesIn } from './verify/polls.ts'
export {
  ballotBase,
  countIn,
  listRoot,
  type Members,
  rollOf,
  rollStated,
} from './verify/roll.ts'
export type { RecordSource } from './verify/source.ts'
export type { Kept } from './verify/tree.ts'

export interface Report {
  readonly ok: boolean
  readonly disagreement?: Disagreement
  readonly entries: number
  readonly cases: number
  readonly ballots: readonly JudgedBallot[]
  /** Postings that hung their days, and comments on them that were dealt with. */
  readonly postings: number
  readonly comments: number
  /** Choices that the export does not open: counted as cast, not recounted. */
  readonly withheld: number
  /** How a single case ended. */
  readonly end?: string
  /** The tree that every sealed head was held to, and how many entries came after its last leaf of their chain. */
  readonly tree?: {
    readonly size: number
    readonly checkpoints: number
    readonly code: string | null
    readonly unsealed: number
  }
  /** How many checkpoints and codes from elsewhere the record was held to, and whether its key was known from elsewhere. */
  readonly held: { readonly checkpoints: number; readonly key: boolean }
}

type Progress = (done: { readonly entries: number; readonly chain: string }) => void

/** Checks the record of one case: hashes, signatures, tree; replays it, recounts each ballot and judges it again; names the first disagreement. */
export const verify = (record: RecordExport, tools: Tools, kept: Kept = {}): Promise<Report> =>
  verifySource(sourceOf(record), tools, kept)

/** So many entries of meetings are kept at hand; the rest is read again when it is asked for. */
const keptAtHand = 200_000

/** The same of a record wherever it lies, a case at a time. */
export const verifySource = async (
  source: RecordSource,
  tools: Tools,
  kept: Kept = {},
  progress: Progress = () => undefined,
): Promise<Report> => {
  const seen = { entries: 0, cases: 0, postings: 0, comments: 0, withheld: 0, ballots: [] as JudgedBallot[] }
  const held = {
    checkpoints: (kept.checkpoints?.length ?? 0) + (kept.codes?.length ?? 0),
    key: (kept.keys?.length ?? 0) > 0,
  }
  try {
    const openHead = openHeads(tools.ed25519, source.keys)
    const sealed = await readTree(source, kept, tools)
    const read = new Set<string>()
    let unsealed = 0
    /** A chain that agrees with itself and with what was sealed of it. */
    const chainOf = async (name: string): Promise<readonly Entry[]> => {
      const heads = sealed.heads.get(name)
      const entries = await readChain(source, name, heads, tools, openHead)
      if (read.has(name)) return entries
      read.add(name)
      checkAttested(entries)
      if (name.startsWith('meeting/')) checkMinutes(entries)
      // A case's texts are held to it where it is replayed.
      if (source.whole && !name.startsWith('proposal/'))
        checkDisclosures(await source.disclosures(name), entries, tools.sha256)
      seen.entries += entries.length
      unsealed += entries.length - Math.max(0, ...(heads?.keys() ?? []))
      progress({ entries: seen.entries, chain: name })
      return entries
    }

    const community = source.chains.includes('community') ? await chainOf('community') : []
    if (source.tree && community.length === 0) disagree({ chain: 'community', seq: 1, what: 'chain_missing' })
    if (source.tree) await checkTree(source, kept, sealed, community, tools)
    else if (held.checkpoints > 0)
      disagree({ chain: 'community', seq: 1, what: 'tail_cut', claimed: held.checkpoints, found: 0 })
    const atHand = new Map<string, readonly Entry[]>()
    const toCome = new Set(source.cases.map(({ proposal }) => proposal))
    const meetingOf = async (name: string): Promise<readonly Entry[]> => {
      const entries = atHand.get(name) ?? (await chainOf(name))
      // What was asked for last is given up last, and at once where no other case is on the agenda.
      atHand.delete(name)
      if (!calledOf(entries)?.agenda.some(({ proposal }) => toCome.has(proposal))) return entries
      atHand.set(name, entries)
      let count = [...atHand.values()].reduce((sum, { length }) => sum + length, 0)
      for (const [one, { length }] of atHand) {
        if (count <= keptAtHand || one === name) break
        atHand.delete(one)
        count -= length
      }
      return entries
    }

    let end: string | undefined
    for (const { proposal, adoption } of source.cases) {
      const name = `proposal/${proposal}`
      toCome.delete(proposal)
      const chains = new Map([['community', community]])
      const entries = source.chains.includes(name) ? await chainOf(name) : undefined
      if (entries) chains.set(name, entries)
      for (const meeting of meetingsIn(entries ?? []))
        if (source.chains.includes(meeting)) chains.set(meeting, await meetingOf(meeting))
      const disclosures = await source.disclosures(name)
      end = replay({ proposal, adoption: await adoption(), disclosures }, chains, tools.sha256, seen)
      checkDisclosures(disclosures, entries ?? [], tools.sha256)
      seen.cases += 1
    }
    for (const name of source.chains) if (!read.has(name)) await chainOf(name)
    if (source.whole) refuseMissing(source, sealed.heads.keys())
    checkKeys(source, new Map([['community', community]]))
    const newest = sealed.checkpoints.at(-1)
    const tree = source.tree && {
      size: sealed.leaves.length,
      checkpoints: sealed.checkpoints.length,
      code: newest ? codeOf(tools.sha256, { ...newest, origin: originOf(source.community) }) : null,
      unsealed,
    }
    const ended = source.cases.length === 1 && end !== undefined ? { end } : {}
    return { ok: true, ...seen, held, ...ended, ...(tree ? { tree } : {}) }
  } catch (error) {
    if (error instanceof Disagrees) return { ok: false, disagreement: error.disagreement, ...seen, held }
    throw error
  }
}

/** The chains of the meetings that a case's entries speak of. */
const meetingsIn = (entries: readonly Entry[]): ReadonlySet<string> => {
  const meetings = new Set<string>()
  for (const { data } of entries)
    if ('meeting' in data && typeof data.meeting === 'string') meetings.add(`meeting/${data.meeting}`)
  return meetings
}

/** An archive has every chain of which something was sealed, and a case to every chain of a proposal. */
const refuseMissing = ({ chains, cases }: RecordSource, sealed: Iterable<string>): void => {
  const here = new Set(chains)
  for (const chain of sealed) if (!here.has(chain)) disagree({ chain, seq: 1, what: 'chain_missing' })
  const told = new Set(cases.map(({ proposal }) => `proposal/${proposal}`))
  for (const chain of chains)
    if (chain.startsWith('proposal/') && !told.has(chain)) disagree({ chain, seq: 1, what: 'chain_missing' })
}
