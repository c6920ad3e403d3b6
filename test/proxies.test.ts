import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { convene, hang, must, openCase, say } from '../src/demo/stage.ts'
import { faultOf } from './second-verifier/second.mjs'
import { electionChoices } from './support/adopted.ts'
import { foundAfter } from './support/backups.ts'
import { idOf } from './support/cases.ts'
import { callsMembers, foundsCollective, plansIncome } from './support/collective.ts'
import { check, forged, verifies } from './support/played-record.ts'
import { exportOf } from './support/recorded-votes.ts'
import { stoppedWith } from './support/refusals.ts'
import { idNumberOf, type Small, withSmallVillage } from './support/small-village.ts'
import { at, behind, keysOf, putsQuestion, tokensOf, told, withOthers } from './support/voters.ts'

const proxies = suite('votes entrusted to another')

/** Enters and withdraws proxies of a meeting by name. */
const entrusting = ({ clerk, id }: Small, meeting: string) => ({
  give: async (principal: string, proxy: string) =>
    (await clerk()).post(`${meeting}/proxies`, {
      principal: id(principal),
      proxy: id(proxy),
      document: '书面委托,存档',
    }),
  withdraw: async (proxy: unknown) => (await clerk()).delete(`${meeting}/proxies/${String(proxy)}`),
})

