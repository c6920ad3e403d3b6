import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sha256 } from '../src/record/sha256.ts'
import type { DataOf, EntryKind } from '../workflows/format/catalogue.ts'
import type { Entry, EntryOf } from '../workflows/format/entry.ts'
import type { Provision, ProxyRule } from '../workflows/law/provision.ts'
import { checkAttested, checkKeptBack } from '../workflows/verify/attested.ts'
import { type Authors, checkWithdrawn, noteComment } from '../workflows/verify/authors.ts'
import { checkDemand } from '../workflows/verify/demands.ts'
import { Disagrees } from '../workflows/verify/disagreement.ts'
import { checkMeeting } from '../workflows/verify/meetings.ts'
import { checkSeen } from '../workflows/verify/postings.ts'
import { recount } from '../workflows/verify/recount.ts'
import { countIn, listRoot, rollOf } from '../workflows/verify/roll.ts'
import { seatsAtCall, seatsSince } from '../workflows/verify/seated.ts'
import { checkStandIns } from '../workflows/verify/standing.ts'

/*
 * What a server could have written from the start, every hash and number made to fit: only what the chains say of one another
 * tells it.
 */
const hall = suite('a hall that was made up')

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const [proposal, meeting, ballot, clerk, supervisor, comment] = [1, 2, 3, 4, 5, 6].map(id) as [string, ...string[]]
const [a, b, c, stranger] = [11, 12, 13, 14].map(id) as [string, string, string, string]
const hex = 'ab'.repeat(32)
const day = '2026-03-02'
const at = (minute: number): string => `${day}T01:${String(minute).padStart(2, '0')}:00.000Z`

const said = <K extends EntryKind>(chain: string, kind: K, data: DataOf<K>, minute = 0): EntryOf<K> => ({
  format: 1,
  community: id(9),
  chain,
  seq: 1,
  kind,
  recordedAt: at(minute),
  actor: clerk ?? '',
  data,
})

/** Entries as the verifier has read them: numbered, with the head after each. */
const chain = (...some: readonly object[]) => {
  const entries = some.map((entry, n) => ({ ...entry, seq: n + 1 })) as Entry[]
  return Object.assign(entries, { heads: entries.map(({ seq }) => `head ${seq}`) })
}

type Roll = DataOf<'meeting.called'>['roll']
type Body = DataOf<'meeting.called'>['body']
const women: Roll = [a, b, c].map((person) => ({ person, groups: ['women'] }))
const name = `meeting/${meeting}`
const called = (more: Partial<DataOf<'meeting.called'>> = {}) =>
  said(name, 'meeting.called', {
    body: 'party-committee',
    on: day,
    at: at(0),
    sentOn: day,
    convenedBy: 'party-committee',
    presider: a,
    written: true,
    posted: true,
    place: hex,
    agenda: [{ proposal, stage: 'branch', draft: 1 }],
    roll: women,
    ...more,
  })
const comes = (person: string) => said(name, 'member.signed-in', { person, door: 'clerk' }, 1)
const rollCall = (present: string[]) => said(name, 'roll.called', { for: ballot ?? '', present }, 2)

/** The question as a forger would write it, by the verifier's own arithmetic; `later` is what the meeting's chain says after the roll call. */
const opened = (until: readonly Entry[], present: string[], more: Partial<DataOf<'ballot.opened'>> = {}) =>
  said(
    `proposal/${proposal}`,
    'ballot.opened',
    {
      meeting: meeting ?? '',
      meetingSeq: until.length,
      meetingHead: `head ${until.length}`,
      ballot: ballot ?? '',
      motion: 'agree',
      draft: 1,
      draftText: hex,
      roll: listRoot(sha256, rollOf(until)),
      present: listRoot(sha256, present),
      ...countIn(rollOf(until), new Set(present)),
      presider: a,
      ...more,
    },
    4,
  )

const whatOf = (check: () => unknown): string => {
  try {
    check()
    return 'agrees'
  } catch (error) {
    if (error instanceof Disagrees) return error.disagreement.what
    throw error
  }
}

const put = (until: readonly object[], present: string[], later: readonly object[] = []): string => {
  const entry = opened(chain(...until), present)
  return whatOf(() => checkMeeting(entry, 'branch', new Map([[name, chain(...until, ...later)]]), sha256))
}

