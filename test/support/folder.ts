import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** A temporary folder that a server's own user may pass through (those of the system are closed to all but their maker). */
export const makeFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'yishi-test-'))
  chmodSync(folder, 0o711)
  return folder
}

/** Where the cluster of a data folder lies: in the folder, or elsewhere when the server could not reach it there. */
export const homeOfCluster = (folder: string): string => {
  try {
    const { home } = JSON.parse(readFileSync(join(folder, 'postgres.json'), 'utf8')) as { readonly home: string }
    return resolve(folder, home)
  } catch {
    return folder
  }
}

/** Takes a data folder away together with its cluster. */
export const removeFolder = (folder: string): void => {
  for (const path of [homeOfCluster(folder), folder]) rmSync(path, { recursive: true, force: true })
}

/** Lends a temporary folder. */
export const withFolder = async (use: (folder: string) => Promise<void>): Promise<void> => {
  const folder = makeFolder()
  try {
    await use(folder)
  } finally {
    removeFolder(folder)
  }
}
