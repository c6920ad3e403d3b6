import { Document } from '../layout/document.tsx'
import type { Ui } from '../ui.ts'
import { withdrawalWords } from '../words/withdrawals.ts'
import { Buttons, LinkButton } from './buttons.tsx'
import { Confirm } from './confirm.tsx'
import { Notice } from './notice.tsx'

interface WithdrawalProps {
  readonly ui: Ui
  readonly title: string
  /** What somebody said, as they said it; of a signature what was signed. */
  readonly said: string
  /** What becomes of it, and what stays. */
  readonly follows: readonly string[]
  /** Why it cannot be taken back, where it cannot. */
  readonly tooLate: string | undefined
  readonly back: string
}

/** Taking back what one has said: once more what it was, what becomes of it, what stays, and two ways on. */
export const Withdrawal = ({ ui, title, said, follows, tooLate, back }: WithdrawalProps) => {
  const w = withdrawalWords[ui.lang]
  if (tooLate !== undefined)
    return (
      <Document ui={ui} title={title}>
        <Notice kind="mind">
          <p>{tooLate}</p>
        </Notice>
        <Buttons>
          <LinkButton href={back}>{w.no}</LinkButton>
        </Buttons>
      </Document>
    )
  return (
    <Confirm ui={ui} title={title} form="withdraw" sends={{}} yes={w.yes} back={back} no={w.no} patient>
      <div class="card text">{said}</div>
      <p>{w.lead}</p>
      <ul>
        {follows.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    </Confirm>
  )
}
