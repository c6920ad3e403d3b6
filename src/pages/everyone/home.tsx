import { bodyName } from '../../../workflows/wording.ts'
import { type HomeView, home } from '../../services/views/home.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Empty, Section, Tag } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { inCommunity, noQuery, page } from '../page.ts'
import { at, type Ui } from '../ui.ts'
import { common } from '../words/common.ts'
import { sayDay, sayDaysLeft, sayTime } from '../words/dates.ts'
import { homeWords } from '../words/home.ts'
import { paperWords } from '../words/papers.ts'

const named = (ui: Ui, { number, title }: { readonly number: number; readonly title: string | null }): string =>
  `${number}. ${title ?? common[ui.lang].erased}`

/** A community's first page: what is open to comment, what is to be voted on, what was decided. */
export const homePage = page({
  path: '/c/:c',
  may: 'anybody',
  hangs: true,
  params: inCommunity,
  query: noQuery,
  load: ({ site, reader }) => home(site.engine, reader),
  view: (shown, ui) => {
    const w = homeWords[ui.lang]
    return (
      <Document ui={ui} title={w.title(ui.place?.name ?? '')} lead={w.lead}>
        <Section title={w.nowOpen}>
          <Postings ui={ui} items={shown.postings} />
        </Section>
        {shown.rated.length === 0 ? null : (
          <Section title={w.toRate}>
            <Rated ui={ui} items={shown.rated} />
          </Section>
        )}
        <Section title={w.toVote}>
          <Meetings ui={ui} items={shown.meetings} />
        </Section>
        <Section title={w.decided}>
          <Decided ui={ui} items={shown.decided} />
        </Section>
        <Buttons>
          <LinkButton href={at(ui, '/proposals')}>{w.all}</LinkButton>
          <LinkButton href={at(ui, '/open-data.zip')} quiet>
            {paperWords[ui.lang].openData}
          </LinkButton>
        </Buttons>
        <OwnDoings ui={ui} />
      </Document>
    )
  },
})

const Postings = ({ ui, items }: { readonly ui: Ui; readonly items: HomeView['postings'] }) => {
  const w = homeWords[ui.lang]
  const today = ui.place?.today ?? ''
  if (items.length === 0) return <Empty>{w.noneOpen}</Empty>
  return (
    <ul class="cards">
      {items.map((one) => (
        <li>
          <h3>
            <a href={at(ui, `/proposals/${one.proposal}#posting`)}>{named(ui, one)}</a>
          </h3>
          <p>
            <Tag>{one.sort === 'posting' ? w.posting : w.publication}</Tag>{' '}
            <strong>{w.until(sayDay(one.lastDay, today, ui.lang), sayDaysLeft(one.lastDay, today, ui.lang))}</strong>
          </p>
          <p>{w.comments(one.comments)}</p>
        </li>
      ))}
    </ul>
  )
}

const Meetings = ({ ui, items }: { readonly ui: Ui; readonly items: HomeView['meetings'] }) => {
  const w = homeWords[ui.lang]
  if (items.length === 0) return <Empty>{w.noneToVote}</Empty>
  return (
    <ul class="cards">
      {items.map((one) => (
        <li>
          <h3>
            <a href={at(ui, `/meetings/${one.meeting}`)}>{bodyName(one.body, ui.lang)}</a>
          </h3>
          <p>
            <strong>{sayTime(one.at, ui.place?.today ?? '', ui.lang)}</strong>
            {one.place === null ? '' : ` · ${w.place(one.place)}`}
          </p>
          <ul>
            {one.items.map((item) => (
              <li>
                <a href={at(ui, `/proposals/${item.proposal}`)}>{named(ui, item)}</a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

const Decided = ({ ui, items }: { readonly ui: Ui; readonly items: HomeView['decided'] }) => {
  const w = homeWords[ui.lang]
  if (items.length === 0) return <Empty>{w.noneDecided}</Empty>
  return (
    <ul class="cards">
      {items.map((one) => (
        <li>
          <h3>
            <a href={at(ui, `/proposals/${one.proposal}`)}>{named(ui, one)}</a>
          </h3>
          <p>
            {one.stage[ui.lang]}{' '}
            <Tag kind={one.carried ? 'good' : 'bad'}>{one.carried ? `✓ ${w.carried}` : `✗ ${w.notCarried}`}</Tag>
          </p>
          <p class="small">{w.on(sayDay(one.on, ui.place?.today ?? one.on, ui.lang))}</p>
        </li>
      ))}
    </ul>
  )
}

const Rated = ({ ui, items }: { readonly ui: Ui; readonly items: HomeView['rated'] }) => {
  const w = homeWords[ui.lang]
  return (
    <ul class="cards">
      {items.map((one) => (
        <li>
          <h3>
            <a href={at(ui, `/proposals/${one.proposal}`)}>{named(ui, one)}</a>
          </h3>
          <p>{w.rateIt}</p>
        </li>
      ))}
    </ul>
  )
}

/** What a resident may begin; whoever is not signed in learns where one signs in for it. */
const OwnDoings = ({ ui }: { readonly ui: Ui }) => {
  const w = homeWords[ui.lang]
  const { me } = ui.place ?? {}
  if (me !== undefined && me.person === undefined) return null
  return (
    <Section title={w.yourDoings}>
      {me === undefined ? (
        <p>
          {w.signInFor}{' '}
          <a href={`${at(ui, '/sign-in')}?${new URLSearchParams({ back: ui.here })}`}>{common[ui.lang].signIn}</a>
        </p>
      ) : (
        <ul class="links">
          {(
            [
              ['/raise', w.raise],
              ['/topics?whose=mine', w.myTopics],
              ['/demands', w.demand],
              ['/mine', w.myMeetings],
            ] as const
          ).map(([to, title]) => (
            <li>
              <a href={at(ui, to)}>{title}</a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
