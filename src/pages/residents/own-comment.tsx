import { z } from 'zod'
import { ownComment } from '../../services/views/own-comments.ts'
import { bySignedIn } from '../clerk/signed-in.ts'
import { Done } from '../components/done.tsx'
import { Document } from '../layout/document.tsx'
import { done, inCommunity, page } from '../page.ts'
import { at } from '../ui.ts'
import { common } from '../words/common.ts'
import { followedWords } from '../words/followed.ts'
import { withdrawalWords } from '../words/withdrawals.ts'
import { Followed } from './followed.tsx'

/** What becomes of a comment of one's own. It stands where the form leads to, and goes on standing there. */
export const ownCommentPage = page({
  path: '/c/:c/comments/:o',
  may: ['resident'],
  params: inCommunity.extend({ o: z.uuid().toLowerCase() }),
  query: done,
  load: ({ site, reader, params }) => bySignedIn(reader, (actor) => ownComment(site.engine, actor, params.o)),
  view: (comment, ui, { query }) => {
    const w = followedWords[ui.lang]
    return (
      <Document ui={ui} title={w.title} lead={w.about(comment.number, comment.title ?? common[ui.lang].erased)}>
        <Done done={query.done} words={{ comment: w.sent, withdrawn: withdrawalWords[ui.lang].done }} />
        <Followed ui={ui} comment={comment} withdrawal={at(ui, `/comments/${comment.id}/withdrawal`)} />
        <p>
          <a href={at(ui, '/comments')}>{w.toMine}</a>
        </p>
      </Document>
    )
  },
})
