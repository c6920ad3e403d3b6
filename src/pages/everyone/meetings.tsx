import { bodyName } from '../../../workflows/wording.ts'
import { meetings } from '../../services/views/meetings.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { OutcomeTag } from '../components/outcome-tag.tsx'
import { Empty, Pager } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { inCommunity, page, paged } from '../page.ts'
import { at, isOf } from '../ui.ts'
import { sayTime } from '../words/dates.ts'
import { meetingWords } from '../words/meetings.ts'

const limit = 20

/** The meetings of a community, the newest called first. */
export const meetingsPage = page({
  path: '/c/:c/meetings',
  may: 'anybody',
  hangs: true,
  params: inCommunity,
  query: paged,
  load: ({ site, reader, query: { from } }) => meetings(site.engine, reader, { cursor: from, limit }),
  view: ({ items, next }, ui) => {
    const w = meetingWords[ui.lang]
    return (
      <Document ui={ui} title={w.title}>
        {isOf(ui, 'clerk') ? (
          <Buttons>
            <LinkButton href={at(ui, '/meetings/call')}>{w.call}</LinkButton>
          </Buttons>
        ) : null}
        {items.length === 0 ? <Empty>{w.none}</Empty> : null}
        <ul class="cards">
          {items.map((one) => (
            <li>
              <h2>
                <a href={at(ui, `/meetings/${one.id}`)}>{bodyName(one.body, ui.lang)}</a>{' '}
                <OutcomeTag ui={ui} on={one.on} outcome={one.outcome} />
              </h2>
              <p>
                {sayTime(one.at, ui.place?.today ?? '', ui.lang)} · {w.items(one.items)}
              </p>
            </li>
          ))}
        </ul>
        <Pager ui={ui} next={next} />
      </Document>
    )
  },
})
