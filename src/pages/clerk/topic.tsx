import { z } from 'zod'
import { ok } from '../../../workflows/result.ts'
import { topicClassWords } from '../../../workflows/topics.ts'
import { id, text } from '../../services/commands/inputs.ts'
import { mergeTopic, splitTopic, unmergeTopic } from '../../services/topic-sorting.ts'
import { answerTopic, classifyTopic, joinTopic } from '../../services/topics.ts'
import {
  type OneTopic,
  type SimilarTopic,
  similarTopics,
  type TopicView,
  topic,
  topics,
} from '../../services/views/topics.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Notice } from '../components/notice.tsx'
import { Section } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { done, formsOn, inCommunity, page } from '../page.ts'
import { at, isOf, type Ui } from '../ui.ts'
import { topicWords } from '../words/topics.ts'
import { withdrawalWords } from '../words/withdrawals.ts'
import { bySignedIn } from './signed-in.ts'
import { TopicLine } from './topic-card.tsx'
import { AnswerForm, MergeForm, SortForm, SplitForm, splitParts } from './topic-forms.tsx'

const params = inCommunity.extend({ t: z.uuid().toLowerCase() })
const form = formsOn(params, done)

interface Shown {
  readonly one: OneTopic
  /** What it may be merged into: what says much the same first; for the clerk alone. */
  readonly similar: readonly SimilarTopic[]
  readonly open: readonly TopicView[]
}

const led = (c: string, t: string) => ok({ to: `/c/${c}/topics/${t}?done=noted` })
const parts = z.object(Object.fromEntries(splitParts.map((name, n) => [name, n < 2 ? text : text.optional()])))

/** A topic: what became of it, and for the clerk what may be done with it. */
export const topicPage = page({
  path: '/c/:c/topics/:t',
  may: 'signed-in',
  params,
  query: done,
  load: ({ site: { engine }, reader, params: { t }, ui }) =>
    bySignedIn(reader, async (actor) => {
      const one = await topic(engine, actor, t)
      if (!one.ok) return one
      if (!isOf(ui, 'clerk') || one.value.state !== 'open') return ok<Shown>({ one: one.value, similar: [], open: [] })
      const similar = await similarTopics(engine, actor, t)
      const open = await topics(engine, actor, { limit: 200, state: 'open' })
      if (!similar.ok) return similar
      return open.ok ? ok<Shown>({ one: one.value, similar: similar.value.items, open: open.value.items }) : open
    }),
  forms: {
    sort: form(
      z.object({ class: z.enum(topicClassWords as [(typeof topicClassWords)[number]]) }),
      async ({ site, actor, params: { c, t }, fields }) => {
        const sorted = await classifyTopic(site.engine, actor, t, fields)
        return sorted.ok ? led(c, t) : sorted
      },
    ),
    answer: form(
      z.object({ outcome: z.enum(['answered', 'refused']), reason: text }),
      async ({ site, actor, params: { c, t }, fields }) => {
        const answered = await answerTopic(site.engine, actor, t, fields)
        return answered.ok ? led(c, t) : answered
      },
    ),
    merge: form(z.object({ into: id }), async ({ site, actor, params: { c, t }, fields }) => {
      const merged = await mergeTopic(site.engine, actor, t, fields)
      return merged.ok ? led(c, t) : merged
    }),
    unmerge: form(z.object({}), async ({ site, actor, params: { c, t } }) => {
      const apart = await unmergeTopic(site.engine, actor, t)
      return apart.ok ? led(c, t) : apart
    }),
    split: form(parts, async ({ site, actor, params: { c, t }, fields }) => {
      const said = Object.values(fields).filter((part) => part !== undefined)
      const split = await splitTopic(site.engine, actor, t, { parts: said.map((part) => ({ text: part })) })
      return split.ok ? led(c, t) : split
    }),
    join: form(z.object({}), async ({ site, actor, params: { c, t } }) => {
      const joined = await joinTopic(site.engine, actor, t, {})
      return joined.ok ? led(c, t) : joined
    }),
  },
  view: (shown, ui, { query }) => {
    const w = topicWords[ui.lang]
    const { one } = shown
    return (
      <Document ui={ui} title={w.number(one.number)}>
        {query.done === undefined ? null : (
          <Notice kind="done">
            <p>
              {query.done === 'raised' ? w.raised : query.done === 'withdrawn' ? withdrawalWords[ui.lang].done : w.done}
            </p>
          </Notice>
        )}
        <div class="card text">{one.text ?? (one.state === 'withdrawn' ? w.withdrawnText : w.hidden)}</div>
        <TopicLine ui={ui} topic={one} />
        <Fate ui={ui} one={one} />
        <Joining ui={ui} one={one} />
        {isOf(ui, 'clerk') ? <Doings ui={ui} shown={shown} /> : null}
        <p>
          <a href={at(ui, '/topics')}>{w.title}</a>
        </p>
      </Document>
    )
  },
})

