import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Answer } from '../src/demo/client.ts'
import { attend, must, type Scene } from '../src/demo/stage.ts'
import type { GateGround } from '../workflows/stages/gate.ts'
import { confirms } from './support/attesting.ts'
import { callOf, cityRepresentatives, idOf, reviewsCovenant } from './support/cases.ts'
import { check } from './support/played-record.ts'
import { exportOf } from './support/recorded-votes.ts'
import { at, tokensOf, told } from './support/voters.ts'
import { withCity } from './support/world.ts'

const evening = suite('an evening in the hall')

const evidence = '表决票 9 张,封存于第 3 号袋'

/** What a refused question lacks: have and need of its quorum. */
const quorumOf = ({ body }: Answer): readonly (readonly [number, number])[] =>
  ((body.facts as { readonly grounds?: readonly GateGround[] }).grounds ?? []).flatMap(({ code, have, need }) =>
    code === 'quorum' ? [[have, need] as const] : [],
  )

/** What the clerk enters waits until the supervision committee has looked at the paper. */
const enteredAndConfirmed = async (scene: Scene, path: string, body: object): Promise<void> => {
  const clerk = await scene.clerk()
  const { attestation } = await must(clerk.post(path, body), path)
  const paper = `${scene.path}/attestations/${String(attestation)}`
  assert.equal(told(await confirms(clerk, paper)), [403, 'second_person_needed'])
  await must(confirms(await scene.supervisor(), paper), 'confirm')
}

