import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Answer, type Caller, callerOf, signedIn } from '../src/demo/client.ts'
import { must, passwordOf } from '../src/demo/stage.ts'
import { stoppedWith } from './support/refusals.ts'
import { fixture, type World, withServer } from './support/world.ts'

const roster = suite('importing a roster')

const village = fixture('roster-village.csv')
const faulty = fixture('roster-faulty.csv')
const { faults: expected } = JSON.parse(new TextDecoder().decode(fixture('roster-faulty.expected.json'))) as {
  readonly faults: readonly { readonly row: number; readonly fault: string }[]
}
const faultyRows = expected.map(({ row }) => row)

/** A village founded without a roster, with somebody for each role. */
interface Founded {
  readonly path: string
  readonly imports: string
  readonly as: (login: string) => Promise<Caller>
}

const found = async ({ url, setupToken }: World, name: string): Promise<Founded> => {
  const password = passwordOf(name)
  const founding = { setupToken, sort: 'village', name, administrator: { login: 'admin', password } }
  const { community } = await must(callerOf(url).post('/api/communities', founding), 'found')
  const as = (login: string) => signedIn(url, String(community), { login, password })
  const path = `/api/communities/${String(community)}`
  const administrator = await as('admin')
  for (const account of [
    { login: 'clerk', role: 'clerk' },
    { login: 'supervisor', role: 'supervisor' },
    { login: 'law', role: 'expert', discipline: 'law' },
  ])
    await must(administrator.post(`${path}/accounts`, { ...account, password }), 'account')
  return { path, imports: `${path}/roster/imports`, as }
}

/** Everything that an import would write, as the administrator sees it. */
const standing = async ({ path, as }: Founded): Promise<unknown> => {
  const administrator = await as('admin')
  return [
    await must(administrator.get(`${path}/people`), 'people'),
    await must(administrator.get(`${path}/bodies`), 'bodies'),
    await must(administrator.get(`${path}/chains/community/head`), 'head'),
  ]
}

/** Tries what must be refused and must write nothing. */
const stopped = async (place: Founded, attempt: () => Promise<Answer>, code: string) => {
  const before = await standing(place)
  const refusal = stoppedWith(await attempt(), code)
  assert.equal(await standing(place), before, `${code} left something behind`)
  return refusal
}

roster('a preview says what would come and writes nothing; only the file that was seen is imported, once', () =>
  withServer(async (world) => {
    const place = await found(world, '石桥村')
    const clerk = await place.as('clerk')
    const before = await standing(place)
    const preview = await must(clerk.sendFile(`${place.imports}?preview=true`, village), 'preview')
    assert.equal(await standing(place), before)
    assert.equal([preview.encoding, preview.faults], ['UTF-8', []])
    const counts = preview.counts as Readonly<Record<string, number>>
    assert.equal([counts.people, counts.households, counts.faulty], [363, 100, 0])
    const bodies = preview.bodies as readonly {
      readonly kind: string
      readonly members: number
      readonly groups: object
    }[]
    assert.equal(
      bodies.find(({ kind }) => kind === 'village-representatives'),
      {
        kind: 'village-representatives',
        members: 36,
        groups: { representatives: 29, women: 15, 'women-representatives': 12 },
      },
    )

    const digest = String(preview.digest)
    const other = await stopped(
      place,
      () => clerk.sendFile(`${place.imports}?digest=${digest}`, faulty),
      'roster_changed_since_preview',
    )
    assert.equal(other.facts, {})
    await stopped(place, () => clerk.sendFile(`${place.imports}?digest=abc`, village), 'input_invalid')
    const done = await must(clerk.sendFile(`${place.imports}?digest=${digest}`, village), 'import')
    assert.equal([done.people, done.households, done.left, done.digest], [363, 100, [], digest])
    const seated = await must(clerk.get(`${place.path}/bodies`), 'bodies')
    const party = (
      seated.items as readonly { readonly kind: string; readonly seats: number; readonly voting: number }[]
    )
      .filter(({ kind }) => kind === 'party-assembly')
      .map(({ seats, voting }) => [seats, voting])
    assert.equal(party, [[38, 36]], 'probationary members sit without a vote')

    for (const query of ['', `?digest=${digest}`, '?leaveFaulty=true'])
      await stopped(place, () => clerk.sendFile(`${place.imports}${query}`, village), 'roster_imported_already')
    await stopped(place, () => clerk.sendFile(`${place.imports}?leaveFaulty=true`, faulty), 'roster_imported_already')
  }),
)

