import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { must } from '../src/demo/stage.ts'
import { acceptsRoad, branch, callOf } from './support/cases.ts'
import { foundBare } from './support/communities.ts'
import { stoppedWith } from './support/refusals.ts'
import { idNumberOf, leaves, rollIn, type Small, smallRoster, withSmallVillage } from './support/small-village.ts'

const seats = suite('seats over time')

const unknown = '01890a5d-ac96-774b-bcce-b302099a8057'

interface Filled {
  readonly body: string
  readonly office: string
  readonly groups: readonly string[]
  readonly from: string
  readonly until?: string
}

const fill = async (small: Small, body: string, input: object) =>
  (await small.clerk()).post(`${small.path}/bodies/${body}/seats`, {
    cause: 'by-election',
    from: small.clock.today(),
    ...input,
  })

/** Elects one person, who must be taken; answers the seats as lines. */
const elects = async (small: Small, body: string, name: string, office: string, change: object = {}) => {
  const members = [{ person: small.id(name), office }]
  const { filled } = await must(fill(small, body, { members, ...change }), 'elects')
  return (filled as readonly Filled[]).map(({ body, office, groups, until }) =>
    [body, office, until ?? '', ...groups].join(' ').trim(),
  )
}

const end = async (small: Small, body: string, names: readonly string[], cause: string, on = small.clock.today()) =>
  (await small.clerk()).post(`${small.path}/bodies/${body}/seats/endings`, {
    people: names.map(small.id),
    cause,
    on,
    reason: '本人书面提出',
  })

const endedBodies = (body: Readonly<Record<string, unknown>>) =>
  (body.seatsEnded as readonly { readonly body: string }[]).map((seat) => seat.body)

/** Who sits in a body today, with office and groups. */
const sitting = async (small: Small, body: string, name: string) => {
  const { items } = await must((await small.clerk()).get(`${small.path}/bodies/${body}/seats`), 'seats')
  const seat = (items as readonly (Filled & { readonly person: string; readonly until: string | null })[]).find(
    ({ person }) => person === small.id(name),
  )
  return seat && [seat.office, [...seat.groups].join(' '), seat.until]
}

const standing = async (small: Small): Promise<unknown> => {
  const clerk = await small.clerk()
  return [
    await must(clerk.get(`${small.path}/bodies`), 'bodies'),
    await must(clerk.get(`${small.path}/chains/community/head`), 'head'),
  ]
}

const stopped = async (small: Small, attempt: () => ReturnType<typeof fill>, code: string) => {
  const before = await standing(small)
  const refusal = stoppedWith(await attempt(), code)
  assert.equal(await standing(small), before, `${code} left something behind`)
  return refusal.facts
}

seats('a by-election to the committee brings the union and the representatives along; resigning takes them away', () =>
  withSmallVillage(async (small) => {
    assert.equal(await elects(small, 'village-committee', '吴二', 'member'), [
      'village-representatives member  women',
      'village-committee member  women',
      'two-committees member  women',
    ])
    const clerk = await small.clerk()
    assert.is((await rollIn(clerk, small.path, 'two-committees', small.clock.today()))[0], 4)
    assert.equal(await rollIn(clerk, small.path, 'village-representatives', small.clock.today()), [
      11,
      { representatives: 8, women: 5, 'women-representatives': 4 },
    ])
    assert.equal(await elects(small, 'village-representatives', '王二', 'representative'), [
      'village-representatives representative  representatives women women-representatives',
    ])

    await small.clock.pass(3)
    const resigned = await must(end(small, 'village-committee', ['吴二'], 'resigned'), 'resigns')
    assert.equal(endedBodies(resigned), ['village-representatives', 'village-committee', 'two-committees'])
    assert.is((await rollIn(await small.clerk(), small.path, 'two-committees', small.clock.today()))[0], 3)
    assert.is((await rollIn(await small.clerk(), small.path, 'two-committees', '2026-03-04'))[0], 4, 'what was stays')
    assert.equal(await stopped(small, () => end(small, 'village-committee', ['吴二'], 'resigned'), 'not_found'), {
      what: 'seat',
    })
    const { items } = await must((await small.clerk()).get(`${small.path}/chains/community?limit=200`), 'chain')
    assert.not.match(JSON.stringify(items), /书面/, 'reasons stay outside the record')
  }),
)

