import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { mutations as each } from './mutations/mutations.ts'

const mutations = suite('mutations')

const said = (file: string): string => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')

for (const { what, file, takes, test, turnsRed } of each)
  mutations(`${what} is said once, where it can be taken away, and a test is named that misses it`, () => {
    assert.is(said(file).split(takes).length, 2, file)
    const tests = said(`test/${test.replace(/\.test$/, '')}.test.ts`)
    assert.ok(tests.includes(turnsRed), turnsRed)
  })

mutations.run()
