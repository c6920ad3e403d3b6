import { bodyKinds } from '../../../workflows/law/provision.ts'
import { bodyName, groupName } from '../../../workflows/wording.ts'
import { bodies } from '../../services/views/people.ts'
import { Empty, Section } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { inCommunity, noQuery, page } from '../page.ts'
import { at } from '../ui.ts'
import { bodyWords } from '../words/bodies.ts'
import { isSeated } from './seated.ts'
import { bySignedIn } from './signed-in.ts'

/** The bodies of a place with their seats counted. */
export const bodiesPage = page({
  path: '/c/:c/bodies',
  may: ['clerk', 'administrator', 'supervisor'],
  params: inCommunity,
  query: noQuery,
  load: ({ site, reader }) => bySignedIn(reader, (actor) => bodies(site.engine, actor)),
  view: ({ items }, ui) => {
    const w = bodyWords[ui.lang]
    const empty = bodyKinds.filter((body) => isSeated(body, ui.place?.sort) && !items.some(({ kind }) => kind === body))
    return (
      <Document ui={ui} title={w.title} lead={w.lead}>
        {items.length === 0 ? <Empty>{w.none}</Empty> : null}
        {items.length === 0 ? null : (
          <section class="scroll" tabindex={0} aria-label={w.title}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{w.body}</th>
                  <th scope="col" class="number">
                    {w.seats}
                  </th>
                  <th scope="col" class="number">
                    {w.voting}
                  </th>
                  <th scope="col">{w.groups}</th>
                </tr>
              </thead>
              <tbody>
                {items.map(({ kind, seats, voting, groups }) => (
                  <tr>
                    <th scope="row">
                      <a href={at(ui, `/bodies/${kind}`)}>{bodyName(kind, ui.lang)}</a>
                    </th>
                    <td class="number">{seats}</td>
                    <td class="number">{voting}</td>
                    <td>
                      {Object.entries(groups)
                        .map(([group, n]) => `${groupName(group, ui.lang)} ${n}`)
                        .join(ui.lang === 'zh' ? '、' : ', ') || '—'}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
        <Section title={w.others}>
          <ul class="links">
            {empty.map((body) => (
              <li>
                <a href={at(ui, `/bodies/${body}`)}>{bodyName(body, ui.lang)}</a>
              </li>
            ))}
          </ul>
        </Section>
      </Document>
    )
  },
})
