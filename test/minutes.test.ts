import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { must, type Scene, vote } from '../src/demo/stage.ts'
import { attests, confirms } from './support/attesting.ts'
import { foundAfter, saysAgain } from './support/backups.ts'
import { acceptsRoad, branch, callOf, calls, ends, idOf } from './support/cases.ts'
import { check, forged } from './support/played-record.ts'
import { exportOf } from './support/recorded-votes.ts'
import { stoppedWith } from './support/refusals.ts'
import { type Small, withSmallVillage } from './support/small-village.ts'
import { behind, keysOf, told } from './support/voters.ts'

const minutes = suite('minutes')

const entriesOf = async (scene: Scene, meeting: string, kind: string) => {
  const { items } = await must(
    (await scene.clerk()).get(`${scene.path}/chains/meeting~${idOf(meeting)}?limit=1000`),
    'chain',
  )
  return (items as readonly { readonly bytes: string }[])
    .map(
      ({ bytes }) =>
        JSON.parse(bytes) as { kind: string; data: Record<string, unknown>; attested?: unknown; actor: string },
    )
    .filter((entry) => entry.kind === kind)
}

/** The branch committee has met on a road: both came, one late and one left early, an observer spoke. */
const met = async (scene: Small) => {
  const proposal = await acceptsRoad(scene)
  const meeting = await calls(scene, await callOf(scene, [proposal], { ...branch, daysAhead: 1 }))
  const clerk = await scene.clerk()
  const [chair, other] = ['张一', '赵二'].map(scene.id) as [string, string]
  await must(clerk.post(`${meeting}/attendance`, { people: [chair] }), 'chair')
  const { observer } = await must(
    clerk.post(`${meeting}/observers`, { name: '镇干部刘某', capacity: 'township' }),
    'observer',
  )
  return { proposal, meeting, chair, other, observer: String(observer) }
}

