import { readFileSync } from 'node:fs'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { type DemoClock, demoClock, movedClock } from '../../src/demo/demo-clock.ts'
import { found, type Scene } from '../../src/demo/stage.ts'
import { startServer } from '../../src/node.ts'
import { makeFolder, removeFolder } from './folder.ts'
import { type TestDatabase, withDatabase } from './postgres.ts'

/** A running server on a database of its own, with a clock that the test moves. */
export type World = {
  readonly database: TestDatabase
  readonly url: string
  readonly clock: DemoClock
  readonly setupToken: string
  /** Milliseconds that the clock is ahead, for further server processes. */
  readonly offset: () => number
  /** Holds the installation's keys. */
  readonly folder: string
  /** What the server logged. */
  readonly logged: readonly string[]
  /** Every method and path that the server itself has, told by its document or not; `all` is what stands before others. */
  readonly routes: readonly string[]
}

/** A Monday without holidays near. */
const worldBegins = new Date('2026-03-02T09:00:00+08:00')

export const fixture = (name: string): Uint8Array => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))

/** A server's own routes, written as its document writes paths. */
const routesOf = ({ routes }: OpenAPIHono): readonly string[] => [
  ...new Set(routes.map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`)),
]

/** Lends a server that listens on a port of its own, over real HTTP. */
export const withServer = (use: (world: World) => Promise<void>): Promise<void> =>
  withDatabase(async (database) => {
    const folder = makeFolder()
    const logged: string[] = []
    const routes: string[] = []
    const { offset, extend } = movedClock(worldBegins)
    const server = await startServer({
      host: '127.0.0.1',
      port: 0,
      folder,
      issuer: 'yishi-test',
      databaseUrl: database.url,
      passwordWork: 4,
      offset,
      extend: (api) => {
        routes.push(...routesOf(api))
        extend(api)
      },
      log: (message, facts) => void logged.push(JSON.stringify({ message, ...facts })),
    })
    const { url, setupToken } = server
    try {
      await use({ database, url, clock: demoClock(url, offset), setupToken, offset, folder, logged, routes })
    } finally {
      await server.close()
      removeFolder(folder)
    }
  })

const silent = (): void => undefined

/** 石桥村 with its roster imported: 36 members of the representatives' meeting, 36 of the party assembly. */
export const foundVillage = ({ url, clock, setupToken }: World, logins = 'shiqiao'): Promise<Scene> =>
  found(
    url,
    clock,
    setupToken,
    { sort: 'village', name: '石桥村', jurisdiction: 'CN-37', roster: fixture('roster-village.csv'), logins },
    silent,
  )

/** 亭前社区 with its roster imported: 60 residents' representatives. */
export const foundCity = ({ url, clock, setupToken }: World, logins = 'tingqian'): Promise<Scene> =>
  found(url, clock, setupToken, { sort: 'city', name: '亭前社区', roster: fixture('roster-city.csv'), logins }, silent)

export const withVillage = (use: (scene: Scene, world: World) => Promise<void>): Promise<void> =>
  withServer(async (world) => use(await foundVillage(world), world))

export const withCity = (use: (scene: Scene, world: World) => Promise<void>): Promise<void> =>
  withServer(async (world) => use(await foundCity(world), world))
