import type { Entry } from './format/entry.ts'
import { checkAttested, checkKeys } from './verify/attested.ts'
import { readChain, type Tools } from './verify/chains.ts'
import { type Disagreement, Disagrees } from './verify/disagreement.ts'
import type { RecordExport } from './verify/export.ts'
import { type JudgedBallot, replay } from './verify/replay.ts'

export type { SignedHead } from './format/signed-head.ts'
export type { Tools } from './verify/chains.ts'
export type { Disagreement } from './verify/disagreement.ts'
export { type ExportedChain, type RecordExport, recordExport } from './verify/export.ts'
export { proxiesIn } from './verify/polls.ts'
export {
  ballotBase,
  countIn,
  listRoot,
  type Members,
  rollOf,
  rollStated,
} from './verify/roll.ts'

export interface Report {
  readonly ok: boolean
  readonly disagreement?: Disagreement
  readonly entries: number
  readonly ballots: readonly JudgedBallot[]
  /** Choices that the export does not open: counted as cast, not recounted. */
  readonly withheld: number
  readonly end?: string
}

/** Checks hashes and signatures, replays the case, recounts each ballot and judges it again; names the first disagreement. */
export const verify = async (record: RecordExport, tools: Tools): Promise<Report> => {
  const seen = { entries: 0, withheld: 0, ballots: [] as JudgedBallot[] }
  try {
    const chains = new Map<string, readonly Entry[]>()
    for (const chain of record.chains) {
      const entries = await readChain(record.community, chain, tools)
      chains.set(chain.name, entries)
      seen.entries += entries.length
    }
    const end = replay(record, chains, tools.sha256, seen)
    checkAttested(chains)
    checkKeys(record, chains)
    return { ok: true, ...seen, ...(end === undefined ? {} : { end }) }
  } catch (error) {
    if (error instanceof Disagrees) return { ok: false, disagreement: error.disagreement, ...seen }
    throw error
  }
}
