import { getTableConfig } from 'drizzle-orm/pg-core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Sql } from '../db/client.ts'
import { community as communities } from '../db/schema/people.ts'
import { within } from '../db/within.ts'
import { oneOfEach, tables } from './support/one-of-each.ts'
import { withDatabase } from './support/postgres.ts'

const schema = suite('schema')

const names = tables.map((table) => getTableConfig(table).name).sort()
/** The table that remembers which files of SQL were applied; the program only reads it while it starts. */
const bookkeeping = 'migration'

const tablesIn = async (sql: Sql): Promise<readonly string[]> => {
  const rows = await sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')`
  return rows.map(({ name }) => name).sort()
}

schema('the program names every table of the database, and no other', () =>
  withDatabase(async ({ ownerSql }) => {
    assert.equal(await tablesIn(ownerSql), [...names, bookkeeping].sort())
  }),
)

schema('every table, column and function has a sentence', () =>
  withDatabase(async ({ ownerSql }) => {
    const said = await ownerSql<{ what: string; comment: string | null }[]>`
      select c.relname as what, obj_description(c.oid, 'pg_class') as comment
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      union all
      select c.relname || '.' || a.attname, col_description(c.oid, a.attnum)
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      union all
      select p.proname, obj_description(p.oid, 'pg_proc') from pg_proc p
      where p.pronamespace = 'public'::regnamespace
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`
    assert.ok(said.length > 250, `${said.length} tables and columns`)
    const mute = said.filter(({ comment }) => comment === null || comment.split(' ').length < 3)
    assert.equal(
      mute.map(({ what }) => what),
      [],
    )
  }),
)

/** What a query depends on in a table: names, types, what may be missing, what is filled in, and the key. */
const described = async (sql: Sql, name: string) => {
  const columns = await sql`
    select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as "notNull", a.atthasdef as "hasDefault"
    from pg_attribute a where a.attrelid = ${name}::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`
  const [key] = await sql<{ columns: string[] }[]>`
    select array_agg(a.attname::text order by k.place) as columns
    from pg_constraint c cross join unnest(c.conkey) with ordinality as k(column_number, place)
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.column_number
    where c.conrelid = ${name}::regclass and c.contype = 'p'`
  return { columns: columns.map((column) => ({ ...column })), key: key?.columns }
}

schema('the program’s tables are the database’s: columns, types, nulls, defaults, primary keys', () =>
  withDatabase(async ({ ownerSql }) => {
    for (const table of tables) {
      const { name, columns, primaryKeys } = getTableConfig(table)
      const own = columns.map((c) => ({
        name: c.name,
        type: c.getSQLType(),
        notNull: c.notNull,
        hasDefault: c.hasDefault,
      }))
      const [composite] = primaryKeys
      const key = composite?.columns ?? columns.filter(({ primary }) => primary)
      assert.equal({ columns: own, key: key.map((c) => c.name) }, await described(ownerSql, name), name)
    }
  }),
)

schema('what the program writes into any table it reads again as it was', () =>
  withDatabase(async ({ db }) => {
    const community = '01890a5d-ac96-774b-bcce-b302099a8057'
    const each = oneOfEach(community)
    assert.equal(each.map(({ name }) => name).sort(), names)
    await within(db, community, async (tx) => {
      for (const { name, table, values, insert } of each) {
        await insert(tx)
        const rows = await tx.select().from(table)
        // The database itself has counted these changes, in a row beside ours.
        assert.equal(name === 'change_count' ? rows.filter(({ slot }) => slot === values.slot) : rows, [values], name)
      }
    })
  }),
)

/** Tables whose changes are not counted: an entry of a chain goes with each, or no page for everybody shows them. */
const told = ['chain', 'entry', 'signed_head', 'vote', 'participation', 'secret_choice', 'idempotency']
const unseen = ['session', 'sign_in_attempt', 'outbox', 'change_count']

