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

/** The public halves of the record's keys, and nothing of the private ones. */
export const recordKeys = z.strictObject({
  keys: z.array(
    z.strictObject({
      kty: z.literal('OKP'),
      crv: z.literal('Ed25519'),
      x: z.string(),
      kid: z.string(),
      use: z.literal('sig').optional(),
      alg: z.literal('EdDSA').optional(),
    }),
  ),
})

/**
 * The shape of an export in a file, with nothing besides. A field that the verifier compares is its own to judge: the adoption by
 * its hash, the entries by their heads.
 */
export const recordExport: z.ZodType<RecordExport> = z.strictObject({
  format: z.literal(1),
  community: z.string(),
  proposal: z.string(),
  adoption: z.custom<ExpandedProcedure>((made) => typeof made === 'object' && made !== null && !Array.isArray(made)),
  chains: z.array(
    z.strictObject({
      name: z.string(),
      entries: z.array(z.strictObject({ bytes: z.string(), head: z.string() })),
      signedHead: z.string(),
      signedHeads: z.array(z.string()).optional(),
    }),
  ),
  disclosures: z.record(z.string(), z.strictObject({ salt: z.string(), text: z.string() })),
  keys: recordKeys,
  tree: z
    .strictObject({
      leaves: z.array(z.strictObject({ chain: z.string(), seq: z.int(), head: z.string() })),
      checkpoints: z.array(z.string()),
    })
    .optional(),
})
