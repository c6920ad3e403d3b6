import { z } from '@hono/zod-openapi'
import { word } from '../../../workflows/format/catalogue.ts'
import { attest } from '../../services/attestations.ts'
import { files, id, text } from '../../services/commands/inputs.ts'
import { closePoll, issuePollPapers, openPoll, poll } from '../../services/polls.ts'
import type { App } from '../app-context.ts'
import { signedIn } from '../define.ts'
import { ground, inCommunity, inMeeting, state } from './common.ts'

const inPoll = inCommunity.extend({
  b: z
    .uuid()
    .toLowerCase()
    .openapi({ param: { name: 'b', in: 'path' } }),
})
const whole = z.int().min(0).max(1_000_000)
const offices = z.record(z.string(), z.looseObject({}))
const result = { voided: z.boolean(), offices, grounds: z.array(ground) }

/** Elections, polled on paper alone: there is no operation that casts a vote. What was counted is attested. */
export const pollRoutes = (app: App): void => {
  const { engine } = app

  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/meetings/{m}/polls',
      tag: 'elections',
      summary: 'Open the poll for every office that is still to be filled',
      params: inMeeting,
      body: z.strictObject({ proposal: id }),
      answers: z.object({ poll: z.uuid(), entitled: z.int(), offices }),
      status: 201,
    },
    ({ actor, params, body }) => openPoll(engine, actor, params.m, body),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/polls/{b}',
      tag: 'elections',
      summary: 'One poll: papers given out, and what it came to',
      params: inPoll,
      answers: z.looseObject({ id: z.uuid() }),
    },
    ({ actor, params }) => poll(engine, actor, params.b),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/polls/{b}/papers',
      tag: 'elections',
      summary: 'Give out papers: one a voter, to the voter or to the proxy given in writing',
      params: inPoll,
      body: z.strictObject({
        papers: z
          .array(z.strictObject({ voter: id, proxy: id.optional() }))
          .min(1)
          .max(1000),
      }),
      answers: z.object({ poll: z.uuid(), issued: z.int() }),
      status: 201,
    },
    ({ actor, params, body }) =>
      issuePollPapers(engine, actor, params.b, {
        papers: body.papers.map(({ voter, proxy }) => (proxy === undefined ? { voter } : { voter, proxy })),
      }),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/polls/{b}/tally',
      tag: 'elections',
      summary: 'Enter what two tellers counted, box by box; another person confirms it',
      params: inPoll,
      body: z.strictObject({
        evidence: text,
        tellers: z.array(id).min(2).max(10),
        offices: z.record(
          word,
          z.strictObject({ issued: whole, returned: whole, spoiled: whole, votes: z.record(id, whole) }),
        ),
        files,
      }),
      answers: z.object({ attestation: z.uuid(), wanted: z.int(), supervisor: z.boolean() }),
      status: 201,
    },
    ({ actor, params, body: { evidence, files: cited, ...rest } }) =>
      attest(engine, actor, {
        evidence,
        what: { sort: 'poll', poll: params.b, ...rest, ...(cited ? { files: cited } : {}) },
      }),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/polls/{b}/close',
      tag: 'elections',
      summary: 'Close a counted poll and tell who is elected, and what is put again; closing again answers the same',
      params: inPoll,
      answers: z.object({ poll: z.uuid(), ...result, state }),
    },
    ({ actor, params }) => closePoll(engine, actor, params.b),
  )
}
