import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { closeBallot, openBallot } from '../src/services/ballots.ts'
import { openDemand, signDemand } from '../src/services/demands.ts'
import { exportRecord } from '../src/services/exports.ts'
import { amendRoll } from '../src/services/roll-amendments.ts'
import { transferUnit } from '../src/services/unit-transfers.ts'
import { entitledOn } from '../src/services/views/rosters.ts'
import { units } from '../src/services/views/units.ts'
import { visits } from '../src/services/views/visits.ts'
import { noteVisit } from '../src/services/visits.ts'
import { changeOwnVote } from '../src/services/vote-changes.ts'
import type { PaperOption } from '../workflows/format/catalogue.ts'
import { addDays } from '../workflows/rules/days.ts'
import { faultOf } from './second-verifier/second.mjs'
import { refusalOf } from './support/doors.ts'
import { value } from './support/engine.ts'
import { withGarden } from './support/owners.ts'
import { check, forged } from './support/played-record.ts'

const owners = suite('a ballot of 87 owners with 60,000.00 m²')

type Votes = readonly (readonly [string, PaperOption])[]
const from = (first: number, last: number): readonly string[] =>
  [...Array(last - first + 1).keys()].map((n) => String(first + n))
const all = (choice: PaperOption, ...names: readonly string[]): Votes => names.map((name) => [name, choice])

const firstOf = (data: object): object => ('units' in data ? ((data.units as readonly object[])[0] ?? {}) : {})

/** 58 heads with 40,000.00 m²: the developer, the buyer of five, forty of 500.00 m² and sixteen of 687.50. */
const rest = ['developer', 'buyer', ...from(41, 56)]

//  matter, votes, carried, what of the grounds is not met
const edges: readonly (readonly [string, Votes, boolean, readonly string[]])[] = [
  // Two thirds of the area take part, exactly; half of it agrees, exactly.
  ['owners-manager', [...all('yes', ...from(1, 40)), ...all('no', ...rest)], false, ['threshold area 2000000/2000001']],
  // 499.99 m² instead of 500.00.
  ['owners-manager', all('yes', ...from(2, 40), '57', ...rest), false, ['participation area 3999999/4000000']],
  // Two large units instead of three small ones: one head less, the same area.
  ['owners-manager', all('yes', ...from(4, 40), '84', '85', ...rest), false, ['participation people 57/58']],
  // Three quarters of the area that took part, exactly, and 46 of 58 heads.
  [
    'owners-fund-raising',
    [
      ...all('yes', 'developer', ...from(1, 37), ...from(41, 48)),
      ...all('no', 'buyer', ...from(38, 40), ...from(49, 56)),
    ],
    true,
    [],
  ],
  // One of those who agree has 499.99 m², one of those who do not 500.01.
  [
    'owners-fund-raising',
    [
      ...all('yes', 'developer', '57', ...from(2, 37), ...from(41, 48)),
      ...all('no', 'buyer', '58', ...from(39, 40), ...from(49, 56)),
    ],
    false,
    ['threshold area 2999999/3000000'],
  ],
]

