import { z } from 'zod'
import type { ExpandedProcedure } from '../stages/stage.ts'

/** A case's record as it leaves the system: its chain, the meetings' and the community's, and what may be shown of the texts. */
export interface RecordExport {
  readonly format: 1
  readonly community: string
  readonly proposal: string
  readonly adoption: ExpandedProcedure
  readonly chains: readonly ExportedChain[]
  /** Salts (hex) and texts by commitment; what was erased or is withheld is not there. */
  readonly disclosures: Readonly<Record<string, { readonly salt: string; readonly text: string }>>
  /** Public record keys. */
  readonly keys: { readonly keys: readonly unknown[] }
  /** Every head of the community that was sealed, in order, and the checkpoints signed over them, oldest first. */
  readonly tree?:
    | {
        readonly leaves: readonly { readonly chain: string; readonly seq: number; readonly head: string }[]
        readonly checkpoints: readonly string[]
      }
    | undefined
}

export interface ExportedChain {
  readonly name: string
  /** Each entry's bytes as UTF-8 text, and the head after it in hex. */
  readonly entries: readonly { readonly bytes: string; readonly head: string }[]
  /** The newest signed head, compact JWS. */
  readonly signedHead: string
  /** Those signed before it, in order: they tell which entry was changed. */
  readonly signedHeads?: readonly string[] | undefined
}

/**
 * The shape of an export in a file, as much of it as the verifier reads without looking. A field that it compares is its
 * own to judge: the adoption by its hash, the entries by their heads.
 */
export const recordExport: z.ZodType<RecordExport> = z.object({
  format: z.literal(1),
  community: z.string(),
  proposal: z.string(),
  adoption: z.custom<ExpandedProcedure>((made) => typeof made === 'object' && made !== null && !Array.isArray(made)),
  chains: z.array(
    z.object({
      name: z.string(),
      entries: z.array(z.object({ bytes: z.string(), head: z.string() })),
      signedHead: z.string(),
      signedHeads: z.array(z.string()).optional(),
    }),
  ),
  disclosures: z.record(z.string(), z.object({ salt: z.string(), text: z.string() })),
  keys: z.object({ keys: z.array(z.unknown()) }),
  tree: z
    .object({
      leaves: z.array(z.object({ chain: z.string(), seq: z.int(), head: z.string() })),
      checkpoints: z.array(z.string()),
    })
    .optional(),
})
