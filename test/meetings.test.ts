import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { attend, must, type Scene, say, vote } from '../src/demo/stage.ts'
import type { NextMove } from '../workflows/case.ts'
import {
  acceptsRoad,
  anywhere,
  branch,
  callOf,
  calls,
  ends,
  hallOf,
  idOf,
  meets,
  representatives,
  reviewsRoad,
  standsAt,
} from './support/cases.ts'
import { stopped, stoppedPosting, stoppedWith } from './support/refusals.ts'
import { withVillage } from './support/world.ts'

const meetings = suite('meetings')

const unknown = '01890a5d-ac96-774b-bcce-b302099a8057'

const headOf = async (scene: Scene, meeting: string) =>
  must((await scene.clerk()).get(`${scene.path}/chains/meeting~${idOf(meeting)}/head`), 'head')

/** Tries what must be refused and must leave the meeting and its chain as they were. */
const stoppedIn = async (
  scene: Scene,
  meeting: string,
  attempt: () => Promise<Parameters<typeof stoppedWith>[0]>,
  code: string,
) => {
  const clerk = await scene.clerk()
  const seen = async () => [await must(clerk.get(meeting), 'meeting'), await headOf(scene, meeting)]
  const before = await seen()
  const refusal = stoppedWith(await attempt(), code)
  assert.equal(await seen(), before, `${code} left something behind`)
  return refusal
}

meetings('one meeting carries several proposals; one that does not fit keeps the whole notice from going out', () =>
  withVillage(async (scene) => {
    const [first, second, notYet] = [await acceptsRoad(scene), await acceptsRoad(scene), await reviewsRoad(scene)]
    const call = await callOf(scene, [first, second, notYet, first], branch)
    const path = `${scene.path}/meetings`
    for (const proposal of [first, second, notYet]) {
      const refusal = await stoppedPosting(scene, proposal, path, call, 'agenda_item_unfit')
      assert.is(refusal.facts.proposal, idOf(notYet))
      assert.ok(refusal.unmet.some(([code]) => code === 'right-body'))
    }
    const unknownItem = { ...call, agenda: [...call.agenda, unknown] }
    assert.equal((await stoppedPosting(scene, first, path, unknownItem, 'not_found')).facts, { what: 'proposal' })
    await stoppedPosting(scene, first, path, { ...call, agenda: [] }, 'input_invalid')
    await stoppedPosting(scene, first, path, { ...call, at: '2026-03-04' }, 'input_invalid')
    await stoppedPosting(scene, first, path, { ...call, place: '' }, 'input_invalid')
    const resident = await scene.resident((await scene.seats(branch.body))[0]?.person ?? '')
    await stopped(scene, first, () => resident.post(path, call), 'forbidden')

    const meeting = await calls(scene, { ...(await callOf(scene, [first, second, first], branch)) })
    const shown = await must((await scene.clerk()).get(meeting), 'meeting')
    assert.equal(
      (shown.agenda as readonly { readonly proposal: string }[]).map(({ proposal }) => proposal).sort(),
      [idOf(first), idOf(second)].sort(),
    )
    const people = (await scene.seats(branch.body)).map(({ person }) => person)
    await attend(scene, meeting, people)
    await vote(scene, first, meeting, { yes: people })
    assert.is(await standsAt(scene, first), 'committees.calling')
    assert.is(await standsAt(scene, second), 'branch.called')
    await ends(scene, meeting, 'held')
    assert.is(await standsAt(scene, second), 'branch.calling', 'not reached, so to be called again')
  }),
)

