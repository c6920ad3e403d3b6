import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RecordExport, verify } from '../../workflows/verify.ts'
import { sayReport } from '../documents/verify-report.ts'
import { openHeadWith } from '../identity/record-key.ts'
import { startServer } from '../node.ts'
import { sha256 } from '../record/sha256.ts'
import { playCity } from './city.ts'
import { demoClock, movedClock } from './demo-clock.ts'
import { must, passwordOf, type Scene } from './stage.ts'
import { playVillage } from './village.ts'

const line = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

/** The play begins on this day at +08:00, whatever day it is. */
const begins = new Date('2026-03-02T09:00:00+08:00')

/** Plays both procedures over HTTP on a fresh embedded database; answers the exit code. */
export const playDemo = async (options: {
  readonly stay: boolean
  readonly port: number
  readonly log: (message: string, facts?: Readonly<Record<string, unknown>>) => void
}): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'yishi-demo-'))
  const { offset, extend } = movedClock(begins)
  line('正在启动内置数据库……')
  const server = await startServer({
    host: '127.0.0.1',
    port: options.port,
    folder,
    issuer: 'yishi-demo',
    offset,
    extend,
    log: (message, facts) => (facts?.error === undefined ? undefined : options.log(message, facts)),
  })
  const stop = async () => {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const clock = demoClock(server.url, offset)
    const village = await playVillage(server.url, clock, server.setupToken, line)
    const city = await playCity(server.url, clock, server.setupToken, line)
    line('\n== 核对两份档案')
    const agreed = [await checked(village, folder), await checked(city, folder)].every(Boolean)
    if (!options.stay || !agreed) {
      await stop()
      return agreed ? 0 : 1
    }
    line(`\n演示服务仍在运行:${server.url}(接口说明 ${server.url}/docs)`)
    await showLogins('石桥村', 'shiqiao', village, 'village-representatives')
    await showLogins('亭前社区', 'tingqian', city, 'residents-representatives')
    line(`档案已导出到 ${folder},可用 npm run verify -- <文件> 核对`)
    line('按 Ctrl+C 结束')
    await new Promise<void>((resolve) => {
      process.once('SIGINT', () => resolve())
      process.once('SIGTERM', () => resolve())
    })
    await stop()
    return 0
  } catch (error) {
    await stop()
    throw error
  }
}

const showLogins = async (
  name: string,
  logins: string,
  { scene }: { readonly scene: Scene },
  body: string,
): Promise<void> => {
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

const checked = async (
  { scene, proposal }: { readonly scene: Scene; readonly proposal: string },
  folder: string,
): Promise<boolean> => {
  const body = await must((await scene.clerk()).get(`${proposal}/export`), 'export')
  const record = body as unknown as RecordExport
  await writeFile(join(folder, `${record.proposal}.json`), JSON.stringify(record))
  const report = await verify(record, { sha256, openHead: openHeadWith(record.keys) })
  line(sayReport(report, 'zh').trimEnd())
  return report.ok
}
