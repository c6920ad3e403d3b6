import { sql } from 'drizzle-orm'
import type { Tx } from '../../db/within.ts'
import { type Case, openCase } from '../../workflows/case.ts'
import type { ExpandedProcedure } from '../../workflows/stages/stage.ts'
import { entriesOf, proposalChain } from '../record/chains.ts'
import { RecordDisagrees, replayOn, stateOf } from './cases.ts'

/** A case as its record told it up to a head of its chain: what that head stands for cannot change any more. */
interface Known {
  readonly seq: number
  readonly head: string
  readonly case: Case
}

interface Standing extends Record<string, unknown> {
  readonly hash: string
  /** What the chain's head was where the known case stands. */
  readonly then: string | null
  readonly state: unknown
  readonly seq: number
  readonly head: string
}

/** So many entries in all that the cases kept were replayed from; some dozen megabytes. */
const atMost = 50_000
const known = new Map<string, Known>()
const replaying = new Map<string, Promise<Known>>()

const keep = (name: string, one: Known): void => {
  known.delete(name)
  known.set(name, one)
  let entries = 0
  for (const [kept, { seq }] of [...known].reverse()) {
    entries += seq
    if (entries > atMost && kept !== name) known.delete(kept)
  }
}

/** What was known of the case, taken on by what was entered since; from the first entry where nothing was. */
const replay = async (
  tx: Tx,
  community: string,
  proposal: string,
  { hash, seq, head, after }: Standing & { readonly after: Known | undefined },
): Promise<Known> => {
  const entries = await entriesOf(tx, community, proposalChain(proposal), { after: after?.seq ?? 0, upTo: seq })
  if (after) return { seq, head, case: replayOn({ ...after.case, facts: structuredClone(after.case.facts) }, entries) }
  const [row] = await tx.execute<{ expanded: ExpandedProcedure }>(sql`
    select a.expanded from proposal p join adoption a on (a.community, a.id) = (p.community, p.adoption)
    where p.community = ${community} and p.id = ${proposal}`)
  if (!row) throw new RecordDisagrees(`proposal ${proposal} has no adoption`)
  return { seq, head, case: replayOn(openCase(hash, row.expanded), entries) }
}

/**
 * A case to look at and not to take on: as `loadCase`, but what this process has replayed before is not replayed again. The database is
 * asked each time for the head of its chain, and what is kept is known by that head.
 */
export const knownCase = async (tx: Tx, community: string, proposal: string): Promise<Case | undefined> => {
  const name = `${community}/${proposal}`
  const kept = known.get(name)
  const [row] = await tx.execute<Standing>(sql`
    select a.hash, p.state, c.seq, encode(c.head, 'hex') as head, (select encode(e.head, 'hex') from entry e
      where e.community = c.community and e.chain = c.name and e.seq = ${kept?.seq ?? 0}) as then
    from proposal p
    join adoption a on (a.community, a.id) = (p.community, p.adoption)
    join chain c on c.community = p.community and c.name = ${proposalChain(proposal)}
    where p.community = ${community} and p.id = ${proposal}`)
  if (!row) return undefined
  const after = kept?.head === row.then ? kept : undefined
  const found =
    after?.head === row.head
      ? after
      : await together(`${name}/${row.head}`, () => replay(tx, community, proposal, { ...row, after }))
  if (found.seq >= (known.get(name)?.seq ?? 0) || after === undefined) keep(name, found)
  if (JSON.stringify(stateOf(found.case)) !== JSON.stringify(row.state))
    throw new RecordDisagrees(`the stored state of proposal ${proposal} is not what its record comes to`)
  return found.case
}

/** Whoever asks for the same while it is replayed waits for it. */
const together = (key: string, fn: () => Promise<Known>): Promise<Known> => {
  const under = replaying.get(key)
  if (under) return under
  const mine = fn().finally(() => replaying.delete(key))
  replaying.set(key, mine)
  return mine
}
