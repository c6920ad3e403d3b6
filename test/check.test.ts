import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { check, type Edge, everyChoice, type Flaw, type Ways, wayFlaws, waysOf } from '../workflows/check.ts'
import { procedures } from '../workflows/registry.ts'
import type { DecisionStage, ExpandedProcedure, Place, Stage } from '../workflows/stages/stage.ts'
import { adopted, sixStepWith, threeReviewsWith } from './support/adopted.ts'

const proofs = suite('proved of every procedure, whatever is chosen')

//  procedure, place, how many ways to choose
const adoptions: readonly (readonly [string, Place, number])[] = [
  ['six-step@1', { sort: 'city' }, 72],
  ['six-step@1', { sort: 'city', jurisdiction: 'CN-37' }, 72],
  ['three-reviews@1', { sort: 'village' }, 324],
  ['three-reviews@1', { sort: 'village', jurisdiction: 'CN-37' }, 324],
  ['village-election@1', { sort: 'village' }, 3],
  ['village-recall@1', { sort: 'village' }, 3],
  ['residents-election@1', { sort: 'city' }, 9],
  ['residents-recall@1', { sort: 'city' }, 9],
  ['owners-decision@1', { sort: 'city' }, 36],
  ['collective-decision@1', { sort: 'village' }, 36],
]
for (const [id, place, ways] of adoptions)
  proofs(`${id} in a ${place.sort} ${place.jurisdiction ?? ''}: no flaw in ${ways} adoptions`, () => {
    const found = procedures.get(id)
    assert.ok(found)
    const chosen = [...everyChoice(found)]
    assert.is(chosen.length, ways)
    assert.is(new Set(chosen.map((made) => JSON.stringify(made))).size, ways)
    const flaws = new Set(chosen.flatMap((made) => check(adopted(id, made, place)).map((flaw) => JSON.stringify(flaw))))
    assert.equal([...flaws], [])
  })

proofs('every procedure of the registry is proved here', () => {
  assert.equal([...procedures.keys()].sort(), [...new Set(adoptions.map(([id]) => id))].sort())
})

proofs('numbers are tried all at their least, all next to it and all at their most', () => {
  const found = procedures.get('six-step@1')
  assert.ok(found)
  const tried = new Set([...everyChoice(found)].map(({ postingDays }) => postingDays))
  assert.equal([...tried], [1, 2, 180])
})

proofs.run()

const inCity = sixStepWith()
const inVillage = threeReviewsWith()

/** The same procedure with one stage changed. */
const withStage = (p: ExpandedProcedure, id: string, change: (stage: Stage) => Stage): ExpandedProcedure => {
  assert.ok(
    p.stages.some((stage) => stage.id === id),
    id,
  )
  return { ...p, stages: p.stages.map((stage) => (stage.id === id ? change(stage) : stage)) }
}
const withDecision = (
  p: ExpandedProcedure,
  id: string,
  change: (stage: DecisionStage) => DecisionStage,
): ExpandedProcedure => withStage(p, id, (stage) => (stage.kind === 'decision' ? change(stage) : stage))

const broken = suite('flaws that are found in an expansion broken by hand')

const quorumless = { flaw: 'decision_without_rule', missing: 'quorum' } as const
const thresholdless = { flaw: 'decision_without_rule', missing: 'threshold' } as const

