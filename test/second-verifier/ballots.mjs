/** Each ballot counted again, from the roll, the roll call and the votes; and who stood in for whom. */
import { canonical, commitmentOf, unhex } from './bytes.mjs'
import { shares } from './citations.mjs'
import { proxyRuleOf } from './law.mjs'
import { heads, meetingAt } from './meetings.mjs'

/** What a voter may have said; a paper fetched or counted may be spoiled. */
const options = ['yes', 'no', 'abstain', 'spoiled']

/** The text behind a commitment: undefined where it is withheld, null where what is shown does not fit. */
const disclosed = (commitment, disclosures) => {
  if (!Object.hasOwn(disclosures, commitment)) return undefined
  const { salt, text } = disclosures[commitment]
  const bytes = unhex(salt, 16)
  const isWritten = typeof text === 'string' && text.isWellFormed() && text.normalize('NFC') === text
  return bytes && isWritten && commitmentOf(bytes, text) === commitment ? text : null
}

/** One ballot while its entries go by. */
const opened = (entry, chains, proposal) => {
  const { data } = entry
  const meeting = meetingAt(chains.get(`meeting/${data.meeting}`), data.meetingSeq)
  const recused = data.recused ?? []
  const mayVote = (data.circulated ? [...meeting.roll.keys()] : meeting.called.present).filter(
    (person) => !recused.includes(person),
  )
  const base = shares(meeting, data.recusal === 'out-of-base' ? recused : [])
  return { data, proposal, meeting, mayVote: new Set(mayVote), base, votes: new Map(), takers: new Set() }
}

const countOf = (voters, votes, weigh) =>
  Object.fromEntries(
    options.map((option) => [option, weigh(voters.filter(({ person }) => votes.get(person) === option))]),
  )

/** The tally that opened votes come to, in heads, groups and measures. */
const talliesOf = ({ meeting, base, votes }, choices) => {
  const voters = [...meeting.roll.values()].filter(({ person }) => votes.has(person))
  const tally = (share, members, weigh) => ({ ...share, ...countOf(members, choices, weigh) })
  const sumOf = (name) => (members) => members.reduce((sum, member) => sum + (member[name] ?? 0), 0)
  const each = (shareOf, make) =>
    Object.fromEntries(Object.entries(shareOf).map(([name, share]) => [name, make(name, share)]))
  return {
    people: tally(base.people, voters, heads),
    groups: each(base.groups, (name, share) =>
      tally(
        share,
        voters.filter(({ groups }) => groups.includes(name)),
        heads,
      ),
    ),
    measures: base.measures && each(base.measures, (name, share) => tally(share, voters, sumOf(name))),
  }
}

/** Papers that were handed out and came back are told beside the votes; they are claims of the tellers. */
const withoutPapers = ({ issued, returned, ...tally }) => tally

const sameTally = (claimed, counted) => canonical(withoutPapers(claimed)) === canonical(counted)

/** Only a paper can be; of whose vote was left out and put right it is not told how it came. */
const mayBeSpoiled = (door) => door === undefined || door === 'paper' || door === 'visit'

/** A tally of which some choices are withheld: of the weight of all who voted, and with none of those shown missing. */
const mayBe = (claimed, shown, weight) =>
  options.every((option) => claimed[option] >= (shown?.[option] ?? 0)) &&
  options.reduce((total, option) => total + claimed[option], 0) === weight

