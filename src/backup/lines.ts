import { z } from 'zod'

/** The number of the backup's format; a change of meaning takes a new one. */
export const backupFormat = 1

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)

/** The first line: what wrote the backup, when, from which state of migrations, and what the tables are made of. */
export const manifestLine = z.strictObject({
  backup: z.literal('yishi'),
  format: z.int(),
  at: z.iso.datetime({ precision: 6 }),
  migrations: z.array(z.strictObject({ name: z.string(), sha256: hash })),
  tables: z.array(
    z.strictObject({
      name: z.string(),
      columns: z.array(z.strictObject({ name: z.string(), type: z.string() })),
    }),
  ),
})

/** What follows belongs to this community, until the next. */
export const communityLine = z.strictObject({ community: z.uuid() })
/** What follows are rows of this table, until the next. */
export const tableLine = z.strictObject({ table: z.string() })
/** An uploaded file of the community. */
export const fileLine = z.strictObject({ file: hash, content: z.base64() })

/** The last line: what should have been read by then, and the hash of every byte before it. */
export const endLine = z.strictObject({
  end: z.literal(true),
  communities: count,
  rows: z.record(z.string(), count),
  files: count,
  /** Files that were missing or changed when the backup was written. */
  absent: z.array(z.strictObject({ community: z.uuid(), file: hash })),
  sha256: hash,
})

export type Manifest = z.infer<typeof manifestLine>
export type End = z.infer<typeof endLine>

/** A row: each column as PostgreSQL writes it, or null. */
export type Row = readonly (string | null)[]

export type Line =
  | { readonly is: 'community'; readonly community: string }
  | { readonly is: 'table'; readonly table: string }
  | { readonly is: 'row'; readonly row: Row; readonly text: string }
  | { readonly is: 'file'; readonly file: string; readonly content: string }
