import { z } from 'zod'
import { ok } from '../../../workflows/result.ts'
import { id } from '../../services/commands/inputs.ts'
import { withdrawSignature } from '../../services/signature-withdrawals.ts'
import { oneDemand } from '../../services/views/demands.ts'
import { bySignedIn } from '../clerk/signed-in.ts'
import { Withdrawal } from '../components/withdrawal.tsx'
import { formsOn, inCommunity, noQuery, page } from '../page.ts'
import { at } from '../ui.ts'
import { common } from '../words/common.ts'
import { withdrawalWords } from '../words/withdrawals.ts'

const params = inCommunity.extend({ d: id })
const form = formsOn(params, noQuery)

/** 撤回联名: what becomes of a signature that is taken back, and what stays. */
export const signatureWithdrawalPage = page({
  path: '/c/:c/demands/:d/withdrawal',
  may: ['resident'],
  params,
  query: noQuery,
  load: ({ site, reader, params: { d } }) => bySignedIn(reader, (actor) => oneDemand(site.engine, actor, d)),
  forms: {
    withdraw: form(z.object({}), async ({ site, actor, params: { c, d } }) => {
      const withdrawn = await withdrawSignature(site.engine, actor, d)
      return withdrawn.ok ? ok({ to: `/c/${c}/demands/${d}?done=withdrawn` }) : withdrawn
    }),
  },
  view: ({ id: demand, text, mine, meeting }, ui) => {
    const w = withdrawalWords[ui.lang]
    return (
      <Withdrawal
        ui={ui}
        title={w.signature}
        said={text ?? common[ui.lang].erased}
        follows={[w.signatureHidden, w.signatureStays, w.signatureFinal]}
        tooLate={mine && meeting === null ? undefined : w.signatureTooLate}
        back={at(ui, `/demands/${demand}`)}
      />
    )
  },
})
