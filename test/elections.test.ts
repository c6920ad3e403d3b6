import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Answer } from '../src/demo/client.ts'
import { convene, hang, must, openCase, say } from '../src/demo/stage.ts'
import type { DeskItem } from '../src/services/views/desk.ts'
import { groundsOf, waysFrom } from '../workflows/machine.ts'
import { addDays } from '../workflows/rules/days.ts'
import type { ExpandedProcedure } from '../workflows/stages/stage.ts'
import { groundText } from '../workflows/wording.ts'
import { faultOf } from './second-verifier/second.mjs'
import { electionChoices, electionWith, residentsElectionWith } from './support/adopted.ts'
import { foundAfter } from './support/backups.ts'
import { idOf } from './support/cases.ts'
import { listens } from './support/listening.ts'
import { textOfHtml } from './support/papers.ts'
import { check, forged, verifies } from './support/played-record.ts'
import { exportOf } from './support/recorded-votes.ts'
import { stoppedSaying, stoppedWith } from './support/refusals.ts'
import { withSmallCity } from './support/small-city.ts'
import { withSmallVillage } from './support/small-village.ts'
import { hex, id, Telling } from './support/telling.ts'
import { keysOf, tokensOf } from './support/voters.ts'

const told = suite('an election as its record tells it')

const registered = 900
/** People by name: candidates, tellers and voters of a village of nine hundred. */
const chen = id(501)
const ding = id(502)
const fang = id(503)
const gao = id(504)
const hu = id(505)
const jin = id(506)
const kong = id(507)
const voter = (n: number): string => id(10_000 + n)

/** An election whose voters are called; two stand for chair, three for two seats of members. */
const called = (procedure: ExpandedProcedure = electionWith()): Telling => {
  const t = new Telling(procedure)
  t.say('proposal.opened').say('intake.accepted').say('draft.written').say('drafting.closed').hang('posting')
  for (const [office, ...candidates] of [
    ['chair', chen, ding],
    ['member', fang, gao, hu],
  ])
    for (const candidate of candidates) t.say('candidate.named', { office, candidate })
  return t.say('meeting.convened', { entitled: registered, groups: {} })
}

type Votes = Readonly<Record<string, number>>
interface Box {
  readonly returned: number
  readonly spoiled?: number
  readonly votes: Votes
}

/** Opens a poll and gives out so many papers. */
const opened = (t: Telling, papers: number): Telling =>
  t.say('poll.opened').say('papers.issued', {
    papers: Array.from({ length: papers }, (_, n) => ({ voter: voter(n) })),
  })

/** The boxes as two tellers count them. */
const counted = (t: Telling, boxes: Readonly<Record<string, Box>>): Telling =>
  t.attest('poll.tallied', {
    offices: Object.fromEntries(
      Object.entries(boxes).map(([office, { returned, spoiled = 0, votes }]) => [
        office,
        { issued: t.facts.election?.poll?.papers.size ?? 0, returned, spoiled, votes },
      ]),
    ),
  })

const polled = (t: Telling, papers: number, boxes: Readonly<Record<string, Box>>): Telling =>
  counted(opened(t, papers), boxes).say('poll.closed')

const members = { [fang]: 300, [gao]: 260, [hu]: 100 }
const officeOf = (t: Telling, office: string) => t.facts.election?.offices.get(office)

//  papers returned, the chair's votes, where it leads, who is chair: of 900 registered
const edges: readonly (readonly [number, number, string, readonly string[], string])[] = [
  [450, 440, 'election.invalid', [], 'just half voted: 451 were needed'],
  [451, 226, 'result-published.waiting', [chen], '451 voted, 11 of them spoiled: 226 of 451'],
  [451, 225, 'election.unfilled', [], '225 of the 440 valid papers are no majority of the 451 cast'],
]
for (const [returned, votes, place, chair, because] of edges)
  told(`900 registered: ${because}`, () => {
    const t = polled(called(), 460, {
      chair: { returned, spoiled: returned === 451 ? 11 : 0, votes: { [chen]: votes, [ding]: 440 - votes } },
      member: { returned, votes: members },
    })
    assert.is(t.place, place)
    assert.equal(officeOf(t, 'chair')?.elected, chair)
    assert.is(t.facts.resolution, place === 'result-published.waiting' ? 'in-force' : undefined)
    assert.is(t.try('proposal.withdrawn')?.code, 'gate_closed', 'nothing is withdrawn once the papers are out')
  })

