import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { hang, must, openCase, say } from '../src/demo/stage.ts'
import { recallChoices, recallWith, residentsRecallWith } from './support/adopted.ts'
import { idOf } from './support/cases.ts'
import { verifies } from './support/played-record.ts'
import { stoppedWith } from './support/refusals.ts'
import { withSmallVillage } from './support/small-village.ts'
import { id, Telling } from './support/telling.ts'

const recall = suite('a recall, on paper alone')

const registered = { entitled: 900, groups: {} }
const demand = { demand: id(40), of: 'adults', have: 180, base: 900 }
const call = { ...registered, convenedBy: 'village-committee', demand }

const called = (): Telling =>
  new Telling(recallWith())
    .say('proposal.opened')
    .say('draft.written')
    .say('intake.accepted')
    .say('meeting.convened', call)

const put = { people: { entitled: 900, present: 0 }, groups: {}, voting: 'secret', circulated: true, mayVote: 900 }

//  papers, yes, spoiled, whether it is carried
const edges: readonly (readonly [number, number, number, boolean, string])[] = [
  [450, 450, 0, false, 'just half of the registered voted'],
  [451, 226, 11, true, 'more than half of those who voted'],
  [451, 225, 11, false, '225 of 451, the spoiled among them'],
]
for (const [papers, yes, spoiled, carried, because] of edges)
  recall(`of 900 registered ${papers} vote, ${yes} for it: ${because}`, () => {
    const t = called().say('ballot.opened', put)
    for (let n = 0; n < papers; n += 1) t.say('ballot.taken', { voter: id(1000 + n), door: 'paper' })
    const people = { yes, no: papers - yes - spoiled, abstain: 0, spoiled }
    t.attest('papers.tallied', { issued: papers, returned: papers, people, groups: {} })
    t.say('ballot.closed', { people: { ...put.people, ...people }, groups: {} })
    assert.is(t.place, carried ? 'result-published.waiting' : 'vote.undecided')
  })

//  elected by, papers returned of 900, whether it counts
const cityEdges: readonly (readonly [string, number, boolean])[] = [
  ['persons', 450, false],
  ['persons', 451, true],
  ['households', 451, true],
  ['representatives', 600, false],
  ['representatives', 601, true],
]
for (const [electedBy, papers, carried] of cityEdges)
  recall(
    `from a residents’ committee elected by ${electedBy}: ${papers} of 900 are ${carried ? '' : 'not '}enough`,
    () => {
      const demanded = { ...demand, have: 90 }
      const t = new Telling(residentsRecallWith({ electedBy }))
      t.say('proposal.opened').say('draft.written').say('intake.accepted')
      t.say('meeting.convened', { ...registered, convenedBy: 'residents-committee', demand: demanded })
      t.say('ballot.opened', put)
      for (let n = 0; n < papers; n += 1) t.say('ballot.taken', { voter: id(1000 + n), door: 'paper' })
      const people = { yes: papers, no: 0, abstain: 0, spoiled: 0 }
      t.attest('papers.tallied', { issued: papers, returned: papers, people, groups: {} })
      t.say('ballot.closed', { people: { ...put.people, ...people }, groups: {} })
      assert.is(t.place, carried ? 'result-published.waiting' : 'vote.undecided')
    },
  )

recall('is called upon enough signatures only, and takes no vote from a phone nor by name', () => {
  const accepted = () => new Telling(recallWith()).say('proposal.opened').say('draft.written').say('intake.accepted')
  const unmet = (change: object) => {
    const refusal = accepted().try('meeting.convened', { ...call, ...change })
    return refusal?.code === 'gate_closed' ? refusal.grounds.filter(({ met }) => !met).map(({ code }) => code) : refusal
  }
  assert.equal(unmet({ demand: undefined }), ['demand-behind-it'])
  assert.equal(unmet({ demand: { ...demand, have: 179 } }), ['demand-signed'])
  assert.equal(unmet({ demand: { ...demand, of: 'households' } }), ['demand-admitted'])
  assert.is(unmet({ demand: { ...demand, of: 'representatives', have: 12, base: 36 } }), undefined)

  const t = called()
  assert.is(t.try('ballot.opened', { ...put, voting: undefined })?.code, 'gate_closed')
  t.say('ballot.opened', put)
  const why = (kind: 'ballot.taken' | 'vote.cast') => {
    const refusal = t.try(kind, { voter: id(1000) })
    return refusal?.code === 'does_not_fit' ? refusal.why : refusal
  }
  assert.is(why('ballot.taken'), 'paper_only')
  assert.is(why('vote.cast'), 'paper_only')
})