meetings('members sign in by the code of the hall or at the clerk’s table, once, on the roll, while it sits', () =>
  withVillage(async (scene) => {
    const proposal = await acceptsRoad(scene)
    const meeting = await calls(scene, await callOf(scene, [proposal], branch))
    const path = `${meeting}/attendance`
    const [first = '', second = '', third = ''] = (await scene.seats(branch.body)).map(({ person }) => person)
    const outsider = (await hallOf(scene)).women.at(-1) ?? ''
    assert.ok(!(await scene.seats(branch.body)).some(({ person }) => person === outsider))
    const [phone, strange] = [await scene.resident(first), await scene.resident(outsider)]

    const { hallCode } = await must((await scene.clerk()).get(meeting), 'meeting')
    assert.match(String(hallCode), /^\d{6}$/)
    const seen = await must(phone.get(meeting), 'seen by a member')
    assert.is(seen.hallCode, undefined, 'only the desk sees the code')

    const wrong = String((Number(hallCode) + 1) % 1_000_000).padStart(6, '0')
    await stoppedIn(scene, meeting, () => phone.post(path, { code: wrong }), 'hall_code_wrong')
    await stoppedIn(scene, meeting, () => phone.post(path, { code: '12345' }), 'input_invalid')
    await stoppedIn(scene, meeting, () => phone.post(path, { people: [first] }), 'forbidden')
    await stoppedIn(scene, meeting, () => strange.post(path, { code: hallCode }), 'not_on_roll')
    const clerk = await scene.clerk()
    await stoppedIn(scene, meeting, () => clerk.post(path, { code: hallCode }), 'not_on_roll')
    await stoppedIn(scene, meeting, () => clerk.post(path, { people: [second, outsider] }), 'not_on_roll')
    await stoppedIn(scene, meeting, () => clerk.post(path, { people: [second, unknown] }), 'not_on_roll')

    const came = await must(phone.post(path, { code: hallCode }), 'by phone')
    assert.equal(came, { signedIn: [first], before: [] })
    const head = await headOf(scene, meeting)
    assert.equal(await must(phone.post(path, { code: hallCode }), 'twice'), { signedIn: [], before: [first] })
    assert.equal(await must(clerk.post(path, { people: [first, first] }), 'and at the table'), {
      signedIn: [],
      before: [first],
    })
    assert.equal(await headOf(scene, meeting), head, 'signing in twice changes nothing')
    const table = await must(clerk.post(path, { people: [first, second, third, second] }), 'at the table')
    assert.equal(table, { signedIn: [second, third], before: [first] })
    const now = await must(clerk.get(meeting), 'meeting')
    assert.equal(now.people, { entitled: 5, present: 3 })

    await ends(scene, meeting, 'postponed')
    const late = await stoppedIn(scene, meeting, () => phone.post(path, { code: hallCode }), 'meeting_ended')
    assert.equal(late.facts, { outcome: 'postponed' })
    const noMeeting = stoppedWith(
      await clerk.post(`${scene.path}/meetings/${unknown}/attendance`, { people: [first] }),
      'not_found',
    )
    assert.equal(noMeeting.facts, { what: 'meeting' })
  }),
)

meetings('a meeting ends once, and not over an open ballot', () =>
  withVillage(async (scene) => {
    const proposal = await acceptsRoad(scene)
    const { meeting, people } = await meets(scene, proposal, branch)
    const clerk = await scene.clerk()
    const { ballot } = await must(clerk.post(`${meeting}/ballots`, { proposal: idOf(proposal) }), 'ballot')
    for (const outcome of ['held', 'postponed', 'no-quorum']) {
      const open = await stoppedIn(
        scene,
        meeting,
        () => clerk.post(`${meeting}/end`, { outcome, reason: '改日再议' }),
        'ballots_still_open',
      )
      assert.equal(open.facts, { ballots: [ballot] })
    }
    const second = await stoppedPosting(
      scene,
      proposal,
      `${meeting}/ballots`,
      { proposal: idOf(proposal) },
      'not_in_this_step',
    )
    assert.equal(second.facts.open, ['ballot.closed', 'ballot.voided', ...anywhere])
    await must(clerk.post(`${scene.path}/ballots/${String(ballot)}/close`), 'close')
    for (const outcome of ['cancelled', 'postponed'])
      await stoppedIn(scene, meeting, () => clerk.post(`${meeting}/end`, { outcome }), 'input_invalid')
    const resident = await scene.resident(people[0] ?? '')
    await stoppedIn(scene, meeting, () => resident.post(`${meeting}/end`, { outcome: 'held' }), 'forbidden')
    await ends(scene, meeting, 'held')
    for (const outcome of ['held', 'postponed', 'no-quorum']) {
      const twice = await stoppedIn(
        scene,
        meeting,
        () => clerk.post(`${meeting}/end`, { outcome, reason: '改日再议' }),
        'meeting_ended',
      )
      assert.equal(twice.facts, { outcome: 'held' })
    }
    await stoppedPosting(scene, proposal, `${meeting}/ballots`, { proposal: idOf(proposal) }, 'meeting_ended')
    assert.is(await standsAt(scene, proposal), 'branch.undecided')
    // Undecided, it is taken up again in another meeting, with a reason.
    const { meeting: again } = await meets(scene, proposal, branch)
    const unreasoned = await stoppedPosting(
      scene,
      proposal,
      `${again}/ballots`,
      { proposal: idOf(proposal) },
      'gate_closed',
    )
    assert.equal(unreasoned.unmet, [['put-again-with-reason', 0, 1]])
    const reasoned = { proposal: idOf(proposal), again: '上次无人投票' }
    await must((await scene.clerk()).post(`${again}/ballots`, reasoned), 'again')
  }),
)

