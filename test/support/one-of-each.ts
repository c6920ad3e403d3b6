import { randomBytes, randomUUID } from 'node:crypto'
import { getTableName } from 'drizzle-orm'
import type { PgInsertValue, PgTable } from 'drizzle-orm/pg-core'
import * as cases from '../../db/schema/cases.ts'
import * as meetings from '../../db/schema/meetings.ts'
import * as people from '../../db/schema/people.ts'
import * as record from '../../db/schema/record.ts'
import type { Tx } from '../../db/within.ts'

/** Every table of the schema. */
export const tables: readonly PgTable[] = [people, cases, meetings, record].flatMap((theme) => Object.values(theme))

export type Row = {
  readonly name: string
  readonly table: PgTable
  readonly values: Readonly<Record<string, unknown>>
  readonly insert: (tx: Tx) => Promise<unknown>
}

const row = <T extends PgTable>(table: T, values: PgInsertValue<T>): Row => ({
  name: getTableName(table),
  table,
  values,
  insert: async (tx) => tx.insert(table).values(values),
})

const at = new Date('2026-03-02T01:00:00.123Z')
const day = '2026-03-02'
const hex = (): string => randomBytes(32).toString('hex')

/** A row of every table, with nothing left out that its checks admit, in an order in which they can be written. */
export const oneOfEach = (community: string): readonly Row[] => {
  const [household, person, account, adoption, proposal] = Array.from({ length: 5 }, () => randomUUID())
  const [posting, meeting, roll, ballot] = Array.from({ length: 4 }, () => randomUUID())
  if (!household || !person || !account || !adoption || !proposal || !posting || !meeting || !roll || !ballot)
    throw new Error('nine ids')
  const [id, text, chain] = [randomUUID(), hex(), `proposal/${proposal}`]
  const [draft, stage, body] = [1, 'vote', 'residents-representatives']
  return [
    row(people.community, { id: community, sort: 'city', jurisdiction: 'CN-11', name: '亭前社区', createdAt: at }),
    row(people.disclosure, { community, commitment: text, salt: randomBytes(16), text: '王某', erasedAt: null }),
    row(people.household, { community, id: household, number: '3-101' }),
    row(people.person, {
      community,
      id: person,
      household,
      name: text,
      sex: 'female',
      birth: '1960-05-01',
      phone: text,
      part: '一组',
      idHash: hex(),
      idSealed: randomBytes(46),
      idLastFour: '002X',
      joinedOn: day,
      leftOn: '2026-04-01',
    }),
    row(people.residence, {
      community,
      id,
      person,
      household,
      startsOn: day,
      endsOn: '2026-04-01',
      endedBy: 'moved',
    }),
    row(people.unit, { community, id, household, area: 8_956 }),
    row(people.body, { community, kind: body, createdAt: at }),
    row(people.seat, {
      community,
      id,
      body,
      person,
      office: 'member',
      voting: true,
      inBase: true,
      groups: ['representatives', 'women'],
      startsOn: day,
      endsOn: '2026-04-01',
    }),
    row(people.account, {
      community,
      id: account,
      person,
      login: 'wang',
      password: '$scrypt$ln=14,r=8,p=5$salt$hash',
      slip: hex(),
      slipExpiresAt: at,
      slipUsedAt: at,
      disabledAt: at,
      createdAt: at,
    }),
    row(people.session, { community, id, account, startedAt: at, expiresAt: at, endedAt: at }),
    row(people.role, { community, account, role: 'expert', discipline: 'law', grantedAt: at, endedAt: at }),
    row(people.signInAttempt, { community, loginHash: hex(), failures: 1, lastAt: at }),
    row(cases.adoption, {
      community,
      id: adoption,
      procedure: 'six-step@1',
      hash: hex(),
      expanded: { stages: [{ id: stage }] },
      adoptedAt: at,
    }),
    row(cases.proposal, {
      community,
      id: proposal,
      number: 1,
      adoption,
      title: text,
      proposer: person,
      matter: 'public-works',
      stage,
      step: 'called',
      missed: 1,
      ending: null,
      state: { step: 'called', stage, missed: 1 },
      openedAt: at,
      movedAt: at,
      continues: proposal,
    }),
    row(cases.topic, {
      community,
      id,
      channel: 'online',
      proposer: person,
      text,
      proposal: null,
      answer: text,
      raisedAt: at,
      number: 1,
      raisedOn: day,
      class: 'works',
      outcome: 'answered',
      mergedInto: null,
      splitFrom: id,
      split: false,
    }),
    row(cases.topicSupporter, { community, topic: id, person, joinedAt: at }),
    row(cases.draft, { community, proposal, n: draft, text, change: 'first', approvedBy: body, writtenAt: at }),
    row(cases.posting, {
      community,
      id: posting,
      proposal,
      sort: 'posting',
      draft,
      openedOn: day,
      days: 7,
      counted: 'calendar',
      lastDay: '2026-03-09',
      closedAt: at,
    }),
    row(cases.comment, {
      community,
      id,
      posting,
      author: person,
      channel: 'paper',
      objection: true,
      text,
      receivedAt: at,
      receivedOn: day,
      timely: true,
      answer: 'adopted',
      reason: text,
      upheld: true,
      admitted: false,
      keptBack: 'off-topic',
      escalated: 'sub-district',
    }),
    row(meetings.demand, { community, id, body, signers: 'adults', text, openedAt: at }),
    row(meetings.demandSignature, { community, demand: id, person, signedAt: at }),
    row(meetings.discussion, { community, id, body, heldOn: day, agreed: true, text, recordedAt: at }),
    row(meetings.meeting, {
      community,
      id: meeting,
      body,
      mode: 'persons',
      onDay: day,
      at,
      sentOn: day,
      presider: person,
      place: text,
      outcome: 'held',
      calledAt: at,
      presidesAs: body,
      demand: id,
      adjourned: 1,
    }),
    row(meetings.observer, { community, id, meeting, name: text, capacity: 'expert', person, notedAt: at }),
    row(meetings.agenda, { community, meeting, proposal, stage, draft, place: 1 }),
    row(meetings.roll, { community, id: roll, meeting, root: hex() }),
    row(meetings.rollEntry, { community, roll, person, groups: ['women'] }),
    row(meetings.attendance, { community, meeting, person, door: 'clerk', signedInAt: at, leftAt: at }),
    row(meetings.excuse, { community, meeting, person, reason: text, notedAt: at }),
    row(meetings.ballot, {
      community,
      id: ballot,
      proposal,
      meeting,
      stage,
      draft,
      motion: 'agree',
      roll,
      rollCall: 'public',
      openedAt: at,
      closedAt: at,
      tally: { people: { yes: 1 } },
      carried: true,
    }),
    row(meetings.voter, { community, ballot, person, roll }),
    row(meetings.vote, { community, ballot, person, choice: 'yes', salt: randomBytes(16), commitment: hex() }),
    row(meetings.voteCorrection, {
      community,
      ballot,
      person,
      n: 1,
      choice: 'no',
      salt: randomBytes(16),
      commitment: hex(),
    }),
    row(meetings.secretChoice, { community, ballot, id, choice: 'yes' }),
    row(record.chain, { community, name: chain, seq: 1, head: randomBytes(32), lastAt: at, sealedSeq: 1 }),
    row(record.entry, {
      community,
      chain,
      seq: 1,
      kind: 'proposal.opened',
      recordedAt: at,
      bytes: Buffer.from('{}'),
      head: randomBytes(32),
    }),
    row(record.file, { community, sha256: text, type: 'image/jpeg', bytes: 1, uploadedBy: account, uploadedAt: at }),
    row(record.fileUse, { community, sha256: text, chain, seq: 1 }),
    row(record.attestation, {
      community,
      id,
      sort: 'event',
      proposal,
      input: null,
      evidence: text,
      occurredOn: day,
      enteredBy: account,
      enteredAt: at,
      outcome: 'rejected',
      decidedAt: at,
      reason: text,
    }),
    row(record.confirmation, { community, attestation: id, account, confirmedAt: at }),
    row(record.signedHead, { community, chain, seq: 1, jws: 'e30.e30.c2ln' }),
    row(record.seal, { community, size: 1, chain, seq: 1, head: randomBytes(32) }),
    row(record.idempotency, {
      community,
      actor: account,
      key: 'key-1',
      request: hex(),
      status: 201,
      answer: { proposal },
      recordedAt: at,
    }),
    row(record.outbox, { community, id, topic: 'notice', message: { meeting }, dueAt: at, sentAt: at }),
  ]
}
