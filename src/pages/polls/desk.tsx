import { z } from 'zod'
import { ok, type Result } from '../../../workflows/result.ts'
import { isFoundBy, nameKeys } from '../../roster/name-keys.ts'
import { attest } from '../../services/attestations.ts'
import { issuePollPapers } from '../../services/polls.ts'
import type { Refusal } from '../../services/refusal.ts'
import { type PollDesk, pollDesk } from '../../services/views/poll-desk.ts'
import { outcomesOf } from '../../services/views/poll-outcome.ts'
import { EvidenceFields, TellerFields } from '../ballots/evidence-fields.tsx'
import { bySignedIn } from '../clerk/signed-in.ts'
import { uploadFrom } from '../clerk/upload-from.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Done } from '../components/done.tsx'
import { ChoiceField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Empty, Section } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { inPoll } from '../meetings/address.ts'
import { people, person, reason } from '../meetings/fields.ts'
import { type Asked, done, formsOn, page } from '../page.ts'
import { at, type Ui } from '../ui.ts'
import { officeName, polledName } from '../words/names.ts'
import { pollWords } from '../words/polls.ts'
import { readTally, TallyFields } from './tally-fields.tsx'

const query = done.extend({ q: z.string().max(40).optional() })
const form = formsOn(inPoll, query)

export const loadPoll = ({
  site,
  reader,
  params,
}: Pick<Asked<z.output<typeof inPoll>, unknown>, 'site' | 'reader' | 'params'>): Promise<Result<PollDesk, Refusal>> =>
  bySignedIn(reader, (actor) => pollDesk(site.engine, actor, params.o))

/** A poll of an election at the clerk's table: papers given out, the tellers' count, the close. */
export const pollDeskPage = page({
  path: '/c/:c/polls/:o',
  may: ['clerk'],
  params: inPoll,
  query,
  load: loadPoll,
  forms: {
    issue: form(z.object({ people }), async ({ site, actor, params, fields }) => {
      const papers = fields.people.map((voter) => ({ voter }))
      const issued = await issuePollPapers(site.engine, actor, params.o, { papers })
      return issued.ok ? ok({ to: `/c/${params.c}/polls/${params.o}?done=issued` }) : issued
    }),
    proxies: form(z.object({ people }), async ({ site, reader, actor, params, fields }) => {
      const known = await loadPoll({ site, reader, params })
      if (!known.ok) return known
      const proxyOf = new Map(known.value.voters.map((one) => [one.person, one.proxy]))
      const papers = fields.people.map((voter) => ({ voter, proxy: proxyOf.get(voter) ?? voter }))
      const issued = await issuePollPapers(site.engine, actor, params.o, { papers })
      return issued.ok ? ok({ to: `/c/${params.c}/polls/${params.o}?done=issued` }) : issued
    }),
    tally: form(
      z.object({ teller1: person, teller2: person, evidence: reason }),
      async ({ site, reader, actor, params, fields, files: sent, typed }) => {
        const known = await loadPoll({ site, reader, params })
        if (!known.ok) return known
        const photos = await uploadFrom(site.engine, actor, sent)
        if (!photos.ok) return photos
        const { teller1, teller2, evidence } = fields
        const offices = readTally(known.value.offices, typed)
        const cited = photos.value.photo ? { files: [...photos.value.photo] } : {}
        const what = { sort: 'poll' as const, poll: params.o, tellers: [teller1, teller2], offices, ...cited }
        const entered = await attest(site.engine, actor, { evidence, what })
        return entered.ok ? ok({ to: `/c/${params.c}/polls/${params.o}?done=waits` }) : entered
      },
    ),
  },
  view: (one, ui, { query: asked }) => {
    const w = pollWords[ui.lang]
    const numbers = [
      [w.entitled, one.voters.length],
      [w.issued, one.voters.filter(({ issued }) => issued).length],
      [w.waiting, one.waiting],
    ] as const
    return (
      <Document ui={ui} title={w.title(one.title ?? '')} lead={w.lead}>
        <Done done={asked.done} words={{ issued: w.issuedDone, waits: w.toConfirm, closed: w.closed }} />
        <ul class="numbers">
          {numbers.map(([title, n]) => (
            <li>
              <span class="n">{n}</span>
              <span>{title}</span>
            </li>
          ))}
        </ul>
        {one.open ? (
          <>
            <Issue ui={ui} poll={one} q={asked.q ?? ''} />
            <Tally ui={ui} poll={one} />
          </>
        ) : (
          <Outcome ui={ui} poll={one} />
        )}
        <Buttons>
          {one.open ? <LinkButton href={at(ui, `/polls/${one.id}/close`)}>{w.close}</LinkButton> : null}
          <LinkButton href={at(ui, `/meetings/${one.meeting}/desk`)} quiet>
            {w.backToDesk}
          </LinkButton>
        </Buttons>
      </Document>
    )
  },
})

