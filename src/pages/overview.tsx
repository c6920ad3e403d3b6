import { z } from 'zod'
import { ok } from '../../workflows/result.ts'
import { publicOverview } from '../services/views/proposals.ts'
import { Buttons, LinkButton } from './components/buttons.tsx'
import { ProposalCard } from './components/proposal-card.tsx'
import { Empty, Section } from './components/small.tsx'
import { Document } from './layout/document.tsx'
import { noQuery, page } from './page.ts'
import { overviewWords } from './words/overview.ts'

/** The newest proposals of each community. */
const each = 10

/** The page at `/`: each community's proposals with their stages, and the newest verdict with its arithmetic. */
export const overview = page({
  path: '/',
  may: 'anybody',
  params: z.object({}),
  query: noQuery,
  load: async ({ site }) => ok(await publicOverview(site.engine.db, each)),
  view: (communities, ui) => {
    const w = overviewWords[ui.lang]
    return (
      <Document ui={ui} title={w.lead}>
        {communities.length === 0 ? (
          <>
            <Empty>{w.none}</Empty>
            <Buttons>
              <LinkButton href="/setup">{w.setup}</LinkButton>
            </Buttons>
          </>
        ) : null}
        {communities.map(({ id, name, proposals }) => (
          <Section title={name}>
            <Buttons>
              <LinkButton href={`/c/${id}`}>
                {w.enter} {name}
              </LinkButton>
            </Buttons>
            {proposals.length === 0 ? <Empty>{w.noProposals}</Empty> : null}
            <ul class="cards">
              {proposals.map((line) => (
                <ProposalCard ui={ui} line={line} to={`/c/${id}/proposals/${line.id}`} />
              ))}
            </ul>
          </Section>
        ))}
      </Document>
    )
  },
})
