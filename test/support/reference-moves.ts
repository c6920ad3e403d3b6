import fc from 'fast-check'
import type { Actor } from '../../src/services/act.ts'
import { signInToMeeting } from '../../src/services/attendance.ts'
import { closeBallot, openBallot } from '../../src/services/ballots.ts'
import { perform } from '../../src/services/commands/command.ts'
import { writeDraft } from '../../src/services/commands/drafting.ts'
import { sealedKinds } from '../../src/services/commands/events.ts'
import { openPublication } from '../../src/services/commands/posting.ts'
import { callMeeting, endMeeting } from '../../src/services/meetings.ts'
import type { Result } from '../../workflows/result.ts'
import { addDays, dayOf } from '../../workflows/rules/days.ts'
import type { Village } from './engine.ts'
import {
  askedAgain,
  type Ballot,
  bodies,
  bodyAt,
  carried,
  goOn,
  goTo,
  publicationDays,
  quorate,
  type Reference,
  ratingDays,
} from './reference.ts'

/** The case that a play is about, and the village it is in. */
export type Played = { readonly village: Village; readonly proposal: string; readonly begins: Date }

type Answer = Result<unknown, { readonly code: string }>

/**
 * One move of a play: what the reference says will come of it, a code or `ok`, the real thing, and what then holds in the
 * reference. `holds` runs only when it succeeded.
 */
export type Move = {
  readonly name: string
  readonly expect: (r: Reference) => string
  readonly real: (played: Played, r: Reference) => Promise<Answer>
  readonly holds: (r: Reference, value: never) => void
}

const move = <V>(m: {
  readonly name: string
  readonly expect: (r: Reference) => string
  readonly real: (played: Played, r: Reference) => Promise<Result<V, { readonly code: string }>>
  readonly holds: (r: Reference, value: V) => void
}): Move => m

const instantOf = ({ begins }: Played, day: number): Date => new Date(begins.getTime() + day * 86_400_000)
const dayName = (played: Played, day: number): string => addDays(dayOf(played.begins), day)

/** What a running case says of a move that belongs to some steps only. */
const inSteps = (r: Reference, steps: readonly string[], open: () => boolean): string => {
  if (r.end !== undefined) return 'case_ended'
  if (!steps.includes(r.step)) return 'not_in_this_step'
  return open() ? 'ok' : 'gate_closed'
}

/** An event of the proposal by the clerk, or by another. */
const event = (
  type: string,
  input: (played: Played, r: Reference) => object,
  by: (village: Village) => Actor = ({ clerk }) => clerk,
) => {
  return (played: Played, r: Reference): Promise<Answer> => {
    const command = sealedKinds.find(({ kind }) => kind === type)
    if (!command) throw new Error(`no event ${type}`)
    const { village, proposal } = played
    return perform(village.engine, by(village), proposal, command, command.input.parse(input(played, r)))
  }
}

const draft = (change: 'first' | 'substance'): Move =>
  move<unknown>({
    name: `draft(${change})`,
    expect: (r) => {
      const review = bodyAt(r) >= 0 && bodyAt(r) < 3
      const steps = ['open', 'revising', ...(review ? ['called', 'undecided'] : [])]
      const admitted = inSteps(r, steps, () => true)
      if (admitted !== 'ok') return admitted
      return (change === 'first') === (r.drafts === 0) ? 'ok' : 'does_not_fit'
    },
    real: ({ village, proposal }) =>
      perform(village.engine, village.clerk, proposal, writeDraft, { text: '方案', change, follows: [], leaves: [] }),
    holds: (r) => {
      r.drafts += 1
      r.entries += 1
    },
  })

const matter = 'village-public-works'

const authorise = move<unknown>({
  name: 'authorise',
  expect: (r) => (r.end === undefined ? 'ok' : 'case_ended'),
  real: event('authorisation.filed', (played, r) => {
    const today = dayName(played, r.day)
    return {
      matter,
      by: 'village-assembly',
      to: 'village-representatives',
      decidedOn: today,
      postedOn: today,
      filedOn: today,
      until: '2026-12-31',
      text: '授权',
    }
  }),
  holds: (r) => {
    r.authorised = true
    r.entries += 1
  },
})

