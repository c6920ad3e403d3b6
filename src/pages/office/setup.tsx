import { z } from 'zod'
import { ok } from '../../../workflows/result.ts'
import { text } from '../../services/commands/inputs.ts'
import { foundCommunity } from '../../services/communities.ts'
import { ChoiceField, SelectField, TextField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Document } from '../layout/document.tsx'
import { formsOn, noQuery, page } from '../page.ts'
import { officeWords } from '../words/office.ts'
import { provinceCodes, provinceName } from '../words/provinces.ts'

const nowhere = z.object({})
const form = formsOn(nowhere, noQuery)
const sorts = ['village', 'city', 'township'] as const

const fields = z.object({
  token: z.string().trim().max(200),
  sort: z.enum(sorts),
  name: text.pipe(z.string().max(100)),
  jurisdiction: z
    .string()
    .regex(/^CN-[0-9A-Z]{2}$/)
    .optional(),
  login: z.string().trim().min(2).max(60),
  password: z.string().max(200),
})

/** First use: whoever has the token from the console founds the community with its first administrator. */
export const setupPage = page({
  path: '/setup',
  may: 'anybody',
  params: nowhere,
  query: noQuery,
  load: async () => ok(undefined),
  forms: {
    found: form(fields, async ({ site, key, fields: { token, login, password, ...place } }) => {
      // The form's key is the community's id: sent twice, one is founded.
      const id = z.uuid().toLowerCase().safeParse(key)
      const founded = await foundCommunity(
        site.engine,
        { given: token, wanted: site.setupToken },
        { ...place, administrator: { login, password }, community: id.success ? id.data : undefined },
      )
      if (!founded.ok) return founded
      const there = `/c/${founded.value.community}`
      return ok({ to: `${there}/sign-in?${new URLSearchParams({ back: `${there}/accounts` })}` })
    }),
  },
  view: (_, ui) => {
    const w = officeWords[ui.lang]
    const of = { ui, form: 'found' } as const
    return (
      <Document ui={ui} title={w.setup} lead={w.setupLead}>
        <Form ui={ui} name="found">
          <TextField {...of} name="token" label={w.token} maxlength={200} autocomplete="off" />
          <ChoiceField
            {...of}
            name="sort"
            label={w.sort}
            value="village"
            options={sorts.map((value) => ({ value, title: w[value] }))}
          />
          <TextField {...of} name="name" label={w.name} hint={w.nameHint} maxlength={100} />
          <SelectField
            {...of}
            name="jurisdiction"
            label={w.jurisdiction}
            hint={w.jurisdictionHint}
            optional
            options={provinceCodes.map((value) => ({ value, title: provinceName(value, ui.lang) }))}
          />
          <TextField {...of} name="login" label={w.login} hint={w.loginHint} maxlength={60} autocomplete="username" />
          <TextField
            {...of}
            name="password"
            label={w.password}
            hint={w.passwordHint}
            type="password"
            maxlength={200}
            autocomplete="new-password"
          />
          <Submit>{w.found}</Submit>
          <p class="small">{w.afterSetup}</p>
        </Form>
      </Document>
    )
  },
})