interface PartProps {
  readonly ui: Ui
  readonly poll: PollDesk
}

/** So many names at once; more are found by looking for them. */
const atOnce = 60

const Issue = ({ ui, poll, q }: PartProps & { readonly q: string }) => {
  const w = pollWords[ui.lang]
  const out = poll.voters
    .filter(({ issued }) => !issued)
    .map((one) => ({ ...one, keys: nameKeys(one.name ?? '') }))
    .filter(({ keys }) => q.trim() === '' || isFoundBy(keys, q))
    .sort((a, b) => (a.keys.pinyin < b.keys.pinyin ? -1 : 1))
    .slice(0, atOnce)
  const entrusted = out.filter(({ proxy }) => proxy !== null)
  const [path = ''] = ui.here.split('?')
  return (
    <Section title={w.issue}>
      <search>
        <form class="search" method="get" action={path}>
          <div class="field">
            <label for="q">{w.search}</label>
            <input id="q" name="q" type="search" maxlength={40} value={q} autocomplete="off" />
          </div>
          <div class="buttons">
            <Submit quiet>{w.find}</Submit>
          </div>
        </form>
      </search>
      {out.length === 0 ? (
        <Empty>{w.allIssued}</Empty>
      ) : (
        <Form ui={ui} name="issue">
          <ChoiceField
            ui={ui}
            form="issue"
            name="people"
            label={w.issueTo}
            several
            options={out.map(({ person: value, name }) => ({ value, title: name ?? w.erased }))}
          />
          <Submit>{w.issue}</Submit>
        </Form>
      )}
      {entrusted.length === 0 ? null : (
        <Form ui={ui} name="proxies">
          <ChoiceField
            ui={ui}
            form="proxies"
            name="people"
            label={w.byProxy}
            hint={w.proxyHint}
            several
            options={entrusted.map(({ person: value, name, proxy }) => ({
              value,
              title: w.proxyLine(name ?? w.erased, poll.names[proxy ?? ''] ?? w.erased),
            }))}
          />
          <Submit>{w.byProxy}</Submit>
        </Form>
      )}
    </Section>
  )
}

const Tally = ({ ui, poll }: PartProps) => {
  const w = pollWords[ui.lang]
  return (
    <Section title={w.tally}>
      <p>{w.tallyLead}</p>
      <Form ui={ui} name="tally" sendsFiles>
        <TallyFields ui={ui} poll={poll} />
        <TellerFields ui={ui} form="tally" tellers={poll.tellers} />
        <EvidenceFields ui={ui} form="tally" />
        <Submit>{w.submit}</Submit>
      </Form>
    </Section>
  )
}

const Outcome = ({ ui, poll }: PartProps) => {
  const w = pollWords[ui.lang]
  return (
    <Section title={w.result}>
      <ul>
        {outcomesOf(poll.result).map(({ office, outcome, winners }) => (
          <li>
            <strong>{officeName(office, ui.lang)}</strong>:
            {winners.map((one) => poll.names[one] ?? w.erased).join('、') || '—'}({polledName(outcome, ui.lang)})
          </li>
        ))}
      </ul>
    </Section>
  )
}
