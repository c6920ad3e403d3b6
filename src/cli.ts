import { readFile } from 'node:fs/promises'
import { defineCommand, runMain } from 'citty'
import { migrate as migrateDatabase } from '../db/migrate.ts'
import { type RecordExport, verify as verifyRecord } from '../workflows/verify.ts'
import { sayReport } from './documents/verify-report.ts'
import { openHeadWith } from './identity/record-key.ts'
import { startServer } from './node.ts'
import { sha256 } from './record/sha256.ts'

const { env } = process

/** What the environment says of the server; the README has the table. */
const settings = {
  host: env.HOST ?? '127.0.0.1',
  port: Number(env.PORT ?? '3000'),
  folder: env.DATA_FOLDER ?? './data',
  databaseUrl: env.DATABASE_URL,
  databaseOwnerUrl: env.DATABASE_OWNER_URL,
  prepare: env.DATABASE_PREPARE === undefined ? undefined : env.DATABASE_PREPARE !== 'off',
  keys: env.KEYS,
  setupToken: env.SETUP_TOKEN,
  issuer: env.ISSUER ?? 'yishi',
}

const log = (message: string, facts: Readonly<Record<string, unknown>> = {}): void => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), message, ...facts })}\n`)
}

const start = defineCommand({
  meta: { name: 'start', description: 'Start the server on DATABASE_URL, or on its own database in DATA_FOLDER' },
  run: async () => {
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
  args: { exit: { type: 'boolean', description: 'End when the play is over' } },
  run: async ({ args }) => {
    const { playDemo } = await import('./demo/play.ts')
    process.exitCode = await playDemo({ stay: args.exit !== true, port: Number(env.PORT ?? '0'), log })
  },
})

const migrate = defineCommand({
  meta: { name: 'migrate', description: 'Bring the database of DATABASE_OWNER_URL to this release' },
  run: async () => {
    if (env.DATABASE_OWNER_URL === undefined)
      throw new Error('set DATABASE_OWNER_URL to the owner’s login of the database')
    const login =
      env.DATABASE_URL === undefined ? {} : { appLogin: decodeURIComponent(new URL(env.DATABASE_URL).username) }
    await migrateDatabase({ ownerUrl: env.DATABASE_OWNER_URL, ...login, log })
  },
})

const verify = defineCommand({
  meta: { name: 'verify', description: 'Check an exported record: hashes, signatures, replay, recount, verdicts' },
  args: {
    file: { type: 'positional', description: 'The export', required: true },
    lang: { type: 'string', description: 'zh or en', default: 'zh' },
  },
  run: async ({ args }) => {
    const record = JSON.parse(await readFile(args.file, 'utf8')) as RecordExport
    const report = await verifyRecord(record, { sha256, openHead: openHeadWith(record.keys) })
    process.stdout.write(sayReport(report, args.lang === 'en' ? 'en' : 'zh'))
    process.exitCode = report.ok ? 0 : 1
  },
})

await runMain(
  defineCommand({
    meta: { name: 'yishi', description: '村(居)民议事与表决' },
    subCommands: { start, demo, migrate, verify },
  }),
)
