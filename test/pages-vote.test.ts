import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { hallCode, signInToMeeting } from '../src/services/attendance.ts'
import { closeBallot, openBallot } from '../src/services/ballots.ts'
import { seal } from '../src/services/sealing.ts'
import { Committee } from './support/committee.ts'
import { value, withVillageServices } from './support/engine.ts'
import { type Guest, pagesFor } from './support/pages.ts'

const voting = suite('voting on the pages')

const begins = new Date('2026-03-02T09:00:00+08:00')

voting(
  'is one question and one vote: called, in the hall by its code, confirmed, kept as a receipt, whatever comes twice',
  () =>
    withVillageServices(begins, async (village) => {
      const { engine, clerk, supervisor, community } = village
      const committee = new Committee(village, begins)
      const proposal = await committee.opens(await committee.adopts('representatives'), '修路', [])
      await committee.accepts(proposal)
      const { meeting, on } = await committee.calls('party-committee', [proposal], 1)
      const members = (await village.membersOf('party-committee')).map(({ person }) => person)
      const [elder = '', second = '', third = '', late = ''] = members
      const { app, guest } = pagesFor(village)
      const here = `/c/${community}`
      const early = await guest(village.actorOf(elder))
      const meetingPage = `${here}/meetings/${meeting}`

      assert.match((await early.looks(`${here}/mine`)).text, '党支部委员会')
      assert.match((await early.looks(meetingPage)).text, '会议当天才能签到', 'called, not yet there')
      committee.goTo(on)
      assert.is((await early.looks(`${here}/mine`)).status, 303, 'a session does not outlast the day')
      const browser = await guest(village.actorOf(elder))
      assert.match((await browser.sends(meetingPage, 'sign-in', { code: '000000' })).text, '没有办成')
      const code = hallCode(engine.keys, meeting)
      const spoken = `${code.slice(0, 3)} ${code.slice(3)}`
      assert.is(
        (await browser.sends(meetingPage, 'sign-in', { code: spoken })).status,
        303,
        'as it is read off a screen',
      )
      assert.match((await browser.looks(meetingPage)).text, '您已签到')
      await value(signInToMeeting(engine, clerk, meeting, { people: [second, third] }))

      const { ballot } = await value(openBallot(engine, clerk, meeting, { proposal, motion: 'agree' }))
      const ballotPage = `${here}/ballots/${ballot}`
      assert.match((await browser.looks(`${here}/mine`)).text, '去表决：修路 还没投票')
      const question = await browser.looks(ballotPage)
      assert.match(question.text, '您是否赞成这个方案？')
      for (const choice of ['yes', 'no', 'abstain']) assert.match(question.html, `/vote?choice=${choice}`)
      const asked = await browser.looks(`${ballotPage}/vote?choice=no`)
      assert.match(asked.text, '您的选择是 ✗ 反对', 'the choice once more')
      assert.is((await browser.looks(`${ballotPage}/vote?choice=maybe`)).status, 404)
      const key = /name="key" value="([^"]+)"/.exec(asked.html)?.[1] ?? ''

      const [first, again, ...more] = await Promise.all([
        browser.sends(`${ballotPage}/vote?choice=no`, 'vote', { choice: 'no' }, key),
        browser.sends(`${ballotPage}/vote?choice=no`, 'vote', { choice: 'no' }, key),
        browser.sends(`${ballotPage}/vote?choice=no`, 'vote', { choice: 'no' }, key),
      ])
      for (const answer of [first, again, ...more])
        assert.is(answer?.to, `${ballotPage}/receipt`, 'a double tap is one vote')
      const other = await browser.sends(`${ballotPage}/vote?choice=yes`, 'vote', { choice: 'yes' })
      assert.is(other.to, ballotPage, 'another form finds the vote cast')
      assert.match((await browser.looks(ballotPage)).text, '您已经投票。 您投的是：反对。')
      assert.match((await browser.looks(`${ballotPage}/vote?choice=yes`)).text, '您已经投票')
      const reused = await browser.sends(`${ballotPage}/vote?choice=no`, 'vote', { choice: 'yes' }, key)
      assert.is(reused.status, 422, 'one key says one thing')

      const receipt = await browser.looks(`${ballotPage}/receipt`)
      assert.match(receipt.text, '您投的是：反对')
      const file = JSON.parse((await browser.looks(`${ballotPage}/receipt.json`)).html) as {
        readonly receipts: readonly { readonly choice: string; readonly ballot: string }[]
      }
      assert.equal(
        file.receipts.map(({ ballot: of, choice }) => [of, choice]),
        [[ballot, 'no']],
        'one receipt',
      )
      // Anybody holds it to the record: by the square code that it shows, by its file, by one receipt of it.
      const [, shown = ''] = /aria-label="[^"]*(\/c\/[^"]*)"/.exec(receipt.html) ?? []
      const scanned = shown.replaceAll('&amp;', '&')
      const checker = await guest()
      assert.match((await checker.looks(scanned)).text, '这一票在档案里，没有被改动。')
      assert.match((await checker.looks(scanned)).text, '只核对了回执码')
      assert.match((await checker.looks(scanned.replace(/.$/, (last) => (last === '0' ? '1' : '0')))).text, '对不上')
      assert.match((await checker.looks(`${here}/receipts?seq=${'9'.repeat(30)}`)).text, '没有找到')
      const checks = async (text: string | File) =>
        checker.sends(`${here}/receipts`, 'check', typeof text === 'string' ? { receipt: text } : { file: text })
      const saved = JSON.stringify(file)
      const held = await checks(saved)
      assert.match(held.text, /没有被改动。 .*回执上的选择 反对 .*还没有封存/)
      assert.match(held.html, `href="${here}/proposals/${proposal}/record.json"`)
      await seal(engine, community)
      const kept = await checks(new File([saved], 'receipt.json', { type: 'application/json' }))
      assert.match(kept.text, /已封存于存证校验码 \d+:[0-9A-Z-]+/)
      await holdsCheckpoints(checker, await guest(supervisor), await guest(clerk), here)
      assert.match((await checks(JSON.stringify(file.receipts[0]))).text, '没有被改动')
      assert.match((await checks(shown)).text, '没有认出回执', 'an address as HTML writes it is none')
      assert.match((await checks(`https://yishi.example${scanned}`)).text, '没有被改动')
      assert.match((await checks(saved.replace('"choice":"no"', '"choice":"yes"'))).text, '回执本身不成立')
      assert.not.match((await checks(saved.replace('"choice":"no"', '"choice":"yes"'))).text, '没有被改动')
      for (const none of [
        '',
        '{',
        '{"receipts":[]}',
        saved.replace('"previousHead":"', '"previousHead":"zz'),
        '你好',
      ]) {
        const unread = await checks(none)
        assert.is(unread.status, 422, none)
        assert.match(unread.text, '没有认出回执')
      }
      const { receipts: [whole] = [] } = file
      const asksFor = async (body: unknown) => {
        const answer = await app.request(`/api/communities/${community}/receipts/check`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
        return [answer.status, ((await answer.json()) as { readonly ok?: boolean }).ok]
      }
      assert.equal(await asksFor(whole), [200, true])
      assert.equal(await asksFor({ ...whole, previousHead: 'ab'.repeat(32) }), [200, false])
      assert.equal(await asksFor({ ...whole, entry: 1 }), [422, undefined])

      const neighbour = await guest(village.actorOf(second))
      assert.match(
        (await neighbour.looks(`${ballotPage}/receipt`)).text,
        /没有找到您.*只保留 30 天/,
        'nobody sees another’s',
      )
      assert.not.match((await neighbour.looks(ballotPage)).text, '反对 1')
      assert.match((await neighbour.looks(ballotPage)).text, '已投 1 票，可投 3 票')

      const absent = await guest(village.actorOf(late))
      const refused = await absent.sends(`${ballotPage}/vote?choice=yes`, 'vote', { choice: 'yes' })
      assert.is(refused.status, 422, 'who was not at the roll call')
      assert.match(refused.text, '没有办成')
      const officer = await guest(supervisor)
      assert.is((await officer.sends(`${ballotPage}/vote?choice=yes`, 'vote', { choice: 'yes' })).status, 403)
      const nobody = await guest()
      assert.match((await nobody.looks(ballotPage)).text, '登录后投票')
      const led = await nobody.looks(`${ballotPage}/vote?choice=yes`)
      assert.is(led.to, `${here}/sign-in?back=${encodeURIComponent(`${ballotPage}/vote?choice=yes`)}`)

      await value(closeBallot(engine, clerk, ballot))
      const tooLate = await neighbour.sends(`${ballotPage}/vote?choice=yes`, 'vote', { choice: 'yes' })
      assert.is(tooLate.status, 422)
      assert.match(tooLate.text, '表决已经结束')
      assert.match((await nobody.looks(ballotPage)).text, '未通过')
      const retried = await browser.sends(`${ballotPage}/vote?choice=no`, 'vote', { choice: 'no' }, key)
      assert.is(retried.to, `${ballotPage}/receipt`, 'a retry after the close still gets its receipt')
    }),
)

