import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { hang, must, say } from '../src/demo/stage.ts'
import { attests } from './support/attesting.ts'
import {
  acceptsRoad,
  agrees,
  authorises,
  branch,
  callOf,
  calls,
  comments,
  draftsCovenant,
  idOf,
  peopleOf,
  posts,
  proposesRoad,
  redrafts,
  representatives,
  reviewsCovenant,
  standsAt,
} from './support/cases.ts'
import { told } from './support/communities.ts'
import { stoppedSaying } from './support/refusals.ts'
import { withCity, withVillage } from './support/world.ts'

const documents = suite('the papers of a case')

const unknown = '01890a5d-ac96-774b-bcce-b302099a8057'

documents('drafts are read one by one, and what changed between two is told word by word', () =>
  withVillage(async (scene) => {
    const proposal = await proposesRoad(scene)
    await redrafts(scene, proposal, '方案一,加路灯')
    const clerk = await scene.clerk()
    const { items } = await must(clerk.get(`${proposal}/drafts`), 'drafts')
    assert.equal(
      (items as readonly { readonly n: number; readonly text: string }[]).map(({ n, text }) => [n, text]),
      [
        [1, '方案一'],
        [2, '方案一,加路灯'],
      ],
    )
    assert.is((await must(clerk.get(`${proposal}/drafts/2`), 'draft')).change, 'substance')
    const segmentsOf = async (n: number, m: number) =>
      (await must(clerk.get(`${proposal}/drafts/${n}/diff/${m}`), 'diff')).segments as readonly {
        readonly kind: string
        readonly text: string
      }[]
    const forward = await segmentsOf(1, 2)
    assert.is(forward.flatMap(({ kind, text }) => (kind === 'removed' ? [] : [text])).join(''), '方案一,加路灯')
    assert.equal(
      forward.filter(({ kind }) => kind === 'added').map(({ text }) => text),
      [',加路灯'],
    )
    assert.equal(
      (await segmentsOf(2, 1)).map(({ kind }) => kind),
      ['same', 'removed'],
    )
    assert.equal(await segmentsOf(1, 1), [{ kind: 'same', text: '方案一' }])
    assert.equal(told(await clerk.get(`${proposal}/drafts/3`)), [404, 'not_found'])
    assert.equal(told(await clerk.get(`${proposal}/drafts/1/diff/3`)), [404, 'not_found'])
    assert.equal(told(await clerk.get(`${proposal}/drafts/0`)), [422, 'input_invalid'])
  }),
)

documents('postings, opinions and adoptions are read as they stand', () =>
  withCity(async (scene) => {
    const proposal = await reviewsCovenant(scene)
    const clerk = await scene.clerk()
    const { items: postings } = await must(clerk.get(`${proposal}/postings`), 'postings')
    const [posting] = postings as readonly { readonly id: string; readonly open: boolean; readonly days: number }[]
    assert.equal([posting?.open, posting?.days], [false, 3])
    assert.is((await must(clerk.get(`${scene.path}/postings/${posting?.id}`), 'posting')).proposal, idOf(proposal))
    assert.equal(told(await clerk.get(`${scene.path}/postings/${unknown}`)), [404, 'not_found'])
    const { items: opinions } = await must(clerk.get(`${proposal}/opinions`), 'opinions')
    assert.equal(
      (opinions as readonly { readonly discipline: string; readonly grounds: string }[]).map((one) => [
        one.discipline,
        one.grounds,
      ]),
      [
        ['law', '无异议'],
        ['social-management', '无异议'],
      ],
    )
    const { items: adoptions } = await must(clerk.get(`${scene.path}/adoptions`), 'adoptions')
    const [adoption] = adoptions as readonly { readonly id: string; readonly procedure: string }[]
    assert.is(adoption?.procedure, 'six-step@1')
    const whole = await must(clerk.get(`${scene.path}/adoptions/${adoption?.id}`), 'adoption')
    assert.is((whole.expanded as { readonly stages: readonly unknown[] }).stages.length, 10)
  }),
)

