import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { within } from '../db/within.ts'
import { callerOf, signedIn } from '../src/demo/client.ts'
import { must } from '../src/demo/stage.ts'
import { rollOn } from '../src/services/rolls.ts'
import { acceptsRoad, branch, callOf, idOf } from './support/cases.ts'
import { asOwner, foundBare, wire } from './support/communities.ts'
import { stoppedWith } from './support/refusals.ts'
import {
  householdsIn,
  idNumberOf,
  idOfPerson,
  importsAsOf,
  leaves,
  lookedUp,
  namesIn,
  rollIn,
  rosterHeader,
  type Small,
  smallRoster,
  withSmallVillage,
} from './support/small-village.ts'
import { withServer } from './support/world.ts'

const rosters = suite('rosters over time')

const unknown = '01890a5d-ac96-774b-bcce-b302099a8057'

/** Everything that a change to the roster would touch. */
const standing = async ({ path, clerk }: Pick<Small, 'path' | 'clerk'>): Promise<unknown> => {
  const caller = await clerk()
  return [
    await must(caller.get(`${path}/people?limit=200`), 'people'),
    await must(caller.get(`${path}/households?limit=200`), 'households'),
    await must(caller.get(`${path}/bodies`), 'bodies'),
    await must(caller.get(`${path}/chains/community/head`), 'head'),
  ]
}

/** Tries what must be refused and must leave the roster and the record as they were. */
const stopped = async (small: Small, attempt: () => Promise<Parameters<typeof stoppedWith>[0]>, code: string) => {
  const before = await standing(small)
  const refusal = stoppedWith(await attempt(), code)
  assert.equal(await standing(small), before, `${code} left something behind`)
  return refusal
}

/** What the community's chain says of one kind, in order, with the day on which it happened. */
const saidOf = async ({ path, clerk }: Pick<Small, 'path' | 'clerk'>, ...kinds: readonly string[]) => {
  const { items } = await must((await clerk()).get(`${path}/chains/community?limit=200`), 'chain')
  return (items as readonly { readonly bytes: string }[])
    .map(({ bytes }) => JSON.parse(bytes) as { kind: string; occurredOn?: string; data: Record<string, unknown> })
    .filter(({ kind }) => kinds.includes(kind))
    .map(
      ({ kind, occurredOn, data }): Readonly<Record<string, unknown>> => ({
        kind,
        ...(occurredOn ? { occurredOn } : {}),
        ...data,
      }),
    )
}

const newcomer = (small: Pick<Small, 'household'>, change: object = {}) => ({
  household: small.household('5'),
  name: '钱一',
  sex: 'female',
  idNumber: idNumberOf('1985-06-01', 'female', 50),
  phone: '13900000000',
  part: '一组',
  cause: 'moved-in',
  from: '2026-03-02',
  ...change,
})

