import { at, type Ui } from '../ui.ts'
import { common } from '../words/common.ts'
import { sayDay } from '../words/dates.ts'
import { receiptWords } from '../words/receipts.ts'

/** What stands below every page: the day, and how anybody can check what is said above. */
export const Footer = ({ ui }: { readonly ui: Ui }) => {
  const w = common[ui.lang]
  return (
    <footer class="foot">
      <h2>{w.checkYourself}</h2>
      <p>{w.checkLead}</p>
      <p>
        {ui.place ? <span>{w.todayIs(sayDay(ui.place.today, ui.place.today, ui.lang))} · </span> : null}
        {ui.place ? (
          <>
            <a href={at(ui, '/receipts')}>{receiptWords[ui.lang].toCheck}</a> ·{' '}
          </>
        ) : null}
        <a href="/docs">{w.api}</a>
      </p>
    </footer>
  )
}
