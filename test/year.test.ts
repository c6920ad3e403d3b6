import { strToU8, zipSync } from 'fflate'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ed25519 } from '../src/identity/record-key.ts'
import { sha256 } from '../src/record/sha256.ts'
import { exportRecord } from '../src/services/exports.ts'
import { mergeProposal } from '../src/services/merging.ts'
import { leaveRoster } from '../src/services/people.ts'
import { amendRoll } from '../src/services/roll-amendments.ts'
import { endSeats, fillSeats } from '../src/services/seats.ts'
import { mergeTopic, splitTopic } from '../src/services/topic-sorting.ts'
import { answerTopic, raiseTopics } from '../src/services/topics.ts'
import { proposals } from '../src/services/views/proposals.ts'
import { entitledOn } from '../src/services/views/rosters.ts'
import { topics as topicsOf } from '../src/services/views/topics.ts'
import { addDays } from '../workflows/rules/days.ts'
import { type RecordExport, verifySource } from '../workflows/verify.ts'
import { archiveOf, claimTamperings } from './second-verifier/archive-tamperings.ts'
import { archiveFault } from './second-verifier/second.mjs'
import { recordIn } from './support/archives.ts'
import { adultsOf, Committee } from './support/committee.ts'
import { type Village, value, withVillageServices } from './support/engine.ts'
import { check } from './support/played-record.ts'
import { factsAgree } from './support/stored-facts.ts'

const year = suite('a year of 石桥村')

/**
 * What the representatives do with each item, worked out by hand. The meeting has 36 members, 29 of them elected and 7 of the
 * committee; everybody comes. An item passes with more than half of those present (19 of 36, 18 of 35) and, by three reviews,
 * half of the elected (15 of 29, 14 of 28). `elected` and `committee` say yes, the others no.
 */
//  item, quarter, elected, committee, where it stands at the year's end, and why
const items: readonly (readonly [number, 1 | 2 | 3 | 4, number, number, string, string])[] = [
  [1, 1, 29, 7, 'closed', 'all 36 agree; published, built, published, rated'],
  [2, 1, 15, 7, 'works.open', '22 of 36, 15 of 29; published and under way'],
  [3, 1, 14, 7, 'rejected', '21 of 36, but 14 of 29 elected: one short'],
  [4, 1, 18, 0, 'rejected', '18 of 36 is no majority'],
  [5, 1, 19, 0, 'decision-published.waiting', '19 of 36 just is'],
  [6, 1, 0, 0, 'withdrawn', 'taken back before the meeting was called'],
  [7, 1, 0, 0, 'merged', 'the same road as item 8'],
  [8, 1, 20, 0, 'decision-published.waiting', '20 of 36'],
  [9, 2, 14, 4, 'revoked', '18 of 35 and 14 of 28 pass after the death; the assembly revokes it in November'],
  [10, 2, 13, 7, 'rejected', '20 of 35, but 13 of 28 elected'],
  [11, 2, 17, 0, 'rejected', '17 of 35 is no majority'],
  [12, 2, 18, 0, 'decision-published.waiting', '18 of 35 just is'],
  [13, 2, 28, 7, 'decision-published.waiting', 'all 35'],
  [14, 2, 0, 0, 'referred', 'left to the assembly'],
  [15, 2, 0, 0, 'refused-at-intake', 'no matter of the village'],
  [16, 2, 0, 0, 'expired', 'nobody moved it for 180 days'],
  [
    17,
    3,
    15,
    4,
    'decision-published.waiting',
    '19 of 36 until one vote proved misread; put again in November, 23 of 36',
  ],
  [18, 3, 15, 3, 'rejected', '18 of 36'],
  [19, 3, 29, 0, 'decision-published.waiting', '29 of 36'],
  [20, 3, 29, 7, 'decision-published.waiting', 'all'],
  [21, 3, 10, 7, 'rejected', '17 of 36'],
  [22, 3, 22, 0, 'decision-published.waiting', 'not reached in August, carried over to November'],
  [23, 3, 16, 3, 'decision-published.waiting', '19 of 36, 16 of 29'],
  [24, 4, 29, 7, 'decision-published.waiting', 'all'],
  [25, 4, 14, 7, 'rejected', '21 of 36, but 14 of 29 elected'],
  [26, 4, 19, 0, 'decision-published.waiting', '19 of 36'],
  [27, 4, 0, 0, 'rejected', 'nobody agrees'],
  [28, 4, 15, 7, 'decision-published.waiting', '22 of 36, 15 of 29'],
  [29, 4, 15, 4, 'decision-published.waiting', '19 of 36, 15 of 29'],
  [30, 4, 0, 0, 'decision-published.waiting', 'the assembly’s: 80 of 158 present, of 314'],
]

