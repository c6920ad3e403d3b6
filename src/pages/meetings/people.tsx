import { z } from 'zod'
import { word } from '../../../workflows/format/catalogue.ts'
import { ok } from '../../../workflows/result.ts'
import { excuseMember } from '../../services/excuses.ts'
import { giveProxy } from '../../services/proxies.ts'
import { withdrawProxy } from '../../services/proxy-withdrawals.ts'
import { recuseMember } from '../../services/recusals.ts'
import { noteObserver } from '../../services/sittings.ts'
import { type ProxyView, proxies } from '../../services/views/proxies.ts'
import { bySignedIn } from '../clerk/signed-in.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Done } from '../components/done.tsx'
import { SelectField, TextField } from '../components/field.tsx'
import { Form, Hidden, Submit } from '../components/form.tsx'
import { Empty, Section, Tag } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { done, formsOn, page } from '../page.ts'
import { at, type Ui } from '../ui.ts'
import { capacityName } from '../words/names.ts'
import { peopleAtWords } from '../words/people-at.ts'
import { printed } from '../words/printed.ts'
import { inMeeting } from './address.ts'
import { type DeskShown, loadDesk } from './desk.tsx'
import { person, reason } from './fields.ts'

const form = formsOn(inMeeting, done)
const capacities = ['supervisor', 'expert', 'township', 'unit', 'resident'] as const
const back = (c: string, m: string) => ({ to: `/c/${c}/meetings/${m}/people?done=noted` })

/** Who sits in, who has excused himself, who does not vote on an item, and who votes for another. */
export const peopleAtPage = page({
  path: '/c/:c/meetings/:m/people',
  may: ['clerk'],
  params: inMeeting,
  query: done,
  load: async (asked) => {
    const shown = await loadDesk(asked)
    if (!shown.ok) return shown
    const given = await bySignedIn(asked.reader, (actor) => proxies(asked.site.engine, actor, asked.params.m))
    return given.ok ? ok({ ...shown.value, proxies: given.value.items }) : given
  },
  forms: {
    observer: form(z.object({ name: reason, capacity: word }), async ({ site, actor, params: { c, m }, fields }) => {
      const noted = await noteObserver(site.engine, actor, m, fields)
      return noted.ok ? ok(back(c, m)) : noted
    }),
    excuse: form(z.object({ person, reason }), async ({ site, actor, params: { c, m }, fields }) => {
      const noted = await excuseMember(site.engine, actor, m, fields)
      return noted.ok ? ok(back(c, m)) : noted
    }),
    recuse: form(
      z.object({ person, proposal: z.uuid().toLowerCase(), reason }),
      async ({ site, actor, params: { c, m }, fields }) => {
        const noted = await recuseMember(site.engine, actor, m, fields)
        return noted.ok ? ok(back(c, m)) : noted
      },
    ),
    proxy: form(
      z.object({ principal: person, proxy: person, document: reason }),
      async ({ site, actor, params: { c, m }, fields }) => {
        const given = await giveProxy(site.engine, actor, m, fields)
        return given.ok ? ok(back(c, m)) : given
      },
    ),
    withdraw: form(z.object({ proxy: z.uuid().toLowerCase() }), async ({ site, actor, params: { c, m }, fields }) => {
      const gone = await withdrawProxy(site.engine, actor, { meeting: m, proxy: fields.proxy })
      return gone.ok ? ok(back(c, m)) : gone
    }),
  },
  view: (shown, ui, { query, params }) => {
    const w = peopleAtWords[ui.lang]
    const roll = shown.attendance.members.map(({ person: value, name }) => ({ value, title: name ?? w.erased }))
    return (
      <Document ui={ui} title={w.title}>
        <Done done={query.done} words={{ noted: w.done }} />
        <Observers ui={ui} shown={shown} />
        <Section title={w.excuse}>
          <p>{w.excuseLead}</p>
          <Form ui={ui} name="excuse">
            <SelectField ui={ui} form="excuse" name="person" label={w.whoExcuse} options={roll} />
            <TextField ui={ui} form="excuse" name="reason" label={w.why} maxlength={500} />
            <Submit>{w.addExcuse}</Submit>
          </Form>
        </Section>
        <Recusals ui={ui} shown={shown} roll={roll} />
        <Proxies ui={ui} given={shown.proxies} roll={roll} />
        <Buttons>
          <LinkButton href={at(ui, `/meetings/${params.m}/desk`)} quiet>
            {w.backToDesk}
          </LinkButton>
        </Buttons>
      </Document>
    )
  },
})

