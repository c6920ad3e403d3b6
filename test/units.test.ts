import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Caller, signedIn } from '../src/demo/client.ts'
import { must } from '../src/demo/stage.ts'
import { addDays } from '../workflows/rules/days.ts'
import { foundBare, opensAccount, password, told } from './support/communities.ts'
import { stoppedWith } from './support/refusals.ts'
import { idNumberOf, leaves, lookedUp, namesIn, rosterHeader } from './support/small-village.ts'
import { withServer } from './support/world.ts'

const register = suite('the register of units')

const names = ['陈一', '陈二', '陈三', '陈四', '陈五', '陈六']
const idOf = (name: string): string => idNumberOf('1970-05-01', 'male', names.indexOf(name))
const roster = new TextEncoder().encode(
  [rosterHeader, ...names.map((name, n) => [n + 1, name, '男', idOf(name), '', '', ''].join())].join('\n'),
)

const csv = (...rows: readonly (readonly [number: string, area: string, owner: string, developer?: string])[]) =>
  new TextEncoder().encode(
    [
      '房号,面积,业主身份证号,建设单位',
      ...rows.map(([number, area, owner, developer = '']) => [number, area, owner, developer].join()),
    ].join('\n'),
  )

type Unit = {
  readonly id: string
  readonly number: string
  readonly area: number
  readonly owner: string
  since: string
}
type Report = { readonly faults: readonly { readonly row: number; readonly fault: string }[] }
const faultsOf = (body: unknown) => (body as Report).faults.map(({ row, fault }) => `${row} ${fault}`)
const ten = { units: 3, heads: 2, area: 24_000 }

