import { sql } from 'drizzle-orm'
import type { Tx } from '../../../db/within.ts'
import { type SmallElectorate, secrecyPromise, smallElectorateWarning, smallIn } from '../../../workflows/secrecy.ts'

type Words = { readonly zh: string; readonly en: string }

export interface Secrecy {
  /** What is promised and what is not. */
  readonly promise: Words
  /** Where few vote, or few of a group that is counted apart. */
  readonly warning: (SmallElectorate & Words) | null
}

/** What a secret ballot says of itself. */
export const secrecyOf = async (
  tx: Tx,
  community: string,
  ballot: string,
  apart: readonly string[],
): Promise<Secrecy> => {
  const voters = await tx.execute<{ groups: string[] }>(sql`
    select r.groups from voter v join roll_entry r on (r.community, r.roll, r.person) = (v.community, v.roll, v.person)
    where v.community = ${community} and v.ballot = ${ballot}`)
  const small = smallIn(voters, apart)
  return { promise: secrecyPromise, warning: small ? { ...small, ...smallElectorateWarning } : null }
}