proxies('proxy twice: principal and proxy both vote, on two servers, and one vote counts', () =>
  withSmallVillage(async (small) => {
    const { world, path, clock, id, household } = small
    await foundsCollective(small)
    const joined = { name: '钱一', sex: 'female', idNumber: idNumberOf('2010-04-01', 'female', 60), part: '一组' }
    const child = await must(
      (await small.clerk()).post(`${path}/people`, {
        ...joined,
        household: household('4'),
        cause: 'moved-in',
        from: clock.today(),
      }),
      'child',
    )
    const proposal = await plansIncome(small)
    const meeting = await callsMembers(small, proposal)
    const clerk = await small.clerk()
    const { give, withdraw } = entrusting(small, meeting)
    const resident = await small.resident(id('张二'))
    const paper = { principal: id('张二'), proxy: id('张一'), document: '委托书' }
    stoppedWith(await resident.post(`${meeting}/proxies`, paper), 'forbidden')
    stoppedWith(await clerk.post(`${meeting}/proxies`, { ...paper, document: '' }), 'input_invalid')
    stoppedWith(await clerk.post(`${meeting}/proxies`, { ...paper, proxy: proposal.slice(-36) }), 'not_found')
    stoppedWith(await clerk.post(`${meeting}/proxies`, { ...paper, files: ['ab'.repeat(32)] }), 'not_found')
    const neighbour = stoppedWith(await give('孙一', '周一'), 'proxy_of_another_household')
    assert.match(String(neighbour.facts.cite), '第二十七条')
    stoppedWith(await give('张二', '张二'), 'proxy_for_oneself')
    stoppedWith(await give('王三', '王一'), 'not_on_roll')
    const young = { principal: id('赵二'), proxy: child.person, document: '委托书' }
    stoppedWith(await clerk.post(`${meeting}/proxies`, young), 'not_of_age')

    // Entered twice at once: once. A chain and a loop: not at all.
    const twice = await Promise.all([give('张二', '张一'), give('张二', '张一')])
    assert.equal(twice.map(told).sort(), [
      [201, undefined],
      [409, 'principal_gave_already'],
    ])
    stoppedWith(await give('张一', '张二'), 'onward_proxy')
    await must(give('李二', '李一'), 'given')
    // A member of the family who is no member of the collective.
    await must(give('王二', '王三'), 'given')
    const withdrawn = await must(give('赵二', '赵一'), 'given')
    stoppedWith(await resident.delete(`${meeting}/proxies/${String(withdrawn.id)}`), 'forbidden')
    assert.is((await must(withdraw(withdrawn.id), 'withdrawn')).left, false)
    stoppedWith(await withdraw(withdrawn.id), 'proxy_withdrawn')
    stoppedWith(await withdraw(id('赵一')), 'not_found')
    const listed = async (who: typeof clerk) =>
      (await must(who.get(`${meeting}/proxies`), 'proxies')).items as readonly Record<string, unknown>[]
    const names = (items: Awaited<ReturnType<typeof listed>>) =>
      items.map(({ principalName, proxyName, document }) => [principalName, proxyName, document !== null].join())
    assert.equal(names(await listed(clerk)), ['张二,张一,true', '李二,李一,true', '王二,王三,true', '赵二,赵一,true'])
    assert.equal(names(await listed(resident)), ['张二,张一,true', ',,false', ',,false', ',,false'])

    const tokens = await tokensOf(small, ['张一', '张二', '李一', '李二', '王三', '赵一', '赵二', '周一'].map(id))
    const phone = (name: string) => at(small.url, tokens, id(name))
    const { hallCode: code } = await must(clerk.get(meeting), 'meeting')
    const comes = async (name: string) =>
      (await must(phone(name).post(`${meeting}/attendance`, { code }), name)).signedIn
    assert.equal(await comes('王三'), [id('王二')])
    assert.equal((await must(phone('王三').post(`${meeting}/departures`), 'leaves')).left, [id('王二')])
    assert.equal(await comes('王三'), [id('王二')])
    const table = await must(
      clerk.post(`${meeting}/attendance`, { people: ['张一', '李一', '赵一', '赵二', '周一'].map(id) }),
      'table',
    )
    assert.equal(
      [...(table.signedIn as string[])].sort(),
      ['张一', '张二', '李一', '李二', '赵一', '赵二', '周一'].map(id).sort(),
    )
    // Withdrawn in the hall: whom the proxy had signed in is gone, and may come himself.
    const [, , third] = await listed(clerk)
    assert.is((await must(withdraw(third?.id), 'withdrawn')).left, true)
    stoppedWith(await phone('王三').post(`${meeting}/attendance`, { code }), 'not_on_roll')
    await must(give('王二', '王三'), 'given anew')
    assert.equal(await comes('王三'), [id('王二')])

    const ballot = await putsQuestion(small, { proposal, meeting })
    const votes = `${ballot}/votes`
    stoppedWith(await phone('周一').post(votes, { choice: 'yes', for: id('张二') }), 'may_not_vote_for')
    stoppedWith(await phone('王三').post(votes, { choice: 'yes' }), 'not_on_roll')
    await must(phone('王三').post(votes, { choice: 'yes', for: id('王二') }), 'by proxy')
    await must(phone('李一').post(votes, { choice: 'yes', for: id('李二') }), 'by proxy')
    await must(phone('李一').post(votes, { choice: 'yes' }), 'himself')
    stoppedWith(await phone('李二').post(votes, { choice: 'no' }), 'voted_already')
    const [, second] = await listed(clerk)
    stoppedWith(await withdraw(second?.id), 'proxy_used')

    await withOthers(world, 2, async (urls) => {
      const tries = [...Array(40).keys()].map((n) => {
        const by = at(urls[n % 2] ?? '', tokens, id(n % 4 < 2 ? '张一' : '张二'))
        return by.post(votes, { choice: n < 20 ? 'yes' : 'no', ...(n % 4 < 2 ? { for: id('张二') } : {}) })
      })
      const answers = await Promise.all(tries)
      assert.is(answers.filter(({ status }) => status === 201).length, 1)
      for (const answer of answers) if (answer.status !== 201) assert.equal(told(answer), [409, 'voted_already'])
      const rows = await behind(
        world,
        small,
        (sql) => sql`select 1 from vote where ballot = ${idOf(ballot)} and person = ${id('张二')}`,
      )
      assert.is(rows.length, 1)
    })
    for (const name of ['张一', '赵一', '赵二', '周一']) await must(phone(name).post(votes, { choice: 'yes' }), name)
    const { tally } = await must(clerk.post(`${ballot}/close`), 'close')
    const { people } = tally as { people: Record<string, number> }
    assert.equal([people.entitled, people.present, (people.yes ?? 0) + (people.no ?? 0)], [12, 8, 8])
    await must(clerk.post(`${meeting}/end`, { outcome: 'held' }), 'end')
    stoppedWith(await give('孙二', '孙一'), 'meeting_ended')
    stoppedWith(await withdraw(second?.id), 'meeting_ended')

    await verifies(small, proposal)
    const record = await exportOf(small, proposal)
    assert.is(faultOf(record), undefined)
    const stuffed = await forged(record, await keysOf(world), `proposal/${idOf(proposal)}`, (entries) => {
      for (const { kind, data } of entries)
        if (kind === 'vote.cast' && data.voter === id('李二')) data.castBy = id('周一')
      return entries
    })
    assert.is((await check(stuffed)).disagreement?.what, 'stand_in_unproved')

    // A restored database is held to the proxies that the meeting's chain tells of.
    const keys = await keysOf(world)
    const [kept] = await listed(clerk)
    for (const [statement, what] of [
      ['select 1', undefined],
      [`delete from proxy where id = '${String(kept?.id)}'`, 'proxies_wrong'],
      [`update proxy set withdrawn_at = given_at where id = '${String(kept?.id)}'`, 'proxies_wrong'],
      [`update proxy set proxy = '${id('周一')}' where id = '${String(kept?.id)}'`, 'proxies_wrong'],
      [
        `insert into proxy select community, gen_random_uuid(), meeting, '${id('郑一')}', proxy, document, given_at, null from proxy
          where id = '${String(kept?.id)}'`,
        'proxies_wrong',
      ],
    ] as const)
      assert.is(await foundAfter(world.database, small.community, keys, statement), what, statement)
  }),
)

