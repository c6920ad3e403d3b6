import { Section } from '../components/small.tsx'
import { at, type Ui } from '../ui.ts'
import { receiptWords } from '../words/receipts.ts'

interface OfflineProps {
  readonly ui: Ui
  /** The case whose record the vote is in, where it is known. */
  readonly proposal: string | undefined
  readonly offers: boolean
}

/** How a receipt is checked without this server: the record, the verifier, and what to do with them. */
export const Offline = ({ ui, proposal, offers }: OfflineProps) => {
  const w = receiptWords[ui.lang]
  return (
    <Section id="offline" title={w.trust}>
      <p>{w.trustLead}</p>
      <ol>
        <li>
          {proposal === undefined ? (
            w.recordWhere
          ) : (
            <a href={at(ui, `/proposals/${proposal}/record.json`)}>{w.saveRecord}</a>
          )}
        </li>
        {offers ? (
          <>
            <li>
              <a href="/verify.html">{w.savePage}</a>
              <p>{w.pageHow}</p>
            </li>
            <li>
              <a href="/verify.mjs">{w.saveProgram}</a>
              <p>
                {w.programHow} <code>node verify.mjs receipt receipt.json record.json</code>
              </p>
            </li>
          </>
        ) : (
          <li>{w.programNone}</li>
        )}
        <li>{w.compare}</li>
      </ol>
    </Section>
  )
}
