import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { callerOf } from '../src/demo/client.ts'
import { must, type Scene } from '../src/demo/stage.ts'
import { acceptsRoad, idOf } from './support/cases.ts'
import { at, behind, type Hall, opensHall, tokensOf, told, withOthers } from './support/voters.ts'
import { foundCity, type World, withVillage } from './support/world.ts'

const votes = suite('votes')

type Voters = {
  readonly scene: Scene
  readonly world: World
  readonly hall: Hall
  readonly tokens: ReadonlyMap<string, string>
  readonly path: string
}

/** The party assembly's ballot stands open: ten are signed in, two stayed away. */
const withBallot = (use: (voters: Voters) => Promise<void>): Promise<void> =>
  withVillage(async (scene, world) => {
    const call = { body: 'party-assembly', convenedBy: 'party-committee', daysAhead: 1 }
    const hall = await opensHall(scene, await acceptsRoad(scene, { branch: 'party-assembly' }), call, 2)
    const tokens = await tokensOf(scene, [...hall.present.slice(0, 10), ...hall.absent])
    await use({ scene, world, hall, tokens, path: `${hall.ballot}/votes` })
  })

/** The n-th of those present, at a server. */
const voterOf = ({ scene, hall, tokens }: Voters, n: number, url = scene.url) => at(url, tokens, hall.present[n])

const closes = async ({ scene, hall }: Voters) => must((await scene.clerk()).post(`${hall.ballot}/close`), 'close')

/** Votes in the table and in the record. */
const stored = ({ scene, world }: Voters) =>
  behind(world, scene, async (sql) => {
    const [row] = await sql<{ table: number; record: number }[]>`
      select (select count(*)::int from vote) as table,
        (select count(*)::int from entry where kind = 'vote.cast') as record`
    return [row?.table, row?.record]
  })

votes('one voter has one vote, and nobody else has one', () =>
  withBallot(async (voters) => {
    const { scene, world, hall, tokens, path } = voters
    const voter = voterOf(voters, 0)
    assert.is((await voter.post(path, { choice: 'yes' })).status, 201)
    for (const choice of ['yes', 'no', 'abstain'])
      assert.equal(told(await voter.post(path, { choice })), [409, 'voted_already'])
    assert.equal(told(await voter.post(path, { choice: 'yes' }, 'a key')), [409, 'voted_already'])

    for (const person of hall.absent)
      assert.equal(told(await at(scene.url, tokens, person).post(path, { choice: 'no' })), [
        403,
        'not_present_at_roll_call',
      ])
    const members = new Set([...hall.present, ...hall.absent])
    const { items } = await must((await scene.clerk()).get(`${scene.path}/people?limit=100`), 'people')
    const outsider = (items as readonly { readonly id: string }[]).find(({ id }) => !members.has(id))
    const resident = await scene.resident(outsider?.id ?? '')
    assert.equal(told(await resident.post(path, { choice: 'yes' })), [403, 'not_on_roll'])
    assert.equal(told(await (await scene.clerk()).post(path, { choice: 'yes' })), [403, 'not_on_roll'])
    assert.equal(told(await callerOf(scene.url).post(path, { choice: 'yes' })), [401, 'token_missing'])

    const city = await foundCity(world)
    const elsewhere = await city.clerk()
    assert.equal(told(await elsewhere.post(path, { choice: 'yes' })), [401, 'token_invalid'])
    const sameBallotThere = path.replace(scene.path, city.path)
    assert.equal(told(await elsewhere.post(sameBallotThere, { choice: 'yes' })), [404, 'not_found'])
    assert.equal(await stored(voters), [1, 1])
  }),
)

votes('roster after the ballot opened: who lost the seat still votes, who was given one does not', () =>
  withBallot(async (voters) => {
    const { scene, hall, path } = voters
    const on = scene.clock.today()
    const seats = `${scene.path}/bodies/party-assembly/seats`
    const [left] = hall.present
    const clerk = await scene.clerk()
    await must(clerk.post(`${seats}/endings`, { people: [left], cause: 'resigned', on }), 'ending')
    const members = new Set([...hall.present, ...hall.absent])
    const { items } = await must(clerk.get(`${scene.path}/people?limit=200`), 'people')
    const outsider = (items as readonly { readonly id: string }[]).find(({ id }) => !members.has(id))?.id ?? ''
    const filled = { cause: 'appointed', from: on, members: [{ person: outsider, office: 'member' }] }
    await must(clerk.post(seats, filled), 'filling')

    assert.is((await voterOf(voters, 0).post(path, { choice: 'yes' })).status, 201)
    const added = await scene.resident(outsider)
    assert.equal(told(await added.post(path, { choice: 'no' })), [403, 'not_on_roll'])
    const { tally } = await closes(voters)
    const { entitled, present, yes, no } = (tally as { readonly people: Readonly<Record<string, number>> }).people
    assert.equal([entitled, present, yes, no], [members.size, hall.present.length, 1, 0])
  }),
)

