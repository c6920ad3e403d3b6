import { z } from 'zod'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import type { Refusal } from '../../services/refusal.ts'
import { checkReceipt, checkReceiptCode, codeOf } from '../../services/views/receipt-check.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { TextField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Document } from '../layout/document.tsx'
import { type Asked, formsOn, inCommunity, page } from '../page.ts'
import type { Site } from '../site.ts'
import { at, type Ui } from '../ui.ts'
import { receiptWords } from '../words/receipts.ts'
import { Offline } from './offline.tsx'
import { CheckedReceipt, type Found } from './receipt-found.tsx'
import { type Brought, receiptCode, receiptsIn } from './receipts-typed.ts'

const query = receiptCode.partial()
const form = formsOn(inCommunity, query)
const longest = 500_000

const checked = async (
  { engine }: Site,
  community: string,
  brought: readonly Brought[],
): Promise<Result<readonly Found[], Refusal>> => {
  const found: Found[] = []
  for (const one of brought) {
    const answer =
      one.by === 'receipt'
        ? await checkReceipt(engine, community, one.receipt)
        : await checkReceiptCode(engine, community, one.code)
    if (!answer.ok) return answer
    const code = one.by === 'receipt' ? codeOf(one.receipt.entry) : one.code.code
    found.push({ check: answer.value, code, whole: one.by === 'receipt' })
  }
  return ok(found)
}

const load = async ({
  site,
  params,
  query: asked,
}: Asked<z.output<typeof inCommunity>, z.output<typeof query>>): Promise<Result<Shown, Refusal>> => {
  const { verifier } = site
  const code = receiptCode.safeParse(asked)
  const found = code.success ? await checked(site, params.c, [{ by: 'code', code: code.data }]) : ok([])
  return found.ok ? ok({ found: found.value, offers: verifier !== undefined }) : found
}

interface Shown {
  readonly found: readonly Found[]
  /** Whether the verifier can be saved from here. */
  readonly offers: boolean
}

/** Where a voter holds a receipt to the published record: pasted, from its file, or by its square code. */
export const receiptsPage = page({
  path: '/c/:c/receipts',
  may: 'anybody',
  params: inCommunity,
  query,
  load,
  forms: {
    check: form(
      z.object({ receipt: z.string().max(longest).optional() }),
      async ({ site, params: { c }, fields, files }) => {
        const [file] = files.file ?? []
        const text = file && file.size <= longest ? await file.text() : (fields.receipt ?? '')
        const brought = receiptsIn(text)
        if (!brought) return refuse({ code: 'receipt_unreadable' })
        const found = await checked(site, c, brought)
        if (!found.ok) return found
        const shown = { found: found.value, offers: site.verifier !== undefined }
        return ok({ shows: (ui: Ui) => <Receipts ui={ui} shown={shown} /> })
      },
    ),
  },
  view: (shown, ui) => <Receipts ui={ui} shown={shown} />,
})

const Receipts = ({ ui, shown: { found, offers } }: { readonly ui: Ui; readonly shown: Shown }) => {
  const w = receiptWords[ui.lang]
  const proposal = found.map(({ check }) => /^proposal\/(.+)$/.exec(check.chain)?.[1]).find((one) => one !== undefined)
  return (
    <Document ui={ui} title={w.title} lead={w.lead}>
      {found.map((one) => (
        <CheckedReceipt ui={ui} found={one} />
      ))}
      {found.length === 0 ? (
        <Form ui={ui} name="check" sendsFiles>
          <TextField
            ui={ui}
            form="check"
            name="receipt"
            label={w.paste}
            hint={w.pasteHint}
            rows={6}
            maxlength={longest}
            optional
          />
          <TextField ui={ui} form="check" name="file" type="file" label={w.file} optional />
          <Submit>{w.check}</Submit>
        </Form>
      ) : (
        <Buttons>
          <LinkButton href={at(ui, '/receipts')} quiet>
            {w.another}
          </LinkButton>
        </Buttons>
      )}
      <Offline ui={ui} proposal={proposal} offers={offers} />
    </Document>
  )
}
