import { z } from 'zod'
import { ok } from '../../../workflows/result.ts'
import { closePoll } from '../../services/polls.ts'
import { Confirm } from '../components/confirm.tsx'
import { inPoll } from '../meetings/address.ts'
import { formsOn, noQuery, page } from '../page.ts'
import { at } from '../ui.ts'
import { pollWords } from '../words/polls.ts'
import { loadPoll } from './desk.tsx'

const form = formsOn(inPoll, noQuery)

/** Closing a counted poll, once more asked. */
export const closePollPage = page({
  path: '/c/:c/polls/:o/close',
  may: ['clerk'],
  params: inPoll,
  query: noQuery,
  load: loadPoll,
  forms: {
    close: form(z.object({}), async ({ site, actor, params }) => {
      const closed = await closePoll(site.engine, actor, params.o)
      return closed.ok ? ok({ to: `/c/${params.c}/polls/${params.o}?done=closed` }) : closed
    }),
  },
  view: (one, ui) => {
    const w = pollWords[ui.lang]
    return (
      <Confirm ui={ui} title={w.closeTitle} form="close" sends={{}} yes={w.yesClose} back={at(ui, `/polls/${one.id}`)}>
        <p class="question">{`${one.number}. ${one.title ?? ''}`}</p>
        <p>{w.closeLead}</p>
      </Confirm>
    )
  },
})
