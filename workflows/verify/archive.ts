import { z } from 'zod'
import { fitting, hexOf, plainUntil } from '../format/fitting.ts'
import { type Letters, viewOf } from '../format/glance.ts'
import { type CommittedAt, committedAtMost } from '../format/hash.ts'
import type { ExpandedProcedure } from '../stages/stage.ts'
import { refuseStrays } from './archive-names.ts'
import { readAsWritten } from './as-written.ts'
import { recordKeys } from './export.ts'
import type { RecordSource, SealedHead, Shown, WrittenEntry } from './source.ts'
import { eachLine, type Lines, type Lying, lineIn, linesOf, openZip, readAhead, ZipUnreadable } from './zip.ts'

/** What an archive's first file says of the others. */
export interface ArchiveIndex {
  readonly format: 1
  readonly community: string
  /** Each case with the hash of the procedure that it follows. */
  readonly cases: readonly { readonly proposal: string; readonly adoption: string }[]
  readonly chains: readonly string[]
  readonly keys: { readonly keys: readonly unknown[] }
}

const index: z.ZodType<ArchiveIndex> = z.strictObject({
  format: z.literal(1),
  community: z.string(),
  cases: z.array(z.strictObject({ proposal: z.string(), adoption: z.string() })),
  chains: z.array(z.string()),
  keys: recordKeys,
})
const shown = z.object({ commitment: z.string(), salt: z.string(), text: z.string() })
/** A leaf as it is mostly written. */
const plainLeaf = /^\{"chain":"([a-z]+(?:\/[0-9a-f-]{36})?)","head":"([0-9a-f]{64})","seq":([1-9]\d{0,14})\}$/
const leaf = z.object({ chain: z.string(), seq: z.int(), head: z.string() })

/** Where things lie in an archive; the format's README tells what is in them. */
export const archived = {
  index: 'record.json',
  leaves: 'tree/leaves.txt',
  checkpoints: 'tree/checkpoints.jsonl',
  adoption: (hash: string) => `adoptions/${hash}.json`,
  chain: (name: string) => `chains/${name.replace('/', '~')}.txt`,
  signedHeads: (name: string) => `heads/${name.replace('/', '~')}.txt`,
  shown: (name: string) => `shown/${name.replace('/', '~')}.jsonl`,
} as const

/** The files of a record. */
const filesOf = ({ cases, chains }: Pick<ArchiveIndex, 'cases' | 'chains'>): ReadonlySet<string> =>
  new Set([
    archived.index,
    archived.leaves,
    archived.checkpoints,
    ...cases.map(({ adoption }) => archived.adoption(adoption)),
    ...chains.flatMap((name) => [archived.chain(name), archived.signedHeads(name), archived.shown(name)]),
  ])

/** A record in a ZIP, read where it lies. */
export const sourceIn = async (file: Lying): Promise<RecordSource> => {
  const zip = readAhead(file)
  const files = await openZip(zip)
  const lines = (name: string): AsyncIterable<Lines> => linesOf(zip, files.get(name))
  const texts = async (name: string): Promise<readonly string[]> => {
    const list: (readonly string[])[] = []
    for await (const some of lines(name)) list.push(eachLine(some, (from, to) => lineIn(some, from, to)))
    return list.flat()
  }
  const text = async (name: string): Promise<string> => {
    if (!files.has(name)) throw new ZipUnreadable(`${name} is missing`)
    return (await texts(name)).join('\n')
  }
  const { community, cases, chains, keys } = index.parse(readAsWritten(await text(archived.index)))
  refuseStrays(files.keys(), filesOf({ cases, chains }))
  const checkpoints = (await texts(archived.checkpoints)).map((line) => {
    const note = z.string().parse(JSON.parse(line))
    asWritten(line, JSON.stringify(note))
    return note
  })
  const adoptions = new Map<string, ExpandedProcedure>()
  const adoptionOf = async (hash: string): Promise<ExpandedProcedure> => {
    const adoption = adoptions.get(hash) ?? (readAsWritten(await text(archived.adoption(hash))) as ExpandedProcedure)
    if (adoptions.size >= adoptionsKept) adoptions.clear()
    adoptions.set(hash, adoption)
    return adoption
  }
  return {
    community,
    keys,
    cases: cases.map(({ proposal, adoption }) => ({ proposal, adoption: () => adoptionOf(adoption) })),
    chains,
    whole: true,
    entries: (name) => written(lines(archived.chain(name))),
    signedHeads: (name) => texts(archived.signedHeads(name)),
    disclosures: async (name) => {
      const found = new Map<string, Shown>()
      // One text a commitment: of two there, a reader might believe the other.
      const show = (commitment: string, shown: Shown): void => {
        const before = found.size
        if (found.set(commitment, shown).size === before) shown.fits = false
      }
      for await (const some of lines(archived.shown(name))) {
        const view = viewOf(some.bytes)
        eachLine(some, (from, to) => {
          const [line, lies] = [lineIn(some, from, to), plainlyShown(view, some.bytes, from, to)]
          if (lies) return show(line.slice(commitmentAt, commitmentEnds), { lies, text: line.slice(textAt, -2) })
          const { commitment, salt, text } = shown.parse(JSON.parse(line))
          asWritten(line, JSON.stringify({ commitment, salt, text }))
          return show(commitment, { salt, text })
        })
      }
      return found
    },
    tree: { leaves: sealed(lines(archived.leaves)), checkpoints },
  }
}

