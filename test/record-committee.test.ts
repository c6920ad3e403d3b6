import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { newKeys, publicJwks, readKeys } from '../src/identity/keys.ts'
import { exportRecord } from '../src/services/exports.ts'
import { amendRoll } from '../src/services/roll-amendments.ts'
import { endSeats, fillSeats } from '../src/services/seats.ts'
import { Committee } from './support/committee.ts'
import { type Village, value, withVillageServices } from './support/engine.ts'
import { check, forged } from './support/played-record.ts'

const record = suite('a record that somebody with the key has changed')

const begins = new Date('2026-03-02T09:00:00+08:00')

/** A branch meeting whose roll was amended, and whose count was corrected afterwards. */
const reviewed = async (village: Village) => {
  const { engine, clerk } = village
  const c = new Committee(village, begins)
  const proposal = await c.opens(await c.adopts('representatives'), '修路', [])
  await c.accepts(proposal)
  const before = (await village.membersOf('party-committee')).map(({ person }) => person)
  const { meeting, on } = await c.calls('party-committee', [proposal], 2)
  const [leaving = ''] = before.slice(-1)
  await value(
    endSeats(engine, clerk, {
      body: 'party-committee',
      people: [leaving],
      cause: 'resigned',
      on: c.today,
      reason: '辞职',
    }),
  )
  await value(amendRoll(engine, clerk, meeting, { cause: 'seat-ended', person: leaving, reason: '已辞职' }))
  c.goTo(on)
  const people = before.filter((person) => person !== leaving)
  await c.signsIn(meeting, people)
  const { ballot } = await c.votes(meeting, proposal, people, new Set(people))
  await c.ends(meeting)
  await c.attests({
    sort: 'correction',
    proposal,
    ballot,
    votes: [{ person: people[0] ?? '', choice: 'abstain' }],
    reason: '误记',
  })
  return { proposal, meeting, export: await value(exportRecord(engine, clerk, proposal)) }
}

record('tells by which seats a roll was made, though they change while the meeting is called', () =>
  withVillageServices(begins, async (village) => {
    const { engine, clerk } = village
    const c = new Committee(village, begins)
    const adoption = await c.adopts('representatives')
    const members = (await village.membersOf('party-committee')).map(({ person }) => person)
    const person = members.at(-1) ?? ''
    const seat = { body: 'party-committee', on: c.today, from: c.today } as const
    const leaves = () => value(endSeats(engine, clerk, { ...seat, people: [person], cause: 'resigned' }))
    const joins = () => {
      const elected = [{ person, office: 'member', voting: true }]
      return value(fillSeats(engine, clerk, { ...seat, cause: 'by-election', members: elected }))
    }
    for (const changes of [leaves, joins, leaves, joins]) {
      const proposal = await c.opens(adoption, '修路', [])
      await c.accepts(proposal)
      const [{ entitled }] = await Promise.all([c.calls('party-committee', [proposal], 2), changes()])
      const { ok, disagreement } = await check(await value(exportRecord(engine, clerk, proposal)))
      assert.ok(ok, JSON.stringify(disagreement))
      assert.ok(members.length - entitled <= 1)
    }
  }),
)

const kidOf = (key: unknown) => (key as { readonly kid: string }).kid

type Loose = {
  seq: number
  kind: string
  data: Record<string, unknown>
  attested?: { confirmedBy: string[] }
  actor?: string
}

record('is found out by what else it holds: who confirmed, which roll, whose votes', () =>
  withVillageServices(begins, async (village) => {
    const { proposal, meeting, export: exported } = await reviewed(village)
    assert.is((await check(exported)).ok, true)
    const { keys } = village.engine
    const another = await readKeys(await newKeys())
    const stranger = '01890a5d-ac96-774b-bcce-b302099a8057'
    const inCase = (kind: string, change: (entry: Loose) => void) =>
      forged(exported, keys, `proposal/${proposal}`, (entries) => {
        for (const entry of entries as Loose[]) if (entry.kind === kind) change(entry)
        return entries
      })
    const found = async (change: ReturnType<typeof forged>) => {
      const { ok, disagreement } = await check(await change)
      return [ok, disagreement?.what, disagreement?.kind]
    }
    const says = async (what: string, kind: string | undefined, change: ReturnType<typeof forged>) =>
      assert.equal(await found(change), [false, what, kind])

    await says(
      'confirmed_by_its_author',
      'ballot.corrected',
      inCase('ballot.corrected', ({ attested, actor }) => attested?.confirmedBy.push(actor ?? '')),
    )
    await says(
      'supervisor_missing',
      'ballot.corrected',
      inCase('ballot.corrected', ({ attested }) => attested?.confirmedBy.splice(0, 5, stranger, proposal)),
    )
    await says(
      'refused_on_replay',
      'ballot.corrected',
      inCase('ballot.corrected', ({ attested }) => attested?.confirmedBy.splice(1)),
    )
    await says(
      'tally_wrong',
      'ballot.corrected',
      inCase('ballot.corrected', ({ data }) => {
        // The branch shows totals only: one vote too many is found, not which of them is another.
        const people = data.people as { yes: number }
        people.yes += 1
      }),
    )
    await says(
      'roll_wrong',
      'roll.restated',
      inCase('roll.restated', ({ data }) => {
        data.roll = 'ab'.repeat(32)
      }),
    )
    await says(
      'roll_wrong',
      'meeting.convened',
      inCase('meeting.convened', ({ data }) => {
        data.written = false
      }),
    )
    await says(
      'meeting_cited_wrong',
      'roll.restated',
      forged(exported, keys, `meeting/${meeting}`, (entries) => entries.filter(({ kind }) => kind !== 'roll.amended')),
    )
    await says(
      'key_unpublished',
      undefined,
      Promise.resolve({ ...exported, keys: { keys: [...exported.keys.keys, ...publicJwks(another).record.keys] } }),
    )
    const impostors = exported.keys.keys.map((own) => ({ ...publicJwks(another).record.keys[0], kid: kidOf(own) }))
    await says(
      'key_unpublished',
      undefined,
      Promise.resolve({ ...exported, keys: { keys: [...impostors, ...exported.keys.keys] } }),
    )
  }),
)

record.run()
