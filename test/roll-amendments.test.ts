import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { attend, must, passwordOf, vote } from '../src/demo/stage.ts'
import { callOf, reviewsRoad } from './support/cases.ts'
import { browse } from './support/pages.ts'
import { verifies } from './support/played-record.ts'
import { stoppedWith } from './support/refusals.ts'
import { idNumberOf, leaves, type Small, withSmallVillage } from './support/small-village.ts'

const amendments = suite('the roll of an assembly between the call and the roll call')

const assembly = { body: 'village-assembly', convenedBy: 'village-committee', daysAhead: 10 }

const called = async (small: Small, proposal: string, mode: 'persons' | 'households') => {
  const call = { ...(await callOf(small, [proposal], assembly)), mode }
  const { meeting, entitled } = await must((await small.clerk()).post(`${small.path}/meetings`, call), 'meeting')
  return { meeting: `${small.path}/meetings/${String(meeting)}`, at: call.at, entitled }
}

const amends = async (small: Small, meeting: string, cause: string, person: string) =>
  (await small.clerk()).post(`${meeting}/roll/amendments`, { cause, person, reason: '会上宣布' })

const joins = async (small: Small, name: string, birth: string): Promise<string> => {
  const newcomer = {
    ...{ name, sex: 'female', idNumber: idNumberOf(birth, 'female', 60), part: '一组' },
    ...{ household: small.household('5'), cause: 'moved-in', from: small.clock.today() },
  }
  const { person } = await must((await small.clerk()).post(`${small.path}/people`, newcomer), 'joins')
  return String(person)
}

const dues = async (small: Small) => (await must((await small.clerk()).get(`${small.path}/dues/rolls`), 'dues')).items

amendments(
  'moving away or in after the call is no cause; a death is, and so is the birthday an adjournment brings',
  () =>
    withSmallVillage(async (small) => {
      const { path, clock, id } = small
      const proposal = await reviewsRoad(small, { decides: 'persons' })
      const young = await joins(small, '钱一', '2008-04-01')
      const { meeting, at, entitled } = await called(small, proposal, 'persons')
      assert.is(entitled, 18)
      const newcomer = await joins(small, '钱二', '1985-06-01')
      await must(leaves(await small.clerk(), path, id('孙一'), 'moved', clock.today()), 'moves away')
      stoppedWith(await amends(small, meeting, 'died', id('孙一')), 'roll_cause_unproved')
      stoppedWith(await amends(small, meeting, 'seat-ended', id('孙一')), 'roll_cause_unproved')
      for (const person of [newcomer, young])
        for (const cause of ['came-of-age', 'by-election'])
          stoppedWith(await amends(small, meeting, cause, person), 'roll_cause_unproved')
      assert.equal(await dues(small), [], 'who moved away stays on the roll as it was frozen')
      const death = await must(leaves(await small.clerk(), path, id('王一'), 'died', clock.today()), 'dies')
      assert.equal(
        (death.amendmentsDue as readonly { readonly cause: string }[]).map(({ cause }) => cause),
        ['died'],
      )
      assert.is((await must(amends(small, meeting, 'died', id('王一')), 'amends')).entitled, 17)

      await clock.goTo(at)
      await attend(small, meeting, [id('张一')])
      // The day before her birthday would not do.
      const adjourn = async (until: string) =>
        must((await small.clerk()).post(`${meeting}/adjourn`, { until, reason: '时间已晚' }), 'adjourn')
      await adjourn('2026-03-31T09:00:00+08:00')
      stoppedWith(await amends(small, meeting, 'came-of-age', young), 'roll_cause_unproved')
      await clock.goTo('2026-03-31T09:00:00+08:00')
      await attend(small, meeting, [id('张一')])
      await adjourn('2026-04-01T00:30:00+08:00')
      const clerk = browse(small.url)
      await clerk.sends(`/c/${small.community}/sign-in`, 'password', {
        login: 'xiaoshi-clerk',
        password: passwordOf('xiaoshi-clerk'),
      })
      const sitting = `${meeting.replace('/api/communities/', '/c/')}/sitting`
      assert.match((await clerk.looks(sitting)).text, '名册要改： 钱一：年满十八周岁')
      assert.is((await must(amends(small, meeting, 'came-of-age', young), 'comes of age')).entitled, 18)
      assert.not.match((await clerk.looks(sitting)).text, '名册要改')
      stoppedWith(await amends(small, meeting, 'came-of-age', newcomer), 'roll_cause_unproved')
      stoppedWith(await amends(small, meeting, 'came-of-age', young), 'on_roll_already')
      await clock.goTo('2026-04-01T00:30:00+08:00')
      await attend(small, meeting, [young])
      await verifies(small, proposal)
    }),
)

amendments('where households are counted a death leaves the household another adult, if it has one', () =>
  withSmallVillage(async (small) => {
    const { path, clock, id } = small
    const proposal = await reviewsRoad(small, { decides: 'households' })
    const { meeting, at, entitled } = await called(small, proposal, 'households')
    assert.is(entitled, 8)
    const dies = async (name: string) => {
      const { amendmentsDue } = await must(leaves(await small.clerk(), path, id(name), 'died', clock.today()), 'dies')
      return (amendmentsDue as readonly { readonly cause: string }[]).map(({ cause }) => cause)
    }
    const amended = async (name: string) => (await must(amends(small, meeting, 'died', id(name)), 'amends')).entitled
    // Of each household the first on the list stands on the roll.
    assert.equal(await dies('周二'), [], 'his household is stood for by another')
    stoppedWith(await amends(small, meeting, 'died', id('周二')), 'not_on_roll')
    assert.equal(await dies('吴一'), ['died'])
    assert.is(await amended('吴一'), 8, '吴二 stands for it now')
    assert.equal(await dies('吴二'), ['died'])
    assert.is(await amended('吴二'), 7, 'nobody is left in it')
    await clock.goTo(at)
    stoppedWith(await (await small.clerk()).post(`${meeting}/attendance`, { people: [id('吴二')] }), 'not_on_roll')
    await attend(small, meeting, ['张一', '李一', '王一', '赵一', '孙一'].map(id))
    await vote(small, proposal, meeting, { yes: ['张一', '李一', '王一', '赵一'].map(id) })
    await verifies(small, proposal)
  }),
)

amendments.run()
