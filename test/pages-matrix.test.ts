import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { noticeCode } from '../src/documents/notice-code.ts'
import { pages } from '../src/pages/all.ts'
import { issueSlips, openAccount } from '../src/services/accounts.ts'
import { signIn } from '../src/services/sessions.ts'
import { value, withVillageServices } from './support/engine.ts'
import { pageMatrix } from './support/page-matrix.ts'
import { type Guest, pagesFor, type Seen } from './support/pages.ts'
import { begins, mayLook, missing, type PagesAtWork, withPagesAtWork } from './support/pages-at-work.ts'
import type { Asker } from './support/route-matrix.ts'

const matrix = suite('every page by every reader')

/** What a page carries unseen through a sign-in. */
const heldOn = ({ html }: Seen): string => {
  const [, held = ''] = /name="held" value="([^"]*)"/.exec(html) ?? []
  return held.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>')
}

/** Nothing that was typed is lost when a session has ended: signed in again, it stands there with its key. */
const keepsWhatWasTyped = async ({ app, guest, here, ids, actors, village }: PagesAtWork): Promise<void> => {
  const { engine, clerk } = village
  const byClerk = { login: 'clerk', password: 'a-long-enough-word-for-tests' }
  const text = '<b>"桥栏杆"</b> & 松了\n第二行'
  const browser = await guest()
  const raise = `${here}/raise?q=%E6%9D%8E`
  const first = await browser.sends(raise, 'raise', { text, channel: 'letter-box', class: '' }, 'my-key')
  assert.is(first.status, 422)
  assert.match(first.text, '请重新登录')
  assert.match(first.html, `action="${raise}"`)
  const held = heldOn(first)
  assert.match(held, '桥栏杆')
  const wrong = await browser.sends(raise, 'again-password', { held, login: 'clerk', password: 'not so' })
  assert.match(wrong.text, '登录失败')
  assert.is(heldOn(wrong), held, 'it is carried on')
  assert.not.match(wrong.html, 'not so')
  assert.match((await browser.sends(raise, 'again-password', { held, login: 'clerk' })).text, '请填写')
  assert.match((await browser.sends(raise, 'again-slip', { held, slip: 'ABC' })).text, '签条号码输错了')
  const cross = await app.request(raise, {
    method: 'POST',
    body: new URLSearchParams({ form: 'again-password', held, ...byClerk }),
    headers: { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' },
  })
  assert.equal([cross.status, cross.headers.getSetCookie().length], [403, 0])

  const again = await browser.sends(raise, 'again-password', { held, ...byClerk })
  assert.is(again.status, 200)
  assert.match(again.text, '刚才的内容还没有提交')
  assert.match(again.html, '&lt;b&gt;&quot;桥栏杆&quot;&lt;/b&gt; &amp; 松了\n第二行</textarea>')
  assert.match(again.html, 'name="key" value="my-key"')
  assert.match(again.html, '<option value="letter-box" selected')
  const reloaded = await browser.sends(raise, 'again-slip', { held, slip: 'ABCD-EFGH-JKMN' })
  assert.match(reloaded.html, 'name="key" value="my-key"', 'whoever is signed in goes on')
  const sent = await browser.sends(raise, 'raise', { text, channel: 'letter-box' }, 'my-key')
  const twice = await browser.sends(raise, 'raise', { text, channel: 'letter-box' }, 'my-key')
  assert.equal([sent.status, twice.to], [303, sent.to], 'sent again with its key it is one deed')

  // Passwords and slips are not carried; whoever may not do it finds it still there.
  const office = await guest()
  const account = { login: '会计', password: 'the-new-one-of-somebody', role: 'clerk' }
  const opening = await office.sends(`${here}/accounts`, 'open', account)
  assert.match(heldOn(opening), '会计')
  assert.not.match(opening.html, account.password)
  const barred = await office.sends(`${here}/accounts`, 'again-password', { held: heldOn(opening), ...byClerk })
  assert.is(barred.status, 422)
  assert.match(barred.text, '没有权限')
  assert.is(heldOn(barred), heldOn(opening))

  // A file is chosen again. Where the form is gone, what was written is shown.
  const resident = await guest()
  const notice = `${here}/n/1`
  const remark = { posting: ids.posting, text: '公布栏\n要加灯', sort: 'plain', alt: '黑的公布栏' }
  const photo = new File([new Uint8Array(3)], 'board.jpg', { type: 'image/jpeg' })
  const said = await resident.sends(notice, 'comment', { ...remark, photo })
  assert.match(said.text, '选好的文件带不过来')
  const byNobody = await resident.sends(notice, 'again-password', { held: heldOn(said), ...byClerk })
  assert.match(byNobody.text, /不在这一页上.*公布栏 要加灯 黑的公布栏/)
  const slipFor = async () =>
    (await value(issueSlips(engine, clerk, { people: [ids.person] }))).map(({ code }) => code)[0] ?? ''
  const neighbour = await guest()
  const byName = await neighbour.sends(notice, 'again-slip', { held: heldOn(said), slip: await slipFor() })
  assert.match(byName.text, '文件要重新选择')
  assert.match(byName.html, /公布栏\r?\n要加灯<\/textarea>/)

  // A vote is one, whenever its session ended.
  const voter = await guest()
  const vote = `${here}/ballots/${ids.ballot}/vote?choice=no`
  const lost = await voter.sends(vote, 'vote', { choice: 'no' }, 'one-vote')
  const back = await voter.sends(vote, 'again-slip', { held: heldOn(lost), slip: await slipFor() })
  assert.match(back.text, '您的选择是 ✗ 反对')
  assert.match(back.html, 'name="key" value="one-vote"')
  const cast = await voter.sends(vote, 'vote', { choice: 'no' }, 'one-vote')
  assert.is(cast.to, `${here}/ballots/${ids.ballot}/receipt`)
  const known = await (await guest(actors.representative)).looks(vote)
  assert.match(known.text, '您已经投票')
  const after = await voter.sends(vote, 'again-slip', { held: heldOn(lost), slip: await slipFor() })
  assert.match(after.text, /也许已经提交过了.*您已经投票/)
}

matrix('is answered by this table, with words instead of what is not there', () =>
  withPagesAtWork(async (work) => {
    const { app, guest, here, as, ids, filled } = work
    assert.equal(
      pages.map(({ path }) => path).sort(),
      Object.keys(pageMatrix).sort(),
      'a page without a line in the table fails',
    )
    for (const { path, forms = {} } of pages)
      assert.equal(Object.keys(forms).sort(), [...(pageMatrix[path]?.forms ?? [])].sort(), path)

    const faults: string[] = []
    for (const [path, entry] of Object.entries(pageMatrix))
      for (const [asker, browser] of Object.entries(as) as readonly [Asker, Guest][]) {
        const { status, to, html } = await browser.looks(filled(path))
        if (entry.leads) {
          if (to !== `${here}/n/1`) faults.push(`${path} leads to ${to}`)
          continue
        }
        const expected = mayLook(entry, asker) ? (entry.absent ? 404 : 200) : asker === 'nobody' ? 303 : 403
        if (status !== expected) faults.push(`${path} by ${asker}: ${status}, not ${expected}`)
        if (status === 303 && to?.startsWith(`${here}/sign-in?back=`) !== true) faults.push(`${path} leads to ${to}`)
        if (status !== 303 && !(status === 200 && entry.file) && !/<h1>/.test(html))
          faults.push(`${path} by ${asker} is no page`)
        for (const form of entry.forms ?? []) {
          const cross = await app.request(filled(path), {
            method: 'POST',
            body: new URLSearchParams({ form, key: 'k' }),
            headers: { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' },
          })
          if (![303, 403].includes(cross.status)) faults.push(`${path} takes a form from elsewhere: ${cross.status}`)
        }
        if (entry.resource === undefined || status === 303 || status === 403) continue
        for (const id of [missing, 'nothing'])
          if ((await browser.looks(filled(path, { [entry.resource]: id }))).status !== 404)
            faults.push(`${path} by ${asker}: ${id} is there`)
      }
    assert.equal(faults, [])

    const nobody = await guest()
    const finds = async (query: string) =>
      [...(await nobody.looks(`${here}/proposals${query}`)).html.matchAll(/<h2><a href="[^"]*">(\d+)\./g)].map(
        ([, n]) => n,
      )
    assert.equal(await finds(''), ['2', '1'])
    assert.equal(await finds('?stage=decision'), ['2'])
    assert.equal(await finds('?stage=publication&year=2026&q=%E7%A1%AC%E5%8C%96'), ['1'], 'by stage, year and words')
    assert.equal(await finds('?q=2&standing=&stage=&year='), ['2'], 'by number, the rest left open')
    assert.equal([await finds('?year=2025'), await finds('?q=%25'), await finds('?standing=closed')], [[], [], []])
    assert.match((await nobody.looks(`${here}/proposals?year=2026`)).html, '<option value="2026" selected')
    for (const query of ['?stage=nothing', '?year=soon'])
      assert.is((await nobody.looks(`${here}/proposals${query}`)).status, 404)
    for (const community of [missing, 'nowhere'])
      assert.is((await nobody.looks(`/c/${community}`)).status, 404, 'no community, no page')
    for (const code of ['ffffffff-1', `${noticeCode(ids.community, 1)}x`, '0'])
      assert.is((await nobody.looks(`/n/${code}`)).status, 404)
    for (const form of ['no-such-form', 'constructor', 'again-slip'])
      assert.is((await nobody.sends(`${here}/sign-in`, form, { held: '{' })).status, 404, form)
    await keepsWhatWasTyped(work)
  }),
)

matrix('signs in and out, keeps what was typed, says why not, and reads in both languages and sizes', () =>
  withVillageServices(begins, async (village) => {
    const { engine, administrator } = village
    const password = 'a-long-enough-word-for-tests'
    await value(openAccount(engine, administrator, { login: 'second', password, role: 'supervisor' }))
    const { guest } = pagesFor(village)
    const here = `/c/${village.community}`
    const browser = await guest()

    const empty = await browser.sends(`${here}/sign-in`, 'password', { login: '李' })
    assert.is(empty.status, 422)
    assert.match(empty.html, /value="李"/, 'what was typed is there again')
    assert.match(empty.text, '请填写')
    const wrong = await browser.sends(`${here}/sign-in`, 'password', { login: 'second', password: 'not so' })
    assert.match(wrong.text, '登录失败')
    assert.not.match(wrong.html, 'not so', 'a password is not written back')
    assert.match((await browser.sends(`${here}/sign-in`, 'slip', { slip: 'ABC' })).text, '签条号码输错了')

    const back = `${here}/proposals`
    const signed = await browser.sends(`${here}/sign-in?back=${encodeURIComponent(back)}`, 'password', {
      login: 'second',
      password,
    })
    assert.is(signed.to, back)
    const kept = signed.headers.getSetCookie().join()
    for (const rule of ['HttpOnly', 'SameSite=Lax', `Path=${here}`]) assert.match(kept, rule)
    const away = await browser.sends(`${here}/sign-in?back=${encodeURIComponent('//elsewhere.example')}`, 'password', {
      login: 'second',
      password,
    })
    assert.is(away.to, '/', 'nobody is led to another site')
    assert.match((await browser.looks(here)).text, '退出登录')
    const session = await value(signIn(engine, 'yishi-test', village.community, { login: 'second', password }))
    assert.ok(session.token)

    assert.is((await browser.sends(`${here}/sign-out`, 'sign-out')).to, here)
    assert.match((await browser.looks(here)).text, '登录')
    assert.not.match((await browser.looks(here)).text, '退出登录')

    assert.is((await browser.looks(`/reading?lang=en&back=${here}`)).to, here)
    assert.match((await browser.looks(here)).text, 'Nothing is posted at present')
    await browser.looks(`/reading?print=large&back=${here}`)
    assert.match((await browser.looks(here)).html, /<html lang="en" class="large">/)
    assert.is((await browser.looks('/reading?lang=zh&back=/\\elsewhere.example')).to, '/')
    const first = /<body>[\s\S]*?<a [^>]*>([^<]*)</.exec((await browser.looks(here)).html)?.[1]
    assert.is(first, '标准字号', 'the size of print is the first link of every page')
  }),
)

matrix.run()
