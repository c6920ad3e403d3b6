import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { withoutComments } from './support/source.ts'

const threats = suite('threats')

//  row of the list of threats, what it is called there and in the test's name, where it is tried
const held: readonly (readonly [row: number, name: string, file: string])[] = [
  [1, 'twin-vote', 'votes-race'],
  [2, 'twin-option', 'votes-race'],
  [3, 'vote-vs-close', 'votes-race'],
  [4, 'deadline ±1 ms', 'doors'],
  [5, 'lock-wait over deadline', 'doors-race'],
  [6, 'clock back', 'doors'],
  [7, 'outlook', 'ballot-edges'],
  [8, 'roster after the ballot opened', 'votes'],
  [9, 'rules edited mid-vote', 'ballot-edges'],
  [10, 'change vote', 'doors'],
  [11, 'proxy twice', 'proxies'],
  [12, 'ballot out of rules', 'votes'],
  [13, 'ties, zero votes, empty electorate', 'ballot-edges'],
  [14, 'recusal', 'ballot-edges'],
  [18, 'cut after COMMIT', 'votes'],
  [22, 'restore', 'old-backup'],
  [26, 'row changed, deleted, two swapped, one inserted', 'audit'],
  [27, 'truncated tail', 'audit'],
  [28, 'whole log rewritten and rehashed', 'audit'],
  [29, 'split view', 'audit'],
  [30, 'UPDATE, DELETE, TRUNCATE as app role', 'audit'],
  [31, 'canonical form', 'format'],
  [31, '196 vectors', 'merkle'],
  [32, 'log injection', 'audit'],
  [33, 'order linkage', 'secret-ballots'],
  [33, 'no better than chance', 'linkage'],
  [34, 'small electorate / unanimous / running tally', 'secret-ballots'],
  [35, 'receipt proves inclusion, not the choice', 'secret-ballots'],
]

/** The names of a file's tests. */
const namesIn = (file: string): readonly string[] => {
  const source = withoutComments(readFileSync(new URL(`./${file}.test.ts`, import.meta.url), 'utf8'))
  const [, suiteName = ''] = /const (\w+) = suite\(/.exec(source) ?? []
  const called = new RegExp(`^\\s*${suiteName}\\(\\s*(['\`])(.+?)\\1,`, 'gm')
  return [...source.matchAll(called)].map(([, , name = '']) => name)
}

for (const [row, name, file] of held)
  threats(`row ${row}, ${name}, is tried by a test of that name`, () => {
    const names = namesIn(file)
    assert.ok(
      names.some((one) => one.includes(name)),
      `no test of ${file}.test.ts is called so: ${names.join(' | ')}`,
    )
  })

threats.run()
