import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { closeBallot, openBallot } from '../src/services/ballots.ts'
import { exportRecord } from '../src/services/exports.ts'
import { enterVotes } from '../src/services/hands.ts'
import { recuseMember } from '../src/services/recusals.ts'
import { ballot as ballotView } from '../src/services/views/meetings.ts'
import { checkReceipt, codeOf as codeOfEntry } from '../src/services/views/receipt-check.ts'
import { visits } from '../src/services/views/visits.ts'
import { noteVisit } from '../src/services/visits.ts'
import { changeOwnVote } from '../src/services/vote-changes.ts'
import { parseEntry } from '../workflows/format/entry.ts'
import { begins, offering, refusalOf, withHall } from './support/doors.ts'
import { value, withVillageServices } from './support/engine.ts'
import { pagesFor } from './support/pages.ts'
import { caseChain, check } from './support/played-record.ts'

const doors = suite('the doors of a ballot')

const codeOf = async (result: Parameters<typeof refusalOf>[0]): Promise<unknown> => {
  const refusal = await refusalOf(result)
  return refusal === 'accepted' ? refusal : refusal.code
}

doors(
  'one voter, one vote whatever the door; a list is taken whole or not at all, and put right by a second person',
  () =>
    withVillageServices(begins, async (village) => {
      const hall = await withHall(village, 2, 'party-assembly')
      const { engine, clerk, supervisor, votes, actorOf } = village
      const [a = '', b = '', c = '', d = '', e = '', f = '', ...rest] = hall.people
      const [stranger = ''] = (await village.membersOf('village-representatives'))
        .map(({ person }) => person)
        .filter((person) => !hall.people.includes(person))
      const [first = '', second = ''] = hall.proposals

      // recusal
      const recuses = (person: string, proposal = first) =>
        recuseMember(engine, clerk, hall.meeting, { person, proposal, reason: '与承包人是亲属' })
      assert.is(
        await codeOf(recuseMember(engine, actorOf(a), hall.meeting, { person: f, proposal: first, reason: 'x' })),
        'forbidden',
      )
      assert.is(await codeOf(recuses(stranger)), 'not_on_roll')
      assert.is(await codeOf(recuses(f)), 'accepted')
      assert.is(await codeOf(recuses(f)), 'recused_already')
      const ballot = await hall.puts(first)
      assert.is(await codeOf(recuses(e)), 'recusal_too_late')
      assert.is(await codeOf(votes.cast(actorOf(f), { ballot, choice: 'yes' })), 'recused')

      // every door
      await value(votes.cast(actorOf(a), { ballot, choice: 'yes' }))
      const yes = (person: string) => ({ person, choice: 'yes' as const })
      const hands = (...people: readonly string[]) =>
        enterVotes(engine, clerk, ballot, { door: 'hands', votes: people.map(yes) })
      assert.is(await codeOf(enterVotes(engine, actorOf(b), ballot, { door: 'hands', votes: [yes(b)] })), 'forbidden')
      //  people, the row that cannot stand, why
      for (const [people, row, because] of [
        [[b, a], 2, 'voted_already'],
        [[b, c, b], 3, 'named_twice'],
        [[f, b], 1, 'recused'],
        [[b, stranger], 2, 'not_on_roll'],
      ] as const)
        assert.equal(await refusalOf(hands(...people)), { code: 'row_refused', row, because, person: people[row - 1] })
      assert.is((await value(hands(b, c))).entered, 2)
      await value(enterVotes(engine, clerk, ballot, { door: 'assisted', votes: [{ person: d, choice: 'no' }] }))
      assert.is(await codeOf(votes.cast(actorOf(b), { ballot, choice: 'no' })), 'voted_already')
      const seen = (await value(ballotView(engine, actorOf(d), ballot))) as Awaited<ReturnType<typeof value>> & {
        readonly doors: unknown
        readonly mayVote: number
        readonly mine: { readonly door: string; readonly told: { readonly zh: string } | null; readonly choice: string }
      }
      assert.equal(seen.doors, { assisted: 1, hands: 2, phone: 1 })
      assert.is(seen.mayVote, hall.people.length - 1)
      assert.equal([seen.mine.door, seen.mine.told?.zh, seen.mine.choice], ['assisted', '由工作人员代为录入', 'no'])

      // put right before the close
      const changes = (person: string, choice: 'yes' | 'no' | 'spoiled') =>
        hall.enters({ sort: 'vote-change', ballot, person, choice, reason: '听错了' })
      assert.is(await codeOf(changes(a, 'no')), 'vote_stands')
      assert.is(await codeOf(changes(e, 'no')), 'not_voted_yet')
      assert.is(await codeOf(changes(d, 'no')), 'nothing_to_correct')
      assert.is(await codeOf(changes(d, 'spoiled')), 'option_unknown')
      assert.is(
        await codeOf(changeOwnVote(engine, actorOf(a), { ballot, choice: 'no', reason: '改主意' })),
        'vote_stands',
      )
      const { attestation } = await value(changes(d, 'yes'))
      assert.equal(await refusalOf(closeBallot(engine, clerk, ballot)), {
        code: 'papers_unconfirmed',
        attestations: [attestation],
      })
      await value(hall.confirms(attestation))
      const closed = await value(closeBallot(engine, clerk, ballot))
      assert.equal(
        [closed.tally.people.yes, closed.tally.people.no, closed.tally.people.present],
        [4, 0, hall.people.length],
        'the recused stay in the base',
      )
      assert.is(await codeOf(hands(e)), 'ballot_closed')
      const record = await value(exportRecord(engine, supervisor, first))
      const report = await check(record)
      assert.is(report.ok, true, JSON.stringify(report))

      // counted hands
      const counted = await hall.puts(second, { voting: 'counted' })
      assert.equal(await refusalOf(votes.cast(actorOf(a), { ballot: counted, choice: 'yes' })), {
        code: 'other_way_of_voting',
        voting: 'counted',
      })
      assert.is(
        await codeOf(enterVotes(engine, clerk, counted, { door: 'hands', votes: [yes(a)] })),
        'other_way_of_voting',
      )
      const counts = (tellers: readonly string[], many: number, groups = {}) =>
        hall.enters({ sort: 'hands', ballot: counted, tellers, people: { yes: many, no: 0, abstain: 0 }, groups })
      assert.is(await codeOf(counts([a, a], 20)), 'tellers_not_two')
      assert.is(await codeOf(counts([a, b], hall.people.length + 1)), 'more_than_may_vote')
      assert.is(await codeOf(counts([a, b], 20, { women: { yes: 1, no: 0, abstain: 0 } })), 'groups_to_count')
      assert.is(await codeOf(closeBallot(engine, clerk, counted)), 'gate_closed')
      const count = await value(counts([a, b], hall.people.length))
      await value(hall.confirms(count.attestation))
      assert.is((await value(closeBallot(engine, clerk, counted))).carried, true)
      assert.is((await check(await value(exportRecord(engine, supervisor, second)))).ok, true)
      assert.is(
        await codeOf(noteVisit(engine, clerk, ballot, { person: rest[0] ?? '', outcome: 'absent' })),
        'ballot_closed',
      )
      assert.is(await codeOf(visits(engine, clerk, ballot)), 'not_circulated')
    }),
)

