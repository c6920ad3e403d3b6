import { z } from 'zod'
import { joinCauses } from '../../../workflows/format/catalogue.ts'
import { ok, type Result } from '../../../workflows/result.ts'
import type { Actor, Engine } from '../../services/act.ts'
import { day } from '../../services/commands/inputs.ts'
import { openHousehold } from '../../services/households.ts'
import { joinRoster } from '../../services/people.ts'
import type { Refusal } from '../../services/refusal.ts'
import { householdNumbered } from '../../services/views/rosters.ts'
import { ChoiceField, TextField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Document } from '../layout/document.tsx'
import { formsOn, inCommunity, noQuery, page } from '../page.ts'
import { peopleWords } from '../words/people.ts'

const cell = z.string().trim().max(200)
const input = z.object({
  number: cell,
  household: z.enum(['existing', 'opened']).default('existing'),
  name: cell,
  sex: z.enum(['male', 'female']),
  idNumber: cell,
  phone: cell.optional(),
  part: cell.default(''),
  cause: z.enum(joinCauses),
  from: day,
})

const form = formsOn(inCommunity, noQuery)

/** The household of the number typed; a new one is opened under no key, so that sent again it is found. */
const householdOf = async (
  engine: Engine,
  { idempotency: _, ...actor }: Actor,
  { number, household }: Pick<z.output<typeof input>, 'number' | 'household'>,
): Promise<Result<{ readonly household: string }, Refusal>> => {
  if (household === 'existing') return householdNumbered(engine, actor, number)
  const opened = await openHousehold(engine, actor, { number })
  if (opened.ok || opened.refusal.code !== 'household_number_taken') return opened
  return ok({ household: opened.refusal.household })
}

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
          <TextField {...shared} name="number" label={w.householdPick} hint={w.householdHint} maxlength={20} />
          <ChoiceField
            {...shared}
            name="household"
            label={w.newHousehold}
            value="existing"
            options={[
              { value: 'existing', title: w.existing },
              { value: 'opened', title: w.opened },
            ]}
          />
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
