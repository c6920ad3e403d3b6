export const motions = ['agree', 'agree-amended', 'return', 'refuse'] as const
/** 审议's four answers, as the question that a ballot puts: 同意, 修改后同意, 退回修改, 不同意. */
export type Motion = (typeof motions)[number]

/** Why a comment is not admitted: the reasons that are published, and no others. */
export const moderationReasons = [
  'insult',
  'personal-data',
  'off-topic',
  'unlawful',
  'duplicate',
  'advertising',
] as const

/** Who may comment over the pages: whoever is known, or guests too, held until the office decides on each. */
export const commentModes = ['known', 'guests'] as const
export type CommentMode = (typeof commentModes)[number]

/** Why a frozen roll may change between the call and the roll call. */
export const rollCauses = ['died', 'seat-ended', 'by-election', 'came-of-age'] as const

/** Why somebody comes to stand on the roster; `left-out` is a row that an import left out. */
export const joinCauses = ['moved-in', 'born', 'returned', 'left-out', 'other'] as const
export type JoinCause = (typeof joinCauses)[number]

/** Why somebody no longer stands on the roster. */
export const leaveCauses = ['moved', 'died', 'other'] as const
export type LeaveCause = (typeof leaveCauses)[number]

/** What of a person a correction may change. */
export const personFields = ['name', 'phone', 'part', 'id-number', 'birth', 'sex'] as const
export type PersonField = (typeof personFields)[number]

/** How a seat is taken; `registered` is on a roll of voters, `restated` is the same person's, going on with another office or other groups. */
export const fillCauses = ['import', 'election', 'by-election', 'appointed', 'registered', 'restated'] as const
export type FillCause = (typeof fillCauses)[number]

/** Why a seat ends. */
export const endCauses = ['term', 'resigned', 'recalled', 'absences', ...leaveCauses, 'restated'] as const
export type EndCause = (typeof endCauses)[number]

export const voteOptions = ['yes', 'no', 'abstain'] as const
export type VoteOption = (typeof voteOptions)[number]
/** What a paper may turn out to say; blank is an abstention, over-marked is spoiled. */
export const paperOptions = [...voteOptions, 'spoiled'] as const
export type PaperOption = (typeof paperOptions)[number]

/** 记名, 无记名, 举手计数: how a ballot is taken. */
export const waysOfVoting = ['recorded', 'secret', 'counted'] as const
export type WayOfVoting = (typeof waysOfVoting)[number]

/** By which door a vote came; without one named, by the voter's own phone. */
export const voteDoors = ['paper', 'hands', 'assisted', 'visit'] as const
export type VoteDoor = (typeof voteDoors)[number]

/** How somebody signed in: own phone with the hall's code, a slip scanned at the door, the clerk's table, or from afar. */
export const signInDoors = ['phone', 'slip', 'clerk', 'remote'] as const
export type SignInDoor = (typeof signInDoors)[number]

/** How a convocation reached a member. */
export const deliveries = ['by-hand', 'household', 'at-the-door', 'telephone', 'message', 'letter'] as const
export type Delivery = (typeof deliveries)[number]

/** What came of knocking at a voter's door. */
export const visitOutcomes = ['absent', 'reached', 'refused'] as const
export type VisitOutcome = (typeof visitOutcomes)[number]

/** Who proposed a candidate: the party organisation, or registered voters. */
export const nominators = ['party', 'voters'] as const

/** A first vote, one again for the seats left (另行选举), or one again among those of equal votes. */
export const pollRounds = ['first', 'run-off', 'tied'] as const
export type PollRound = (typeof pollRounds)[number]
