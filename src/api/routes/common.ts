import { z } from '@hono/zod-openapi'
import { bodyKinds } from '../../../workflows/law/provision.ts'

/** Shapes that many routes share. */
export const inCommunity = z.object({
  c: z
    .uuid()
    .toLowerCase()
    .openapi({ param: { name: 'c', in: 'path' } }),
})
export const inProposal = inCommunity.extend({
  p: z
    .uuid()
    .toLowerCase()
    .openapi({ param: { name: 'p', in: 'path' } }),
})
export const inMeeting = inCommunity.extend({
  m: z
    .uuid()
    .toLowerCase()
    .openapi({ param: { name: 'm', in: 'path' } }),
})
export const inBallot = inCommunity.extend({
  b: z
    .uuid()
    .toLowerCase()
    .openapi({ param: { name: 'b', in: 'path' } }),
})

export const inBody = inCommunity.extend({
  body: z.enum(bodyKinds).openapi({ param: { name: 'body', in: 'path' } }),
})
export const seatPlace = z.looseObject({ body: z.string(), person: z.uuid() }).openapi('SeatPlace')
export const rollDue = z
  .object({ meeting: z.uuid(), body: z.string(), on: z.string(), person: z.uuid(), cause: z.string() })
  .openapi('RollDue')

export const paging = z.object({
  cursor: z.uuid().toLowerCase().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export const pageOf = (item: z.ZodType) => z.object({ items: z.array(item), next: z.string().optional() })

const title = z.object({ zh: z.string(), en: z.string() })
export const ground = z
  .looseObject({
    code: z.string(),
    have: z.int(),
    need: z.int(),
    of: z.int().optional(),
    met: z.boolean(),
    cite: z.string().optional(),
  })
  .openapi('Ground')
const tally = z.object({
  entitled: z.int(),
  present: z.int(),
  yes: z.int(),
  no: z.int(),
  abstain: z.int(),
  spoiled: z.int(),
})
export const tallies = z.object({ people: tally, groups: z.record(z.string(), tally) }).openapi('Tallies')
export const state = z.record(z.string(), z.unknown()).openapi('State')
export const done = z
  .object({ seq: z.int(), kind: z.string(), recordedAt: z.string(), data: z.unknown(), state, signedHead: z.string() })
  .openapi('Done')
export const proposalLine = z
  .object({
    id: z.uuid(),
    number: z.int(),
    title: z.string().nullable(),
    procedure: title,
    matter: z.string().nullable(),
    stage: z.object({ id: z.string(), title }),
    step: z.string().nullable(),
    ending: z.string().nullable(),
    openedAt: z.string(),
    verdict: z.object({ stage: title, carried: z.boolean(), grounds: z.array(ground) }).nullable(),
  })
  .openapi('ProposalLine')
export const shares = z.object({ entitled: z.int(), present: z.int() })
/** What is printed of the newest checkpoint; null before the first. */
export const printedCheckpoint = z
  .object({ size: z.int(), code: z.string(), sealedAt: z.string() })
  .nullable()
  .openapi('PrintedCheckpoint')
