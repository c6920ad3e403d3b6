import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { DecisionStage, ExpandedProcedure } from '../workflows/stages/stage.ts'
import { groupsAsked } from '../workflows/stages/verdict.ts'
import { sixStepWith, threeReviewsWith } from './support/adopted.ts'

const rules = suite('rules of voting')

const finalOf = ({ stages }: ExpandedProcedure): DecisionStage => {
  const stage = stages.find((one) => one.kind === 'decision' && one.final)
  if (stage?.kind !== 'decision') throw new Error('the procedure decides')
  return stage
}

rules('the groups counted apart are those whose votes a rule looks at, and no others', () => {
  const day = '2026-03-02'
  const byHalf = finalOf(threeReviewsWith({ half: 'representatives' }))
  assert.equal(groupsAsked(byHalf, day, 'village-public-works'), ['representatives'])
  // Women representatives are asked for at the roll call only.
  assert.equal(groupsAsked(finalOf(threeReviewsWith({ half: 'members' })), day, 'village-public-works'), [])
  assert.equal(groupsAsked(finalOf(sixStepWith()), day, 'residents-covenant'), [])
  const rule = {
    any: [
      { count: 'cast', among: 'women', moreThan: [1, 2], of: 'valid', ofAmong: 'tenants' },
      { count: 'present', among: 'elders', atLeastNumber: 3 },
    ],
  } as const
  const own = [{ id: 'own', cite: '村规民约', text: '', rule }]
  assert.equal(groupsAsked({ ...byHalf, own }, day), ['tenants', 'women'])
})

rules.run()