hall(
  'whoever is called present is of the roll, once, and nothing befell the meeting before the question was put',
  () => {
    const three = [called(), comes(a), comes(b), comes(c)]
    assert.is(put([...three, rollCall([a, b, c])], [a, b, c]), 'agrees')
    assert.is(
      put([...three, rollCall([a, a, b])], [a, a, b]),
      'roll_wrong',
      'one counted for two makes the base smaller',
    )
    const four = [...three, comes(stranger), rollCall([a, b, c, stranger])]
    assert.is(put(four, [a, b, c, stranger]), 'roll_wrong', 'somebody who is on no roll')
    const left = (minute: number) => said(name, 'member.left', { person: c }, minute)
    const whole = [...three, rollCall([a, b, c])]
    assert.is(put(whole, [a, b, c], [left(3)]), 'roll_wrong', 'the roll call was an old one')
    assert.is(put(whole, [a, b, c], [left(4)]), 'agrees', 'who leaves afterwards stays a voter')
    assert.is(put(whole, [a, b, c], [said(name, 'meeting.ended', { outcome: 'held' }, 3)]), 'roll_wrong', 'it was over')
  },
)

hall('owners are called by all that the community had recorded of their units', () => {
  const units = (owner: string) => ({ from: '2026-01-01', units: [{ unit: id(20), area: 5_000, owner }] })
  const roll: Roll = [{ person: a, groups: [], area: 5_000 }]
  const until = [called({ body: 'owners', roll, unitsSeq: 1 }), comes(a), rollCall([a])]
  const sold = (minute: number) =>
    said('community', 'unit.transferred', { unit: id(20), owner: b, from: '2026-02-01' }, minute)
  const by = (call: EntryOf<'meeting.called'>, sale: object): string => {
    const [, ...rest] = until
    const meetings = chain(call, ...rest)
    const chains = new Map([
      [name, meetings],
      ['community', chain(said('community', 'units.recorded', units(a)), sale)],
    ])
    return whatOf(() => checkMeeting(opened(meetings, [a]), 'branch', chains, sha256))
  }
  const [call] = until as [EntryOf<'meeting.called'>]
  assert.is(by({ ...call, recordedAt: at(1) }, sold(2)), 'agrees', 'sold after the call')
  assert.is(by({ ...call, recordedAt: at(1) }, sold(0)), 'roll_wrong', 'sold before it, and passed over')
})

const seated = (person: string, office: string, more: object = {}) => ({
  ...{ person, office, voting: true, inBase: true, groups: ['women'] },
  ...more,
})
const filled = (body: Body, from: string, seats: ReturnType<typeof seated>[], until?: string) =>
  said('community', 'seats.filled', { body, from, ...(until === undefined ? {} : { until }), seats })
const ends = (body: Body, person: string, on: string) =>
  said('community', 'seat.ended', { body, person, cause: 'resigned', on })

