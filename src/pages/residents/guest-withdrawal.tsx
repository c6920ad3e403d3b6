import { z } from 'zod'
import { ok } from '../../../workflows/result.ts'
import { withdrawGuestComment } from '../../services/comment-withdrawals.ts'
import { guestComment } from '../../services/views/guest-comments.ts'
import { Withdrawal } from '../components/withdrawal.tsx'
import { formsOn, inCommunity, noQuery, page } from '../page.ts'
import { at } from '../ui.ts'
import { followedWords } from '../words/followed.ts'
import { withdrawalWords } from '../words/withdrawals.ts'
import { mayWithdraw } from './may-withdraw.ts'

const params = inCommunity.extend({ code: z.string().min(1).max(40) })
const form = formsOn(params, noQuery)

/** The same for a guest, who holds the code, while the office has not decided. */
export const guestWithdrawalPage = page({
  path: '/c/:c/guests/:code/withdrawal',
  may: 'anybody',
  params,
  query: noQuery,
  load: ({ site, reader, params }) => guestComment(site.engine, reader, params.code),
  forms: {
    withdraw: form(z.object({}), async ({ site, params: { c, code } }) => {
      const withdrawn = await withdrawGuestComment(site.engine, c, code)
      return withdrawn.ok ? ok({ to: `/c/${c}/guests/${encodeURIComponent(code)}?done=withdrawn` }) : withdrawn
    }),
  },
  view: (comment, ui, { params: { code } }) => {
    const w = withdrawalWords[ui.lang]
    return (
      <Withdrawal
        ui={ui}
        title={w.comment}
        said={comment.text ?? followedWords[ui.lang].erased}
        follows={[w.guestStays, w.final]}
        tooLate={comment.held && mayWithdraw(comment) ? undefined : w.tooLate}
        back={at(ui, `/guests/${encodeURIComponent(code)}`)}
      />
    )
  },
})
