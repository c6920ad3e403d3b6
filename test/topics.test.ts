import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Answer, type Caller, signedIn } from '../src/demo/client.ts'
import { must, passwordOf, type Scene } from '../src/demo/stage.ts'
import { sixStep, threeReviews } from './support/cases.ts'
import { browseAs } from './support/pages.ts'
import { stoppedWith } from './support/refusals.ts'
import { foundCity, foundVillage, withServer, withVillage } from './support/world.ts'

const topics = suite('topics')

const unknown = '01890a5d-ac96-774b-bcce-b302099a8057'

interface Topic {
  readonly id: string
  readonly channel: string
  readonly text: string
  readonly proposal: string | null
  readonly answer: string | null
}

const registerOf = async (scene: Scene): Promise<readonly Topic[]> => {
  const { items } = await must((await scene.clerk()).get(`${scene.path}/topics`), 'topics')
  return items as readonly Topic[]
}

/** Tries what must be refused and must leave the register and the community's chain as they were. */
const stopped = async (scene: Scene, attempt: () => Promise<Answer>, code: string) => {
  const clerk = await scene.clerk()
  const seen = async () => [
    await registerOf(scene),
    await must(clerk.get(`${scene.path}/proposals`), 'proposals'),
    await must(clerk.get(`${scene.path}/chains/community/head`), 'head'),
  ]
  const before = await seen()
  const refusal = stoppedWith(await attempt(), code)
  assert.equal(await seen(), before, `${code} left something behind`)
  return refusal
}

const raise = async (caller: Caller, scene: Scene, input: object): Promise<string> =>
  String((await must(caller.post(`${scene.path}/topics`, input), 'topic')).topic)

const openOf = async (scene: Scene, adoption: unknown, given: readonly string[], change: object = {}) =>
  (await scene.clerk()).post(`${scene.path}/proposals`, { adoption, title: '修路', topics: given, ...change })

const adopts = async (scene: Scene, procedure: string, choices: object) =>
  (await must((await scene.clerk()).post(`${scene.path}/adoptions`, { procedure, choices }), 'adoption')).adoption

/** Whoever raised a topic takes it back before anything was done with it: its number stays, its text goes. */
const takeBack = async (scene: Scene, person: string, neighbour: string): Promise<void> => {
  const [resident, other, clerk] = [await scene.resident(person), await scene.resident(neighbour), await scene.clerk()]
  const path = `${scene.path}/topics`
  const back = (caller: Caller, topic: string) => () => caller.post(`${path}/${topic}/withdrawal`, {})
  const raises = (text: string) => raise(resident, scene, { text })

  const lamp = await raises('村口的广播太早')
  for (const [caller, topic, code] of [
    [other, lamp, 'topic_of_another'],
    [clerk, lamp, 'forbidden'],
    [resident, unknown, 'not_found'],
  ] as const)
    await stopped(scene, back(caller, topic), code)
  const browser = await browseAs(scene, person)
  const here = `/c/${scene.community}/topics/${lamp}`
  assert.match((await browser.looks(here)).html, `href="${here}/withdrawal"`)
  const asked = await browser.looks(`${here}/withdrawal`)
  for (const told of ['村口的广播太早', '编号、提出日期', '不能删除']) assert.match(asked.text, told)
  for (const key of ['k', 'k'])
    assert.is((await browser.sends(`${here}/withdrawal`, 'withdraw', {}, key)).to, `${here}?done=withdrawn`)
  assert.match((await browser.sends(`${here}/withdrawal`, 'withdraw')).text, '已由提出人撤回')
  assert.match((await browser.looks(`${here}/withdrawal`)).text, '现在不能撤回')
  assert.match((await browser.looks(here)).text, /村口的广播太早.*已撤回/)
  const neighbours = await browseAs(scene, neighbour)
  for (const seen of [await neighbours.looks(here), await neighbours.looks(`/c/${scene.community}/topics`)]) {
    assert.match(seen.text, '提出人已撤回')
    assert.not.match(seen.text, '广播')
  }
  const view = await must(clerk.get(`${path}/${lamp}`), 'withdrawn')
  assert.equal([view.state, view.fate, view.text, view.withdrawable], ['withdrawn', 'withdrawn', null, false])

  // Nothing more is done with it, and nothing is taken back that somebody has touched.
  const adoption = await adopts(scene, 'three-reviews@1', threeReviews)
  const canal = await raises('水渠漏水')
  const onward: readonly (() => Promise<Answer>)[] = [
    back(resident, lamp),
    () => other.post(`${path}/${lamp}/supporters`, {}),
    () => clerk.post(`${path}/${lamp}/answer`, { reason: '答' }),
    () => clerk.post(`${path}/${lamp}/class`, { class: 'works' }),
    () => clerk.post(`${path}/${lamp}/split`, { parts: [{ text: '甲' }, { text: '乙' }] }),
    () => clerk.post(`${path}/${canal}/merge`, { into: lamp }),
    () => openOf(scene, adoption, [lamp]),
  ]
  for (const attempt of onward) await stopped(scene, attempt, 'topic_withdrawn')
  await must(other.post(`${path}/${canal}/supporters`, {}), 'joined')
  assert.equal((await stopped(scene, back(resident, canal), 'topic_joined_by_others')).facts, { supporters: 1 })
  const sorted = await raises('垃圾桶太少')
  await must(clerk.post(`${path}/${sorted}/class`, { class: 'environment' }), 'sorted')
  await stopped(scene, back(resident, sorted), 'topic_sorted_already')
  const answered = await raises('路牌掉了')
  await must(clerk.post(`${path}/${answered}/answer`, { reason: '已装' }), 'answered')
  await stopped(scene, back(resident, answered), 'topic_settled_already')
  const contested = await raises('桥灯不亮')
  const both = await Promise.all([
    back(resident, contested)(),
    clerk.post(`${path}/${contested}/answer`, { reason: '已修' }),
  ])
  assert.equal(both.filter(({ status }) => status < 300).length, 1)
  const { items } = await must(clerk.get(`${path}?state=withdrawn`), 'those withdrawn')
  assert.ok((items as readonly Topic[]).some(({ id }) => id === lamp))
}

