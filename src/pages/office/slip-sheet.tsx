import { dayOf } from '../../../workflows/rules/days.ts'
import type { IssuedSlip } from '../../services/accounts.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Document } from '../layout/document.tsx'
import { at, type Ui } from '../ui.ts'
import { sayDay } from '../words/dates.ts'
import { officeWords } from '../words/office.ts'

/** Slips to be cut apart, eight to a sheet of A4; nobody sees the codes again. */
export const SlipSheet = ({ ui, slips }: { readonly ui: Ui; readonly slips: readonly IssuedSlip[] }) => {
  const w = officeWords[ui.lang]
  const today = ui.place?.today ?? ''
  return (
    <Document ui={ui} title={w.printed(slips.length)} lead={w.printNow}>
      <ul class="slips">
        {slips.map(({ name, code, expiresAt }) => (
          <li>
            <p>
              <strong>{ui.place?.name}</strong>
            </p>
            <p>{w.slipFor(name)}</p>
            <p class="code">{code}</p>
            <p class="small">
              {w.slipUse} {w.until(sayDay(dayOf(new Date(expiresAt)), today, ui.lang))}
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
