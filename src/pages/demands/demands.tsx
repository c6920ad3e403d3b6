import { z } from 'zod'
import { bodyKinds, demandGroups } from '../../../workflows/law/provision.ts'
import { ok } from '../../../workflows/result.ts'
import { bodyName } from '../../../workflows/wording.ts'
import { text } from '../../services/commands/inputs.ts'
import { openDemand } from '../../services/demands.ts'
import { type Demandable, type DemandMet, demandsMet } from '../../services/views/demands.ts'
import { bySignedIn } from '../clerk/signed-in.ts'
import { ChoiceField, TextField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Empty, Section } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { formsOn, inCommunity, noQuery, page } from '../page.ts'
import { at, isOf, type Ui } from '../ui.ts'
import { common } from '../words/common.ts'
import { demandWords } from '../words/demands.ts'
import { DemandStanding } from './standing.tsx'

const form = formsOn(inCommunity, noQuery)

/** The body and the group of an option, as one word. */
const wanted = z
  .string()
  .max(80)
  .transform((word) => {
    const [body, of] = word.split('/')
    return { body, of }
  })
  .pipe(z.object({ body: z.enum(bodyKinds), of: z.enum(demandGroups) }))

/** 联名: the meetings that people demand by signing, and the form that begins one. */
export const demandsPage = page({
  path: '/c/:c/demands',
  may: 'signed-in',
  params: inCommunity,
  query: noQuery,
  load: ({ site, reader }) => bySignedIn(reader, (actor) => demandsMet(site.engine, actor)),
  forms: {
    open: form(z.object({ wanted, text }), async ({ site, actor, params: { c }, fields }) => {
      const opened = await openDemand(site.engine, actor, { ...fields.wanted, text: fields.text })
      return opened.ok ? ok({ to: `/c/${c}/demands/${opened.value.id}?done=opened` }) : opened
    }),
  },
  view: ({ items, admitted }, ui) => {
    const w = demandWords[ui.lang]
    const begins = ui.place?.me?.person !== undefined || isOf(ui, 'clerk')
    return (
      <Document ui={ui} title={w.title} lead={w.lead}>
        {items.length === 0 ? <Empty>{w.none}</Empty> : null}
        <ul class="cards">
          {items.map((demand) => (
            <Demand ui={ui} demand={demand} />
          ))}
        </ul>
        {begins ? <Begin ui={ui} admitted={admitted} /> : null}
      </Document>
    )
  },
})

const Demand = ({ ui, demand }: { readonly ui: Ui; readonly demand: DemandMet }) => {
  const w = demandWords[ui.lang]
  const { id, body, of, text: said, have, need, met, meeting, mine } = demand
  return (
    <li>
      <h2>
        <a href={at(ui, `/demands/${id}`)}>{w.of(bodyName(body, ui.lang), w[of])}</a>
      </h2>
      <p>
        <DemandStanding ui={ui} demand={demand} /> <strong>{w.signed(have, need)}</strong>
        {met || meeting !== null ? '' : ` · ${w.missing(need - have)}`}
      </p>
      <p class="text">{said ?? common[ui.lang].erased}</p>
      {mine ? <p class="small">✓ {w.signedAlready}</p> : null}
    </li>
  )
}

const Begin = ({ ui, admitted }: { readonly ui: Ui; readonly admitted: readonly Demandable[] }) => {
  const w = demandWords[ui.lang]
  const shared = { ui, form: 'open' }
  return (
    <Section id="open" title={w.openIt}>
      {admitted.length === 0 ? (
        <Empty>{w.nothingAdmitted}</Empty>
      ) : (
        <Form ui={ui} name="open" patient>
          <p>{w.openLead}</p>
          <ChoiceField
            {...shared}
            name="wanted"
            label={w.which}
            options={admitted.map(({ body, of, atLeast: [num, den], cite }) => ({
              value: `${body}/${of}`,
              title: `${w.option(bodyName(body, ui.lang), w[of], w.share(num, den))} · ${cite}`,
            }))}
          />
          <TextField {...shared} name="text" label={w.text} hint={w.textHint} rows={4} maxlength={5000} />
          <Submit>{w.openButton}</Submit>
        </Form>
      )}
    </Section>
  )
}
