import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { noticeCode } from '../src/documents/notice-code.ts'
import { pages } from '../src/pages/all.ts'
import { openAccount } from '../src/services/accounts.ts'
import { signIn } from '../src/services/sessions.ts'
import { value, withVillageServices } from './support/engine.ts'
import { pageMatrix } from './support/page-matrix.ts'
import { type Guest, pagesFor } from './support/pages.ts'
import { begins, mayLook, missing, withPagesAtWork } from './support/pages-at-work.ts'
import type { Asker } from './support/route-matrix.ts'

const matrix = suite('every page by every reader')

matrix('is answered by this table, with words instead of what is not there', () =>
  withPagesAtWork(async ({ app, guest, here, as, ids, filled }) => {
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
    const stray = await nobody.sends(`${here}/sign-in`, 'no-such-form')
    assert.is(stray.status, 404)
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
