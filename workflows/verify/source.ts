import type { Letters } from '../format/glance.ts'
import type { CommittedAt } from '../format/hash.ts'
import type { ExpandedProcedure } from '../stages/stage.ts'
import type { ExportedChain, RecordExport } from './export.ts'

/** A head that was sealed: a leaf of the community's tree. */
export interface SealedHead {
  readonly chain: string
  readonly seq: number
  /** In hex. */
  readonly head: string
}

/** An entry as it is written down: its bytes, also as text, and the head after it in hex. */
export interface WrittenEntry {
  readonly bytes: Uint8Array
  readonly text: string
  readonly head: string
  /** Among which letters it lies, if it does: its head from one place on, itself from another to before a third. */
  readonly among?: Letters
  readonly at?: number
  readonly from?: number
  readonly to?: number
}

/** A text that is shown, with its salt in hex; or where both lie. */
export type Shown = ({ readonly salt: string } | { readonly lies: CommittedAt }) & {
  readonly text: string
  /** True once it was found to fit the commitment that it is kept under. */
  fits?: boolean
  /** True once an entry was met that commits to it. */
  cited?: boolean
}

/** What is shown, by commitment. */
export type Disclosures = ReadonlyMap<string, Shown>

type Some<T> = Iterable<T> | AsyncIterable<T>

/** A record wherever it lies: in one file of a case, or in the archive of a whole community; read piece by piece. */
export interface RecordSource {
  readonly community: string
  /** Public record keys. */
  readonly keys: { readonly keys: readonly unknown[] }
  readonly cases: readonly { readonly proposal: string; readonly adoption: () => Promise<ExpandedProcedure> }[]
  /** The names of the chains that are here. */
  readonly chains: readonly string[]
  /** True where every chain of the community is said to be here. */
  readonly whole: boolean
  /** As many at a time as come together. */
  readonly entries: (chain: string) => Some<readonly WrittenEntry[]>
  /** Every signed head of a chain that is here, in order; the last is of its end. */
  readonly signedHeads: (chain: string) => Promise<readonly string[]>
  /** What is shown of the texts and votes that a chain commits to. */
  readonly disclosures: (chain: string) => Promise<Disclosures>
  /** The tree's leaves in order, and the checkpoints that were signed over it, oldest first; nothing in exports from before there were any. */
  readonly tree: { readonly leaves: Some<SealedHead>; readonly checkpoints: readonly string[] } | undefined
}

/** The record of one case in one file. */
export const sourceOf = (record: RecordExport): RecordSource => {
  const chains = new Map(record.chains.map((chain) => [chain.name, chain]))
  const disclosures = new Map(Object.entries(record.disclosures).map(([one, { salt, text }]) => [one, { salt, text }]))
  return {
    community: record.community,
    keys: record.keys,
    cases: [{ proposal: record.proposal, adoption: async () => record.adoption }],
    chains: record.chains.map(({ name }) => name),
    whole: false,
    entries: (name) => [(chains.get(name)?.entries ?? []).map(written)],
    signedHeads: async (name) => {
      const { signedHeads = [], signedHead = '' } = chains.get(name) ?? {}
      return [...signedHeads, signedHead]
    },
    disclosures: async () => disclosures,
    tree: record.tree,
  }
}

const encoder = new TextEncoder()

const written = ({ bytes: text, head }: ExportedChain['entries'][number]): WrittenEntry => ({
  bytes: encoder.encode(text),
  text,
  head,
})
