import { setTimeout as wait } from 'node:timers/promises'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { signedIn } from '../src/demo/client.ts'
import { must, passwordOf, type Scene } from '../src/demo/stage.ts'
import type { Actor } from '../src/services/act.ts'
import type { VoteBox } from '../src/services/votes/box.ts'
import type { Receipt } from '../src/services/votes/receipt.ts'
import { cityRepresentatives, idOf, reviewsCovenant } from './support/cases.ts'
import { check } from './support/played-record.ts'
import { exportOf, optionOf, tallied, votesIn } from './support/recorded-votes.ts'
import {
  actorOf,
  at,
  behind,
  type Hall,
  opensHall,
  putsQuestion,
  tokensOf,
  told,
  voteBoxOf,
  withOthers,
} from './support/voters.ts'
import { type World, withCity } from './support/world.ts'

const race = suite('votes that race')
const long = process.env.LONG === '1'

type Voters = {
  readonly scene: Scene
  readonly world: World
  readonly hall: Hall
  readonly tokens: ReadonlyMap<string, string>
}

/** The residents' representatives vote on the covenant; five of the sixty stayed away, and all are signed in. */
const withRepresentatives = (use: (voters: Voters) => Promise<void>): Promise<void> =>
  withCity(async (scene, world) => {
    const hall = await opensHall(scene, await reviewsCovenant(scene), cityRepresentatives, 5)
    await use({ scene, world, hall, tokens: await tokensOf(scene, [...hall.present, ...hall.absent]) })
  })

const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, index) => index)

/** At some moment between two, in milliseconds from now. */
const between = async <T>(from: number, to: number, ask: () => Promise<T>): Promise<T> => {
  await wait(from + Math.random() * (to - from))
  return ask()
}

/** Holds the table and the opened entries of the record against the tally of a closed ballot. */
const countsAgree = async ({ scene, world, hall }: Voters, ballot: string, tally: unknown): Promise<void> => {
  const id = idOf(ballot)
  const rows = await behind(
    world,
    scene,
    (sql) => sql<{ person: string; choice: string }[]>`select person, choice from vote where ballot = ${id}`,
  )
  const record = await exportOf(scene, hall.proposal)
  const report = await check(record)
  assert.is(report.ok, true, JSON.stringify(report))
  const recorded = votesIn(record, id)
  assert.equal(recorded.map(({ voter }) => voter).sort(), rows.map(({ person }) => person).sort())
  assert.equal(tallied(recorded.map(({ choice }) => choice)), tally)
  assert.equal(tallied(rows.map(({ choice }) => choice)), tally)
}

for (const keyed of [true, false])
  race(
    `twin-vote, twin-option: fifty votes of one voter at once on two servers, ${keyed ? 'each with its own key' : 'without keys'}`,
    () =>
      withRepresentatives(({ scene, world, hall, tokens }) =>
        withOthers(world, 2, async (urls) => {
          for (const person of hall.present.slice(0, long ? 50 : 4)) {
            const answers = await Promise.all(
              upTo(50).map((n) => {
                const voter = at(urls[n % 2] ?? '', tokens, person)
                return voter.post(`${hall.ballot}/votes`, { choice: optionOf(n) }, keyed ? `try ${n}` : undefined)
              }),
            )
            const [cast, ...others] = answers.filter(({ status }) => status === 201)
            assert.equal(others, [])
            for (const answer of answers) if (answer !== cast) assert.equal(told(answer), [409, 'voted_already'])
            const found = await behind(
              world,
              scene,
              (sql) => sql<{ choice: string; entries: number }[]>`
              select choice, (
                select count(*)::int from entry
                where kind = 'vote.cast' and convert_from(bytes, 'UTF8')::jsonb -> 'data' ->> 'voter' = ${person}
              ) as entries from vote where person = ${person}`,
            )
            assert.equal([...found], [{ choice: cast?.body.choice, entries: 1 }])
          }
        }),
      ),
  )

