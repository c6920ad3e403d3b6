import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { must } from '../src/demo/stage.ts'
import { readCheckpoint } from '../workflows/format/checkpoint.ts'
import { toHex } from '../workflows/format/hash.ts'
import { backsUp, everyRow, refusedAs, restores } from './support/backups.ts'
import { foundBare } from './support/communities.ts'
import { withFolder } from './support/folder.ts'
import { withDatabase } from './support/postgres.ts'
import { keysOf } from './support/voters.ts'
import { withServer } from './support/world.ts'

const old = suite('an old backup')

old(
  'restore: same root as the published checkpoint; a backup from before it cannot reach it, and is not put back',
  () =>
    withServer(async (world) =>
      withFolder(async (folder) => {
        const { path, administrator } = await foundBare(world)
        const handed = async (): Promise<string> => {
          await must(administrator.post(`${path}/checkpoints`, {}), 'seal')
          return String((await must(administrator.get(`${path}/checkpoint`), 'checkpoint')).note)
        }
        const first = await handed()
        await backsUp(world.database.url, world.folder, join(folder, 'older'))
        await must(administrator.put(`${path}/calendars/2030`, { holidays: ['2030-01-01'], workdays: [] }), 'calendar')
        const second = await handed()
        await backsUp(world.database.url, world.folder, join(folder, 'newer'))
        const keys = await keysOf(world)
        await withDatabase(async (target) => {
          const into = join(folder, 'into')
          const refused = async (file: string, ...kept: readonly string[]) => {
            const refusal = await refusedAs(restores(target, into, join(folder, file), keys, undefined, kept))
            assert.equal(await everyRow(target.ownerSql), {}, 'nothing stays')
            return refusal
          }
          const short = await refused('older', first, second)
          assert.equal([short.code, short.facts.what, short.facts.chain], ['does_not_agree', 'tail_cut', 'community'])
          assert.match(short.message, '旧备份')
          const [other] = second.split('\n\n')
          const forged = `${other?.replace(/\S+$/, Buffer.alloc(32, 1).toString('base64'))}\n\n${second.split('\n\n')[1]}`
          assert.is((await refused('newer', forged)).facts.what, 'tree_wrong', 'nobody has signed that')
          assert.is((await refused('newer', 'nothing')).code, 'not_a_checkpoint')

          await restores(target, into, join(folder, 'newer'), keys, undefined, [first, second])
          const [row] = await target.ownerSql<{ root: string; size: number }[]>`
          select encode(root, 'hex') as root, size::int from checkpoint order by size desc limit 1`
          const published = readCheckpoint(second)
          assert.equal([row?.size, row?.root], [published?.size, toHex(published?.root ?? new Uint8Array(0))])
        })
        await withDatabase(async (target) => {
          await restores(target, join(folder, 'again'), join(folder, 'older'), keys, undefined, [first])
        })
      }),
    ),
)

old.run()
