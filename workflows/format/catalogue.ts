import { z } from 'zod'
import { offices } from '../law/matter.ts'
import { bodyKinds, demandGroups } from '../law/provision.ts'
import { isDay } from '../rules/days.ts'
import { channels, topicClassWords } from '../topics.ts'

/**
 * The closed catalogue of what a record may say. A **move** changes the stage of a proposal and must pass its gate; a
 * **fact** is admitted while the current step carries its tag (`always`: while the case runs); the entries of the
 * community's and the meetings' chains are plain facts.
 *
 * Kinds are added, never renamed. A `Commitment` binds the entry to a text that lies outside and may be erased; every other
 * string is an id, a day, a hash, one of a list, or a word of the procedure, so that no name or free text gets in.
 */
const id = z.uuid()
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDay, 'no such day')
const year = z.string().regex(/^\d{4}$/)
/** A word of a procedure: a matter, a group, a discipline, an office. */
export const word = z
  .string()
  .max(80)
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)
const role = z
  .string()
  .max(120)
  .regex(/^[a-z][a-z0-9]*(?:[-:][a-z0-9]+)*$/)
const procedureId = z
  .string()
  .max(80)
  .regex(/^[a-z][a-z0-9-]*@[1-9]\d*$/)
/** 32 bytes in base64url, as a key and its thumbprint are written. */
const bytes32 = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
const instant = z.iso.datetime({ precision: 3 })
const whole = z.int().min(0)
const commitment = z.string().regex(/^[0-9a-f]{64}$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** Photos and documents that lie outside the record, by their hashes. */
const files = z.array(sha256).min(1).max(20).optional()
const body = z.enum(bodyKinds)
const share = z.strictObject({ entitled: whole, present: whole })
const tally = z.strictObject({
  entitled: whole,
  present: whole,
  issued: whole.optional(),
  returned: whole.optional(),
  yes: whole,
  no: whole,
  abstain: whole,
  spoiled: whole,
})
/** What is counted beside heads: exclusive area (0.01 m²), and the households behind representatives. */
const measured = <S extends z.ZodType>(of: S) =>
  z.strictObject({ area: of.optional(), represented: of.optional() }).optional()
const hands = z.strictObject({ yes: whole, no: whole, abstain: whole })
const papers = hands.extend({ spoiled: whole })
/** Years of holidays and make-up working days that a term of days was reckoned with. */
const calendar = z.record(year, z.strictObject({ holidays: z.array(day), workdays: z.array(day) }))
/** Who stands on a roll; by households, for which; where it is weighed, with what area or how many households behind. */
const member = z.strictObject({
  person: id,
  groups: z.array(word),
  household: id.optional(),
  area: whole.optional(),
  represented: whole.optional(),
})
const meetingPoint = { meeting: id, meetingSeq: whole, meetingHead: sha256 }
const office = z.enum(offices)
const term = { from: day, days: whole, counted: z.enum(['calendar', 'working']), lastDay: day, calendar }

/** A meeting on demand: whose signatures stood on the roll, and of how many, when it was called. */
const demanded = z.strictObject({ demand: id, of: z.enum(demandGroups), have: whole, base: whole })

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
const door = z.enum(voteDoors).optional()

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

const move = <S extends z.ZodObject>(zh: string, en: string, data: S) =>
  ({ chain: 'proposal', as: 'move', tag: undefined, zh, en, data }) as const
const fact = <S extends z.ZodObject>(tag: FactTag, zh: string, en: string, data: S) =>
  ({ chain: 'proposal', as: 'fact', tag, zh, en, data }) as const
const said = <C extends 'meeting' | 'community', S extends z.ZodObject>(chain: C, zh: string, en: string, data: S) =>
  ({ chain, as: 'fact', tag: undefined, zh, en, data }) as const

/** The tags that steps of a procedure carry; `always` is any step of a running case. */
export type FactTag =
  | 'always'
  | 'talks'
  | 'drafts'
  | 'comments'
  | 'evidence'
  | 'opinions'
  | 'votes'
  | 'rolls'
  | 'candidates'
  | 'polls'
  | 'progress'
  | 'ratings'
  /** Any time, and after the case has ended too. */
  | 'afterwards'

export const catalogue = {
  // proposal: its opening and what may be put on file at any time
  'proposal.opened': fact(
    'always',
    '立案',
    'Proposal opened',
    z.strictObject({
      adoption: id,
      adoptionHash: sha256,
      title: commitment,
      topics: z.array(id),
      proposer: id.optional(),
      continues: id.optional(),
    }),
  ),
  'authorisation.filed': fact(
    'always',
    '授权决定备查',
    'Authorisation put on file',
    z.strictObject({
      matter: word,
      by: body,
      to: body,
      decidedOn: day,
      until: day,
      postedOn: day,
      filedOn: day,
      text: commitment,
    }),
  ),
  'party-discussion.filed': fact(
    'always',
    '党组织研究讨论记录',
    'Party organisation’s prior discussion put on file',
    z.strictObject({ heldOn: day, agreed: z.boolean(), text: commitment, discussion: id.optional() }),
  ),
  'filing.reported': fact(
    'always',
    '备案',
    'Filed with the township or sub-district',
    z.strictObject({ with: z.enum(['township', 'sub-district']), filedOn: day, number: commitment, files }),
  ),
  'approval.given': fact(
    'always',
    '批准',
    'Approved or not by the office above',
    z.strictObject({
      by: z.enum([...offices, 'county']),
      decidedOn: day,
      approved: z.boolean(),
      number: commitment,
    }),
  ),
  'proposal.absorbed': fact('always', '并入其他事项', 'Another proposal merged in', z.strictObject({ from: id })),
  'proposal.merged': move(
    '并入另一事项',
    'Merged into another proposal',
    z.strictObject({ into: id, reason: commitment }),
  ),
  'proposal.expired': move('逾期终止', 'Expired', z.strictObject({})),
  'proposal.withdrawn': move('撤回', 'Withdrawn', z.strictObject({ reason: commitment })),

  // intake
  'intake.accepted': move('受理', 'Accepted', z.strictObject({ matter: word })),
  'intake.refused': move('不予受理', 'Refused at intake', z.strictObject({ reason: commitment })),

  // consultation
  'talk.held': fact(
    'talks',
    '恳谈会',
    'Consultation meeting held',
    z.strictObject({ heldOn: day, convenedBy: body, heard: z.array(word), people: whole, minutes: commitment }),
  ),
  'advice.noted': fact('talks', '初步建议', 'Advice written down', z.strictObject({ advice: id, text: commitment })),
  'consultation.closed': move('出主意结束', 'Consultation closed', z.strictObject({})),

  // drafting
  'draft.written': fact(
    'drafts',
    '草案',
    'Draft written',
    z.strictObject({
      n: z.int().min(1),
      text: commitment,
      change: z.enum(['first', 'substance', 'wording']),
      follows: z.array(id),
      leaves: z.array(id),
      explanation: commitment.optional(),
    }),
  ),
  'draft.approved': fact(
    'drafts',
    '草案经讨论通过',
    'Draft approved by the drafting body',
    z.strictObject({ n: z.int().min(1), by: body, approvedOn: day }),
  ),
  'draft.corrected': fact(
    'evidence',
    '勘误',
    'Slip of the pen corrected in a posted draft',
    z.strictObject({ n: z.int().min(1), text: commitment, was: commitment, reason: commitment }),
  ),
  'drafting.closed': move('拟方案结束', 'Drafting closed', z.strictObject({})),

  // posting and publication
  'posting.opened': move(
    '张榜公示',
    'Posted for comment',
    z.strictObject({ posting: id, draft: z.int().min(1), ...term, places: commitment }),
  ),
  'posting.evidenced': fact(
    'evidence',
    '公示凭证',
    'Posting evidenced',
    z.strictObject({ posting: id, seenOn: day, evidence: commitment, files }),
  ),
  'comment.received': fact(
    'comments',
    '收到意见',
    'Comment received',
    z.strictObject({
      comment: id,
      posting: id,
      objection: z.boolean(),
      author: id.optional(),
      channel: z.enum(['online', 'paper', 'doorstep', 'telephone']),
      text: commitment,
    }),
  ),
  'comment.moderated': fact(
    'evidence',
    '意见不予登载',
    'Comment not admitted',
    z.strictObject({ comment: id, reason: z.enum(moderationReasons) }),
  ),
  'comment.readmitted': fact(
    'evidence',
    '意见恢复登载',
    'Comment admitted again',
    z.strictObject({ comment: id, reason: commitment }),
  ),
  'comments.answered': fact(
    'evidence',
    '意见答复',
    'Comments answered',
    z.strictObject({
      comments: z.array(id).min(1),
      answer: z.enum(['adopted', 'partly', 'not-adopted']),
      reason: commitment,
    }),
  ),
  'objection.decided': fact(
    'evidence',
    '异议处理决定',
    'Objection decided',
    z.strictObject({
      comment: id,
      by: z.enum([...bodyKinds, ...offices]),
      decidedOn: day,
      upheld: z.boolean(),
      reason: commitment,
    }),
  ),
  'objection.escalated': fact(
    'evidence',
    '异议上报',
    'Objection taken to the township or sub-district',
    z.strictObject({ comment: id, to: office, reason: commitment }),
  ),
  'posting.closed': move('公示期满', 'Posting closed', z.strictObject({})),
  'posting.sent-back': move('异议成立,退回修改', 'Sent back on an upheld objection', z.strictObject({})),
  'publication.opened': move('公布', 'Published', z.strictObject({ posting: id, ...term, places: commitment })),
  'publication.closed': move('公布期满', 'Publication closed', z.strictObject({})),

  // review
  'opinion.given': fact(
    'opinions',
    '审查意见',
    'Expert opinion given',
    z.strictObject({
      opinion: id,
      discipline: word,
      expert: id,
      draft: z.int().min(1),
      answer: z.enum(['pass', 'changes', 'unlawful']),
      grounds: commitment,
    }),
  ),
  'review.closed': move('审查通过', 'Review closed', z.strictObject({})),
  'review.sent-back': move('按审查意见修改后重新公示', 'Changed on the experts’ opinion', z.strictObject({})),
  'review.found-unlawful': move('审查认定违法', 'Found unlawful', z.strictObject({})),

  // decision
  'meeting.convened': move(
    '会议通知',
    'Meeting convened',
    z.strictObject({
      ...meetingPoint,
      body,
      mode: z.enum(['persons', 'households']).optional(),
      draft: z.int().min(1),
      on: day,
      sentOn: day,
      convenedBy: body,
      presidesAs: body.optional(),
      demand: demanded.optional(),
      written: z.boolean(),
      posted: z.boolean(),
      emergency: commitment.optional(),
      emergencyBy: body.optional(),
      roll: sha256,
      entitled: whole,
      groups: z.record(word, whole),
      measures: measured(whole),
    }),
  ),
  'roll.restated': fact(
    'rolls',
    '应到名册重新载明',
    'Roll stated anew as amended',
    z.strictObject({
      ...meetingPoint,
      roll: sha256,
      entitled: whole,
      groups: z.record(word, whole),
      measures: measured(whole),
    }),
  ),
  'meeting.postponed': move('会议延期', 'Meeting postponed', z.strictObject({ ...meetingPoint, reason: commitment })),
  'quorum.missed': move(
    '未达法定人数',
    'Quorum missed',
    z.strictObject({ ...meetingPoint, people: share, groups: z.record(word, share), measures: measured(share) }),
  ),
  'ballot.opened': move(
    '开始表决',
    'Ballot opened',
    z.strictObject({
      ...meetingPoint,
      ballot: id,
      motion: z.enum(motions),
      draft: z.int().min(1),
      draftText: commitment,
      roll: sha256,
      present: sha256,
      people: share,
      groups: z.record(word, share),
      measures: measured(share),
      presider: id,
      again: commitment.optional(),
      /** Absent: recorded. */
      voting: z.enum(['secret', 'counted']).optional(),
      /** Written ballots over days: the whole roll votes, nobody is called present. */
      circulated: z.literal(true).optional(),
      /** It runs until then: a vote before it counts, and nobody closes it sooner while a voter is still out. */
      until: instant.optional(),
      /** 回避: who stands on the roll and does not vote on this. */
      recused: z.array(id).min(1).optional(),
      /** Set where the law takes the recused out of the base too: then the counts here are without them. */
      recusal: z.literal('out-of-base').optional(),
      /** How many may vote. */
      mayVote: whole.optional(),
    }),
  ),
  'vote.cast': fact(
    'votes',
    '投票',
    'Vote cast',
    z.strictObject({ ballot: id, voter: id, choice: commitment, door, castBy: id.optional() }),
  ),
  'vote.changed': fact(
    'votes',
    '投票更改',
    'Vote changed before the close',
    z.strictObject({ ballot: id, voter: id, choice: commitment, door, castBy: id.optional(), reason: commitment }),
  ),
  'ballot.taken': fact(
    'votes',
    '领票',
    'Part taken in a secret ballot',
    z.strictObject({ ballot: id, voter: id, door, castBy: id.optional() }),
  ),
  'visit.made': fact(
    'votes',
    '上门征求',
    'Voter visited',
    z.strictObject({ ballot: id, voter: id, outcome: z.enum(visitOutcomes) }),
  ),
  'papers.counted': fact(
    'votes',
    '清点发出和收回的表决票',
    'Ballot papers issued and returned',
    z.strictObject({ ballot: id, issued: whole, returned: whole, files }),
  ),
  'hands.counted': fact(
    'votes',
    '举手计数',
    'Hands counted by two tellers',
    z.strictObject({ ballot: id, tellers: z.array(id).min(1), people: hands, groups: z.record(word, hands), files }),
  ),
  'papers.tallied': fact(
    'votes',
    '无记名票计票',
    'Papers of a secret ballot counted',
    z.strictObject({
      ballot: id,
      tellers: z.array(id).min(1),
      issued: whole,
      returned: whole,
      people: papers,
      groups: z.record(word, papers),
      files,
    }),
  ),
  'ballot.closed': move(
    '表决结束',
    'Ballot closed',
    z.strictObject({
      ballot: id,
      people: tally,
      groups: z.record(word, tally),
      measures: measured(tally),
      /** The choices of a secret ballot's phones, sorted, tied to nobody; with the groups that the rule counts apart. */
      choices: z.array(z.strictObject({ choice: z.enum(voteOptions), groups: z.array(word) })).optional(),
    }),
  ),
  'ballot.voided': move('表决作废', 'Ballot void', z.strictObject({ ballot: id })),
  'ballot.corrected': fact(
    'afterwards',
    '更正',
    'Count of a closed ballot corrected',
    z.strictObject({
      ballot: id,
      people: tally,
      groups: z.record(word, tally),
      measures: measured(tally),
      votes: z.array(z.strictObject({ voter: id, choice: commitment })).min(1),
      reason: commitment,
    }),
  ),
  'decision.reopened': move('重新表决', 'Put again after a correction', z.strictObject({})),
  'decision.referred': move(
    '提交上一级会议决定',
    'Referred up to the assembly',
    z.strictObject({ to: body, reason: commitment }),
  ),
  'decision.sent-back': move('未通过,修改方案', 'Sent back to be changed', z.strictObject({ reason: commitment })),
  'decision.resumed': move('修改后再议', 'Taken up again with the changed plan', z.strictObject({})),
  'decision.concluded': move('未通过,终结', 'Concluded without adoption', z.strictObject({ reason: commitment })),

  // an election, on paper alone
  'candidate.named': fact(
    'candidates',
    '候选人提名',
    'Candidate named',
    z.strictObject({ office: word, candidate: id, by: z.enum(nominators) }),
  ),
  'candidate.withdrawn': fact(
    'candidates',
    '候选人退出',
    'Candidate withdrawn',
    z.strictObject({ candidate: id, reason: commitment }),
  ),
  'poll.opened': move(
    '开始投票',
    'Poll opened',
    z.strictObject({
      ...meetingPoint,
      poll: id,
      roll: sha256,
      entitled: whole,
      presider: id,
      offices: z.record(
        word,
        z.strictObject({ seats: z.int().min(1), candidates: z.array(id), round: z.enum(pollRounds) }),
      ),
    }),
  ),
  'papers.issued': fact(
    'polls',
    '发放选票',
    'Papers issued',
    z.strictObject({
      poll: id,
      /** Whose paper it is, and the proxy who received it where it was not the voter. */
      papers: z.array(z.strictObject({ voter: id, proxy: id.optional() })).min(1),
    }),
  ),
  'poll.tallied': fact(
    'polls',
    '选票计票',
    'Poll counted by its tellers',
    z.strictObject({
      poll: id,
      tellers: z.array(id).min(1),
      offices: z.record(
        word,
        z.strictObject({ issued: whole, returned: whole, spoiled: whole, votes: z.record(id, whole) }),
      ),
      files,
    }),
  ),
  'poll.closed': move('投票结束', 'Poll closed', z.strictObject({ poll: id })),
  'election.concluded': move(
    '选举结束,名额暂缺',
    'Election concluded with seats left',
    z.strictObject({ reason: commitment }),
  ),

  // after the decision
  'resolution.suspended': fact(
    'afterwards',
    '中止执行',
    'Resolution suspended',
    z.strictObject({ by: z.enum([...bodyKinds, ...offices]), decidedOn: day, reason: commitment }),
  ),
  'resolution.resumed': fact(
    'afterwards',
    '恢复执行',
    'Resolution in force again',
    z.strictObject({ by: z.enum([...bodyKinds, ...offices]), decidedOn: day, reason: commitment }),
  ),
  'resolution.revoked': fact(
    'afterwards',
    '撤销',
    'Resolution revoked by a higher body',
    z.strictObject({ by: body, proposal: id, ballot: id, decidedOn: day, reason: commitment }),
  ),
  'correction.ordered': fact(
    'afterwards',
    '责令改正',
    'Ordered to be put right',
    z.strictObject({ order: id, by: office, orderedOn: day, dueOn: day, text: commitment }),
  ),
  'correction.reported': fact(
    'afterwards',
    '改正情况报告',
    'Put right as ordered',
    z.strictObject({ order: id, doneOn: day, text: commitment }),
  ),
  'supervision.opined': fact(
    'afterwards',
    '监督意见',
    'Opinion of the supervision committee',
    z.strictObject({
      opinion: id,
      stage: word,
      concern: z.enum(['none', 'concern', 'objection']),
      text: commitment,
      draft: z.int().min(1).optional(),
    }),
  ),
  'proposal.discontinued': move('撤销后终止', 'Ended with its resolution', z.strictObject({})),
  'progress.reported': fact(
    'progress',
    '实施进度',
    'Progress reported',
    z.strictObject({ percent: z.int().min(0).max(100), reportedOn: day, text: commitment, files }),
  ),
  'implementation.completed': move('实施完成', 'Implementation completed', z.strictObject({})),
  'rating.given': fact('ratings', '实施效果评议', 'Rating given', z.strictObject({ person: id, score: commitment })),
  'evaluation.closed': move('评议结束', 'Evaluation closed', z.strictObject({})),

  // a meeting
  'meeting.called': said(
    'meeting',
    '召集会议',
    'Meeting called',
    z.strictObject({
      body,
      mode: z.enum(['persons', 'households']).optional(),
      on: day,
      at: instant,
      sentOn: day,
      convenedBy: body,
      presider: id,
      presidesAs: body.optional(),
      demand: demanded.optional(),
      written: z.boolean(),
      posted: z.boolean(),
      place: commitment,
      emergency: commitment.optional(),
      emergencyBy: body.optional(),
      agenda: z.array(z.strictObject({ proposal: id, stage: word, draft: z.int().min(1) })).min(1),
      roll: z.array(member),
    }),
  ),
  'member.signed-in': said(
    'meeting',
    '签到',
    'Signed in',
    z.strictObject({ person: id, door: z.enum(signInDoors), inPerson: id.optional() }),
  ),
  'convocation.delivered': said(
    'meeting',
    '会议通知送达',
    'Convocation delivered',
    z.strictObject({ people: z.array(id).min(1), how: z.enum(deliveries), on: day, files }),
  ),
  'member.recused': said(
    'meeting',
    '回避',
    'Recused from an item',
    z.strictObject({ person: id, proposal: id, reason: commitment }),
  ),
  'proxy.given': said(
    'meeting',
    '委托',
    'Proxy given in writing',
    z.strictObject({ principal: id, proxy: id, document: commitment, files }),
  ),
  'proxy.withdrawn': said('meeting', '撤回委托', 'Proxy withdrawn', z.strictObject({ principal: id })),
  'speech.noted': said(
    'meeting',
    '发言记录',
    'Speech noted',
    z.strictObject({ speech: id, speaker: id, proposal: id.optional(), text: commitment }),
  ),
  'minutes.approved': said(
    'meeting',
    '会议记录签认',
    'Minutes approved by the presider',
    z.strictObject({ text: commitment, recorder: id, presider: id }),
  ),
  'roll.amended': said(
    'meeting',
    '应到名册变更',
    'Roll amended before the roll call',
    z.strictObject({
      cause: z.enum(rollCauses),
      out: id.optional(),
      in: member.optional(),
      reason: commitment,
    }),
  ),
  'presider.changed': said(
    'meeting',
    '更换主持人',
    'Presider changed',
    z.strictObject({ presider: id, presidesAs: body.optional(), reason: commitment }),
  ),
  'observer.noted': said(
    'meeting',
    '列席',
    'Observer noted',
    z.strictObject({ observer: id, capacity: word, name: commitment, person: id.optional() }),
  ),
  'meeting.adjourned': said(
    'meeting',
    '休会',
    'Adjourned to another day',
    z.strictObject({ until: day, at: instant, reason: commitment }),
  ),
  'member.excused': said(
    'meeting',
    '请假',
    'Excused from the meeting',
    z.strictObject({ person: id, reason: commitment }),
  ),
  'member.left': said('meeting', '退场', 'Left', z.strictObject({ person: id })),
  'roll.called': said(
    'meeting',
    '清点人数',
    'Roll called',
    z.strictObject({ for: id.optional(), present: z.array(id) }),
  ),
  'meeting.ended': said(
    'meeting',
    '会议结束',
    'Meeting ended',
    z.strictObject({ outcome: z.enum(['held', 'no-quorum', 'postponed']) }),
  ),

  // the community
  'community.founded': said(
    'community',
    '建立社区',
    'Community founded',
    z.strictObject({
      sort: z.enum(['village', 'city', 'township']),
      jurisdiction: z
        .string()
        .regex(/^CN-[0-9A-Z]{2}$/)
        .optional(),
      name: commitment,
    }),
  ),
  'calendar.declared': said(
    'community',
    '节假日安排',
    'Holidays declared',
    z.strictObject({ year, holidays: z.array(day), workdays: z.array(day) }),
  ),
  'key.published': said(
    'community',
    '档案签名公钥',
    'Record key published',
    z.strictObject({ kid: bytes32, x: bytes32 }),
  ),
  'roster.imported': said(
    'community',
    '花名册导入',
    'Roster imported',
    z.strictObject({
      file: sha256,
      households: whole,
      left: z.array(whole),
      people: z.array(id),
      asOf: day.optional(),
    }),
  ),
  'person.joined': said(
    'community',
    '列入花名册',
    'Joined the roster',
    z.strictObject({ person: id, household: id, cause: z.enum(joinCauses), from: day }),
  ),
  'person.left': said(
    'community',
    '移出花名册',
    'Left the roster',
    z.strictObject({ person: id, cause: z.enum(leaveCauses), on: day }),
  ),
  'person.moved': said(
    'community',
    '变更所在户',
    'Moved to another household',
    z.strictObject({ person: id, household: id, from: day }),
  ),
  'person.corrected': said(
    'community',
    '更正花名册',
    'Roster corrected',
    z.strictObject({ person: id, fields: z.array(z.enum(personFields)).min(1), reason: commitment.optional() }),
  ),
  'seats.filled': said(
    'community',
    '任职',
    'Seats filled',
    z.strictObject({
      body,
      from: day,
      until: day.optional(),
      cause: z.enum(fillCauses).optional(),
      /** The election that filled them. */
      proposal: id.optional(),
      seats: z.array(
        z.strictObject({ person: id, office: word, voting: z.boolean(), inBase: z.boolean(), groups: z.array(word) }),
      ),
    }),
  ),
  'seat.ended': said(
    'community',
    '任职终止',
    'Seat ended',
    z.strictObject({ body, person: id, cause: z.enum(endCauses), on: day, reason: commitment.optional() }),
  ),
  'role.granted': said(
    'community',
    '授予职责',
    'Role granted',
    z.strictObject({ account: id, role, person: id.optional() }),
  ),
  'role.ended': said('community', '解除职责', 'Role ended', z.strictObject({ account: id, role })),
  'oversight.granted': said('community', '授权监督', 'Oversight granted', z.strictObject({ township: id })),
  'oversight.ended': said('community', '终止监督授权', 'Oversight ended', z.strictObject({ township: id })),
  'adoption.made': said(
    'community',
    '启用议事程序',
    'Procedure adopted',
    z.strictObject({ adoption: id, procedure: procedureId, hash: sha256 }),
  ),
  'demand.opened': said(
    'community',
    '联名要求召开会议',
    'Meeting demanded',
    z.strictObject({ demand: id, body, of: z.enum(demandGroups), text: commitment }),
  ),
  'demand.signed': said(
    'community',
    '联名',
    'Demand signed',
    z.strictObject({ demand: id, people: z.array(id).min(1) }),
  ),
  'discussion.recorded': said(
    'community',
    '党组织研究讨论',
    'Party organisation’s discussion recorded',
    z.strictObject({ discussion: id, body, heldOn: day, agreed: z.boolean(), text: commitment }),
  ),
  'topic.raised': said(
    'community',
    '收到议题',
    'Topic raised',
    z.strictObject({
      topic: id,
      channel: z.enum(channels),
      proposer: id.optional(),
      from: id.optional(),
      text: commitment,
    }),
  ),
  'topic.joined': said('community', '附议', 'Topic joined', z.strictObject({ topic: id, person: id })),
  'topic.classified': said(
    'community',
    '议题归类',
    'Topic sorted',
    z.strictObject({ topic: id, class: z.enum(topicClassWords) }),
  ),
  'topic.merged': said('community', '议题合并', 'Topic merged', z.strictObject({ topic: id, into: id })),
  'topic.unmerged': said('community', '取消议题合并', 'Topic taken apart again', z.strictObject({ topic: id })),
  'topic.split': said('community', '议题拆分', 'Topic split', z.strictObject({ topic: id, into: z.array(id).min(1) })),
  'topic.answered': said(
    'community',
    '议题答复',
    'Topic answered',
    z.strictObject({ topic: id, outcome: z.enum(['answered', 'refused']).optional(), reason: commitment }),
  ),
} as const

export type EntryKind = keyof typeof catalogue
export type DataOf<K extends EntryKind> = z.infer<(typeof catalogue)[K]['data']>
export type MoveKind = { [K in EntryKind]: (typeof catalogue)[K]['as'] extends 'move' ? K : never }[EntryKind]
export type KindOf<C extends 'proposal' | 'meeting' | 'community'> = {
  [K in EntryKind]: (typeof catalogue)[K]['chain'] extends C ? K : never
}[EntryKind]

export const isEntryKind = (kind: string): kind is EntryKind => Object.hasOwn(catalogue, kind)
export const isMove = (kind: EntryKind): kind is MoveKind => catalogue[kind].as === 'move'
