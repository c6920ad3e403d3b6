import { bodyName, officeName } from '../../../workflows/wording.ts'
import type { OwnComment } from '../../services/views/own-comments.ts'
import { Answer } from '../components/answer.tsx'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Photo } from '../components/photo.tsx'
import { Section, Tag } from '../components/small.tsx'
import { type StepShown, Steps } from '../components/steps.tsx'
import { at, type Ui } from '../ui.ts'
import { sayDay } from '../words/dates.ts'
import { followedWords } from '../words/followed.ts'
import { moderationReason } from '../words/moderation.ts'
import { proposalWords } from '../words/proposal.ts'
import { withdrawalWords } from '../words/withdrawals.ts'
import { mayWithdraw } from './may-withdraw.ts'

interface FollowedProps {
  readonly ui: Ui
  readonly comment: OwnComment
  /** True while a guest's waits for the office. */
  readonly held?: boolean
  /** Where it is taken back, by whoever may. */
  readonly withdrawal?: string
}

/** A comment as whoever made it follows it: what was said, how far it has come, what comes next and by when, and the answer. */
export const Followed = ({ ui, comment, held = false, withdrawal }: FollowedProps) => {
  const w = followedWords[ui.lang]
  return (
    <>
      <Section id="yours" title={w.said}>
        <div class="card">
          {comment.objection ? (
            <p>
              <Tag>{proposalWords[ui.lang].objection}</Tag>
            </p>
          ) : null}
          <p class="text">{comment.text ?? w.erased}</p>
          {comment.photo === undefined ? null : held ? (
            <p>{w.photo(comment.photo ?? w.erased)}</p>
          ) : (
            <Photo ui={ui} comment={comment.id} alt={comment.photo} />
          )}
        </div>
      </Section>
      <Section id="onward" title={w.onward}>
        <Steps ui={ui} steps={stepsOf(ui, comment, held)} />
      </Section>
      <Buttons>
        {mayEscalate(ui, comment) ? (
          <LinkButton href={at(ui, `/proposals/${comment.proposal}/moves/objection.escalated?for=${comment.id}`)}>
            {w.escalate}
          </LinkButton>
        ) : null}
        {withdrawal !== undefined && mayWithdraw(comment) ? (
          <LinkButton href={withdrawal} quiet>
            {withdrawalWords[ui.lang].comment}
          </LinkButton>
        ) : null}
        <LinkButton href={at(ui, `/proposals/${comment.proposal}`)} quiet>
          {w.toProposal}
        </LinkButton>
      </Buttons>
    </>
  )
}

const stepsOf = (ui: Ui, comment: OwnComment, held: boolean): readonly StepShown[] => {
  const w = followedWords[ui.lang]
  const today = ui.place?.today ?? ''
  const { objection, keptBack, posting, answer, upheld } = comment
  const given = objection ? w.decided : w.answered
  const due = objection ? w.decisionDue : w.answerDue
  const received = { title: w.received, state: 'done', note: sayDay(comment.receivedOn, today, ui.lang) } as const
  if (comment.withdrawn)
    return [received, { title: w.withdrawn, state: 'done', note: held ? w.neverShown : w.withdrawnNote }]
  if (held)
    return posting.open
      ? [received, { title: w.toBeShown, state: 'now', note: w.toBeShownNote }, { title: due, state: 'ahead' }]
      : [received, { title: w.keptBack, state: 'done', note: w.neverDecided }]
  if (keptBack !== null)
    return [received, { title: w.keptBack, state: 'done', note: w.keptBackFor(moderationReason(keptBack, ui.lang)) }]
  const shown = { title: w.shown, state: 'done' } as const
  if (answer !== null || upheld !== null)
    return [received, shown, { title: given, state: 'done', note: <Answer ui={ui} {...comment} /> }]
  return [received, shown, { title: due, state: posting.open ? 'now' : 'ahead', note: dueNote(ui, comment) }]
}

/** By when it must be dealt with, and by whom. */
const dueNote = (ui: Ui, { timely, posting, decides, escalated, objection }: OwnComment) => {
  const w = followedWords[ui.lang]
  const say = (day: string) => sayDay(day, ui.place?.today ?? '', ui.lang)
  if (!posting.open) return w.overUnanswered
  if (escalated !== null) return w.decidesAbove(officeName(escalated, ui.lang))
  if (!timely) return w.late
  if (objection && decides)
    return `${w.decides(bodyName(decides.by, ui.lang), say(decides.until))}${ui.lang === 'en' ? ' ' : ''}${w.mayEscalate}`
  return w.before(say(posting.lastDay))
}

/** Whom the body has turned down, or left without an answer past its term, may go above it, once. */
const mayEscalate = (ui: Ui, { objection, posting, escalated, upheld, decides }: OwnComment): boolean =>
  ui.place?.me?.person !== undefined &&
  objection &&
  posting.open &&
  escalated === null &&
  (upheld === false || (upheld === null && decides !== undefined && (ui.place?.today ?? '') > decides.until))
