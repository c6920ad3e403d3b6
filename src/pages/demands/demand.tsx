import { z } from 'zod'
import { ok } from '../../../workflows/result.ts'
import { bodyName } from '../../../workflows/wording.ts'
import { id } from '../../services/commands/inputs.ts'
import { signDemand } from '../../services/demands.ts'
import { type OneDemand, oneDemand } from '../../services/views/demands.ts'
import { type PersonView, people } from '../../services/views/people.ts'
import { bySignedIn } from '../clerk/signed-in.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Done } from '../components/done.tsx'
import { Notice } from '../components/notice.tsx'
import { Empty, Facts, Section } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { people as several } from '../meetings/fields.ts'
import { done, formsOn, inCommunity, page } from '../page.ts'
import { at, isOf, type Ui } from '../ui.ts'
import { common } from '../words/common.ts'
import { sayTime } from '../words/dates.ts'
import { demandWords } from '../words/demands.ts'
import { withdrawalWords } from '../words/withdrawals.ts'
import { OwnSignature, PaperSignatures } from './signing.tsx'
import { DemandStanding } from './standing.tsx'

const params = inCommunity.extend({ d: id })
const query = done.extend({ q: z.string().trim().max(60).optional() })
const form = formsOn(params, query)

interface Shown {
  readonly demand: OneDemand
  readonly found: readonly PersonView[]
}

/** One demand: what is asked, how many have signed of how many who must, and where one signs. */
export const demandPage = page({
  path: '/c/:c/demands/:d',
  may: 'signed-in',
  params,
  query,
  load: ({ site: { engine }, reader, params: { d }, query: { q }, ui }) =>
    bySignedIn(reader, async (actor) => {
      const demand = await oneDemand(engine, actor, d)
      if (!demand.ok) return demand
      const found = q && isOf(ui, 'clerk') ? await people(engine, actor, { limit: 50, q }) : ok({ items: [] })
      return found.ok ? ok<Shown>({ demand: demand.value, found: found.value.items }) : found
    }),
  forms: {
    sign: form(z.object({}), async ({ site, actor, params: { c, d } }) => {
      const signed = await signDemand(site.engine, actor, d, {})
      return signed.ok ? ok({ to: `/c/${c}/demands/${d}?done=noted` }) : signed
    }),
    paper: form(z.object({ people: several }), async ({ site, actor, params: { c, d }, fields }) => {
      const signed = await signDemand(site.engine, actor, d, fields)
      return signed.ok ? ok({ to: `/c/${c}/demands/${d}?done=noted#paper` }) : signed
    }),
  },
  view: ({ demand, found }, ui, { query: { q, done: said } }) => {
    const w = demandWords[ui.lang]
    const { body, of, meeting, met, signed, have } = demand
    return (
      <Document ui={ui} title={w.of(bodyName(body, ui.lang), w[of])}>
        <Done done={said} words={{ opened: w.openedNow, noted: w.done, withdrawn: withdrawalWords[ui.lang].done }} />
        <p>
          <DemandStanding ui={ui} demand={demand} />
        </p>
        <div class="card text">{demand.text ?? common[ui.lang].erased}</div>
        <Counted ui={ui} demand={demand} />
        {signed > have && of !== 'households' ? <p class="small">{w.lapsed(signed - have)}</p> : null}
        {met && meeting === null ? (
          <Notice kind="mind">
            <p>{w.enoughNext}</p>
          </Notice>
        ) : null}
        {meeting === null ? <OwnSignature ui={ui} demand={demand.id} mine={demand.mine} /> : null}
        {meeting === null && isOf(ui, 'clerk') ? <PaperSignatures ui={ui} q={q} found={found} /> : null}
        {demand.signers === null ? null : (
          <Section title={w.signers}>
            {demand.signers.length === 0 ? <Empty>{w.noSigners}</Empty> : null}
            <ol>
              {demand.signers.map(({ name }) => (
                <li>{name ?? common[ui.lang].erased}</li>
              ))}
            </ol>
          </Section>
        )}
        <Buttons>
          {meeting === null ? null : <LinkButton href={at(ui, `/meetings/${meeting}`)}>{w.toMeeting}</LinkButton>}
          {met && meeting === null && isOf(ui, 'clerk') ? (
            <LinkButton href={at(ui, `/meetings/call?body=${body}`)}>{w.callIt}</LinkButton>
          ) : null}
          <LinkButton href={at(ui, '/demands')} quiet>
            {w.all}
          </LinkButton>
        </Buttons>
      </Document>
    )
  },
})

const Counted = ({ ui, demand }: { readonly ui: Ui; readonly demand: OneDemand }) => {
  const w = demandWords[ui.lang]
  const { have, need, base, cite, openedAt } = demand
  const missing = have < need ? ` · ${w.missing(need - have)}` : ''
  return (
    <Facts
      facts={[
        [w.counted, <strong>{`${have}${missing}`}</strong>],
        [w.need, String(need)],
        [w.base, String(base)],
        [w.article, cite],
        [w.opened, sayTime(openedAt, ui.place?.today ?? '', ui.lang)],
      ]}
    />
  )
}