minutes('draft themselves, are corrected by the recorder, approved by the presider’s own account, and then stand', () =>
  withSmallVillage(async (scene) => {
    const { proposal, meeting, chair, other, observer } = await met(scene)
    const clerk = await scene.clerk()
    const speak = (speaker: string, text: string, about: object = {}) =>
      clerk.post(`${meeting}/speeches`, { speaker, text, ...about })
    const item = { proposal: idOf(proposal) }
    await must(speak(chair, '北坡路面年年冲毁,建议今年修。', item), 'a member speaks')
    await must(speak(observer, '资金须报镇里备案。', item), 'an observer speaks')
    await must(speak(chair, '散会后请大家看公开栏。'), 'of no item')
    assert.equal(stoppedWith(await speak(scene.id('王二'), '我也说'), 'not_found').facts, { what: 'speaker' })
    assert.equal(told(await speak(chair, '', item)), [422, 'input_invalid'])
    assert.equal(told(await speak(chair, '别的事', { proposal: '01890a5d-ac96-774b-bcce-b302099a8057' })), [
      404,
      'not_found',
    ])
    const presider = await scene.resident(chair)
    assert.equal(told(await presider.post(`${meeting}/speeches`, { speaker: chair, text: '我' })), [403, 'forbidden'])

    await vote(scene, proposal, meeting, { yes: [chair] })
    await must(clerk.post(`${meeting}/attendance`, { people: [other] }), 'late')
    await must(clerk.post(`${meeting}/departures`, { people: [chair] }), 'early')

    const path = `${meeting}/minutes`
    const read = async () => must((await scene.clerk()).get(path), 'minutes')
    const { draft } = await read()
    const { text, blocks } = draft as {
      readonly text: string
      readonly blocks: readonly { readonly label?: string; readonly text: string }[]
    }
    for (const line of [
      '党支部委员会会议记录',
      '主持人:张一',
      '应到:2 人',
      '实到:2 人:张一、赵二',
      '缺席:无',
      '列席:镇干部刘某(乡镇(街道)人员)',
      '张一:北坡路面年年冲毁,建议今年修。',
      '镇干部刘某(列席):资金须报镇里备案。',
      '票数:赞成 1,反对 0,弃权 0,废票 0',
      '赞成 1/2 > 1/2 ✗ 需 2',
      '结果:未通过',
      '其他发言',
    ])
      assert.ok(text.includes(line), `${line} is not in\n${text}`)
    assert.match(text, /迟到:赵二\(\d\d:\d\d 到\)/)
    assert.match(text, /早退:张一\(\d\d:\d\d 离开\)/)
    assert.match(text, /到会 1\/2 .+ ✓ 需 1/)
    assert.is(blocks.find(({ label }) => label === '请假')?.text, '无')
    assert.equal(
      told(await (await scene.resident(other)).get(path)),
      [403, 'forbidden'],
      'not before they are approved',
    )
    assert.equal((await presider.get(path)).status, 200)

    const put = (said: string, over: number, by = clerk) => by.put(path, { text: said, over })
    assert.equal(told(await put(text, 0, presider)), [403, 'forbidden'])
    assert.equal(told(await put('', 0)), [422, 'input_invalid'])
    assert.equal(stoppedWith(await put(text, 3), 'minutes_changed').facts, { newest: 0 })
    const approve = (commitment: unknown, by = presider) => by.post(`${path}/approve`, { commitment })
    assert.equal(told(await approve('ab'.repeat(32))), [409, 'meeting_not_ended'])
    const first = await must(put(text, 0), 'first')
    await ends(scene, meeting, 'held')
    const corrected = `${text}\n记录:王某`
    assert.equal(stoppedWith(await put(corrected, 0), 'minutes_changed').facts, { newest: 1 }, 'written over unread')
    const second = await must(put(corrected, 1), 'second')
    assert.equal([first.n, second.n], [1, 2])
    assert.equal(await must(put(corrected, 1), 'the same again'), second)
    assert.equal(stoppedWith(await approve(first.commitment), 'minutes_changed').facts, { newest: 2 })
    const deputy = await scene.resident(other)
    assert.equal(stoppedWith(await approve(second.commitment, deputy), 'forbidden').facts, { needs: ['presider'] })
    assert.equal(told(await approve(second.commitment, clerk)), [403, 'forbidden'])
    const paper = {
      sort: 'minutes',
      meeting: idOf(meeting),
      occurredOn: scene.clock.today(),
      commitment: second.commitment,
    }
    const onPaper = await clerk.post(`${scene.path}/attestations`, { evidence: '签字页', what: paper })
    assert.equal(told(onPaper), [409, 'presider_has_account'], 'whoever has an account approves by it')

    // Two at once: one approves, the other hears that it is done.
    const both = await Promise.all([approve(second.commitment), approve(second.commitment)])
    assert.equal(both.map(({ status }) => status).sort(), [200, 409])
    assert.ok(both.some(({ body }) => body.code === 'minutes_approved'))
    const session = await must(clerk.get('/api/session'), 'session')
    const [entry, ...others] = await entriesOf(scene, meeting, 'minutes.approved')
    assert.equal(others, [])
    assert.equal(entry?.data, { text: second.commitment, recorder: session.account, presider: chair })
    assert.equal(told(await put('改一改', 2)), [409, 'minutes_approved'])
    assert.equal(told(await put(corrected, 2)), [409, 'minutes_approved'])
    assert.equal(told(await speak(chair, '补充')), [409, 'minutes_approved'])
    const final = await read()
    assert.equal([final.draft, (final.written as { text: string }).text], [null, corrected])
    assert.is(typeof final.approvedAt, 'string')
    assert.is((await deputy.get(path)).status, 200, 'whoever stood on the roll reads them now')
    const stranger = await scene.resident(scene.id('王二'))
    assert.equal(told(await stranger.get(path)), [403, 'forbidden'])
    for (const [, bytes] of (await entriesOf(scene, meeting, 'speech.noted')).entries())
      assert.not.match(JSON.stringify(bytes), /北坡|资金|公开栏/, 'what was said lies outside the record')

    // Whoever forges the record with its own key is found out by the rules.
    const record = await exportOf(scene, proposal)
    assert.is((await check(record)).ok, true)
    const keys = await keysOf(scene.world)
    const forge = async (change: Parameters<typeof forged>[3]) => {
      const { disagreement } = await check(await forged(record, keys, `meeting/${idOf(meeting)}`, change))
      return [disagreement?.what, disagreement?.kind]
    }
    const of = (entries: Parameters<Parameters<typeof forged>[3]>[0], kind: string) =>
      entries.filter((one) => one.kind === kind)
    assert.equal(
      await forge((entries) => {
        for (const { data } of of(entries, 'minutes.approved')) data.presider = other
        return entries
      }),
      ['minutes_wrong', 'minutes.approved'],
    )
    assert.equal(await forge((entries) => entries.filter(({ kind }) => kind !== 'meeting.ended')), [
      'minutes_wrong',
      'minutes.approved',
    ])
    for (const kind of ['minutes.approved', 'speech.noted'])
      assert.equal(
        await forge((entries) => {
          const [one, last] = [of(entries, kind)[0], entries.at(-1)]
          return one && last ? [...entries, { ...last, kind, data: one.data }] : entries
        }),
        ['minutes_wrong', kind],
      )

    // So is whoever restores a database in which the chain goes on after them, hashed and signed.
    const { database } = scene.world
    const chain = `meeting/${idOf(meeting)}`
    assert.is(await foundAfter(database, scene.community, keys, 'select 1'), undefined)
    for (const kind of ['minutes.approved', 'speech.noted'])
      assert.is(await foundAfter(database, scene.community, keys, saysAgain(keys, chain, kind)), 'minutes_wrong', kind)
  }),
)

