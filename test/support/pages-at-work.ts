import { noticeCode } from '../../src/documents/notice-code.ts'
import { openAccount } from '../../src/services/accounts.ts'
import type { Actor } from '../../src/services/act.ts'
import { attest } from '../../src/services/attestations.ts'
import { openBallot } from '../../src/services/ballots.ts'
import { perform } from '../../src/services/commands/command.ts'
import { comment } from '../../src/services/commands/comment.ts'
import { answerComments } from '../../src/services/commands/posting.ts'
import { setCommentMode } from '../../src/services/comment-mode.ts'
import { openDemand } from '../../src/services/demands.ts'
import { sendGuestComment } from '../../src/services/guest-comments.ts'
import { raiseTopic } from '../../src/services/topics.ts'
import { Committee } from './committee.ts'
import { standingSession, type Village, value, withVillageServices } from './engine.ts'
import { type PageEntry, pageMatrix } from './page-matrix.ts'
import { type Guest, type PagesOf, pagesFor } from './pages.ts'
import type { Asker } from './route-matrix.ts'
import { smallRoster } from './small-village.ts'

/** What stands in the addresses of pages. */
export type PageIds = Readonly<
  Record<
    | 'community'
    | 'proposal'
    | 'decided'
    | 'meeting'
    | 'ballot'
    | 'posting'
    | 'attestation'
    | 'topic'
    | 'person'
    | 'demand'
    | 'comment'
    | 'guest',
    string
  >
>

/** Whoever is signed in. */
export type WhoWorks = 'representative' | 'clerk' | 'supervisor' | 'administrator' | 'expert'

/** The pages of a village in the middle of its work, and a browser of every role. */
export type PagesAtWork = PagesOf & {
  readonly village: Village
  readonly here: string
  readonly ids: PageIds
  readonly actors: Readonly<Record<WhoWorks, Actor>>
  readonly as: Readonly<Partial<Record<Asker, Guest>>>
  /** The address of a page of the table, about these ids or others. */
  readonly filled: (path: string, swap?: Partial<PageIds>) => string
}

export const missing = '01890a5d-ac96-774b-bcce-b302099a8058'
export const begins = new Date('2026-03-02T09:00:00+08:00')
const password = 'a-long-enough-word-for-tests'

export const mayLook = ({ may }: PageEntry, asker: Asker): boolean => may === 'anybody' || may.includes(asker)

const filledWith =
  (ids: PageIds): PagesAtWork['filled'] =>
  (path, swap = {}) => {
    const all = { ...ids, ...swap }
    const entry = pageMatrix[path]
    return `${path}${entry?.query ?? ''}`
      .replace('/guests/:code', `/guests/${all.guest}`)
      .replace(':code', noticeCode(all.community, 1))
      .replace('/n/:n', '/n/1')
      .replace(':event', 'proposal.withdrawn')
      .replace(':paper', 'convocation')
      .replace(':kind', 'village-representatives')
      .replace(':id', all.person)
      .replace(':c', all.community)
      .replace(':p', all.proposal)
      .replace(':m', all.meeting)
      .replace(':b', all.ballot)
      .replace(':o', all[entry?.resource ?? 'posting'])
      .replace(':t', all.topic)
      .replace(':d', all.demand)
  }

/** One road agreed by everybody and published, with a comment that was answered and an objection that was not. */
const decides = async (committee: Committee, adoption: string) => {
  const { engine, clerk, actorOf } = committee.village
  const { proposal, posting, people } = await committee.roadDecided(adoption)
  const says = async (person: string, text: string, objection: boolean) => {
    const input = { posting, text, objection, channel: 'online' } as const
    const said = await value(perform(engine, actorOf(person), proposal, comment, input))
    return (said.data as { readonly comment: string }).comment
  }
  const [first = '', second = ''] = people
  const answered = await says(first, '排水沟要加盖板。', false)
  await says(second, '自筹的钱从哪一项里出?', true)
  const answer = { comments: [answered], answer: 'adopted' as const, reason: '已要求施工方加盖板。' }
  await value(perform(engine, clerk, proposal, answerComments, answer))
  return { decided: proposal, posting }
}

/** Lends them: one proposal published and open to comment, another whose first ballot is open. */
export const withPagesAtWork = (use: (work: PagesAtWork) => Promise<void>): Promise<void> =>
  withVillageServices(
    begins,
    async (village) => {
      const { engine, clerk, administrator, community, membersOf, actorOf } = village
      const committee = new Committee(village, begins)
      const adoption = await committee.adopts('representatives')
      const { decided, posting } = await decides(committee, adoption)
      const proposal = await committee.opens(adoption, '修路', [])
      await committee.accepts(proposal)
      const { meeting, on } = await committee.calls('party-committee', [proposal], 1)
      committee.goTo(on)
      const members = (await membersOf('party-committee')).map(({ person }) => person)
      await committee.signsIn(meeting, members)
      const { ballot } = await value(openBallot(engine, clerk, meeting, { proposal, motion: 'agree' }))
      const { account } = await value(
        openAccount(engine, administrator, { login: 'law', password, role: 'expert', discipline: 'law' }),
      )
      const { attestation } = await value(
        attest(engine, clerk, {
          evidence: '收文登记簿第 3 页',
          what: {
            sort: 'event',
            proposal: decided,
            occurredOn: on,
            event: { type: 'filing.reported', with: 'township', filedOn: on, number: '一号' },
          },
        }),
      )
      const { topic } = await value(raiseTopic(engine, clerk, { channel: 'letter-box', text: '北坡灌溉渠漏水' }))

      const { id: demand } = await value(
        openDemand(engine, clerk, { body: 'village-assembly', of: 'adults', text: '请召开村民会议,商量水费' }),
      )

      const pages = pagesFor(village)
      const { guest } = pages
      const here = `/c/${community}`
      const [person = ''] = members
      const remark = { posting, text: '公布栏太高,看不清。', objection: false, channel: 'online' } as const
      const said = await value(perform(engine, actorOf(person), decided, comment, remark))
      const { comment: own } = said.data as { readonly comment: string }
      await value(setCommentMode(engine, administrator, 'guests'))
      const visits = {
        community,
        posting,
        text: '路口要装镜子。',
        objection: false,
        key: 'visit',
        network: '192.0.2.1',
      }
      const { code: guestCode } = await value(sendGuestComment(engine, visits))
      const ids = {
        ...{ community, proposal, decided, meeting, ballot, posting, attestation, topic, person, demand },
        ...{ comment: own, guest: guestCode },
      }
      const actors = {
        representative: actorOf(person),
        clerk,
        supervisor: village.supervisor,
        administrator,
        expert: await standingSession(village.database, community, account),
      }
      const guests = Object.entries(actors).map(async ([role, actor]) => [role, await guest(actor)] as const)
      const as = { nobody: await guest(), ...Object.fromEntries(await Promise.all(guests)) }
      await use({ ...pages, village, here, ids, actors, as, filled: filledWith(ids) })
    },
    { sort: 'village', name: '小石村', jurisdiction: 'CN-37', roster: smallRoster },
  )