const [beforeCommitment, beforeSalt, beforeText] = ['{"commitment":"', '","salt":"', '","text":"']
const commitmentAt = beforeCommitment.length
const commitmentEnds = commitmentAt + 64
const saltAt = commitmentEnds + beforeSalt.length
const untilText = fitting(`${beforeCommitment}${hexOf(64)}${beforeSalt}${hexOf(32)}${beforeText}`)
const textAt = untilText.length
const behindText = '"}'

/** Where things lie in the line of a text in plain letters that is shown, as it is mostly written. */
const plainlyShown = (view: DataView, bytes: Uint8Array, from: number, to: number): CommittedAt | undefined => {
  const text = from + textAt
  const length = to - behindText.length - text
  if (length < 0 || length > committedAtMost || !untilText.fit(view, from)) return undefined
  const ends = plainUntil(bytes, text)
  if (ends !== text + length || bytes[ends] !== 0x22 || bytes[ends + 1] !== 0x7d) return undefined
  return { bytes, commitment: from + commitmentAt, salt: from + saltAt, text, length }
}

/** Communities have few, and each case asks for its own. */
const adoptionsKept = 20
const headLength = 64
const space = 0x20

async function* written(lines: AsyncIterable<Lines>): AsyncGenerator<readonly WrittenEntry[]> {
  for await (const some of lines) {
    const { bytes, text } = some
    const among = text.length === bytes.length ? { bytes, text, view: viewOf(bytes) } : undefined
    yield eachLine(some, (at, to) => {
      // What stands there in place of the space is of the entry, and then no hash fits.
      const behind = Math.min(at + headLength, to)
      const from = behind < to && bytes[behind] === space ? behind + 1 : behind
      if (among) return new EntryAmong(among, at, from, to)
      // A head that is no hex may take more bytes than letters: it fits no hash, wherever it is cut.
      const line = lineIn(some, at, to)
      const begins = headLength + (line[headLength] === ' ' ? 1 : 0)
      return { head: line.slice(0, headLength), bytes: bytes.subarray(from, to), text: line.slice(begins) }
    })
  }
}

/** An entry among plain letters, cut when it is asked for. */
class EntryAmong implements WrittenEntry {
  readonly among: Letters
  readonly at: number
  readonly from: number
  readonly to: number
  constructor(among: Letters, at: number, from: number, to: number) {
    this.among = among
    this.at = at
    this.from = from
    this.to = to
  }
  get head(): string {
    return this.among.text.slice(this.at, Math.min(this.at + headLength, this.to))
  }
  get bytes(): Uint8Array {
    return this.among.bytes.subarray(this.from, this.to)
  }
  get text(): string {
    return this.among.text.slice(this.from, this.to)
  }
}

async function* sealed(lines: AsyncIterable<Lines>): AsyncGenerator<SealedHead> {
  for await (const some of lines)
    yield* eachLine(some, (from, to) => {
      const line = lineIn(some, from, to)
      const [, chain, head, seq] = plainLeaf.exec(line) ?? []
      if (chain !== undefined && head !== undefined) return { chain, head, seq: Number(seq) }
      const read = leaf.parse(JSON.parse(line))
      asWritten(line, `{"chain":"${read.chain}","head":"${read.head}","seq":${read.seq}}`)
      return read
    })
}

/** A line has one form: what is in it twice, or besides, would be read by somebody and checked by nobody. */
const asWritten = (line: string, written: string): void => {
  if (line !== written) throw new ZipUnreadable(`a line is not as it is written: ${line.slice(0, 200)}`)
}
