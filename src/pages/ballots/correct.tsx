import { z } from 'zod'
import { paperOptions } from '../../../workflows/format/catalogue.ts'
import { ok } from '../../../workflows/result.ts'
import { attest } from '../../services/attestations.ts'
import { ChoiceField, SelectField, TextField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { inBallot } from '../meetings/address.ts'
import { person, reason } from '../meetings/fields.ts'
import { formsOn, noQuery, page } from '../page.ts'
import { ballotDeskWords } from '../words/ballot-desk.ts'
import { choiceName, doorName } from '../words/names.ts'
import { printed } from '../words/printed.ts'
import { Door } from './door.tsx'
import { loadBallot } from './load.ts'

const form = formsOn(inBallot, noQuery)

/** Putting right, before the close, a vote that the office entered; another person confirms. */
export const correctVotePage = page({
  path: '/c/:c/ballots/:b/correct',
  may: ['clerk'],
  params: inBallot,
  query: noQuery,
  load: loadBallot,
  forms: {
    correct: form(
      z.object({ person, choice: z.enum(paperOptions), reason, evidence: reason }),
      async ({ site, actor, params, fields: { evidence, ...change } }) => {
        const what = { sort: 'vote-change', ballot: params.b, ...change } as const
        const entered = await attest(site.engine, actor, { evidence, what })
        return entered.ok ? ok({ to: `/c/${params.c}/ballots/${params.b}/desk?done=waits` }) : entered
      },
    ),
  },
  view: (one, ui) => {
    const w = ballotDeskWords[ui.lang]
    const of = { ui, form: 'correct' } as const
    const people = one.voters
      .filter(({ door }) => door !== null && door !== 'phone')
      .map(({ person: value, name, door }) => ({
        value,
        title: printed(`${name ?? w.erased}(${doorName(door ?? '', ui.lang)})`, ui.lang),
      }))
    return (
      <Door ui={ui} ballot={one} title={w.correct} lead={w.correctLead} fits={one.voting === 'recorded'}>
        <Form ui={ui} name="correct">
          <SelectField {...of} name="person" label={w.person} options={people} />
          <ChoiceField
            {...of}
            name="choice"
            label={w.choice}
            options={paperOptions.map((value) => ({ value, title: choiceName(value, ui.lang) }))}
          />
          <TextField {...of} name="reason" label={w.reason} rows={2} />
          <TextField {...of} name="evidence" label={w.evidence} hint={w.evidenceHint} rows={2} />
          <Submit>{w.submitToSecond}</Submit>
        </Form>
      </Door>
    )
  },
})