//  what is broken, the expansion, the flaws
const rows: readonly (readonly [string, ExpandedProcedure, readonly Flaw[]])[] = [
  ['nothing', inCity, []],
  ['nothing', inVillage, []],
  [
    'an upheld objection that leads to no stage',
    withStage(inCity, 'posting', (s) => (s.kind === 'posting' ? { ...s, upheldObjection: 'nowhere' } : s)),
    [{ flaw: 'leads_nowhere', stage: 'posting', to: 'nowhere' }],
  ],
  [
    'a changed draft that leads to no stage',
    withStage(inCity, 'experts', (s) => (s.kind === 'review' ? { ...s, changes: 'nowhere' } : s)),
    [{ flaw: 'leads_nowhere', stage: 'experts', to: 'nowhere' }],
  ],
  [
    'a returned plan that leads to no stage',
    withDecision(inCity, 'vote', (s) => ({ ...s, revise: 'nowhere' })),
    [{ flaw: 'leads_nowhere', stage: 'vote', to: 'nowhere' }],
  ],
  [
    'approvals that are asked again of no stage',
    withDecision(inVillage, 'decision', (s) => ({ ...s, afterAmendment: 'nowhere' })),
    [{ flaw: 'leads_nowhere', stage: 'decision', to: 'nowhere' }],
  ],
  [
    'two stages of one name',
    { ...inVillage, stages: inVillage.stages.map((s) => (s.id === 'works' ? { ...s, id: 'committees' } : s)) },
    [{ flaw: 'named_twice', stage: 'committees' }],
  ],
  [
    'an upheld objection that leads past the decision',
    withStage(inCity, 'posting', (s) => (s.kind === 'posting' ? { ...s, upheldObjection: 'decision-published' } : s)),
    [
      { flaw: 'adoption_round_a_gate', stage: 'posting', gate: 'posting-days' },
      { flaw: 'adoption_round_a_gate', stage: 'experts', gate: 'review' },
      { flaw: 'adoption_round_a_gate', stage: 'vote', gate: 'convocation' },
      { flaw: 'adoption_round_a_gate', stage: 'vote', gate: 'quorum' },
      { flaw: 'adoption_round_a_gate', stage: 'vote', gate: 'threshold' },
    ],
  ],
  [
    'a changed draft that is reviewed no more',
    withStage(inCity, 'experts', (s) => (s.kind === 'review' ? { ...s, changes: 'vote' } : s)),
    [{ flaw: 'adoption_round_a_gate', stage: 'experts', gate: 'review' }],
  ],
  [
    'an upheld objection that skips the review',
    withStage(inCity, 'posting', (s) => (s.kind === 'posting' ? { ...s, upheldObjection: 'vote' } : s)),
    [
      { flaw: 'adoption_round_a_gate', stage: 'posting', gate: 'posting-days' },
      { flaw: 'adoption_round_a_gate', stage: 'experts', gate: 'review' },
    ],
  ],
  [
    'a plan returned into its own publication',
    withDecision(inVillage, 'decision', (s) => ({ ...s, revise: 'decision-published' })),
    [{ flaw: 'adoption_round_a_gate', stage: 'decision', gate: 'threshold' }],
  ],
  [
    'a plan that failed and yet is carried out',
    withDecision(inVillage, 'branch', (s) => ({ ...s, revise: 'works' })),
    [
      ...['branch', 'committees', 'party-members', 'decision'].flatMap((stage): Flaw[] =>
        (stage === 'branch' ? ['threshold'] : ['convocation', 'quorum', 'threshold']).map((gate) => ({
          flaw: 'adoption_round_a_gate',
          stage,
          gate,
        })),
      ),
      { flaw: 'adoption_round_a_gate', stage: 'decision-published', gate: 'publication' },
      { flaw: 'adoption_round_a_gate', stage: 'decision-published', gate: 'publication-days' },
    ],
  ],
  [
    'a last decision that does not bind, so that nobody asks for the authorisation',
    withDecision(inVillage, 'decision', (s) => ({ ...s, final: false })),
    [{ flaw: 'final_misplaced', stage: 'decision' }],
  ],
  [
    'a review that binds already',
    withDecision(inVillage, 'committees', (s) => ({ ...s, final: true })),
    [{ flaw: 'final_misplaced', stage: 'committees' }],
  ],
  [
    'a matter accepted for a body other than the one that decides',
    withStage(inCity, 'topic', (s) => (s.kind === 'intake' ? { ...s, decides: 'residents-assembly' } : s)),
    [{ flaw: 'accepted_for_another_body', stage: 'topic', body: 'residents-assembly' }],
  ],
  [
    'no law at all',
    withDecision(inCity, 'vote', (s) => ({ ...s, law: [] })),
    [quorumless, thresholdless].map((f) => ({ ...f, stage: 'vote' })),
  ],
  [
    'the threshold taken out of the text in force, left in the older one',
    withDecision(inVillage, 'decision', (s) => ({
      ...s,
      law: s.law.map(({ passes, ...rest }) =>
        rest.from === '2026-01-01' || passes === undefined ? rest : { ...rest, passes },
      ),
    })),
    [{ ...thresholdless, stage: 'decision' }],
  ],
  [
    'the quorum taken out of the party’s text',
    withDecision(inVillage, 'party-members', (s) => ({ ...s, law: s.law.map(({ quorum: _, ...rest }) => rest) })),
    [{ ...quorumless, stage: 'party-members' }],
  ],
  [
    'a threshold that nobody’s vote reaches already',
    withDecision(inVillage, 'branch', (s) => ({
      ...s,
      law: s.law.map((p) => ({ ...p, passes: { count: 'yes', atLeast: [0, 1], of: 'present' } })),
    })),
    [{ ...thresholdless, stage: 'branch' }],
  ],
  [
    'a quorum that an empty hall has',
    withDecision(inVillage, 'branch', (s) => ({
      ...s,
      law: s.law.map((p) => ({ ...p, quorum: { any: [{ count: 'present', atLeastNumber: 0 }] } })),
    })),
    [{ ...quorumless, stage: 'branch' }],
  ],
]
for (const [what, procedure, flaws] of rows)
  broken(`${procedure.procedure}: ${what}`, () => assert.equal(check(procedure), flaws))