race(
  'vote-vs-close: votes and closes at once on two servers, every close says one tally, of the acknowledged votes and no other',
  () =>
    withRepresentatives((voters) =>
      withOthers(voters.world, 2, async (urls) => {
        const { scene, hall, tokens } = voters
        const credentials = { login: 'tingqian-clerk', password: passwordOf('tingqian-clerk') }
        const clerks = await Promise.all(urls.map((url) => signedIn(url, scene.community, credentials)))
        let { ballot } = hall
        for (let round = 1; round <= (long ? 40 : 5); round += 1) {
          const cast = async (n: number) => {
            const choice = optionOf(n)
            const voter = at(urls[n % 2] ?? '', tokens, hall.present[n])
            return { choice, answer: await voter.post(`${ballot}/votes`, { choice }) }
          }
          const early = await Promise.all([0, 1, 2].map(cast))
          const closing = Math.random() * 60
          const [racing, closes] = await Promise.all([
            Promise.all(upTo(47).map((n) => between(0, 90, () => cast(3 + n)))),
            Promise.all(
              upTo(50).map((n) => between(closing, closing + 30, async () => clerks[n % 2]?.post(`${ballot}/close`))),
            ),
          ])
          const late = await Promise.all([50, 51, 52].map(cast))

          for (const { answer } of early) assert.is(answer.status, 201)
          for (const { answer } of [...racing, ...late])
            if (answer.status !== 201) assert.equal(told(answer), [409, 'ballot_closed'])
          for (const { answer } of late) assert.is(answer.status, 409)
          const acknowledged = [...early, ...racing].filter(({ answer }) => answer.status === 201)
          const tally = tallied(acknowledged.map(({ choice }) => choice))
          for (const close of closes) {
            assert.is(close?.status, 200, JSON.stringify(close))
            assert.equal(close?.body.tally, closes[0]?.body.tally)
          }
          const [first] = closes.map((close) => close?.body.tally as { readonly people: object })
          assert.equal(first?.people, { entitled: 60, present: 55, spoiled: 0, ...tally })
          await countsAgree(voters, ballot, tally)
          ballot = await putsQuestion(scene, hall, `第 ${round} 次未过,再次表决`)
        }
      }),
    ),
)

type Ask = { readonly actor: Actor; readonly choice: string; readonly comesTo: string }

/** Votes of one ballot asked at once; each is to come to what is said of it. */
const askAtOnce = async (box: VoteBox, ballot: string, asks: readonly Ask[]): Promise<readonly Receipt[]> => {
  const settled = await Promise.allSettled(asks.map(({ actor, choice }) => box.cast(actor, { ballot, choice })))
  const came = settled.map((one) => {
    if (one.status === 'rejected') return 'failed'
    return one.value.ok ? 'cast' : one.value.refusal.code
  })
  assert.equal(
    came,
    asks.map(({ comesTo }) => comesTo),
  )
  return settled.flatMap((one) => (one.status === 'fulfilled' && one.value.ok ? [one.value.value] : []))
}