hall('a roll is made of the seats of its day, as the community had recorded them, and of no others', () => {
  const all = (until?: string) =>
    filled(
      'party-committee',
      '2026-01-01',
      [a, b, c].map((one) => seated(one, 'member')),
      until,
    )
  const by = (call: Partial<DataOf<'meeting.called'>>, ...community: readonly object[]) =>
    seatsAtCall(
      { ...called({ seatsSeq: community.length, ...call }), recordedAt: at(1) },
      chain(...community),
      sha256,
    ) === undefined
  assert.ok(by({}, all()))
  assert.ok(by({}, all('2026-03-03')), 'the last day of a term')
  assert.not(by({}, all(day)), 'the term was over')
  assert.not(
    by(
      {},
      filled(
        'party-assembly',
        '2026-01-01',
        [a, b, c].map((one) => seated(one, 'member')),
      ),
    ),
    'of another body',
  )
  assert.not(
    by(
      {},
      filled(
        'party-committee',
        '2026-03-03',
        [a, b, c].map((one) => seated(one, 'member')),
      ),
    ),
    'not yet',
  )
  const two = women.filter(({ person }) => person !== b)
  assert.equal(
    [
      by({ roll: two }, all(), ends('party-committee', b, day)),
      by({}, all(), ends('party-committee', b, '2026-03-03')),
    ],
    [true, true],
  )
  assert.not(by({}, all(), ends('party-committee', b, day)))
  // A seat that is stated anew ends and goes on the same day.
  const weighed = filled('party-committee', day, [seated(b, 'member', { groups: [], represents: 12 })])
  const anew = [all(), ends('party-committee', b, day), weighed]
  assert.ok(by({ roll: women.with(1, { person: b, groups: [], represented: 12 }) }, ...anew))
  assert.not(by({}, ...anew), 'with the groups of before')
  for (const voteless of [{ voting: false }, { inBase: false }])
    assert.ok(
      by({ roll: two }, filled('party-committee', day, [seated(a, 'x'), seated(b, 'x', voteless), seated(c, 'x')])),
    )

  // Of voters the day of the election counts; of representatives who elect, the elected ones.
  const voters = { body: 'city-voters', sentOn: day, on: '2026-04-01', roll: two } as const
  const [later, one] = [
    filled('city-voters', '2026-04-01', [seated(c, 'member')]),
    filled('city-voters', day, [seated(a, 'member')]),
  ]
  assert.ok(by(voters, one, later))
  assert.not(by({ ...voters, on: '2026-03-31' }, one, later))
  const elected = seated(a, 'representative', { groups: ['representatives'] })
  const representatives = filled('residents-representatives', day, [elected, seated(b, 'chair')])
  const roll = [{ person: a, groups: ['representatives'] }]
  assert.ok(by({ ...voters, mode: 'representatives', roll }, representatives))
  assert.not(by({ ...voters, mode: 'persons', roll }, representatives))

  // How far the community had been read.
  const late = { ...all(), recordedAt: at(2) }
  assert.not(by({ seatsSeq: 1 }, late), 'recorded after the call')
  assert.not(by({ seatsSeq: 2 }, all()), 'further than it goes')
  assert.not(by({ seatsSeq: undefined }, all()))
  assert.ok(by({ seatsSeq: 1 }, all(), { ...ends('party-committee', b, day), recordedAt: at(1) }), 'at the same moment')
  assert.not(by({ seatsSeq: 1 }, all(), ends('party-committee', b, day)), 'passed over')
  assert.ok(by({ seatsSeq: 1 }, all(), ends('party-assembly', b, day)), 'another body’s')

  // Who presides.
  const chair = { presider: stranger, presidesAs: 'party-assembly' } as const
  assert.not(by({ presider: stranger }, all()), 'a stranger of no body')
  assert.ok(by(chair, all(), filled('party-assembly', day, [seated(stranger, 'x', { inBase: false })])))
  assert.not(by(chair, all(), filled('party-assembly', day, [seated(stranger, 'x', { voting: false })])))
  assert.not(by({ ...chair, seatsSeq: 1 }, all(), filled('party-assembly', day, [seated(stranger, 'x')])))
  const adults = { body: 'village-assembly', roll: women } as const
  assert.ok(by(adults), 'who is of age the record does not hold')
  assert.not(by({ ...adults, ...chair }))
})