topics('residents raise them online, the clerk enters every other channel, and both stand in the register', () =>
  withVillage(async (scene) => {
    const [person = '', neighbour = ''] = (await scene.seats('village-representatives')).map((seat) => seat.person)
    const resident = await scene.resident(person)
    const clerk = await scene.clerk()
    const path = `${scene.path}/topics`
    await raise(resident, scene, { text: '路灯坏了' })
    for (const channel of ['letter-box', 'doorstep', 'telephone', 'meeting', 'informant'])
      await raise(clerk, scene, { channel, text: channel, ...(channel === 'doorstep' ? { proposer: neighbour } : {}) })
    assert.equal((await registerOf(scene)).map(({ channel, text }) => [channel, text]).reverse(), [
      ['online', '路灯坏了'],
      ['letter-box', 'letter-box'],
      ['doorstep', 'doorstep'],
      ['telephone', 'telephone'],
      ['meeting', 'meeting'],
      ['informant', 'informant'],
    ])

    const byResident = { channel: 'letter-box', text: '代投' }
    await stopped(scene, () => resident.post(path, byResident), 'forbidden')
    await stopped(scene, () => resident.post(path, { text: '替人说', proposer: neighbour }), 'forbidden')
    const nobody = await stopped(
      scene,
      () => clerk.post(path, { channel: 'doorstep', text: '谁', proposer: unknown }),
      'not_found',
    )
    assert.equal(nobody.facts, { what: 'person' })
    await stopped(scene, () => clerk.post(path, { channel: 'pigeon', text: '信' }), 'input_invalid')
    const law = await scene.expert('law')
    await stopped(scene, () => law.post(path, { text: '专家提议' }), 'forbidden')
    await takeBack(scene, person, neighbour)
  }),
)

topics('texts: some characters must be there, controls may not, and length has its bound', () =>
  withVillage(async (scene) => {
    const clerk = await scene.clerk()
    const send = (text: unknown) => () => clerk.post(`${scene.path}/topics`, { channel: 'telephone', text })
    for (const text of ['', '  \n\t', undefined, 7, 'a\u0000b', 'a\u0007b', 'a\u001b[31mb', 'a\u0085b', 'a\ud800b']) {
      const refusal = await stopped(scene, send(text), 'input_invalid')
      const [fault] = refusal.facts.faults as readonly { readonly at: string }[]
      assert.is(fault?.at, 'text', JSON.stringify(text))
    }
    await stopped(scene, send('长'.repeat(20_001)), 'input_invalid')
    for (const [sent, kept] of [
      ['长'.repeat(10_001), '长'.repeat(10_001)],
      ['长'.repeat(20_000), '长'.repeat(20_000)],
      [' 两行\n\t字\r\n ', '两行\n\t字'],
      ['e\u0301', 'é'],
      ['𰻝𰻝面 <script>alert(1)</script> 👪', '𰻝𰻝面 <script>alert(1)</script> 👪'],
    ] as const) {
      await raise(clerk, scene, { channel: 'telephone', text: sent })
      assert.is((await registerOf(scene))[0]?.text, kept)
    }
  }),
)

