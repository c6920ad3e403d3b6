import { sql } from 'drizzle-orm'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { has } from '../../workflows/stages/gate.ts'
import { sealText } from '../record/texts.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import { closed, holdCase, isRefusal, say, settle } from './advance.ts'
import type { Refusal } from './refusal.ts'

/** 并案: one proposal ends in another, which takes its topics; both until their deciding ballots open. */
export const mergeProposal = (
  engine: Engine,
  actor: Actor,
  proposal: string,
  cmd: { readonly into: string; readonly reason: string },
): Promise<Result<{ readonly proposal: string; readonly into: string; readonly topics: number }, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk')
    if (denied) return refuse(denied)
    const { community } = actor
    if (cmd.into === proposal) return refuse({ code: 'merged_with_itself' })
    // Two merges at once take the two chains in one order.
    const [first, second] = [proposal, cmd.into].sort()
    const one = await holdCase(tx, engine, community, first ?? proposal)
    if (isRefusal(one)) return refuse(one)
    const other = await holdCase(tx, engine, community, second ?? cmd.into)
    if (isRefusal(other)) return refuse(other)
    const [from, into] = one.proposal === proposal ? [one, other] : [other, one]
    if (into.case.facts.decisionOpened)
      return refuse(closed(into, 'proposal.merged', [has('ballot-not-yet-opened', false)]))
    const taken = say(into, actor, 'proposal.absorbed', { from: proposal })
    if (isRefusal(taken)) return refuse(taken)
    const reason = sealText(cmd.reason)
    const merged = say(from, actor, 'proposal.merged', { into: cmd.into, reason: reason.commitment })
    if (isRefusal(merged)) return refuse(merged)

    await settle(tx, engine, from, [reason])
    await settle(tx, engine, into)
    await tx.execute(sql`
      update posting set closed_at = ${from.chain.at.toISOString()}::timestamptz
      where community = ${community} and proposal = ${proposal} and closed_at is null`)
    const topics = await tx.execute(sql`
      update topic set proposal = ${cmd.into} where community = ${community} and proposal = ${proposal} returning id`)
    return ok({ proposal, into: cmd.into, topics: topics.length })
  })
