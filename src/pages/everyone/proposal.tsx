import { z } from 'zod'
import { ok, type Result } from '../../../workflows/result.ts'
import { isVisitor } from '../../services/look.ts'
import type { Refusal } from '../../services/refusal.ts'
import { chainHead, type HeadView } from '../../services/views/chains.ts'
import { type CommentView, comments } from '../../services/views/comments.ts'
import { type OpinionView, opinions, type PostingView, postings } from '../../services/views/documents.ts'
import { type OwnPart, ownPart } from '../../services/views/own-part.ts'
import type { Page as Listed } from '../../services/views/page.ts'
import { type PaperCode, paperCodes } from '../../services/views/paper-codes.ts'
import { meetingsOf, type ProposalMeeting } from '../../services/views/proposal-meetings.ts'
import {
  type NextView,
  next,
  type ProposalView,
  proposal,
  type Resolution,
  resolution,
} from '../../services/views/proposals.ts'
import { Done } from '../components/done.tsx'
import { Document } from '../layout/document.tsx'
import { type Asked, done, inProposal, page, paged } from '../page.ts'
import { sayForms } from '../residents/say-forms.ts'
import { common } from '../words/common.ts'
import { doneWords, proposalWords } from '../words/proposal.ts'
import { Comments } from './proposal/comments.tsx'
import { Draft } from './proposal/draft.tsx'
import { Meetings } from './proposal/meetings.tsx'
import { Missing } from './proposal/missing.tsx'
import { Opinions } from './proposal/opinions.tsx'
import { Postings } from './proposal/postings.tsx'
import { Record } from './proposal/record.tsx'
import { Resolved } from './proposal/resolved.tsx'
import { Standing } from './proposal/standing.tsx'

const query = paged.extend({ posting: z.uuid().toLowerCase().optional(), ...done.shape })
type ProposalAsked = Asked<z.output<typeof inProposal>, z.output<typeof query>>

interface Shown {
  readonly view: ProposalView
  readonly next: NextView
  readonly postings: readonly PostingView[]
  /** The posting whose comments are shown: the one asked for, else the newest. */
  readonly posting: PostingView | undefined
  readonly comments: Listed<CommentView>
  readonly opinions: readonly OpinionView[]
  readonly meetings: readonly ProposalMeeting[]
  readonly resolution: Resolution | undefined
  readonly head: HeadView
  readonly codes: readonly PaperCode[]
  /** The reader's own part in it; nothing for visitors. */
  readonly own: OwnPart | undefined
}

const commentsAtOnce = 20

const load = async ({ site, reader, params, query: asked }: ProposalAsked): Promise<Result<Shown, Refusal>> => {
  const { engine } = site
  const [view, ahead, hung, said, met, head, codes, resolved] = await Promise.all([
    proposal(engine, reader, params.p),
    next(engine, reader, params.p),
    postings(engine, reader, params.p),
    opinions(engine, reader, params.p),
    meetingsOf(engine, reader, params.p),
    chainHead(engine, reader, `proposal/${params.p}`),
    paperCodes(engine, reader, params.p),
    resolution(engine, reader, params.p),
  ])
  if (!view.ok) return view
  if (!ahead.ok) return ahead
  if (!hung.ok) return hung
  if (!said.ok) return said
  if (!met.ok) return met
  if (!head.ok) return head
  if (!codes.ok) return codes
  const posting = hung.value.items.find(({ id }) => id === asked.posting) ?? hung.value.items.at(-1)
  const listed = posting
    ? await comments(engine, reader, posting.id, { cursor: asked.from, limit: commentsAtOnce })
    : ok({ items: [] })
  if (!listed.ok) return listed
  const own = isVisitor(reader) ? ok(undefined) : await ownPart(engine, reader, params.p)
  if (!own.ok) return own
  return ok({
    view: view.value,
    next: ahead.value,
    postings: hung.value.items,
    posting,
    comments: listed.value,
    opinions: said.value.items,
    meetings: met.value.items,
    resolution: resolved.ok ? resolved.value : undefined,
    head: head.value,
    codes: codes.value.filter(({ stage }) => stage === null || (resolved.ok && stage === resolved.value.stage)),
    own: own.value,
  })
}

/** A proposal: where it stands and why, what is missing, what is proposed, who said what, how it was decided, and its record. */
export const proposalPage = page({
  path: '/c/:c/proposals/:p',
  may: 'anybody',
  hangs: true,
  params: inProposal,
  query,
  load,
  forms: sayForms(inProposal, query, async ({ params }) => ok(params.p)),
  view: (shown, ui, { query: asked }) => {
    const w = proposalWords[ui.lang]
    const { view } = shown
    return (
      <Document ui={ui} title={view.title ?? common[ui.lang].erased} lead={w.number(view.number)}>
        <Done done={asked.done} words={doneWords[ui.lang]} />
        <Standing ui={ui} view={view} postings={shown.postings} next={shown.next} own={shown.own} />
        <Missing ui={ui} next={shown.next} />
        {shown.resolution ? <Resolved ui={ui} resolution={shown.resolution} /> : null}
        <Draft ui={ui} view={view} />
        <Postings ui={ui} postings={shown.postings} shown={shown.posting} />
        {shown.posting ? <Comments ui={ui} posting={shown.posting} comments={shown.comments} /> : null}
        <Opinions ui={ui} opinions={shown.opinions} />
        <Meetings ui={ui} view={view} meetings={shown.meetings} />
        <Record ui={ui} proposal={view.id} number={view.number} head={shown.head} codes={shown.codes} />
      </Document>
    )
  },
})