//  elected by, papers returned of 900, where it leads
const cityEdges: readonly (readonly [string, number, string])[] = [
  ['persons', 450, 'election.invalid'],
  ['persons', 451, 'result-published.waiting'],
  ['households', 450, 'election.invalid'],
  ['households', 451, 'result-published.waiting'],
  ['representatives', 600, 'election.invalid'],
  ['representatives', 601, 'result-published.waiting'],
]
for (const [electedBy, returned, place] of cityEdges)
  told(`a residents’ committee elected by ${electedBy}: ${returned} of 900 lead to ${place}`, () => {
    const t = polled(called(residentsElectionWith({ electedBy })), 700, {
      chair: { returned, spoiled: 0, votes: { [chen]: 400, [ding]: 0 } },
      member: { returned, votes: { [fang]: 400, [gao]: 350, [hu]: 0 } },
    })
    assert.is(t.place, place)
  })

told('a run-off is won by plurality from 151 of 451 papers on, and not from 150', () => {
  for (const [votes, place] of [
    [151, 'result-published.waiting'],
    [150, 'election.unfilled'],
  ] as const) {
    const t = polled(called(), 460, {
      chair: { returned: 451, spoiled: 11, votes: { [chen]: 225, [ding]: 215 } },
      member: { returned: 451, votes: members },
    })
    const again = opened(t, 451)
    assert.equal(again.facts.election?.poll?.offices, {
      chair: { seats: 1, candidates: [chen, ding], round: 'run-off' },
    })
    counted(again, { chair: { returned: 451, spoiled: 160, votes: { [chen]: votes, [ding]: 140 } } }).say('poll.closed')
    assert.is(again.place, place)
  }
})

told('more papers returned than issued, in any box: nothing of the poll stands, and it is held again', () => {
  const t = polled(called(), 460, {
    chair: { returned: 460, votes: { [chen]: 300, [ding]: 160 } },
    member: { returned: 461, votes: members },
  })
  assert.is(t.place, 'election.unfilled')
  assert.equal(officeOf(t, 'chair')?.elected, [])
  assert.is(t.try('election.concluded')?.code, 'gate_closed')
  polled(t, 451, {
    chair: { returned: 451, votes: { [chen]: 300, [ding]: 151 } },
    member: { returned: 451, votes: { [fang]: 300, [gao]: 300, [hu]: 100 } },
  })
  assert.is(t.place, 'result-published.waiting')
  t.hang('publication')
  assert.is(t.place, 'closed')
})

told('too few voted: the voters are called again, and the calls are counted', () => {
  const few = { chair: { returned: 450, votes: { [chen]: 450, [ding]: 0 } }, member: { returned: 450, votes: members } }
  const t = polled(called(), 460, few)
  assert.is(t.place, 'election.invalid')
  t.say('meeting.convened', { entitled: registered, groups: {} })
  assert.is(polled(t, 460, few).place, 'abandoned-without-quorum')
})

told('equal votes for the last seat are voted on again among those equal, at the floor where they were equal', () => {
  const t = polled(called(), 460, {
    chair: { returned: 460, votes: { [chen]: 300, [ding]: 160 } },
    member: { returned: 460, votes: { [fang]: 300, [gao]: 240, [hu]: 240 } },
  })
  assert.is(t.place, 'election.unfilled')
  const due = { member: { seats: 1, candidates: [gao, hu], round: 'tied' } }
  assert.is(
    t.try('poll.opened', { offices: { ...due, member: { ...due.member, candidates: [gao, jin] } } })?.code,
    'gate_closed',
  )
  assert.is(t.try('candidate.named', { office: 'member', candidate: jin })?.code, 'does_not_fit')
  opened(t, 460)
  assert.equal(t.facts.election?.poll?.offices, due)
  counted(t, { member: { returned: 460, votes: { [gao]: 229, [hu]: 220 } } }).say('poll.closed')
  assert.is(t.place, 'election.unfilled', '229 are no majority of 460')
  polled(t, 460, { member: { returned: 460, votes: { [gao]: 220, [hu]: 221 } } })
  assert.is(t.place, 'result-published.waiting')
  assert.equal(officeOf(t, 'member')?.elected, [fang, hu])
})

