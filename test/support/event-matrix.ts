import type { Asker } from './route-matrix.ts'

/** Nobody's id. */
const none = '01890a5d-ac96-774b-bcce-b302099a8057'
const reason = '理由'
const text = '内容'
const day = '2026-03-02'

/** One event of a proposal: who may say it, and an input that is well formed. */
export type SaidBy = { readonly may: readonly Asker[]; readonly input: Readonly<Record<string, unknown>> }

const clerk = (input: SaidBy['input'] = {}): SaidBy => ({ may: ['clerk'], input })
const by = (may: readonly Asker[], input: SaidBy['input']): SaidBy => ({ may, input })
const supervised = ['clerk', 'supervisor'] as const
const overseen = ['clerk', 'township'] as const

/**
 * Every event that may be posted to a proposal. The resident proposed nothing and objected to nothing here, so that what
 * belongs to a proposer or an objector is not theirs.
 */
export const events: Readonly<Record<string, SaidBy>> = {
  'intake.accepted': clerk({ matter: 'village-public-works' }),
  'intake.refused': clerk({ reason }),
  'proposal.withdrawn': clerk({ reason }),
  'authorisation.filed': clerk({
    matter: 'village-public-works',
    by: 'village-assembly',
    to: 'village-representatives',
    decidedOn: day,
    postedOn: day,
    filedOn: day,
    until: '2026-12-31',
    text,
  }),
  'party-discussion.filed': clerk({ heldOn: day, agreed: true, text }),
  'filing.reported': by(overseen, { with: 'township', filedOn: day, number: '一号' }),
  'talk.held': clerk({
    heldOn: day,
    convenedBy: 'party-committee',
    heard: ['stakeholders'],
    people: 12,
    minutes: text,
  }),
  'advice.noted': clerk({ text }),
  'consultation.closed': clerk(),
  'draft.approved': clerk({ n: 1, by: 'village-committee', approvedOn: day }),
  'drafting.closed': clerk(),
  'posting.evidenced': by(supervised, { posting: none, seenOn: day, evidence: '照片' }),
  'objection.decided': by(overseen, { comment: none, by: 'township', decidedOn: day, upheld: false, reason }),
  'posting.closed': clerk(),
  'posting.sent-back': clerk(),
  'publication.closed': clerk(),
  'review.closed': clerk(),
  'review.sent-back': clerk(),
  'review.found-unlawful': clerk(),
  'comment.moderated': by(supervised, { comment: none, reason: 'insult' }),
  'comment.readmitted': by(supervised, { comment: none, reason }),
  'objection.escalated': clerk({ comment: none, to: 'township', reason }),
  'candidate.named': clerk({ office: 'chair', candidate: none, by: 'voters' }),
  'candidate.withdrawn': clerk({ candidate: none, reason }),
  'election.concluded': clerk({ reason }),
  'decision.sent-back': clerk({ reason }),
  'decision.concluded': clerk({ reason }),
  'decision.resumed': clerk(),
  'progress.reported': clerk({ percent: 10, reportedOn: day, text }),
  'implementation.completed': clerk(),
  'rating.given': by(['resident', 'representative'], { score: 4 }),
  'evaluation.closed': clerk(),
  'resolution.suspended': by(overseen, { by: 'township', decidedOn: day, reason }),
  'resolution.resumed': by(overseen, { by: 'township', decidedOn: day, reason }),
  'correction.ordered': by(overseen, { by: 'township', orderedOn: day, dueOn: day, text }),
  'correction.reported': clerk({ order: none, doneOn: day, text }),
  'approval.given': by(overseen, { by: 'township', decidedOn: day, approved: true, number: '一号' }),
  'resolution.revoked': clerk({ proposal: none, reason }),
  'proposal.discontinued': clerk(),
  'decision.reopened': clerk(),
  'proposal.expired': clerk(),
  'decision.referred': clerk({ to: 'village-assembly', reason }),
}
