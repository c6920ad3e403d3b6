import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { adopt } from '../src/services/adoptions.ts'
import { closeBallot, openBallot } from '../src/services/ballots.ts'
import { exportRecord } from '../src/services/exports.ts'
import { recuseMember } from '../src/services/recusals.ts'
import { desk } from '../src/services/views/desk.ts'
import { ballotWhatIf } from '../src/services/views/what-if.ts'
import type { ExpandedProcedure } from '../workflows/stages/stage.ts'
import { verdictOf } from '../workflows/stages/verdict.ts'
import { villageChoices } from './support/adopted.ts'
import { Committee } from './support/committee.ts'
import { begins, type Hall, type OwnRules, offering, refusalOf, withHall } from './support/doors.ts'
import { type Village, value, withVillageServices } from './support/engine.ts'
import { check } from './support/played-record.ts'

const edges = suite('the edges of a ballot')

type Choice = 'yes' | 'no' | 'abstain'

/** Everybody named votes, each by their own phone. */
const votesOf = (village: Village, ballot: string, people: readonly string[], choice: Choice) =>
  Promise.all(people.map((person) => value(village.votes.cast(village.actorOf(person), { ballot, choice }))))

/** The clerk closes; answers whether it was carried and by which numbers, after looking the record over. */
const closes = async (
  { engine, clerk, supervisor }: Village,
  ballot: string,
  proposal: string,
  rules: OwnRules = {},
) => {
  const { carried, voided, tally, grounds } = await value(closeBallot(engine, clerk, ballot))
  const report = await check(await value(exportRecord(engine, supervisor, proposal)), offering(rules))
  assert.is(report.ok, true, JSON.stringify(report))
  assert.is(voided, false)
  const { entitled, present, yes, no, abstain } = tally.people
  const needs = grounds.filter(({ code }) => code === 'threshold').map(({ have, need, of }) => [have, need, of])
  return { carried, counted: [entitled, present, yes, no, abstain], needs }
}

const recuses = ({ village, meeting }: Hall, proposal: string, people: readonly string[]) =>
  people.reduce<Promise<unknown>>(
    (before, person) =>
      before.then(() =>
        value(recuseMember(village.engine, village.clerk, meeting, { person, proposal, reason: '与承包人是亲属' })),
      ),
    Promise.resolve(),
  )

edges('ties, zero votes, empty electorate: nothing is carried, and nothing is divided by nought', () =>
  withVillageServices(begins, async (village) => {
    const { engine, clerk, votes, actorOf } = village
    const hall = await withHall(village, 3, 'party-committee')
    const all = hall.people.length
    const [tied = '', silent = '', nobody = ''] = hall.proposals
    const half = Math.floor(all / 2)

    const tie = await hall.puts(tied)
    await votesOf(village, tie, hall.people.slice(0, half), 'yes')
    await votesOf(village, tie, hall.people.slice(half, 2 * half), 'no')
    assert.equal(await closes(village, tie, tied), {
      carried: false,
      counted: [all, all, half, half, 0],
      needs: [[half, half + 1, all]],
    })

    const unasked = await hall.puts(silent)
    assert.equal(await closes(village, unasked, silent), {
      carried: false,
      counted: [all, all, 0, 0, 0],
      needs: [[0, half + 1, all]],
    })

    // Nobody may vote: nobody is waited for, and the base is all of them.
    await recuses(hall, nobody, hall.people)
    const until = new Date('2026-03-03T20:00:00+08:00')
    const empty = await value(openBallot(engine, clerk, hall.meeting, { proposal: nobody, motion: 'agree', until }))
    assert.is(empty.mayVote, 0)
    for (const person of hall.people)
      assert.equal(await refusalOf(votes.cast(actorOf(person), { ballot: empty.ballot, choice: 'yes' })), {
        code: 'recused',
      })
    assert.equal(await closes(village, empty.ballot, nobody), {
      carried: false,
      counted: [all, all, 0, 0, 0],
      needs: [[0, half + 1, all]],
    })
  }),
)

edges('recusal: 403, and the base stays as it is unless the law takes the recused out of it', () =>
  withVillageServices(begins, async (village) => {
    const { engine, clerk, votes, actorOf } = village
    /** Three of the assembly are recused; just more than half of the others say yes. */
    const played = async (own: OwnRules) => {
      const hall = await withHall(village, 2, 'party-assembly', own)
      const [proposal = '', nobody = ''] = hall.proposals
      const [a = '', b = '', c = '', ...others] = hall.people
      await recuses(hall, proposal, [a, b, c])
      const ballot = await hall.puts(proposal)
      for (const person of [a, b, c])
        assert.equal(await refusalOf(votes.cast(actorOf(person), { ballot, choice: 'no' })), { code: 'recused' })
      const yes = Math.floor(others.length / 2) + 1
      await votesOf(village, ballot, others.slice(0, yes), 'yes')
      await votesOf(village, ballot, others.slice(yes), 'no')
      return { hall, nobody, all: hall.people.length, yes, result: await closes(village, ballot, proposal, own) }
    }
    const stays = await played({})
    const { all, yes } = stays
    assert.ok(yes <= all / 2, 'enough of the others, too few of all')
    assert.equal(stays.result, {
      carried: false,
      counted: [all, all, yes, all - 3 - yes, 0],
      needs: [[yes, Math.floor(all / 2) + 1, all]],
    })
    const leaves = await played({ recusal: 'out-of-base' })
    assert.equal(leaves.result, {
      carried: true,
      counted: [all - 3, all - 3, yes, all - 3 - yes, 0],
      needs: [[yes, yes, all - 3]],
    })

    // With everybody out of the base there is no quorum: a share of nothing is not met.
    await recuses(leaves.hall, leaves.nobody, leaves.hall.people)
    const put = { proposal: leaves.nobody, motion: 'agree' } as const
    const refusal = await refusalOf(openBallot(engine, clerk, leaves.hall.meeting, put))
    if (refusal === 'accepted' || refusal.code !== 'gate_closed') throw new Error(JSON.stringify(refusal))
    assert.equal(
      refusal.grounds.filter(({ met }) => !met).map(({ code, have, need, of }) => [code, have, need, of]),
      [['quorum', 0, 1, 0]],
    )
  }),
)

