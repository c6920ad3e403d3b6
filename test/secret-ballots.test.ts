import { createHash } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { agree } from '../src/backup/agree.ts'
import { BackupRefused } from '../src/backup/refused.ts'
import type { Caller } from '../src/demo/client.ts'
import { attend, convene, must, type Scene } from '../src/demo/stage.ts'
import type { Receipt } from '../src/services/votes/receipt.ts'
import { secrecyPromise } from '../workflows/secrecy.ts'
import { acceptsRoad, idOf, peopleOf } from './support/cases.ts'
import { check } from './support/played-record.ts'
import { faultOf, isIn } from './support/receipt.ts'
import { exportOf } from './support/recorded-votes.ts'
import { at, behind, keysOf, tokensOf, told } from './support/voters.ts'
import { type World, withVillage } from './support/world.ts'

const secret = suite('secret ballots')

/** A body of the village meets in full, and a secret question is put. */
const opens = async (scene: Scene, proposal: string, body: string, more: object = {}) => {
  const people = await peopleOf(scene, body)
  const meeting = await convene(scene, proposal, { body, convenedBy: 'party-committee', daysAhead: 1 })
  await attend(scene, meeting, people)
  const put = { proposal: idOf(proposal), motion: 'agree', voting: 'secret' }
  const clerk = await scene.clerk()
  return { people, meeting, put, opened: await clerk.post(`${meeting}/ballots`, { ...put, ...more }) }
}

const tally = { evidence: '计票单', issued: 5, returned: 4, yes: 2, no: 1, abstain: 0, spoiled: 1 }

/** Enters the papers as the clerk and has the supervision committee confirm them. */
const counts = async (scene: Scene, path: string, said: object) => {
  const entered = await must((await scene.clerk()).post(`${path}/tally`, said), 'tally')
  const confirm = `${scene.path}/attestations/${String(entered.attestation)}/confirm`
  assert.equal(told(await (await scene.clerk()).post(confirm)), [403, 'second_person_needed'])
  return must((await scene.supervisor()).post(confirm), 'confirm')
}

/** How long an answer is but for its place in the chain, which takes more digits from ten on. */
const lengthOf = ({ body }: Awaited<ReturnType<Caller['post']>>) => {
  const entry = String(body.entry).replace(/"seq":\d+/, '')
  return JSON.stringify({ ...body, entry, seq: 0, laterLeaves: [], signedHead: '' }).length
}

const choicesIn = (world: World, scene: Scene) =>
  behind(world, scene, (sql) => sql<{ id: string }[]>`select id from secret_choice order by id`)

/** What a restored backup would be held to: all that is stored, against the record. */
const restored = async (world: World, scene: Scene) => {
  const keys = await keysOf(world)
  return behind(world, scene, async (sql) => {
    await sql`begin`
    try {
      return await agree(sql, keys, () => undefined)
    } finally {
      await sql`rollback`
    }
  })
}