rosters('who was entitled on 1 March after a death, removals and two birthdays, worked out by hand', () =>
  withServer(async (world) => {
    const { path, administrator: admin, community } = await importsAsOf(world, '2026-01-10')
    const names = await namesIn(admin, path)
    const numbers = await householdsIn(admin, path)
    const id = (name: string) => lookedUp(names, name)
    const assembly = (on: string, mode = '') => rollIn(admin, path, 'village-assembly', on, mode)
    const byHouseholds = async (on: string) => (await assembly(on, '&mode=households'))[0]
    const representatives = (on: string) => rollIn(admin, path, 'village-representatives', on)

    assert.equal(await assembly('2026-01-09'), [0, {}], 'nobody is known to have been there before')
    // 18 people, two of them not of age.
    assert.equal(await assembly('2026-01-10'), [16, { women: 8 }])
    const seated = { representatives: 8, women: 4, 'women-representatives': 4 }
    assert.equal(await representatives('2026-01-10'), [10, seated])

    await must(leaves(admin, path, id('王一'), 'died', '2026-02-20'), 'death')
    await must(leaves(admin, path, id('孙一'), 'moved', '2026-02-28'), 'moving')
    await must(leaves(admin, path, id('孙二'), 'moved', '2026-03-01'), 'moving')
    const { household } = await must(admin.post(`${path}/households`, { number: '9' }), 'household')
    const joins = (name: string, n: number, sex: 'male' | 'female', from: string) =>
      must(
        admin.post(`${path}/people`, {
          ...newcomer({ household: () => String(household) }),
          name,
          sex,
          idNumber: idNumberOf('1985-06-01', sex, n),
          from,
        }),
        'joins',
      )
    await joins('钱一', 51, 'female', '2026-03-01')
    await joins('钱二', 52, 'male', '2026-03-02')
    for (const name of ['吴一', '吴二'])
      await must(
        admin.post(`${path}/people/${id(name)}/moves`, { household: numbers.get('6'), from: '2026-03-01' }),
        'moves',
      )

    // 王一 has died and 孙一 moved out that day.
    assert.equal(await assembly('2026-02-28'), [14, { women: 8 }])
    assert.is(await byHouseholds('2026-02-28'), 8)
    assert.equal(await representatives('2026-02-28'), [9, { ...seated, representatives: 7 }])
    // 李三 is eighteen that day, 孙二 has gone, 钱一 has come; household 5 is empty, 7 lives with 6, 9 is new.
    assert.equal(await assembly('2026-03-01'), [15, { women: 8 }])
    assert.is(await byHouseholds('2026-03-01'), 7)
    assert.equal(await representatives('2026-03-01'), [8, { representatives: 6, women: 3, 'women-representatives': 3 }])
    // 王三 is eighteen that day, and 钱二 has come.
    assert.equal(await assembly('2026-03-02'), [17, { women: 9 }])

    const back = await must(
      admin.post(`${path}/people`, {
        ...newcomer({ household: () => lookedUp(numbers, '5') }),
        name: '孙一',
        sex: 'male',
        idNumber: idOfPerson('孙一'),
        from: '2026-04-01',
      }),
      'back',
    )
    assert.equal([back.person, back.cause], [id('孙一'), 'returned'], 'the same person as before')
    assert.equal(await assembly('2026-03-31'), [17, { women: 9 }])
    assert.equal(await assembly('2026-04-01'), [18, { women: 9 }])
    assert.equal(await assembly('2026-03-01'), [15, { women: 8 }], 'what was stays')

    const roll = await must(admin.get(`${path}/bodies/village-representatives/roll?on=2026-03-01`), 'roll')
    const members = roll.members as readonly { readonly person: string; readonly name: string; groups: string[] }[]
    assert.equal(
      members.map(({ name }) => name).sort(),
      ['张一', '张二', '李一', '赵一', '周一', '周二', '吴一', '郑一'].sort(),
    )
    assert.equal(members.find(({ name }) => name === '张二')?.groups, [
      'representatives',
      'women',
      'women-representatives',
    ])
    const slips = await must(admin.post(`${path}/slips`, { people: [id('吴二')] }), 'slip')
    const [slip] = slips as unknown as readonly { readonly code: string }[]
    const resident = await signedIn(world.url, community, { slip: slip?.code ?? '' })
    const counts = await must(resident.get(`${path}/bodies/village-representatives/roll?on=2026-03-01`), 'counts')
    assert.equal(Object.keys(counts).sort(), ['body', 'entitled', 'groups', 'on'], 'names are the office’s to see')
    assert.is(counts.entitled, 8)
    const today = await must(resident.get(`${path}/bodies/village-assembly/roll`), 'today')
    assert.equal([today.on, today.mode, today.entitled], ['2026-03-02', 'persons', 17])

    for (const [body, query, code] of [
      ['residents-council', '', 'not_found'],
      ['orchard', '', 'input_invalid'],
      ['village-assembly', '?on=2026-02-30', 'input_invalid'],
      ['village-assembly', '?mode=area', 'input_invalid'],
    ] as const)
      stoppedWith(await admin.get(`${path}/bodies/${body}/roll${query}`), code)
    stoppedWith(await callerOf(world.url).get(`${path}/bodies/village-assembly/roll`), 'token_missing')
    const elsewhere = await foundBare(world)
    stoppedWith(await elsewhere.administrator.get(`${path}/bodies/village-assembly/roll`), 'token_invalid')
  }),
)

