import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { command } from './command.ts'
import { id, notYet } from './inputs.ts'

/** Cites a discussion of the party organisation that the community's record holds already. */
export const citeDiscussion = command({
  kind: 'party-discussion.filed',
  by: ['clerk'],
  input: z.strictObject({ discussion: id }),
  put: async ({ discussion }, { tx, community, today }) => {
    const [known] = await tx.execute<{ heldOn: string; agreed: boolean; text: string }>(sql`
      select held_on::text as "heldOn", agreed, text from discussion where community = ${community} and id = ${discussion}`)
    if (!known) return { code: 'not_found', what: 'discussion' }
    const future = notYet(today, known.heldOn)
    return future ?? { data: { ...known, discussion }, occurredOn: known.heldOn }
  },
})
