import { topicClasses, topicClassWords } from '../../../workflows/topics.ts'
import type { OneTopic, SimilarTopic, TopicView } from '../../services/views/topics.ts'
import { ChoiceField, SelectField, TextField } from '../components/field.tsx'
import { Form, Submit } from '../components/form.tsx'
import { Notice } from '../components/notice.tsx'
import { Empty } from '../components/small.tsx'
import type { Ui } from '../ui.ts'
import { topicWords } from '../words/topics.ts'

/** What the clerk may do with a topic, each as a small form. */

export const SortForm = ({ ui, one }: { readonly ui: Ui; readonly one: OneTopic }) => {
  const w = topicWords[ui.lang]
  return (
    <Form ui={ui} name="sort">
      <SelectField
        ui={ui}
        form="sort"
        name="class"
        label={w.class}
        value={one.class ?? undefined}
        options={topicClassWords.map((value) => ({ value, title: topicClasses[value][ui.lang] }))}
      />
      <Submit quiet>{w.sortIt}</Submit>
    </Form>
  )
}

export const AnswerForm = ({ ui }: { readonly ui: Ui }) => {
  const w = topicWords[ui.lang]
  const shared = { ui, form: 'answer' }
  return (
    <Form ui={ui} name="answer">
      <ChoiceField
        {...shared}
        name="outcome"
        label={w.outcome}
        options={[
          { value: 'answered', title: w.answered },
          { value: 'refused', title: w.refused },
        ]}
      />
      <TextField {...shared} name="reason" label={w.reason} hint={w.reasonHint} rows={4} />
      <Notice kind="mind">
        <p>{w.answerMind}</p>
      </Notice>
      <Submit>{w.answerIt}</Submit>
    </Form>
  )
}

interface MergeProps {
  readonly ui: Ui
  readonly shown: {
    readonly one: OneTopic
    readonly similar: readonly SimilarTopic[]
    readonly open: readonly TopicView[]
  }
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}……` : text)

export const MergeForm = ({ ui, shown: { one, similar, open } }: MergeProps) => {
  const w = topicWords[ui.lang]
  const near = similar.filter(({ state }) => state === 'open')
  const others = open.filter(({ id }) => id !== one.id && !near.some((other) => other.id === id))
  const options = [...near, ...others].map(({ id, number, text }) => ({
    value: id,
    title: `${w.number(number)} ${shortened(text ?? w.hidden)}`,
  }))
  if (options.length === 0) return <Empty>{w.nothingToMerge}</Empty>
  return (
    <Form ui={ui} name="merge">
      <SelectField ui={ui} form="merge" name="into" label={w.into} hint={w.intoHint} options={options} />
      <Submit quiet>{w.mergeIt}</Submit>
    </Form>
  )
}

/** So many parts at once; more by splitting a part again. */
export const splitParts = ['part1', 'part2', 'part3', 'part4'] as const

export const SplitForm = ({ ui }: { readonly ui: Ui }) => {
  const w = topicWords[ui.lang]
  return (
    <Form ui={ui} name="split">
      <p class="hint">{w.splitHint}</p>
      {splitParts.map((name, n) => (
        <TextField ui={ui} form="split" name={name} label={w.part(n + 1)} rows={2} optional={n > 1} />
      ))}
      <Submit quiet>{w.splitIt}</Submit>
    </Form>
  )
}