owners('is decided at its edges by heads and by hundredths of a square metre, on the roll as it was frozen', () =>
  withGarden(async ({ village, committee, id, proposes, takesDown, calls, puts, enters }) => {
    const { engine, clerk, supervisor, administrator, votes, actorOf } = village
    const proposals: string[] = []
    for (const [matter] of edges) proposals.push(await proposes(matter))
    const phones = await proposes('owners-manager')
    const hall = await proposes('owners-common-parts', 'assembly')

    // A fifth of 87 is 18: whoever owns nothing has signed for nothing.
    const signs = async (demand: string, names: readonly string[]) => {
      const { have, base, need } = await value(signDemand(engine, clerk, demand, { people: names.map(id) }))
      return [have, base, need]
    }
    await takesDown([...proposals, phones, hall])
    const asked = { body: 'owners', of: 'owners', text: '请召开业主大会' } as const
    const { id: demand } = await value(openDemand(engine, actorOf(id('tenant')), asked))
    assert.equal(await signs(demand, ['developer', 'buyer', ...from(1, 15)]), [17, 87, 18])
    const few = await refusalOf(calls([phones], demand))
    assert.ok(few !== 'accepted' && few.code === 'gate_closed')
    assert.equal(
      few.grounds.filter(({ met }) => !met).map(({ code, have, need }) => [code, have, need]),
      [['demand-signed', 17, 18]],
    )
    assert.equal(await signs(demand, ['16']), [18, 87, 18])
    // One sells while the owners are called: the record says which came first.
    const { items } = await value(units(engine, supervisor, { limit: 200 }))
    const unitOf = (number: string) => items.find((one) => one.number === number)?.id ?? ''
    const inherits = { owner: id('heir'), developer: false, from: committee.today }
    const [{ meeting, on }] = await Promise.all([
      value(calls([...proposals, phones, hall], demand)),
      value(transferUnit(engine, administrator, unitOf('1-61'), inherits)),
    ])
    committee.goTo(on)

    // Sold on the day of the vote: the roll stands as it was frozen at the call.
    const sold = { owner: id('tenant'), developer: false, from: committee.today }
    await value(transferUnit(engine, clerk, unitOf('1-1'), sold))
    const dead = { cause: 'died', person: id('1'), reason: '去世' } as const
    assert.equal(await refusalOf(amendRoll(engine, clerk, meeting, dead)), {
      code: 'roll_cause_unproved',
      cause: 'died',
      person: id('1'),
    })

    const ballots: string[] = []
    for (const [n, [, votes]] of edges.entries()) {
      const ballot = await puts(meeting, proposals[n] ?? '')
      await enters(ballot, votes)
      ballots.push(ballot)
    }

    // By phone and at the door, with every way to take part.
    const ballot = await puts(meeting, phones)
    const casts = (name: string, choice: 'yes' | 'no' | 'abstain') =>
      refusalOf(votes.cast(actorOf(id(name)), { ballot, choice }))
    const changes = (name: string, choice: 'yes' | 'no') =>
      refusalOf(changeOwnVote(engine, actorOf(id(name)), { ballot, choice, reason: '想法变了' }))
    assert.equal(await casts('tenant', 'yes'), { code: 'not_on_roll' })
    assert.equal(await changes('1', 'yes'), { code: 'not_voted_yet' })
    assert.is(await casts('1', 'no'), 'accepted')
    assert.equal(await casts('1', 'yes'), { code: 'voted_already' })
    assert.is(await changes('1', 'yes'), 'accepted')
    assert.is(await casts('41', 'abstain'), 'accepted')
    assert.equal(await refusalOf(noteVisit(engine, actorOf(id('2')), ballot, { person: id('3'), outcome: 'absent' })), {
      code: 'forbidden',
      needs: ['clerk'],
    })
    await value(noteVisit(engine, clerk, ballot, { person: id('85'), outcome: 'refused' }))
    await enters(ballot, [
      ...all('yes', ...from(2, 39), '58'),
      ...all('spoiled', '42'),
      ...all('no', 'developer', 'buyer', ...from(43, 56)),
    ])
    assert.equal((await value(visits(engine, clerk, ballot))).counts, {
      'to-visit': 28,
      reached: 0,
      done: 58,
      refused: 1,
    })
    assert.equal(await changes('2', 'no'), { code: 'vote_stands' }, 'what was written on paper is not changed by phone')
    const early = await refusalOf(closeBallot(engine, clerk, ballot))
    assert.ok(early !== 'accepted' && early.code === 'gate_closed')
    assert.equal(
      early.grounds.filter(({ met }) => !met).map(({ code }) => code),
      ['ballot-term-over'],
    )

    // In their assembly it is those who came that vote, there and then.
    const came = [...rest, ...from(1, 40)]
    await committee.signsIn(meeting, came.map(id))
    const there = await openBallot(engine, clerk, meeting, { proposal: hall, motion: 'agree' })
    assert.ok(there.ok)
    assert.equal([there.value.mayVote, there.value.people], [58, { entitled: 87, present: 58 }])
    const inHall = { ballot: there.value.ballot, choice: 'yes' as const }
    assert.is(await refusalOf(votes.cast(actorOf(id('1')), inHall)), 'accepted')
    const changed = { ...inHall, choice: 'no' as const, reason: '想法变了' }
    assert.equal(await refusalOf(changeOwnVote(engine, actorOf(id('1')), changed)), { code: 'vote_stands' })
    assert.equal(await refusalOf(votes.cast(actorOf(id('60')), inHall)), { code: 'not_present_at_roll_call' })
    await enters(there.value.ballot, all('yes', ...came.filter((name) => name !== '1')), 'paper')
    const decided = await value(closeBallot(engine, clerk, there.value.ballot))
    assert.equal([decided.carried, decided.tally.measures?.area?.present], [true, 4_000_000])

    committee.goTo(addDays(committee.today, 8))
    const [over, tooLate] = [await changes('1', 'no'), await casts('60', 'yes')]
    for (const refusal of [over, tooLate]) assert.ok(refusal !== 'accepted' && refusal.code === 'ballot_term_over')
    for (const [n, [matter, , carried, unmet]] of edges.entries()) {
      const closed = await value(closeBallot(engine, clerk, ballots[n] ?? ''))
      assert.is(closed.carried, carried, matter)
      assert.equal(
        closed.grounds
          .filter(({ met }) => !met)
          .map(({ code, test, have, need }) => `${code} ${test?.measure ?? 'people'} ${have}/${need}`),
        unmet,
      )
      const { people, measures } = closed.tally
      assert.equal([people.entitled, measures?.area?.entitled], [87, 6_000_000])
    }
    const closed = await value(closeBallot(engine, clerk, ballot))
    const { people, measures } = closed.tally
    assert.equal([closed.carried, people.yes, people.no, people.abstain, people.spoiled], [true, 40, 16, 1, 1])
    assert.equal(measures?.area, {
      entitled: 6_000_000,
      present: 0,
      yes: 2_000_001,
      no: 1_862_500,
      abstain: 68_750,
      spoiled: 68_750,
    })
    const after = await changes('1', 'no')
    assert.ok(after !== 'accepted' && after.code === 'ballot_closed')

    for (const proposal of [...proposals, phones, hall]) {
      const report = await check(await value(exportRecord(engine, supervisor, proposal)))
      assert.is(report.ok, true, JSON.stringify(report.disagreement))
    }
    // The operator makes a unit smaller, the register younger or a signature vanish, and signs it all anew.
    const record = await value(exportRecord(engine, supervisor, phones))
    const forgeries = [
      ['units.recorded', (data: object) => Object.assign(firstOf(data), { area: 1 }), 'roll_wrong'],
      ['units.recorded', (data: object) => Object.assign(data, { from: '2026-12-01' }), 'roll_wrong'],
      ['demand.signed', (data: object) => Object.assign(data, { people: [id('tenant')] }), 'demand_wrong'],
    ] as const
    for (const [kind, change, what] of forgeries) {
      const changed = await forged(record, engine.keys, 'community', (entries) => {
        const entry = entries.findLast((one) => one.kind === kind)
        if (entry) change(entry.data)
        return entries
      })
      assert.is((await check(changed)).disagreement?.what, what, kind)
    }
    // Or says that somebody had taken the signature back by then.
    const withdrawn = await forged(record, engine.keys, 'community', (entries) => {
      const at = entries.findLastIndex(({ kind }) => kind === 'demand.signed')
      const signed = entries[at]
      if (!signed) throw new Error('nobody signed')
      const { demand, people } = signed.data as { readonly demand: string; readonly people: readonly string[] }
      const back = { ...signed, kind: 'signature.withdrawn', data: { demand, person: people[0] } }
      return entries.toSpliced(at + 1, 0, back)
    })
    assert.is((await check(withdrawn)).disagreement?.what, 'demand_wrong')
    assert.is(faultOf(withdrawn)?.code, 'demand_wrong', 'by the second verifier too')

    // The next roll has the new owner.
    const now = await value(entitledOn(engine, administrator, 'owners', {}))
    assert.equal([now.entitled, now.measures], [87, { area: 6_000_000 }])
    const listed = new Set(now.members?.map(({ person }) => person))
    assert.equal([listed.has(id('1')), listed.has(id('tenant'))], [false, true])
    assert.is((await value(entitledOn(engine, actorOf(id('2')), 'owners', {}))).members, undefined)
  }),
)

owners.run()
