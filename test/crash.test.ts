import { setTimeout as wait } from 'node:timers/promises'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { attend, must, type Scene } from '../src/demo/stage.ts'
import { idOf, reviewsRoad } from './support/cases.ts'
import { type Child, endChild, killChild } from './support/child.ts'
import { caseChain, check } from './support/played-record.ts'
import { exportOf, opens, optionOf, tallied, votesIn } from './support/recorded-votes.ts'
import { at, behind, type Hall, putsQuestion, startAnother, tokensOf } from './support/voters.ts'
import { type World, withVillage } from './support/world.ts'

const crash = suite('a server killed while people vote')
const rounds = process.env.LONG === '1' ? 25 : 5
const atOnce = 48

/** All adults of the village meet and the question is put to them. */
const opensAssembly = async (scene: Scene, world: World): Promise<Hall> => {
  const proposal = await reviewsRoad(scene, { decides: 'persons' })
  const [chair] = await scene.seats('village-committee')
  const day = scene.clock.ahead(10)
  const called = await must(
    (await scene.clerk()).post(`${scene.path}/meetings`, {
      body: 'village-assembly',
      mode: 'persons',
      at: day,
      convenedBy: 'village-committee',
      presider: chair?.person,
      place: '村委会院内',
      written: true,
      posted: true,
      agenda: [idOf(proposal)],
    }),
    'convene',
  )
  await scene.clock.goTo(day)
  const meeting = `${scene.path}/meetings/${String(called.meeting)}`
  const roll = await behind(
    world,
    scene,
    (sql) => sql<{ person: string }[]>`
      select person from roll_entry e join roll r on (r.community, r.id) = (e.community, e.roll)
      where r.meeting = ${String(called.meeting)} order by person`,
  )
  const present = roll.map(({ person }) => person)
  await attend(scene, meeting, present)
  return { proposal, meeting, ballot: await putsQuestion(scene, { proposal, meeting }), present, absent: [] }
}

/** What a voter holds: an answer that came, or nothing. */
type Vote = {
  readonly person: string
  readonly choice: string
  readonly key: string
  receipt?: Readonly<Record<string, unknown>>
}

type Voters = { readonly ballot: string; readonly tokens: ReadonlyMap<string, string> }

/** Asks once; what is not answered stays unacknowledged. Answers the code of the refusal, if there was one. */
const asks = async ({ ballot, tokens }: Voters, url: string, vote: Vote, key = vote.key): Promise<unknown> => {
  const answer = await at(url, tokens, vote.person)
    .post(`${ballot}/votes`, { choice: vote.choice }, key)
    .catch(() => undefined)
  if (answer?.status === 201) vote.receipt = answer.body
  return answer === undefined || answer.status === 201 ? undefined : answer.body.code
}

/** A lock that every write asks for at its commit: while the test holds it, no commit comes to its end. */
const gate = 1_000_001

const gateCommits = async ({ database: { ownerSql } }: World): Promise<void> => {
  await ownerSql.unsafe(`
    create function pass_gate() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock_shared(${gate}); return null; end $$;
    create constraint trigger "commits pass the gate" after insert on signed_head
      deferrable initially deferred for each row execute function pass_gate();`)
}

/** Kills a server when it has sent its commit and waits for the answer; the commit then takes place without it. */
const killInCommit = async ({ database: { ownerSql } }: World, server: Child): Promise<void> => {
  const sql = await ownerSql.reserve()
  try {
    await sql`select pg_advisory_lock(${gate})`
    const waiting = () => sql`
      select from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`
    while ((await waiting()).length === 0) await wait(1)
    await killChild(server)
    await sql`select pg_advisory_unlock(${gate})`
  } finally {
    sql.release()
  }
}

const killSomeTime = async (_world: World, server: Child): Promise<void> => {
  await wait(Math.random() * 15)
  await killChild(server)
}

/** People vote, so many at once, on a server that is killed in the midst of it; answers those who asked. */
const votesUntilKilled = async (
  world: World,
  voters: Voters,
  votes: readonly Vote[],
  kill: typeof killInCommit,
): Promise<readonly Vote[]> => {
  const server = await startAnother(world)
  const killedAfter = 1 + Math.floor(Math.random() * (votes.length - 3 * atOnce))
  const asked: Vote[] = []
  let acknowledged = 0
  let killed: Promise<void> | undefined
  const voting = async (): Promise<void> => {
    for (let vote = votes[asked.length]; vote; vote = votes[asked.length]) {
      asked.push(vote)
      assert.is(await asks(voters, server.url, vote), undefined)
      if (!vote.receipt) return
      acknowledged += 1
      if (acknowledged >= killedAfter) killed ??= kill(world, server)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, voting))
  await killed
  assert.is(server.process.signalCode, 'SIGKILL')
  return asked
}

