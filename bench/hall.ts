import { createHash, randomUUID } from 'node:crypto'
import { attend, must, type Scene, vote } from '../src/demo/stage.ts'
import type { Actor } from '../src/services/act.ts'
import { acceptsRoad, idOf } from '../test/support/cases.ts'
import { behind, putsQuestion } from '../test/support/voters.ts'
import { type World, withVillage } from '../test/support/world.ts'

/** A village assembly in session: several proposals on its agenda, everybody present, a session for each voter. */
export type Assembly = {
  readonly scene: Scene
  readonly world: World
  readonly voters: readonly Actor[]
  /** Puts the next proposal's question; answers the ballot. */
  readonly putsNext: () => Promise<{ readonly ballot: string; readonly proposal: string }>
}

/** A UUID that pgbench works out as well. */
const uuidOf = (text: string): string => {
  const hex = createHash('md5').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

/** Villagers beyond those of the roster, each with an account and a session: by SQL, since nobody signs in thousands by hand. */
const settle = async (scene: Scene, world: World, many: number): Promise<readonly Actor[]> => {
  const { community } = scene
  const rows = Array.from({ length: many }, (_, n) => ({
    n,
    person: randomUUID(),
    household: randomUUID(),
    account: uuidOf(`account ${n}`),
    session: uuidOf(`session ${n}`),
    name: n.toString(16).padStart(64, '0'),
  }))
  await behind(world, scene, async (sql) => {
    const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
        as r(n int, person uuid, household uuid, account uuid, session uuid, name text)`
    await sql`insert into disclosure (community, commitment, salt, text)
        select ${community}::uuid, name, decode(repeat('00', 16), 'hex'), '村民' || n from ${given}`
    await sql`insert into household (community, id, number) select ${community}::uuid, household, 'bench ' || n from ${given}`
    await sql`
        insert into person (community, id, household, name, sex, birth, part, id_hash, id_sealed, id_last_four, joined_on)
        select ${community}::uuid, person, household, name, 'female', '1980-01-01', '第一组', name, decode(repeat('00', 32), 'hex'), '0000', '2020-01-01'
        from ${given}`
    await sql`insert into residence (community, id, person, household, starts_on)
        select ${community}::uuid, person, person, household, '2020-01-01' from ${given}`
    await sql`insert into account (community, id, person, created_at) select ${community}::uuid, account, person, now() from ${given}`
    await sql`insert into session (community, id, account, started_at, expires_at)
        select ${community}::uuid, session, account, now(), now() + interval '10 years' from ${given}`
  })
  return rows.map(({ account, session }) => ({ community, account, session }))
}

type Call = {
  readonly body: string
  readonly convenedBy: string
  readonly daysAhead: number
  readonly mode?: 'persons'
}

/** Calls a body for several proposals and goes to the day. */
const callsFor = async (scene: Scene, proposals: readonly string[], { daysAhead, ...call }: Call): Promise<string> => {
  const [presider] = await scene.seats(call.mode ? 'village-committee' : call.body)
  const day = scene.clock.ahead(daysAhead)
  const called = await must(
    (await scene.clerk()).post(`${scene.path}/meetings`, {
      ...call,
      at: day,
      presider: presider?.person,
      place: '村委会院内',
      written: true,
      posted: true,
      agenda: proposals.map(idOf),
    }),
    'convene',
  )
  await scene.clock.goTo(day)
  return `${scene.path}/meetings/${String(called.meeting)}`
}

const decides = { decides: 'persons' }

/** Lends an assembly of so many voters that has so many proposals to decide, each reviewed three times as the procedure asks. */
export const withAssembly = (
  size: { readonly voters: number; readonly proposals: number },
  tell: (line: string) => void,
  use: (assembly: Assembly) => Promise<void>,
): Promise<void> =>
  withVillage(async (scene, world) => {
    const proposals: string[] = []
    while (proposals.length < size.proposals) proposals.push(await acceptsRoad(scene, decides))
    tell(`${proposals.length} proposals accepted`)
    for (const body of ['party-committee', 'two-committees', 'party-assembly']) {
      const meeting = await callsFor(scene, proposals, { body, convenedBy: 'party-committee', daysAhead: 3 })
      const people = (await scene.seats(body)).map(({ person }) => person)
      await attend(scene, meeting, people)
      for (const proposal of proposals) await vote(scene, proposal, meeting, { yes: people })
      tell(`reviewed by ${body}`)
    }
    const voters = await settle(scene, world, size.voters)
    const meeting = await callsFor(scene, proposals, {
      body: 'village-assembly',
      mode: 'persons',
      convenedBy: 'village-committee',
      daysAhead: 10,
    })
    const roll = await behind(
      world,
      scene,
      (sql) => sql<{ person: string }[]>`
        select e.person from roll_entry e join roll r on (r.community, r.id) = (e.community, e.roll)
        where r.meeting = ${idOf(meeting)}`,
    )
    await attend(
      scene,
      meeting,
      roll.map(({ person }) => person),
    )
    tell(`the assembly meets: ${roll.length} present`)
    const putsNext = async () => {
      const proposal = proposals.shift()
      if (proposal === undefined) throw new Error('the agenda is through')
      const question = { ballot: idOf(await putsQuestion(scene, { proposal, meeting })), proposal: idOf(proposal) }
      // As the database does of itself once it finds the time: without, it plans by tables that were empty a moment ago.
      await world.database.ownerSql`analyze`
      return question
    }
    await use({ scene, world, voters, putsNext })
  })