const recordedFault = (ballot, claim, disclosures) => {
  const { votes } = ballot
  const choices = new Map()
  for (const [voter, { choice, seq, door }] of votes) {
    const text = disclosed(choice, disclosures)
    const known = text === undefined || (options.includes(text) && (text !== 'spoiled' || mayBeSpoiled(door)))
    if (text === null || !known) return { seq, code: 'disclosure_wrong' }
    if (text !== undefined) choices.set(voter, text)
  }
  const counted = talliesOf(ballot, choices)
  const { people } = claim
  const groups = Object.keys({ ...claim.groups, ...counted.groups })
  const measures = Object.keys({ ...claim.measures, ...counted.measures })
  if (choices.size < votes.size) {
    const voters = [...ballot.meeting.roll.values()].filter(({ person }) => votes.has(person))
    const weightOf = (name) => voters.reduce((sum, member) => sum + (member[name] ?? 0), 0)
    const fits =
      mayBe(people, counted.people, votes.size) &&
      groups.every(
        (name) =>
          claim.groups[name] &&
          mayBe(claim.groups[name], counted.groups[name], voters.filter((one) => one.groups.includes(name)).length),
      ) &&
      measures.every(
        (name) => claim.measures?.[name] && mayBe(claim.measures[name], counted.measures?.[name], weightOf(name)),
      )
    return fits ? undefined : { code: 'tally_wrong' }
  }
  const agree =
    sameTally(people, counted.people) &&
    groups.every(
      (name) => claim.groups[name] && counted.groups[name] && sameTally(claim.groups[name], counted.groups[name]),
    ) &&
    measures.every((name) => sameTally(claim.measures?.[name] ?? {}, counted.measures?.[name] ?? {}))
  return agree ? undefined : { code: 'tally_wrong' }
}

const sum =
  (...counts) =>
  (name) =>
    counts.reduce((total, one) => total + (one?.[name] ?? 0), 0)

/** A secret ballot: the phones' choices at the close and the papers' as tallied; a ballot by hands: as the tellers counted. */
const unnamedFault = ({ papers, hands, takers, data }, claim) => {
  const phones = claim.choices ?? []
  const shown = Object.fromEntries(
    options.map((option) => [option, phones.filter((one) => one.choice === option).length]),
  )
  const totals = data.voting === 'counted' ? sum(hands?.people) : sum(shown, papers?.people)
  const agree = options.every((name) => claim.people[name] === totals(name))
  const phonesFit = data.voting === 'counted' || phones.length <= takers.size
  const inOrder = phones.every(({ choice }, at) => at === 0 || phones[at - 1].choice <= choice)
  return agree && phonesFit && inOrder ? undefined : { code: 'tally_wrong' }
}

/** Whether the law of the day admits a proxy beside the others that were given. */
const admits = (rule, principal, proxy, proxies) => {
  const others = [...proxies].filter(([one]) => one !== principal)
  return (
    rule !== undefined &&
    principal !== proxy &&
    !others.some(([giver, taker]) => giver === proxy || taker === principal) &&
    (rule.max === undefined || others.filter(([, taker]) => taker === proxy).length < rule.max)
  )
}

/** Whoever votes for somebody else holds a proxy of theirs by then, one that the law admits, or votes for a household of the roll. */
const standsIn = (person, { castBy, inPerson }, { call, roll, proxies }, rule) => {
  const who = castBy ?? inPerson
  if (who === undefined) return true
  if (who !== person && call.mode === 'households' && roll.get(person)?.household !== undefined) return true
  return proxies.get(person) === who && admits(rule, person, who, proxies)
}

const steps = {
  'vote.cast': (ballot, entry, ruleOn) => {
    const { seq, data } = entry
    if (!standsIn(data.voter, data, ballot.meeting, ruleOn(entry))) return 'stand_in_unproved'
    ballot.votes.set(data.voter, { choice: data.choice, seq, door: data.door ?? 'phone' })
    return undefined
  },
  'vote.changed': (ballot, { seq, data }) => {
    ballot.votes.set(data.voter, { ...ballot.votes.get(data.voter), choice: data.choice, seq })
    return undefined
  },
  'ballot.taken': (ballot, entry, ruleOn) => {
    const { data } = entry
    if (!standsIn(data.voter, data, ballot.meeting, ruleOn(entry))) return 'stand_in_unproved'
    ballot.takers.add(data.voter)
    return undefined
  },
  'hands.counted': (ballot, { data }) => {
    ballot.hands = data
  },
  'papers.tallied': (ballot, { data }) => {
    ballot.papers = data
    ballot.box = data
  },
  'papers.counted': (ballot, { data }) => {
    ballot.box = data
  },
}

