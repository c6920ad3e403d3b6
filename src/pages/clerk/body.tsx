import { z } from 'zod'
import { bodyKinds } from '../../../workflows/law/provision.ts'
import { ok } from '../../../workflows/result.ts'
import { bodyName } from '../../../workflows/wording.ts'
import { day, id, text } from '../../services/commands/inputs.ts'
import { endSeats, fillSeats } from '../../services/seats.ts'
import { type PersonView, people, type SeatView, seats } from '../../services/views/people.ts'
import { Notice } from '../components/notice.tsx'
import { Empty, Section, Tag } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { done, formsOn, inCommunity, page } from '../page.ts'
import { at, isOf, type Ui } from '../ui.ts'
import { bodyWords } from '../words/bodies.ts'
import { common } from '../words/common.ts'
import { EndForm, endCauses, FillForm, fillCauses, isOffice, offices } from './body-forms.tsx'
import { isSeated } from './seated.ts'
import { bySignedIn } from './signed-in.ts'

const params = inCommunity.extend({ kind: z.enum(bodyKinds) })
/** Who is looked for, and whose leaving is to be noted, as another page has found it. */
const query = done.extend({ q: z.string().trim().max(60).optional(), leaves: id.optional(), on: day.optional() })
const form = formsOn(params, query)

const filling = z.object({
  person: id,
  office: z.enum(offices),
  vote: z.enum(['yes', 'no']).default('yes'),
  cause: z.enum(fillCauses),
  from: day,
  until: day.optional(),
})
const ending = z.object({ person: id, cause: z.enum(endCauses), on: day, reason: text.optional() })

interface Shown {
  readonly members: readonly SeatView[]
  readonly found: readonly PersonView[]
}

/** One body: who sits in it, and the forms by which seats are filled and ended. */
export const bodyPage = page({
  path: '/c/:c/bodies/:kind',
  may: ['clerk', 'administrator', 'supervisor'],
  params,
  query,
  load: ({ site: { engine }, reader, params: { kind: body }, query: { q } }) =>
    bySignedIn(reader, async (actor) => {
      const sitting = await seats(engine, actor, body)
      if (!sitting.ok) return sitting
      const found = q ? await people(engine, actor, { limit: 20, q }) : ok({ items: [] })
      return found.ok ? ok<Shown>({ members: sitting.value.items, found: found.value.items }) : found
    }),
  forms: {
    fill: form(filling, async ({ site, actor, params: { c, kind: body }, fields }) => {
      const { person, office, vote, ...rest } = fields
      const members = [{ person, office, voting: vote === 'yes' }]
      const filled = await fillSeats(site.engine, actor, { ...rest, body, members })
      return filled.ok ? ok({ to: `/c/${c}/bodies/${body}?done=noted` }) : filled
    }),
    end: form(ending, async ({ site, actor, params: { c, kind: body }, fields: { person, ...rest } }) => {
      const ended = await endSeats(site.engine, actor, { ...rest, body, people: [person] })
      if (!ended.ok) return ended
      return ok({ to: `/c/${c}/bodies/${body}?done=${ended.value.amendmentsDue.length > 0 ? 'rolls' : 'noted'}` })
    }),
  },
  view: ({ members, found }, ui, { params: { kind: body }, query: { q, leaves, on, done: said } }) => {
    const w = bodyWords[ui.lang]
    const seated = isSeated(body, ui.place?.sort)
    const writes = seated && isOf(ui, 'clerk', 'administrator')
    return (
      <Document ui={ui} title={bodyName(body, ui.lang)}>
        {said === undefined ? null : (
          <Notice kind="done">
            <p>{w.done}</p>
            {said === 'rolls' ? <p>{w.rollsDue}</p> : null}
          </Notice>
        )}
        {writes ? (
          <p class="deeds">
            <a href="#fill">{w.fill}</a>
            <a href="#end">{w.end}</a>
          </p>
        ) : null}
        <Section title={w.members}>
          {seated ? <Members ui={ui} members={members} /> : <Empty>{w.assembly}</Empty>}
        </Section>
        {writes ? <FillForm ui={ui} body={body} q={q} found={found} /> : null}
        {writes && members.length > 0 ? <EndForm ui={ui} members={members} absent={leaves} on={on} /> : null}
        <p>
          <a href={at(ui, '/bodies')}>{w.all}</a>
        </p>
      </Document>
    )
  },
})

const Members = ({ ui, members }: { readonly ui: Ui; readonly members: readonly SeatView[] }) => {
  const w = bodyWords[ui.lang]
  if (members.length === 0) return <Empty>{w.noMembers}</Empty>
  return (
    <section class="scroll" tabindex={0} aria-label={w.members}>
      <table class="roll">
        <thead>
          <tr>
            <th scope="col">{w.name}</th>
            <th scope="col">{w.office}</th>
            <th scope="col">{w.from}</th>
            <th scope="col">{w.until}</th>
          </tr>
        </thead>
        <tbody>
          {members.map((one) => (
            <tr>
              <th scope="row">
                {one.name ?? common[ui.lang].erased} {one.voting ? null : <Tag>{w.noVote}</Tag>}
              </th>
              <td>{isOffice(one.office) ? w[one.office] : one.office}</td>
              <td>{one.from}</td>
              <td>{one.until ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