doors('deadline ±1 ms; no early close while a voter is out; clock back: closed stays closed', () =>
  withVillageServices(begins, async (village) => {
    const hall = await withHall(village, 1, 'party-committee')
    const { engine, clerk, supervisor, votes, actorOf, community, database, setClock } = village
    const until = new Date('2026-03-03T20:00:00+08:00')
    const ballot = await hall.puts(hall.proposals[0] ?? '', { until })
    const [a = '', b = '', c = ''] = hall.people
    /** Nobody's clock is asked: the chain's last time is ahead of it, and every entry takes that. */
    const standsAt = (ms: number) =>
      database.ownerSql.begin(async (tx) => {
        setClock(begins)
        await tx`select set_config('app.community', ${community}, true)`
        await tx`update chain set last_at = ${new Date(until.getTime() + ms).toISOString()}::timestamptz
          where community = ${community} and name = ${`proposal/${hall.proposals[0]}`}`
      })
    await standsAt(-1)
    assert.is(await codeOf(closeBallot(engine, clerk, ballot)), 'gate_closed')
    await value(votes.cast(actorOf(a), { ballot, choice: 'yes' }))
    for (const ms of [0, 1]) {
      await standsAt(ms)
      assert.equal(await refusalOf(votes.cast(actorOf(b), { ballot, choice: 'yes' })), {
        code: 'ballot_term_over',
        until: until.toISOString(),
      })
      for (const door of ['hands', 'assisted'] as const)
        assert.is(
          await codeOf(enterVotes(engine, clerk, ballot, { door, votes: [{ person: b, choice: 'yes' }] })),
          'ballot_term_over',
        )
    }
    const closed = await value(closeBallot(engine, clerk, ballot))
    assert.is(closed.tally.people.yes, 1)
    setClock(new Date(begins.getTime() + 3_600_000))
    assert.is(await codeOf(votes.cast(actorOf(c), { ballot, choice: 'yes' })), 'ballot_closed')
    assert.equal((await value(closeBallot(engine, clerk, ballot))).tally, closed.tally)
    assert.is((await check(await value(exportRecord(engine, supervisor, hall.proposals[0] ?? '')))).ok, true)
  }),
)