schema('a transaction that changes what everybody may see counts itself once, and waits for no other', () =>
  withDatabase(async ({ db, ownerSql }) => {
    const [community, other] = ['01890a5d-ac96-774b-bcce-b302099a8057', '01890a5d-ac96-774b-bcce-b302099a8058']
    const counted = async (of = community): Promise<number> => {
      const [row] = await ownerSql<{ sum: string }[]>`
        select coalesce(sum(changes), 0) as sum from change_count where community = ${of}`
      return Number(row?.sum)
    }
    const more = async (doing: () => Promise<unknown>, of = community): Promise<number> => {
      const before = await counted(of)
      await doing()
      return (await counted(of)) - before
    }
    const rows = oneOfEach(community)
    for (const { name, insert } of rows) {
      const expected = name === 'change_count' ? 7 : [...told, ...unseen].includes(name) ? 0 : 1
      assert.is(await more(() => within(db, community, insert)), expected, `a row of ${name}`)
    }
    const alone = (statement: string) => () => within(db, community, (tx) => tx.execute(statement))
    assert.is(await more(alone('update disclosure set erased_at = erased_at')), 1)
    assert.is(await more(alone('delete from roll_entry where false')), 1)
    assert.is(await more(alone('update chain set seq = seq')), 0)
    assert.is(await more(alone('select * from proposal for update of proposal')), 0)
    const founding = {
      id: other,
      sort: 'city',
      jurisdiction: 'CN-11',
      name: '亭后社区',
      createdAt: new Date(),
    } as const
    const found = () => within(db, other, (tx) => tx.insert(communities).values(founding))
    assert.is(await more(found, other), 1)
    assert.is(await more(() => ownerSql`update person set phone = phone`, other), 1, 'by the owner, who said no place')

    const open = 'update posting set closed_at = closed_at'
    const undone = new Error('undone')
    const held = await more(async () => {
      await within(db, community, async (tx) => {
        await tx.execute(open)
        await tx.execute(open)
        // Others change the same community meanwhile, and are not kept waiting.
        assert.is(await more(alone('update seat set ends_on = ends_on')), 1)
        assert.is(await more(alone('update seat set ends_on = ends_on')), 1)
        await tx
          .transaction(async (part) => {
            await part.execute(open)
            throw undone
          })
          .catch((error: unknown) => assert.is(error, undone))
      })
    })
    assert.is(held, 3)
    const again = () =>
      within(db, community, async (tx) => {
        await tx
          .transaction(async (part) => {
            await part.execute(open)
            throw undone
          })
          .catch(() => undefined)
        await tx.execute(open)
      })
    assert.is(await more(again), 1, 'what was undone has not counted, what came after has')
    const [size] = await ownerSql<
      { rows: number }[]
    >`select count(*)::int as rows from change_count where community = ${community}`
    assert.is(size?.rows, 2, 'no more than transactions at once: the first, and ours')
  }),
)

