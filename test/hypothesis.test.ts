import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Question, type Supposed, suppose } from '../workflows/hypothesis.ts'
import type { Rule } from '../workflows/rules/types.ts'
import type { DecisionStage } from '../workflows/stages/stage.ts'
import { verdictOf } from '../workflows/stages/verdict.ts'
import { countIn } from '../workflows/verify.ts'
import { hypothesisText } from '../workflows/wording-desk.ts'
import { id } from './support/telling.ts'

const hypothesis = suite('what a ballot would come to')

const law = (passes: Rule): DecisionStage['law'] => [
  {
    id: 'test/law',
    source: 'law',
    body: 'village-representatives',
    cite: '第一条',
    from: '2020-01-01',
    text: '过半数',
    quorum: { count: 'present', moreThan: [1, 2], of: 'entitled' },
    passes,
  },
]

const stageOf = (passes: Rule, own: readonly Rule[]): DecisionStage => ({
  kind: 'decision',
  id: 'vote',
  title: { zh: '表决', en: 'Vote' },
  body: 'village-representatives',
  law: law(passes),
  own: own.map((rule, n) => ({ id: `own-${n}`, cite: '本村规定', text: '', rule })),
  motions: ['agree'],
  final: true,
  revise: 'here',
  afterAmendment: 'continue',
  calls: 2,
  rollCall: 'public',
})

const yesOfPresent: Rule = { count: 'yes', moreThan: [1, 2], of: 'present' }
const yesOfCast: Rule = { count: 'yes', moreThan: [1, 2], of: 'valid' }
const yesOfWomen: Rule = { count: 'yes', atLeast: [1, 2], of: 'entitled', among: 'women', ofAmong: 'women' }
const yesOfArea: Rule = { count: 'yes', atLeast: [3, 4], of: 'entitled', measure: 'area' }
const castOfArea: Rule = { count: 'cast', atLeast: [2, 3], of: 'entitled', measure: 'area' }

const members = [
  { person: id(1), groups: ['women'], area: 50 },
  { person: id(2), groups: ['women'], area: 10 },
  { person: id(3), groups: [], area: 20 },
  { person: id(4), groups: [], area: 5 },
  { person: id(5), groups: ['women'], area: 15 },
]

const questionOf = (stage: DecisionStage): Question => ({
  stage,
  motion: 'agree',
  shares: countIn(members, new Set(members.map(({ person }) => person))),
  voters: members,
  day: '2026-03-02',
})

type Way = 'yes' | 'no' | 'abstain' | 'spoiled' | 'silent'
const ways: readonly Way[] = ['yes', 'no', 'abstain', 'spoiled', 'silent']

/** Whether the motion passes where each of the members has voted so. */
const passes = ({ stage, shares, day }: Question, votes: readonly Way[]): boolean => {
  const sum = (weight: (n: number) => number) => {
    const sums = { yes: 0, no: 0, abstain: 0, spoiled: 0 }
    for (const [n, way] of votes.entries()) if (way !== 'silent') sums[way] += weight(n)
    return sums
  }
  const area = shares.measures?.area ?? { entitled: 0, present: 0 }
  const women = shares.groups.women ?? { entitled: 0, present: 0 }
  const counted = {
    people: { ...shares.people, ...sum(() => 1) },
    groups: { women: { ...women, ...sum((n) => (members[n]?.groups.includes('women') ? 1 : 0)) } },
    measures: { area: { ...area, ...sum((n) => members[n]?.area ?? 0) } },
  }
  return verdictOf(stage, 'agree', counted, day).met
}

/** Every way in which five members may vote. */
const everyVote: readonly (readonly Way[])[] = members.reduce<readonly (readonly Way[])[]>(
  (all) => all.flatMap((votes) => ways.map((way) => [...votes, way])),
  [[]],
)

const many = (votes: readonly Way[], way: Way): number => votes.filter((one) => one === way).length

hypothesis('is certain or impossible only where every completion agrees, and always where one test decides', () => {
  const rules: readonly (readonly [Rule, readonly Rule[]])[] = [
    [yesOfPresent, []],
    [yesOfCast, []],
    [yesOfWomen, []],
    [yesOfArea, []],
    [yesOfPresent, [yesOfWomen]],
    [{ all: [castOfArea, yesOfArea] }, []],
  ]
  let settled = 0
  for (const [rule, own] of rules) {
    const question = questionOf(stageOf(rule, own))
    for (let yes = 0; yes <= 5; yes += 1)
      for (let no = 0; yes + no <= 5; no += 1)
        for (let abstain = 0; yes + no + abstain <= 5; abstain += 1) {
          const supposed: Supposed = { yes, no, abstain, spoiled: 0 }
          // Whoever has not voted so is still out, and may do anything.
          const reachable = everyVote.filter(
            (votes) => many(votes, 'yes') >= yes && many(votes, 'no') >= no && many(votes, 'abstain') >= abstain,
          )
          const outcomes = new Set(reachable.map((votes) => passes(question, votes)))
          const truth = outcomes.size === 2 ? 'open' : outcomes.has(true) ? 'certain' : 'impossible'
          const { outlook } = suppose(question, supposed)
          const at = JSON.stringify({ rule, own, supposed })
          if (outlook !== 'open') assert.is(outlook, truth, at)
          if (own.length === 0 && 'count' in rule) assert.is(outlook, truth, at)
          if (outlook !== 'open') settled += 1
        }
  }
  assert.ok(settled > 100)
})

hypothesis('says the need of those present, and what is still out, in both languages', () => {
  const { outlook, needsYes, out, tests } = suppose(questionOf(stageOf(yesOfPresent, [yesOfWomen])), {
    yes: 2,
    no: 1,
    abstain: 0,
    spoiled: 0,
  })
  assert.equal([outlook, needsYes, out], ['open', 3, 2])
  assert.equal(
    tests.map(({ code, have, haveAtMost, need, missing, outstanding }) => [
      code,
      have,
      haveAtMost,
      need,
      missing,
      outstanding,
    ]),
    [
      ['threshold', 2, 2, 3, 1, 2],
      ['own-threshold', 0, 2, 2, 2, 2],
    ],
  )
  const whole = suppose(questionOf(stageOf(yesOfPresent, [])), { yes: 3, no: 0, abstain: 0, spoiled: 0 })
  assert.is(hypothesisText(whole, 'zh'), '按到会 5 人、可表决 5 人计,需赞成 3 票;尚有 2 人未表决,已可确定通过')
  assert.is(
    hypothesisText(whole, 'en'),
    'With 5 present and 5 who may vote, the motion needs 3; with 2 still out it is certain',
  )
  const lost = suppose(questionOf(stageOf(yesOfPresent, [])), { yes: 0, no: 3, abstain: 0, spoiled: 0 })
  assert.is(lost.outlook, 'impossible')
  const noLaw = { ...questionOf(stageOf(yesOfPresent, [])), day: '2019-01-01' }
  assert.is(suppose(noLaw, { yes: 5, no: 0, abstain: 0, spoiled: 0 }).outlook, 'impossible', 'no law, no adoption')
})

hypothesis.run()
