import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { ChoiceFault } from '../workflows/procedures/choices.ts'
import { expand } from '../workflows/procedures/procedure.ts'
import { sixStep } from '../workflows/procedures/six-step.ts'
import { threeReviews } from '../workflows/procedures/three-reviews.ts'
import { procedures } from '../workflows/registry.ts'
import { cityChoices, villageChoices } from './support/adopted.ts'

const choices = suite('choices that are refused')

const inRange = { atLeast: 1, atMost: 180 }

//  what, the choice changed, its fault
const faulty: readonly (readonly [
  string,
  Readonly<Record<string, string | number | undefined>>,
  readonly ChoiceFault[],
])[] = [
  ['one that is not asked', { quorum: 'none' }, [{ choice: 'quorum', why: 'unknown' }]],
  ['one that every object has', { toString: 'present' }, [{ choice: 'toString', why: 'unknown' }]],
  ['one not made', { base: undefined }, [{ choice: 'base', why: 'missing' }]],
  [
    'an option that is none',
    { base: 'households' },
    [{ choice: 'base', why: 'not_an_option', allowed: ['present', 'entitled'] }],
  ],
  ['a number for an option', { base: 1 }, [{ choice: 'base', why: 'not_an_option', allowed: ['present', 'entitled'] }]],
  ['fewer days than one', { postingDays: 0 }, [{ choice: 'postingDays', why: 'out_of_bounds', ...inRange }]],
  ['more days than are admitted', { postingDays: 181 }, [{ choice: 'postingDays', why: 'out_of_bounds', ...inRange }]],
  ['half a day', { postingDays: 1.5 }, [{ choice: 'postingDays', why: 'out_of_bounds', ...inRange }]],
  ['a number written as text', { postingDays: '7' }, [{ choice: 'postingDays', why: 'out_of_bounds', ...inRange }]],
  ['no number', { postingDays: Number.NaN }, [{ choice: 'postingDays', why: 'out_of_bounds', ...inRange }]],
  [
    'fewer days of publication than the law asks',
    { publicationDays: 14 },
    [{ choice: 'publicationDays', why: 'out_of_bounds', atLeast: 15, atMost: 180 }],
  ],
  ['a tenth call', { calls: 10 }, [{ choice: 'calls', why: 'out_of_bounds', atLeast: 1, atMost: 9 }]],
  [
    'several at once, all told',
    { extra: 'x', base: undefined, calls: 0 },
    [
      { choice: 'extra', why: 'unknown' },
      { choice: 'base', why: 'missing' },
      { choice: 'calls', why: 'out_of_bounds', atLeast: 1, atMost: 9 },
    ],
  ],
]
for (const [what, change, faults] of faulty)
  choices(what, () => {
    const made = Object.entries({ ...cityChoices, ...change }).flatMap(([choice, value]) =>
      value === undefined ? [] : [[choice, value] as const],
    )
    assert.equal(expand(sixStep, Object.fromEntries(made), { sort: 'city' }), {
      ok: false,
      refusal: { code: 'choices_faulty', faults },
    })
  })

choices('none made: every one asked is missing, none is filled in', () => {
  for (const p of procedures.values()) {
    const refused = expand(p, {}, { sort: p.sort })
    assert.equal(refused, {
      ok: false,
      refusal: {
        code: 'choices_faulty',
        faults: Object.keys(p.choices).map((choice) => ({ choice, why: 'missing' })),
      },
    })
  }
})

choices('a procedure for the other kind of place is refused, with the kind that it is for', () => {
  assert.equal(expand(sixStep, cityChoices, { sort: 'village' }), {
    ok: false,
    refusal: { code: 'procedure_not_for_this_place', sort: 'city' },
  })
  assert.equal(expand(threeReviews, villageChoices, { sort: 'city' }), {
    ok: false,
    refusal: { code: 'procedure_not_for_this_place', sort: 'village' },
  })
})

choices.run()
