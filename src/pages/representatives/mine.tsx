import { refuse } from '../../../workflows/result.ts'
import { dayOf } from '../../../workflows/rules/days.ts'
import { bodyName } from '../../../workflows/wording.ts'
import { isVisitor } from '../../services/look.ts'
import { mine, type OwnMeeting } from '../../services/views/mine.ts'
import { LinkButton } from '../components/buttons.tsx'
import { OutcomeTag } from '../components/outcome-tag.tsx'
import { Empty, Section, Tag } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { inCommunity, noQuery, page } from '../page.ts'
import { at, type Ui } from '../ui.ts'
import { common } from '../words/common.ts'
import { sayTime } from '../words/dates.ts'
import { followedWords } from '../words/followed.ts'
import { meetingWords } from '../words/meetings.ts'

/** The meetings that one is called to, with what is to be voted on now at the top. */
export const minePage = page({
  path: '/c/:c/mine',
  may: ['resident'],
  params: inCommunity,
  query: noQuery,
  load: async ({ site, reader }) =>
    isVisitor(reader) ? refuse({ code: 'session_ended' } as const) : mine(site.engine, reader),
  view: ({ ahead, over }, ui) => {
    const w = meetingWords[ui.lang]
    return (
      <Document ui={ui} title={w.mine} lead={w.mineLead}>
        <Section title={w.ahead}>
          {ahead.length === 0 ? <Empty>{w.noneAhead}</Empty> : null}
          <Listed ui={ui} meetings={ahead} />
        </Section>
        <p>
          <a href={at(ui, '/comments')}>{followedWords[ui.lang].mine}</a>
        </p>
        {over.length === 0 ? null : (
          <Section title={w.pastMeetings}>
            <Listed ui={ui} meetings={over} />
          </Section>
        )}
      </Document>
    )
  },
})

const Listed = ({ ui, meetings }: { readonly ui: Ui; readonly meetings: readonly OwnMeeting[] }) => {
  const w = meetingWords[ui.lang]
  return (
    <ul class="cards">
      {meetings.map((one) => (
        <li>
          <h3>
            <a href={at(ui, `/meetings/${one.meeting}`)}>{bodyName(one.body, ui.lang)}</a>{' '}
            <OutcomeTag ui={ui} on={dayOf(new Date(one.at))} outcome={one.outcome} />
          </h3>
          <p>
            <strong>{sayTime(one.at, ui.place?.today ?? '', ui.lang)}</strong>
            {one.place === null ? '' : ` · ${one.place}`}
          </p>
          <ul>
            {one.items.map(({ proposal, number, title }) => (
              <li>
                <a href={at(ui, `/proposals/${proposal}`)}>
                  {number}. {title ?? common[ui.lang].erased}
                </a>
              </li>
            ))}
          </ul>
          {one.here ? <p>✓ {w.signedIn}</p> : null}
          {one.ballots.map(({ ballot, title, voted }) => (
            <div class="buttons">
              <LinkButton href={at(ui, `/ballots/${ballot}`)} quiet={voted}>
                {voted ? w.seeBallot : w.toBallot}
                {ui.lang === 'zh' ? '：' : ': '}
                {title ?? common[ui.lang].erased}
              </LinkButton>{' '}
              <Tag kind={voted ? 'good' : 'bad'}>{voted ? w.voted : w.notVoted}</Tag>
            </div>
          ))}
        </li>
      ))}
    </ul>
  )
}