broken.run()

const walked = suite('flaws that are found in the ways of a machine')

const ways = waysOf(inVillage)

const cut = (from: Ways, keep: (edge: Edge) => boolean): Ways => ({ ...from, edges: from.edges.filter(keep) })
const round = (stage: string, gate: string): Flaw => ({ flaw: 'adoption_round_a_gate', stage, gate })

walked('the ways as compiled have none', () => assert.equal(wayFlaws(inVillage, ways), []))

walked('a stage that leads nowhere cannot end, and what would follow is not reached', () => {
  const flaws = wayFlaws(
    inVillage,
    cut(ways, ({ from }) => from !== 'going.works.open'),
  )
  assert.ok(flaws.some((f) => f.flaw === 'cannot_end' && f.state === 'going.works.open'))
  assert.ok(flaws.some((f) => f.flaw === 'unreachable' && f.state === 'going.evaluation.open'))
})

walked('to be withdrawn is no way to end: a stage left only so is named', () => {
  const flaws = wayFlaws(
    inVillage,
    cut(ways, ({ from, guard }) => from !== 'going.evaluation.open' || guard.way.gate === 'case.withdraws'),
  )
  assert.ok(flaws.some((f) => f.flaw === 'cannot_end' && f.state === 'going.evaluation.open'))
})

walked('a loop without end is named, each state of it', () => {
  const edges = ways.edges
    .filter(
      ({ from, to }) =>
        !from.startsWith('going.evaluation.') &&
        (!from.startsWith('going.result-published.') || /^going\.(result-published|evaluation)\./.test(to)),
    )
    .concat(
      ways.edges
        .filter(({ from, to }) => from.startsWith('going.result-published.') && to.startsWith('going.evaluation.'))
        .map((edge) => ({ ...edge, from: 'going.evaluation.open', to: 'going.result-published.waiting' })),
    )
  const states = wayFlaws(inVillage, { ...ways, edges }).flatMap((f) => (f.flaw === 'cannot_end' ? [f.state] : []))
  for (const state of ['going.result-published.waiting', 'going.result-published.posted', 'going.evaluation.open'])
    assert.ok(states.includes(state), state)
})

walked('an exit without a gate is named by the gate that it leaves out', () => {
  for (const [gate, word, stage] of [
    ['ballot.carries', 'threshold', 'committees'],
    ['ballot.opens', 'quorum', 'decision'],
    ['meeting.convokes', 'convocation', 'branch'],
    ['intake.accepts', 'acceptance', 'topic'],
    ['publication.done', 'publication-days', 'result-published'],
  ] as const) {
    const opened = ways.edges.map((edge) =>
      edge.guard.stage.id === stage && edge.guard.way.gate === gate
        ? { ...edge, guard: { ...edge.guard, way: { ...edge.guard.way, gate: 'free' } } }
        : edge,
    )
    assert.equal(wayFlaws(inVillage, { ...ways, edges: opened }), [round(stage, word)])
  }
})

walked('an edge that skips a decision is named with all that it goes round', () => {
  const [any] = ways.edges.filter(({ from, on }) => from === 'going.branch.voting' && on === 'ballot.closed')
  assert.ok(any)
  const flaws = wayFlaws(inVillage, { ...ways, edges: [...ways.edges, { ...any, to: 'going.party-members.calling' }] })
  assert.equal(
    flaws,
    ['convocation', 'quorum', 'threshold'].map((gate) => round('committees', gate)),
  )
})

walked('an edge on which a refusal is carried counts as no approval', () => {
  const turned = ways.edges.map((edge) =>
    edge.from === 'going.decision.voting' && edge.guard.way.carried === 'refuse'
      ? { ...edge, to: 'going.decision-published.waiting' }
      : edge,
  )
  assert.equal(wayFlaws(inVillage, { ...ways, edges: turned }), [round('decision', 'threshold')])
})

walked('a state that nothing leads to is named', () => {
  assert.equal(
    wayFlaws(
      inVillage,
      cut(ways, ({ on }) => on !== 'proposal.withdrawn'),
    ),
    [{ flaw: 'unreachable', state: 'withdrawn' }],
  )
})

walked.run()