told('seats stay vacant only after they were put again, and nobody elected is given up', () => {
  const t = polled(called(), 460, {
    chair: { returned: 460, votes: { [chen]: 300, [ding]: 160 } },
    member: { returned: 460, spoiled: 60, votes: { [fang]: 240, [gao]: 100, [hu]: 100 } },
  })
  assert.is(t.try('election.concluded')?.code, 'gate_closed')
  polled(t, 460, { member: { returned: 460, spoiled: 200, votes: { [gao]: 130, [hu]: 130 } } })
  assert.is(t.say('election.concluded').place, 'result-published.waiting')
  assert.equal(officeOf(t, 'member'), {
    elected: [fang],
    seatsLeft: 1,
    candidates: [gao, hu],
    round: 'run-off',
    lowered: true,
    held: 2,
  })

  const none = polled(called(), 460, {
    chair: { returned: 460, spoiled: 460, votes: { [chen]: 0, [ding]: 0 } },
    member: { returned: 460, spoiled: 460, votes: { [fang]: 0, [gao]: 0, [hu]: 0 } },
  })
  assert.equal(officeOf(none, 'chair')?.candidates, [], 'nobody was marked: candidates are named anew')
  assert.is(none.try('poll.opened')?.code, 'gate_closed')
  for (const [office, ...candidates] of [
    ['chair', jin, kong],
    ['member', chen, ding, fang],
  ])
    for (const candidate of candidates) none.say('candidate.named', { office, candidate })
  polled(none, 460, {
    chair: { returned: 460, spoiled: 460, votes: { [jin]: 0, [kong]: 0 } },
    member: { returned: 460, spoiled: 460, votes: { [chen]: 0, [ding]: 0, [fang]: 0 } },
  })
  assert.is(none.say('election.concluded').place, 'rejected')
})

//  what does not fit, said once the poll is open or the candidates are named
const misfits: readonly (readonly [string, (t: Telling) => unknown, string])[] = [
  [
    'a candidate of two offices',
    (t) => t.try('candidate.named', { office: 'member', candidate: chen }),
    'candidate_known_already',
  ],
  [
    'an office that is not filled here',
    (t) => t.try('candidate.named', { office: 'deputy' }),
    'office_not_filled_here',
  ],
  ['somebody withdrawn who never stood', (t) => t.try('candidate.withdrawn', { candidate: jin }), 'candidate_unknown'],
  ['two papers for one voter', (t) => issue(opened(t, 3), { voter: voter(2) }), 'paper_issued_already'],
  [
    'two papers for one voter at once',
    (t) => issue(opened(t, 1), { voter: voter(2) }, { voter: voter(2) }),
    'paper_issued_already',
  ],
  [
    'principal and proxy who both come',
    (t) => issue(opened(t, 3), { voter: voter(1), proxy: voter(2) }),
    'paper_issued_already',
  ],
  ['a candidate as proxy', (t) => issue(opened(t, 1), { voter: voter(5), proxy: chen }), 'proxy_is_candidate'],
  ['a proxy of one’s own', (t) => issue(opened(t, 1), { voter: voter(5), proxy: voter(5) }), 'proxy_for_oneself'],
  [
    'a fourth paper for one proxy',
    (t) => issue(opened(t, 1), ...[1, 2, 3, 4].map((n) => ({ voter: voter(n), proxy: voter(9) }))),
    'proxy_for_too_many',
  ],
  [
    'a vote handed on',
    (t) => issue(opened(t, 1), { voter: voter(5), proxy: voter(6) }, { voter: voter(6), proxy: voter(7) }),
    'onward_proxy',
  ],
  ['papers of another poll', (t) => opened(t, 1).try('papers.issued', { poll: id(1) }), 'poll_unknown'],
  ['a count by one person', (t) => opened(t, 1).try('poll.tallied'), 'not_attested'],
  ['one teller twice', (t) => tally(opened(t, 1), { tellers: [jin, jin] }), 'tellers_not_two'],
  ['a candidate as teller', (t) => tally(opened(t, 1), { tellers: [jin, hu] }), 'teller_is_candidate'],
  [
    'votes of somebody who does not stand',
    (t) => tallyChair(t, { returned: 1, votes: { [chen]: 1, [jin]: 0 } }),
    'counts_of_no_box',
  ],
  [
    'a candidate left out of the count',
    (t) => tallyChair(t, { returned: 1, votes: { [chen]: 1 } }),
    'counts_of_no_box',
  ],
  [
    'more marks than papers',
    (t) => tallyChair(t, { returned: 3, votes: { [chen]: 2, [ding]: 2 } }),
    'counts_of_no_box',
  ],
  [
    'more votes than valid papers',
    (t) => tallyChair(t, { returned: 3, spoiled: 2, votes: { [chen]: 2, [ding]: 0 } }),
    'counts_of_no_box',
  ],
  [
    'more spoiled than returned',
    (t) => tallyChair(t, { returned: 3, spoiled: 4, votes: { [chen]: 0, [ding]: 0 } }),
    'counts_of_no_box',
  ],
]

