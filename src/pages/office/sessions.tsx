import { z } from 'zod'
import { ok } from '../../../workflows/result.ts'
import { endSession } from '../../services/session-ends.ts'
import { openSessions } from '../../services/views/accounts.ts'
import { bySignedIn } from '../clerk/signed-in.ts'
import { Done } from '../components/done.tsx'
import { Form, Hidden, Submit } from '../components/form.tsx'
import { Tag } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { done, formsOn, inCommunity, page } from '../page.ts'
import { sayTime } from '../words/dates.ts'
import { officeWords } from '../words/office.ts'

const form = formsOn(inCommunity, done)

/** Who is signed in now; a session that should not be is ended here. */
export const sessionsPage = page({
  path: '/c/:c/sessions',
  may: ['administrator'],
  params: inCommunity,
  query: done,
  load: ({ site, reader }) => bySignedIn(reader, (actor) => openSessions(site.engine, actor)),
  forms: {
    end: form(z.object({ session: z.uuid().toLowerCase() }), async ({ site, actor, params, fields }) => {
      const ended = await endSession(site.engine, actor, fields.session)
      return ended.ok ? ok({ to: `/c/${params.c}/sessions?done=ended` }) : ended
    }),
  },
  view: ({ items }, ui, { query }) => {
    const w = officeWords[ui.lang]
    return (
      <Document ui={ui} title={w.sessions} lead={w.sessionsLead}>
        <Done done={query.done} words={{ ended: w.sessionEnded }} />
        <ul class="cards">
          {items.map(({ id, login, name, startedAt, own }) => (
            <li>
              <h3>
                {name ?? login ?? w.resident} {own ? <Tag kind="good">{w.own}</Tag> : null}
              </h3>
              <p class="small">
                {login === null ? `${w.resident} · ` : ''}
                {w.since(sayTime(startedAt, ui.place?.today ?? '', ui.lang))}
              </p>
              {own ? null : (
                <Form ui={ui} name="end">
                  <Hidden name="session" value={id} />
                  <Submit quiet>{w.endSession}</Submit>
                </Form>
              )}
            </li>
          ))}
        </ul>
      </Document>
    )
  },
})
