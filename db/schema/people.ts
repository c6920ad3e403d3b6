import { bigint, boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, day, instant } from './columns.ts'

/** 社区 / 村: the tenants. */
export const community = pgTable('community', {
  id: uuid().primaryKey(),
  sort: text({ enum: ['village', 'city', 'township'] }).notNull(),
  jurisdiction: text(),
  name: text().notNull(),
  createdAt: instant('created_at').notNull(),
  comments: text({ enum: ['known', 'guests'] })
    .notNull()
    .default('known'),
})

/** Names and free texts that can be erased, by their commitment. */
export const disclosure = pgTable(
  'disclosure',
  {
    community: uuid().notNull(),
    commitment: text().notNull(),
    salt: bytes(),
    text: text(),
    erasedAt: instant('erased_at'),
  },
  (t) => [primaryKey({ columns: [t.community, t.commitment] })],
)

/** 户. */
export const household = pgTable(
  'household',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    number: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)

/** 居民 / 村民, from joining to leaving. */
export const person = pgTable(
  'person',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    household: uuid().notNull(),
    name: text().notNull(),
    sex: text({ enum: ['male', 'female'] }).notNull(),
    birth: day().notNull(),
    phone: text(),
    part: text().notNull(),
    idHash: text('id_hash').notNull(),
    idSealed: bytes('id_sealed').notNull(),
    idLastFour: text('id_last_four').notNull(),
    joinedOn: day('joined_on').notNull(),
    leftOn: day('left_on'),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)

/** Who stood on the roster in which household, from when to when. */
export const residence = pgTable(
  'residence',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    person: uuid().notNull(),
    household: uuid().notNull(),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on'),
    endedBy: text('ended_by', { enum: ['moved', 'died', 'household', 'other'] }),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)

/** 专有部分, with their area in 0.01 m². */
export const unit = pgTable(
  'unit',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    area: bigint({ mode: 'number' }).notNull(),
    number: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)

/** Who owned which unit from when to when. */
export const tenure = pgTable(
  'tenure',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    unit: uuid().notNull(),
    owner: uuid().notNull(),
    developer: boolean().notNull(),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on'),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)

/** 会议 / 组织 that a community has. */
export const body = pgTable(
  'body',
  {
    community: uuid().notNull(),
    kind: text().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.kind] })],
)

/** 组成人员 / 任职: who sits in which body, from when to when. */
export const seat = pgTable(
  'seat',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    body: text().notNull(),
    person: uuid().notNull(),
    office: text().notNull(),
    voting: boolean().notNull(),
    inBase: boolean('in_base').notNull(),
    groups: text().array().notNull(),
    startsOn: day('starts_on').notNull(),
    endsOn: day('ends_on'),
    represents: integer(),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)

/** Who can sign in. */
export const account = pgTable(
  'account',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    person: uuid(),
    login: text(),
    password: text(),
    slip: text(),
    slipExpiresAt: instant('slip_expires_at'),
    slipUsedAt: instant('slip_used_at'),
    disabledAt: instant('disabled_at'),
    createdAt: instant('created_at').notNull(),
    fromTownship: uuid('from_township'),
    fromAccount: uuid('from_account'),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)

/** Signed-in devices. */
export const session = pgTable(
  'session',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    account: uuid().notNull(),
    startedAt: instant('started_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)

/** Offices in the product, from granting to ending. */
export const role = pgTable(
  'role',
  {
    community: uuid().notNull(),
    account: uuid().notNull(),
    role: text({ enum: ['administrator', 'clerk', 'supervisor', 'expert', 'township'] }).notNull(),
    discipline: text(),
    grantedAt: instant('granted_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [primaryKey({ columns: [t.community, t.account, t.role, t.grantedAt] })],
)

/** Sign-ins by password that failed in a row. */
export const signInAttempt = pgTable(
  'sign_in_attempt',
  {
    community: uuid().notNull(),
    loginHash: text('login_hash').notNull(),
    failures: integer().notNull(),
    lastAt: instant('last_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.loginHash] })],
)

/** Which township may read a community and give it orders. */
export const oversightGrant = pgTable(
  'oversight_grant',
  {
    community: uuid().notNull(),
    township: uuid().notNull(),
    grantedAt: instant('granted_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [primaryKey({ columns: [t.community, t.township, t.grantedAt] })],
)
