import { type Case, type CaseRefusal, follow, openCase, stageOf, standing } from '../../workflows/case.ts'
import { catalogue, type DataOf, isEntryKind, type KindOf } from '../../workflows/format/catalogue.ts'
import type { Entry } from '../../workflows/format/entry.ts'
import type { BodyKind } from '../../workflows/law/provision.ts'
import { calendars } from '../../workflows/rules/calendars.ts'
import { addDays, type Day, lastDay, startOfDay } from '../../workflows/rules/days.ts'
import { dueOffices } from '../../workflows/stages/polling.ts'
import type { ExpandedProcedure } from '../../workflows/stages/stage.ts'

export type Said = KindOf<'proposal'>

/** Every kind that may stand on a proposal's chain. */
export const proposalKinds: readonly Said[] = Object.keys(catalogue)
  .filter(isEntryKind)
  .filter((kind): kind is Said => catalogue[kind].chain === 'proposal')

export const id = (n: number): string => `01890a5d-ac96-774b-bcce-${n.toString(16).padStart(12, '0')}`
export const hex = (n: number): string => n.toString(16).padStart(64, '0')

/** Who is on the roll of the hall in which every body of a told case sits. */
export const roll = { entitled: 40, groups: { representatives: 36, women: 20, 'women-representatives': 14 } } as const

/** A hall where so many of the whole roll came, a like share of each group. */
export const came = (present: number) => ({
  people: { entitled: roll.entitled, present },
  groups: Object.fromEntries(
    Object.entries(roll.groups).map(([group, entitled]) => [
      group,
      { entitled, present: Math.min(entitled, Math.ceil((entitled * present) / roll.entitled)) },
    ]),
  ),
})

/** Votes of those who came: yes first among the representatives, the rest no. */
export const voted = (at: ReturnType<typeof came>, yes: number): Pick<DataOf<'ballot.closed'>, 'people' | 'groups'> => {
  const tally = <S extends { readonly present: number }>(share: S) => {
    const agree = Math.min(yes, share.present)
    return { ...share, yes: agree, no: share.present - agree, abstain: 0, spoiled: 0 }
  }
  return {
    people: tally(at.people),
    groups: Object.fromEntries(Object.entries(at.groups).map(([group, share]) => [group, tally(share)])),
  }
}

const convenerOf = (body: BodyKind): BodyKind =>
  body.endsWith('-voters')
    ? 'election-committee'
    : body === 'owners'
      ? 'owners-committee'
      : body.startsWith('village')
        ? 'village-committee'
        : body.startsWith('residents')
          ? 'residents-committee'
          : body.startsWith('collective')
            ? 'collective-council'
            : 'party-committee'

/** A case told entry by entry with made-up ids; what is said of each kind is what a lawful course would say next. */
export class Telling {
  readonly case: Case
  readonly entries: Entry[] = []
  today: Day = '2026-03-02'
  private made = 100

  constructor(procedure: ExpandedProcedure, hash = JSON.stringify(procedure)) {
    this.case = openCase(hash, procedure)
  }

  get facts() {
    return this.case.facts
  }

  get at(): string {
    return startOfDay(this.today).toISOString().replace('T16:', 'T20:')
  }

  /** Where the case stands, as one word: its end, or its stage and step. */
  get place(): string {
    const position = standing(this.case)
    return 'end' in position ? position.end : `${position.stage}.${position.step}`
  }

  /** Everything that a refused entry must leave as it was. */
  get whole(): unknown {
    return structuredClone({ position: standing(this.case), facts: this.facts })
  }

  newId(): string {
    this.made += 1
    return id(this.made)
  }

  newHex(): string {
    this.made += 1
    return hex(this.made)
  }

  /** An entry as it would come out of its bytes, whether the catalogue admits it or not. */
  entry(kind: Said, data: unknown, occurredOn?: Day): Entry {
    const line = {
      format: 1,
      community: id(1),
      chain: `proposal/${id(2)}`,
      seq: this.entries.length + 1,
      kind,
      recordedAt: this.at,
      ...(occurredOn === undefined ? {} : { occurredOn }),
      actor: id(3),
      data,
    }
    return JSON.parse(JSON.stringify(line))
  }

  /** Puts an entry to the case and keeps it if it was taken. */
  put(entry: Entry): CaseRefusal | undefined {
    const refusal = follow(this.case, entry)
    if (!refusal) this.entries.push(entry)
    return refusal
  }