const closingFault = (ballot, { kind, data }, disclosures) => {
  const took = [...ballot.votes.keys(), ...ballot.takers]
  if (took.some((voter) => !ballot.mayVote.has(voter))) return { code: 'voter_not_present' }
  const { box } = ballot
  if (data.people.issued !== box?.issued || data.people.returned !== box?.returned) return { code: 'tally_wrong' }
  if (kind === 'ballot.corrected')
    for (const { voter, choice } of data.votes)
      ballot.votes.set(voter, { ...ballot.votes.get(voter), choice, seq: undefined })
  return ballot.data.voting === undefined ? recordedFault(ballot, data, disclosures) : unnamedFault(ballot, data)
}

/** The first entry of the proposal's chain where a ballot does not come to what is claimed. */
export const ballotFault = (chains, proposal, { disclosures, adoption }) => {
  const ballots = new Map()
  for (const entry of proposal.entries) {
    const { kind, seq, data } = entry
    const at = (code, where = seq) => ({ chain: proposal.name, seq: where, code })
    if (kind === 'ballot.opened') ballots.set(data.ballot, opened(entry, chains, proposal))
    const ballot = ballots.get(data.ballot)
    if (!ballot) continue
    const ruleOn = proxyRuleOf(adoption, proposal, ballot.meeting)
    const refused = steps[kind]?.(ballot, entry, ruleOn)
    if (refused) return at(refused)
    if (kind !== 'ballot.closed' && kind !== 'ballot.corrected') continue
    const fault = closingFault(ballot, entry, disclosures)
    if (fault) return at(fault.code, fault.seq)
  }
  return undefined
}

const cites = (entries, commitment) =>
  entries.find(({ data, attested }) => JSON.stringify([data, attested]).includes(commitment))

/** Whatever is shown fits the commitment that it is shown for, and some entry commits to it. */
export const disclosureFault = (disclosures, { name, entries }, chains = [{ entries }]) => {
  const shown = Object.keys(disclosures)
  const wrong =
    shown.find((commitment) => disclosed(commitment, disclosures) === null) ??
    shown.find((commitment) => !chains.some((chain) => cites(chain.entries, commitment)))
  if (wrong === undefined) return undefined
  const citing = cites(entries, wrong)
  return { chain: name, seq: citing?.seq ?? 1, code: 'disclosure_wrong' }
}

/** Up to each question: who signed in for a member held a proxy then, one that the law of the question admits, or the member stands for a household. */
export const signInFault = (chains, proposal, adoption) => {
  for (const { kind, data } of proposal.entries) {
    if (kind !== 'ballot.opened' && kind !== 'quorum.missed') continue
    const chain = chains.get(`meeting/${data.meeting}`)
    let fault
    meetingAt(chain, data.meetingSeq, (entry, meeting) => {
      if (fault || entry.kind !== 'member.signed-in' || entry.data.inPerson === undefined) return
      const rule = proxyRuleOf(adoption, proposal, meeting)(entry)
      if (!standsIn(entry.data.person, entry.data, meeting, rule))
        fault = { chain: chain.name, seq: entry.seq, code: 'stand_in_unproved' }
    })
    if (fault) return fault
  }
  return undefined
}

/** Papers of a poll went to voters of the roll, or to whoever held their written proxy and votes too. */
export const pollFault = (chains, proposal) => {
  const polls = new Map()
  for (const { kind, seq, data } of proposal.entries) {
    if (kind === 'poll.opened') polls.set(data.poll, meetingAt(chains.get(`meeting/${data.meeting}`), data.meetingSeq))
    if (kind !== 'papers.issued') continue
    const poll = polls.get(data.poll)
    for (const { voter, proxy } of data.papers) {
      if (!poll?.roll.has(voter)) return { chain: proposal.name, seq, code: 'voter_not_on_roll' }
      if (proxy !== undefined && (poll.proxies.get(voter) !== proxy || !poll.roll.has(proxy)))
        return { chain: proposal.name, seq, code: 'proxy_not_given' }
    }
  }
  return undefined
}
