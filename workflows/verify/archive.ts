import { z } from 'zod'
import type { ExpandedProcedure } from '../stages/stage.ts'
import type { RecordSource, SealedHead, WrittenEntry } from './source.ts'
import { type Lying, linesOf, openZip, ZipUnreadable } from './zip.ts'

/** What an archive's first file says of the others. */
export interface ArchiveIndex {
  readonly format: 1
  readonly community: string
  /** Each case with the hash of the procedure that it follows. */
  readonly cases: readonly { readonly proposal: string; readonly adoption: string }[]
  readonly chains: readonly string[]
  readonly keys: { readonly keys: readonly unknown[] }
}

const index: z.ZodType<ArchiveIndex> = z.object({
  format: z.literal(1),
  community: z.string(),
  cases: z.array(z.object({ proposal: z.string(), adoption: z.string() })),
  chains: z.array(z.string()),
  keys: z.object({ keys: z.array(z.unknown()) }),
})
const shown = z.object({ commitment: z.string(), salt: z.string(), text: z.string() })
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

/** A record in a ZIP, read where it lies. */
export const sourceIn = async (zip: Lying): Promise<RecordSource> => {
  const files = await openZip(zip)
  const lines = async function* (name: string): AsyncGenerator<string> {
    const file = files.get(name)
    if (file) yield* linesOf(zip, file)
  }
  const text = async (name: string): Promise<string> => {
    if (!files.has(name)) throw new ZipUnreadable(`${name} is missing`)
    return (await all(lines(name))).join('\n')
  }
  const { community, cases, chains, keys } = index.parse(JSON.parse(await text(archived.index)))
  const checkpoints = (await all(lines(archived.checkpoints))).map((line) => z.string().parse(JSON.parse(line)))
  return {
    community,
    keys,
    cases: cases.map(({ proposal, adoption }) => ({
      proposal,
      adoption: async () => JSON.parse(await text(archived.adoption(adoption))) as ExpandedProcedure,
    })),
    chains,
    whole: true,
    entries: (name) => written(lines(archived.chain(name))),
    signedHeads: (name) => all(lines(archived.signedHeads(name))),
    disclosures: async (name) => {
      const found: Record<string, { readonly salt: string; readonly text: string }> = {}
      for await (const line of lines(archived.shown(name))) {
        const { commitment, salt, text } = shown.parse(JSON.parse(line))
        found[commitment] = { salt, text }
      }
      return found
    },
    tree: { leaves: sealed(lines(archived.leaves)), checkpoints },
  }
}

const all = async <T>(some: AsyncIterable<T>): Promise<readonly T[]> => {
  const list: T[] = []
  for await (const one of some) list.push(one)
  return list
}

const headLength = 64

async function* written(lines: AsyncIterable<string>): AsyncGenerator<WrittenEntry> {
  for await (const line of lines) yield { head: line.slice(0, headLength), bytes: line.slice(headLength + 1) }
}

async function* sealed(lines: AsyncIterable<string>): AsyncGenerator<SealedHead> {
  for await (const line of lines) yield leaf.parse(JSON.parse(line))
}