secret('phones and papers are one box: receipt proves inclusion, not the choice; order linkage leaves nothing', () =>
  withVillage(async (scene, world) => {
    const proposal = await acceptsRoad(scene, { branch: 'party-assembly' })
    const { people, opened } = await opens(scene, proposal, 'party-assembly')
    assert.is(opened.status, 201, JSON.stringify(opened.body))
    const path = `${scene.path}/ballots/${String(opened.body.ballot)}`
    const phones = people.slice(0, 12)
    const papers = people.slice(12, 17)
    const tokens = await tokensOf(scene, [...phones, ...papers])
    const clerk = await scene.clerk()
    const supervisor = await scene.supervisor()
    const by = (n: number) => at(scene.url, tokens, phones[n])
    const options = ['yes', 'no', 'abstain'] as const
    const cast = (n: number, choice: string = options[n % 3] ?? '') => by(n).post(`${path}/votes`, { choice }, `k${n}`)

    const first = await Promise.all(phones.slice(0, 10).map((_, n) => cast(n)))
    for (const { status, body } of first) {
      assert.equal([status, body.choice, body.salt], [201, undefined, undefined])
      assert.match(String(body.entry), '"ballot.taken"')
      assert.not.match(JSON.stringify(body), /"(yes|no|abstain)"/)
    }
    assert.is(new Set(first.map(lengthOf)).size, 1)

    // A retry is known again without the choice being kept, and another choice is another request.
    assert.equal(await Promise.all(phones.slice(0, 10).map((_, n) => cast(n))), first)
    assert.equal(told(await cast(0, 'no')), [422, 'idempotency_key_reused'])
    assert.equal(told(await by(0).post(`${path}/votes`, { choice: 'no' })), [409, 'voted_already'])
    const kept = await behind(
      world,
      scene,
      (sql) =>
        sql<{ request: string; answer: unknown }[]>`select request, answer from idempotency where key ~ '^k[0-9]+$'`,
    )
    assert.is(new Set(kept.map(({ request }) => request)).size, 10)
    const address = new URL(`${path}/votes`, scene.url).pathname
    for (const choice of options) {
      const plain = createHash('sha256')
        .update(`POST ${address}\n${JSON.stringify({ choice })}`)
        .digest('hex')
      assert.not.ok(kept.some(({ request }) => request === plain))
    }
    assert.not.match(JSON.stringify(kept.map(({ answer }) => answer)), /yes|"no"|abstain|salt/)

    // Papers: who may take one, once, and by one door.
    const issue = (who: readonly string[], caller = clerk) => caller.post(`${path}/papers/issued`, { people: who })
    assert.equal(told(await issue(papers, supervisor)), [403, 'forbidden'])
    assert.equal(told(await issue(phones.slice(0, 1))), [409, 'voted_already'])
    assert.equal(told(await issue([...papers, ...papers])), [409, 'voted_already'])
    const [outsider = ''] = (await peopleOf(scene, 'village-representatives')).filter((one) => !people.includes(one))
    assert.equal(told(await issue([outsider])), [403, 'not_on_roll'])
    assert.is((await issue(papers.slice(1))).status, 201)
    const racing = await Promise.all([
      issue(papers.slice(0, 1)),
      issue(papers.slice(0, 1)),
      cast(10),
      issue([phones[10] ?? '']),
    ])
    assert.is(racing.slice(0, 2).filter(({ status }) => status === 201).length, 1)
    assert.is(racing.slice(2).filter(({ status }) => status === 201).length, 1)
    const onPaper = racing[3]?.status === 201 ? 6 : 5
    assert.equal(told(await at(scene.url, tokens, papers[0]).post(`${path}/votes`, { choice: 'yes' })), [
      409,
      'voted_already',
    ])

    // Until the close everybody is told the turnout, and no more.
    for (const caller of [clerk, supervisor, await scene.administrator(), by(0)]) {
      const shown = await must(caller.get(path), 'ballot')
      assert.equal([shown.votes, shown.result, shown.voting], [16, null, 'secret'])
      assert.equal(shown.secrecy, { promise: secrecyPromise, warning: null })
      assert.equal(told(await caller.get(`${path}/roll-call`)), [409, 'ballot_secret'])
    }

    const [a = '', b = ''] = people
    const said = { ...tally, issued: onPaper, tellers: [a, b] }
    const enters = async (change: object, caller = clerk) =>
      told(await caller.post(`${path}/tally`, { ...said, ...change }))
    assert.equal(told(await clerk.post(`${path}/close`)), [409, 'gate_closed'])
    assert.equal(await enters({}, supervisor), [403, 'forbidden'])
    assert.equal(await enters({ issued: onPaper - 1 }), [409, 'gate_closed'])
    assert.equal(await enters({ yes: 9 }), [409, 'gate_closed'])
    assert.equal(await enters({ groups: { women: { yes: 1, no: 0, abstain: 0, spoiled: 0 } } }), [
      422,
      'groups_to_count',
    ])
    assert.equal(await enters({ tellers: [a, a] }), [409, 'does_not_fit'])
    assert.equal(await enters({ tellers: [a] }), [422, 'input_invalid'])
    assert.equal(await enters({ tellers: [a, idOf(proposal)] }), [404, 'not_found'])
    await counts(scene, path, said)
    assert.equal(told(await cast(11)), [409, 'papers_tallied'])
    assert.equal(told(await issue([people[18] ?? ''])), [409, 'papers_tallied'])

    const lying = await choicesIn(world, scene)
    const closed = await must(clerk.post(`${path}/close`), 'close')
    const phoned = [...phones.slice(0, 10).keys(), ...(onPaper === 5 ? [10] : [])].map((n) => options[n % 3])
    const sum = (option: string) => phoned.filter((one) => one === option).length
    const { people: counted } = closed.tally as { readonly people: Readonly<Record<string, number>> }
    assert.equal(
      [counted.yes, counted.no, counted.abstain, counted.spoiled],
      [sum('yes') + 2, sum('no') + 1, sum('abstain'), 1],
    )
    const rewritten = await choicesIn(world, scene)
    assert.is(rewritten.length, lying.length)
    assert.not.ok(rewritten.some(({ id }) => lying.some((before) => before.id === id)))
    for (const { id } of [...lying, ...rewritten]) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4/)
    assert.equal(await Promise.all(phones.slice(0, 10).map((_, n) => cast(n))), first)
    assert.equal(told(await cast(11)), [409, 'ballot_closed'])
    assert.equal(told(await issue([people[18] ?? ''])), [409, 'ballot_closed'])
    assert.equal(told(await by(0).get(`${path}/roll-call`)), [409, 'ballot_secret'])

    const record = await exportOf(scene, proposal)
    const report = await check(record)
    assert.ok(report.ok, JSON.stringify(report))
    for (const { body } of first) {
      const receipt = body as unknown as Receipt
      assert.is(await faultOf(receipt, record.keys as Parameters<typeof faultOf>[1]), undefined)
      assert.ok(isIn(receipt, record))
    }
    const logged = world.logged.join('\n')
    assert.not.match(logged, /"choice"|abstain|participation/)

    assert.ok((await restored(world, scene)).votes >= 16)
    await behind(world, scene, (sql) => sql`delete from secret_choice where id = ${rewritten[0]?.id ?? ''}`)
    const found = await restored(world, scene).catch((error: unknown) => error)
    assert.ok(found instanceof BackupRefused)
    assert.match(JSON.stringify(found.facts), 'vote_wrong')
  }),
)

