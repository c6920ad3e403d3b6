import { z } from 'zod'
import { ok, type Result } from '../../../workflows/result.ts'
import type { Refusal } from '../../services/refusal.ts'
import { type PostingView, postings } from '../../services/views/documents.ts'
import type { Page as Listed } from '../../services/views/page.ts'
import { type CommentView, comments } from '../../services/views/proposals.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Empty, Pager, Section, Tag } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { type Asked, inProposal, page, paged } from '../page.ts'
import { at, isOf, type Ui } from '../ui.ts'
import { clerkWords } from '../words/clerk.ts'
import { clerkCommentWords } from '../words/clerk-comments.ts'
import { sayDay } from '../words/dates.ts'
import { proposalWords } from '../words/proposal.ts'
import { moderationReason } from './events/sources.ts'

const query = paged.extend({ posting: z.uuid().toLowerCase().optional() })

interface Shown {
  readonly postings: readonly PostingView[]
  readonly posting: PostingView | undefined
  readonly comments: Listed<CommentView>
}

const atOnce = 50

const load = async ({
  site: { engine },
  reader,
  params: { p },
  query: asked,
}: Asked<z.output<typeof inProposal>, z.output<typeof query>>): Promise<Result<Shown, Refusal>> => {
  const hung = await postings(engine, reader, p)
  if (!hung.ok) return hung
  const { items } = hung.value
  const posting = items.find(({ id }) => id === asked.posting) ?? items.at(-1)
  const said = posting
    ? await comments(engine, reader, posting.id, { cursor: asked.from, limit: atOnce })
    : ok({ items: [] })
  return said.ok ? ok({ postings: items, posting, comments: said.value }) : said
}

/** Every comment on a posting with what may be done about it: answered alone or with others, kept back with its reason, decided. */
export const commentsPage = page({
  path: '/c/:c/proposals/:p/comments',
  may: ['clerk', 'supervisor', 'township'],
  params: inProposal,
  query,
  load,
  view: ({ postings: hung, posting, comments: { items, next } }, ui, { params: { p } }) => {
    const w = clerkCommentWords[ui.lang]
    const admitted = items.filter((one) => one.admitted)
    const keptBack = items.filter((one) => !one.admitted)
    const waiting = admitted.filter((one) => (one.objection ? one.upheld === null : one.answer === null)).length
    return (
      <Document ui={ui} title={w.title}>
        <p>
          <a href={at(ui, `/proposals/${p}/moves`)}>{clerkWords[ui.lang].toMoves}</a>
        </p>
        {posting === undefined ? <Empty>{w.none}</Empty> : null}
        {hung.length > 1 ? <Which ui={ui} hung={hung} shown={posting} /> : null}
        {posting?.open && isOf(ui, 'clerk') ? (
          <Buttons>
            <LinkButton href={at(ui, `/proposals/${p}/moves/comments.answered`)}>{w.answerMany}</LinkButton>
            <LinkButton href={at(ui, `/proposals/${p}/moves/comment.received`)} quiet>
              {w.enter}
            </LinkButton>
          </Buttons>
        ) : null}
        {posting === undefined ? null : items.length === 0 ? (
          <Empty>{w.noComments}</Empty>
        ) : (
          <p>
            <strong>{waiting === 0 ? w.allAnswered : w.waiting(waiting)}</strong>
          </p>
        )}
        <ol class="cards">
          {admitted.map((one) => (
            <Comment ui={ui} p={p} one={one} open={posting?.open ?? false} />
          ))}
        </ol>
        <Pager ui={ui} next={next} />
        {posting === undefined ? null : (
          <Section title={w.log}>
            <p class="hint">{w.logLead}</p>
            {keptBack.length === 0 ? <Empty>{w.noLog}</Empty> : null}
            <ol class="cards">
              {keptBack.map((one) => (
                <Comment ui={ui} p={p} one={one} open={posting.open} />
              ))}
            </ol>
          </Section>
        )}
      </Document>
    )
  },
})

interface WhichProps {
  readonly ui: Ui
  readonly hung: readonly PostingView[]
  readonly shown: PostingView | undefined
}

const Which = ({ ui, hung, shown }: WhichProps) => {
  const w = clerkCommentWords[ui.lang]
  const [path] = ui.here.split('?')
  return (
    <nav aria-label={w.which}>
      <ul class="links">
        {hung.map(({ id, sort }, index) => (
          <li>
            <a href={`${path}?posting=${id}`} aria-current={id === shown?.id ? 'true' : undefined}>
              {sort === 'posting' ? w.posting(index + 1) : w.publication(index + 1)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const answers = ['adopted', 'partly', 'not-adopted'] as const

/** What may be done about a comment while its posting hangs: the form's name, and what the link says. */
const doings = ({ objection, admitted, answer, upheld }: CommentView) =>
  admitted
    ? ([
        ...(objection
          ? ([
              ['objection.decided', 'decide'],
              ['objection.escalated', 'escalate'],
            ] as const)
          : answer === null
            ? ([['comments.answered', 'answer']] as const)
            : []),
        ...(answer === null && upheld === null ? ([['comment.moderated', 'moderate']] as const) : []),
      ] as const)
    : ([['comment.readmitted', 'readmit']] as const)

interface CommentProps {
  readonly ui: Ui
  readonly p: string
  readonly one: CommentView
  readonly open: boolean
}

const Comment = ({ ui, p, one, open }: CommentProps) => {
  const w = clerkCommentWords[ui.lang]
  const said = proposalWords[ui.lang]
  const answer = answers.find((word) => word === one.answer)
  const decided = one.upheld === null ? undefined : one.upheld ? said.upheld : said.notUpheld
  return (
    <li>
      <p class="small">
        {one.author ?? said.anonymous} · {said.receivedOn(sayDay(one.receivedOn, ui.place?.today ?? '', ui.lang))}{' '}
        {one.objection ? <Tag>{said.objection}</Tag> : null} {one.timely ? null : <Tag>{said.late}</Tag>}{' '}
        {one.escalated === null ? null : <Tag>{w.escalated}</Tag>}
      </p>
      <p class="text">{one.text ?? said.erasedText}</p>
      {one.keptBack === null ? null : (
        <p>
          <strong>{w.keptBack(moderationReason(one.keptBack, ui.lang))}</strong>
        </p>
      )}
      {answer === undefined && decided === undefined ? null : (
        <p class="answer">
          <Tag>{decided ?? (answer ? said[answer] : '')}</Tag> <span class="text">{one.reason ?? ''}</span>
        </p>
      )}
      {open ? (
        <p class="deeds">
          {doings(one)
            .filter(([form]) => form !== 'comment.moderated' || !one.objection || isOf(ui, 'supervisor'))
            .map(([form, name]) => (
              <a href={at(ui, `/proposals/${p}/moves/${form}?for=${one.id}`)}>{w[name]}</a>
            ))}
        </p>
      ) : null}
    </li>
  )
}
