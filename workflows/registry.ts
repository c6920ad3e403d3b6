import { collectiveDecision } from './procedures/collective-decision.ts'
import { ownersDecision } from './procedures/owners-decision.ts'
import type { Procedure } from './procedures/procedure.ts'
import { residentsElection } from './procedures/residents-election.ts'
import { residentsRecall } from './procedures/residents-recall.ts'
import { sixStep } from './procedures/six-step.ts'
import { threeReviews } from './procedures/three-reviews.ts'
import { villageElection } from './procedures/village-election.ts'
import { villageRecall } from './procedures/village-recall.ts'

/** Every procedure by `id@version`. A version is never edited: a change is a new one beside it. */
export const procedures: ReadonlyMap<string, Procedure> = new Map(
  (
    [
      sixStep,
      threeReviews,
      villageElection,
      villageRecall,
      residentsElection,
      residentsRecall,
      ownersDecision,
      collectiveDecision,
    ] as unknown as readonly Procedure[]
  ).map((p) => [`${p.id}@${p.version}`, p]),
)
