import { readdirSync } from 'node:fs'
import { rename, rm, rmdir } from 'node:fs/promises'
import type { Sql } from '../../db/client.ts'
import { migrationsOf } from '../../db/migrations.ts'
import { readKeptCheckpoint } from '../../workflows/format/checkpoint.ts'
import type { Keys } from '../identity/keys.ts'
import { agree, type Checked } from './agree.ts'
import { fill } from './fill.ts'
import type { Manifest } from './lines.ts'
import { openBackup } from './read.ts'
import { BackupRefused } from './refused.ts'
import { type Asked, listed, type Table, tablesOf } from './tables.ts'

export interface Restore {
  /** Opens the database to be filled, brought to this release; asked once the backup is known to be of this release. */
  readonly open: () => Promise<{ readonly sql: Sql; readonly close: () => Promise<void> }>
  /** The installation's keys: the same under which the backup's record was signed. */
  readonly keys: Keys
  /** The folder for uploaded files; it must be empty or not there. */
  readonly folder: string
  readonly file: string
  readonly log: (message: string, facts?: Readonly<Record<string, unknown>>) => void
  /** Checkpoints that have left the system: the backup must reach them. */
  readonly checkpoints?: readonly string[]
  /** Ends the work before its time; nothing is left behind. */
  readonly signal?: AbortSignal
}

/** What was put back, and how much of it was checked. */
export interface Restored extends Checked {
  readonly communities: number
  readonly rows: number
  readonly files: number
}

/**
 * Puts a backup into an empty database of the same release, in one transaction, and commits only after the restored record has
 * been found to agree with itself and with the tables beside it. Whatever is refused leaves database and folder as they were.
 */
export const restore = async ({
  open,
  keys,
  folder,
  file,
  log,
  signal,
  checkpoints = [],
}: Restore): Promise<Restored> => {
  const known = checkpoints.find((note) => readKeptCheckpoint(note) === undefined)
  if (known !== undefined)
    throw new BackupRefused('not_a_checkpoint', `This is no checkpoint: ${JSON.stringify(known.slice(0, 80))}`)
  const backup = await openBackup(file)
  const passing = `${folder}.${process.pid}.part`
  try {
    refuseOtherRelease(backup.manifest)
    if (!isEmpty(folder))
      throw new BackupRefused(
        'files_not_empty',
        `${folder} holds files already. Give another DATA_FOLDER, or move them away.`,
        {
          folder,
        },
      )
    const database = await open()
    try {
      return await database.sql.begin(async (tx) => {
        // Of two that restore at once the second finds what the first has put there.
        await tx.unsafe(`select pg_advisory_xact_lock(hashtext('yishi restore'))`)
        const tables = await tablesOf(tx)
        refuseOtherTables(backup.manifest, tables)
        await refuseFilled(tx, tables)
        const filled = await fill(tx, { backup, tables, keys, folder: passing, log, signal })
        log('checking what was put back')
        const checked = await agree(tx, keys, log, signal, checkpoints)
        if (filled.files > 0) {
          if (isEmpty(folder)) await rmdir(folder).catch(() => undefined)
          await rename(passing, folder)
        }
        return { ...filled, ...checked }
      })
    } finally {
      await database.close()
    }
  } finally {
    await backup.close()
    await rm(passing, { recursive: true, force: true })
  }
}

const isEmpty = (folder: string): boolean => {
  try {
    return readdirSync(folder).length === 0
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true
    throw error
  }
}

const refuseOtherRelease = ({ migrations, at }: Manifest): void => {
  const ours = migrationsOf()
  const differs = migrations.find(({ name, sha256 }, n) => ours[n]?.name !== name || ours[n].sha256 !== sha256)
  const last = migrations.at(-1)?.name ?? 'none'
  if (differs)
    throw new BackupRefused(
      'of_another_release',
      `The backup of ${at} has the migration ${differs.name}, which this release does not have so. Restore it with the release that made it (its last migration is ${last}).`,
      { migration: differs.name, last },
    )
  const missing = ours[migrations.length]?.name
  if (missing !== undefined)
    throw new BackupRefused(
      'of_older_release',
      `The backup of ${at} is of an older release: its last migration is ${last}, and it lacks ${missing}. Restore it with the release that made it, then start this one on the same data.`,
      { last, missing },
    )
}

/** The same migrations made other tables only if one of the two was changed by hand. */
const refuseOtherTables = (manifest: Manifest, tables: readonly Table[]): void => {
  const described = (all: Manifest['tables'] | readonly Table[]): readonly string[] =>
    all
      .map(({ name, columns }) => JSON.stringify([name, ...columns.map((column) => [column.name, column.type])]))
      .sort()
  const [theirs, ours] = [described(manifest.tables), described(tables)]
  if (theirs.join() !== ours.join())
    throw new BackupRefused('of_another_release', 'The tables of the backup are not those of this database.', {
      differs: theirs.find((table) => !ours.includes(table)) ?? ours.find((table) => !theirs.includes(table)),
    })
}

/** The directory of communities is open to all, and every row of the other tables belongs to one of them, or to none. */
const refuseFilled = async (tx: Asked, tables: readonly Table[]): Promise<void> => {
  for (const { name } of tables.filter((table) => table.name === 'community' || table.tenant === undefined)) {
    const rows = await tx.unsafe(`select from ${listed([name])} limit 1`)
    if (rows.length > 0)
      throw new BackupRefused(
        'database_not_empty',
        `The database is not empty: ${name} has rows. Restore into a new one (another DATA_FOLDER, or another DATABASE_URL).`,
        { table: name },
      )
  }
}
