import { z } from 'zod'
import { voteOptions } from '../../../workflows/format/catalogue.ts'
import { ok } from '../../../workflows/result.ts'
import { enterVotes } from '../../services/hands.ts'
import { Form, Submit } from '../components/form.tsx'
import { inBallot } from '../meetings/address.ts'
import { choiceOf } from '../meetings/fields.ts'
import { formsOn, noQuery, page } from '../page.ts'
import { ballotDeskWords } from '../words/ballot-desk.ts'
import { ChoiceTable } from './choice-table.tsx'
import { Door, stillOut } from './door.tsx'
import { loadBallot } from './load.ts'

const form = formsOn(inBallot, noQuery)

/** 举手点名: a show of hands by name, all of the list or nothing. */
export const handsPage = page({
  path: '/c/:c/ballots/:b/hands',
  may: ['clerk'],
  params: inBallot,
  query: noQuery,
  load: loadBallot,
  forms: {
    hands: form(
      z.object({ votes: z.array(choiceOf(voteOptions)).min(1).max(5000) }),
      async ({ site, actor, params, fields }) => {
        const entered = await enterVotes(site.engine, actor, params.b, { door: 'hands', votes: fields.votes })
        return entered.ok ? ok({ to: `/c/${params.c}/ballots/${params.b}/desk?done=entered` }) : entered
      },
    ),
  },
  view: (one, ui) => {
    const w = ballotDeskWords[ui.lang]
    const fits = one.voting === 'recorded' && !one.circulated
    return (
      <Door ui={ui} ballot={one} title={w.hands} lead={w.handsLead} fits={fits}>
        <Form ui={ui} name="hands">
          <ChoiceTable ui={ui} form="hands" voters={stillOut(one)} choices={voteOptions} />
          <Submit>{w.submit}</Submit>
        </Form>
      </Door>
    )
  },
})
