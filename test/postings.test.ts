import { strFromU8, unzipSync } from 'fflate'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Caller, callerOf, signedIn } from '../src/demo/client.ts'
import { must, passwordOf, type Scene, say } from '../src/demo/stage.ts'
import { comments, draftsCovenant, evidences, finishesDraft, idOf, posts, redrafts, standsAt } from './support/cases.ts'
import { jpeg, png } from './support/evidence.ts'
import { browseAs } from './support/pages.ts'
import { fetchFile, textOfDocx } from './support/papers.ts'
import { stopped, stoppedPosting, stoppedSaying } from './support/refusals.ts'
import { withCity } from './support/world.ts'

const postings = suite('postings and their comments')

const unknown = '01890a5d-ac96-774b-bcce-b302099a8057'

const refusesClose = (scene: Scene, proposal: string) =>
  stoppedSaying(scene, proposal, 'posting.closed', {}, 'gate_closed')

const commentsOn = async (scene: Scene, posting: string) => {
  const { items } = await must((await scene.clerk()).get(`${scene.path}/postings/${posting}/comments`), 'comments')
  return items as readonly {
    readonly id: string
    readonly timely: boolean
    readonly answer: string | null
    readonly reason: string | null
    readonly upheld: boolean | null
  }[]
}

postings('the last day is still the posting’s, the first instant after it is not; evidence must be there', () =>
  withCity(async (scene) => {
    const proposal = await draftsCovenant(scene)
    const short = await stoppedPosting(
      scene,
      proposal,
      `${proposal}/postings`,
      { places: '栏', days: 2 },
      'gate_closed',
    )
    assert.equal(short.unmet, [['posting-days', 2, 3]])
    await stoppedPosting(scene, proposal, `${proposal}/publications`, { places: '栏' }, 'not_in_this_step')
    const { posting, from, lastDay } = await posts(scene, proposal)
    assert.equal([from, lastDay], ['2026-03-02', '2026-03-05'], 'the first day is not counted')
    await stoppedPosting(scene, proposal, `${proposal}/postings`, { places: '栏' }, 'not_in_this_step')
    // Nobody changes the text while it hangs.
    await stoppedPosting(scene, proposal, `${proposal}/drafts`, { text: '改', change: 'wording' }, 'not_in_this_step')

    await scene.clock.goTo('2026-03-05T23:59:50+08:00')
    const onLastDay = await refusesClose(scene, proposal)
    assert.equal(onLastDay.unmet, [
      ['posting-days-run', 0, 1],
      ['posting-evidenced', 0, 1],
    ])
    assert.equal(onLastDay.ground('posting-days-run').detail, {
      today: '2026-03-05',
      lastDay: '2026-03-05',
      daysLeft: 1,
    })
    await scene.clock.goTo('2026-03-06T00:00:00+08:00')
    assert.equal((await refusesClose(scene, proposal)).unmet, [['posting-evidenced', 0, 1]])
    const evidence = { posting, seenOn: '2026-03-05', evidence: '照片' }
    const other = await stoppedSaying(
      scene,
      proposal,
      'posting.evidenced',
      { ...evidence, posting: unknown },
      'does_not_fit',
    )
    assert.is(other.facts.why, 'posting_unknown')
    await stoppedSaying(scene, proposal, 'posting.evidenced', { ...evidence, seenOn: '2026-03-07' }, 'day_in_future')
    const before = { ...evidence, seenOn: '2026-03-01' }
    const unhung = await stoppedSaying(scene, proposal, 'posting.evidenced', before, 'gate_closed')
    assert.equal(unhung.ground('posting-evidenced').detail, { seenOn: '2026-03-01', from: '2026-03-02' })
    await say(scene, proposal, 'posting.evidenced', evidence)
    await say(scene, proposal, 'posting.closed')
    assert.is(await standsAt(scene, proposal), 'experts.open')
  }),
)