const accept = move<unknown>({
  name: 'accept',
  expect: (r) => inSteps(r, ['open'], () => r.authorised && r.drafts > 0),
  real: event('intake.accepted', () => ({ matter })),
  holds: (r) => {
    goOn(r)
    r.entries += 1
  },
})

const call = (k: number, days: number, convener: string): Move =>
  move<{ readonly meeting: string }>({
    name: `call(${bodies[k]?.body}, ${days}, ${convener})`,
    expect: (r) => {
      if (r.drafts === 0) return 'not_found'
      const body = bodies[k]
      const fits = k === bodyAt(r) && convener === body?.convener && days >= body.daysBefore
      const code = inSteps(r, ['calling', 'undecided'], () => fits)
      // What does not fit an agenda at all is named as such; a closed gate of the only item is shown as it is.
      return code === 'ok' || code === 'gate_closed' ? code : 'agenda_item_unfit'
    },
    real: (played, r) =>
      callMeeting(played.village.engine, played.village.clerk, {
        body: bodies[k]?.body as 'party-committee',
        at: instantOf(played, r.day + days),
        convenedBy: convener as 'party-committee',
        presider: r.rolls[k]?.[0]?.person ?? '',
        place: '会议室',
        written: true,
        posted: true,
        agenda: [played.proposal],
      }),
    holds: (r, { meeting: id }) => {
      r.meeting = {
        id,
        body: k,
        roll: r.rolls[k] ?? [],
        day: r.day + days,
        draft: r.drafts,
        present: new Set(),
        live: true,
        ended: false,
      }
      r.step = 'called'
      r.entries += 1
    },
  })

const signIn = (from: number, to: number): Move => {
  const coming = (r: Reference) => (r.meeting?.roll ?? []).slice(from, to).map(({ person }) => person)
  return move<unknown>({
    name: `signIn(${from}–${to})`,
    expect: ({ meeting, day, ...r }) => {
      if (!meeting) return 'not_found'
      if (coming({ meeting, day, ...r }).length === 0) return 'not_on_roll'
      if (meeting.ended) return 'meeting_ended'
      return meeting.day === day ? 'ok' : 'meeting_not_today'
    },
    real: ({ village }, r) =>
      signInToMeeting(village.engine, village.clerk, r.meeting?.id ?? nobody, {
        people: r.meeting ? coming(r) : [nobody],
      }),
    holds: (r) => {
      for (const person of coming(r)) r.meeting?.present.add(person)
    },
  })
}

const nobody = '00000000-0000-4000-8000-000000000000'

const open = (motion: Ballot['motion'], again: boolean): Move =>
  move<{ readonly ballot: string }>({
    name: `open(${motion}${again ? ', again' : ''})`,
    expect: (r) => {
      const { meeting } = r
      if (!meeting) return 'not_found'
      if (meeting.ended) return 'meeting_ended'
      return inSteps(r, ['called', 'undecided'], () => {
        if (!meeting.live || r.day < meeting.day) return false
        if (motion === 'agree-amended' && (meeting.body === 3 || r.drafts <= meeting.draft)) return false
        if (motion === 'agree' && r.drafts !== meeting.draft) return false
        if (r.failed.has(`${r.stage}/${motion}/${r.drafts}`) && !again) return false
        return quorate(meeting.body, meeting.roll, meeting.present)
      })
    },
    real: ({ village, proposal }, r) =>
      openBallot(village.engine, village.clerk, r.meeting?.id ?? nobody, {
        proposal,
        motion,
        ...(again ? { again: '再次表决的理由' } : {}),
      }),
    holds: (r, { ballot: id }) => {
      if (!r.meeting) return
      const present = new Set(r.meeting.present)
      r.ballot = { id, meeting: r.meeting, motion, draft: r.drafts, present, votes: new Map(), closed: false }
      r.step = 'voting'
      r.entries += 1
      if (r.stage === 'decision') r.decisionOpened = true
    },
  })

