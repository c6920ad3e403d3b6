import { z } from 'zod'
import { ok } from '../../../workflows/result.ts'
import { closeBallot } from '../../services/ballots.ts'
import { Confirm } from '../components/confirm.tsx'
import { Notice } from '../components/notice.tsx'
import { inBallot } from '../meetings/address.ts'
import { formsOn, noQuery, page } from '../page.ts'
import { at } from '../ui.ts'
import { ballotDeskWords } from '../words/ballot-desk.ts'
import { stillOut } from './door.tsx'
import { loadBallot } from './load.ts'

const form = formsOn(inBallot, noQuery)

/** Closing a ballot, once more asked: who is still out, and what still waits for a second person. */
export const closeBallotPage = page({
  path: '/c/:c/ballots/:b/close',
  may: ['clerk'],
  params: inBallot,
  query: noQuery,
  load: loadBallot,
  forms: {
    close: form(z.object({}), async ({ site, actor, params }) => {
      const closed = await closeBallot(site.engine, actor, params.b)
      return closed.ok ? ok({ to: `/c/${params.c}/ballots/${params.b}/desk?done=closed` }) : closed
    }),
  },
  view: (one, ui) => {
    const w = ballotDeskWords[ui.lang]
    return (
      <Confirm
        ui={ui}
        title={w.closeTitle}
        form="close"
        sends={{}}
        yes={w.yesClose}
        back={at(ui, `/ballots/${one.id}/desk`)}
      >
        <p class="question">{`${one.number}. ${one.title ?? ''}`}</p>
        {one.voting === 'counted' ? null : <p>{w.closeLead(stillOut(one).length)}</p>}
        {one.waiting > 0 ? (
          <Notice kind="mind">
            <p>{w.closeWaiting(one.waiting)}</p>
          </Notice>
        ) : null}
      </Confirm>
    )
  },
})
