import { sql } from 'drizzle-orm'
import { within } from '../../db/within.ts'
import { openFacts } from '../../workflows/case.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { followLookup } from '../identity/follow-code.ts'
import { type Actor, act, type Engine } from './act.ts'
import { holdCase, isRefusal } from './advance.ts'
import { performIn } from './commands/command.ts'
import { withdrawOwn } from './commands/withdrawal.ts'
import { fateOf } from './guest-comments.ts'
import type { Refusal } from './refusal.ts'

/** Somebody takes back a comment of their own; another's is not there. */
export const withdrawComment = (
  engine: Engine,
  actor: Actor,
  comment: string,
): Promise<Result<{ readonly comment: string }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const { community } = actor
    if (rights.person === undefined) return refuse({ code: 'forbidden', needs: ['resident'] })
    const [own] = await tx.execute<{ proposal: string; open: boolean }>(sql`
      select o.proposal, (o.closed_at is null) as open
      from comment c join posting o on (o.community, o.id) = (c.community, c.posting)
      where c.community = ${community} and c.id = ${comment} and c.author = ${rights.person}::uuid`)
    if (!own) return refuse({ code: 'not_found', what: 'comment' })
    if (!own.open) return refuse({ code: 'hangs_no_more' })
    const done = await performIn(tx, engine, { community, rights }, own.proposal, withdrawOwn, { comment })
    return done.ok ? ok({ comment }) : done
  })

/** A guest takes back, by the code, what the office has not decided on yet: it never comes onto the record. */
export const withdrawGuestComment = (
  engine: Engine,
  community: string,
  code: string,
): Promise<Result<{ readonly withdrawn: true }, Refusal>> =>
  within(engine.db, community, async (tx) => {
    const lookup = followLookup(engine.keys, code)
    const [sent] = await tx.execute<{ id: string; posting: string; proposal: string }>(sql`
      select g.id, g.posting, o.proposal from guest_comment g join posting o on (o.community, o.id) = (g.community, g.posting)
      where g.community = ${community} and g.code = ${lookup}`)
    if (!sent) return refuse({ code: 'not_found', what: 'comment' })
    // The office decides under the same lock.
    const held = await holdCase(tx, engine, community, sent.proposal)
    if (isRefusal(held)) return refuse(held)
    const fate = await fateOf(tx, community, sent.id)
    if (fate === 'decided') return refuse({ code: 'guest_comment_decided' })
    // Taken back once more, perhaps because the first answer was lost, it is taken back.
    if (fate === 'withdrawn') return ok({ withdrawn: true })
    const hangs = openFacts(held.case).includes('comment.withdrawn') && held.case.facts.posting?.id === sent.posting
    if (!hangs) return refuse({ code: 'hangs_no_more' })
    await tx.execute(sql`
      update guest_comment set withdrawn_at = ${held.chain.at.toISOString()}::timestamptz
      where community = ${community} and id = ${sent.id}`)
    return ok({ withdrawn: true })
  })