//  body, status, code
const malformed: readonly (readonly [unknown, number, string])[] = [
  [{ choice: 'maybe' }, 422, 'input_invalid'],
  [{ choice: 'spoiled' }, 422, 'input_invalid'],
  [{ choice: '' }, 422, 'input_invalid'],
  [{ choice: ['yes'] }, 422, 'input_invalid'],
  [{ choice: 'yes', person: '00000000-0000-4000-8000-000000000000' }, 422, 'input_invalid'],
  [{}, 422, 'input_invalid'],
  [[], 422, 'input_invalid'],
]

votes('ballot out of rules: what is no option is no vote, and leaves the voter theirs', () =>
  withBallot(async (voters) => {
    const { path } = voters
    const voter = voterOf(voters, 0)
    for (const [body, ...answer] of malformed)
      assert.equal(told(await voter.post(path, body)), answer, JSON.stringify(body))
    assert.equal(told(await voter.post(path, { choice: 'yes' }, 'k'.repeat(201))), [422, 'input_invalid'])
    assert.equal(await stored(voters), [0, 0])
    assert.is((await voter.post(path, { choice: 'yes' }, 'k'.repeat(200))).status, 201)
    assert.equal(await stored(voters), [1, 1])
  }),
)

votes('after the close nobody votes, and is told when it was', () =>
  withBallot(async (voters) => {
    const { scene, hall, tokens, path } = voters
    assert.is((await voterOf(voters, 0).post(path, { choice: 'yes' })).status, 201)
    const { tally } = await closes(voters)
    const chain = `${scene.path}/chains/proposal~${idOf(hall.proposal)}`
    const { items } = await must((await scene.clerk()).get(chain), 'chain')
    const entries = (items as readonly { readonly bytes: string }[]).map(
      ({ bytes }) => JSON.parse(bytes) as { readonly kind: string; readonly recordedAt: string },
    )
    const closing = entries.find(({ kind }) => kind === 'ballot.closed')

    for (const voter of [voterOf(voters, 0), voterOf(voters, 1), at(scene.url, tokens, hall.absent[0])]) {
      const { status, body } = await voter.post(path, { choice: 'no' })
      assert.equal([status, body.code, body.facts], [409, 'ballot_closed', { closedAt: closing?.recordedAt }])
    }
    assert.equal((await closes(voters)).tally, tally)
    assert.equal(await stored(voters), [1, 1])
  }),
)

votes('cut after COMMIT: a retry gets the very same receipt, at once, from another server, and after the close', () =>
  withBallot(async (voters) => {
    const { world, path } = voters
    await withOthers(world, 1, async ([other = '']) => {
      const keyOf = (n: number) => `phone-${n}`
      const cast = (n: number, choice = 'yes', url = voters.scene.url) =>
        voterOf(voters, n, url).post(path, { choice }, keyOf(n))
      const people = [0, 1, 2, 3, 4, 5]
      const first = await Promise.all(people.map((n) => cast(n)))
      const sameAs = async (again: readonly Promise<unknown>[]) => assert.equal(await Promise.all(again), first)
      assert.ok(first.every(({ status }) => status === 201))
      assert.is(new Set(first.map(({ body }) => body.seq)).size, people.length)

      await sameAs(people.map((n) => cast(n)))
      await sameAs(people.map((n) => cast(n, 'yes', other)))
      for (const n of people) assert.equal(told(await cast(n, 'no', other)), [422, 'idempotency_key_reused'])
      await closes(voters)
      await sameAs(people.map((n) => cast(n)))
      await sameAs(people.map((n) => cast(n, 'yes', other)))
      for (const n of people) assert.equal(told(await cast(n, 'no')), [422, 'idempotency_key_reused'])
      assert.equal(told(await cast(7)), [409, 'ballot_closed'])
      assert.equal(await stored(voters), [people.length, people.length])
    })
  }),
)