minutes('are signed on paper by a presider without an account, which a second person confirms', () =>
  withSmallVillage(async (scene) => {
    const { meeting, chair } = await met(scene)
    const clerk = await scene.clerk()
    const { commitment } = await must(clerk.put(`${meeting}/minutes`, { text: '会议记录', over: 0 }), 'minutes')
    const today = scene.clock.today()
    const what = { sort: 'minutes', meeting: idOf(meeting), occurredOn: today, commitment }
    const enter = (change: object = {}) =>
      clerk.post(`${scene.path}/attestations`, { evidence: '签字页原件', what: { ...what, ...change } })
    assert.equal(told(await enter()), [409, 'meeting_not_ended'])
    await ends(scene, meeting, 'held')
    assert.equal(told(await enter({ commitment: 'ab'.repeat(32) })), [409, 'minutes_changed'])
    assert.equal(told(await enter({ occurredOn: '2030-01-01' })), [422, 'day_in_future'])
    assert.equal(told(await enter({ occurredOn: '2026-03-01' })), [422, 'day_too_early'])
    assert.equal(told(await enter({ meeting: '01890a5d-ac96-774b-bcce-b302099a8057' })), [404, 'not_found'])
    const attestation = await attests(scene, what)
    assert.equal(told(await confirms(clerk, attestation)), [403, 'second_person_needed'])
    assert.equal(await entriesOf(scene, meeting, 'minutes.approved'), [])
    await must(confirms(await scene.supervisor(), attestation), 'confirm')
    const [entry] = await entriesOf(scene, meeting, 'minutes.approved')
    assert.equal([entry?.data.presider, entry?.data.text], [chair, commitment])
    assert.ok(entry?.attested)
    const kept = await behind(
      scene.world,
      scene,
      (sql) => sql`select n, approved_at is not null as approved from minutes`,
    )
    assert.equal([...kept], [{ n: 1, approved: true }])
  }),
)

minutes.run()
