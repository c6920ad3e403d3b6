import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { hang, must, say } from '../src/demo/stage.ts'
import type { GateGround } from '../workflows/stages/gate.ts'
import type { DecisionStage } from '../workflows/stages/stage.ts'
import { quorumGrounds, verdictOf } from '../workflows/stages/verdict.ts'
import { collectiveWith } from './support/adopted.ts'
import { idOf, standsAt } from './support/cases.ts'
import { callsMembers, foundsCollective, membersCall, plansIncome } from './support/collective.ts'
import { verifies } from './support/played-record.ts'
import { numbers, refusesCall, refusesQuestion, stoppedWith } from './support/refusals.ts'
import { withSmallVillage } from './support/small-village.ts'
import { Telling } from './support/telling.ts'
import { at, putsQuestion, tokensOf } from './support/voters.ts'

const law = suite('two thirds of all the members, or of all their representatives')

const voteOf = (decides: 'members' | 'representatives'): DecisionStage => {
  const stage = collectiveWith({ decides }).stages.find(({ id }) => id === 'vote')
  if (stage?.kind !== 'decision') throw new Error('the collective votes')
  return stage
}

//  who decides, entitled, present, yes, quorum, carried, because
const edges: readonly (readonly ['members' | 'representatives', number, number, number, boolean, boolean, string])[] = [
  ['members', 300, 199, 199, false, false, 'one short of 200 who must come'],
  ['members', 300, 200, 200, true, true, '200 came, and all of them agree'],
  ['members', 300, 200, 199, true, false, 'with 200 there it must be everybody'],
  ['members', 300, 210, 199, true, false, '94.8 % of those present are not two thirds of all'],
  ['members', 300, 300, 200, true, true, 'two thirds of all exactly'],
  ['members', 301, 201, 200, true, false, '200 × 3 is less than 301 × 2'],
  ['representatives', 45, 30, 30, true, true, 'thirty of 45'],
  ['representatives', 45, 45, 29, true, false, 'one short of thirty'],
  ['representatives', 45, 29, 29, false, false, 'who stays away counts as no yes'],
]
for (const [decides, entitled, present, yes, quorum, carried, because] of edges)
  law(`${decides}: ${yes} of ${present} present of ${entitled}: ${because}`, () => {
    const stage = voteOf(decides)
    const [day, matter] = ['2026-03-02', 'collective-plans']
    const people = { entitled, present }
    const came = quorumGrounds(stage, { people, groups: {} }, day, matter)
    assert.is(
      came.every(({ met }) => met),
      quorum,
    )
    const tally = { ...people, yes, no: present - yes, abstain: 0, spoiled: 0 }
    assert.is(verdictOf(stage, 'agree', { people: tally, groups: {} }, day, matter).met, carried)
  })

/** The ground of a refusal by its code. */
const groundOf = (refusal: ReturnType<Telling['try']>, code: string): GateGround | undefined =>
  refusal?.code === 'gate_closed' ? refusal.grounds.find((ground) => ground.code === code && !ground.met) : undefined

/** A proposal with its first draft, and the members' authorisation of the representatives on file. */
const proposed = (matter: string, authorised = true): Telling => {
  const t = new Telling(collectiveWith({ decides: 'representatives' })).say('proposal.opened').say('draft.written')
  return authorised ? t.say('authorisation.filed', { matter }) : t
}

const items = { 一: 'charter', 三: 'membership', 八: 'shares', 十: 'land-compensation', 十二: 'merger' } as const
for (const [item, matter] of Object.entries(items))
  law(`the representatives never decide item ${item}, collective-${matter}, whatever was authorised`, () => {
    const name = `collective-${matter}`
    const refusal = proposed(name).try('intake.accepted', { matter: name })
    assert.match(groundOf(refusal, 'competent-body')?.cite ?? '', new RegExp(`第${item}项、第二十八条第四款$`))
  })

law('what the charter gives them they decide with its power on file, and called as more than twenty', () => {
  const matter = 'collective-plans'
  assert.ok(groundOf(proposed(matter, false).try('intake.accepted', { matter }), 'authorisation-on-file'))
  const t = proposed(matter).say('intake.accepted', { matter }).hang('posting').say('party-discussion.filed')
  const few = groundOf(t.try('meeting.convened', { entitled: 20, groups: {} }), 'composition')
  assert.equal([few?.have, few?.need], [20, 21])
  assert.ok(groundOf(t.try('meeting.convened', { convenedBy: 'village-committee' }), 'convener'))
  t.say('meeting.convened', { entitled: 21, groups: {} })
  assert.is(t.place, 'vote.called')
  assert.is(t.say('decision.referred').place, 'referred', 'they may leave it to the members')
})

law('outsiders’ benefits need three quarters of all the members', () => {
  const stage = voteOf('members')
  const verdict = (yes: number) => {
    const people = { entitled: 300, present: 300, yes, no: 300 - yes, abstain: 0, spoiled: 0 }
    return verdictOf(stage, 'agree', { people, groups: {} }, '2026-03-02', 'collective-outsiders').met
  }
  assert.equal([verdict(224), verdict(225)], [false, true])
})