postings('a term that ends on a day of rest moves on; working days leave holidays out and count make-up days', () =>
  withCity(async (scene) => {
    const calendar = await draftsCovenant(scene)
    const working = await draftsCovenant(scene, { postingDays: 5, postingCounted: 'working' })
    const long = await draftsCovenant(scene, { postingDays: 30 })
    await scene.clock.goTo('2026-04-29T09:00:00+08:00')
    // 劳动节 2026: 1–5 May are off, Saturday 9 May is worked.
    assert.is((await posts(scene, calendar)).lastDay, '2026-05-06')
    assert.is((await posts(scene, working)).lastDay, '2026-05-09')
    await scene.clock.goTo('2026-05-08T09:00:00+08:00')
    assert.ok((await refusesClose(scene, working)).unmet.some(([code]) => code === 'posting-days-run'))

    // Nobody has declared 2027 yet, so the term cannot be reckoned; then the administrator declares it.
    await scene.clock.goTo('2026-12-15T09:00:00+08:00')
    const posting = { places: '公开栏' }
    const refusal = await stoppedPosting(scene, long, `${long}/postings`, posting, 'calendar_year_unknown')
    assert.equal(refusal.facts, { year: '2027' })
    const credentials = { login: 'tingqian-admin', password: passwordOf('tingqian-admin') }
    const administrator = await signedIn(scene.url, scene.community, credentials)
    const year = { holidays: ['2027-01-01', '2027-01-14'], workdays: [] }
    await must(administrator.put(`${scene.path}/calendars/2027`, year), 'calendar')
    assert.is((await posts(scene, long)).lastDay, '2027-01-15')
  }),
)

postings('comments in time are answered, one response for many; late ones are kept, marked, and hold nothing up', () =>
  withCity(async (scene) => {
    const proposal = await draftsCovenant(scene)
    const { posting, lastDay } = await posts(scene, proposal)
    await evidences(scene, proposal, posting)
    const members = await scene.seats('residents-representatives')
    const resident = await scene.resident(members[0]?.person ?? '')

    const paths = `${proposal}/comments`
    const behalf = { posting, text: '代交', channel: 'paper' }
    await stopped(scene, proposal, () => resident.post(paths, behalf), 'forbidden')
    await stopped(scene, proposal, () => resident.post(paths, { posting, text: ' ' }), 'input_invalid')
    const elsewhere = () => resident.post(paths, { posting: unknown, text: '意见' })
    assert.is((await stopped(scene, proposal, elsewhere, 'does_not_fit')).facts.why, 'posting_unknown')
    const nobody = { ...behalf, author: unknown }
    await stoppedPosting(scene, proposal, paths, nobody, 'not_found')
    const tomorrow = await stoppedPosting(
      scene,
      proposal,
      paths,
      { ...behalf, receivedOn: '2026-03-03' },
      'day_in_future',
    )
    assert.equal(tomorrow.facts, { day: '2026-03-03', today: '2026-03-02' })
    const before = { ...behalf, receivedOn: '2026-03-01' }
    const early = await stoppedPosting(scene, proposal, paths, before, 'day_too_early')
    assert.equal(early.facts, { day: '2026-03-01', earliest: '2026-03-02' })

    const byPhone = await stoppedPosting(
      scene,
      proposal,
      paths,
      { posting, text: '网上的', receivedOn: '2026-03-02' },
      'does_not_fit',
    )
    assert.is(byPhone.facts.why, 'not_attested', 'what came by phone came when it was recorded')

    // An id is the same in whichever case somebody writes it; the record has one way.
    const inCapitals = paths.replace(/[0-9a-f-]{36}/g, (id) => id.toUpperCase())
    const shouted = { posting: posting.toUpperCase(), text: '写明牵绳长度' }
    const own = await must(resident.post(inCapitals, shouted), 'own comment')
    assert.is((own.data as { readonly posting: string }).posting, posting)
    const first = (own.data as { readonly comment: string }).comment
    const second = await comments(scene, proposal, posting)
    const unasked = { comments: [first], answer: 'adopted', reason: '采纳' }
    await stopped(scene, proposal, () => resident.post(`${proposal}/responses`, unasked), 'forbidden')
    await scene.clock.after(lastDay)
    const delayed = await comments(scene, proposal, posting, { receivedOn: lastDay })
    const late = await comments(scene, proposal, posting, { receivedOn: scene.clock.today() })
    const lateObjection = await comments(scene, proposal, posting, { objection: true })

    const three = await refusesClose(scene, proposal)
    assert.equal(three.unmet, [['comments-unanswered', 3, 0]])
    assert.equal(three.ground('comments-unanswered').detail, { received: 5 })
    const response = { comments: [first, second], answer: 'adopted', reason: '写入下一稿' }
    const path = `${proposal}/responses`
    const strange = await stoppedPosting(
      scene,
      proposal,
      path,
      { ...response, comments: [first, unknown] },
      'does_not_fit',
    )
    assert.is(strange.facts.why, 'comment_unknown')
    await stoppedPosting(scene, proposal, path, { ...response, reason: undefined }, 'input_invalid')
    await stoppedPosting(scene, proposal, path, { ...response, comments: [] }, 'input_invalid')
    await must((await scene.clerk()).post(path, response), 'one response for two')
    assert.equal((await refusesClose(scene, proposal)).unmet, [['comments-unanswered', 1, 0]])
    await must((await scene.clerk()).post(path, { ...response, comments: [delayed] }), 'the delayed one')

    const seen = await commentsOn(scene, posting)
    assert.equal(
      seen.map(({ id, timely, answer }) => [id, timely, answer]),
      [
        [first, true, 'adopted'],
        [second, true, 'adopted'],
        [delayed, true, 'adopted'],
        [late, false, null],
        [lateObjection, false, null],
      ],
    )
    // Even upheld, an objection that came late binds nobody.
    await say(scene, proposal, 'objection.decided', {
      comment: lateObjection,
      by: 'residents-committee',
      decidedOn: scene.clock.today(),
      upheld: true,
      reason: '逾期,供参考',
    })
    await say(scene, proposal, 'posting.closed')
    assert.is(await standsAt(scene, proposal), 'experts.open')
    const after = { ...behalf, receivedOn: lastDay }
    await stoppedPosting(scene, proposal, paths, after, 'not_in_this_step')
  }),
)

