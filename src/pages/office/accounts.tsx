import { z } from 'zod'
import { ok } from '../../../workflows/result.ts'
import { endRole, openAccount } from '../../services/accounts.ts'
import { id } from '../../services/commands/inputs.ts'
import { type AccountView, accounts } from '../../services/views/accounts.ts'
import { onePerson } from '../../services/views/people.ts'
import { bySignedIn } from '../clerk/signed-in.ts'
import { Done } from '../components/done.tsx'
import { SelectField, TextField } from '../components/field.tsx'
import { Form, Hidden, Submit } from '../components/form.tsx'
import { Section, Tag } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { done, formsOn, inCommunity, page } from '../page.ts'
import { at, type Ui } from '../ui.ts'
import { common } from '../words/common.ts'
import { officeWords } from '../words/office.ts'
import { disciplineCodes, disciplineName, roleName } from '../words/roles.ts'

const query = done.extend({ for: id.optional() })
const form = formsOn(inCommunity, query)
/** What an administrator may grant; a township comes by its own grant. */
const roles = ['clerk', 'supervisor', 'expert', 'administrator'] as const

const opening = z
  .object({
    login: z.string().trim().min(2).max(60),
    password: z.string().max(200),
    role: z.enum(roles),
    discipline: z.string().max(60).optional(),
    person: id.optional(),
  })
  .refine(({ role, discipline }) => (role === 'expert') === (discipline !== undefined), { path: ['discipline'] })

/** Accounts with a password, and the roles of each. */
export const accountsPage = page({
  path: '/c/:c/accounts',
  may: ['administrator'],
  params: inCommunity,
  query,
  load: ({ site, reader, query: { for: person } }) =>
    bySignedIn(reader, async (actor) => {
      const all = await accounts(site.engine, actor)
      if (!all.ok) return all
      const holder = person === undefined ? ok(undefined) : await onePerson(site.engine, actor, person)
      return holder.ok ? ok({ ...all.value, holder: holder.value }) : holder
    }),
  forms: {
    open: form(opening, async ({ site, actor, params, fields }) => {
      const opened = await openAccount(site.engine, actor, fields)
      return opened.ok ? ok({ to: `/c/${params.c}/accounts?done=opened` }) : opened
    }),
    end: form(
      z.object({ account: z.uuid().toLowerCase(), role: z.enum([...roles, 'township']) }),
      async ({ site, actor, params, fields }) => {
        const ended = await endRole(site.engine, actor, fields)
        return ended.ok ? ok({ to: `/c/${params.c}/accounts?done=ended` }) : ended
      },
    ),
  },
  view: ({ items, holder }, ui, { query: { done: said } }) => {
    const w = officeWords[ui.lang]
    const of = { ui, form: 'open' } as const
    return (
      <Document ui={ui} title={w.accounts} lead={w.accountsLead}>
        <Done done={said} words={{ opened: w.opened, ended: w.ended }} />
        <ul class="cards">
          {items.map((one) => (
            <Account ui={ui} one={one} />
          ))}
        </ul>
        <Section id="open" title={w.openAccount}>
          <Form ui={ui} name="open">
            {holder === undefined ? (
              <p class="hint">{w.ofNobody}</p>
            ) : (
              <>
                <Hidden name="person" value={holder.id} />
                <p>
                  <strong>{w.ofPerson(holder.name ?? common[ui.lang].erased, holder.household)}</strong>{' '}
                  <a href={at(ui, '/accounts#open')}>{w.ofNobodyInstead}</a>
                </p>
              </>
            )}
            <TextField {...of} name="login" label={w.newLogin} hint={w.loginHint} maxlength={60} autocomplete="off" />
            <TextField
              {...of}
              name="password"
              label={w.password}
              hint={w.passwordHint}
              type="password"
              maxlength={200}
              autocomplete="new-password"
            />
            <SelectField
              {...of}
              name="role"
              label={w.role}
              options={roles.map((value) => ({ value, title: roleName(value, ui.lang) }))}
            />
            <SelectField
              {...of}
              name="discipline"
              label={w.discipline}
              hint={w.disciplineBoth}
              optional
              options={disciplineCodes.map((value) => ({ value, title: disciplineName(value, ui.lang) }))}
            />
            <Submit>{w.submitAccount}</Submit>
          </Form>
        </Section>
      </Document>
    )
  },
})

const Account = ({ ui, one }: { readonly ui: Ui; readonly one: AccountView }) => {
  const w = officeWords[ui.lang]
  return (
    <li>
      <h3>
        {one.login}
        {one.name === null ? '' : `(${one.name})`} {one.disabled ? <Tag kind="bad">{w.disabled}</Tag> : null}
      </h3>
      {one.roles.length === 0 ? <p class="small">{w.noRoles}</p> : null}
      {one.roles.map(({ role, discipline }) => {
        const title = `${roleName(role, ui.lang)}${discipline === null ? '' : `${ui.lang === 'zh' ? '：' : ': '}${disciplineName(discipline, ui.lang)}`}`
        return (
          <Form ui={ui} name="end" class="row">
            <Tag>{title}</Tag>
            <Hidden name="account" value={one.id} />
            <Hidden name="role" value={role} />
            <button type="submit" class="button quiet" aria-label={w.endRoleOf(title, one.login)}>
              {w.endRole}
            </button>
          </Form>
        )
      })}
    </li>
  )
}
