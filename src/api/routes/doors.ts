import { z } from '@hono/zod-openapi'
import { paperOptions, visitOutcomes, voteOptions, word } from '../../../workflows/format/catalogue.ts'
import { attest } from '../../services/attestations.ts'
import { files, id, text } from '../../services/commands/inputs.ts'
import { enterVotes } from '../../services/hands.ts'
import { recuseMember } from '../../services/recusals.ts'
import { visits } from '../../services/views/visits.ts'
import { noteVisit } from '../../services/visits.ts'
import { changeOwnVote } from '../../services/vote-changes.ts'
import type { App } from '../app-context.ts'
import { signedIn } from '../define.ts'
import { inBallot, inMeeting } from './common.ts'

const count = z.int().min(0).max(1_000_000)
const hands = z.strictObject({ yes: count, no: count, abstain: count })
const waits = z.object({ attestation: z.uuid(), wanted: z.int(), supervisor: z.boolean() })
const entered = z.object({ ballot: z.uuid(), entered: z.int() })

/** The doors of a ballot beside the voter's own phone: paper, hands, what is said to a clerk, and visits; changes and recusals. */
export const doorRoutes = (app: App): void => {
  const { engine } = app

  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/ballots/{b}/papers',
      tag: 'ballots',
      summary: 'Enter a sheet of papers; a second person confirms. Issued and returned are of the whole ballot so far',
      params: inBallot,
      body: z.strictObject({
        evidence: text,
        issued: count,
        returned: count,
        files,
        door: z.enum(['paper', 'visit']).default('paper'),
        votes: z.array(z.strictObject({ person: id, choice: z.enum(paperOptions) })).max(10_000),
      }),
      answers: waits,
      status: 201,
    },
    ({ actor, params, body: { evidence, ...sheet } }) =>
      attest(engine, actor, { evidence, what: { sort: 'papers', ballot: params.b, ...sheet } }),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/ballots/{b}/hands',
      tag: 'ballots',
      summary: 'Enter a show of hands by name: all of the list or nothing',
      params: inBallot,
      body: z.strictObject({
        votes: z
          .array(z.strictObject({ person: id, choice: z.enum(voteOptions) }))
          .min(1)
          .max(10_000),
      }),
      answers: entered,
      status: 201,
    },
    ({ actor, params, body }) => enterVotes(engine, actor, params.b, { door: 'hands', votes: body.votes }),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/ballots/{b}/hands/count',
      tag: 'ballots',
      summary: 'Enter two tellers’ count of hands; a second person confirms, and the newest count stands',
      params: inBallot,
      body: z.strictObject({
        evidence: text,
        tellers: z.array(id).min(1).max(10),
        people: hands,
        groups: z.record(word, hands).default({}),
        files,
      }),
      answers: waits,
      status: 201,
    },
    ({ actor, params, body: { evidence, ...counted } }) =>
      attest(engine, actor, { evidence, what: { sort: 'hands', ballot: params.b, ...counted } }),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/ballots/{b}/assisted',
      tag: 'ballots',
      summary: 'Enter what a member says; it is shown to the member as entered by the office',
      params: inBallot,
      body: z.strictObject({ person: id, choice: z.enum(voteOptions) }),
      answers: entered,
      status: 201,
    },
    ({ actor, params, body }) => enterVotes(engine, actor, params.b, { door: 'assisted', votes: [body] }),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/ballots/{b}/votes/corrections',
      tag: 'ballots',
      summary: 'Put right, before the close, a vote that the office entered; a second person confirms',
      params: inBallot,
      body: z.strictObject({ evidence: text, person: id, choice: z.enum(paperOptions), reason: text }),
      answers: waits,
      status: 201,
    },
    ({ actor, params, body: { evidence, ...change } }) =>
      attest(engine, actor, { evidence, what: { sort: 'vote-change', ballot: params.b, ...change } }),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/ballots/{b}/votes/change',
      tag: 'ballots',
      summary: 'Change one’s own vote before the close, where the procedure lets voters change theirs',
      params: inBallot,
      body: z.strictObject({ choice: z.enum(voteOptions), reason: text }),
      answers: z.object({
        ballot: z.uuid(),
        person: z.uuid(),
        n: z.int(),
        seq: z.int(),
        choice: z.string(),
        salt: z.string(),
      }),
      status: 201,
    },
    ({ actor, params, body }) => changeOwnVote(engine, actor, { ballot: params.b, ...body }),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/ballots/{b}/visits',
      tag: 'ballots',
      summary: 'Note a knock at a voter’s door while written ballots go round',
      params: inBallot,
      body: z.strictObject({ person: id, outcome: z.enum(visitOutcomes) }),
      answers: z.object({ ballot: z.uuid(), person: z.uuid(), outcome: z.enum(visitOutcomes) }),
      status: 201,
    },
    ({ actor, params, body }) => noteVisit(engine, actor, params.b, body),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/ballots/{b}/visits',
      tag: 'ballots',
      summary: 'Who is still to be visited, reached, done or refused: names for the office, counts for everybody',
      params: inBallot,
      answers: z.object({
        ballot: z.uuid(),
        counts: z.object({ 'to-visit': z.int(), reached: z.int(), done: z.int(), refused: z.int() }),
        people: z.array(
          z.object({
            person: z.uuid(),
            name: z.string().nullable(),
            standing: z.enum(['to-visit', 'reached', 'done', 'refused']),
            visits: z.int(),
          }),
        ),
      }),
    },
    ({ actor, params }) => visits(engine, actor, params.b),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/meetings/{m}/recusals',
      tag: 'meetings',
      summary: 'Note that a member does not vote on an item, and why, before its ballot opens',
      params: inMeeting,
      body: z.strictObject({ person: id, proposal: id, reason: text }),
      answers: z.object({ meeting: z.uuid(), proposal: z.uuid(), person: z.uuid() }),
      status: 201,
    },
    ({ actor, params, body }) => recuseMember(engine, actor, params.m, body),
  )
}