evening('sixty representatives, nine without phones, late ones, early leavers, a recusal and a sheet of paper', () =>
  withCity(async (scene, { url }) => {
    const choices = { base: 'present', rollCall: 'public' }
    const [dogs = '', stalls = ''] = [await reviewsCovenant(scene, choices), await reviewsCovenant(scene, choices)]
    const called = await callOf(scene, [dogs, stalls], cityRepresentatives)
    const { meeting: id } = await must((await scene.clerk()).post(`${scene.path}/meetings`, called), 'meeting')
    const meeting = `${scene.path}/meetings/${String(id)}`
    await scene.clock.goTo(called.at)
    const clerk = await scene.clerk()
    const members = (await scene.seats('residents-representatives')).map(({ person }) => person)
    assert.is(members.length, 60)
    const puts = async (proposal: string): Promise<Answer> =>
      (await scene.clerk()).post(`${meeting}/ballots`, { proposal: idOf(proposal) })

    // 38 are there when the presider calls the roll: two thirds of 60 are 40.
    const [early, late] = [members.slice(0, 38), members.slice(38, 41)]
    await attend(scene, meeting, early)
    assert.equal(quorumOf(await puts(dogs)), [[38, 40]])
    const tokens = await tokensOf(scene, members.slice(0, 41))
    const { hallCode: code } = await must(clerk.get(meeting), 'meeting')
    await must(at(url, tokens, late[0]).post(`${meeting}/attendance`, { code }), 'late, by the code of the hall')
    await attend(scene, meeting, late.slice(1))

    // 41 present. One is the neighbour of the matter and does not vote: 40 do, 31 by phone and 9 on paper.
    const [neighbour = '', ...voters] = members.slice(0, 41)
    const recusal = { person: neighbour, proposal: idOf(dogs), reason: '本人为养犬纠纷当事人' }
    await must(clerk.post(`${meeting}/recusals`, recusal), 'recusal')
    const opened = await must(puts(dogs), 'open')
    assert.equal([opened.people, opened.mayVote], [{ entitled: 60, present: 41 }, 40])
    const ballot = `${scene.path}/ballots/${String(opened.ballot)}`
    const [phones, papers] = [voters.slice(0, 31), voters.slice(31)]
    assert.equal(told(await at(url, tokens, neighbour).post(`${ballot}/votes`, { choice: 'no' })), [403, 'recused'])
    const byPhone = phones.map((person, n) => ({ person, choice: n < 24 ? 'yes' : n < 28 ? 'no' : 'abstain' }))
    await Promise.all(
      byPhone.map(({ person, choice }) => must(at(url, tokens, person).post(`${ballot}/votes`, { choice }), 'vote')),
    )

    // Nine papers: six yes, two no, one over-marked. One of the two no is first read as a yes.
    const read = ['yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'no', 'yes', 'spoiled']
    const sheet = papers.map((person, n) => ({ person, choice: read[n] }))
    const waiting = await must(
      clerk.post(`${ballot}/papers`, { evidence, issued: 9, returned: 9, votes: sheet.slice(0, 8) }),
      'a sheet with a line left out',
    )
    assert.equal(told(await clerk.post(`${ballot}/close`)), [409, 'papers_unconfirmed'])
    const first = `${scene.path}/attestations/${String(waiting.attestation)}`
    await must((await scene.supervisor()).post(`${first}/reject`, { reason: '漏录一张' }), 'reject')
    await enteredAndConfirmed(scene, `${ballot}/papers`, { evidence, issued: 9, returned: 9, votes: sheet })
    const misread = { evidence, person: papers[7], choice: 'no', reason: '看错一票,原票为反对' }
    await enteredAndConfirmed(scene, `${ballot}/votes/corrections`, misread)
    const twice = await at(url, tokens, papers[0]).post(`${ballot}/votes`, { choice: 'no' })
    assert.equal(told(twice), [409, 'voted_already'])

    // By hand: yes 24 + 6, no 4 + 2, abstain 3, spoiled 1; two thirds of 41 present are 28, more than half are 21.
    const closed = await must(clerk.post(`${ballot}/close`), 'close')
    const byHand = { entitled: 60, present: 41, issued: 9, returned: 9, yes: 30, no: 6, abstain: 3, spoiled: 1 }
    assert.equal((closed.tally as { readonly people: unknown }).people, byHand)
    assert.is(closed.carried, true)
    const { result } = await must(clerk.get(`${dogs}/resolution`), 'resolution')
    const { tally, grounds } = result as {
      readonly tally: { readonly people: unknown }
      readonly grounds: GateGround[]
    }
    assert.equal(tally.people, byHand)
    const sums = grounds.flatMap(({ test, have, need, of }) => (test ? [[have, need, of]] : []))
    assert.equal(sums, [
      [30, 21, 41],
      [30, 28, 41],
    ])

    // Two go home: 39 of 40. One comes back, and those in the hall raise their hands by name.
    const leaving = voters.slice(0, 2)
    await must(clerk.post(`${meeting}/departures`, { people: leaving }), 'leave')
    assert.equal(quorumOf(await puts(stalls)), [[39, 40]])
    await attend(scene, meeting, leaving.slice(0, 1))
    const second = await must(puts(stalls), 'open again')
    assert.equal([second.people, second.mayVote], [{ entitled: 60, present: 40 }, 40])
    const hall = [neighbour, ...voters.filter((person) => person !== leaving[1])]
    const hands = `${scene.path}/ballots/${String(second.ballot)}`
    const raised = hall.map((person, n) => ({ person, choice: n < 26 ? 'yes' : 'no' }))
    await must(clerk.post(`${hands}/hands`, { votes: raised }), 'hands')
    // 26 of 40 are more than half, and one short of two thirds.
    const failed = await must(clerk.post(`${hands}/close`), 'close')
    assert.equal(
      [failed.carried, (failed.tally as { readonly people: unknown }).people],
      [false, { entitled: 60, present: 40, yes: 26, no: 14, abstain: 0, spoiled: 0 }],
    )
    await must(clerk.post(`${meeting}/end`, { outcome: 'held' }), 'end')

    for (const proposal of [dogs, stalls]) {
      const report = await check(await exportOf(scene, proposal))
      assert.is(report.ok, true, JSON.stringify(report.disagreement))
    }
  }),
)

evening.run()
