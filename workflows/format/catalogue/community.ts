import { z } from 'zod'
import { demandGroups } from '../../law/provision.ts'
import { channels, topicClassWords } from '../../topics.ts'
import { body, bytes32, commitment, day, id, procedureId, role, said, sha256, whole, word, year } from './fields.ts'
import { commentModes, endCauses, fillCauses, joinCauses, leaveCauses, personFields } from './words.ts'

/** What the community’s chain says. */
export const ofCommunity = {
  'community.founded': said(
    'community',
    '建立社区',
    'Community founded',
    z.strictObject({
      sort: z.enum(['village', 'city', 'township']),
      jurisdiction: z
        .string()
        .regex(/^CN-[0-9A-Z]{2}$/)
        .optional(),
      name: commitment,
    }),
  ),
  'calendar.declared': said(
    'community',
    '节假日安排',
    'Holidays declared',
    z.strictObject({ year, holidays: z.array(day), workdays: z.array(day) }),
  ),
  'comments.mode-set': said(
    'community',
    '意见登记方式',
    'Mode of comments set',
    z.strictObject({ mode: z.enum(commentModes) }),
  ),
  'key.published': said(
    'community',
    '档案签名公钥',
    'Record key published',
    z.strictObject({ kid: bytes32, x: bytes32 }),
  ),
  'roster.imported': said(
    'community',
    '花名册导入',
    'Roster imported',
    z.strictObject({
      file: sha256,
      households: whole,
      left: z.array(whole),
      people: z.array(id),
      asOf: day.optional(),
    }),
  ),
  'person.joined': said(
    'community',
    '列入花名册',
    'Joined the roster',
    z.strictObject({ person: id, household: id, cause: z.enum(joinCauses), from: day }),
  ),
  'person.left': said(
    'community',
    '移出花名册',
    'Left the roster',
    z.strictObject({ person: id, cause: z.enum(leaveCauses), on: day }),
  ),
  'person.moved': said(
    'community',
    '变更所在户',
    'Moved to another household',
    z.strictObject({ person: id, household: id, from: day }),
  ),
  'person.corrected': said(
    'community',
    '更正花名册',
    'Roster corrected',
    z.strictObject({ person: id, fields: z.array(z.enum(personFields)).min(1), reason: commitment.optional() }),
  ),
  'units.recorded': said(
    'community',
    '专有部分登记',
    'Units recorded',
    z.strictObject({
      from: day,
      file: sha256.optional(),
      /** Units that nobody had recorded before, each with its area in 0.01 m² and who owns it from that day. */
      units: z.array(
        z.strictObject({ unit: id, area: z.int().min(1), owner: id, developer: z.literal(true).optional() }),
      ),
      /** Units known before, as measured anew; who owns them stays. */
      areas: z.array(z.strictObject({ unit: id, area: z.int().min(1) })).optional(),
    }),
  ),
  'unit.transferred': said(
    'community',
    '业主变更',
    'Unit transferred',
    z.strictObject({ unit: id, owner: id, developer: z.literal(true).optional(), from: day }),
  ),
  'seats.filled': said(
    'community',
    '任职',
    'Seats filled',
    z.strictObject({
      body,
      from: day,
      until: day.optional(),
      cause: z.enum(fillCauses).optional(),
      /** The election that filled them. */
      proposal: id.optional(),
      seats: z.array(
        z.strictObject({
          person: id,
          office: word,
          voting: z.boolean(),
          inBase: z.boolean(),
          groups: z.array(word),
          /** How many households stand behind a representative, where somebody said so. */
          represents: whole.optional(),
        }),
      ),
    }),
  ),
  'seat.ended': said(
    'community',
    '任职终止',
    'Seat ended',
    z.strictObject({ body, person: id, cause: z.enum(endCauses), on: day, reason: commitment.optional() }),
  ),
  'role.granted': said(
    'community',
    '授予职责',
    'Role granted',
    z.strictObject({ account: id, role, person: id.optional() }),
  ),
  'role.ended': said('community', '解除职责', 'Role ended', z.strictObject({ account: id, role })),
  'oversight.granted': said('community', '授权监督', 'Oversight granted', z.strictObject({ township: id })),
  'oversight.ended': said('community', '终止监督授权', 'Oversight ended', z.strictObject({ township: id })),
  'adoption.made': said(
    'community',
    '启用议事程序',
    'Procedure adopted',
    z.strictObject({ adoption: id, procedure: procedureId, hash: sha256 }),
  ),
  'demand.opened': said(
    'community',
    '联名要求召开会议',
    'Meeting demanded',
    z.strictObject({ demand: id, body, of: z.enum(demandGroups), text: commitment }),
  ),
  'demand.signed': said(
    'community',
    '联名',
    'Demand signed',
    z.strictObject({ demand: id, people: z.array(id).min(1) }),
  ),
  'signature.withdrawn': said(
    'community',
    '撤回联名',
    'Signature withdrawn',
    z.strictObject({ demand: id, person: id }),
  ),
  'discussion.recorded': said(
    'community',
    '党组织研究讨论',
    'Party organisation’s discussion recorded',
    z.strictObject({ discussion: id, body, heldOn: day, agreed: z.boolean(), text: commitment }),
  ),
  'topic.raised': said(
    'community',
    '收到议题',
    'Topic raised',
    z.strictObject({
      topic: id,
      channel: z.enum(channels),
      proposer: id.optional(),
      from: id.optional(),
      text: commitment,
    }),
  ),
  'topic.withdrawn': said('community', '撤回议题', 'Topic withdrawn', z.strictObject({ topic: id })),
  'topic.joined': said('community', '附议', 'Topic joined', z.strictObject({ topic: id, person: id })),
  'topic.classified': said(
    'community',
    '议题归类',
    'Topic sorted',
    z.strictObject({ topic: id, class: z.enum(topicClassWords) }),
  ),
  'topic.merged': said('community', '议题合并', 'Topic merged', z.strictObject({ topic: id, into: id })),
  'topic.unmerged': said('community', '取消议题合并', 'Topic taken apart again', z.strictObject({ topic: id })),
  'topic.split': said('community', '议题拆分', 'Topic split', z.strictObject({ topic: id, into: z.array(id).min(1) })),
  'topic.answered': said(
    'community',
    '议题答复',
    'Topic answered',
    z.strictObject({ topic: id, outcome: z.enum(['answered', 'refused']).optional(), reason: commitment }),
  ),
} as const
