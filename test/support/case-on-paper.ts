import type { CaseTold, MeetingPapers } from '../../src/documents/case-told.ts'
import type { DataOf, EntryKind } from '../../workflows/format/catalogue.ts'
import type { Entry } from '../../workflows/format/entry.ts'
import type { GateGround } from '../../workflows/stages/gate.ts'
import { electionWith, sixStepWith, threeReviewsWith } from './adopted.ts'
import { id } from './telling.ts'

const [proposal, meeting, ballot, posting, result, comment, kept, objection, order, advice] = Array.from(
  { length: 10 },
  (_, n) => id(n + 1),
) as [string, string, string, string, string, string, string, string, string, string]
const people = { chair: id(21), author: id(22), expert: id(23) }
const names: Readonly<Record<string, string>> = { [people.chair]: 'Zhang Yi', [people.author]: 'Li Er' }

const day = '2026-03-02'
const term = { from: day, days: 7, counted: 'working', lastDay: '2026-03-11', calendar: {} } as const

/** Entries of a chain in order, each an hour after the last; what is committed to stands in them as itself. */
const chained = () => {
  const entries: Entry[] = []
  const say = <K extends EntryKind>(kind: K, data: DataOf<K>): void => {
    const seq = entries.length + 1
    const recordedAt = new Date(Date.parse('2026-03-02T01:00:00.000Z') + seq * 3_600_000).toISOString()
    entries.push({
      format: 1,
      community: id(99),
      chain: `proposal/${proposal}`,
      seq,
      kind,
      recordedAt,
      actor: id(98),
      data,
    } as unknown as Entry)
  }
  return { entries, say }
}

/** A covenant's whole way, told in plain words: everything that a paper may tell of has happened once. */
const wholeWay = (): readonly Entry[] => {
  const { entries, say } = chained()
  say('proposal.opened', { adoption: id(30), adoptionHash: 'ab'.repeat(32), title: 'Keeping dogs', topics: [id(31)] })
  say('authorisation.filed', {
    matter: 'residents-covenant',
    by: 'residents-assembly',
    to: 'residents-representatives',
    decidedOn: day,
    until: '2026-12-31',
    postedOn: day,
    filedOn: day,
    text: 'The assembly authorises.',
  })
  say('intake.accepted', { matter: 'residents-covenant' })
  say('talk.held', {
    heldOn: day,
    convenedBy: 'party-committee',
    heard: ['stakeholders', 'units'],
    people: 2,
    minutes: 'They talked.',
  })
  say('advice.noted', { advice, text: 'Say how long a lead.' })
  say('draft.written', { n: 1, text: 'A lead of two metrs.', change: 'first', follows: [advice], leaves: [] })
  say('draft.approved', { n: 1, by: 'residents-council', approvedOn: day })
  say('posting.opened', { posting, draft: 1, ...term, places: 'At the gate' })
  say('posting.evidenced', { posting, seenOn: day, evidence: 'Photo 12', files: ['cd'.repeat(32)] })
  say('draft.corrected', { n: 1, text: 'A lead of two metres.', was: 'A lead of two metrs.', reason: 'a slip' })
  for (const [one, text] of [
    [comment, 'Mind the playground.'],
    [kept, 'You fools.'],
  ] as const)
    say('comment.received', {
      ...{ comment: one, posting, objection: false, author: people.author, channel: 'online', text },
      ...{ files: ['ab'.repeat(32)], alt: 'A broken bench' },
    })
  say('comment.received', { comment: objection, posting, objection: true, channel: 'paper', text: 'No fines.' })
  say('comment.received', {
    ...{ comment: id(44), posting, objection: true, author: people.author, channel: 'online' },
    text: 'Forget this one.',
  })
  say('comment.withdrawn', { comment: id(44) })
  say('comment.moderated', { comment: kept, reason: 'insult' })
  say('comments.answered', { comments: [comment], answer: 'partly', reason: 'Noon is kept free.' })
  say('objection.escalated', { comment: objection, to: 'sub-district', reason: 'late' })
  say('objection.decided', {
    comment: objection,
    by: 'sub-district',
    decidedOn: day,
    upheld: false,
    reason: 'There are none.',
  })
  say('posting.closed', {})
  say('opinion.given', {
    opinion: id(41),
    discipline: 'law',
    expert: people.expert,
    draft: 1,
    answer: 'changes',
    grounds: 'Article 3 goes too far.',
  })
  say('party-discussion.filed', { heldOn: day, agreed: true, text: 'Agreed.' })
  say('supervision.opined', { opinion: id(42), stage: 'vote', concern: 'concern', text: 'Call it in time.' })
  say('ballot.closed', { ballot, people: { ...tally, entitled: 30, present: 20 }, groups: {} })
  say('publication.opened', { posting: id(43), ...term, counted: 'calendar', places: 'At the gate' })
  say('filing.reported', { with: 'sub-district', filedOn: day, number: 'No. 3' })
  say('approval.given', { by: 'sub-district', decidedOn: day, approved: true, number: 'No. 4' })
  say('resolution.suspended', { by: 'residents-assembly', decidedOn: day, reason: 'A doubt' })
  say('correction.ordered', { order, by: 'sub-district', orderedOn: day, dueOn: day, text: 'Post it again.' })
  say('correction.reported', { order, doneOn: day, text: 'Posted.' })
  say('progress.reported', { percent: 100, reportedOn: day, text: 'The field is fenced.' })
  say('implementation.completed', {})
  say('publication.opened', { posting: result, ...term, places: 'At the gate' })
  for (const [n, score] of ['5', '4', '4', '5', '1'].entries()) say('rating.given', { person: id(60 + n), score })
  say('evaluation.closed', {})
  return entries
}

