import { z } from 'zod'
import { offices } from '../../law/matter.ts'
import { bodyKinds } from '../../law/provision.ts'
import { body, commitment, day, fact, files, id, move, office, sha256, term, whole, word } from './fields.ts'
import { moderationReasons } from './words.ts'

/** What a proposal’s chain says on the way to the decision. */
export const onTheWay = {
  // proposal: its opening and what may be put on file at any time
  'proposal.opened': fact(
    'always',
    '立案',
    'Proposal opened',
    z.strictObject({
      adoption: id,
      adoptionHash: sha256,
      title: commitment,
      topics: z.array(id),
      proposer: id.optional(),
      continues: id.optional(),
    }),
  ),
  'authorisation.filed': fact(
    'always',
    '授权决定备查',
    'Authorisation put on file',
    z.strictObject({
      matter: word,
      by: body,
      to: body,
      decidedOn: day,
      until: day,
      postedOn: day,
      filedOn: day,
      text: commitment,
    }),
  ),
  'party-discussion.filed': fact(
    'always',
    '党组织研究讨论记录',
    'Party organisation’s prior discussion put on file',
    z.strictObject({ heldOn: day, agreed: z.boolean(), text: commitment, discussion: id.optional() }),
  ),
  'filing.reported': fact(
    'always',
    '备案',
    'Filed with the township or sub-district',
    z.strictObject({ with: z.enum(['township', 'sub-district']), filedOn: day, number: commitment, files }),
  ),
  'approval.given': fact(
    'always',
    '批准',
    'Approved or not by the office above',
    z.strictObject({
      by: z.enum([...offices, 'county']),
      decidedOn: day,
      approved: z.boolean(),
      number: commitment,
    }),
  ),
  'proposal.absorbed': fact('always', '并入其他事项', 'Another proposal merged in', z.strictObject({ from: id })),
  'proposal.merged': move(
    '并入另一事项',
    'Merged into another proposal',
    z.strictObject({ into: id, reason: commitment }),
  ),
  'proposal.expired': move('逾期终止', 'Expired', z.strictObject({})),
  'proposal.withdrawn': move('撤回', 'Withdrawn', z.strictObject({ reason: commitment })),

  // intake
  'intake.accepted': move('受理', 'Accepted', z.strictObject({ matter: word })),
  'intake.refused': move('不予受理', 'Refused at intake', z.strictObject({ reason: commitment })),

  // consultation
  'talk.held': fact(
    'talks',
    '恳谈会',
    'Consultation meeting held',
    z.strictObject({ heldOn: day, convenedBy: body, heard: z.array(word), people: whole, minutes: commitment }),
  ),
  'advice.noted': fact('talks', '初步建议', 'Advice written down', z.strictObject({ advice: id, text: commitment })),
  'consultation.closed': move('出主意结束', 'Consultation closed', z.strictObject({})),

  // drafting
  'draft.written': fact(
    'drafts',
    '草案',
    'Draft written',
    z.strictObject({
      n: z.int().min(1),
      text: commitment,
      change: z.enum(['first', 'substance', 'wording']),
      follows: z.array(id),
      leaves: z.array(id),
      explanation: commitment.optional(),
    }),
  ),
  'draft.approved': fact(
    'drafts',
    '草案经讨论通过',
    'Draft approved by the drafting body',
    z.strictObject({ n: z.int().min(1), by: body, approvedOn: day }),
  ),
  'draft.corrected': fact(
    'evidence',
    '勘误',
    'Slip of the pen corrected in a posted draft',
    z.strictObject({ n: z.int().min(1), text: commitment, was: commitment, reason: commitment }),
  ),
  'drafting.closed': move('拟方案结束', 'Drafting closed', z.strictObject({})),

  // posting and publication
  'posting.opened': move(
    '张榜公示',
    'Posted for comment',
    z.strictObject({ posting: id, draft: z.int().min(1), ...term, places: commitment }),
  ),
  'posting.evidenced': fact(
    'evidence',
    '公示凭证',
    'Posting evidenced',
    z.strictObject({ posting: id, seenOn: day, evidence: commitment, files }),
  ),
  'comment.received': fact(
    'comments',
    '收到意见',
    'Comment received',
    z.strictObject({
      comment: id,
      posting: id,
      objection: z.boolean(),
      author: id.optional(),
      /** `guest` is over the pages without signing in: entered by the office once it has decided on it. */
      channel: z.enum(['online', 'paper', 'doorstep', 'telephone', 'guest']),
      text: commitment,
      /** A photo that came with it, and what it shows. */
      files,
      alt: commitment.optional(),
    }),
  ),
  'comment.moderated': fact(
    'evidence',
    '意见不予登载',
    'Comment not admitted',
    z.strictObject({ comment: id, reason: z.enum(moderationReasons) }),
  ),
  'comment.readmitted': fact(
    'evidence',
    '意见恢复登载',
    'Comment admitted again',
    z.strictObject({ comment: id, reason: commitment }),
  ),
  'comment.withdrawn': fact('comments', '撤回意见', 'Comment withdrawn', z.strictObject({ comment: id })),
  'comments.answered': fact(
    'evidence',
    '意见答复',
    'Comments answered',
    z.strictObject({
      comments: z.array(id).min(1),
      answer: z.enum(['adopted', 'partly', 'not-adopted']),
      reason: commitment,
    }),
  ),
  'objection.decided': fact(
    'evidence',
    '异议处理决定',
    'Objection decided',
    z.strictObject({
      comment: id,
      by: z.enum([...bodyKinds, ...offices]),
      decidedOn: day,
      upheld: z.boolean(),
      reason: commitment,
    }),
  ),
  'objection.escalated': fact(
    'evidence',
    '异议上报',
    'Objection taken to the township or sub-district',
    z.strictObject({ comment: id, to: office, reason: commitment }),
  ),
  'posting.closed': move('公示期满', 'Posting closed', z.strictObject({})),
  'posting.sent-back': move('异议成立,退回修改', 'Sent back on an upheld objection', z.strictObject({})),
  'publication.opened': move('公布', 'Published', z.strictObject({ posting: id, ...term, places: commitment })),
  'publication.closed': move('公布期满', 'Publication closed', z.strictObject({})),

  // review
  'opinion.given': fact(
    'opinions',
    '审查意见',
    'Expert opinion given',
    z.strictObject({
      opinion: id,
      discipline: word,
      expert: id,
      draft: z.int().min(1),
      answer: z.enum(['pass', 'changes', 'unlawful']),
      grounds: commitment,
    }),
  ),
  'review.closed': move('审查通过', 'Review closed', z.strictObject({})),
  'review.sent-back': move('按审查意见修改后重新公示', 'Changed on the experts’ opinion', z.strictObject({})),
  'review.found-unlawful': move('审查认定违法', 'Found unlawful', z.strictObject({})),
} as const