edges('outlook: a certain result closes nothing, and whoever is still out keeps their vote', () =>
  withVillageServices(begins, async (village) => {
    const { engine, clerk } = village
    const hall = await withHall(village, 2, 'party-committee')
    const [proposal = '', hopeless = ''] = hall.proposals
    const until = new Date('2026-03-03T20:00:00+08:00')
    const all = hall.people.length
    const enough = Math.floor(all / 2) + 1
    assert.ok(all > enough)
    const first = await hall.puts(proposal, { until })
    await votesOf(village, first, hall.people.slice(0, enough), 'yes')
    const second = await hall.puts(hopeless, { until })
    await votesOf(village, second, hall.people.slice(0, enough), 'no')
    for (const [item, ballot, outlook, supposed] of [
      [proposal, first, 'certain', { yes: enough, no: 0 }],
      [hopeless, second, 'impossible', { yes: 0, no: enough }],
    ] as const) {
      const ifSo = await value(ballotWhatIf(engine, clerk, ballot, { ...supposed, abstain: 0, spoiled: 0 }))
      assert.equal([ifSo.final, 'outlook' in ifSo && ifSo.outlook], [false, outlook])
      const refusal = await refusalOf(closeBallot(engine, clerk, ballot))
      if (refusal === 'accepted' || refusal.code !== 'gate_closed') throw new Error(JSON.stringify(refusal))
      const unmet = refusal.grounds.filter(({ met }) => !met).map(({ code }) => code)
      assert.ok(unmet.includes('ballot-term-over'), unmet.join())
      const { items } = await value(desk(engine, clerk, hall.meeting))
      const told = items.find((one) => one.proposal === item)
      assert.equal(
        [told?.ballot?.ballot, told?.ballot?.voted, told?.whatIf?.outlook],
        [ballot, enough, 'open'],
        'it stands open, and the desk does not look at what was chosen',
      )
    }
    const others = hall.people.slice(enough)
    await votesOf(village, first, others, 'no')
    await votesOf(village, second, others, 'yes')
    const [carried, failed] = [await closes(village, first, proposal), await closes(village, second, hopeless)]
    assert.equal([carried.carried, ...carried.counted.slice(2)], [true, enough, others.length, 0])
    assert.equal([failed.carried, ...failed.counted.slice(2)], [false, others.length, enough, 0])
  }),
)

/** The stage in which a procedure decides. */
const finalOf = ({ stages }: ExpandedProcedure) => {
  const stage = stages.find((one) => one.kind === 'decision' && one.final)
  if (stage?.kind !== 'decision') throw new Error('the procedure decides nothing')
  return stage
}

edges('rules edited mid-vote: the running ballot keeps those that it was opened under', () =>
  withVillageServices(begins, async (village) => {
    const { engine, clerk, database, community } = village
    const committee = new Committee(village, begins)
    const proposal = await committee.opens(await committee.adopts('representatives'), '修路', [])
    await committee.accepts(proposal)
    for (const body of ['party-committee', 'two-committees', 'party-assembly'] as const)
      await committee.reviews(body, [proposal])
    const { meeting, on } = await committee.calls('village-representatives', [proposal], 10)
    committee.goTo(on)
    const members = await village.membersOf('village-representatives')
    const of = (elected: boolean) =>
      members.filter(({ groups }) => groups.includes('representatives') === elected).map(({ person }) => person)
    const elected = of(true)
    // Half of all the representatives, less one; with the committee's own members more than half of the hall.
    const yes = [...elected.slice(0, Math.ceil(elected.length / 2) - 1), ...of(false)]
    await committee.signsIn(
      meeting,
      members.map(({ person }) => person),
    )
    const { ballot } = await value(openBallot(engine, clerk, meeting, { proposal, motion: 'agree' }))
    await votesOf(village, ballot, yes.slice(0, 5), 'yes')

    const edited = await value(
      adopt(engine, clerk, { procedure: 'three-reviews@1', choices: { ...villageChoices, half: 'members' } }),
    )
    const refusals = await Promise.allSettled(
      ['update adoption set expanded = expanded', 'delete from adoption'].map((statement) =>
        database.sql.begin(async (tx) => {
          await tx`select set_config('app.community', ${community}, true)`
          await tx.unsafe(statement)
        }),
      ),
    )
    assert.ok(refusals.every((one) => one.status === 'rejected' && /permission denied/.test(String(one.reason))))

    await votesOf(village, ballot, yes.slice(5), 'yes')
    const closed = await value(closeBallot(engine, clerk, ballot))
    const matter = 'village-public-works'
    assert.equal(
      [closed.carried, verdictOf(finalOf(edited.expanded), 'agree', closed.tally, on, matter).met],
      [false, true],
      'by the rules that it was opened under, and by those of today',
    )
    assert.equal(
      closed.grounds
        .filter(({ code }) => code === 'own-threshold')
        .map(({ have, need, of: base }) => [have, need, base]),
      [[Math.ceil(elected.length / 2) - 1, Math.ceil(elected.length / 2), elected.length]],
    )
    assert.is((await check(await value(exportRecord(engine, clerk, proposal)))).ok, true)
  }),
)

edges.run()
