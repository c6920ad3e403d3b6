import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { passwordOf } from '../src/demo/stage.ts'
import { addDays } from '../workflows/rules/days.ts'
import { idOf, reviewsRoad } from './support/cases.ts'
import { browse, browseAs, type Guest, type Seen } from './support/pages.ts'
import { type Small, withSmallVillage } from './support/small-village.ts'

const meetings = suite('a meeting on pages')

const met = (seen: Seen, to: RegExp | string): Seen => {
  assert.is(seen.status, 303, seen.text)
  assert.match(seen.to ?? '', to)
  return seen
}

/** Refused, and the form stands there again. */
const back = (seen: Seen, words: string | RegExp): Seen => {
  assert.is(seen.status, 422, seen.text)
  assert.match(seen.text, words, `${String(words)} is not said: ${seen.text}`)
  return seen
}

const signsIn = async ({ url, community }: Small, login: string): Promise<Guest> => {
  const browser = browse(url)
  met(await browser.sends(`/c/${community}/sign-in`, 'password', { login, password: passwordOf(login) }), '/c/')
  return browser
}

const comes = (scene: Small, name: string): Promise<Guest> => browseAs(scene, scene.id(name))

meetings('is called, signed in to, voted at by every door, confirmed by a second person, closed and written up', () =>
  withSmallVillage(async (scene) => {
    const here = `/c/${scene.community}`
    const { id } = scene
    const proposal = idOf(await reviewsRoad(scene))
    const today = scene.clock.today()
    const day = addDays(today, 11)

    // 召集
    const early = await signsIn(scene, 'xiaoshi-clerk')
    const stranger = await comes(scene, '王二')
    assert.is((await stranger.looks(`${here}/meetings/call`)).status, 403)
    assert.match((await early.looks(`${here}/meetings`)).text, '召集会议')
    assert.match((await early.looks(`${here}/meetings/call`)).text, '村民代表会议')
    const calling = `${here}/meetings/call?body=village-representatives`
    const blank = await early.looks(calling)
    assert.match(blank.html, `value="${id('张一')}"`, 'whoever may preside is offered')
    const call = {
      body: 'village-representatives',
      agenda: [proposal],
      day,
      time: '09:00',
      place: '村部二楼',
      convenedBy: 'village-committee',
      presider: id('张一'),
      notice: ['written', 'posted'],
    }
    assert.match(back(await early.sends(calling, 'call', { ...call, time: '' }), '请填写').html, 'value="村部二楼"')
    back(await early.sends(calling, 'call', { ...call, day: addDays(today, 2) }), '没有办成')
    back(await early.sends(calling, 'call', { ...call, decidedBy: 'party-committee' }), '请填写')
    const key = crypto.randomUUID()
    const called = met(await early.sends(calling, 'call', call, key), '/meetings/')
    assert.is((await early.sends(calling, 'call', call, key)).to, called.to, 'sent twice, one meeting')
    const [, meeting = ''] = /meetings\/([0-9a-f-]{36})/.exec(called.to ?? '') ?? []
    const at = `${here}/meetings/${meeting}`
    assert.match((await early.looks(called.to ?? '')).text, /会议通知已发出.*召集人 村民委员会.*主持人 张一/)
    assert.match((await browse(scene.url).looks(at)).text, /议程 .*修路/, 'the notice hangs for everybody')
    assert.not.match((await browse(scene.url).looks(at)).text, '张一')

    // 送达
    const noted = { people: [id('赵一'), id('王一')], how: 'by-hand', on: today }
    met(await early.sends(`${at}/deliveries`, 'note', noted), 'done=noted')
    back(await early.sends(`${at}/deliveries`, 'note', { ...noted, on: addDays(today, -1) }), '没有办成')
    assert.match((await early.looks(`${at}/deliveries`)).text, /2 已送达 2 按时送达 8 还没送到/)
    back(await early.sends(`${at}/desk`, 'sign-in', { person: id('赵一') }), '没有办成')

    // 签到
    await scene.clock.goTo(`${day}T09:00:00+08:00`)
    const clerk = await signsIn(scene, 'xiaoshi-clerk')
    const supervisor = await signsIn(scene, 'xiaoshi-supervisor')
    const zhao = await comes(scene, '赵一')
    const desk = await clerk.looks(`${at}/desk`)
    const code = /class="digits">(\d{3}) (\d{3})</.exec(desk.html)?.slice(1).join('') ?? ''
    assert.match(code, /^\d{6}$/)
    assert.match(desk.html, 'data-find="赵一 zhaoyi zy"', 'found by pinyin and its initials')
    const found = await clerk.looks(`${at}/desk?q=ZHY`)
    assert.not.match(found.html, '赵一')
    assert.match((await clerk.looks(`${at}/desk?q=ZY`)).html, '赵一')
    for (const name of ['张一', '张二', '李一', '王一', '孙二', '周一', '周二'])
      met(await clerk.sends(`${at}/desk`, 'sign-in', { person: id(name) }), '/desk')
    met(await clerk.sends(`${at}/desk`, 'slip', { slip: await scene.slip(id('郑一')) }), '/desk')
    back(await clerk.sends(`${at}/desk`, 'slip', { slip: await scene.slip(id('王二')) }), '名册')
    met(await zhao.sends(at, 'sign-in', { code }), at)
    assert.is((await zhao.looks(`${at}/desk`)).status, 403)
    assert.is((await supervisor.sends(`${at}/desk`, 'sign-in', { person: id('吴一') })).status, 403)
    met(await clerk.sends(`${at}/desk`, 'leave', { person: id('郑一') }), 'done=gone')
    met(await clerk.sends(`${at}/desk`, 'sign-in', { person: id('郑一') }), 'done=here')
    assert.match((await clerk.looks(`${at}/desk`)).text, /10 应到 9 实到 1 未到/)
    met(await clerk.sends(`${at}/people`, 'excuse', { person: id('吴一'), reason: '外出' }), 'done=noted')
    met(await clerk.sends(`${at}/people`, 'observer', { name: '镇干部', capacity: 'township' }), 'done=noted')
    const recusal = { person: id('李一'), proposal, reason: '路过他家门口' }
    met(await clerk.sends(`${at}/people`, 'recuse', recusal), 'done=noted')
    back(await clerk.sends(`${at}/people`, 'recuse', recusal), '没有办成')

    // 表决
    const item = `${at}/items/${proposal}`
    const question = { motion: 'agree', voting: 'recorded' }
    back(await clerk.sends(item, 'ballot', { ...question, untilDay: day }), '请填写')
    const opened = met(await clerk.sends(item, 'ballot', question), '/ballots/')
    const second = back(await clerk.sends(item, 'ballot', question), '可能刚有人办过')
    assert.not.match(second.text, /ballot\.closed|voting/, 'no codes')
    const [, ballot = ''] = /ballots\/([0-9a-f-]{36})/.exec(opened.to ?? '') ?? []
    const table = `${here}/ballots/${ballot}`
    assert.match((await clerk.looks(`${table}/desk`)).text, /8 可表决 0 已表决 8 未表决/)
    const own = await scene.resident(id('赵一'))
    assert.is((await own.post(`${scene.path}/ballots/${ballot}/votes`, { choice: 'yes' })).status, 201)

    const sheet = { door: 'paper', issued: '2', returned: '2', evidence: '表决票原件一袋' }
    const votes = [`${id('张一')}:yes`, `${id('王一')}:no`]
    const faulty = back(await clerk.sends(`${table}/papers`, 'papers', { ...sheet, votes, issued: 'two' }), '格式不对')
    assert.match(faulty.html, new RegExp(`value="${id('王一')}:no" selected`), 'the sheet is kept')
    back(await clerk.sends(`${table}/papers`, 'papers', { ...sheet, votes, issued: '-2' }), '格式不对')
    back(await clerk.sends(`${table}/papers`, 'papers', { ...sheet, votes, issued: '9999999' }), '数太大了')
    back(await clerk.sends(`${table}/papers`, 'papers', { ...sheet, votes, evidence: ' ' }), '请填写')
    back(await clerk.sends(`${table}/papers`, 'papers', { ...sheet, votes: [`${id('赵一')}:no`] }), '没有办成')
    const one = crypto.randomUUID()
    const typed = { ...sheet, votes, issued: ' ２' }
    met(await clerk.sends(`${table}/papers`, 'papers', typed, one), 'done=waits')
    met(await clerk.sends(`${table}/papers`, 'papers', typed, one), 'done=waits')
    back(await clerk.sends(`${table}/close`, 'close'), '没有办成')

    const listed = await supervisor.looks(`${here}/attestations`)
    const waiting = [...listed.html.matchAll(/attestations\/([0-9a-f-]{36})/g)].map(([, found]) => found)
    assert.is(waiting.length, 1, 'a form sent twice waits once')
    const entry = `${here}/attestations/${waiting[0]}`
    back(await clerk.sends(entry, 'confirm'), '没有办成')
    assert.match((await supervisor.looks(entry)).text, /张一 赞成 王一 反对/)
    back(await supervisor.sends(entry, 'reject', { reason: '' }), '请填写')
    met(await supervisor.sends(entry, 'confirm'), 'done=confirmed')
    back(await supervisor.sends(entry, 'confirm'), '没有办成')
    assert.match((await supervisor.looks(`${here}/attestations?show=all`)).text, '已复核')

    const raised = ['张二', '孙二', '周一'].map((name) => `${id(name)}:yes`)
    met(await clerk.sends(`${table}/hands`, 'hands', { votes: raised }), 'done=entered')
    back(await clerk.sends(`${table}/hands`, 'hands', { votes: raised }), '没有办成')
    back(await clerk.sends(`${table}/hands`, 'hands', {}), '请填写')
    met(await clerk.sends(`${table}/assisted`, 'assisted', { person: id('周二'), choice: 'abstain' }), 'done=entered')
    assert.match((await clerk.looks(`${table}/count`)).text, '这次表决不用这种方式')
    const right = { person: id('周二'), choice: 'yes', reason: '听错了', evidence: '本人在场' }
    met(await clerk.sends(`${table}/correct`, 'correct', right), 'done=waits')
    const change = /attestations\/([0-9a-f-]{36})/.exec((await supervisor.looks(`${here}/attestations`)).html)?.[1]
    met(await supervisor.sends(`${here}/attestations/${change}`, 'confirm'), 'done=confirmed')

    const hall = await zhao.looks(`${at}/hall`)
    assert.match(hall.text, /正在表决 .*修路.*已表决 7 \/ 8/)
    assert.not.match(hall.text, '王一')
    assert.match(hall.html, `data-follow="${at}/stream"`)
    assert.match(hall.html, '<meta http-equiv="refresh"')
    assert.match((await clerk.looks(`${table}/close`)).text, '还有 1 人没有表决')
    assert.is((await zhao.sends(`${table}/close`, 'close')).status, 403)
    met(await clerk.sends(`${table}/close`, 'close'), 'done=closed')
    met(await clerk.sends(`${table}/close`, 'close'), 'done=closed')
    assert.match((await clerk.looks(`${table}/desk`)).text, /结果 ✓ 通过/)
    assert.match((await zhao.looks(`${at}/hall`)).text, /刚刚的结果 .*✓ 通过 .*赞成 6 反对 1/)
    assert.match((await browse(scene.url).looks(at)).text, /✓ 通过 .*赞成 6/)

    // 会议记录
    const speech = { speaker: id('孙二'), proposal, text: '路要修到北坡' }
    met(await clerk.sends(`${at}/minutes`, 'speech', speech), 'done=noted')
    const drafted = await clerk.looks(`${at}/minutes`)
    assert.match(drafted.text, /路要修到北坡/)
    assert.is((await zhao.looks(`${at}/minutes`)).status, 403, 'members read what is approved')
    met(await clerk.sends(`${at}/minutes`, 'write', { text: '会议记录\r\n通过。', over: '0' }), 'done=saved')
    back(await clerk.sends(`${at}/minutes`, 'write', { text: '另一版', over: '0' }), '没有办成')
    const presider = await comes(scene, '张一')
    const commitmentIn = ({ html }: Seen) => /name="commitment" value="([0-9a-f]{64})"/.exec(html)?.[1]
    const early2 = await presider.looks(`${at}/minutes`)
    assert.match(early2.text, '会议结束以后，主持人在这里签认')
    assert.is(commitmentIn(early2), undefined, 'nothing is approved before the end')
    assert.is(commitmentIn(await clerk.looks(`${at}/minutes`)), undefined)
    const approves = (by: Guest, commitment = 'ab'.repeat(32)) => by.sends(`${at}/minutes`, 'approve', { commitment })
    back(await approves(clerk), '没有办成')
    back(await approves(presider), '会议尚未结束')

    // 结束
    back(await clerk.sends(`${at}/sitting`, 'postpone', { reason: '' }), '请填写')
    met(await clerk.sends(`${at}/sitting`, 'end', { outcome: 'held' }), 'done=ended')
    assert.match((await clerk.looks(`${at}/sitting`)).text, '这次会议已经结束')
    const ended = back(await clerk.sends(`${at}/sitting`, 'end', { outcome: 'held' }), '没有办成 ：会议已结束 ')
    assert.not.match(ended.text, 'held')
    const late = await clerk.looks(item)
    assert.match(late.text, '这次会议已经结束')
    assert.not.match(late.html, 'name="voting"', 'nothing is put any more')
    const noItem = await clerk.looks(`${at}/items/${crypto.randomUUID()}`)
    assert.match(noItem.text, '没有找到这项议程')

    back(await approves(presider), '没有办成')
    met(await approves(presider, commitmentIn(await presider.looks(`${at}/minutes`))), 'done=approved')
    assert.match((await zhao.looks(`${at}/minutes`)).text, '主持人已于')
    back(await clerk.sends(`${at}/minutes`, 'write', { text: '再改', over: '1' }), '没有办成')

    // 会议材料
    const papers = await clerk.looks(`${at}/papers`)
    for (const kind of ['convocation', 'sign-in', 'ballot-papers', 'tally', 'minutes'])
      assert.match(papers.html, `href="${at}/papers/${kind}"`, kind)
    assert.match((await clerk.looks(`${at}/desk`)).html, `href="${at}/papers"`)
    const tally = await clerk.looks(`${at}/papers/tally`)
    assert.is(tally.headers.get('content-disposition'), 'inline')
    assert.match(tally.text, /计票单/)
    assert.match(
      (await clerk.looks(`${at}/papers/minutes.docx`)).headers.get('content-disposition') ?? '',
      'attachment',
    )
    const hanging = await browse(scene.url).looks(`${at}/papers`)
    assert.match(hanging.text, '会议通知')
    assert.not.match(hanging.html, 'papers/minutes')
    assert.is((await zhao.looks(`${at}/papers/sign-in`)).status, 403, 'what names people is the office’s')
    assert.is((await clerk.looks(`${at}/papers/nothing`)).status, 404)

    // 核对程序
    const [page, program] = [await zhao.looks('/verify.html'), await zhao.looks('/verify.mjs')]
    assert.match(page.headers.get('content-disposition') ?? '', 'attachment; filename="verify.html"')
    assert.match(page.html, '<script type="module">')
    assert.match(program.html, 'receipt_missing')
    assert.match((await zhao.looks(`${here}/receipts`)).html, 'href="/verify.html"')

    // 实况
    assert.is((await browse(scene.url).looks(`${at}/stream`)).status, 403, 'who is not signed in follows nothing')
  }),
)

meetings.run()
