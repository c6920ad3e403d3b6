import type { Facts } from './facts.ts'
import { foldBallot } from './folding/ballots.ts'
import { foldDraft } from './folding/drafts.ts'
import { foldPosting } from './folding/postings.ts'
import { foldResolution } from './folding/resolutions.ts'
import { dayOfEntry, type Entry } from './format/entry.ts'
import type { Misfit } from './misfit.ts'
import { lawOn } from './stages/law-on.ts'
import { electedOf, electionOf, foldElection, seatsLeftIn } from './stages/polling.ts'
import { type ExpandedProcedure, stageNamed } from './stages/stage.ts'
import { foldVoting } from './stages/voting.ts'

/** Folds one entry of a proposal's chain into its facts, in place; answers why it does not fit, and then changes nothing. */
export const fold = (facts: Facts, entry: Entry, procedure: ExpandedProcedure): Misfit | undefined => {
  const stage = stageNamed(procedure, facts.stage)
  if (!stage) throw new Error(`the procedure has no stage ${facts.stage}`)
  switch (entry.kind) {
    case 'proposal.opened':
      if (facts.adoption !== undefined) return 'opened_already'
      facts.adoption = entry.data.adoption
      facts.topics = entry.data.topics.length
      facts.enteredOn = dayOfEntry(entry)
      facts.movedOn = facts.enteredOn
      return undefined
    case 'authorisation.filed':
      facts.authorisations.push(entry.data)
      return undefined
    case 'party-discussion.filed':
      facts.partyDiscussion = entry.data
      return undefined
    case 'filing.reported':
      facts.filings.push(entry.data)
      return undefined
    case 'approval.given':
      facts.approvals.push(entry.data)
      return undefined
    case 'intake.accepted':
      facts.matter = entry.data.matter
      return undefined

    case 'talk.held':
      facts.talks.push(entry.data)
      return undefined
    case 'advice.noted':
      if (facts.advice.has(entry.data.advice)) return 'advice_known_already'
      facts.advice.set(entry.data.advice, false)
      return undefined

    case 'draft.written':
    case 'draft.corrected':
    case 'draft.approved':
      return foldDraft(facts, entry)
    case 'posting.opened':
    case 'publication.opened':
    case 'posting.evidenced':
    case 'comment.received':
    case 'comment.moderated':
    case 'comment.readmitted':
    case 'comment.withdrawn':
    case 'comments.answered':
    case 'objection.decided':
    case 'objection.escalated':
    case 'posting.closed':
      return foldPosting(facts, entry, stage)
    case 'opinion.given': {
      const { discipline, draft, answer } = entry.data
      if (stage.kind !== 'review' || !stage.disciplines.includes(discipline)) return 'discipline_not_asked'
      if (facts.draft?.n !== draft) return 'opinion_on_another_draft'
      facts.opinions.set(discipline, { draft, answer })
      return undefined
    }

    case 'meeting.convened':
      facts.meeting = entry.data
      return undefined
    case 'roll.restated': {
      if (facts.meeting?.meeting !== entry.data.meeting) return 'not_called'
      const { roll, entitled, groups, measures } = entry.data
      facts.meeting = { ...facts.meeting, roll, entitled, groups, measures }
      return undefined
    }
    case 'decision.reopened':
      delete facts.meeting
      delete facts.adopted
      delete facts.resolution
      return undefined
    case 'meeting.postponed':
    case 'quorum.missed':
      delete facts.meeting
      return undefined
    case 'vote.cast':
    case 'vote.changed':
    case 'ballot.taken':
    case 'visit.made':
    case 'papers.counted':
    case 'hands.counted':
    case 'papers.tallied':
      return foldVoting(facts.ballot, entry, stage)
    case 'ballot.opened':
    case 'ballot.voided':
    case 'ballot.closed':
    case 'ballot.corrected':
      return foldBallot(facts, entry, procedure)
    case 'candidate.named':
    case 'candidate.withdrawn':
    case 'poll.opened':
    case 'papers.issued':
    case 'poll.tallied':
    case 'poll.closed': {
      if (stage.kind !== 'election') return 'poll_unknown'
      const election = electionOf(facts.election, stage)
      const why = foldElection(election, entry, stage, lawOn(stage, dayOfEntry(entry), facts.matter))
      if (why) return why
      facts.election = election
      if (entry.kind === 'poll.opened') facts.decisionOpened = true
      if (entry.kind === 'poll.closed' && seatsLeftIn(election.offices) === 0) facts.resolution = 'in-force'
      return undefined
    }
    case 'election.concluded':
      if (facts.election && electedOf(facts.election).length > 0) facts.resolution = 'in-force'
      return undefined
    case 'resolution.suspended':
    case 'resolution.resumed':
    case 'resolution.revoked':
    case 'correction.ordered':
    case 'correction.reported':
    case 'supervision.opined':
      return foldResolution(facts, entry, procedure)
    case 'decision.sent-back':
      facts.draftAtReturn = facts.draft?.n ?? 0
      return undefined

    case 'progress.reported':
      facts.progress = entry.data.percent
      return undefined
    case 'rating.given':
      if (facts.raters.has(entry.data.person)) return 'rated_already'
      facts.raters.add(entry.data.person)
      return undefined

    default:
      return undefined
  }
}
