import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { callerOf } from '../src/demo/client.ts'
import { must, passwordOf } from '../src/demo/stage.ts'
import { startServer } from '../src/node.ts'
import { acceptsRoad, branch, callOf, calls, ends, idOf } from './support/cases.ts'
import { type Heard, listens } from './support/listening.ts'
import { type Small, withSmallVillage } from './support/small-village.ts'
import { tokensOf, told, withOthers } from './support/voters.ts'

const stream = suite('a meeting as it happens')

const tokenOf = async (scene: Small, url: string): Promise<string> => {
  const credentials = { login: 'xiaoshi-clerk', password: passwordOf('xiaoshi-clerk') }
  const { token } = await must(
    callerOf(url).post('/api/session', { community: scene.community, ...credentials }),
    'sign in',
  )
  return String(token)
}

const kinds = (events: readonly Heard[]) => events.map(({ event }) => event)
const last = (events: readonly Heard[], event: string) => events.filter((one) => one.event === event).at(-1)?.data ?? {}
const voted = (events: readonly Heard[]): number => Number(last(events, 'turnout').voted ?? 0)

const metIn = (hall: unknown) =>
  (hall as { quorum: readonly { met: boolean }[] } | undefined)?.quorum.map(({ met }) => met)

/** A meeting of the branch committee on two matters, on its day. */
const sits = async (scene: Small) => {
  const proposals = [await acceptsRoad(scene), await acceptsRoad(scene)]
  const meeting = await calls(scene, await callOf(scene, proposals, { ...branch, daysAhead: 1 }))
  return { meeting, proposals, path: `${meeting}/stream`, people: ['张一', '赵二'].map(scene.id) }
}

stream('is heard on every server, loses and doubles nothing over a break, and tells no choice before the close', () =>
  withSmallVillage(async (scene) => {
    const { meeting, proposals, path, people } = await sits(scene)
    const [first = '', second = ''] = people
    await withOthers(scene.world, 2, async ([here = '', there = '']) => {
      const token = await tokenOf(scene, here)
      const clerk = callerOf(here, token)
      const screen = await listens(there, path, token)
      assert.equal([screen.status, screen.headers['content-type']], [200, 'text/event-stream; charset=utf-8'])
      assert.is(screen.headers['cache-control'], 'no-store, no-transform')
      const [now] = await screen.until((events) => events.length > 0)
      assert.equal([now?.event, now?.data.outcome, now?.data.open, now?.data.results], ['now', null, [], []])
      assert.equal((now?.data.hall as { people: unknown } | undefined)?.people, { entitled: 2, present: 0 })

      assert.equal(metIn(now?.data.hall), [false, false])
      await must(clerk.post(`${meeting}/attendance`, { people: [first] }), 'the first')
      const hall = last(await screen.until((events) => kinds(events).includes('attendance')), 'attendance')
      assert.equal(hall.people, { entitled: 2, present: 1 })
      assert.equal(metIn(hall), [true, true], 'half of two is what the branch committee needs')
      await must(clerk.post(`${meeting}/attendance`, { people: [second] }), 'the second')
      const full = await screen.until(
        (events) => (last(events, 'attendance').people as { present: number }).present === 2,
      )
      assert.equal(metIn(last(full, 'attendance')), [true, true])

      const open = async (proposal: string) => {
        const { ballot } = await must(clerk.post(`${meeting}/ballots`, { proposal: idOf(proposal) }), 'open')
        return `${scene.path}/ballots/${String(ballot)}`
      }
      const tokens = await tokensOf({ ...scene, url: here }, people)
      const cast = (ballot: string, person: string, choice: string) =>
        must(callerOf(here, tokens.get(person)).post(`${ballot}/votes`, { choice }), 'vote')
      const ballot = await open(proposals[0] ?? '')
      await screen.until((events) => kinds(events).includes('ballot'))
      await cast(ballot, first, 'yes')
      const heard = await screen.until((events) => voted(events) === 1)
      const place = heard.at(-1)?.id ?? ''
      screen.stop()

      // Away: a vote, the close, another question and a vote in it. Back on another server by the last event's id.
      await cast(ballot, second, 'abstain')
      const before = await listens(here, path, token, place)
      const beforeClose = await before.until((events) => voted(events) === 2)
      for (const bytes of [screen.bytes(), before.bytes()])
        assert.not.match(bytes, /"(?:yes|no|abstain|choice|choices|tally)"/, 'no choice before the close')
      before.stop()
      await must(clerk.post(`${ballot}/close`), 'close')
      const other = await open(proposals[1] ?? '')
      await cast(other, second, 'no')
      const again = await listens(there, path, token, place)
      const rest = await again.until((events) => voted(events) === 1 && kinds(events).includes('ballot'))
      assert.equal(kinds(rest), ['turnout', 'result', 'ballot', 'turnout'], 'what was missed, once, and in order')
      assert.equal([rest[0]?.data.voted, rest[0]?.data.ballot], [2, idOf(ballot)])
      const result = last(rest, 'result')
      assert.equal([result.ballot, result.carried, result.voided], [idOf(ballot), false, false])
      assert.equal((result.tally as { people: unknown }).people, {
        entitled: 2,
        present: 2,
        yes: 1,
        no: 0,
        abstain: 1,
        spoiled: 0,
      })
      assert.not.match(JSON.stringify(rest.slice(2)), /"(?:yes|no|abstain)"/, 'the open one stays shut')

      // By any of the ids it heard, a listener hears exactly what came after it.
      const all = [...heard, ...rest]
      for (const from of [all[1], beforeClose.at(-1), rest[1]]) {
        const resumed = await listens(here, path, token, from?.id)
        const wanted =
          from === beforeClose.at(-1) ? rest.slice(1) : all.slice(all.findIndex(({ id }) => id === from?.id) + 1)
        const came = await resumed.until(
          (events) =>
            kinds(events).filter((one) => one === 'ballot').length >= 1 &&
            voted(events) === 1 &&
            events.at(-1)?.data.ballot === idOf(other),
        )
        // Votes that came while nobody was told in between are told together.
        assert.equal(came.at(-1), wanted.at(-1))
        assert.equal(new Set(came.map(({ id }) => id)).size, came.length)
        assert.equal(
          came.filter(({ event }) => event === 'result').length,
          wanted.filter(({ event }) => event === 'result').length,
        )
        resumed.stop()
      }
      // An id that is none of this meeting's begins anew.
      for (const wrong of ['7', '1.2.x', '9.9.9.9', 'm1.p2']) {
        const anew = await listens(here, path, token, wrong)
        const [begins] = await anew.until((events) => events.length > 0)
        assert.is(begins?.event, 'now')
        assert.equal(
          (begins?.data.open as readonly { ballot: string; voted: number }[] | undefined)?.map((one) => [
            one.ballot,
            one.voted,
          ]),
          [[idOf(other), 1]],
        )
        assert.not.match(JSON.stringify(begins?.data.open), /"(?:yes|no|abstain)"/)
        anew.stop()
      }
      await must(clerk.post(`${other}/close`), 'close')
      await ends(scene, meeting, 'held')
      const end = await again.until((events) => kinds(events).includes('meeting'))
      assert.equal(last(end, 'meeting'), { ended: 'held' })
      again.stop()
    })
  }),
)