/** A paper's checkpoint is held to what stands here by anybody; to whom it goes is the supervision committee's to say. */
const holdsCheckpoints = async (anybody: Guest, supervisor: Guest, clerk: Guest, here: string): Promise<void> => {
  const { html } = await anybody.looks(`${here}/checkpoints`)
  const [, size = '', code = ''] = /<code>(\d+):([0-9A-Z-]{29})<\/code>/.exec(html) ?? []
  const holds = async (typed: string) =>
    (await anybody.looks(`${here}/checkpoints?code=${encodeURIComponent(typed)}`)).text
  for (const typed of [`${size}:${code}`, ` ${size}：${code.toLowerCase().replaceAll('-', ' ')}`, `${code} (${size})`])
    assert.match(await holds(typed), new RegExp(`对得上。 第 ${size} 号`), typed)
  const other = code.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
  assert.match(await holds(`${size}:${other}`), `对不上：这里的第 ${size} 号不是这个校验码`)
  assert.match(await holds(`${Number(size) + 1}:${code}`), `这里没有第 ${Number(size) + 1} 号`)
  for (const none of [code, '9:', '9:ABCD', `-1:${code}`, '<script>']) assert.match(await holds(none), '认不出')
  assert.not.match(await holds(''), /对得上。|对不上：|认不出/)

  const handing = `${here}/checkpoints/handing`
  assert.is((await anybody.looks(handing)).status, 303)
  assert.match((await supervisor.looks(handing)).text, /还没有设定.*没有要送交的/)
  assert.match((await clerk.sends(handing, 'set', { address: '自己' })).text, '没有权限')
  assert.is((await supervisor.sends(handing, 'set', { address: '' })).status, 422)
  assert.is((await supervisor.sends(handing, 'set', { address: '镇档案室 <一楼>' })).to, `${handing}?done=set`)
  assert.match((await supervisor.sends(handing, 'set', { address: '镇档案室 <一楼>' })).text, '这个接收地址已经设定')
  const waits = await clerk.looks(handing)
  assert.match(waits.text, `${size}:${code} 待送交 交给 镇档案室`)
  assert.is((await clerk.sends(handing, 'handed', { size: '99999' })).status, 422)
  assert.is((await clerk.sends(handing, 'handed', { size })).to, `${handing}?done=noted`)
  const noted = await supervisor.looks(handing)
  assert.match(noted.text, `${size}:${code} 已送交`)
  const [, address = ''] = /name="address" value="([0-9a-f-]{36})"/.exec(noted.html) ?? []
  assert.is((await supervisor.sends(handing, 'end', { address })).to, `${handing}?done=ended`)
  assert.is((await supervisor.sends(handing, 'end', { address })).status, 422)
  assert.match((await supervisor.looks(handing)).text, /还没有设定.*已送交/)
}

voting.run()
