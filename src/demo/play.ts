import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { homeOf } from '../../db/embedded/place.ts'
import { type RecordExport, verify } from '../../workflows/verify.ts'
import { archive } from '../backup/archive.ts'
import { sayReport } from '../documents/verify-report.ts'
import { readKeys } from '../identity/keys.ts'
import { ed25519 } from '../identity/record-key.ts'
import { type RunningServer, startServer } from '../node.ts'
import { databaseClock } from '../record/clock.ts'
import { fileFolder } from '../record/file-folder.ts'
import { sha256 } from '../record/sha256.ts'
import { verifierPage, verifierProgram } from '../verifier/build.ts'
import { playCity } from './city.ts'
import { callerOf } from './client.ts'
import { demoClock, movedClock } from './demo-clock.ts'
import { must, passwordOf, type Scene } from './stage.ts'
import { playVillage } from './village.ts'

const line = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

/** The play begins on this day at +08:00, whatever day it is. */
const begins = new Date('2026-03-02T09:00:00+08:00')

/** A folder for one play, which the database's own user may pass through. */
const openFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'yishi-demo-'))
  await chmod(folder, 0o711)
  return folder
}

/** Takes a play's folder away together with its database, which lies elsewhere where its user could not reach the folder. */
const removeFolder = async (folder: string): Promise<void> => {
  const { home } = await homeOf(folder)
  for (const path of [home, folder]) await rm(path, { recursive: true, force: true })
}

interface PlayOptions {
  readonly stay: boolean
  readonly port: number
  /** A folder that stays: the records of both cases, each place's archive, and the verifier. */
  readonly records?: string | undefined
  readonly log: (message: string, facts?: Readonly<Record<string, unknown>>) => void
}

/** What a shell says of a program that was interrupted. */
const interrupted = 130

/** Settles when somebody asks the program to end; the listeners stay, so that the database waits to be stopped in order. */
const endAsked = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve())
  })

/** Plays both procedures over HTTP on a fresh embedded database; answers the exit code. */
export const playDemo = async ({ stay, port, records, log }: PlayOptions): Promise<number> => {
  const asked = endAsked()
  const folder = await openFolder()
  const { offset, extend } = movedClock(begins)
  line('正在启动内置数据库……')
  try {
    const server = await startServer({
      host: '127.0.0.1',
      port,
      folder,
      issuer: 'yishi-demo',
      offset,
      extend,
      log: (message, facts) => (facts?.error === undefined ? undefined : log(message, facts)),
    })
    try {
      const played = await Promise.race([play(server, offset, folder), asked])
      if (played === undefined) return interrupted
      if (!played.agreed) return 1
      if (records !== undefined) await keepRecords(server, offset, folder, records, played)
      if (!stay) return 0
      await showServer(server.url, folder, played)
      await asked
      return 0
    } finally {
      await server.close()
    }
  } finally {
    await removeFolder(folder)
  }
}

interface Played {
  readonly scene: Scene
  readonly proposal: string
}

const play = async ({ url, setupToken }: RunningServer, offset: () => number, folder: string) => {
  const clock = demoClock(url, offset)
  const village = await playVillage(url, clock, setupToken, line)
  const city = await playCity(url, clock, setupToken, line)
  line('\n== 核对两份档案')
  const agreed = [await checked(village, folder), await checked(city, folder)].every(Boolean)
  return { village, city, agreed }
}

const showServer = async (
  url: string,
  folder: string,
  { village, city }: { readonly village: Played; readonly city: Played },
): Promise<void> => {
  line(`\n演示服务仍在运行:${url}(接口说明 ${url}/docs)`)
  await showLogins('石桥村', 'shiqiao', village, 'village-representatives')
  await showLogins('亭前社区', 'tingqian', city, 'residents-representatives')
  line(`档案已导出到 ${folder},可用 npm run verify -- <文件> 核对`)
  line('按 Ctrl+C 结束')
}

const showLogins = async (name: string, logins: string, { scene }: Played, body: string): Promise<void> => {
  line(`\n${name}(社区编号 ${scene.community})`)
  for (const [role, title] of [
    ['admin', '管理员'],
    ['clerk', '经办人'],
    ['supervisor', '监督委员会'],
  ])
    line(`  ${title} ${logins}-${role} / ${passwordOf(`${logins}-${role}`)}`)
  const [member] = await scene.seats(body)
  const { items } = await must((await scene.clerk()).get(`${scene.path}/people?limit=1`), 'people')
  const [resident] = items as readonly { readonly id: string }[]
  for (const [who, person] of [
    ['代表', member?.person],
    ['居民', resident?.id],
  ])
    if (person !== undefined) line(`  ${who} 一次性登录码 ${await scene.slip(person)}`)
}

/** Writes what anybody needs to check the play without the play: records, archives, the verifier, and the newest checkpoint. */
const keepRecords = async (
  { database: { sql, db }, url }: RunningServer,
  offset: () => number,
  folder: string,
  records: string,
  places: { readonly village: Played; readonly city: Played },
): Promise<void> => {
  await mkdir(records, { recursive: true })
  const verifier = { program: await verifierProgram(), page: await verifierPage() }
  await writeFile(join(records, 'verify.mjs'), verifier.program)
  await writeFile(join(records, 'verify.html'), verifier.page)
  const keys = await readKeys(JSON.parse(await readFile(join(folder, 'keys.json'), 'utf8')))
  for (const [name, { scene, proposal }] of Object.entries({ village: places.village, city: places.city })) {
    const { community } = scene
    const id = proposal.slice(proposal.lastIndexOf('/') + 1)
    await copyFile(join(folder, `${id}.json`), join(records, `${name}.json`))
    const newest = await must(callerOf(url).get(`${scene.path}/checkpoint`), 'checkpoint')
    await writeFile(join(records, `${name}-checkpoint.txt`), String(newest.note))
    await writeFile(join(records, `${name}-code.txt`), `${String(newest.size)}:${String(newest.code)}`)
    for (const forAnybody of [false, true]) {
      const file = join(records, `${name}${forAnybody ? '-anybody' : ''}.zip`)
      const clock = databaseClock(offset)
      const files = fileFolder(join(folder, 'files'))
      await archive({ sql, db, clock, keys, community, file, forAnybody, files, site: url, verifier, at: new Date() })
    }
  }
}

const checked = async ({ scene, proposal }: Played, folder: string): Promise<boolean> => {
  const body = await must((await scene.clerk()).get(`${proposal}/export`), 'export')
  const record = body as unknown as RecordExport
  await writeFile(join(folder, `${record.proposal}.json`), JSON.stringify(record), { mode: 0o600 })
  const report = await verify(record, { sha256, ed25519 })
  line(sayReport(report, 'zh').trimEnd())
  return report.ok
}
