import { z } from 'zod'
import { ok } from '../../../workflows/result.ts'
import { withdrawComment } from '../../services/comment-withdrawals.ts'
import { ownComment } from '../../services/views/own-comments.ts'
import { bySignedIn } from '../clerk/signed-in.ts'
import { Withdrawal } from '../components/withdrawal.tsx'
import { formsOn, inCommunity, noQuery, page } from '../page.ts'
import { at } from '../ui.ts'
import { followedWords } from '../words/followed.ts'
import { withdrawalWords } from '../words/withdrawals.ts'
import { mayWithdraw } from './may-withdraw.ts'

const params = inCommunity.extend({ o: z.uuid().toLowerCase() })
const form = formsOn(params, noQuery)

/** 撤回意见: what becomes of a comment that is taken back, and what stays. */
export const commentWithdrawalPage = page({
  path: '/c/:c/comments/:o/withdrawal',
  may: ['resident'],
  params,
  query: noQuery,
  load: ({ site, reader, params }) => bySignedIn(reader, (actor) => ownComment(site.engine, actor, params.o)),
  forms: {
    withdraw: form(z.object({}), async ({ site, actor, params: { c, o } }) => {
      const withdrawn = await withdrawComment(site.engine, actor, o)
      return withdrawn.ok ? ok({ to: `/c/${c}/comments/${o}?done=withdrawn` }) : withdrawn
    }),
  },
  view: (comment, ui) => {
    const w = withdrawalWords[ui.lang]
    return (
      <Withdrawal
        ui={ui}
        title={w.comment}
        said={comment.text ?? followedWords[ui.lang].erased}
        follows={[w.hidden, w.stays, w.final]}
        tooLate={mayWithdraw(comment) ? undefined : w.tooLate}
        back={at(ui, `/comments/${comment.id}`)}
      />
    )
  },
})
