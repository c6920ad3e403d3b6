import { z } from 'zod'
import { joinCauses } from '../../../workflows/format/catalogue.ts'
import { ok } from '../../../workflows/result.ts'
import { day } from '../../services/commands/inputs.ts'
import { joinRoster } from '../../services/people.ts'
import { ChoiceField, TextField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Document } from '../layout/document.tsx'
import { formsOn, inCommunity, noQuery, page } from '../page.ts'
import { peopleWords } from '../words/people.ts'
import { HouseholdFields, householdOf, householdTyped } from './household-fields.tsx'

const cell = z.string().trim().max(200)
const input = z.object({
  ...householdTyped.shape,
  name: cell,
  sex: z.enum(['male', 'female']),
  idNumber: cell,
  phone: cell.optional(),
  part: cell.default(''),
  cause: z.enum(joinCauses),
  from: day,
})

const form = formsOn(inCommunity, noQuery)

/** Somebody new on the roster: moved in, born, back again, or left out at the import. */
export const newPersonPage = page({
  path: '/c/:c/new-person',
  may: ['clerk', 'administrator'],
  params: inCommunity,
  query: noQuery,
  load: async () => ok(undefined),
  forms: {
    join: form(input, async ({ site, actor, params: { c }, fields }) => {
      const there = await householdOf(site.engine, actor, fields)
      if (!there.ok) return there
      const { number: _, ...rest } = fields
      const joined = await joinRoster(site.engine, actor, { ...rest, household: there.value.household })
      return joined.ok ? ok({ to: `/c/${c}/people?done=joined&q=${encodeURIComponent(fields.name)}` }) : joined
    }),
  },
  view: (_, ui) => {
    const w = peopleWords[ui.lang]
    const shared = { ui, form: 'join' }
    return (
      <Document ui={ui} title={w.addTitle}>
        <Form ui={ui} name="join">
          <TextField {...shared} name="name" label={w.name} maxlength={60} />
          <ChoiceField
            {...shared}
            name="sex"
            label={w.sex}
            options={[
              { value: 'male', title: w.male },
              { value: 'female', title: w.female },
            ]}
          />
          <TextField {...shared} name="idNumber" label={w.idNumber} maxlength={20} autocomplete="off" />
          <TextField {...shared} name="phone" label={w.phone} hint={w.phoneHint} optional maxlength={20} />
          <HouseholdFields {...shared} />
          <TextField {...shared} name="part" label={w.part} optional maxlength={60} />
          <ChoiceField
            {...shared}
            name="cause"
            label={w.cause}
            options={joinCauses.map((value) => ({ value, title: w[value] }))}
          />
          <TextField {...shared} name="from" type="date" label={w.from} value={ui.place?.today} />
          <Submit>{w.enter}</Submit>
        </Form>
      </Document>
    )
  },
})
