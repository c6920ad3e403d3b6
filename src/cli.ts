import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { defineCommand, runMain } from 'citty'
import { DatabaseRefused } from '../db/refused.ts'
import { usualLimits } from './api/rate-limit.ts'
import { BackupRefused } from './backup/refused.ts'

/** Each command reads what it needs when it is called: a record is checked without reading the server. */
const { env } = process

/** A text of the environment; named and left empty, as `SETUP_TOKEN=` in a file of settings, it is not given. */
const textOf = (name: string): string | undefined => env[name] || undefined

/** A whole number of the environment, or what holds where it says nothing; anything else is refused by name. */
const numberOf = (name: string, usual: number, [least, most]: readonly [number, number]): number => {
  const given = env[name]
  if (given === undefined) return usual
  const number = /^\d+$/.test(given) ? Number(given) : Number.NaN
  if (number >= least && number <= most) return number
  process.stderr.write(
    `${name} 不是 ${least} 到 ${most} 之间的整数 / is no whole number from ${least} to ${most}: ${JSON.stringify(given)}\n`,
  )
  return process.exit(1)
}
const ports = [0, 65_535] as const
const aMinute = [1, 1_000_000_000] as const

/** What the environment says of the server; the README has the table. */
const settings = {
  host: textOf('HOST') ?? '127.0.0.1',
  port: numberOf('PORT', 3000, ports),
  folder: textOf('DATA_FOLDER') ?? './data',
  databaseUrl: textOf('DATABASE_URL'),
  databaseOwnerUrl: textOf('DATABASE_OWNER_URL'),
  prepare: env.DATABASE_PREPARE === undefined ? undefined : env.DATABASE_PREPARE !== 'off',
  keys: textOf('KEYS'),
  setupToken: textOf('SETUP_TOKEN'),
  metricsToken: textOf('METRICS_TOKEN'),
  issuer: textOf('ISSUER') ?? 'yishi',
  address: textOf('PUBLIC_ADDRESS'),
  proxies: numberOf('TRUSTED_PROXIES', 0, [0, 10]),
  rateLimits: {
    token: numberOf('RATE_LIMIT_TOKEN', usualLimits.token, aMinute),
    address: numberOf('RATE_LIMIT_ADDRESS', usualLimits.address, aMinute),
  },
}

