import { z } from 'zod'
import { commentModes } from '../../../workflows/format/catalogue.ts'
import { ok } from '../../../workflows/result.ts'
import { dayOf } from '../../../workflows/rules/days.ts'
import { day } from '../../services/commands/inputs.ts'
import { setCommentMode } from '../../services/comment-mode.ts'
import { declareCalendar } from '../../services/communities.ts'
import { settings } from '../../services/views/settings.ts'
import { bySignedIn } from '../clerk/signed-in.ts'
import { Done } from '../components/done.tsx'
import { ChoiceField, TextField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Facts, Section } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { done, formsOn, inCommunity, page } from '../page.ts'
import { sayDay } from '../words/dates.ts'
import { officeWords } from '../words/office.ts'
import { provinceName } from '../words/provinces.ts'

const form = formsOn(inCommunity, done)

/** Days as they are typed: one a line, or with commas between. */
const days = z
  .string()
  .max(5000)
  .transform((typed) => typed.split(/[\s,,、;;]+/).filter((one) => one !== ''))
  .pipe(z.array(day).max(366))

/** Where the community lies, and the holidays of each year by which terms are reckoned. */
export const settingsPage = page({
  path: '/c/:c/settings',
  may: ['administrator'],
  params: inCommunity,
  query: done,
  load: ({ site, reader }) => bySignedIn(reader, (actor) => settings(site.engine, actor)),
  forms: {
    comments: form(z.object({ mode: z.enum(commentModes) }), async ({ site, actor, params, fields: { mode } }) => {
      const set = await setCommentMode(site.engine, actor, mode)
      return set.ok ? ok({ to: `/c/${params.c}/settings?done=modeSet` }) : set
    }),
    calendar: form(
      z.object({ year: z.string().regex(/^\d{4}$/), holidays: days, workdays: days.optional() }),
      async ({ site, actor, params, fields: { year, holidays, workdays = [] } }) => {
        const declared = await declareCalendar(site.engine, actor, { year, holidays, workdays })
        return declared.ok ? ok({ to: `/c/${params.c}/settings?done=declared` }) : declared
      },
    ),
  },
  view: (shown, ui, { query }) => {
    const w = officeWords[ui.lang]
    const of = { ui, form: 'calendar' } as const
    const founded = sayDay(dayOf(new Date(shown.foundedAt)), ui.place?.today ?? '', ui.lang)
    return (
      <Document ui={ui} title={w.settings} lead={w.settingsLead}>
        <Done done={query.done} words={{ declared: w.declared, modeSet: w.modeSet }} />
        <Facts
          facts={[
            [w.sort, w[shown.sort]],
            [w.jurisdiction, shown.jurisdiction === null ? w.unset : provinceName(shown.jurisdiction, ui.lang)],
            [w.founded, founded],
          ]}
        />
        <Section id="comments" title={w.comments}>
          <Form ui={ui} name="comments">
            <ChoiceField
              ui={ui}
              form="comments"
              name="mode"
              label={w.whoComments}
              hint={w.commentsHint}
              value={shown.comments}
              options={[
                { value: 'known', title: w.knownOnly },
                { value: 'guests', title: w.guestsToo },
              ]}
            />
            <Submit>{w.setMode}</Submit>
          </Form>
        </Section>
        <Section title={w.holidays}>
          <p>{w.holidaysLead}</p>
          <h3>{w.known}</h3>
          <Facts
            facts={Object.entries(shown.years).map(
              ([year, { holidays, workdays }]) => [year, w.days(holidays.length, workdays.length)] as const,
            )}
          />
          <Form ui={ui} name="calendar">
            <TextField {...of} name="year" label={w.year} inputmode="numeric" maxlength={4} />
            <TextField {...of} name="holidays" label={w.off} hint={w.offHint} rows={8} />
            <TextField {...of} name="workdays" label={w.on} hint={w.offHint} rows={4} optional />
            <Submit>{w.declare}</Submit>
          </Form>
        </Section>
      </Document>
    )
  },
})
