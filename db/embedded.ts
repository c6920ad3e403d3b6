import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { binariesFor, packagedBinaries } from './embedded/binaries.ts'
import { claim } from './embedded/claim.ts'
import { answersAs, appLogin, prepareDatabase, urlOf } from './embedded/database.ts'
import { initialise, markCreated, owner, refuseOtherVersion } from './embedded/initialise.ts'
import { homeOf, readSecrets, settle } from './embedded/place.ts'
import { runningOn } from './embedded/running.ts'
import { type Log, stopOrphan } from './embedded/server.ts'
import { supervise } from './embedded/supervise.ts'
import { DatabaseRefused } from './refused.ts'

export type EmbeddedOptions = {
  /** The data folder; it remembers where its cluster lies when that cannot be below it. */
  readonly folder: string
  readonly log: Log
  /** Settings of PostgreSQL beside our own, such as max_connections. */
  readonly settings?: Readonly<Record<string, string>>
}

export type Embedded = {
  readonly ownerUrl: string
  /** A login that owns nothing and stands under row level security. */
  readonly appUrl: string
  readonly stop: () => Promise<void>
}

/**
 * Starts the PostgreSQL that the program carries, on a data folder that survives restarts. Refuses a folder in use, one of
 * another major version or of another user. It stops when asked, and at the exit of this process.
 */
export const startEmbedded = async ({ folder: given, log, settings = {} }: EmbeddedOptions): Promise<Embedded> => {
  const packaged = packagedBinaries()
  const { folder, home } = await homeOf(given)
  const claimed = await claim(home, folder)
  try {
    const place = await settle(folder, home)
    const { ownerPassword, appPassword } = place.secrets
    const binaries = binariesFor(packaged, place.user)
    if (existsSync(place.cluster)) {
      refuseOtherVersion(place, binaries)
      await stopOrphan(place, (port) => answersAs(urlOf(owner, ownerPassword, port, 'postgres'), place.cluster), log)
    } else await initialise(place, binaries)
    markCreated(place)
    const supervised = await supervise(place, binaries, settings, claimed, log)
    try {
      await prepareDatabase(urlOf(owner, ownerPassword, supervised.port, 'postgres'), appPassword, log)
    } catch (error) {
      await supervised.stop()
      throw error
    }
    return {
      ownerUrl: urlOf(owner, ownerPassword, supervised.port),
      appUrl: urlOf(appLogin, appPassword, supervised.port),
      stop: supervised.stop,
    }
  } catch (error) {
    claimed.release()
    throw error
  }
}

/**
 * The same for whoever only reads: a server that another process runs on the folder is used where it is, and goes on when
 * asked to stop. Refuses a folder that has no database yet.
 */
export const reachEmbedded = async (options: EmbeddedOptions): Promise<Embedded> => {
  const { folder } = options
  if (!existsSync(folder) || !readSecrets(folder)?.created)
    throw new DatabaseRefused('no_database', `There is no database in ${folder}. Set DATA_FOLDER or DATABASE_URL.`, {
      folder,
    })
  for (let tries = 1; ; tries += 1) {
    try {
      return await startEmbedded(options)
    } catch (error) {
      if (!(error instanceof DatabaseRefused) || error.code !== 'folder_in_use') throw error
      const running = await runningOn(folder)
      if (running) return { ...running, stop: async () => undefined }
      // Whoever has the folder may be starting its server just now, or stopping it.
      if (tries === 40) throw error
      await pause(250)
    }
  }
}
