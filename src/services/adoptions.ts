import { sql } from 'drizzle-orm'
import { uuidv7 } from 'uuidv7'
import { canonicalBytes } from '../../workflows/format/canonical.ts'
import { toHex } from '../../workflows/format/hash.ts'
import { expand } from '../../workflows/procedures/procedure.ts'
import { procedures } from '../../workflows/registry.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import type { ExpandedProcedure, Place } from '../../workflows/stages/stage.ts'
import { add, communityChain, hold, nextEntry, write } from '../record/chains.ts'
import { sha256 } from '../record/sha256.ts'
import { type Actor, act, type Engine, needs } from './act.ts'
import type { Refusal } from './refusal.ts'

export interface Adoption {
  readonly adoption: string
  readonly hash: string
  readonly expanded: ExpandedProcedure
}

/** The hash that pins an adoption: SHA-256 of its canonical JSON. */
const adoptionHash = (expanded: ExpandedProcedure): string => toHex(sha256(canonicalBytes(expanded)))

/** 启用: a community takes a procedure with every choice made. Running proposals keep what they were opened under. */
export const adopt = (
  engine: Engine,
  actor: Actor,
  cmd: { readonly procedure: string; readonly choices: Readonly<Record<string, string | number>> },
): Promise<Result<Adoption, Refusal>> =>
  act(engine, actor, async (tx, rights) => {
    const denied = needs(rights, 'clerk', 'administrator')
    if (denied) return refuse(denied)
    const procedure = procedures.get(cmd.procedure)
    const [place] = await tx.execute<{ sort: Place['sort'] | 'township'; jurisdiction: string | null }>(sql`
      select sort, jurisdiction from community where id = ${actor.community}`)
    const chain = await hold(tx, engine.clock, actor.community, communityChain)
    if (!procedure || !place || !chain) return refuse({ code: 'not_found', what: 'procedure' })
    const { sort, jurisdiction } = place
    if (sort === 'township') return refuse({ code: 'not_for_a_township' })
    const expanded = expand(procedure, cmd.choices, jurisdiction === null ? { sort } : { sort, jurisdiction })
    if (!expanded.ok) return expanded
    const adoption = uuidv7()
    const hash = adoptionHash(expanded.value)
    await tx.execute(sql`
      insert into adoption (community, id, procedure, hash, expanded, adopted_at)
      values (${actor.community}, ${adoption}, ${cmd.procedure}, ${hash}, ${JSON.stringify(expanded.value)}::text::jsonb, ${chain.at.toISOString()}::timestamptz)`)
    add(
      chain,
      nextEntry(chain, {
        kind: 'adoption.made',
        actor: actor.account,
        data: { adoption, procedure: cmd.procedure, hash },
      }),
    )
    await write(tx, engine.keys, chain)
    return ok({ adoption, hash, expanded: expanded.value })
  })
