import type { Actor } from '../../src/services/act.ts'
import { perform } from '../../src/services/commands/command.ts'
import { sealedKinds } from '../../src/services/commands/events.ts'
import type { Result } from '../../workflows/result.ts'
import { addDays, dayOf } from '../../workflows/rules/days.ts'
import type { Village } from './engine.ts'
import type { Reference } from './reference.ts'

/** The case that a play is about, the village it is in, and two other cases: one that goes on, and one of the assembly's. */
export type Played = {
  readonly village: Village
  readonly proposal: string
  readonly begins: Date
  /** A case in which this one may end. */
  readonly sister: string
  /** A case by which the assembly has revoked what the representatives resolved. */
  readonly higher: string
}

export type Answer = Result<unknown, { readonly code: string }>

/**
 * One move of a play: what the reference says will come of it, a code or `ok`, the real thing, and what then holds in the
 * reference. `holds` runs only when it succeeded.
 */
export type Move = {
  readonly name: string
  readonly expect: (r: Reference) => string
  readonly real: (played: Played, r: Reference) => Promise<Answer>
  readonly holds: (r: Reference, value: never) => void
}

/** A move was taken: it stands on the chain, and the case is not dormant. */
export const moved = (r: Reference): void => {
  r.entries += 1
  r.movedDay = r.day
}

export const move = <V>(m: {
  readonly name: string
  readonly expect: (r: Reference) => string
  readonly real: (played: Played, r: Reference) => Promise<Result<V, { readonly code: string }>>
  readonly holds: (r: Reference, value: V) => void
}): Move => m

export const instantOf = ({ begins }: Played, day: number): Date => new Date(begins.getTime() + day * 86_400_000)
export const dayName = (played: Played, day: number): string => addDays(dayOf(played.begins), day)

/** What a running case says of a move that belongs to some steps only. */
export const inSteps = (r: Reference, steps: readonly string[], open: () => boolean): string => {
  if (r.end !== undefined) return 'case_ended'
  if (!steps.includes(r.step)) return 'not_in_this_step'
  return open() ? 'ok' : 'gate_closed'
}

/** An event of the proposal by the clerk, or by another. */
export const event = (
  type: string,
  input: (played: Played, r: Reference) => object,
  by: (village: Village) => Actor = ({ clerk }) => clerk,
) => {
  return (played: Played, r: Reference): Promise<Answer> => {
    const command = sealedKinds.find(({ kind }) => kind === type)
    if (!command) throw new Error(`no event ${type}`)
    const { village, proposal } = played
    return perform(village.engine, by(village), proposal, command, command.input.parse(input(played, r)))
  }
}

/** Nobody's id. */
export const nobody = '00000000-0000-4000-8000-000000000000'

export const reason = () => ({ reason: '理由' })