const rowOf = (item: number) => {
  const row = items.find(([n]) => n === item)
  if (!row) throw new Error(`no item ${item}`)
  return row
}

/** The vote that each decided item stands on at the year's end: how many might vote, came, and agreed. */
const hallsByHand: readonly (readonly [items: readonly number[], entitled: number, present: number])[] = [
  [[1, 2, 3, 4, 5, 8], 36, 36],
  [[9, 10, 11, 12, 13], 35, 35],
  [[18, 19, 20, 21, 23], 36, 36],
  [[22, 24, 25, 26, 27, 28, 29], 36, 36],
]
const votesByHand: readonly (readonly [item: number, entitled: number, present: number, yes: number])[] = [
  ...hallsByHand.flatMap(([list, entitled, present]) =>
    list.map((item) => [item, entitled, present, rowOf(item)[2] + rowOf(item)[3]] as const),
  ),
  [17, 36, 36, 23],
  [30, 314, 158, 80],
]

/** Who might vote in the representatives' meeting on some days of the year. */
const entitledByHand: readonly (readonly [day: string, entitled: number, elected: number, why: string])[] = [
  ['2026-02-13', 36, 29, 'as elected'],
  ['2026-05-31', 35, 28, 'one has died'],
  ['2026-07-06', 36, 29, 'the first by-election'],
  ['2026-10-12', 36, 29, 'one has resigned, and the second by-election is of the same day'],
]

/** What became of the 400 topics: 98 a quarter and two parts of one that was split. */
const topicsByHand = {
  'in-proposal': 30,
  merged: 80,
  answered: 80,
  refused: 40,
  split: 4,
  open: 400 - 30 - 80 - 80 - 40 - 4,
}

const begins = new Date('2026-01-05T09:00:00+08:00')

/** The days on which the committee sits down to each quarter's business. */
const quarters = { 1: '2026-02-02', 2: '2026-05-11', 3: '2026-08-03', 4: '2026-11-02' } as const
type Quarter = keyof typeof quarters

class Year extends Committee {
  readonly cases = new Map<number, string>()
  adoption = ''
  assembly = ''

  of(item: number): string {
    const proposal = this.cases.get(item)
    if (proposal === undefined) throw new Error(`item ${item} is not opened`)
    return proposal
  }

  /** The quarter's letter box: 98 topics, of which the first become its items. */
  async sorts(quarter: Quarter): Promise<void> {
    const { engine, clerk } = this.village
    const raised = await value(
      raiseTopics(
        engine,
        clerk,
        Array.from({ length: 98 }, (_, n) => ({
          channel: 'letter-box' as const,
          text: `${quarter} 季度第 ${n + 1} 件`,
        })),
      ),
    )
    const ids = raised.items.map(({ topic }) => topic)
    const [first = ''] = ids
    for (const id of ids.slice(10, 30)) await value(mergeTopic(engine, clerk, id, { into: first }))
    for (const id of ids.slice(30, 50))
      await value(answerTopic(engine, clerk, id, { outcome: 'answered', reason: '已办' }))
    for (const id of ids.slice(50, 60))
      await value(answerTopic(engine, clerk, id, { outcome: 'refused', reason: '不属村务' }))
    await value(splitTopic(engine, clerk, ids[60] ?? '', { parts: [{ text: '其一' }, { text: '其二' }] }))
    const own = items.filter(([, q]) => q === quarter)
    for (const [index, [item]] of own.entries()) {
      const adoption = item === 30 ? this.assembly : this.adoption
      this.cases.set(item, await this.opens(adoption, `第${item}项`, [ids[index] ?? '']))
    }
  }

