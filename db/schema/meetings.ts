import { sql } from 'drizzle-orm'
import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, day, instant } from './columns.ts'

/** 会议, as called. */
export const meeting = pgTable(
  'meeting',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    body: text().notNull(),
    mode: text({ enum: ['persons', 'households', 'representatives'] }),
    onDay: day('on_day').notNull(),
    at: instant().notNull(),
    sentOn: day('sent_on').notNull(),
    presider: uuid().notNull(),
    place: text().notNull(),
    outcome: text({ enum: ['held', 'no-quorum', 'postponed'] }),
    calledAt: instant('called_at').notNull(),
    presidesAs: text('presides_as'),
    demand: uuid(),
    adjourned: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)

/** 议程: the proposals of a meeting. */
export const agenda = pgTable(
  'agenda',
  {
    community: uuid().notNull(),
    meeting: uuid().notNull(),
    proposal: uuid().notNull(),
    stage: text().notNull(),
    draft: integer().notNull(),
    place: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.meeting, t.proposal, t.stage] })],
)

/** 应到名册, frozen at the call. */
export const roll = pgTable(
  'roll',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    meeting: uuid().notNull(),
    root: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)

/** 应到: the members on a roll. */
export const rollEntry = pgTable(
  'roll_entry',
  {
    community: uuid().notNull(),
    roll: uuid().notNull(),
    person: uuid().notNull(),
    groups: text().array().notNull(),
    household: uuid(),
    area: bigint({ mode: 'number' }),
    represented: integer(),
  },
  (t) => [primaryKey({ columns: [t.community, t.roll, t.person] })],
)

/** 签到. */
export const attendance = pgTable(
  'attendance',
  {
    community: uuid().notNull(),
    meeting: uuid().notNull(),
    person: uuid().notNull(),
    door: text({ enum: ['phone', 'slip', 'clerk', 'remote'] }).notNull(),
    signedInAt: instant('signed_in_at').notNull(),
    leftAt: instant('left_at'),
    inPerson: uuid('in_person'),
  },
  (t) => [primaryKey({ columns: [t.community, t.meeting, t.person] })],
)

/** 请假: who is excused from a meeting. */
export const excuse = pgTable(
  'excuse',
  {
    community: uuid().notNull(),
    meeting: uuid().notNull(),
    person: uuid().notNull(),
    reason: text().notNull(),
    notedAt: instant('noted_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.meeting, t.person] })],
)

/** 表决: questions put to a meeting. */
export const ballot = pgTable(
  'ballot',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    proposal: uuid().notNull(),
    meeting: uuid().notNull(),
    stage: text().notNull(),
    draft: integer().notNull(),
    motion: text({ enum: ['agree', 'agree-amended', 'return', 'refuse'] }).notNull(),
    roll: uuid().notNull(),
    rollCall: text('roll_call', { enum: ['public', 'members', 'totals'] }).notNull(),
    openedAt: instant('opened_at').notNull(),
    closedAt: instant('closed_at'),
    tally: jsonb(),
    carried: boolean(),
    voting: text({ enum: ['recorded', 'secret', 'counted'] })
      .notNull()
      .default('recorded'),
    circulated: boolean().notNull().default(false),
    until: instant(),
    mayVote: integer('may_vote'),
    voided: boolean().notNull().default(false),
    apart: text().array(),
    tallied: boolean().notNull().default(false),
    paperOnly: boolean('paper_only').notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)

/** 实到: who may vote in a ballot. */
export const voter = pgTable(
  'voter',
  {
    community: uuid().notNull(),
    ballot: uuid().notNull(),
    person: uuid().notNull(),
    roll: uuid().notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.ballot, t.person] })],
)

/** 票, one a voter. */
export const vote = pgTable(
  'vote',
  {
    community: uuid().notNull(),
    ballot: uuid().notNull(),
    person: uuid().notNull(),
    choice: text({ enum: ['yes', 'no', 'abstain', 'spoiled'] }).notNull(),
    salt: bytes().notNull(),
    commitment: text().notNull(),
    door: text({ enum: ['phone', 'paper', 'hands', 'assisted', 'visit'] })
      .notNull()
      .default('phone'),
    castBy: uuid('cast_by'),
  },
  (t) => [primaryKey({ columns: [t.community, t.ballot, t.person] })],
)

/** Who took part in a secret ballot, without the choice. */
export const participation = pgTable(
  'participation',
  {
    community: uuid().notNull(),
    ballot: uuid().notNull(),
    person: uuid().notNull(),
    door: text({ enum: ['phone', 'paper'] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.ballot, t.person] })],
)

