import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Sql } from './client.ts'
import { DatabaseRefused } from './refused.ts'

/** One numbered file of plain SQL. Its hash is that of the text with Unix line ends, whatever the checkout made of them. */
export type Migration = { readonly name: string; readonly text: string; readonly sha256: string }

type Applied = { readonly name: string; readonly sha256: string }

const ownFolder = fileURLToPath(new URL('./migrations', import.meta.url))

/** The migrations of this release, in order. */
export const migrationsOf = (folder = ownFolder): readonly Migration[] => {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  const numbers = names.map((name) => /^(\d{4})_[a-z0-9_-]+\.sql$/.exec(name)?.[1])
  const wrong = names.find((_, i) => numbers[i] === undefined || numbers[i] === numbers[i - 1])
  if (wrong !== undefined)
    throw new DatabaseRefused(
      'migration_misnumbered',
      `The migration ${wrong} needs a name like 0001_words.sql, with a number of its own.`,
      { name: wrong },
    )
  return names.map((name) => {
    const text = readFileSync(`${folder}/${name}`, 'utf8').replaceAll('\r\n', '\n')
    return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
  })
}

/** What the database says has been applied to it; nothing where it has never been migrated. */
export const appliedTo = async (sql: Sql): Promise<readonly Applied[]> => {
  const [table] = await sql<{ there: boolean }[]>`select to_regclass('migration') is not null as there`
  return table?.there ? sql<Applied[]>`select name, sha256 from migration order by name` : []
}

/** The migrations still to come; refuses a database that has gone another way than this release. */
export const pendingOf = (applied: readonly Applied[], ours: readonly Migration[]): readonly Migration[] => {
  applied.forEach((row, i) => {
    const mine = ours.find(({ name }) => name === row.name)
    if (mine === undefined)
      throw new DatabaseRefused(
        'migration_unknown',
        `The database has the migration ${row.name}, which this release does not know: it belongs to a newer release. Start that one.`,
        { name: row.name },
      )
    if (mine.sha256 !== row.sha256)
      throw new DatabaseRefused(
        'migration_changed',
        `The migration ${row.name} has been changed since it was applied. Restore its text and put the change into a new migration.`,
        { name: row.name, applied: row.sha256, now: mine.sha256 },
      )
    const skipped = ours[i]
    if (skipped !== undefined && skipped.name !== row.name)
      throw new DatabaseRefused(
        'migration_misnumbered',
        `The migration ${skipped.name} stands before ${row.name}, which is applied already. Give it a higher number.`,
        { name: skipped.name },
      )
  })
  return ours.slice(applied.length)
}