documents('a meeting’s agenda and attendance: names for the office, counts for everybody', () =>
  withVillage(async (scene) => {
    const proposal = await acceptsRoad(scene)
    const meeting = await calls(scene, await callOf(scene, [proposal], branch))
    const people = await peopleOf(scene, branch.body)
    const [first = ''] = people
    const clerk = await scene.clerk()
    await must(clerk.post(`${meeting}/attendance`, { people: [first] }), 'sign in')
    const { items } = await must(clerk.get(`${meeting}/agenda`), 'agenda')
    assert.equal(
      (items as readonly { readonly title: string; readonly stage: string }[]).map(({ title, stage }) => [
        title,
        stage,
      ]),
      [['修路', 'branch']],
    )
    const office = await must(clerk.get(`${meeting}/attendance`), 'attendance')
    assert.is((office.members as readonly unknown[]).length, people.length)
    const resident = await must((await scene.resident(first)).get(`${meeting}/attendance`), 'attendance')
    assert.equal([resident.people, resident.members], [{ entitled: people.length, present: 1 }, []])
    const { items: list } = await must(clerk.get(`${scene.path}/meetings`), 'meetings')
    assert.equal(
      (list as readonly { readonly id: string }[]).map(({ id }) => id),
      [idOf(meeting)],
    )
    const { items: chains } = await must(clerk.get(`${scene.path}/chains`), 'chains')
    assert.ok(
      (chains as readonly { readonly chain: string }[]).some(({ chain }) => chain === `proposal~${idOf(proposal)}`),
    )
  }),
)

documents('what is due is told with its day, and is gone once it is done', () =>
  withCity(async (scene) => {
    const proposal = await draftsCovenant(scene)
    const { posting, lastDay } = await posts(scene, proposal)
    const comment = await comments(scene, proposal, posting)
    const duesOf = async () => {
      const { items } = await must((await scene.clerk()).get(`${scene.path}/dues`), 'dues')
      return (items as readonly { readonly what: string; readonly id: string }[]).map(({ what, id }) => [what, id])
    }
    assert.equal(await duesOf(), [['comment-unanswered', comment]])
    await scene.clock.after(lastDay)
    assert.equal((await duesOf()).map(([what]) => what).sort(), ['comment-unanswered', 'posting-over'])
    await must(
      (await scene.clerk()).post(`${proposal}/responses`, { comments: [comment], answer: 'adopted', reason: '采纳' }),
      'answer',
    )
    await say(scene, proposal, 'posting.evidenced', { posting, seenOn: scene.clock.today(), evidence: '照片' })
    await say(scene, proposal, 'posting.closed')
    assert.equal(await duesOf(), [])
    await attests(scene, {
      sort: 'event',
      proposal: idOf(proposal),
      occurredOn: scene.clock.today(),
      event: { type: 'filing.reported', with: 'sub-district', filedOn: scene.clock.today(), number: '一' },
    })
    assert.equal(
      (await duesOf()).map(([what]) => what),
      ['attestation-waiting'],
    )
    const [person = ''] = await peopleOf(scene, 'residents-representatives')
    assert.equal(told(await (await scene.resident(person)).get(`${scene.path}/dues`)), [403, 'forbidden'])
  }),
)

documents('a village plan is not done with until the county has approved it', () =>
  withVillage(async (scene) => {
    const proposal = await proposesRoad(scene)
    const matter = 'village-plan-consent'
    await authorises(scene, proposal, matter, { by: 'village-assembly', to: 'village-representatives' })
    await say(scene, proposal, 'intake.accepted', { matter })
    for (const body of ['party-committee', 'two-committees', 'party-assembly'])
      await agrees(scene, proposal, { body, convenedBy: 'party-committee', daysAhead: 1 })
    await agrees(scene, proposal, representatives)
    const { lastDay } = await hang(scene, proposal, 'publications')
    await scene.clock.after(lastDay)
    const held = await stoppedSaying(scene, proposal, 'publication.closed', {}, 'gate_closed')
    assert.equal(held.unmet, [['approved', 0, 1]])
    assert.match(held.ground('approved').cite ?? '', '城乡规划法')
    const approval = { by: 'county', decidedOn: scene.clock.today(), approved: false, number: '县政批 1 号' }
    await say(scene, proposal, 'approval.given', approval)
    await stoppedSaying(scene, proposal, 'publication.closed', {}, 'gate_closed')
    await say(scene, proposal, 'approval.given', { ...approval, approved: true, number: '县政批 2 号' })
    await say(scene, proposal, 'publication.closed')
    assert.is(await standsAt(scene, proposal), 'works.open')
  }),
)

documents.run()