postings('the office sees who commented; everybody else sees the name masked', () =>
  withCity(async (scene) => {
    const proposal = await draftsCovenant(scene)
    const { posting } = await posts(scene, proposal)
    const [author, reader] = await scene.seats('residents-representatives')
    const resident = await scene.resident(author?.person ?? '')
    await must(resident.post(`${proposal}/comments`, { posting, text: '写明牵绳长度' }), 'comment')
    const seen = async (caller: Caller) => {
      const { items } = await must(caller.get(`${scene.path}/postings/${posting}/comments`), 'comments')
      return (items as readonly { readonly author: string | null }[])[0]?.author
    }
    const name = author?.name ?? ''
    assert.is(await seen(await scene.clerk()), name)
    assert.is(await seen(await scene.supervisor()), name)
    const masked = `${[...name][0]}**`
    for (const caller of [await scene.resident(reader?.person ?? ''), await scene.expert('law')])
      assert.is(await seen(caller), masked)
  }),
)

postings('a case that expires or is withdrawn while it hangs takes its posting down', () =>
  withCity(async (scene) => {
    const expiring = await draftsCovenant(scene, { expiryDays: 30 })
    const withdrawn = await draftsCovenant(scene)
    for (const proposal of [expiring, withdrawn]) await posts(scene, proposal)
    const hanging = async (proposal: string) => {
      const { postings: list } = await must((await scene.clerk()).get(proposal), 'proposal')
      return (list as readonly { readonly open: boolean }[]).map(({ open }) => open)
    }
    assert.equal([await hanging(expiring), await hanging(withdrawn)], [[true], [true]])
    await say(scene, withdrawn, 'proposal.withdrawn', { reason: '不办了' })
    await scene.clock.goTo(scene.clock.ahead(30))
    await say(scene, expiring, 'proposal.expired')
    assert.equal([await hanging(expiring), await hanging(withdrawn)], [[false], [false]])
    const { items } = await must((await scene.clerk()).get(`${scene.path}/dues`), 'dues')
    assert.equal(items, [])
  }),
)

