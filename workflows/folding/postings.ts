import type { Facts } from '../facts.ts'
import type { EntryOf } from '../format/entry.ts'
import { dayOfEntry } from '../format/entry.ts'
import type { Misfit } from '../misfit.ts'
import { addDays } from '../rules/days.ts'
import type { Stage } from '../stages/stage.ts'

/** What is said of a posting, of its comments and of what is answered to them. */
export type PostingEntry =
  | EntryOf<'posting.opened'>
  | EntryOf<'publication.opened'>
  | EntryOf<'posting.evidenced'>
  | EntryOf<'comment.received'>
  | EntryOf<'comment.moderated'>
  | EntryOf<'comment.readmitted'>
  | EntryOf<'comment.withdrawn'>
  | EntryOf<'comments.answered'>
  | EntryOf<'objection.decided'>
  | EntryOf<'objection.escalated'>
  | EntryOf<'posting.closed'>

/** Folds what is said of a posting and its comments; answers why it does not fit, and then changes nothing. */
export const foldPosting = (facts: Facts, entry: PostingEntry, stage: Stage): Misfit | undefined => {
  switch (entry.kind) {
    case 'posting.opened':
    case 'publication.opened':
      facts.posting = {
        id: entry.data.posting,
        ...('draft' in entry.data ? { draft: entry.data.draft } : {}),
        lastDay: entry.data.lastDay,
        evidence: 0,
      }
      facts.comments = new Map()
      return undefined
    case 'posting.evidenced':
      if (facts.posting?.id !== entry.data.posting) return 'posting_unknown'
      facts.posting.evidence += 1
      return undefined
    case 'comment.received': {
      const { comment, posting, objection } = entry.data
      if (facts.posting?.id !== posting) return 'posting_unknown'
      if (facts.comments.has(comment)) return 'comment_known_already'
      facts.comments.set(comment, {
        objection,
        receivedOn: dayOfEntry(entry),
        timely: dayOfEntry(entry) <= facts.posting.lastDay,
        admitted: true,
        answered: false,
      })
      return undefined
    }
    case 'comment.moderated': {
      const comment = facts.comments.get(entry.data.comment)
      if (!comment) return 'comment_unknown'
      if (comment.withdrawn) return 'comment_withdrawn'
      if (!comment.admitted) return 'moderated_already'
      comment.admitted = false
      return undefined
    }
    case 'comment.withdrawn': {
      const comment = facts.comments.get(entry.data.comment)
      if (!comment) return 'comment_unknown'
      if (comment.withdrawn) return 'comment_withdrawn'
      if (!comment.admitted) return 'moderated_already'
      if (comment.answered) return 'comment_answered_already'
      comment.admitted = false
      comment.withdrawn = true
      return undefined
    }
    case 'comment.readmitted': {
      const comment = facts.comments.get(entry.data.comment)
      if (!comment) return 'comment_unknown'
      if (comment.withdrawn) return 'comment_withdrawn'
      if (comment.admitted) return 'not_moderated'
      comment.admitted = true
      return undefined
    }
    case 'comments.answered': {
      if (entry.data.comments.some((id) => !facts.comments.has(id))) return 'comment_unknown'
      if (entry.data.comments.some((id) => facts.comments.get(id)?.withdrawn)) return 'comment_withdrawn'
      for (const id of entry.data.comments) {
        const comment = facts.comments.get(id)
        if (comment) comment.answered = true
      }
      return undefined
    }
    case 'objection.decided': {
      const comment = facts.comments.get(entry.data.comment)
      if (!comment) return 'comment_unknown'
      if (comment.withdrawn) return 'comment_withdrawn'
      if (!comment.objection) return 'not_an_objection'
      if (comment.upheld !== undefined) return 'comment_decided_already'
      const named = comment.escalated ?? (stage.kind === 'posting' ? stage.objections?.decidedBy : undefined)
      if (named !== undefined && entry.data.by !== named) return 'not_the_body_to_decide'
      comment.upheld = entry.data.upheld
      comment.answered = true
      return undefined
    }
    case 'objection.escalated': {
      const comment = facts.comments.get(entry.data.comment)
      if (!comment) return 'comment_unknown'
      if (comment.withdrawn) return 'comment_withdrawn'
      if (!comment.objection) return 'not_an_objection'
      if (comment.escalated !== undefined) return 'escalated_already'
      const days = stage.kind === 'posting' ? (stage.objections?.days ?? 0) : 0
      // Whom the body has left without an answer past its term may go above it, and whom it has turned down at once.
      if (comment.upheld !== false && dayOfEntry(entry) <= addDays(comment.receivedOn, days))
        return 'objection_term_running'
      if (comment.upheld === true) return 'comment_decided_already'
      comment.escalated = entry.data.to
      delete comment.upheld
      return undefined
    }
    case 'posting.closed':
      facts.postedDraft = facts.posting?.draft ?? facts.postedDraft
      return undefined
  }
}
