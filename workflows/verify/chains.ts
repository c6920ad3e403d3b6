import { bytesOf, type Entry, parseEntry } from '../format/entry.ts'
import { genesis, headOf, leafOf, type Sha256, toHex } from '../format/hash.ts'
import type { SignedHead } from '../format/signed-head.ts'
import { disagree, disagreeAt } from './disagreement.ts'
import type { ExportedChain } from './export.ts'

/** The entries of an export by the name of their chain, once each chain agrees with itself. */
export type Chains = ReadonlyMap<string, readonly Entry[]>

/** What the verifier is handed: the hash, and the check of a signature against the export's keys. */
export interface Tools {
  readonly sha256: Sha256
  readonly openHead: (jws: string) => Promise<SignedHead | undefined>
}

const encoder = new TextEncoder()

/** Reads a chain from its bytes, each entry in its place, up to the signed head. */
export const readChain = async (
  community: string,
  { name, entries: written, signedHead }: ExportedChain,
  { sha256, openHead }: Tools,
): Promise<readonly Entry[]> => {
  let head = genesis
  let last = ''
  const entries: Entry[] = []
  for (const [index, { bytes: text, head: claimed }] of written.entries()) {
    const seq = index + 1
    const bytes = encoder.encode(text)
    head = headOf(sha256, head, leafOf(sha256, bytes))
    if (toHex(head) !== claimed) disagree({ chain: name, seq, what: 'head_wrong', claimed, found: toHex(head) })
    const entry = read(name, seq, bytes)
    const { kind, recordedAt } = entry
    if (toHex(bytesOf(entry)) !== toHex(bytes)) disagree({ chain: name, seq, kind, what: 'bytes_not_canonical' })
    if (entry.chain !== name || entry.seq !== seq || entry.community !== community)
      disagree({ chain: name, seq, kind, what: 'out_of_place', claimed: `${entry.chain}#${entry.seq}` })
    if (recordedAt < last) disagreeAt(entry, 'time_runs_back', { claimed: recordedAt })
    last = recordedAt
    entries.push(entry)
  }
  const signed = await openHead(signedHead)
  const fits =
    signed?.community === community &&
    signed.chain === name &&
    signed.seq === entries.length &&
    signed.head === toHex(head)
  if (!fits)
    disagree({
      chain: name,
      seq: entries.length,
      what: 'signature_wrong',
      claimed: signed ?? 'no valid signature',
      found: toHex(head),
    })
  return entries
}

const read = (chain: string, seq: number, bytes: Uint8Array): Entry => {
  try {
    return parseEntry(bytes)
  } catch (error) {
    const found = error instanceof Error ? error.message.slice(0, 300) : 'unreadable'
    return disagree({ chain, seq, what: 'entry_unreadable', found })
  }
}
