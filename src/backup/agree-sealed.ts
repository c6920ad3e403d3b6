import { commitmentOf } from '../../workflows/format/hash.ts'
import { openIdNumber, sealIdNumber } from '../identity/id-number.ts'
import type { Keys } from '../identity/keys.ts'
import { sha256 } from '../record/sha256.ts'
import { disagree } from './disagreement.ts'
import { rowsOf } from './rows.ts'
import type { Asked } from './tables.ts'

interface TextRow {
  readonly commitment: string
  readonly salt: Uint8Array
  readonly text: string
}

/** Every name and text that has not been erased is the one that its commitment stands for. Answers how many there are. */
export const agreeOnTexts = async (tx: Asked, community: string): Promise<number> => {
  let texts = 0
  const query =
    'select commitment, salt, text from disclosure where community = current_community() and erased_at is null'
  for await (const rows of rowsOf<TextRow>(tx, query))
    for (const { commitment, salt, text } of rows) {
      texts += 1
      if (commitmentOf(sha256, new Uint8Array(salt), text) === commitment) continue
      const entry = await citing(tx, commitment)
      disagree(community, entry ?? { table: 'disclosure', row: commitment }, 'disclosure_wrong')
    }
  return texts
}

/** The first entry that holds a commitment; names of people stand in none. */
const citing = async (tx: Asked, commitment: string) => {
  const [entry] = await tx.unsafe<{ chain: string; seq: number; kind: string }[]>(
    `select chain, seq, kind from entry
      where community = current_community() and position(convert_to($1, 'UTF8') in bytes) > 0 order by recorded_at, chain, seq limit 1`,
    [commitment],
  )
  return entry
}

interface PersonRow {
  readonly id: string
  readonly sealed: Uint8Array
  readonly hash: string
  readonly last: string
}

/** Every ID number opens with the installation's keys and is the one that its keyed hash finds. */
export const agreeOnIdNumbers = async (tx: Asked, keys: Keys, community: string): Promise<void> => {
  const query = `
    select id, id_sealed as sealed, id_hash as hash, id_last_four as last from person where community = current_community()`
  for await (const rows of rowsOf<PersonRow>(tx, query))
    for (const { id, sealed, hash, last } of rows) {
      const number = opened(new Uint8Array(sealed), keys, community)
      const again = number === undefined ? undefined : sealIdNumber(number, keys, community)
      if (again?.hash !== hash || again.lastFour !== last)
        disagree(community, { table: 'person', row: id }, 'id_number_wrong')
    }
}

const opened = (sealed: Uint8Array, keys: Keys, community: string): string | undefined => {
  try {
    return openIdNumber(sealed, keys, community)
  } catch {
    return undefined
  }
}
