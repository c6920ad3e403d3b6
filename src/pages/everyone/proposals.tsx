import { z } from 'zod'
import { ok } from '../../../workflows/result.ts'
import type { Stage } from '../../../workflows/stages/stage.ts'
import { proposalStandings, proposals, proposalYears } from '../../services/views/proposals.ts'
import { Filter } from '../components/filter.tsx'
import { Submit } from '../components/form.tsx'
import { ProposalCard } from '../components/proposal-card.tsx'
import { Empty, Pager } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { inCommunity, page, paged } from '../page.ts'
import { at, type Ui } from '../ui.ts'
import { proposalsWords } from '../words/proposals.ts'

/** The kinds of stage, in the order in which a procedure may have them. */
const stageKinds = [
  'intake',
  'consultation',
  'drafting',
  'posting',
  'review',
  'decision',
  'election',
  'publication',
  'implementation',
  'evaluation',
] as const satisfies readonly Stage['kind'][]

const empty = z.literal('')
const query = paged.extend({
  q: z.string().trim().max(60).optional(),
  standing: z.union([z.enum(proposalStandings), empty]).optional(),
  stage: z.union([z.enum(stageKinds), empty]).optional(),
  year: z.union([z.coerce.number().int().min(2000).max(2999), empty]).optional(),
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
  load: async ({ site: { engine }, reader, query: { from, ...wanted } }) => {
    const { q, standing, stage, year } = wanted
    const only = {
      q: q || undefined,
      standing: standing || undefined,
      stage: stage || undefined,
      year: year || undefined,
    }
    const listed = await proposals(engine, reader, { cursor: from, limit, ...only })
    if (!listed.ok) return listed
    const years = await proposalYears(engine, reader)
    return years.ok ? ok({ ...listed.value, years: years.value }) : years
  },
  view: ({ items, next, years }, ui, { query: wanted }) => {
    const w = proposalsWords[ui.lang]
    const narrowed = Boolean(wanted.q || wanted.standing || wanted.stage || wanted.year)
    return (
      <Document ui={ui} title={w.title}>
        <Search ui={ui} wanted={wanted} years={years} />
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

interface SearchProps {
  readonly ui: Ui
  readonly wanted: Wanted
  readonly years: readonly number[]
}

const Search = ({ ui, wanted, years }: SearchProps) => {
  const w = proposalsWords[ui.lang]
  return (
    <search>
      <form class="search" method="get" action={at(ui, '/proposals')}>
        <div class="field">
          <label for="q">{w.search}</label>
          <input id="q" name="q" type="search" maxlength={60} value={wanted.q} />
        </div>
        <Filter
          name="standing"
          label={w.standing}
          any={w.any}
          value={wanted.standing}
          options={proposalStandings.map((one) => [one, w[one]])}
        />
        <Filter
          name="stage"
          label={w.stage}
          any={w.any}
          value={wanted.stage}
          options={stageKinds.map((one) => [one, w[one]])}
        />
        <Filter
          name="year"
          label={w.year}
          any={w.any}
          value={wanted.year?.toString()}
          options={years.map((year) => [String(year), w.ofYear(year)])}
        />
        <div class="buttons">
          <Submit>{w.find}</Submit>
        </div>
      </form>
    </search>
  )
}
