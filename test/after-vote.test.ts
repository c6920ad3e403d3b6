import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Caller, signedIn } from '../src/demo/client.ts'
import { attend, hang, must, passwordOf, type Scene, say } from '../src/demo/stage.ts'
import {
  agrees,
  callOf,
  calls,
  cityRepresentatives,
  comments,
  evidences,
  idOf,
  reviewsCovenant,
  sixStep,
  standsAt,
} from './support/cases.ts'
import { browse, browseAs } from './support/pages.ts'
import { stopped, stoppedPosting, stoppedSaying, stoppedWith } from './support/refusals.ts'
import { withCity } from './support/world.ts'

const afterwards = suite('after the vote')

/** The covenant adopted: to be published. */
const adoptsCovenant = async (scene: Scene, choices: Readonly<Record<string, string | number>> = {}) => {
  const proposal = await reviewsCovenant(scene, choices)
  await agrees(scene, proposal, cityRepresentatives)
  return proposal
}

const filing = (scene: Scene, change: object = {}) => ({
  with: 'sub-district',
  filedOn: scene.clock.today(),
  number: '备〔2026〕3 号',
  ...change,
})

/** Published and filed: to be carried out. */
const publishes = async (scene: Scene, proposal: string) => {
  const { lastDay } = await hang(scene, proposal, 'publications')
  await scene.clock.after(lastDay)
  await say(scene, proposal, 'publication.closed')
}

const progress = (scene: Scene, percent: unknown) => ({ percent, reportedOn: scene.clock.today(), text: '进度' })

afterwards(
  'a decision hangs fifteen days at least, is evidenced, answered for and filed where the matter asks it',
  () =>
    withCity(async (scene) => {
      const proposal = await adoptsCovenant(scene)
      const path = `${proposal}/publications`
      const short = await stoppedPosting(scene, proposal, path, { places: '栏', days: 14 }, 'gate_closed')
      assert.equal(short.unmet, [['posting-days', 14, 15]])
      await stoppedPosting(scene, proposal, `${proposal}/postings`, { places: '栏' }, 'not_in_this_step')
      const { data } = await must((await scene.clerk()).post(path, { places: '公开栏' }), 'publication')
      const { posting, lastDay } = data as { readonly posting: string; readonly lastDay: string }
      const comment = await comments(scene, proposal, posting, { objection: true, text: '程序有误' })
      await scene.clock.after(lastDay)

      const close = () => stoppedSaying(scene, proposal, 'publication.closed', {}, 'gate_closed')
      const unfiled = await close()
      assert.equal(unfiled.unmet, [
        ['posting-evidenced', 0, 1],
        ['comments-unanswered', 1, 0],
        ['filed', 0, 1],
      ])
      assert.equal(unfiled.ground('filed').detail, { with: 'sub-district' })
      assert.match(unfiled.ground('filed').cite ?? '', '第三十一条')
      await evidences(scene, proposal, posting)
      const response = { comments: [comment], answer: 'not-adopted', reason: '程序合规' }
      await must((await scene.clerk()).post(`${proposal}/responses`, response), 'response')
      await say(scene, proposal, 'filing.reported', filing(scene, { with: 'township' }))
      assert.equal((await close()).unmet, [['filed', 0, 1]], 'filed with another office')
      await stoppedSaying(scene, proposal, 'filing.reported', filing(scene, { filedOn: '2026-12-01' }), 'day_in_future')
      await stoppedSaying(scene, proposal, 'filing.reported', filing(scene, { number: '' }), 'input_invalid')
      await say(scene, proposal, 'filing.reported', filing(scene))
      await say(scene, proposal, 'publication.closed')
      assert.is(await standsAt(scene, proposal), 'works.open')
    }),
)

