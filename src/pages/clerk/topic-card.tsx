import { channelNames, topicClasses } from '../../../workflows/topics.ts'
import type { TopicView } from '../../services/views/topics.ts'
import { Tag } from '../components/small.tsx'
import { at, type Ui } from '../ui.ts'
import { sayDay } from '../words/dates.ts'
import { topicWords } from '../words/topics.ts'

/** A topic's number, standing and class in one line, and below how it came. */
export const TopicLine = ({ ui, topic }: { readonly ui: Ui; readonly topic: TopicView }) => {
  const w = topicWords[ui.lang]
  return (
    <>
      <p>
        <Tag kind={topic.state === 'open' ? 'bad' : 'good'}>{w[topic.state]}</Tag>{' '}
        <Tag>{topic.class === null ? w.unclassified : topicClasses[topic.class][ui.lang]}</Tag>
      </p>
      <p class="small">
        {w.number(topic.number)} · {w.raisedOn(sayDay(topic.raisedOn, ui.place?.today ?? '', ui.lang))} ·{' '}
        {channelNames[topic.channel][ui.lang]}
        {topic.proposer === null ? '' : ` · ${w.by(topic.proposer)}`}
        {topic.supporters === 0 ? '' : ` · ${w.supporters(topic.supporters)}`}
      </p>
    </>
  )
}

/** A topic in the register. */
export const TopicCard = ({ ui, topic }: { readonly ui: Ui; readonly topic: TopicView }) => (
  <li>
    <h3>
      <a href={at(ui, `/topics/${topic.id}`)}>
        {topic.text ?? topicWords[ui.lang][topic.state === 'withdrawn' ? 'withdrawnText' : 'hidden']}
      </a>
    </h3>
    <TopicLine ui={ui} topic={topic} />
    {topic.answer === null ? null : <p class="text">{topic.answer}</p>}
  </li>
)
