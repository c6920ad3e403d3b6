import { provisionsOn } from '../law/in-force.ts'
import type { Provision } from '../law/provision.ts'
import type { Day } from '../rules/days.ts'
import type { DecisionStage, ElectionStage } from './stage.ts'

/** A stage for which a body is called. */
export type CalledStage = DecisionStage | ElectionStage

/** The law on this body as it stands on a day, with the province's additions. */
export const lawOn = (stage: CalledStage, day: Day, matter?: string): readonly Provision[] =>
  provisionsOn(stage.law, {
    body: stage.body,
    day,
    ...(matter === undefined ? {} : { matter }),
    ...(stage.mode ? { mode: stage.mode } : {}),
    ...(jurisdictionOf(stage) ? { jurisdiction: jurisdictionOf(stage) } : {}),
  })

const jurisdictionOf = (stage: CalledStage): string | undefined =>
  stage.law.find((provision) => provision.jurisdiction !== undefined)?.jurisdiction
