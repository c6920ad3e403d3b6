import { readFileSync } from 'node:fs'
import { connect } from '../../db/client.ts'
import { type Archived, archive } from '../../src/backup/archive.ts'
import type { Keys } from '../../src/identity/keys.ts'
import { databaseClock } from '../../src/record/clock.ts'
import { openRecord } from '../../src/verifier/open-record.ts'
import type { RecordSource } from '../../workflows/verify.ts'
import type { World } from './world.ts'

/** Writes the archive of a community by a connection of its own, as the command does. */
export const writesArchive = async (
  { database, offset }: { readonly database: Pick<World['database'], 'url'>; readonly offset?: World['offset'] },
  keys: Keys,
  community: string,
  file: string,
): Promise<Archived> => {
  const { sql, db } = connect({ url: database.url, max: 2, log: () => undefined })
  const clock = databaseClock(offset)
  const verifier = { program: '', page: '' }
  try {
    return await archive({ sql, db, clock, keys, community, file, forAnybody: false, verifier, at: new Date() })
  } finally {
    await sql.end({ timeout: 1 })
  }
}

/** A record in bytes, as the first verifier opens it. */
export const recordIn = (bytes: Uint8Array): Promise<RecordSource> =>
  openRecord({ size: bytes.length, slice: async (from, to) => bytes.slice(from, to) })

export const bytesIn = (file: string): Uint8Array => new Uint8Array(readFileSync(file))