/** Choices of a secret ballot, tied to nobody. */
export const secretChoice = pgTable(
  'secret_choice',
  {
    community: uuid().notNull(),
    ballot: uuid().notNull(),
    id: uuid().notNull(),
    choice: text({ enum: ['yes', 'no', 'abstain'] }).notNull(),
    groups: text().array().notNull().default(sql`'{}'`),
  },
  (t) => [primaryKey({ columns: [t.community, t.ballot, t.id] })],
)

/** 列席: who sits in without a seat. */
export const observer = pgTable(
  'observer',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    meeting: uuid().notNull(),
    name: text().notNull(),
    capacity: text().notNull(),
    person: uuid(),
    notedAt: instant('noted_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)

/** 联名提议: demands that a meeting be called. */
export const demand = pgTable(
  'demand',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    body: text().notNull(),
    signers: text({ enum: ['adults', 'households', 'representatives', 'owners'] }).notNull(),
    text: text().notNull(),
    openedAt: instant('opened_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)

/** Who signed a demand. */
export const demandSignature = pgTable(
  'demand_signature',
  {
    community: uuid().notNull(),
    demand: uuid().notNull(),
    person: uuid().notNull(),
    signedAt: instant('signed_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [primaryKey({ columns: [t.community, t.demand, t.person] })],
)

/** 党组织研究讨论, which several cases may cite. */
export const discussion = pgTable(
  'discussion',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    body: text().notNull(),
    heldOn: day('held_on').notNull(),
    agreed: boolean().notNull(),
    text: text().notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)

/** 更正: what a vote was found to have been after the close. */
export const voteCorrection = pgTable(
  'vote_correction',
  {
    community: uuid().notNull(),
    ballot: uuid().notNull(),
    person: uuid().notNull(),
    n: integer().notNull(),
    choice: text({ enum: ['yes', 'no', 'abstain', 'spoiled'] }).notNull(),
    salt: bytes().notNull(),
    commitment: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.ballot, t.person, t.n] })],
)

/** 回避: who does not vote on an item. */
export const recusal = pgTable(
  'recusal',
  {
    community: uuid().notNull(),
    meeting: uuid().notNull(),
    proposal: uuid().notNull(),
    person: uuid().notNull(),
    reason: text().notNull(),
    notedAt: instant('noted_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.meeting, t.proposal, t.person] })],
)

/** 选举投票, on paper alone. */
export const poll = pgTable(
  'poll',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    proposal: uuid().notNull(),
    meeting: uuid().notNull(),
    roll: uuid().notNull(),
    openedAt: instant('opened_at').notNull(),
    closedAt: instant('closed_at'),
    result: jsonb(),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)

/** 领取选票: one paper a voter. */
export const paperIssue = pgTable(
  'paper_issue',
  {
    community: uuid().notNull(),
    poll: uuid().notNull(),
    voter: uuid().notNull(),
    roll: uuid().notNull(),
    proxy: uuid(),
    issuedAt: instant('issued_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.poll, t.voter] })],
)

/** 会议通知送达: how and when a convocation reached a member. */
export const delivery = pgTable(
  'delivery',
  {
    community: uuid().notNull(),
    meeting: uuid().notNull(),
    person: uuid().notNull(),
    how: text({ enum: ['by-hand', 'household', 'at-the-door', 'telephone', 'message', 'letter'] }).notNull(),
    onDay: day('on_day').notNull(),
    notedAt: instant('noted_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.meeting, t.person, t.how, t.onDay] })],
)

/** 发言记录: what a member or an observer said. */
export const speech = pgTable(
  'speech',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    meeting: uuid().notNull(),
    person: uuid(),
    observer: uuid(),
    proposal: uuid(),
    text: text().notNull(),
    notedAt: instant('noted_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)

/** 会议记录: every version as the recorder wrote it. */
export const minutes = pgTable(
  'minutes',
  {
    community: uuid().notNull(),
    meeting: uuid().notNull(),
    n: integer().notNull(),
    text: text().notNull(),
    writtenBy: uuid('written_by').notNull(),
    writtenAt: instant('written_at').notNull(),
    approvedAt: instant('approved_at'),
  },
  (t) => [primaryKey({ columns: [t.community, t.meeting, t.n] })],
)

/** 委托: votes entrusted to another for a meeting. */
export const proxy = pgTable(
  'proxy',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    meeting: uuid().notNull(),
    principal: uuid().notNull(),
    proxy: uuid().notNull(),
    document: text().notNull(),
    givenAt: instant('given_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)
