/**
 * Three reviews told a second time, in plain arithmetic and without the engine: what each step lets happen, where it leads,
 * and with which code all else is refused. Small on purpose; the engine is held against it.
 */
type Step =
  | 'open'
  | 'calling'
  | 'called'
  | 'voting'
  | 'undecided'
  | 'revising'
  | 'waiting'
  | 'posted'
  | 'working'
  | 'rating'
type Motion = 'agree' | 'agree-amended' | 'return' | 'refuse'
type Choice = 'yes' | 'no' | 'abstain'

export type Roll = readonly { readonly person: string; readonly groups: readonly string[] }[]
export type Amendment = 'continue' | 'committees' | 'restart'

type Body = {
  readonly stage: string
  readonly body: string
  readonly convener: string
  readonly daysBefore: number
  readonly final: boolean
}

/** The four bodies in the order in which they decide. */
export const bodies: readonly Body[] = [
  { stage: 'branch', body: 'party-committee', convener: 'party-committee', daysBefore: 0, final: false },
  { stage: 'committees', body: 'two-committees', convener: 'party-committee', daysBefore: 0, final: false },
  { stage: 'party-members', body: 'party-assembly', convener: 'party-committee', daysBefore: 0, final: false },
  { stage: 'decision', body: 'village-representatives', convener: 'village-committee', daysBefore: 5, final: true },
]

export type Meeting = {
  readonly id: string
  readonly body: number
  roll: Roll
  day: number
  readonly draft: number
  readonly present: Set<string>
  /** The case still waits on this meeting. */
  live: boolean
  ended: boolean
}

export type Ballot = {
  readonly id: string
  readonly meeting: Meeting
  readonly motion: Motion
  readonly draft: number
  readonly present: ReadonlySet<string>
  readonly votes: Map<string, Choice>
  readonly stage: string
  closed: boolean
  /** What it came to, as last corrected. */
  passed?: boolean
  /** A correction had the matter put again. */
  reopened?: true
}

export type Comment = {
  readonly id: string
  readonly timely: boolean
  readonly author: string
  /** False while it is kept back, and once it was taken back. */
  admitted: boolean
  withdrawn: boolean
  answered: boolean
}

export type Reference = {
  readonly amendment: Amendment
  readonly calls: number
  rolls: readonly Roll[]
  /** One of the elected who may resign, and whether that has happened. */
  readonly resigning: string
  resigned: boolean
  /** Somebody of the village committee, who presides over the representatives. */
  readonly presider: string
  day: number
  /** The day of the last move. */
  movedDay: number
  /** Entries of the proposal's chain. */
  entries: number
  stage: string
  step: Step
  end?: string
  missed: number
  drafts: number
  draftAtReturn: number
  authorised: boolean
  decisionOpened: boolean
  /** Every ballot that was closed. */
  readonly ballots: Ballot[]
  meeting?: Meeting
  ballot?: Ballot
  /** The ballot by which the representatives adopted the plan, and how the resolution stands since. */
  adopted?: Ballot
  resolution?: 'in-force' | 'suspended' | 'revoked'
  /** The stage whose verdict a correction turned. */
  turned?: string
  /** Orders of the township that are not reported as obeyed. */
  readonly orders: string[]
  comments: Comment[]
  lastDay: number
  evidence: boolean
  percent: number
  raters: Set<string>
  enteredDay: number
}

export const publicationDays = 15
export const ratingDays = 3
export const expiryDays = 30

const count = (roll: Roll, who: (person: string) => boolean, group?: string): number =>
  roll.filter(({ person, groups }) => who(person) && (group === undefined || groups.includes(group))).length

/** Whether enough came: half, more than half, half; two thirds and two thirds of the women representatives. */
export const quorate = (body: number, roll: Roll, present: ReadonlySet<string>): boolean => {
  const came = count(roll, (p) => present.has(p))
  if (body === 1) return came * 2 > roll.length
  if (body < 3) return came * 2 >= roll.length
  const women = count(roll, () => true, 'women-representatives')
  return came * 3 >= roll.length * 2 && count(roll, (p) => present.has(p), 'women-representatives') * 3 >= women * 2
}

/** Whether a ballot is carried: over half of all entitled; the representatives by over half of those present and half of all representatives. */
export const carried = ({ meeting, motion, present, votes }: Ballot): boolean => {
  const { roll, body } = meeting
  const yes = (group?: string) => count(roll, (p) => votes.get(p) === 'yes', group)
  if (body < 3) return yes() * 2 > roll.length
  const law = yes() * 2 > present.size
  return motion === 'agree' ? law && yes('representatives') * 2 >= count(roll, () => true, 'representatives') : law
}

export const bodyAt = (r: Reference): number => bodies.findIndex(({ stage }) => stage === r.stage)

/** The stages in their order. */
export const order = [
  'topic',
  'branch',
  'committees',
  'party-members',
  'decision',
  'decision-published',
  'works',
  'result-published',
  'evaluation',
]
const firstStep: Readonly<Record<string, Step>> = {
  topic: 'open',
  'decision-published': 'waiting',
  works: 'working',
  'result-published': 'waiting',
  evaluation: 'rating',
}

/** Puts the case into a stage. */
export const goTo = (r: Reference, stage: string): void => {
  if (r.turned === stage) for (const ballot of r.ballots) if (ballot.stage === stage) ballot.reopened = true
  if (stage !== r.stage) {
    r.missed = 0
    r.enteredDay = r.day
    if (r.meeting) r.meeting.live = false
  }
  r.stage = stage
  r.step = firstStep[stage] ?? 'calling'
  r.evidence = false
  r.comments = []
}

export const goOn = (r: Reference): void => {
  const next = order[order.indexOf(r.stage) + 1]
  if (next === undefined) r.end = 'closed'
  else goTo(r, next)
}

/** Where the earlier approvals are asked again after a change, if before this body. */
export const askedAgain = (r: Reference): string | undefined => {
  const again = r.amendment === 'continue' ? undefined : r.amendment === 'restart' ? 'branch' : 'committees'
  return again !== undefined && order.indexOf(again) < order.indexOf(r.stage) ? again : undefined
}

/** The step's name as it is stored. */
export const storedStep = (step: Step): string => (step === 'working' || step === 'rating' ? 'open' : step)