roster('faulty rows stay out, and only once that is confirmed; each is named by its row', () =>
  withServer(async (world) => {
    const place = await found(world, '石桥村')
    const clerk = await place.as('clerk')
    const preview = await must(clerk.sendFile(`${place.imports}?preview=true`, faulty), 'preview')
    assert.equal(
      (preview.faults as typeof expected).map(({ row, fault }) => ({ row, fault })),
      expected,
    )
    const unconfirmed = await stopped(place, () => clerk.sendFile(place.imports, faulty), 'roster_unconfirmed')
    assert.equal(unconfirmed.facts, { faulty: faultyRows })
    await stopped(place, () => clerk.sendFile(`${place.imports}?leaveFaulty=yes`, faulty), 'input_invalid')

    const confirmed = `${place.imports}?leaveFaulty=true&digest=${String(preview.digest)}`
    const done = await must(clerk.sendFile(confirmed, faulty), 'import')
    assert.equal([done.people, done.left], [40 - faultyRows.length, faultyRows])
    const { items } = await must(clerk.get(`${place.path}/people?limit=200`), 'people')
    const people = items as readonly { readonly name: string; readonly idLastFour: string }[]
    assert.is(people.length, 40 - faultyRows.length)
    assert.ok(
      people.some(({ name }) => name === '卢辉刚'),
      'unseen spaces round a name are cleaned',
    )
    assert.ok(!people.some(({ name }) => name.startsWith('=') || name.includes('\u202e')))
  }),
)

roster('residents, supervisors, experts and strangers import nothing', () =>
  withServer(async (world) => {
    const place = await found(world, '石桥村')
    for (const login of ['supervisor', 'law']) {
      const caller = await place.as(login)
      for (const query of ['', '?preview=true']) {
        const refusal = await stopped(place, () => caller.sendFile(`${place.imports}${query}`, village), 'forbidden')
        assert.equal(refusal.facts, { needs: ['clerk', 'administrator'] })
      }
    }
    await stopped(place, () => callerOf(world.url).sendFile(place.imports, village), 'token_missing')
    const elsewhere = await found(world, '柳河村')
    const theirClerk = await elsewhere.as('clerk')
    await stopped(place, () => theirClerk.sendFile(place.imports, village), 'token_invalid')

    const administrator = await place.as('admin')
    await must(administrator.sendFile(place.imports, village), 'by the administrator')
    const [resident] = (await must(administrator.get(`${place.path}/people?limit=1`), 'people')).items as readonly {
      readonly id: string
    }[]
    const slips = await must(administrator.post(`${place.path}/slips`, { people: [resident?.id] }), 'slip')
    const [slip] = slips as unknown as readonly { readonly code: string }[]
    const community = place.path.slice(place.path.lastIndexOf('/') + 1)
    const phone = await signedIn(world.url, community, { slip: slip?.code ?? '' })
    await stopped(place, () => phone.sendFile(`${place.imports}?preview=true`, village), 'forbidden')
    await must((await elsewhere.as('clerk')).sendFile(elsewhere.imports, village), 'the other village has its own')
  }),
)

roster('of two imports at once one is made', () =>
  withServer(async (world) => {
    const place = await found(world, '石桥村')
    const clerks = [await place.as('clerk'), await place.as('admin')]
    const answers = await Promise.all(clerks.map((clerk) => clerk.sendFile(place.imports, village)))
    assert.equal(answers.map(({ status }) => status).sort(), [200, 409])
    const late = answers.find(({ status }) => status === 409)
    assert.is(late?.body.code, 'roster_imported_already')
    const administrator = await place.as('admin')
    const { items } = await must(administrator.get(`${place.path}/bodies`), 'bodies')
    const representatives = (items as readonly { readonly kind: string; readonly seats: number }[])
      .filter(({ kind }) => kind === 'village-representatives')
      .map(({ seats }) => seats)
    assert.equal(representatives, [36])
    const entries = await must(administrator.get(`${place.path}/chains/community`), 'chain')
    const imported = (entries.items as readonly { readonly bytes: string }[]).filter(({ bytes }) =>
      bytes.includes('"roster.imported"'),
    )
    assert.is(imported.length, 1)
  }),
)

roster('what is no roster is refused by its own reason', () =>
  withServer(async (world) => {
    const place = await found(world, '石桥村')
    const clerk = await place.as('clerk')
    const header = '户号,姓名,性别,身份证号,手机号,组别,身份\n'
    for (const [text, code] of [
      ['', 'roster_header_missing'],
      ['甲,乙,丙\n1,2,3\n', 'roster_header_missing'],
      ['户号,姓名,身份证号\n1,张三,990129197008246750\n', 'roster_columns_missing'],
      [header.replace('组别', '姓名'), 'roster_column_twice'],
      [`${header}1,"张三,男,990129197008246750,,第一组,\n`, 'roster_malformed'],
      [`PK\u0003\u0004${header}`, 'roster_is_xlsx'],
    ] as const) {
      const file = new TextEncoder().encode(text)
      await stopped(place, () => clerk.sendFile(`${place.imports}?preview=true`, file), code)
      await stopped(place, () => clerk.sendFile(place.imports, file), code)
    }
  }),
)

roster.run()
