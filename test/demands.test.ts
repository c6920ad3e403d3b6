import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { must } from '../src/demo/stage.ts'
import { callOf, calls, ends, idOf, reviewsRoads } from './support/cases.ts'
import { browseAs } from './support/pages.ts'
import { verifies } from './support/played-record.ts'
import { refusesCall, stopped, stoppedWith } from './support/refusals.ts'
import { leaves, type Small, withSmallVillage } from './support/small-village.ts'

const demands = suite('meetings on demand')

const assembly = { body: 'village-assembly', convenedBy: 'village-committee', daysAhead: 10 }

type Demand = { readonly id: string; readonly have: number; readonly base: number; readonly need: number; met: boolean }

const opens = async (small: Small, name: string, of: string): Promise<Demand> => {
  const resident = await small.resident(small.id(name))
  const demand = { body: 'village-assembly', of, text: '请召开村民会议' }
  return (await must(resident.post(`${small.path}/demands`, demand), 'demand')) as unknown as Demand
}

/** Enters who signed on paper; answers how many count, of how many, how many must, and whether it is enough. */
const signs = async (small: Small, { id }: Demand, names: readonly string[]) => {
  const clerk = await small.clerk()
  const people = names.map(small.id)
  const { have, base, need, met } = await must(
    clerk.post(`${small.path}/demands/${id}/signatures`, { people }),
    'signatures',
  )
  return [have, base, need, met]
}

const standing = async (small: Small, { id }: Demand) => {
  const { items } = await must((await small.clerk()).get(`${small.path}/demands`), 'demands')
  const lines = (items as readonly (Demand & { readonly meeting: string | null })[]).filter((line) => line.id === id)
  return lines.map(({ have, base, need, met, meeting }) => [have, base, need, met, meeting])
}

demands('a tenth of the villagers, or a third of the representatives, have the assembly called; one short do not', () =>
  withSmallVillage(async (small) => {
    const [first = '', second = ''] = await reviewsRoads(small, 2, { decides: 'persons' })
    // Of eighteen adults two must sign.
    const villagers = await opens(small, '王二', 'adults')
    assert.equal([villagers.have, villagers.base, villagers.need, villagers.met], [1, 18, 2, false])
    const short = await refusesCall(small, first, assembly, { mode: 'persons', demand: villagers.id })
    assert.equal(short.unmet, [['demand-signed', 1, 2]])
    assert.match(short.ground('demand-signed').cite ?? '', '第二十五条')
    assert.equal(await signs(small, villagers, ['孙一']), [2, 18, 2, true])
    await takesBack(small, villagers, '王二')
    await must(leaves(await small.clerk(), small.path, small.id('孙一'), 'moved', small.clock.today()), 'moves away')
    assert.equal(await standing(small, villagers), [[1, 17, 2, false, null]], 'counted on the roll of the day')
    const gone = await refusesCall(small, first, assembly, { mode: 'persons', demand: villagers.id })
    assert.equal(gone.unmet, [['demand-signed', 1, 2]])
    assert.equal(await signs(small, villagers, ['赵二', '王二']), [2, 17, 2, true], 'who signed before signs no more')

    // Of eight representatives three.
    const representatives = await opens(small, '周一', 'representatives')
    assert.equal(await signs(small, representatives, ['周二', '王二']), [2, 8, 3, false], '王二 has no seat')
    const few = await refusesCall(small, second, assembly, { mode: 'persons', demand: representatives.id })
    assert.equal(few.unmet, [['demand-signed', 2, 3]])
    assert.equal(await signs(small, representatives, ['吴一']), [3, 8, 3, true])

    const call = async (proposal: string, { id }: Demand) => ({
      ...(await callOf(small, [proposal], assembly)),
      mode: 'persons',
      demand: id,
    })
    const post = async (body: object) => (await small.clerk()).post(`${small.path}/meetings`, body)
    const both = await Promise.all([post(await call(first, villagers)), post(await call(second, villagers))])
    assert.equal(both.map(({ status, body }) => (status < 300 ? 'called' : body.code)).sort(), [
      'called',
      'demand_answered',
    ])
    await must(post(await call(both[0]?.status === 201 ? second : first, representatives)), 'the other')
  }),
)

