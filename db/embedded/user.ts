import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { DatabaseRefused } from '../refused.ts'

const run = promisify(execFile)

/** Whom the server runs as when we are root; PostgreSQL itself refuses to be root. */
export type ServerUser = { readonly uid: number; readonly gid: number }

export const isRoot = (): boolean => process.getuid?.() === 0

const lookUp = async (name: string): Promise<ServerUser | undefined> => {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

const quiet = ['--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']
const waysToCreate: readonly (readonly [string, readonly string[]])[] = [
  ['useradd', ['--system', '--user-group', ...quiet]],
  ['useradd', ['--system', '--gid', 'postgres', ...quiet]],
  ['adduser', ['-S', '-D', '-H', 'postgres']],
]

/** The system's own PostgreSQL user, created without home or login where there is none. */
export const serverUser = async (): Promise<ServerUser> => {
  const there = (await lookUp('postgres')) ?? (await lookUp('_postgres'))
  if (there !== undefined) return there
  for (const [command, words] of waysToCreate) {
    await run(command, words).catch(() => undefined)
    // Asked again in any case: another process may have created the user meanwhile.
    const created = await lookUp('postgres')
    if (created !== undefined) return created
  }
  throw new DatabaseRefused(
    'no_server_user',
    'PostgreSQL does not run as root, and no user "postgres" could be created on this machine. Create it, start as an ordinary user, or set DATABASE_URL.',
  )
}

const allows = (path: string, user: ServerUser, wanted: number): boolean => {
  const { mode, uid, gid } = statSync(path)
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0
  return ((mode >> shift) & wanted) === wanted
}

/** Whether the server's user may enter every folder above the path; it keeps no other groups than its own. */
const canApproach = (path: string, user: ServerUser): boolean => {
  const above = dirname(path)
  return allows(above, user, 1) && (above === path || canApproach(above, user))
}

/** Whether the server's user may read the path, and enter or execute it. The path is absolute, without symbolic links. */
export const canUse = (path: string, user: ServerUser): boolean => canApproach(path, user) && allows(path, user, 5)

/** Whether the server's user may pass through the folder to what belongs to it below. */
export const canPass = (folder: string, user: ServerUser): boolean =>
  canApproach(folder, user) && allows(folder, user, 1)
