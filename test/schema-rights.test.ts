import { getTableName } from 'drizzle-orm'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Sql } from '../db/client.ts'
import { within } from '../db/within.ts'
import { oneOfEach, tables } from './support/one-of-each.ts'
import { withDatabase } from './support/postgres.ts'

const rights = suite('rights')

const names = tables.map(getTableName).sort()
const group = 'yishi_app'
const login = 'yishi_server'

/** What the servers may change in rows that are there; into every table they may add, and read all of them. */
const changes: Readonly<Record<string, string>> = {
  disclosure: 'salt text erased_at',
  person: 'left_on household name phone sex birth part id_hash id_sealed id_last_four joined_on',
  residence: 'ends_on ended_by',
  unit: 'area',
  tenure: 'ends_on',
  seat: 'ends_on',
  account: 'password slip slip_expires_at slip_used_at disabled_at',
  session: 'ended_at',
  role: 'ended_at',
  community: 'comments',
  guest_sender: 'sent since',
  oversight_grant: 'ended_at',
  sign_in_attempt: 'failures last_at',
  proposal: 'matter stage step missed ending state moved_at',
  topic: 'proposal answer class outcome merged_into split withdrawn_at',
  draft: 'approved_by text',
  posting: 'closed_at',
  comment: 'answer reason upheld admitted kept_back escalated withdrawn_at',
  guest_comment: 'withdrawn_at',
  demand_signature: 'signed_at withdrawn_at',
  meeting: 'outcome on_day at presider presides_as adjourned',
  roll: 'root',
  attendance: 'left_at door signed_in_at in_person',
  minutes: 'approved_at',
  proxy: 'withdrawn_at',
  attestation: 'input outcome decided_at reason',
  ballot: 'closed_at tally carried voided tallied',
  poll: 'closed_at result',
  chain: 'seq head last_at sealed_seq',
  tree: 'size peaks',
  checkpoint_address: 'ended_at',
  outbox: 'sent_at',
  change_count: 'changes',
}
const deletes: readonly string[] = ['secret_choice', 'idempotency', 'sign_in_attempt', 'guest_sender', 'roll_entry']

rights('the servers’ group has the grants of this table, and nobody else but the owner has any', () =>
  withDatabase(async ({ ownerSql }) => {
    const grants = await ownerSql<{ grantee: string; grant: string }[]>`
      with acl as (
        select c.relname as name, c.relowner as owner, (aclexplode(c.relacl)).* from pg_class c
        where c.relnamespace = 'public'::regnamespace
        union all
        select c.relname || '.' || a.attname, c.relowner, (aclexplode(a.attacl)).* from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'public'::regnamespace
      )
      select case when grantee = 0 then 'public' else pg_get_userbyid(grantee) end as grantee,
        lower(privilege_type) || ' ' || name || case when is_grantable then ' and pass it on' else '' end as grant
      from acl where grantee <> owner`
    const expected = [
      'select migration',
      ...names.flatMap((name) => [`select ${name}`, `insert ${name}`]),
      ...Object.entries(changes).flatMap(([name, columns]) => columns.split(' ').map((c) => `update ${name}.${c}`)),
      ...deletes.map((name) => `delete ${name}`),
    ]
    assert.equal([...new Set(grants.map(({ grantee }) => grantee))], [group])
    assert.equal(grants.map(({ grant }) => grant).sort(), expected.sort())
  }),
)

rights('what no grant names is refused, above all in the record and the votes', () =>
  withDatabase(async ({ sql, db }) => {
    const community = '01890a5d-ac96-774b-bcce-b302099a8057'
    await within(db, community, async (tx) => {
      for (const { insert } of oneOfEach(community)) await insert(tx)
    })
    for (const name of names) {
      const allowed = changes[name]?.split(' ') ?? []
      for (const column of await columnsOf(sql, name)) {
        const done = await tried(sql, community, `update ${name} set ${column} = ${column}`)
        assert.is(done, allowed.includes(column) ? 'done' : 'permission denied', `${name}.${column}`)
      }
      const deleted = await tried(sql, community, `delete from ${name}`)
      // Whoever is a voter of a ballot stays on its roll.
      if (name === 'roll_entry') assert.match(deleted, 'violates foreign key')
      else assert.is(deleted, deletes.includes(name) ? 'done' : 'permission denied', `delete from ${name}`)
      for (const change of [`truncate ${name}`, `truncate ${name} cascade`])
        assert.is(await tried(sql, community, change), 'permission denied', change)
    }
  }),
)