meetings('who may come to a ballot is settled at its roll call: a late comer votes in the next one', () =>
  withVillage(async (scene) => {
    const [first, second] = [await acceptsRoad(scene), await acceptsRoad(scene)]
    const meeting = await calls(scene, await callOf(scene, [first, second], branch))
    const [late = '', ...early] = (await scene.seats(branch.body)).map(({ person }) => person)
    await attend(scene, meeting, early)
    const clerk = await scene.clerk()
    const open = async (proposal: string) => {
      const { ballot } = await must(clerk.post(`${meeting}/ballots`, { proposal: idOf(proposal) }), 'ballot')
      return `${scene.path}/ballots/${String(ballot)}`
    }
    const ballot = await open(first)
    await attend(scene, meeting, [late])
    const caller = await scene.resident(late)
    await stopped(scene, first, () => caller.post(`${ballot}/votes`, { choice: 'yes' }), 'not_present_at_roll_call')
    const seen = await must(caller.get(ballot), 'ballot')
    const none = {
      mayVote: false,
      voted: false,
      recused: false,
      door: null,
      castBy: null,
      choice: null,
      told: null,
      for: [],
    }
    assert.equal(seen.mine, none)
    const next = await open(second)
    await must(caller.post(`${next}/votes`, { choice: 'yes' }), 'vote')
    const { mine } = await must(caller.get(next), 'ballot')
    assert.equal(mine, { ...none, mayVote: true, voted: true, door: 'phone', choice: 'yes' })
  }),
)

meetings('what was withdrawn meanwhile learns nothing of the meeting; the rest of the agenda does', () =>
  withVillage(async (scene) => {
    const [kept, withdrawn] = [await acceptsRoad(scene), await acceptsRoad(scene)]
    const meeting = await calls(scene, await callOf(scene, [kept, withdrawn], branch))
    await say(scene, withdrawn, 'proposal.withdrawn', { reason: '不办了' })
    await stoppedPosting(scene, withdrawn, `${meeting}/ballots`, { proposal: idOf(withdrawn) }, 'case_ended')
    const { told, items } = await ends(scene, meeting, 'no-quorum')
    assert.equal(told, [idOf(kept)])
    assert.equal(items, [
      { proposal: idOf(kept), outcome: 'no-quorum', newConvocation: true },
      { proposal: idOf(withdrawn), outcome: 'left-agenda', newConvocation: false },
    ])
    assert.is(await standsAt(scene, kept), 'branch.calling')
    assert.is(await standsAt(scene, withdrawn), 'withdrawn')
  }),
)

type Listed = NextMove & { readonly who: readonly string[] }

