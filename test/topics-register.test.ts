import papaparse from 'papaparse'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Answer } from '../src/demo/client.ts'
import { must, type Scene } from '../src/demo/stage.ts'
import { threeReviews } from './support/cases.ts'
import { told, wire } from './support/communities.ts'
import { stoppedWith } from './support/refusals.ts'
import { foundCity, foundVillage, withServer, withVillage } from './support/world.ts'

const register = suite('the register of topics')

interface Topic {
  readonly id: string
  readonly number: number
  readonly class: string | null
  readonly text: string | null
  readonly proposer: string | null
  readonly supporters: number
  readonly raisedOn: string
  readonly state: string
  readonly fate: string
  readonly proposal: string | null
  readonly answer: string | null
}

const post = async (scene: Scene, path: string, body: object = {}): Promise<Answer> =>
  (await scene.clerk()).post(`${scene.path}/topics${path}`, body)

const raises = async (scene: Scene, text: string, more: object = {}): Promise<string> =>
  String((await must(post(scene, '', { channel: 'letter-box', text, ...more }), 'raise')).topic)

const list = async (scene: Scene, query = ''): Promise<readonly Topic[]> =>
  (await must((await scene.clerk()).get(`${scene.path}/topics?limit=200${query}`), 'topics')).items as readonly Topic[]

const one = async (scene: Scene, id: string) =>
  (await must((await scene.clerk()).get(`${scene.path}/topics/${id}`), 'topic')) as unknown as Topic & {
    readonly merged: readonly string[]
    readonly parts: readonly string[]
  }

const people = async (scene: Scene, n: number): Promise<readonly string[]> =>
  (await scene.seats('village-representatives')).slice(0, n).map(({ person }) => person)

register('what says the same is found, merged, taken apart again, and shares the answer', () =>
  withVillage(async (scene) => {
    const [first = '', second = ''] = await people(scene, 2)
    const lamp = await raises(scene, '村口的路灯坏了不亮', { channel: 'doorstep', proposer: first })
    const same = await raises(scene, '村口路灯不亮', { channel: 'telephone', proposer: second })
    const canal = await raises(scene, '北坡灌溉渠漏水')
    const similar = async (id: string) => (await scene.clerk()).get(`${scene.path}/topics/${id}/similar`)
    const near = (await must(similar(same), 'similar')).items as readonly {
      readonly id: string
      readonly likeness: number
    }[]
    assert.equal(
      near.map(({ id }) => id),
      [lamp],
    )
    assert.ok((near[0]?.likeness ?? 0) >= 20)
    assert.equal((await must(similar(canal), 'similar')).items, [])
    const resident = await scene.resident(first)
    assert.equal(told(await resident.get(`${scene.path}/topics/${same}/similar`)), [403, 'forbidden'])

    assert.equal(told(await post(scene, `/${lamp}/merge`, { into: lamp })), [422, 'merged_with_itself'])
    assert.equal(told(await resident.post(`${scene.path}/topics/${same}/merge`, { into: lamp })), [403, 'forbidden'])
    await must(post(scene, `/${same}/merge`, { into: lamp }), 'merge')
    assert.equal(told(await post(scene, `/${lamp}/merge`, { into: same })), [409, 'topic_settled_already'], 'no circle')
    assert.equal(told(await post(scene, `/${same}/answer`, { reason: '另答' })), [409, 'topic_settled_already'])
    assert.equal(told(await post(scene, `/${canal}/unmerge`)), [409, 'not_merged'])
    await must(post(scene, `/${same}/unmerge`), 'unmerge')
    assert.is((await one(scene, same)).state, 'open')
    await must(post(scene, `/${same}/merge`, { into: lamp }), 'merge again')
    assert.equal((await one(scene, lamp)).merged, [same])
    await must(post(scene, `/${lamp}/answer`, { outcome: 'refused', reason: '电力公司负责,已转告' }), 'answer')
    assert.equal(told(await post(scene, `/${same}/unmerge`)), [409, 'topic_settled_already'])
    for (const person of [first, second]) {
      const mine = (await must((await scene.resident(person)).get(`${scene.path}/topics?mine=true`), 'mine'))
        .items as readonly Topic[]
      assert.equal(
        mine.map(({ fate, answer }) => [fate, answer]),
        [['refused', '电力公司负责,已转告']],
      )
    }
    assert.equal((await one(scene, same)).state, 'merged')
  }),
)

