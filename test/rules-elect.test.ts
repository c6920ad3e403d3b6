import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Election, elect, type Papers, type Rule } from '../workflows/rules/index.ts'

const halfVoted: Rule = { count: 'cast', moreThan: [1, 2], of: 'entitled' }
const twoThirdsVoted: Rule = { count: 'cast', moreThan: [2, 3], of: 'entitled' }
const half: Rule = { count: 'yes', moreThan: [1, 2], of: 'cast' }
const third: Rule = { count: 'yes', atLeast: [1, 3], of: 'cast' }

const papers = (p: Partial<Papers> & Pick<Papers, 'returned' | 'votes'>): Papers => ({
  seats: 1,
  entitled: 900,
  issued: p.returned,
  spoiled: 0,
  participation: halfVoted,
  winnerFloor: half,
  ...p,
})

/** What came of it, without the arithmetic. */
const cameTo = ({ grounds: _, ...rest }: Election) => rest

const examples = suite('elections by plurality')

//  papers, what comes of it, because
const rows: readonly (readonly [Papers, ReturnType<typeof cameTo>, string])[] = [
  [
    papers({ entitled: 30, returned: 20, votes: { a: 20 }, participation: twoThirdsVoted }),
    { outcome: 'invalid' },
    '§6.4: twenty of thirty representatives may meet, but not elect',
  ],
  [
    papers({ entitled: 30, returned: 21, votes: { a: 11, b: 10 }, participation: twoThirdsVoted }),
    { outcome: 'elected', winners: ['a'] },
    '§6.4: twenty-one may',
  ],
  [papers({ returned: 450, votes: { a: 450 } }), { outcome: 'invalid' }, '§6.13: half of 900 is not more than half'],
  [
    papers({ returned: 451, spoiled: 11, votes: { a: 225, b: 215 } }),
    { outcome: 'run-off', winners: [], seatsLeft: 1, among: ['a', 'b'] },
    '§6.13: 225 of 440 valid, but the spoiled count: 226 of 451 are needed',
  ],
  [
    papers({ returned: 451, spoiled: 11, votes: { a: 226, b: 214 } }),
    { outcome: 'elected', winners: ['a'] },
    '§6.13: 226 of 451',
  ],
  [
    papers({ returned: 451, spoiled: 11, votes: { a: 150, b: 149 }, winnerFloor: third }),
    { outcome: 'run-off', winners: [], seatsLeft: 1, among: ['a', 'b'] },
    '§6.13: the most votes of a run-off, yet less than a third of 451',
  ],
  [
    papers({ returned: 451, spoiled: 11, votes: { b: 150, a: 151 }, winnerFloor: third }),
    { outcome: 'elected', winners: ['a'] },
    '§6.13: 151 are a third',
  ],
  [papers({ returned: 501, issued: 500, votes: { a: 501 } }), { outcome: 'void' }, 'more returned than issued'],
  [
    papers({ returned: 500, issued: 501, votes: { a: 500 } }),
    { outcome: 'elected', winners: ['a'] },
    'fewer are valid',
  ],
  [papers({ returned: 500, issued: 500, entitled: 499, votes: { a: 500 } }), { outcome: 'void' }, 'more than voters'],
  [
    papers({ entitled: 100, returned: 49, issued: 48, votes: { a: 49 } }),
    { outcome: 'void' },
    'void before it is invalid: nothing follows from such a box',
  ],
  [papers({ returned: 0, votes: { a: 0 } }), { outcome: 'invalid' }, 'nobody voted'],
  [
    papers({ seats: 2, returned: 600, votes: { a: 400, b: 400, c: 350 } }),
    { outcome: 'elected', winners: ['a', 'b'] },
    'equal votes that fill the seats together are no tie',
  ],
  [
    papers({ seats: 2, returned: 600, votes: { c: 350, a: 400, b: 350, d: 90 } }),
    { outcome: 'tied', winners: ['a'], seatsLeft: 1, among: ['b', 'c'] },
    'equal votes for the last seat are voted on again',
  ],
  [
    papers({ seats: 1, returned: 600, votes: { a: 300, b: 300 } }),
    { outcome: 'run-off', winners: [], seatsLeft: 1, among: ['a', 'b'] },
    'equal, but neither reached more than half',
  ],
  [
    papers({ seats: 1, returned: 600, votes: { a: 300, b: 300 }, winnerFloor: third }),
    { outcome: 'tied', winners: [], seatsLeft: 1, among: ['a', 'b'] },
    'equal in the run-off, both above a third',
  ],
  [
    papers({ seats: 3, returned: 600, votes: { a: 500, b: 200, c: 150, d: 150, e: 90, f: 0 } }),
    { outcome: 'run-off', winners: ['a'], seatsLeft: 2, among: ['b', 'c', 'd'] },
    'two seats are left for three, the most voted of the others',
  ],
  [
    papers({ seats: 2, returned: 600, votes: { a: 500, b: 200, c: 150, d: 150 } }),
    { outcome: 'run-off', winners: ['a'], seatsLeft: 1, among: ['b', 'c', 'd'] },
    'who equals the last of them stands too',
  ],
  [
    papers({ seats: 2, returned: 600, votes: { a: 500, b: 0 } }),
    { outcome: 'run-off', winners: ['a'], seatsLeft: 1, among: [] },
    'nobody without a vote stands in a run-off: there are new nominations',
  ],
  [
    papers({ returned: 600, spoiled: 600, votes: { a: 0, b: 0 } }),
    { outcome: 'run-off', winners: [], seatsLeft: 1, among: [] },
    'all spoiled: they voted, and nobody is elected',
  ],
  [papers({ returned: 600, votes: {} }), { outcome: 'run-off', winners: [], seatsLeft: 1, among: [] }, 'no candidate'],
  [
    papers({ entitled: 300, returned: 151, votes: { a: 76 }, measure: 'households', ...householdRules() }),
    { outcome: 'elected', winners: ['a'] },
    'by households: more than half of 300, and of 151',
  ],
]
for (const [input, expected, because] of rows)
  examples(because, () => {
    assert.equal(cameTo(elect(input)), expected)
  })