postings('an objection is decided, not by the drafters; upheld, it sends the draft back to be posted anew', () =>
  withCity(async (scene) => {
    const proposal = await draftsCovenant(scene)
    const { posting, lastDay } = await posts(scene, proposal)
    await evidences(scene, proposal, posting)
    const [comment, groundless, founded] = [
      await comments(scene, proposal, posting),
      await comments(scene, proposal, posting, { objection: true, text: '太严' }),
      await comments(scene, proposal, posting, { objection: true, text: '罚款没有依据' }),
    ]
    await must(
      (await scene.clerk()).post(`${proposal}/responses`, {
        comments: [comment],
        answer: 'partly',
        reason: '部分写入',
      }),
      'response',
    )
    await scene.clock.after(lastDay)
    assert.equal((await refusesClose(scene, proposal)).unmet, [
      ['comments-unanswered', 2, 0],
      ['objections-undecided', 2, 0],
    ])
    // An answer is not a decision.
    const answer = { comments: [groundless, founded], answer: 'not-adopted', reason: '不采纳' }
    await must((await scene.clerk()).post(`${proposal}/responses`, answer), 'answers')
    assert.equal((await refusesClose(scene, proposal)).unmet, [['objections-undecided', 2, 0]])
    const none = await stoppedSaying(scene, proposal, 'posting.sent-back', {}, 'gate_closed')
    assert.equal(none.unmet, [['objection-upheld', 0, 1]])

    const decision = {
      comment: groundless,
      by: 'residents-committee',
      decidedOn: scene.clock.today(),
      upheld: false,
      reason: '不成立',
    }
    const decides = (change: object, code: string) =>
      stoppedSaying(scene, proposal, 'objection.decided', { ...decision, ...change }, code)
    const drafters = await decides({ by: 'residents-council' }, 'gate_closed')
    assert.equal(drafters.unmet, [['competent-body', 0, 1]])
    assert.equal(drafters.ground('competent-body').detail, { body: 'residents-council' })
    await decides({ decidedOn: '2026-12-01' }, 'day_in_future')
    const before = await decides({ decidedOn: '2026-03-01' }, 'day_too_early')
    assert.equal(before.facts, { day: '2026-03-01', earliest: '2026-03-02' }, 'before it was raised')
    await decides({ reason: undefined }, 'input_invalid')
    assert.is((await decides({ comment: unknown }, 'does_not_fit')).facts.why, 'comment_unknown')
    assert.is((await decides({ comment }, 'does_not_fit')).facts.why, 'not_an_objection')
    await say(scene, proposal, 'objection.decided', decision)
    assert.is((await decides({ upheld: true }, 'does_not_fit')).facts.why, 'comment_decided_already')
    assert.equal((await refusesClose(scene, proposal)).unmet, [['objections-undecided', 1, 0]])
    await say(scene, proposal, 'objection.decided', { ...decision, comment: founded, upheld: true, reason: '成立' })
    assert.equal((await refusesClose(scene, proposal)).unmet, [['objections-upheld', 1, 0]])
    const courtesy = { comments: [founded], answer: 'adopted', reason: '谢谢' }
    await must((await scene.clerk()).post(`${proposal}/responses`, courtesy), 'answered after the decision')
    assert.equal(
      (await commentsOn(scene, posting)).map(({ upheld, reason }) => [upheld, reason]),
      [
        [null, '部分写入'],
        [false, '不成立'],
        [true, '成立'],
      ],
    )

    await say(scene, proposal, 'posting.sent-back')
    assert.is(await standsAt(scene, proposal), 'plan.open')
    const unchanged = await stoppedSaying(scene, proposal, 'drafting.closed', {}, 'gate_closed')
    assert.equal(unchanged.unmet, [['draft-written-here', 0, 1]])
    await redrafts(scene, proposal)
    const unapproved = await stoppedSaying(scene, proposal, 'drafting.closed', {}, 'gate_closed')
    assert.equal(unapproved.unmet, [['draft-approved', 0, 1]], 'an approval is of one draft')
    await finishesDraft(scene, proposal, 2)
    const anew = await posts(scene, proposal)
    assert.is.not(anew.posting, posting)
    const stale = await stoppedSaying(
      scene,
      proposal,
      'posting.evidenced',
      { posting, seenOn: scene.clock.today(), evidence: '照片' },
      'does_not_fit',
    )
    assert.is(stale.facts.why, 'posting_unknown')
    const seen = (await must((await scene.clerk()).get(proposal), 'proposal')).postings as readonly {
      readonly id: string
      readonly draft: number
      readonly open: boolean
      readonly comments: number
    }[]
    assert.equal(
      seen.map(({ id, draft, open, comments: count }) => [id, draft, open, count]),
      [
        [posting, 1, false, 3],
        [anew.posting, 2, true, 0],
      ],
    )
    await evidences(scene, proposal, anew.posting)
    await scene.clock.after(anew.lastDay)
    await say(scene, proposal, 'posting.closed')
    assert.is(await standsAt(scene, proposal), 'experts.open')
  }),
)

