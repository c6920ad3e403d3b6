import { z } from 'zod'
import { moderationReasons } from '../../../workflows/format/catalogue.ts'
import { ok, type Result } from '../../../workflows/result.ts'
import { id } from '../../services/commands/inputs.ts'
import { decideGuestComment } from '../../services/guest-comments.ts'
import type { Refusal } from '../../services/refusal.ts'
import { type CommentView, comments } from '../../services/views/comments.ts'
import { type PostingView, postings } from '../../services/views/documents.ts'
import { type HeldComment, heldComments } from '../../services/views/guest-comments.ts'
import type { Page as Listed } from '../../services/views/page.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Done } from '../components/done.tsx'
import { Photo } from '../components/photo.tsx'
import { Empty, Pager, Section, Tag } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { type Asked, done, formsOn, inProposal, page, paged } from '../page.ts'
import { at, isOf, type Ui } from '../ui.ts'
import { clerkWords } from '../words/clerk.ts'
import { clerkCommentWords } from '../words/clerk-comments.ts'
import { sayDay } from '../words/dates.ts'
import { moderationReason } from '../words/moderation.ts'
import { proposalWords } from '../words/proposal.ts'
import { HeldComments } from './held-comments.tsx'
import { bySignedIn } from './signed-in.ts'

const query = paged.extend({ posting: z.uuid().toLowerCase().optional(), ...done.shape })

interface Shown {
  readonly postings: readonly PostingView[]
  readonly posting: PostingView | undefined
  readonly comments: Listed<CommentView>
  readonly held: readonly HeldComment[]
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
  if (!said.ok) return said
  const held = posting
    ? await bySignedIn(reader, (actor) => heldComments(engine, actor, posting.id))
    : ok({ items: [] })
  return held.ok ? ok({ postings: items, posting, comments: said.value, held: held.value.items }) : held
}

const form = formsOn(inProposal, query)

/** Every comment on a posting with what may be done about it: answered alone or with others, kept back with its reason, decided. */
export const commentsPage = page({
  path: '/c/:c/proposals/:p/comments',
  may: ['clerk', 'supervisor', 'township'],
  params: inProposal,
  query,
  load,
  forms: {
    admit: form(z.object({ guest: id }), async ({ site, actor, params: { c, p }, fields: { guest } }) => {
      const admitted = await decideGuestComment(site.engine, actor, guest)
      return admitted.ok ? ok({ to: `/c/${c}/proposals/${p}/comments?done=admitted` }) : admitted
    }),
    'keep-back': form(
      z.object({ guest: id, reason: z.enum(moderationReasons) }),
      async ({ site, actor, params: { c, p }, fields: { guest, reason } }) => {
        const kept = await decideGuestComment(site.engine, actor, guest, reason)
        return kept.ok ? ok({ to: `/c/${c}/proposals/${p}/comments?done=notAdmitted` }) : kept
      },
    ),
  },
  view: ({ postings: hung, posting, comments: { items, next }, held }, ui, { params: { p }, query: asked }) => {
    const w = clerkCommentWords[ui.lang]
    const hanging = items.filter((one) => one.admitted || one.withdrawn)
    const keptBack = items.filter((one) => one.keptBack !== null)
    const waiting = items
      .filter((one) => one.admitted)
      .filter((one) => (one.objection ? one.upheld === null : one.answer === null)).length
    return (
      <Document ui={ui} title={w.title}>
        <p>
          <a href={at(ui, `/proposals/${p}/moves`)}>{clerkWords[ui.lang].toMoves}</a>
        </p>
        <Done done={asked.done} words={{ admitted: w.admitted, notAdmitted: w.notAdmitted }} />
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
        {posting?.open ? <HeldComments ui={ui} held={held} /> : null}
        {posting === undefined ? null : items.length === 0 ? (
          <Empty>{w.noComments}</Empty>
        ) : (
          <p>
            <strong>{waiting === 0 ? w.allAnswered : w.waiting(waiting)}</strong>
          </p>
        )}
        <ol class="cards">
          {hanging.map((one) => (
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
const doings = ({ objection, admitted, withdrawn, answer, upheld }: CommentView) =>
  withdrawn
    ? []
    : admitted
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
        {one.author ?? (one.channel === 'guest' ? said.guest : said.anonymous)} ·{' '}
        {said.receivedOn(sayDay(one.receivedOn, ui.place?.today ?? '', ui.lang))}{' '}
        {one.objection ? <Tag>{said.objection}</Tag> : null} {one.timely ? null : <Tag>{said.late}</Tag>}{' '}
        {one.escalated === null ? null : <Tag>{w.escalated}</Tag>}
      </p>
      <p class="text">{one.withdrawn ? said.withdrawn : (one.text ?? said.erasedText)}</p>
      {one.photo === null ? null : <Photo ui={ui} comment={one.id} alt={one.alt} />}
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