  /** What a lawful course would say of a kind as the facts stand. */
  usual(kind: Said): object {
    return usual[kind](this)
  }

  /** Says what is usual of a kind, with something changed. */
  try(kind: Said, change: Readonly<Record<string, unknown>> = {}): CaseRefusal | undefined {
    return this.put(this.entry(kind, { ...this.usual(kind), ...change }))
  }

  /** The same, on the day that the kind is due, and taken. */
  say(kind: Said, change: Readonly<Record<string, unknown>> = {}): this {
    this.today = this.dueDay(kind)
    const refusal = this.try(kind, change)
    if (refusal) throw new Error(`${kind} on ${this.today} at ${this.place}: ${JSON.stringify(refusal)}`)
    return this
  }

  /** The same, entered from paper by one person and confirmed by another. */
  attest(kind: Said, change: Readonly<Record<string, unknown>> = {}): this {
    const entry = this.entry(kind, { ...this.usual(kind), ...change })
    const refusal = this.put({ ...entry, attested: { evidence: this.newHex(), confirmedBy: [id(9)] } } as Entry)
    if (refusal) throw new Error(`${kind} on ${this.today} at ${this.place}: ${JSON.stringify(refusal)}`)
    return this
  }

  /** The first day from today on which a kind may be said. */
  dueDay(kind: Said): Day {
    const { posting, meeting, enteredOn } = this.facts
    const stage = stageOf(this.case)
    const days: readonly (Day | undefined)[] = [
      this.today,
      kind === 'posting.closed' || kind === 'publication.closed' ? posting && addDays(posting.lastDay, 1) : undefined,
      kind === 'ballot.opened' || kind === 'quorum.missed' || kind === 'poll.opened' ? meeting?.on : undefined,
      kind === 'evaluation.closed' && stage.kind === 'evaluation' ? addDays(enteredOn, stage.days) : undefined,
    ]
    return (
      days
        .filter((day) => day !== undefined)
        .sort()
        .at(-1) ?? this.today
    )
  }

  /** Calls the body of this stage, puts a motion to those who come, and counts. */
  decide(motion: DataOf<'ballot.opened'>['motion'] = 'agree', yes = 32, present = 32): this {
    if (this.place.endsWith('.calling')) this.say('meeting.convened')
    return this.say('ballot.opened', { motion, ...came(present) }).say('ballot.closed', voted(came(present), yes))
  }

  /** Hangs what this stage hangs, shown to hang, until its days are over. */
  hang(sort: 'posting' | 'publication'): this {
    return this.say(`${sort}.opened`).say('posting.evidenced').say(`${sort}.closed`)
  }
}

/** The body in which whoever presides over another sits. */
const presidingOf = (body: BodyKind): BodyKind =>
  body === 'party-committee' || body === 'party-assembly' || body === 'two-committees' ? body : convenerOf(body)

const closedBallot = (t: Telling): string =>
  [...t.facts.ballots].findLast(([, { closed }]) => closed !== undefined)?.[0] ?? t.newId()

const countOf = (t: Telling, ballot: string): Pick<DataOf<'ballot.closed'>, 'people' | 'groups'> => {
  const { people, groups } = t.facts.ballots.get(ballot)?.closed ?? voted(came(32), 32)
  return { people, groups }
}

const term = (t: Telling) => {
  const stage = stageOf(t.case)
  const days = stage.kind === 'posting' || stage.kind === 'publication' ? stage.days : 7
  const counted = stage.kind === 'posting' ? stage.counted : ('calendar' as const)
  const last = lastDay(t.today, days, counted, calendars)
  const { 2026: year } = calendars
  return {
    from: t.today,
    days,
    counted,
    lastDay: last.ok ? last.value : t.today,
    calendar: { 2026: { holidays: [...(year?.holidays ?? [])], workdays: [...(year?.workdays ?? [])] } },
  }
}

const point = (t: Telling) => ({ meeting: t.facts.meeting?.meeting ?? t.newId(), meetingSeq: 1, meetingHead: hex(9) })
const ofPoll = (t: Telling) => ({ poll: t.facts.election?.poll?.poll ?? t.newId() })
const ofBallot = (t: Telling) => ({ ballot: t.facts.ballot?.ballot ?? t.newId() })
const matterOf = (t: Telling): string =>
  finalOf(t).endsWith('-voters')
    ? t.case.procedure.procedure.replace(/@.*/, '')
    : finalOf(t) === 'owners'
      ? 'owners-manager'
      : finalOf(t).startsWith('collective')
        ? 'collective-plans'
        : t.case.procedure.place.sort === 'city'
          ? 'residents-covenant'
          : 'village-public-works'
