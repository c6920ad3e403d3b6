import { dayRecorded, type EntryOf } from '../format/entry.ts'
import type { Day } from '../rules/days.ts'
import { disagreeAt } from './disagreement.ts'

/** It was seen to hang while it hung: not before its first day, and not on a day to come. */
export const checkSeen = (entry: EntryOf<'posting.evidenced'>, from: Day | undefined): void => {
  const { seenOn } = entry.data
  if (from === undefined || seenOn < from || seenOn > dayRecorded(entry))
    disagreeAt(entry, 'refused_on_replay', { claimed: seenOn, found: from ?? 'posting_unknown' })
}