/** What `…/next` says: each move with whether it is open, who makes it, and what is unmet as code, have and need. */
const nextOf = async (scene: Scene, proposal: string) => {
  const { moves } = await must((await scene.clerk()).get(`${proposal}/next`), 'next')
  return (moves as readonly Listed[]).map(({ move, carried, open, who, grounds }) => ({
    move: carried === undefined ? move : `${move}:${carried}`,
    open,
    who: who.join(),
    unmet: grounds.filter(({ met }) => !met).map(({ code, have, need }) => `${code} ${have}/${need}`),
  }))
}

meetings('next lists every move: who makes it, whether it is open, and what is missing with its numbers', () =>
  withVillage(async (scene) => {
    const withdrawal = { move: 'proposal.withdrawn', open: true, who: 'proposer,clerk', unmet: [] }
    const move = (name: string, ...unmet: readonly string[]) => ({
      move: name,
      open: unmet.length === 0,
      who: 'clerk',
      unmet,
    })
    const around = (days: number) => [
      withdrawal,
      move('proposal.merged'),
      move('proposal.expired', `days-without-move ${days}/365`),
    ]
    const opened = 'ballot-not-yet-opened 0/1'
    const voted = [
      { ...withdrawal, open: false, unmet: [opened] },
      move('proposal.merged', opened),
      move('proposal.expired', opened, 'days-without-move 0/365'),
    ]
    const refer = move('decision.referred')
    const proposal = await reviewsRoad(scene)
    assert.equal(await nextOf(scene, proposal), [move('meeting.convened', 'meeting-called 0/1'), refer, ...around(0)])

    const call = await callOf(scene, [proposal], representatives)
    const { meeting: id } = await must((await scene.clerk()).post(`${scene.path}/meetings`, call), 'meeting')
    const waiting = await nextOf(scene, proposal)
    assert.equal(waiting[0], move('ballot.opened', 'meeting-day 0/1', 'quorum 0/24', 'quorum 0/8'))
    await scene.clock.goTo(call.at)
    const meeting = `${scene.path}/meetings/${String(id)}`
    const { women, men } = await hallOf(scene)
    await attend(scene, meeting, [...women.slice(0, 7), ...men.slice(0, 16)])
    assert.equal(await nextOf(scene, proposal), [
      move('ballot.opened', 'quorum 23/24', 'quorum 7/8'),
      refer,
      move('quorum.missed'),
      move('quorum.missed', 'calls-spent 1/2'),
      move('meeting.postponed'),
      ...around(10),
    ])
    await attend(scene, meeting, [...women.slice(7), ...men.slice(16)])
    assert.equal(await nextOf(scene, proposal), [
      move('ballot.opened'),
      refer,
      move('quorum.missed', 'quorum-missed 0/1'),
      move('quorum.missed', 'calls-spent 1/2', 'quorum-missed 0/1'),
      move('meeting.postponed'),
      ...around(10),
    ])
    const { ballot } = await must(
      (await scene.clerk()).post(`${meeting}/ballots`, { proposal: idOf(proposal) }),
      'open',
    )
    assert.equal(await nextOf(scene, proposal), [
      move('ballot.closed:agree'),
      move('ballot.closed:return', 'motion-put 0/1'),
      move('ballot.closed:refuse', 'motion-put 0/1'),
      move('ballot.closed'),
      ...voted,
    ])
    await must((await scene.clerk()).post(`${scene.path}/ballots/${String(ballot)}/close`), 'close')
    await ends(scene, meeting, 'held')
    assert.equal(await nextOf(scene, proposal), [
      move('ballot.opened', 'meeting-called 0/1'),
      move('meeting.convened', 'meeting-called 0/1'),
      refer,
      move('decision.sent-back'),
      move('decision.concluded'),
      ...voted,
    ])
    await say(scene, proposal, 'decision.concluded', { reason: '不再议' })
    assert.equal(await nextOf(scene, proposal), [])
    const gone = stoppedWith(await (await scene.clerk()).get(`${scene.path}/proposals/${unknown}/next`), 'not_found')
    assert.equal(gone.facts, { what: 'proposal' })
  }),
)

meetings.run()
