import { z } from 'zod'
import { motions, waysOfVoting } from '../../../workflows/format/catalogue.ts'
import { ok, refuse } from '../../../workflows/result.ts'
import { motionName } from '../../../workflows/wording.ts'
import { openBallot } from '../../services/ballots.ts'
import { openPoll } from '../../services/polls.ts'
import type { DeskItem } from '../../services/views/desk.ts'
import type { SheetItem } from '../../services/views/meeting-sheet.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { ChoiceField, TextField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Grounds } from '../components/grounds.tsx'
import { Document } from '../layout/document.tsx'
import { formsOn, noQuery, page } from '../page.ts'
import { at, type Ui } from '../ui.ts'
import { meetingDeskWords } from '../words/meeting-desk.ts'
import { printed } from '../words/printed.ts'
import { putWords } from '../words/put.ts'
import { sittingWords } from '../words/sitting.ts'
import { inItem } from './address.ts'
import { loadDesk } from './desk.tsx'
import { atTime, instantOf, onDay, reason, ticked } from './fields.ts'

const form = formsOn(inItem, noQuery)

const fields = z
  .object({
    motion: z.enum(motions),
    voting: z.enum(waysOfVoting),
    untilDay: onDay.optional(),
    untilTime: atTime.optional(),
    again: reason.optional(),
    small: ticked,
  })
  .refine((one) => (one.untilDay === undefined) === (one.untilTime === undefined), { path: ['untilTime'] })

/** Putting an item to the vote by whichever way, or opening the poll of an election. */
export const itemPage = page({
  path: '/c/:c/meetings/:m/items/:p',
  may: ['clerk'],
  params: inItem,
  query: noQuery,
  load: async ({ site, reader, params }) => {
    const shown = await loadDesk({ site, reader, params })
    if (!shown.ok) return shown
    const { desk, sheet, meeting } = shown.value
    const item = desk.items.find(({ proposal }) => proposal === params.p)
    const told = sheet.items.find(({ proposal }) => proposal === params.p)
    return item && told
      ? ok({ meeting, item, told, present: desk.people.present })
      : refuse({ code: 'not_found', what: 'agenda item' })
  },
  forms: {
    ballot: form(fields, async ({ site, actor, params, fields: typed }) => {
      const { untilDay, untilTime, small, ...rest } = typed
      const put = await openBallot(site.engine, actor, params.m, {
        ...rest,
        proposal: params.p,
        until: untilDay !== undefined && untilTime !== undefined ? instantOf(untilDay, untilTime) : undefined,
        smallElectorate: small === undefined ? undefined : true,
      })
      return put.ok ? ok({ to: `/c/${params.c}/ballots/${put.value.ballot}/desk` }) : put
    }),
    poll: form(z.object({}), async ({ site, actor, params }) => {
      const put = await openPoll(site.engine, actor, params.m, { proposal: params.p })
      return put.ok ? ok({ to: `/c/${params.c}/polls/${put.value.poll}` }) : put
    }),
  },
  view: ({ meeting, item, told, present }, ui, { params }) => {
    const w = putWords[ui.lang]
    const isPoll = told.kind === 'election'
    const title = item.title ?? meetingDeskWords[ui.lang].untitled
    return (
      <Document
        ui={ui}
        title={printed(`${isPoll ? w.pollTitle : w.title}:${title}`, ui.lang)}
        lead={meeting.outcome !== null ? sittingWords[ui.lang].ended : isPoll ? w.poll : w.lead(present)}
      >
        {meeting.outcome === null ? <Put ui={ui} item={item} told={told} /> : null}
        <Buttons>
          <LinkButton href={at(ui, `/meetings/${params.m}/desk`)} quiet>
            {w.back}
          </LinkButton>
        </Buttons>
      </Document>
    )
  },
})

const Put = ({ ui, item, told }: { readonly ui: Ui; readonly item: DeskItem; readonly told: SheetItem }) => (
  <>
    <Unmet ui={ui} item={item} />
    {told.kind === 'election' ? <OpenPoll ui={ui} /> : <OpenBallot ui={ui} told={told} />}
  </>
)

const Unmet = ({ ui, item }: { readonly ui: Ui; readonly item: DeskItem }) => {
  const grounds = item.next
    .filter(({ move, open }) => !open && (move === 'ballot.opened' || move === 'poll.opened'))
    .flatMap((one) => one.grounds)
  return grounds.length === 0 ? null : <Grounds ui={ui} grounds={grounds} caption={putWords[ui.lang].missing} />
}

const OpenPoll = ({ ui }: { readonly ui: Ui }) => (
  <Form ui={ui} name="poll">
    <Submit>{putWords[ui.lang].submitPoll}</Submit>
  </Form>
)

const OpenBallot = ({ ui, told }: { readonly ui: Ui; readonly told: SheetItem }) => {
  const w = putWords[ui.lang]
  const of = { ui, form: 'ballot' } as const
  const ways = told.paperOnly ? (['secret'] as const) : waysOfVoting
  return (
    <Form ui={ui} name="ballot">
      <ChoiceField
        {...of}
        name="motion"
        label={w.motion}
        value={told.motions[0] ?? 'agree'}
        options={told.motions.map((value) => ({ value, title: motionName(value, ui.lang) }))}
      />
      <ChoiceField
        {...of}
        name="voting"
        label={w.voting}
        value={ways[0]}
        options={ways.map((value) => ({ value, title: w[value] }))}
      />
      <TextField {...of} name="untilDay" type="date" label={w.untilDay} hint={w.untilHint} optional />
      <TextField {...of} name="untilTime" type="time" label={w.untilTime} optional />
      <TextField {...of} name="again" label={w.again} hint={w.againHint} rows={2} optional />
      <ChoiceField {...of} name="small" label={w.smallLabel} several options={[{ value: 'yes', title: w.small }]} />
      <Submit>{w.submit}</Submit>
    </Form>
  )
}
