import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fileFolder } from '../src/record/file-folder.ts'
import { perform } from '../src/services/commands/command.ts'
import { moderateComment, readmitComment } from '../src/services/commands/moderation.ts'
import { answerComments, closePublication, evidencePosting } from '../src/services/commands/posting.ts'
import { setCommentMode } from '../src/services/comment-mode.ts'
import { withdrawComment, withdrawGuestComment } from '../src/services/comment-withdrawals.ts'
import { sendComment } from '../src/services/comments.ts'
import { exportRecord } from '../src/services/exports.ts'
import { fileOf } from '../src/services/files.ts'
import { decideGuestComment, sendGuestComment } from '../src/services/guest-comments.ts'
import { comments } from '../src/services/views/comments.ts'
import { dues } from '../src/services/views/dues.ts'
import { heldComments } from '../src/services/views/guest-comments.ts'
import type { Result } from '../workflows/result.ts'
import { dayOf } from '../workflows/rules/days.ts'
import { faultOf } from './second-verifier/second.mjs'
import { withdrawalTamperings } from './second-verifier/tamperings.ts'
import { value } from './support/engine.ts'
import { exifSegment, jpeg, pdf, place, png } from './support/evidence.ts'
import { withFolder } from './support/folder.ts'
import { pagesFor } from './support/pages.ts'
import { type PagesAtWork, withPagesAtWork } from './support/pages-at-work.ts'
import { check } from './support/played-record.ts'

const said = suite('comments of residents and guests')

type Work = Omit<PagesAtWork, 'as'> & Browsers & { readonly folder: string }

/** The pages at work with a place for photos, and a browser of everybody who matters here. */
const withPhotos = (use: (work: Work) => Promise<void>) =>
  withPagesAtWork((work) =>
    withFolder(async (folder) => {
      const engine = { ...work.village.engine, files: fileFolder(folder) }
      const village = { ...work.village, engine }
      const pages = pagesFor(village)
      const { representative, clerk } = work.actors
      const browsers = {
        nobody: await pages.guest(),
        resident: await pages.guest(representative),
        office: await pages.guest(clerk),
      }
      await use({ ...work, ...pages, ...browsers, village, folder })
    }),
  )
type Browser = Awaited<ReturnType<PagesAtWork['guest']>>
type Browsers = Readonly<Record<'nobody' | 'resident' | 'office', Browser>>

/** The code with which something is refused. */
const refusedWith = async (result: Promise<Result<unknown, { readonly code: string }>>): Promise<string> => {
  const done = await result
  return done.ok ? 'done' : done.refusal.code
}

const fileNamed = (content: Uint8Array): File => new File([new Uint8Array(content)], '照片.jpg', { type: 'image/jpeg' })

