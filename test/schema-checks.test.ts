import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { within } from '../db/within.ts'
import { oneOfEach } from './support/one-of-each.ts'
import { type TestDatabase, withDatabase } from './support/postgres.ts'

const checks = suite('checks')

const community = '01890a5d-ac96-774b-bcce-b302099a8057'
const other = '01890a5d-ac96-774b-bcce-b302099a8058'
const notHex = 'x'.repeat(64)
const short = '\\x00'
const now = '2026-03-02T09:00:00+08:00'

//  table, what is changed in a good row, the check that says no
const wrong: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
  ['community', { sort: 'town' }, 'a community is a village, a neighbourhood or an office above'],
  ['community', { jurisdiction: '37' }, 'a jurisdiction is an ISO 3166-2 code of China'],
  ['community', { name: '' }, 'a community has a name'],
  ['community', { comments: 'all' }, 'comments come from the known or from guests too'],
  ['disclosure', { commitment: notHex }, 'a commitment is a SHA-256 in hex'],
  ['disclosure', { salt: short }, 'a salt has 128 bits'],
  ['disclosure', { salt: null }, 'a disclosure is either there or erased'],
  ['disclosure', { text: null }, 'a disclosure is either there or erased'],
  ['disclosure', { erased_at: now }, 'a disclosure is either there or erased'],
  ['person', { sex: '女' }, 'a sex is male or female'],
  ['person', { id_hash: '11010119600501002X' }, 'an ID number is found by its keyed hash'],
  ['person', { id_sealed: '\\x31313031303131393630303530313030322058' }, 'an ID number is sealed with its iv and tag'],
  ['person', { id_last_four: '501002X' }, 'the last four of an ID number'],
  ['person', { left_on: '2026-03-01' }, 'a person does not leave before joining'],
  ['unit', { area: 0 }, 'an area is positive, in 0.01 m²'],
  ['residence', { ended_by: 'lost' }, 'a stay ends by moving, death, another household or otherwise'],
  ['residence', { ends_on: '2026-03-01' }, 'a stay does not end before it starts'],
  ['residence', { ends_on: null }, 'a stay that ends has its cause'],
  ['seat', { ends_on: '2026-03-01' }, 'a seat does not end before it starts'],
  ['seat', { represents: -1 }, 'households behind a representative count from none'],
  ['tenure', { ends_on: '2026-03-01' }, 'a tenure does not end before it starts'],
  ['proxy', { withdrawn_at: '2026-03-01' }, 'a proxy is withdrawn after it is given'],
  ['account', { password: 'open sesame' }, 'a password is kept as scrypt'],
  ['account', { password: null }, 'a login comes with a password'],
  ['account', { login: null }, 'a login comes with a password'],
  ['account', { slip: 'ABCD-EFGH' }, 'a slip is kept as its keyed hash'],
  ['account', { slip_expires_at: null }, 'a slip expires'],
  ['account', { from_account: community }, 'an account from a township names the account there'],
  ['account', { from_township: community, from_account: community }, 'an account from a township has no other way in'],
  ['role', { role: 'chair', discipline: null }, 'a role is one of those the product knows'],
  ['role', { discipline: null }, 'an expert has a discipline, nobody else'],
  ['role', { role: 'clerk' }, 'an expert has a discipline, nobody else'],
  ['sign_in_attempt', { login_hash: notHex }, 'a login is counted by its SHA-256 in hex'],
  ['sign_in_attempt', { failures: -1 }, 'failures count from none'],
  ['adoption', { hash: notHex }, "an adoption's hash is SHA-256 in hex"],
  ['proposal', { number: 0 }, 'proposals count from one'],
  ['proposal', { missed: -1 }, 'a quorum is missed from no times on'],
  ['proposal', { step: null }, 'a case stands in a step or has ended'],
  ['proposal', { ending: 'closed' }, 'a case stands in a step or has ended'],
  ['topic', { channel: 'pigeon' }, 'a channel is one of those known'],
  ['topic', { proposal: community }, 'a topic goes into a proposal or is answered, not both'],
  ['topic', { number: 0 }, 'topics count from one'],
  ['topic', { outcome: 'lost' }, 'a topic is answered or refused'],
  ['topic', { outcome: null }, 'an outcome has its reason'],
  ['topic', { split: true }, 'a topic is settled in one way'],
  ['draft', { n: 0 }, 'drafts count from one'],
  ['draft', { change: 'none' }, 'a draft is the first, or changes substance or wording'],
  ['posting', { sort: 'notice' }, 'a posting asks for comment or makes a result known'],
  ['posting', { draft: null }, 'a posting hangs a draft'],
  ['posting', { days: 0 }, 'a posting hangs at least a day'],
  ['posting', { counted: 'lunar' }, 'days are calendar or working days'],
  ['posting', { last_day: '2026-03-02' }, 'a posting ends after it starts'],
  ['comment', { channel: 'meeting' }, 'a comment comes by one of five ways'],
  ['comment', { answer: 'noted' }, 'an answer adopts, adopts in part, or does not'],
  ['comment', { objection: false, escalated: null }, 'only an objection is upheld or not'],
  ['comment', { objection: false, upheld: null }, 'only an objection is taken above'],
  ['comment', { reason: null }, 'an answer has its reason'],
  ['comment', { reason: null, answer: null }, 'an answer has its reason'],
  ['comment', { kept_back: 'unwelcome' }, 'a comment is kept back for a published reason'],
  ['comment', { admitted: true }, 'a comment not shown was kept back or withdrawn'],
  ['comment', { withdrawn_at: '2026-03-02T01:00:00Z' }, 'what was kept back or dealt with is not withdrawn'],
  ['topic', { withdrawn_at: '2026-03-02T01:00:00Z' }, 'a topic is settled in one way'],
  ['comment', { escalated: 'county' }, 'an objection is taken to the township or sub-district'],
  ['comment', { alt: null }, 'a photo is described in words'],
  ['guest_comment', { code: notHex }, "a guest's code is kept by its HMAC in hex"],
  ['guest_comment', { photo: null }, "a guest's photo is described in words"],
  ['guest_sender', { sender: notHex }, 'a sender is counted by an HMAC in hex'],
  ['guest_sender', { sent: 0 }, 'what was sent counts from one'],
  ['demand', { signers: 'everybody' }, 'adults, households, representatives or owners sign'],
  ['meeting', { adjourned: -1 }, 'adjournments count from none'],
  ['vote_correction', { n: 0 }, 'corrections of a vote count from one'],
  ['vote_correction', { choice: 'maybe' }, 'a corrected choice is yes, no, abstain or spoiled'],
  ['vote_correction', { salt: short }, "a corrected vote's salt has 128 bits"],
  ['vote_correction', { commitment: notHex }, "a corrected vote's commitment is SHA-256 in hex"],
  ['attestation', { sort: 'rumour' }, 'an attestation is of a known sort'],
  ['participation', { door: 'hands' }, 'part is taken by phone or by a paper'],
  ['secret_choice', { choice: 'spoiled' }, 'a secret choice is yes, no or abstain'],
  ['attestation', { outcome: 'lost' }, 'an attestation is confirmed or rejected'],
  ['attestation', { outcome: null, reason: null }, 'an attestation is decided once'],
  ['attestation', { input: '{}' }, 'what was entered is kept until it is decided'],
  ['attestation', { reason: null }, 'a rejection has its reason'],
  ['meeting', { mode: 'area' }, 'a body meets by persons, households or representatives'],
  ['meeting', { outcome: 'adjourned' }, 'a meeting was held, lacked its quorum or was postponed'],
  ['delivery', { how: 'pigeon' }, 'a convocation is delivered in a known way'],
  ['speech', { person: null }, 'a member speaks, or an observer'],
  ['minutes', { n: 0 }, 'versions of minutes count from one'],
  ['agenda', { place: 0 }, 'agenda items count from one'],
  ['roll', { root: notHex }, "a roll's root is SHA-256 in hex"],
  ['attendance', { door: 'window' }, 'a member signs in by phone, slip, clerk or from afar'],
  ['ballot', { motion: 'maybe' }, 'a motion agrees, agrees with changes, returns or refuses'],
  ['ballot', { roll_call: 'clerks' }, 'a roll call is shown to all, to members or as totals'],
  ['ballot', { closed_at: null }, 'a closed ballot has its tally and its answer'],
  ['ballot', { tally: null }, 'a closed ballot has its tally and its answer'],
  ['ballot', { carried: null }, 'a closed ballot has its tally and its answer'],
  ['vote', { choice: 'Yes' }, 'a choice is yes, no, abstain or a spoiled paper'],
  ['vote', { door: 'window' }, 'a vote comes by a known door'],
  ['vote', { choice: 'spoiled', door: 'phone' }, 'a phone does not spoil its vote'],
  ['ballot', { voting: 'shouted' }, 'a ballot is recorded, secret or counted by hands'],
  ['ballot', { may_vote: -1 }, 'voters count from none'],
  ['poll', { result: null }, 'a closed poll has its result'],
  ['roll_entry', { area: -1 }, 'a share of area is none or more'],
  ['roll_entry', { represented: -1 }, 'households represented count from none'],
  ['vote', { salt: short }, "a vote's salt has 128 bits"],
  ['vote', { commitment: notHex }, "a vote's commitment is SHA-256 in hex"],
  ['chain', { name: 'proposal/修路' }, "a chain is the community's, a proposal's or a meeting's"],
  ['chain', { seq: -1, sealed_seq: -1 }, 'a chain is sealed no further than it goes'],
  ['chain', { sealed_seq: 2 }, 'a chain is sealed no further than it goes'],
  ['chain', { head: short }, 'a head is a SHA-256'],
  ['entry', { seq: 0 }, 'entries count from one'],
  ['entry', { head: short }, "an entry's head is a SHA-256"],
  ['seal', { size: 0 }, 'a tree counts its leaves from one'],
  ['seal', { head: short }, 'a sealed head is a SHA-256'],
  ['seal', { nodes: short }, 'a seal completes whole subtrees'],
  ['tree', { size: -1 }, 'a tree counts its leaves from none'],
  ['tree', { peaks: short }, 'a tree has a peak for each full subtree'],
  ['checkpoint', { root: short }, 'a root is a SHA-256'],
  ['checkpoint', { code: 'abcd' }, 'a code is six times four letters'],
  ['checkpoint_address', { address: '' }, 'an address is short'],
  ['checkpoint_address', { ended_at: '2026-03-01' }, 'an address ends after it is set'],
  ['change_count', { changes: 0 }, 'changes are counted from one'],
  ['file', { sha256: notHex }, 'a file is known by its SHA-256 in hex'],
  ['file', { type: 'text/html' }, 'a file is a picture or a PDF'],
  ['file', { bytes: 0 }, 'a file has a byte at least and five million at most'],
  ['file', { bytes: 5_000_001 }, 'a file has a byte at least and five million at most'],
  ['idempotency', { key: '' }, 'an idempotency key is short'],
  ['idempotency', { key: 'k'.repeat(201) }, 'an idempotency key is short'],
]