topics('a topic goes into one proposal or is answered, never both and never twice', () =>
  withServer(async (world) => {
    const village = await foundVillage(world)
    const city = await foundCity(world)
    const clerk = await village.clerk()
    const adoption = await adopts(village, 'three-reviews@1', threeReviews)
    const cityAdoption = await adopts(city, 'six-step@1', sixStep)
    const raiseMany = (scene: Scene, by: Caller, texts: readonly string[]) =>
      Promise.all(texts.map((text) => raise(by, scene, { channel: 'telephone', text })))
    const [first = '', second = '', third = '', fourth = ''] = await raiseMany(village, clerk, ['一', '二', '三', '四'])
    const [theirs = ''] = await raiseMany(city, await city.clerk(), ['别处的'])

    const answer = (topic: string, input: object = { reason: '已有安排' }) =>
      clerk.post(`${village.path}/topics/${topic}/answer`, input)
    const resident = await village.resident((await village.seats('village-representatives'))[0]?.person ?? '')
    const byResident = () => resident.post(`${village.path}/topics/${third}/answer`, { reason: '不' })
    await stopped(village, byResident, 'forbidden')
    await stopped(village, () => answer(third, {}), 'input_invalid')
    await stopped(village, () => answer(unknown), 'not_found')
    await stopped(village, () => answer(theirs), 'not_found')
    await must(answer(third), 'answered')

    const open = (given: readonly string[], change: object = {}) => openOf(village, adoption, given, change)
    for (const strange of [theirs, unknown]) {
      const refusal = await stopped(village, () => open([first, strange]), 'not_found')
      assert.equal(refusal.facts, { what: 'topic' })
    }
    const answered = await stopped(village, () => open([first, third]), 'topic_settled_already')
    assert.equal(answered.facts, { topic: third })
    await stopped(village, () => open([first], { adoption: cityAdoption }), 'not_found')
    await stopped(village, () => open([first], { proposer: unknown }), 'not_found')
    await stopped(village, () => open([first], { title: ' ' }), 'input_invalid')
    await stopped(village, () => resident.post(`${village.path}/proposals`, { adoption, title: '修路' }), 'forbidden')

    const { proposal, number } = await must(open([first, second, first]), 'opened')
    assert.is(number, 1)
    for (const merged of [first, second]) {
      const again = await stopped(village, () => open([merged]), 'topic_settled_already')
      assert.equal(again.facts, { topic: merged })
      await stopped(village, () => answer(merged), 'topic_settled_already')
    }
    await stopped(village, () => answer(third), 'topic_settled_already')

    // Two clerks merge one topic at once: one of them does.
    const both = await Promise.all([open([fourth]), open([fourth])])
    assert.equal(both.map(({ status }) => status).sort(), [201, 409])
    const register = new Map((await registerOf(village)).map((topic) => [topic.id, topic]))
    assert.is(register.get(first)?.proposal, proposal)
    assert.is(register.get(second)?.proposal, proposal)
    assert.equal([register.get(third)?.proposal, register.get(third)?.answer], [null, '已有安排'])
    const shown = await must(clerk.get(`${village.path}/proposals/${String(proposal)}`), 'proposal')
    assert.equal((shown.topics as readonly Topic[]).map(({ text }) => text).sort(), ['一', '二'].sort())
    assert.is((await registerOf(city))[0]?.proposal, null)
  }),
)

topics('a token of one community opens nothing of another', () =>
  withServer(async (world) => {
    const village = await foundVillage(world)
    const city = await foundCity(world)
    const login = 'tingqian-clerk'
    const cityClerk = await signedIn(world.url, city.community, { login, password: passwordOf(login) })
    const input = { channel: 'telephone', text: '越界' }
    await stopped(village, () => cityClerk.post(`${village.path}/topics`, input), 'token_invalid')
    stoppedWith(await cityClerk.get(`${village.path}/topics`), 'token_invalid')
  }),
)

topics.run()
