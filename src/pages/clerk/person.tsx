import { bodyName } from '../../../workflows/wording.ts'
import { id } from '../../services/commands/inputs.ts'
import { type OfPerson, personInFull } from '../../services/views/people.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Done } from '../components/done.tsx'
import { Notice } from '../components/notice.tsx'
import { Empty, Facts, Section } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { done, inCommunity, page } from '../page.ts'
import { at, isOf, type Ui } from '../ui.ts'
import { bodyWords } from '../words/bodies.ts'
import { common } from '../words/common.ts'
import { peopleWords } from '../words/people.ts'
import { isOffice } from './body-forms.tsx'
import { bySignedIn } from './signed-in.ts'

/** One person of the roster: what it says, who lives there too, which seats run, and what may be done. */
export const personPage = page({
  path: '/c/:c/people/:id',
  may: ['clerk', 'administrator', 'supervisor'],
  params: inCommunity.extend({ id }),
  query: done,
  load: ({ site, reader, params }) => bySignedIn(reader, (actor) => personInFull(site.engine, actor, params.id)),
  view: (person, ui, { query }) => {
    const w = peopleWords[ui.lang]
    const here = at(ui, `/people/${person.id}`)
    const today = ui.place?.today ?? ''
    const left = person.leftOn !== null && person.leftOn <= today
    return (
      <Document ui={ui} title={person.name ?? common[ui.lang].erased}>
        <Done done={query.done} words={{ corrected: w.corrected, moved: w.movedNow }} />
        {person.leftOn === null ? null : (
          <Notice kind="mind">
            <p>{left ? w.leftOn(person.leftOn) : w.leavesOn(person.leftOn)}</p>
          </Notice>
        )}
        <Facts
          facts={[
            [w.household, person.household],
            [w.sex, w[person.sex]],
            [w.birth, person.birth],
            [w.part, person.part || '—'],
            [w.idLast, person.idLastFour],
            [w.phone, person.phone ?? '—'],
            [w.joined, person.joinedOn],
          ]}
        />
        {isOf(ui, 'clerk', 'administrator') && !left ? (
          <Buttons>
            <LinkButton href={`${here}/correction`}>{w.correct}</LinkButton>
            <LinkButton href={`${here}/move`} quiet>
              {w.move}
            </LinkButton>
            <LinkButton href={`${here}/leaving`} quiet>
              {w.leave}
            </LinkButton>
            <LinkButton href={at(ui, `/slips?${new URLSearchParams({ q: person.name ?? '' })}`)} quiet>
              {w.slip}
            </LinkButton>
            {isOf(ui, 'administrator') ? (
              <LinkButton href={at(ui, `/accounts?for=${person.id}#open`)} quiet>
                {w.account}
              </LinkButton>
            ) : null}
          </Buttons>
        ) : null}
        <Around ui={ui} person={person} />
        <p>
          <a href={at(ui, '/people')}>{w.back}</a>
        </p>
      </Document>
    )
  },
})

const Around = ({ ui, person: { together, seats } }: { readonly ui: Ui; readonly person: OfPerson }) => {
  const w = peopleWords[ui.lang]
  const b = bodyWords[ui.lang]
  return (
    <>
      <Section title={w.together}>
        {together.length === 0 ? <Empty>{w.alone}</Empty> : null}
        <ul class="links">
          {together.map(({ person, name }) => (
            <li>
              <a href={at(ui, `/people/${person}`)}>{name ?? common[ui.lang].erased}</a>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={w.seats}>
        {seats.length === 0 ? <Empty>{w.noSeats}</Empty> : null}
        <ul class="links">
          {seats.map(({ body, office, until }) => (
            <li>
              <a href={at(ui, `/bodies/${body}`)}>
                {bodyName(body, ui.lang)} · {isOffice(office) ? b[office] : office}
                {until === null ? '' : ` · ${b.until} ${until}`}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