function householdRules(): Pick<Papers, 'participation' | 'winnerFloor'> {
  return {
    participation: { count: 'cast', moreThan: [1, 2], of: 'entitled', measure: 'households' },
    winnerFloor: { count: 'yes', moreThan: [1, 2], of: 'cast', measure: 'households' },
  }
}

examples('gives every ground with its numbers, also those met, and says whose they are', () => {
  const { grounds } = elect(papers({ returned: 451, issued: 460, spoiled: 11, votes: { b: 214, a: 226 } }))
  assert.equal(
    grounds.map(({ code, candidate, have, need, of, met }) => ({ code, candidate, have, need, of, met })),
    [
      { code: 'papers-returned', candidate: undefined, have: 460, need: 451, of: 451, met: true },
      { code: 'papers-returned', candidate: undefined, have: 900, need: 451, of: 451, met: true },
      { code: 'participation', candidate: undefined, have: 451, need: 451, of: 900, met: true },
      { code: 'winner-floor', candidate: 'a', have: 226, need: 226, of: 451, met: true },
      { code: 'winner-floor', candidate: 'b', have: 214, need: 226, of: 451, met: false },
    ],
  )
})

//  what is wrong with the numbers
const faults: readonly (readonly [Papers, string])[] = [
  [papers({ returned: 10, votes: { a: 11 } }), 'more votes than papers'],
  [papers({ returned: 10, spoiled: 1, votes: { a: 10 } }), 'more votes than valid papers'],
  [papers({ returned: 10, votes: { a: 6, b: 5 } }), 'more marks than one a paper'],
  [papers({ seats: 2, returned: 10, votes: { a: 10, b: 10, c: 1 } }), 'more marks than two a paper'],
  [papers({ seats: 2, maxMarks: 1, returned: 10, votes: { a: 6, b: 5 } }), 'more marks than the paper allows'],
  [papers({ returned: 10, spoiled: 11, votes: {} }), 'more spoiled than returned'],
  [papers({ returned: 10, votes: { a: -1 } }), 'fewer than none'],
  [papers({ returned: 10, votes: { a: 0.5 } }), 'half a vote'],
  [papers({ returned: 10.5, votes: {} }), 'half a paper'],
  [papers({ returned: 10, issued: Number.NaN, votes: {} }), 'no number'],
  [papers({ returned: 10, entitled: 2 ** 53, votes: {} }), 'past what is counted exactly'],
  [papers({ returned: 10, seats: 0, votes: {} }), 'no seat'],
  [papers({ returned: 10, maxMarks: 0, votes: {} }), 'no mark'],
]
for (const [input, fault] of faults)
  examples(`${fault}: a programming fault, never a result`, () => {
    assert.throws(
      () => elect(input),
      (error: unknown) => error instanceof TypeError,
    )
  })