proxies('in an election nobody votes for more than three, no candidate for anybody, and the paper taken stands', () =>
  withSmallVillage(async (small) => {
    const { path, id, clock } = small
    const voters = ['张二', '李一', '李二', '王一', '王二', '赵一', '赵二', '孙一', '孙二', '周一', '周二']
    const fill = async (body: string, cause: string, names: readonly string[]) => {
      const members = names.map((name) => ({ person: id(name), office: 'member' }))
      await must(
        (await small.clerk()).post(`${path}/bodies/${body}/seats`, { cause, from: clock.today(), members }),
        body,
      )
    }
    await fill('village-voters', 'registered', voters)
    await fill('election-committee', 'appointed', ['郑二', '吴二'])
    const choices = { ...electionChoices, members: 2 }
    const proposal = await openCase(small, { procedure: 'village-election@1', choices, title: '换届选举', topics: [] })
    await say(small, proposal, 'intake.accepted', { matter: 'village-election' })
    const plan = { text: '选举办法', change: 'first', follows: [], leaves: [] }
    await must((await small.clerk()).post(`${proposal}/drafts`, plan), 'plan')
    await say(small, proposal, 'drafting.closed')
    const { lastDay } = await hang(small, proposal, 'postings')
    await clock.after(lastDay)
    await say(small, proposal, 'posting.closed')
    for (const [office, ...names] of [
      ['chair', '赵一', '孙一'],
      ['member', '周一', '周二', '孙二'],
    ])
      for (const name of names)
        await say(small, proposal, 'candidate.named', { office, candidate: id(name), by: 'voters' })
    const meeting = await convene(small, proposal, {
      body: 'village-voters',
      convenedBy: 'election-committee',
      daysAhead: 20,
    })
    const clerk = await small.clerk()
    const { give, withdraw } = entrusting(small, meeting)
    stoppedWith(await give('张一', '张二'), 'not_on_roll')
    stoppedWith(await give('张二', '张一'), 'not_on_roll')
    stoppedWith(await give('张二', '周二'), 'proxy_is_candidate')
    for (const name of ['李一', '李二', '王一']) await must(give(name, '张二'), name)
    const fourth = stoppedWith(await give('王二', '张二'), 'proxy_for_too_many')
    assert.is(fourth.facts.max, 3)
    assert.match(String(fourth.facts.cite), '第十八条')
    stoppedWith(await give('张二', '赵二'), 'onward_proxy')
    const own = await must(give('周二', '赵二'), 'a candidate entrusts')

    const opened = await must(clerk.post(`${meeting}/polls`, { proposal: idOf(proposal) }), 'open')
    const papers = `${path}/polls/${String(opened.poll)}/papers`
    const paper = (voter: string, proxy?: string) => ({
      papers: [{ voter: id(voter), ...(proxy === undefined ? {} : { proxy: id(proxy) }) }],
    })
    stoppedWith(await clerk.post(papers, paper('李一', '赵二')), 'proxy_not_given')
    const [first, again] = await Promise.all([
      clerk.post(papers, paper('李一', '张二')),
      clerk.post(papers, paper('李一')),
    ])
    assert.equal([first.status, again.status].sort(), [201, 409], 'one paper, whoever comes for it')
    await must(clerk.post(papers, paper('周二', '赵二')), 'to the proxy')
    assert.is(stoppedWith(await clerk.post(papers, paper('周二')), 'does_not_fit').facts.why, 'paper_issued_already')
    stoppedWith(await withdraw(own.id), 'proxy_used')
    const shown = await must(clerk.get(`${path}/polls/${String(opened.poll)}`), 'poll')
    assert.ok(Number(shown.byProxy) >= 1)
    await verifies(small, proposal)
  }),
)

proxies.run()
