import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { loadavg } from 'node:os'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import type { z } from 'zod'
import { createApp } from '../src/app.ts'
import { perform } from '../src/services/commands/command.ts'
import { comment } from '../src/services/commands/comment.ts'
import { Committee } from '../test/support/committee.ts'
import { type Village, value, withVillageServices } from '../test/support/engine.ts'
import { smallRoster } from '../test/support/small-village.ts'
import { done, type order } from './asking.ts'
import { median } from './in-flight.ts'

type Name = 'ceiling' | 'cached' | 'uncached' | 'changing'

export interface PageRun {
  readonly way: Name
  readonly answers: number
  readonly seconds: number
  readonly perSecond: number
  /** Milliseconds of the server's own processor that an answer took; the database's and the client's are theirs. */
  readonly processor: number
  /** Bytes of an answer as they come, headers too. */
  readonly bytes: number
  readonly load: number
}

export interface PageOutcome {
  readonly name: 'proposal-page'
  /** Answers a second from the wall as a share of the ceiling's; medians. */
  readonly ratio: number
  /** The same where each page must be drawn, from what was read since the community last changed. */
  readonly uncached: number
  /** The same where the community has changed whenever it is asked: nothing from before a request is of use to it. */
  readonly changing: number
  /** The same three by the server's processor time an answer: what is left of the ratios where a machine has other work. */
  readonly processor: { readonly ratio: number; readonly uncached: number; readonly changing: number }
  /** Answers a second of an empty Hono route. */
  readonly ceiling: number
  readonly runs: readonly PageRun[]
}

const begins = new Date('2026-03-02T09:00:00+08:00')
const atOnce = 64

/** A road decided by the representatives, its decision hanging with so many comments. */
const withComments = async (village: Village, many: number, tell: (line: string) => void): Promise<string> => {
  const { engine, actorOf } = village
  const committee = new Committee(village, begins)
  const { proposal, posting, on, people } = await committee.roadDecided(await committee.adopts('representatives'))
  // Nobody may write more than ten an hour.
  const anHour = people.length * 10
  for (let n = 0; n < many; n += 1) {
    if (n % anHour === 0) village.setClock(new Date(Date.parse(`${on}T10:00:00+08:00`) + (n / anHour) * 3_660_000))
    const text = `第 ${n + 1} 条意见:排水沟要加盖板,路灯装在学校门口,施工期间留出过车的地方。`
    const input = { posting, text, objection: false, channel: 'online' } as const
    await value(perform(engine, actorOf(people[n % people.length] ?? ''), proposal, comment, input))
    if ((n + 1) % 250 === 0) tell(`${n + 1} comments`)
  }
  return proposal
}

/** What the client process tells of one run; a client that has stopped is no answer. */
const told = async (client: ChildProcess, what: z.infer<typeof order>): Promise<z.infer<typeof done>> => {
  const over = new AbortController()
  const stopped = once(client, 'exit', over).then(() => {
    throw new Error('the client has stopped')
  })
  stopped.catch(() => undefined)
  client.send(what)
  const [answer] = await Promise.race([once(client, 'message'), stopped])
  over.abort()
  return done.parse(answer)
}

/** Lends an app on a port of its own. */
const served = async (app: Hono, use: (port: number) => Promise<void>): Promise<void> => {
  const server = createAdaptorServer({ fetch: app.fetch })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    await use((server.address() as AddressInfo).port)
  } finally {
    server.close()
  }
}

const unlimited = { token: Number.MAX_SAFE_INTEGER, address: Number.MAX_SAFE_INTEGER }

/** The ways in turn over real HTTP, after one turn that is not counted. */
export const benchProposalPage = async (
  { runs, comments, seconds }: { readonly runs: number; readonly comments: number; readonly seconds: number },
  tell: (line: string) => void,
): Promise<PageOutcome> => {
  const measured: PageRun[] = []
  const client = fork(new URL('./asking.ts', import.meta.url), { execArgv: ['--import', 'tsx'] })
  const small = { sort: 'village', name: '小石村', jurisdiction: 'CN-37', roster: smallRoster } as const
  const measure = async (village: Village): Promise<void> => {
    const { database, engine, offset, community } = village
    const proposal = await withComments(village, comments, tell)
    await database.ownerSql`analyze`
    const { sql, db } = database
    const log = (message: string, facts?: unknown): void => tell(`${message} ${JSON.stringify(facts)}`)
    const settings = { issuer: 'yishi-bench', rateLimits: unlimited, now: () => Date.now(), offset, log }
    const app = createApp({ sql, db, keys: engine.keys, ...settings })
    // Each time it is asked how far the community has come, it has come a minute further.
    let asked = 0
    const later = (): number => {
      asked += 1
      return offset() + asked * 60_000
    }
    const restless = createApp({ sql, db, keys: engine.keys, ...settings, offset: later })
    const empty = new Hono().get('/', (c) => c.json({}))
    const path = `/c/${community}/proposals/${proposal}`
    await served(app as unknown as Hono, (own) =>
      served(restless as unknown as Hono, (moving) =>
        served(empty, async (bare) => {
          const shown = await (await fetch(`http://127.0.0.1:${own}${path}`)).text()
          if (!shown.includes(`${comments} `) || (shown.match(/条意见:/g) ?? []).length !== 20)
            throw new Error('the page does not show twenty of its comments')
          const ways: readonly (readonly [Name, number, string])[] = [
            ['ceiling', bare, '/'],
            ['cached', own, path],
            ['uncached', own, path],
            ['changing', moving, path],
          ]
          for (let turn = 0; turn <= runs; turn += 1)
            for (const [way, port, asked] of ways) {
              const load = loadavg()[0] ?? Number.NaN
              const before = process.cpuUsage()
              const found = await told(client, {
                port,
                path: asked,
                apart: way === 'uncached' || way === 'changing',
                atOnce,
                seconds,
              })
              const perSecond = found.answers / found.seconds
              tell(
                `${turn === 0 ? 'warm-up' : `run ${turn}`} ${way}: ${perSecond.toFixed(0)}/s, load ${load.toFixed(1)}`,
              )
              const { user, system } = process.cpuUsage(before)
              const processor = (user + system) / 1000 / found.answers
              const bytes = Math.round(found.bytes / found.answers)
              if (turn > 0) measured.push({ way, ...found, bytes, perSecond, processor, load })
            }
        }),
      ),
    )
  }
  try {
    await withVillageServices(begins, measure, small)
  } finally {
    client.kill()
  }
  const of = (name: Name, what: 'perSecond' | 'processor' = 'perSecond'): number =>
    median(measured.filter(({ way }) => way === name).map((run) => run[what]))
  const ceiling = of('ceiling')
  const each = of('ceiling', 'processor')
  return {
    name: 'proposal-page',
    ratio: of('cached') / ceiling,
    uncached: of('uncached') / ceiling,
    changing: of('changing') / ceiling,
    processor: {
      ratio: each / of('cached', 'processor'),
      uncached: each / of('uncached', 'processor'),
      changing: each / of('changing', 'processor'),
    },
    ceiling,
    runs: measured,
  }
}
