import type { Lang } from '../../../workflows/wording.ts'
import type { ProposalLine } from '../../services/views/proposals.ts'
import { overviewWords } from '../words/overview.ts'

const endings = {
  closed: 'closed',
  withdrawn: 'withdrawn',
  'refused-at-intake': 'refusedAtIntake',
  rejected: 'rejected',
  unlawful: 'unlawful',
  'abandoned-without-quorum': 'abandoned',
  merged: 'merged',
  expired: 'expired',
} as const

const isEnding = (ending: string): ending is keyof typeof endings => Object.hasOwn(endings, ending)

/** Where a proposal stands, in a few words: the step it is in, or how it ended. */
export const standingWords = ({ stage, ending }: Pick<ProposalLine, 'stage' | 'ending'>, lang: Lang): string => {
  const w = overviewWords[lang]
  if (ending === null) return w.now(stage.title[lang])
  return isEnding(ending) ? w[endings[ending]] : w.ended
}
