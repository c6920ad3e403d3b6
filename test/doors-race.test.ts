import { setTimeout as wait } from 'node:timers/promises'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { connect } from '../db/client.ts'
import { type Answer, type Caller, signedIn } from '../src/demo/client.ts'
import { demoClock } from '../src/demo/demo-clock.ts'
import { must, passwordOf, type Scene, say } from '../src/demo/stage.ts'
import { databaseClock } from '../src/record/clock.ts'
import { acceptsRoad, authorises, callOf, calls, idOf, party, threeReviews } from './support/cases.ts'
import { type OwnRules, offering, ruled } from './support/doors.ts'
import { check } from './support/played-record.ts'
import { exportOf } from './support/recorded-votes.ts'
import { at, behind, type Hall, keysOf, opensHall, putsQuestion, tokensOf, told, withOthers } from './support/voters.ts'
import { type World, withVillage } from './support/world.ts'

const race = suite('doors that race')
const long = process.env.LONG === '1'
const rounds = long ? 20 : 3
const evidence = '表决票原件存档'

/** Two server processes of one village, with its clerk and its supervision committee at each. */
type Servers = {
  readonly scene: Scene
  readonly world: World
  readonly urls: readonly string[]
  readonly clerks: readonly [Caller, Caller]
  readonly second: Caller
}

const withServers = (scene: Scene, world: World, use: (servers: Servers) => Promise<void>): Promise<void> =>
  withOthers(world, 2, async (urls) => {
    const as = (url = '', login = '') => signedIn(url, scene.community, { login, password: passwordOf(login) })
    const [one, other, second] = await Promise.all([
      as(urls[0], 'shiqiao-clerk'),
      as(urls[1], 'shiqiao-clerk'),
      as(urls[1], 'shiqiao-supervisor'),
    ])
    await use({ scene, world, urls, clerks: [one, other], second })
  })

const either = (answer: Answer, accepted: number, ...refused: readonly string[]): boolean => {
  if (answer.status === accepted) return true
  assert.is(answer.status, 409, JSON.stringify(answer.body))
  assert.ok(refused.includes(String(answer.body.code)), JSON.stringify(answer.body))
  return false
}

/** What the closed ballot counted, once the whole record has been looked over. */
const countedIn = async ({ scene }: Servers, proposal: string, { body }: Answer, rules: OwnRules = {}) => {
  const report = await check(await exportOf(scene, proposal), offering(rules))
  assert.is(report.ok, true, JSON.stringify(report))
  const { yes, no, abstain } = (body.tally as { readonly people: Readonly<Record<string, number>> }).people
  return [yes, no, abstain]
}

const attestation = (scene: Scene, { body }: Answer): string => `${scene.path}/attestations/${String(body.attestation)}`

/** Enters a sheet with the papers of the ballot so far. */
const sheetOf = (clerk: Caller, ballot: string, people: readonly string[], returned: number, door = 'paper') =>
  clerk.post(`${ballot}/papers`, {
    evidence,
    door,
    issued: returned,
    returned,
    votes: people.map((person) => ({ person, choice: 'no' })),
  })

/**
 * One voter after another votes by phone while a sheet with the same voter's paper is confirmed: one of the two is taken.
 * Answers how many papers and how many phones were.
 */
