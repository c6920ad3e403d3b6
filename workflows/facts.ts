import type { DataOf, Motion, VoteDoor } from './format/catalogue.ts'
import type { Entry } from './format/entry.ts'
import type { ProxyFault } from './law/proxies.ts'
import { addDays, type Day, dayOf } from './rules/days.ts'
import { lawOn, verdictOf } from './stages/decision.ts'
import { type ElectionFacts, electedOf, electionOf, foldElection, seatsLeftIn } from './stages/polling.ts'
import type { ExpandedProcedure, Stage } from './stages/stage.ts'
import { foldVoting } from './stages/voting.ts'

/** What gates may look at: worked out of the record's entries and nothing else. */
export interface Facts {
  /** The stage the case is in, the entry that led there, its day, and the newest draft then. */
  stage: string
  enteredSeq: number
  enteredOn: Day
  draftAtEntry: number

  adoption?: string
  topics: number
  matter?: string
  readonly authorisations: DataOf<'authorisation.filed'>[]
  partyDiscussion?: DataOf<'party-discussion.filed'>
  readonly filings: DataOf<'filing.reported'>[]
  readonly approvals: DataOf<'approval.given'>[]
  /** The day of the last move: an attested move cannot have happened before it. */
  movedOn: Day

  /** Talks of the consultation, and its advice by id: true once a draft follows or leaves it by name. */
  readonly talks: DataOf<'talk.held'>[]
  readonly advice: Map<string, boolean>

  draft?: Draft
  /** The newest draft when the plan went back to be changed. */
  draftAtReturn: number
  /** The last draft whose posting ran out. */
  postedDraft: number

  posting?: Posting
  /** Comments on the current posting, by id. */
  comments: Map<string, CommentFacts>

  /** The newest opinion of each discipline. */
  opinions: Map<string, { readonly draft: number; readonly answer: 'pass' | 'changes' | 'unlawful' }>

  meeting?: DataOf<'meeting.convened'>
  ballot?: OpenBallot
  /** Every ballot of the case, closed ones with their answer. */
  readonly ballots: Map<
    string,
    {
      readonly stage: string
      readonly motion: Motion
      readonly draft: number
      carried?: boolean
      closed?: Closed
      /** Set where a correction had the matter put again: that is the reason to put it once more. */
      reopened?: true
      /** Set where it is secret or counted: no single vote of it can be put right. */
      voting?: 'secret' | 'counted'
      /** Set where more papers came back than were issued: nothing was decided. */
      voided?: true
    }
  >
  /** What an election has come to so far. */
  election?: ElectionFacts
  /** The stage whose verdict a correction turned, until it is put again. */
  turned?: string
  /** True from the deciding body's first ballot on: nothing can be withdrawn any more. */
  decisionOpened: boolean
  /** The draft that the deciding body adopted, and the ballot that did it. */
  adopted?: { readonly draft: number; readonly ballot: string }
  /** What became of the resolution since. */
  resolution?: 'in-force' | 'suspended' | 'revoked'
  /** Orders of the office above, by id: true once reported as obeyed. */
  readonly orders: Map<string, boolean>

  progress: number
  readonly raters: Set<string>
}

export interface Draft {
  readonly n: number
  readonly text: string
  readonly change: DataOf<'draft.written'>['change']
  readonly approvedBy?: string
}

export interface Posting {
  readonly id: string
  /** Absent for the publication of a result. */
  readonly draft?: number
  readonly lastDay: Day
  evidence: number
}

export interface CommentFacts {
  readonly objection: boolean
  readonly receivedOn: Day
  readonly timely: boolean
  /** False while it is kept back for one of the published reasons. */
  admitted: boolean
  /** The office that it was taken to. */
  escalated?: 'township' | 'sub-district'
  answered: boolean
  upheld?: boolean
}

export interface OpenBallot extends DataOf<'ballot.opened'> {
  /** Who has voted, or taken part in a secret ballot, and by which door. */
  readonly voters: Map<string, VoteDoor | 'phone'>
  /** Papers as last counted, of a recorded ballot. */
  papers?: DataOf<'papers.counted'>
  /** Hands as last counted. */
  hands?: DataOf<'hands.counted'>
  /** Papers of a secret ballot as last counted. */
  tallied?: DataOf<'papers.tallied'>
}

