import { readFile } from 'node:fs/promises'
import type { DemoClock } from './demo-clock.ts'
import { attend, convene, ends, found, hang, must, openCase, refused, type Scene, say, vote } from './stage.ts'

const rosterFile = new URL('../../test/fixtures/roster-city.csv', import.meta.url)

/** 亭前社区: a covenant on keeping dogs through 六步议事. Answers the path of the proposal. */
export const playCity = async (
  url: string,
  clock: DemoClock,
  setupToken: string,
  tell: Scene['tell'],
): Promise<{ scene: Scene; proposal: string }> => {
  tell('\n== 亭前社区 · 养犬公约 · 六步议事')
  const scene = await found(
    url,
    clock,
    setupToken,
    { sort: 'city', name: '亭前社区', roster: await readFile(rosterFile), logins: 'tingqian' },
    tell,
  )
  const members = await scene.seats('residents-representatives')
  const ids = members.map(({ person }) => person)
  tell(`居民代表会议 ${members.length} 人`)

  tell('\n== 一 提议题')
  const [first, second, third] = ids
  if (first === undefined || second === undefined || third === undefined)
    throw new Error('the roster has representatives')
  const online = await must(
    (await scene.resident(first)).post(`${scene.path}/topics`, { text: '遛狗不牵绳,老人害怕。' }),
    'topic',
  )
  const clerk = await scene.clerk()
  const box = await must(
    clerk.post(`${scene.path}/topics`, { channel: 'letter-box', text: '楼道里有狗粪没人清。' }),
    'topic',
  )
  const door = await must(
    clerk.post(`${scene.path}/topics`, { channel: 'doorstep', text: '希望划一块遛狗的地方。', proposer: second }),
    'topic',
  )
  tell('三个渠道的议题:网上、意见箱、入户,合并立案')
  const proposal = await openCase(scene, {
    procedure: 'six-step@1',
    choices: {
      base: 'entitled',
      postingDays: 7,
      postingCounted: 'calendar',
      publicationDays: 15,
      ratingDays: 7,
      rollCall: 'public',
      calls: 3,
      expiryDays: 365,
      objectionBody: 'residents-committee',
      objectionDays: 5,
    },
    title: '养犬公约',
    topics: [String(online.topic), String(box.topic), String(door.topic)],
  })
  const matter = 'residents-covenant'
  tell(
    await refused(
      (await scene.clerk()).post(`${proposal}/events`, { type: 'intake.accepted', matter }),
      'gate_closed',
      '没有居民会议授权就受理',
    ),
  )
  await say(scene, proposal, 'authorisation.filed', {
    matter,
    by: 'residents-assembly',
    to: 'residents-representatives',
    decidedOn: '2026-01-10',
    until: '2027-01-09',
    postedOn: '2026-01-11',
    filedOn: '2026-01-15',
    text: '居民会议授权居民代表会议制定和修改居民公约。',
  })
  await say(scene, proposal, 'intake.accepted', { matter })

  tell('\n== 二 出主意')
  await say(scene, proposal, 'talk.held', {
    heldOn: clock.today(),
    convenedBy: 'party-committee',
    heard: ['stakeholders', 'units', 'representatives'],
    people: 26,
    minutes: '恳谈会记录',
  })
  const advice = [] as string[]
  for (const text of ['牵绳长度和时段要写清楚', '设固定遛狗区', '违约的先劝导,再公示']) {
    const noted = await say(scene, proposal, 'advice.noted', { text })
    advice.push(String((noted.data as { readonly advice: string }).advice))
  }
  await say(scene, proposal, 'consultation.closed')
  tell(`恳谈会 1 次,初步建议 ${advice.length} 条`)

  const draft = async (text: string, change: string, named: Readonly<Record<string, unknown>> = {}) => {
    const written = await must((await scene.clerk()).post(`${proposal}/drafts`, { text, change, ...named }), 'draft')
    const { n } = written.data as { readonly n: number }
    tell(`第 ${n} 稿`)
    return n
  }
  const finishDraft = async (n: number) => {
    await say(scene, proposal, 'draft.approved', { n, by: 'residents-council', approvedOn: clock.today() })
    await say(scene, proposal, 'drafting.closed')
  }
  const hangOut = async () => {
    const { lastDay } = await hang(scene, proposal, 'postings')
    await clock.after(lastDay)
    await say(scene, proposal, 'posting.closed')
  }
  const opine = async (discipline: string, n: number, answer: string) => {
    await must(
      (await scene.expert(discipline)).post(`${proposal}/opinions`, {
        discipline,
        draft: n,
        answer,
        grounds: answer === 'pass' ? '审查无异议' : '处罚条款超出居民公约的权限,请删去',
      }),
      'opinion',
    )
    tell(`  ${discipline === 'law' ? '法律' : '社会管理'}审查:${answer === 'pass' ? '通过' : '要求修改'}`)
  }

  tell('\n== 三 拟方案 · 四 开言路(公示)')
  await finishDraft(await draft('养犬公约草案', 'first', { follows: advice.slice(0, 2), leaves: advice.slice(2) }))
  const { posting } = await hang(scene, proposal, 'postings')
  await clock.pass(2)
  const comment = async (person: string, text: string, objection: boolean) => {
    const received = await must(
      (await scene.resident(person)).post(`${proposal}/comments`, { posting, text, objection }),
      'comment',
    )
    return String((received.data as { readonly comment: string }).comment)
  }
  const asks = [await comment(first, '建议写明清理粪便', false), await comment(third, '遛狗区离幼儿园太近', false)]
  const objection = await comment(second, '第五条罚款没有依据', true)
  await must(
    (await scene.clerk()).post(`${proposal}/responses`, { comments: asks, answer: 'adopted', reason: '下一稿写入' }),
    'response',
  )
  tell(
    await refused(
      (await scene.clerk()).post(`${proposal}/events`, { type: 'posting.closed' }),
      'gate_closed',
      '公示未满且异议未决就结束',
    ),
  )
  await say(scene, proposal, 'objection.decided', {
    comment: objection,
    by: 'residents-committee',
    decidedOn: clock.today(),
    upheld: true,
    reason: '罚款条款删去',
  })
  await say(scene, proposal, 'posting.sent-back')
  tell('异议成立,退回修改,公示重新起算')
  await finishDraft(await draft('养犬公约草案(修改)', 'substance'))
  await hangOut()

  tell('\n== 五 定公约(专家审查)')
  await opine('social-management', 2, 'pass')
  await opine('law', 2, 'changes')
  tell(
    await refused(
      (await scene.clerk()).post(`${proposal}/events`, { type: 'review.closed' }),
      'gate_closed',
      '律师要求修改时通过审查',
    ),
  )
  const third3 = await draft('养犬公约草案(按法律意见修改)', 'substance')
  await say(scene, proposal, 'review.sent-back')
  await hangOut()
  await opine('law', third3, 'pass')
  await opine('social-management', third3, 'pass')
  await say(scene, proposal, 'review.closed')

  tell('\n== 六 说了算(表决)')
  await say(scene, proposal, 'party-discussion.filed', {
    heldOn: clock.today(),
    agreed: true,
    text: '社区党组织研究讨论,同意提交居民代表会议',
  })
  const presider = members.find(({ office }) => office === 'chair') ?? members[0]
  const call = {
    body: 'residents-representatives',
    convenedBy: 'residents-committee',
    daysAhead: 5,
    ...(presider ? { presider: presider.person } : {}),
  }
  const needed = Math.ceil((ids.length * 2) / 3)
  const meeting = await convene(scene, proposal, call)
  const came = ids.slice(0, needed + 8)
  await attend(scene, meeting, came)
  await vote(scene, proposal, meeting, { yes: came.slice(0, needed - 1), no: came.slice(needed - 1) })
  await ends(scene, meeting)
  tell('差一票;修改方案后重走公示和审查')
  await say(scene, proposal, 'decision.sent-back', { reason: '按会上意见放宽遛狗时段' })
  const fourth = await draft('养犬公约草案(放宽时段)', 'substance')
  await finishDraft(fourth)
  await hangOut()
  await opine('law', fourth, 'pass')
  await opine('social-management', fourth, 'pass')
  await say(scene, proposal, 'review.closed')
  const finalMeeting = await convene(scene, proposal, call)
  await attend(scene, finalMeeting, came)
  await vote(scene, proposal, finalMeeting, { yes: came.slice(0, needed + 2), no: came.slice(needed + 2) })
  await ends(scene, finalMeeting)

  tell('\n== 备案、公布、实施、评议')
  const result = await hang(scene, proposal, 'publications')
  await clock.after(result.lastDay)
  tell(
    await refused(
      (await scene.clerk()).post(`${proposal}/events`, { type: 'publication.closed' }),
      'gate_closed',
      '公约未备案',
    ),
  )
  await say(scene, proposal, 'filing.reported', {
    with: 'sub-district',
    filedOn: clock.today(),
    number: '亭前备〔2026〕3 号',
  })
  await say(scene, proposal, 'publication.closed')
  tell('公约已向街道备案并公布')
  await say(scene, proposal, 'progress.reported', { percent: 100, reportedOn: clock.today(), text: '遛狗区已设立' })
  await say(scene, proposal, 'implementation.completed')
  const done = await hang(scene, proposal, 'publications')
  await clock.after(done.lastDay)
  await say(scene, proposal, 'publication.closed')
  await must((await scene.resident(first)).post(`${proposal}/events`, { type: 'rating.given', score: 4 }), 'rating')
  await clock.pass(8)
  const ended = await say(scene, proposal, 'evaluation.closed')
  tell(`办结:${JSON.stringify(ended.state)}`)
  return { scene, proposal }
}
