import { catalogue, type EntryKind, type MoveKind } from '../../../workflows/format/catalogue.ts'
import { type CaseAtHand, caseAtHand } from '../../services/views/case-at-hand.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Grounds } from '../components/grounds.tsx'
import { Notice } from '../components/notice.tsx'
import { Empty, Section, Tag } from '../components/small.tsx'
import { standingWords } from '../components/standing.ts'
import { Document } from '../layout/document.tsx'
import { done, inProposal, page } from '../page.ts'
import { at as addressAt, isOf, type Ui } from '../ui.ts'
import { clerkWords } from '../words/clerk.ts'
import { common } from '../words/common.ts'
import { formNamed, formsOfKind, kindTitle, movesOfMeetings, titleOf } from './events/all.ts'
import { leadsTo } from './leads-to.ts'
import { bySignedIn } from './signed-in.ts'

type Ways = CaseAtHand['moves']

/** Every move with its ways, those first that are open now. */
const byMove = (moves: Ways): readonly (readonly [MoveKind, Ways])[] => {
  const kinds = [...new Set(moves.map(({ move }) => move))]
  return kinds.map((kind) => [kind, moves.filter(({ move }) => move === kind)] as const)
}

/** True where the case would end without having come to its end: such moves stand last. */
const givesUp = (ways: Ways): boolean => ways.every(({ to }) => 'end' in to && to.end !== 'closed')

/** True where a move's form says more than that it is made: what is missing may be just that. */
const asks = (kind: MoveKind): boolean => formsOfKind(kind).some(({ fields }) => Object.keys(fields).length > 0)

const isOpen = (ways: Ways): boolean => ways.some(({ open }) => open)

/** What the clerk may do next with a proposal: the moves open now, those that are not and why, and what may be put on file. */
export const movesPage = page({
  path: '/c/:c/proposals/:p/moves',
  may: ['clerk', 'supervisor', 'township'],
  params: inProposal,
  query: done,
  load: ({ site, reader, params }) => bySignedIn(reader, (actor) => caseAtHand(site.engine, actor, params.p)),
  view: (shown, ui, { params: { p }, query }) => {
    const w = clerkWords[ui.lang]
    const moves = byMove(shown.moves)
    const open = moves.filter(([, ways]) => isOpen(ways) && !givesUp(ways))
    const blocked = moves.filter(([, ways]) => !isOpen(ways) && !givesUp(ways))
    const exits = moves.filter(([kind, ways]) => givesUp(ways) && (isOpen(ways) || asks(kind)))
    const said = query.done === undefined ? undefined : formNamed(query.done)
    const of = (tags: (tag: string) => boolean) =>
      shown.facts.filter((kind) => {
        const { tag } = catalogue[kind]
        return tag !== undefined && tags(tag)
      })
    return (
      <Document ui={ui} title={w.moves} lead={`${shown.number}. ${shown.title ?? common[ui.lang].erased}`}>
        {said ? (
          <Notice kind="done">
            <p>{w.done(titleOf(said)[ui.lang])}</p>
          </Notice>
        ) : null}
        <p>
          <strong>
            {shown.ending === null
              ? w.stageNow(shown.stage.title[ui.lang])
              : w.endedAs(standingWords({ stage: shown.stage, ending: shown.ending }, ui.lang))}
          </strong>
        </p>
        <Buttons>
          <LinkButton href={addressAt(ui, `/proposals/${p}`)} quiet>
            {w.toCase}
          </LinkButton>
          <LinkButton href={addressAt(ui, `/proposals/${p}#draft`)} quiet>
            {w.toDraft}
          </LinkButton>
          <LinkButton href={addressAt(ui, `/proposals/${p}/comments`)} quiet>
            {w.toComments}
          </LinkButton>
        </Buttons>
        {shown.ending === null ? (
          <Section title={w.openNow}>
            {open.length === 0 ? <Empty>{w.noneOpen}</Empty> : null}
            <ul class="cards">
              {open.map(([kind, ways]) => (
                <Move ui={ui} at={shown} kind={kind} ways={ways} p={p} />
              ))}
            </ul>
          </Section>
        ) : null}
        <Files ui={ui} title={w.here} p={p} kinds={of((tag) => tag !== 'always' && tag !== 'afterwards')} />
        {blocked.length === 0 ? null : (
          <Section title={w.notYet}>
            <ul class="cards">
              {blocked.map(([kind, ways]) => (
                <Move ui={ui} at={shown} kind={kind} ways={ways} p={p} />
              ))}
            </ul>
          </Section>
        )}
        <Files ui={ui} title={w.anyTime} p={p} kinds={of((tag) => tag === 'always')} />
        <Files
          ui={ui}
          title={w.afterwards}
          p={p}
          kinds={of((tag) => tag === 'afterwards').filter(
            (kind) => kind === 'supervision.opined' || shown.resolution !== null,
          )}
        />
        {exits.length === 0 ? null : (
          <Section title={w.givingUp}>
            <ul class="cards">
              {exits.map(([kind, ways]) => (
                <Move ui={ui} at={shown} kind={kind} ways={ways} p={p} quiet />
              ))}
            </ul>
          </Section>
        )}
      </Document>
    )
  },
})

