import { z } from 'zod'
import { ok } from '../../../workflows/result.ts'
import { id, text } from '../../services/commands/inputs.ts'
import { correctPerson } from '../../services/person-corrections.ts'
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
import { bySignedIn } from './signed-in.ts'

const params = inCommunity.extend({ id })
const form = formsOn(params, noQuery)
const cell = z.string().trim().max(200)

/** A telephone and a group that were emptied are taken away; birth and sex come with the ID number, and that for a reason. */
const typed = z
  .object({
    name: cell,
    phone: cell.default(''),
    part: cell.default(''),
    idNumber: cell.optional(),
    reason: text.optional(),
  })
  .refine(({ idNumber, reason }) => idNumber === undefined || reason !== undefined, { path: ['reason'] })

/** What the roster says of somebody is put right. */
export const correctionPage = page({
  path: '/c/:c/people/:id/correction',
  may: ['clerk', 'administrator'],
  params,
  query: noQuery,
  load: ({ site, reader, params: { id: person } }) =>
    bySignedIn(reader, (actor) => onePerson(site.engine, actor, person)),
  forms: {
    correct: form(typed, async ({ site, actor, params: { c, id: person }, fields }) => {
      const corrected = await correctPerson(site.engine, actor, person, fields)
      return corrected.ok ? ok({ to: `/c/${c}/people/${person}?done=corrected` }) : corrected
    }),
  },
  view: (person, ui) => {
    const w = peopleWords[ui.lang]
    const shared = { ui, form: 'correct' }
    return (
      <Document ui={ui} title={w.correct} lead={person.name ?? common[ui.lang].erased}>
        <Notice kind="mind">
          <p>{w.correctMind}</p>
        </Notice>
        <Form ui={ui} name="correct">
          <TextField {...shared} name="name" label={w.name} value={person.name ?? ''} maxlength={60} />
          <TextField
            {...shared}
            name="phone"
            label={w.phone}
            hint={w.phoneHint}
            value={person.phone ?? ''}
            optional
            maxlength={20}
          />
          <TextField {...shared} name="part" label={w.part} value={person.part} optional maxlength={60} />
          <TextField
            {...shared}
            name="idNumber"
            label={w.idNumber}
            hint={w.idNumberHint(person.idLastFour)}
            optional
            maxlength={20}
            autocomplete="off"
          />
          <TextField {...shared} name="reason" label={w.correctWhy} hint={w.correctWhyHint} rows={2} optional />
          <Buttons>
            <Submit>{w.correctIt}</Submit>
            <LinkButton href={at(ui, `/people/${person.id}`)} quiet>
              {common[ui.lang].back}
            </LinkButton>
          </Buttons>
        </Form>
      </Document>
    )
  },
})
