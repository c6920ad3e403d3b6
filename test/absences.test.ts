import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { attend, must, passwordOf } from '../src/demo/stage.ts'
import { absenceRulesOn } from '../workflows/law/absences.ts'
import { bodyKinds } from '../workflows/law/provision.ts'
import { callsRepresentatives, ends, idOf, reviewsRoad } from './support/cases.ts'
import { browse } from './support/pages.ts'
import { stoppedWith } from './support/refusals.ts'
import { type Small, withSmallVillage } from './support/small-village.ts'

const absences = suite('absences in a row')

const unknown = '01890a5d-ac96-774b-bcce-b302099a8057'

const excuses = async (small: Small, meeting: string, name: string) =>
  (await small.clerk()).post(`${meeting}/excuses`, { person: small.id(name), reason: '住院治疗' })

const ending = async (small: Small, names: readonly string[], on = small.clock.today()) =>
  (await small.clerk()).post(`${small.path}/bodies/village-representatives/seats/endings`, {
    people: names.map(small.id),
    cause: 'absences',
    on,
  })

const dues = async (small: Small) =>
  (await must((await small.clerk()).get(`${small.path}/dues/absences`), 'dues')).items as readonly {
    readonly person: string
    readonly absences: number
    readonly need: number
    readonly effect: string
    readonly cite: string
    readonly since: string
    readonly meetings: readonly string[]
  }[]

/** The clerk's browser. */
const atOffice = async ({ url, community }: Small) => {
  const office = browse(url)
  const login = 'xiaoshi-clerk'
  await office.sends(`/c/${community}/sign-in`, 'password', { login, password: passwordOf(login) })
  return office
}

const came = ['张一', '李一', '张二', '赵一', '周一']

/** The representatives are called and come in too small a number, these among them. */
const lacksQuorum = async (
  small: Small,
  proposal: string,
  also: readonly string[] = [],
  excused: readonly string[] = [],
) => {
  const meeting = await callsRepresentatives(small, proposal)
  await attend(small, meeting, [...came, ...also].map(small.id))
  for (const name of excused) await must(excuses(small, meeting, name), 'excuse')
  await ends(small, meeting, 'no-quorum')
  return { meeting, on: small.clock.today() }
}

absences('three meetings missed in a row without excuse end a representative’s seat in Shandong, and two do not', () =>
  withSmallVillage(async (small) => {
    const { id, path, clock } = small
    const proposal = await reviewsRoad(small, { calls: 5 })
    const first = await lacksQuorum(small, proposal)
    await must(
      (await small.clerk()).post(`${path}/bodies/village-representatives/seats`, {
        cause: 'by-election',
        from: clock.today(),
        members: [{ person: id('吴二'), office: 'representative' }],
      }),
      'by-election',
    )
    const second = await lacksQuorum(small, proposal, ['周二'], ['吴一'])
    assert.equal(await dues(small), [])
    const few = stoppedWith(await ending(small, ['王一']), 'absences_too_few')
    assert.equal(few.facts, { person: id('王一'), have: 2, need: 3 })

    // A meeting that did not take place is none that anybody missed.
    const postponed = await callsRepresentatives(small, proposal)
    await ends(small, postponed, 'postponed')
    assert.equal(await dues(small), [])
    const third = await lacksQuorum(small, proposal, ['郑一'], ['孙二'])

    const due = await dues(small)
    assert.equal(
      due.map(({ person, absences, need, effect, since, meetings }) => [
        person,
        absences,
        need,
        effect,
        since,
        meetings,
      ]),
      [[id('王一'), 3, 3, 'ends', third.on, [third, second, first].map(({ meeting }) => idOf(meeting))]],
      '孙二 was excused last, 吴一 between, 周二 and 郑一 came once, 吴二 was elected after the first',
    )
    assert.match(due[0]?.cite ?? '', '第四十二条')
    // On its page, with the way to note it; the desk says that it waits.
    const here = `/c/${small.community}`
    const office = await atOffice(small)
    assert.match((await office.looks(`${here}/desk`)).text, '连续缺席达到规定次数')
    const page = await office.looks(`${here}/absences`)
    assert.match(page.text, /王一 · 村民代表会议 连续 3 次无正当理由缺席（满 3 次）.*资格终止.*第四十二条/)
    assert.is(page.html.match(/href="[^"]*\/meetings\/[^"/]*"/g)?.length, 3)
    assert.not.match(page.text, /孙二|吴一|吴二|周二/)
    const [, end = ''] = /href="([^"]*#end)"/.exec(page.html) ?? []
    const form = await office.looks(end.replaceAll('&amp;', '&').replace('#end', ''))
    for (const chosen of [`value="${id('王一')}" selected`, 'value="absences" checked', `value="${third.on}"`])
      assert.match(form.html, chosen)
    assert.is((await office.looks(`${here}/bodies/village-representatives?leaves=x`)).status, 404)
    for (const [names, have] of [
      [['吴一'], 1],
      [['吴二'], 2],
      [['周二'], 1],
      [['孙二'], 0],
      [['郑一'], 0],
      [['张二'], 0],
    ] as const) {
      const { facts } = stoppedWith(await ending(small, names), 'absences_too_few')
      assert.equal([facts.person, facts.have], [id(names[0]), have], names[0])
    }
    stoppedWith(await ending(small, ['王一', '吴二']), 'absences_too_few')
    const early = stoppedWith(await ending(small, ['王一'], second.on), 'day_too_early')
    assert.equal(early.facts, { day: second.on, earliest: third.on })
    // The committee's members sit there by another office.
    assert.equal(stoppedWith(await ending(small, ['李一']), 'absences_too_few').facts.have, 0)

    await clock.pass(1)
    const ended = await must(ending(small, ['王一'], third.on), 'ends')
    assert.equal(
      (ended.seatsEnded as readonly { readonly person: string; readonly on: string }[]).map(({ person, on }) => [
        person,
        on,
      ]),
      [[id('王一'), third.on]],
    )
    assert.equal(await dues(small), [])
    stoppedWith(await ending(small, ['王一']), 'absences_too_few')
    assert.match((await (await atOffice(small)).looks(`${here}/absences`)).text, '现在没有人达到规定的次数')
    // Elected again, one begins anew.
    await must(
      (await small.clerk()).post(`${path}/bodies/village-representatives/seats`, {
        cause: 'by-election',
        from: clock.today(),
        members: [{ person: id('王一'), office: 'representative' }],
      }),
      'again',
    )
    assert.equal(await dues(small), [])
    const resident = await small.resident(id('王二'))
    stoppedWith(await resident.get(`${path}/dues/absences`), 'forbidden')
  }),
)

