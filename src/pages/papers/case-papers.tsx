import { casePapers } from '../../services/views/papers.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Document } from '../layout/document.tsx'
import { inProposal, noQuery, page } from '../page.ts'
import { at, isOf } from '../ui.ts'
import { paperWords } from '../words/papers.ts'
import { PaperTable } from './paper-table.tsx'

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
        <PaperTable ui={ui} items={items} below={`${here}/papers`} />
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