const vote = (n: number, choice: 'yes' | 'no' | 'abstain'): Move => {
  const voter = ({ ballot, rolls }: Reference) => (ballot?.meeting.roll ?? rolls[3] ?? [])[n]?.person ?? ''
  return move<unknown>({
    name: `vote(${n}, ${choice})`,
    expect: (r) => {
      const { ballot } = r
      if (voter(r) === '') return 'nobody'
      if (!ballot) return 'not_found'
      if (ballot.closed) return 'ballot_closed'
      if (!ballot.present.has(voter(r))) return 'not_present_at_roll_call'
      return ballot.votes.has(voter(r)) ? 'voted_already' : 'ok'
    },
    real: async ({ village }, r) =>
      voter(r) === ''
        ? { ok: false, refusal: { code: 'nobody' } }
        : village.votes.cast(village.actorOf(voter(r)), { ballot: r.ballot?.id ?? nobody, choice }),
    holds: (r) => {
      r.ballot?.votes.set(voter(r), choice)
      r.entries += 1
    },
  })
}

/** Everybody in the hall who has not voted does so at once: the first so many with yes. */
const voteAll = (yes: number, others: 'no' | 'abstain'): Move => {
  const waiting = ({ ballot }: Reference) =>
    ballot ? [...ballot.present].filter((person) => !ballot.votes.has(person)) : []
  const choiceAt = (n: number) => (n < yes ? 'yes' : others)
  return move<unknown>({
    name: `voteAll(${yes} yes, then ${others})`,
    expect: (r) => (r.ballot && !r.ballot.closed ? 'ok' : 'no open ballot'),
    real: async ({ village }, r) => {
      const { ballot } = r
      if (!ballot || ballot.closed) return { ok: false, refusal: { code: 'no open ballot' } }
      const answers = await Promise.all(
        waiting(r).map((person, n) =>
          village.votes.cast(village.actorOf(person), { ballot: ballot.id, choice: choiceAt(n) }),
        ),
      )
      return answers.find((answer) => !answer.ok) ?? { ok: true, value: undefined }
    },
    holds: (r) => {
      for (const [n, person] of waiting(r).entries()) {
        r.ballot?.votes.set(person, choiceAt(n))
        r.entries += 1
      }
    },
  })
}

const close = move<{ readonly carried: boolean }>({
  name: 'close',
  expect: (r) => (r.ballot ? 'ok' : 'not_found'),
  real: ({ village }, r) => closeBallot(village.engine, village.clerk, r.ballot?.id ?? nobody),
  holds: (r, answer) => {
    const { ballot } = r
    if (!ballot) return
    const passed = carried(ballot)
    if (answer.carried !== passed) throw new Error(`the engine says carried ${answer.carried}, the reference ${passed}`)
    if (ballot.closed) return
    ballot.closed = true
    r.entries += 1
    if (!passed) {
      r.failed.add(`${r.stage}/${ballot.motion}/${ballot.draft}`)
      r.step = 'undecided'
      return
    }
    switch (ballot.motion) {
      case 'agree':
        return goOn(r)
      case 'agree-amended': {
        const again = askedAgain(r)
        return again === undefined ? goOn(r) : goTo(r, again)
      }
      case 'return':
        r.draftAtReturn = r.drafts
        r.step = 'revising'
        return
      case 'refuse':
        r.end = 'rejected'
    }
  },
})

const end = (outcome: 'held' | 'no-quorum' | 'postponed'): Move =>
  move<unknown>({
    name: `end(${outcome})`,
    expect: (r) => {
      const { meeting, ballot } = r
      if (!meeting) return 'not_found'
      if (meeting.ended) return 'meeting_ended'
      if (ballot && !ballot.closed && ballot.meeting === meeting) return 'ballots_still_open'
      const waits = meeting.live && r.step === 'called' && r.end === undefined
      if (outcome !== 'no-quorum' || !waits) return 'ok'
      return r.day >= meeting.day && !quorate(meeting.body, meeting.roll, meeting.present) ? 'ok' : 'gate_closed'
    },
    real: ({ village }, r) => endMeeting(village.engine, village.clerk, r.meeting?.id ?? nobody, { outcome }),
    holds: (r) => {
      const { meeting } = r
      if (!meeting) return
      const waits = meeting.live && r.step === 'called' && r.end === undefined
      meeting.ended = true
      if (!waits) return
      meeting.live = false
      r.entries += 1
      r.step = 'calling'
      if (outcome !== 'no-quorum') return
      r.missed += 1
      if (r.missed >= r.calls) r.end = 'abandoned-without-quorum'
    },
  })

const reason = () => ({ reason: '理由' })

