import { type Around, atLeast, type Gate, has, type Step } from './gate.ts'
import type { ConsultationStage } from './stage.ts'

export const consultationSteps = (_stage: ConsultationStage, { next }: Around): readonly Step[] => [
  { id: 'open', tags: ['talks'], ways: [{ on: 'consultation.closed', gate: 'consultation.done', to: next }] },
]

/** At least one talk convened by the body named, every invited group heard, and advice written down. */
const done: Gate<ConsultationStage> = (stage, { facts }) => {
  const talks = facts.talks.filter((talk) => talk.convenedBy === stage.convenes)
  const heard = new Set(talks.flatMap((talk) => talk.heard))
  return [
    atLeast('talks-held', talks.length, 1, { convenedBy: stage.convenes }),
    ...stage.invites.map((group) => has('group-heard', heard.has(group), { group })),
    atLeast('advice-noted', facts.advice.size, 1),
  ]
}

export const consultationGates = { 'consultation.done': done }
