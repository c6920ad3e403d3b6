import { type Around, type Gate, has, noneLeft, type Step } from './gate.ts'
import type { DraftingStage } from './stage.ts'

export const draftingSteps = (_stage: DraftingStage, { next }: Around): readonly Step[] => [
  { id: 'open', tags: ['drafts'], ways: [{ on: 'drafting.closed', gate: 'drafting.done', to: next }] },
]

/** A draft written since the case came here, naming each advice as followed or left, and approved where the procedure asks it. */
const done: Gate<DraftingStage> = (stage, { facts }) => [
  has('draft-written-here', (facts.draft?.n ?? 0) > facts.draftAtEntry, { newest: facts.draft?.n ?? 0 }),
  noneLeft('advice-unnamed', [...facts.advice.values()].filter((named) => !named).length),
  ...(stage.approvedBy
    ? [has('draft-approved', facts.draft?.approvedBy === stage.approvedBy, { by: stage.approvedBy })]
    : []),
]

export const draftingGates = { 'drafting.done': done }
