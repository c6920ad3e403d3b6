import { wrongs } from '../../documents/verify-report.ts'
import type { ReceiptCheck } from '../../services/views/receipt-check.ts'
import { Notice } from '../components/notice.tsx'
import { Facts } from '../components/small.tsx'
import type { Ui } from '../ui.ts'
import { sayTime } from '../words/dates.ts'
import { choiceName } from '../words/names.ts'
import { receiptWords } from '../words/receipts.ts'

export interface Found {
  readonly check: ReceiptCheck
  readonly code: string
  /** True where the receipt itself was brought, not its code alone. */
  readonly whole: boolean
}

/** What was found of one receipt: where its vote stands and what holds it there, or what does not fit. */
export const CheckedReceipt = ({ ui, found: { check, code, whole } }: { readonly ui: Ui; readonly found: Found }) => {
  const w = receiptWords[ui.lang]
  const { choice, seq, sealed, disagreement, changed } = check
  return (
    <div class="card">
      {disagreement === undefined ? (
        <Notice kind={changed === undefined ? 'done' : 'mind'}>
          <p>{changed === undefined ? w.good : w.changed(changed)}</p>
          {changed === undefined ? null : <p>{w.changedNext}</p>}
        </Notice>
      ) : (
        <Notice kind="problem">
          <p>
            {w.bad}
            {wrongs[disagreement.what][ui.lang]}
          </p>
          <p>{w.wrongNext}</p>
        </Notice>
      )}
      <Facts
        facts={[
          ...(choice === undefined ? [] : [[w.chose, choiceName(choice, ui.lang)] as const]),
          [w.place, String(seq)],
          [w.code, <code>{code.match(/.{8}/g)?.join(' ')}</code>],
          ...(sealed === null
            ? []
            : [
                [
                  w.sealed,
                  <>
                    <code>
                      {sealed.size}:{sealed.code}
                    </code>{' '}
                    {sayTime(sealed.sealedAt, ui.place?.today ?? '', ui.lang)}
                  </>,
                ] as const,
              ]),
        ]}
      />
      {disagreement === undefined ? <p class="small">{sealed === null ? w.notSealed : w.sealedHint}</p> : null}
      {whole ? null : <p class="small">{w.codeOnly}</p>}
    </div>
  )
}