absences('a member is excused before the meeting ends, once, and not by himself', () =>
  withSmallVillage(async (small) => {
    const { id } = small
    const proposal = await reviewsRoad(small, { calls: 5 })
    const meeting = await callsRepresentatives(small, proposal)
    const head = async () =>
      must((await small.clerk()).get(`${small.path}/chains/meeting~${idOf(meeting)}/head`), 'head')
    await must(excuses(small, meeting, '王一'), 'excuse')
    await attend(small, meeting, ['张一', '张二'].map(id))
    const before = await head()
    const clerk = await small.clerk()
    const reasoned = { person: id('王一'), reason: '住院治疗' }
    stoppedWith(await excuses(small, meeting, '王一'), 'excused_already')
    stoppedWith(await excuses(small, meeting, '张二'), 'signed_in_already')
    stoppedWith(await excuses(small, meeting, '王二'), 'not_on_roll')
    stoppedWith(await clerk.post(`${meeting}/excuses`, { person: id('吴一') }), 'input_invalid')
    stoppedWith(await clerk.post(`${small.path}/meetings/${unknown}/excuses`, reasoned), 'not_found')
    const resident = await small.resident(id('吴一'))
    stoppedWith(await resident.post(`${meeting}/excuses`, { ...reasoned, person: id('吴一') }), 'forbidden')
    assert.equal(await head(), before)
    const both = await Promise.all([excuses(small, meeting, '吴一'), excuses(small, meeting, '吴一')])
    assert.equal(both.map(({ status, body }) => (status < 300 ? 'done' : body.code)).sort(), [
      'done',
      'excused_already',
    ])
    await ends(small, meeting, 'no-quorum')
    stoppedWith(await excuses(small, meeting, '郑一'), 'meeting_ended')
    const { items } = await must(clerk.get(`${small.path}/chains/meeting~${idOf(meeting)}?limit=200`), 'chain')
    const said = (items as readonly { readonly bytes: string }[]).map(({ bytes }) => bytes)
    assert.is(said.filter((bytes) => bytes.includes('"member.excused"')).length, 2)
    assert.not.match(said.join(), '住院')
  }),
)

absences('where no rule of the province says so, nobody’s seat ends by absence', () =>
  withSmallVillage(async (small) => {
    assert.equal(stoppedWith(await ending(small, ['王一']), 'no_such_rule').facts, { body: 'village-representatives' })
    assert.equal(await dues(small), [])
    assert.match((await (await atOffice(small)).looks(`/c/${small.community}/absences`)).text, '没有查到')
    const day = '2026-03-02'
    //  province, day, what its rules say of representatives
    for (const [jurisdiction, on, rules] of [
      ['CN-37', day, [['ends', 3]]],
      ['CN-50', day, [['may-be-ended', 3]]],
      ['CN-11', day, []],
      [undefined, day, []],
      ['CN-37', '2018-12-28', []],
    ] as const)
      assert.equal(
        absenceRulesOn(jurisdiction, on, 'village-representatives').map(({ effect, inARow }) => [effect, inARow]),
        rules,
        `${jurisdiction} ${on}`,
      )
    for (const body of bodyKinds.filter((kind) => kind !== 'village-representatives'))
      assert.equal(absenceRulesOn('CN-37', day, body), [], body)
  }, 'CN-11'),
)

absences.run()