/** A resident comments with a photo, follows it, and is told why not and from when on. */
const residentComments = async ({
  village,
  here,
  ids,
  actors,
  nobody,
  resident,
  office,
  folder,
}: Work): Promise<void> => {
  const { engine, community, setClock, offset } = village
  const { decided, posting } = ids
  const [page, notice] = [`${here}/proposals/${decided}`, `${here}/n/1`]
  const kept = (): readonly string[] => readdirSync(folder).flatMap((one) => readdirSync(`${folder}/${one}`))
  const words = { posting, text: '水渠盖板断了。', sort: 'plain' }
  const photo = fileNamed(jpeg(exifSegment()))

  // Nothing that is refused leaves a file behind, and what was typed stands there again.
  const wrong: readonly (readonly [Readonly<Record<string, string | File>>, string])[] = [
    [{ ...words, photo }, '照片和它的说明要一起填'],
    [{ ...words, alt: '盖板' }, '照片和它的说明要一起填'],
    [{ ...words, alt: '盖板', photo: fileNamed(pdf()) }, '不是 JPG'],
    [{ ...words, alt: '盖板', photo: fileNamed(Buffer.from('<svg/>')) }, '不是 JPG'],
    [{ ...words, alt: '盖板', photo: fileNamed(jpeg().subarray(0, -1)) }, '文件不完整'],
    [{ ...words, alt: '盖板', photo: fileNamed(Buffer.alloc(5_000_001)) }, '过大'],
    [{ ...words, alt: '盖板', photo, posting: randomUUID() }, '不符'],
    [{ ...words, alt: '盖'.repeat(201), photo }, '太长'],
    [{ ...words, text: '水渠盖板断了。'.repeat(800) }, '太长'],
  ]
  for (const [fields, says] of wrong) {
    const back = await resident.sends(page, 'comment', fields)
    assert.is(back.status, 422, says)
    assert.match(back.text, says)
    assert.match(back.html, '水渠盖板断了。', 'what was typed is there again')
  }
  const huge = await resident.sends(notice, 'comment', { ...words, photo: fileNamed(Buffer.alloc(6_100_000)) })
  assert.is(huge.status, 413)
  assert.match(huge.html, /<h1>/, 'a page says so, not a program')
  const closed = await refusedWith(
    sendComment(
      engine,
      actors.representative,
      ids.proposal,
      { posting, text: '插一句', objection: false, channel: 'online' },
      { content: jpeg(), alt: '路' },
    ),
  )
  assert.is(closed, 'not_in_this_step', 'nothing of it hangs')
  assert.equal(kept(), [])
  const unknown = await nobody.sends(page, 'comment', words)
  assert.match(unknown.text, '请重新登录')
  assert.match(unknown.html, '水渠盖板断了。', 'whoever is to sign in first loses nothing')

  // Sent twice it is one deed; the page that follows says what comes next and goes on standing.
  const key = randomUUID()
  const sent = await resident.sends(notice, 'comment', { ...words, photo, alt: '断了的盖板' }, key)
  const follows = sent.to ?? ''
  assert.match(follows, /\/comments\/[0-9a-f-]+\?done=comment$/)
  assert.is((await resident.sends(notice, 'comment', { ...words, photo, alt: '断了的盖板' }, key)).to, follows)
  const [own = ''] = follows.split('?')
  const comment = own.split('/').at(-1) ?? ''
  const arrived = await resident.looks(follows)
  for (const says of ['您的意见已收到', '等候答复', '全部意见答复之前', '照片：断了的盖板'])
    assert.match(arrived.text, says)
  for (const path of [page, notice]) assert.match((await resident.looks(path)).text, '水渠盖板断了。')
  assert.match((await resident.looks(`${here}/comments`)).text, '公布栏太高')
  assert.is((await office.looks(own)).status, 403)

  // The photo is kept without its place, its hash and a commitment to its words stand on the record.
  const [file = '', ...others] = kept()
  assert.equal(others, [])
  const fetches = async (browser: Browser) => (await browser.looks(`${own}/photo`)).status
  const shown = await nobody.looks(`${own}/photo`)
  assert.equal([shown.status, shown.headers.get('content-type')], [200, 'image/jpeg'])
  assert.not.match(shown.html, place)
  const record = await value(exportRecord(engine, actors.clerk, decided))
  const entry = record.chains.flatMap(({ entries }) => entries).find(({ bytes }) => bytes.includes(comment))
  assert.match(entry?.bytes ?? '', `"files":["${file}"]`)
  assert.not.match(entry?.bytes ?? '', '盖板')
  assert.is((await check(record)).ok, true)

  // Kept back, its reason is said in words, and the photo is gone with it, by whatever address.
  const moderated = { comment, reason: 'off-topic' } as const
  await value(perform(engine, actors.clerk, decided, moderateComment, moderated))
  for (const [browser, path] of [
    [nobody, page],
    [resident, own],
    [resident, notice],
  ] as const) {
    const { text } = await browser.looks(path)
    assert.match(text, '与公示内容无关')
    assert.not.match(text, 'off-topic')
  }
  assert.equal([await fetches(nobody), await fetches(resident), await fetches(office)], [404, 200, 200])
  assert.is(await refusedWith(fileOf(engine, actors.expert, file)), 'not_found')
  assert.is(await refusedWith(fileOf(engine, actors.clerk, file)), 'done')
  // Nor can it be had by citing its hash.
  const cites = { posting, text: '看', objection: false, channel: 'online' as const, files: [file], alt: '看' }
  assert.is(await refusedWith(sendComment(engine, actors.representative, decided, cites)), 'forbidden')
  await value(perform(engine, actors.clerk, decided, readmitComment, { comment, reason: '复核后恢复' }))
  assert.is(await fetches(nobody), 200)

  const answer = { comments: [comment], answer: 'adopted' as const, reason: '本周换新盖板。' }
  await value(perform(engine, actors.clerk, decided, answerComments, answer))
  assert.match((await resident.looks(own)).text, '已经答复')
  assert.match((await resident.looks(own)).text, '本周换新盖板。')

  // So many in an hour; what was typed stays, and the clock on the wall is named.
  const more = (text: string, actor = actors.representative) =>
    sendComment(engine, actor, decided, { posting, text, objection: false, channel: 'online' })
  for (let n = 3; n <= 10; n += 1) await value(more(`第 ${n} 条`))
  const often = await more('第 11 条')
  assert.is(often.ok ? '' : often.refusal.code, 'comments_too_often')
  const tried = await resident.sends(page, 'comment', { ...words, text: '还有一条', photo, alt: '盖板' })
  assert.is(tried.status, 422)
  assert.match(tried.text, /请在 \d\d:\d\d 以后再提/)
  assert.match(tried.text, '照片要重新选一次')
  assert.match(tried.html, '还有一条')
  const neighbours = (await village.membersOf('village-representatives')).map(({ person }) => person)
  const other = neighbours.find((one) => one !== ids.person) ?? ''
  assert.is(await refusedWith(more('别人的', village.actorOf(other))), 'done', 'others are not slowed')
  setClock(new Date(Date.now() + offset() + 61 * 60_000))
  assert.is(await refusedWith(more('一小时后')), 'done')
  const { items } = await value(comments(engine, actors.expert, posting, { limit: 100 }))
  assert.is(items.filter(({ text }) => text === '水渠盖板断了。').length, 1, 'one comment, however often it was sent')
  assert.is(items.find(({ id }) => id === comment)?.photo, file)
  assert.is(community, ids.community)
}

