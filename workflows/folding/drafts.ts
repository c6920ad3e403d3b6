import type { Facts } from '../facts.ts'
import type { EntryOf } from '../format/entry.ts'
import type { Misfit } from '../misfit.ts'

/** What is said of drafts. */
export type DraftEntry = EntryOf<'draft.written'> | EntryOf<'draft.corrected'> | EntryOf<'draft.approved'>

/** Folds what is said of a draft; answers why it does not fit, and then changes nothing. */
export const foldDraft = (facts: Facts, entry: DraftEntry): Misfit | undefined => {
  switch (entry.kind) {
    case 'draft.written': {
      const { n, text, change, follows, leaves } = entry.data
      if (n !== (facts.draft?.n ?? 0) + 1) return 'draft_number_skipped'
      if ((change === 'first') !== (n === 1)) return 'draft_opens_with_first'
      const named = [...follows, ...leaves]
      if (named.some((advice) => !facts.advice.has(advice))) return 'advice_unknown'
      for (const advice of named) facts.advice.set(advice, true)
      facts.draft = { n, text, change }
      return undefined
    }
    case 'draft.corrected': {
      const { n, text, was } = entry.data
      if (entry.attested === undefined) return 'not_attested'
      if (facts.draft?.n !== n || facts.draft.text !== was) return 'draft_unknown'
      if (text === was) return 'text_unchanged'
      facts.draft = { ...facts.draft, text }
      return undefined
    }
    case 'draft.approved':
      if (facts.draft?.n !== entry.data.n) return 'draft_unknown'
      facts.draft = { ...facts.draft, approvedBy: entry.data.by }
      return undefined
  }
}
