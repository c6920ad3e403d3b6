import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { convene, hang, must, openCase, passwordOf, say } from '../src/demo/stage.ts'
import { addDays } from '../workflows/rules/days.ts'
import { electionChoices } from './support/adopted.ts'
import { idOf } from './support/cases.ts'
import { browse, type Guest } from './support/pages.ts'
import { type Small, withSmallVillage } from './support/small-village.ts'

const polls = suite('an election on pages')

const voters = ['张二', '李一', '李二', '王一', '王二', '赵一', '赵二', '孙一', '孙二', '周一', '周二']

/** The village's voters are called to elect; answers the proposal and the meeting. */
const called = async (small: Small): Promise<readonly [string, string]> => {
  const { id } = small
  const people = (names: readonly string[]) => names.map((name) => ({ person: id(name), office: 'member' }))
  const fill = async (body: string, cause: string, names: readonly string[]) =>
    must(
      (await small.clerk()).post(`${small.path}/bodies/${body}/seats`, {
        from: small.clock.today(),
        cause,
        members: people(names),
      }),
      body,
    )
  await fill('village-voters', 'registered', voters)
  await fill('election-committee', 'appointed', ['郑二', '吴二'])
  const opened = { procedure: 'village-election@1', choices: electionChoices, title: '换届选举', topics: [] }
  const proposal = await openCase(small, opened)
  await say(small, proposal, 'intake.accepted', { matter: 'village-election' })
  const plan = { text: '选举办法', change: 'first', follows: [], leaves: [] }
  await must((await small.clerk()).post(`${proposal}/drafts`, plan), 'plan')
  await say(small, proposal, 'drafting.closed')
  const { lastDay } = await hang(small, proposal, 'postings')
  await small.clock.goTo(`${addDays(lastDay, 1)}T09:00:00+08:00`)
  await say(small, proposal, 'posting.closed')
  for (const [office, name] of [
    ['chair', '赵一'],
    ['chair', '孙一'],
    ['member', '周一'],
    ['member', '周二'],
    ['member', '孙二'],
  ] as const)
    await say(small, proposal, 'candidate.named', { office, candidate: id(name), by: 'voters' })
  const call = { body: 'village-voters', convenedBy: 'election-committee', daysAhead: 20 }
  return [idOf(proposal), idOf(await convene(small, proposal, call))]
}

polls('gives out papers by the roll, takes the tellers’ count, has it confirmed, and announces who is elected', () =>
  withSmallVillage(async (small) => {
    const { id, community, url } = small
    const here = `/c/${community}`
    const [proposal, meeting] = await called(small)
    const signsIn = async (login: string): Promise<Guest> => {
      const browser = browse(url)
      await browser.sends(`${here}/sign-in`, 'password', { login, password: passwordOf(login) })
      return browser
    }
    const clerk = await signsIn('xiaoshi-clerk')
    const supervisor = await signsIn('xiaoshi-supervisor')

    assert.match((await clerk.looks(`${here}/meetings/${meeting}/desk`)).text, '开始投票')
    const opened = await clerk.sends(`${here}/meetings/${meeting}/items/${proposal}`, 'poll')
    assert.is(opened.status, 303, opened.text)
    const poll = opened.to ?? ''
    assert.match((await clerk.looks(poll)).text, /11 应到 0 已发选票/)
    const offered = (await clerk.looks(`${poll}?q=lier`)).html
    assert.equal(
      ['李二', '张二'].map((name) => offered.includes(`name="people" value="${id(name)}"`)),
      [true, false],
      'found by pinyin',
    )

    assert.match((await clerk.sends(poll, 'issue', {})).text, '请填写')
    assert.is((await supervisor.sends(poll, 'issue', { people: [id('张二')] })).status, 403)
    assert.is((await clerk.sends(poll, 'issue', { people: [id('张一')] })).status, 422, 'not on the roll')
    assert.is((await clerk.sends(poll, 'proxies', { people: [id('张二')] })).status, 422, 'nobody is entrusted')
    assert.is((await clerk.sends(poll, 'issue', { people: voters.map(id) })).to, `${poll}?done=issued`)
    assert.is((await clerk.sends(poll, 'issue', { people: [id('张二')] })).status, 422, 'one paper a voter')
    const screen = await supervisor.looks(`${here}/meetings/${meeting}/hall`)
    assert.match(screen.text, '已领选票 11 / 11')

    const tellers = { teller1: id('郑一'), teller2: id('吴一'), evidence: '计票单' }
    const box = { 'chair/issued': '11', 'chair/returned': '11', 'chair/spoiled': '1' }
    const chair = { ...box, [`chair/${id('赵一')}`]: '6', [`chair/${id('孙一')}`]: '4' }
    const member = { 'member/issued': '11', 'member/returned': '11', 'member/spoiled': '0' }
    const others = { [`member/${id('周一')}`]: '8', [`member/${id('周二')}`]: '6', [`member/${id('孙二')}`]: '5' }
    const sheet = { ...tellers, ...chair, ...member, ...others }
    const gap = await clerk.sends(poll, 'tally', { ...sheet, 'chair/spoiled': '' })
    assert.is(gap.status, 422, 'a line left empty is no nought')
    assert.match(gap.html, `name="chair/${id('赵一')}"`)
    assert.match(gap.html, 'value="6"', 'the sheet is kept')
    assert.is((await clerk.sends(`${poll}/close`, 'close')).status, 422, 'not before it is counted')
    assert.is((await clerk.sends(poll, 'tally', sheet)).to, `${poll}?done=waits`)
    const waiting = /attestations\/([0-9a-f-]{36})/.exec((await supervisor.looks(`${here}/attestations`)).html)?.[1]
    const entry = `${here}/attestations/${waiting}`
    assert.match((await supervisor.looks(entry)).text, /主任 发出张数 11；收回张数 11；废票 1；/)
    assert.is((await supervisor.sends(entry, 'confirm')).status, 303)
    assert.is((await clerk.sends(`${poll}/close`, 'close')).to, `${poll}?done=closed`)
    assert.match((await clerk.looks(poll)).text, /主任 : ?赵一\( ?选出/)
    assert.match((await clerk.looks(`${here}/meetings/${meeting}`)).text, /主任 : ?赵一/)
    assert.not.match((await browse(url).looks(`${here}/meetings/${meeting}`)).text, '赵一')
  }),
)

polls.run()