recall('demanded, put to the registered voters in secret, counted by two and confirmed by a third', () =>
  withSmallVillage(async (small) => {
    const { path, id: person } = small
    const clerk = await small.clerk()
    const voters = [
      '张二',
      '李二',
      '李三',
      '王一',
      '王二',
      '赵一',
      '赵二',
      '孙一',
      '孙二',
      '周一',
      '周二',
      '吴一',
      '吴二',
      '郑一',
      '郑二',
    ]
    const members = voters.map((name) => ({ person: person(name), office: 'member' }))
    const from = small.clock.today()
    await must(clerk.post(`${path}/bodies/village-voters/seats`, { cause: 'registered', from, members }), 'register')
    const choices = recallChoices
    const proposal = await openCase(small, { procedure: 'village-recall@1', choices, title: '罢免', topics: [] })
    const draft = { text: '罢免要求和理由', change: 'first', follows: [], leaves: [] }
    await must(clerk.post(`${proposal}/drafts`, draft), 'draft')
    await say(small, proposal, 'intake.accepted', { matter: 'village-recall' })

    const demanding = { body: 'village-voters', of: 'adults', text: '要求罢免' }
    const opened = await must(clerk.post(`${path}/demands`, demanding), 'demand')
    const signed = { people: ['张二', '李二', '王一', '王二'].map(person) }
    await must(clerk.post(`${path}/demands/${String(opened.id)}/signatures`, signed), 'signatures')
    const calling = {
      body: 'village-voters',
      at: small.clock.ahead(3),
      convenedBy: 'village-committee',
      presider: person('张二'),
      place: '村委会',
      agenda: [idOf(proposal)],
    }
    const undemanded = await clerk.post(`${path}/meetings`, calling)
    assert.equal(stoppedWith(undemanded, 'gate_closed').unmet, [['demand-behind-it', 0, 1]])
    const { meeting } = await must(clerk.post(`${path}/meetings`, { ...calling, demand: opened.id }), 'call')
    await small.clock.goTo(calling.at)

    const desk = await small.clerk()
    const at = `${path}/meetings/${String(meeting)}`
    const question = { proposal: idOf(proposal) }
    const byName = stoppedWith(await desk.post(`${at}/ballots`, question), 'gate_closed')
    assert.equal(byName.unmet, [['way-of-voting', 0, 1]])
    const { ballot } = await must(desk.post(`${at}/ballots`, { ...question, voting: 'secret' }), 'ballot')
    const box = `${path}/ballots/${String(ballot)}`
    const phone = await small.resident(person('张二'))
    stoppedWith(await phone.post(`${box}/votes`, { choice: 'yes' }), 'paper_only')
    await must(desk.post(`${box}/papers/issued`, { people: voters.slice(0, 14).map(person) }), 'papers')
    const count = { evidence: '计票单', tellers: [person('李一'), person('吴一')], issued: 14, returned: 14 }
    const papers = { ...count, yes: 8, no: 5, abstain: 0, spoiled: 1, smallElectorate: true }
    const { attestation } = await must(desk.post(`${box}/tally`, papers), 'tally')
    await must((await small.supervisor()).post(`${path}/attestations/${String(attestation)}/confirm`), 'confirm')
    const closed = await must(desk.post(`${box}/close`), 'close')
    assert.is(closed.carried, true)
    await hang(small, proposal, 'publications')
    await verifies(small, proposal)
  }),
)

recall.run()
