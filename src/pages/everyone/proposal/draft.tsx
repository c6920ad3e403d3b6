import { draftDiff } from '../../../documents/draft-diff.ts'
import type { ProposalView } from '../../../services/views/proposals.ts'
import { Empty, Section } from '../../components/small.tsx'
import type { Ui } from '../../ui.ts'
import { proposalWords } from '../../words/proposal.ts'

type Drafts = ProposalView['drafts']

/** The newest draft, what changed since the one before, and all earlier ones. */
export const Draft = ({ ui, view: { drafts } }: { readonly ui: Ui; readonly view: ProposalView }) => {
  const w = proposalWords[ui.lang]
  const newest = drafts.at(-1)
  const before = drafts.at(-2)
  const earlier = drafts.slice(0, -1).reverse()
  return (
    <Section id="draft" title={w.draft}>
      {newest === undefined ? (
        <Empty>{w.noDraft}</Empty>
      ) : (
        <div class="card">
          <h3>{w.draftNo(newest.n)}</h3>
          <div class="text">{newest.text ?? w.erasedText}</div>
        </div>
      )}
      {newest && before ? <Changed ui={ui} from={before} to={newest} /> : null}
      {earlier.length === 0 ? null : (
        <details>
          <summary>{w.earlier}</summary>
          {earlier.map(({ n, text }) => (
            <div class="card">
              <h3>{w.draftNo(n)}</h3>
              <div class="text">{text ?? w.erasedText}</div>
            </div>
          ))}
        </details>
      )}
    </Section>
  )
}

const Changed = ({ ui, from, to }: { readonly ui: Ui; readonly from: Drafts[number]; readonly to: Drafts[number] }) => {
  const w = proposalWords[ui.lang]
  return (
    <details open>
      <summary>{w.changed(from.n, to.n)}</summary>
      <p class="small">
        <ins>{w.added}</ins>
        <del>{w.removed}</del>
      </p>
      <div class="card text">
        {draftDiff(from.text ?? '', to.text ?? '').map(({ kind, text }) =>
          kind === 'same' ? text : kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>,
        )}
      </div>
    </details>
  )
}
