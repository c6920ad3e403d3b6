import { motionName, votingName } from '../../../workflows/wording.ts'
import type { BallotDesk } from '../../services/views/ballot-desk.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Empty } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import type { Children } from '../page.ts'
import { at, type Ui } from '../ui.ts'
import { ballotDeskWords } from '../words/ballot-desk.ts'

interface DoorProps extends Children {
  readonly ui: Ui
  readonly ballot: BallotDesk
  readonly title: string
  readonly lead: string
  /** True where this ballot is taken by this door. */
  readonly fits: boolean
}

/** One door of a ballot: what is put, how one enters there, and the way back. */
export const Door = ({ ui, ballot, title, lead, fits, children }: DoorProps) => {
  const w = ballotDeskWords[ui.lang]
  const about = `${ballot.number}. ${ballot.title ?? ''}`
  return (
    <Document ui={ui} title={title} lead={lead}>
      <p>
        <strong>{about}</strong> ·{' '}
        {w.lead(motionName(ballot.motion, ui.lang), ballot.draft, votingName(ballot.voting, ui.lang))}
      </p>
      {!ballot.open ? <Empty>{w.isOver}</Empty> : fits ? children : <Empty>{w.notThisWay}</Empty>}
      <Buttons>
        <LinkButton href={at(ui, `/ballots/${ballot.id}/desk`)} quiet>
          {w.backToBallot}
        </LinkButton>
      </Buttons>
    </Document>
  )
}

/** Those who have not voted yet, in the order of their names. */
export const stillOut = ({ voters }: BallotDesk) => voters.filter(({ door }) => door === null)
