import { z } from 'zod'
import { isEntryKind, isMove } from '../../../workflows/format/catalogue.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import { type Actor, type Engine, isOffice } from '../../services/act.ts'
import type { Refusal } from '../../services/refusal.ts'
import { type CaseAtHand, caseAtHand } from '../../services/views/case-at-hand.ts'
import { type PersonView, people } from '../../services/views/people.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Grounds } from '../components/grounds.tsx'
import { Notice } from '../components/notice.tsx'
import { Document } from '../layout/document.tsx'
import { formsOn, inProposal, page } from '../page.ts'
import { at as addressAt, isOf, type Ui } from '../ui.ts'
import { clerkWords } from '../words/clerk.ts'
import { common } from '../words/common.ts'
import { EventField } from './event-field.tsx'
import { eventForms, formNamed, formsOfKind, titleOf } from './events/all.ts'
import type { EventForm } from './events/event-form.ts'
import { leadsTo } from './leads-to.ts'
import { PersonSearch, peopleOptions } from './person-search.tsx'
import { bySignedIn } from './signed-in.ts'
import { uploadFrom } from './upload-from.ts'

const params = inProposal.extend({ event: z.enum(eventForms.map(({ name }) => name)) })
const query = z.object({ q: z.string().trim().max(60).optional(), for: z.uuid().toLowerCase().optional() })

interface Shown {
  readonly form: EventForm
  readonly at: CaseAtHand
  readonly found: readonly PersonView[]
}

const maySay = ({ by }: EventForm, ui: Ui): boolean =>
  isOf(ui, ...by) || (by.includes('resident') && ui.place?.me?.person !== undefined)

const picksPerson = ({ fields }: EventForm): boolean => Object.values(fields).some(({ as }) => as === 'person')

const load = async (
  engine: Engine,
  actor: Actor,
  { form, p, q, ui }: { readonly form: EventForm; readonly p: string; readonly q: string | undefined; readonly ui: Ui },
): Promise<Result<Shown, Refusal>> => {
  if (!maySay(form, ui)) return refuse({ code: 'forbidden', needs: form.by })
  const at = await caseAtHand(engine, actor, p)
  if (!at.ok) return at
  const found = picksPerson(form) && q ? await people(engine, actor, { limit: 20, q }) : ok({ items: [] })
  return found.ok ? ok({ form, at: at.value, found: found.value.items }) : found
}

const formOn = formsOn(params, query)

/** One thing that may be said of a proposal: what it asks, what it does, and its form. */
export const eventPage = page({
  path: '/c/:c/proposals/:p/moves/:event',
  may: 'signed-in',
  params,
  query,
  load: async ({ site, reader, params: { p, event }, query: { q }, ui }) => {
    const form = formNamed(event)
    if (!form) return refuse({ code: 'not_found', what: 'event' })
    return bySignedIn(reader, (actor) => load(site.engine, actor, { form, p, q, ui }))
  },
  forms: Object.fromEntries(
    eventForms.map((form) => [
      form.name,
      formOn(form.shape, async ({ site, actor, params: { c, p }, fields, files, ui }) => {
        const kept = await uploadFrom(site.engine, actor, files)
        if (!kept.ok) return kept
        const done = await form.send(site.engine, actor, p, { ...fields, ...kept.value })
        if (!done.ok) return done
        const office = ui.place?.me !== undefined && isOffice({ roles: new Set(ui.place.me.roles) })
        return ok({ to: `/c/${c}/proposals/${p}${office ? '/moves' : ''}?done=${form.name}` })
      }),
    ]),
  ),
  view: ({ form, at, found }, ui, { query: { q, for: chosen } }) => {
    const w = clerkWords[ui.lang]
    const title = titleOf(form)[ui.lang]
    const ways = at.moves.filter(({ move }) => move === form.kind)
    const people = peopleOptions(ui, found)
    const others = formsOfKind(form.kind).filter(({ name }) => name !== form.name)
    const sendsFiles = Object.values(form.fields).some(({ as }) => as === 'files')
    return (
      <Document ui={ui} title={title} lead={`${at.number}. ${at.title ?? common[ui.lang].erased}`}>
        {ways.map(({ to, grounds, open }) => (
          <>
            <p>{w.leadsTo(leadsTo(to, at, ui.lang))}</p>
            {open || grounds.length === 0 ? null : <Grounds ui={ui} grounds={grounds} caption={w.conditions} />}
          </>
        ))}
        {form.warning ? (
          <Notice kind="mind">
            <p>
              <strong>{w.beforeDoing}</strong>
            </p>
            <p>{form.warning[ui.lang]}</p>
          </Notice>
        ) : null}
        {picksPerson(form) ? <PersonSearch ui={ui} q={q} keep={{ for: chosen }} found={found.length} /> : null}
        <Form ui={ui} name={form.name} sendsFiles={sendsFiles}>
          {Object.entries(form.fields).map(([name, field]) => (
            <EventField ui={ui} form={form} name={name} field={field} at={at} chosen={chosen} people={people} />
          ))}
          <Buttons>
            <Submit>{isEntryKind(form.kind) && isMove(form.kind) ? w.doIt(title) : w.note(title)}</Submit>
            <LinkButton href={addressAt(ui, `/proposals/${addressOf(ui)}`)} quiet>
              {common[ui.lang].back}
            </LinkButton>
          </Buttons>
        </Form>
        {others.map((other) => (
          <p>
            {w.also} <a href={other.name}>{titleOf(other)[ui.lang]}</a>
          </p>
        ))}
      </Document>
    )
  },
})

/** The way back: to the clerk's moves, or to the page that everybody sees. */
const addressOf = (ui: Ui): string => {
  const proposal = ui.here.split('/')[4] ?? ''
  return isOf(ui, 'clerk', 'supervisor', 'township') ? `${proposal}/moves` : proposal
}
