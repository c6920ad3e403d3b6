import { diffArrays } from 'diff'

/** A run of words that both drafts have, or only the later, or only the earlier. */
export interface Segment {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

const words = new Intl.Segmenter('zh', { granularity: 'word' })
const wordsOf = (text: string): string[] => [...words.segment(text)].map(({ segment }) => segment)

/** What changed between two drafts, word by word. */
export const draftDiff = (earlier: string, later: string): readonly Segment[] =>
  diffArrays(wordsOf(earlier), wordsOf(later)).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