/** The photos of comments on the printed summary: small where they can be had, in the file of the case from the files beside it. */
const printsPhotos = async (scene: Scene, proposal: string, posting: string, person: string): Promise<void> => {
  const { url, path, community } = scene
  const resident = await scene.resident(person)
  const says = async (text: string, content: Uint8Array) => {
    const photo = { content: Buffer.from(content).toString('base64'), alt: `${text}的样子` }
    const said = await must(resident.post(`${proposal}/comments`, { posting, text, photo }), 'with a photo')
    return (said.data as { readonly comment: string }).comment
  }
  const [bench, withdrawn] = [await says('长椅坏了', jpeg()), await says('滑梯坏了', png())]
  await must(resident.post(`${path}/own-comments/${withdrawn}/withdrawal`, {}), 'withdrawn')
  const browser = await browseAs(scene, person)
  const summary = await browser.looks(`/c/${community}/proposals/${idOf(proposal)}/papers/opinion-summary`)
  assert.match(summary.text, /长椅坏了 \[照片 1\]/)
  assert.match(summary.html, `<img src="/c/${community}/comments/${bench}/photo" alt="长椅坏了的样子"/>`)
  assert.is(summary.html.match(/<img/g)?.length, 1)
  assert.match(summary.text, '本人已撤回')
  const login = 'tingqian-clerk'
  const asClerk = { community, login, password: passwordOf(login) }
  const { token } = await must(callerOf(url).post('/api/session', asClerk), 'sign in')
  const { bytes } = await fetchFile(url, `${proposal}/dossier`, String(token))
  const parts = unzipSync(bytes)
  const name = Object.keys(parts).find((one) => one.endsWith('opinion-summary.html')) ?? ''
  const [, shown = ''] = /<img src="(files\/[^"]+)"/.exec(strFromU8(parts[name] ?? new Uint8Array())) ?? []
  assert.ok(parts[shown], `${shown} lies beside the paper`)
  assert.is(Object.keys(parts).filter((one) => one.startsWith('files/')).length, 1, 'not that of what was withdrawn')
  const document = textOfDocx(parts[name.replace('.html', '.docx')] ?? new Uint8Array())
  for (const told of ['长椅坏了的样子', shown, 'SHA-256']) assert.ok(document.includes(told), told)
  assert.not.match(document, '滑梯')
  await must(resident.post(`${path}/own-comments/${bench}/withdrawal`, {}), 'withdrawn too')
}

postings('a comment is kept back only for a published reason, an objection only by the supervision committee', () =>
  withCity(async (scene) => {
    const proposal = await draftsCovenant(scene)
    const { posting, lastDay } = await posts(scene, proposal)
    await evidences(scene, proposal, posting)
    const rude = await comments(scene, proposal, posting)
    const objection = await comments(scene, proposal, posting, { objection: true })
    const keepBack = { comment: rude, reason: 'insult' }
    await stoppedSaying(scene, proposal, 'comment.moderated', { ...keepBack, reason: 'inconvenient' }, 'input_invalid')
    await stoppedSaying(scene, proposal, 'comment.moderated', { ...keepBack, comment: unknown }, 'does_not_fit')
    await stoppedSaying(scene, proposal, 'comment.moderated', { comment: objection, reason: 'insult' }, 'forbidden')
    await stoppedSaying(scene, proposal, 'comment.readmitted', { comment: rude, reason: '误判' }, 'does_not_fit')
    await say(scene, proposal, 'comment.moderated', keepBack)
    await stoppedSaying(scene, proposal, 'comment.moderated', keepBack, 'does_not_fit')
    const [reader] = (await scene.seats('residents-representatives')).map(({ person }) => person)
    const resident = await scene.resident(reader ?? '')
    const seen = async () => {
      const { items } = await must(resident.get(`${scene.path}/postings/${posting}/comments`), 'comments')
      const line = (items as readonly { id: string; text: string | null; keptBack: string | null }[]).find(
        ({ id }) => id === rude,
      )
      return [line?.text, line?.keptBack]
    }
    assert.equal(await seen(), [null, 'insult'], 'that it was kept back, and why, is for all to see')
    await say(scene, proposal, 'comment.readmitted', { comment: rude, reason: '复核后恢复' })
    assert.equal(await seen(), ['意见', null])
    await printsPhotos(scene, proposal, posting, reader ?? '')
    await say(scene, proposal, 'comment.moderated', keepBack)

    await scene.clock.after(lastDay)
    assert.equal((await refusesClose(scene, proposal)).unmet.map(([code]) => code).sort(), [
      'comments-unanswered',
      'objections-undecided',
    ])
    const supervisor = await scene.supervisor()
    const kept = { type: 'comment.moderated', comment: objection, reason: 'duplicate' }
    await must(supervisor.post(`${proposal}/events`, kept), 'keep back')
    await say(scene, proposal, 'posting.closed')
  }),
)

