import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { attend, must } from '../src/demo/stage.ts'
import type { GateGround } from '../workflows/stages/gate.ts'
import { acceptsRoad, callOf, calls, idOf, representatives, reviewsTogether } from './support/cases.ts'
import { verifies } from './support/played-record.ts'
import { numbers, refusesQuestion, stoppedWith } from './support/refusals.ts'
import { type Small, withSmallVillage } from './support/small-village.ts'
import { at, tokensOf } from './support/voters.ts'

const represented = suite('一事一议: representatives weighed by the households behind them')

/** A hundred households behind eight representatives; the two of the committee stand for none. */
const households = { 张二: 40, 王一: 5, 赵一: 5, 孙二: 5, 周一: 5, 周二: 5, 吴一: 5, 郑一: 30 }
const names = Object.keys(households)
const committee = ['张一', '李一']

/** Puts a question and has every hand taken down by name: these say yes, the others no. */
const raisesHands = async (small: Small, meeting: string, proposal: string, yes: readonly string[]) => {
  const clerk = await small.clerk()
  const opened = await must(clerk.post(`${meeting}/ballots`, { proposal: idOf(proposal) }), 'open')
  const ballot = `${small.path}/ballots/${String(opened.ballot)}`
  const votes = [...names, ...committee].map((name) => ({
    person: small.id(name),
    choice: yes.includes(name) ? 'yes' : 'no',
  }))
  await must(clerk.post(`${ballot}/hands`, { votes }), 'hands')
  const { carried, tally, grounds } = await must(clerk.post(`${ballot}/close`), 'close')
  const { measures } = tally as { readonly measures: { readonly represented: object } }
  return { carried, represented: measures.represented, grounds: grounds as readonly GateGround[] }
}

represented(
  'carried by heads and not by households, and the reverse, is not carried; other matters know heads alone',
  () =>
    withSmallVillage(async (small) => {
      const { path, id, clock } = small
      const matter = 'fund-and-labour-raising'
      const heads = await acceptsRoad(small, {}, matter)
      const behind = await acceptsRoad(small, {}, matter)
      const road = await acceptsRoad(small)
      const proposals = [heads, behind, road]
      await reviewsTogether(small, proposals)

      // Nobody has said how many households stand behind a representative.
      const clerk = await small.clerk()
      const called = async (agenda: readonly string[]) =>
        (await small.clerk()).post(`${path}/meetings`, await callOf(small, agenda, representatives))
      const unstated = stoppedWith(await called([road, heads]), 'households_unstated').facts.people as readonly string[]
      assert.equal([...unstated].sort(), names.map(id).sort())
      const seats = `${path}/bodies/village-representatives/seats`
      const stated = (some: readonly string[]) => ({
        from: clock.today(),
        seats: some.map((name) => ({ person: id(name), represents: households[name as keyof typeof households] })),
      })
      const resident = await small.resident(id('王一'))
      stoppedWith(await resident.post(`${seats}/households`, stated(names)), 'forbidden')
      const say = (person: string, represents: number) => ({ from: clock.today(), seats: [{ person, represents }] })
      stoppedWith(await clerk.post(`${seats}/households`, say(id('王一'), -1)), 'input_invalid')
      stoppedWith(await clerk.post(`${seats}/households`, say(id('张一'), 5)), 'not_found')
      const party = `${path}/bodies/party-committee/seats`
      stoppedWith(await clerk.post(`${party}/households`, say(id('张一'), 5)), 'represents_no_households')
      const member = { person: id('吴二'), office: 'member', represents: 5 }
      stoppedWith(
        await clerk.post(`${path}/bodies/supervision-committee/seats`, {
          cause: 'appointed',
          from: clock.today(),
          members: [member],
        }),
        'represents_no_households',
      )
      await must(clerk.post(`${seats}/households`, stated(names.filter((name) => name !== '郑一'))), 'stated')
      assert.equal(stoppedWith(await called([heads]), 'households_unstated').facts.people, [id('郑一')])
      const { filled } = await must(clerk.post(`${seats}/households`, stated(['郑一'])), 'stated')
      assert.equal(
        (filled as readonly Record<string, unknown>[]).map(({ person, represents }) => [person, represents]),
        [[id('郑一'), 30]],
      )
      assert.equal((await must(clerk.post(`${seats}/households`, stated(['郑一'])), 'the same')).filled, [])
      const sitting = (await must(clerk.get(seats), 'seats')).items as readonly Record<string, unknown>[]
      assert.is(
        sitting.reduce((sum, { represents }) => sum + Number(represents), 0),
        100,
      )

      const meeting = await calls(small, await callOf(small, proposals, representatives))
      const proxy = { principal: id('王一'), proxy: id('王二'), document: '委托书' }
      const unknown = stoppedWith(await (await small.clerk()).post(`${meeting}/proxies`, proxy), 'proxies_not_admitted')
      assert.match(String(unknown.facts.cite), '第三十条')

      // Nine of ten have come, but not the one of forty households: 60 of 100.
      const came = [...names.filter((name) => name !== '张二'), ...committee]
      await attend(small, meeting, came.map(id))
      const short = (await refusesQuestion(small, heads, meeting)).ground('quorum')
      assert.equal([short.have, short.need, short.of], [60, 67, 100])

      // For the road that is a quorum, and its ballot may be secret: households are not asked there.
      const secret = { proposal: idOf(road), voting: 'secret', smallElectorate: true }
      const opened = await must((await small.clerk()).post(`${meeting}/ballots`, secret), 'secret')
      const ballot = `${path}/ballots/${String(opened.ballot)}`
      const tokens = await tokensOf(small, came.map(id))
      await Promise.all(
        came.map((name) => must(at(small.url, tokens, id(name)).post(`${ballot}/votes`, { choice: 'yes' }), name)),
      )
      assert.is((await must((await small.clerk()).post(`${ballot}/close`), 'close')).carried, true)

      await attend(small, meeting, [id('张二')])
      const weighed = await refusesQuestion(small, heads, meeting, { voting: 'secret', smallElectorate: true })
      assert.match(String(weighed.ground('way-of-voting').cite), '一事一议')
      const few = await raisesHands(small, meeting, heads, [
        ...names.filter((name) => !['张二', '郑一'].includes(name)),
        ...committee,
      ])
      assert.is(few.carried, false)
      assert.equal(few.represented, { entitled: 100, present: 100, yes: 30, no: 70, abstain: 0, spoiled: 0 })
      assert.equal(numbers(few.grounds, 'threshold'), [
        [8, 6, 10],
        [30, 51, 100],
      ])
      const many = await raisesHands(small, meeting, behind, ['张二', '郑一'])
      assert.is(many.carried, false)
      assert.equal(numbers(many.grounds, 'threshold'), [
        [2, 6, 10],
        [70, 51, 100],
      ])
      for (const proposal of proposals) await verifies(small, proposal)
    }),
)

represented.run()
