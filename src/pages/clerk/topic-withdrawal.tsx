import { z } from 'zod'
import { ok } from '../../../workflows/result.ts'
import { withdrawTopic } from '../../services/topic-withdrawals.ts'
import { topic } from '../../services/views/topics.ts'
import { Withdrawal } from '../components/withdrawal.tsx'
import { formsOn, inCommunity, noQuery, page } from '../page.ts'
import { at } from '../ui.ts'
import { topicWords } from '../words/topics.ts'
import { withdrawalWords } from '../words/withdrawals.ts'
import { bySignedIn } from './signed-in.ts'

const params = inCommunity.extend({ t: z.uuid().toLowerCase() })
const form = formsOn(params, noQuery)

/** 撤回议题: what becomes of a topic that is taken back, and what stays. */
export const topicWithdrawalPage = page({
  path: '/c/:c/topics/:t/withdrawal',
  may: ['resident'],
  params,
  query: noQuery,
  load: ({ site, reader, params: { t } }) => bySignedIn(reader, (actor) => topic(site.engine, actor, t)),
  forms: {
    withdraw: form(z.object({}), async ({ site, actor, params: { c, t } }) => {
      const withdrawn = await withdrawTopic(site.engine, actor, t)
      return withdrawn.ok ? ok({ to: `/c/${c}/topics/${t}?done=withdrawn` }) : withdrawn
    }),
  },
  view: ({ id, text, withdrawable }, ui) => {
    const w = withdrawalWords[ui.lang]
    return (
      <Withdrawal
        ui={ui}
        title={w.topic}
        said={text ?? topicWords[ui.lang].hidden}
        follows={[w.topicHidden, w.topicStays, w.topicFinal]}
        tooLate={withdrawable ? undefined : w.topicTooLate}
        back={at(ui, `/topics/${id}`)}
      />
    )
  },
})
