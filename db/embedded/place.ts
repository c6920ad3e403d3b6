import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { DatabaseRefused } from '../refused.ts'
import { openPlace, sharedPlace } from './binaries.ts'
import { canPass, isRoot, type ServerUser, serverUser } from './user.ts'

const Secrets = z.object({
  home: z.string(),
  created: z.boolean(),
  ownerPassword: z.string(),
  appPassword: z.string(),
})

/** What the data folder remembers of its cluster: where it lies, whether it was ever finished, and the two passwords. */
export type Secrets = Readonly<z.infer<typeof Secrets>>

/** Where a data folder's cluster lies and whom its server runs as (undefined: as ourselves). */
export type Place = {
  readonly folder: string
  readonly home: string
  readonly cluster: string
  readonly user: ServerUser | undefined
  readonly secrets: Secrets
}

const secretsFile = 'postgres.json'

const outOfReach = (folder: string, home: string): DatabaseRefused =>
  new DatabaseRefused(
    'folder_out_of_reach',
    `The cluster of ${folder} lies in ${home}, which the user of the server may not enter. Let others enter the folders above it (chmod o+x), or start as the user it belongs to.`,
    { folder, home },
  )

/** The secrets of a folder, or undefined when it has none yet. */
export const readSecrets = (folder: string): Secrets | undefined => {
  const path = join(folder, secretsFile)
  try {
    return Secrets.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') return undefined
    if (code === 'EACCES') throw ofAnother(folder)
    throw new DatabaseRefused('secrets_missing', `${path} cannot be read: restore it from a backup.`, { folder })
  }
}

/** Written whole under another name and then renamed, so that a crash leaves the old or the new, never half. */
export const writeSecrets = (folder: string, secrets: Secrets): void => {
  const path = join(folder, secretsFile)
  const draft = `${path}.${process.pid}`
  const file = openSync(draft, 'w', 0o600)
  try {
    writeSync(file, `${JSON.stringify(secrets, null, 2)}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(draft, path)
}

/** Two passwords that nobody has to remember. */
const freshSecrets = (home: string): Secrets => ({
  home,
  created: false,
  ownerPassword: randomBytes(24).toString('hex'),
  appPassword: randomBytes(24).toString('hex'),
})

const openFolder = (folder: string): string => {
  const path = resolve(folder)
  // A new folder of root's lets the server's user pass; a folder that was there keeps its rights.
  if (mkdirSync(path, { recursive: true }) !== undefined && isRoot()) chmodSync(path, 0o711)
  return realpathSync(path)
}

/** For root a cluster goes where its server's user can reach it: the folder itself, or a place named after the folder. */
const newHome = (folder: string, user: ServerUser | undefined): string => {
  if (user === undefined || canPass(folder, user)) return folder
  openPlace(sharedPlace)
  const named = join(sharedPlace, createHash('sha256').update(folder).digest('hex').slice(0, 16))
  openPlace(named)
  const home = realpathSync(named)
  if (!canPass(home, user)) throw outOfReach(folder, home)
  return home
}

const missing = (folder: string, home: string): DatabaseRefused =>
  new DatabaseRefused(
    'cluster_missing',
    `The cluster of ${folder} was in ${home} and is not there any more. Put it back from a backup; remove ${join(folder, secretsFile)} only to begin anew.`,
    { folder, home },
  )

const ofAnother = (folder: string): DatabaseRefused =>
  new DatabaseRefused('folder_of_another_user', `${folder} belongs to another user. Start as that user.`, { folder })

/** Finds where a folder's cluster lies, or chooses. The folder's memory goes first, so moving the folder loses nothing. */
export const homeOf = async (given: string): Promise<{ readonly folder: string; readonly home: string }> => {
  const folder = openFolder(given)
  const known = readSecrets(folder)
  if (known === undefined) return { folder, home: newHome(folder, isRoot() ? await serverUser() : undefined) }
  const home = resolve(folder, known.home)
  if (!existsSync(home)) {
    if (known.created) throw missing(folder, home)
    openPlace(home)
  }
  return { folder, home }
}

const userOf = async (cluster: string, folder: string): Promise<ServerUser | undefined> => {
  const owner = existsSync(cluster) ? statSync(cluster) : undefined
  if (isRoot()) return owner === undefined ? serverUser() : { uid: owner.uid, gid: owner.gid }
  if (owner !== undefined && process.getuid !== undefined && owner.uid !== process.getuid()) throw ofAnother(folder)
  return undefined
}

/** Reads what stands in the place; to be asked only by the process that has claimed it. */
export const settle = async (folder: string, home: string): Promise<Place> => {
  const cluster = join(home, 'cluster')
  const known = readSecrets(folder)
  if (known?.created && !existsSync(cluster)) throw missing(folder, home)
  if (known === undefined && existsSync(cluster))
    throw new DatabaseRefused(
      'secrets_missing',
      `${home} holds a cluster, but ${join(folder, secretsFile)} with its passwords is gone. Restore that file from a backup.`,
      { folder, home },
    )
  const user = await userOf(cluster, folder)
  if (user !== undefined && !canPass(home, user)) throw outOfReach(folder, home)
  const secrets = known ?? freshSecrets(home === folder ? '.' : home)
  if (known === undefined) writeSecrets(folder, secrets)
  return { folder, home, cluster, user, secrets }
}
