import { ownComments } from '../../services/views/own-comments.ts'
import { bySignedIn } from '../clerk/signed-in.ts'
import { Empty, Pager } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { inCommunity, page, paged } from '../page.ts'
import { followedWords } from '../words/followed.ts'
import { OwnComments } from './own-comments.tsx'

const atOnce = 20

/** 我提过的意见: all that somebody has said, with what became of each. */
export const myCommentsPage = page({
  path: '/c/:c/comments',
  may: ['resident'],
  params: inCommunity,
  query: paged,
  load: ({ site, reader, query: { from } }) =>
    bySignedIn(reader, (actor) => ownComments(site.engine, actor, { cursor: from, limit: atOnce })),
  view: ({ items, next }, ui) => {
    const w = followedWords[ui.lang]
    return (
      <Document ui={ui} title={w.mine} lead={w.mineLead}>
        {items.length === 0 ? <Empty>{w.none}</Empty> : <OwnComments ui={ui} comments={items} />}
        <Pager ui={ui} next={next} />
      </Document>
    )
  },
})