rosters('whoever is eighteen on the day of the meeting is on its roll, whoever is so the day after is not', () =>
  withSmallVillage(async ({ world, community, id }) => {
    const called = (sentOn: string, on: string) =>
      within(world.database.db, community, (tx) => rollOn(tx, community, { body: 'village-assembly' }, sentOn, on))
    const comes = async (on: string, name: string) =>
      (await called('2026-03-02', on)).some(({ person }) => person === id(name))
    await asOwner(world, community, async (sql) => {
      await sql`update person set birth = '2008-03-20' where id = ${id('李三')}`
      await sql`update person set birth = '2008-02-29' where id = ${id('王三')}`
    })
    assert.is(await comes('2026-03-19', '李三'), false)
    assert.is(await comes('2026-03-20', '李三'), true)
    // Born on 29 February: of age on the 28th of a common year.
    const onDay = async (on: string) => (await called('2026-03-02', on)).some(({ person }) => person === id('王三'))
    assert.is(await onDay('2026-02-27'), false)
    assert.is(await onDay('2026-02-28'), true)
  }),
)

rosters('a death after the call ends seats and sessions, and names the roll that is to be amended', () =>
  withSmallVillage(async (small) => {
    const { path, clock, id } = small
    const proposal = await acceptsRoad(small)
    const call = await callOf(small, [proposal], { ...branch, daysAhead: 4 })
    const { meeting } = await must((await small.clerk()).post(`${path}/meetings`, call), 'call')
    await clock.goTo('2026-03-04T09:00:00+08:00')
    const dying = await small.resident(id('赵二'))
    const slip = await small.slip(id('赵二'))

    // On Wednesday the clerk learns that he died on Monday.
    const done = await must(leaves(await small.clerk(), path, id('赵二'), 'died', '2026-03-03'), 'death')
    const ended = done.seatsEnded as readonly {
      readonly body: string
      readonly office: string
      readonly on: string
    }[]
    assert.equal(
      ended.map(({ body, office, on }) => [body, office, on]),
      [
        ['party-assembly', 'member', '2026-03-03'],
        ['party-committee', 'member', '2026-03-03'],
        ['two-committees', 'member', '2026-03-03'],
      ],
    )
    const due = [{ meeting, body: 'party-committee', on: '2026-03-06', person: id('赵二'), cause: 'died' }]
    assert.equal(done.amendmentsDue, due)
    const dues = async () => (await must((await small.clerk()).get(`${path}/dues/rolls`), 'dues')).items
    assert.equal(await dues(), due)
    assert.equal(await saidOf(small, 'person.left'), [
      { kind: 'person.left', occurredOn: '2026-03-03', person: id('赵二'), cause: 'died', on: '2026-03-03' },
    ])
    assert.equal(
      (await saidOf(small, 'seat.ended')).map(({ kind, cause, on, occurredOn }) => [kind, cause, on, occurredOn]),
      ended.map(() => ['seat.ended', 'died', '2026-03-03', '2026-03-03']),
    )
    stoppedWith(await dying.get(`${path}/proposals/${idOf(proposal)}`), 'session_ended')
    stoppedWith(await callerOf(small.url).post('/api/session', { community: small.community, slip }), 'sign_in_failed')
    stoppedWith(await (await small.clerk()).post(`${path}/slips`, { people: [id('赵二')] }), 'not_found')
    assert.equal(
      (await small.seats('party-committee')).map(({ name }) => name),
      ['张一'],
    )

    const amend = { cause: 'died', person: id('赵二'), reason: '去世' }
    await must((await small.clerk()).post(`${path}/meetings/${String(meeting)}/roll/amendments`, amend), 'amend')
    assert.equal(await dues(), [])
    const twice = await stopped(
      small,
      async () => leaves(await small.clerk(), path, id('赵二'), 'died', '2026-03-04'),
      'person_left_already',
    )
    assert.equal(twice.facts, { on: '2026-03-03' })
  }),
)