//  table, what is changed in a good row, the rule between tables that says no
const torn: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
  ['household', { id: other }, 'a household number stands once in a community'],
  ['person', { id: other }, 'an ID number stands once in a community'],
  ['residence', { id: other, starts_on: '2026-03-31' }, 'a person lives in one household at a time'],
  ['unit', { id: other }, 'a unit number stands once in a community'],
  ['tenure', { id: other, starts_on: '2026-03-31' }, 'a unit has one owner at a time'],
  ['seat', { id: other, starts_on: '2026-03-31', ends_on: null }, 'a person has one seat in a body at a time'],
  ['account', { id: other, slip: null, person: null }, 'a login stands once in a community'],
  ['account', { id: other, login: null, password: null, person: null }, 'a slip stands once in a community'],
  ['account', { id: other, login: null, password: null, slip: null }, 'a person has one account'],
  ['proposal', { id: other }, "a proposal's number stands once in a community"],
  ['roll', { id: other }, 'a meeting has one roll'],
  ['ballot', { id: other, roll: other }, "a ballot is counted over its meeting's roll"],
  ['paper_issue', { proxy: null }, 'one paper a voter'],
  ['paper_issue', { voter: other }, 'a paper is given to a voter of the roll'],
  ['recusal', { noted_at: now }, 'a member is recused from an item once'],
  ['delivery', { noted_at: now }, 'a delivery is noted once'],
  ['minutes', { n: 2 }, 'minutes are approved once'],
  ['seal', { size: 2 }, 'a head is sealed once'],
  ['excuse', { noted_at: now }, 'a member is excused once from a meeting'],
  ['guest_comment', { id: other }, "a guest's code leads to one comment"],
  ['vote', { choice: 'no' }, 'one voter, one vote'],
  ['vote', { person: other }, 'a vote is cast by somebody present at the roll call'],
]

