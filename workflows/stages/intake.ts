import { competence } from '../law/matters.ts'
import type { BodyKind } from '../law/provision.ts'
import { type Around, type Ask, dataOf, type Gate, type GateGround, has, type Step } from './gate.ts'
import type { IntakeStage } from './stage.ts'

export const intakeSteps = (_stage: IntakeStage, { next }: Around): readonly Step[] => [
  {
    id: 'open',
    tags: ['drafts'],
    ways: [
      { on: 'intake.accepted', gate: 'intake.accepts', to: next },
      { on: 'intake.refused', gate: 'free', to: { end: 'refused-at-intake' } },
    ],
  },
]

/**
 * The body must be competent for the matter; where it decides by delegation the authorisation must be on file and run, given
 * by a body that might decide the matter itself.
 */
export const competent = (body: BodyKind, matter: string, { on, place, facts }: Ask): readonly GateGround[] => {
  const { jurisdiction } = place
  const found = competence(matter, body, { day: on, jurisdiction })
  const ground: GateGround = {
    ...has('competent-body', found.decides !== 'never', {
      matter,
      body,
      ...(found.instead ? { instead: found.instead } : {}),
    }),
    cite: found.cite,
  }
  if (found.decides !== 'by-authorisation') return [ground]
  const onFile = facts.authorisations.some(
    (a) =>
      a.to === body &&
      a.matter === matter &&
      competence(matter, a.by, { day: a.decidedOn, jurisdiction }).decides === 'itself' &&
      a.decidedOn <= on &&
      on <= a.until &&
      a.filedOn <= on &&
      a.postedOn <= on,
  )
  return [ground, { ...has('authorisation-on-file', onFile, { matter, body }), cite: found.cite }]
}

const accepts: Gate<IntakeStage> = (stage, ask) => {
  const data = dataOf(ask, 'intake.accepted')
  const { facts } = ask
  return [
    has('matter-named', data !== undefined),
    ...(data ? competent(stage.decides, data.matter, ask) : []),
    ...(stage.needsDraft ? [has('first-draft', facts.draft !== undefined)] : []),
    // Sent back here on an upheld objection, it is not taken again as it was.
    ...(facts.draftAtEntry > 0
      ? [has('draft-changed-since-return', (facts.draft?.n ?? 0) > facts.draftAtEntry, { newest: facts.draft?.n ?? 0 })]
      : []),
  ]
}

export const intakeGates = { 'intake.accepts': accepts }
