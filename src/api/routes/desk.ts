import { z } from '@hono/zod-openapi'
import { deliveries as ways } from '../../../workflows/format/catalogue.ts'
import { ok } from '../../../workflows/result.ts'
import { signInToMeeting } from '../../services/attendance.ts'
import { day, files, id, text } from '../../services/commands/inputs.ts'
import { noteDelivery } from '../../services/deliveries.ts'
import { leaveMeeting } from '../../services/departures.ts'
import { approveMinutes, writeMinutes } from '../../services/minutes.ts'
import { noteSpeech } from '../../services/speeches.ts'
import { attendance } from '../../services/views/attendance.ts'
import { deliveries } from '../../services/views/deliveries.ts'
import { desk } from '../../services/views/desk.ts'
import { minutes } from '../../services/views/minutes.ts'
import { ballotWhatIf } from '../../services/views/what-if.ts'
import type { App } from '../app-context.ts'
import { goesOn, signedIn } from '../define.ts'
import { ground, inBallot, inMeeting, printedCheckpoint, shares } from './common.ts'

const words = z.object({ zh: z.string(), en: z.string() })
const outlook = z.enum(['certain', 'impossible', 'open'])
const measures = z.object({ area: shares.optional(), represented: shares.optional() }).optional()
const hall = { people: shares, groups: z.record(z.string(), shares), measures }
const whatIf = z
  .object({
    outlook,
    out: z.int(),
    present: z.int(),
    mayVote: z.int(),
    needsYes: z.int().nullable(),
    said: words,
    tests: z.array(
      z.looseObject({
        code: z.string(),
        have: z.int(),
        need: z.int(),
        missing: z.int(),
        outstanding: z.int(),
        outlook,
        said: words,
      }),
    ),
  })
  .openapi('WhatIf')
const people = z.array(id).min(1).max(5000)
const supposed = z.coerce.number().int().min(0).max(1_000_000).default(0)
/** Minutes are longer than other texts. */
const longText = z
  .string()
  .trim()
  .min(1)
  .max(200_000)
  .refine((value) => value.isWellFormed() && !/[\p{Cc}--[\n\t\r]]/v.test(value), 'control characters are not admitted')