rosters('a day that cannot be, a person who is not there and a role that may not are refused and leave nothing', () =>
  withSmallVillage(async (small) => {
    const { path, id, household } = small
    const clerk = await small.clerk()
    const leaving = (person: string, cause: string, on: string) => () => leaves(clerk, path, person, cause, on)
    for (const [attempt, code, facts] of [
      [leaving(id('王一'), 'died', '2026-03-01'), 'day_too_early', { day: '2026-03-01', earliest: '2026-03-02' }],
      [leaving(id('王一'), 'died', '2026-03-03'), 'day_in_future', { day: '2026-03-03', today: '2026-03-02' }],
      [leaving(id('王一'), 'moved', '2027-03-04'), 'day_too_far', { day: '2027-03-04', latest: '2027-03-03' }],
      [leaving(unknown, 'moved', '2026-03-02'), 'not_found', { what: 'person' }],
    ] as const)
      assert.equal((await stopped(small, attempt, code)).facts, facts)
    await stopped(small, leaving(id('王一'), 'vanished', '2026-03-02'), 'input_invalid')

    const moving = (person: string, to: string, from: string) => () =>
      clerk.post(`${path}/people/${person}/moves`, { household: to, from })
    await stopped(small, moving(id('王一'), household('3'), '2026-03-02'), 'in_household_already')
    await stopped(small, moving(id('王一'), household('4'), '2026-03-01'), 'day_too_early')
    await stopped(small, moving(id('王一'), unknown, '2026-03-02'), 'not_found')
    await stopped(small, moving(unknown, household('4'), '2026-03-02'), 'not_found')

    const joining =
      (change: object, caller = clerk) =>
      () =>
        caller.post(`${path}/people`, newcomer(small, change))
    const taken = await stopped(
      small,
      joining({ idNumber: idOfPerson('赵二'), sex: 'male' }),
      'person_on_roster_already',
    )
    assert.equal(taken.facts, { person: id('赵二') })
    await stopped(small, joining({ household: unknown }), 'not_found')
    await stopped(small, joining({ from: '1985-05-31' }), 'day_too_early')
    await stopped(small, joining({ from: '2027-03-04' }), 'day_too_far')
    assert.equal((await stopped(small, joining({ cause: 'returned' }), 'not_found')).facts, { what: 'person' })
    await stopped(small, joining({ cause: 'adopted' }), 'input_invalid')
    const faulty = await stopped(
      small,
      joining({ name: '钱', sex: 'male', phone: '12', idNumber: idNumberOf('1985-06-01', 'female', 50) }),
      'person_faulty',
    )
    assert.equal(
      (faulty.facts.faults as readonly { readonly fault: string }[]).map(({ fault }) => fault),
      ['name_not_a_name', 'phone_invalid', 'id_sex_mismatch'],
    )
    const wrong = `${idNumberOf('1985-06-01', 'female', 50).slice(0, 17)}Y`
    assert.not.match(JSON.stringify(await stopped(small, joining({ idNumber: wrong }), 'person_faulty')), wrong)
    await stopped(small, joining({ idNumber: '' }), 'person_faulty')
    const number = await stopped(
      small,
      () => clerk.post(`${path}/households`, { number: ' 5 ' }),
      'household_number_taken',
    )
    assert.equal(number.facts, { household: household('5') })
    await stopped(small, () => clerk.post(`${path}/households`, { number: '' }), 'person_faulty')

    const resident = await small.resident(id('王二'))
    const supervisor = await signedIn(small.url, small.community, {
      login: 'xiaoshi-supervisor',
      password: 'demo-xiaoshi-supervisor-2026',
    })
    for (const caller of [resident, supervisor]) {
      await stopped(small, joining({}, caller), 'forbidden')
      await stopped(small, () => leaves(caller, path, id('王一'), 'died', '2026-03-02'), 'forbidden')
      await stopped(
        small,
        () => caller.post(`${path}/people/${id('王一')}/moves`, { household: household('4'), from: '2026-03-02' }),
        'forbidden',
      )
      await stopped(small, () => caller.post(`${path}/people/${id('王一')}/corrections`, { part: '二组' }), 'forbidden')
      await stopped(small, () => caller.post(`${path}/households`, { number: '9' }), 'forbidden')
    }
    stoppedWith(await resident.get(`${path}/households`), 'forbidden')
    stoppedWith(await resident.get(`${path}/dues/rolls`), 'forbidden')
    await must(supervisor.get(`${path}/households`), 'the supervision committee reads')

    // Whoever clerks another place knows nobody here, and cannot ask in our name.
    const other = await foundBare(small.world)
    await must(other.administrator.sendFile(`${other.path}/roster/imports`, smallRoster), 'their roster')
    for (const [path, body] of [
      [`people/${id('王一')}/leaving`, { cause: 'moved', on: '2026-03-02' }],
      [`people/${id('王一')}/moves`, { household: household('4'), from: '2026-03-02' }],
      [`people/${id('王一')}/corrections`, { part: '二组' }],
      ['people', newcomer(small)],
    ] as const) {
      stoppedWith(await other.administrator.post(`${other.path}/${path}`, body), 'not_found')
      await stopped(small, () => other.administrator.post(`${small.path}/${path}`, body), 'token_invalid')
    }
  }),
)