/** How many votes are stored once the killed server's transactions have come to their ends. */
const storedAfterKill = (scene: Scene, world: World, { proposal }: Hall, ballot: string): Promise<number> =>
  behind(world, scene, async (sql) => {
    await sql`select from chain where name = ${`proposal/${idOf(proposal)}`} for update`
    return (await sql`select from vote where ballot = ${idOf(ballot)}`).length
  })

/** Every acknowledged vote is in the table and in the record as it was acknowledged, and nobody has two. */
const nothingLostOrDoubled = async (scene: Scene, world: World, hall: Hall, ballot: string, votes: readonly Vote[]) => {
  const { tally } = await must((await scene.clerk()).post(`${ballot}/close`), 'close')
  const record = await exportOf(scene, hall.proposal)
  const report = await check(record)
  assert.is(report.ok, true, JSON.stringify(report.disagreement))
  const rows = await behind(
    world,
    scene,
    (sql) => sql<{ person: string; choice: string }[]>`
      select person, choice from vote where ballot = ${idOf(ballot)} order by person`,
  )
  const recorded = votesIn(record, idOf(ballot))
  const byVoter = new Map(recorded.map((vote) => [vote.voter, vote]))
  assert.is(byVoter.size, recorded.length, 'nobody is twice in the record')
  assert.equal(
    [...recorded].sort((a, b) => (a.voter < b.voter ? -1 : 1)).map(({ voter, choice }) => ({ person: voter, choice })),
    [...rows],
  )
  for (const { person, choice, receipt } of votes) {
    const found = byVoter.get(person)
    if (found) assert.is(found.choice, choice, 'nobody has a vote that they did not ask for')
    if (receipt === undefined) continue
    assert.equal([found?.seq, receipt.choice], [receipt.seq, choice])
    assert.is(caseChain(record).entries[Number(receipt.seq) - 1]?.bytes, receipt.entry)
    assert.ok(opens(found?.commitment ?? '', String(receipt.salt), choice))
  }
  const { people } = tally as { readonly people: object }
  const counts = tallied(rows.map(({ choice }) => choice))
  assert.equal(people, { entitled: votes.length, present: votes.length, spoiled: 0, ...counts })
  return new Set(byVoter.keys())
}

crash('acknowledged votes stay, unacknowledged ones can be asked again, and none is doubled', () =>
  withVillage(async (scene, world) => {
    const hall = await opensAssembly(scene, world)
    const tokens = await tokensOf(scene, hall.present)
    await gateCommits(world)
    let { ballot } = hall
    for (let round = 1; round <= rounds; round += 1) {
      const voters = { ballot, tokens }
      const votes = hall.present.map((person, n): Vote => ({ person, choice: optionOf(n), key: `${ballot} ${n}` }))
      const inCommit = round % 2 === 1
      const asked = await votesUntilKilled(world, voters, votes, inCommit ? killInCommit : killSomeTime)
      const unanswered = asked.filter(({ receipt }) => receipt === undefined)
      assert.ok(unanswered.length > 0, 'the server was killed under load')
      const unacknowledged = (await storedAfterKill(scene, world, hall, ballot)) - (asked.length - unanswered.length)
      if (inCommit) assert.ok(unacknowledged > 0, 'votes were committed that nobody was told of')

      const server = await startAnother(world)
      const patient = unanswered.filter((_, n) => n % 3 === 0)
      const forgetful = unanswered.filter((_, n) => n % 3 === 1)
      const refusals = await Promise.all([
        ...[...patient, ...votes.slice(asked.length)].map((vote) => asks(voters, server.url, vote)),
        ...forgetful.map((vote) => asks(voters, server.url, vote, `${vote.key} again`)),
      ])
      assert.is(await endChild(server), 0)

      for (const refusal of refusals) assert.ok(refusal === undefined || refusal === 'voted_already', String(refusal))
      for (const { receipt } of [...patient, ...votes.slice(asked.length)]) assert.ok(receipt)
      const counted = await nothingLostOrDoubled(scene, world, hall, ballot, votes)
      for (const { person } of forgetful)
        assert.ok(counted.has(person), 'was refused for having voted, or has voted now')
      ballot = await putsQuestion(scene, hall, `第 ${round} 次未过,再次表决`)
    }
  }),
)

crash.run()
