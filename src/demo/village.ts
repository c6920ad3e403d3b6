import { readFile } from 'node:fs/promises'
import { callerOf } from './client.ts'
import type { DemoClock } from './demo-clock.ts'
import { attend, convene, ends, found, hang, must, openCase, refused, type Scene, say, vote } from './stage.ts'

const rosterFile = new URL('../../test/fixtures/roster-village.csv', import.meta.url)

/** 石桥村: irrigation and field roads through 三审一公决. Answers the path of the proposal. */
export const playVillage = async (
  url: string,
  clock: DemoClock,
  setupToken: string,
  tell: Scene['tell'],
): Promise<{ scene: Scene; proposal: string }> => {
  tell('\n== 石桥村(山东)· 灌溉渠和田间路 · 三审一公决')
  const scene = await found(
    url,
    clock,
    setupToken,
    {
      sort: 'village',
      name: '石桥村',
      jurisdiction: 'CN-37',
      roster: await readFile(rosterFile),
      logins: 'shiqiao',
    },
    tell,
  )
  const representatives = await scene.seats('village-representatives')
  const reps = representatives.filter(({ groups }) => groups.includes('representatives'))
  const women = representatives.filter(({ groups }) => groups.includes('women-representatives'))
  tell(`村民代表会议 ${representatives.length} 人,其中村民代表 ${reps.length} 人,妇女代表 ${women.length} 人`)

  const [raiser] = reps
  if (!raiser) throw new Error('the roster has representatives')
  const resident = await scene.resident(raiser.person)
  const raised = await must(
    resident.post(`${scene.path}/topics`, { text: '北坡灌溉渠年年漏水,田间路下雨不能走车。' }),
    'topic',
  )
  const proposal = await openCase(scene, {
    procedure: 'three-reviews@1',
    choices: {
      branch: 'party-committee',
      decides: 'representatives',
      half: 'representatives',
      amendment: 'continue',
      publicationDays: 15,
      ratingDays: 7,
      rollCall: 'public',
      calls: 3,
      expiryDays: 365,
    },
    title: '整修灌溉渠和田间路',
    topics: [String(raised.topic)],
  })
  await must(
    (await scene.clerk()).post(`${proposal}/drafts`, {
      text: '初步方案:整修北坡主渠,硬化田间路两段,资金从村集体公益金中列支。',
      change: 'first',
    }),
    'draft',
  )

  const matter = 'village-public-works'
  tell(
    await refused(
      (await scene.clerk()).post(`${proposal}/events`, { type: 'intake.accepted', matter }),
      'gate_closed',
      '没有授权决定就受理',
    ),
  )
  await say(scene, proposal, 'authorisation.filed', {
    matter,
    by: 'village-assembly',
    to: 'village-representatives',
    decidedOn: '2026-01-20',
    until: '2026-12-31',
    postedOn: '2026-01-21',
    filedOn: '2026-01-23',
    text: '村民会议授权村民代表会议讨论决定公益事业的兴办和建设承包方案,期限至 2026 年底。',
  })
  await say(scene, proposal, 'intake.accepted', { matter })
  tell('受理:授权决定已备查,已公告并备案')

  const presider = representatives.find(({ office }) => office === 'chair') ?? representatives[0]
  const plan = proposal.slice(proposal.lastIndexOf('/') + 1)
  tell(
    await refused(
      (await scene.clerk()).post(`${scene.path}/meetings`, {
        body: 'village-representatives',
        at: clock.ahead(6),
        convenedBy: 'village-committee',
        presider: presider?.person,
        place: '村会议室',
        written: true,
        posted: true,
        agenda: [plan],
      }),
      'gate_closed',
      '跳过三审直接召集村民代表会议',
    ),
  )

  tell('\n== 一审 党支部')
  const committee = (await scene.seats('party-committee')).map(({ person }) => person)
  const first = await convene(scene, proposal, { body: 'party-committee', convenedBy: 'party-committee', daysAhead: 1 })
  await attend(scene, first, committee)
  await vote(scene, proposal, first, { yes: committee })
  await ends(scene, first)

  tell('\n== 二审 村"两委"会')
  const both = (await scene.seats('two-committees')).map(({ person }) => person)
  const thin = await convene(scene, proposal, { body: 'two-committees', convenedBy: 'party-committee', daysAhead: 2 })
  await attend(scene, thin, both.slice(0, 4))
  tell(
    await refused((await scene.clerk()).post(`${thin}/ballots`, { proposal: plan }), 'gate_closed', '到会不够就表决'),
  )
  await ends(scene, thin, 'no-quorum')
  tell('未达法定人数,再次召集')
  const again = await convene(scene, proposal, { body: 'two-committees', convenedBy: 'party-committee', daysAhead: 2 })
  await attend(scene, again, both.slice(0, 8))
  await vote(scene, proposal, again, { yes: both.slice(0, 7), no: both.slice(7, 8) })
  await ends(scene, again)

  tell('\n== 三审 党员大会')
  const party = (await scene.seats('party-assembly')).map(({ person }) => person)
  const needed = Math.floor(party.length / 2) + 1
  const assembly = await convene(scene, proposal, {
    body: 'party-assembly',
    convenedBy: 'party-committee',
    daysAhead: 3,
  })
  const came = party.slice(0, Math.min(party.length, needed + 8))
  await attend(scene, assembly, came)
  await vote(scene, proposal, assembly, { yes: came.slice(0, needed - 1), no: came.slice(needed - 1) })
  tell('差一票未通过;党员大会改议"退回修改"')
  await vote(scene, proposal, assembly, { motion: 'return', yes: came })
  await ends(scene, assembly)
  await must(
    (await scene.clerk()).post(`${proposal}/drafts`, {
      text: '修改方案:先修主渠和东段路,西段路缓一年;预算公开招标。',
      change: 'substance',
    }),
    'draft',
  )
  await say(scene, proposal, 'decision.resumed')
  tell('第 2 稿;前两审依启用时的选择仍然有效,党员大会再议')
  const second = await convene(scene, proposal, { body: 'party-assembly', convenedBy: 'party-committee', daysAhead: 3 })
  await attend(scene, second, came)
  await vote(scene, proposal, second, { yes: came.slice(0, needed + 4), no: came.slice(needed + 4) })
  await ends(scene, second)

  tell('\n== 公决 村民代表会议')
  const men = reps.filter(({ groups }) => !groups.includes('women-representatives')).map(({ person }) => person)
  const womenIds = women.map(({ person }) => person)
  const committeeMembers = representatives
    .filter(({ groups }) => !groups.includes('representatives'))
    .map(({ person }) => person)
  const call = {
    body: 'village-representatives',
    convenedBy: 'village-committee',
    daysAhead: 6,
    ...(presider ? { presider: presider.person } : {}),
  }
  const fewWomen = await convene(scene, proposal, call)
  await attend(scene, fewWomen, [...womenIds.slice(0, 7), ...men.slice(0, 17)])
  tell(
    await refused(
      (await scene.clerk()).post(`${fewWomen}/ballots`, { proposal: plan }),
      'gate_closed',
      '到会 24 人但妇女代表不够',
    ),
  )
  await ends(scene, fewWomen, 'no-quorum')
  const meeting = await convene(scene, proposal, call)
  const presentReps = [...womenIds.slice(0, 8), ...men.slice(0, 11)]
  const present = [...presentReps, ...committeeMembers.slice(0, 24 - presentReps.length)]
  await attend(scene, meeting, present)
  const decided = await vote(scene, proposal, meeting, {
    yes: presentReps.slice(0, 15),
    no: present.slice(15, 21),
    abstain: present.slice(21),
    before: async (ballot, voter) =>
      tell(await refused(voter.post(`${ballot}/votes`, { choice: 'no' }), 'voted_already', '同一人再投一票')),
  })
  const own = decided.grounds.find(({ code }) => code === 'own-threshold')
  tell(
    `两项都要过:法律(${decided.grounds
      .filter((g) => g.code === 'threshold')
      .map((g) => `需 ${g.need}`)
      .join()})和程序(需 ${own?.need ?? '—'});赞成 ${own?.have ?? '—'},少一票即不通过`,
  )
  tell(await refused(decided.voter.post(`${decided.ballot}/votes`, { choice: 'yes' }), 'ballot_closed', '结束后再投'))
  await ends(scene, meeting)

  tell('\n== 公布、实施、评议')
  const result = await hang(scene, proposal, 'publications')
  tell(
    await refused(
      (await scene.clerk()).post(`${proposal}/events`, { type: 'publication.closed' }),
      'gate_closed',
      '公布期未满就结束',
    ),
  )
  await clock.after(result.lastDay)
  await say(scene, proposal, 'publication.closed')
  await say(scene, proposal, 'progress.reported', { percent: 40, reportedOn: clock.today(), text: '主渠已通水' })
  await clock.pass(30)
  await say(scene, proposal, 'progress.reported', {
    percent: 100,
    reportedOn: clock.today(),
    text: '全部完工,验收合格',
  })
  await say(scene, proposal, 'implementation.completed')
  const done = await hang(scene, proposal, 'publications')
  await clock.after(done.lastDay)
  await say(scene, proposal, 'publication.closed')
  for (const { person } of reps.slice(0, 3))
    await must((await scene.resident(person)).post(`${proposal}/events`, { type: 'rating.given', score: 5 }), 'rating')
  await clock.pass(8)
  const ended = await say(scene, proposal, 'evaluation.closed')
  tell(`办结:${JSON.stringify(ended.state)}`)
  tell(await refused(callerOf(url).get(proposal), 'token_missing', '未登录查看档案'))
  return { scene, proposal }
}