rosters('of two clerks who enter the same newcomer, household or death at once, one is told of the other', () =>
  withSmallVillage(async (small) => {
    const { path, id } = small
    const clerks = [
      await small.clerk(),
      await signedIn(small.url, small.community, { login: 'xiaoshi-admin', password: 'demo-xiaoshi-admin-2026' }),
    ]
    const both = async (path: string, body: object): Promise<readonly unknown[]> => {
      const answers = await Promise.all(clerks.map((clerk) => clerk.post(path, body)))
      return answers.map(({ status, body }) => (status < 300 ? 'done' : body.code)).sort()
    }
    assert.equal(await both(`${path}/people`, newcomer(small)), ['done', 'person_on_roster_already'])
    assert.equal(await both(`${path}/households`, { number: '9' }), ['done', 'household_number_taken'])
    const gone = { cause: 'moved', on: '2026-03-02' }
    assert.equal(await both(`${path}/people/${id('孙二')}/leaving`, gone), ['done', 'person_left_already'])
    assert.is((await saidOf(small, 'person.joined', 'person.left')).length, 2)
    const [first] = clerks
    const again = await first?.post(`${path}/people/${id('孙一')}/leaving`, gone, 'one-key')
    const retried = await first?.post(`${path}/people/${id('孙一')}/leaving`, gone, 'one-key')
    assert.equal(retried, again, 'a retry under the same key gets the same answer')
  }),
)