votes('requests with one key at once are one vote with one receipt, on two servers', () =>
  withBallot(async (voters) => {
    const { scene, world, path } = voters
    await withOthers(world, 1, async ([other = '']) => {
      const urls = [scene.url, other]
      const several = <T>(ask: (url: string, n: number) => Promise<T>) =>
        Promise.all(Array.from({ length: 20 }, (_, n) => ask(urls[n % 2] ?? '', n)))

      const same = await several((url) => voterOf(voters, 0, url).post(path, { choice: 'yes' }, 'tapped twice'))
      for (const answer of same) assert.equal(answer, same[0])
      assert.is(same[0]?.status, 201)

      const choices = ['yes', 'no', 'abstain']
      const mixed = await several(async (url, n) => {
        const choice = choices[n % 3] ?? ''
        return { choice, ...(await voterOf(voters, 1, url).post(path, { choice }, 'changed their mind')) }
      })
      const [won] = mixed.filter(({ status }) => status === 201)
      for (const { choice, status, body } of mixed)
        if (choice === won?.choice) assert.equal([status, body], [201, won.body])
        else assert.equal([status, body.code], [422, 'idempotency_key_reused'])
      assert.equal(await stored(voters), [2, 2])
    })
  }),
)

votes('a key that was used elsewhere is no vote, and a vote’s key is of no use elsewhere', () =>
  withBallot(async (voters) => {
    const { scene, path } = voters
    const voter = voterOf(voters, 0)
    const topics = `${scene.path}/topics`
    assert.is((await voter.post(topics, { text: '路灯坏了' }, 'first')).status, 201)
    assert.equal(told(await voter.post(path, { choice: 'yes' }, 'first')), [422, 'idempotency_key_reused'])
    assert.equal(await stored(voters), [0, 0])
    const receipt = await voter.post(path, { choice: 'yes' }, 'second')
    assert.is(receipt.status, 201)
    assert.equal(told(await voter.post(topics, { text: '路灯坏了' }, 'second')), [422, 'idempotency_key_reused'])
    assert.equal(await voter.post(path, { choice: 'yes' }, 'second'), receipt)
    // Keys are each account's own: the same words of another voter are another key.
    const neighbour = await voterOf(voters, 1).post(path, { choice: 'no' }, 'second')
    assert.equal([neighbour.status, neighbour.body.choice], [201, 'no'])
    assert.equal(await stored(voters), [2, 2])
  }),
)

votes('a session that ended casts nothing from that moment on, on any server', () =>
  withBallot(async (voters) => {
    const { scene, world, hall, path } = voters
    await withOthers(world, 1, async ([other = '']) => {
      const urls = [scene.url, other]
      const refusedEverywhere = async (n: number, key?: string) => {
        for (const url of urls)
          assert.equal(told(await voterOf(voters, n, url).post(path, { choice: 'yes' }, key)), [401, 'session_ended'])
      }
      assert.is((await voterOf(voters, 0).signOut()).status, 200)
      await refusedEverywhere(0)

      const receipt = await voterOf(voters, 1).post(path, { choice: 'yes' }, 'before I left')
      assert.is(receipt.status, 201)
      await voterOf(voters, 1).signOut()
      await refusedEverywhere(1, 'before I left')
      const back = await scene.resident(hall.present[1] ?? '')
      assert.equal(await back.post(path, { choice: 'yes' }, 'before I left'), receipt)

      await behind(
        world,
        scene,
        (sql) => sql`update account set disabled_at = now() where person = ${hall.present[2] ?? ''}`,
      )
      await refusedEverywhere(2)
      assert.equal(await stored(voters), [1, 1])

      const racing = await Promise.all(
        [3, 4, 5, 6, 7, 8].map(async (n) => {
          const [cast] = await Promise.all([
            voterOf(voters, n, urls[n % 2]).post(path, { choice: 'yes' }),
            voterOf(voters, n, urls[(n + 1) % 2]).signOut(),
          ])
          return cast
        }),
      )
      const won = racing.filter(({ status }) => status === 201).length
      for (const cast of racing) if (cast.status !== 201) assert.equal(told(cast), [401, 'session_ended'])
      assert.equal(await stored(voters), [1 + won, 1 + won])
    })
  }),
)

votes.run()
