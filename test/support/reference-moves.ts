import fc from 'fast-check'
import { signInToMeeting } from '../../src/services/attendance.ts'
import { attest, confirmAttestation } from '../../src/services/attestations.ts'
import { closeBallot, openBallot } from '../../src/services/ballots.ts'
import { perform } from '../../src/services/commands/command.ts'
import { comment } from '../../src/services/commands/comment.ts'
import { writeDraft } from '../../src/services/commands/drafting.ts'
import { answerComments, openPublication } from '../../src/services/commands/posting.ts'
import { withdrawOwn } from '../../src/services/commands/withdrawal.ts'
import { callMeeting, endMeeting } from '../../src/services/meetings.ts'
import { adjournMeeting } from '../../src/services/sittings.ts'
import {
  askedAgain,
  type Ballot,
  bodies,
  bodyAt,
  type Comment,
  carried,
  expiryDays,
  goOn,
  goTo,
  order,
  publicationDays,
  quorate,
  type Reference,
  ratingDays,
} from './reference.ts'
import { amend, discontinue, lateProgress, leaveSeat, mayAmend, merge, opine, revoke } from './reference-aftermath.ts'
import {
  dayName,
  event,
  inSteps,
  instantOf,
  type Move,
  move,
  moved,
  nobody,
  type Played,
  reason,
} from './reference-move.ts'

/** This motion on this draft failed in this stage, and no correction has had it put again. */
const failed = (r: Reference, motion: Ballot['motion']): boolean =>
  r.ballots.some(
    (b) => b.stage === r.stage && b.motion === motion && b.draft === r.drafts && b.passed === false && !b.reopened,
  )

/** What is carried out rests on a resolution in force and on no open order. */
const inForce = (r: Reference): boolean => r.resolution === 'in-force' && r.orders.length === 0

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
    moved(r)
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
        presider: k === 3 ? r.presider : (r.rolls[k]?.[0]?.person ?? ''),
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
      moved(r)
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
        if (failed(r, motion) && !again) return false
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
      const { meeting, drafts, stage } = r
      if (r.turned === stage) delete r.turned
      r.ballot = { id, meeting, motion, draft: drafts, present, votes: new Map(), stage, closed: false }
      r.step = 'voting'
      moved(r)
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
    ballot.passed = passed
    r.ballots.push(ballot)
    moved(r)
    if (!passed) {
      r.step = 'undecided'
      return
    }
    if (r.stage === 'decision' && ballot.motion === 'agree') {
      r.adopted = ballot
      r.resolution = 'in-force'
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
      if (outcome !== 'postponed' && r.day < meeting.day) return 'meeting_not_begun'
      const waits = meeting.live && r.step === 'called' && r.end === undefined
      if (outcome !== 'no-quorum' || !waits) return 'ok'
      return quorate(meeting.body, meeting.roll, meeting.present) ? 'gate_closed' : 'ok'
    },
    real: ({ village }, r) => endMeeting(village.engine, village.clerk, r.meeting?.id ?? nobody, { outcome }),
    holds: (r) => {
      const { meeting } = r
      if (!meeting) return
      const waits = meeting.live && r.step === 'called' && r.end === undefined
      meeting.ended = true
      if (!waits) return
      meeting.live = false
      moved(r)
      r.step = 'calling'
      if (outcome !== 'no-quorum') return
      r.missed += 1
      if (r.missed >= r.calls) r.end = 'abandoned-without-quorum'
    },
  })

const sendBack = move<unknown>({
  name: 'sendBack',
  expect: (r) => inSteps(r, ['undecided'], () => true),
  real: event('decision.sent-back', reason),
  holds: (r) => {
    r.draftAtReturn = r.drafts
    r.step = 'revising'
    moved(r)
  },
})

const conclude = move<unknown>({
  name: 'conclude',
  expect: (r) => inSteps(r, ['undecided'], () => true),
  real: event('decision.concluded', reason),
  holds: (r) => {
    r.end = 'rejected'
    moved(r)
  },
})

const resume = move<unknown>({
  name: 'resume',
  expect: (r) => inSteps(r, ['revising'], () => r.drafts > r.draftAtReturn),
  real: event('decision.resumed', () => ({})),
  holds: (r) => {
    goTo(r, askedAgain(r) ?? r.stage)
    moved(r)
  },
})

