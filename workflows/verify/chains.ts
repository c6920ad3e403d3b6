import { canonicalText } from '../format/canonical.ts'
import { type Entry, parseEntry } from '../format/entry.ts'
import { entryAmong, entryAtAGlance } from '../format/glance.ts'
import { genesis, headsAlong, isHexAt, isHexOf, type Sha256, toHex } from '../format/hash.ts'
import type { Ed25519, SignedHead } from '../format/signed-head.ts'
import type { Procedures } from './adopted.ts'
import { disagree, disagreeAt } from './disagreement.ts'
import type { RecordSource, WrittenEntry } from './source.ts'

/** The entries of an export by the name of their chain, once each chain agrees with itself. */
export type Chains = ReadonlyMap<string, readonly Entry[]>

/** What the verifier is handed: the hash, the check of a signature, and the procedures of an installation that has others. */
export interface Tools {
  readonly sha256: Sha256
  readonly ed25519: Ed25519
  readonly procedures?: Procedures
}

/** What was sealed of a chain, by entry number. */
export type SealedHeads = ReadonlyMap<number, string>
type OpenHead = (jws: string) => Promise<SignedHead | undefined>

/** The entries of a chain that was read, with the head after each in hex: who cites one is held to it without hashing it again. */
interface ReadEntries extends ReadonlyArray<Entry> {
  readonly heads: readonly string[]
}

/** The head of a chain after so many entries; undefined where it has not so many. */
export const headAfter = (entries: readonly Entry[] | ReadEntries, seq: number): string | undefined =>
  'heads' in entries ? entries.heads[seq - 1] : undefined

/** Reads a chain from its bytes, each entry in its place, every sealed head met, up to the signed head. */
export const readChain = async (
  source: RecordSource,
  name: string,
  sealed: SealedHeads | undefined,
  { sha256 }: Tools,
  openHead: OpenHead,
): Promise<readonly Entry[]> => {
  const { community } = source
  const headAfterNext = headsAlong(sha256)
  let head = genesis
  let last = ''
  const heads: string[] = []
  const entries = Object.assign<Entry[], Pick<ReadEntries, 'heads'>>([], { heads })
  for await (const some of source.entries(name))
    for (const written of some) {
      const { bytes, head: claimed, among, at = 0, from = 0, to = 0 } = written
      const seq = entries.length + 1
      head = headAfterNext(bytes)
      const fits = among ? isHexAt(among.bytes, at, head) : isHexOf(claimed, head)
      if (!fits) disagree({ chain: name, seq, what: 'head_wrong', claimed, found: toHex(head) })
      const was = sealed?.get(seq)
      if (was !== undefined && was !== claimed) {
        const place = (await firstWrong(source, name, seq, openHead)) ?? { chain: name, seq }
        disagree({ ...place, what: 'sealed_head_wrong', claimed: was, found: claimed })
      }
      const seen = among ? entryAmong(among, from, to) : entryAtAGlance(bytes, written.text)
      const entry = seen ?? readInFull(name, seq, written)
      const { recordedAt } = entry
      // The one before is in its place, and mostly says so in the very same texts.
      const { chain: here, community: ours } = entries.at(-1) ?? { chain: name, community }
      if (entry.chain !== here || entry.seq !== seq || entry.community !== ours)
        disagree({ chain: name, seq, kind: entry.kind, what: 'out_of_place', claimed: `${entry.chain}#${entry.seq}` })
      if (recordedAt < last) disagreeAt(entry, 'time_runs_back', { claimed: recordedAt })
      last = recordedAt
      entries.push(entry)
      heads.push(claimed)
    }
  const length = entries.length
  const beyond = sealed && [...sealed.keys()].find((seq) => seq > length)
  if (beyond !== undefined) disagree({ chain: name, seq: length, what: 'tail_cut', claimed: beyond, found: length })
  const signed = await openHead((await source.signedHeads(name)).at(-1) ?? '')
  const stands =
    signed?.community === community && signed.chain === name && signed.seq === length && signed.head === toHex(head)
  if (!stands)
    disagree({
      ...((await firstWrong(source, name, length, openHead)) ?? { chain: name, seq: length }),
      what: 'signature_wrong',
      claimed: signed ?? 'no valid signature',
      found: toHex(head),
    })
  return entries
}

/**
 * The entry of a chain that was changed though every hash after it was made to fit: the first after the last signed head that
 * still fits. Undefined where all of them do.
 */
export const firstWrong = async (
  source: RecordSource,
  chain: string,
  until: number,
  openHead: OpenHead,
): Promise<{ readonly chain: string; readonly seq: number } | undefined> => {
  const heads: string[] = []
  for await (const some of source.entries(chain)) for (const { head } of some) heads.push(head)
  let agreed = 0
  for (const jws of await source.signedHeads(chain)) {
    const signed = await openHead(jws)
    if (signed?.chain !== chain || signed.community !== source.community || signed.seq > until) continue
    if (heads[signed.seq - 1] !== signed.head) return { chain, seq: agreed + 1 }
    agreed = signed.seq
  }
  return undefined
}

/** Takes an entry apart, and holds its bytes to their one form. */
const readInFull = (chain: string, seq: number, { bytes, text }: WrittenEntry): Entry => {
  const entry = read(chain, seq, bytes)
  if (canonicalText(entry) !== text) disagree({ chain, seq, kind: entry.kind, what: 'bytes_not_canonical' })
  return entry
}

const read = (chain: string, seq: number, bytes: Uint8Array): Entry => {
  try {
    return parseEntry(bytes)
  } catch (error) {
    const found = error instanceof Error ? error.message.slice(0, 300) : 'unreadable'
    return disagree({ chain, seq, what: 'entry_unreadable', found })
  }
}