afterwards('works are complete at a hundred percent; ratings are the residents’, once each, while they run', () =>
  withCity(async (scene) => {
    const proposal = await adoptsCovenant(scene)
    const [rater = '', other = ''] = (await scene.seats('residents-representatives')).map(({ person }) => person)
    const rating = (score: unknown) => ({ type: 'rating.given', score })
    const rates = async (score: unknown, code: string) => {
      const resident = await scene.resident(rater)
      return stopped(scene, proposal, () => resident.post(`${proposal}/events`, rating(score)), code)
    }
    await say(scene, proposal, 'filing.reported', filing(scene))
    await stoppedSaying(scene, proposal, 'progress.reported', progress(scene, 50), 'not_in_this_step')
    await publishes(scene, proposal)

    for (const percent of [101, -1, 99.5, '50'])
      await stoppedSaying(scene, proposal, 'progress.reported', progress(scene, percent), 'input_invalid')
    const tomorrow = { ...progress(scene, 10), reportedOn: scene.clock.ahead(1).slice(0, 10) }
    await stoppedSaying(scene, proposal, 'progress.reported', tomorrow, 'day_in_future')
    const complete = () => stoppedSaying(scene, proposal, 'implementation.completed', {}, 'gate_closed')
    assert.equal((await complete()).unmet, [['progress-percent', 0, 100]])
    // Who inspects may find that it is not done after all: the newest report counts.
    for (const percent of [99, 100, 60]) await say(scene, proposal, 'progress.reported', progress(scene, percent))
    assert.equal((await complete()).unmet, [['progress-percent', 60, 100]])
    await say(scene, proposal, 'progress.reported', progress(scene, 100))
    await rates(5, 'not_in_this_step')
    await say(scene, proposal, 'implementation.completed')
    await stoppedSaying(scene, proposal, 'progress.reported', progress(scene, 50), 'not_in_this_step')
    await publishes(scene, proposal)

    const first = await scene.resident(rater)
    for (const score of [0, 6, 4.5, null])
      await stopped(scene, proposal, () => first.post(`${proposal}/events`, rating(score)), 'input_invalid')
    const clerk = await scene.clerk()
    const byClerk = await stopped(scene, proposal, () => clerk.post(`${proposal}/events`, rating(5)), 'forbidden')
    assert.equal(byClerk.facts, { needs: ['resident'] })
    const expert = await scene.expert('law')
    await stopped(scene, proposal, () => expert.post(`${proposal}/events`, rating(5)), 'forbidden')
    await must(first.post(`${proposal}/events`, rating(5)), 'rating')
    const twice = await stopped(scene, proposal, () => first.post(`${proposal}/events`, rating(1)), 'does_not_fit')
    assert.is(twice.facts.why, 'rated_already')
    // From the first page to the rating, and once.
    const page = proposal.replace('/api/communities/', '/c/')
    const rate = `${page}/moves/rating.given`
    const phone = await browseAs(scene, other)
    const start = await phone.looks(`/c/${scene.community}`)
    assert.match(start.text, '办完了，请大家评议')
    assert.match(start.html, `href="${page}"`)
    assert.match((await phone.looks(page)).html, `href="${rate}"`)
    assert.is((await phone.sends(rate, 'rating.given', { score: '6' })).status, 422)
    assert.is((await phone.sends(rate, 'rating.given', { score: '1' })).to, `${page}?done=rating.given`)
    assert.match((await phone.looks(`${page}?done=rating.given`)).text, /打分已收到.*您已经给实施效果打过分/)
    assert.not.match((await phone.looks(page)).html, `href="${rate}"`)
    assert.not.match((await browse(scene.url).looks(page)).html, `href="${rate}"`)
    await stopped(scene, proposal, () => first.post(`${proposal}/events`, { type: 'evaluation.closed' }), 'forbidden')

    await scene.clock.pass(sixStep.ratingDays - 1)
    const early = await stoppedSaying(scene, proposal, 'evaluation.closed', {}, 'gate_closed')
    assert.equal(early.unmet, [['rating-days', 6, 7]])
    assert.equal(early.ground('rating-days').detail, { ratings: 2 })
    await scene.clock.pass(1)
    await say(scene, proposal, 'evaluation.closed')
    await rates(5, 'case_ended')
    assert.is(await standsAt(scene, proposal), 'closed')
  }),
)

interface Line {
  readonly person: string
  readonly present: boolean
  readonly choice: string | null
}

afterwards('the roll call is shown to whom the adoption shows it, and to nobody before the ballot closes', () =>
  withCity(async (scene) => {
    const shown = { public: '', members: '', totals: '' }
    for (const rollCall of ['public', 'members', 'totals'] as const)
      shown[rollCall] = await reviewsCovenant(scene, { rollCall, base: 'present' })
    const meeting = await calls(scene, await callOf(scene, Object.values(shown), cityRepresentatives))
    const members = (await scene.seats('residents-representatives')).map(({ person }) => person)
    await attend(scene, meeting, members.slice(0, 40))
    const [voter = '', silent = ''] = members
    const absent = members.at(-1) ?? ''
    const people = (await must((await scene.clerk()).get(`${scene.path}/people?limit=200`), 'people'))
      .items as readonly {
      readonly id: string
    }[]
    const outsider = people.find(({ id }) => !members.includes(id))?.id ?? ''
    const supervisor = { login: 'tingqian-supervisor', password: passwordOf('tingqian-supervisor') }
    const callers: Readonly<Record<string, Caller>> = {
      clerk: await scene.clerk(),
      supervisor: await signedIn(scene.url, scene.community, supervisor),
      member: await scene.resident(voter),
      absentMember: await scene.resident(absent),
      resident: await scene.resident(outsider),
      expert: await scene.expert('law'),
    }
    const everyone = Object.keys(callers)
    const who = {
      public: everyone,
      members: ['clerk', 'supervisor', 'member', 'absentMember'],
      totals: [] as readonly string[],
    }
    for (const rollCall of ['public', 'members', 'totals'] as const) {
      const proposal = shown[rollCall]
      const clerk = await scene.clerk()
      const { ballot } = await must(clerk.post(`${meeting}/ballots`, { proposal: idOf(proposal) }), 'ballot')
      const path = `${scene.path}/ballots/${String(ballot)}`
      await must((await scene.resident(voter)).post(`${path}/votes`, { choice: 'no' }), 'vote')
      const look = async (open: boolean) => {
        for (const [name, caller] of Object.entries(callers)) {
          const answer = await caller.get(`${path}/roll-call`)
          if (!who[rollCall].includes(name)) {
            const refusal = stoppedWith(answer, 'forbidden')
            assert.equal(refusal.facts, { needs: [`roll-call:${rollCall}`] }, `${name} at ${rollCall}`)
            continue
          }
          assert.is(answer.status, 200, `${name} at ${rollCall}`)
          const lines = new Map((answer.body.items as readonly Line[]).map((line) => [line.person, line]))
          assert.is(lines.size, 60)
          const of = (person: string) => [lines.get(person)?.present, lines.get(person)?.choice]
          assert.equal(
            [of(voter), of(silent), of(absent)],
            [
              [true, open ? null : 'no'],
              [true, null],
              [false, null],
            ],
          )
        }
        const { result, votes } = await must(callers.resident?.get(path) ?? clerk.get(path), 'ballot')
        assert.is(votes, 1)
        assert.is(result === null, open)
      }
      await look(true)
      await must(clerk.post(`${path}/close`), 'close')
      await look(false)
    }
    const nowhere = `${scene.path}/ballots/01890a5d-ac96-774b-bcce-b302099a8057/roll-call`
    assert.equal(stoppedWith(await (await scene.clerk()).get(nowhere), 'not_found').facts, { what: 'ballot' })
  }),
)

afterwards.run()
