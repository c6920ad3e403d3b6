import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { command } from './command.ts'
import { id } from './inputs.ts'

/** 撤回意见: whoever made a comment takes it back while it hangs and before it is dealt with; that it was made stays on the record. */
export const withdrawOwn = command({
  kind: 'comment.withdrawn',
  by: ['resident'],
  input: z.strictObject({ comment: id }),
  put: async ({ comment }, { tx, community, rights }) => {
    const [own] = await tx.execute(sql`
      select 1 from comment where community = ${community} and id = ${comment} and author = ${rights.person ?? null}::uuid`)
    return own ? { data: { comment } } : { code: 'not_found', what: 'comment' }
  },
  project: async ({ data }, { tx, community, held }) => {
    await tx.execute(sql`
      update comment set admitted = false, withdrawn_at = ${held.chain.at.toISOString()}::timestamptz
      where community = ${community} and id = ${data.comment}`)
  },
})
