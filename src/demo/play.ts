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
import { heading, line, must, passwordOf, type Scene } from './stage.ts'
import { playVillage } from './village.ts'

/** The play begins on this day at +08:00, whatever day it is. */
const begins = new Date('2026-03-02T09:00:00+08:00')

/** Plays both procedures over HTTP on a fresh embedded database; answers the exit code. */
export const playDemo = async (
  options: { readonly stay: boolean; readonly port: number; readonly log: (message: string, facts?: Readonly<Record<string, unknown>>) => void },
): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'yishi-demo-'))
  const { offset, extend } = movedClock(begins)
  line('正在启动内置数据库……')
  const server = await startServer({ host: '127.0.0.1', port: options.port, folder, issuer: 'yishi-demo', offset, extend, log: options.log })
  const stop = async () => {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const clock = demoClock(server.url, offset)
    const village = await playVillage(server.url, clock, server.setupToken)
    const city = await playCity(server.url, clock, server.setupToken)
    heading('核对两份档案')
    const agreed = [await checked(village, folder), await checked(city, folder)].every(Boolean)
    if (!options.stay || !agreed) {
      await stop()
      return agreed ? 0 : 1
    }
    line(`\n演示服务仍在运行:${server.url}`)
    for (const { scene, logins } of [{ scene: village.scene, logins: 'shiqiao' }, { scene: city.scene, logins: 'tingqian' }]) {
      line(`社区 ${scene.community}`)
      for (const role of ['admin', 'clerk', 'supervisor']) line(`  ${logins}-${role} / ${passwordOf(`${logins}-${role}`)}`)
    }
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

const checked = async ({ scene, proposal }: { readonly scene: Scene; readonly proposal: string }, folder: string): Promise<boolean> => {
  const body = await must((await scene.clerk()).get(`${proposal}/export`), 'export')
  const record = body as unknown as RecordExport
  await writeFile(join(folder, `${record.proposal}.json`), JSON.stringify(record))
  const report = await verify(record, { sha256, openHead: openHeadWith(record.keys) })
  line(sayReport(report, 'zh').trimEnd())
  return report.ok
}
