import { bigint, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, day, instant } from './columns.ts'

/** Where each chain of the record stands. */
export const chain = pgTable(
  'chain',
  {
    community: uuid().notNull(),
    name: text().notNull(),
    seq: integer().notNull().default(0),
    head: bytes().notNull(),
    lastAt: instant('last_at'),
    sealedSeq: integer('sealed_seq').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.community, t.name] })],
)

/** 议事档案: the record, as hashed. */
export const entry = pgTable(
  'entry',
  {
    community: uuid().notNull(),
    chain: text().notNull(),
    seq: integer().notNull(),
    kind: text().notNull(),
    recordedAt: instant('recorded_at').notNull(),
    bytes: bytes().notNull(),
    head: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.chain, t.seq] })],
)

/** Signed heads of chains. */
export const signedHead = pgTable(
  'signed_head',
  {
    community: uuid().notNull(),
    chain: text().notNull(),
    seq: integer().notNull(),
    jws: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.chain, t.seq] })],
)

/** Leaves of the community’s Merkle tree. */
export const seal = pgTable(
  'seal',
  {
    community: uuid().notNull(),
    size: bigint({ mode: 'number' }).notNull(),
    chain: text().notNull(),
    seq: integer().notNull(),
    head: bytes().notNull(),
    nodes: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.size] })],
)

/** How far each community’s tree has grown. */
export const tree = pgTable('tree', {
  community: uuid().primaryKey(),
  size: bigint({ mode: 'number' }).notNull(),
  peaks: bytes().notNull(),
})

/** 存证校验码: signed statements of where the tree stood. */
export const checkpoint = pgTable(
  'checkpoint',
  {
    community: uuid().notNull(),
    size: bigint({ mode: 'number' }).notNull(),
    root: bytes().notNull(),
    note: text().notNull(),
    code: text().notNull(),
    sealedAt: instant('sealed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.size] })],
)

/** To whom checkpoints are handed. */
export const checkpointAddress = pgTable(
  'checkpoint_address',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    address: text().notNull(),
    setBy: uuid('set_by').notNull(),
    setAt: instant('set_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)

/** 照片和文件: evidence that is kept outside the database. */
export const file = pgTable(
  'file',
  {
    community: uuid().notNull(),
    sha256: text().notNull(),
    type: text().notNull(),
    bytes: integer().notNull(),
    uploadedBy: uuid('uploaded_by'),
    uploadedAt: instant('uploaded_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.sha256] })],
)

/** Which entry cites which file. */
export const fileUse = pgTable(
  'file_use',
  {
    community: uuid().notNull(),
    sha256: text().notNull(),
    chain: text().notNull(),
    seq: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.sha256, t.chain, t.seq] })],
)

/** First answers, by the caller’s key. */
export const idempotency = pgTable(
  'idempotency',
  {
    community: uuid().notNull(),
    actor: uuid().notNull(),
    key: text().notNull(),
    request: text().notNull(),
    status: integer().notNull(),
    answer: jsonb().notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.actor, t.key] })],
)

/** Messages still to leave. */
export const outbox = pgTable(
  'outbox',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    topic: text().notNull(),
    message: jsonb().notNull(),
    dueAt: instant('due_at').notNull(),
    sentAt: instant('sent_at'),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)

/** What happened on paper, until others have confirmed or rejected it. */
export const attestation = pgTable(
  'attestation',
  {
    community: uuid().notNull(),
    id: uuid().notNull(),
    sort: text({
      enum: ['event', 'case', 'meeting', 'erratum', 'correction', 'papers', 'hands', 'vote-change', 'tally', 'minutes'],
    }).notNull(),
    proposal: uuid(),
    input: jsonb(),
    evidence: text().notNull(),
    occurredOn: day('occurred_on'),
    enteredBy: uuid('entered_by').notNull(),
    enteredAt: instant('entered_at').notNull(),
    outcome: text({ enum: ['confirmed', 'rejected'] }),
    decidedAt: instant('decided_at'),
    reason: text(),
  },
  (t) => [primaryKey({ columns: [t.community, t.id] })],
)

/** Who stands for an attestation. */
export const confirmation = pgTable(
  'confirmation',
  {
    community: uuid().notNull(),
    attestation: uuid().notNull(),
    account: uuid().notNull(),
    confirmedAt: instant('confirmed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.attestation, t.account] })],
)

/** How often a community was changed, beside what its chains tell. */
export const changeCount = pgTable(
  'change_count',
  {
    community: uuid().notNull(),
    slot: uuid().notNull(),
    changes: bigint({ mode: 'number' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.community, t.slot] })],
)
