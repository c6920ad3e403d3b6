import { z } from 'zod'
import { ok } from '../../../workflows/result.ts'
import { signOut } from '../../services/sessions.ts'
import { Confirm } from '../components/confirm.tsx'
import { formsOn, inCommunity, noQuery, page } from '../page.ts'
import { at } from '../ui.ts'
import { signInWords } from '../words/sign-in.ts'

const form = formsOn(inCommunity, noQuery)

/** The session ends at once, on this device and everywhere it was kept. */
export const signOutPage = page({
  path: '/c/:c/sign-out',
  may: 'anybody',
  params: inCommunity,
  query: noQuery,
  load: async () => ok(undefined),
  forms: {
    'sign-out': form(z.object({}), async ({ site, actor }) => {
      await signOut(site.engine, actor)
      return ok({ to: `/c/${actor.community}`, session: null })
    }),
  },
  view: (_, ui) => {
    const w = signInWords[ui.lang]
    return (
      <Confirm ui={ui} title={w.outTitle} form="sign-out" sends={{}} yes={w.yesOut} back={at(ui)}>
        <p>{w.out}</p>
      </Confirm>
    )
  },
})
