import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { nextMoves, stageOf } from '../workflows/case.ts'
import { catalogue, isMove } from '../workflows/format/catalogue.ts'
import type { Entry } from '../workflows/format/entry.ts'
import { dayOfEntry } from '../workflows/format/entry.ts'
import { waysFrom } from '../workflows/machine.ts'
import { addDays } from '../workflows/rules/days.ts'
import type { ExpandedProcedure } from '../workflows/stages/stage.ts'
import { sixStepWith, threeReviewsWith } from './support/adopted.ts'
import { came, hex, id, proposalKinds, type Said, Telling, voted } from './support/telling.ts'

const random = suite('cases told at random')

type Change = Readonly<Record<string, unknown>>

/** What somebody who wants the case to go on would say next. */
const helpful = (t: Telling): readonly [Said, Change?] => {
  const { facts } = t
  const draft = facts.draft?.n ?? 0
  const comments = [...facts.comments]
  const unanswered = comments.flatMap(([comment, { answered }]) => (answered ? [] : [comment]))
  const undecided = comments.find(([, { objection, upheld }]) => objection && upheld === undefined)
  const hanging = (close: 'posting.closed' | 'publication.closed'): readonly [Said, Change?] => {
    if (undecided) return ['objection.decided', { comment: undecided[0], upheld: false }]
    if (unanswered.length > 0) return ['comments.answered', { comments: unanswered }]
    if (close === 'posting.closed' && comments.some(([, { upheld }]) => upheld)) return ['posting.sent-back']
    return facts.posting?.evidence ? [close] : ['posting.evidenced']
  }
  const stage = stageOf(t.case)
  const step = t.place.split('.')[1]
  switch (stage.kind) {
    case 'intake':
      if (facts.authorisations.length === 0) return ['authorisation.filed']
      return stage.needsDraft && draft === 0 ? ['draft.written'] : ['intake.accepted']
    case 'consultation':
      if (facts.talks.length === 0) return ['talk.held']
      return facts.advice.size === 0 ? ['advice.noted'] : ['consultation.closed']
    case 'drafting':
      if (draft <= facts.draftAtEntry || [...facts.advice.values()].includes(false)) return ['draft.written']
      return facts.draft?.approvedBy === stage.approvedBy ? ['drafting.closed'] : ['draft.approved']
    case 'posting':
      return step === 'waiting' ? ['posting.opened'] : hanging('posting.closed')
    case 'review': {
      const asked = stage.disciplines.find((discipline) => facts.opinions.get(discipline)?.draft !== draft)
      const changes = facts.postedDraft === draft ? 'pass' : 'changes'
      if (asked) return ['opinion.given', { discipline: asked, answer: changes }]
      return facts.postedDraft === draft ? ['review.closed'] : ['review.sent-back']
    }
    case 'election':
      return ['meeting.convened']
    case 'decision':
      if (step === 'calling') return facts.partyDiscussion ? ['meeting.convened'] : ['party-discussion.filed']
      if (step === 'called') {
        const motion = draft > (facts.meeting?.draft ?? 0) ? 'agree-amended' : 'agree'
        return ['ballot.opened', { motion, again: hex(1) }]
      }
      if (step === 'voting') return ['ballot.closed']
      if (step === 'undecided') return ['decision.sent-back']
      return draft > facts.draftAtReturn ? ['decision.resumed'] : ['draft.written']
    case 'publication':
      if (step === 'waiting') return ['publication.opened']
      return facts.filings.length === 0 ? ['filing.reported'] : hanging('publication.closed')
    case 'implementation':
      return facts.progress === 100 ? ['implementation.completed'] : ['progress.reported']
    case 'evaluation':
      return ['evaluation.closed']
  }
}