const issue = (t: Telling, ...papers: readonly object[]) => t.try('papers.issued', { papers })
const tally = (t: Telling, change: object) => {
  const entry = t.entry('poll.tallied', { ...t.usual('poll.tallied'), ...change })
  return t.put({ ...entry, attested: { evidence: hex(1), confirmedBy: [id(9)] } } as typeof entry)
}
const tallyChair = (t: Telling, { returned, spoiled = 0, votes }: Box) => {
  const open = opened(t, 5)
  const member = { issued: 5, returned: 0, spoiled: 0, votes: { [fang]: 0, [gao]: 0, [hu]: 0 } }
  return tally(open, { offices: { chair: { issued: 5, returned, spoiled, votes }, member } })
}

for (const [what, said, why] of misfits)
  told(`refused: ${what}`, () => {
    const t = called()
    const refusal = said(t) as { readonly code: string; readonly why: string }
    assert.equal([refusal?.code, refusal?.why], ['does_not_fit', why])
  })

told('a gate tells what is missing, in numbers', () => {
  const missing = (t: Telling, kind: 'poll.opened' | 'poll.closed', change: object = {}) => {
    const refusal = t.try(kind, change as Readonly<Record<string, unknown>>)
    return refusal?.code === 'gate_closed' ? refusal.grounds.filter(({ met }) => !met) : refusal
  }
  const t = called()
  t.say('candidate.withdrawn', { candidate: ding })
  t.today = '2026-03-10'
  assert.equal(
    (missing(t, 'poll.opened') as readonly { code: string; have: number; need: number }[]).map(
      ({ code, have, need }) => [code, have, need],
    ),
    [
      ['meeting-day', 0, 1],
      ['candidates-beyond-seats', 1, 2],
    ],
  )
  t.say('candidate.named', { office: 'chair', candidate: ding })
  t.say('poll.opened').say('papers.issued', { papers: [{ voter: voter(1) }, { voter: voter(2) }] })
  assert.equal(
    (missing(t, 'poll.closed') as readonly { code: string }[]).map(({ code }) => code),
    ['papers-tallied'],
  )
  t.attest('poll.tallied', {
    offices: {
      chair: { issued: 3, returned: 3, spoiled: 0, votes: { [chen]: 3, [ding]: 0 } },
      member: { issued: 2, returned: 2, spoiled: 0, votes: { [fang]: 2, [gao]: 2, [hu]: 0 } },
    },
  })
  const unmet = waysFrom(t.case.snapshot)
    .filter(({ way }) => way.gate === 'poll.fills')
    .flatMap((params) => {
      const ask = { at: t.at, on: t.today, move: 'poll.closed', facts: t.facts, place: t.case.procedure.place } as const
      return groundsOf(params, { ...ask, data: { poll: t.facts.election?.poll?.poll }, missed: 0 })
    })
    .filter(({ met }) => !met)
  assert.equal(
    unmet.map((ground) => groundText(ground, 'zh').replace(/\(《.*/, '')),
    [
      '主任:领取纸质票 2 人,清点的发出票数 3 张',
      '主任:投票 3/900 > 1/2 ✗ 需 451,还差 448',
      '委员:投票 2/900 > 1/2 ✗ 需 451,还差 449',
      '尚缺名额 3 个',
    ],
  )
})

told.run()

const held = suite('an election held by the services')

held('registered, posted, called twenty days before, polled on paper, void, tied, filled and verified', () =>
  withSmallVillage(async (small) => {
    const { path, id: person } = small
    const people = (...names: readonly string[]) => names.map((name) => ({ person: person(name), office: 'member' }))
    const fill = async (body: string, input: object) =>
      (await small.clerk()).post(`${path}/bodies/${body}/seats`, { from: small.clock.today(), ...input })
    const voters = ['张二', '李一', '李二', '王一', '王二', '赵一', '赵二', '孙一', '孙二', '周一', '周二']
    const amiss = await fill('village-voters', { cause: 'appointed', members: people(...voters) })
    stoppedWith(amiss, 'cause_of_another_body')
    await must(fill('village-voters', { cause: 'registered', members: people(...voters) }), 'register')
    const conducting = people('郑二', '吴二')
    await must(fill('election-committee', { cause: 'appointed', members: conducting }), 'committee')

    const choices = electionChoices
    const proposal = await openCase(small, { procedure: 'village-election@1', choices, title: '换届选举', topics: [] })
    await say(small, proposal, 'intake.accepted', { matter: 'village-election' })
    await must(
      (await small.clerk()).post(`${proposal}/drafts`, { text: '选举办法', change: 'first', follows: [], leaves: [] }),
      'plan',
    )
    await say(small, proposal, 'drafting.closed')
    const { lastDay } = await hang(small, proposal, 'postings')
    await small.clock.goTo(`${addDays(lastDay, 1)}T09:00:00+08:00`)
    await say(small, proposal, 'posting.closed')

    const naming = (office: string, name: string) => ({ office, candidate: person(name), by: 'voters' })
    await stoppedSaying(small, proposal, 'candidate.named', naming('chair', '郑二'), 'candidate_conducts_election')
    await stoppedSaying(
      small,
      proposal,
      'candidate.named',
      { ...naming('chair', '郑一'), candidate: id(1) },
      'not_found',
    )
    for (const [office, name] of [
      ['chair', '赵一'],
      ['chair', '孙一'],
      ['member', '周一'],
      ['member', '周二'],
      ['member', '孙二'],
    ] as const)
      await say(small, proposal, 'candidate.named', naming(office, name))
    const call = { body: 'village-voters', convenedBy: 'election-committee' }
    const early = await (await small.clerk()).post(`${path}/meetings`, {
      ...call,
      at: small.clock.ahead(19),
      presider: person('郑二'),
      place: '村委会',
      posted: true,
      agenda: [idOf(proposal)],
    })
    assert.equal(stoppedWith(early, 'gate_closed').unmet, [['convocation-days', 19, 20]])
    const meeting = await convene(small, proposal, { ...call, daysAhead: 20 })

    const clerk = await small.clerk()
    const resident = await small.resident(person('张二'))
    const open = { proposal: idOf(proposal) }
    const screen = await listens(
      small.url,
      `${meeting}/stream`,
      (await tokensOf(small, [person('张二')])).get(person('张二')) ?? '',
    )
    stoppedWith(await resident.post(`${meeting}/polls`, open), 'forbidden')
    const opened = await must(clerk.post(`${meeting}/polls`, open), 'open')
    assert.is(opened.entitled, voters.length)
    const poll = `${path}/polls/${String(opened.poll)}`
    stoppedWith(await clerk.post(`${meeting}/polls`, open), 'not_in_this_step')
    const byPhone = await resident.post(`${path}/ballots/${String(opened.poll)}/votes`, { choice: 'yes' })
    assert.is(stoppedWith(byPhone, 'not_found').facts.what, 'ballot', 'nobody elects by phone')

    const papers = (names: readonly string[]) => ({ papers: names.map((name) => ({ voter: person(name) })) })
    stoppedWith(await resident.post(`${poll}/papers`, papers(['张二'])), 'forbidden')
    stoppedWith(await clerk.post(`${poll}/papers`, papers(['张一'])), 'not_on_roll')
    const entrusted = { papers: [{ voter: person('张二'), proxy: person('李一') }] }
    stoppedWith(await clerk.post(`${poll}/papers`, entrusted), 'proxy_not_given')
    const twice = await Promise.all([1, 2].map(() => clerk.post(`${poll}/papers`, papers(['张二']))))
    assert.equal(
      twice.map(({ status }) => status).sort(),
      [201, 409],
      'one paper, however often it is asked for at once',
    )
    await must(clerk.post(`${poll}/papers`, papers(voters.slice(1))), 'papers')
    const [item] = (await must(clerk.get(`${meeting}/desk`), 'desk')).items as readonly DeskItem[]
    assert.equal([item?.poll?.poll, item?.poll?.issued, item?.ballot], [opened.poll, voters.length, null])
    assert.ok(
      item?.next.some(({ move, open: now }) => move === 'poll.closed' && !now),
      'not before it is counted',
    )
    const shut = await clerk.post(`${meeting}/end`, { outcome: 'held' })
    stoppedWith(shut, 'ballots_still_open')

    type Count = readonly [returned: number, spoiled: number, votes: Readonly<Record<string, number>>]
    const tallyOf = (counts: Readonly<Record<string, Count>>, tellers = ['郑一', '吴一']) => ({
      evidence: '计票单',
      tellers: tellers.map(person),
      offices: Object.fromEntries(
        Object.entries(counts).map(([office, [returned, spoiled, votes]]) => [
          office,
          {
            issued: voters.length,
            returned,
            spoiled,
            votes: Object.fromEntries(Object.entries(votes).map(([name, n]) => [person(name), n])),
          },
        ]),
      ),
    })
    const why = async (answer: Promise<Answer>) => stoppedWith(await answer, 'does_not_fit').facts.why
    const chair: Count = [11, 1, { 赵一: 6, 孙一: 4 }]
    const good = tallyOf({ chair, member: [11, 0, { 周一: 8, 周二: 6, 孙二: 6 }] })
    stoppedWith(await resident.post(`${poll}/tally`, good), 'forbidden')
    const beyond = tallyOf({ chair, member: [11, 0, { 周一: 11, 周二: 11, 孙二: 1 }] })
    assert.is(await why(clerk.post(`${poll}/tally`, beyond)), 'counts_of_no_box')
    assert.is(
      await why(clerk.post(`${poll}/tally`, { ...good, ...tallyOf({ chair }, ['郑一', '周二']) })),
      'teller_is_candidate',
    )
    const confirmed = async (at: string, tally: object): Promise<void> => {
      const { attestation } = await must(clerk.post(`${at}/tally`, tally), 'tally')
      const before = await clerk.post(`${at}/close`)
      assert.ok(stoppedWith(before, 'gate_closed').unmet.length > 0, 'what nobody has confirmed counts for nothing')
      stoppedWith(await clerk.post(`${path}/attestations/${String(attestation)}/confirm`), 'second_person_needed')
      await must((await small.supervisor()).post(`${path}/attestations/${String(attestation)}/confirm`), 'confirm')
    }
    const pollAgain = async (counts: Readonly<Record<string, Count>>) => {
      const again = await must(clerk.post(`${meeting}/polls`, open), 'open again')
      const at = `${path}/polls/${String(again.poll)}`
      await must(clerk.post(`${at}/papers`, papers(voters)), 'papers')
      await confirmed(at, tallyOf(counts))
      return { ...(await must(clerk.post(`${at}/close`), 'close')), offered: again.offices } as Record<string, unknown>
    }

    await confirmed(
      poll,
      tallyOf({ chair: [12, 0, { 赵一: 12, 孙一: 0 }], member: [11, 0, { 周一: 8, 周二: 6, 孙二: 6 }] }),
    )
    const voided = await must(clerk.post(`${poll}/close`), 'close')
    assert.equal([voided.voided, (voided.state as { step: string }).step], [true, 'unfilled'])
    assert.equal(await must(clerk.post(`${poll}/close`), 'closing again'), voided)
    stoppedWith(await clerk.post(`${poll}/papers`, papers(['张二'])), 'ballot_closed')

    const tied = await pollAgain({ chair, member: [11, 0, { 周一: 8, 周二: 6, 孙二: 6 }] })
    assert.equal(tied.offices, {
      chair: { outcome: 'elected', winners: [person('赵一')] },
      member: {
        outcome: 'tied',
        winners: [person('周一')],
        seatsLeft: 1,
        among: [person('周二'), person('孙二')].sort(),
      },
    })
    const last = await pollAgain({ member: [11, 0, { 周二: 5, 孙二: 6 }] })
    assert.equal((last.state as { stage: string }).stage, 'result-published')
    await must(clerk.post(`${meeting}/end`, { outcome: 'held' }), 'end')

    const heard = await screen.until((events) => events.some(({ event }) => event === 'meeting'))
    const news = (event: string) => heard.filter((one) => one.event === event).map(({ data }) => data)
    assert.equal(news('now')[0]?.polls, [])
    assert.equal(
      news('poll').map(({ entitled, issued }) => [entitled, issued]),
      [voters.length, voters.length, voters.length].map((n) => [n, 0]),
    )
    assert.equal(news('papers').at(-1)?.issued, voters.length)
    assert.equal(
      news('polled').map(({ voided }) => voided),
      [true, false, false],
    )
    assert.equal(news('polled')[1]?.offices, tied.offices, 'the screen says what the close answered')
    const beforeClose = heard.filter(({ event }) => event === 'poll' || event === 'papers')
    assert.not.match(JSON.stringify(beforeClose), /returned|spoiled|votes/, 'nothing of the boxes before the close')
    screen.stop()

    const seats = (office: string, ...names: readonly string[]) => ({
      cause: 'election',
      proposal: idOf(proposal),
      members: names.map((name) => ({ person: person(name), office })),
    })
    stoppedWith(await fill('village-committee', seats('member', '周二')), 'not_elected')
    stoppedWith(await fill('village-committee', seats('chair', '周一')), 'not_elected')
    await must(fill('village-committee', seats('member', '周一', '孙二')), 'seats')

    await hang(small, proposal, 'publications')
    await verifies(small, proposal)
    const report = await must((await small.clerk()).get(`${proposal}/papers/election-results`), 'the report')
    const lines = textOfHtml(String(report.text))
    for (const line of ['发出选票|收回选票|废票|', '11|11|1|', '赵一|6|', '孙一|4|', '主任:赵一', '委员:周一、孙二'])
      assert.ok(lines.includes(line), `${line} is not in\n${lines}`)

    //  done to the database behind the server's back, what a restored copy of it is told
    const keys = await keysOf(small.world)
    for (const [statement, what] of [
      ['select 1', undefined],
      [`update poll set closed_at = null, result = null where id = '${idOf(poll)}'`, 'poll_wrong'],
      [`update poll set result = jsonb_set(result, '{voided}', 'false') where id = '${idOf(poll)}'`, 'poll_wrong'],
      [`delete from poll where id = '${idOf(poll)}'`, 'poll_wrong'],
      [`delete from paper_issue where voter = '${person('张二')}'`, 'papers_wrong'],
      [`update paper_issue set proxy = '${person('李一')}' where voter = '${person('张二')}'`, 'papers_wrong'],
      [`update paper_issue set voter = '${person('郑一')}' where voter = '${person('张二')}'`, 'papers_wrong'],
    ] as const)
      assert.is(await foundAfter(small.world.database, small.community, keys, statement), what, statement)
  }),
)

held(
  'of a residents’ committee by its representatives: more than two thirds of them vote, the committee does not',
  () =>
    withSmallCity(async (small) => {
      const { path, id: person } = small
      const fill = async (body: string, input: object) =>
        (await small.clerk()).post(`${path}/bodies/${body}/seats`, { from: small.clock.today(), ...input })
      const members = (...people: readonly (readonly [string, string])[]) =>
        people.map(([name, office]) => ({ person: person(name), office }))
      const conducting = { cause: 'appointed', members: members(['十', 'member'], ['十一', 'member']) }
      await must(fill('election-committee', conducting), 'committee')
      const registered = { cause: 'registered', members: members(['十', 'member']) }
      await must(fill('city-voters', registered), 'somebody registered, who elects nobody by representatives')
      const choices = { ...electionChoices, electedBy: 'representatives', members: 1 }
      const proposal = await openCase(small, {
        procedure: 'residents-election@1',
        choices,
        title: '换届选举',
        topics: [],
      })
      await say(small, proposal, 'intake.accepted', { matter: 'residents-election' })
      const plan = { text: '选举办法', change: 'first', follows: [], leaves: [] }
      await must((await small.clerk()).post(`${proposal}/drafts`, plan), 'plan')
      await say(small, proposal, 'drafting.closed')
      const { lastDay } = await hang(small, proposal, 'postings')
      await small.clock.goTo(`${addDays(lastDay, 1)}T09:00:00+08:00`)
      await say(small, proposal, 'posting.closed')
      for (const [office, name] of [
        ['chair', '一'],
        ['chair', '二'],
        ['member', '三'],
        ['member', '四'],
      ] as const)
        await say(small, proposal, 'candidate.named', { office, candidate: person(name), by: 'voters' })

      const call = { body: 'city-voters', convenedBy: 'election-committee', presider: person('十') }
      const at = small.clock.ahead(20)
      const asked = { ...call, at, place: '居委会', posted: true, mode: 'persons', agenda: [idOf(proposal)] }
      const unmet = stoppedWith(await (await small.clerk()).post(`${path}/meetings`, asked), 'gate_closed').unmet
      assert.ok(unmet.some(([code]) => code === 'right-body'))
      const meeting = await convene(small, proposal, { ...call, mode: 'representatives', daysAhead: 20 })
      const clerk = await small.clerk()
      const opened = await must(clerk.post(`${meeting}/polls`, { proposal: idOf(proposal) }), 'open')
      assert.is(opened.entitled, 9, 'the nine representatives, and neither of the committee')
      const poll = `${path}/polls/${String(opened.poll)}`
      const paper = (name: string) => ({ papers: [{ voter: person(name) }] })
      stoppedWith(await clerk.post(`${poll}/papers`, paper('主任')), 'not_on_roll')
      for (const name of ['一', '二', '三', '四', '五', '六', '七'])
        await must(clerk.post(`${poll}/papers`, paper(name)), name)
      const box = { issued: 7, returned: 7, spoiled: 0 }
      const tally = {
        evidence: '计票单',
        tellers: [person('十'), person('八')],
        offices: {
          chair: { ...box, votes: { [person('一')]: 4, [person('二')]: 3 } },
          member: { ...box, votes: { [person('三')]: 5, [person('四')]: 2 } },
        },
      }
      const { attestation } = await must(clerk.post(`${poll}/tally`, tally), 'tally')
      await must((await small.supervisor()).post(`${path}/attestations/${String(attestation)}/confirm`), 'confirm')
      const closed = await must(clerk.post(`${poll}/close`), 'close')
      assert.is((closed.state as { stage: string }).stage, 'result-published', 'seven are more than two thirds of nine')
      await must(clerk.post(`${meeting}/end`, { outcome: 'held' }), 'end')
      const seats = { cause: 'election', proposal: idOf(proposal) }
      const elected = { ...seats, members: members(['一', 'chair']) }
      stoppedWith(await fill('village-committee', elected), 'nothing_resolved')
      stoppedWith(await fill('residents-committee', { ...seats, members: members(['二', 'chair']) }), 'not_elected')
      await must(fill('residents-committee', elected), 'seat')
      await hang(small, proposal, 'publications')
      await verifies(small, proposal)

      // Nobody sits by the word of an election that did not elect them.
      const record = await exportOf(small, proposal)
      assert.is(faultOf(record), undefined)
      const keys = await keysOf(small.world)
      const seated = async (change: (seat: Record<string, unknown>) => object) => {
        const forgery = await forged(record, keys, 'community', (entries) =>
          entries.map(({ data, ...entry }) =>
            entry.kind === 'seats.filled' && data.proposal !== undefined
              ? { ...entry, data: { ...data, seats: (data.seats as Record<string, unknown>[]).map(change) } }
              : { ...entry, data },
          ),
        )
        return [(await check(forgery)).disagreement?.what, faultOf(forgery)?.code]
      }
      const denied = 'claim_denied'
      assert.equal(await seated((seat) => seat), [undefined, undefined])
      assert.equal(await seated((seat) => ({ ...seat, person: person('九') })), [denied, denied])
      assert.is((await seated((seat) => ({ ...seat, person: person('二') })))[0], denied, 'stood and lost')
      assert.is((await seated((seat) => ({ ...seat, office: 'member' })))[0], denied, 'to another office')
    }),
)

held.run()