hall('a roll is amended by what the community had recorded, and nobody else comes to preside', () => {
  const sits = (seats: readonly string[]) =>
    filled(
      'party-committee',
      '2026-01-01',
      seats.map((one) => seated(one, 'member')),
    )
  const dies = (person: string, on = day) => said('community', 'person.left', { person, cause: 'died', on })
  const returns = (person: string) =>
    said('community', 'person.joined', { person, household: id(30), cause: 'other', from: day })
  const amended = (data: Omit<DataOf<'roll.amended'>, 'reason'>) =>
    said(name, 'roll.amended', { reason: hex, ...data }, 2)
  type Amendment = Omit<DataOf<'roll.amended'>, 'reason'>
  const by = (
    change: Amendment,
    community: readonly object[],
    call: Partial<DataOf<'meeting.called'>> = {},
    ...before: object[]
  ) => {
    const meeting = chain(called(call), ...before, amended({ seatsSeq: community.length, ...change }))
    return seatsSince(meeting, chain(...community)) === undefined
  }
  const leaves = (cause: 'died' | 'seat-ended', out = b): Amendment => ({ cause, out })
  const joins = (cause: 'by-election' | 'came-of-age', person = stranger): Amendment => ({
    cause,
    in: { person, groups: ['women'] },
  })
  const three = sits([a, b, c])
  const adults = { body: 'village-assembly', mode: 'persons' } as const
  const households = { body: 'village-assembly', mode: 'households' } as const

  const gone = [three, ends('party-committee', b, day)]
  assert.equal([by(leaves('seat-ended'), gone), by(leaves('seat-ended'), [three])], [true, false])
  assert.not(by(leaves('seat-ended', stranger), gone), 'who is not on the roll')
  assert.not(by({ ...leaves('seat-ended'), in: { person: stranger, groups: ['women'] } }, gone), 'and another for him')
  assert.not(by({ ...leaves('seat-ended'), seatsSeq: 1 }, gone), 'before it had ended')
  assert.not(by({ ...leaves('seat-ended'), seatsSeq: undefined }, gone))
  assert.not(by(leaves('seat-ended'), gone, adults), 'nobody has a seat in an assembly')
  const tomorrow = [three, ends('party-committee', b, '2026-03-03')]
  const adjourned = said(name, 'meeting.adjourned', { until: '2026-03-03', at: at(3), reason: hex }, 1)
  assert.equal([by(leaves('seat-ended'), tomorrow), by(leaves('seat-ended'), tomorrow, {}, adjourned)], [false, true])

  assert.ok(by(leaves('died'), [three, dies(b)]))
  for (const community of [[three], [three, dies(c)], [three, dies(b, '2026-03-03')], [three, dies(b), returns(b)]])
    assert.not(by(leaves('died'), community))
  const another = { ...leaves('died'), in: { person: stranger, groups: [] } }
  assert.equal(
    [adults, households].map((call) => by(another, [dies(b)], call)),
    [false, true],
  )

  const elected = [three, filled('party-committee', day, [seated(stranger, 'member')])]
  assert.equal([by(joins('by-election'), elected), by(joins('by-election'), [three])], [true, false])
  assert.not(by({ cause: 'by-election', in: { person: stranger, groups: [] } }, elected), 'in another group')
  assert.not(by({ ...joins('by-election'), out: a }, elected), 'and another goes')
  assert.not(by(joins('by-election', b), [three]), 'who is on the roll already')
  assert.equal(
    [{}, adults].map((call) => by(joins('came-of-age'), [three], call)),
    [false, true],
  )

  const put = said(name, 'roll.called', { for: ballot ?? '', present: [a] }, 1)
  const counted = said(name, 'roll.called', { present: [a] }, 1)
  assert.equal([by(leaves('seat-ended'), gone, {}, put), by(leaves('seat-ended'), gone, {}, counted)], [false, true])

  const chairs = (presider: string, community: readonly object[], as?: Body, body: Body = 'party-committee') => {
    const presidesAs = as === undefined ? {} : { presidesAs: as }
    const data = { presider, ...presidesAs, reason: hex, seatsSeq: community.length }
    const meeting = chain(called({ body }), said(name, 'presider.changed', data, 2))
    return seatsSince(meeting, chain(...community)) === undefined
  }
  const assembly = filled('village-committee', day, [seated(stranger, 'chair')])
  assert.ok(chairs(stranger, elected, 'party-committee'))
  assert.not(chairs(stranger, [three], 'party-committee'), 'no seat there')
  assert.not(chairs(b, [three]), 'the law names who presides')
  assert.equal(
    [chairs(b, [three], undefined, 'experts'), chairs(stranger, [three], undefined, 'experts')],
    [true, false],
  )
  assert.ok(chairs(stranger, [assembly], 'village-committee', 'village-assembly'))
  assert.not(chairs(stranger, elected, 'party-committee', 'village-assembly'), 'members of another body')
})

hall('of the representatives those demand a meeting who have a seat, and they are counted', () => {
  const of = 'representatives' as const
  const demand = { demand: id(50), of, have: 2, base: 3 }
  const body = 'village-assembly' as const
  const seats = [a, b, c].map((one) => seated(one, 'representative', { groups: ['representatives'] }))
  const by = (claimed: typeof demand, more: readonly object[] = [], signed = [a, b, stranger]) => {
    const community = chain(
      filled('village-representatives', day, [...seats, seated(id(15), 'chair')]),
      said('community', 'demand.opened', { demand: demand.demand, body, of, text: hex }),
      said('community', 'demand.signed', { demand: demand.demand, people: signed }),
      ...more,
    )
    const call = { ...called({ body, seatsSeq: community.length, demand: claimed }), recordedAt: at(1) }
    const entry = { recordedAt: at(1), data: { body, demand: claimed } } as EntryOf<'meeting.convened'>
    return whatOf(() => checkDemand(entry, chain(call), community))
  }
  assert.equal(
    [by(demand), by({ ...demand, have: 3 }), by({ ...demand, base: 2 })],
    ['agrees', 'demand_wrong', 'demand_wrong'],
  )
  assert.is(by(demand, [ends('village-representatives', b, day)]), 'demand_wrong')
  assert.is(by({ ...demand, have: 1, base: 2 }, [ends('village-representatives', b, day)]), 'agrees')
  assert.is(by(demand, [], [a, stranger]), 'demand_wrong')
})