const log = (message: string, facts: Readonly<Record<string, unknown>> = {}): void => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), message, ...facts })}\n`)
}

const start = defineCommand({
  meta: { name: 'start', description: 'Start the server on DATABASE_URL, or on its own database in DATA_FOLDER' },
  run: async () => {
    const { startServer } = await import('./node.ts')
    const server = await startServer({ ...settings, log })
    process.stdout.write(`议事 ${server.url}\n`)
    if (settings.setupToken === undefined) process.stdout.write(`安装口令 setup token: ${server.setupToken}\n`)
    const stop = () => void server.close().then(() => process.exit(0))
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  },
})

const demo = defineCommand({
  meta: { name: 'demo', description: 'Play both procedures over HTTP on a fresh embedded database, then stay up' },
  args: {
    exit: { type: 'boolean', description: 'End when the play is over' },
    records: { type: 'string', description: 'A folder for the records and archives of both cases, and the verifier' },
  },
  run: async ({ args }) => {
    const { playDemo } = await import('./demo/play.ts')
    process.exitCode = await playDemo({
      stay: args.exit !== true,
      port: numberOf('PORT', 0, ports),
      records: args.records,
      log,
    })
  },
})

const migrate = defineCommand({
  meta: { name: 'migrate', description: 'Bring the database of DATABASE_OWNER_URL to this release' },
  run: async () => {
    const ownerUrl = textOf('DATABASE_OWNER_URL')
    if (ownerUrl === undefined) throw new Error('set DATABASE_OWNER_URL to the owner’s login of the database')
    const { migrate: migrateDatabase } = await import('../db/migrate.ts')
    const url = textOf('DATABASE_URL')
    const login = url === undefined ? {} : { appLogin: decodeURIComponent(new URL(url).username) }
    await migrateDatabase({ ownerUrl, ...login, log })
  },
})

const verify = defineCommand({
  meta: { name: 'verify', description: 'Check a record: hashes, signatures, tree, replay, recount, verdicts' },
  run: async ({ rawArgs }) => {
    const { runVerifier } = await import('./verifier/run.ts')
    process.exitCode = await runVerifier(rawArgs)
  },
})

const verifier = defineCommand({
  meta: {
    name: 'verifier',
    description: 'Write the verifier as one program, verify.mjs, and as one page, verify.html',
  },
  args: { folder: { type: 'positional', description: 'Where to write them', default: '.' } },
  run: async ({ args: { folder } }) => {
    const { verifierPage, verifierProgram } = await import('./verifier/build.ts')
    await writeFile(join(folder, 'verify.mjs'), await verifierProgram())
    await writeFile(join(folder, 'verify.html'), await verifierPage())
  },
})

/** Runs what may be stopped by a signal and refused in plain words: nothing half done is left behind. */
const carefully = async (run: (signal: AbortSignal) => Promise<void>): Promise<void> => {
  const stopping = new AbortController()
  const stop = () => stopping.abort(new Error('stopped'))
  process.on('SIGINT', stop).on('SIGTERM', stop)
  try {
    await run(stopping.signal)
  } catch (error) {
    process.exitCode = 1
    if (stopping.signal.aborted) log('stopped; nothing was kept')
    else if (error instanceof BackupRefused || error instanceof DatabaseRefused)
      process.stderr.write(`${error.message}\n`)
    else throw error
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
}

/** The database as the server would open it, and where it keeps uploaded files. */
const { databaseUrl: url, databaseOwnerUrl: ownerUrl, prepare, folder } = settings
const database = {
  folder,
  log,
  ...(url === undefined ? {} : { url }),
  ...(prepare === undefined ? {} : { prepare }),
}
const filesIn = join(folder, 'files')

const backup = defineCommand({
  meta: {
    name: 'backup',
    description: 'Write the whole database and the uploaded files, as of one instant, into one file',
  },
  args: { file: { type: 'positional', description: 'The backup to be written', required: true } },
  run: ({ args: { file } }) =>
    carefully(async (signal) => {
      const { backUp } = await import('./backup/write.ts')
      const { sayBackedUp } = await import('./backup/told.ts')
      const { fileFolder } = await import('./record/file-folder.ts')
      const { reachDatabase } = await import('../db/reach.ts')
      const { sql, close } = await reachDatabase(database)
      try {
        const done = await backUp({ sql, files: fileFolder(filesIn), file, log, signal })
        process.stdout.write(sayBackedUp(file, done))
        if (done.absent.length > 0) process.exitCode = 2
      } finally {
        await close()
      }
    }),
})

/** The keys that the restored record has to be signed by: none are made here. */
const keysGiven = async () => {
  const path = join(folder, 'keys.json')
  const written =
    settings.keys ??
    (await readFile(path, 'utf8').catch(() => {
      throw new BackupRefused(
        'keys_missing',
        `There are no keys: put the keys.json that belongs to the backup at ${path}, or set KEYS.`,
      )
    }))
  const { readKeys } = await import('./identity/keys.ts')
  return readKeys(JSON.parse(written))
}

const archive = defineCommand({
  meta: { name: 'archive', description: 'Write all records of a community into one ZIP that needs no server' },
  args: {
    community: { type: 'positional', description: 'The community', required: true },
    file: { type: 'positional', description: 'The archive to be written', required: true },
    anybody: { type: 'boolean', description: 'Without texts, names and papers, to be given to anybody' },
    photos: { type: 'boolean', default: true, description: 'The photos and documents that the record cites' },
  },
  run: ({ args: { community, file, anybody, photos } }) =>
    carefully(async (signal) => {
      const { archive: writeArchive } = await import('./backup/archive.ts')
      const { databaseClock } = await import('./record/clock.ts')
      const { fileFolder } = await import('./record/file-folder.ts')
      const { sayArchived } = await import('./backup/told.ts')
      const { verifierPage, verifierProgram } = await import('./verifier/build.ts')
      const { reachDatabase } = await import('../db/reach.ts')
      const keys = await keysGiven()
      const verifier = { program: await verifierProgram(), page: await verifierPage() }
      const { sql, db, close } = await reachDatabase(database)
      try {
        const forAnybody = anybody === true
        const at = new Date()
        const clock = databaseClock()
        const done = await writeArchive({
          ...{ sql, db, clock, keys, community, file, forAnybody, verifier, at, signal },
          ...(photos ? { files: fileFolder(filesIn) } : {}),
          ...(settings.address === undefined ? {} : { site: settings.address.replace(/\/+$/, '') }),
        })
        process.stdout.write(sayArchived(file, done, forAnybody))
      } finally {
        await close()
      }
    }),
})

const checkpointIn = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new BackupRefused(
      'not_a_checkpoint',
      `The checkpoint in ${file} cannot be read (${error.code ?? error.name}).`,
    )
  })

const restore = defineCommand({
  meta: { name: 'restore', description: 'Put a backup into an empty database, once its whole record has been checked' },
  args: {
    file: { type: 'positional', description: 'The backup', required: true },
    checkpoint: {
      type: 'string',
      description: 'A file with a checkpoint that was handed out: the backup must reach it',
    },
  },
  run: ({ args: { file, checkpoint } }) =>
    carefully(async (signal) => {
      const { restore: restoreBackup } = await import('./backup/restore.ts')
      const { sayRestored } = await import('./backup/told.ts')
      const { openDatabase } = await import('../db/connect.ts')
      const open = () => openDatabase({ ...database, ...(ownerUrl === undefined ? {} : { ownerUrl }) })
      const checkpoints = checkpoint === undefined ? [] : [await checkpointIn(checkpoint)]
      const done = await restoreBackup({
        open,
        keys: await keysGiven(),
        folder: filesIn,
        file,
        log,
        signal,
        checkpoints,
      })
      process.stdout.write(sayRestored(done, checkpoints.length > 0))
    }),
})

await runMain(
  defineCommand({
    meta: { name: 'yishi', description: '村(居)民议事与表决' },
    subCommands: { start, demo, migrate, verify, verifier, backup, archive, restore },
  }),
)
