import { randomInt, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import type { VoteOption } from '../../workflows/format/catalogue.ts'

export interface SecretChoice {
  readonly choice: VoteOption
  /** The groups of its voter that the rule counts apart. */
  readonly groups: string[]
}

/** What the phones chose in a secret ballot, in the order of ids that mean nothing. */
export const secretChoicesOf = (tx: Tx, community: string, ballot: string): Promise<readonly SecretChoice[]> =>
  tx.execute<SecretChoice & Record<string, unknown>>(sql`
    select choice, groups from secret_choice where community = ${community} and ballot = ${ballot} order by id`)

/** Writes the choices of a secret ballot anew, in shuffled order and under new ids: what lies there tells nothing of the casting. */
export const rewriteShuffled = async (tx: Tx, community: string, ballot: string): Promise<void> => {
  const rows = await tx.execute<SecretChoice & Record<string, unknown>>(sql`
    delete from secret_choice where community = ${community} and ballot = ${ballot} returning choice, groups`)
  const anew = shuffled(rows).map(({ choice, groups }) => ({ id: randomUUID(), choice, groups }))
  await tx.execute(sql`
    insert into secret_choice (community, ballot, id, choice, groups)
    select ${community}::uuid, ${ballot}::uuid, id, choice, groups
    from jsonb_to_recordset(${JSON.stringify(anew)}::text::jsonb) as r(id uuid, choice text, groups text[])`)
}

/** Fisher and Yates, by random numbers that nobody can foretell. */
const shuffled = <T>(list: readonly T[]): readonly T[] => {
  const cards = [...list]
  for (let last = cards.length - 1; last > 0; last -= 1) {
    const drawn = randomInt(last + 1)
    const [a, b] = [cards[last], cards[drawn]]
    if (a !== undefined && b !== undefined) {
      cards[last] = b
      cards[drawn] = a
    }
  }
  return cards
}
