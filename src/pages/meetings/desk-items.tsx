import { motionName } from '../../../workflows/wording.ts'
import type { DeskItem, DeskView } from '../../services/views/desk.ts'
import type { MeetingSheet } from '../../services/views/meeting-sheet.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Section, Tag } from '../components/small.tsx'
import { at, type Ui } from '../ui.ts'
import { meetingDeskWords } from '../words/meeting-desk.ts'
import { ItemResults } from './item-results.tsx'

interface ItemsProps {
  readonly ui: Ui
  readonly desk: DeskView
  readonly sheet: MeetingSheet
  /** Whether the meeting has ended: then nothing is put any more. */
  readonly over: boolean
}

/** The agenda on the table: what may be put to the vote, what is open, and what came of it. */
export const DeskItems = ({ ui, desk, sheet, over }: ItemsProps) => {
  const w = meetingDeskWords[ui.lang]
  return (
    <Section title={w.items}>
      <ol class="cards">
        {desk.items.map((item) => (
          <Item ui={ui} meeting={desk.meeting} item={item} sheet={sheet} over={over} />
        ))}
      </ol>
    </Section>
  )
}

interface ItemProps {
  readonly ui: Ui
  readonly meeting: string
  readonly item: DeskItem
  readonly sheet: MeetingSheet
  readonly over: boolean
}

const Item = ({ ui, meeting, item, sheet, over }: ItemProps) => {
  const w = meetingDeskWords[ui.lang]
  // What is open is told by what is done with it.
  const closed = {
    ...sheet,
    ballots: sheet.ballots.filter(({ open }) => !open),
    polls: sheet.polls.filter(({ open }) => !open),
  }
  const told = sheet.items.find(({ proposal }) => proposal === item.proposal)
  return (
    <li>
      <h3>
        {told?.number}. {item.title ?? w.untitled}
      </h3>
      <p>
        {told?.stage[ui.lang]} {item.recused > 0 ? <Tag>{w.recused(item.recused)}</Tag> : null}
      </p>
      {item.whatIf && item.ballot === null && !over ? (
        <p>
          <strong>{w.whatIf}:</strong>
          {item.whatIf.said[ui.lang]}
        </p>
      ) : null}
      {over ? null : <Doing ui={ui} meeting={meeting} item={item} />}
      <ItemResults ui={ui} proposal={item.proposal} sheet={closed} />
    </li>
  )
}

const Doing = ({ ui, meeting, item }: Omit<ItemProps, 'sheet' | 'over'>) => {
  const w = meetingDeskWords[ui.lang]
  const { ballot, poll, next, proposal } = item
  if (ballot)
    return (
      <>
        <p>
          {motionName(ballot.motion, ui.lang)} · <strong>{w.voted(ballot.voted, ballot.mayVote)}</strong>
        </p>
        <Buttons>
          <LinkButton href={at(ui, `/ballots/${ballot.ballot}/desk`)}>{w.toBallot}</LinkButton>
        </Buttons>
      </>
    )
  if (poll)
    return (
      <>
        <p>
          <strong>{w.papers(poll.issued, poll.entitled)}</strong>
        </p>
        <Buttons>
          <LinkButton href={at(ui, `/polls/${poll.poll}`)}>{w.toPoll}</LinkButton>
        </Buttons>
      </>
    )
  const may = (move: string) => next.some((one) => one.move === move)
  if (!may('ballot.opened') && !may('poll.opened')) return null
  return (
    <Buttons>
      <LinkButton href={at(ui, `/meetings/${meeting}/items/${proposal}`)}>
        {may('poll.opened') ? w.openPoll : w.open}
      </LinkButton>
    </Buttons>
  )
}
