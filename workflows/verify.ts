import { codeOf, originOf } from './format/checkpoint.ts'
import type { Entry } from './format/entry.ts'
import { checkKeys } from './verify/attested.ts'
import { type ChainRead, chainsOf, inTurn, type Outcomes } from './verify/cases.ts'
import type { Tools } from './verify/chains.ts'
import { type Claims, checkClaims, checkSeated } from './verify/claims.ts'
import { type Disagreement, Disagrees, disagree } from './verify/disagreement.ts'
import { refuseUncited } from './verify/disclosures.ts'
import type { RecordExport } from './verify/export.ts'
import type { JudgedBallot } from './verify/replay.ts'
import { type RecordSource, sourceOf } from './verify/source.ts'
import { checkTree, type Kept, readTree, trustedAtFirst } from './verify/tree.ts'

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
export { seatedBy, seatsBehind } from './verify/seats.ts'
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

export type Progress = (done: { readonly entries: number; readonly chain: string }) => void

/** Checks the record of one case: hashes, signatures, tree; replays it, recounts each ballot and judges it again; names the first disagreement. */
export const verify = (record: RecordExport, tools: Tools, kept: Kept = {}): Promise<Report> =>
  verifySource(sourceOf(record), tools, kept)

/** The same of a record wherever it lies; its cases one after another, or as somebody spreads them. */
export const verifySource = async (
  source: RecordSource,
  tools: Tools,
  kept: Kept = {},
  progress: Progress = () => undefined,
  outcomes: Outcomes = inTurn,
): Promise<Report> => {
  const seen = { entries: 0, cases: 0, postings: 0, comments: 0, withheld: 0, ballots: [] as JudgedBallot[] }
  const held = {
    checkpoints: (kept.checkpoints?.length ?? 0) + (kept.codes?.length ?? 0),
    key: (kept.keys?.length ?? 0) > 0,
  }
  try {
    refuseTwice(source.chains)
    refuseTwice(source.cases.map(({ proposal }) => `proposal/${proposal}`))
    const sealed = await readTree(source, kept, tools)
    const { heads } = sealed
    const read = new Set<string>()
    let unsealed = 0
    const count = (chain: ChainRead): void => {
      if (read.has(chain.name)) return
      read.add(chain.name)
      seen.entries += chain.entries
      unsealed += chain.unsealed
      progress({ entries: seen.entries, chain: chain.name })
    }
    const chainOf = chainsOf({ source, heads, tools }, count)
    const community = source.chains.includes('community') ? await chainOf('community') : []
    if (source.tree && community.length === 0) disagree({ chain: 'community', seq: 1, what: 'chain_missing' })
    const trusted = source.tree
      ? await checkTree(source, kept, sealed, community, tools)
      : trustedAtFirst(kept, community)
    if (!source.tree && held.checkpoints > 0)
      disagree({ chain: 'community', seq: 1, what: 'tail_cut', claimed: held.checkpoints, found: 0 })

    let end: string | undefined
    const said: Claims[] = []
    for await (const outcome of outcomes({ source, heads, community, tools })) {
      outcome.chains.forEach(count)
      seen.postings += outcome.seen.postings
      seen.comments += outcome.seen.comments
      seen.withheld += outcome.seen.withheld
      seen.ballots.push(...outcome.seen.ballots)
      if (outcome.disagreement) disagree(outcome.disagreement)
      end = outcome.end
      if (outcome.claims) said.push(outcome.claims)
      seen.cases += 1
    }
    if (seen.cases !== source.cases.length)
      throw new Error(`${seen.cases} of ${source.cases.length} cases were checked`)
    for (const name of source.chains) if (!read.has(name)) await chainOf(name)
    if (source.whole) refuseMissing(source, heads.keys())
    if (source.whole) checkClaims(said)
    checkSeated(community, said, source.whole)
    checkKeys(source, community, trusted)
    if (!source.whole) await checkCited(source, chainOf)
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

/** What a case's one file shows is said in one of its chains: an archive says chain by chain what it shows, and is held to it there. */
const checkCited = async (
  { cases, chains, disclosures }: RecordSource,
  chainOf: (name: string) => Promise<readonly Entry[]>,
): Promise<void> => {
  for (const { proposal } of cases) {
    const own = `proposal/${proposal}`
    const shown = await disclosures(own)
    if (shown.size === 0) continue
    const said: Entry[] = []
    for (const name of [own, ...chains.filter((one) => one !== own)])
      for (const entry of await chainOf(name)) said.push(entry)
    refuseUncited(shown, said)
  }
}

/** A chain is there once, and so is a case: of two, somebody would read the one that was not checked. */
const refuseTwice = (names: readonly string[]): void => {
  const known = new Set<string>()
  for (const chain of names) {
    if (known.has(chain)) disagree({ chain, seq: 1, what: 'out_of_place', claimed: 'twice' })
    known.add(chain)
  }
}

/** An archive has every chain of which something was sealed, and a case to every chain of a proposal. */
const refuseMissing = ({ chains, cases }: RecordSource, sealed: Iterable<string>): void => {
  const here = new Set(chains)
  for (const chain of sealed) if (!here.has(chain)) disagree({ chain, seq: 1, what: 'chain_missing' })
  const told = new Set(cases.map(({ proposal }) => `proposal/${proposal}`))
  for (const chain of chains)
    if (chain.startsWith('proposal/') && !told.has(chain)) disagree({ chain, seq: 1, what: 'chain_missing' })
}
