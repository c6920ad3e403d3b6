import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Count, judge, type Quantity, type Rule, type Tallies, type Test } from '../workflows/rules/index.ts'

/** One published vote: a US roll call or a Swiss ballot, with the majority it needed and what was announced. */
interface RollCall {
  readonly id: string
  readonly req_kind: string
  readonly req_num: string
  readonly req_den: string
  readonly req_strict: string
  readonly req_base: string
  readonly yes: string
  readonly no: string
  readonly abstain: string
  readonly present: string
  readonly entitled: string
  readonly yes_units: string
  readonly no_units: string
  readonly casting_vote: string
  readonly outcome: string
}

const { data: rows } = Papa.parse<RollCall>(readFileSync(new URL('fixtures/roll-calls.csv', import.meta.url), 'utf8'), {
  header: true,
  skipEmptyLines: true,
})

const number = (text: string): number => (text === '' ? 0 : Number(text))

const countOf = (row: RollCall): Count => {
  const [yes, no, abstain] = [number(row.yes), number(row.no), number(row.abstain)]
  const tie = yes === no && row.casting_vote === 'Yes' ? 1 : 0
  const cast = yes + tie + no + abstain
  const people: Tallies = {
    entitled: row.entitled === '' ? cast : number(row.entitled),
    present: row.req_kind === 'quorum_call' ? number(row.present) : cast,
    yes: yes + tie,
    no,
    abstain,
    spoiled: 0,
  }
  // Cantons count in halves, so twice their number is whole.
  const cantons = { yes: 2 * number(row.yes_units), no: 2 * number(row.no_units), abstain: 0, spoiled: 0 }
  const entitled = cantons.yes + cantons.no
  return entitled === 0 ? { people } : { people, represented: { ...cantons, entitled, present: entitled } }
}

const ruleOf = (row: RollCall): Rule => {
  const share = [number(row.req_num), number(row.req_den)] as const
  const of: Quantity = row.req_base === 'entitled' ? 'entitled' : 'decided'
  const count = row.req_kind === 'quorum_call' ? 'present' : 'yes'
  const test: Test = row.req_strict === 'gt' ? { count, of, moreThan: share } : { count, of, atLeast: share }
  return row.req_kind === 'double_majority' ? { all: [test, { ...test, measure: 'represented' }] } : test
}

const rollCalls = suite('594 published votes')

rollCalls('the file is whole, and both outcomes and every kind of majority are in it', () => {
  assert.is(rows.length, 594)
  assert.equal([...new Set(rows.map((row) => row.outcome))].sort(), ['FAILED', 'PASSED'])
  assert.equal([...new Set(rows.map((row) => row.req_base))].sort(), ['entitled', 'yes+no'])
  assert.equal([...new Set(rows.map((row) => row.req_strict))].sort(), ['ge', 'gt'])
})

for (const row of rows)
  rollCalls(`${row.id} ${row.outcome}`, () => {
    assert.is(judge(ruleOf(row), countOf(row)).met, row.outcome === 'PASSED')
  })
rollCalls.run()
