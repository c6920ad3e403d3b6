import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Caller, callerOf, signedIn } from '../src/demo/client.ts'
import { must, passwordOf, type Scene } from '../src/demo/stage.ts'
import { ed25519 } from '../src/identity/record-key.ts'
import { startServer } from '../src/node.ts'
import type { FileStore } from '../src/record/files.ts'
import { sha256 } from '../src/record/sha256.ts'
import { type RecordExport, verifySource } from '../workflows/verify.ts'
import { bytesIn, recordIn, writesArchive } from './support/archives.ts'
import { backsUp, everyRow, filesIn, refusedAs, restores } from './support/backups.ts'
import { idOf, representatives, reviewsRoad } from './support/cases.ts'
import { foundBare, opensAccount } from './support/communities.ts'
import { jfif, jpeg } from './support/evidence.ts'
import { withFolder } from './support/folder.ts'
import { check } from './support/played-record.ts'
import { withDatabase } from './support/postgres.ts'
import { optionOf } from './support/recorded-votes.ts'
import { at, behind, type Hall, keysOf, opensHall, tokensOf } from './support/voters.ts'
import { foundVillage, type World, withServer } from './support/world.ts'

const backup = suite('backup')

const raises = async (scene: Scene, text: string): Promise<string> => {
  const entered = (await scene.clerk()).post(`${scene.path}/topics`, { channel: 'letter-box', text })
  return String((await must(entered, 'topic')).topic)
}

/** Values that a careless copy would bend: instants to the microsecond, days before our era, numbers past any float, odd texts. */
const plantsOddValues = (world: World, scene: Scene): Promise<unknown> =>
  behind(world, scene, async (sql) => {
    const odd = '"\\ ,{}\n\t\r\u2028\u0001\u007f NULL é é 𠮷 👩‍🌾'
    const message = `{"n": 12345678901234567890.1234567890, "e": 1e400, "t": ${JSON.stringify(odd)}, "": [null, {}]}`
    await sql`
      insert into outbox (community, id, topic, message, due_at, sent_at) values
        (${scene.community}, gen_random_uuid(), ${odd}, ${message}::text::jsonb, ${'2026-03-02 01:02:03.000001+00'}::text::timestamptz, 'infinity'),
        (${scene.community}, gen_random_uuid(), '', 'null', ${'0044-03-15 12:00:00 BC'}::text::timestamptz, '-infinity')`
    await sql`insert into unit (community, id, number, area) values (${scene.community}, gen_random_uuid(), ${odd}, 9223372036854775807)`
    await sql`
      insert into seat (community, id, body, person, office, voting, in_base, groups, starts_on, ends_on)
      select ${scene.community}, gen_random_uuid(), 'village-representatives', id, ${odd}, false, false,
        array[${odd}::text, null, '', 'null'], '0001-01-01', '0001-01-02' from person order by id limit 1`
  })

/** Votes and topics that were acknowledged. */
type Written = { readonly votes: string[]; readonly topics: string[] }

const aMoment = (milliseconds: number) => new Promise((tick) => setTimeout(tick, milliseconds))

/** People vote, a few more than have been waited for, and the clerk enters topics until told to stop. */
const writesOn = (scene: Scene, { ballot, present }: Hall, tokens: ReadonlyMap<string, string>) => {
  const done: Written = { votes: [], topics: [] }
  let stopped = false
  let wanted = 0
  const voting = (async () => {
    for (const [n, person] of present.entries()) {
      // Everybody's vote would be in before the backup has begun, and nobody's left for while it goes on.
      while (!stopped && n >= wanted + 2) await aMoment(2)
      if (stopped) return
      await must(at(scene.url, tokens, person).post(`${ballot}/votes`, { choice: optionOf(n) }), 'vote')
      done.votes.push(person)
    }
  })()
  const entering = (async () => {
    // No faster than one token may ask.
    for (let n = 1; !stopped; n += 1) {
      done.topics.push(await raises(scene, `第 ${n} 件`))
      await aMoment(25)
    }
  })()
  return {
    done,
    /** Waits until so many votes and topics have been acknowledged. */
    until: async (votes: number, topics: number) => {
      assert.ok(votes + 2 <= present.length, 'there are voters left')
      wanted = votes
      while (done.votes.length < votes || done.topics.length < topics) await aMoment(2)
    },
    stop: async () => {
      stopped = true
      await Promise.all([voting, entering])
    },
  }
}

/** 封存: what had been recorded is sealed, and the checkpoint leaves the system. */
const sealsNow = async (scene: Scene): Promise<string> => {
  const clerk = await scene.clerk()
  await must(clerk.post(`${scene.path}/checkpoints`), 'seal')
  return String((await must(clerk.get(`${scene.path}/checkpoint`), 'checkpoint')).note)
}

type Head = { readonly name: string; readonly seq: number; readonly head: string }

const tools = { sha256, ed25519 }

