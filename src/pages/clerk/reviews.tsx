import { matters } from '../../../workflows/law/matters.ts'
import { disciplineName } from '../../../workflows/wording.ts'
import { type ReviewView, reviews } from '../../services/views/reviews.ts'
import { Buttons, LinkButton } from '../components/buttons.tsx'
import { Empty, Tag } from '../components/small.tsx'
import { Document } from '../layout/document.tsx'
import { inCommunity, noQuery, page } from '../page.ts'
import { at, type Ui } from '../ui.ts'
import { common } from '../words/common.ts'
import { reviewWords } from '../words/reviews.ts'
import { bySignedIn } from './signed-in.ts'

/** The experts' own page: drafts to review by discipline, with the law at hand. */
export const reviewsPage = page({
  path: '/c/:c/reviews',
  may: ['expert', 'clerk', 'supervisor'],
  params: inCommunity,
  query: noQuery,
  load: ({ site, reader }) => bySignedIn(reader, (actor) => reviews(site.engine, actor)),
  view: ({ items }, ui) => {
    const w = reviewWords[ui.lang]
    return (
      <Document ui={ui} title={w.title} lead={w.lead}>
        {items.length === 0 ? <Empty>{w.none}</Empty> : null}
        {items.map((one) => (
          <Review ui={ui} one={one} />
        ))}
      </Document>
    )
  },
})

const Review = ({ ui, one }: { readonly ui: Ui; readonly one: ReviewView }) => {
  const w = reviewWords[ui.lang]
  const matter = matters.find(({ id }) => id === one.matter)
  return (
    <section>
      <h2>
        <a href={at(ui, `/proposals/${one.proposal}`)}>
          {one.number}. {one.title ?? common[ui.lang].erased}
        </a>
      </h2>
      {matter ? (
        <p>
          {w.matter}:{matter.title[ui.lang]}
        </p>
      ) : null}
      <ul class="links" aria-label={w.opinions}>
        {one.disciplines.map(({ discipline, answer, mine }) => (
          <li>
            {disciplineName(discipline, ui.lang)}{' '}
            <Tag kind={answer === 'pass' ? 'good' : 'bad'}>{answer === null ? w.waiting : w[answer]}</Tag>{' '}
            {mine ? <Tag>{w.yours}</Tag> : null}
          </li>
        ))}
      </ul>
      <details open={one.disciplines.some(({ mine }) => mine)}>
        <summary>
          {w.readDraft}({w.draft(one.draft.n)})
        </summary>
        <div class="card text">{one.draft.text ?? common[ui.lang].erased}</div>
      </details>
      <details>
        <summary>{w.law}</summary>
        <dl>
          {one.law.map(({ cite, text }) => (
            <>
              <dt>{cite}</dt>
              <dd>{text}</dd>
            </>
          ))}
        </dl>
      </details>
      {one.disciplines.some(({ mine }) => mine) ? (
        <Buttons>
          <LinkButton href={at(ui, `/proposals/${one.proposal}/moves/opinion.given`)}>{w.give}</LinkButton>
        </Buttons>
      ) : null}
    </section>
  )
}
