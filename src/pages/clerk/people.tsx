import { z } from 'zod'
import type { PersonView } from '../../services/views/people.ts'
import { people } from '../../services/views/people.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Submit } from '../components/form.tsx'
import { Notice } from '../components/notice.tsx'
import { Empty, Pager, Tag } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { done, inCommunity, page, paged } from '../page.ts'
import { at, isOf, type Ui } from '../ui.ts'
import { common } from '../words/common.ts'
import { peopleWords } from '../words/people.ts'
import { bySignedIn } from './signed-in.ts'

const query = paged.extend({ q: z.string().trim().max(60).optional(), ...done.shape })
const limit = 50

/** 人员: the roster, looked through by name, household or the end of the ID number. */
export const peoplePage = page({
  path: '/c/:c/people',
  may: ['clerk', 'administrator', 'supervisor'],
  params: inCommunity,
  query,
  load: ({ site, reader, query: { from, q } }) =>
    bySignedIn(reader, (actor) => people(site.engine, actor, { cursor: from, limit, q })),
  view: ({ items, next }, ui, { query: { q, done: said } }) => {
    const w = peopleWords[ui.lang]
    const writes = isOf(ui, 'clerk', 'administrator')
    return (
      <Document ui={ui} title={w.title} lead={w.lead}>
        {said === undefined ? null : (
          <Notice kind="done">
            <p>{w.done}</p>
            {said === 'rolls' ? <p>{w.rollsDue}</p> : null}
          </Notice>
        )}
        <search>
          <form class="search" method="get" action={at(ui, '/people')}>
            <div class="field">
              <label for="q">{w.search}</label>
              <input id="q" name="q" type="search" maxlength={60} value={q} />
            </div>
            <div class="buttons">
              <Submit quiet>{w.find}</Submit>
            </div>
          </form>
        </search>
        {items.length > 0 ? null : q ? (
          <Empty>{w.noneFound}</Empty>
        ) : (
          <>
            <Empty>{w.none}</Empty>
            <Buttons>
              <LinkButton href={at(ui, '/roster')}>{w.toRoster}</LinkButton>
            </Buttons>
          </>
        )}
        {items.length === 0 ? null : <People ui={ui} items={items} writes={writes} />}
        <Pager ui={ui} next={next} />
        {writes ? (
          <Buttons>
            <LinkButton href={at(ui, '/new-person')}>{w.add}</LinkButton>
          </Buttons>
        ) : null}
      </Document>
    )
  },
})

interface PeopleProps {
  readonly ui: Ui
  readonly items: readonly PersonView[]
  readonly writes: boolean
}

const People = ({ ui, items, writes }: PeopleProps) => {
  const w = peopleWords[ui.lang]
  return (
    <section class="scroll" tabindex={0} aria-label={w.title}>
      <table class="roll">
        <thead>
          <tr>
            {[w.name, w.household, w.sex, w.birth, w.part, w.idLast, w.phone].map((title) => (
              <th scope="col">{title}</th>
            ))}
            {writes ? <th scope="col">{w.leave}</th> : null}
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr>
              <th scope="row">
                <a href={at(ui, `/people/${one.id}`)}>{one.name ?? common[ui.lang].erased}</a>
                {one.leftOn === null ? null : (
                  <>
                    {' '}
                    <Tag kind="bad">
                      {w.leaving} {one.leftOn}
                    </Tag>
                  </>
                )}
              </th>
              <td>{one.household}</td>
              <td>{w[one.sex]}</td>
              <td>{one.birth}</td>
              <td>{one.part || '—'}</td>
              <td>{one.idLastFour}</td>
              <td>{one.phone ?? '—'}</td>
              {writes ? (
                <td>
                  <a href={at(ui, `/people/${one.id}/leaving`)}>{w.leave}</a>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
