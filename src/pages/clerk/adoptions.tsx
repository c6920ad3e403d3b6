import { z } from 'zod'
import type { Choice } from '../../../workflows/procedures/choices.ts'
import { procedures } from '../../../workflows/registry.ts'
import { ok } from '../../../workflows/result.ts'
import { dayOf } from '../../../workflows/rules/days.ts'
import { adopt } from '../../services/adoptions.ts'
import { type AdoptionView, adoptions } from '../../services/views/documents.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { ChoiceField, TextField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Notice } from '../components/notice.tsx'
import { Empty, Facts, Section, Tag } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { done, formsOn, inCommunity, page } from '../page.ts'
import { at, type Ui } from '../ui.ts'
import { adoptionWords } from '../words/adoptions.ts'
import { sayDay } from '../words/dates.ts'
import { bySignedIn } from './signed-in.ts'

const query = done.extend({ procedure: z.string().max(80).optional() })
const form = formsOn(inCommunity, query)

/** A choice as a browser sends it. */
const shapeOf = (choice: Choice): z.ZodType =>
  choice.sort === 'one-of'
    ? z.enum(choice.options.map(({ value }) => value))
    : z.coerce.number().int().min(choice.atLeast).max(choice.atMost)

const formOf = (procedure: string, choices: Readonly<Record<string, Choice>>) =>
  form(
    z.object(Object.fromEntries(Object.entries(choices).map(([name, choice]) => [name, shapeOf(choice)]))),
    async ({ site, actor, params: { c }, fields }) => {
      const made = await adopt(site.engine, actor, { procedure, choices: fields as Record<string, string | number> })
      return made.ok ? ok({ to: `/c/${c}/adoptions?done=adopted` }) : made
    },
  )

/** 启用: the procedures a community has adopted, those it may adopt, and the choices of one with why each is asked. */
export const adoptionsPage = page({
  path: '/c/:c/adoptions',
  may: ['clerk', 'administrator'],
  params: inCommunity,
  query,
  load: ({ site, reader }) => bySignedIn(reader, (actor) => adoptions(site.engine, actor)),
  forms: Object.fromEntries([...procedures].map(([id, { choices }]) => [id, formOf(id, choices)])),
  view: ({ items }, ui, { query: asked }) => {
    const w = adoptionWords[ui.lang]
    const wanted = asked.procedure ?? ui.tried?.form
    const procedure = wanted === undefined ? undefined : procedures.get(wanted)
    if (wanted !== undefined && procedure !== undefined)
      return <Choices ui={ui} id={wanted} title={procedure.title[ui.lang]} choices={procedure.choices} />
    return (
      <Document ui={ui} title={w.title} lead={w.lead}>
        {asked.done === 'adopted' ? (
          <Notice kind="done">
            <p>{w.done}</p>
            <p>
              <a href={at(ui, '/new-proposal')}>{w.open}</a>
            </p>
          </Notice>
        ) : null}
        <Section title={w.adopted}>
          <Adopted ui={ui} items={items} />
        </Section>
        <Section title={w.offered}>
          <ul class="cards">
            {[...procedures]
              .filter(([, { sort }]) => sort === ui.place?.sort)
              .map(([id, { title }]) => (
                <li>
                  <h3>{title[ui.lang]}</h3>
                  <Buttons>
                    <LinkButton href={`${at(ui, '/adoptions')}?${new URLSearchParams({ procedure: id })}`}>
                      {w.choose}
                    </LinkButton>
                  </Buttons>
                </li>
              ))}
          </ul>
        </Section>
      </Document>
    )
  },
})

const Adopted = ({ ui, items }: { readonly ui: Ui; readonly items: readonly AdoptionView[] }) => {
  const w = adoptionWords[ui.lang]
  if (items.length === 0) return <Empty>{w.none}</Empty>
  return (
    <ul class="cards">
      {items.map((one, index) => (
        <li>
          <h3>
            {one.title[ui.lang]} {index === 0 ? <Tag kind="good">{w.newest}</Tag> : null}
          </h3>
          <p class="small">{w.on(sayDay(dayOf(new Date(one.adoptedAt)), ui.place?.today ?? '', ui.lang))}</p>
          <details>
            <summary>{w.chosen}</summary>
            <Facts facts={chosen(one, ui)} />
          </details>
        </li>
      ))}
    </ul>
  )
}

/** What was settled, in the words in which it was asked. */
const chosen = ({ procedure, choices }: AdoptionView, ui: Ui): readonly (readonly [string, string])[] =>
  Object.entries(choices).map(([name, value]) => {
    const asked = procedures.get(procedure)?.choices[name]
    const option = asked?.sort === 'one-of' ? asked.options.find((one) => one.value === value) : undefined
    return [asked?.title[ui.lang] ?? name, option?.title[ui.lang] ?? String(value)]
  })

interface ChoicesProps {
  readonly ui: Ui
  readonly id: string
  readonly title: string
  readonly choices: Readonly<Record<string, Choice>>
}

const Choices = ({ ui, id, title, choices }: ChoicesProps) => {
  const w = adoptionWords[ui.lang]
  return (
    <Document ui={ui} title={w.choicesFor(title)} lead={w.choicesLead}>
      <Form ui={ui} name={id}>
        {Object.entries(choices).map(([name, choice]) => {
          const shared = { ui, form: id, name, label: choice.title[ui.lang] }
          return choice.sort === 'one-of' ? (
            <ChoiceField
              {...shared}
              hint={choice.why[ui.lang]}
              options={choice.options.map((one) => ({ value: one.value, title: one.title[ui.lang] }))}
            />
          ) : (
            <TextField
              {...shared}
              hint={`${choice.why[ui.lang]} ${w.between(choice.atLeast, choice.atMost)}`}
              inputmode="numeric"
              maxlength={5}
            />
          )
        })}
        <Notice kind="mind">
          <p>{w.mind}</p>
        </Notice>
        <Submit>{w.adopt}</Submit>
      </Form>
    </Document>
  )
}
