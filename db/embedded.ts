import { existsSync } from 'node:fs'
import { binariesFor, packagedBinaries } from './embedded/binaries.ts'
import { claim } from './embedded/claim.ts'
import { answersAs, appLogin, database, prepareDatabase } from './embedded/database.ts'
import { initialise, markCreated, owner, refuseOtherVersion } from './embedded/initialise.ts'
import { homeOf, settle } from './embedded/place.ts'
import { type Log, stopOrphan } from './embedded/server.ts'
import { supervise } from './embedded/supervise.ts'

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
    const urlOf = (login: string, password: string, port: number, name = database): string =>
      `postgres://${login}:${password}@127.0.0.1:${port}/${name}`
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
