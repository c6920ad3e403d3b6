import type { OwnComment } from '../../services/views/own-comments.ts'
import { Answer } from '../components/answer.tsx'
import { Tag } from '../components/small.tsx'
import { at, type Ui } from '../ui.ts'
import { sayDay } from '../words/dates.ts'
import { followedWords } from '../words/followed.ts'
import { moderationReason } from '../words/moderation.ts'
import { proposalWords } from '../words/proposal.ts'

/** What somebody said, each with what was answered, or that nothing was yet, and where it is followed. */
export const OwnComments = ({ ui, comments }: { readonly ui: Ui; readonly comments: readonly OwnComment[] }) => {
  const w = proposalWords[ui.lang]
  return (
    <ul class="cards">
      {comments.map((one) => (
        <li>
          <p class="small">
            {w.number(one.number)} · {w.receivedOn(sayDay(one.receivedOn, ui.place?.today ?? '', ui.lang))}{' '}
            {one.objection ? <Tag>{w.objection}</Tag> : null}
          </p>
          <p class="text">{one.text ?? w.erasedText}</p>
          <Came ui={ui} one={one} />
          <p class="deeds">
            <a href={at(ui, `/comments/${one.id}`)}>{followedWords[ui.lang].open}</a>
          </p>
        </li>
      ))}
    </ul>
  )
}

/** What came of it so far. */
const Came = ({ ui, one }: { readonly ui: Ui; readonly one: OwnComment }) => {
  const w = proposalWords[ui.lang]
  if (one.withdrawn) return <p>{followedWords[ui.lang].withdrawn}</p>
  if (one.keptBack !== null) return <p>{w.keptBack(moderationReason(one.keptBack, ui.lang))}</p>
  return <Answer ui={ui} {...one} />
}