/** A ballot's count as it stands after every correction, judged by the law of the day on which it closed. */
export interface Closed {
  readonly on: Day
  readonly people: DataOf<'ballot.closed'>['people']
  readonly groups: DataOf<'ballot.closed'>['groups']
  readonly measures?: DataOf<'ballot.closed'>['measures']
}

/** The facts of a case that nothing has been said of. */
export const noFacts = (stage: string): Facts => ({
  stage,
  enteredSeq: 1,
  enteredOn: '',
  draftAtEntry: 0,
  topics: 0,
  authorisations: [],
  filings: [],
  approvals: [],
  movedOn: '',
  orders: new Map(),
  talks: [],
  advice: new Map(),
  draftAtReturn: 0,
  postedDraft: 0,
  comments: new Map(),
  opinions: new Map(),
  ballots: new Map(),
  decisionOpened: false,
  progress: 0,
  raters: new Set(),
})

/** Why an entry does not fit what the record says before it. */
export type Misfit =
  | 'not_opened'
  | 'opened_already'
  | 'not_in_catalogue'
  | 'occurred_after_recording'
  | 'occurred_before_last_move'
  | 'not_attested'
  | 'two_must_confirm'
  | 'draft_number_skipped'
  | 'draft_unknown'
  | 'draft_opens_with_first'
  | 'advice_unknown'
  | 'advice_known_already'
  | 'posting_unknown'
  | 'comment_unknown'
  | 'comment_known_already'
  | 'comment_decided_already'
  | 'not_an_objection'
  | 'not_the_body_to_decide'
  | 'objection_term_running'
  | 'escalated_already'
  | 'moderated_already'
  | 'not_moderated'
  | 'text_unchanged'
  | 'not_called'
  | 'ballot_unknown'
  | 'ballot_known_already'
  | 'ballot_not_closed'
  | 'tally_of_another_roll'
  | 'nothing_resolved'
  | 'not_in_force'
  | 'not_suspended'
  | 'revoked_already'
  | 'verdict_turned'
  | 'order_unknown'
  | 'order_known_already'
  | 'order_obeyed_already'
  | 'stage_unknown'
  | 'voted_already'
  | 'not_voted_yet'
  | 'vote_stands'
  | 'recused'
  | 'term_over'
  | 'term_not_over'
  | 'papers_tallied_already'
  | 'other_way_of_voting'
  | 'more_than_may_vote'
  | 'tellers_not_two'
  | 'paper_only'
  | 'office_not_filled_here'
  | 'candidate_known_already'
  | 'candidates_are_settled'
  | 'candidate_unknown'
  | 'teller_is_candidate'
  | 'poll_known_already'
  | 'poll_unknown'
  | 'paper_issued_already'
  | 'counts_of_no_box'
  | ProxyFault
  | 'rated_already'
  | 'opinion_on_another_draft'
  | 'discipline_not_asked'

/** The day something happened: as attested, else as recorded. */
export const dayOfEntry = (entry: Pick<Entry, 'occurredOn' | 'recordedAt'>): Day =>
  entry.occurredOn ?? dayOf(new Date(entry.recordedAt))

/** The stage of a procedure by its id. */
const stageNamed = ({ stages }: ExpandedProcedure, id: string): Stage | undefined => stages.find((s) => s.id === id)

