import { z } from 'zod'
import { attestationsTold } from '../../services/views/attestations-told.ts'
import { bySignedIn } from '../clerk/signed-in.ts'
import { Done } from '../components/done.tsx'
import { Empty, Pager } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { done, inCommunity, page, paged } from '../page.ts'
import { at } from '../ui.ts'
import { attestationWords } from '../words/attestations.ts'
import { attestationName } from '../words/names.ts'
import { AttestationFacts, AttestationTag } from './attestation-card.tsx'

const limit = 20

/** 复核: what one person entered from paper and another is to compare with it. */
export const attestationsPage = page({
  path: '/c/:c/attestations',
  may: ['clerk', 'supervisor', 'administrator'],
  params: inCommunity,
  query: paged.extend({ ...done.shape, show: z.literal('all').optional() }),
  load: ({ site, reader, query: { from, show } }) =>
    bySignedIn(reader, (actor) =>
      attestationsTold(site.engine, actor, { cursor: from, limit, state: show === 'all' ? undefined : 'waiting' }),
    ),
  view: (told, ui, { query: asked }) => {
    const w = attestationWords[ui.lang]
    const all = asked.show === 'all'
    return (
      <Document ui={ui} title={w.title} lead={w.lead}>
        <Done done={asked.done} words={{ confirmed: w.confirmed, more: w.needsMore, rejected: w.rejected }} />
        <p>
          <a href={at(ui, all ? '/attestations' : '/attestations?show=all')}>{all ? w.onlyWaiting : w.all}</a>
        </p>
        {told.items.length === 0 ? <Empty>{w.none}</Empty> : null}
        <ul class="cards">
          {told.items.map((one) => (
            <li>
              <h3>
                <a href={at(ui, `/attestations/${one.id}`)}>{attestationName(one.sort, ui.lang)}</a>{' '}
                <AttestationTag ui={ui} one={one} />
              </h3>
              <AttestationFacts ui={ui} one={one} told={told} />
            </li>
          ))}
        </ul>
        <Pager ui={ui} next={told.next} />
      </Document>
    )
  },
})
