import { ok, type Result, refuse } from '../result.ts'
import type { ExpandedProcedure, Place, Stage, Title } from '../stages/stage.ts'
import { type Choice, type ChoiceFault, type ChoiceValue, choiceFaults } from './choices.ts'

/** Stages with choices still open; versioned, never edited in place. */
export interface Procedure<C extends Readonly<Record<string, Choice>> = Readonly<Record<string, Choice>>> {
  readonly id: string
  readonly version: number
  readonly title: Title
  /** The kind of community it is for. */
  readonly sort: Place['sort']
  readonly choices: C
  /** After how many days without a move an undecided case may be given up. */
  readonly expires?: (chosen: { readonly [K in keyof C]: ChoiceValue<C[K]> }) => number
  readonly stages: (chosen: { readonly [K in keyof C]: ChoiceValue<C[K]> }, place: Place) => readonly Stage[]
}

/** Gives a procedure back as it is, its stages' choices typed by the choices it asks. */
export const procedure = <const C extends Readonly<Record<string, Choice>>>(p: Procedure<C>): Procedure<C> => p

export type ExpandRefusal =
  | { readonly code: 'choices_faulty'; readonly faults: readonly ChoiceFault[] }
  | { readonly code: 'procedure_not_for_this_place'; readonly sort: Place['sort'] }

/** Makes the choices: the stages with their provisions inlined, as plain JSON for the adoption. */
export const expand = <C extends Readonly<Record<string, Choice>>>(
  p: Procedure<C>,
  made: Readonly<Record<string, string | number>>,
  place: Place,
): Result<ExpandedProcedure, ExpandRefusal> => {
  if (p.sort !== place.sort) return refuse({ code: 'procedure_not_for_this_place', sort: p.sort })
  const faults = choiceFaults(p.choices, made)
  if (faults.length > 0) return refuse({ code: 'choices_faulty', faults })
  const chosen = made as { readonly [K in keyof C]: ChoiceValue<C[K]> }
  const expiryDays = p.expires?.(chosen)
  return ok({
    format: 1,
    procedure: `${p.id}@${p.version}`,
    title: p.title,
    place,
    choices: { ...made },
    ...(expiryDays === undefined ? {} : { expiryDays }),
    stages: p.stages(chosen, place).map(plain),
  })
}

/** Leaves out what is undefined, so that the JSON hashed is the JSON kept. */
const plain = (stage: Stage): Stage => JSON.parse(JSON.stringify(stage)) as Stage
