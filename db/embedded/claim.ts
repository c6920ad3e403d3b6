import { randomBytes } from 'node:crypto'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseRefused } from '../refused.ts'
import { startOf } from './process.ts'

export type Claim = { readonly release: () => void }

const claimName = /^owner-(\d+)-([^-]+)-[0-9a-f]+\.lock$/

/** The live process other than this claim's that claims the folder; the claims of dead processes are swept away. */
const rivalOf = (mine: string, home: string): number | undefined => {
  for (const name of readdirSync(home)) {
    const [, pid, start] = claimName.exec(name) ?? []
    if (pid === undefined || name === mine) continue
    const running = startOf(Number(pid))
    if (running !== undefined && (running === start || running === 'hidden')) return Number(pid)
    rmSync(join(home, name), { force: true })
  }
  return undefined
}

/**
 * One process at a time owns a cluster. Each lays down a file that carries its number and start in its own name, then looks
 * for others: of two that come at once at least one sees the other. Nobody ever removes the file of a living process,
 * so taking over from a dead one has no moment in which two believe to be the owner.
 */
export const claim = async (home: string, folder: string): Promise<Claim> => {
  const mine = `owner-${process.pid}-${startOf(process.pid)}-${randomBytes(6).toString('hex')}.lock`
  const path = join(home, mine)
  const release = (): void => rmSync(path, { force: true })
  for (let tries = 1; ; tries += 1) {
    try {
      writeFileSync(path, '', { flag: 'wx', mode: 0o644 })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error
      throw new DatabaseRefused('folder_of_another_user', `${folder} may not be written. Start as its owner.`, {
        folder,
      })
    }
    const rival = rivalOf(mine, home)
    if (rival === undefined) return { release }
    release()
    if (tries === 4)
      throw new DatabaseRefused(
        'folder_in_use',
        `The data folder ${folder} is in use by process ${rival}. Stop that process first, or give another folder.`,
        { folder, pid: rival },
      )
    await pause(20 + Math.random() * 80)
  }
}
