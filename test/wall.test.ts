import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Db } from '../db/client.ts'
import { openWall } from '../src/pages/wall.ts'
import { closeBallot, openBallot } from '../src/services/ballots.ts'
import { perform } from '../src/services/commands/command.ts'
import { comment } from '../src/services/commands/comment.ts'
import { moderateComment } from '../src/services/commands/moderation.ts'
import { answerComments, openPublication } from '../src/services/commands/posting.ts'
import { correctPerson } from '../src/services/person-corrections.ts'
import { seal } from '../src/services/sealing.ts'
import { askedTogether } from '../src/services/views/last-change.ts'
import { addDays } from '../workflows/rules/days.ts'
import { Committee } from './support/committee.ts'
import { type Village, value, withVillageServices } from './support/engine.ts'
import { pagesFor } from './support/pages.ts'
import { smallRoster } from './support/small-village.ts'

const wall = suite('what hangs for everybody')

const begins = new Date('2026-03-02T09:00:00+08:00')
const village = { sort: 'village', name: '小石村', jurisdiction: 'CN-37', roster: smallRoster } as const

/** The same database, which counts the readings of pages: what is read through it is kept apart from what others have read. */
const counting = (db: Db, reads: () => void): Db => {
  const pool = new Proxy(db.$client, {
    get: (target, key) => {
      if (key === 'begin') reads()
      return Reflect.get(target, key)
    },
  })
  return new Proxy(db, { get: (target, key) => (key === '$client' ? pool : Reflect.get(target, key)) })
}

/** The same database, which says of each transaction whether it wrote: asked of PostgreSQL itself. */
const watching = (db: Db, wrote: () => Promise<void>): Db =>
  new Proxy(db, {
    get: (target, key) =>
      key === 'transaction'
        ? async (fn: Parameters<Db['transaction']>[0]) => {
            let written = false
            const found = await target.transaction(async (tx) => {
              const done = await fn(tx)
              const [row] = await tx.execute<{ written: boolean }>(
                'select pg_current_xact_id_if_assigned() is not null as written',
              )
              written = row?.written === true
              return done
            })
            if (written) await wrote()
            return found
          }
        : Reflect.get(target, key),
  })

/** What one text says from where it first differs from another; nothing where they are the same. */
const differing = (one = '', other = ''): string => {
  if (one === other) return ''
  const at = Array.from(other).findIndex((_, n) => one[n] !== other[n])
  return `${one.slice(at, at + 80)} instead of ${other.slice(at, at + 80)}`
}

/** Looks at every page that hangs by two servers, and by one that has neither drawn nor read anything before. */
const twoServers = (v: Village) => {
  let reads = 0
  const server = (clock: Pick<Village, 'offset'>, each = (): void => undefined) =>
    pagesFor({ ...v, ...clock, database: { ...v.database, db: counting(v.database.db, each) } })
  // Their clock stands still where it was put, however long a look takes.
  let now = begins
  const goesTo = (instant: Date): void => {
    now = instant
    v.setClock(instant)
  }
  const stopped = { offset: () => now.getTime() - Date.now() }
  const first = server(stopped, () => {
    reads += 1
  })
  const second = server(stopped)
  const here = `/c/${v.community}`
  const paths = new Set([here, `${here}/proposals`, `${here}/meetings`])
  let changed = 0
  const texts = async ({ app }: typeof first): Promise<readonly string[]> => {
    const answers = [...paths].map((path) => app.request(path))
    return Promise.all((await Promise.all(answers)).map((one) => one.text()))
  }
  let before: readonly string[] = []
  const same = async (servers = [first]): Promise<void> => {
    const expected = await texts(server(stopped))
    for (const one of servers) {
      const hung = await texts(one)
      for (const [n, path] of [...paths].entries()) assert.is(differing(hung[n], expected[n]), '', path)
    }
    if (expected.join() !== before.join()) changed += 1
    before = expected
  }
  return { first, second, here, paths, same, goesTo, reads: () => reads, changed: () => changed }
}