interface MoveProps {
  readonly ui: Ui
  readonly at: CaseAtHand
  readonly kind: MoveKind
  readonly ways: Ways
  readonly p: string
  readonly quiet?: boolean
}

/** Where a meeting's move is made: the call for the body whose turn it is, the item at the meeting's desk, or the meeting itself. */
const meetingPlace = (kind: MoveKind, { stage, meeting }: CaseAtHand, p: string): string => {
  if (kind === 'meeting.convened') return 'body' in stage ? `/meetings/call?body=${stage.body}` : '/meetings/call'
  if (meeting === null) return '/meetings'
  return /^(?:ballot|poll)\./.test(kind) ? `/meetings/${meeting}/items/${p}` : `/meetings/${meeting}/sitting`
}

const Move = ({ ui, at, kind, ways, p, quiet }: MoveProps) => {
  const w = clerkWords[ui.lang]
  const open = isOpen(ways)
  const meeting = movesOfMeetings.includes(kind)
  const shown = open ? ways.filter((way) => way.open) : ways
  const [form] = formsOfKind(kind)
  return (
    <li>
      <h3>
        {kindTitle(kind)[ui.lang]} {meeting ? <Tag>{w.atMeeting}</Tag> : null}
      </h3>
      {shown.map(({ to, grounds }) => (
        <>
          <p>{w.leadsTo(leadsTo(to, at, ui.lang))}</p>
          {open || grounds.length === 0 ? null : <Grounds ui={ui} grounds={grounds} caption={w.conditions} />}
        </>
      ))}
      {meeting && isOf(ui, 'clerk') ? (
        <Buttons>
          <LinkButton href={addressAt(ui, meetingPlace(kind, at, p))} quiet={!open}>
            {w.toMeetings}
          </LinkButton>
        </Buttons>
      ) : form && isOf(ui, ...form.by) && (open || asks(kind)) ? (
        <Buttons>
          <LinkButton href={addressAt(ui, `/proposals/${p}/moves/${form.name}`)} quiet={quiet || !open}>
            {open ? w.takeUp : w.fillIn}
          </LinkButton>
        </Buttons>
      ) : null}
    </li>
  )
}

interface FilesProps {
  readonly ui: Ui
  readonly title: string
  readonly p: string
  readonly kinds: readonly EntryKind[]
}

/** What may be put on file now: a link to each form that is for whoever reads. */
const Files = ({ ui, title, p, kinds }: FilesProps) => {
  const forms = kinds.flatMap(formsOfKind).filter(({ by }) => isOf(ui, ...by))
  if (forms.length === 0) return null
  return (
    <Section title={title}>
      <ul class="links">
        {forms.map((form) => (
          <li>
            <a href={addressAt(ui, `/proposals/${p}/moves/${form.name}`)}>{titleOf(form)[ui.lang]}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
