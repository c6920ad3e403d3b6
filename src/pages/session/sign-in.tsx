import { z } from 'zod'
import { ok, type Result } from '../../../workflows/result.ts'
import type { Refusal } from '../../services/refusal.ts'
import { type Credentials, signIn } from '../../services/sessions.ts'
import { TextField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { type Asked, formsOn, inCommunity, type Led, page } from '../page.ts'
import { localPath } from '../preferences.ts'
import { signInWords } from '../words/sign-in.ts'

const query = z.object({ back: z.string().max(500).optional() })
type SignInAsked = Asked<z.output<typeof inCommunity>, z.output<typeof query>>

const form = formsOn(inCommunity, query)

/** Begins a session and leads to where one wanted to go. */
const begin = async (
  { site, params, query: { back } }: SignInAsked,
  credentials: Credentials,
): Promise<Result<Led, Refusal>> => {
  const session = await signIn(site.engine, site.issuer, params.c, credentials)
  return session.ok
    ? ok({ to: back === undefined ? `/c/${params.c}` : localPath(back), session: session.value })
    : session
}

export const signInPage = page({
  path: '/c/:c/sign-in',
  may: 'anybody',
  params: inCommunity,
  query,
  load: async () => ok(undefined),
  forms: {
    slip: form(z.object({ slip: z.string().max(60) }), (sent) => begin(sent, sent.fields)),
    password: form(z.object({ login: z.string().max(60), password: z.string().max(200) }), (sent) =>
      begin(sent, sent.fields),
    ),
  },
  view: (_, ui) => {
    const w = signInWords[ui.lang]
    const { me } = ui.place ?? {}
    return (
      <Document ui={ui} title={w.title} lead={w.lead}>
        {me ? (
          <Notice kind="mind">
            <p>{w.already(me.name ?? w.somebody)}</p>
          </Notice>
        ) : null}
        <Section title={w.withSlip}>
          <Form ui={ui} name="slip">
            <TextField
              ui={ui}
              form="slip"
              name="slip"
              label={w.slip}
              hint={w.slipHint}
              autocomplete="one-time-code"
              maxlength={60}
            />
            <Submit>{w.submit}</Submit>
          </Form>
        </Section>
        <Section title={w.withPassword}>
          <Form ui={ui} name="password">
            <TextField ui={ui} form="password" name="login" label={w.login} autocomplete="username" maxlength={60} />
            <TextField
              ui={ui}
              form="password"
              name="password"
              label={w.password}
              type="password"
              autocomplete="current-password"
              maxlength={200}
            />
            <Submit>{w.submit}</Submit>
          </Form>
        </Section>
      </Document>
    )
  },
})