const tally = { yes: 14, no: 4, abstain: 1, spoiled: 1, issued: 20, returned: 20 }
const quorum: GateGround = {
  code: 'quorum',
  have: 20,
  need: 20,
  of: 30,
  met: true,
  cite: 'Art. 29',
  test: { count: 'present', of: 'entitled', atLeast: [2, 3] },
}
const threshold: GateGround = {
  code: 'threshold',
  have: 14,
  need: 11,
  of: 20,
  met: true,
  cite: 'Art. 29',
  test: { count: 'yes', of: 'present', moreThan: [1, 2] },
}

const place = {
  communityId: id(99),
  community: 'Tingqian',
  sort: 'city',
  site: 'https://yishi.example',
  checkpoint: { size: 120, code: '0000-1111-2222-3333-4444-5555' },
} as const

const held: MeetingPapers = {
  ...place,
  id: meeting,
  sentOn: day,
  convenedBy: 'residents-committee',
  emergency: 'A storm',
  written: true,
  posted: false,
  roll: [
    {
      name: 'Zhang Yi',
      groups: ['women'],
      door: 'phone',
      excused: false,
      deliveries: [{ how: 'letter', on: day }],
    },
    { name: 'Li Er', groups: [], door: null, excused: true, deliveries: [] },
    { name: 'Wang San', groups: [], door: null, excused: false, deliveries: [] },
  ],
  proxies: [{ principal: 'Li Er', proxy: 'Zhang Yi' }],
  minutes: { text: 'Minutes\n\nOpened at nine.', approvedOn: day },
  rollCalls: new Map([[ballot, [{ name: 'Zhang Yi', choice: 'yes' }]]]),
  checkCode: '1111-2222-3333-4444',
  told: {
    body: 'residents-representatives',
    on: day,
    at: '2026-03-12T01:00:00.000Z',
    place: 'The hall',
    presider: { name: 'Zhang Yi' },
    outcome: 'held',
    endedAt: '2026-03-12T02:00:00.000Z',
    people: { entitled: 30, present: 20 },
    groups: { women: { entitled: 10, present: 8 } },
    present: [],
    standIns: [],
    late: [],
    leftEarly: [],
    excused: [],
    absent: [],
    observers: [{ name: 'Officer Liu', capacity: 'township' }],
    deliveries: [],
    amendments: [{ cause: 'died', out: 'Old Zhao', in: null }],
    speeches: [],
    items: [
      {
        proposal,
        number: 7,
        title: 'Keeping dogs',
        draft: 1,
        recused: [],
        speeches: [],
        ballots: [
          {
            id: ballot,
            motion: 'agree',
            draft: 1,
            voting: 'recorded',
            mayVote: 20,
            carried: true,
            voided: false,
            quorum: [quorum],
            tally,
            grounds: [threshold],
          },
        ],
      },
    ],
  },
}