/** Folds one entry of a proposal's chain into its facts, in place; answers why it does not fit, and then changes nothing. */
export const fold = (facts: Facts, entry: Entry, procedure: ExpandedProcedure): Misfit | undefined => {
  const stage = stageNamed(procedure, facts.stage)
  if (!stage) throw new Error(`the procedure has no stage ${facts.stage}`)
  switch (entry.kind) {
    case 'proposal.opened':
      if (facts.adoption !== undefined) return 'opened_already'
      facts.adoption = entry.data.adoption
      facts.topics = entry.data.topics.length
      facts.enteredOn = dayOfEntry(entry)
      facts.movedOn = facts.enteredOn
      return undefined
    case 'authorisation.filed':
      facts.authorisations.push(entry.data)
      return undefined
    case 'party-discussion.filed':
      facts.partyDiscussion = entry.data
      return undefined
    case 'filing.reported':
      facts.filings.push(entry.data)
      return undefined
    case 'approval.given':
      facts.approvals.push(entry.data)
      return undefined
    case 'intake.accepted':
      facts.matter = entry.data.matter
      return undefined

    case 'talk.held':
      facts.talks.push(entry.data)
      return undefined
    case 'advice.noted':
      if (facts.advice.has(entry.data.advice)) return 'advice_known_already'
      facts.advice.set(entry.data.advice, false)
      return undefined

    case 'draft.written': {
      const { n, text, change, follows, leaves } = entry.data
      if (n !== (facts.draft?.n ?? 0) + 1) return 'draft_number_skipped'
      if ((change === 'first') !== (n === 1)) return 'draft_opens_with_first'
      const named = [...follows, ...leaves]
      if (named.some((advice) => !facts.advice.has(advice))) return 'advice_unknown'
      for (const advice of named) facts.advice.set(advice, true)
      facts.draft = { n, text, change }
      return undefined
    }
    case 'draft.corrected': {
      const { n, text, was } = entry.data
      if (entry.attested === undefined) return 'not_attested'
      if (facts.draft?.n !== n || facts.draft.text !== was) return 'draft_unknown'
      if (text === was) return 'text_unchanged'
      facts.draft = { ...facts.draft, text }
      return undefined
    }
    case 'draft.approved':
      if (facts.draft?.n !== entry.data.n) return 'draft_unknown'
      facts.draft = { ...facts.draft, approvedBy: entry.data.by }
      return undefined

    case 'posting.opened':
    case 'publication.opened':
      facts.posting = {
        id: entry.data.posting,
        ...('draft' in entry.data ? { draft: entry.data.draft } : {}),
        lastDay: entry.data.lastDay,
        evidence: 0,
      }
      facts.comments = new Map()
      return undefined
    case 'posting.evidenced':
      if (facts.posting?.id !== entry.data.posting) return 'posting_unknown'
      facts.posting.evidence += 1
      return undefined
    case 'comment.received': {
      const { comment, posting, objection } = entry.data
      if (facts.posting?.id !== posting) return 'posting_unknown'
      if (facts.comments.has(comment)) return 'comment_known_already'
      facts.comments.set(comment, {
        objection,
        receivedOn: dayOfEntry(entry),
        timely: dayOfEntry(entry) <= facts.posting.lastDay,
        admitted: true,
        answered: false,
      })
      return undefined
    }
    case 'comment.moderated': {
      const comment = facts.comments.get(entry.data.comment)
      if (!comment) return 'comment_unknown'
      if (!comment.admitted) return 'moderated_already'
      comment.admitted = false
      return undefined
    }
    case 'comment.readmitted': {
      const comment = facts.comments.get(entry.data.comment)
      if (!comment) return 'comment_unknown'
      if (comment.admitted) return 'not_moderated'
      comment.admitted = true
      return undefined
    }
    case 'comments.answered': {
      if (entry.data.comments.some((id) => !facts.comments.has(id))) return 'comment_unknown'
      for (const id of entry.data.comments) {
        const comment = facts.comments.get(id)
        if (comment) comment.answered = true
      }
      return undefined
    }
    case 'objection.decided': {
      const comment = facts.comments.get(entry.data.comment)
      if (!comment) return 'comment_unknown'
      if (!comment.objection) return 'not_an_objection'
      if (comment.upheld !== undefined) return 'comment_decided_already'
      const named = comment.escalated ?? (stage.kind === 'posting' ? stage.objections?.decidedBy : undefined)
      if (named !== undefined && entry.data.by !== named) return 'not_the_body_to_decide'
      comment.upheld = entry.data.upheld
      comment.answered = true
      return undefined
    }
    case 'objection.escalated': {
      const comment = facts.comments.get(entry.data.comment)
      if (!comment) return 'comment_unknown'
      if (!comment.objection) return 'not_an_objection'
      if (comment.escalated !== undefined) return 'escalated_already'
      const days = stage.kind === 'posting' ? (stage.objections?.days ?? 0) : 0
      // Whom the body has left without an answer past its term may go above it, and whom it has turned down at once.
      if (comment.upheld !== false && dayOfEntry(entry) <= addDays(comment.receivedOn, days))
        return 'objection_term_running'
      if (comment.upheld === true) return 'comment_decided_already'
      comment.escalated = entry.data.to
      delete comment.upheld
      return undefined
    }
    case 'posting.closed':
      facts.postedDraft = facts.posting?.draft ?? facts.postedDraft
      return undefined

    case 'opinion.given': {
      const { discipline, draft, answer } = entry.data
      if (stage.kind !== 'review' || !stage.disciplines.includes(discipline)) return 'discipline_not_asked'
      if (facts.draft?.n !== draft) return 'opinion_on_another_draft'
      facts.opinions.set(discipline, { draft, answer })
      return undefined
    }

    case 'meeting.convened':
      facts.meeting = entry.data
      return undefined
    case 'roll.restated': {
      if (facts.meeting?.meeting !== entry.data.meeting) return 'not_called'
      const { roll, entitled, groups, measures } = entry.data
      facts.meeting = { ...facts.meeting, roll, entitled, groups, measures }
      return undefined
    }
    case 'decision.reopened':
      delete facts.meeting
      delete facts.adopted
      delete facts.resolution
      return undefined
    case 'meeting.postponed':
    case 'quorum.missed':
      delete facts.meeting
      return undefined
    case 'ballot.opened': {
      const { ballot, motion, draft, voting } = entry.data
      if (facts.ballots.has(ballot)) return 'ballot_known_already'
      facts.ballots.set(ballot, { stage: facts.stage, motion, draft, ...(voting ? { voting } : {}) })
      if (facts.turned === facts.stage) delete facts.turned
      facts.ballot = { ...entry.data, voters: new Map() }
      if (stage.kind === 'decision' && stage.final) facts.decisionOpened = true
      return undefined
    }
    case 'vote.cast':
    case 'vote.changed':
    case 'ballot.taken':
    case 'visit.made':
    case 'papers.counted':
    case 'hands.counted':
    case 'papers.tallied':
      return foldVoting(facts.ballot, entry, stage)
    case 'ballot.voided': {
      const known = facts.ballots.get(entry.data.ballot)
      if (facts.ballot?.ballot !== entry.data.ballot || !known) return 'ballot_unknown'
      known.carried = false
      known.voided = true
      delete facts.ballot
      return undefined
    }
    case 'ballot.closed': {
      const { ballot } = facts
      const known = facts.ballots.get(entry.data.ballot)
      if (ballot?.ballot !== entry.data.ballot || !known || stage.kind !== 'decision') return 'ballot_unknown'
      const { people, groups, measures } = entry.data
      known.closed = { on: dayOfEntry(entry), people, groups, ...(measures ? { measures } : {}) }
      known.carried = verdictOf(stage, ballot.motion, known.closed, known.closed.on, facts.matter).met
      const adopts = ballot.motion === 'agree' || ballot.motion === 'agree-amended'
      if (known.carried && adopts && stage.final) {
        facts.adopted = { draft: ballot.draft, ballot: ballot.ballot }
        facts.resolution = 'in-force'
      }
      if (known.carried && ballot.motion === 'return') facts.draftAtReturn = facts.draft?.n ?? 0
      delete facts.ballot
      return undefined
    }
    case 'ballot.corrected': {
      const known = facts.ballots.get(entry.data.ballot)
      if (!known) return 'ballot_unknown'
      if (known.voting) return 'other_way_of_voting'
      const voted = stageNamed(procedure, known.stage)
      if (!known.closed || voted?.kind !== 'decision') return 'ballot_not_closed'
      if (entry.attested === undefined) return 'not_attested'
      if (entry.attested.confirmedBy.length < 2) return 'two_must_confirm'
      const { people, groups, measures } = entry.data
      const corrected = { people, groups, ...(measures ? { measures } : {}) }
      if (!sameRoll(corrected, known.closed)) return 'tally_of_another_roll'
      known.closed = { on: known.closed.on, ...corrected }
      const carried = verdictOf(voted, known.motion, known.closed, known.closed.on, facts.matter).met
      // What a higher body has revoked is not put again, however its votes were counted.
      if (carried !== known.carried && facts.resolution !== 'revoked') {
        facts.turned = known.stage
        if (known.stage === facts.stage) known.reopened = true
        if (facts.adopted?.ballot === entry.data.ballot) facts.resolution = 'suspended'
      }
      known.carried = carried
      return undefined
    }
    case 'candidate.named':
    case 'candidate.withdrawn':
    case 'poll.opened':
    case 'papers.issued':
    case 'poll.tallied':
    case 'poll.closed': {
      if (stage.kind !== 'election') return 'poll_unknown'
      const election = electionOf(facts.election, stage)
      const why = foldElection(election, entry, stage, lawOn(stage, dayOfEntry(entry), facts.matter))
      if (why) return why
      facts.election = election
      if (entry.kind === 'poll.opened') facts.decisionOpened = true
      if (entry.kind === 'poll.closed' && seatsLeftIn(election.offices) === 0) facts.resolution = 'in-force'
      return undefined
    }
    case 'election.concluded':
      if (facts.election && electedOf(facts.election).length > 0) facts.resolution = 'in-force'
      return undefined
    case 'resolution.suspended':
      if (facts.resolution === undefined) return 'nothing_resolved'
      if (facts.resolution !== 'in-force') return 'not_in_force'
      facts.resolution = 'suspended'
      return undefined
    case 'resolution.resumed':
      if (facts.resolution === undefined) return 'nothing_resolved'
      if (facts.resolution !== 'suspended') return 'not_suspended'
      if (facts.turned !== undefined) return 'verdict_turned'
      facts.resolution = 'in-force'
      return undefined
    case 'resolution.revoked':
      if (facts.resolution === undefined) return 'nothing_resolved'
      if (facts.resolution === 'revoked') return 'revoked_already'
      facts.resolution = 'revoked'
      delete facts.turned
      return undefined
    case 'correction.ordered':
      if (facts.orders.has(entry.data.order)) return 'order_known_already'
      facts.orders.set(entry.data.order, false)
      return undefined
    case 'correction.reported': {
      const obeyed = facts.orders.get(entry.data.order)
      if (obeyed === undefined) return 'order_unknown'
      if (obeyed) return 'order_obeyed_already'
      facts.orders.set(entry.data.order, true)
      return undefined
    }
    case 'supervision.opined': {
      const { stage: on, draft } = entry.data
      if (!stageNamed(procedure, on)) return 'stage_unknown'
      return draft !== undefined && draft > (facts.draft?.n ?? 0) ? 'draft_unknown' : undefined
    }
    case 'decision.sent-back':
      facts.draftAtReturn = facts.draft?.n ?? 0
      return undefined

    case 'progress.reported':
      facts.progress = entry.data.percent
      return undefined
    case 'rating.given':
      if (facts.raters.has(entry.data.person)) return 'rated_already'
      facts.raters.add(entry.data.person)
      return undefined

    default:
      return undefined
  }
}

/** A correction counts the same roll and the same people present. */
const sameRoll = (a: Omit<Closed, 'on'>, b: Omit<Closed, 'on'>): boolean => {
  const wholes = ({ people, groups, measures }: Omit<Closed, 'on'>) =>
    [
      ['', people] as const,
      ...Object.entries(groups).sort(([x], [y]) => (x < y ? -1 : 1)),
      ['area', measures?.area] as const,
      ['represented', measures?.represented] as const,
    ]
      .map(([name, tally]) => `${name} ${tally?.entitled} ${tally?.present}`)
      .join('\n')
  return wholes(a) === wholes(b)
}

/** Called when a move has led into another stage: what belonged to the stage left behind is put away. */
export const enter = (facts: Facts, stage: string, entry: Entry): void => {
  if (facts.turned === stage)
    for (const ballot of facts.ballots.values()) if (ballot.stage === stage) ballot.reopened = true
  facts.stage = stage
  facts.enteredSeq = entry.seq
  facts.enteredOn = dayOfEntry(entry)
  facts.draftAtEntry = facts.draft?.n ?? 0
  facts.comments = new Map()
  facts.opinions = new Map()
  delete facts.posting
  delete facts.meeting
  delete facts.ballot
}
