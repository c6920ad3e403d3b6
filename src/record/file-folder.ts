import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStore } from './files.ts'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const hash = /^[0-9a-f]{64}$/

/** Whatever was checked before: no other character gets into a path. */
const placeOf = (folder: string, community: string, sha256: string): string => {
  if (!uuid.test(community) || !hash.test(sha256)) throw new Error('a file is kept under a community’s id and a hash')
  return join(folder, community, sha256)
}

const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT'

/** Keeps files as `community/sha256` in a folder that belongs to the server's user alone. */
export const fileFolder = (folder: string): FileStore => ({
  put: async (community, sha256, bytes) => {
    const place = placeOf(folder, community, sha256)
    const passing = `${place}.${randomUUID()}.part`
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    try {
      const handle = await open(passing, 'wx', 0o600)
      try {
        await handle.writeFile(bytes)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(passing, place)
    } catch (error) {
      await rm(passing, { force: true })
      throw error
    }
    // Windows opens no folders, and needs no such call.
    if (process.platform !== 'win32') await syncFolder(dirname(place))
  },
  get: async (community, sha256) => {
    try {
      return await readFile(placeOf(folder, community, sha256))
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  },
})
