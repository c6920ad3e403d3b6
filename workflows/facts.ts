import type { DataOf, Motion, VoteDoor } from './format/catalogue.ts'
import { dayOfEntry, type Entry } from './format/entry.ts'
import type { Day } from './rules/days.ts'
import type { ElectionFacts } from './stages/polling.ts'

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
  /** False while it is kept back for one of the published reasons, and once it was withdrawn. */
  admitted: boolean
  /** Set once whoever made it has taken it back: nothing more is said of it. */
  withdrawn?: true
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
