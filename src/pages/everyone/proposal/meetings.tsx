import { dayOf } from '../../../../workflows/rules/days.ts'
import { bodyName, motionName } from '../../../../workflows/wording.ts'
import type { ProposalMeeting } from '../../../services/views/proposal-meetings.ts'
import type { BallotLine, ProposalView } from '../../../services/views/proposals.ts'
import { BallotResult } from '../../components/ballot-result.tsx'
import { OutcomeTag } from '../../components/outcome-tag.tsx'
import { Empty, Section, Tag } from '../../components/small.tsx'
import { resultOf } from '../../tally.ts'
import { at, type Ui } from '../../ui.ts'
import { sayTime } from '../../words/dates.ts'
import { proposalWords } from '../../words/proposal.ts'

interface MeetingsProps {
  readonly ui: Ui
  readonly view: ProposalView
  readonly meetings: readonly ProposalMeeting[]
}

/** The meetings called for the proposal, with what was put to the vote in each and what it came to. */
export const Meetings = ({ ui, view, meetings }: MeetingsProps) => {
  const w = proposalWords[ui.lang]
  return (
    <Section id="meetings" title={w.meetings}>
      {meetings.length === 0 ? <Empty>{w.noMeetings}</Empty> : null}
      {meetings.map(({ id, body, at: when, outcome }) => (
        <div class="meeting">
          <h3>
            <a href={at(ui, `/meetings/${id}`)}>{bodyName(body, ui.lang)}</a>{' '}
            <OutcomeTag ui={ui} on={dayOf(new Date(when))} outcome={outcome} />
          </h3>
          <p>{sayTime(when, ui.place?.today ?? '', ui.lang)}</p>
          {view.ballots
            .filter(({ meeting }) => meeting === id)
            .map((ballot) => (
              <Ballot ui={ui} ballot={ballot} />
            ))}
        </div>
      ))}
    </Section>
  )
}

const Ballot = ({ ui, ballot }: { readonly ui: Ui; readonly ballot: BallotLine }) => {
  const w = proposalWords[ui.lang]
  const result = resultOf(ballot.result)
  return (
    <div class="card">
      <p>
        {w.draftNo(ballot.draft)} · {motionName(ballot.motion, ui.lang)}{' '}
        <Tag kind={ballot.carried === null ? 'plain' : ballot.carried ? 'good' : 'bad'}>
          {ballot.carried === null ? w.votingNow : ballot.carried ? `✓ ${w.carried}` : `✗ ${w.notCarried}`}
        </Tag>
      </p>
      {result ? (
        <details>
          <summary>{w.grounds}</summary>
          <BallotResult ui={ui} result={result} />
        </details>
      ) : null}
    </div>
  )
}
