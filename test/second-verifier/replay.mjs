/**
 * What of the replay follows from the facts alone, without the procedure: days, the newest draft, the frozen roll, the base of a
 * tally, one vote a voter. Gates of stages and verdicts are left out.
 */
import { canonical } from './bytes.mjs'
import { dayAt } from './entries.mjs'
import { ownersOfAccounts, supervisorsAt } from './persons.mjs'

/** What an office enters later by its own word, without a second person. */
const byItsWord = ({ kind, occurredOn, data }) =>
  (kind === 'party-discussion.filed' && data.heldOn === occurredOn) ||
  (kind === 'comment.received' && data.channel !== 'online')

const dayHolds = (entry) =>
  entry.occurredOn === undefined ||
  (entry.occurredOn <= dayAt(entry.recordedAt) && (entry.attested !== undefined || byItsWord(entry)))

const basesOf = ({ people, groups, measures }) => {
  const base = ({ entitled, present }) => ({ entitled, present })
  const each = (shares) => Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, base(share)]))
  return canonical({ people: base(people), groups: each(groups), measures: each(measures ?? {}) })
}

/** A discussion that is cited is one that the community's chain had by then, word for word. */
const discussed = ({ data, recordedAt }, community) =>
  data.discussion === undefined ||
  (community?.entries ?? []).some(
    (one) =>
      one.kind === 'discussion.recorded' &&
      one.recordedAt <= recordedAt &&
      ['discussion', 'heldOn', 'agreed', 'text'].every((name) => one.data[name] === data[name]),
  )

const start = () => ({
  hung: new Map(),
  objections: new Set(),
  comments: new Map(),
  persons: new Map(),
  drafts: new Map(),
  newest: undefined,
  roll: undefined,
  ballots: new Map(),
})

const once =
  (of) =>
  (facts, { ballot, voter }) => {
    const taken = facts.ballots.get(ballot)?.[of]
    if (!taken || taken.has(voter)) return false
    taken.add(voter)
    return true
  }

const hangs = ({ hung }, { posting, from }) => {
  hung.set(posting, from)
  return true
}

/** Each answers whether the entry fits what went before, and adds what it says. */
const steps = {
  'draft.written': (facts, { n, text }) => {
    facts.drafts.set(n, [text])
    facts.newest = n
    return true
  },
  'draft.corrected': (facts, { n, text }) => {
    facts.drafts.get(n)?.push(text)
    return facts.drafts.has(n)
  },
  'comment.received': ({ objections }, { comment, objection }) => {
    if (objection) objections.add(comment)
    return true
  },
  'posting.opened': hangs,
  'publication.opened': hangs,
  'posting.evidenced': ({ hung }, { posting, seenOn }) => hung.has(posting) && seenOn >= hung.get(posting),
  'meeting.convened': (facts, { draft, roll }) => {
    facts.roll = roll
    return draft === facts.newest
  },
  'roll.restated': (facts, { roll }) => {
    facts.roll = roll
    return true
  },
  'ballot.opened': (facts, data) => {
    facts.ballots.set(data.ballot, { opened: data, voters: new Set(), takers: new Set() })
    return (
      data.draft === facts.newest && facts.drafts.get(data.draft).includes(data.draftText) && data.roll === facts.roll
    )
  },
  'vote.cast': once('voters'),
  'ballot.taken': once('takers'),
  // Where choices are tied to nobody, nothing but heads can be weighed.
  'ballot.closed': ({ ballots }, data) => {
    const { opened } = ballots.get(data.ballot) ?? {}
    const { measures, ...heads } = opened ?? {}
    return opened !== undefined && basesOf(opened.voting ? heads : opened) === basesOf(data)
  },
}

/** A comment is taken back by the account that speaks for its author, as far as the record tells whose an account is. */
const takesBack = ({ comments, persons }, { data, actor, attested }, roles) => {
  if (attested) return true
  const author = comments.get(data.comment)?.author
  if (author === undefined) return false
  if (roles.has(actor)) return roles.get(actor) === author
  const known = [...persons].filter(([account]) => !roles.has(account))
  if (known.some(([account, person]) => (account === actor) !== (person === author))) return false
  persons.set(actor, author)
  return true
}

/** Whose decisions a body may take away. */
const below = {
  'village-assembly': ['village-representatives', 'village-committee'],
  'residents-assembly': ['residents-representatives', 'residents-committee'],
  'residents-representatives': ['residents-committee'],
}

const standsAbove = (by, { stages }) => {
  const decides = stages.find(({ kind, final }) => kind === 'decision' && final)
  return decides === undefined || (below[by] ?? []).includes(decides.body)
}

export const replayFault = ({ name, entries }, community, adoption) => {
  const facts = start()
  for (const entry of entries) {
    const { seq, kind, data, actor, recordedAt } = entry
    const keptBack = kind === 'comment.moderated' && facts.objections.has(data.comment)
    if (keptBack && !supervisorsAt(recordedAt, community).has(actor))
      return { chain: name, seq, code: 'supervisor_missing' }
    if (kind === 'comment.received') {
      facts.comments.set(data.comment, data)
      if (data.channel === 'online' && data.author !== undefined) facts.persons.set(actor, data.author)
    }
    if (kind === 'comment.withdrawn' && !takesBack(facts, entry, ownersOfAccounts(community)))
      return { chain: name, seq, code: 'withdrawn_by_another' }
    if (kind === 'posting.evidenced' && data.seenOn > dayAt(recordedAt))
      return { chain: name, seq, code: 'refused_on_replay' }
    if (kind === 'party-discussion.filed' && !discussed(entry, community))
      return { chain: name, seq, code: 'refused_on_replay' }
    if (kind === 'resolution.revoked' && !standsAbove(data.by, adoption))
      return { chain: name, seq, code: 'refused_on_replay' }
    const fits = steps[entry.kind]?.(facts, entry.data) ?? true
    if (!fits || !dayHolds(entry)) return { chain: name, seq: entry.seq, code: 'refused_on_replay' }
  }
  return undefined
}
