import { z } from 'zod'
import { guestComment } from '../../services/views/guest-comments.ts'
import { Done } from '../components/done.tsx'
import { Facts } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { done, inCommunity, page } from '../page.ts'
import { at } from '../ui.ts'
import { common } from '../words/common.ts'
import { followedWords } from '../words/followed.ts'
import { withdrawalWords } from '../words/withdrawals.ts'
import { Followed } from './followed.tsx'

/** What becomes of a guest's comment, for whoever holds its code. */
export const guestCommentPage = page({
  path: '/c/:c/guests/:code',
  may: 'anybody',
  params: inCommunity.extend({ code: z.string().min(1).max(40) }),
  query: done,
  load: ({ site, reader, params }) => guestComment(site.engine, reader, params.code),
  view: ({ held, ...comment }, ui, { query, params: { code } }) => {
    const w = followedWords[ui.lang]
    return (
      <Document ui={ui} title={w.title} lead={w.about(comment.number, comment.title ?? common[ui.lang].erased)}>
        <Done
          done={query.done}
          words={{ comment: `${w.sent}${w.keepCode}`, withdrawn: withdrawalWords[ui.lang].done }}
        />
        <Facts facts={[[w.code, <strong>{code}</strong>]]} />
        <Followed
          ui={ui}
          comment={comment}
          held={held}
          {...(held ? { withdrawal: at(ui, `/guests/${encodeURIComponent(code)}/withdrawal`) } : {})}
        />
      </Document>
    )
  },
})
