import { at, type Ui } from '../ui.ts'
import { checkpointWords } from '../words/checkpoints.ts'
import { common } from '../words/common.ts'
import { sayToday } from '../words/dates.ts'
import { receiptWords } from '../words/receipts.ts'

/** What stands below every page: the day, and how anybody can check what is said above. */
export const Footer = ({ ui }: { readonly ui: Ui }) => {
  const w = common[ui.lang]
  return (
    <footer class="foot">
      <h2>{w.checkYourself}</h2>
      <p>{w.checkLead}</p>
      {ui.place ? (
        <>
          <p>
            <a href={at(ui, '/receipts')}>{receiptWords[ui.lang].toCheck}</a> ·{' '}
            <a href={at(ui, '/checkpoints')}>{checkpointWords[ui.lang].title}</a>
          </p>
          <p>{w.todayIs(sayToday(ui.place.today, ui.lang))}</p>
        </>
      ) : (
        <p>
          <a href="/docs">{w.api}</a>
        </p>
      )}
    </footer>
  )
}