type Options = readonly { readonly value: string; readonly title: string }[]
interface PartProps {
  readonly ui: Ui
  readonly shown: DeskShown
}

const Observers = ({ ui, shown: { meeting } }: PartProps) => {
  const w = peopleAtWords[ui.lang]
  return (
    <Section title={w.observers}>
      <p>{w.observersLead}</p>
      {meeting.observers.length === 0 ? (
        <Empty>{w.noObservers}</Empty>
      ) : (
        <ul>
          {meeting.observers.map(({ name, capacity }) => (
            <li>{printed(`${name ?? w.erased}(${capacityName(capacity, ui.lang)})`, ui.lang)}</li>
          ))}
        </ul>
      )}
      <Form ui={ui} name="observer">
        <TextField ui={ui} form="observer" name="name" label={w.observer} maxlength={100} />
        <SelectField
          ui={ui}
          form="observer"
          name="capacity"
          label={w.capacity}
          options={capacities.map((value) => ({ value, title: capacityName(value, ui.lang) }))}
        />
        <Submit>{w.addObserver}</Submit>
      </Form>
    </Section>
  )
}

const Recusals = ({ ui, shown, roll }: PartProps & { readonly roll: Options }) => {
  const w = peopleAtWords[ui.lang]
  const titled = shown.sheet.items.map(({ proposal, number, title }) => ({
    value: proposal,
    title: w.item(number, title ?? w.untitled),
  }))
  const named = (id: string) => roll.find(({ value }) => value === id)?.title ?? w.erased
  const noted = shown.desk.items.filter(({ recusedPeople }) => recusedPeople.length > 0)
  return (
    <Section title={w.recuse}>
      <p>{w.recuseLead}</p>
      <ul>
        {noted.map(({ proposal, recusedPeople }) => (
          <li>
            {titled.find(({ value }) => value === proposal)?.title}
            {ui.lang === 'zh' ? '：' : ': '}
            {recusedPeople.map(named).join('、')}
          </li>
        ))}
      </ul>
      <Form ui={ui} name="recuse">
        <SelectField ui={ui} form="recuse" name="person" label={w.whoRecuse} options={roll} />
        <SelectField ui={ui} form="recuse" name="proposal" label={w.whichItem} options={titled} />
        <TextField ui={ui} form="recuse" name="reason" label={w.why} maxlength={500} />
        <Submit>{w.addRecuse}</Submit>
      </Form>
    </Section>
  )
}

interface ProxiesProps {
  readonly ui: Ui
  readonly given: readonly ProxyView[]
  readonly roll: Options
}

const Proxies = ({ ui, given, roll }: ProxiesProps) => {
  const w = peopleAtWords[ui.lang]
  return (
    <Section title={w.proxy}>
      <p>{w.proxyLead}</p>
      {given.length === 0 ? <Empty>{w.noProxies}</Empty> : null}
      <ul class="cards">
        {given.map(({ id, principalName, proxyName, document, withdrawnAt }) => (
          <li>
            <p>
              {w.proxyLine(principalName ?? w.erased, proxyName ?? w.erased)}{' '}
              {withdrawnAt === null ? null : <Tag kind="bad">{w.withdrawn}</Tag>}
            </p>
            <p class="small">{document}</p>
            {withdrawnAt === null ? (
              <Form ui={ui} name="withdraw">
                <Hidden name="proxy" value={id} />
                <Submit quiet>{w.withdraw}</Submit>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      <Form ui={ui} name="proxy">
        <SelectField ui={ui} form="proxy" name="principal" label={w.principal} options={roll} />
        <SelectField ui={ui} form="proxy" name="proxy" label={w.proxyPerson} options={roll} />
        <TextField ui={ui} form="proxy" name="document" label={w.document} rows={2} />
        <Submit>{w.addProxy}</Submit>
      </Form>
    </Section>
  )
}
