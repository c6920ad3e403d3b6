import type { z } from 'zod'
import { refuse } from '../../../workflows/result.ts'
import { isVisitor } from '../../services/look.ts'
import { codeOf } from '../../services/views/receipt-check.ts'
import type { Receipt } from '../../services/votes/receipt.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Empty, Facts } from '../components/small.tsx'
import { SquareCode } from '../components/square-code.tsx'
import { Document } from '../layout/document.tsx'
import { type Asked, inBallot, noQuery, page } from '../page.ts'
import { foundAt } from '../site.ts'
import { at, type Ui } from '../ui.ts'
import { ballotWords } from '../words/ballot.ts'
import { sayTime } from '../words/dates.ts'
import { receiptWords } from '../words/receipts.ts'

const load = async ({ site, reader, params }: Asked<z.output<typeof inBallot>, unknown>) =>
  isVisitor(reader) ? refuse({ code: 'session_ended' } as const) : site.votes.receipts(reader, params.b)

/** What a voter keeps: what was cast, where it stands in the record, and the code to find it by. */
export const receiptPage = page({
  path: '/c/:c/ballots/:b/receipt',
  may: ['resident'],
  params: inBallot,
  query: noQuery,
  load,
  view: (receipts, ui, { params: { b }, site, origin }) => {
    const w = ballotWords[ui.lang]
    return (
      <Document ui={ui} title={w.receiptTitle} lead={receipts.length === 0 ? undefined : w.receiptLead}>
        {receipts.length === 0 ? <Empty>{w.noReceipt}</Empty> : null}
        {receipts.map((receipt) => (
          <One ui={ui} receipt={receipt} found={foundAt(site, origin)} />
        ))}
        <Buttons>
          {receipts.length === 0 ? null : <LinkButton href={at(ui, `/ballots/${b}/receipt.json`)}>{w.keep}</LinkButton>}
          <LinkButton href={at(ui, '/mine')} quiet>
            {w.toMeeting}
          </LinkButton>
        </Buttons>
        {receipts.length === 0 ? null : <p class="small">{w.keepHint}</p>}
      </Document>
    )
  },
})

/** The same as a file. */
export const receiptFile = page({
  path: '/c/:c/ballots/:b/receipt.json',
  may: ['resident'],
  params: inBallot,
  query: noQuery,
  load,
  view: (receipts) => ({
    file: 'receipt.json',
    type: 'application/json',
    content: JSON.stringify({ receipts }, null, 2),
  }),
})

interface OneProps {
  readonly ui: Ui
  readonly receipt: Receipt
  /** Where the installation is found from outside. */
  readonly found: string
}

const One = ({ ui, receipt, found }: OneProps) => {
  const w = ballotWords[ui.lang]
  const { ballot, choice, seq, recordedAt, entry } = receipt
  const code = codeOf(entry)
  const check = `${at(ui, '/receipts')}?${new URLSearchParams({ ballot, seq: String(seq), code })}`
  return (
    <div class="card">
      {choice === undefined ? <p>{w.secretSaved}</p> : <p class={`chosen ${choice}`}>{w.savedAs(w[choice])}</p>}
      <Facts
        facts={[
          [w.seq, String(seq)],
          [w.when, sayTime(recordedAt, ui.place?.today ?? '', ui.lang)],
          [w.code, <code>{code.match(/.{8}/g)?.join(' ')}</code>],
        ]}
      />
      <SquareCode address={`${found}${check}`} />
      <p class="small">{receiptWords[ui.lang].scan}</p>
      <p>
        <a href={check}>{receiptWords[ui.lang].own}</a>
      </p>
    </div>
  )
}