postings(
  'an objection is decided by the body named, within its term; past it, or turned down, it goes to the office above',
  () =>
    withCity(async (scene) => {
      const proposal = await draftsCovenant(scene, { objectionDays: 1, postingDays: 10 })
      const { posting } = await posts(scene, proposal)
      const [author, other] = (await scene.seats('residents-representatives')).map(({ person }) => person)
      const objector = async () => scene.resident(author ?? '')
      const objects = async () => {
        const body = { posting, text: '反对', objection: true }
        const { data } = await must((await objector()).post(`${proposal}/comments`, body), 'objection')
        return (data as { readonly comment: string }).comment
      }
      const first = await objects()
      const decide = (comment: string, by: string, upheld = false) => ({
        comment,
        by,
        decidedOn: scene.clock.today(),
        upheld,
        reason: '处理意见',
      })
      const wrong = await stoppedSaying(
        scene,
        proposal,
        'objection.decided',
        decide(first, 'supervision-committee'),
        'does_not_fit',
      )
      assert.is(wrong.facts.why, 'not_the_body_to_decide')
      const escalate = (comment: string) => ({
        type: 'objection.escalated',
        comment,
        to: 'sub-district',
        reason: '逾期未处理',
      })
      const early = await stopped(
        scene,
        proposal,
        async () => (await objector()).post(`${proposal}/events`, escalate(first)),
        'does_not_fit',
      )
      assert.is(early.facts.why, 'objection_term_running')
      await scene.clock.goTo(scene.clock.ahead(2))
      const stranger = await scene.resident(other ?? '')
      await stopped(scene, proposal, () => stranger.post(`${proposal}/events`, escalate(first)), 'forbidden')
      await must((await objector()).post(`${proposal}/events`, escalate(first)), 'escalate')
      await stopped(
        scene,
        proposal,
        async () => (await objector()).post(`${proposal}/events`, escalate(first)),
        'does_not_fit',
      )
      await stoppedSaying(scene, proposal, 'objection.decided', decide(first, 'residents-committee'), 'does_not_fit')
      await say(scene, proposal, 'objection.decided', decide(first, 'sub-district'))

      const second = await objects()
      await say(scene, proposal, 'objection.decided', decide(second, 'residents-committee'))
      // Turned down, so at once: the page of the proposal offers it to the objector and to nobody else.
      const page = proposal.replace('/api/communities/', '/c/')
      const above = `${page}/moves/objection.escalated`
      assert.not.match((await (await browseAs(scene, other ?? '')).looks(page)).html, above)
      const phone = await browseAs(scene, author ?? '')
      assert.match((await phone.looks(page)).html, `href="${above}?for=${second}"`)
      const { type, ...typed } = escalate(second)
      assert.match((await phone.sends(above, type, { ...typed, reason: '' })).text, '请填写')
      const led = await phone.sends(above, type, typed)
      assert.is(led.to, `${page}?done=objection.escalated`)
      assert.match((await phone.looks(led.to ?? '')).text, '您的异议已上报')
      assert.not.match((await phone.looks(page)).html, above, 'once')
      await say(scene, proposal, 'objection.decided', decide(second, 'sub-district', true))
      await say(scene, proposal, 'posting.sent-back')
      assert.is(await standsAt(scene, proposal), 'plan.open')
    }),
)

postings.run()