/** A guest's comment is held until the office decides on it, goes onto the record then, and is followed by its code. */
const guestComments = async ({ village, here, ids, actors, nobody, resident, office }: Work): Promise<void> => {
  const { engine, community, setClock, offset, database } = village
  const { decided, posting } = ids
  const page = `${here}/proposals/${decided}`
  const words = { posting, text: '桥头要装路灯。', sort: 'plain' }
  // Named a JPEG, and taken as the PNG that it is.
  const photo = fileNamed(png())
  const held = async () => (await value(heldComments(engine, actors.clerk, posting))).items
  const guestSays = (text: string, more: object = {}) =>
    sendGuestComment(engine, {
      ...{ community, posting, text, objection: false, key: randomUUID(), network: '192.0.2.7' },
      ...more,
    })

  // Who may comment is the administrator's to set, and goes onto the record.
  assert.is(await refusedWith(setCommentMode(engine, actors.clerk, 'known')), 'forbidden')
  await value(setCommentMode(engine, actors.administrator, 'known'))
  assert.is(await refusedWith(setCommentMode(engine, actors.administrator, 'known')), 'mode_set_already')
  assert.not.match((await nobody.looks(page)).html, 'id="guest"')
  assert.match((await nobody.sends(page, 'guest', words)).text, '要先登录才能提意见')
  await value(setCommentMode(engine, actors.administrator, 'guests'))
  assert.match((await nobody.looks(page)).html, 'id="guest"')
  assert.not.match((await resident.looks(page)).html, 'id="guest"', 'whoever is known is no guest')

  // Held: the code leads to it, and nobody else sees it.
  const key = randomUUID()
  const sent = await nobody.sends(`${here}/n/1`, 'guest', { ...words, photo, alt: '桥头' }, key)
  assert.match(sent.to ?? '', /\/guests\/[2-9A-Y-]{19}\?done=comment$/)
  assert.is((await nobody.sends(`${here}/n/1`, 'guest', { ...words, photo, alt: '桥头' }, key)).to, sent.to)
  assert.match((await nobody.sends(page, 'guest', { ...words, text: '另一条' }, key)).text, '已')
  const [follows = ''] = (sent.to ?? '').split('?')
  for (const says of ['请记下这个号码', '由村（居）委会决定是否登载', '桥头要装路灯'])
    assert.match((await nobody.looks(sent.to ?? '')).text, says)
  const [first, second] = await held()
  assert.equal([first?.text, second?.text], ['路口要装镜子。', '桥头要装路灯。'])
  const guest = second?.id ?? ''
  const picture = `${here}/comments/${guest}/photo`
  assert.equal(
    [
      (await nobody.looks(picture)).status,
      (await resident.looks(picture)).status,
      (await office.looks(picture)).status,
    ],
    [404, 404, 200],
  )
  assert.not.match((await nobody.looks(page)).text, '桥头要装路灯')
  assert.match((await office.looks(`${page}/comments`)).text, '桥头要装路灯')
  const typed = follows.split('/').at(-1)?.toLowerCase().replaceAll('-', ' ') ?? ''
  assert.is((await nobody.sends(page, 'follow', { code: typed })).to, `${here}/guests/${encodeURIComponent(typed)}`)
  assert.is((await nobody.sends(page, 'follow', { code: 'AAAA-AAAA' })).status, 422)
  const due = (await value(dues(engine, actors.clerk))).items
  assert.is(due.filter(({ what }) => what === 'guest-comment-held').length, 2)

  // Nothing is closed over it, and only the office decides; of two at once one does.
  const last = await database.ownerSql<
    { day: string }[]
  >`select last_day::text as day from posting where id = ${posting}`
  const closing = await perform(engine, actors.clerk, decided, closePublication, {})
  const grounds = !closing.ok && closing.refusal.code === 'gate_closed' ? closing.refusal.grounds : []
  assert.equal(
    grounds.map(({ code, have, need }) => [code, have, need]),
    [['guest-comments-held', 2, 0]],
  )
  for (const actor of [actors.representative, actors.expert, actors.administrator])
    assert.is(await refusedWith(decideGuestComment(engine, actor, guest)), 'forbidden')
  assert.is(await refusedWith(decideGuestComment(engine, actors.clerk, randomUUID())), 'not_found')
  const both = [
    decideGuestComment(engine, actors.clerk, first?.id ?? ''),
    decideGuestComment(engine, actors.supervisor, first?.id ?? '', 'duplicate'),
  ]
  assert.equal((await Promise.all(both.map(refusedWith))).sort(), ['done', 'guest_comment_decided'])
  assert.is((await office.sends(`${page}/comments`, 'admit', { guest })).to, `${page}/comments?done=admitted`)
  assert.is((await office.sends(`${page}/comments`, 'admit', { guest })).status, 422)
  assert.match((await nobody.looks(page)).text, '桥头要装路灯')
  assert.match((await nobody.looks(follows)).text, '已在公示栏公开')
  assert.is((await nobody.looks(picture)).status, 200)
  const answer = { comments: [guest], answer: 'partly' as const, reason: '下月安装。' }
  await value(perform(engine, actors.clerk, decided, answerComments, answer))
  assert.match((await nobody.looks(follows)).text, '下月安装。')

  // An objection is kept back by the supervision committee alone, for a published reason.
  const objects = await value(guestSays('我反对', { objection: true }))
  const objection = (await held())[0]?.id ?? ''
  assert.is(await refusedWith(decideGuestComment(engine, actors.clerk, objection, 'insult')), 'forbidden')
  await value(decideGuestComment(engine, actors.supervisor, objection, 'insult'))
  const told = (await nobody.looks(`${here}/guests/${objects.code}`)).text
  assert.match(told, '没有登载')
  assert.match(told, '辱骂')
  assert.not.match((await nobody.looks(page)).text, '我反对')

  // So many from one address, which stands nowhere.
  await database.ownerSql`update guest_sender set sent = 20`
  assert.is(await refusedWith(guestSays('第 21 条')), 'comments_too_often')
  assert.is(await refusedWith(guestSays('隔壁', { network: '192.0.2.8' })), 'done')
  const senders = await database.ownerSql<{ row: string }[]>`select s::text as row from guest_sender s`
  assert.ok(senders.length >= 2 && senders.every(({ row }) => !row.includes('192.0.2')))
  setClock(new Date(Date.now() + offset() + 61 * 60_000))
  assert.is(await refusedWith(guestSays('一小时后')), 'done')

  // What came in time is in time whenever it is admitted; what came late is late.
  const intime = (await held()).at(-1)?.id ?? ''
  setClock(new Date(`${last[0]?.day}T23:59:00+08:00`))
  setClock(new Date(Date.now() + offset() + 10 * 60_000))
  await value(guestSays('晚了'))
  const late = (await held()).at(-1)?.id ?? ''
  for (const one of await held()) await value(decideGuestComment(engine, actors.clerk, one.id))
  const { items } = await value(comments(engine, actors.clerk, posting, { limit: 200 }))
  const timely = (one: string) => items.find(({ id }) => id === one)?.timely
  assert.equal([timely(intime), timely(late)], [true, false])
  assert.is((await check(await value(exportRecord(engine, actors.clerk, decided)))).ok, true)
  assert.is(await refusedWith(guestSays('别的事', { posting: randomUUID() })), 'not_found')
}