const withdraw = move<unknown>({
  name: 'withdraw',
  expect: (r) => (r.end !== undefined ? 'case_ended' : r.decisionOpened || r.step === 'voting' ? 'gate_closed' : 'ok'),
  real: event('proposal.withdrawn', reason),
  holds: (r) => {
    r.end = 'withdrawn'
    moved(r)
  },
})

const publish = move<unknown>({
  name: 'publish',
  expect: (r) => inSteps(r, ['waiting'], () => inForce(r)),
  real: ({ village, proposal }) =>
    perform(village.engine, village.clerk, proposal, openPublication, { places: '公开栏' }),
  holds: (r, done) => {
    const { data } = done as { readonly data: { readonly from: string; readonly lastDay: string } }
    r.lastDay = r.day + (Date.parse(data.lastDay) - Date.parse(data.from)) / 86_400_000
    if (r.lastDay < r.day + publicationDays) throw new Error('the publication hangs too short')
    r.step = 'posted'
    r.comments = []
    moved(r)
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
  expect: (r) =>
    inSteps(r, ['posted'], () => {
      const unanswered = r.comments.some(({ timely, admitted, answered }) => timely && admitted && !answered)
      return r.day > r.lastDay && r.evidence && !unanswered && inForce(r)
    }),
  real: event('publication.closed', () => ({})),
  holds: (r) => {
    goOn(r)
    moved(r)
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

export const complete = move<unknown>({
  name: 'complete',
  expect: (r) => inSteps(r, ['working'], () => r.percent >= 100 && inForce(r)),
  real: event('implementation.completed', () => ({})),
  holds: (r) => {
    goOn(r)
    moved(r)
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
  expect: (r) => inSteps(r, ['rating'], () => r.day - r.enteredDay >= ratingDays && inForce(r)),
  real: event('evaluation.closed', () => ({})),
  holds: (r) => {
    goOn(r)
    moved(r)
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

/** 休会: the same meeting goes on some days later. */
const adjourn = (days: number): Move =>
  move<unknown>({
    name: `adjourn(${days} days)`,
    expect: ({ meeting, ballot, day }) => {
      if (!meeting) return 'not_found'
      if (meeting.ended) return 'meeting_ended'
      if (days === 0) return 'day_not_ahead'
      if (ballot && !ballot.closed && ballot.meeting === meeting) return 'ballots_still_open'
      return meeting.day === day && meeting.present.size > 0 ? 'ok' : 'meeting_not_begun'
    },
    real: (played, r) =>
      adjournMeeting(played.village.engine, played.village.clerk, r.meeting?.id ?? nobody, {
        until: instantOf(played, r.day + days),
        reason: '时间已晚',
      }),
    holds: (r) => {
      if (!r.meeting) return
      r.meeting.day = r.day + days
      r.meeting.present.clear()
    },
  })

/** 更正: the n-th of those present at the last closed ballot is found to have voted otherwise. */
export const correct = (n: number, choice: 'yes' | 'no' | 'abstain'): Move => {
  const target = (r: Reference) => {
    const ballot = r.ballots.at(-1)
    const person = ballot && [...ballot.present].sort()[n]
    return ballot && person !== undefined ? { ballot, person } : undefined
  }
  return move<unknown>({
    name: `correct(${n}, ${choice})`,
    expect: (r) => {
      const found = target(r)
      if (!found) return 'nobody'
      return found.ballot.votes.get(found.person) === choice ? 'nothing_to_correct' : 'ok'
    },
    real: async ({ village, proposal }, r) => {
      const found = target(r)
      if (!found) return { ok: false, refusal: { code: 'nobody' } }
      const { engine, clerk, supervisor, administrator } = village
      const { ballot, person } = found
      const entered = await attest(engine, clerk, {
        evidence: '原始计票单',
        what: { sort: 'correction', proposal, ballot: ballot.id, votes: [{ person, choice }], reason: '误记' },
      })
      if (!entered.ok) return entered
      await confirmAttestation(engine, administrator, entered.value.attestation)
      return confirmAttestation(engine, supervisor, entered.value.attestation)
    },
    holds: (r) => {
      const found = target(r)
      if (!found) return
      const { ballot, person } = found
      ballot.votes.set(person, choice)
      r.entries += 1
      const passed = carried(ballot)
      if (passed === ballot.passed) return
      ballot.passed = passed
      if (r.resolution === 'revoked') return
      r.turned = ballot.stage
      if (ballot.stage === r.stage) ballot.reopened = true
      if (r.adopted === ballot) r.resolution = 'suspended'
    },
  })
}

/** A stage behind the case has had its verdict turned, and nobody is voting. */
const mayReopen = (r: Reference): boolean =>
  r.turned !== undefined && order.indexOf(r.turned) < order.indexOf(r.stage) && r.step !== 'voting'

const reopen = move<unknown>({
  name: 'reopen',
  expect: (r) => {
    if (r.end !== undefined) return 'case_ended'
    if (r.stage === 'topic' || r.stage === 'branch') return 'not_in_this_step'
    return mayReopen(r) ? 'ok' : 'gate_closed'
  },
  real: event('decision.reopened', () => ({})),
  holds: (r) => {
    goTo(r, r.turned ?? r.stage)
    delete r.adopted
    delete r.resolution
    moved(r)
  },
})

const byTownship = (played: Played, r: Reference) => ({
  by: 'township',
  decidedOn: dayName(played, r.day),
  reason: '理由',
})

const suspend = move<unknown>({
  name: 'suspend',
  expect: (r) => (r.resolution === 'in-force' ? 'ok' : 'does_not_fit'),
  real: event('resolution.suspended', byTownship),
  holds: (r) => {
    r.resolution = 'suspended'
    r.entries += 1
  },
})

const restore = move<unknown>({
  name: 'restore',
  expect: (r) => (r.resolution === 'suspended' && r.turned === undefined ? 'ok' : 'does_not_fit'),
  real: event('resolution.resumed', byTownship),
  holds: (r) => {
    r.resolution = 'in-force'
    r.entries += 1
  },
})

const orderCorrection = move<unknown>({
  name: 'order',
  expect: () => 'ok',
  real: event('correction.ordered', (played, r) => {
    const today = dayName(played, r.day)
    return { by: 'township', orderedOn: today, dueOn: today, text: '责令改正' }
  }),
  holds: (r, done) => {
    r.orders.push((done as { readonly data: { readonly order: string } }).data.order)
    r.entries += 1
  },
})

const obey = move<unknown>({
  name: 'obey',
  expect: (r) => (r.orders.length > 0 ? 'ok' : 'does_not_fit'),
  real: event('correction.reported', (played, r) => ({
    order: r.orders[0] ?? nobody,
    doneOn: dayName(played, r.day),
    text: '已改正',
  })),
  holds: (r) => {
    r.orders.shift()
    r.entries += 1
  },
})

const refer = move<unknown>({
  name: 'refer',
  expect: (r) => {
    const admitted = inSteps(r, ['calling', 'called', 'undecided'], () => true)
    return admitted === 'ok' && r.stage !== 'decision' ? 'not_in_this_step' : admitted
  },
  real: event('decision.referred', () => ({ to: 'village-assembly', reason: '理由' })),
  holds: (r) => {
    r.end = 'referred'
    moved(r)
  },
})

const expire = move<unknown>({
  name: 'expire',
  expect: (r) => {
    if (r.end !== undefined) return 'case_ended'
    if (r.decisionOpened || r.step === 'voting') return 'gate_closed'
    return r.day - r.movedDay >= expiryDays ? 'ok' : 'gate_closed'
  },
  real: event('proposal.expired', () => ({})),
  holds: (r) => {
    r.end = 'expired'
    moved(r)
  },
})

/** The posting that hangs, read past the services. */
const hanging = async ({ village, proposal }: Played): Promise<string> => {
  const [row] = await village.database.ownerSql.begin(async (tx) => {
    await tx`select set_config('app.community', ${village.community}, true)`
    return await tx<{ id: string }[]>`select id from posting where proposal = ${proposal} and closed_at is null`
  })
  return row?.id ?? nobody
}

export const remark = move<unknown>({
  name: 'comment',
  expect: (r) => inSteps(r, ['posted'], () => true),
  real: async (played) => {
    const [{ person: author } = { person: nobody }] = await played.village.membersOf('village-representatives')
    const input = { posting: await hanging(played), text: '意见', channel: 'paper', objection: false, author } as const
    return perform(played.village.engine, played.village.clerk, played.proposal, comment, input)
  },
  holds: (r, done) => {
    const { comment: id, author } = (done as { readonly data: { readonly comment: string; readonly author: string } })
      .data
    r.comments.push({ id, author, timely: r.day <= r.lastDay, admitted: true, withdrawn: false, answered: false })
    r.entries += 1
  },
})

const onLastComment = (
  kind: 'comment.moderated' | 'comment.readmitted',
  input: object,
  fits: (last: Comment) => boolean,
) =>
  move<unknown>({
    name: kind,
    expect: (r) => {
      const admitted = inSteps(r, ['posted'], () => true)
      const last = r.comments.at(-1)
      return admitted === 'ok' && (!last || !fits(last)) ? 'does_not_fit' : admitted
    },
    real: event(kind, (_played, r) => ({ comment: r.comments.at(-1)?.id ?? nobody, ...input })),
    holds: (r) => {
      const last = r.comments.at(-1)
      if (last) last.admitted = kind === 'comment.readmitted'
      r.entries += 1
    },
  })

export const keepBack = onLastComment('comment.moderated', { reason: 'off-topic' }, ({ admitted }) => admitted)
export const readmit = onLastComment(
  'comment.readmitted',
  { reason: '恢复' },
  (last) => !last.admitted && !last.withdrawn,
)

/** Whoever made the last comment takes it back. */
export const takeBack = move<unknown>({
  name: 'comment.withdrawn',
  expect: (r) => {
    const last = r.comments.at(-1)
    if (!last) return 'not_found'
    const open = inSteps(r, ['posted'], () => true)
    return open === 'ok' && (!last.admitted || last.answered) ? 'does_not_fit' : open
  },
  real: async ({ village, proposal }, r) => {
    const { id = nobody, author } = r.comments.at(-1) ?? {}
    const [{ person } = { person: nobody }] = await village.membersOf('village-representatives')
    return perform(village.engine, village.actorOf(author ?? person), proposal, withdrawOwn, { comment: id })
  },
  holds: (r) => {
    const last = r.comments.at(-1)
    if (last) Object.assign(last, { admitted: false, withdrawn: true })
    r.entries += 1
  },
})

const standing = (r: Reference): readonly Comment[] => r.comments.filter(({ withdrawn }) => !withdrawn)

export const answer = move<unknown>({
  name: 'answer',
  expect: (r) => {
    const admitted = inSteps(r, ['posted'], () => true)
    return admitted === 'ok' && standing(r).length === 0 ? 'does_not_fit' : admitted
  },
  real: ({ village, proposal }, r) =>
    perform(village.engine, village.clerk, proposal, answerComments, {
      comments: standing(r).length > 0 ? standing(r).map(({ id }) => id) : [nobody],
      answer: 'partly',
      reason: '答复',
    }),
  holds: (r) => {
    for (const one of standing(r)) one.answered = true
    r.entries += 1
  },
})

/** What somebody who knows the procedure would do next. */
const onward = (r: Reference): Move => {
  const { meeting, ballot } = r
  if (r.end === undefined && mayReopen(r)) return reopen
  if (r.resolution === 'revoked') return discontinue
  if (r.resolution === 'suspended' && r.turned === undefined) return restore
  if (r.orders.length > 0) return obey
  switch (r.step) {
    case 'open':
      return r.drafts === 0 ? draft('first') : r.authorised ? accept : authorise
    case 'calling': {
      const k = bodyAt(r)
      return call(k, bodies[k]?.daysBefore ?? 0, bodies[k]?.convener ?? '')
    }
    case 'called':
      if (!meeting) return pass(1)
      if (mayAmend(r)) return amend
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
      if (standing(r).some(({ answered }) => !answered)) return answer
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
  // One of the thirty-six may have resigned.
  { weight: 1, arbitrary: fc.nat(34).map(rate) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }).map(pass) },
  { weight: 1, arbitrary: fc.nat(2).map(adjourn) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.nat(20), fc.constantFrom('yes', 'no', 'abstain')).map(([n, c]) => correct(n, c as 'yes')),
  },
  { weight: 2, arbitrary: fc.constantFrom(reopen, suspend, restore, orderCorrection, obey) },
  { weight: 2, arbitrary: fc.constantFrom(remark, keepBack, readmit, takeBack, answer) },
  { weight: 2, arbitrary: fc.constantFrom(opine, leaveSeat, amend, amend, lateProgress) },
)

/** Rare, since nothing comes after it. */
export const rareMove: fc.Arbitrary<Choice> = fc.oneof(
  { weight: 60, arbitrary: anyMove },
  { weight: 1, arbitrary: fc.constantFrom(withdraw, refer, expire, merge, revoke, discontinue) },
  { weight: 1, arbitrary: fc.constant(pass(expiryDays)) },
)
