import type { PostingView } from '../../../services/views/documents.ts'
import { Empty, Section, Tag } from '../../components/small.tsx'
import { at, type Ui } from '../../ui.ts'
import { sayDay, sayDaysLeft } from '../../words/dates.ts'
import { proposalWords } from '../../words/proposal.ts'

interface PostingsProps {
  readonly ui: Ui
  readonly postings: readonly PostingView[]
  readonly shown: PostingView | undefined
}

/** Whether it hangs and for how long, has hung its days and waits to be closed, or is over. */
const standing = (ui: Ui, { open, lastDay }: PostingView): string => {
  const w = proposalWords[ui.lang]
  const today = ui.place?.today ?? ''
  if (!open) return w.over
  return lastDay < today ? w.toClose : w.stillOpen(sayDaysLeft(lastDay, today, ui.lang))
}

/** What hung, and what hangs, with how many have said something. */
export const Postings = ({ ui, postings, shown }: PostingsProps) => {
  const w = proposalWords[ui.lang]
  const today = ui.place?.today ?? ''
  return (
    <Section id="posting" title={w.postings}>
      {postings.length === 0 ? <Empty>{w.noPosting}</Empty> : null}
      <ul class="cards">
        {postings.map((one) => (
          <li>
            <h3>
              {one.sort === 'posting' ? w.posting : w.publication}
              {one.draft === null ? '' : ` · ${w.draftNo(one.draft)}`}{' '}
              <Tag kind={one.open && one.lastDay >= today ? 'good' : 'plain'}>{standing(ui, one)}</Tag>
            </h3>
            <p>{w.hangs(sayDay(one.from, today, ui.lang), sayDay(one.lastDay, today, ui.lang))}</p>
            <p>
              {w.comments(one.comments)}{' '}
              {one.id === shown?.id ? null : (
                <a href={`${at(ui, `/proposals/${one.proposal}`)}?posting=${one.id}#comments`}>{w.showComments}</a>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
