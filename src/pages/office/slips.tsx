import { z } from 'zod'
import { type BodyKind, bodyKinds } from '../../../workflows/law/provision.ts'
import { ok, type Result } from '../../../workflows/result.ts'
import { bodyName } from '../../../workflows/wording.ts'
import { issueSlips } from '../../services/accounts.ts'
import type { Actor, Engine } from '../../services/act.ts'
import type { Refusal } from '../../services/refusal.ts'
import { bodies, people, seats } from '../../services/views/people.ts'
import { bySignedIn } from '../clerk/signed-in.ts'
import { ChoiceField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Empty, Section } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { people as several } from '../meetings/fields.ts'
import { formsOn, inCommunity, page } from '../page.ts'
import { foundAt } from '../site.ts'
import { at, type Ui } from '../ui.ts'
import { officeWords } from '../words/office.ts'
import { SlipSheet } from './slip-sheet.tsx'

const query = z.object({ body: z.enum(bodyKinds).optional(), q: z.string().max(40).optional() })
const form = formsOn(inCommunity, query)

interface Listed {
  readonly bodies: readonly string[]
  readonly people: readonly { readonly person: string; readonly name: string | null }[]
}

/** Whom slips may be printed for: the members of a body, or who was looked for by name. */
const listed = async (
  engine: Engine,
  actor: Actor,
  { body, q }: { readonly body?: BodyKind | undefined; readonly q?: string | undefined },
): Promise<Result<Listed, Refusal>> => {
  const kinds = await bodies(engine, actor)
  if (!kinds.ok) return kinds
  const known = { bodies: kinds.value.items.map(({ kind }) => kind) }
  if (body !== undefined) {
    const found = await seats(engine, actor, body)
    return found.ok ? ok({ ...known, people: found.value.items }) : found
  }
  if (q === undefined || q.trim() === '') return ok({ ...known, people: [] })
  const found = await people(engine, actor, { limit: 100, q })
  return found.ok ? ok({ ...known, people: found.value.items.map(({ id, name }) => ({ person: id, name })) }) : found
}

/** 登录签条: one-time codes, shown this once and printed eight to a page. */
export const slipsPage = page({
  path: '/c/:c/slips',
  may: ['clerk', 'administrator'],
  params: inCommunity,
  query,
  load: ({ site, reader, query: asked }) => bySignedIn(reader, (actor) => listed(site.engine, actor, asked)),
  forms: {
    issue: form(z.object({ people: several }), async ({ site, actor, params: { c }, fields, origin }) => {
      const issued = await issueSlips(site.engine, actor, fields)
      if (!issued.ok) return issued
      const address = `${foundAt(site, origin)}/c/${c}/sign-in`
      return ok({ shows: (ui: Ui) => <SlipSheet ui={ui} slips={issued.value} address={address} /> })
    }),
  },
  view: (shown, ui, { query: asked }) => {
    const w = officeWords[ui.lang]
    return (
      <Document ui={ui} title={w.slips} lead={w.slipsLead}>
        <Section title={w.ofBody}>
          <ul class="links">
            {shown.bodies.map((kind) => (
              <li>
                <a href={at(ui, `/slips?body=${kind}`)} aria-current={kind === asked.body ? 'true' : undefined}>
                  {bodyName(kind, ui.lang)}
                </a>
              </li>
            ))}
          </ul>
          <search>
            <form class="search" method="get" action={at(ui, '/slips')}>
              <div class="field">
                <label for="q">{w.orSearch}</label>
                <input id="q" name="q" type="search" maxlength={40} value={asked.q} />
              </div>
              <div class="buttons">
                <Submit quiet>{w.find}</Submit>
              </div>
            </form>
          </search>
        </Section>
        {asked.body === undefined && (asked.q ?? '') === '' ? null : <Whom ui={ui} shown={shown} />}
      </Document>
    )
  },
})

const Whom = ({ ui, shown }: { readonly ui: Ui; readonly shown: Listed }) => {
  const w = officeWords[ui.lang]
  if (shown.people.length === 0) return <Empty>{w.nobody}</Empty>
  return (
    <Form ui={ui} name="issue">
      <ChoiceField
        ui={ui}
        form="issue"
        name="people"
        label={w.whom}
        several
        options={shown.people.map(({ person, name }) => ({ value: person, title: name ?? '—' }))}
      />
      <Submit>{w.print}</Submit>
    </Form>
  )
}