stream(
  'is for whoever is signed in to the meeting’s own community, so many at a time, until the session or the server ends',
  () =>
    withSmallVillage(async (scene) => {
      const { path, people } = await sits(scene)
      const settings = {
        host: '127.0.0.1',
        port: 0,
        folder: scene.world.folder,
        issuer: 'yishi-test',
        databaseUrl: scene.world.database.url,
        offset: scene.world.offset,
        log: () => undefined,
      }
      const live = { pollMs: 20, beatMs: 40, atMost: 3, bySession: 2 }
      const server = await startServer({ ...settings, live })
      try {
        const { url } = server
        const tokens = await tokensOf({ ...scene, url }, people)
        const [one = '', two = ''] = people.map((person) => tokens.get(person) ?? '')
        const nowhere = path.replace(/meetings\/[^/]+/, 'meetings/01890a5d-ac96-774b-bcce-b302099a8057')
        assert.equal(told(await callerOf(url, one).get(nowhere)), [404, 'not_found'])
        assert.equal(told(await callerOf(url).get(path)), [401, 'token_missing'])
        assert.equal(told(await callerOf(url, 'not.a.token').get(path)), [401, 'token_invalid'])
        const elsewhere = path.replace(scene.community, '01890a5d-ac96-774b-bcce-b302099a8057')
        assert.equal((await callerOf(url, one).get(elsewhere)).status, 401, 'a token of another community')

        const [a, b] = [await listens(url, path, one), await listens(url, path, one)]
        const third = await listens(url, path, one)
        assert.equal([third.status, third.headers['retry-after']], [503, '10'], 'so many by one session')
        const c = await listens(url, path, two)
        assert.is((await listens(url, path, await tokenOf(scene, url))).status, 503, 'so many in one process')
        for (const listening of [a, b, c]) await listening.until((events) => events.length === 1)

        // Signs of life come without an event, and a session that has ended hears no more.
        while (!a.bytes().includes(': \n\n')) await Promise.race([a.ended, new Promise((turn) => setImmediate(turn))])
        assert.is((await callerOf(url, one).signOut()).status, 200)
        await Promise.all([a.ended, b.ended])
        assert.equal(a.events().at(-1), { id: '', event: 'end', data: { reason: 'session_ended' } })
        const place = await listens(url, path, await tokenOf(scene, url))
        assert.is(place.status, 200, 'their places are free again')
        await place.until((events) => events.length === 1)

        await server.close()
        await Promise.all([c.ended, place.ended])
        assert.equal(c.events().at(-1)?.data, { reason: 'server_stops' })
      } finally {
        await server.close().catch(() => undefined)
      }
    }),
)

stream.run()