/** The desk of a meeting: whom the call reached, who is there, what is missing, what it follows live, and the minutes. */
export const deskRoutes = (app: App): void => {
  const { engine, live } = app
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/meetings/{m}/deliveries',
      tag: 'meetings',
      summary: 'Note how and when the convocation reached members',
      params: inMeeting,
      body: z.strictObject({ people, how: z.enum(ways), on: day, files }),
      answers: z.object({ noted: z.array(z.uuid()), before: z.array(z.uuid()) }),
      status: 201,
    },
    ({ actor, params, body }) => noteDelivery(engine, actor, params.m, body),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/meetings/{m}/deliveries',
      tag: 'meetings',
      summary: 'Whom the convocation has reached, how many days ahead, and who is still to be reached',
      params: inMeeting,
      answers: z.object({
        sentOn: z.string(),
        on: z.string(),
        daysNeeded: z.int(),
        entitled: z.int(),
        reached: z.int(),
        inTime: z.int(),
        toReach: z.int(),
        members: z.array(
          z.object({
            person: z.uuid(),
            name: z.string().nullable(),
            ways: z.array(z.object({ how: z.enum(ways), on: z.string() })),
            daysAhead: z.int().nullable(),
            inTime: z.boolean(),
          }),
        ),
      }),
    },
    ({ actor, params }) => deliveries(engine, actor, params.m),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/meetings/{m}/attendance',
      tag: 'meetings',
      summary: 'Who of the roll has come and when: names for the office, counts for everybody',
      params: inMeeting,
      answers: z.object({
        ...hall,
        firstRollCall: z.string().nullable(),
        late: z.int(),
        leftEarly: z.int(),
        excused: z.int(),
        observers: z.int(),
        members: z.array(
          z.object({
            person: z.uuid(),
            name: z.string().nullable(),
            present: z.boolean(),
            excused: z.boolean(),
            inPerson: z.uuid().nullable(),
            late: z.boolean(),
            leftEarly: z.boolean(),
            stays: z.array(
              z.object({
                door: z.string(),
                from: z.string().nullable(),
                until: z.string().nullable(),
                ended: z.enum(['left', 'adjourned', 'off-roll']).nullable(),
              }),
            ),
          }),
        ),
      }),
    },
    ({ actor, params }) => attendance(engine, actor, params.m),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/meetings/{m}/attendance',
      tag: 'meetings',
      summary:
        'Sign in: at the clerk’s table by name or slip, by the code of the hall, or from afar where the rule admits it',
      params: inMeeting,
      body: z.union([
        z.strictObject({ people }),
        z.strictObject({ slips: z.array(z.string().min(1).max(40)).min(1).max(100) }),
        z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
        z.strictObject({ remote: z.literal(true) }),
      ]),
      answers: z.object({ signedIn: z.array(z.uuid()), before: z.array(z.uuid()) }),
    },
    ({ actor, params, body }) => signInToMeeting(engine, actor, params.m, body),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/meetings/{m}/departures',
      tag: 'meetings',
      summary: 'Note who leaves; without names, the asker does',
      params: inMeeting,
      body: z.strictObject({ people: people.optional() }),
      answers: z.object({
        left: z.array(z.uuid()),
        notHere: z.array(z.uuid()),
        stillVoters: z.array(z.object({ ballot: z.uuid(), people: z.array(z.uuid()) })),
      }),
    },
    ({ actor, params, body }) => leaveMeeting(engine, actor, params.m, body),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/meetings/{m}/desk',
      tag: 'meetings',
      summary: 'Item by item: what the quorum lacks, what may be done next, turnout, and what the motion needs',
      params: inMeeting,
      answers: z.object({
        meeting: z.uuid(),
        on: z.string(),
        outcome: z.string().nullable(),
        presider: z.uuid(),
        ...hall,
        missing: z.int(),
        missingPeople: z.array(z.looseObject({ person: z.uuid() })),
        items: z.array(
          z.looseObject({
            proposal: z.uuid(),
            stage: z.string(),
            quorum: z.array(ground),
            recused: z.int(),
            next: z.array(z.looseObject({ move: z.string(), open: z.boolean() })),
            ballot: z.looseObject({ ballot: z.uuid(), voted: z.int(), mayVote: z.int() }).nullable(),
            poll: z.looseObject({ poll: z.uuid(), entitled: z.int(), issued: z.int(), byProxy: z.int() }).nullable(),
            whatIf: whatIf.nullable(),
          }),
        ),
      }),
    },
    ({ actor, params }) => desk(engine, actor, params.m),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/ballots/{b}/what-if',
      tag: 'ballots',
      summary: 'What the ballot would come to if so many voted so; once closed, what it came to',
      params: inBallot,
      query: z.object({ yes: supposed, no: supposed, abstain: supposed, spoiled: supposed }),
      answers: z.looseObject({ ballot: z.uuid(), final: z.boolean() }),
    },
    ({ actor, params, query }) => ballotWhatIf(engine, actor, params.b, query),
  )
  goesOn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/meetings/{m}/stream',
      tag: 'meetings',
      summary:
        'Follow a meeting: attendance, quorum, turnout and results as server-sent events, resumed by Last-Event-ID',
      params: inMeeting,
      sends: ['text/event-stream'],
    },
    async ({ actor, params, c }) => {
      const admitted = await live.admit(actor, params.m)
      return admitted.ok ? ok(app.streamTo(c, admitted.value)) : admitted
    },
  )

  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/meetings/{m}/speeches',
      tag: 'meetings',
      summary: 'Note what a member or an observer said',
      params: inMeeting,
      body: z.strictObject({ speaker: id, proposal: id.optional(), text }),
      answers: z.object({ speech: z.uuid() }),
      status: 201,
    },
    ({ actor, params, body }) => noteSpeech(engine, actor, params.m, body),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/meetings/{m}/minutes',
      tag: 'meetings',
      summary: 'The minutes as the record drafts them, as the recorder wrote them, and whether they are approved',
      params: inMeeting,
      answers: z.object({
        meeting: z.uuid(),
        draft: z
          .object({
            blocks: z.array(z.looseObject({ sort: z.enum(['title', 'heading', 'line', 'field']), text: z.string() })),
            text: z.string(),
          })
          .nullable(),
        written: z
          .object({
            n: z.int(),
            text: z.string().nullable(),
            commitment: z.string(),
            writtenBy: z.uuid(),
            writtenAt: z.string(),
          })
          .nullable(),
        approvedAt: z.string().nullable(),
        checkpoint: printedCheckpoint,
      }),
    },
    ({ actor, params }) => minutes(engine, actor, params.m),
  )
  signedIn(
    app,
    {
      method: 'put',
      path: '/api/communities/{c}/meetings/{m}/minutes',
      tag: 'meetings',
      summary: 'Write the minutes over the version that was read, 0 for none',
      params: inMeeting,
      body: z.strictObject({ text: longText, over: z.int().min(0) }),
      answers: z.object({ n: z.int(), commitment: z.string() }),
    },
    ({ actor, params, body }) => writeMinutes(engine, actor, params.m, body),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/meetings/{m}/minutes/approve',
      tag: 'meetings',
      summary: 'Approve the minutes as read, by the presider’s own account: they are frozen into the record',
      params: inMeeting,
      body: z.strictObject({ commitment: z.string().regex(/^[0-9a-f]{64}$/) }),
      answers: z.object({ n: z.int(), at: z.string() }),
    },
    ({ actor, params, body }) => approveMinutes(engine, actor, params.m, body),
  )
}
