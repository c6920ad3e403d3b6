import * as assert from 'uvu/assert'
import { adopt } from '../../src/services/adoptions.ts'
import { openProposal } from '../../src/services/proposals.ts'
import { adultsOf, Committee } from './committee.ts'
import { type Village, value } from './engine.ts'
import {
  type Amendment,
  bodies,
  expiryDays,
  publicationDays,
  type Reference,
  ratingDays,
  storedStep,
} from './reference.ts'
import { nobody, type Played } from './reference-move.ts'
import { type Choice, moveOf } from './reference-moves.ts'

/** The day on which every play begins: a Monday. */
export const begins = new Date('2026-01-05T09:00:00+08:00')

/** A play under way: the case, the reference beside it, and what happened. */
export type Play = { readonly played: Played; readonly reference: Reference; readonly past: string[] }

/** The cases beside the one that is played. */
export type Beside = Pick<Played, 'sister' | 'higher'>

/** Once for a village: a case that is only opened, and one by which the assembly has decided, on a day after the beginning. */
export const playedBeside = async (village: Village): Promise<Beside> => {
  const committee = new Committee(village, begins)
  const sister = await committee.opens(await committee.adopts('representatives'), '修桥', [])
  const higher = await committee.opens(await committee.adopts('persons'), '撤销决定', [])
  await committee.accepts(higher)
  for (const body of ['party-committee', 'two-committees', 'party-assembly'] as const)
    await committee.reviews(body, [higher])
  const { meeting, on } = await committee.calls('village-assembly', [higher], 10, { mode: 'persons' })
  committee.goTo(on)
  const voters = (await adultsOf(village)).slice(0, 158)
  await committee.signsIn(meeting, voters)
  const { carried } = await committee.votes(meeting, higher, voters, new Set(voters))
  assert.is(carried, true)
  await committee.ends(meeting)
  return { sister, higher }
}

/** Who of the elected sits in no other body and is no woman, so that the meeting's composition stays lawful without him. */
const resigningOf = async (village: Village): Promise<string> => {
  const others = (
    await Promise.all(
      ['two-committees', 'party-assembly', 'supervision-committee'].map((body) => village.membersOf(body)),
    )
  ).flat()
  const members = await village.membersOf('village-representatives')
  const plain = members.find(
    ({ person, groups }) => groups.join() === 'representatives' && !others.some((other) => other.person === person),
  )
  return plain?.person ?? ''
}

/**
 * Every seat as the roster gave it, whatever the play before made of them. What was said of that is taken out of the record, and the
 * tree is to grow anew: each play begins on the same day, and the community's own chain goes back with it.
 */
const reseats = (village: Village): Promise<unknown> =>
  village.database.ownerSql.begin(async (tx) => {
    const { community } = village
    await tx`select set_config('app.community', ${community}, true)`
    const [said] = await tx<{ seq: number }[]>`
      select seq from entry where community = ${community} and chain = 'community' and kind = 'seat.ended' order by seq limit 1`
    if (!said) return
    await tx`set local session_replication_role = replica`
    await tx`update seat set ends_on = null where community = ${community} and ends_on is not null`
    for (const table of ['checkpoint', 'seal', 'tree'])
      await tx`delete from ${tx(table)} where community = ${community}`
    for (const table of ['signed_head', 'entry'])
      await tx`delete from ${tx(table)} where community = ${community} and chain = 'community' and seq >= ${said.seq}`
    await tx`update chain set sealed_seq = 0 where community = ${community}`
    await tx`
      update chain set (seq, head, last_at) = (e.seq, e.head, e.recorded_at) from entry e
      where (chain.community, chain.name) = (${community}, 'community')
        and (e.community, e.chain, e.seq) = (chain.community, chain.name, ${said.seq - 1}::int)`
  })

type Terms = { readonly amendment?: Amendment; readonly calls?: number; readonly beside?: Beside }

/** Opens a proposal of three reviews under an adoption of its own, on the first day. */
export const openPlay = async (
  village: Village,
  { amendment = 'continue', calls = 2, beside = { sister: nobody, higher: nobody } }: Terms = {},
): Promise<Play> => {
  village.setClock(begins)
  await reseats(village)
  const rolls = await Promise.all(bodies.map(({ body }) => village.membersOf(body)))
  const [chair] = await village.membersOf('village-committee')
  const choices = {
    branch: 'party-committee',
    decides: 'representatives',
    half: 'representatives',
    amendment,
    publicationDays,
    ratingDays,
    rollCall: 'public',
    calls,
    expiryDays,
  }
  const { engine, clerk } = village
  const { adoption } = await value(adopt(engine, clerk, { procedure: 'three-reviews@1', choices }))
  const { proposal } = await value(openProposal(engine, clerk, { adoption, title: '修路', topics: [] }))
  const reference: Reference = {
    amendment,
    calls,
    rolls,
    resigning: await resigningOf(village),
    resigned: false,
    presider: chair?.person ?? '',
    movedDay: 0,
    ballots: [],
    orders: [],
    comments: [],
    day: 0,
    entries: 1,
    stage: 'topic',
    step: 'open',
    missed: 0,
    drafts: 0,
    draftAtReturn: 0,
    authorised: false,
    decisionOpened: false,
    lastDay: 0,
    evidence: false,
    percent: 0,
    raters: new Set(),
    enteredDay: 0,
  }
  return { played: { village, proposal, begins, ...beside }, reference, past: [] }
}

/** What is stored of the case, read past the services. */
const stored = ({ village, proposal }: Played) =>
  village.database.ownerSql.begin(async (tx) => {
    await tx`select set_config('app.community', ${village.community}, true)`
    const [row] = await tx<
      { stage: string; step: string | null; missed: number; ending: string | null; entries: number }[]
    >`
      select p.stage, p.step, p.missed, p.ending, c.seq as entries from proposal p
      join chain c on c.community = p.community and c.name = 'proposal/' || p.id
      where p.community = ${village.community} and p.id = ${proposal}`
    return row
  })

const told = ({ stage, step, missed, end, entries }: Reference) =>
  end === undefined
    ? { stage, step: storedStep(step), missed, ending: null, entries }
    : { stage, step: null, missed: 0, ending: end, entries }

/** Makes one move in both and holds them against each other. */
export const step = async ({ played, reference, past }: Play, choice: Choice): Promise<void> => {
  const move = moveOf(choice, reference)
  const expected = move.expect(reference)
  const answer = await move.real(played, reference)
  const code = answer.ok ? 'ok' : answer.refusal.code
  past.push(`${move.name} → ${code}`)
  assert.is(code, expected, `${past.join('\n')}\nexpected ${expected}: ${JSON.stringify(answer)}`)
  if (answer.ok) move.holds(reference, answer.value as never)
  assert.equal({ ...(await stored(played)) }, told(reference), past.join('\n'))
}

/** Does the sensible thing until the case has ended. */
export const playToEnd = async (play: Play): Promise<void> => {
  while (play.reference.end === undefined) await step(play, 'onward')
}