const phoneAgainstPaper = async (
  { scene, urls, clerks, second }: Servers,
  ballot: string,
  people: readonly string[],
  tokens: ReadonlyMap<string, string>,
  door = 'paper',
) => {
  let papers = 0
  for (const [n, person] of people.entries()) {
    const waits = await sheetOf(clerks[0], ballot, [person], papers + 1, door)
    assert.is(waits.status, 201, JSON.stringify(waits.body))
    const voter = at(urls[n % 2] ?? '', tokens, person)
    const [phone, paper, ...knocks] = await Promise.all([
      voter.post(`${ballot}/votes`, { choice: 'yes' }, `phone ${n}`),
      second.post(`${attestation(scene, waits)}/confirm`),
      ...(door === 'visit' ? [clerks[1].post(`${ballot}/visits`, { person, outcome: 'reached' })] : []),
    ])
    const [byPhone, onPaper] = [either(phone, 201, 'voted_already'), either(paper, 200, 'row_refused')]
    assert.is(byPhone, !onPaper, 'one voter, one vote')
    for (const knock of knocks) either(knock, 201, 'row_refused')
    if (onPaper) papers += 1
    else await must(clerks[0].post(`${attestation(scene, waits)}/reject`, { reason: '已用手机表决' }), 'reject')
    for (const door of ['hands', 'assisted'] as const) {
      const again = { person, choice: 'yes' }
      const answer = await clerks[0].post(`${ballot}/${door}`, door === 'hands' ? { votes: [again] } : again)
      assert.is(answer.status, 409, JSON.stringify(answer.body))
    }
  }
  return { papers, phones: people.length - papers }
}

race(
  'phone, paper sheet, hands and close at once on two servers: one voter, one vote; lock-wait over deadline: refused',
  () =>
    withVillage(async (scene, world) => {
      const hall = await opensHall(scene, await acceptsRoad(scene, { branch: 'party-assembly' }), party)
      const people = hall.present.slice(0, 18)
      const tokens = await tokensOf(scene, people)
      await withServers(scene, world, async (servers) => {
        const { urls, clerks, second } = servers
        const [clerk, other] = clerks
        const again = () => putsQuestion(scene, hall, '未过,再次表决')

        // The same voter by phone and on a sheet.
        const same = people.slice(0, 2 * rounds)
        const { papers, phones } = await phoneAgainstPaper(servers, hall.ballot, same, tokens)
        const first = await clerk.post(`${hall.ballot}/close`)
        assert.equal(await countedIn(servers, hall.proposal, first), [phones, papers, 0])

        for (let round = 0; round < rounds; round += 1) {
          // A show of hands, some phones, a sheet being entered, and the close.
          const ballot = await again()
          const hands = people.slice(0, 6).map((person) => ({ person, choice: 'no' }))
          const [raised, entered, closed, ...cast] = await Promise.all([
            clerk.post(`${ballot}/hands`, { votes: hands }),
            sheetOf(other, ballot, people.slice(6, 8), 2),
            other.post(`${ballot}/close`),
            ...people
              .slice(8, 12)
              .map((person, n) => at(urls[n % 2] ?? '', tokens, person).post(`${ballot}/votes`, { choice: 'abstain' })),
          ])
          const shown = either(raised, 201, 'ballot_closed') ? hands.length : 0
          const waiting = either(entered, 201, 'ballot_closed')
          const byPhone = cast.filter((answer) => either(answer, 201, 'ballot_closed')).length
          // Either the sheet waits and the ballot stands, or the ballot is closed and no sheet waits.
          assert.is(either(closed, 200, 'papers_unconfirmed'), !waiting)
          if (waiting) {
            // The sheet is confirmed while others close: it is counted by whichever close comes through.
            const [confirmed, ...closes] = await Promise.all([
              second.post(`${attestation(scene, entered)}/confirm`),
              ...[0, 1, 2, 3].map((n) => clerks[n % 2 === 0 ? 0 : 1].post(`${ballot}/close`)),
            ])
            assert.is(confirmed.status, 200, JSON.stringify(confirmed.body))
            for (const close of closes) either(close, 200, 'papers_unconfirmed')
          }
          const last = await clerk.post(`${ballot}/close`)
          assert.equal(await countedIn(servers, hall.proposal, last), [0, shown + (waiting ? 2 : 0), byPhone])
          const rows = await behind(world, scene, (sql) => sql`select from vote where ballot = ${idOf(ballot)}`)
          assert.is(rows.length, shown + (waiting ? 2 : 0) + byPhone)
        }
        await overDeadline(servers, hall, people, tokens)
      })
    }),
)