/** The body above one that decides by authorisation. */
const aboveOf = (t: Telling): BodyKind =>
  finalOf(t).startsWith('collective')
    ? 'collective-members'
    : finalOf(t).startsWith('village')
      ? 'village-assembly'
      : 'residents-assembly'
const finalOf = (t: Telling): BodyKind => t.case.procedure.stages.find((s) => s.kind === 'intake')?.decides ?? 'experts'
const draftOf = (t: Telling): number => t.facts.draft?.n ?? 1
const nothing = (): Record<string, never> => ({})
const reasoned = (t: Telling) => ({ reason: t.newHex() })
const firstComment = (t: Telling): string => [...t.facts.comments.keys()][0] ?? t.newId()

/** What a lawful course would say of each kind, from the facts as they stand. */
const usual: { readonly [K in Said]: (t: Telling) => DataOf<K> } = {
  'proposal.opened': (t) => ({ adoption: id(4), adoptionHash: hex(5), title: t.newHex(), topics: [] }),
  'authorisation.filed': (t) => ({
    matter: matterOf(t),
    by: aboveOf(t),
    to: finalOf(t),
    decidedOn: '2026-01-05',
    postedOn: '2026-01-06',
    filedOn: '2026-01-07',
    until: '2027-12-31',
    text: t.newHex(),
  }),
  'party-discussion.filed': (t) => ({ heldOn: t.today, agreed: true, text: t.newHex() }),
  'filing.reported': (t) => ({
    with: t.case.procedure.place.sort === 'city' ? 'sub-district' : 'township',
    filedOn: t.today,
    number: t.newHex(),
  }),
  'approval.given': (t) => ({ by: 'county', decidedOn: t.today, approved: true, number: t.newHex() }),
  'proposal.absorbed': (t) => ({ from: t.newId() }),
  'proposal.merged': (t) => ({ into: t.newId(), reason: t.newHex() }),
  'proposal.expired': nothing,
  'proposal.discontinued': nothing,
  'proposal.withdrawn': reasoned,
  'intake.accepted': (t) => ({ matter: matterOf(t) }),
  'intake.refused': reasoned,
  'talk.held': (t) => ({
    heldOn: t.today,
    convenedBy: 'party-committee',
    heard: ['stakeholders', 'units', 'representatives'],
    people: 12,
    minutes: t.newHex(),
  }),
  'advice.noted': (t) => ({ advice: t.newId(), text: t.newHex() }),
  'consultation.closed': nothing,
  'draft.written': (t) => ({
    n: (t.facts.draft?.n ?? 0) + 1,
    text: t.newHex(),
    change: t.facts.draft ? 'substance' : 'first',
    follows: [...t.facts.advice.keys()],
    leaves: [],
  }),
  'draft.approved': (t) => ({ n: draftOf(t), by: 'residents-council', approvedOn: t.today }),
  'draft.corrected': (t) => ({
    n: draftOf(t),
    text: t.newHex(),
    was: t.facts.draft?.text ?? t.newHex(),
    reason: t.newHex(),
  }),
  'drafting.closed': nothing,
  'posting.opened': (t) => ({ posting: t.newId(), draft: draftOf(t), ...term(t), places: t.newHex() }),
  'posting.evidenced': (t) => ({ posting: t.facts.posting?.id ?? t.newId(), seenOn: t.today, evidence: t.newHex() }),
  'comment.received': (t) => ({
    comment: t.newId(),
    posting: t.facts.posting?.id ?? t.newId(),
    objection: false,
    channel: 'paper',
    text: t.newHex(),
  }),
  'comment.moderated': (t) => ({ comment: firstComment(t), reason: 'insult' }),
  'comment.readmitted': (t) => ({ comment: firstComment(t), reason: t.newHex() }),
  'comment.withdrawn': (t) => ({ comment: firstComment(t) }),
  'comments.answered': (t) => ({ comments: [firstComment(t)], answer: 'partly', reason: t.newHex() }),
  'objection.decided': (t) => ({
    comment: firstComment(t),
    by: 'residents-committee',
    decidedOn: t.today,
    upheld: true,
    reason: t.newHex(),
  }),
  'objection.escalated': (t) => ({ comment: firstComment(t), to: 'sub-district', reason: t.newHex() }),
  'posting.closed': nothing,
  'posting.sent-back': nothing,
  'publication.opened': (t) => ({ posting: t.newId(), ...term(t), places: t.newHex() }),
  'publication.closed': nothing,
  'opinion.given': (t) => ({
    opinion: t.newId(),
    discipline: t.facts.opinions.has('law') ? 'social-management' : 'law',
    expert: id(6),
    draft: draftOf(t),
    answer: 'pass',
    grounds: t.newHex(),
  }),
  'review.closed': nothing,
  'review.sent-back': nothing,
  'review.found-unlawful': nothing,
  'meeting.convened': (t) => {
    const stage = stageOf(t.case)
    const body = stage.kind === 'decision' || stage.kind === 'election' ? stage.body : 'experts'
    return {
      meeting: t.newId(),
      meetingSeq: 1,
      meetingHead: hex(9),
      body,
      ...((stage.kind === 'decision' || stage.kind === 'election') && stage.mode ? { mode: stage.mode } : {}),
      draft: draftOf(t),
      on: addDays(t.today, stage.kind === 'election' ? 20 : body === 'owners' ? 15 : 10),
      sentOn: t.today,
      convenedBy: convenerOf(body),
      presidesAs: presidingOf(body),
      written: true,
      posted: true,
      roll: hex(7),
      entitled: roll.entitled,
      groups: { ...roll.groups },
    }
  },
  'roll.restated': (t) => ({ ...point(t), roll: hex(7), entitled: roll.entitled, groups: { ...roll.groups } }),
  'meeting.postponed': (t) => ({ ...point(t), reason: t.newHex() }),
  'quorum.missed': (t) => ({ ...point(t), ...came(10) }),
  'ballot.opened': (t) => ({
    ...point(t),
    ballot: t.newId(),
    motion: 'agree',
    draft: draftOf(t),
    draftText: t.facts.draft?.text ?? t.newHex(),
    roll: hex(7),
    present: hex(8),
    ...came(32),
    presider: id(6),
  }),
  'vote.cast': (t) => ({ ballot: t.facts.ballot?.ballot ?? t.newId(), voter: t.newId(), choice: t.newHex() }),
  'vote.changed': (t) => ({ ...ofBallot(t), voter: t.newId(), choice: t.newHex(), reason: t.newHex() }),
  'ballot.taken': (t) => ({ ...ofBallot(t), voter: t.newId() }),
  'visit.made': (t) => ({ ...ofBallot(t), voter: t.newId(), outcome: 'reached' }),
  'papers.counted': (t) => ({ ...ofBallot(t), issued: 32, returned: 32 }),
  'hands.counted': (t) => ({
    ...ofBallot(t),
    tellers: [id(7), id(8)],
    people: { yes: 20, no: 10, abstain: 2 },
    groups: {},
  }),
  'papers.tallied': (t) => ({
    ...ofBallot(t),
    tellers: [id(7), id(8)],
    issued: 0,
    returned: 0,
    people: { yes: 0, no: 0, abstain: 0, spoiled: 0 },
    groups: {},
  }),
  'ballot.voided': (t) => ofBallot(t),
  'ballot.closed': (t) => ({ ballot: t.facts.ballot?.ballot ?? t.newId(), ...voted(came(32), 32) }),
  'ballot.corrected': (t) => ({
    ballot: closedBallot(t),
    ...countOf(t, closedBallot(t)),
    votes: [{ voter: t.newId(), choice: t.newHex() }],
    reason: t.newHex(),
  }),
  'candidate.named': (t) => ({ office: 'chair', candidate: t.newId(), by: 'voters' }),
  'candidate.withdrawn': (t) => ({
    candidate: [...(t.facts.election?.offices.values() ?? [])][0]?.candidates[0] ?? t.newId(),
    reason: t.newHex(),
  }),
  'poll.opened': (t) => ({
    ...point(t),
    poll: t.newId(),
    roll: t.facts.meeting?.roll ?? hex(7),
    entitled: t.facts.meeting?.entitled ?? roll.entitled,
    presider: id(6),
    offices: t.facts.election ? dueOffices(t.facts.election) : {},
  }),
  'papers.issued': (t) => ({ ...ofPoll(t), papers: [{ voter: t.newId() }] }),
  'poll.tallied': (t) => ({
    ...ofPoll(t),
    tellers: [id(7), id(8)],
    offices: Object.fromEntries(
      Object.entries(t.facts.election?.poll?.offices ?? {}).map(([office, { candidates }]) => [
        office,
        {
          issued: t.facts.election?.poll?.papers.size ?? 0,
          returned: t.facts.election?.poll?.papers.size ?? 0,
          spoiled: 0,
          votes: Object.fromEntries(candidates.map((candidate) => [candidate, 0])),
        },
      ]),
    ),
  }),
  'poll.closed': (t) => ofPoll(t),
  'election.concluded': reasoned,
  'decision.reopened': nothing,
  'decision.referred': (t) => ({ to: aboveOf(t), reason: t.newHex() }),
  'resolution.suspended': (t) => ({ by: 'village-committee', decidedOn: t.today, reason: t.newHex() }),
  'resolution.resumed': (t) => ({ by: 'village-committee', decidedOn: t.today, reason: t.newHex() }),
  'resolution.revoked': (t) => ({
    by: 'village-assembly',
    proposal: t.newId(),
    ballot: t.newId(),
    decidedOn: t.today,
    reason: t.newHex(),
  }),
  'correction.ordered': (t) => ({
    order: t.newId(),
    by: 'township',
    orderedOn: t.today,
    dueOn: addDays(t.today, 30),
    text: t.newHex(),
  }),
  'supervision.opined': (t) => ({ opinion: t.newId(), stage: t.facts.stage, concern: 'none', text: t.newHex() }),
  'correction.reported': (t) => ({
    order: [...t.facts.orders.keys()][0] ?? t.newId(),
    doneOn: t.today,
    text: t.newHex(),
  }),
  'decision.sent-back': reasoned,
  'decision.resumed': nothing,
  'decision.concluded': reasoned,
  'progress.reported': (t) => ({ percent: 100, reportedOn: t.today, text: t.newHex() }),
  'implementation.completed': nothing,
  'rating.given': (t) => ({ person: t.newId(), score: t.newHex() }),
  'evaluation.closed': nothing,
}