/** Something a kind might say amiss, or otherwise than usual. */
const changes: readonly Change[] = [
  {},
  {},
  { motion: 'return' },
  { motion: 'refuse' },
  { motion: 'agree-amended' },
  { ...came(26) },
  { ...came(27) },
  { ...came(20) },
  { ...came(0) },
  { ...voted(came(32), 21) },
  { ...voted(came(32), 22) },
  { ...voted(came(32), 16) },
  { ...voted(came(27), 27) },
  { groups: {} },
  { draft: 99 },
  { n: 99 },
  { n: 1 },
  { roll: hex(1) },
  { body: 'experts' },
  { convenedBy: 'experts' },
  { written: false },
  { posted: false },
  { emergency: hex(1) },
  { days: 1 },
  { from: '2020-01-01', lastDay: '2020-01-02' },
  { calendar: {} },
  { lastDay: '2026-03-03' },
  { objection: true },
  { upheld: false },
  { answer: 'changes' },
  { answer: 'unlawful' },
  { answer: 'adopted' },
  { percent: 40 },
  { matter: 'residents-election' },
  { matter: 'nothing-known' },
  { agreed: false },
  { until: '2026-03-20' },
  { ballot: id(9) },
  { posting: id(9) },
  { comments: [id(9)] },
  { meeting: id(9) },
  { follows: [id(9)] },
  { leaves: [id(9)] },
]

const ending: readonly Said[] = ['proposal.withdrawn', 'intake.refused', 'decision.concluded', 'review.found-unlawful']

const turn = fc.record({
  /** 0–5 helps on, 6–8 says something that the step takes, 9 says anything. */
  mind: fc.nat({ max: 9 }),
  pick: fc.nat({ max: 9999 }),
  days: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 12 }) }),
  change: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: fc.constantFrom(...changes) }),
  early: fc.boolean(),
})
type Turn = typeof turn extends fc.Arbitrary<infer T> ? T : never

const admitted = (t: Telling): readonly Said[] => {
  const open = new Set(waysFrom(t.case.snapshot).map(({ way }) => way.on))
  return proposalKinds.filter((kind) => {
    const { tag } = catalogue[kind]
    return isMove(kind) ? open.has(kind) : tag !== undefined && tag !== 'always' && t.case.snapshot.hasTag(tag)
  })
}

const sayOne = (t: Telling, { mind, pick, days, change, early }: Turn): void => {
  t.today = addDays(t.today, days)
  const list = mind === 9 ? proposalKinds : admitted(t)
  const drawn = list[pick % list.length] ?? 'proposal.opened'
  const [kind, usualChange] = mind < 6 ? helpful(t) : [ending.includes(drawn) && pick % 5 > 0 ? helpful(t)[0] : drawn]
  if (mind < 6 || !early) t.today = t.dueDay(kind)
  const fitting =
    mind < 6
      ? usualChange
      : Object.fromEntries(
          Object.entries(change).filter(
            ([key]) => key in t.usual(kind) || (key === 'emergency' && kind === 'meeting.convened'),
          ),
        )
  const before = t.whole
  const refusal = t.try(kind, fitting)
  if (refusal) assert.equal(t.whole, before, `${kind} was refused and changed something`)
  for (const { grounds, open } of nextMoves(t.case, t.at, t.today))
    assert.is(
      open,
      grounds.every(({ met }) => met),
    )
}

const is =
  <K extends Said>(kind: K) =>
  (entry: Entry): entry is Extract<Entry, { kind: K }> =>
    entry.kind === kind