rosters('a person may come back, but not from the dead; a death entered by mistake is put right as such', () =>
  withSmallVillage(async (small) => {
    const { path, id, household, clock } = small
    const joins = async (name: string, change: object) =>
      (await small.clerk()).post(`${path}/people`, newcomer(small, { name, idNumber: idOfPerson(name), ...change }))
    await must(leaves(await small.clerk(), path, id('周一'), 'moved', '2026-03-02'), 'leaves')
    await must(leaves(await small.clerk(), path, id('王二'), 'died', '2026-03-02'), 'dies')
    await clock.pass(7)
    const dead = await stopped(small, () => joins('王二', { from: '2026-03-05' }), 'person_died')
    assert.equal(dead.facts, { person: id('王二'), on: '2026-03-02' })
    await stopped(small, () => joins('王二', { from: '2026-03-05', cause: 'returned' }), 'person_died')
    await must(joins('王二', { cause: 'other', household: household('3'), from: '2026-03-02' }), 'mistaken')
    assert.is(
      (await rollIn(await small.clerk(), path, 'village-assembly', '2026-03-02'))[0],
      17,
      'all of age by now, 周一 gone',
    )

    await stopped(small, () => joins('周一', { from: '2026-03-01' }), 'person_on_roster_already')
    const back = await must(joins('周一', { from: '2026-03-09', cause: 'returned' }), 'back')
    assert.is(back.person, id('周一'))
    assert.equal(
      (await small.seats('village-representatives')).some(({ person }) => person === id('周一')),
      false,
      'the seat does not come back',
    )
    const resident = await small.resident(id('周一'))
    await must(resident.get(`${path}/bodies`), 'signs in again')
    assert.equal(
      (await saidOf(small, 'person.joined')).map(({ cause, from, occurredOn }) => [cause, from, occurredOn]),
      [
        ['other', '2026-03-02', '2026-03-02'],
        ['returned', '2026-03-09', undefined],
      ],
    )
    // Nothing of names, numbers or telephones stands in the record.
    const { items } = await must((await small.clerk()).get(`${path}/chains/community?limit=200`), 'chain')
    assert.not.match(JSON.stringify(items), /周一|王二|13900000000|9901291985/)
  }),
)

rosters('a leaving that lies ahead ends the account when it comes, and can be brought forward', () =>
  withSmallVillage(async (small) => {
    const { path, id, clock } = small
    const done = await must(leaves(await small.clerk(), path, id('孙二'), 'moved', '2026-04-01'), 'leaves')
    assert.equal(
      (done.seatsEnded as readonly { readonly on: string }[]).map(({ on }) => on),
      ['2026-04-01'],
    )
    const seated = async () =>
      (await small.seats('village-representatives')).some(({ person }) => person === id('孙二'))
    assert.is(await seated(), true)
    await must((await small.resident(id('孙二'))).get(`${path}/bodies`), 'still here')
    await stopped(
      small,
      async () => leaves(await small.clerk(), path, id('孙二'), 'moved', '2026-05-01'),
      'person_left_already',
    )
    const sooner = await must(leaves(await small.clerk(), path, id('孙二'), 'moved', '2026-03-20'), 'sooner')
    assert.equal(
      (sooner.seatsEnded as readonly { readonly on: string }[]).map(({ on }) => on),
      ['2026-03-20'],
    )
    const slip = await small.slip(id('孙二'))
    assert.is((await rollIn(await small.clerk(), path, 'village-assembly', '2026-03-19'))[0], 18)
    assert.is((await rollIn(await small.clerk(), path, 'village-assembly', '2026-03-20'))[0], 17)
    await clock.goTo('2026-03-20T08:00:00+08:00')
    stoppedWith(await callerOf(small.url).post('/api/session', { community: small.community, slip }), 'sign_in_failed')
    assert.is(await seated(), false)
    stoppedWith(await (await small.clerk()).post(`${path}/slips`, { people: [id('孙二')] }), 'not_found')
    await stopped(
      small,
      async () => leaves(await small.clerk(), path, id('孙二'), 'died', '2026-03-20'),
      'person_left_already',
    )
  }),
)

