import * as assert from 'uvu/assert'
import { must, type Scene } from '../../src/demo/stage.ts'
import { ed25519, signHead } from '../../src/identity/record-key.ts'
import { sha256 } from '../../src/record/sha256.ts'
import type { Engine } from '../../src/services/act.ts'
import { bytesOf, parseEntry } from '../../workflows/format/entry.ts'
import { genesis, headOf, leafOf, toHex } from '../../workflows/format/hash.ts'
import type { Procedures } from '../../workflows/verify/adopted.ts'
import { type ExportedChain, type RecordExport, type Report, verify } from '../../workflows/verify.ts'

/** Checks a record by the procedures that there are, or by those of an installation that has others. */
export const check = (record: RecordExport, procedures?: Procedures): Promise<Report> =>
  verify(record, { sha256, ed25519, ...(procedures ? { procedures } : {}) })

/** A proposal's record as it is exported passes the verifier. */
export const verifies = async (scene: Scene, proposal: string): Promise<void> => {
  const record = (await must((await scene.clerk()).get(`${proposal}/export`), 'export')) as unknown as RecordExport
  const report = await check(record)
  assert.is(report.ok, true, JSON.stringify(report))
}

/** The proposal's own chain in an export. */
export const caseChain = ({ chains, proposal }: RecordExport): ExportedChain => {
  const found = chains.find(({ name }) => name === `proposal/${proposal}`)
  if (!found) throw new Error('the export has no chain of its proposal')
  return found
}

/** The export as it would be without its tree: what chains alone show of a change. */
const withoutTree = ({ tree: _, ...record }: RecordExport): RecordExport => record

/** The export with one of its chains changed and nothing else made to fit. */
export const withChain = (
  record: RecordExport,
  name: string,
  change: (entries: ExportedChain['entries']) => ExportedChain['entries'],
): RecordExport => ({
  ...withoutTree(record),
  chains: record.chains.map((chain) => (chain.name === name ? { ...chain, entries: change(chain.entries) } : chain)),
})

type Loose = { seq: number; kind: string; data: Record<string, unknown> }

/**
 * The export as an operator with the record key could forge it: entries changed, numbered anew, chained anew and signed.
 * Only the rules themselves can find it out.
 */
export const forged = async (
  record: RecordExport,
  keys: Engine['keys'],
  name: string,
  change: (entries: Loose[]) => Loose[],
): Promise<RecordExport> => {
  const encoder = new TextEncoder()
  const chains: ExportedChain[] = []
  for (const chain of record.chains) {
    if (chain.name !== name) {
      chains.push(chain)
      continue
    }
    const loose = chain.entries.map(
      ({ bytes }) => structuredClone(parseEntry(encoder.encode(bytes))) as unknown as Loose,
    )
    let head: Uint8Array = genesis
    const entries = change(loose).map((entry, index) => {
      const bytes = bytesOf({ ...entry, seq: index + 1 } as never)
      head = headOf(sha256, head, leafOf(sha256, bytes))
      return { bytes: new TextDecoder().decode(bytes), head: toHex(head) }
    })
    const at = new Date(0).toISOString()
    const signedHead = await signHead(keys, {
      community: record.community,
      chain: name,
      seq: entries.length,
      head: toHex(head),
      at,
    })
    chains.push({ name, entries, signedHead })
  }
  return { ...withoutTree(record), chains }
}
