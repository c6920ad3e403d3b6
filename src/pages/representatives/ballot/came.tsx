import type { BallotView } from '../../../services/views/meetings.ts'
import { BallotResult } from '../../components/ballot-result.tsx'
import { Notice } from '../../components/notice.tsx'
import { Section, Tag } from '../../components/small.tsx'
import { resultOf } from '../../tally.ts'
import type { Ui } from '../../ui.ts'
import { ballotWords } from '../../words/ballot.ts'

/** While a ballot is open, how many have voted and never how; once closed, what it came to. */
export const Came = ({ ui, ballot }: { readonly ui: Ui; readonly ballot: BallotView }) => {
  const w = ballotWords[ui.lang]
  const { open, carried, voided, votes, mayVote } = ballot
  if (open) return <p>{w.turnout(votes, mayVote)}</p>
  const result = resultOf(ballot.result)
  return (
    <Section title={w.result}>
      {voided ? (
        <Notice kind="problem">
          <p>{w.voided}</p>
        </Notice>
      ) : (
        <p>
          <Tag kind={carried ? 'good' : 'bad'}>{carried ? `✓ ${w.carried}` : `✗ ${w.notCarried}`}</Tag>{' '}
          {w.turnout(votes, mayVote)}
        </p>
      )}
      {result ? <BallotResult ui={ui} result={result} /> : null}
    </Section>
  )
}
