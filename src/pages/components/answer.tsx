import type { Ui } from '../ui.ts'
import { proposalWords } from '../words/proposal.ts'
import { Tag } from './small.tsx'

interface AnswerProps {
  readonly ui: Ui
  readonly answer: string | null
  readonly upheld: boolean | null
  readonly reason: string | null
}

const answers = ['adopted', 'partly', 'not-adopted'] as const

/** What was answered to a comment, or decided on an objection, with the reason. */
export const Answer = ({ ui, answer, upheld, reason }: AnswerProps) => {
  const w = proposalWords[ui.lang]
  const given = answers.find((one) => one === answer)
  const decided = upheld === null ? undefined : upheld ? w.upheld : w.notUpheld
  if (given === undefined && decided === undefined) return <p class="small">{w.unanswered}</p>
  return (
    <p class="answer">
      <strong>{w.answered}:</strong> <Tag>{decided ?? (given ? w[given] : '')}</Tag>{' '}
      <span class="text">{reason ?? ''}</span>
    </p>
  )
}
