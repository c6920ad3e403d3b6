import { z } from 'zod'
import { visitOutcomes } from '../../../workflows/format/catalogue.ts'
import type { Result } from '../../../workflows/result.ts'
import { ok } from '../../../workflows/result.ts'
import type { Actor, Engine } from '../../services/act.ts'
import type { Refusal } from '../../services/refusal.ts'
import { type VisitsView, visits } from '../../services/views/visits.ts'
import { noteVisit } from '../../services/visits.ts'
import { ChoiceField, SelectField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { inBallot } from '../meetings/address.ts'
import { person } from '../meetings/fields.ts'
import { formsOn, noQuery, page } from '../page.ts'
import type { Ui } from '../ui.ts'
import { ballotDeskWords } from '../words/ballot-desk.ts'
import { visitName } from '../words/names.ts'
import { Door, stillOut } from './door.tsx'
import { loadBallotWith } from './load.ts'

const form = formsOn(inBallot, noQuery)

/** Nothing where the ballot does not go round. */
const progress = async (
  engine: Engine,
  actor: Actor,
  ballot: string,
): Promise<Result<VisitsView | undefined, Refusal>> => {
  const found = await visits(engine, actor, ballot)
  return found.ok || found.refusal.code !== 'not_circulated' ? found : ok(undefined)
}

/** 上门: who has been visited while written ballots go round. */
export const visitsPage = page({
  path: '/c/:c/ballots/:b/visits',
  may: ['clerk'],
  params: inBallot,
  query: noQuery,
  load: (asked) => loadBallotWith(asked, progress),
  forms: {
    visit: form(z.object({ person, outcome: z.enum(visitOutcomes) }), async ({ site, actor, params, fields }) => {
      const noted = await noteVisit(site.engine, actor, params.b, fields)
      return noted.ok ? ok({ to: `/c/${params.c}/ballots/${params.b}/desk?done=noted` }) : noted
    }),
  },
  view: ({ ballot: one, besides: told }, ui) => {
    const w = ballotDeskWords[ui.lang]
    const of = { ui, form: 'visit' } as const
    const people = stillOut(one).map(({ person: value, name }) => ({ value, title: name ?? w.erased }))
    return (
      <Door ui={ui} ballot={one} title={w.visit} lead={w.visitLead} fits={told !== undefined}>
        <Form ui={ui} name="visit">
          <SelectField {...of} name="person" label={w.person} options={people} />
          <ChoiceField
            {...of}
            name="outcome"
            label={w.visitOutcome}
            options={visitOutcomes.map((value) => ({ value, title: visitName(value, ui.lang) }))}
          />
          <Submit>{w.submit}</Submit>
        </Form>
        {told ? <Progress ui={ui} told={told} /> : null}
      </Door>
    )
  },
})

const Progress = ({ ui, told }: { readonly ui: Ui; readonly told: VisitsView }) => {
  const w = ballotDeskWords[ui.lang]
  return (
    <table>
      <caption>
        {w.progress}:
        {Object.entries(told.counts)
          .map(([standing, n]) => `${visitName(standing, ui.lang)} ${n}`)
          .join(' · ')}
      </caption>
      <tbody>
        {told.people.map(({ name, standing, visits: times }) => (
          <tr>
            <th scope="row">{name ?? w.erased}</th>
            <td>{visitName(standing, ui.lang)}</td>
            <td class="number">{w.times(times)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