/** Writes a copy of the one good row of a table with something changed; answers the constraint that refused it. */
const refusedBy = async ({ ownerSql }: TestDatabase, table: string, change: unknown): Promise<string | undefined> => {
  try {
    await ownerSql.unsafe(
      `insert into ${table} select (jsonb_populate_record(good, $1::text::jsonb)).* from ${table} good`,
      [JSON.stringify(change)],
    )
    return undefined
  } catch (error) {
    return typeof error === 'object' && error !== null && 'constraint_name' in error
      ? String(error.constraint_name)
      : String(error)
  }
}

const withOneOfEach = (use: (database: TestDatabase) => Promise<void>): Promise<void> =>
  withDatabase(async (database) => {
    await within(database.db, community, async (tx) => {
      for (const { insert } of oneOfEach(community)) await insert(tx)
    })
    await use(database)
  })

checks('each check refuses what it says', () =>
  withOneOfEach(async (database) => {
    for (const [table, change, name] of wrong)
      assert.is(await refusedBy(database, table, change), name, `${table} ${JSON.stringify(change)}`)
    const known = await database.ownerSql<{ name: string }[]>`
      select conname as name from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace`
    const tried = new Set(wrong.map(([, , name]) => name))
    assert.equal(
      known.map(({ name }) => name).filter((name) => !tried.has(name)),
      // Of the table of migrations, which has no good row to copy here.
      ['a hash is SHA-256 in hex'],
    )
  }),
)

checks('rules between rows and tables refuse what they say', () =>
  withOneOfEach(async (database) => {
    for (const [table, change, name] of torn)
      assert.is(await refusedBy(database, table, change), name, `${table} ${JSON.stringify(change)}`)
  }),
)

checks('a voter of one ballot cannot stand on the roll of another', () =>
  withOneOfEach(async (database) => {
    const copy = (table: string, change: object) => refusedBy(database, table, change)
    const { ownerSql } = database
    assert.is(await copy('person', { id: other, id_hash: 'f'.repeat(64) }), undefined)
    assert.is(await copy('meeting', { id: other }), undefined)
    await ownerSql`insert into roll select community, ${other}, ${other}, root from roll`
    await ownerSql`insert into roll_entry select community, ${other}, ${other}, groups from roll_entry`
    assert.is(await copy('voter', { person: other, roll: other }), "a voter stands on the ballot's own roll")
    await ownerSql`insert into roll_entry select v.community, v.roll, ${other}, '{}' from voter v`
    assert.is(await copy('voter', { person: other }), undefined)
  }),
)

checks.run()