const afterwards: readonly Said[] = [
  'publication.opened',
  'comment.received',
  'comments.answered',
  'posting.evidenced',
  'filing.reported',
  'publication.closed',
  'progress.reported',
  'implementation.completed',
  'publication.opened',
  'posting.evidenced',
  'publication.closed',
  'rating.given',
  'evaluation.closed',
]
const decided: readonly Said[] = ['meeting.convened', 'ballot.opened', 'vote.cast', 'vote.cast', 'ballot.closed']

/** The straight course of each procedure, from its opening to its close. */
export const courses: Readonly<Record<string, readonly Said[]>> = {
  'six-step@1': [
    'proposal.opened',
    'authorisation.filed',
    'intake.accepted',
    'talk.held',
    'advice.noted',
    'consultation.closed',
    'draft.written',
    'draft.approved',
    'drafting.closed',
    'posting.opened',
    'comment.received',
    'comments.answered',
    'posting.evidenced',
    'posting.closed',
    'opinion.given',
    'opinion.given',
    'review.closed',
    'party-discussion.filed',
    ...decided,
    ...afterwards,
  ],
  'three-reviews@1': [
    'proposal.opened',
    'authorisation.filed',
    'draft.written',
    'intake.accepted',
    ...decided,
    ...decided,
    ...decided,
    ...decided,
    ...afterwards,
  ],
  'collective-decision@1': [
    'proposal.opened',
    'authorisation.filed',
    'draft.written',
    'intake.accepted',
    'posting.opened',
    'comment.received',
    'comments.answered',
    'posting.evidenced',
    'posting.closed',
    'party-discussion.filed',
    ...decided,
    ...afterwards,
  ],
}

/** A case told along its straight course, up to the n-th entry or to its close. */
export const toldUntil = (procedure: ExpandedProcedure, n = Number.POSITIVE_INFINITY): Telling => {
  const t = new Telling(procedure)
  for (const kind of (courses[procedure.procedure] ?? []).slice(0, n)) t.say(kind)
  return t
}
