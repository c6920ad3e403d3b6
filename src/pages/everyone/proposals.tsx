import { z } from 'zod'
import { proposalStandings, proposals } from '../../services/views/proposals.ts'
import { Submit } from '../components/form.tsx'
import { ProposalCard } from '../components/proposal-card.tsx'
import { Empty, Pager } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { inCommunity, page, paged } from '../page.ts'
import { at, type Ui } from '../ui.ts'
import { proposalsWords } from '../words/proposals.ts'

const query = paged.extend({
  q: z.string().trim().max(60).optional(),
  standing: z.union([z.enum(proposalStandings), z.literal('')]).optional(),
})
type Wanted = z.output<typeof query>

const limit = 20

/** The proposals of a community: looked for by title, filtered by how they stand, a page at a time. */
export const proposalsPage = page({
  path: '/c/:c/proposals',
  may: 'anybody',
  hangs: true,
  params: inCommunity,
  query,
  load: ({ site, reader, query: { from, q, standing } }) =>
    proposals(site.engine, reader, { cursor: from, limit, q: q || undefined, standing: standing || undefined }),
  view: ({ items, next }, ui, { query: wanted }) => {
    const w = proposalsWords[ui.lang]
    const narrowed = Boolean(wanted.q || wanted.standing)
    return (
      <Document ui={ui} title={w.title}>
        <Search ui={ui} wanted={wanted} />
        {items.length === 0 ? <Empty>{narrowed ? w.noneFound : w.none}</Empty> : null}
        <ul class="cards">
          {items.map((line) => (
            <ProposalCard heading="h2" ui={ui} line={line} to={at(ui, `/proposals/${line.id}`)} />
          ))}
        </ul>
        <Pager ui={ui} next={next} />
      </Document>
    )
  },
})

const Search = ({ ui, wanted }: { readonly ui: Ui; readonly wanted: Wanted }) => {
  const w = proposalsWords[ui.lang]
  return (
    <search>
      <form class="search" method="get" action={at(ui, '/proposals')}>
        <div class="field">
          <label for="q">{w.search}</label>
          <input id="q" name="q" type="search" maxlength={60} value={wanted.q} />
        </div>
        <div class="field">
          <label for="standing">{w.standing}</label>
          <select id="standing" name="standing">
            {(['', ...proposalStandings] as const).map((one) => (
              <option value={one} selected={one === (wanted.standing ?? '')}>
                {one === '' ? w.any : w[one]}
              </option>
            ))}
          </select>
        </div>
        <div class="buttons">
          <Submit>{w.find}</Submit>
        </div>
      </form>
    </search>
  )
}