seats('a representative elected to the committee keeps the one seat, and stays when the committee’s ends', () =>
  withSmallVillage(async (small) => {
    assert.equal(await elects(small, 'village-committee', '周一', 'deputy'), [
      'village-representatives deputy  representatives women women-representatives',
      'village-committee deputy  women',
      'two-committees member  women',
    ])
    const today = small.clock.today()
    const roll = await rollIn(await small.clerk(), small.path, 'village-representatives', today)
    assert.equal(roll, [10, { representatives: 8, women: 4, 'women-representatives': 4 }])
    const ended = await must(end(small, 'village-committee', ['周一'], 'recalled'), 'recall')
    assert.equal(endedBodies(ended), ['village-committee', 'two-committees'])
    assert.equal(await sitting(small, 'village-representatives', '周一'), [
      'representative',
      'representatives women women-representatives',
      null,
    ])
    // 张一 presides over both committees: as long as one seat runs, the union keeps him.
    const branchOnly = await must(end(small, 'village-committee', ['张一'], 'resigned'), 'resigns')
    assert.equal(endedBodies(branchOnly), ['village-representatives', 'village-committee'])
    assert.equal(await sitting(small, 'two-committees', '张一'), ['chair', '', null])
  }),
)

seats('a seat ends by its term in the course of the year, and the next begins that day', () =>
  withSmallVillage(async (small) => {
    const { path, clock } = small
    const until = '2026-06-01'
    await elects(small, 'village-representatives', '吴二', 'representative', { until })
    await elects(small, 'village-committee', '孙一', 'member', { until })
    const size = async (on: string) => (await rollIn(await small.clerk(), path, 'village-representatives', on))[0]
    assert.equal([await size('2026-05-31'), await size(until)], [12, 10])
    const over = await stopped(
      small,
      () =>
        fill(small, 'village-representatives', { members: [{ person: small.id('吴二'), office: 'representative' }] }),
      'seated_already',
    )
    assert.equal(over, { person: small.id('吴二'), body: 'village-representatives', from: '2026-03-02' })
    await elects(small, 'village-representatives', '吴二', 'representative', { from: until, cause: 'election' })
    assert.equal([await size('2026-05-31'), await size(until)], [12, 11])

    assert.equal((await sitting(small, 'village-committee', '孙一'))?.at(2), until)
    await clock.goTo('2026-05-31T23:00:00+08:00')
    assert.ok(await sitting(small, 'two-committees', '孙一'))
    const bodies = async () => {
      const { items } = await must((await small.clerk()).get(`${path}/bodies`), 'bodies')
      return (items as readonly { readonly kind: string; readonly seats: number }[]).find(
        ({ kind }) => kind === 'village-representatives',
      )?.seats
    }
    assert.is(await bodies(), 12)
    await clock.goTo('2026-06-01T00:30:00+08:00')
    assert.is(await sitting(small, 'two-committees', '孙一'), undefined)
    assert.is(await bodies(), 11)
    // The term of all who are left is over: one act ends it.
    const all = await must(
      end(small, 'village-representatives', ['张二', '王一', '赵一', '孙二', '周一', '周二', '吴一', '郑一'], 'term'),
      'term',
    )
    assert.is(endedBodies(all).length, 8)
    assert.is(await bodies(), 3)
  }),
)

seats('a seat that ends after the call names the meeting whose roll is to be amended', () =>
  withSmallVillage(async (small) => {
    const proposal = await acceptsRoad(small)
    const call = await callOf(small, [proposal], { ...branch, daysAhead: 3 })
    const { meeting } = await must((await small.clerk()).post(`${small.path}/meetings`, call), 'call')
    const ended = await must(
      end(small, 'party-committee', ['赵二'], 'resigned', '2026-03-05'),
      'from the meeting’s day on',
    )
    assert.equal(endedBodies(ended), ['party-committee', 'two-committees'])
    const due = { meeting, body: 'party-committee', on: '2026-03-05', person: small.id('赵二'), cause: 'seat-ended' }
    assert.equal(ended.amendmentsDue, [due])
    assert.equal(await sitting(small, 'party-assembly', '赵二'), ['member', '', null], 'a member of the Party still')
    // Ending on the day after the meeting would have left the roll as it is.
    const later = await must(end(small, 'party-committee', ['张一'], 'resigned', '2026-03-06'), 'later')
    assert.equal(later.amendmentsDue, [])
  }),
)

