import type { Lang } from '../../../workflows/wording.ts'
import { caseEndName } from '../../../workflows/wording-desk.ts'
import type { ProposalLine } from '../../services/views/proposals.ts'
import { overviewWords } from '../words/overview.ts'

/** Where a proposal stands, in a few words: the step it is in, or how it ended. */
export const standingWords = ({ stage, ending }: Pick<ProposalLine, 'stage' | 'ending'>, lang: Lang): string => {
  if (ending === null) return overviewWords[lang].now(stage.title[lang])
  const name = caseEndName(ending, lang)
  return name.charAt(0).toUpperCase() + name.slice(1)
}
