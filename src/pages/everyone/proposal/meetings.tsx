import { dayOf } from '../../../../workflows/rules/days.ts'
import { bodyName, motionName } from '../../../../workflows/wording.ts'
import type { ProposalMeeting } from '../../../services/views/proposal-meetings.ts'
import type { BallotLine, ProposalView } from '../../../services/views/proposals.ts'
import { BallotResult } from '../../components/ballot-result.tsx'
import { drawnOnce } from '../../components/drawn-once.tsx'
import { OutcomeTag } from '../../components/outcome-tag.tsx'
import { Empty, Section, Tag } from '../../components/small.tsx'
import { resultOf } from '../../tally.ts'
import { at, type Sight, sightOf, type Ui } from '../../ui.ts'
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
      {meetings.map((meeting) => (
        <Meeting
          ui={sightOf(ui)}
          meeting={meeting}
          ballots={view.ballots.filter((one) => one.meeting === meeting.id)}
        />
      ))}
    </Section>
  )
}

interface MeetingProps {
  readonly ui: Sight
  readonly meeting: ProposalMeeting
  readonly ballots: readonly BallotLine[]
}

const Meeting = drawnOnce(({ ui, meeting: { id, body, at: when, outcome }, ballots }: MeetingProps) => (
  <div class="meeting">
    <h3>
      <a href={at(ui, `/meetings/${id}`)}>{bodyName(body, ui.lang)}</a>{' '}
      <OutcomeTag ui={ui} on={dayOf(new Date(when))} outcome={outcome} />
    </h3>
    <p>{sayTime(when, ui.place?.today ?? '', ui.lang)}</p>
    {ballots.map((ballot) => (
      <Ballot ui={ui} ballot={ballot} />
    ))}
  </div>
))

const Ballot = ({ ui, ballot }: { readonly ui: Sight; readonly ballot: BallotLine }) => {
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
