import { z } from 'zod'
import { ok } from '../../../workflows/result.ts'
import { dayOf } from '../../../workflows/rules/days.ts'
import { id, text } from '../../services/commands/inputs.ts'
import { openProposal } from '../../services/proposals.ts'
import { type AdoptionView, adoptions } from '../../services/views/documents.ts'
import { type ProposalLine, proposals } from '../../services/views/proposals.ts'
import { type TopicView, topics } from '../../services/views/topics.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { ChoiceField, SelectField, TextField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Empty } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { formsOn, inCommunity, page } from '../page.ts'
import { at, type Ui } from '../ui.ts'
import { common } from '../words/common.ts'
import { sayDay } from '../words/dates.ts'
import { newProposalWords } from '../words/new-proposal.ts'
import { bySignedIn } from './signed-in.ts'

const query = z.object({ topic: z.uuid().toLowerCase().optional() })
const form = formsOn(inCommunity, query)
const input = z.object({ adoption: id, title: text, topics: z.array(id).max(1000), continues: id.optional() })

interface Shown {
  readonly adopted: readonly AdoptionView[]
  readonly waiting: readonly TopicView[]
  readonly ended: readonly ProposalLine[]
}

/** 立案: opens a proposal under an adoption, out of the topics that wait. */
export const newProposalPage = page({
  path: '/c/:c/new-proposal',
  may: ['clerk'],
  params: inCommunity,
  query,
  load: ({ site: { engine }, reader }) =>
    bySignedIn(reader, async (actor) => {
      const adopted = await adoptions(engine, actor)
      const waiting = await topics(engine, actor, { limit: 200, state: 'open' })
      const running = await proposals(engine, actor, { limit: 100, standing: 'ended' })
      if (!adopted.ok) return adopted
      if (!waiting.ok) return waiting
      if (!running.ok) return running
      return ok<Shown>({ adopted: adopted.value.items, waiting: waiting.value.items, ended: running.value.items })
    }),
  forms: {
    open: form(input, async ({ site, actor, params: { c }, fields }) => {
      const opened = await openProposal(site.engine, actor, fields)
      return opened.ok ? ok({ to: `/c/${c}/proposals/${opened.value.proposal}/moves` }) : opened
    }),
  },
  view: (shown, ui, { query: { topic } }) => {
    const w = newProposalWords[ui.lang]
    return (
      <Document ui={ui} title={w.title} lead={w.lead}>
        {shown.adopted.length === 0 ? (
          <>
            <Empty>{w.noAdoption}</Empty>
            <Buttons>
              <LinkButton href={at(ui, '/adoptions')}>{w.toAdoptions}</LinkButton>
            </Buttons>
          </>
        ) : (
          <OpenForm ui={ui} shown={shown} topic={topic} />
        )}
      </Document>
    )
  },
})

interface OpenFormProps {
  readonly ui: Ui
  readonly shown: Shown
  readonly topic: string | undefined
}

const OpenForm = ({ ui, shown: { adopted, waiting, ended }, topic }: OpenFormProps) => {
  const w = newProposalWords[ui.lang]
  const today = ui.place?.today ?? ''
  const shared = { ui, form: 'open' }
  return (
    <Form ui={ui} name="open">
      <ChoiceField
        {...shared}
        name="adoption"
        label={w.procedure}
        value={adopted.length === 1 ? adopted[0]?.id : undefined}
        options={adopted.map((one) => ({
          value: one.id,
          title: `${one.title[ui.lang]}(${w.adoptedOn(sayDay(dayOf(new Date(one.adoptedAt)), today, ui.lang))})`,
        }))}
      />
      <TextField {...shared} name="title" label={w.name} hint={w.nameHint} maxlength={200} />
      {waiting.length === 0 ? (
        <p class="hint">{w.noTopics}</p>
      ) : (
        <ChoiceField
          {...shared}
          name="topics"
          label={w.topics}
          hint={w.topicsHint}
          several
          value={topic}
          options={waiting.map((one) => ({
            value: one.id,
            title: `${one.number}. ${one.text ?? common[ui.lang].erased}`,
          }))}
        />
      )}
      {ended.length === 0 ? null : (
        <SelectField
          {...shared}
          name="continues"
          label={w.continues}
          hint={w.continuesHint}
          optional
          options={ended.map((one) => ({
            value: one.id,
            title: `${one.number}. ${one.title ?? common[ui.lang].erased}`,
          }))}
        />
      )}
      <Submit>{w.submit}</Submit>
    </Form>
  )
}
