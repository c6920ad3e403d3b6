import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Caller, signedIn } from '../src/demo/client.ts'
import { must, type Scene } from '../src/demo/stage.ts'
import { sha256 } from '../src/record/sha256.ts'
import { canonicalBytes } from '../workflows/format/canonical.ts'
import { toHex } from '../workflows/format/hash.ts'
import { addDays } from '../workflows/rules/days.ts'
import {
  authorises,
  branch,
  callOf,
  calls,
  ends,
  idOf,
  representatives,
  reviewsRoad,
  threeReviews,
} from './support/cases.ts'
import { stoppedWith } from './support/refusals.ts'
import { type Small, withSmallVillage } from './support/small-village.ts'
import { behind, told } from './support/voters.ts'

const desk = suite('the desk of a meeting')

const codesOf = (rows: unknown) => (rows as readonly { readonly person: string }[]).map(({ person }) => person).sort()

/** Calls the village's representatives without going to the day. */
const convoked = async (scene: Small): Promise<{ readonly meeting: string; readonly at: string }> => {
  const proposal = await reviewsRoad(scene)
  const call = await callOf(scene, [proposal], representatives)
  const { meeting } = await must((await scene.clerk()).post(`${scene.path}/meetings`, call), 'meeting')
  return { meeting: `${scene.path}/meetings/${String(meeting)}`, at: call.at }
}

desk('knows whom the convocation has reached, when and how, and how many days ahead as the law asks', () =>
  withSmallVillage(async (scene) => {
    const { meeting, at } = await convoked(scene)
    const clerk = await scene.clerk()
    const sent = scene.clock.today()
    const path = `${meeting}/deliveries`
    const [zhao, wang, sun] = ['赵一', '王一', '孙二'].map(scene.id)
    const note = async (people: readonly unknown[], how: string, on: string, by?: Caller) =>
      (by ?? (await scene.clerk())).post(path, { people, how, on })

    assert.equal(told(await note([zhao], 'by-hand', addDays(sent, -1))), [422, 'day_too_early'])
    assert.equal(told(await note([zhao], 'by-hand', addDays(sent, 1))), [422, 'day_in_future'])
    assert.equal(told(await note([zhao, scene.id('王二')], 'by-hand', sent)), [403, 'not_on_roll'])
    assert.equal(told(await note([zhao], 'pigeon', sent)), [422, 'input_invalid'])
    assert.equal(told(await note([], 'by-hand', sent)), [422, 'input_invalid'])
    const files = ['ab'.repeat(32)]
    assert.equal(told(await clerk.post(path, { people: [zhao], how: 'letter', on: sent, files })), [404, 'not_found'])
    const member = await scene.resident(String(zhao))
    assert.equal(told(await note([zhao], 'by-hand', sent, member)), [403, 'forbidden'])

    assert.equal(await must(note([zhao, wang], 'by-hand', sent), 'by hand'), { noted: [zhao, wang].sort(), before: [] })
    await scene.clock.pass(6)
    const later = scene.clock.today()
    await must(note([zhao, sun], 'telephone', later), 'by telephone')
    assert.equal(await must(note([sun, zhao], 'telephone', later), 'again'), { noted: [], before: [sun, zhao].sort() })

    const view = await must((await scene.clerk()).get(path), 'deliveries')
    const { entitled, reached, inTime, toReach, daysNeeded } = view
    assert.equal([entitled, reached, inTime, toReach, daysNeeded], [10, 3, 2, 7, 5])
    const lines = view.members as readonly {
      person: string
      ways: unknown
      daysAhead: number | null
      inTime: boolean
    }[]
    const lineOf = (person: string | undefined) => {
      const { ways, daysAhead, inTime: early } = lines.find((one) => one.person === person) ?? {}
      return [ways, daysAhead, early]
    }
    const byHand = { how: 'by-hand', on: sent }
    assert.equal(lineOf(zhao), [[byHand, { how: 'telephone', on: later }], 10, true], 'the first day counts')
    assert.equal(lineOf(wang), [[byHand], 10, true])
    assert.equal(lineOf(sun), [[{ how: 'telephone', on: later }], 4, false])
    assert.equal(lineOf(scene.id('郑一')), [[], null, false])
    const seen = await must((await scene.resident(String(zhao))).get(path), 'as a member sees it')
    assert.equal([seen.reached, seen.members], [3, []])

    await scene.clock.goTo(at)
    await scene.clock.pass(1)
    const after = stoppedWith(
      await (await scene.clerk()).post(path, { people: [wang], how: 'letter', on: scene.clock.today() }),
      'day_too_far',
    )
    assert.equal(after.facts, { day: scene.clock.today(), latest: at.slice(0, 10) })
    // What came to light late is entered late.
    await must((await scene.clerk()).post(path, { people: [wang], how: 'letter', on: later }), 'entered afterwards')
  }),
)