  /** Those who may vote in the representatives' meeting today, the elected apart. */
  async hall() {
    const members = await this.village.membersOf('village-representatives')
    const of = (elected: boolean) =>
      members.filter(({ groups }) => groups.includes('representatives') === elected).map(({ person }) => person)
    return { elected: of(true), committee: of(false), all: members.map(({ person }) => person) }
  }

  /** Puts items to the representatives as the table says. */
  async decides(meeting: string, list: readonly number[]): Promise<void> {
    const { elected, committee, all } = await this.hall()
    await this.signsIn(meeting, all)
    for (const item of list) {
      const [, , fromElected, fromCommittee] = rowOf(item)
      const yes = new Set([...elected.slice(0, fromElected), ...committee.slice(0, fromCommittee)])
      await this.votes(meeting, this.of(item), all, yes)
    }
    await this.ends(meeting)
  }

  async rejects(list: readonly number[]): Promise<void> {
    for (const item of list) await this.says(this.of(item), 'decision.concluded', { reason: '未获通过' })
  }
}

/** Four hundred topics, thirty items, four quarterly meetings. */
const lived = async (village: Village): Promise<Year> => {
  const y = new Year(village, begins)
  const { engine, clerk } = village
  y.adoption = await y.adopts('representatives')
  y.assembly = await y.adopts('persons')
  const map = (list: readonly number[]) => list.map((item) => y.of(item))

  // First quarter: the branch met on paper, which is entered nine days later.
  y.goTo(quarters[1])
  await y.sorts(1)
  await value(mergeProposal(engine, clerk, y.of(7), { into: y.of(8), reason: '同一条路' }))
  const first = [1, 2, 3, 4, 5, 6, 8]
  for (const item of first) await y.accepts(y.of(item))
  const branch = (await village.membersOf('party-committee')).map(({ person }) => person)
  y.goTo(addDays(quarters[1], 10))
  await y.attests({
    sort: 'meeting',
    meeting: {
      body: 'party-committee',
      sentOn: quarters[1],
      at: `${addDays(quarters[1], 1)}T19:00:00+08:00`,
      convenedBy: 'party-committee',
      presider: branch[0] ?? '',
      place: '党员活动室',
      written: true,
      posted: false,
      present: branch,
      items: map(first).map((proposal) => ({
        proposal,
        ballot: { motion: 'agree', votes: branch.map((person) => ({ person, choice: 'yes' })) },
      })),
      outcome: 'held',
    },
  })
  await y.says(y.of(6), 'proposal.withdrawn', { reason: '提议人撤回' })
  const decidedFirst = [1, 2, 3, 4, 5, 8]
  await y.reviews('two-committees', map(decidedFirst))
  await y.reviews('party-assembly', map(decidedFirst))
  const spring = await y.calls('village-representatives', map(decidedFirst), 6)
  assert.is(spring.entitled, 36)
  y.goTo(spring.on)
  await y.decides(spring.meeting, decidedFirst)
  await y.rejects([3, 4])
  await y.publishes(y.of(2))
  await y.publishes(y.of(1))
  await y.says(y.of(1), 'progress.reported', { percent: 100, reportedOn: y.today, text: '完工' })
  await y.says(y.of(1), 'implementation.completed')
  await y.publishes(y.of(1))
  y.goTo(addDays(y.today, 7))
  await y.says(y.of(1), 'evaluation.closed')

  // Second quarter: a representative dies between the call and the meeting.
  y.goTo(quarters[2])
  await y.sorts(2)
  await y.says(y.of(15), 'intake.refused', { reason: '不属村务' })
  const second = [9, 10, 11, 12, 13, 14]
  for (const item of [...second, 16]) await y.accepts(y.of(item))
  for (const body of ['party-committee', 'two-committees', 'party-assembly'] as const)
    await y.reviews(body, map(second))
  await y.says(y.of(14), 'decision.referred', { to: 'village-assembly', reason: '事关全体村民' })
  const decidedSecond = [9, 10, 11, 12, 13]
  const summer = await y.calls('village-representatives', map(decidedSecond), 8)
  assert.is(summer.entitled, 36)
  const members = await village.membersOf('village-representatives')
  const others = new Set(
    (
      await Promise.all(
        ['two-committees', 'party-assembly', 'supervision-committee'].map((body) => village.membersOf(body)),
      )
    )
      .flat()
      .map(({ person }) => person),
  )
  const plain = members.filter(({ person, groups }) => groups.includes('representatives') && !others.has(person))
  const [dying, resigning] = plain.filter(({ groups }) => !groups.includes('women-representatives'))
  y.goTo(addDays(y.today, 3))
  const left = await value(leaveRoster(engine, clerk, dying?.person ?? '', { cause: 'died', on: y.today }))
  assert.equal(
    left.amendmentsDue.map(({ meeting }) => meeting),
    [summer.meeting],
  )
  const amended = await value(
    amendRoll(engine, clerk, summer.meeting, { cause: 'died', person: dying?.person ?? '', reason: '病故' }),
  )
  assert.equal([amended.entitled, amended.groups.representatives], [35, 28])
  y.goTo(summer.on)
  await y.decides(summer.meeting, decidedSecond)
  await y.rejects([10, 11])

  // The first by-election fills the dead member's seat.
  y.goTo('2026-07-06')
  const everybody = await adultsOf(village)
  const [newcomer, second2] = everybody.filter(
    (person) => !members.some((member) => member.person === person) && !others.has(person),
  )
  const fills = (person: string | undefined) =>
    value(
      fillSeats(engine, clerk, {
        body: 'village-representatives',
        cause: 'by-election',
        from: y.today,
        members: [{ person: person ?? '', office: 'representative', voting: true }],
      }),
    )
  await fills(newcomer)

  // Third quarter: one item is not reached, and a vote of another is found misread.
  y.goTo(quarters[3])
  await y.sorts(3)
  const third = [17, 18, 19, 20, 21, 22, 23]
  for (const item of third) await y.accepts(y.of(item))
  for (const body of ['party-committee', 'two-committees', 'party-assembly'] as const) await y.reviews(body, map(third))
  const autumn = await y.calls('village-representatives', map(third), 8)
  assert.is(autumn.entitled, 36)
  y.goTo(autumn.on)
  await y.decides(autumn.meeting, [17, 18, 19, 20, 21, 23])
  await y.rejects([18, 21])
  const { elected } = await y.hall()
  await y.attests({
    sort: 'correction',
    proposal: y.of(17),
    ballot: await ballotOf(village, y.of(17)),
    votes: [{ person: elected[0] ?? '', choice: 'no' }],
    reason: '唱票误记',
  })
  await y.says(y.of(17), 'decision.reopened')

  // The second by-election follows a resignation.
  y.goTo('2026-10-12')
  await value(
    endSeats(engine, clerk, {
      body: 'village-representatives',
      people: [resigning?.person ?? ''],
      cause: 'resigned',
      on: y.today,
      reason: '外出务工',
    }),
  )
  await fills(second2)

  // Fourth quarter: what was left over, what is put again, and the assembly that revokes item 9.
  y.goTo(quarters[4])
  await y.sorts(4)
  const fourth = [24, 25, 26, 27, 28, 29]
  for (const item of [...fourth, 30]) await y.accepts(y.of(item))
  for (const body of ['party-committee', 'two-committees', 'party-assembly'] as const)
    await y.reviews(body, map([...fourth, 30]))
  const winter = await y.calls('village-representatives', map([17, 22, ...fourth]), 8)
  assert.is(winter.entitled, 36)
  y.goTo(winter.on)
  const { elected: now, committee, all } = await y.hall()
  await y.signsIn(winter.meeting, all)
  await y.votes(winter.meeting, y.of(17), all, new Set([...now.slice(0, 16), ...committee]))
  await y.decides(winter.meeting, [22, ...fourth])
  await y.rejects([25, 27])
  const assembly = await y.calls('village-assembly', [y.of(30)], 10, { mode: 'persons' })
  y.goTo(assembly.on)
  const present = (await adultsOf(village)).slice(0, 158)
  await y.signsIn(assembly.meeting, present)
  await y.votes(assembly.meeting, y.of(30), present, new Set(present.slice(0, 80)))
  await y.ends(assembly.meeting)
  await y.says(y.of(9), 'resolution.revoked', { proposal: y.of(30), reason: '村民会议决定' })
  await y.says(y.of(9), 'proposal.discontinued')
  await y.says(y.of(16), 'proposal.expired')
  return y
}