/** lock-wait over deadline: asked in time, held up past it by whoever has the chain, refused; the time is asked after the lock. */
const overDeadline = async (
  { scene, world, urls, clerks }: Servers,
  hall: Hall,
  people: readonly string[],
  tokens: ReadonlyMap<string, string>,
) => {
  const until = new Date(world.clock.now().getTime() + 600_000).toISOString()
  const body = { proposal: idOf(hall.proposal), motion: 'agree', again: '未过,再次表决', until }
  const put = await must(clerks[0].post(`${hall.meeting}/ballots`, body), 'a ballot with a term')
  const ballot = `${scene.path}/ballots/${String(put.ballot)}`
  const [early, ...late] = people.slice(0, 5)
  assert.is((await at(urls[0] ?? '', tokens, early).post(`${ballot}/votes`, { choice: 'no' })).status, 201)
  const clocks = [world.clock, ...urls.map((url) => demoClock(url, world.offset))]
  const { asked: answers } = await world.database.ownerSql.begin(async (tx) => {
    await tx`select set_config('app.community', ${scene.community}, true)`
    await tx`select from chain where name = ${`proposal/${idOf(hall.proposal)}`} for no key update`
    const [raising = '', ...voting] = late
    const asked = [
      ...voting.map((person, n) => at(urls[n % 2] ?? '', tokens, person).post(`${ballot}/votes`, { choice: 'no' })),
      clerks[1].post(`${ballot}/hands`, { votes: [{ person: raising, choice: 'no' }] }),
    ]
    /** The batch of each server and the show of hands. */
    const waiting = async () => {
      const [row] = await world.database.ownerSql<{ many: number }[]>`
        select count(*)::int as many from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      return row?.many ?? 0
    }
    while ((await waiting()) < 3) await wait(20)
    assert.ok(world.clock.now().toISOString() < until)
    for (const clock of clocks) await clock.goTo(until)
    return { asked }
  })
  for (const answer of await Promise.all(answers)) assert.equal(told(answer), [409, 'ballot_term_over'])
  const closed = await clerks[0].post(`${ballot}/close`)
  assert.is(closed.status, 200, JSON.stringify(closed.body))
  assert.is((closed.body.tally as { readonly people: { readonly no: number } }).people.no, 1)
  assert.is((await check(await exportOf(scene, hall.proposal))).ok, true)
}

//  door, what it is sent, the code that it answers with
const unfit: readonly (readonly [door: string, body: object, status: number, code: string])[] = [
  ['papers', { evidence, issued: -1, returned: 0, votes: [] }, 422, 'input_invalid'],
  ['papers', { evidence, issued: 1e9, returned: 0, votes: [] }, 422, 'input_invalid'],
  ['papers', { issued: 1, returned: 1, votes: [] }, 422, 'input_invalid'],
  ['papers', { evidence, issued: 1, returned: 1, votes: [{ person: 'x', choice: 'no' }] }, 422, 'input_invalid'],
  ['hands', { votes: [] }, 422, 'input_invalid'],
  ['hands', { votes: [{ person: '00000000-0000-4000-8000-000000000000', choice: 'spoiled' }] }, 422, 'input_invalid'],
  ['hands/count', { evidence, tellers: [], people: { yes: 1, no: 0, abstain: 0 } }, 422, 'input_invalid'],
  ['hands/count', { evidence, tellers: ['x'], people: { yes: 0.5, no: 0, abstain: 0 } }, 422, 'input_invalid'],
  ['assisted', { person: '00000000-0000-4000-8000-000000000000', choice: 'spoiled' }, 422, 'input_invalid'],
  ['assisted', { person: '00000000-0000-4000-8000-000000000000', choice: 'yes' }, 409, 'row_refused'],
  ['votes/corrections', { evidence, choice: 'no', reason: '听错了' }, 422, 'input_invalid'],
  ['votes/change', { choice: 'spoiled', reason: '改主意' }, 422, 'input_invalid'],
  ['visits', { person: '00000000-0000-4000-8000-000000000000', outcome: 'asleep' }, 422, 'input_invalid'],
]

race('circulated visits and phones at once on two servers; what no door takes, and what comes too late', () =>
  withVillage(async (scene, world) => {
    const office = await scene.clerk()
    const choices = { ...threeReviews, branch: 'party-assembly' }
    const { adoption } = await must(
      office.post(`${scene.path}/adoptions`, { procedure: 'three-reviews@1', choices }),
      'adopt',
    )
    const { sql, db } = connect({ url: world.database.url, max: 1, log: () => undefined })
    const by = { db, clock: databaseClock(world.offset), keys: await keysOf(world) }
    const place = { database: world.database, community: scene.community }
    const rules = { circulated: { days: 2 } } as const
    await ruled(place, by, String(adoption), rules)
    await sql.end({ timeout: 1 })
    const opened = await must(office.post(`${scene.path}/proposals`, { adoption, title: '修路', topics: [] }), 'open')
    const proposal = `${scene.path}/proposals/${String(opened.proposal)}`
    await must(office.post(`${proposal}/drafts`, { text: '方案', change: 'first' }), 'draft')
    const matter = 'village-public-works'
    await authorises(scene, proposal, matter, { by: 'village-assembly', to: 'village-representatives' })
    await say(scene, proposal, 'intake.accepted', { matter })
    const call = await callOf(scene, [proposal], party)
    const meeting = await calls(scene, call)
    const members = (await scene.seats('party-assembly')).map(({ person }) => person)
    const people = members.slice(0, 2 * rounds)
    const tokens = await tokensOf(scene, people)
    await withServers(scene, world, async (servers) => {
      const [clerk] = servers.clerks
      const until = scene.clock.ahead(3)
      const put = await must(
        clerk.post(`${meeting}/ballots`, { proposal: idOf(proposal), motion: 'agree', until }),
        'circulate',
      )
      assert.is(put.mayVote, members.length)
      const ballot = `${scene.path}/ballots/${String(put.ballot)}`
      for (const [door, body, ...answer] of unfit)
        assert.equal(told(await clerk.post(`${ballot}/${door}`, body)), answer, `${door} ${JSON.stringify(body)}`)
      assert.equal(told(await clerk.post(`${ballot}/hands`, { votes: [{ person: members.at(-1), choice: 'no' }] })), [
        409,
        'other_way_of_voting',
      ])

      const { papers, phones } = await phoneAgainstPaper(servers, ballot, people, tokens, 'visit')
      assert.equal(told(await clerk.post(`${ballot}/close`)), [409, 'gate_closed'], 'voters are out')
      for (const clock of [world.clock, ...servers.urls.map((url) => demoClock(url, world.offset))])
        await clock.goTo(until)
      const back = await scene.clerk()
      assert.equal(await countedIn(servers, proposal, await back.post(`${ballot}/close`), rules), [phones, papers, 0])

      const [person] = people
      const late: readonly (readonly [string, object])[] = [
        ['papers', { evidence, issued: 1, returned: 1, votes: [{ person, choice: 'no' }] }],
        ['hands', { votes: [{ person, choice: 'no' }] }],
        ['hands/count', { evidence, tellers: members.slice(0, 2), people: { yes: 1, no: 0, abstain: 0 } }],
        ['assisted', { person, choice: 'no' }],
        ['votes/corrections', { evidence, person, choice: 'no', reason: '听错了' }],
        ['visits', { person, outcome: 'absent' }],
      ]
      for (const [door, body] of late)
        assert.equal(told(await back.post(`${ballot}/${door}`, body)), [409, 'ballot_closed'], door)
      const changing = (await scene.resident(person ?? '')).post(`${ballot}/votes/change`, {
        choice: 'no',
        reason: '改',
      })
      assert.equal(told(await changing), [409, 'ballot_closed'])
    })
  }),
)

race.run()
