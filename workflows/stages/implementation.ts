import { type Around, atLeast, type Gate, type Step } from './gate.ts'
import type { ImplementationStage } from './stage.ts'

export const implementationSteps = (_stage: ImplementationStage, { next }: Around): readonly Step[] => [
  { id: 'open', tags: ['progress'], ways: [{ on: 'implementation.completed', gate: 'implementation.done', to: next }] },
]

/** The newest report says complete. */
const done: Gate<ImplementationStage> = (_stage, { facts }) => [atLeast('progress-percent', facts.progress, 100)]

export const implementationGates = { 'implementation.done': done }
