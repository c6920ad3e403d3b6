import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { type OpenedDatabase, openDatabase } from '../db/connect.ts'
import { docsFolder } from './api/docs-folder.ts'
import { newMetrics } from './api/metrics.ts'
import { answerProblem } from './api/problem.ts'
import type { RateLimits } from './api/rate-limit.ts'
import { rawStream } from './api/raw-stream.ts'
import { createApp } from './app.ts'
import { type Keys, newKeys, readKeys } from './identity/keys.ts'
import { databaseClock } from './record/clock.ts'
import { fileFolder } from './record/file-folder.ts'
import type { LiveSettings } from './services/live.ts'
import { sealAll } from './services/sealing.ts'
import { verifierFiles } from './verifier/build.ts'

/** How a server on Node is set up. */
export interface ServerSettings {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  readonly folder: string
  readonly databaseUrl?: string | undefined
  readonly databaseOwnerUrl?: string | undefined
  /** Named prepared statements; off behind a pooler that does not carry them over. */
  readonly prepare?: boolean | undefined
  /** The keys as JSON, for an installation that keeps them elsewhere than in its data folder. */
  readonly keys?: string | undefined
  readonly setupToken?: string | undefined
  /** Whoever has it may read /metrics; absent: there is none. */
  readonly metricsToken?: string | undefined
  readonly issuer: string
  /** Where it is found from outside; printed codes lead there. */
  readonly address?: string | undefined
  /** How many proxies of the installation's own stand before it. */
  readonly proxies?: number | undefined
  /** How often may be asked. */
  readonly rateLimits?: RateLimits | undefined
  /** How often what was recorded is sealed, in milliseconds; a minute where nothing is said. */
  readonly sealEveryMs?: number | undefined
  /** How meetings are followed live. */
  readonly live?: Partial<LiveSettings> | undefined
  /** Demo and tests only: how far the clock is ahead, in milliseconds. */
  readonly offset?: () => number
  /** Tests only: log2 of the work that passwords are hashed with. */
  readonly passwordWork?: number
  /** Demo and tests only: more routes. */
  readonly extend?: (api: OpenAPIHono) => void
  readonly log: (message: string, facts?: Readonly<Record<string, unknown>>) => void
}

export interface RunningServer {
  readonly url: string
  readonly database: OpenedDatabase
  readonly setupToken: string
  readonly close: () => Promise<void>
}

/** Reads the installation's keys, or makes them on the first start; the file is its owner's alone. */
const keysIn = async (folder: string): Promise<string> => {
  const path = join(folder, 'keys.json')
  await mkdir(folder, { recursive: true })
  try {
    return await readFile(path, 'utf8')
  } catch {
    await writeFile(path, `${JSON.stringify(await newKeys(), null, 2)}\n`, { mode: 0o600, flag: 'wx' })
    return readFile(path, 'utf8')
  }
}

/** Compares in the same time wherever two texts differ. */
const sameText = (a: string, b: string): boolean => {
  const [left, right] = [a, b].map((text) => createHash('sha256').update(text).digest())
  return left !== undefined && right !== undefined && timingSafeEqual(left, right)
}

/** Seals what was recorded, at once and then now and again; the answer lets a sealing that is under way end, and stops. */
const sealEvery = (
  everyMs: number,
  engine: Parameters<typeof sealAll>[0],
  stopping: AbortSignal,
  log: ServerSettings['log'],
): (() => Promise<void>) => {
  let running: Promise<void> | undefined
  const run = (): void => {
    running ??= sealAll(engine, stopping)
      .catch((error: unknown) => log('sealing failed; it is tried again', { error: String(error) }))
      .finally(() => {
        running = undefined
      })
  }
  // What the last run of the server left is not waited for, and a new record key is announced before much is signed with it.
  run()
  const timer = setInterval(run, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}

/** Opens the database, reads the keys and listens. */
export const startServer = async (settings: ServerSettings): Promise<RunningServer> => {
  const { folder, host, log } = settings
  const keys: Keys = await readKeys(JSON.parse(settings.keys ?? (await keysIn(folder))))
  const database = await openDatabase({
    folder,
    log,
    ...(settings.databaseUrl === undefined ? {} : { url: settings.databaseUrl }),
    ...(settings.databaseOwnerUrl === undefined ? {} : { ownerUrl: settings.databaseOwnerUrl }),
    ...(settings.prepare === undefined ? {} : { prepare: settings.prepare }),
  })
  const setupToken = settings.setupToken ?? randomBytes(18).toString('base64url')
  const { sql, db } = database
  const { issuer, offset, metricsToken } = settings
  const metrics = metricsToken === undefined ? undefined : newMetrics(() => performance.now())
  const stopping = new AbortController()
  const api = createApp({
    stopping: stopping.signal,
    streamTo: rawStream,
    sql,
    db,
    keys,
    issuer,
    address: settings.address,
    proxies: settings.proxies,
    setupToken,
    passwordWork: settings.passwordWork,
    log,
    files: fileFolder(join(folder, 'files')),
    docs: docsFolder(),
    verifier: verifierFiles(),
    now: () => Date.now(),
    ...(offset ? { offset } : {}),
    ...(metrics ? { metrics } : {}),
    ...(settings.rateLimits ? { rateLimits: settings.rateLimits } : {}),
    ...(settings.live ? { live: settings.live } : {}),
  })
  if (metrics)
    api.get('/metrics', (c) =>
      sameText(c.req.header('authorization') ?? '', `Bearer ${metricsToken}`)
        ? c.body(metrics.text(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
        : answerProblem(c, { code: 'token_missing' }),
    )
  settings.extend?.(api)
  const stopSealing = sealEvery(
    settings.sealEveryMs ?? 60_000,
    { db, keys, clock: databaseClock(offset ?? (() => 0)) },
    stopping.signal,
    log,
  )
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: api.fetch, hostname: host, port: settings.port }, ({ port }) => {
      const close = async () => {
        stopping.abort()
        await stopSealing()
        await new Promise<void>((done) => {
          server.close(() => done())
          ;(server as Server).closeIdleConnections()
        })
        await database.close()
      }
      resolve({ url: `http://${host}:${port}`, database, setupToken, close })
    })
    server.on('error', (error: Error) => {
      void database.close().finally(() => reject(error))
    })
  })
}
