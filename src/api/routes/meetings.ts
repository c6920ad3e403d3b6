import { z } from '@hono/zod-openapi'
import { motions, rollCauses, voteOptions, waysOfVoting, word } from '../../../workflows/format/catalogue.ts'
import { bodyKinds, modes } from '../../../workflows/law/provision.ts'
import { closeBallot, openBallot } from '../../services/ballots.ts'
import { id, text } from '../../services/commands/inputs.ts'
import { callMeeting, endMeeting } from '../../services/meetings.ts'
import { amendRoll } from '../../services/roll-amendments.ts'
import { adjournMeeting, changePresider, noteObserver } from '../../services/sittings.ts'
import { chainEntries, chainHead, chains } from '../../services/views/chains.ts'
import { agenda, ballot, meeting, meetings, rollCall } from '../../services/views/meetings.ts'
import type { App } from '../app-context.ts'
import { signedIn } from '../define.ts'
import { ground, inBallot, inCommunity, inMeeting, pageOf, paging, shares, state, tallies } from './common.ts'

/** Meetings, attendance, ballots, votes, and the chains they are recorded in. */
export const meetingRoutes = (app: App): void => {
  const { engine, votes } = app

  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/meetings',
      tag: 'meetings',
      summary: 'Call a meeting: the roll is frozen, each agenda item is convened',
      params: inCommunity,
      body: z.strictObject({
        body: z.enum(bodyKinds),
        mode: z.enum(modes).optional(),
        at: z.iso.datetime({ offset: true }),
        convenedBy: z.enum(bodyKinds),
        presider: id,
        place: text,
        written: z.boolean().default(false),
        posted: z.boolean().default(false),
        emergency: z.strictObject({ reason: text, decidedBy: z.enum(bodyKinds) }).optional(),
        demand: id.optional(),
        agenda: z.array(id).min(1).max(50),
      }),
      answers: z.object({
        meeting: z.uuid(),
        on: z.string(),
        entitled: z.int(),
        groups: z.record(z.string(), z.int()),
      }),
      status: 201,
    },
    ({ actor, body }) => callMeeting(engine, actor, { ...body, at: new Date(body.at) }),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/meetings',
      tag: 'meetings',
      summary: 'Meetings, the newest called first',
      params: inCommunity,
      query: paging,
      answers: pageOf(
        z.object({
          id: z.uuid(),
          body: z.string(),
          mode: z.string().nullable(),
          on: z.string(),
          at: z.string(),
          outcome: z.string().nullable(),
          items: z.int(),
        }),
      ),
    },
    ({ actor, query }) => meetings(engine, actor, query),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/meetings/{m}/agenda',
      tag: 'meetings',
      summary: 'What a meeting is called for',
      params: inMeeting,
      answers: z.object({
        items: z.array(
          z.object({
            place: z.int(),
            proposal: z.uuid(),
            number: z.int(),
            title: z.string().nullable(),
            stage: z.string(),
            draft: z.int(),
          }),
        ),
      }),
    },
    ({ actor, params }) => agenda(engine, actor, params.m),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/meetings/{m}',
      tag: 'meetings',
      summary: 'One meeting',
      params: inMeeting,
      answers: z.looseObject({ id: z.uuid() }),
    },
    ({ actor, params }) => meeting(engine, actor, params.m),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/meetings/{m}/end',
      tag: 'meetings',
      summary: 'End a meeting: held, postponed, or without quorum',
      params: inMeeting,
      body: z
        .strictObject({ outcome: z.enum(['held', 'no-quorum', 'postponed']), reason: text.optional() })
        .refine(({ outcome, reason }) => outcome !== 'postponed' || reason !== undefined, {
          path: ['reason'],
          message: 'what is put off is put off for a reason',
        }),
      answers: z.object({
        outcome: z.string(),
        told: z.array(z.uuid()),
        items: z.array(
          z.object({
            proposal: z.uuid(),
            outcome: z.enum(['decided', 'carried-over', 'no-quorum', 'left-agenda']),
            newConvocation: z.boolean(),
          }),
        ),
      }),
    },
    ({ actor, params, body }) => endMeeting(engine, actor, params.m, body),
  )

  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/meetings/{m}/adjourn',
      tag: 'meetings',
      summary: 'Adjourn to another day: the call and the roll stand, people sign in anew',
      params: inMeeting,
      body: z.strictObject({ until: z.iso.datetime({ offset: true }), reason: text }),
      answers: z.object({ on: z.string(), newConvocation: z.literal(false) }),
    },
    ({ actor, params, body }) => adjournMeeting(engine, actor, params.m, { ...body, until: new Date(body.until) }),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/meetings/{m}/presider',
      tag: 'meetings',
      summary: 'Another member of a presiding body takes the chair',
      params: inMeeting,
      body: z.strictObject({ presider: id, reason: text }),
      answers: z.object({ presider: z.uuid(), presidesAs: z.string().nullable() }),
    },
    ({ actor, params, body }) => changePresider(engine, actor, params.m, body),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/meetings/{m}/observers',
      tag: 'meetings',
      summary: 'Note an observer, who is listed and never counted',
      params: inMeeting,
      body: z.strictObject({ name: text, capacity: word, person: id.optional() }),
      answers: z.object({ observer: z.uuid() }),
      status: 201,
    },
    ({ actor, params, body }) => noteObserver(engine, actor, params.m, body),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/meetings/{m}/roll/amendments',
      tag: 'meetings',
      summary: 'Amend the frozen roll by a listed cause, before the roll is called',
      params: inMeeting,
      body: z.strictObject({ cause: z.enum(rollCauses), person: id, reason: text }),
      answers: z.object({
        entitled: z.int(),
        groups: z.record(z.string(), z.int()),
        restated: z.array(z.uuid()),
      }),
      status: 201,
    },
    ({ actor, params, body }) => amendRoll(engine, actor, params.m, body),
  )

  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/meetings/{m}/ballots',
      tag: 'ballots',
      summary: 'Call the roll and put the question',
      params: inMeeting,
      body: z.strictObject({
        proposal: id,
        motion: z.enum(motions).default('agree'),
        again: text.optional(),
        voting: z.enum(waysOfVoting).default('recorded'),
        smallElectorate: z.boolean().optional(),
        until: z.iso.datetime({ offset: true }).optional(),
      }),
      answers: z.object({
        ballot: z.uuid(),
        motion: z.string(),
        draft: z.int(),
        voting: z.enum(waysOfVoting),
        until: z.string().nullable(),
        mayVote: z.int(),
        people: shares,
        groups: z.record(z.string(), shares),
        grounds: z.array(ground),
      }),
      status: 201,
    },
    ({ actor, params, body }) =>
      openBallot(engine, actor, params.m, {
        ...body,
        until: body.until === undefined ? undefined : new Date(body.until),
      }),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/ballots/{b}',
      tag: 'ballots',
      summary: 'One ballot',
      params: inBallot,
      answers: z.looseObject({ id: z.uuid() }),
    },
    ({ actor, params }) => ballot(engine, actor, params.b),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/ballots/{b}/roll-call',
      tag: 'ballots',
      summary: 'Who voted how, where it may be seen',
      params: inBallot,
      answers: pageOf(z.looseObject({ person: z.uuid() })),
    },
    ({ actor, params }) => rollCall(engine, actor, params.b),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/ballots/{b}/votes',
      tag: 'ballots',
      summary: 'Cast one’s own vote, or that of a principal or of the own household',
      params: inBallot,
      body: z.strictObject({ choice: z.enum(voteOptions), for: id.optional() }),
      answers: z.object({
        ballot: z.uuid(),
        seq: z.int(),
        recordedAt: z.string(),
        entry: z.string(),
        previousHead: z.string(),
        laterLeaves: z.array(z.string()),
        signedHead: z.string(),
        choice: z.string().optional(),
        salt: z.string().optional(),
      }),
      status: 201,
    },
    ({ actor, params, body }) => votes.cast(actor, { ballot: params.b, ...body }),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/ballots/{b}/close',
      tag: 'ballots',
      summary: 'Close the ballot and give the verdict with its arithmetic; closing again answers the same',
      params: inBallot,
      answers: z.object({
        ballot: z.uuid(),
        carried: z.boolean(),
        voided: z.boolean(),
        tally: tallies,
        grounds: z.array(ground),
        state,
      }),
    },
    ({ actor, params }) => closeBallot(engine, actor, params.b),
  )

  const inChain = inCommunity.extend({
    k: z
      .string()
      .regex(/^(community|(proposal|meeting)~[0-9a-f-]{36})$/)
      .openapi({ param: { name: 'k', in: 'path' }, description: 'community, proposal~ID or meeting~ID' }),
  })
  const chainName = (k: string) => k.replace('~', '/')
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/chains',
      tag: 'record',
      summary: 'Every chain with how far it goes',
      params: inCommunity,
      answers: z.object({ items: z.array(z.object({ chain: z.string(), seq: z.int(), head: z.string() })) }),
    },
    ({ actor }) => chains(engine, actor),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/chains/{k}',
      tag: 'record',
      summary: 'Entries of a chain: ids and commitments',
      params: inChain,
      query: z.object({
        cursor: z.coerce.number().int().min(1).default(1),
        limit: z.coerce.number().int().min(1).max(1000).default(200),
      }),
      answers: pageOf(z.object({ seq: z.int(), bytes: z.string(), head: z.string() })),
    },
    ({ actor, params, query }) => chainEntries(engine, actor, chainName(params.k), query.cursor, query.limit),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/chains/{k}/head',
      tag: 'record',
      summary: 'Where a chain stands, signed',
      params: inChain,
      answers: z.object({ seq: z.int(), head: z.string(), signedHead: z.string() }),
    },
    ({ actor, params }) => chainHead(engine, actor, chainName(params.k)),
  )
}