/** A case of which every paper has been formed, its texts without a Chinese character. */
export const caseOnPaper = (change: Partial<CaseTold> = {}): CaseTold => ({
  ...place,
  id: proposal,
  number: 7,
  title: 'Keeping dogs',
  procedure: sixStepWith(),
  matter: 'residents-covenant',
  ending: null,
  office: true,
  topics: [
    {
      number: 3,
      raisedOn: day,
      channel: 'doorstep',
      class: 'environment',
      text: 'Dogs <run> & bark',
      proposer: 'Li Er',
      supporters: 2,
      mergedInto: 1,
    },
  ],
  entries: wholeWay(),
  meetings: [held],
  adopted: {
    ballot,
    draft: 1,
    stage: 'vote',
    on: day,
    seq: 22,
    standing: 'suspended',
    law: [{ cite: 'Art. 29', text: 'Two thirds attend.' }],
  },
  elected: [],
  text: (commitment) => commitment,
  name: (person) => (person === undefined ? '' : (names[person] ?? 'nobody')),
  checkCode: (seq) => `head-${seq}`,
  ...change,
})

/** A village's matter that all four bodies have decided, that was published, carried out, and its result published. */
export const fourBodiesOnPaper = (): CaseTold => {
  const procedure = threeReviewsWith()
  const { entries, say } = chained()
  for (const stage of procedure.stages)
    if (stage.kind === 'decision')
      say('ballot.opened', {
        meeting,
        meetingSeq: 1,
        meetingHead: 'ab'.repeat(32),
        ballot,
        motion: 'agree',
        draft: 1,
        draftText: 'ab'.repeat(32),
        roll: 'ab'.repeat(32),
        present: 'ab'.repeat(32),
        people: { entitled: 30, present: 20 },
        groups: {},
        presider: people.chair,
      })
  const opened = entries.map((entry) => ({ ...entry, seq: 0 }) as Entry)
  const bodies = procedure.stages.flatMap((stage) => (stage.kind === 'decision' ? [stage.body] : []))
  return caseOnPaper({
    sort: 'village',
    procedure,
    entries: [...opened, ...wholeWay()],
    meetings: bodies.map((body) => ({ ...held, told: { ...held.told, body } })),
  })
}

/** An election of a village that has been polled once: the chair is elected, one member's seat is left. */
export const electionOnPaper = (): CaseTold => {
  const { entries, say } = chained()
  const point = { meeting, meetingSeq: 9, meetingHead: 'ab'.repeat(32) }
  const offices = {
    chair: { seats: 1, candidates: [people.chair, people.author], round: 'first' },
    member: { seats: 2, candidates: [people.author], round: 'run-off' },
  } as const
  const counted = (yes: number, no: number) => ({
    issued: 40,
    returned: 39,
    spoiled: 1,
    votes: { [people.author]: no, [people.chair]: yes },
  })
  const poll = id(50)
  say('poll.opened', {
    ...point,
    poll,
    roll: 'cd'.repeat(32),
    entitled: 60,
    presider: people.chair,
    offices: {
      chair: { ...offices.chair, candidates: [...offices.chair.candidates] },
      member: { ...offices.member, candidates: [...offices.member.candidates] },
    },
  })
  // Counted a second time: the newest stands.
  say('poll.tallied', { poll, tellers: [people.chair], offices: { chair: counted(1, 1) } })
  say('poll.tallied', {
    poll,
    tellers: [people.chair, people.author],
    offices: { chair: counted(30, 8), member: counted(9, 29) },
  })
  say('poll.closed', { poll })
  return caseOnPaper({
    sort: 'village',
    title: 'Election',
    procedure: electionWith(),
    entries,
    meetings: [],
    adopted: null,
    elected: [
      { office: 'chair', people: [people.chair], seatsLeft: 0 },
      { office: 'member', people: [], seatsLeft: 1 },
    ],
  })
}
