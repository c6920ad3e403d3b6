import { dayOf } from '../../../workflows/rules/days.ts'
import type { IssuedSlip } from '../../services/accounts.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { SquareCode } from '../components/square-code.tsx'
import { Document } from '../layout/document.tsx'
import { at, type Ui } from '../ui.ts'
import { sayDay } from '../words/dates.ts'
import { officeWords } from '../words/office.ts'

interface SlipSheetProps {
  readonly ui: Ui
  readonly slips: readonly IssuedSlip[]
  /** Where one signs in, as it stands on each slip. */
  readonly address: string
}

/** Slips to be cut apart, eight to a sheet of A4, each with the way to where its code is typed; nobody sees the codes again. */
export const SlipSheet = ({ ui, slips, address }: SlipSheetProps) => {
  const w = officeWords[ui.lang]
  const today = ui.place?.today ?? ''
  return (
    <Document ui={ui} title={w.printed(slips.length)} lead={w.printNow}>
      <ul class="slips">
        {slips.map(({ name, code, expiresAt }) => (
          <li>
            <SquareCode address={address} />
            <div>
              <p>
                <strong>{ui.place?.name}</strong>
              </p>
              <p>{w.slipFor(name)}</p>
              <p class="code">{code}</p>
            </div>
            <p class="small">
              {w.slipUse} {w.until(sayDay(dayOf(new Date(expiresAt)), today, ui.lang))}
              <br />
              <span class="address">{address}</span>
            </p>
          </li>
        ))}
      </ul>
      <Buttons>
        <LinkButton href={at(ui, '/slips')} quiet>
          {w.back}
        </LinkButton>
      </Buttons>
    </Document>
  )
}
