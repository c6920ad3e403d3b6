import type { OwnComment } from '../../services/views/notice.ts'
import { Answer } from '../components/answer.tsx'
import { Tag } from '../components/small.tsx'
import type { Ui } from '../ui.ts'
import { sayDay } from '../words/dates.ts'
import { proposalWords } from '../words/proposal.ts'

/** What somebody said, each with what was answered, or that nothing was yet. */
export const OwnComments = ({ ui, comments }: { readonly ui: Ui; readonly comments: readonly OwnComment[] }) => {
  const w = proposalWords[ui.lang]
  return (
    <ul class="cards">
      {comments.map((one) => (
        <li>
          <p class="small">
            {w.receivedOn(sayDay(one.receivedOn, ui.place?.today ?? '', ui.lang))}{' '}
            {one.objection ? <Tag>{w.objection}</Tag> : null}
          </p>
          <p class="text">{one.text ?? w.erasedText}</p>
          {one.keptBack === null ? null : <p>{w.keptBack(one.keptBack)}</p>}
          <Answer ui={ui} {...one} />
        </li>
      ))}
    </ul>
  )
}