/** The desk's one item. */
const itemOf = (view: Readonly<Record<string, unknown>>) => {
  const [item] = view.items as readonly {
    readonly quorum: readonly {
      readonly code: string
      readonly have: number
      readonly need: number
      readonly missing: number
    }[]
    readonly next: readonly { readonly move: string; readonly open: boolean }[]
    readonly ballot: { readonly voted: number; readonly mayVote: number; readonly doors: unknown } | null
    readonly whatIf: {
      readonly outlook: string
      readonly needsYes: number
      readonly out: number
      readonly present: number
      readonly said: { readonly zh: string }
    } | null
    readonly recused: number
  }[]
  if (!item) throw new Error('the desk has no item')
  return item
}

desk(
  'signs in by slip, phone and table, knows who came late and left early, and what is missing by every measure',
  () =>
    withSmallVillage(async (scene) => {
      const { meeting, at } = await convoked(scene)
      await scene.clock.goTo(at)
      const clerk = await scene.clerk()
      const path = `${meeting}/attendance`
      const id = scene.id
      const roll = codesOf((await scene.seats('village-representatives')).map(({ person }) => ({ person })))
      const view = async (caller: Caller = clerk) => must(caller.get(`${meeting}/desk`), 'desk')

      // A slip names its holder and is not used up; used up it still does; a newer one replaces it.
      const slip = await scene.slip(id('赵一'))
      const slips = (...codes: readonly string[]) => clerk.post(path, { slips: codes })
      const old = await scene.slip(id('王一'))
      const newer = await scene.slip(id('王一'))
      assert.equal(stoppedWith(await slips(slip, old), 'slip_unknown').facts, { index: 1 })
      assert.equal(told(await slips(slip.replace(/.$/, (last) => (last === '2' ? '3' : '2')))), [422, 'slip_mistyped'])
      const outsider = await scene.slip(id('王二'))
      assert.equal(told(await slips(slip, outsider)), [403, 'not_on_roll'])
      assert.equal(
        itemOf(await view()).quorum.map(({ code, have, need, missing }) => [code, have, need, missing]),
        [
          ['law-in-force', 1, 1, 0],
          ['quorum', 0, 7, 7],
          ['quorum', 0, 3, 3],
        ],
      )
      assert.equal(await must(slips(slip), 'slip'), { signedIn: [id('赵一')], before: [] })
      const zhao = await signedIn(scene.url, scene.community, { slip })
      assert.equal(await must(slips(slip), 'a used slip'), { signedIn: [], before: [id('赵一')] })
      assert.equal(told(await zhao.post(path, { slips: [newer] })), [403, 'forbidden'], 'the door is the clerk’s')
      await must(slips(newer), 'the newer slip')

      // A phone outside the room is not present, whatever it says.
      const sun = await scene.resident(id('孙二'))
      const afar = stoppedWith(await sun.post(path, { remote: true }), 'remote_not_admitted')
      assert.equal(afar.facts, { stages: ['decision'] })
      const { hallCode } = await must(clerk.get(meeting), 'meeting')
      await must(sun.post(path, { code: hallCode }), 'in the room')

      const early = ['张二', '周一', '吴一'].map(id)
      await must(clerk.post(path, { people: early }), 'table')
      const short = itemOf(await view())
      assert.equal(
        short.quorum.map(({ have, need, missing }) => [have, need, missing]),
        [
          [1, 1, 0],
          [6, 7, 1],
          [4, 3, 0],
        ],
      )
      assert.is(short.next.find(({ move }) => move === 'ballot.opened')?.open, false)
      const proposal = (await must(clerk.get(meeting), 'meeting')).agenda as readonly { readonly proposal: string }[]
      const put = { proposal: proposal[0]?.proposal, motion: 'agree' }
      assert.equal(told(await clerk.post(`${meeting}/ballots`, put)), [409, 'gate_closed'])
      const full = await view()
      const absent = roll.filter((person) => ![...early, ...['赵一', '王一', '孙二'].map(id)].includes(person))
      assert.equal([full.missing, codesOf(full.missingPeople)], [4, absent])
      const seen = await view(sun)
      assert.equal([seen.missing, seen.missingPeople], [4, []], 'others see how many')
      const chair = await scene.resident(id('张一'))
      assert.equal(codesOf((await view(chair)).missingPeople), absent, 'the presider sees who')

      // The roll is called; then one comes late and one leaves: the voters stay who they were.
      await must(clerk.post(path, { people: [id('周二')] }), 'the seventh')
      const before = itemOf(await view())
      assert.equal([before.whatIf?.outlook, before.whatIf?.needsYes, before.whatIf?.out], ['open', 4, 7])
      const { ballot } = await must(clerk.post(`${meeting}/ballots`, put), 'ballot')
      await must(clerk.post(path, { people: [id('郑一')] }), 'late')
      assert.equal(told(await zhao.post(`${meeting}/departures`, { people: [id('孙二')] })), [403, 'forbidden'])
      assert.equal(
        told(await clerk.post(`${meeting}/departures`, {})),
        [403, 'not_on_roll'],
        'a clerk without a person says who',
      )
      assert.equal(told(await clerk.post(`${meeting}/departures`, { people: [id('王二')] })), [403, 'not_on_roll'])
      const gone = await must(zhao.post(`${meeting}/departures`, {}), 'leaves')
      assert.equal(gone, { left: [id('赵一')], notHere: [], stillVoters: [{ ballot, people: [id('赵一')] }] })
      const twice = await must(clerk.post(`${meeting}/departures`, { people: [id('赵一'), id('李一')] }), 'again')
      assert.equal(twice, { left: [], notHere: [id('赵一'), id('李一')], stillVoters: [] })
      await must(zhao.post(`${scene.path}/ballots/${String(ballot)}/votes`, { choice: 'yes' }), 'votes all the same')
      const during = itemOf(await view())
      assert.equal([during.ballot?.voted, during.ballot?.mayVote, during.ballot?.doors], [1, 7, { phone: 1 }])
      assert.equal(
        [during.whatIf?.outlook, during.whatIf?.needsYes, during.whatIf?.out],
        ['open', 4, 7],
        'no choice is looked at',
      )
      assert.equal(during.quorum[1]?.have, 7, 'the hall as it is now')

      const asked = (query: string, by: Caller = sun) =>
        by.get(`${scene.path}/ballots/${String(ballot)}/what-if${query}`)
      const supposed = async (query: string) => {
        const { outlook, final, out } = await must(asked(query), 'what if')
        return [outlook, final, out]
      }
      assert.equal(await supposed(''), ['open', false, 7])
      assert.equal(await supposed('?yes=3&no=1'), ['open', false, 3])
      assert.equal(await supposed('?yes=4'), ['certain', false, 3])
      assert.equal(await supposed('?no=4&yes=1'), ['impossible', false, 2])
      assert.equal(stoppedWith(await asked('?yes=5&no=3'), 'beyond_voters').facts, { supposed: 8, mayVote: 7 })
      assert.equal(told(await asked('?yes=-1')), [422, 'input_invalid'])

      // Back again, and the times are all there.
      await must(clerk.post(path, { people: [id('赵一')] }), 'back')
      await must(clerk.post(`${meeting}/departures`, { people: [id('吴一')] }), 'early')
      const hall = await must(clerk.get(path), 'attendance')
      assert.equal([hall.late, hall.leftEarly, hall.people], [1, 1, { entitled: 10, present: 7 }])
      const lines = hall.members as readonly {
        person: string
        late: boolean
        leftEarly: boolean
        stays: readonly { door: string; from: string; until: string | null; ended: string | null }[]
      }[]
      const of = (name: string) => lines.find(({ person }) => person === id(name))
      assert.equal(
        of('赵一')?.stays.map(({ door, ended }) => [door, ended]),
        [
          ['slip', 'left'],
          ['clerk', null],
        ],
      )
      assert.equal([of('赵一')?.late, of('赵一')?.leftEarly], [false, false], 'who comes back has not left early')
      assert.equal([of('郑一')?.late, of('吴一')?.leftEarly, of('孙二')?.stays[0]?.door], [true, true, 'phone'])
      assert.ok(String(of('郑一')?.stays[0]?.from) >= String(hall.firstRollCall))
      assert.equal(of('李一')?.stays, [])
      assert.equal((await must(sun.get(path), 'as a member sees it')).members, [])

      await must(clerk.post(`${scene.path}/ballots/${String(ballot)}/close`), 'close')
      const final = await must(asked('?yes=7'), 'what it came to')
      assert.equal([final.final, final.carried], [true, false])
      await ends(scene, meeting, 'held')
      for (const answer of [
        await clerk.post(path, { slips: [slip] }),
        await sun.post(path, { remote: true, code: hallCode }),
        await clerk.post(`${meeting}/departures`, { people: early }),
      ])
        assert.ok(['meeting_ended', 'input_invalid'].includes(String(answer.body.code)))
      const over = await must(clerk.get(`${meeting}/desk`), 'after the end')
      assert.is(over.outcome, 'held')
    }),
)

