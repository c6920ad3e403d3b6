import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { day, instant } from './columns.ts'

/** 启用: procedures with every choice made. */
export const adoption = pgTable(
  'adoption',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    procedure: text().notNull(),
    hash: text().notNull(),
    expanded: jsonb().notNull(),
    adoptedAt: instant('adopted_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)

/** 议事事项 and where each stands. */
export const proposal = pgTable(
  'proposal',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    number: integer().notNull(),
    adoption: uuid().notNull(),
    title: text().notNull(),
    proposer: uuid(),
    matter: text(),
    stage: text().notNull(),
    step: text(),
    missed: integer().notNull().default(0),
    ending: text(),
    state: jsonb().notNull(),
    openedAt: instant('opened_at').notNull(),
    movedAt: instant('moved_at').notNull(),
    continues: uuid(),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)

/** 议题 and what became of each. */
export const topic = pgTable(
  'topic',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    channel: text({ enum: ['online', 'letter-box', 'doorstep', 'telephone', 'meeting', 'informant'] }).notNull(),
    proposer: uuid(),
    text: text().notNull(),
    proposal: uuid(),
    answer: text(),
    raisedAt: instant('raised_at').notNull(),
    number: integer().notNull(),
    raisedOn: day('raised_on').notNull(),
    class: text(),
    outcome: text({ enum: ['answered', 'refused'] }),
    mergedInto: uuid('merged_into'),
    splitFrom: uuid('split_from'),
    split: boolean().notNull().default(false),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)

/** 附议: who joined a topic that somebody else raised. */
export const topicSupporter = pgTable(
  'topic_supporter',
  {
    community: uuid().notNull(),
    topic: uuid().notNull(),
    person: uuid().notNull(),
    joinedAt: instant('joined_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.topic, t.person] })],
)

/** 草案, numbered. */
export const draft = pgTable(
  'draft',
  {
    community: uuid().notNull(),
    proposal: uuid().notNull(),
    n: integer().notNull(),
    text: text().notNull(),
    change: text({ enum: ['first', 'substance', 'wording'] }).notNull(),
    approvedBy: text('approved_by'),
    writtenAt: instant('written_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.proposal, t.n] })],
)

/** 公示 and 公布, with their days. */
export const posting = pgTable(
  'posting',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    proposal: uuid().notNull(),
    sort: text({ enum: ['posting', 'publication'] }).notNull(),
    draft: integer(),
    openedOn: day('opened_on').notNull(),
    days: integer().notNull(),
    counted: text({ enum: ['calendar', 'working'] }).notNull(),
    lastDay: day('last_day').notNull(),
    closedAt: instant('closed_at'),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)

/** 意见 on a posted draft, with their answers. */
export const comment = pgTable(
  'comment',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    posting: uuid().notNull(),
    author: uuid(),
    channel: text({ enum: ['online', 'paper', 'doorstep', 'telephone', 'guest'] }).notNull(),
    objection: boolean().notNull(),
    text: text().notNull(),
    receivedAt: instant('received_at').notNull(),
    receivedOn: day('received_on').notNull(),
    timely: boolean().notNull(),
    answer: text({ enum: ['adopted', 'partly', 'not-adopted'] }),
    reason: text(),
    upheld: boolean(),
    admitted: boolean().notNull().default(true),
    keptBack: text('kept_back', {
      enum: ['insult', 'personal-data', 'off-topic', 'unlawful', 'duplicate', 'advertising'],
    }),
    escalated: text({ enum: ['township', 'sub-district'] }),
    photo: text(),
    alt: text(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)

/** 意见 of guests, held until the office decides on each. */
export const guestComment = pgTable(
  'guest_comment',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    posting: uuid().notNull(),
    code: text().notNull(),
    objection: boolean().notNull(),
    text: text().notNull(),
    photo: text(),
    alt: text(),
    receivedAt: instant('received_at').notNull(),
    receivedOn: day('received_on').notNull(),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)

/** How much came from one network address within the hour. */
export const guestSender = pgTable(
  'guest_sender',
  {
    community: uuid().notNull(),
    sender: text().notNull(),
    sent: integer().notNull(),
    since: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.sender] })],
)
