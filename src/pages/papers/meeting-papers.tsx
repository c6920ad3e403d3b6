import { ok } from '../../../workflows/result.ts'
import { bodyName } from '../../../workflows/wording.ts'
import { meeting } from '../../services/views/meetings.ts'
import { meetingPapers } from '../../services/views/papers.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Document } from '../layout/document.tsx'
import { inMeeting, noQuery, page } from '../page.ts'
import { at } from '../ui.ts'
import { sayTime } from '../words/dates.ts'
import { paperWords } from '../words/papers.ts'
import { PaperTable } from './paper-table.tsx'

/** The papers of one meeting: the call, and for the office what lies on its table. */
export const meetingPapersPage = page({
  path: '/c/:c/meetings/:m/papers',
  may: 'anybody',
  params: inMeeting,
  query: noQuery,
  load: async ({ site: { engine }, reader, params: { m } }) => {
    const one = await meeting(engine, reader, m)
    if (!one.ok) return one
    const listed = await meetingPapers(engine, reader, m)
    return listed.ok ? ok({ meeting: one.value, items: listed.value.items }) : listed
  },
  view: ({ meeting: one, items }, ui) => {
    const w = paperWords[ui.lang]
    const here = at(ui, `/meetings/${one.id}`)
    const when = sayTime(one.at, ui.place?.today ?? '', ui.lang)
    return (
      <Document ui={ui} title={`${bodyName(one.body, ui.lang)} · ${w.ofMeeting}`} lead={when}>
        <p>{w.lead}</p>
        <PaperTable ui={ui} items={items} below={`${here}/papers`} />
        <Buttons>
          <LinkButton href={here} quiet>
            {w.toMeeting}
          </LinkButton>
        </Buttons>
      </Document>
    )
  },
})
