import { z } from 'zod'
import { leaveCauses } from '../../../workflows/format/catalogue.ts'
import { ok } from '../../../workflows/result.ts'
import { day } from '../../services/commands/inputs.ts'
import { leaveRoster } from '../../services/people.ts'
import { onePerson } from '../../services/views/people.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { ChoiceField, TextField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Notice } from '../components/notice.tsx'
import { Document } from '../layout/document.tsx'
import { formsOn, inCommunity, noQuery, page } from '../page.ts'
import { at } from '../ui.ts'
import { common } from '../words/common.ts'
import { peopleWords } from '../words/people.ts'
import { bySignedIn } from './signed-in.ts'

const params = inCommunity.extend({ id: z.uuid().toLowerCase() })
const form = formsOn(params, noQuery)

/** Somebody leaves the roster: moved away or died. Said before it is done what goes with it. */
export const leavingPage = page({
  path: '/c/:c/people/:id/leaving',
  may: ['clerk', 'administrator'],
  params,
  query: noQuery,
  load: ({ site, reader, params: { id } }) => bySignedIn(reader, (actor) => onePerson(site.engine, actor, id)),
  forms: {
    leave: form(
      z.object({ cause: z.enum(leaveCauses), on: day }),
      async ({ site, actor, params: { c, id }, fields }) => {
        const left = await leaveRoster(site.engine, actor, id, fields)
        if (!left.ok) return left
        return ok({ to: `/c/${c}/people?done=${left.value.amendmentsDue.length > 0 ? 'rolls' : 'left'}` })
      },
    ),
  },
  view: (person, ui) => {
    const w = peopleWords[ui.lang]
    const shared = { ui, form: 'leave' }
    return (
      <Document ui={ui} title={w.leave} lead={person.name ?? common[ui.lang].erased}>
        <Notice kind="mind">
          <p>{w.leaveMind}</p>
        </Notice>
        <Form ui={ui} name="leave">
          <ChoiceField
            {...shared}
            name="cause"
            label={w.leaveCause}
            options={leaveCauses.map((value) => ({ value, title: w[value] }))}
          />
          <TextField {...shared} name="on" type="date" label={w.on} value={ui.place?.today} />
          <Buttons>
            <Submit>{w.leaveIt}</Submit>
            <LinkButton href={at(ui, `/people/${person.id}`)} quiet>
              {common[ui.lang].back}
            </LinkButton>
          </Buttons>
        </Form>
      </Document>
    )
  },
})
