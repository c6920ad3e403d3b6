import { z } from 'zod'
import { voteOptions } from '../../../workflows/format/catalogue.ts'
import { ok } from '../../../workflows/result.ts'
import { enterVotes } from '../../services/hands.ts'
import { ChoiceField, SelectField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { inBallot } from '../meetings/address.ts'
import { person } from '../meetings/fields.ts'
import { formsOn, noQuery, page } from '../page.ts'
import { ballotDeskWords } from '../words/ballot-desk.ts'
import { choiceName } from '../words/names.ts'
import { Door, stillOut } from './door.tsx'
import { loadBallot } from './load.ts'

const form = formsOn(inBallot, noQuery)

/** 口述代录: what a member says to a clerk, shown to the member as entered by the office. */
export const assistedPage = page({
  path: '/c/:c/ballots/:b/assisted',
  may: ['clerk'],
  params: inBallot,
  query: noQuery,
  load: loadBallot,
  forms: {
    assisted: form(z.object({ person, choice: z.enum(voteOptions) }), async ({ site, actor, params, fields }) => {
      const entered = await enterVotes(site.engine, actor, params.b, { door: 'assisted', votes: [fields] })
      return entered.ok ? ok({ to: `/c/${params.c}/ballots/${params.b}/desk?done=entered` }) : entered
    }),
  },
  view: (one, ui) => {
    const w = ballotDeskWords[ui.lang]
    const of = { ui, form: 'assisted' } as const
    const people = stillOut(one).map(({ person: value, name }) => ({ value, title: name ?? w.erased }))
    return (
      <Door ui={ui} ballot={one} title={w.assisted} lead={w.assistedLead} fits={one.voting === 'recorded'}>
        <Form ui={ui} name="assisted">
          <SelectField {...of} name="person" label={w.person} options={people} />
          <ChoiceField
            {...of}
            name="choice"
            label={w.choice}
            options={voteOptions.map((value) => ({ value, title: choiceName(value, ui.lang) }))}
          />
          <Submit>{w.submit}</Submit>
        </Form>
      </Door>
    )
  },
})
