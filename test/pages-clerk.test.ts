import { randomUUID } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { z } from 'zod'
import { eventForms, movesOfMeetings } from '../src/pages/clerk/events/all.ts'
import { onPaper, sealedKinds } from '../src/services/commands/events.ts'
import { giveSupervision } from '../src/services/commands/supervision.ts'
import { catalogue, isMove } from '../workflows/format/catalogue.ts'
import { password, withBareCity } from './support/bare-city.ts'
import { png } from './support/evidence.ts'
import type { Seen, Sendable } from './support/pages.ts'
import { idNumberOf } from './support/small-village.ts'
import { fixture } from './support/world.ts'

const clerk = suite('the clerk’s pages')

clerk('leave nothing that is said of a proposal without a form, nor a part of it without a field', () => {
  const formsOf = (kind: string) => eventForms.filter((form) => form.kind === kind)
  for (const { kind, by, input } of [...sealedKinds, ...onPaper, giveSupervision]) {
    const [form] = formsOf(kind)
    assert.ok(form, `${kind} has no form`)
    assert.equal(form.by, by, kind)
    const fields = Object.keys((input as z.ZodObject).shape).sort()
    assert.equal(Object.keys(form.fields).sort(), fields, kind)
    for (const [name, field] of Object.entries(form.fields)) {
      assert.is(form.shape.shape[name] === undefined, field.as === 'files', `${kind}.${name}`)
      const part = (input as z.ZodObject).shape[name] as z.ZodType
      assert.is(form.optional.has(name), part.safeParse(undefined).success, `${kind}.${name} may be left empty`)
    }
  }
  for (const kind of Object.keys(catalogue))
    if (isMove(kind as never)) assert.ok(formsOf(kind).length > 0 || movesOfMeetings.includes(kind as never), kind)
  const names = eventForms.map(({ name }) => name)
  assert.equal(names, [...new Set(names)])
  for (const { title, warning, fields } of eventForms)
    for (const said of [title, warning, ...Object.values(fields).flatMap(({ label, help }) => [label, help])])
      if (said)
        assert.ok(/\p{Script=Han}/u.test(said.zh) && /^[^\p{Script=Han}]+$/u.test(said.en), JSON.stringify(said))
})

const begins = new Date('2026-03-02T09:00:00+08:00')
const csv = (name: string): File => new File([fixture(name) as Uint8Array<ArrayBuffer>], name, { type: 'text/csv' })

