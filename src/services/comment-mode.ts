import { sql } from 'drizzle-orm'
import type { CommentMode } from '../../workflows/format/catalogue.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { add, communityChain, hold, nextEntry, write } from '../record/chains.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import type { Refusal } from './refusal.ts'

/** Sets who may comment over the pages. What guests sent before stays, and is decided on as it was. */
export const setCommentMode = (
  engine: Engine,
  actor: Actor,
  mode: CommentMode,
): Promise<Result<{ readonly mode: CommentMode }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'administrator')
    if (denied) return refuse(denied)
    const { community, account } = actor
    const chain = await hold(tx, engine.clock, community, communityChain)
    if (!chain) return refuse({ code: 'not_found', what: 'community' })
    const [now] = await tx.execute<{ comments: string }>(sql`select comments from community where id = ${community}`)
    if (now?.comments === mode) return refuse({ code: 'mode_set_already', mode })
    add(chain, nextEntry(chain, { kind: 'comments.mode-set', actor: account, data: { mode } }))
    await write(tx, engine.keys, chain)
    await tx.execute(sql`update community set comments = ${mode} where id = ${community}`)
    return ok({ mode })
  })
