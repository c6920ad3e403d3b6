import { z } from 'zod'
import { ok, type Result } from '../../../workflows/result.ts'
import type { Refusal } from '../../services/refusal.ts'
import { type Credentials, signIn } from '../../services/sessions.ts'
import { Notice } from '../components/notice.tsx'
import { SignInForms } from '../components/sign-in-forms.tsx'
import { Document } from '../layout/document.tsx'
import { type Asked, formsOn, inCommunity, type Led, page } from '../page.ts'
import { localPath } from '../preferences.ts'
import { signInWords } from '../words/sign-in.ts'
import { byPassword, bySlip } from './credentials.ts'

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
    slip: form(bySlip, (sent) => begin(sent, sent.fields)),
    password: form(byPassword, (sent) => begin(sent, sent.fields)),
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
        <SignInForms ui={ui} names={{ slip: 'slip', password: 'password' }} />
      </Document>
    )
  },
})