rosters('a death before a move that was planned undoes the move; whoever comes back then moves like anybody', () =>
  withSmallVillage(async (small) => {
    const { path, id, household } = small
    const clerk = await small.clerk()
    const moves = (to: string, from: string) =>
      clerk.post(`${path}/people/${id('吴二')}/moves`, { household: household(to), from })
    const byHouseholds = async (on: string) =>
      (await rollIn(clerk, path, 'village-assembly', on, '&mode=households'))[0]
    await must(leaves(clerk, path, id('吴一'), 'moved', '2026-03-02'), 'leaves')
    await must(moves('8', '2026-06-01'), 'plans')
    assert.equal([await byHouseholds('2026-05-31'), await byHouseholds('2026-06-01')], [8, 7])
    await must(leaves(clerk, path, id('吴二'), 'moved', '2026-04-01'), 'leaves before')
    assert.equal([await byHouseholds('2026-03-31'), await byHouseholds('2026-04-01')], [8, 7])
    const again = { name: '吴二', idNumber: idOfPerson('吴二'), household: household('8'), from: '2026-05-01' }
    await must(clerk.post(`${path}/people`, newcomer(small, again)), 'returns')
    await stopped(small, () => moves('8', '2026-05-10'), 'in_household_already')
    await stopped(small, () => moves('7', '2026-04-30'), 'day_too_early')
    await must(moves('7', '2026-05-10'), 'moves')
    assert.equal([await byHouseholds('2026-05-09'), await byHouseholds('2026-05-10')], [7, 8])
    assert.is((await rollIn(clerk, path, 'village-assembly', '2026-05-10'))[0], 17)
  }),
)

rosters('whoever leaves loses what roles the account had; the last administrator appoints another first', () =>
  withSmallVillage(async (small) => {
    const { path, id, url, community } = small
    const credentials = { login: 'wu', password: 'demo-xiaoshi-wu-2026' }
    const founding = { login: 'xiaoshi-admin', password: 'demo-xiaoshi-admin-2026' }
    const founder = await signedIn(url, community, founding)
    const { account } = await must(
      founder.post(`${path}/accounts`, { ...credentials, role: 'administrator', person: id('吴一') }),
      'account',
    )
    const own = await must(callerOf(url).post('/api/session', { community, ...founding }), 'sign in')
    const withdrawn = await wire(url, `${path}/accounts/${String(own.account)}/roles/administrator`, {
      method: 'DELETE',
      token: String(own.token),
    })
    assert.is(withdrawn.status, 200)
    const administrator = await signedIn(url, community, credentials)
    const leaving = async (cause: string) => leaves(await small.clerk(), path, id('吴一'), cause, '2026-03-02')
    await stopped(small, () => leaving('moved'), 'last_administrator')
    await must(leaving('died'), 'the dead appoint nobody')
    stoppedWith(await administrator.get(`${path}/people`), 'session_ended')
    stoppedWith(await callerOf(url).post('/api/session', { community, ...credentials }), 'sign_in_failed')
    assert.equal((await saidOf(small, 'role.ended')).at(-1), { kind: 'role.ended', account, role: 'administrator' })
  }),
)

rosters('a correction of the ID number brings birth and sex along and restates the seats; what is frozen stays', () =>
  withSmallVillage(async (small) => {
    const { path, id } = small
    const clerk = await small.clerk()
    const corrects = (name: string, change: object) => clerk.post(`${path}/people/${id(name)}/corrections`, change)
    const before = await rollIn(clerk, path, 'village-representatives', '2026-03-02')
    assert.equal(before, [10, { representatives: 8, women: 4, 'women-representatives': 4 }])
    const idNumber = idNumberOf('2008-03-03', 'male', 60)
    await stopped(small, () => corrects('张二', { idNumber }), 'input_invalid')
    await stopped(small, () => corrects('张二', {}), 'person_unchanged')
    await stopped(small, () => corrects('张二', { name: ' 张二 ', phone: '', part: '一组' }), 'person_unchanged')
    const reason = '身份证号录错'
    const taken = await stopped(
      small,
      () => corrects('张二', { idNumber: idOfPerson('张一'), reason }),
      'id_number_taken',
    )
    assert.equal(taken.facts, { person: id('张一') })
    await stopped(small, () => corrects('张二', { idNumber: '123', reason }), 'person_faulty')

    const done = await must(corrects('张二', { idNumber, reason }), 'corrects')
    assert.equal(done.fields, ['id-number', 'birth', 'sex'])
    assert.equal(await rollIn(clerk, path, 'village-representatives', '2026-03-02'), [
      10,
      { representatives: 8, women: 3, 'women-representatives': 3 },
    ])
    assert.is((await rollIn(clerk, path, 'village-assembly', '2026-03-02'))[0], 17, 'not yet of age')
    assert.is((await rollIn(clerk, path, 'village-assembly', '2026-03-03'))[0], 18)
    const said = await saidOf(small, 'person.corrected', 'seat.ended', 'seats.filled')
    assert.equal(
      said.slice(-3).map(({ kind, cause }) => [kind, cause]),
      [
        ['person.corrected', undefined],
        ['seat.ended', 'restated'],
        ['seats.filled', 'restated'],
      ],
    )
    assert.not.match(JSON.stringify(said), /录错/)
    const renamed = await must(corrects('王二', { name: '王二妹', phone: '139 0000 1111', part: '二组' }), 'renames')
    assert.equal(renamed.fields, ['name', 'phone', 'part'])
    const { items } = await must(clerk.get(`${path}/people?limit=200`), 'people')
    const shown = (items as readonly Record<string, unknown>[]).find((row) => row.id === id('王二'))
    assert.equal([shown?.name, shown?.phone, shown?.part], ['王二妹', '13900001111', '二组'])
    await must(corrects('王二', { phone: '' }), 'no telephone any more')
  }),
)

