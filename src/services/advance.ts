import type { Tx } from '../../db/within.ts'
import { type Case, follow, standing } from '../../workflows/case.ts'
import type { DataOf, KindOf } from '../../workflows/format/catalogue.ts'
import type { Attested, Entry } from '../../workflows/format/entry.ts'
import type { Day } from '../../workflows/rules/days.ts'
import type { GateGround } from '../../workflows/stages/gate.ts'
import { add, type HeldChain, hold, nextEntry, proposalChain, write } from '../record/chains.ts'
import { disclose, type SealedText } from '../record/texts.ts'
import type { Actor, Engine } from './act.ts'
import { loadCase, storeCase } from './cases.ts'
import type { Refusal } from './refusal.ts'

/** A proposal whose chain this transaction holds, replayed up to now. */
export interface HeldCase {
  readonly proposal: string
  readonly chain: HeldChain
  readonly case: Case
}

/** Takes a proposal's chain and replays it; refuses where there is none. */
export const holdCase = async (
  tx: Tx,
  { clock }: Engine,
  community: string,
  proposal: string,
): Promise<HeldCase | Refusal> => {
  const chain = await hold(tx, clock, community, proposalChain(proposal))
  const loaded = chain && (await loadCase(tx, community, proposal))
  return chain && loaded ? { proposal, chain, case: loaded } : { code: 'not_found', what: 'proposal' }
}

export const isRefusal = (value: object): value is Refusal => 'code' in value

/** When something on paper happened, and who stands for it beside whoever entered it. */
export interface OnPaper {
  readonly occurredOn?: Day | undefined
  readonly attested?: Attested | undefined
}

/** Puts an entry to the case: through its gate and onto the held chain, or refused with every ground. Nothing is written yet. */
export const say = <K extends KindOf<'proposal'>>(
  held: HeldCase,
  actor: Pick<Actor, 'account'>,
  kind: K,
  data: DataOf<K>,
  paper: OnPaper = {},
): { readonly entry: Entry } | Refusal => {
  const entry = nextEntry(held.chain, { kind, data, actor: actor.account, ...paper })
  const refusal = follow(held.case, entry)
  if (refusal) return refusal
  add(held.chain, entry)
  return { entry }
}

/** Refuses an entry on grounds that only a service can look at, as its gate would. */
export const closed = (held: HeldCase, move: KindOf<'proposal'>, grounds: readonly GateGround[]): Refusal => {
  const position = standing(held.case)
  if ('end' in position) return { code: 'case_ended', end: position.end }
  return { code: 'gate_closed', move, stage: position.stage, step: position.step, grounds }
}

/** Writes what was said: texts, entries, the case's new standing. Answers the signed head. */
export const settle = async (
  tx: Tx,
  { keys }: Engine,
  held: HeldCase,
  texts: readonly SealedText[] = [],
): Promise<string | undefined> => {
  const { chain, proposal } = held
  await disclose(tx, chain.community, texts)
  const signed = await write(tx, keys, chain)
  await storeCase(tx, chain.community, proposal, held.case, chain.at)
  return signed
}