/** A village whose own rule lets a phone outside the hall count as present in the branch committee. */
const admitsRemote = async (scene: Scene & { readonly world: Small['world'] }): Promise<void> => {
  const expanded = await behind(scene.world, scene, async (sql) => {
    const [row] = await sql<{ id: string; expanded: { stages: { id: string; remote?: true }[] } }[]>`
      select id, expanded from adoption order by id desc limit 1`
    for (const stage of row?.expanded.stages ?? []) if (stage.id === 'branch') stage.remote = true
    const hash = toHex(sha256(canonicalBytes(row?.expanded)))
    await sql`update adoption set expanded = ${JSON.stringify(row?.expanded)}::text::jsonb, hash = ${hash} where id = ${row?.id ?? ''}`
    return row?.expanded
  })
  assert.ok(expanded)
}

desk('lets a phone outside the hall count as present only where the body’s own rule says so', () =>
  withSmallVillage(async (scene) => {
    await must(
      (await scene.clerk()).post(`${scene.path}/adoptions`, { procedure: 'three-reviews@1', choices: threeReviews }),
      'adopt',
    )
    await admitsRemote(scene)
    const { adoption } = await must(
      (await scene.clerk()).post(`${scene.path}/adoptions`, {
        procedure: 'three-reviews@1',
        choices: { ...threeReviews, calls: 3 },
      }),
      'another',
    )
    assert.ok(adoption)
    const open = async (which: string) => {
      const proposal = await must(
        (await scene.clerk()).post(`${scene.path}/proposals`, { adoption: which, title: '修路', topics: [] }),
        'open',
      )
      const path = `${scene.path}/proposals/${String(proposal.proposal)}`
      await must((await scene.clerk()).post(`${path}/drafts`, { text: '方案一', change: 'first' }), 'draft')
      const matter = 'village-public-works'
      await authorises(scene, path, matter, { by: 'village-assembly', to: 'village-representatives' })
      await must((await scene.clerk()).post(`${path}/events`, { type: 'intake.accepted', matter }), 'accept')
      return path
    }
    const { items } = await must((await scene.clerk()).get(`${scene.path}/adoptions`), 'adoptions')
    const ids = (items as readonly { readonly id: string }[]).map(({ id }) => id).sort()
    const [remote, hallOnly] = [await open(ids[0] ?? ''), await open(ids[1] ?? '')]
    const alone = await calls(scene, await callOf(scene, [remote], { ...branch, daysAhead: 1 }))
    const [secretary, other] = ['张一', '赵二'].map(scene.id)
    const away = await scene.resident(String(secretary))
    assert.equal(told(await away.post(`${alone}/attendance`, { code: '000000' }))[1] === 'hall_code_wrong', true)
    assert.equal(await must(away.post(`${alone}/attendance`, { remote: true }), 'remote'), {
      signedIn: [secretary],
      before: [],
    })
    const strange = await scene.resident(scene.id('王二'))
    assert.equal(told(await strange.post(`${alone}/attendance`, { remote: true })), [403, 'not_on_roll'])
    assert.equal(told(await (await scene.clerk()).post(`${alone}/attendance`, { remote: true })), [403, 'not_on_roll'])
    const hall = await must((await scene.clerk()).get(`${alone}/attendance`), 'attendance')
    const line = (hall.members as readonly { person: string; stays: readonly { door: string }[] }[]).find(
      ({ person }) => person === secretary,
    )
    assert.is(line?.stays[0]?.door, 'remote')

    // One item whose rule says nothing of it keeps the whole sitting in the hall.
    const mixed = await calls(scene, await callOf(scene, [hallOnly], { ...branch, daysAhead: 1 }))
    const phone = await scene.resident(String(other))
    assert.equal(stoppedWith(await phone.post(`${mixed}/attendance`, { remote: true }), 'remote_not_admitted').facts, {
      stages: ['branch'],
    })
    assert.ok(idOf(mixed))
  }),
)

desk.run()