const sendBack = move<unknown>({
  name: 'sendBack',
  expect: (r) => inSteps(r, ['undecided'], () => true),
  real: event('decision.sent-back', reason),
  holds: (r) => {
    r.draftAtReturn = r.drafts
    r.step = 'revising'
    r.entries += 1
  },
})

const conclude = move<unknown>({
  name: 'conclude',
  expect: (r) => inSteps(r, ['undecided'], () => true),
  real: event('decision.concluded', reason),
  holds: (r) => {
    r.end = 'rejected'
    r.entries += 1
  },
})

const resume = move<unknown>({
  name: 'resume',
  expect: (r) => inSteps(r, ['revising'], () => r.drafts > r.draftAtReturn),
  real: event('decision.resumed', () => ({})),
  holds: (r) => {
    goTo(r, askedAgain(r) ?? r.stage)
    r.entries += 1
  },
})

const withdraw = move<unknown>({
  name: 'withdraw',
  expect: (r) => (r.end !== undefined ? 'case_ended' : r.decisionOpened || r.step === 'voting' ? 'gate_closed' : 'ok'),
  real: event('proposal.withdrawn', reason),
  holds: (r) => {
    r.end = 'withdrawn'
    r.entries += 1
  },
})

const publish = move<unknown>({
  name: 'publish',
  expect: (r) => inSteps(r, ['waiting'], () => true),
  real: ({ village, proposal }) =>
    perform(village.engine, village.clerk, proposal, openPublication, { places: '公开栏' }),
  holds: (r, done) => {
    const { data } = done as { readonly data: { readonly from: string; readonly lastDay: string } }
    r.lastDay = r.day + (Date.parse(data.lastDay) - Date.parse(data.from)) / 86_400_000
    if (r.lastDay < r.day + publicationDays) throw new Error('the publication hangs too short')
    r.step = 'posted'
    r.entries += 1
  },
})

const evidence = move<unknown>({
  name: 'evidence',
  expect: (r) => inSteps(r, ['posted'], () => true),
  real: async (played, r) => {
    const [row] = await played.village.database.ownerSql.begin(async (tx) => {
      await tx`select set_config('app.community', ${played.village.community}, true)`
      return await tx<
        { id: string }[]
      >`select id from posting where proposal = ${played.proposal} and closed_at is null`
    })
    const input = { posting: row?.id ?? nobody, seenOn: dayName(played, r.day), evidence: '照片' }
    return event('posting.evidenced', () => input)(played, r)
  },
  holds: (r) => {
    r.evidence = true
    r.entries += 1
  },
})

const unpublish = move<unknown>({
  name: 'closePublication',
  expect: (r) => inSteps(r, ['posted'], () => r.day > r.lastDay && r.evidence),
  real: event('publication.closed', () => ({})),
  holds: (r) => {
    goOn(r)
    r.entries += 1
  },
})

const progress = (percent: number): Move =>
  move<unknown>({
    name: `progress(${percent})`,
    expect: (r) => inSteps(r, ['working'], () => true),
    real: event('progress.reported', (played, r) => ({ percent, reportedOn: dayName(played, r.day), text: '进度' })),
    holds: (r) => {
      r.percent = percent
      r.entries += 1
    },
  })

const complete = move<unknown>({
  name: 'complete',
  expect: (r) => inSteps(r, ['working'], () => r.percent >= 100),
  real: event('implementation.completed', () => ({})),
  holds: (r) => {
    goOn(r)
    r.entries += 1
  },
})

const rate = (n: number): Move => {
  const rater = ({ rolls }: Reference) => rolls[3]?.[n]?.person ?? ''
  return move<unknown>({
    name: `rate(${n})`,
    expect: (r) => {
      const admitted = inSteps(r, ['rating'], () => true)
      return admitted === 'ok' && r.raters.has(rater(r)) ? 'does_not_fit' : admitted
    },
    real: (played, r) =>
      event(
        'rating.given',
        () => ({ score: 4 }),
        (village) => village.actorOf(rater(r)),
      )(played, r),
    holds: (r) => {
      r.raters.add(rater(r))
      r.entries += 1
    },
  })
}