/** The files as they lie, with a gate before the first: the backup has its view of everything by then. */
const gated = (files: FileStore) => {
  let open = (): void => undefined
  let reached = (): void => undefined
  const opened = new Promise<void>((done) => {
    open = done
  })
  const arrived = new Promise<void>((done) => {
    reached = done
  })
  const store: FileStore = {
    put: files.put,
    get: async (community, sha256) => {
      reached()
      await opened
      return files.get(community, sha256)
    },
  }
  return { store, arrived, open }
}

const uploads = async (caller: Caller, path: string, file: Uint8Array): Promise<string> =>
  String((await must(caller.sendFile(`${path}/files`, file, 'image/jpeg'), 'upload')).sha256)

/** Two communities: one with nothing but a photo, and the village in the midst of its representatives' vote. */
const withHall = (use: (world: World, scene: Scene, hall: Hall) => Promise<void>): Promise<void> =>
  withServer(async (world) => {
    const bare = await foundBare(world)
    const { caller } = await opensAccount(world.url, bare, 'clerk')
    await uploads(caller, bare.path, jpeg(jfif))
    const scene = await foundVillage(world)
    const proposal = await reviewsRoad(scene)
    // The later one is merged into the earlier and the other way round: rows that refer to rows of their own table.
    const [first, second, third] = [await raises(scene, '修路'), await raises(scene, '路'), await raises(scene, '路灯')]
    const clerk = await scene.clerk()
    await must(clerk.post(`${scene.path}/topics/${first}/merge`, { into: third }), 'merge')
    await must(clerk.post(`${scene.path}/topics/${second}/merge`, { into: third }), 'merge')
    await plantsOddValues(world, scene)
    await use(world, scene, await opensHall(scene, proposal, representatives, 2))
  })

backup(
  'takes everything as of one instant while people vote, and what is restored is that, row for row, and goes on',
  () =>
    withHall(async (world, scene, hall) =>
      withFolder(async (folder) => {
        const keys = await keysOf(world)
        const tokens = await tokensOf(scene, hall.present)
        const { store, arrived, open } = gated(filesIn(world.folder))

        const writing = writesOn(scene, hall, tokens)
        await writing.until(5, 5)
        const handed = await sealsNow(scene)
        const before = structuredClone(writing.done)
        const busy = join(folder, 'busy.backup')
        const writingBackup = backsUp(world.database.url, world.folder, busy, { files: store })
        await arrived
        const during = structuredClone(writing.done)
        await writing.until(during.votes.length + 5, during.topics.length + 5)
        const later = {
          votes: writing.done.votes.slice(during.votes.length + 1),
          topics: writing.done.topics.slice(during.topics.length + 1),
        }
        open()
        await writingBackup
        await writing.stop()

        const newer = await sealsNow(scene)

        await withDatabase(async (target) => {
          // It reaches the checkpoint that had left before it began, and not the one that was handed out afterwards.
          const tooOld = restores(target, join(folder, 'busy'), busy, keys, undefined, [handed, newer])
          assert.is((await refusedAs(tooOld)).facts.what, 'tail_cut')
          const done = await restores(target, join(folder, 'busy'), busy, keys, undefined, [handed])
          assert.is(done.communities, 2)
          assert.ok(done.votes >= before.votes.length && done.entries > done.votes)
          const has = await behind({ ...world, database: target }, scene, async (sql) => {
            const votes = await sql<{ person: string }[]>`select person from vote where ballot = ${idOf(hall.ballot)}`
            const topics = await sql<{ id: string }[]>`select id from topic`
            return new Set([...votes.map(({ person }) => person), ...topics.map(({ id }) => id)])
          })
          for (const one of [...before.votes, ...before.topics])
            assert.ok(has.has(one), 'acknowledged before, and there')
          assert.ok(later.votes.length > 0 && later.topics.length > 0)
          for (const one of [...later.votes, ...later.topics]) assert.not(has.has(one), 'written after the instant')

          // Every chain and the tree stand where they stood at that instant: their heads and roots are those of here.
          const heads = await behind(
            { ...world, database: target },
            scene,
            (sql) => sql<Head[]>`
            select name, seq, encode(head, 'hex') as head from chain where seq > 0 order by name`,
          )
          assert.ok(heads.length > 3)
          await behind(world, scene, async (sql) => {
            for (const { name, seq, head } of heads) {
              const [here] = await sql<{ head: string }[]>`
                select encode(head, 'hex') as head from entry where chain = ${name} and seq = ${seq}`
              assert.is(head, here?.head, name)
            }
          })
          const zip = join(folder, 'restored.zip')
          await writesArchive({ ...world, database: target }, keys, scene.community, zip)
          const report = await verifySource(await recordIn(bytesIn(zip)), tools, { checkpoints: [handed] })
          assert.is(report.ok, true, JSON.stringify(report.disagreement))
          assert.equal([report.tree?.unsealed, report.held.checkpoints], [0, 1])
          const archives = (community: string) =>
            refusedAs(writesArchive({ ...world, database: target }, keys, community, zip))
          assert.is((await archives(scene.community)).code, 'file_exists')
          rmSync(zip)
          for (const none of [randomUUID(), '石桥村']) assert.is((await archives(none)).code, 'no_such_community')
          assert.not.ok(existsSync(zip))
        })

        const quiet = join(folder, 'quiet.backup')
        const written = await backsUp(world.database.url, world.folder, quiet)
        const restored = join(folder, 'quiet')
        await withDatabase(async (target) => {
          const done = await restores(target, restored, quiet, keys)
          assert.equal([done.communities, done.rows, done.files], [written.communities, written.rows, written.files])
          assert.is(written.files, 1)
          assert.equal(await everyRow(target.ownerSql), await everyRow(world.database.ownerSql))
          const [community = ''] = readdirSync(join(world.folder, 'files'))
          const [photo = ''] = readdirSync(join(world.folder, 'files', community))
          assert.equal(
            readFileSync(join(restored, 'files', community, photo)),
            readFileSync(join(world.folder, 'files', community, photo)),
          )

          copyFileSync(join(world.folder, 'keys.json'), join(restored, 'keys.json'))
          const server = await startServer({
            host: '127.0.0.1',
            port: 0,
            folder: restored,
            issuer: 'yishi-test',
            databaseUrl: target.url,
            offset: world.offset,
            log: () => undefined,
          })
          try {
            const voted = writing.done.votes.length
            for (const [n, person] of hall.present.entries()) {
              const answer = await at(server.url, tokens, person).post(`${hall.ballot}/votes`, { choice: 'yes' })
              assert.is(answer.status, n < voted ? 409 : 201, 'sessions and votes hold')
            }
            const login = { login: 'shiqiao-clerk', password: passwordOf('shiqiao-clerk') }
            const clerk = await signedIn(server.url, scene.community, login)
            const { carried } = await must(clerk.post(`${hall.ballot}/close`), 'close')
            assert.is(typeof carried, 'boolean')
            const record = await must(clerk.get(`${hall.proposal}/export`), 'export')
            const report = await check(record as unknown as RecordExport)
            assert.is(report.ok, true, JSON.stringify(report))
          } finally {
            await server.close()
          }
        })
      }),
    ),
)

