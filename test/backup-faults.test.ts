import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { must } from '../src/demo/stage.ts'
import { newKeys, readKeys } from '../src/identity/keys.ts'
import { backsUp, everyRow, reforge, refusedAs, restores } from './support/backups.ts'
import { acceptsRoad, agrees, branch, idOf } from './support/cases.ts'
import { jpeg } from './support/evidence.ts'
import { withFolder } from './support/folder.ts'
import { type TestDatabase, withDatabase } from './support/postgres.ts'
import { keysOf } from './support/voters.ts'
import { withVillage } from './support/world.ts'

const faults = suite('a backup that is not what was written')

type Row = Record<string, string | null>

faults('is refused with what is wrong, and leaves database and folder as they were', () =>
  withVillage(async (scene, world) =>
    withFolder(async (folder) => {
      const proposal = await acceptsRoad(scene)
      await agrees(scene, proposal, branch)
      await must((await scene.clerk()).sendFile(`${scene.path}/files`, jpeg(), 'image/jpeg'), 'photo')
      const keys = await keysOf(world)
      const file = join(folder, 'good.backup')
      await backsUp(world.database.url, world.folder, file)
      assert.is((await refusedAs(backsUp(world.database.url, world.folder, file))).code, 'file_exists')

      await withDatabase(async (target: TestDatabase) => {
        const into = join(folder, 'into')
        let tries = 0
        /** Tries a changed copy: it must be refused so, and nothing of it may stay. */
        const refuses = async (code: string, changed: string, facts: object = {}): Promise<void> => {
          const refusal = await refusedAs(restores(target, into, changed, keys))
          assert.is(refusal.code, code, refusal.message)
          for (const [name, value] of Object.entries(facts))
            assert.is(refusal.facts[name], value, `${name}: ${refusal.message}`)
          assert.equal(await everyRow(target.ownerSql), {}, `${code} left rows behind`)
          const left = existsSync(into) ? readdirSync(into, { recursive: true }) : []
          assert.equal(left, [], `${code} left files behind`)
        }
        const copy = (change: (bytes: Buffer) => Buffer): string => {
          tries += 1
          const path = join(folder, `bad-${tries}.backup`)
          writeFileSync(path, change(Buffer.from(readFileSync(file))))
          return path
        }
        const forged = (change: (opened: Parameters<Parameters<typeof reforge>[2]>[0]) => void): string => {
          tries += 1
          const path = join(folder, `bad-${tries}.backup`)
          reforge(file, path, change)
          return path
        }
        const rows = (table: string, change: (row: Row, n: number) => void): string =>
          forged(({ lines }) => {
            let n = 0
            for (const line of lines) if ('row' in line && line.table === table) change(line.row, n++)
          })

        await refuses(
          'not_a_backup',
          copy(() => Buffer.from('PK no backup')),
        )
        const cut = copy((bytes) => bytes)
        truncateSync(cut, readFileSync(cut).length - 400)
        await refuses('cut_short', cut)
        const ends = forged(({ end }) => {
          end.communities = 7
        })
        assert.ok(['changed', 'cut_short'].includes((await refusedAs(restores(target, into, ends, keys))).code))
        await refuses(
          'does_not_agree',
          rows('vote', (row, n) => {
            if (n === 0) row.choice = row.choice === 'yes' ? 'no' : 'yes'
          }),
          { what: 'vote_wrong' },
        )
        await refuses(
          'does_not_agree',
          rows('entry', (row, n) => {
            if (n === 3) row.bytes = `\\x${Buffer.from('{}').toString('hex')}`
          }),
        )
        await refuses(
          'does_not_agree',
          rows('proposal', (row) => {
            row.state = '{"step": "open", "stage": "works", "missed": 0}'
          }),
          { what: 'state_wrong' },
        )
        await refuses(
          'does_not_agree',
          rows('disclosure', (row, n) => {
            if (n === 5) row.text = '另一个人'
          }),
        )
        await refuses(
          'does_not_agree',
          forged(({ lines }) => {
            const last = lines.findLastIndex((line) => 'row' in line && line.table === 'entry')
            lines.splice(last, 1)
          }),
        )
        await refuses(
          'file_wrong',
          forged(({ lines }) => {
            for (const line of lines)
              if ('other' in line && 'file' in line.other)
                line.other.content = Buffer.from('another picture').toString('base64')
          }),
        )
        await refuses(
          'of_another_release',
          forged(({ manifest }) => {
            manifest.migrations.push({ name: '0099_later.sql', sha256: 'ab'.repeat(32) })
          }),
        )
        await refuses(
          'of_older_release',
          forged(({ manifest }) => {
            manifest.migrations.pop()
          }),
        )
        const others = await readKeys(await newKeys())
        assert.is((await refusedAs(restores(target, into, file, others))).code, 'other_keys')
        await refuses(
          'does_not_agree',
          rows('signed_head', (row) => {
            row.jws = 'e30.e30.c2ln'
          }),
        )

        const done = await restores(target, into, file, keys)
        assert.is(done.communities, 1)
        assert.is((await refusedAs(restores(target, join(folder, 'elsewhere'), file, keys))).code, 'database_not_empty')
        assert.ok(idOf(proposal).length > 0)
      })
    }),
  ),
)

faults.run()
