import type { Ui } from '../ui.ts'
import { meetingWords } from '../words/meetings.ts'
import { Tag } from './small.tsx'

const outcomes = ['held', 'no-quorum', 'postponed'] as const

/** Whether a meeting was held, or only called so far. */
export const OutcomeTag = ({ ui, outcome }: { readonly ui: Ui; readonly outcome: string | null }) => {
  const came = outcomes.find((one) => one === outcome)
  return <Tag kind={came === 'held' ? 'good' : 'plain'}>{meetingWords[ui.lang][came ?? 'called']}</Tag>
}
