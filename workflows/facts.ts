import type { DataOf, Motion } from './format/catalogue.ts'
import type { Entry } from './format/entry.ts'
import { type Day, dayOf } from './rules/days.ts'
import { verdictOf } from './stages/decision.ts'
import type { Stage } from './stages/stage.ts'

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
    { readonly stage: string; readonly motion: Motion; readonly draft: number; carried?: boolean }
  >
  /** True from the deciding body's first ballot on: nothing can be withdrawn any more. */
  decisionOpened: boolean
  /** The draft that the deciding body adopted, and the ballot that did it. */
  adopted?: { readonly draft: number; readonly ballot: string }

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
  readonly timely: boolean
  answered: boolean
  upheld?: boolean
}

export interface OpenBallot extends DataOf<'ballot.opened'> {
  readonly voters: Set<string>
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
  | 'ballot_unknown'
  | 'ballot_known_already'
  | 'voted_already'
  | 'rated_already'
  | 'opinion_on_another_draft'
  | 'discipline_not_asked'

/** The day something happened: as attested, else as recorded. */
export const dayOfEntry = (entry: Pick<Entry, 'occurredOn' | 'recordedAt'>): Day =>
  entry.occurredOn ?? dayOf(new Date(entry.recordedAt))

/** Folds one entry of a proposal's chain into its facts, in place; answers why it does not fit, and then changes nothing. */
export const fold = (facts: Facts, entry: Entry, stage: Stage): Misfit | undefined => {
  switch (entry.kind) {
    case 'proposal.opened':
      if (facts.adoption !== undefined) return 'opened_already'
      facts.adoption = entry.data.adoption
      facts.topics = entry.data.topics.length
      facts.enteredOn = dayOfEntry(entry)
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
        timely: dayOfEntry(entry) <= facts.posting.lastDay,
        answered: false,
      })
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
      comment.upheld = entry.data.upheld
      comment.answered = true
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
    case 'meeting.postponed':
    case 'quorum.missed':
      delete facts.meeting
      return undefined
    case 'ballot.opened': {
      const { ballot, motion, draft } = entry.data
      if (facts.ballots.has(ballot)) return 'ballot_known_already'
      facts.ballots.set(ballot, { stage: facts.stage, motion, draft })
      facts.ballot = { ...entry.data, voters: new Set() }
      if (stage.kind === 'decision' && stage.final) facts.decisionOpened = true
      return undefined
    }
    case 'vote.cast':
      if (facts.ballot?.ballot !== entry.data.ballot) return 'ballot_unknown'
      if (facts.ballot.voters.has(entry.data.voter)) return 'voted_already'
      facts.ballot.voters.add(entry.data.voter)
      return undefined
    case 'ballot.closed': {
      const { ballot } = facts
      const known = facts.ballots.get(entry.data.ballot)
      if (ballot?.ballot !== entry.data.ballot || !known || stage.kind !== 'decision') return 'ballot_unknown'
      known.carried = verdictOf(stage, ballot.motion, entry.data, dayOfEntry(entry)).met
      const adopts = ballot.motion === 'agree' || ballot.motion === 'agree-amended'
      if (known.carried && adopts && stage.final) facts.adopted = { draft: ballot.draft, ballot: ballot.ballot }
      if (known.carried && ballot.motion === 'return') facts.draftAtReturn = facts.draft?.n ?? 0
      delete facts.ballot
      return undefined
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

/** Called when a move has led into another stage: what belonged to the stage left behind is put away. */
export const enter = (facts: Facts, stage: string, entry: Entry): void => {
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
