import { readdirSync, readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { problemWords } from '../src/api/problem-words.ts'
import { nextMoves } from '../workflows/case.ts'
import { catalogue, isEntryKind, isMove, type MoveKind, motions } from '../workflows/format/catalogue.ts'
import { bodyKinds } from '../workflows/law/provision.ts'
import { judge } from '../workflows/rules/judge.ts'
import type { Count, Test } from '../workflows/rules/types.ts'
import { atLeast, type GateGround, has } from '../workflows/stages/gate.ts'
import { guestsDecided } from '../workflows/stages/posting.ts'
import type { DecisionStage } from '../workflows/stages/stage.ts'
import { arithmetic, bodyName, groundText, groundWords, motionName } from '../workflows/wording.ts'
import { electionWith, recallWith, sixStepWith, threeReviewsWith } from './support/adopted.ts'
import { came, courses, id, Telling, toldUntil, voted } from './support/telling.ts'

const none = { entitled: 0, present: 0, yes: 0, no: 0, abstain: 0, spoiled: 0 }
const hall = { ...none, entitled: 30, present: 20, yes: 14, no: 4, abstain: 2 }
const count: Count = {
  people: hall,
  households: { ...hall, entitled: 12, present: 7 },
  area: { ...hall, entitled: 300_000, present: 200_000 },
  represented: { ...hall, entitled: 90, present: 60 },
  among: {
    representatives: { ...hall, entitled: 24, present: 16, yes: 11 },
    'women-representatives': { ...hall, entitled: 9, present: 6 },
  },
}

const ground = (test: Test, code = 'quorum'): GateGround => {
  const [only] = judge(test, count).grounds
  if (!only) throw new Error('a test has one ground')
  return { ...only, code }
}

const sums = suite('the arithmetic in one line')

//  test, in Chinese, in English
const lines: readonly (readonly [Test, string, string])[] = [
  [{ count: 'present', atLeast: [2, 3], of: 'entitled' }, '到会 20/30 ≥ 2/3 ✓ 需 20', 'present 20/30 ≥ 2/3 ✓ needs 20'],
  [{ count: 'yes', moreThan: [1, 2], of: 'present' }, '赞成 14/20 > 1/2 ✓ 需 11', 'yes 14/20 > 1/2 ✓ needs 11'],
  [{ count: 'yes', moreThan: [1, 2], of: 'entitled' }, '赞成 14/30 > 1/2 ✗ 需 16', 'yes 14/30 > 1/2 ✗ needs 16'],
  [{ count: 'cast', atLeastNumber: 21 }, '投票 20 ≥ 21 ✗ 需 21', 'cast 20 ≥ 21 ✗ needs 21'],
  [
    { count: 'entitled', among: 'representatives', atLeast: [4, 5], of: 'entitled' },
    '代表应到 24/30 ≥ 4/5 ✓ 需 24',
    'representatives entitled 24/30 ≥ 4/5 ✓ needs 24',
  ],
  [
    {
      count: 'present',
      among: 'women-representatives',
      atLeast: [2, 3],
      of: 'entitled',
      ofAmong: 'women-representatives',
    },
    '到会 6/9 妇女代表 ≥ 2/3 ✓ 需 6',
    'present 6/9 women representatives ≥ 2/3 ✓ needs 6',
  ],
  [
    { count: 'yes', atLeast: [1, 2], of: 'entitled', ofAmong: 'representatives' },
    '赞成 14/24 代表 ≥ 1/2 ✓ 需 12',
    'yes 14/24 representatives ≥ 1/2 ✓ needs 12',
  ],
  [
    { count: 'present', measure: 'households', atLeast: [2, 3], of: 'entitled' },
    '到会 7/12 户 ≥ 2/3 ✗ 需 8',
    'present 7/12 households ≥ 2/3 ✗ needs 8',
  ],
  [
    { count: 'present', measure: 'area', atLeast: [2, 3], of: 'entitled' },
    '到会 2000.00/3000.00 平方米 ≥ 2/3 ✓ 需 2000.00',
    'present 2000.00/3000.00 m² ≥ 2/3 ✓ needs 2000.00',
  ],
  [
    { count: 'present', measure: 'represented', moreThan: [1, 2], of: 'entitled' },
    '到会 60/90 户(由代表计) > 1/2 ✓ 需 46',
    'present 60/90 households represented > 1/2 ✓ needs 46',
  ],
]
for (const [test, zh, en] of lines)
  sums(zh, () => {
    assert.is(arithmetic(ground(test), 'zh'), zh)
    assert.is(arithmetic(ground(test), 'en'), en)
  })

sums('a condition without a rule is one of one', () => {
  assert.is(arithmetic(has('posting-evidenced', false), 'zh'), '✗ 0/1')
  assert.is(arithmetic(atLeast('progress-percent', 100, 100), 'en'), '✓ 100/100')
})

sums('every quantity has a word of its own in both languages', () => {
  const quantities = [
    'entitled',
    'present',
    'issued',
    'returned',
    'cast',
    'valid',
    'decided',
    'yes',
    'no',
    'abstain',
    'spoiled',
  ] as const
  for (const lang of ['zh', 'en'] as const) {
    const told = quantities.map((of) =>
      arithmetic(ground({ count: of, atLeastNumber: 1 }), lang)
        .split(' ≥')[0]
        ?.replace(/ \d+$/, ''),
    )
    assert.is(new Set(told).size, quantities.length)
    if (lang === 'zh') for (const word of told) assert.match(word ?? '', /^[\p{Script=Han}]+$/u)
  }
})

sums.run()

const words = suite('what each ground says')

//  ground, in Chinese, in English
const sentences: readonly (readonly [GateGround, string, string])[] = [
  [
    ground({ count: 'present', atLeast: [2, 3], of: 'entitled' }),
    '到会 20/30 ≥ 2/3 ✓ 需 20',
    'present 20/30 ≥ 2/3 ✓ needs 20',
  ],
  [
    { ...ground({ count: 'yes', moreThan: [1, 2], of: 'entitled' }, 'threshold'), cite: '第三十条' },
    '赞成 14/30 > 1/2 ✗ 需 16,还差 2(第三十条)',
    'yes 14/30 > 1/2 ✗ needs 16, 2 short(第三十条)',
  ],
  [
    { ...ground({ count: 'present', measure: 'area', moreThan: [2, 3], of: 'entitled' }), cite: '第二百七十八条' },
    '到会 2000.00/3000.00 平方米 > 2/3 ✗ 需 2000.01,还差 0.01(第二百七十八条)',
    'present 2000.00/3000.00 m² > 2/3 ✗ needs 2000.01, 0.01 short(第二百七十八条)',
  ],
  [
    has('convener', false, { convenes: ['village-committee', 'party-committee'] }),
    '由有权召集者召集(村民委员会、党支部委员会)',
    'Called by whoever may call it (village committee, party branch committee)',
  ],
  [
    has('motion-admitted', false, { motion: 'agree-amended' }),
    '本会议可以作此答复(修改后同意)',
    'This body may give that answer (agree with changes)',
  ],
  [
    has('meeting-called', false, { body: 'village-assembly', daysBefore: 10 }),
    '须召集村民会议,提前 10 天通知',
    'The villagers’ assembly must be called, 10 days before',
  ],
  [
    has('meeting-called', false, { body: 'party-assembly', daysBefore: 0 }),
    '须召集党员大会',
    'The party assembly must be called',
  ],
  [
    has('opinion-passes', false, { discipline: 'law', answer: 'none' }),
    '法律审查意见:尚未提出',
    'Legal opinion: not given yet',
  ],
  [
    has('posting-days-run', false, { today: '2026-03-02', lastDay: '2026-03-09', daysLeft: 8 }),
    '公示至 2026-03-09,还有 8 天',
    'Hangs until 2026-03-09, 8 days left',
  ],
  [
    has('posting-days-run', true, { today: '2026-03-10', lastDay: '2026-03-09', daysLeft: 0 }),
    '公示期已满',
    'The days have run',
  ],
  [
    { code: 'comments-unanswered', have: 2, need: 0, met: false, detail: { received: 5 } },
    '收到意见 5 条,未答复 2 条',
    '5 comments, 2 unanswered',
  ],
  [has('filed', false, { with: 'township' }), '已向乡镇备案', 'Filed with the township'],
]
for (const [told, zh, en] of sentences)
  words(zh, () => {
    assert.is(groundText(told, 'zh'), zh)
    assert.is(groundText(told, 'en'), en)
  })

words('what is short is told to the last vote, whatever the numbers', () => {
  for (let yes = 0; yes <= 20; yes += 1) {
    const [only] = judge({ count: 'yes', atLeast: [2, 3], of: 'present' }, { people: { ...hall, yes } }).grounds
    assert.ok(only)
    const said = groundText({ ...only, code: 'own-threshold' }, 'zh')
    assert.is(said.endsWith(yes >= 14 ? '✓ 需 14' : `✗ 需 14,还差 ${14 - yes}`), true, said)
  }
})

/** The codes that gates give, as they stand in the stages' source. */
const codes = new Set(
  [
    ...readdirSync(new URL('../workflows/stages/', import.meta.url)).map((file) => `stages/${file}`),
    'machine.ts',
    'rules/elect.ts',
  ].flatMap((file) =>
    [
      ...readFileSync(new URL(`../workflows/${file}`, import.meta.url), 'utf8').matchAll(
        /(?:\b(?:has|atLeast|atMost|exactly|noneLeft|judged|judgedByLaw)\(\s*|\bcode: )'([a-z-]+)'(?! \|)/g,
      ),
    ].map(([, code]) => code ?? ''),
  ),
)

words('each code of a gate has its words, and no words are left over', () => {
  assert.ok(codes.size > 50)
  assert.equal([...codes].sort(), Object.keys(groundWords).sort())
})

/** What is asked along a course of each move that leads on, before it is said: as it would be lawful, and amiss. */
const amiss: readonly Readonly<Record<string, unknown>>[] = [
  {},
  { ...came(3), body: 'experts', draft: 9, roll: 'x', entitled: 1, groups: {}, emergency: 'x' },
  { ...came(3), motion: 'agree-amended' },
  { ...voted(came(32), 2), on: '2026-03-03', written: false, posted: false, days: 1, lastDay: '2026-03-03' },
  { matter: 'residents-election' },
  { demand: { demand: id(1), of: 'representatives', have: 3, base: 36 } },
  { demand: { demand: id(1), of: 'households', have: 3, base: 36 } },
  { ...came(32), voting: 'secret', until: '2026-01-01T01:00:00.000Z', circulated: true, recused: [id(9)] },
]
const moves: readonly MoveKind[] = Object.keys(catalogue).filter(isEntryKind).filter(isMove)

/** Ballots taken otherwise than by phones in a hall. */
const ballotsUnderWay = (): readonly Telling[] => {
  const opened = (change: Readonly<Record<string, unknown>>, procedure = threeReviewsWith()): Telling => {
    const t = toldUntil(procedure, 4).say('meeting.convened')
    t.today = t.dueDay('ballot.opened')
    return t.say('ballot.opened', change)
  }
  const half = { count: 'cast', atLeast: [1, 2], of: 'entitled' } as const
  const asking = (change: (stage: DecisionStage) => Partial<DecisionStage>) => {
    const procedure = threeReviewsWith()
    return {
      ...procedure,
      stages: procedure.stages.map((stage) => (stage.kind === 'decision' ? { ...stage, ...change(stage) } : stage)),
    }
  }
  return [
    opened({ voting: 'counted' }),
    opened({ voting: 'secret' }).say('ballot.taken', { door: 'paper' }).attest('papers.tallied'),
    opened({ until: '2026-12-31T01:00:00.000Z' }),
    opened({ recused: [id(9)] }).attest('vote.cast', { door: 'paper' }),
    opened({}).attest('papers.counted'),
    opened(
      {},
      asking(({ law }) => ({ law: law.map((one) => ({ ...one, participation: half })) })),
    ),
    toldUntil(
      asking(() => ({ circulated: { days: 7 } })),
      4,
    ).say('meeting.convened'),
  ]
}

/** An election at each of its steps, and a recall. */
const electionsUnderWay = (): readonly Telling[] => {
  const called = (): Telling => {
    const t = new Telling(electionWith())
    t.say('proposal.opened').say('intake.accepted').say('draft.written').say('drafting.closed').hang('posting')
    for (const [n, office] of ['chair', 'chair', 'member', 'member', 'member'].entries())
      t.say('candidate.named', { office, candidate: id(500 + n) })
    return t.say('meeting.convened', { entitled: 3 })
  }
  const counted = (papers: number): Telling => {
    const voters = [...Array(papers).keys()].map((n) => ({ voter: id(600 + n) }))
    return called().say('poll.opened').say('papers.issued', { papers: voters }).attest('poll.tallied')
  }
  const tied = () =>
    counted(2).attest('poll.tallied', {
      offices: {
        chair: { issued: 2, returned: 2, spoiled: 0, votes: { [id(500)]: 1, [id(501)]: 1 } },
        member: { issued: 2, returned: 2, spoiled: 0, votes: { [id(502)]: 2, [id(503)]: 1, [id(504)]: 1 } },
      },
    })
  const recall = new Telling(recallWith()).say('proposal.opened').say('draft.written').say('intake.accepted')
  return [called(), counted(2), counted(1), tied(), tied().say('poll.closed'), recall]
}

const given = (): readonly GateGround[] => {
  const found: GateGround[] = []
  const look = (t: Telling): void => {
    found.push(...nextMoves(t.case, t.at, t.today).flatMap(({ grounds }) => grounds))
    for (const move of moves)
      for (const change of amiss) {
        const lawful = t.usual(move)
        const fitting = 'people' in lawful ? change : { ...change, people: undefined, groups: {} }
        const data = { ...lawful, ...(change === amiss[0] ? {} : fitting) }
        found.push(...nextMoves(t.case, t.at, t.today, { move, data }).flatMap(({ grounds }) => grounds))
      }
  }
  for (const procedure of [sixStepWith(), threeReviewsWith(), threeReviewsWith({ decides: 'households' })]) {
    const t = new Telling(procedure)
    for (const kind of courses[procedure.procedure] ?? []) {
      t.today = t.dueDay(kind)
      look(t)
      t.say(kind)
    }
  }
  const changing = toldUntil(sixStepWith(), 13).say('posting.closed').say('opinion.given', { answer: 'unlawful' })
  look(changing.say('draft.written'))
  look(toldUntil(sixStepWith(), 10).say('comment.received', { objection: true }).say('objection.decided'))
  look(toldUntil(threeReviewsWith(), 4).decide('return'))
  const plan = toldUntil(threeReviewsWith(), 3).say('intake.accepted', { matter: 'village-plan-consent' })
  look(plan.decide().decide().decide().decide().say('publication.opened'))
  look(toldUntil(threeReviewsWith(), 4).decide('agree', 3))
  const matter = 'fund-and-labour-raising'
  const raising = new Telling(threeReviewsWith()).say('proposal.opened').say('authorisation.filed', { matter })
  look(raising.say('draft.written').say('intake.accepted', { matter }).decide().decide().decide())
  for (const t of [...ballotsUnderWay(), ...electionsUnderWay()]) look(t)
  return found
}

words('every ground that is given along the way reads as Chinese in Chinese and as English in English', () => {
  // What guests sent is counted by a service, beside the record.
  const grounds = [...given(), guestsDecided(2)]
  assert.equal([...new Set(grounds.map(({ code }) => code))].sort(), [...codes].sort())
  for (const one of grounds) {
    const zh = groundText(one, 'zh')
    const { cite: _, ...uncited } = one
    const en = groundText(uncited, 'en')
    assert.match(zh, /\p{Script=Han}/u, one.code)
    assert.match(zh, /^[^A-Za-z]*$/, `${one.code}: ${zh}`)
    assert.match(en, /[A-Za-z]/, one.code)
    assert.match(en, /^\P{Script=Han}*$/u, `${one.code}: ${en}`)
    for (const said of [zh, en]) assert.not.match(said, /undefined|null|NaN|\[object|\(\)/, said)
    if (one.cite !== undefined) assert.ok(zh.endsWith(`(${one.cite})`), zh)
  }
})

words('a code that nobody knows is said as it stands', () => {
  assert.is(groundText({ code: 'moon-is-full', have: 0, need: 1, met: false }, 'zh'), 'moon-is-full')
})

words('every body and every answer has a name in both languages', () => {
  for (const [all, name] of [
    [bodyKinds, bodyName],
    [motions, motionName],
  ] as const) {
    assert.is(new Set(all.map((one) => name(one, 'zh'))).size, all.length)
    for (const one of all) {
      assert.match(name(one, 'zh'), /^[\p{Script=Han}“”]+$/u)
      assert.match(name(one, 'en'), /^[A-Za-z’ ]+$/)
    }
  }
})

words.run()

const refusals = suite('refusals')

refusals('say no stored word and no instant as it is kept', () => {
  const at = '2026-03-26T01:30:00.000Z'
  const said: Parameters<typeof problemWords>[0][] = [
    ...['held', 'no-quorum', 'postponed'].map((outcome) => ({ code: 'meeting_ended', outcome }) as const),
    ...['agenda item', 'closed ballot', 'comment', 'notice', 'session', 'oversight', 'checkpoint address'].map(
      (what) => ({ code: 'not_found', what }) as const,
    ),
    { code: 'case_ended', end: 'withdrawn' },
    { code: 'not_in_this_step', move: 'ballot.opened', stage: 'decision', step: 'voting', open: ['ballot.closed'] },
    { code: 'does_not_fit', move: 'papers.tallied', why: 'tellers_not_two' },
    { code: 'password_weak', faults: ['too_short'] },
    { code: 'office_unknown', body: 'village-representatives', offices: ['chair', 'representative'] },
    { code: 'groups_to_count', groups: ['women-representatives'] },
    { code: 'ballot_closed', closedAt: at },
    { code: 'minutes_approved', at },
    { code: 'proxy_withdrawn', at },
    { code: 'signed_in_already', at },
  ]
  for (const one of said) {
    const { zh, en } = problemWords(one)
    assert.not.match(zh, /[a-z]{2}|\dT\d/i, zh)
    assert.not.match(en, /[a-z]_[a-z]|[a-z]\.[a-z]|\dT\d/, en)
  }
  assert.is(problemWords({ code: 'ballot_closed', closedAt: at }).zh, '表决已结束(2026-03-26 09:30)')
})

refusals('count no days of notice backwards', () => {
  const past: GateGround = { code: 'convocation-days', have: -2270, need: 5, met: false }
  assert.is(groundText(past, 'zh'), '开会日期早于通知日期')
  assert.is(groundText({ ...past, have: 1 }, 'zh'), '提前 1 天通知,须提前 5 天')
})

refusals.run()
