import { z } from '@hono/zod-openapi'
import { channels, topicClassWords } from '../../../workflows/topics.ts'
import { day, id, text } from '../../services/commands/inputs.ts'
import { mergeTopic, splitTopic, unmergeTopic } from '../../services/topic-sorting.ts'
import { withdrawTopic } from '../../services/topic-withdrawals.ts'
import { answerTopic, classifyTopic, joinTopic, raiseTopic, raiseTopics } from '../../services/topics.ts'
import { similarTopics, topic, topicRegister, topicStates, topics } from '../../services/views/topics.ts'
import type { App } from '../app-context.ts'
import { sendsFile, signedIn } from '../define.ts'
import { inCommunity, pageOf, paging } from './common.ts'

const inTopic = inCommunity.extend({
  t: z
    .uuid()
    .toLowerCase()
    .openapi({ param: { name: 't', in: 'path' } }),
})
const topicClass = z.enum(topicClassWords as [(typeof topicClassWords)[number]])
const raised = z.object({ topic: z.uuid(), number: z.int() })
const raising = z.strictObject({
  channel: z.enum(channels).default('online'),
  text,
  proposer: id.optional(),
  raisedOn: day.optional(),
  class: topicClass.optional(),
})
const filter = z.object({
  class: topicClass.optional(),
  channel: z.enum(channels).optional(),
  state: z.enum(topicStates).optional(),
  q: z.string().trim().min(2).max(100).optional(),
  from: day.optional(),
  to: day.optional(),
  mine: z.stringbool().optional(),
  unclassified: z.stringbool().optional(),
})
const line = z
  .object({
    id: z.uuid(),
    number: z.int(),
    channel: z.enum(channels),
    class: topicClass.nullable(),
    text: z.string().nullable(),
    proposer: z.string().nullable(),
    supporters: z.int(),
    raisedOn: z.string(),
    raisedAt: z.string(),
    state: z.enum(topicStates),
    mergedInto: z.uuid().nullable(),
    splitFrom: z.uuid().nullable(),
    fate: z.string(),
    proposal: z.uuid().nullable(),
    answer: z.string().nullable(),
    mine: z.boolean(),
    own: z.boolean(),
  })
  .openapi('Topic')

/** Topics: raised by many channels, sorted, merged, split, answered, and kept in a register. */
export const topicRoutes = (app: App): void => {
  const { engine } = app
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/topics',
      tag: 'topics',
      summary: 'Raise a topic, or enter one that came by another channel',
      params: inCommunity,
      body: raising,
      answers: raised,
      status: 201,
    },
    ({ actor, body }) => raiseTopic(engine, actor, body),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/topics/batch',
      tag: 'topics',
      summary: 'Enter many topics at once, or none',
      params: inCommunity,
      body: z.strictObject({ items: z.array(raising).min(1).max(500) }),
      answers: z.object({ items: z.array(raised) }),
      status: 201,
    },
    ({ actor, body }) => raiseTopics(engine, actor, body.items),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/topics',
      tag: 'topics',
      summary: 'The register of topics, newest first',
      params: inCommunity,
      query: paging.extend(filter.shape),
      answers: pageOf(line),
    },
    ({ actor, query }) => topics(engine, actor, query),
  )
  sendsFile(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/topics/register',
      tag: 'topics',
      summary: 'The register as a CSV file for the office',
      params: inCommunity,
      query: filter,
      sends: ['text/csv'],
    },
    async ({ actor, query }) => {
      const register = await topicRegister(engine, actor, query)
      return register.ok
        ? {
            ok: true,
            value: {
              content: new TextEncoder().encode(register.value),
              type: 'text/csv; charset=utf-8',
              disposition: 'attachment; filename="topics.csv"',
            },
          }
        : register
    },
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/topics/{t}',
      tag: 'topics',
      summary: 'One topic, with what was merged into it and what it was split into',
      params: inTopic,
      answers: line.extend({ merged: z.array(z.uuid()), parts: z.array(z.uuid()), withdrawable: z.boolean() }),
    },
    ({ actor, params }) => topic(engine, actor, params.t),
  )
  signedIn(
    app,
    {
      method: 'get',
      path: '/api/communities/{c}/topics/{t}/similar',
      tag: 'topics',
      summary: 'Topics that say much the same, nearest first',
      params: inTopic,
      answers: z.object({
        items: z.array(
          z.object({
            id: z.uuid(),
            number: z.int(),
            text: z.string(),
            state: z.enum(['open', 'settled']),
            likeness: z.int(),
          }),
        ),
      }),
    },
    ({ actor, params }) => similarTopics(engine, actor, params.t),
  )
  const settled = z.object({ topic: z.uuid() })
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/topics/{t}/answer',
      tag: 'topics',
      summary: 'Answer or refuse a topic that becomes no proposal, with the reason',
      params: inTopic,
      body: z.strictObject({ outcome: z.enum(['answered', 'refused']).default('answered'), reason: text }),
      answers: settled,
    },
    ({ actor, params, body }) => answerTopic(engine, actor, params.t, body),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/topics/{t}/class',
      tag: 'topics',
      summary: 'Sort a topic',
      params: inTopic,
      body: z.strictObject({ class: topicClass }),
      answers: settled,
    },
    ({ actor, params, body }) => classifyTopic(engine, actor, params.t, body),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/topics/{t}/merge',
      tag: 'topics',
      summary: 'Merge a topic into another that says the same',
      params: inTopic,
      body: z.strictObject({ into: id }),
      answers: settled,
    },
    ({ actor, params, body }) => mergeTopic(engine, actor, params.t, body),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/topics/{t}/unmerge',
      tag: 'topics',
      summary: 'Take a merged topic apart again',
      params: inTopic,
      answers: settled,
    },
    ({ actor, params }) => unmergeTopic(engine, actor, params.t),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/topics/{t}/split',
      tag: 'topics',
      summary: 'Split a topic that says several things',
      params: inTopic,
      body: z.strictObject({
        parts: z
          .array(z.strictObject({ text, class: topicClass.optional() }))
          .min(2)
          .max(20),
      }),
      answers: z.object({ topic: z.uuid(), parts: z.array(raised) }),
      status: 201,
    },
    ({ actor, params, body }) => splitTopic(engine, actor, params.t, body),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/topics/{t}/withdrawal',
      tag: 'topics',
      summary: 'Take back a topic of one’s own before it is sorted or joined; its number stays in the register',
      params: inTopic,
      answers: settled,
    },
    ({ actor, params }) => withdrawTopic(engine, actor, params.t),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/topics/{t}/supporters',
      tag: 'topics',
      summary: 'Join a topic that somebody else raised',
      params: inTopic,
      body: z.strictObject({ person: id.optional() }),
      answers: z.object({ topic: z.uuid(), person: z.uuid() }),
      status: 201,
    },
    ({ actor, params, body }) => joinTopic(engine, actor, params.t, body),
  )
}