race('a bad vote in a full batch fails nobody else’s', () =>
  withRepresentatives(async (voters) => {
    const { scene, world, hall, tokens } = voters
    const box = await voteBoxOf(world)
    const actor = (person = ''): Actor => actorOf(scene, tokens, person)
    const [gone, reuser, lead, twice, changing, ...rest] = hall.present
    assert.is((await at(scene.url, tokens, gone).signOut()).status, 200)
    const topic = await at(scene.url, tokens, reuser).post(`${scene.path}/topics`, { text: '路灯坏了' }, 'used')
    assert.is(topic.status, 201)
    const clerk = await must((await scene.clerk()).get('/api/session'), 'who am I')
    const nobody: Actor = { ...actor(lead), account: 'nobody' }

    const asksOf = (ballot: string, poison: readonly Actor[]): readonly Ask[] => {
      const keyed = (person: string | undefined, key: string, request: string): Actor => ({
        ...actor(person),
        idempotency: { key, request: `${ballot} ${request}` },
      })
      const good = rest
        .slice(0, 40)
        .map((person, n) => ({ actor: actor(person), choice: optionOf(n), comesTo: 'cast' }))
      const failing = poison.map((bad) => ({ actor: bad, choice: 'yes', comesTo: 'failed' }))
      return [
        { actor: actor(lead), choice: 'no', comesTo: 'cast' },
        ...good.slice(0, 10),
        { actor: actor(gone), choice: 'yes', comesTo: 'session_ended' },
        { actor: actor(hall.absent[0]), choice: 'yes', comesTo: 'not_present_at_roll_call' },
        { actor: keyed(twice, ballot, 'yes'), choice: 'yes', comesTo: 'cast' },
        ...good.slice(10, 20),
        ...failing,
        { actor: keyed(twice, ballot, 'yes'), choice: 'yes', comesTo: 'cast' },
        { actor: actor(lead), choice: 'yes', comesTo: 'voted_already' },
        { actor: keyed(changing, ballot, 'no'), choice: 'no', comesTo: 'cast' },
        { actor: keyed(changing, ballot, 'yes'), choice: 'yes', comesTo: 'idempotency_key_reused' },
        { actor: actor(changing), choice: 'yes', comesTo: 'voted_already' },
        ...good.slice(20, 30),
        { actor: keyed(reuser, 'used', 'yes'), choice: 'yes', comesTo: 'idempotency_key_reused' },
        { actor: { ...actor(lead), account: String(clerk.account) }, choice: 'yes', comesTo: 'session_ended' },
        ...good.slice(30),
      ]
    }
    /** Forty and three votes are there, once each; answers how many heads were signed for them. */
    const allCounted = async (ballot: string, asks: readonly Ask[], receipts: readonly Receipt[]) => {
      const once = [...new Map(receipts.map((receipt) => [receipt.seq, receipt])).values()]
      assert.is(once.length, 43)
      assert.is(receipts.length, 44, 'the retry in the batch has the receipt of its first try')
      const again = receipts.filter(({ seq }, n) => receipts.findIndex((other) => other.seq === seq) !== n)
      for (const receipt of again)
        assert.equal(
          receipt,
          once.find(({ seq }) => seq === receipt.seq),
        )
      const { tally } = await must((await scene.clerk()).post(`${ballot}/close`), 'close')
      const counts = tallied(once.map(({ choice }) => choice))
      assert.equal((tally as { readonly people: object }).people, { entitled: 60, present: 55, spoiled: 0, ...counts })
      await countsAgree(voters, ballot, counts)
      assert.is(asks.filter(({ comesTo }) => comesTo === 'cast').length, receipts.length)
      return once
    }

    const asks = asksOf(idOf(hall.ballot), [])
    const together = await allCounted(hall.ballot, asks, await askAtOnce(box, idOf(hall.ballot), asks))
    // They were written together: one head was signed for them, and each knows the leaves that came after it.
    assert.equal(
      together.map(({ laterLeaves }) => laterLeaves.length),
      upTo(43).map((n) => 42 - n),
    )
    assert.is(new Set(together.map(({ signedHead }) => signedHead)).size, 1)

    const ballot = await putsQuestion(scene, hall, '再次表决')
    const unprintable: Actor = { ...actor(rest[45]), idempotency: { key: 'a\u0000b', request: 'yes' } }
    const poisoned = asksOf(idOf(ballot), [nobody, unprintable])
    const alone = await allCounted(ballot, poisoned, await askAtOnce(box, idOf(ballot), poisoned))
    // The statement of the whole batch failed, so each was written by itself.
    assert.ok(alone.every(({ laterLeaves }) => laterLeaves.length === 0))
    assert.is(new Set(alone.map(({ signedHead }) => signedHead)).size, alone.length)
  }),
)

race.run()
