import { z } from 'zod'
import { channelNames, channels, topicClasses, topicClassWords } from '../../../workflows/topics.ts'
import { topicStates, topics } from '../../services/views/topics.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Filter } from '../components/filter.tsx'
import { Submit } from '../components/form.tsx'
import { Empty, Pager } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { inCommunity, page, paged } from '../page.ts'
import { at, isOf, type Ui } from '../ui.ts'
import { topicWords } from '../words/topics.ts'
import { bySignedIn } from './signed-in.ts'
import { TopicCard } from './topic-card.tsx'

const empty = z.literal('')
const query = paged.extend({
  q: z.string().trim().max(100).optional(),
  class: z.union([z.enum(topicClassWords as [(typeof topicClassWords)[number]]), z.literal('none'), empty]).optional(),
  channel: z.union([z.enum(channels), empty]).optional(),
  state: z.union([z.enum(topicStates), empty]).optional(),
  whose: z.union([z.literal('mine'), empty]).optional(),
})
type Wanted = z.output<typeof query>

const limit = 30

/** The register's filter as the view is asked; one letter alone is looked for in nothing. */
const filterOf = ({ q, class: sort, channel, state, whose }: Wanted) => ({
  q: q !== undefined && q.length > 1 ? q : undefined,
  class: sort === 'none' || sort === '' ? undefined : sort,
  unclassified: sort === 'none',
  channel: channel || undefined,
  state: state || undefined,
  mine: whose === 'mine',
})

/** 议题登记表: what was raised, looked through by class, channel, standing and text. */
export const topicsPage = page({
  path: '/c/:c/topics',
  may: 'signed-in',
  params: inCommunity,
  query,
  load: ({ site, reader, query: wanted }) =>
    bySignedIn(reader, (actor) => topics(site.engine, actor, { cursor: wanted.from, limit, ...filterOf(wanted) })),
  view: ({ items, next }, ui, { query: wanted }) => {
    const w = topicWords[ui.lang]
    const narrowed = Object.values(wanted).some((one) => one !== undefined && one !== '')
    return (
      <Document ui={ui} title={w.title} lead={w.lead}>
        <Buttons>
          {ui.place?.me?.person !== undefined || isOf(ui, 'clerk') ? (
            <LinkButton href={at(ui, '/raise')}>{w.raise}</LinkButton>
          ) : null}
          {isOf(ui, 'clerk', 'supervisor', 'township') ? (
            <LinkButton href={at(ui, '/topics.csv')} quiet>
              {w.file}
            </LinkButton>
          ) : null}
        </Buttons>
        <Search ui={ui} wanted={wanted} />
        {items.length === 0 ? <Empty>{narrowed ? w.noneFound : w.none}</Empty> : null}
        <ul class="cards">
          {items.map((topic) => (
            <TopicCard ui={ui} topic={topic} />
          ))}
        </ul>
        <Pager ui={ui} next={next} />
      </Document>
    )
  },
})

const Search = ({ ui, wanted }: { readonly ui: Ui; readonly wanted: Wanted }) => {
  const w = topicWords[ui.lang]
  const { lang } = ui
  return (
    <search>
      <form class="search" method="get" action={at(ui, '/topics')}>
        <div class="field">
          <label for="q">{w.search}</label>
          <input id="q" name="q" type="search" maxlength={100} value={wanted.q} />
        </div>
        <Filter
          name="class"
          label={w.class}
          value={wanted.class}
          any={w.any}
          options={[['none', w.unclassified], ...topicClassWords.map((one) => [one, topicClasses[one][lang]] as const)]}
        />
        <Filter
          name="state"
          label={w.state}
          value={wanted.state}
          any={w.any}
          options={topicStates.map((one) => [one, w[one]])}
        />
        <Filter
          name="channel"
          label={w.channel}
          value={wanted.channel}
          any={w.any}
          options={channels.map((one) => [one, channelNames[one][lang]])}
        />
        {ui.place?.me?.person === undefined ? null : (
          <Filter name="whose" label={w.whose} value={wanted.whose} any={w.any} options={[['mine', w.mine]]} />
        )}
        <div class="buttons">
          <Submit quiet>{w.find}</Submit>
        </div>
      </form>
    </search>
  )
}
