export { type Election, type ElectionGround, elect, type Papers } from './elect.ts'
export { judge } from './judge.ts'
export { outlook } from './outlook.ts'
export type {
  Count,
  Ground,
  Group,
  Judgement,
  Measure,
  Outlook,
  Outstanding,
  Quantity,
  Rule,
  Share,
  Tallies,
  Test,
} from './types.ts'
export { type WhatIf, type WhatIfTest, whatIf } from './what-if.ts'