wall('shows after everything that is written, and as time goes by, what was drawn that moment', () =>
  withVillageServices(
    begins,
    async (v) => {
      const { first, second, here, paths, same, goesTo, reads, changed } = twoServers(v)
      let steps = 0
      const db = watching(v.database.db, async () => {
        steps += 1
        await same()
      })
      const watched = { ...v, setClock: goesTo, engine: { ...v.engine, db } }
      const committee = new Committee(watched, begins)
      const { engine, clerk, actorOf, membersOf, votes } = watched
      const adoption = await committee.adopts('representatives')
      const proposal = await committee.opens(adoption, '硬化村东至北坡道路', [])
      paths.add(`${here}/proposals/${proposal}`).add(`${here}/n/1`)
      await committee.accepts(proposal)
      await committee.reviews('party-committee', [proposal])
      await same([first, second])
      await committee.reviews('two-committees', [proposal])
      await committee.reviews('party-assembly', [proposal])
      const called = await committee.calls('village-representatives', [proposal], 10)
      paths.add(`${here}/meetings/${called.meeting}`)
      await same([first, second])
      committee.goTo(called.on)
      await same([first, second])
      const people = (await membersOf('village-representatives')).map(({ person }) => person)
      await committee.signsIn(called.meeting, people)

      const { ballot } = await value(openBallot(engine, clerk, called.meeting, { proposal, motion: 'agree' }))
      const seen = changed()
      for (const person of people) await value(votes.cast(actorOf(person), { ballot, choice: 'yes' }))
      await same([first, second])
      assert.is(changed(), seen + 1, 'votes, which count no changes of their own')
      await value(closeBallot(engine, clerk, ballot))
      await committee.ends(called.meeting)

      const hung = await value(perform(engine, clerk, proposal, openPublication, { places: '村部公开栏' }))
      const { posting } = hung.data as { readonly posting: string }
      const says = async (person = '', text = '', objection = false) => {
        const input = { posting, text, objection, channel: 'online' } as const
        const said = await value(perform(engine, actorOf(person), proposal, comment, input))
        return (said.data as { readonly comment: string }).comment
      }
      const answered = await says(people[0], '排水沟要加盖板。')
      const kept = await says(people[1], '电话是……')
      await value(
        perform(engine, clerk, proposal, answerComments, {
          comments: [answered],
          answer: 'adopted',
          reason: '已要求。',
        }),
      )
      await value(perform(engine, clerk, proposal, moderateComment, { comment: kept, reason: 'personal-data' }))
      const named = changed()
      await value(correctPerson(engine, clerk, people[0] ?? '', { name: '钱一' }))
      assert.is(changed(), named + 1, 'who commented has another name')
      assert.ok(await seal(engine, v.community))
      assert.ok(steps > 30, `${steps} times something was written`)

      // Behind the services: a text is erased, by whom no service knows; and what is undone was not.
      const { ownerSql } = v.database
      const erased = changed()
      await ownerSql`update disclosure set text = null, salt = null, erased_at = now() where text = '排水沟要加盖板。'`
      await same([first, second])
      assert.is(changed(), erased + 1)
      goesTo(new Date(`${called.on}T23:59:30+08:00`))
      await same([first, second])
      goesTo(new Date(`${addDays(called.on, 1)}T00:00:30+08:00`))
      await same([first, second])
      assert.is(changed(), erased + 2, 'with the day one more of them is over')

      // Until something changes it is read once, whoever asks and however many: another page of the same case, too.
      const address = `${here}/proposals/${proposal}`
      const asks = (headers: Record<string, string> = {}, path = address) => first.app.request(path, { headers })
      await value(correctPerson(v.engine, clerk, people[0] ?? '', { name: '钱二' }))
      const atFirst = reads()
      const crowd = await Promise.all(Array.from({ length: 20 }, () => asks()))
      assert.is(reads(), atFirst + 1)
      const [one] = crowd
      assert.is(one?.headers.get('cache-control'), 'private, no-cache')
      assert.match(one?.headers.get('vary') ?? '', /Cookie.*Accept-Encoding/)
      assert.match(one?.headers.get('content-security-policy') ?? '', "default-src 'self'")
      const etag = one?.headers.get('etag') ?? ''
      assert.match(etag, /^W\/"[\w-]{22}"$/)
      const text = (await one?.text()) ?? ''
      for (const [wanted, packing] of [
        ['gzip, deflate, br', 'br'],
        ['gzip;q=0.5, br;q=0', 'gzip'],
        ['identity', null],
      ] as const) {
        const packed = await asks({ 'accept-encoding': wanted })
        assert.is(packed.headers.get('content-encoding'), packing)
        assert.is(packed.headers.get('etag'), etag)
        const bytes = Buffer.from(await packed.arrayBuffer())
        const plain = packing === 'br' ? brotliDecompressSync(bytes) : packing === 'gzip' ? gunzipSync(bytes) : bytes
        assert.is(plain.toString(), text)
      }
      const again = await asks({ 'if-none-match': `"other", ${etag}` })
      assert.equal([again.status, await again.text(), again.headers.get('etag')], [304, '', etag])

      // As each likes to read; and for whoever is signed in, or says so, nothing hangs.
      const english = await (await asks({ cookie: 'lang=en' })).text()
      assert.match(english, '<html lang="en"')
      assert.match(await (await asks({ cookie: 'lang=en; print=large' })).text(), '<html lang="en" class="large"')
      assert.is(await (await asks({ cookie: 'lang=en' })).text(), english)
      // A link that was handed on in WeChat leads to the same page.
      const handedOn = await asks({}, `${address}?from=groupmessage&isappinstalled=0`)
      assert.equal([handedOn.status, text.length > 0, reads()], [200, true, atFirst + 1])
      assert.match(await handedOn.text(), '硬化村东至北坡道路')
      const other = await (await asks({}, `${address}?from=${people[0]}`)).text()
      assert.not.match(other, '排水沟')
      assert.is(reads(), atFirst + 2, 'the comments from there on, and nothing else')
      const own = await asks({ cookie: `yishi-session=${await first.tokenOf(clerk)}`, 'if-none-match': etag })
      assert.equal([own.status, own.headers.get('etag')], [200, null])
      assert.is(own.headers.get('cache-control'), 'private, no-store')
      assert.match(await own.text(), '退出登录')
      const stranger = await asks({ cookie: 'yishi-session=no-such-token' })
      assert.equal([stranger.status, stranger.headers.get('etag')], [200, null])
      for (const path of [`${here}/proposals/${v.community}`, `${here}/n/7`, `${here}/desk`, `${here}/sign-in`])
        assert.is((await asks({}, path)).headers.get('etag'), null, path)
      assert.ok((await asks({}, `${here}/n/1`)).headers.get('etag'))
    },
    village,
  ),
)

