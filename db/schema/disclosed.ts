import { and, eq, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

type Row = { readonly community: AnyPgColumn }

/** Joins the text that a row's commitment stands for, in the row's own community. */
export const standsFor = (
  text: Row & { readonly commitment: AnyPgColumn },
  row: Row,
  commitment: AnyPgColumn,
): SQL | undefined => and(eq(text.community, row.community), eq(text.commitment, commitment))
