import { z } from '@hono/zod-openapi'
import { motions, paperOptions, rollCauses } from '../../../workflows/format/catalogue.ts'
import { bodyKinds, modes } from '../../../workflows/law/provision.ts'
import { attest, attestations, confirmAttestation, rejectAttestation } from '../../services/attestations.ts'
import { onPaper } from '../../services/commands/events.ts'
import { day, id, text } from '../../services/commands/inputs.ts'
import type { App } from '../app-context.ts'
import { signedIn } from '../define.ts'
import { inCommunity, pageOf, paging } from './common.ts'

const event = z.discriminatedUnion(
  'type',
  onPaper.map(({ kind, input }) => (input as z.ZodObject).extend({ type: z.literal(kind) })) as unknown as [
    z.ZodObject<{ type: z.ZodLiteral<string> }>,
  ],
)

const oldCase = z.strictObject({
  adoption: id,
  title: text,
  topics: z.array(id).max(1000).default([]),
  proposer: id.optional(),
  continues: id.optional(),
})

const vote = z.strictObject({ person: id, choice: z.enum(paperOptions) })

const meeting = z.strictObject({
  body: z.enum(bodyKinds),
  mode: z.enum(modes).optional(),
  sentOn: day,
  at: z.iso.datetime({ offset: true }),
  convenedBy: z.enum(bodyKinds),
  presider: id,
  place: text,
  written: z.boolean().default(false),
  posted: z.boolean().default(false),
  emergency: z.strictObject({ reason: text, decidedBy: z.enum(bodyKinds) }).optional(),
  demand: id.optional(),
  amendments: z
    .array(z.strictObject({ cause: z.enum(rollCauses), person: id, reason: text }))
    .max(100)
    .optional(),
  present: z.array(id).max(10_000),
  items: z
    .array(
      z.strictObject({
        proposal: id,
        ballot: z
          .strictObject({
            motion: z.enum(motions),
            again: text.optional(),
            papers: z.strictObject({ issued: z.int().min(0), returned: z.int().min(0) }).optional(),
            votes: z.array(vote).max(10_000),
          })
          .refine(({ papers, votes }) => papers !== undefined || votes.every(({ choice }) => choice !== 'spoiled'), {
            path: ['papers'],
            message: 'a spoiled vote is a paper, and papers are counted',
          })
          .optional(),
      }),
    )
    .min(1)
    .max(50),
  outcome: z.enum(['held', 'no-quorum', 'postponed']),
  reason: text.optional(),
})

const what = z.discriminatedUnion('sort', [
  z.strictObject({ sort: z.literal('event'), proposal: id, occurredOn: day, event }),
  z.strictObject({ sort: z.literal('case'), occurredOn: day, case: oldCase }),
  z.strictObject({ sort: z.literal('meeting'), meeting }),
  z.strictObject({ sort: z.literal('erratum'), proposal: id, n: z.int().min(1), text, reason: text }),
  z.strictObject({
    sort: z.literal('correction'),
    proposal: id,
    ballot: id,
    votes: z.array(vote).min(1).max(10_000),
    reason: text,
  }),
  z.strictObject({
    sort: z.literal('minutes'),
    occurredOn: day,
    meeting: id,
    commitment: z.string().regex(/^[0-9a-f]{64}$/),
  }),
])

/** What happened on paper, old cases, errata and corrections: entered by one person, confirmed by others. */
export const attestationRoutes = (app: App): void => {
  const { engine } = app
  const inAttestation = inCommunity.extend({
    a: z
      .uuid()
      .toLowerCase()
      .openapi({ param: { name: 'a', in: 'path' } }),
  })

  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/attestations',
      tag: 'attestations',
      summary: 'Enter what happened on paper, an old case, an erratum or a correction, with its evidence',
      params: inCommunity,
      body: z.strictObject({ evidence: text, what }),
      answers: z.object({ attestation: z.uuid(), wanted: z.int(), supervisor: z.boolean() }),
      status: 201,
    },
    ({ actor, body }) => attest(engine, actor, body),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/attestations',
      tag: 'attestations',
      summary: 'What waits for a second person, and what became of the rest',
      params: inCommunity,
      query: paging.extend({ state: z.enum(['waiting']).optional() }),
      answers: pageOf(z.looseObject({ id: z.uuid() })),
    },
    ({ actor, query }) => attestations(engine, actor, query),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/attestations/{a}/confirm',
      tag: 'attestations',
      summary: 'Confirm as another person; with the last one needed it goes on the record',
      params: inAttestation,
      answers: z.object({
        attestation: z.uuid(),
        outcome: z.enum(['waiting', 'confirmed']),
        wanted: z.int(),
        result: z.unknown().optional(),
      }),
    },
    ({ actor, params }) => confirmAttestation(engine, actor, params.a),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/attestations/{a}/reject',
      tag: 'attestations',
      summary: 'Send it back with the reason, or take one’s own back',
      params: inAttestation,
      body: z.strictObject({ reason: text }),
      answers: z.object({ attestation: z.uuid() }),
    },
    ({ actor, params, body }) => rejectAttestation(engine, actor, params.a, body),
  )
}