register('is kept by the office, row by row, and by day; the developer is one head and nobody is two', () =>
  withServer(async (world) => {
    const { url, clock } = world
    const bare = await foundBare(world, 'city')
    const { path } = bare
    const { caller: clerk } = await opensAccount(url, bare, 'clerk')
    const { caller: supervisor } = await opensAccount(url, bare, 'supervisor')
    await must(clerk.sendFile(`${path}/roster/imports`, roster), 'roster')
    const people = await namesIn(clerk, path)
    const id = (name: string) => lookedUp(people, name)
    const resident = async (name: string, by = clerk): Promise<Caller> => {
      const { body } = await by.post(`${path}/slips`, { people: [id(name)] })
      const [slip] = body as unknown as readonly { readonly code: string }[]
      return signedIn(url, bare.community, { slip: slip?.code ?? '' })
    }
    const today = clock.today()
    const puts = (units: readonly object[], query = '', by = clerk) => by.put(`${path}/units${query}`, { units })
    const unit = (number: string, area: unknown, owner: string, more: object = {}) => ({
      number,
      area,
      owner: people.get(owner) ?? owner,
      ...more,
    })
    const listed = async () => (await must(clerk.get(`${path}/units`), 'units')).items as readonly Unit[]
    const entries = async () => Number((await must(clerk.get(`${path}/chains/community/head`), 'head')).seq)

    // Who may, and what is no list.
    stoppedWith(await puts([unit('1', 100, '陈一')], '', supervisor), 'forbidden')
    stoppedWith(await (await resident('陈一')).get(`${path}/units`), 'forbidden')
    stoppedWith(await clerk.get(`${path}/bodies/owners/roll`), 'not_found')
    for (const area of [89.56, 0, -1, '89', null])
      assert.equal(told(await puts([unit('1', area, '陈一')])), [422, 'input_invalid'], String(area))
    assert.equal(told(await puts([])), [422, 'input_invalid'])
    const nobody = '01890a5d-ac96-774b-bcce-b302099a8057'
    const wrong = [unit('1', 100, '陈一'), unit(' １', 100, '陈二'), unit('', 100, '陈一'), unit('2', 100, nobody)]
    const seen = await must(puts(wrong, '?preview=true'), 'preview')
    assert.equal(faultsOf(seen), ['2 number_twice', '3 number_missing', '4 owner_unknown'])
    assert.equal(faultsOf((await puts(wrong)).body.facts), faultsOf(seen))
    stoppedWith(await puts(wrong), 'units_faulty')
    const ahead = addDays(today, 1)
    stoppedWith(await clerk.put(`${path}/units`, { units: [unit('1', 100, '陈一')], from: ahead }), 'day_in_future')
    const file = (bytes: Uint8Array, query = '') => clerk.sendFile(`${path}/units/imports${query}`, bytes)
    const faulty = csv(
      ['1-1', '89.565', idOf('陈一')],
      ['1-2', '八十九', idOf('陈一').slice(0, 17), '也许'],
      ['1-3', '89.50 ㎡', '', '是'],
      ['1-4', '89.5', idNumberOf('1971-05-01', 'male', 9)],
      ['1-5', '0.00', idOf('陈一')],
      ['1-6', '1', idOf('陈一'), '是'],
      ['1-7', '1', idOf('陈一'), '否'],
      ['1-8', '1', idOf('陈二'), '是'],
    )
    const marked = [
      '2 area_faulty',
      '3 area_faulty',
      '3 developer_unclear',
      '3 id_length',
      '4 id_missing',
      '5 owner_unknown',
      '6 area_faulty',
      '7 developer_also_buyer',
      '8 developer_also_buyer',
      '9 developer_by_two',
    ]
    assert.equal(faultsOf(await must(file(faulty, '?preview=true'), 'preview')), marked)
    stoppedWith(await file(faulty), 'units_faulty')
    stoppedWith(await file(csv()), 'units_empty')
    stoppedWith(await file(new TextEncoder().encode('房号,姓名\n1,陈一')), 'roster_columns_missing')
    assert.equal(await listed(), [])

    // What was previewed is what is recorded, once.
    const good = csv(
      ['1-1', '100.00', idOf('陈一')],
      ['1-2', '80', idOf('陈一'), '否'],
      ['1-3', '60.00 平方米', idOf('陈四'), '是'],
    )
    const preview = await must(file(good, '?preview=true'), 'preview')
    assert.equal([preview.units, preview.heads, preview.area], [ten.units, ten.heads, ten.area])
    stoppedWith(await file(csv(), `?digest=${String(preview.digest)}`), 'roster_changed_since_preview')
    await must(file(good, `?digest=${String(preview.digest)}`), 'import')
    const before = await entries()
    const again = await must(file(good), 'again')
    assert.equal([again.recorded, again.remeasured, again.unchanged], [0, 0, 3])
    assert.is(await entries(), before, 'nothing new, nothing on the record')
    const page = await must(clerk.get(`${path}/units?limit=2`), 'page')
    assert.is((page.items as readonly Unit[]).length, 2)
    const next = await must(clerk.get(`${path}/units?limit=2&cursor=${String(page.next)}`), 'next page')
    assert.equal(
      (next.items as readonly Unit[]).map(({ number }) => number),
      ['1-3'],
    )
    assert.equal(
      faultsOf((await puts([unit('1-1', 10_000, '陈二'), unit('1-2', 8_000, '陈一', { developer: true })])).body.facts),
      ['1 owner_differs', '2 owner_differs'],
    )
    const measured = await must(
      puts([unit('1-2', 8_001, '陈一'), unit('1-4', 5_000, '陈四', { developer: true })]),
      'anew',
    )
    assert.equal([measured.recorded, measured.remeasured, measured.heads, measured.area], [1, 1, 2, 29_001])

    // A change of owner, from a day on.
    const owned = new Map((await listed()).map(({ number, id: one }) => [number, one]))
    const transfers = (number: string, cmd: object, by = clerk) =>
      by.post(`${path}/units/${owned.get(number) ?? number}/transfers`, { from: today, ...cmd })
    stoppedWith(await transfers('1-1', { owner: id('陈二') }, supervisor), 'forbidden')
    stoppedWith(await transfers(nobody, { owner: id('陈二') }), 'not_found')
    stoppedWith(await transfers('1-1', { owner: nobody }), 'not_found')
    stoppedWith(await transfers('1-1', { owner: id('陈二'), from: ahead }), 'day_in_future')
    stoppedWith(await transfers('1-1', { owner: id('陈二'), from: addDays(today, -1) }), 'day_too_early')
    stoppedWith(await transfers('1-1', { owner: id('陈一') }), 'unit_owned_already')
    stoppedWith(await transfers('1-1', { owner: id('陈四') }), 'developer_also_buyer')
    stoppedWith(await transfers('1-1', { owner: id('陈五'), developer: true }), 'developer_by_two')
    stoppedWith(await transfers('1-3', { owner: id('陈一'), developer: true }), 'developer_also_buyer')
    await must(leaves(clerk, path, id('陈六'), 'died', today), 'dies')
    stoppedWith(await transfers('1-1', { owner: id('陈六') }), 'person_died')
    assert.equal(faultsOf((await puts([unit('9', 100, '陈六')])).body.facts), ['1 owner_died'])
    // Twice at once: it is done once.
    const twice = await Promise.all([1, 2].map(() => transfers('1-1', { owner: id('陈二') })))
    assert.equal(twice.map(told).sort(), [
      [201, null],
      [409, 'unit_owned_already'],
    ])
    // Another represents the developer: for all that is unsold.
    const changed = await must(transfers('1-3', { owner: id('陈五'), developer: true }), 'represents')
    assert.equal([...(changed.units as string[])].sort(), [owned.get('1-3'), owned.get('1-4')].sort())
    await clock.pass(2)
    const later = await signedIn(url, bare.community, { login: 'clerk', password })
    await must(transfers('1-4', { owner: id('陈三'), from: clock.today() }, later), 'sold')

    const roll = async (on: string) => {
      const { entitled, groups, measures, members } = await must(
        later.get(`${path}/bodies/owners/roll?on=${on}`),
        'roll',
      )
      const areas = new Map((members as readonly { person: string; area: number }[]).map((m) => [m.person, m.area]))
      return [entitled, groups, measures, names.map((name) => areas.get(id(name)) ?? 0)]
    }
    assert.equal(await roll(today), [3, {}, { area: 29_001 }, [8_001, 10_000, 0, 0, 11_000, 0]])
    assert.equal(await roll(clock.today()), [4, {}, { area: 29_001 }, [8_001, 10_000, 5_000, 0, 6_000, 0]])

    // A fifth of the owners have their assembly called: one of four.
    const demand = await must(
      (await resident('陈四', later)).post(`${path}/demands`, { body: 'owners', of: 'owners', text: '请召开业主大会' }),
      'demand',
    )
    assert.equal([demand.have, demand.base, demand.need, demand.met], [0, 4, 1, false], '陈四 owns nothing now')
    const signed = await must(
      later.post(`${path}/demands/${String(demand.id)}/signatures`, { people: [id('陈五')] }),
      'signs',
    )
    assert.equal([signed.have, signed.base, signed.need, signed.met], [1, 4, 1, true])
  }),
)

register.run()