/** What became of it, with a link to each thing that came of it. */
const Fate = ({ ui, one }: { readonly ui: Ui; readonly one: OneTopic }) => {
  const w = topicWords[ui.lang]
  const around = [
    one.mergedInto === null ? [] : [[w.toMerged, `/topics/${one.mergedInto}`] as const],
    one.splitFrom === null ? [] : [[w.toWhole, `/topics/${one.splitFrom}`] as const],
    one.proposal === null ? [] : [[w.toProposal, `/proposals/${one.proposal}`] as const],
    one.merged.map((other, n) => [`${w.mergedHere} ${n + 1}`, `/topics/${other}`] as const),
    one.parts.map((other, n) => [`${w.parts} ${n + 1}`, `/topics/${other}`] as const),
  ].flat()
  return (
    <>
      {one.answer === null ? null : (
        <Section title={w.answer}>
          <p class="text">{one.answer}</p>
        </Section>
      )}
      {around.length === 0 ? null : (
        <ul class="links">
          {around.map(([title, to]) => (
            <li>
              <a href={at(ui, to)}>{title}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const Joining = ({ ui, one }: { readonly ui: Ui; readonly one: OneTopic }) => {
  const w = topicWords[ui.lang]
  if (ui.place?.me?.person === undefined || one.state !== 'open') return null
  return one.mine ? (
    <>
      <p class="hint">{w.mineAlready}</p>
      {one.withdrawable ? (
        <p class="deeds">
          <a href={at(ui, `/topics/${one.id}/withdrawal`)}>{withdrawalWords[ui.lang].topic}</a>
        </p>
      ) : null}
    </>
  ) : (
    <Form ui={ui} name="join">
      <Submit>{w.join}</Submit>
    </Form>
  )
}

const Doings = ({ ui, shown }: { readonly ui: Ui; readonly shown: Shown }) => {
  const w = topicWords[ui.lang]
  const { one } = shown
  if (one.state === 'merged')
    return (
      <Form ui={ui} name="unmerge">
        <Submit quiet>{w.unmerge}</Submit>
      </Form>
    )
  if (one.state === 'withdrawn') return null
  return (
    <>
      <Section title={w.sort}>
        <SortForm ui={ui} one={one} />
      </Section>
      {one.state === 'open' ? (
        <>
          <Buttons>
            <LinkButton href={at(ui, `/new-proposal?topic=${one.id}`)}>{w.openIt}</LinkButton>
          </Buttons>
          <Section title={w.answerIt}>
            <AnswerForm ui={ui} />
          </Section>
          <details open={ui.tried?.form === 'merge'}>
            <summary>{w.merge}</summary>
            <MergeForm ui={ui} shown={shown} />
          </details>
          <details open={ui.tried?.form === 'split'}>
            <summary>{w.splitTitle}</summary>
            <SplitForm ui={ui} />
          </details>
        </>
      ) : null}
    </>
  )
}
