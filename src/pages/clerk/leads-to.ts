import type { To } from '../../../workflows/stages/gate.ts'
import type { Lang } from '../../../workflows/wording.ts'
import type { CaseAtHand } from '../../services/views/case-at-hand.ts'
import { standingWords } from '../components/standing.ts'
import { clerkWords } from '../words/clerk.ts'

/** Where a move leads, in words: the step that follows, or how the case ends. */
export const leadsTo = (to: To, { stages, stage }: Pick<CaseAtHand, 'stages' | 'stage'>, lang: Lang): string => {
  if ('step' in to) return clerkWords[lang].sameStep
  if ('end' in to) return standingWords({ stage, ending: to.end }, lang)
  return stages.find(({ id }) => id === to.stage)?.title[lang] ?? to.stage
}
