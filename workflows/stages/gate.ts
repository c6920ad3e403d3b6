import type { Facts } from '../facts.ts'
import type { DataOf, FactTag, Motion, MoveKind } from '../format/catalogue.ts'
import type { Day } from '../rules/days.ts'
import type { Test } from '../rules/types.ts'
import type { End, Place, Stage } from './stage.ts'

/**
 * One thing that a gate looks at, with its numbers: `have` of `of` where `need` would do. A condition that is simply
 * there or not counts 1 of 1; a rest that must be gone needs 0. `code` is stable; `detail` holds days, bodies and the like.
 */
export interface GateGround {
  readonly code: string
  readonly have: number
  readonly need: number
  readonly of?: number
  readonly met: boolean
  readonly test?: Test
  /** The provision or own rule that asks it. */
  readonly cite?: string
  readonly detail?: Readonly<Record<string, string | number | boolean | readonly string[]>>
}

/** What is put to a gate: the instant, what happened on which day, and the move's data (absent while somebody only looks). */
export interface Ask {
  readonly at: string
  readonly on: Day
  readonly move: MoveKind
  readonly data?: unknown
  readonly facts: Facts
  readonly place: Place
  /** Days without a move after which the case may expire; absent where it never does. */
  readonly expiryDays?: number
  /** How often the body has been called in vain for this stage. */
  readonly missed: number
}

/** The data of the move asked for, or undefined while somebody only looks. */
export const dataOf = <K extends MoveKind>(ask: Ask, kind: K): DataOf<K> | undefined =>
  ask.move === kind ? (ask.data as DataOf<K> | undefined) : undefined

/** A gate answers with every ground, also the met ones; it is open when all are met. */
export type Gate<S extends Stage = Stage> = (stage: S, ask: Ask) => readonly GateGround[]

/** Where a move leads. */
export type To = { readonly step: string } | { readonly stage: string } | { readonly end: End }

/** A move open in a step: through which gate, and where to. */
export interface Way {
  readonly on: MoveKind
  readonly gate: string
  readonly to: To
  /** For the close of a ballot: the way taken when this motion was carried. */
  readonly carried?: Motion
  /** True where taking it counts as a call in vain. */
  readonly counts?: true
}

/** A state within a stage: which facts it takes and which moves leave it. */
export interface Step {
  readonly id: string
  readonly tags: readonly FactTag[]
  readonly ways: readonly Way[]
}

/** What surrounds a stage in its procedure. */
export interface Around {
  /** Where the case goes when the stage is done. */
  readonly next: To
  readonly stages: readonly Stage[]
}

/** Something that must be there. */
export const has = (code: string, there: boolean, detail?: GateGround['detail']): GateGround => ({
  code,
  have: there ? 1 : 0,
  need: 1,
  met: there,
  ...(detail === undefined ? {} : { detail }),
})

/** At least so many. */
export const atLeast = (code: string, have: number, need: number, detail?: GateGround['detail']): GateGround => ({
  code,
  have,
  need,
  met: have >= need,
  ...(detail === undefined ? {} : { detail }),
})

/** At most so many. */
export const atMost = (code: string, have: number, need: number): GateGround => ({
  code,
  have,
  need,
  met: have <= need,
})

/** Just so many. */
export const exactly = (code: string, have: number, need: number): GateGround => ({
  code,
  have,
  need,
  met: have === need,
})

/** None may be left. */
export const noneLeft = (code: string, left: number, detail?: GateGround['detail']): GateGround => ({
  code,
  have: left,
  need: 0,
  met: left === 0,
  ...(detail === undefined ? {} : { detail }),
})

export const allMet = (grounds: readonly GateGround[]): boolean => grounds.every((ground) => ground.met)