secret(
  'small electorate / unanimous / running tally: refused until it is known, then said; a beyond-issued box is void',
  () =>
    withVillage(async (scene) => {
      const proposal = await acceptsRoad(scene)
      const { people, meeting, put, opened } = await opens(scene, proposal, 'party-committee')
      assert.equal(
        [opened.status, opened.body.code, opened.body.facts],
        [409, 'secret_small_electorate', { voters: people.length, groups: {} }],
      )
      const clerk = await scene.clerk()
      const ballot = await must(clerk.post(`${meeting}/ballots`, { ...put, smallElectorate: true }), 'open')
      const path = `${scene.path}/ballots/${String(ballot.ballot)}`
      const { secrecy } = await must(clerk.get(path), 'ballot')
      const { warning } = secrecy as { readonly warning: Readonly<Record<string, unknown>> }
      assert.equal([warning.voters, warning.groups], [people.length, {}])

      await must(clerk.post(`${path}/papers/issued`, { people }), 'papers')
      const [a = '', b = ''] = people
      const many = people.length
      const said = { ...tally, tellers: [a, b], issued: many, returned: many + 1, yes: many + 1, no: 0, spoiled: 0 }
      if (many < 5) assert.equal(told(await clerk.post(`${path}/tally`, said)), [409, 'secret_small_electorate'])
      await counts(scene, path, { ...said, smallElectorate: true })
      const running = await must(clerk.get(path), 'ballot')
      assert.equal([running.votes, running.result, running.open], [many, null, true])
      const closed = await must(clerk.post(`${path}/close`), 'close')
      assert.equal([closed.carried, closed.voided], [false, true])

      // Put again: all alike, and the page has said beforehand that this tells how each one voted.
      const again = await must(
        clerk.post(`${meeting}/ballots`, { ...put, smallElectorate: true, again: '作废' }),
        'again',
      )
      const second = `${scene.path}/ballots/${String(again.ballot)}`
      for (const person of people)
        await must((await scene.resident(person)).post(`${second}/votes`, { choice: 'yes' }), 'vote')
      const unanimous = await must(clerk.post(`${second}/close`), 'close')
      assert.is(unanimous.carried, true)
      const report = await check(await exportOf(scene, proposal))
      assert.ok(report.ok, JSON.stringify(report))
      assert.match(secrecyPromise.zh, '投得一样')
      const recorded = await must(clerk.get(second), 'ballot')
      assert.equal([recorded.open, recorded.votes], [false, many])
    }),
)

secret.run()
