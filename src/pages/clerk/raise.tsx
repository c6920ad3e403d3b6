import { z } from 'zod'
import { ok } from '../../../workflows/result.ts'
import { channelNames, channels, topicClasses, topicClassWords } from '../../../workflows/topics.ts'
import { day, id, text } from '../../services/commands/inputs.ts'
import { raiseTopic } from '../../services/topics.ts'
import { type PersonView, people } from '../../services/views/people.ts'
import { ChoiceField, SelectField, TextField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Document } from '../layout/document.tsx'
import { formsOn, inCommunity, page } from '../page.ts'
import { isOf, type Ui } from '../ui.ts'
import { topicWords } from '../words/topics.ts'
import { PersonSearch, peopleOptions } from './person-search.tsx'
import { bySignedIn } from './signed-in.ts'

const query = z.object({ q: z.string().trim().max(60).optional() })
const form = formsOn(inCommunity, query)
const input = z.object({
  text,
  channel: z.enum(channels).default('online'),
  proposer: id.optional(),
  raisedOn: day.optional(),
  class: z.enum(topicClassWords as [(typeof topicClassWords)[number]]).optional(),
})

/** 提议题: residents raise a topic of their own; the clerk enters what came by letter box, telephone or at the door. */
export const raisePage = page({
  path: '/c/:c/raise',
  may: ['resident', 'clerk'],
  params: inCommunity,
  query,
  load: async ({ site, reader, query: { q }, ui }) => {
    if (!q || !isOf(ui, 'clerk')) return ok<readonly PersonView[]>([])
    const found = await bySignedIn(reader, (actor) => people(site.engine, actor, { limit: 20, q }))
    return found.ok ? ok(found.value.items) : found
  },
  forms: {
    raise: form(input, async ({ site, actor, params: { c }, fields }) => {
      const raised = await raiseTopic(site.engine, actor, fields)
      return raised.ok ? ok({ to: `/c/${c}/topics/${raised.value.topic}?done=raised` }) : raised
    }),
  },
  view: (found, ui, { query: { q } }) => {
    const w = topicWords[ui.lang]
    return (
      <Document ui={ui} title={w.raiseTitle} lead={w.raiseLead}>
        {isOf(ui, 'clerk') ? <PersonSearch ui={ui} q={q} found={found.length} /> : null}
        <Form ui={ui} name="raise" patient>
          <TextField ui={ui} form="raise" name="text" label={w.text} hint={w.textHint} rows={6} maxlength={5000} />
          {isOf(ui, 'clerk') ? <ForOthers ui={ui} found={found} /> : null}
          <Submit>{w.send}</Submit>
        </Form>
      </Document>
    )
  },
})

/** What the clerk says besides: how it came, when, and whose it is. */
const ForOthers = ({ ui, found }: { readonly ui: Ui; readonly found: readonly PersonView[] }) => {
  const w = topicWords[ui.lang]
  const shared = { ui, form: 'raise' }
  return (
    <>
      <SelectField
        {...shared}
        name="channel"
        label={w.channel}
        value="letter-box"
        options={channels.map((value) => ({ value, title: channelNames[value][ui.lang] }))}
      />
      {found.length === 0 ? null : (
        <ChoiceField {...shared} name="proposer" label={w.proposer} options={peopleOptions(ui, found)} />
      )}
      <TextField {...shared} name="raisedOn" type="date" label={w.day} value={ui.place?.today} optional />
      <SelectField
        {...shared}
        name="class"
        label={w.class}
        optional
        options={topicClassWords.map((value) => ({ value, title: topicClasses[value][ui.lang] }))}
      />
    </>
  )
}
