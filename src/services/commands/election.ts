import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { nominators, word } from '../../../workflows/format/catalogue.ts'
import { sealText } from '../../record/texts.ts'
import { command } from './command.ts'
import { id, text } from './inputs.ts'

/** What is said of an election beside its polls. */

/** A candidate is of age, and has left the committee that conducts the election. */
export const nameCandidate = command({
  kind: 'candidate.named',
  by: ['clerk'],
  input: z.strictObject({ office: word, candidate: id, by: z.enum(nominators) }),
  put: async (data, { tx, community, today }) => {
    const [person] = await tx.execute<{ adultOn: string; conducts: boolean }>(sql`
      select (p.birth + interval '18 years')::date::text as "adultOn", exists (
        select from seat s where s.community = p.community and s.person = p.id and s.body = 'election-committee'
          and s.starts_on <= ${today} and (s.ends_on is null or s.ends_on > ${today})) as conducts
      from person p where p.community = ${community} and p.id = ${data.candidate} and p.left_on is null`)
    if (!person) return { code: 'not_found', what: 'person' }
    if (person.adultOn > today) return { code: 'not_of_age', person: data.candidate, on: person.adultOn }
    return person.conducts ? { code: 'candidate_conducts_election', person: data.candidate } : { data }
  },
})

export const withdrawCandidate = command({
  kind: 'candidate.withdrawn',
  by: ['clerk'],
  input: z.strictObject({ candidate: id, reason: text }),
  put: ({ candidate, reason }) => {
    const sealed = sealText(reason)
    return { data: { candidate, reason: sealed.commitment }, texts: [sealed] }
  },
})

export const concludeElection = command({
  kind: 'election.concluded',
  by: ['clerk'],
  input: z.strictObject({ reason: text }),
  put: ({ reason }) => {
    const sealed = sealText(reason)
    return { data: { reason: sealed.commitment }, texts: [sealed] }
  },
})
