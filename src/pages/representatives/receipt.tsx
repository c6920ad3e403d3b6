import type { z } from 'zod'
import { leafOf, toHex } from '../../../workflows/format/hash.ts'
import { refuse } from '../../../workflows/result.ts'
import { sha256 } from '../../record/sha256.ts'
import { isVisitor } from '../../services/look.ts'
import type { Receipt } from '../../services/votes/receipt.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Empty, Facts } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { type Asked, inBallot, noQuery, page } from '../page.ts'
import { at, type Ui } from '../ui.ts'
import { ballotWords } from '../words/ballot.ts'
import { sayTime } from '../words/dates.ts'

const load = async ({ site, reader, params }: Asked<z.output<typeof inBallot>, unknown>) =>
  isVisitor(reader) ? refuse({ code: 'session_ended' } as const) : site.votes.receipts(reader, params.b)

/** What a voter keeps: what was cast, where it stands in the record, and the code to find it by. */
export const receiptPage = page({
  path: '/c/:c/ballots/:b/receipt',
  may: ['resident'],
  params: inBallot,
  query: noQuery,
  load,
  view: (receipts, ui, { params: { b } }) => {
    const w = ballotWords[ui.lang]
    return (
      <Document ui={ui} title={w.receiptTitle} lead={receipts.length === 0 ? undefined : w.receiptLead}>
        {receipts.length === 0 ? <Empty>{w.noReceipt}</Empty> : null}
        {receipts.map((receipt) => (
          <One ui={ui} receipt={receipt} />
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

const One = ({ ui, receipt }: { readonly ui: Ui; readonly receipt: Receipt }) => {
  const w = ballotWords[ui.lang]
  const { choice, seq, recordedAt, entry } = receipt
  const code = toHex(leafOf(sha256, new TextEncoder().encode(entry)))
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
    </div>
  )
}
