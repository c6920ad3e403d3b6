import type { JWK } from 'jose'
import { parseEntry } from '../../workflows/format/entry.ts'
import { jwksOf } from '../identity/keys.ts'

/** The entries in which a community's own chain announces its record keys. */
export const announcements = `
  select convert_from(bytes, 'UTF8') as bytes from entry
  where community = current_community() and chain = 'community' and kind = 'key.published' order by seq`

const saysSo = '"kind":"key.published"'
const encoder = new TextEncoder()

/**
 * The public keys that a community's record is checked with: those that these entries of its chain announce, and no others. A
 * key that signed before the community was founded is not among them; one of which the private half is long destroyed is.
 */
export const announcedIn = (entries: Iterable<{ readonly bytes: string }>): { keys: JWK[] } => {
  const keys: { readonly kid: string; readonly x: string }[] = []
  for (const { bytes } of entries) {
    const entry = bytes.includes(saysSo) ? parseEntry(encoder.encode(bytes)) : undefined
    if (entry?.kind === 'key.published') keys.push(entry.data)
  }
  return jwksOf(keys)
}