register('a topic that says several things is split, and whoever stood behind it stands behind each part', () =>
  withVillage(async (scene) => {
    const [raiser = '', joiner = '', third = '', merged = ''] = await people(scene, 4)
    const topic = await raises(scene, '路不平,渠也漏', { channel: 'meeting', proposer: raiser })
    const same = await raises(scene, '路和渠都要修', { channel: 'telephone', proposer: merged })
    await must(post(scene, `/${same}/merge`, { into: topic }), 'merge')
    const join = async (person: string) =>
      (await scene.resident(person)).post(`${scene.path}/topics/${topic}/supporters`, {})
    await must(join(joiner), 'join')
    assert.equal(told(await join(joiner)), [409, 'joined_already'])
    assert.equal(told(await join(raiser)), [409, 'joined_already'])
    assert.equal(
      told(await (await scene.resident(third)).post(`${scene.path}/topics/${topic}/supporters`, { person: joiner })),
      [403, 'forbidden'],
    )
    assert.equal(told(await post(scene, `/${topic}/split`, { parts: [{ text: '只有一件' }] })), [422, 'input_invalid'])
    const parts = [{ text: '路不平', class: 'works' }, { text: '渠漏水' }]
    const other = await raises(scene, '桥也旧,灯也暗')
    const both = await Promise.all([
      post(scene, `/${other}/split`, { parts }),
      post(scene, `/${other}/answer`, { reason: '知悉' }),
    ])
    assert.is(both.filter(({ status }) => status < 300).length, 1, 'split or answered, not both')
    assert.is(both.filter(({ status }) => status === 409).length, 1)
    await must(post(scene, `/${topic}/split`, { parts }), 'split')
    assert.equal(told(await post(scene, `/${topic}/split`, { parts })), [409, 'topic_settled_already'])
    assert.equal(told(await join(third)), [409, 'topic_settled_already'])
    const informed = await raises(scene, '有人占道', { channel: 'informant', proposer: raiser })
    const joins = (await scene.resident(third)).post(`${scene.path}/topics/${informed}/supporters`, {})
    assert.equal(told(await joins), [404, 'not_found'], 'what an informant says is not there to be joined')
    const shown = await one(scene, topic)
    assert.is(shown.state, 'split')
    const [road = ''] = shown.parts
    assert.equal([(await one(scene, road)).class, (await one(scene, road)).supporters], ['works', 2])
    await must(post(scene, `/${road}/answer`, { reason: '已列入明年计划' }), 'answer')
    for (const person of [raiser, joiner, merged]) {
      const mine = (
        await must((await scene.resident(person)).get(`${scene.path}/topics?mine=true&state=answered`), 'mine')
      ).items as readonly Topic[]
      assert.equal(
        mine.map(({ answer }) => answer),
        ['已列入明年计划'],
      )
    }
  }),
)

register('a letter box emptied goes in whole or not at all; days on paper are kept', () =>
  withVillage(async (scene) => {
    const items = [
      { channel: 'letter-box', text: '一', raisedOn: '2026-02-20', class: 'safety' },
      { channel: 'letter-box', text: '二' },
    ]
    const late = { ...items[1], raisedOn: '2026-03-09' }
    const bad = stoppedWith(await post(scene, '/batch', { items: [...items, late] }), 'item_refused')
    assert.equal(bad.facts, { index: 2, because: 'day_in_future' })
    assert.equal(await list(scene), [])
    const [person = ''] = await people(scene, 1)
    const resident = await scene.resident(person)
    assert.equal(told(await resident.post(`${scene.path}/topics/batch`, { items })), [403, 'forbidden'])
    assert.equal(told(await resident.post(`${scene.path}/topics`, { text: '旧事', raisedOn: '2026-02-20' })), [
      403,
      'forbidden',
    ])
    const entered = await must(post(scene, '/batch', { items }), 'batch')
    assert.equal(
      (entered.items as readonly Topic[]).map(({ number }) => number),
      [1, 2],
    )
    assert.equal(
      (await list(scene)).map(({ raisedOn, class: sort }) => [raisedOn, sort]),
      [
        ['2026-03-02', null],
        ['2026-02-20', 'safety'],
      ],
    )
    await must(post(scene, `/${(await list(scene))[0]?.id}/class`, { class: 'works' }), 'class')
    assert.equal(told(await post(scene, `/${(await list(scene))[0]?.id}/class`, { class: 'roads' })), [
      422,
      'input_invalid',
    ])
    assert.equal(await list(scene, '&unclassified=true'), [])
  }),
)

register('names are the office’s, and what an informant says too', () =>
  withVillage(async (scene) => {
    const [raiser = '', reader = ''] = await people(scene, 2)
    await raises(scene, '有人占道', { channel: 'informant', proposer: raiser })
    await raises(scene, '路灯', { channel: 'doorstep', proposer: raiser })
    const seen = (await must((await scene.resident(reader)).get(`${scene.path}/topics`), 'topics'))
      .items as readonly Topic[]
    assert.equal(
      seen.map(({ text }) => text),
      ['路灯', null],
    )
    for (const { proposer } of seen) assert.match(proposer ?? '', /^.\*\*$/)
    const hidden = (await must((await scene.resident(reader)).get(`${scene.path}/topics?q=占道`), 'search')).items
    assert.equal(hidden, [], 'nor can it be searched for')
    const office = await list(scene)
    assert.ok(office.every(({ proposer }) => !proposer?.includes('*')))
  }),
)

