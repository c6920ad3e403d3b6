import { z } from 'zod'
import { offices } from '../../law/matter.ts'
import { bodyKinds } from '../../law/provision.ts'
import { body, commitment, day, fact, files, id, move, office, word } from './fields.ts'

/** What a proposal’s chain says once its matter is decided. */
export const afterDecision = {
  'resolution.suspended': fact(
    'afterwards',
    '中止执行',
    'Resolution suspended',
    z.strictObject({ by: z.enum([...bodyKinds, ...offices]), decidedOn: day, reason: commitment }),
  ),
  'resolution.resumed': fact(
    'afterwards',
    '恢复执行',
    'Resolution in force again',
    z.strictObject({ by: z.enum([...bodyKinds, ...offices]), decidedOn: day, reason: commitment }),
  ),
  'resolution.revoked': fact(
    'afterwards',
    '撤销',
    'Resolution revoked by a higher body',
    z.strictObject({ by: body, proposal: id, ballot: id, decidedOn: day, reason: commitment }),
  ),
  'correction.ordered': fact(
    'afterwards',
    '责令改正',
    'Ordered to be put right',
    z.strictObject({ order: id, by: office, orderedOn: day, dueOn: day, text: commitment }),
  ),
  'correction.reported': fact(
    'afterwards',
    '改正情况报告',
    'Put right as ordered',
    z.strictObject({ order: id, doneOn: day, text: commitment }),
  ),
  'supervision.opined': fact(
    'afterwards',
    '监督意见',
    'Opinion of the supervision committee',
    z.strictObject({
      opinion: id,
      stage: word,
      concern: z.enum(['none', 'concern', 'objection']),
      text: commitment,
      draft: z.int().min(1).optional(),
    }),
  ),
  'proposal.discontinued': move('撤销后终止', 'Ended with its resolution', z.strictObject({})),
  'progress.reported': fact(
    'progress',
    '实施进度',
    'Progress reported',
    z.strictObject({ percent: z.int().min(0).max(100), reportedOn: day, text: commitment, files }),
  ),
  'implementation.completed': move('实施完成', 'Implementation completed', z.strictObject({})),
  'rating.given': fact('ratings', '实施效果评议', 'Rating given', z.strictObject({ person: id, score: commitment })),
  'evaluation.closed': move('评议结束', 'Evaluation closed', z.strictObject({})),
} as const