/** Whoever said something takes it back while it hangs and nothing has come of it: the text is gone from sight, the fact stays. */
const takeBack = async ({ village, here, ids, actors, guest }: Work): Promise<void> => {
  const { engine, community } = village
  const { decided, posting, person } = ids
  const [resident, office, nobody] = [await guest(actors.representative), await guest(actors.clerk), await guest()]
  const page = `${here}/proposals/${decided}`
  const [neighbour = '', another = ''] = (await village.membersOf('village-representatives'))
    .map((one) => one.person)
    .filter((one) => one !== person)
  const says = async (text: string, objection = false, by = actors.representative): Promise<string> => {
    const input = { posting, text, objection, channel: 'online' as const }
    const done = await value(sendComment(engine, by, decided, input, { content: jpeg(), alt: '看板' }))
    return (done.data as { readonly comment: string }).comment
  }
  const about = (kind: typeof answerComments | typeof moderateComment, comment: string) =>
    kind === answerComments
      ? perform(engine, actors.clerk, decided, answerComments, {
          comments: [comment],
          answer: 'partly',
          reason: '已看',
        })
      : perform(engine, actors.supervisor, decided, moderateComment, { comment, reason: 'duplicate' })
  const unfit = async (result: Promise<Result<unknown, { readonly code: string }>>) => {
    const done = await result
    return done.ok ? 'done' : 'why' in done.refusal ? done.refusal.why : done.refusal.code
  }

  const comment = await says('水费不该涨。', true)
  const [own, asked] = [`${here}/comments/${comment}`, `${here}/comments/${comment}/withdrawal`]
  assert.match((await resident.looks(own)).html, `href="${asked}"`)
  const confirm = await resident.looks(asked)
  for (const told of ['水费不该涨。', '留在档案里，不能删除', '撤回不能取消']) assert.match(confirm.text, told)
  assert.match((await office.looks(`${page}/comments`)).text, '水费不该涨')
  assert.is((await (await guest(village.actorOf(neighbour))).looks(asked)).status, 404, 'another’s is not there')
  assert.is(await refusedWith(withdrawComment(engine, village.actorOf(neighbour), comment)), 'not_found')
  assert.is(await refusedWith(withdrawComment(engine, actors.clerk, comment)), 'forbidden')
  const [first, second] = [
    await resident.sends(asked, 'withdraw', {}, 'back'),
    await resident.sends(asked, 'withdraw', {}, 'back'),
  ]
  assert.equal([first.to, second.to], [`${own}?done=withdrawn`, first.to], 'sent twice it is one deed')
  assert.match((await resident.sends(asked, 'withdraw')).text, '本人已经撤回')
  assert.match((await resident.looks(asked)).text, '现在不能撤回')
  for (const told of ['已撤回', '水费不该涨。', '公示栏不再显示内容'])
    assert.match((await resident.looks(`${own}?done=withdrawn`)).text, told)
  const { items: listed } = await value(comments(engine, actors.expert, posting, { limit: 200 }))
  const before = listed[listed.findIndex(({ id }) => id === comment) - 1]?.id ?? ''
  for (const [browser, path] of [
    [nobody, `${page}?from=${before}`],
    [office, `${page}?from=${before}`],
    [office, `${page}/comments`],
    [office, `${page}/papers/opinion-summary`],
    [office, `${page}/moves/objection.decided`],
  ] as const)
    assert.not.match((await browser.looks(path)).text, '水费不该涨', path)
  assert.match((await nobody.looks(`${page}?from=${before}`)).text, '提出人已撤回')
  assert.match((await office.looks(`${page}/comments`)).text, '提出人已撤回')
  const pictures = await Promise.all([nobody, office, resident].map((one) => one.looks(`${own}/photo`)))
  assert.equal(
    pictures.map(({ status }) => status),
    [404, 404, 200],
  )

  // Nothing more is said of it, and nothing is taken back that something has come of; of two at once one is done.
  assert.is(await unfit(about(answerComments, comment)), 'comment_withdrawn')
  assert.is(await unfit(about(moderateComment, comment)), 'comment_withdrawn')
  const readmit = { comment, reason: '恢复' }
  assert.is(await unfit(perform(engine, actors.clerk, decided, readmitComment, readmit)), 'comment_withdrawn')
  const due = (await value(dues(engine, actors.clerk))).items
  assert.not(due.some(({ id }) => id === comment))
  for (const [kind, why] of [
    [answerComments, 'comment_answered_already'],
    [moderateComment, 'moderated_already'],
  ] as const) {
    const settled = await says(`已经处理的 ${why}`, false, village.actorOf(another))
    await value(about(kind, settled))
    assert.is(await unfit(withdrawComment(engine, village.actorOf(another), settled)), why)
    const contested = await says(`同时处理的 ${why}`, false, village.actorOf(another))
    const both = await Promise.all([
      unfit(withdrawComment(engine, village.actorOf(another), contested)),
      unfit(about(kind, contested)),
    ])
    assert.ok([`done,comment_withdrawn`, `${why},done`].includes(both.join()), both.join())
  }

  // A guest's, before the office has decided: it never comes onto the record.
  const sends = (text: string) =>
    sendGuestComment(engine, { community, posting, text, objection: false, key: randomUUID(), network: '198.51.100.7' })
  const { code } = await value(sends('桥要加宽。'))
  const waiting = (await value(heldComments(engine, actors.clerk, posting))).items
  const id = waiting.find(({ text }) => text === '桥要加宽。')?.id ?? ''
  const follows = `${here}/guests/${code}`
  assert.match((await nobody.looks(follows)).html, `href="${follows}/withdrawal"`)
  assert.match((await nobody.looks(`${follows}/withdrawal`)).text, '也不记入档案')
  for (const key of ['taken', 'taken', 'again'])
    assert.is((await nobody.sends(`${follows}/withdrawal`, 'withdraw', {}, key)).to, `${follows}?done=withdrawn`)
  assert.match((await nobody.looks(follows)).text, /已撤回.*没有登载，也不再登载/)
  assert.not((await value(heldComments(engine, actors.clerk, posting))).items.some((one) => one.id === id))
  assert.is(await refusedWith(decideGuestComment(engine, actors.clerk, id)), 'guest_comment_withdrawn')
  assert.is(await refusedWith(withdrawGuestComment(engine, community, 'AAAA-AAAA')), 'not_found')
  const { code: late } = await value(sends('桥洞积水。'))
  const [last] = (await value(heldComments(engine, actors.clerk, posting))).items
  await value(decideGuestComment(engine, actors.clerk, last?.id ?? ''))
  assert.is(await refusedWith(withdrawGuestComment(engine, community, late)), 'guest_comment_decided')
  assert.match((await nobody.looks(`${here}/guests/${late}/withdrawal`)).text, '现在不能撤回')

  const record = await value(exportRecord(engine, actors.clerk, decided))
  const said = record.chains.flatMap(({ entries }) => entries).filter(({ bytes }) => bytes.includes(comment))
  assert.is(said.length, 2, 'that it was made, and that it was taken back')
  assert.is((await check(record)).ok, true)
  assert.is(faultOf(record), undefined)
  for (const [what, code, change] of withdrawalTamperings) {
    const wrong = change(record as Parameters<typeof change>[0])
    const { disagreement } = await check(wrong as typeof record)
    assert.is(disagreement?.what, code, what)
    assert.equal(faultOf(wrong), { chain: disagreement?.chain, seq: disagreement?.seq, code }, what)
  }
  assert.not.match(JSON.stringify(record.chains), id)

  // Once it hangs no more it is taken back no more.
  const standing = await says('还挂着的')
  const { items } = await value(comments(engine, actors.clerk, posting, { limit: 200 }))
  const open = items.filter((one) => one.admitted && one.answer === null && one.upheld === null).map((one) => one.id)
  const left = open.filter((one) => one !== standing)
  await value(
    perform(engine, actors.clerk, decided, answerComments, { comments: left, answer: 'partly', reason: '已看' }),
  )
  const seen = { posting, seenOn: dayOf(new Date(Date.now() + village.offset())), evidence: '照片三张' }
  await value(perform(engine, actors.clerk, decided, evidencePosting, seen))
  await value(perform(engine, actors.clerk, decided, closePublication, {}))
  assert.is(await refusedWith(withdrawComment(engine, actors.representative, standing)), 'hangs_no_more')
  assert.match((await resident.looks(`${here}/comments/${standing}/withdrawal`)).text, '现在不能撤回')
}

said('are taken with their photos, held where they are guests’, followed, and refused with a clear word', () =>
  withPhotos(async (work) => {
    await residentComments(work)
    await guestComments(work)
    await takeBack(work)
  }),
)

said.run()