doors('change vote: the last counts where the procedure lets voters change, with all that came before kept', () =>
  withVillageServices(begins, async (village) => {
    const rules = { circulated: { days: 3 }, changes: true } as const
    const hall = await withHall(village, 1, 'party-committee', rules)
    const { engine, clerk, supervisor, votes, actorOf, community, database } = village
    const [a = '', b = '', c = '', ...rest] = hall.people
    const [proposal = ''] = hall.proposals
    const put = (until?: Date) =>
      openBallot(engine, clerk, hall.meeting, { proposal, motion: 'agree', ...(until ? { until } : {}) })
    assert.is(await codeOf(put()), 'gate_closed', 'without a term')
    assert.is(await codeOf(put(new Date('2026-03-05T20:00:00+08:00'))), 'gate_closed', 'a day short')
    const { ballot, mayVote } = await value(put(new Date('2026-03-06T20:00:00+08:00')))
    assert.is(mayVote, hall.people.length)
    const knocks = (person: string, outcome: 'absent' | 'reached' | 'refused') =>
      noteVisit(engine, clerk, ballot, { person, outcome })
    assert.is(await codeOf(noteVisit(engine, actorOf(a), ballot, { person: b, outcome: 'absent' })), 'forbidden')
    await value(knocks(a, 'absent'))
    await value(knocks(a, 'reached'))
    await value(knocks(b, 'refused'))
    const receipt = await value(votes.cast(actorOf(c), { ballot, choice: 'yes' }))
    assert.is(await codeOf(knocks(c, 'reached')), 'row_refused')
    const hands = enterVotes(engine, clerk, ballot, { door: 'hands', votes: [{ person: a, choice: 'yes' }] })
    assert.equal(await refusalOf(hands), { code: 'other_way_of_voting', voting: 'circulated' })
    const progress = await value(visits(engine, clerk, ballot))
    assert.equal(progress.counts, { 'to-visit': rest.length, reached: 1, done: 1, refused: 1 })
    assert.equal(
      progress.people.filter(({ person }) => person === a).map(({ visits, name }) => [visits, typeof name]),
      [[2, 'string']],
    )
    assert.equal((await value(visits(engine, actorOf(a), ballot))).people, [])

    const changed = (choice: 'yes' | 'no') => changeOwnVote(engine, actorOf(c), { ballot, choice, reason: '再想了想' })
    assert.is((await value(changed('no'))).n, 1)
    assert.is(await codeOf(changed('no')), 'nothing_to_correct')
    // The tally will be of what was said last; what was said before stays as it was.
    assert.is((await value(changed('yes'))).n, 2)
    const holds = () => value(checkReceipt(engine, community, { ...receipt, laterLeaves: [...receipt.laterLeaves] }))
    const last = await value(changed('no'))
    assert.is(last.n, 3)
    // Whoever holds the receipt hears of it: from the service, and on the page, by the receipt and by its code.
    const { ok, choice, changed: since } = await holds()
    assert.equal([ok, choice, since], [true, 'yes', last.seq])
    const page = await pagesFor(village).guest()
    const code = `ballot=${ballot}&seq=${receipt.seq}&code=${codeOfEntry(receipt.entry)}`
    for (const shown of [
      await page.looks(`/c/${community}/receipts?${code}`),
      await page.sends(`/c/${community}/receipts`, 'check', { receipt: JSON.stringify(receipt) }),
    ]) {
      assert.match(shown.text, `后来在第 ${last.seq} 条更改过`)
      assert.match(shown.text, '告诉监督委员会')
      assert.not.match(shown.text, '没有被改动')
    }
    const kept = await database.ownerSql.begin(async (tx) => {
      await tx`select set_config('app.community', ${community}, true)`
      return tx<{ n: number; choice: string }[]>`
        select 0 as n, choice from vote where ballot = ${ballot} and person = ${c}
        union all select n, choice from vote_correction where ballot = ${ballot} and person = ${c} order by n`
    })
    assert.equal(
      kept.map(({ n, choice }) => `${n} ${choice}`),
      ['0 yes', '1 no', '2 yes', '3 no'],
    )
    assert.is(
      await codeOf(changeOwnVote(engine, actorOf(a), { ballot, choice: 'no', reason: '改主意' })),
      'not_voted_yet',
    )

    assert.is(await codeOf(closeBallot(engine, clerk, ballot)), 'gate_closed', 'voters are out')
    const written = [a, b, ...rest].map((person) => ({ person, choice: 'yes' as const }))
    const sheet = { issued: written.length, returned: written.length, door: 'visit' as const, votes: written }
    await value(hall.confirms((await value(hall.enters({ sort: 'papers', ballot, ...sheet }))).attestation))
    // Everybody has voted: nothing is cut off by closing before the term.
    const closed = await value(closeBallot(engine, clerk, ballot))
    assert.equal([closed.carried, closed.tally.people.yes, closed.tally.people.no], [true, hall.people.length - 1, 1])
    assert.is(
      await codeOf(changeOwnVote(engine, actorOf(c), { ballot, choice: 'yes', reason: '改主意' })),
      'ballot_closed',
    )
    const record = await value(exportRecord(engine, supervisor, proposal))
    assert.equal((await check(record, offering(rules))).disagreement, undefined)
    assert.is((await check(record)).disagreement?.what, 'adoption_wrong', 'no procedure that is known offers it')
    const said = caseChain(record).entries.flatMap(({ bytes }) => {
      const { kind, data } = parseEntry(new TextEncoder().encode(bytes))
      return (kind === 'vote.cast' || kind === 'vote.changed') && data.voter === c ? [kind] : []
    })
    assert.equal(said, ['vote.cast', 'vote.changed', 'vote.changed', 'vote.changed'])
  }),
)

doors.run()