register('four hundred of a year are paged, filtered and written out, and nothing in them is a formula', () =>
  withVillage(async (scene) => {
    const traps = ['=1+1', '+86', '-5', '@cmd', '＝SUM(A1)', '普通']
    const items = Array.from({ length: 400 }, (_, n) => ({
      channel: ['letter-box', 'doorstep', 'telephone', 'meeting'][n % 4],
      text: `${traps[n % 6]} 第${n + 1}件`,
      raisedOn: `2026-0${1 + (n % 2)}-1${n % 9}`,
      ...(n % 5 === 0 ? { class: 'works' } : {}),
    }))
    await must(post(scene, '/batch', { items }), 'batch')
    const ids: string[] = []
    for (let cursor = ''; ; ) {
      const page = await must((await scene.clerk()).get(`${scene.path}/topics?limit=150${cursor}`), 'page')
      ids.push(...(page.items as readonly Topic[]).map(({ id }) => id))
      if (page.next === undefined) break
      cursor = `&cursor=${String(page.next)}`
    }
    assert.is(new Set(ids).size, 400)
    assert.is((await list(scene, '&class=works')).length, 80)
    assert.is((await list(scene, '&class=works&channel=letter-box')).length, 20)
    assert.is((await list(scene, '&q=第399件')).length, 1)
    assert.is((await list(scene, '&q=%25%25')).length, 0, 'a percent sign is looked for as it is')
    assert.is((await list(scene, '&from=2026-02-01&to=2026-02-28')).length, 200)
    assert.equal(told(await (await scene.clerk()).get(`${scene.path}/topics?q=x`)), [422, 'input_invalid'])

    const { body } = await wireAsClerk(scene, '/topics/register?class=works')
    const { data } = papaparse.parse<readonly string[]>(body.replace(/^\uFEFF/, ''), { skipEmptyLines: true })
    assert.is(data.length, 81)
    assert.equal(data[0]?.slice(0, 5), ['编号', '提出日期', '渠道', '类别', '内容'])
    for (const row of data) for (const cell of row) assert.not.match(cell, /^[=+\-@＝]/)
    const [person = ''] = await people(scene, 1)
    assert.equal(told(await (await scene.resident(person)).get(`${scene.path}/topics/register`)), [403, 'forbidden'])
  }),
)

const wireAsClerk = async (scene: Scene, path: string) => {
  const { token } = await must(
    (await import('../src/demo/client.ts')).callerOf(scene.url).post('/api/session', {
      community: scene.community,
      login: 'shiqiao-clerk',
      password: 'demo-shiqiao-clerk-2026',
    }),
    'sign in',
  )
  const { text, headers } = await wire(scene.url, `${scene.path}${path}`, { token: String(token) })
  assert.match(headers.get('content-type') ?? '', 'text/csv')
  assert.is(headers.get('cache-control'), 'no-store')
  return { body: text }
}

register('topics of another community are not there, and what became a proposal is settled', () =>
  withServer(async (world) => {
    const village = await foundVillage(world)
    const city = await foundCity(world)
    const theirs = await raises(city, '停车')
    const ours = await raises(village, '停车')
    for (const [path, body] of [
      [`/${theirs}/merge`, { into: ours }],
      [`/${ours}/merge`, { into: theirs }],
      [`/${theirs}/answer`, { reason: '答' }],
      [`/${theirs}/class`, { class: 'works' }],
      [`/${theirs}/unmerge`, {}],
    ] as const)
      assert.equal(told(await post(village, path, body)), [404, 'not_found'], path)
    assert.equal(told(await (await village.clerk()).get(`${village.path}/topics/${theirs}`)), [404, 'not_found'])
    const merged = await raises(village, '停车难')
    await must(post(village, `/${merged}/merge`, { into: ours }), 'merge')
    const clerk = await village.clerk()
    const { adoption } = await must(
      clerk.post(`${village.path}/adoptions`, { procedure: 'three-reviews@1', choices: threeReviews }),
      'adopt',
    )
    const open = (topics: readonly string[]) =>
      clerk.post(`${village.path}/proposals`, { adoption, title: '停车场', topics })
    assert.equal(told(await open([merged])), [409, 'topic_settled_already'])
    const { proposal } = await must(open([ours]), 'open')
    const shared = await one(village, merged)
    assert.equal([shared.state, shared.fate, shared.proposal], ['merged', 'in-proposal', proposal])
    assert.equal(told(await post(village, `/${ours}/split`, { parts: [{ text: '甲' }, { text: '乙' }] })), [
      409,
      'topic_settled_already',
    ])
  }),
)

register.run()