seats('who cannot take or lose a seat is refused by the reason, and nothing is written', () =>
  withSmallVillage(async (small) => {
    const { id, path } = small
    const one = (name: string, office: string, change: object = {}) => ({
      members: [{ person: id(name), office, ...change }],
    })
    const committee = 'village-committee'
    const fills = (body: string, input: object, code: string) => stopped(small, () => fill(small, body, input), code)

    assert.equal(await fills(committee, one('李一', 'deputy'), 'seated_already'), {
      person: id('李一'),
      body: committee,
      from: '2026-03-02',
    })
    assert.equal(await fills(committee, one('吴一', 'representative'), 'office_unknown'), {
      body: committee,
      offices: ['chair', 'deputy', 'member'],
    })
    assert.equal(await fills('two-committees', one('吴一', 'member'), 'office_unknown'), {
      body: 'two-committees',
      offices: [],
    })
    await fills('residents-council', one('吴一', 'member'), 'office_unknown')
    await fills(committee, one('吴一', 'member', { voting: false }), 'office_unknown')
    assert.equal(await fills('party-committee', one('郑二', 'member'), 'seat_contradicts'), {
      person: id('郑二'),
      body: 'party-assembly',
    })
    await fills('village-representatives', { members: [{ person: unknown, office: 'representative' }] }, 'not_found')
    await fills(committee, { ...one('吴一', 'member'), from: '2026-03-01' }, 'day_too_early')
    await fills(committee, { ...one('吴一', 'member'), from: '2027-03-04' }, 'day_too_far')
    assert.equal(await fills(committee, { ...one('吴一', 'member'), until: '2026-03-02' }, 'day_too_early'), {
      day: '2026-03-02',
      earliest: '2026-03-03',
    })
    await fills(committee, { ...one('吴一', 'member'), cause: 'import' }, 'input_invalid')
    await fills(
      committee,
      { members: [...one('吴一', 'member').members, ...one('吴一', 'chair').members] },
      'input_invalid',
    )
    await fills('orchard', one('吴一', 'member'), 'input_invalid')
    await must(leaves(await small.clerk(), path, id('周二'), 'moved', '2026-03-02'), 'leaves')
    assert.equal(await fills(committee, one('周二', 'member'), 'person_left_already'), { on: '2026-03-02' })
    const young = {
      household: small.household('1'),
      name: '张小一',
      sex: 'male',
      idNumber: idNumberOf('2008-04-01', 'male', 90),
      cause: 'moved-in',
      from: '2026-03-02',
    }
    const { person } = await must((await small.clerk()).post(`${path}/people`, young), 'joins')
    const elected = { members: [{ person, office: 'member' }] }
    assert.equal(await fills(committee, elected, 'not_of_age'), { person, on: '2026-04-01' })
    await must(fill(small, committee, { ...elected, from: '2026-04-01' }), 'from the birthday on')

    const endings = (body: string, names: readonly string[], cause: string, code: string, on?: string) =>
      stopped(small, () => end(small, body, names, cause, on), code)
    assert.equal(await endings('two-committees', ['李一'], 'resigned', 'seat_brought'), {
      body: 'two-committees',
      by: committee,
    })
    assert.equal(await endings('village-representatives', ['李一'], 'resigned', 'seat_brought'), {
      body: 'village-representatives',
      by: committee,
    })
    assert.equal(await endings('party-assembly', ['赵二'], 'resigned', 'seat_brought'), {
      body: 'party-assembly',
      by: 'party-committee',
    })
    await endings(committee, ['李一', '吴一'], 'resigned', 'not_found')
    await endings(committee, ['李一'], 'resigned', 'day_too_early', '2026-03-01')
    await endings(committee, ['李一'], 'resigned', 'day_too_far', '2028-01-01')
    await endings(committee, ['李一'], 'died', 'input_invalid')
    await endings(committee, ['李一'], 'absences', 'no_such_rule')

    const resident = await small.resident(id('李二'))
    const members = { cause: 'election', from: '2026-03-02', ...one('李二', 'member') }
    await stopped(small, () => resident.post(`${path}/bodies/${committee}/seats`, members), 'forbidden')
    const ending = { people: [id('李一')], cause: 'recalled', on: '2026-03-02' }
    await stopped(small, () => resident.post(`${path}/bodies/${committee}/seats/endings`, ending), 'forbidden')

    const other = await foundBare(small.world)
    await must(other.administrator.sendFile(`${other.path}/roster/imports`, smallRoster), 'their roster')
    stoppedWith(await other.administrator.post(`${other.path}/bodies/${committee}/seats`, members), 'not_found')
    stoppedWith(await other.administrator.post(`${other.path}/bodies/${committee}/seats/endings`, ending), 'not_found')
  }),
)

seats('of two clerks who seat the same person, or end the same seat, at once, one is refused', () =>
  withSmallVillage(async (small) => {
    const codes = async (attempts: readonly ReturnType<typeof fill>[]) =>
      (await Promise.all(attempts)).map(({ status, body }) => (status < 300 ? 'done' : body.code)).sort()
    const members = [{ person: small.id('吴二'), office: 'member' }]
    assert.equal(
      await codes([
        fill(small, 'supervision-committee', { members }),
        fill(small, 'supervision-committee', { members }),
      ]),
      ['done', 'seated_already'],
    )
    assert.is((await rollIn(await small.clerk(), small.path, 'supervision-committee', '2026-03-02'))[0], 1)
    await small.clock.pass(1)
    const ending = () => end(small, 'supervision-committee', ['吴二'], 'resigned')
    assert.equal(await codes([ending(), ending()]), ['done', 'not_found'])
  }),
)

seats.run()
