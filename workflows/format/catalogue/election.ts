import { z } from 'zod'
import { commitment, fact, files, id, meetingPoint, move, sha256, whole, word } from './fields.ts'
import { nominators, pollRounds } from './words.ts'

/** What a proposal’s chain says of an election, on paper alone. */
export const inElection = {
  'candidate.named': fact(
    'candidates',
    '候选人提名',
    'Candidate named',
    z.strictObject({ office: word, candidate: id, by: z.enum(nominators) }),
  ),
  'candidate.withdrawn': fact(
    'candidates',
    '候选人退出',
    'Candidate withdrawn',
    z.strictObject({ candidate: id, reason: commitment }),
  ),
  'poll.opened': move(
    '开始投票',
    'Poll opened',
    z.strictObject({
      ...meetingPoint,
      poll: id,
      roll: sha256,
      entitled: whole,
      presider: id,
      offices: z.record(
        word,
        z.strictObject({ seats: z.int().min(1), candidates: z.array(id), round: z.enum(pollRounds) }),
      ),
    }),
  ),
  'papers.issued': fact(
    'polls',
    '发放选票',
    'Papers issued',
    z.strictObject({
      poll: id,
      /** Whose paper it is, and the proxy who received it where it was not the voter. */
      papers: z.array(z.strictObject({ voter: id, proxy: id.optional() })).min(1),
    }),
  ),
  'poll.tallied': fact(
    'polls',
    '选票计票',
    'Poll counted by its tellers',
    z.strictObject({
      poll: id,
      tellers: z.array(id).min(1),
      offices: z.record(
        word,
        z.strictObject({ issued: whole, returned: whole, spoiled: whole, votes: z.record(id, whole) }),
      ),
      files,
    }),
  ),
  'poll.closed': move('投票结束', 'Poll closed', z.strictObject({ poll: id })),
  'election.concluded': move(
    '选举结束,名额暂缺',
    'Election concluded with seats left',
    z.strictObject({ reason: commitment }),
  ),
} as const
