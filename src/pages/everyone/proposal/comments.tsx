import type { CommentView } from '../../../services/views/comments.ts'
import type { PostingView } from '../../../services/views/documents.ts'
import type { Page as Listed } from '../../../services/views/page.ts'
import { Answer } from '../../components/answer.tsx'
import { Photo } from '../../components/photo.tsx'
import { Say } from '../../components/say.tsx'
import { Empty, Pager, Section, Tag } from '../../components/small.tsx'
import type { Ui } from '../../ui.ts'
import { sayDay } from '../../words/dates.ts'
import { moderationReason } from '../../words/moderation.ts'
import { proposalWords } from '../../words/proposal.ts'

interface CommentsProps {
  readonly ui: Ui
  readonly posting: PostingView
  readonly comments: Listed<CommentView>
}

/** What was said on a posting, each with its answer, and the form to say more while it hangs. */
export const Comments = ({ ui, posting, comments: { items, next } }: CommentsProps) => {
  const w = proposalWords[ui.lang]
  return (
    <>
      <Section id="comments" title={w.commentsOf}>
        {items.length === 0 ? <Empty>{w.noComments}</Empty> : null}
        <ol class="cards">
          {items.map((one) => (
            <Comment ui={ui} comment={one} />
          ))}
        </ol>
        <Pager ui={ui} next={next} />
      </Section>
      {posting.open ? <Say ui={ui} posting={posting.id} /> : null}
    </>
  )
}

const Comment = ({ ui, comment }: { readonly ui: Ui; readonly comment: CommentView }) => {
  const w = proposalWords[ui.lang]
  return (
    <li>
      <p class="small">
        {comment.author ?? (comment.channel === 'guest' ? w.guest : w.anonymous)} ·{' '}
        {w.receivedOn(sayDay(comment.receivedOn, ui.place?.today ?? '', ui.lang))}{' '}
        {comment.objection ? <Tag>{w.objection}</Tag> : null} {comment.timely ? null : <Tag>{w.late}</Tag>}
      </p>
      {comment.withdrawn ? (
        <p>{w.withdrawn}</p>
      ) : comment.text === null ? (
        <p>{comment.keptBack === null ? w.erasedText : w.keptBack(moderationReason(comment.keptBack, ui.lang))}</p>
      ) : (
        <p class="text">{comment.text}</p>
      )}
      {comment.photo === null ? null : <Photo ui={ui} comment={comment.id} alt={comment.alt} />}
      {comment.withdrawn ? null : <Answer ui={ui} {...comment} />}
    </li>
  )
}