law.run()

const held = suite('a members’ meeting held by the services')

held(
  'who takes part online and who is there by the own household counts, and seven of eight are not eight of twelve',
  () =>
    withSmallVillage(async (small) => {
      const { path, id, clock } = small
      await foundsCollective(small)
      const proposal = await plansIncome(small)
      const early = await refusesCall(small, proposal, { ...membersCall, daysAhead: 9 })
      assert.equal(early.unmet, [['convocation-days', 9, 10]])
      const amiss = await refusesCall(small, proposal, membersCall, { convenedBy: 'village-committee' })
      assert.equal(amiss.unmet, [['convener', 0, 1]])
      const meeting = await callsMembers(small, proposal)
      const clerk = await small.clerk()
      const given = new Map<string, unknown>()
      for (const [principal, proxy] of [
        ['张二', '张一'],
        ['李二', '李一'],
        ['王二', '王三'],
      ] as const) {
        const paper = { principal: id(principal), proxy: id(proxy), document: '书面委托' }
        given.set(principal, (await must(clerk.post(`${meeting}/proxies`, paper), principal)).id)
      }
      const voters = ['张一', '李一', '王三', '赵一', '孙一', '周一']
      const tokens = await tokensOf(small, voters.map(id))
      const phone = (name: string) => at(small.url, tokens, id(name))
      const online = (name: string) => phone(name).post(`${meeting}/attendance`, { remote: true })

      // Three in the hall with three principals, one of them by a daughter who is no member, and one online: seven.
      await must(clerk.post(`${meeting}/attendance`, { people: ['张一', '李一', '王三', '赵一'].map(id) }), 'table')
      assert.equal((await must(online('孙一'), 'online')).signedIn, [id('孙一')])
      const short = (await refusesQuestion(small, proposal, meeting)).ground('quorum')
      assert.equal([short.have, short.need, short.of], [7, 8, 12])
      await must(online('周一'), 'online')

      // In secret first: who took part for whom is known, so that a proxy used there stands; what was chosen is not.
      const secret = { proposal: idOf(proposal), voting: 'secret', smallElectorate: true }
      const opened = await must(clerk.post(`${meeting}/ballots`, secret), 'secret')
      const first = `${path}/ballots/${String(opened.ballot)}`
      const cast = async (ballot: string, name: string, choice: string, whose?: string) => {
        const vote = { choice, ...(whose === undefined ? {} : { for: id(whose) }) }
        await must(phone(name).post(`${ballot}/votes`, vote), `${name} ${whose}`)
      }
      const withdrawal = `${meeting}/proxies/${String(given.get('王二'))}`
      await cast(first, '王三', 'yes', '王二')
      stoppedWith(await clerk.delete(withdrawal), 'proxy_used')
      for (const name of ['张一', '李一', '孙一', '周一']) await cast(first, name, 'yes')
      await cast(first, '赵一', 'no')
      await cast(first, '张一', 'yes', '张二')
      await cast(first, '李一', 'yes', '李二')
      const failed = await must(clerk.post(`${first}/close`), 'close')
      assert.is(failed.carried, false)
      assert.equal(numbers(failed.grounds as readonly GateGround[], 'threshold'), [[7, 8, 12]])

      const again = await putsQuestion(small, { proposal, meeting }, '补充说明后重新表决')
      stoppedWith(await phone('王三').post(`${again}/votes`, { choice: 'yes' }), 'not_on_roll')
      for (const name of ['张一', '李一', '赵一', '孙一', '周一']) await cast(again, name, 'yes')
      await cast(again, '张一', 'yes', '张二')
      await cast(again, '李一', 'yes', '李二')
      await cast(again, '王三', 'yes', '王二')
      const carried = await must(clerk.post(`${again}/close`), 'close')
      assert.is(carried.carried, true)
      assert.equal(numbers(carried.grounds as readonly GateGround[], 'threshold'), [[8, 8, 12]])
      await must(clerk.post(`${meeting}/end`, { outcome: 'held' }), 'end')

      const { draft } = await must(clerk.get(`${meeting}/minutes`), 'minutes')
      const [, told = ''] = /代为到会:(.*)/.exec((draft as { readonly text: string }).text) ?? []
      assert.equal(told.split('、').sort(), ['张一代张二', '李一代李二', '王三代王二'].sort())

      const { lastDay } = await hang(small, proposal, 'publications')
      await clock.after(lastDay)
      await say(small, proposal, 'publication.closed')
      assert.is(await standsAt(small, proposal), 'works.open')
      const lines = (
        await must((await small.clerk()).get(`${path}/ballots/${again.slice(-36)}/roll-call`), 'roll call')
      ).items
      const byOthers = (lines as readonly { readonly castBy: string | null }[]).filter(({ castBy }) => castBy !== null)
      assert.is(byOthers.length, 3)
      await verifies(small, proposal)
    }),
)

held.run()
