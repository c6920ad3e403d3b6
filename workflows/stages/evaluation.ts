import { daysBetween } from '../rules/days.ts'
import { type Around, atLeast, type Gate, type Step } from './gate.ts'
import type { EvaluationStage } from './stage.ts'

export const evaluationSteps = (_stage: EvaluationStage, { next }: Around): readonly Step[] => [
  { id: 'open', tags: ['ratings'], ways: [{ on: 'evaluation.closed', gate: 'evaluation.done', to: next }] },
]

/** Residents have had their days to rate what was done. */
const done: Gate<EvaluationStage> = (stage, { facts, on }) => [
  atLeast('rating-days', daysBetween(facts.enteredOn, on), stage.days, { ratings: facts.raters.size }),
]

export const evaluationGates = { 'evaluation.done': done }