hall(
  'nobody stands in for a household where none is counted, nor by a proxy that the law of the body does not admit',
  () => {
    const roll: Roll = women.map((member) => ({ ...member, household: id(30) }))
    const comesFor = (person: string, inPerson: string) =>
      said(name, 'member.signed-in', { person, door: 'clerk', inPerson }, 1)
    const gives = (principal: string, proxy: string) =>
      said(name, 'proxy.given', { principal, proxy, document: hex }, 1)
    const standing = (
      until: readonly object[],
      rule?: Omit<ProxyRule, 'written' | 'cite'>,
      more: Partial<DataOf<'meeting.called'>> = {},
    ): string => {
      const meetings = chain(called({ roll, ...more }), ...until)
      const law: Provision = {
        ...{ id: 'a', source: 'law', body: 'collective-members', cite: '', text: '', from: '2026-01-01' },
        ...(rule ? { proxies: { written: true, cite: '', ...rule } } : {}),
      }
      const entry = opened(meetings, [])
      return whatOf(() => checkStandIns(entry, new Map([[name, meetings]]), (on) => (on === day ? [law] : [])))
    }
    const unknown = comesFor(b, stranger)
    const by = (mode: 'households' | 'persons') => standing([unknown], undefined, { mode })
    assert.equal([by('households'), by('persons')], ['agrees', 'stand_in_unproved'])

    const entrusted = [gives(b, a), comesFor(b, a)]
    assert.is(standing(entrusted, {}), 'agrees')
    assert.is(standing(entrusted), 'stand_in_unproved', 'the law knows of none')
    assert.is(standing([comesFor(b, a), gives(b, a)], {}), 'stand_in_unproved', 'given afterwards')
    const withdrawn = said(name, 'proxy.withdrawn', { principal: b }, 1)
    assert.is(standing([gives(b, a), withdrawn, comesFor(b, a)], {}), 'stand_in_unproved')
    assert.is(standing([gives(b, b), comesFor(b, b)], {}), 'stand_in_unproved', 'for oneself')
    const two = [gives(b, a), gives(c, a), comesFor(b, a), comesFor(c, a)]
    assert.equal([standing(two, { max: 2 }), standing(two, { max: 1 })], ['agrees', 'stand_in_unproved'])
    assert.is(standing([gives(a, c), ...entrusted], {}), 'stand_in_unproved', 'handed on')
  },
)

type Closed = DataOf<'ballot.closed'>
const none = { yes: 0, no: 0, abstain: 0, spoiled: 0 }
const shares = { entitled: 3, present: 3 }

const closes = (
  roll: Roll,
  voting: 'secret' | undefined,
  choices: readonly (string | undefined)[],
  closed: Omit<Closed, 'ballot'>,
): string => {
  const until = chain(called({ roll }), comes(a), comes(b), comes(c), rollCall([a, b, c]))
  const opening = opened(until, [a, b, c], voting ? { voting } : {})
  const entry = said(`proposal/${proposal}`, 'ballot.closed', { ballot: ballot ?? '', ...closed }, 5)
  const votes = choices.map((choice, n) => ({ voter: [a, b, c][n] ?? '', door: 'phone' as const, choice }))
  return whatOf(() => recount(entry, votes, opening, new Map([[name, until]])))
}

hall(
  'a group has no more secret choices than took part of it, and what is withheld weighs what its voters weigh',
  () => {
    const secret = (yes: number) => {
      const groups = { women: { ...shares, ...none, yes } }
      return closes(women, 'secret', [undefined, undefined, undefined], {
        people: { ...shares, ...none, yes: 3 },
        groups,
      })
    }
    assert.equal([secret(0), secret(3), secret(4)], ['agrees', 'agrees', 'tally_wrong'])

    const roll: Roll = [a, b, c].map((person, n) => ({ person, groups: [], area: 1_000 * (n + 1) }))
    const weighed = (yes: number, no: number) =>
      closes(roll, undefined, ['yes', 'no', undefined], {
        people: { ...shares, ...none, yes: 2, no: 1 },
        groups: {},
        measures: { area: { entitled: 6_000, present: 6_000, ...none, yes, no } },
      })
    assert.equal(
      [weighed(4_000, 2_000), weighed(5_000, 2_000), weighed(5_000, 1_000), weighed(3_000, 2_000)],
      ['agrees', 'tally_wrong', 'tally_wrong', 'tally_wrong'],
    )
  },
)