examples.run()

const properties = suite('elections against a count by hand')

const candidates = ['a', 'b', 'c', 'd', 'e']
const floors = fc.constantFrom(half, third)
const box = fc.record({
  seats: fc.integer({ min: 1, max: 4 }),
  marked: fc.array(fc.subarray(candidates), { maxLength: 14 }),
  spoiled: fc.nat({ max: 3 }),
  abroad: fc.nat({ max: 12 }),
  short: fc.nat({ max: 4 }),
  winnerFloor: floors,
})
type Box = typeof box extends fc.Arbitrary<infer T> ? T : never

const counted = ({ seats, marked, spoiled, abroad, short, winnerFloor }: Box): Papers => {
  const valid = marked.map((names) => names.slice(0, seats))
  const returned = valid.length + spoiled
  return {
    seats,
    entitled: returned + abroad,
    issued: Math.max(0, returned + 2 - short),
    returned,
    spoiled,
    votes: Object.fromEntries(candidates.map((name) => [name, valid.filter((names) => names.includes(name)).length])),
    participation: halfVoted,
    winnerFloor,
  }
}

const orders = (names: readonly string[]): readonly (readonly string[])[] =>
  names.length === 0 ? [[]] : names.flatMap((n) => orders(names.filter((m) => m !== n)).map((rest) => [n, ...rest]))

/** Who is elected in every order in which equals could be read out, and who only in some. */
const byHand = ({ votes, seats, returned, winnerFloor }: Papers) => {
  const reached = candidates.filter((name) => {
    const n = votes[name] ?? 0
    return winnerFloor === half ? n * 2 > returned : n > 0 && n * 3 >= returned
  })
  const seated = orders(reached)
    .filter((order) => order.every((n, i) => i === 0 || (votes[order[i - 1] ?? ''] ?? 0) >= (votes[n] ?? 0)))
    .map((order) => order.slice(0, seats))
  return {
    always: reached.filter((name) => seated.every((order) => order.includes(name))),
    sometimes: reached.filter((name) => seated.some((order) => order.includes(name))),
  }
}

properties('the same outcome as reading equals out in every order', () => {
  fc.assert(
    fc.property(box, (drawn) => {
      const input = counted(drawn)
      const result = elect(input)
      if (input.returned > input.issued) return assert.is(result.outcome, 'void')
      if (input.returned * 2 <= input.entitled) return assert.is(result.outcome, 'invalid')
      const { always, sometimes } = byHand(input)
      assert.ok('winners' in result)
      assert.equal([...result.winners].sort(), always)
      const tied = sometimes.filter((name) => !always.includes(name))
      assert.is(result.outcome, tied.length > 0 ? 'tied' : always.length === input.seats ? 'elected' : 'run-off')
      if (result.outcome === 'tied') assert.equal([...result.among].sort(), tied)
      if (result.outcome !== 'elected') assert.is(result.seatsLeft, input.seats - always.length)
    }),
    { numRuns: 3000 },
  )
})

properties('a run-off is among others than the winners, in order, and none outside had more', () => {
  fc.assert(
    fc.property(box, (drawn) => {
      const input = counted(drawn)
      const result = elect(input)
      if (result.outcome !== 'run-off') return
      const votesOf = (name: string) => input.votes[name] ?? 0
      const outside = candidates.filter((name) => !result.among.includes(name) && !result.winners.includes(name))
      const fewest = Math.min(...result.among.map(votesOf))
      assert.ok(result.among.every((name) => votesOf(name) > 0 && !result.winners.includes(name)))
      assert.equal(
        result.among,
        [...result.among].sort((a, b) => votesOf(b) - votesOf(a) || (a < b ? -1 : 1)),
      )
      assert.ok(outside.every((name) => votesOf(name) < fewest))
      const stood = candidates.filter((name) => votesOf(name) > 0 && !result.winners.includes(name))
      assert.ok(result.among.length >= Math.min(stood.length, result.seatsLeft + 1))
    }),
    { numRuns: 2000 },
  )
})

properties('the order in which the candidates are written down does not matter', () => {
  fc.assert(
    fc.property(box, (drawn) => {
      const input = counted(drawn)
      const turned = { ...input, votes: Object.fromEntries(Object.entries(input.votes).reverse()) }
      assert.equal(elect(turned), elect(input))
    }),
  )
})
properties.run()