wall('keeps what it holds within its bounds, and what was drawn too early for nobody who came later', () =>
  withVillageServices(
    begins,
    async ({ database, community, offset }) => {
      const asked = { sql: database.sql, offset }
      let [text, drawn] = ['first', 0]
      let goOn: (() => void) | undefined
      let begun: (() => void) | undefined
      const small = openWall(asked, { packs: true }, 4000)
      const app = new Hono().get('/:size', (c) =>
        small.answer(c, community, '', async () => {
          drawn += 1
          const said = text
          if (c.req.query('slow')) {
            begun?.()
            await new Promise<void>((resolve) => {
              goOn = resolve
            })
          }
          return { html: said.padEnd(Number(c.req.param('size'))) }
        }),
      )
      const looks = async (path: string) => (await (await app.request(path)).text()).trim()

      const waiting = new Promise<void>((resolve) => {
        begun = resolve
      })
      const early = looks('/10?slow=1')
      await waiting
      text = 'second'
      await database.ownerSql`update person set phone = phone`
      const late = looks('/10?slow=1')
      // Not the one under way: another is begun for whoever comes after the change.
      const another = new Promise<void>((resolve) => {
        begun = resolve
      })
      const letFirst = goOn
      await another
      letFirst?.()
      goOn?.()
      assert.equal(await Promise.all([early, late]), ['first', 'second'])
      assert.is(drawn, 2)

      for (const size of [500, 501, 502, 500]) await looks(`/${size}`)
      assert.is(drawn, 5, 'what was asked for again was still there')
      for (const size of [503, 504, 500]) await looks(`/${size}`)
      assert.is(drawn, 7)
      for (const size of [501, 502]) await looks(`/${size}`)
      assert.is(drawn, 9, 'what had been asked for longest ago had made room')
      await looks('/9000')
      await looks('/9000')
      assert.is(drawn, 11, 'what is larger than all the room is not kept')
    },
    village,
  ),
)

wall('asks once for all who come while it is asked, and never tells what was asked before they came', async () => {
  const answers: ((text: string) => void)[] = []
  const asks = askedTogether<string>(() => new Promise((resolve) => void answers.push(resolve)))
  const first = asks('here')
  const [second, third] = [asks('here'), asks('here')]
  const elsewhere = asks('there')
  assert.is(answers.length, 2, 'one place does not wait for another')
  answers[0]?.('one')
  answers[1]?.('there')
  assert.equal(await Promise.all([first, elsewhere]), ['one', 'there'])
  await Promise.resolve()
  const fourth = asks('here')
  while (answers.length < 3) await Promise.resolve()
  answers[2]?.('two')
  assert.equal(await Promise.all([second, third]), ['two', 'two'])
  for (const answer of answers.slice(3)) answer('three')
  assert.ok(['two', 'three'].includes(await fourth))

  let fails = true
  const shaky = askedTogether<string>(async () => {
    if (fails) throw new Error('lost')
    return 'found'
  })
  const lost = shaky('here').catch(String)
  const then = shaky('here').catch(String)
  fails = false
  assert.equal(await Promise.all([lost, then]), ['Error: lost', 'found'])

  // What is begun upon an answer keeps the next asking waiting, and whoever comes meanwhile shares it; elsewhere nobody waits.
  let times = 0
  const ends: (() => void)[] = []
  const followed = () => new Promise<void>((resolve) => void ends.push(resolve))
  const busy = askedTogether<number>(async () => {
    times += 1
    return times
  }, followed)
  assert.is(await busy('here'), 1)
  const waiting = [busy('here'), busy('here'), busy('here')]
  assert.is(await busy('there'), 2)
  assert.is(times, 2)
  for (const end of ends) end()
  assert.equal(await Promise.all(waiting), [3, 3, 3])
})

wall.run()
