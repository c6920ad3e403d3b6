import { z } from 'zod'
import type { ExpandedProcedure } from '../stages/stage.ts'
import { refuseStrays } from './archive-names.ts'
import { readAsWritten } from './as-written.ts'
import { recordKeys } from './export.ts'
import type { RecordSource, SealedHead, Shown, WrittenEntry } from './source.ts'
import { eachLine, type Lines, type Lying, linesOf, openZip, readAhead, ZipUnreadable } from './zip.ts'

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
/** A text of plain letters that is shown, as it is mostly written. */
const plainly = /^\{"commitment":"([0-9a-f]{64})","salt":"([0-9a-f]{32})","text":"([ !#-[\]-~]*)"\}$/
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
  const lines = async function* (name: string): AsyncGenerator<Lines> {
    const file = files.get(name)
    if (file) yield* linesOf(zip, file)
  }
  const texts = async (name: string): Promise<readonly string[]> => {
    const list: (readonly string[])[] = []
    for await (const some of lines(name)) list.push(eachLine(some, (line) => line))
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
      const show = (commitment: string, salt: string, text: string): void => {
        const [before, shown]: [number, Shown] = [found.size, { salt, text }]
        if (found.set(commitment, shown).size === before) shown.fits = false
      }
      for await (const some of lines(archived.shown(name)))
        eachLine(some, (line) => {
          const [, commitment, salt, text] = plainly.exec(line) ?? []
          if (commitment !== undefined && salt !== undefined && text !== undefined) return show(commitment, salt, text)
          const read = shown.parse(JSON.parse(line))
          asWritten(line, JSON.stringify({ commitment: read.commitment, salt: read.salt, text: read.text }))
          return show(read.commitment, read.salt, read.text)
        })
      return found
    },
    tree: { leaves: sealed(lines(archived.leaves)), checkpoints },
  }
}

/** Communities have few, and each case asks for its own. */
const adoptionsKept = 20
const headLength = 64

async function* written(lines: AsyncIterable<Lines>): AsyncGenerator<readonly WrittenEntry[]> {
  for await (const some of lines)
    yield eachLine(some, (line, bytes, from, to) => {
      // What stands there in place of the space is of the entry, and then no hash fits.
      const begins = headLength + (line[headLength] === ' ' ? 1 : 0)
      return {
        head: line.slice(0, headLength),
        bytes: bytes.subarray(Math.min(from + begins, to), to),
        text: line.slice(begins),
        among: bytes,
        at: from,
      }
    })
}

async function* sealed(lines: AsyncIterable<Lines>): AsyncGenerator<SealedHead> {
  for await (const some of lines)
    yield* eachLine(some, (line) => {
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