const closeEvaluation = move<unknown>({
  name: 'closeEvaluation',
  expect: (r) => inSteps(r, ['rating'], () => r.day - r.enteredDay >= ratingDays),
  real: event('evaluation.closed', () => ({})),
  holds: (r) => {
    goOn(r)
    r.entries += 1
  },
})

const pass = (days: number): Move =>
  move<unknown>({
    name: `pass(${days} days)`,
    expect: () => 'ok',
    real: async (played, r) => {
      played.village.setClock(instantOf(played, r.day + days))
      return { ok: true, value: undefined }
    },
    holds: (r) => {
      r.day += days
    },
  })

/** What somebody who knows the procedure would do next. */
const onward = (r: Reference): Move => {
  const { meeting, ballot } = r
  switch (r.step) {
    case 'open':
      return r.drafts === 0 ? draft('first') : r.authorised ? accept : authorise
    case 'calling': {
      const k = bodyAt(r)
      return call(k, bodies[k]?.daysBefore ?? 0, bodies[k]?.convener ?? '')
    }
    case 'called':
      if (!meeting) return pass(1)
      if (r.day < meeting.day) return pass(meeting.day - r.day)
      if (r.day > meeting.day) return end('postponed')
      if (!quorate(meeting.body, meeting.roll, meeting.present)) return signIn(0, meeting.roll.length)
      return open(r.drafts === meeting.draft ? 'agree' : 'agree-amended', true)
    case 'voting':
      return ballot && ballot.votes.size < ballot.present.size ? voteAll(40, 'no') : close
    case 'undecided':
      return sendBack
    case 'revising':
      return r.drafts > r.draftAtReturn ? resume : draft('substance')
    case 'waiting':
      return publish
    case 'posted':
      return r.evidence ? (r.day > r.lastDay ? unpublish : pass(r.lastDay - r.day + 1)) : evidence
    case 'working':
      return r.percent >= 100 ? complete : progress(100)
    case 'rating':
      return r.day - r.enteredDay >= ratingDays ? closeEvaluation : pass(ratingDays)
  }
}

/** A move chosen beforehand, or the sensible one, chosen when its turn comes. */
export type Choice = Move | 'onward'

export const moveOf = (choice: Choice, r: Reference): Move => (choice === 'onward' ? onward(r) : choice)

const motion = fc.constantFrom('agree', 'agree-amended', 'return', 'refuse')
const convener = fc.constantFrom('party-committee', 'village-committee', 'residents-committee')

/** Any move at any time; the sensible one more often, so that plays get far. */
const anyMove: fc.Arbitrary<Choice> = fc.oneof(
  { weight: 45, arbitrary: fc.constant('onward' as const) },
  { weight: 2, arbitrary: fc.constantFrom('first', 'substance').map((change) => draft(change as 'first')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(authorise, accept, resume, publish, evidence, unpublish, complete, closeEvaluation),
  },
  { weight: 2, arbitrary: fc.tuple(fc.nat(3), fc.nat(6), convener).map(([k, days, who]) => call(k, days, who)) },
  { weight: 3, arbitrary: fc.tuple(fc.nat(36), fc.nat(36)).map(([a, b]) => signIn(Math.min(a, b), Math.max(a, b))) },
  { weight: 3, arbitrary: fc.tuple(motion, fc.boolean()).map(([m, again]) => open(m as 'agree', again)) },
  {
    weight: 9,
    arbitrary: fc.tuple(fc.nat(12), fc.constantFrom('yes', 'no', 'abstain')).map(([n, c]) => vote(n, c as 'yes')),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat(36), fc.constantFrom('no', 'abstain')).map(([n, c]) => voteAll(n, c as 'no')),
  },
  { weight: 2, arbitrary: fc.constant(close) },
  { weight: 2, arbitrary: fc.constantFrom('held', 'no-quorum', 'postponed').map((outcome) => end(outcome as 'held')) },
  { weight: 1, arbitrary: fc.constantFrom(sendBack, conclude) },
  { weight: 1, arbitrary: fc.nat(100).map(progress) },
  { weight: 1, arbitrary: fc.nat(35).map(rate) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }).map(pass) },
)

/** Rare, since nothing comes after it. */
export const rareMove: fc.Arbitrary<Choice> = fc.oneof(
  { weight: 60, arbitrary: anyMove },
  { weight: 1, arbitrary: fc.constant(withdraw) },
)