/** Reads an adopted case through without any of the gates, and says what was left out. */
const omissions = (t: Telling): readonly string[] => {
  const { entries, facts } = t
  const faults: string[] = []
  const must = (holds: boolean | undefined, what: string): void => {
    if (!holds) faults.push(what)
  }
  const closing = entries.find((e) => is('ballot.closed')(e) && e.data.ballot === facts.adopted?.ballot)
  const opening = entries.find((e) => is('ballot.opened')(e) && e.data.ballot === facts.adopted?.ballot)
  if (!closing || !is('ballot.closed')(closing) || !opening || !is('ballot.opened')(opening))
    return ['no adopting ballot']
  const { people, groups } = closing.data
  const city = t.case.procedure.place.sort === 'city'
  const accepted = entries.find(is('intake.accepted'))
  const on = dayOfEntry(opening)
  must(
    ['residents-covenant', 'village-public-works'].includes(accepted?.data.matter ?? ''),
    'accepted for a matter that may be decided',
  )
  must(
    entries
      .filter(is('authorisation.filed'))
      .some(({ data, seq }) => seq < opening.seq && data.matter === accepted?.data.matter && data.until >= on),
    'authorised on the day',
  )
  must(opening.data.people.present * 3 >= opening.data.people.entitled * 2, 'two thirds came')
  must(
    people.entitled === opening.data.people.entitled && people.present === opening.data.people.present,
    'counted of those who came',
  )
  must(people.yes * 2 > people.present, 'more than half agreed, by law')
  must(opening.data.draft === facts.adopted?.draft, 'the draft that was put')
  if (city) {
    must(people.yes * 3 >= people.present * 2, 'two thirds agreed')
    const posted = entries.filter(is('posting.opened')).findLast(({ data }) => data.draft === facts.adopted?.draft)
    must(posted !== undefined, 'the adopted draft hung')
    must(
      entries.some(
        (e) =>
          is('posting.closed')(e) &&
          e.seq > (posted?.seq ?? 0) &&
          e.seq < opening.seq &&
          dayOfEntry(e) > (posted?.data.lastDay ?? ''),
      ),
      'it hung its days',
    )
    must(
      posted !== undefined && entries.some((e) => is('posting.evidenced')(e) && e.data.posting === posted.data.posting),
      'it was seen to hang',
    )
    for (const discipline of ['law', 'social-management'])
      must(
        entries
          .filter(is('opinion.given'))
          .findLast(({ data }) => data.discipline === discipline && data.draft === facts.adopted?.draft)?.data
          .answer === 'pass',
        `${discipline} passed it`,
      )
    // An expert's change of substance is posted anew, not approved anew.
    must(
      entries.some((e) => is('draft.approved')(e) && e.data.by === 'residents-council' && e.seq < opening.seq),
      'the council approved a draft',
    )
    must(
      new Set(entries.filter(is('talk.held')).flatMap(({ data }) => data.heard)).size === 3,
      'the invited were heard',
    )
  } else {
    const half = groups.representatives
    must(half !== undefined && half.yes * 2 >= half.entitled, 'half of all representatives agreed')
    const women = opening.data.groups['women-representatives']
    must(women !== undefined && women.present * 3 >= women.entitled * 2, 'two thirds of the women representatives came')
    for (const stage of ['branch', 'committees', 'party-members'])
      must(
        [...facts.ballots.values()].some((b) => b.stage === stage && b.carried && b.motion.startsWith('agree')),
        `${stage} agreed`,
      )
  }
  return faults
}

const all: readonly (readonly [string, ExpandedProcedure])[] = [
  ['六步议事', sixStepWith({ postingDays: 2, postingCounted: 'calendar' })],
  ['三审一公决, all approvals survive', threeReviewsWith({ calls: 2 })],
  ['三审一公决, none survives', threeReviewsWith({ calls: 9, amendment: 'restart' })],
]
for (const [name, procedure] of all)
  random(`${name}: nothing throws, nothing refused leaves a trace, nothing is adopted round a gate`, () => {
    const reached = { adopted: 0, closed: 0, otherwise: 0 }
    fc.assert(
      fc.property(fc.array(turn, { minLength: 20, maxLength: 140, size: 'max' }), (turns) => {
        const t = new Telling(procedure).say('proposal.opened')
        for (const one of turns) {
          if (!t.place.includes('.')) break
          sayOne(t, one)
        }
        const left = t.facts.adopted ? omissions(t) : []
        assert.equal(left, [], left.join(' · '))
        if (t.place === 'closed') assert.ok(t.facts.adopted, 'closed without a decision')
        if (t.facts.adopted) reached.adopted += 1
        if (t.place === 'closed') reached.closed += 1
        else if (!t.place.includes('.')) reached.otherwise += 1
      }),
      { numRuns: process.env.LONG === '1' ? 5000 : 150, includeErrorInReport: true },
    )
    for (const [how, cases] of Object.entries(reached)) assert.ok(cases > 0, `no case at random was ${how}`)
  })

random.run()
