import { sql } from 'drizzle-orm'
import { stageOf } from '../../../workflows/case.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { addDays, dayOf } from '../../../workflows/rules/days.ts'
import { type Actor, act, type Engine } from '../act.ts'
import { loadCase } from '../cases.ts'
import type { Refusal } from '../refusal.ts'

/** What a proposal asks of one resident, or leaves to them. */
export interface OwnPart {
  /** Theirs to withdraw, as long as it may be. */
  readonly proposes: boolean
  /** How far they are with rating what was done; null where nothing is rated now. */
  readonly rating: 'to-give' | 'given' | null
  /** Their objections that may be taken to the office above: left past the term, or turned down. */
  readonly above: readonly string[]
}

/** A resident's own part in a proposal; nothing for accounts that are nobody's on the roster. */
export const ownPart = (engine: Engine, actor: Actor, proposal: string): Promise<Result<OwnPart, Refusal>> =>
  act(engine, actor, async (tx, { person }) => {
    if (person === undefined) return ok<OwnPart>({ proposes: false, rating: null, above: [] })
    const { community } = actor
    const c = await loadCase(tx, community, proposal)
    if (!c) return refuse({ code: 'not_found', what: 'proposal' })
    const [row] = await tx.execute<{ proposer: string | null; ended: boolean }>(sql`
      select proposer, (ending is not null) as ended from proposal where community = ${community} and id = ${proposal}`)
    const own = await tx.execute<{ id: string }>(sql`
      select c.id from comment c join posting o on (o.community, o.id) = (c.community, c.posting)
      where c.community = ${community} and o.proposal = ${proposal} and o.closed_at is null
        and c.objection and c.admitted and c.author = ${person} order by c.id`)
    const stage = stageOf(c)
    const term = stage.kind === 'posting' ? (stage.objections?.days ?? 0) : 0
    const today = dayOf(await engine.clock(tx, undefined))
    const rates = row?.ended === false && stage.kind === 'evaluation'
    return ok({
      proposes: row?.proposer === person,
      rating: rates ? (c.facts.raters.has(person) ? 'given' : 'to-give') : null,
      above: own.flatMap(({ id }) => {
        const said = c.facts.comments.get(id)
        if (!said || said.escalated !== undefined || said.upheld === true) return []
        return said.upheld === false || today > addDays(said.receivedOn, term) ? [id] : []
      }),
    })
  })