/** How the newest count of an item's decision stands: who might vote, came, and agreed. */
const countOf = (village: Village, proposal: string): Promise<readonly number[]> =>
  village.database.ownerSql.begin(async (tx) => {
    await tx`select set_config('app.community', ${village.community}, true)`
    const [row] = await tx<{ people: { entitled: number; present: number; yes: number } }[]>`
      select tally -> 'tally' -> 'people' as people from ballot
      where proposal = ${proposal} and stage = 'decision' order by opened_at desc limit 1`
    return row ? [row.people.entitled, row.people.present, row.people.yes] : []
  })

const ballotOf = (village: Village, proposal: string): Promise<string> =>
  village.database.ownerSql.begin(async (tx) => {
    await tx`select set_config('app.community', ${village.community}, true)`
    const [row] = await tx<{ id: string }[]>`
      select id from ballot where proposal = ${proposal} and stage = 'decision' order by opened_at desc limit 1`
    return row?.id ?? ''
  })

year(
  'comes to the register that was worked out by hand; every record verifies, and tables, fold and replay agree',
  () =>
    withVillageServices(begins, async (village) => {
      const y = await lived(village)
      const { engine, clerk } = village
      const { items: lines } = await value(proposals(engine, clerk, { limit: 200 }))
      const placeOf = new Map(lines.map((line) => [line.id, line.ending ?? `${line.stage.id}.${line.step}`]))
      assert.equal(
        items.map(([item]) => [item, placeOf.get(y.of(item))]),
        items.map(([item, , , , place]) => [item, place]),
      )
      for (const [item, ...byHand] of votesByHand)
        assert.equal(await countOf(village, y.of(item)), byHand, `the count of item ${item}`)
      for (const [on, entitled, elected, why] of entitledByHand) {
        const roll = await value(entitledOn(engine, clerk, 'village-representatives', { on }))
        assert.equal([roll.entitled, roll.groups.representatives], [entitled, elected], `${on}: ${why}`)
      }
      const counted: Record<string, number> = {}
      for (let cursor: string | undefined; ; ) {
        const page = await value(topicsOf(engine, clerk, { limit: 200, ...(cursor === undefined ? {} : { cursor }) }))
        for (const { state } of page.items) counted[state] = (counted[state] ?? 0) + 1
        if (page.next === undefined) break
        cursor = page.next
      }
      assert.equal(Object.entries(counted).sort(), Object.entries(topicsByHand).sort())
      const taken = new Map<number, RecordExport>()
      for (const [item] of items) {
        const record = await value(exportRecord(engine, clerk, y.of(item)))
        taken.set(item, record)
        const report = await check(record)
        assert.is(report.ok, true, `item ${item}: ${JSON.stringify(report)}`)
        await factsAgree({ village, proposal: y.of(item) })
      }
      const neighbours = { merged: y.of(7), into: y.of(8), revoked: y.of(9), by: y.of(30) }
      const some = [7, 8, 9, 30].map((item) => taken.get(item)) as Parameters<typeof archiveOf>[0]
      for (const [what, code, rewrite] of claimTamperings(neighbours)) {
        const files = Object.entries(archiveOf(some, rewrite)).map(([name, text]) => [name, strToU8(text)])
        const zip = zipSync(Object.fromEntries(files), { level: 0 })
        const { disagreement } = await verifySource(await recordIn(zip), { sha256, ed25519 })
        const first = disagreement && { chain: disagreement.chain, seq: disagreement.seq, code: disagreement.what }
        assert.equal([first?.code, archiveFault(zip)], [code, first], what)
      }
    }),
)

year.run()