/** Whoever signed takes it back until the meeting is called: it counts no more, and an older paper does not give it anew. */
const takesBack = async (small: Small, demand: Demand, name: string): Promise<void> => {
  const { id, path } = small
  const [signer, clerk] = [await small.resident(id(name)), await small.clerk()]
  const back = `${path}/demands/${demand.id}/signatures/withdrawal`
  const counted = async () => (await standing(small, demand))[0]?.[0]
  const before = Number(await counted())
  stoppedWith(await clerk.post(back, {}), 'forbidden')
  stoppedWith(await (await small.resident(id('吴二'))).post(back, {}), 'not_signed')
  stoppedWith(await signer.post(`${path}/demands/${id(name)}/signatures/withdrawal`, {}), 'not_found')

  const here = `/c/${small.community}/demands/${demand.id}`
  const browser = await browseAs(small, id(name))
  assert.match((await browser.looks(here)).html, `href="${here}/withdrawal"`)
  for (const told of ['您的签名不再计入联名人数', '留在档案里，不能删除'])
    assert.match((await browser.looks(`${here}/withdrawal`)).text, told)
  for (const key of ['k', 'k'])
    assert.is((await browser.sends(`${here}/withdrawal`, 'withdraw', {}, key)).to, `${here}?done=withdrawn`)
  assert.match((await browser.sends(`${here}/withdrawal`, 'withdraw')).text, '没有可以撤回的签名')
  assert.match((await browser.looks(`${here}/withdrawal`)).text, '现在没有可以撤回的签名')
  assert.match((await browser.looks(here)).text, '签上我的名字')
  assert.is(await counted(), before - 1)
  const paper = await clerk.post(`${path}/demands/${demand.id}/signatures`, { people: [id(name)] })
  assert.equal(stoppedWith(paper, 'signature_withdrawn').facts, { person: id(name) })
  await must(signer.post(`${path}/demands/${demand.id}/signatures`, {}), 'signs again')
  assert.is(await counted(), before)
}

demands('a meeting that was put off leaves the demand to be called again; one that was held has answered it', () =>
  withSmallVillage(async (small) => {
    const [first = '', second = ''] = await reviewsRoads(small, 2, { decides: 'persons' })
    const demand = await opens(small, '王二', 'adults')
    await signs(small, demand, ['赵二'])
    const answers = async (proposal: string) =>
      calls(small, { ...(await callOf(small, [proposal], assembly)), mode: 'persons', demand: demand.id })
    const postponed = await answers(first)
    const taken = await refusesCall(small, second, assembly, { mode: 'persons', demand: demand.id }, 'demand_answered')
    assert.equal(taken.facts, { meeting: idOf(postponed) })
    assert.equal(await standing(small, demand), [[2, 18, 2, true, idOf(postponed)]])
    const due = async () => {
      const { items } = await must((await small.clerk()).get(`${small.path}/dues`), 'dues')
      return (items as readonly { readonly id: string }[]).some(({ id }) => id === demand.id)
    }
    assert.is(await due(), false)
    const signer = await small.resident(small.id('赵二'))
    const back = () => signer.post(`${small.path}/demands/${demand.id}/signatures/withdrawal`, {})
    await stopped(small, first, back, 'demand_answered')
    await ends(small, postponed, 'postponed')
    // Taken back after that meeting was called, and given again: what was claimed then stands.
    await must(back(), 'takes it back')
    await must(signer.post(`${small.path}/demands/${demand.id}/signatures`, {}), 'signs again')
    assert.equal(await standing(small, demand), [[2, 18, 2, true, null]])
    assert.is(await due(), true, 'the committee owes the villagers a meeting again')
    const held = await answers(first)
    assert.equal(await standing(small, demand), [[2, 18, 2, true, idOf(held)]])
    await verifies(small, first)
    await ends(small, held, 'held')
    await refusesCall(small, second, assembly, { mode: 'persons', demand: demand.id }, 'demand_answered')
    const late = { people: [small.id('孙一')] }
    const path = `${small.path}/demands/${demand.id}/signatures`
    await stopped(small, first, async () => (await small.clerk()).post(path, late), 'demand_answered')
    const law = await small.expert('law')
    stoppedWith(await law.post(`${small.path}/demands`, { ...assembly, of: 'adults' }), 'input_invalid')
    const asked = { body: 'village-assembly', of: 'adults', text: '请召开村民会议' }
    stoppedWith(await law.post(`${small.path}/demands`, asked), 'forbidden')
  }),
)

demands.run()