/** The value of a hidden or chosen field in a page. */
const valueIn = (html: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? ''

/** The value of the option that says something. */
const optionIn = (html: string, says: string): string =>
  new RegExp(`value="([^"]+)"[^>]*>(?:<span>)?[^<]*${says}`).exec(html)?.[1] ?? ''

clerk('bring a neighbourhood from an empty roster to a posted draft with its comments answered', () =>
  withBareCity(begins, async ({ app, guest, here, pass, slip }) => {
    const office = await guest()
    assert.ok((await office.looks(`${here}/desk`)).to?.startsWith(`${here}/sign-in`), 'first one signs in')
    const signedIn = await office.sends(`${here}/sign-in`, 'password', { login: 'clerk', password })
    assert.is(signedIn.to, here)
    assert.match((await office.looks(`${here}/desk`)).text, '今天没有到期要办的事')
    assert.match((await office.looks(`${here}/new-proposal`)).text, '要先启用一套')

    // The roster is looked at, and imported as it was seen.
    assert.match((await office.sends(`${here}/roster`, 'preview')).text, '花名册中没有可导入的人')
    const faulty = await office.sends(`${here}/roster`, 'preview', { file: csv('roster-faulty.csv') })
    assert.is(faulty.status, 200)
    assert.match(faulty.text, '第 8 行相同')
    const unconfirmed = await office.sends(`${here}/roster`, 'import', {
      file64: valueIn(faulty.html, 'file64'),
      digest: valueIn(faulty.html, 'digest'),
    })
    assert.is(unconfirmed.status, 422)
    assert.match(unconfirmed.text, '没有办成')
    assert.match(unconfirmed.text, '第 8 行相同', 'what was seen stands there again')
    const seen = await office.sends(`${here}/roster`, 'preview', { file: csv('roster-city.csv') })
    assert.match(seen.text, '居民代表会议')
    assert.match((await office.looks(`${here}/people`)).text, '还没有导入', 'a preview writes nothing')
    const [file64, digest] = [valueIn(seen.html, 'file64'), valueIn(seen.html, 'digest')]
    const swapped = await office.sends(`${here}/roster`, 'import', { file64, digest: '0'.repeat(64) })
    assert.is(swapped.status, 422, 'another file than the one seen')
    const importKey = randomUUID()
    for (const _ of ['once', 'again'])
      assert.is(
        (await office.sends(`${here}/roster`, 'import', { file64, digest }, importKey)).to,
        `${here}/roster?done=imported`,
      )
    assert.match((await office.looks(`${here}/roster?done=imported`)).text, '花名册已导入')

    // People are found, come and go; seats are filled and ended.
    const wrong = await office.sends(`${here}/new-person`, 'join', {
      name: '新来的',
      sex: 'male',
      idNumber: '123',
      number: '0001',
      cause: 'moved-in',
      from: '2026-03-02',
    })
    assert.is(wrong.status, 422)
    assert.match(wrong.html, 'value="新来的"')
    const idNumber = idNumberOf('1990-01-01', 'male', 7)
    const newcomer = { name: '新来的', sex: 'male', idNumber, number: '9001', cause: 'moved-in', from: '2026-03-02' }
    assert.is((await office.sends(`${here}/new-person`, 'join', newcomer)).status, 422, 'no such household')
    const joined = await office.sends(`${here}/new-person`, 'join', { ...newcomer, household: 'opened' })
    assert.match((await office.looks(joined.to ?? '')).text, '新来的')
    const representatives = `${here}/bodies/residents-representatives`
    const found = await office.looks(`${representatives}?q=${encodeURIComponent('新来的')}`)
    const person = valueIn(found.html, 'person')
    const seat = { person, office: 'representative', cause: 'by-election', from: '2026-03-02' }
    assert.is((await office.sends(representatives, 'fill', seat)).to, `${representatives}?done=noted`)
    assert.is((await office.sends(representatives, 'fill', seat)).status, 422, 'nobody is seated twice')
    const ended = await office.sends(representatives, 'end', { person, cause: 'resigned', on: '2026-03-02' })
    assert.is(ended.to, `${representatives}?done=noted`)

    // What was entered wrongly is put right, and somebody goes over to another household.
    const one = `${here}/people/${person}`
    const correction = `${one}/correction`
    assert.match((await office.looks(`${here}/people?q=9001`)).html, `href="${one}"`)
    assert.match((await office.looks(one)).text, /新来的 .*户号 9001 .*现在没有任职/)
    const typed = { name: '新来的', phone: '13812345678', part: '一组' }
    assert.match((await office.sends(correction, 'correct', { ...typed, name: '' })).text, '请填写')
    const renumbered = { ...typed, idNumber: idNumberOf('1991-02-03', 'female', 8) }
    assert.match((await office.sends(correction, 'correct', renumbered)).text, '请填写', 'an ID number for a reason')
    const mistyped = await office.sends(correction, 'correct', { ...typed, idNumber: '123', reason: '看错' })
    assert.is(mistyped.status, 422)
    assert.match(mistyped.html, 'value="13812345678"', 'what was typed stands there again')
    const corrects = { ...renumbered, reason: '证件看错' }
    const correctKey = randomUUID()
    for (const _ of ['once', 'again'])
      assert.is((await office.sends(correction, 'correct', corrects, correctKey)).to, `${one}?done=corrected`)
    assert.match((await office.looks(one)).text, /性别 女 出生日期 1991-02-03 组别 一组 .*13812345678/)
    assert.is((await office.sends(correction, 'correct', typed)).status, 422, 'nothing is changed')
    assert.is((await office.sends(correction, 'correct', { name: '新来的' })).to, `${one}?done=corrected`)
    assert.not.match((await office.looks(one)).text, '13812345678', 'a telephone that was emptied is gone')
    const going = { number: '9002', from: '2026-03-02' }
    assert.is((await office.sends(`${one}/move`, 'move', going)).status, 422, 'no such household')
    assert.is((await office.sends(`${one}/move`, 'move', { ...going, from: '2026-02-01' })).status, 422)
    const apart = await office.sends(`${one}/move`, 'move', { ...going, household: 'opened' })
    assert.is(apart.to, `${one}?done=moved`)
    assert.match((await office.looks(one)).text, /户号 9002 .*这一户没有别的人/)
    assert.is((await office.sends(`${one}/move`, 'move', going)).status, 422, 'there already')

    // An account of somebody on the roster.
    const chief = await guest()
    await chief.sends(`${here}/sign-in`, 'password', { login: 'administrator', password })
    assert.match((await chief.looks(`${here}/accounts?for=${person}`)).text, '给 新来的（户号 9002）开账号')
    const account = { login: 'newcomer', password, role: 'supervisor', person }
    assert.is((await chief.sends(`${here}/accounts?for=${person}`, 'open', account)).to, `${here}/accounts?done=opened`)
    assert.match((await chief.looks(`${here}/accounts`)).text, 'newcomer(新来的)')
    const again = await chief.sends(`${here}/accounts?for=${person}`, 'open', { ...account, login: 'other' })
    assert.is(again.status, 422, 'one account each')

    // Signatures that demand a meeting: on paper by the clerk, on the page by a resident.
    const wanted = 'residents-assembly/adults'
    assert.match((await office.looks(`${here}/demands`)).html, `value="${wanted}"`)
    const demanding = { wanted, text: '请召开居民会议,讨论北门' }
    assert.match((await office.sends(`${here}/demands`, 'open', { ...demanding, text: '' })).text, '请填写')
    assert.match((await office.sends(`${here}/demands`, 'open', { ...demanding, wanted: 'all' })).text, '格式不对')
    const admitted = { ...demanding, wanted: 'residents-committee/adults' }
    assert.is((await office.sends(`${here}/demands`, 'open', admitted)).status, 422, 'no law admits it')
    const begun = await office.sends(`${here}/demands`, 'open', demanding)
    const demand = begun.to?.split('?')[0] ?? ''
    assert.match((await office.looks(begun.to ?? '')).text, /联名已发起.*计入的签名 0 · 还差 \d+ 需要的签名 \d+/)
    assert.match((await office.sends(`${demand}?q=9002`, 'paper')).text, '请填写')
    assert.is((await office.sends(demand, 'paper', { people: randomUUID() })).status, 422, 'nobody of that id')
    assert.match((await office.looks(`${demand}?q=9002`)).html, `name="people" value="${person}"`)
    for (const _ of ['once', 'again'])
      assert.is((await office.sends(demand, 'paper', { people: person })).to, `${demand}?done=noted#paper`)
    assert.match((await office.looks(demand)).text, /计入的签名 1 · .*签名的人 新来的/, 'nobody signs twice')
    assert.match((await office.sends(demand, 'sign')).text, '没有权限')

    const leaving = await office.sends(`${here}/people/${person}/leaving`, 'leave', {
      cause: 'moved',
      on: '2026-03-02',
    })
    assert.is(leaving.to, `${here}/people?done=left`)
    assert.not.match((await office.looks(representatives)).text, '新来的')
    assert.match((await office.looks(one)).text, '已于 2026-03-02 离开')
    assert.match((await office.looks(demand)).text, /计入的签名 0 .*另有 1 个签名不计入/)

    // A procedure is adopted with every choice made.
    const choices = {
      base: 'entitled',
      postingDays: '7',
      postingCounted: 'calendar',
      publicationDays: '15',
      ratingDays: '7',
      rollCall: 'public',
      calls: '3',
      expiryDays: '365',
      objectionBody: 'residents-committee',
      objectionDays: '5',
    }
    assert.match((await office.looks(`${here}/adoptions?procedure=six-step@1`)).text, '三分之二以上通过')
    const short = await office.sends(`${here}/adoptions`, 'six-step@1', { ...choices, publicationDays: '3', calls: '' })
    assert.is(short.status, 422)
    assert.match(short.text, '请填写')
    assert.match(short.html, 'value="3"', 'what was typed stands there again')
    assert.is((await office.sends(`${here}/adoptions`, 'six-step@1', choices)).to, `${here}/adoptions?done=adopted`)
    assert.match((await office.looks(`${here}/adoptions`)).text, '全体组成人员')

    // Topics come by letter box, are sorted, merged, split and answered; one becomes a proposal.
    const raise = async (text: string): Promise<string> => {
      const raised = await office.sends(`${here}/raise`, 'raise', { text, channel: 'letter-box' })
      return raised.to?.split('?')[0] ?? ''
    }
    const topic = await raise('遛狗不牵绳,老人害怕')
    const same = await raise('遛狗不牵绳,孩子害怕')
    const both = await raise('路灯坏了,还有楼道堆杂物')
    assert.is((await office.sends(topic, 'sort', { class: 'safety' })).to, `${topic}?done=noted`)
    assert.match((await office.looks(`${here}/topics?class=safety`)).text, '老人害怕')
    assert.match((await office.looks(same)).text, '第 1 号', 'what says the same is offered')
    const into = topic.split('/').at(-1) ?? ''
    assert.is((await office.sends(same, 'merge', { into })).to, `${same}?done=noted`)
    assert.is((await office.sends(same, 'answer', { outcome: 'answered', reason: '好' })).status, 422)
    assert.is((await office.sends(both, 'split', { part1: '路灯坏了' })).status, 422, 'one part is none')
    assert.is((await office.sends(both, 'split', { part1: '路灯坏了', part2: '楼道堆杂物' })).to, `${both}?done=noted`)
    assert.match((await office.looks(`${here}/topics?state=open`)).text, '楼道堆杂物')
    assert.match((await office.looks(`${here}/topics.csv`)).html, '编号', 'the register as a file')

    const adoption = optionIn((await office.looks(`${here}/new-proposal`)).html, '六步议事')
    const opening = { adoption, title: '养犬公约', topics: into }
    assert.is((await office.sends(`${here}/new-proposal`, 'open', { ...opening, title: '' })).status, 422)
    const openKey = randomUUID()
    const opened = await office.sends(`${here}/new-proposal`, 'open', opening, openKey)
    assert.is((await office.sends(`${here}/new-proposal`, 'open', opening, openKey)).to, opened.to, 'one deed')
    const moves = opened.to ?? ''
    const says = async (event: string, fields: Readonly<Record<string, Sendable>> = {}): Promise<Seen> =>
      office.sends(`${moves}/${event}`, event, fields)
    const said = async (event: string, fields: Readonly<Record<string, Sendable>> = {}): Promise<void> => {
      const { to, text } = await says(event, fields)
      assert.is(to, `${moves}?done=${event}`, text)
    }

    // Intake: what is missing is said with its article; others may not; another site may not.
    const matter = 'residents-covenant'
    assert.match((await says('intake.accepted')).text, '请填写')
    const early = await says('intake.accepted', { matter })
    assert.is(early.status, 422)
    assert.match(early.text, '授权决定备查')
    const overseer = await guest()
    await overseer.sends(`${here}/sign-in`, 'password', { login: 'supervisor', password })
    assert.is((await overseer.looks(`${moves}/intake.accepted`)).status, 403)
    assert.is((await overseer.looks(moves)).status, 200)
    assert.is((await (await guest()).looks(moves)).status, 303)
    const foreign = await app.request(`${moves}/intake.refused`, {
      method: 'POST',
      body: new URLSearchParams({ form: 'intake.refused', key: 'k', reason: '不办' }),
      headers: { cookie: signedIn.headers.getSetCookie().join().split(';')[0] ?? '', 'sec-fetch-site': 'cross-site' },
    })
    assert.is(foreign.status, 403)
    await said('authorisation.filed', {
      matter,
      by: 'residents-assembly',
      to: 'residents-representatives',
      decidedOn: '2026-01-10',
      until: '2027-01-09',
      postedOn: '2026-01-11',
      filedOn: '2026-01-15',
      text: '居民会议授权居民代表会议制定居民公约。',
    })
    assert.match((await office.looks(`${moves}?done=authorisation.filed`)).text, '已登记：授权决定备查')
    const acceptKey = randomUUID()
    for (const _ of ['once', 'again'])
      assert.is(
        (await office.sends(`${moves}/intake.accepted`, 'intake.accepted', { matter }, acceptKey)).to,
        `${moves}?done=intake.accepted`,
      )
    assert.is((await says('intake.accepted', { matter })).status, 422, 'not a second time')
    const [, resident = ''] = /people\/([0-9a-f-]{36})\/leaving/.exec((await office.looks(`${here}/people`)).html) ?? []

    // Consultation and drafting.
    const consulting = await office.looks(moves)
    assert.match(consulting.text, '现在在：出主意')
    assert.match(consulting.text, '还差条件')
    assert.match((await says('consultation.closed')).text, '恳谈会 0 次')
    const talk = { heldOn: '2026-03-02', convenedBy: 'party-committee', people: '26', minutes: '恳谈会记录' }
    assert.match((await says('talk.held', { ...talk, heldOn: '2026-03-09', heard: 'units' })).html, '恳谈会记录')
    assert.is((await says('talk.held', { ...talk, people: '很多人', heard: 'units' })).status, 422)
    await said('talk.held', { ...talk, heard: ['stakeholders', 'units', 'representatives'] })
    await said('advice.noted', { text: '牵绳长度要写清楚' })
    await said('advice.noted', { text: '设固定遛狗区' })
    await said('consultation.closed')
    const drafting = await office.looks(`${moves}/draft.written`)
    const [follows, leaves] = [optionIn(drafting.html, '牵绳长度'), optionIn(drafting.html, '固定遛狗区')]
    await said('draft.written', { text: '养犬公约草案', change: 'first', follows, leaves, explanation: '先管牵绳' })
    assert.match((await office.looks(`${moves}/draft.written`)).html, '养犬公约草案</textarea>')
    await said('draft.approved', { n: '1', by: 'residents-council', approvedOn: '2026-03-02' })
    await said('drafting.closed')

    // The wall: posted with its places, evidenced with a photo, commented on.
    assert.match((await office.looks(`${moves}/posting.opened`)).text, '张贴以后这一稿就不能改了')
    await said('posting.opened', { places: '社区公告栏' })
    const photo = new File([png() as Uint8Array<ArrayBuffer>], 'wall.png', { type: 'image/png' })
    const posting = valueIn((await office.looks(`${moves}/posting.evidenced`)).html, 'posting')
    const evidence = { posting, seenOn: '2026-03-02', evidence: '拍照', files: photo }
    const text = new File(['no picture'], 'wall.txt', { type: 'text/plain' })
    assert.is((await says('posting.evidenced', { ...evidence, files: text })).status, 422)
    await said('posting.evidenced', evidence)
    const [, neighbour = ''] = /<th scope="row">([^<]+)</.exec((await office.looks(`${here}/people`)).html) ?? []
    const entering = await office.looks(`${moves}/comment.received?q=${encodeURIComponent(neighbour.trim())}`)
    const author = valueIn(entering.html, 'author')
    const comment = { posting, objection: 'no', channel: 'paper' }
    for (const words of ['要写清楚牵绳长度', '遛狗区太远', '你们都是混蛋'])
      await said('comment.received', { ...comment, author, text: words })
    await said('comment.received', { ...comment, text: '罚款没有依据', objection: 'yes', channel: 'telephone' })
    const wall = moves.replace(/moves$/, 'comments')
    assert.match((await office.looks(wall)).text, '还有 4 条没有答复')
    assert.match((await office.looks(`${here}/desk`)).text, '意见没有答复')
    const answering = await office.looks(`${moves}/comments.answered`)
    const comments = ['牵绳长度', '遛狗区太远'].map((words) => optionIn(answering.html, words))
    assert.match((await says('comments.answered', { answer: 'adopted', reason: '写入' })).text, '请填写')
    await said('comments.answered', { comments, answer: 'partly', reason: '下一稿写清楚' })
    await said('comment.moderated', { comment: optionIn(answering.html, '混蛋'), reason: 'insult' })
    await said('objection.decided', {
      comment: valueIn((await office.looks(`${moves}/objection.decided`)).html, 'comment'),
      by: 'residents-committee',
      decidedOn: '2026-03-02',
      upheld: 'no',
      reason: '草案没有罚款条款',
    })
    const answered = await office.looks(wall)
    assert.match(answered.text, '都已答复')
    assert.match(answered.text, '不予登载：辱骂他人')
    assert.match((await says('posting.closed')).text, '还有', 'it hangs its days')
    pass(8)
    await office.sends(`${here}/sign-in`, 'password', { login: 'clerk', password })
    assert.match((await office.looks(`${here}/desk`)).text, '公示期满，要收结')
    await said('posting.closed')

    // A resident raises a topic and sees what becomes of it; the register's deeds are the clerk's.
    const sheet = await office.sends(`${here}/slips`, 'issue', { people: resident })
    assert.match(sheet.html, `<svg class="square"`)
    assert.match(sheet.html, `aria-label="http://localhost${here}/sign-in"`)
    const neighbourAtHome = await guest()
    assert.is((await neighbourAtHome.sends(`${here}/sign-in`, 'slip', { slip: await slip(resident) })).to, here)
    const asked = await neighbourAtHome.looks(demand)
    assert.match(asked.text, '我要签名')
    assert.not.match(asked.text, '新来的', 'who signed is the office’s to see')
    assert.is((await neighbourAtHome.sends(demand, 'sign')).to, `${demand}?done=noted`)
    assert.is((await neighbourAtHome.sends(demand, 'sign')).to, `${demand}?done=noted`)
    assert.match((await neighbourAtHome.looks(demand)).text, /计入的签名 1 .*您已经签名/)
    assert.match((await neighbourAtHome.sends(demand, 'paper', { people: resident })).text, '没有权限，需要：经办人')
    const own = await neighbourAtHome.sends(`${here}/raise`, 'raise', { text: '小区北门太窄' })
    const ownTopic = own.to?.split('?')[0] ?? ''
    assert.match((await neighbourAtHome.looks(`${here}/topics?whose=mine`)).text, '北门太窄')
    assert.match((await neighbourAtHome.sends(ownTopic, 'sort', { class: 'works' })).text, '没有权限，需要：经办人')
    assert.is(
      (await neighbourAtHome.sends(`${here}/raise`, 'raise', { text: '代提', channel: 'telephone' })).status,
      422,
    )
    assert.match((await neighbourAtHome.looks(here)).html, `href="${here}/raise"`, 'from the first page')
    const raised = await neighbourAtHome.sends(`${here}/raise`, 'raise', { text: '楼道要装灯' })
    const topics = /topics\/([0-9a-f-]{36})/.exec(raised.to ?? '')?.[1] ?? ''
    const theirs =
      (await office.sends(`${here}/new-proposal`, 'open', { adoption, title: '楼道装灯', topics })).to ?? ''
    const lamp = theirs.replace(/\/moves$/, '')
    const away = `${theirs}/proposal.withdrawn`
    assert.match((await neighbourAtHome.looks(lamp)).html, `href="${away}"`)
    assert.not.match((await (await guest()).looks(lamp)).html, away)
    assert.match((await neighbourAtHome.sends(away, 'proposal.withdrawn', { reason: '' })).text, '请填写')
    const gone = await neighbourAtHome.sends(away, 'proposal.withdrawn', { reason: '物业已经装了' })
    assert.is(gone.to, `${lamp}?done=proposal.withdrawn`)
    assert.match((await neighbourAtHome.looks(gone.to ?? '')).text, '已按您的意思撤回')
    assert.not.match((await neighbourAtHome.looks(lamp)).html, away)
    assert.is((await neighbourAtHome.sends(away, 'proposal.withdrawn', { reason: '再撤' })).status, 422)

    assert.is((await neighbourAtHome.looks(moves)).status, 403)
    assert.match(
      (await neighbourAtHome.sends(`${moves}/proposal.withdrawn`, 'proposal.withdrawn', { reason: '不办了' })).text,
      '没有权限',
    )
    assert.match(
      (await neighbourAtHome.sends(`${moves}/rating.given`, 'rating.given', { score: '5' })).text,
      '没有办成',
    )
    assert.match((await office.looks(moves.replace(/.moves$/, ''))).text, '下一步办什么')
    const twoAtOnce = await Promise.all(
      ['办', '再办'].map((reason) => office.sends(ownTopic, 'answer', { outcome: 'answered', reason })),
    )
    assert.equal(twoAtOnce.map(({ status }) => status).sort(), [303, 422], 'of two answers at once one stands')

    // The expert's own page: the draft, the law, and an opinion in the own discipline only.
    const expert = await guest()
    await expert.sends(`${here}/sign-in`, 'password', { login: 'expert', password })
    assert.match((await expert.looks(`${here}/reviews`)).text, '养犬公约草案')
    const opinion = { draft: '1', answer: 'pass', grounds: '合法' }
    const other = { ...opinion, discipline: 'social-management' }
    assert.is((await expert.sends(`${moves}/opinion.given`, 'opinion.given', other)).status, 422)
    const given = { ...opinion, discipline: 'law' }
    assert.is(
      (await expert.sends(`${moves}/opinion.given`, 'opinion.given', given)).to,
      moves.replace(/\/moves$/, '?done=opinion.given'),
    )
    assert.match((await expert.looks(`${here}/reviews`)).text, '法律 通过')
    assert.is((await office.looks(`${moves}/opinion.given`)).status, 403)
    await office.looks(`/reading?lang=en&back=${moves}`)
    for (const page of [moves, `${moves}/review.closed`, `${here}/desk`, wall, `${here}/topics`, `${here}/bodies`])
      assert.match((await office.looks(page)).html, 'lang="en"')
  }),
)

clerk.run()
