import { z } from 'zod'
import { deliveries as ways } from '../../../workflows/format/catalogue.ts'
import { ok } from '../../../workflows/result.ts'
import { deliveryName } from '../../../workflows/wording-desk.ts'
import { noteDelivery } from '../../services/deliveries.ts'
import { type DeliveriesView, deliveries } from '../../services/views/deliveries.ts'
import { bySignedIn } from '../clerk/signed-in.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Done } from '../components/done.tsx'
import { ChoiceField, SelectField, TextField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Section, Tag } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { done, formsOn, page } from '../page.ts'
import { at, isOf, type Ui } from '../ui.ts'
import { sayDay } from '../words/dates.ts'
import { deliveryWords } from '../words/deliveries.ts'
import { inMeeting } from './address.ts'
import { onDay, people } from './fields.ts'

const form = formsOn(inMeeting, done)

/** 会议通知送达: whom the convocation has reached, how, and whether in time. */
export const deliveriesPage = page({
  path: '/c/:c/meetings/:m/deliveries',
  may: ['clerk', 'supervisor'],
  params: inMeeting,
  query: done,
  load: ({ site, reader, params }) => bySignedIn(reader, (actor) => deliveries(site.engine, actor, params.m)),
  forms: {
    note: form(
      z.object({ people, how: z.enum(ways), on: onDay }),
      async ({ site, actor, params: { c, m }, fields }) => {
        const noted = await noteDelivery(site.engine, actor, m, fields)
        return noted.ok ? ok({ to: `/c/${c}/meetings/${m}/deliveries?done=noted` }) : noted
      },
    ),
  },
  view: (view, ui, { query, params }) => {
    const w = deliveryWords[ui.lang]
    const today = ui.place?.today ?? view.on
    const numbers = [
      [w.entitled, view.entitled],
      [w.reached, view.reached],
      [w.inTime, view.inTime],
      [w.toReach, view.toReach],
    ] as const
    return (
      <Document ui={ui} title={w.title} lead={w.lead(sayDay(view.sentOn, today, ui.lang), view.daysNeeded)}>
        <Done done={query.done} words={{ noted: w.done }} />
        <ul class="numbers">
          {numbers.map(([title, n]) => (
            <li>
              <span class="n">{n}</span>
              <span>{title}</span>
            </li>
          ))}
        </ul>
        {isOf(ui, 'clerk') ? <Note ui={ui} view={view} /> : null}
        <Listed ui={ui} view={view} today={today} />
        <Buttons>
          <LinkButton href={at(ui, `/meetings/${params.m}/desk`)} quiet>
            {w.back}
          </LinkButton>
        </Buttons>
      </Document>
    )
  },
})

interface PartProps {
  readonly ui: Ui
  readonly view: DeliveriesView
}

const Note = ({ ui, view }: PartProps) => {
  const w = deliveryWords[ui.lang]
  const of = { ui, form: 'note' } as const
  const missing = [...view.members].sort((a, b) => Number(a.daysAhead !== null) - Number(b.daysAhead !== null))
  return (
    <Section title={w.note}>
      <Form ui={ui} name="note">
        <SelectField
          {...of}
          name="how"
          label={w.how}
          options={ways.map((value) => ({ value, title: deliveryName(value, ui.lang) }))}
        />
        <TextField {...of} name="on" type="date" label={w.on} value={ui.place?.today} />
        <ChoiceField
          {...of}
          name="people"
          label={w.who}
          several
          options={missing.map(({ person: value, name }) => ({ value, title: name ?? w.erased }))}
        />
        <Submit>{w.submit}</Submit>
      </Form>
    </Section>
  )
}

const Listed = ({ ui, view, today }: PartProps & { readonly today: string }) => {
  const w = deliveryWords[ui.lang]
  return (
    <Section title={w.list}>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.name}</th>
            <th scope="col">{w.ways}</th>
            <th scope="col">{w.ahead}</th>
          </tr>
        </thead>
        <tbody>
          {view.members.map(({ name, ways: told, daysAhead, inTime }) => (
            <tr>
              <th scope="row">{name ?? w.erased}</th>
              <td>
                {told.length === 0
                  ? w.none
                  : told
                      .map(({ how, on }) => w.way(deliveryName(how, ui.lang), sayDay(on, today, ui.lang)))
                      .join(ui.lang === 'zh' ? '；' : '; ')}
              </td>
              <td>
                {daysAhead === null ? '—' : w.days(daysAhead)}{' '}
                {daysAhead !== null && !inTime ? <Tag kind="bad">{w.late}</Tag> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