const columnsOf = async (sql: Sql, name: string): Promise<readonly string[]> => {
  const rows = await sql<{ name: string }[]>`
    select attname as name from pg_attribute where attrelid = ${name}::regclass and attnum > 0 and not attisdropped`
  return rows.map((row) => row.name)
}

/** Tries a statement in a transaction that is undone in any case. */
const tried = async (sql: Sql, community: string, statement: string): Promise<string> => {
  const undone = new Error('undone')
  try {
    await sql.begin(async (tx) => {
      await tx`select set_config('app.community', ${community}, true)`
      await tx.unsafe(statement)
      throw undone
    })
  } catch (error) {
    if (error === undone) return 'done'
    const text = String(error)
    return /permission denied|must be owner/.test(text) ? 'permission denied' : text
  }
  throw new Error('unreachable')
}

rights('the servers’ login owns nothing, has no powers, and belongs to its group only', () =>
  withDatabase(async ({ ownerSql }) => {
    const roles = await ownerSql`
      select rolname as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as powerful
      from pg_roles where rolname in (${group}, ${login}) order by 1`
    assert.equal(
      roles.map((row) => ({ ...row })),
      [
        { name: group, powerful: false },
        { name: login, powerful: false },
      ],
    )
    const groups = await ownerSql`
      select pg_get_userbyid(roleid) as group, admin_option as admin from pg_auth_members
      where pg_get_userbyid(member) in (${group}, ${login})`
    assert.equal(
      groups.map((row) => ({ ...row })),
      [{ group, admin: false }],
    )
    const owned = await ownerSql`
      select classid::regclass::text as what, objid from pg_shdepend
      where deptype = 'o' and refclassid = 'pg_authid'::regclass and pg_get_userbyid(refobjid) in (${group}, ${login})`
    assert.equal([...owned], [])
  }),
)

rights('the servers’ login can neither make, change nor drop anything, nor put on the owner’s role', () =>
  withDatabase(async ({ sql, ownerSql }) => {
    const [owner] = await ownerSql<{ name: string }[]>`select current_user as name`
    const statements = [
      'create table orchard (name text)',
      'create schema orchard',
      'create function orchard() returns int language sql return 1',
      'create view orchard as select * from person',
      'create extension hstore',
      'alter table person add column id_number text',
      'alter table person disable row level security',
      'alter table person no force row level security',
      'alter table entry disable trigger all',
      'drop policy "one community at a time" on person',
      'create policy "all at once" on person using (true)',
      'drop trigger "entries stay" on entry',
      'drop function refuse_change() cascade',
      'create or replace function current_community() returns uuid language sql return gen_random_uuid()',
      'drop table vote',
      `comment on table vote is 'x'`,
      `set session_replication_role = 'replica'`,
      `set role ${owner?.name}`,
      `set session authorization ${owner?.name}`,
      `update migration set sha256 = sha256`,
      `insert into migration values ('0000_before.sql', repeat('0', 64))`,
      `copy person to program 'cat'`,
    ]
    const community = '01890a5d-ac96-774b-bcce-b302099a8057'
    for (const statement of statements)
      assert.is(await tried(sql, community, statement), 'permission denied', statement)
  }),
)

rights('row level security holds on every table, for its owner too, and each has its policy', () =>
  withDatabase(async ({ ownerSql }) => {
    const open = await ownerSql<{ name: string }[]>`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)`
    assert.equal(
      open.map(({ name }) => name),
      ['migration'],
    )
    const policies = await ownerSql<{ on: string; said: string }[]>`
      select tablename as on, concat_ws(' | ', policyname, lower(permissive), lower(cmd), roles::text, qual, with_check) as said
      from pg_policies where schemaname = 'public' order by 1, 2`
    const own = '(community = current_community())'
    const expected = names.flatMap((on) =>
      on === 'community'
        ? [
            {
              on,
              said: 'a community is founded in its own name | permissive | insert | {public} | (id = current_community())',
            },
            {
              on,
              said: 'a community sets its own ways | permissive | update | {public} | (id = current_community()) | (id = current_community())',
            },
            { on, said: 'communities are listed | permissive | select | {public} | true' },
          ]
        : [
            // What a community has granted, the township to which it is granted may see.
            ...(on === 'oversight_grant'
              ? [
                  {
                    on,
                    said: 'a township sees its grants | permissive | select | {public} | (township = current_community())',
                  },
                ]
              : []),
            { on, said: `one community at a time | permissive | all | {public} | ${own} | ${own}` },
          ],
    )
    assert.equal(
      policies.map((row) => ({ ...row })),
      expected,
    )
  }),
)

rights.run()
