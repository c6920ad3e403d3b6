import type { Resolution } from '../../../services/views/proposals.ts'
import { BallotResult } from '../../components/ballot-result.tsx'
import { Notice } from '../../components/notice.tsx'
import { Section, Tag } from '../../components/small.tsx'
import { resultOf } from '../../tally.ts'
import type { Ui } from '../../ui.ts'
import { sayDay } from '../../words/dates.ts'
import { printed } from '../../words/printed.ts'
import { proposalWords } from '../../words/proposal.ts'

const standings = { 'in-force': 'inForce', suspended: 'suspended', revoked: 'revoked' } as const

/** 决议: what was decided, by how many of whom, and by which articles. */
export const Resolved = ({ ui, resolution }: { readonly ui: Ui; readonly resolution: Resolution }) => {
  const w = proposalWords[ui.lang]
  const { standing, on, draft, law, turned } = resolution
  const result = resultOf(resolution.result)
  return (
    <Section id="resolution" title={w.resolution}>
      {turned ? (
        <Notice kind="mind">
          <p>{w.turned}</p>
        </Notice>
      ) : null}
      <p>
        {w.decidedOn(sayDay(on, ui.place?.today ?? on, ui.lang))} · {w.draftNo(draft.n)}{' '}
        <Tag kind={standing === 'in-force' ? 'good' : 'bad'}>{w[standings[standing]]}</Tag>
      </p>
      <div class="card text">{draft.text ?? w.erasedText}</div>
      {result ? <BallotResult ui={ui} result={result} /> : null}
      <details>
        <summary>{w.law}</summary>
        <ul>
          {law.map(({ cite, text }) => (
            <li>
              <strong>{printed(cite, ui.lang)}</strong> {printed(text, ui.lang)}
            </li>
          ))}
        </ul>
      </details>
    </Section>
  )
}