const run = promisify(execFile)
const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url))

/** A command of the program on a data folder of its own; its exit code and what it said. */
const command = async (folder: string, ...words: readonly string[]) => {
  const { DATABASE_URL: _url, DATABASE_OWNER_URL: _owner, ...rest } = process.env
  const env = { ...rest, DATA_FOLDER: folder }
  try {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', cli, ...words], { env })
    return { code: 0, said: stdout }
  } catch (error) {
    const { code, stderr } = error as { readonly code: number; readonly stderr: string }
    return { code, said: stderr }
  }
}

backup(
  'by the command line: written beside a running server on its own database, put back into a new folder, and started',
  () =>
    withFolder(async (folder) => {
      const [here, there, file] = [join(folder, 'here'), join(folder, 'there'), join(folder, 'village.backup')]
      const settings = { host: '127.0.0.1', port: 0, issuer: 'yishi', log: () => undefined }
      const first = await startServer({ ...settings, folder: here })
      const login = { login: 'admin', password: 'shiqiao-2026' }
      let community = ''
      try {
        const founded = { setupToken: first.setupToken, sort: 'village', name: '石桥村', administrator: login }
        community = String((await must(callerOf(first.url).post('/api/communities', founded), 'found')).community)
        const written = await command(here, 'backup', file)
        assert.is(written.code, 0, written.said)
        assert.match(written.said, '已备份 1 个社区')
        assert.is(statSync(file).mode & 0o777, 0o600)
        assert.is((await command(here, 'backup', file)).code, 1, 'nothing is written over')
        await signedIn(first.url, community, login)

        // The archive is written beside the running server too, and what was recorded until then is sealed in it.
        const zip = join(folder, 'village.zip')
        const archived = await command(here, 'archive', community, zip)
        assert.is(archived.code, 0, archived.said)
        const report = await verifySource(await recordIn(bytesIn(zip)), tools)
        assert.equal([report.ok, report.tree?.checkpoints, report.tree?.unsealed], [true, 1, 0])
      } finally {
        await first.close()
      }
      assert.match((await command(there, 'restore', file)).said, 'keys')
      mkdirSync(there, { recursive: true })
      copyFileSync(join(here, 'keys.json'), join(there, 'keys.json'))
      const unread = await command(there, 'restore', file, '--checkpoint', join(folder, 'nowhere.txt'))
      assert.is(unread.code, 1)
      assert.match(unread.said, 'cannot be read (ENOENT)')
      assert.not.match(unread.said, 'at async', 'said in plain words')
      const restored = await command(there, 'restore', file)
      assert.is(restored.code, 0, restored.said)
      assert.match(restored.said, '全部一致')
      assert.match(restored.said, '看不出这是不是一份旧备份', 'nothing from outside was given to hold it to')
      const again = await command(there, 'restore', file)
      assert.is(again.code, 1, 'what is there is not written over')
      const second = await startServer({ ...settings, folder: there })
      try {
        await signedIn(second.url, community, login)
      } finally {
        await second.close()
      }
    }),
)

backup.run()