hall('a posting was seen to hang while it hung', () => {
  const seen = (seenOn: string) =>
    said(`proposal/${proposal}`, 'posting.evidenced', { posting: id(40), seenOn, evidence: hex })
  const by = (seenOn: string, from?: string) => whatOf(() => checkSeen(seen(seenOn), from))
  assert.equal(
    [by(day, '2026-02-01'), by('2026-01-31', '2026-02-01'), by('2026-03-03', '2026-02-01'), by(day)],
    ['agrees', 'refused_on_replay', 'refused_on_replay', 'refused_on_replay'],
  )
})

hall('an objection is kept back by the supervision committee, and nothing happened on a day to come', () => {
  const community = chain(
    said('community', 'role.granted', { account: clerk ?? '', role: 'clerk' }),
    said('community', 'role.granted', { account: supervisor ?? '', role: 'supervisor' }),
  )
  const kept = said(`proposal/${proposal}`, 'comment.moderated', { comment: comment ?? '', reason: 'off-topic' }, 1)
  const by = (actor: string | undefined, objection: boolean) =>
    whatOf(() => checkKeptBack({ ...kept, actor: actor ?? '' }, objection, new Map([['community', community]])))
  assert.equal([by(clerk, false), by(clerk, true), by(supervisor, true)], ['agrees', 'supervisor_missing', 'agrees'])

  const attested = { evidence: hex, confirmedBy: [supervisor ?? ''] }
  const on = (occurredOn: string) => whatOf(() => checkAttested(chain({ ...called(), occurredOn, attested })))
  assert.equal([on(day), on('2026-03-03')], ['agrees', 'refused_on_replay'])
})

hall('a comment is taken back by the account of whoever made it', () => {
  const community = new Map([
    [
      'community',
      chain(
        said('community', 'role.granted', { account: clerk ?? '', role: 'clerk' }),
        said('community', 'role.granted', { account: supervisor ?? '', role: 'supervisor', person: b }),
      ),
    ],
  ])
  const own = `proposal/${proposal}`
  const [phone, other] = [id(51), id(52)] as [string, string]
  const received = (n: number, actor: string | undefined, more: Partial<DataOf<'comment.received'>>) => ({
    ...said(own, 'comment.received', {
      ...{ comment: id(60 + n), posting: id(40), objection: true, channel: 'online' as const, text: hex },
      ...more,
    }),
    actor: actor ?? '',
  })
  const said60 = [
    received(0, phone, { author: a }),
    received(1, clerk, { author: a, channel: 'paper' }),
    received(2, clerk, { author: c, channel: 'online' }),
    received(3, clerk, { channel: 'guest' }),
    received(4, clerk, { author: b, channel: 'doorstep' }),
  ]
  const taken = (...steps: readonly (readonly [n: number, actor: string | undefined, attested?: true])[]): string => {
    const authors: Authors = new Map()
    for (const one of said60) noteComment(authors, one)
    return whatOf(() => {
      for (const [n, actor, attested] of steps) {
        const entry = { ...said(own, 'comment.withdrawn', { comment: id(60 + n) }), actor: actor ?? '' }
        const paper = { attested: { evidence: hex, confirmedBy: [supervisor ?? ''] } }
        checkWithdrawn(attested ? { ...entry, ...paper } : entry, authors, community)
      }
    })
  }
  //  which comment, by which account
  const agree = [
    [[0, phone]],
    [[1, phone]],
    [[2, other]],
    [[4, supervisor]],
    [[1, clerk, true]],
    [
      [0, phone],
      [1, phone],
      [2, other],
    ],
  ] as const
  for (const steps of agree) assert.is(taken(...steps), 'agrees', JSON.stringify(steps))
  const wrong = [
    [[0, clerk]],
    [[0, other]],
    [[1, clerk]],
    [[1, other]],
    [[1, supervisor]],
    [[2, clerk]],
    [[2, phone]],
    [[3, phone]],
    [[4, clerk]],
    [
      [2, other],
      [1, other],
    ],
  ] as const
  for (const steps of wrong) assert.is(taken(...steps), 'withdrawn_by_another', JSON.stringify(steps))
})

hall.run()
