import type { Day } from '../../../workflows/rules/days.ts'
import type { Sight } from '../ui.ts'
import { meetingWords } from '../words/meetings.ts'
import { Tag } from './small.tsx'

const outcomes = ['held', 'no-quorum', 'postponed'] as const

interface OutcomeProps {
  readonly ui: Sight
  readonly on: Day
  readonly outcome: string | null
}

/** Whether a meeting was held, is today, is still to be ended, or only called so far. */
export const OutcomeTag = ({ ui, on, outcome }: OutcomeProps) => {
  const w = meetingWords[ui.lang]
  const came = outcomes.find((one) => one === outcome)
  if (came !== undefined) return <Tag kind={came === 'held' ? 'good' : 'plain'}>{w[came]}</Tag>
  const today = ui.place?.today ?? on
  return <Tag>{on === today ? w.today : on < today ? w.notEnded : w.called}</Tag>
}