schema('the community comes first in every key, index and reference', () =>
  withDatabase(async ({ ownerSql }) => {
    const indexes = await ownerSql<{ name: string; on: string; first: string }[]>`
      select i.indexrelid::regclass::text as name, c.relname as on, a.attname as first
      from pg_index i join pg_class c on c.oid = i.indrelid
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where c.relnamespace = 'public'::regnamespace`
    assert.ok(indexes.length > names.length)
    const elsewhere = indexes.filter(({ first }) => first !== 'community')
    assert.equal(elsewhere.map(({ on }) => on).sort(), ['community', bookkeeping])

    const references = await ownerSql<{ said: string; from: string; to: string }[]>`
      select pg_get_constraintdef(c.oid) as said, c.conrelid::regclass::text as from, c.confrelid::regclass::text as to
      from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`
    assert.ok(references.length > 40, `${references.length} references`)
    const loose = references.filter(({ said, to }) =>
      to === 'community'
        ? said !== 'FOREIGN KEY (community) REFERENCES community(id)'
        : !/^FOREIGN KEY \(community, .*\) REFERENCES \w+\(community, /.test(said),
    )
    assert.equal(loose, [])
    const referring = new Set(references.map(({ from }) => from))
    assert.equal(
      names.filter((name) => !referring.has(name)),
      ['community'],
    )
  }),
)

schema('every check is a sentence', () =>
  withDatabase(async ({ ownerSql }) => {
    const checks = await ownerSql<{ name: string }[]>`
      select conname as name from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace`
    assert.ok(checks.length > 50, `${checks.length} checks`)
    const mute = checks.filter(({ name }) => name.split(' ').length < 3)
    assert.equal(mute, [])
  }),
)

schema('texts that may have to be erased stand in disclosures, and what is plain is known by name', () =>
  withDatabase(async ({ ownerSql }) => {
    const columns = await ownerSql<{ name: string; to: string | null }[]>`
      select c.relname || '.' || a.attname as name,
        (select k.confrelid::regclass::text from pg_constraint k
         where k.contype = 'f' and k.conrelid = c.oid and k.conkey[array_upper(k.conkey, 1)] = a.attnum limit 1) as to
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> ${bookkeeping}
        and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype, 'bytea'::regtype)`
    const erasable = columns.filter(({ to }) => to === 'disclosure').map(({ name }) => name)
    assert.equal(erasable.sort(), [
      'attestation.evidence',
      'attestation.reason',
      'comment.alt',
      'comment.reason',
      'comment.text',
      'demand.text',
      'discussion.text',
      'draft.text',
      'excuse.reason',
      'guest_comment.alt',
      'guest_comment.text',
      'meeting.place',
      'minutes.text',
      'observer.name',
      'person.name',
      'person.phone',
      'proposal.title',
      'proxy.document',
      'recusal.reason',
      'speech.text',
      'topic.answer',
      'topic.text',
    ])
    const plain = columns.filter(({ to }) => to === null).map(({ name }) => name)
    assert.equal(plain.sort(), plainByKind.flatMap(([, list]) => list.split(' ')).sort())
  }),
)

/** Every other column that could hold words: what it holds instead. */
const plainByKind: readonly (readonly [string, string])[] = [
  ['the text itself, behind its commitment', 'disclosure.commitment disclosure.salt disclosure.text'],
  ['public, of a place', 'community.comments community.sort community.jurisdiction community.name'],
  ['a number or a group of the roster', 'household.number unit.number person.part'],
  [
    'a word of a list',
    'person.sex residence.ended_by body.kind role.role topic.channel draft.change draft.approved_by posting.sort',
  ],
  ['a word of a list', 'posting.counted comment.channel comment.answer meeting.mode meeting.outcome attendance.door'],
  [
    'a word of a list',
    'ballot.motion ballot.roll_call ballot.voting vote.choice vote.door secret_choice.choice participation.door entry.kind outbox.topic',
  ],
  ['a word of the law or the procedure', 'seat.office seat.groups role.discipline roll_entry.groups proposal.matter'],
  ['a word of the law or the procedure', 'ballot.apart secret_choice.groups'],
  ['a word of the law or the procedure', 'proposal.stage proposal.step proposal.ending agenda.stage'],
  [
    'a word of the law or the procedure',
    'adoption.procedure adoption.expanded proposal.state ballot.tally poll.result',
  ],
  ['photos and documents, by what they are', 'file.sha256 file.type file_use.chain'],
  ['sealed or hashed with a key', 'person.id_hash person.id_sealed account.password account.slip'],
  ['hashed, since people type passwords there by mistake', 'sign_in_attempt.login_hash'],
  ['hashed with a key: a code to follow, and of a day for a network address', 'guest_comment.code guest_sender.sender'],
  ['enough to tell two of one name apart', 'person.id_last_four account.login'],
  ['the record: hashes, signatures, ids', 'adoption.hash roll.root vote.salt vote.commitment chain.name chain.head'],
  ['the record: hashes, signatures, ids', 'entry.bytes entry.head signed_head.jws seal.head seal.nodes'],
  ['the tree over the record', 'tree.peaks checkpoint.root checkpoint.note checkpoint.code'],
  [
    'where a checkpoint is handed to: a mailbox or a board that the supervision committee set',
    'checkpoint_address.address',
  ],
  ['a word of a list', 'topic.class topic.outcome comment.kept_back comment.escalated demand.signers attestation.sort'],
  ['a word of a list', 'attestation.outcome meeting.presides_as observer.capacity vote_correction.choice delivery.how'],
  ['what waits for a second person, gone once that is decided', 'attestation.input'],
  ['the record: hashes, signatures, ids', 'vote_correction.salt vote_correction.commitment'],
  ['what was asked and answered, for a few days', 'idempotency.key idempotency.request idempotency.answer'],
  ['ids and commitments to send', 'outbox.message'],
]

schema.run()
