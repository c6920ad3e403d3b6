import { casePapers } from '../../services/views/papers.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Document } from '../layout/document.tsx'
import { inProposal, noQuery, page } from '../page.ts'
import { at, isOf } from '../ui.ts'
import { paperWords } from '../words/papers.ts'

/** The papers of a case: which are there, to print and to edit. */
export const casePapersPage = page({
  path: '/c/:c/proposals/:p/papers',
  may: 'anybody',
  params: inProposal,
  query: noQuery,
  load: ({ site, reader, params }) => casePapers(site.engine, reader, params.p),
  view: ({ items }, ui, { params }) => {
    const w = paperWords[ui.lang]
    const here = at(ui, `/proposals/${params.p}`)
    return (
      <Document ui={ui} title={w.papers} lead={w.lead}>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.paper}</th>
              <th scope="col">{w.state}</th>
              <th scope="col">
                {w.print} · {w.edit}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ kind, title, state }) => (
              <tr>
                <th scope="row">{title[ui.lang]}</th>
                <td>{w[state]}</td>
                <td>
                  {state === 'formed' ? (
                    <>
                      <a href={`${here}/papers/${kind}`} aria-label={w.printOf(title[ui.lang])}>
                        {w.print}
                      </a>{' '}
                      <a href={`${here}/papers/${kind}.docx`} aria-label={w.editOf(title[ui.lang])}>
                        {w.edit}
                      </a>
                    </>
                  ) : (
                    '—'
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <Buttons>
          {isOf(ui, 'clerk', 'supervisor', 'township') ? (
            <LinkButton href={`${here}/dossier.zip`}>{w.dossier}</LinkButton>
          ) : null}
          <LinkButton href={at(ui, '/open-data.zip')} quiet>
            {w.openData}
          </LinkButton>
          <LinkButton href={here} quiet>
            {w.back}
          </LinkButton>
        </Buttons>
      </Document>
    )
  },
})
