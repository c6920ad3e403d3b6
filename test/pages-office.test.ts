import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { browse } from './support/pages.ts'
import { withServer } from './support/world.ts'

const office = suite('first use and the administrator, on pages')

const password = 'a-long-enough-word-for-tests'

office('founds a village once, opens accounts, prints slips, declares holidays and ends sessions', () =>
  withServer(async (world) => {
    const admin = browse(world.url)
    assert.match((await admin.looks('/')).html, 'href="/setup"', 'an empty installation says where to begin')
    const village = { token: world.setupToken, sort: 'village', name: '小石村', jurisdiction: 'CN-37', login: 'admin' }
    const key = crypto.randomUUID()
    const wrong = await admin.sends('/setup', 'found', { ...village, token: 'guessed', password }, key)
    assert.is(wrong.status, 422)
    assert.match(wrong.html, 'value="小石村"', 'what was typed is kept')
    assert.not.match(wrong.html, password)
    const weak = await admin.sends('/setup', 'found', { ...village, password: 'short' }, key)
    assert.match(weak.text, '没有办成')
    const founded = await admin.sends('/setup', 'found', { ...village, password }, key)
    assert.is(founded.status, 303)
    const again = await admin.sends('/setup', 'found', { ...village, password }, key)
    assert.is(again.to, founded.to, 'sent twice, one village')
    const [, here = ''] = /^(\/c\/[0-9a-f-]+)\//.exec(founded.to ?? '') ?? []
    assert.is((await admin.looks('/')).html.split(`href="${here}"`).length, 2, 'and stands once in the directory')

    const toSignIn = await admin.looks(`${here}/accounts`)
    assert.is(toSignIn.status, 303, 'a visitor is asked to sign in')
    assert.is((await admin.sends(founded.to ?? '', 'password', { login: 'admin', password })).to, `${here}/accounts`)
    const opens = (fields: Readonly<Record<string, string>>, as = admin, form = 'open') =>
      as.sends(`${here}/accounts`, form, { login: 'clerk', password, role: 'clerk', ...fields })
    assert.match((await opens({ role: 'expert' })).text, '请填写', 'an expert has a discipline')
    const twice = crypto.randomUUID()
    const first = await admin.sends(`${here}/accounts`, 'open', { login: 'clerk', password, role: 'clerk' }, twice)
    const second = await admin.sends(`${here}/accounts`, 'open', { login: 'clerk', password, role: 'clerk' }, twice)
    assert.equal([first.to, second.to], [`${here}/accounts?done=opened`, `${here}/accounts?done=opened`])
    assert.is((await opens({})).status, 422, 'under another key the login is taken')
    await opens({ login: 'law', role: 'expert', discipline: 'law' })
    assert.match((await admin.looks(`${here}/accounts?done=opened`)).text, '专家：法律')

    const clerk = browse(world.url)
    await clerk.sends(`${here}/sign-in`, 'password', { login: 'clerk', password })
    for (const path of ['/accounts', '/settings', '/sessions']) {
      assert.is((await clerk.looks(`${here}${path}`)).status, 403, path)
    }
    assert.is((await opens({ login: 'more' }, clerk)).status, 403, 'nobody else opens accounts')

    const calendar = { year: '2027', holidays: '2027-01-01\n2027-02-06,2027-02-07', workdays: '2027-02-20' }
    const unfit = await admin.sends(`${here}/settings`, 'calendar', { ...calendar, holidays: '2028-01-01' })
    assert.is(unfit.status, 422)
    assert.match(unfit.html, '2028-01-01', 'the days typed are kept')
    assert.match(
      (await admin.sends(`${here}/settings`, 'calendar', { ...calendar, holidays: '一月一日' })).text,
      '格式不对',
    )
    assert.is((await admin.sends(`${here}/settings`, 'calendar', calendar)).status, 303)
    assert.match((await admin.looks(`${here}/settings`)).text, '放假 3 天，调休上班 1 天')
    assert.match((await admin.looks(`${here}/settings`)).text, '山东')

    const roles = (await admin.looks(`${here}/accounts`)).html
    const [, account = ''] = /name="account" value="([0-9a-f-]+)"/.exec(roles.slice(roles.indexOf('>clerk'))) ?? []
    const last = /name="account" value="([0-9a-f-]+)"/.exec(roles.slice(roles.indexOf('>admin')))?.[1] ?? ''
    const ends = (id: string, role: string) => admin.sends(`${here}/accounts`, 'end', { account: id, role })
    assert.is((await ends(last, 'administrator')).status, 422, 'the last administrator stays')
    assert.is((await clerk.looks(`${here}/slips`)).status, 200)
    assert.is((await ends(account, 'clerk')).to, `${here}/accounts?done=ended`)
    assert.is((await clerk.looks(`${here}/slips`)).status, 403, 'a role is gone with the next look')

    const sessions = (await admin.looks(`${here}/sessions`)).html
    const [, session = ''] = /name="session" value="([0-9a-f-]+)"/.exec(sessions) ?? []
    assert.is((await admin.sends(`${here}/sessions`, 'end', { session })).to, `${here}/sessions?done=ended`)
    assert.is((await clerk.looks(`${here}/slips`)).status, 303, 'an ended session is none')
    assert.is((await admin.sends(`${here}/sessions`, 'end', { session: crypto.randomUUID() })).status, 422)
  }),
)

office.run()
