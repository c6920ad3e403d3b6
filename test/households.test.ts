import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { attend, must } from '../src/demo/stage.ts'
import { callOf, idOf, reviewsRoad } from './support/cases.ts'
import { check, forged, verifies } from './support/played-record.ts'
import { exportOf } from './support/recorded-votes.ts'
import { stoppedWith } from './support/refusals.ts'
import { idNumberOf, leaves, withSmallVillage } from './support/small-village.ts'
import { at, behind, keysOf, putsQuestion, tokensOf, told, withOthers } from './support/voters.ts'

const households = suite('an assembly by households')

const assembly = { body: 'village-assembly', convenedBy: 'village-committee', daysAhead: 10 }

households('any adult of the household comes and casts its one vote, whoever is first, and never a second', () =>
  withSmallVillage(async (small) => {
    const { world, path, clock, id, household } = small
    const proposal = await reviewsRoad(small, { decides: 'households', rollCall: 'public' })
    let clerk = await small.clerk()
    const newcomer = async (name: string, birth: string, n: number, to: string) => {
      const person = { name, sex: 'female', idNumber: idNumberOf(birth, 'female', n), part: '一组' }
      const joined = { ...person, household: household(to), cause: 'moved-in', from: clock.today() }
      return String((await must(clerk.post(`${path}/people`, joined), 'joins')).person)
    }
    const child = await newcomer('钱一', '2010-04-01', 60, '5')

    // By persons or by households is settled by the adoption, and no call can choose otherwise.
    const call = await callOf(small, [proposal], assembly)
    for (const mode of [{}, { mode: 'persons' }])
      assert.is(
        stoppedWith(await clerk.post(`${path}/meetings`, { ...call, ...mode }), 'gate_closed').ground('right-body')
          .have,
        0,
      )
    const called = await must(clerk.post(`${path}/meetings`, { ...call, mode: 'households' }), 'meeting')
    assert.is(called.entitled, 8)
    const meeting = `${path}/meetings/${String(called.meeting)}`
    await clock.goTo(call.at)
    clerk = await small.clerk()

    // On the roll the first of each household; 孙二 moves into 吴一's, and counts there from now on.
    const listed = (await must(clerk.get(`${meeting}/attendance`), 'attendance')).members as readonly {
      readonly person: string
      readonly present: boolean
      readonly inPerson: string | null
    }[]
    const member = (...names: readonly string[]) => {
      const found = listed.find(({ person }) => names.some((name) => id(name) === person))
      if (!found) throw new Error(`nobody of ${names.join()} on the roll`)
      const other = names.find((name) => id(name) !== found.person)
      return { member: found.person, other: other === undefined ? '' : id(other) }
    }
    const zhang = member('张一', '张二')
    const li = member('李一', '李二', '李三')
    const wang = member('王一', '王二', '王三')
    const zhao = member('赵一', '赵二')
    const sun = member('孙一', '孙二')
    const zhou = member('周一', '周二')
    const wu = member('吴一', '吴二')
    const zheng = member('郑一', '郑二')

    stoppedWith(await clerk.post(`${meeting}/attendance`, { people: [child] }), 'not_on_roll')
    const door = await must(
      clerk.post(`${meeting}/attendance`, { people: [li.other, wang.member, wang.other] }),
      'door',
    )
    assert.equal([...(door.signedIn as string[])].sort(), [li.member, wang.member].sort())
    const tokens = await tokensOf(small, [
      ...[zhang.member, zhang.other, li.member, li.other, wang.other, sun.member, sun.other, zhou.member, wu.other],
      ...[zhao.member, zheng.other, child],
    ])
    const phone = (person: string) => at(small.url, tokens, person)
    const { hallCode: code } = await must(clerk.get(meeting), 'meeting')
    assert.equal((await must(phone(zhang.other).post(`${meeting}/attendance`, { code }), 'phone')).signedIn, [
      zhang.member,
    ])
    assert.equal((await must(phone(zhang.member).post(`${meeting}/attendance`, { code }), 'after')).before, [
      zhang.member,
    ])
    stoppedWith(await phone(child).post(`${meeting}/attendance`, { code }), 'not_on_roll')
    await attend(small, meeting, [sun.other, zhou.other, zhao.other])
    const came = (await must(clerk.get(`${meeting}/attendance`), 'attendance')).members as typeof listed
    assert.equal(
      came
        .filter(({ inPerson }) => inPerson !== null)
        .map(({ person, inPerson }) => `${person} ${inPerson}`)
        .sort(),
      [zhang, li, sun, zhou, zhao].map(({ member, other }) => `${member} ${other}`).sort(),
    )

    const ballot = await putsQuestion(small, { proposal, meeting })
    const votes = `${ballot}/votes`
    const mine = async (person: string) => {
      const { mine } = await must(phone(person).get(ballot), 'ballot')
      const { mayVote, voted, for: others } = mine as Readonly<Record<string, unknown>>
      return { mayVote, voted, for: others }
    }
    assert.equal(await mine(li.other), { mayVote: false, voted: false, for: [{ person: li.member, voted: false }] })
    stoppedWith(await phone(child).post(votes, { choice: 'yes' }), 'not_on_roll')
    stoppedWith(await phone(child).post(votes, { choice: 'yes', for: sun.member }), 'may_not_vote_for')
    stoppedWith(await phone(li.other).post(votes, { choice: 'yes', for: zhang.member }), 'may_not_vote_for')
    stoppedWith(await phone(wu.other).post(votes, { choice: 'yes' }), 'not_present_at_roll_call')
    stoppedWith(await phone(zheng.other).post(votes, { choice: 'yes', for: zheng.member }), 'not_present_at_roll_call')
    stoppedWith(await phone(li.other).post(votes, { choice: 'yes', for: 'her' }), 'input_invalid')

    const receipt = await must(phone(li.other).post(votes, { choice: 'yes' }, 'li'), 'for the household')
    assert.equal((JSON.parse(String(receipt.entry)) as { data: object }).data, {
      ballot: idOf(ballot),
      voter: li.member,
      castBy: li.other,
      choice: (JSON.parse(String(receipt.entry)) as { data: { choice: string } }).data.choice,
    })
    assert.is((await must(phone(li.other).post(votes, { choice: 'yes' }, 'li'), 'again')).entry, receipt.entry)
    stoppedWith(await phone(li.member).post(votes, { choice: 'no' }), 'voted_already')
    stoppedWith(await phone(li.other).post(votes, { choice: 'no', for: li.member }), 'voted_already')
    assert.equal(await mine(li.member), { mayVote: true, voted: true, for: [] })
    await must(phone(sun.other).post(votes, { choice: 'yes', for: sun.member }), 'named')

    // Two adults at once, on two servers, each again and again: one vote.
    await withOthers(world, 2, async (urls) => {
      const tries = [...Array(40).keys()].map((n) =>
        at(urls[n % 2] ?? '', tokens, n % 2 === 0 ? zhang.member : zhang.other).post(votes, {
          choice: n < 20 ? 'yes' : 'no',
        }),
      )
      const answers = await Promise.all(tries)
      assert.is(answers.filter(({ status }) => status === 201).length, 1)
      for (const answer of answers) if (answer.status !== 201) assert.equal(told(answer), [409, 'voted_already'])
      const rows = await behind(
        world,
        small,
        (sql) => sql`select 1 from vote where ballot = ${idOf(ballot)} and person in (${zhang.member}, ${zhang.other})`,
      )
      assert.is(rows.length, 1)
    })

    // Whoever moves out of the household no longer votes for it, and moving in lets one.
    await must(
      clerk.post(`${path}/people/${zhao.other}/moves`, { household: household('3'), from: clock.today() }),
      'moves',
    )
    const mover = await tokensOf(small, [zhao.other])
    const moved = at(small.url, mover, zhao.other)
    stoppedWith(await moved.post(votes, { choice: 'no', for: zhao.member }), 'may_not_vote_for')
    await must(moved.post(votes, { choice: 'no' }), 'for the household that is hers now')
    stoppedWith(await phone(wang.other).post(votes, { choice: 'yes' }), 'voted_already')
    await must(leaves(clerk, path, zhou.other, 'died', clock.today()), 'dies')
    await must(phone(zhou.member).post(votes, { choice: 'yes' }), 'herself')
    await must(phone(zhao.member).post(votes, { choice: 'yes' }), 'herself')

    const closed = await must(clerk.post(`${ballot}/close`), 'close')
    const { people } = closed.tally as { people: Record<string, number> }
    assert.equal([people.entitled, people.present], [8, 6])
    assert.is((people.yes ?? 0) + (people.no ?? 0), 6)
    const call2 = (await must(clerk.get(`${ballot}/roll-call`), 'roll call')).items as readonly {
      readonly person: string
      readonly castBy: string | null
    }[]
    assert.is(call2.find(({ person }) => person === li.member)?.castBy, li.other)
    assert.is(call2.find(({ person }) => person === zhou.member)?.castBy, null)

    await verifies(small, proposal)
    // The operator says that somebody else cast a vote in a committee, where nobody may for another.
    const record = await exportOf(small, proposal)
    const stuffed = await forged(record, await keysOf(world), `proposal/${idOf(proposal)}`, (entries) => {
      const cast = entries.find(({ kind }) => kind === 'vote.cast')
      if (cast) cast.data.castBy = wu.other
      return entries
    })
    assert.is((await check(stuffed)).disagreement?.what, 'stand_in_unproved')
  }),
)

households.run()
