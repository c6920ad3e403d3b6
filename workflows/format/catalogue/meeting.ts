import { z } from 'zod'
import { body, commitment, day, demanded, files, id, instant, member, mode, said, whole, word } from './fields.ts'
import { deliveries, rollCauses, signInDoors } from './words.ts'

/** What a meeting’s chain says. */
export const ofMeeting = {
  'meeting.called': said(
    'meeting',
    '召集会议',
    'Meeting called',
    z.strictObject({
      body,
      mode: mode.optional(),
      on: day,
      at: instant,
      sentOn: day,
      convenedBy: body,
      presider: id,
      presidesAs: body.optional(),
      demand: demanded.optional(),
      written: z.boolean(),
      posted: z.boolean(),
      place: commitment,
      emergency: commitment.optional(),
      emergencyBy: body.optional(),
      agenda: z.array(z.strictObject({ proposal: id, stage: word, draft: z.int().min(1) })).min(1),
      roll: z.array(member),
      /** Of owners: up to which entry of the community's chain their units were read. */
      unitsSeq: whole.optional(),
      /** Up to which entry of the community's chain the seats were read that make the roll, and that of whoever presides. */
      seatsSeq: whole.optional(),
    }),
  ),
  'member.signed-in': said(
    'meeting',
    '签到',
    'Signed in',
    z.strictObject({ person: id, door: z.enum(signInDoors), inPerson: id.optional() }),
  ),
  'convocation.delivered': said(
    'meeting',
    '会议通知送达',
    'Convocation delivered',
    z.strictObject({ people: z.array(id).min(1), how: z.enum(deliveries), on: day, files }),
  ),
  'member.recused': said(
    'meeting',
    '回避',
    'Recused from an item',
    z.strictObject({ person: id, proposal: id, reason: commitment }),
  ),
  'proxy.given': said(
    'meeting',
    '委托',
    'Proxy given in writing',
    z.strictObject({ principal: id, proxy: id, document: commitment, files }),
  ),
  'proxy.withdrawn': said('meeting', '撤回委托', 'Proxy withdrawn', z.strictObject({ principal: id })),
  'speech.noted': said(
    'meeting',
    '发言记录',
    'Speech noted',
    z.strictObject({ speech: id, speaker: id, proposal: id.optional(), text: commitment }),
  ),
  'minutes.approved': said(
    'meeting',
    '会议记录签认',
    'Minutes approved by the presider',
    z.strictObject({ text: commitment, recorder: id, presider: id }),
  ),
  'roll.amended': said(
    'meeting',
    '应到名册变更',
    'Roll amended before the roll call',
    z.strictObject({
      cause: z.enum(rollCauses),
      out: id.optional(),
      in: member.optional(),
      reason: commitment,
      seatsSeq: whole.optional(),
    }),
  ),
  'presider.changed': said(
    'meeting',
    '更换主持人',
    'Presider changed',
    z.strictObject({ presider: id, presidesAs: body.optional(), reason: commitment, seatsSeq: whole.optional() }),
  ),
  'observer.noted': said(
    'meeting',
    '列席',
    'Observer noted',
    z.strictObject({ observer: id, capacity: word, name: commitment, person: id.optional() }),
  ),
  'meeting.adjourned': said(
    'meeting',
    '休会',
    'Adjourned to another day',
    z.strictObject({ until: day, at: instant, reason: commitment }),
  ),
  'member.excused': said(
    'meeting',
    '请假',
    'Excused from the meeting',
    z.strictObject({ person: id, reason: commitment }),
  ),
  'member.left': said('meeting', '退场', 'Left', z.strictObject({ person: id })),
  'roll.called': said(
    'meeting',
    '清点人数',
    'Roll called',
    z.strictObject({ for: id.optional(), present: z.array(id) }),
  ),
  'meeting.ended': said(
    'meeting',
    '会议结束',
    'Meeting ended',
    z.strictObject({ outcome: z.enum(['held', 'no-quorum', 'postponed']) }),
  ),
} as const
