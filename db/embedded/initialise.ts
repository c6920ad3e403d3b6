import { execFile } from 'node:child_process'
import { chownSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DatabaseRefused } from '../refused.ts'
import type { Binaries } from './binaries.ts'
import { type Place, writeSecrets } from './place.ts'

const run = promisify(execFile)

/** The name of the cluster's owner. */
export const owner = 'yishi_owner'

/**
 * Said in full, since a machine without LANG would make a cluster that counts bytes for characters.
 * Where the C library knows no C.UTF-8, PostgreSQL's own takes its place.
 */
const locale: readonly string[] =
  process.platform === 'linux'
    ? ['--locale=C.UTF-8']
    : ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']

/** Makes the cluster beside its final place and moves it there when it is whole: a crash halfway leaves nothing to mistake for one. */
export const initialise = async (place: Place, binaries: Binaries): Promise<void> => {
  const draft = `${place.cluster}.new`
  const passwordFile = join(place.home, 'password.new')
  rmSync(draft, { recursive: true, force: true })
  rmSync(passwordFile, { force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, `${place.secrets.ownerPassword}\n`, { mode: 0o600, flag: 'wx' })
  if (place.user !== undefined)
    for (const path of [draft, passwordFile]) chownSync(path, place.user.uid, place.user.gid)
  try {
    await run(
      join(binaries.root, 'bin', 'initdb'),
      [
        `--pgdata=${draft}`,
        `--username=${owner}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        ...locale,
        '--lc-messages=C',
      ],
      { ...place.user, cwd: place.home },
    )
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    const { stderr } = error as { stderr?: string }
    throw new DatabaseRefused(
      'server_did_not_start',
      `PostgreSQL could not make its cluster: ${stderr || String(error)}`,
      {
        home: place.home,
      },
    )
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(draft, place.cluster)
}

/** Marks the cluster as made, so that its later absence is told from its never having been there. */
export const markCreated = (place: Place): void => {
  if (!place.secrets.created) writeSecrets(place.folder, { ...place.secrets, created: true })
}

/** A cluster is read only by the major version that made it. */
export const refuseOtherVersion = (place: Place, binaries: Binaries): void => {
  const made = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim()
  if (made !== binaries.major)
    throw new DatabaseRefused(
      'folder_of_another_version',
      `The data folder ${place.folder} was made by PostgreSQL ${made}; this program carries PostgreSQL ${binaries.major}. Start the release that made it, or move the data with pg_dump and pg_restore and set DATABASE_URL.`,
      { folder: place.folder, made, carried: binaries.major },
    )
}
