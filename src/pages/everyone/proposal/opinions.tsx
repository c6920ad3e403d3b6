import { disciplineName } from '../../../../workflows/wording.ts'
import type { OpinionView } from '../../../services/views/documents.ts'
import { Section, Tag } from '../../components/small.tsx'
import type { Ui } from '../../ui.ts'
import { proposalWords } from '../../words/proposal.ts'

/** What the experts said, by discipline; nothing is shown where none was asked. */
export const Opinions = ({ ui, opinions }: { readonly ui: Ui; readonly opinions: readonly OpinionView[] }) => {
  const w = proposalWords[ui.lang]
  if (opinions.length === 0) return null
  return (
    <Section id="opinions" title={w.opinions}>
      <ul class="cards">
        {opinions.map(({ discipline, answer, draft, grounds }) => (
          <li>
            <h3>
              {disciplineName(discipline, ui.lang)} · {w.draftNo(draft)}{' '}
              <Tag kind={answer === 'pass' ? 'good' : 'bad'}>{w[answer]}</Tag>
            </h3>
            <p class="text">{grounds ?? w.erasedText}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
