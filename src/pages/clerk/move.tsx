import { ok } from '../../../workflows/result.ts'
import { day, id } from '../../services/commands/inputs.ts'
import { moveHousehold } from '../../services/people.ts'
import { onePerson } from '../../services/views/people.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { TextField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Notice } from '../components/notice.tsx'
import { Document } from '../layout/document.tsx'
import { formsOn, inCommunity, noQuery, page } from '../page.ts'
import { at } from '../ui.ts'
import { common } from '../words/common.ts'
import { peopleWords } from '../words/people.ts'
import { HouseholdFields, householdOf, householdTyped } from './household-fields.tsx'
import { bySignedIn } from './signed-in.ts'

const params = inCommunity.extend({ id })
const form = formsOn(params, noQuery)

/** Somebody goes over to another household of the place, or begins one: by marriage, or when a household divides. */
export const movePage = page({
  path: '/c/:c/people/:id/move',
  may: ['clerk', 'administrator'],
  params,
  query: noQuery,
  load: ({ site, reader, params: { id: person } }) =>
    bySignedIn(reader, (actor) => onePerson(site.engine, actor, person)),
  forms: {
    move: form(householdTyped.extend({ from: day }), async ({ site, actor, params: { c, id: person }, fields }) => {
      const there = await householdOf(site.engine, actor, fields)
      if (!there.ok) return there
      const moved = await moveHousehold(site.engine, actor, person, { ...there.value, from: fields.from })
      return moved.ok ? ok({ to: `/c/${c}/people/${person}?done=moved` }) : moved
    }),
  },
  view: (person, ui) => {
    const w = peopleWords[ui.lang]
    return (
      <Document
        ui={ui}
        title={w.move}
        lead={`${person.name ?? common[ui.lang].erased} · ${w.household} ${person.household}`}
      >
        <Notice kind="mind">
          <p>{w.moveMind}</p>
        </Notice>
        <Form ui={ui} name="move">
          <HouseholdFields ui={ui} form="move" />
          <TextField ui={ui} form="move" name="from" type="date" label={w.moveFrom} value={ui.place?.today} />
          <Buttons>
            <Submit>{w.moveIt}</Submit>
            <LinkButton href={at(ui, `/people/${person.id}`)} quiet>
              {common[ui.lang].back}
            </LinkButton>
          </Buttons>
        </Form>
      </Document>
    )
  },
})