rosters('a roster begins on an earlier day; a row left out joins later; a file with nobody on it is refused', () =>
  withServer(async (world) => {
    const bare = await foundBare(world)
    const { path, administrator: admin } = bare
    const imports = `${path}/roster/imports`
    const empty = new TextEncoder().encode(`${rosterHeader}\n`)
    for (const query of ['', '?preview=true'])
      stoppedWith(await admin.sendFile(`${imports}${query}`, empty), 'roster_empty')
    const nobody = new TextEncoder().encode(`${rosterHeader}\n1,钱一,女,990129198506010000,,一组,\n`)
    stoppedWith(await admin.sendFile(`${imports}?leaveFaulty=true`, nobody), 'roster_empty')
    const newborn = newcomer({ household: () => unknown })
    stoppedWith(await admin.post(`${path}/people`, newborn), 'roster_not_imported')
    stoppedWith(await admin.sendFile(`${imports}?asOf=2026-03-03`, smallRoster), 'day_in_future')
    stoppedWith(await admin.sendFile(`${imports}?asOf=yesterday`, smallRoster), 'input_invalid')

    const faulty = new TextDecoder().decode(smallRoster).replace(idOfPerson('吴二'), '990129197305010000')
    const file = new TextEncoder().encode(`${faulty}\n9,钱二,男,${idNumberOf('2026-02-01', 'male', 70)},,一组,`)
    const done = await must(admin.sendFile(`${imports}?asOf=2025-11-01&leaveFaulty=true`, file), 'import')
    assert.equal([done.people, done.left], [18, [17]])
    assert.equal(await rollIn(admin, path, 'village-representatives', '2025-10-31'), [0, {}])
    assert.is((await rollIn(admin, path, 'village-representatives', '2025-11-01'))[0], 10)
    const { items } = await must(admin.get(`${path}/people?limit=200`), 'people')
    const joined = (items as readonly { readonly name: string; readonly joinedOn: string }[]).map(
      ({ name, joinedOn }) => [name, joinedOn] as const,
    )
    assert.equal(new Map(joined).get('钱二'), '2026-02-01', 'born since')
    assert.equal(new Map(joined).get('张一'), '2025-11-01')
    const left = {
      ...newcomer({ household: () => '' }),
      household: lookedUp(await householdsIn(admin, path), '7'),
      name: '吴二',
      idNumber: idOfPerson('吴二'),
      cause: 'left-out',
      from: '2025-11-01',
    }
    assert.is((await must(admin.post(`${path}/people`, left), 'joins')).cause, 'left-out')
    assert.is((await rollIn(admin, path, 'village-assembly', '2025-11-01'))[0], 16)
    const said = await saidOf({ path, clerk: async () => admin }, 'roster.imported')
    assert.equal(
      said.map(({ asOf }) => asOf),
      ['2025-11-01'],
    )
  }),
)

rosters.run()
