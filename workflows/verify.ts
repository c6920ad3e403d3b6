import { type Case, type CaseRefusal, follow, openCase, stageOf } from './case.ts'
import { canonicalBytes } from './format/canonical.ts'
import type { DataOf } from './format/catalogue.ts'
import { bytesOf, type Entry, type EntryOf, parseEntry } from './format/entry.ts'
import { commitmentOf, fromHex, genesis, headOf, leafOf, type Sha256, toHex } from './format/hash.ts'
import type { ExpandedProcedure, Title } from './stages/stage.ts'

/** A case's record as it leaves the system: its chain, the meetings' and the community's, and what may be shown of the texts. */
export interface RecordExport {
  readonly format: 1
  readonly community: string
  readonly proposal: string
  readonly adoption: ExpandedProcedure
  readonly chains: readonly ExportedChain[]
  /** Salts (hex) and texts by commitment; what was erased or is withheld is not there. */
  readonly disclosures: Readonly<Record<string, { readonly salt: string; readonly text: string }>>
  /** Public record keys. */
  readonly keys: { readonly keys: readonly unknown[] }
}

export interface ExportedChain {
  readonly name: string
  /** Each entry's bytes as UTF-8 text, and the head after it in hex. */
  readonly entries: readonly { readonly bytes: string; readonly head: string }[]
  /** The newest signed head, compact JWS. */
  readonly signedHead: string
}

/** What a signed head says once its signature holds. */
export interface SignedHead {
  readonly community: string
  readonly chain: string
  readonly seq: number
  readonly head: string
}

/** The first thing that does not agree: which entry of which chain, and how. */
export interface Disagreement {
  readonly chain: string
  readonly seq: number
  readonly kind?: string
  readonly what:
    | 'bytes_not_canonical'
    | 'entry_unreadable'
    | 'out_of_place'
    | 'head_wrong'
    | 'time_runs_back'
    | 'signature_wrong'
    | 'chain_missing'
    | 'adoption_wrong'
    | 'disclosure_wrong'
    | 'refused_on_replay'
    | 'meeting_cited_wrong'
    | 'roll_wrong'
    | 'voter_not_present'
    | 'tally_wrong'
    | 'demand_wrong'
    | 'confirmed_by_its_author'
    | 'supervisor_missing'
    | 'key_unpublished'
  readonly claimed?: unknown
  readonly found?: unknown
}

export interface Report {
  readonly ok: boolean
  readonly disagreement?: Disagreement
  readonly entries: number
  readonly ballots: readonly {
    readonly ballot: string
    readonly stage: string
    readonly title: Title
    readonly carried: boolean
    readonly recounted: boolean
  }[]
  /** Choices that the export does not open: counted as cast, not recounted. */
  readonly withheld: number
  readonly end?: string
}

/** What the verifier is handed: the hash, and the check of a signature against the export's keys. */
export interface Tools {
  readonly sha256: Sha256
  readonly openHead: (jws: string) => Promise<SignedHead | undefined>
}

class Disagrees extends Error {
  readonly disagreement: Disagreement
  constructor(disagreement: Disagreement) {
    super(disagreement.what)
    this.disagreement = disagreement
  }
}

const disagree = (disagreement: Disagreement): never => {
  throw new Disagrees(disagreement)
}

/** Checks hashes and signatures, replays the case, recounts each ballot and judges it again; names the first disagreement. */
export const verify = async (record: RecordExport, tools: Tools): Promise<Report> => {
  const seen = { entries: 0, withheld: 0, ballots: [] as Report['ballots'][number][] }
  try {
    const chains = new Map<string, readonly Entry[]>()
    for (const chain of record.chains) {
      const entries = await readChain(record.community, chain, tools)
      chains.set(chain.name, entries)
      seen.entries += entries.length
    }
    const end = replay(record, chains, tools, seen)
    checkAttested(chains)
    checkKeys(record, chains)
    return { ok: true, ...seen, ...(end === undefined ? {} : { end }) }
  } catch (error) {
    if (error instanceof Disagrees) return { ok: false, disagreement: error.disagreement, ...seen }
    throw error
  }
}

const encoder = new TextEncoder()

const readChain = async (
  community: string,
  chain: ExportedChain,
  { sha256, openHead }: Tools,
): Promise<readonly Entry[]> => {
  const { name } = chain
  let head = genesis
  let last = ''
  const entries: Entry[] = []
  for (const [index, { bytes: text, head: claimed }] of chain.entries.entries()) {
    const seq = index + 1
    const bytes = encoder.encode(text)
    head = headOf(sha256, head, leafOf(sha256, bytes))
    if (toHex(head) !== claimed) disagree({ chain: name, seq, what: 'head_wrong', claimed, found: toHex(head) })
    const entry = read(name, seq, bytes)
    if (toHex(bytesOf(entry)) !== toHex(bytes))
      disagree({ chain: name, seq, kind: entry.kind, what: 'bytes_not_canonical' })
    if (entry.chain !== name || entry.seq !== seq || entry.community !== community)
      disagree({ chain: name, seq, kind: entry.kind, what: 'out_of_place', claimed: `${entry.chain}#${entry.seq}` })
    if (entry.recordedAt < last)
      disagree({ chain: name, seq, kind: entry.kind, what: 'time_runs_back', claimed: entry.recordedAt })
    last = entry.recordedAt
    entries.push(entry)
  }
  const signed = await openHead(chain.signedHead)
  const fits =
    signed?.community === community &&
    signed.chain === name &&
    signed.seq === entries.length &&
    signed.head === toHex(head)
  if (!fits)
    disagree({
      chain: name,
      seq: entries.length,
      what: 'signature_wrong',
      claimed: signed ?? 'no valid signature',
      found: toHex(head),
    })
  return entries
}

const read = (chain: string, seq: number, bytes: Uint8Array): Entry => {
  try {
    return parseEntry(bytes)
  } catch (error) {
    return disagree({
      chain,
      seq,
      what: 'entry_unreadable',
      found: error instanceof Error ? error.message.slice(0, 300) : 'unreadable',
    })
  }
}

interface Seen {
  withheld: number
  readonly ballots: Report['ballots'][number][]
}

const replay = (
  record: RecordExport,
  chains: ReadonlyMap<string, readonly Entry[]>,
  { sha256 }: Tools,
  seen: Seen,
): string | undefined => {
  const name = `proposal/${record.proposal}`
  const entries = chains.get(name)
  const [first] = entries ?? []
  if (!entries || first?.kind !== 'proposal.opened') return disagree({ chain: name, seq: 1, what: 'chain_missing' })
  const hash = toHex(sha256(canonicalBytes(record.adoption)))
  if (hash !== first.data.adoptionHash)
    disagree({
      chain: name,
      seq: 1,
      kind: first.kind,
      what: 'adoption_wrong',
      claimed: first.data.adoptionHash,
      found: hash,
    })
  const c = openCase(hash, record.adoption)
  const choices = new Map<string, { voter: string; choice: string | undefined }[]>()
  for (const entry of entries) {
    const stage = stageOf(c)
    const refusal = follow(c, entry)
    if (refusal)
      disagree({ chain: name, seq: entry.seq, kind: entry.kind, what: 'refused_on_replay', found: refused(refusal) })
    switch (entry.kind) {
      case 'ballot.opened':
        checkRoll(entry, chains, sha256)
        choices.set(entry.data.ballot, [])
        break
      case 'meeting.convened':
      case 'meeting.postponed':
      case 'quorum.missed':
      case 'roll.restated':
        checkMeeting(entry, chains, sha256)
        break
      case 'draft.corrected':
        checkSupervised(entry, chains)
        break
      case 'ballot.corrected': {
        checkSupervised(entry, chains)
        const votes = choices.get(entry.data.ballot) ?? []
        for (const { voter, choice: commitment } of entry.data.votes) {
          const choice = opened(record, entry, commitment, sha256)
          if (choice === undefined) seen.withheld += 1
          const known = votes.find((vote) => vote.voter === voter)
          if (known) known.choice = choice
          else votes.push({ voter, choice })
        }
        const recounted = recount(entry, votes, entries, chains)
        const at = seen.ballots.findIndex(({ ballot }) => ballot === entry.data.ballot)
        const before = seen.ballots[at]
        const carried = c.facts.ballots.get(entry.data.ballot)?.carried === true
        if (before) seen.ballots[at] = { ...before, carried, recounted }
        break
      }
      case 'vote.cast': {
        const choice = opened(record, entry, entry.data.choice, sha256)
        if (choice === undefined) seen.withheld += 1
        choices.get(entry.data.ballot)?.push({ voter: entry.data.voter, choice })
        break
      }
      case 'ballot.closed': {
        const recounted = recount(entry, choices.get(entry.data.ballot) ?? [], entries, chains)
        seen.ballots.push({
          ballot: entry.data.ballot,
          stage: stage.id,
          title: stage.title,
          carried: c.facts.ballots.get(entry.data.ballot)?.carried === true,
          recounted,
        })
        break
      }
    }
  }
  return endOf(c)
}

const endOf = (c: Case): string | undefined => (typeof c.snapshot.value === 'string' ? c.snapshot.value : undefined)

const refused = (refusal: CaseRefusal): unknown =>
  refusal.code === 'gate_closed' ? { ...refusal, grounds: refusal.grounds.filter((ground) => !ground.met) } : refusal

/** The text behind a commitment, if the export shows it; a text that does not fit its commitment is a disagreement. */
const opened = (record: RecordExport, entry: Entry, commitment: string, sha256: Sha256): string | undefined => {
  const shown = record.disclosures[commitment]
  if (!shown) return undefined
  if (commitmentOf(sha256, fromHex(shown.salt), shown.text) !== commitment)
    disagree({ chain: entry.chain, seq: entry.seq, kind: entry.kind, what: 'disclosure_wrong', claimed: commitment })
  return shown.text
}

/** The community's own chain has announced the keys that the export brings, so that no other key could have signed for it. */
const checkKeys = (record: RecordExport, chains: ReadonlyMap<string, readonly Entry[]>): void => {
  const announced = new Set(
    (chains.get('community') ?? []).flatMap((one) => (one.kind === 'key.published' ? [one.data.kid] : [])),
  )
  for (const key of record.keys.keys) {
    const kid = typeof key === 'object' && key !== null && 'kid' in key ? key.kid : undefined
    if (typeof kid !== 'string' || !announced.has(kid))
      disagree({ chain: 'community', seq: 1, what: 'key_unpublished', claimed: kid ?? 'no kid' })
  }
}

/** Whoever enters something on paper does not confirm it alone. */
const checkAttested = (chains: ReadonlyMap<string, readonly Entry[]>): void => {
  for (const entries of chains.values())
    for (const entry of entries)
      if (entry.attested?.confirmedBy.includes(entry.actor) || repeats(entry.attested?.confirmedBy ?? []))
        disagree({
          chain: entry.chain,
          seq: entry.seq,
          kind: entry.kind,
          what: 'confirmed_by_its_author',
          claimed: entry.attested?.confirmedBy,
        })
}

const repeats = (list: readonly string[]): boolean => new Set(list).size !== list.length

/** Of those who confirmed, one sat in the supervision committee when it was recorded. */
const checkSupervised = (
  entry: EntryOf<'draft.corrected'> | EntryOf<'ballot.corrected'>,
  chains: ReadonlyMap<string, readonly Entry[]>,
): void => {
  const roles = new Set<string>()
  for (const one of chains.get('community') ?? []) {
    if (one.recordedAt > entry.recordedAt) break
    if (one.kind === 'role.granted' && one.data.role === 'supervisor') roles.add(one.data.account)
    if (one.kind === 'role.ended' && one.data.role === 'supervisor') roles.delete(one.data.account)
  }
  if (!entry.attested?.confirmedBy.some((account) => roles.has(account)))
    disagree({
      chain: entry.chain,
      seq: entry.seq,
      kind: entry.kind,
      what: 'supervisor_missing',
      claimed: entry.attested?.confirmedBy,
    })
}

type CitesMeeting =
  | EntryOf<'roll.restated'>
  | EntryOf<'meeting.convened'>
  | EntryOf<'meeting.postponed'>
  | EntryOf<'quorum.missed'>
  | EntryOf<'ballot.opened'>

/** The meeting's chain as it stood where the proposal cites it. */
const cited = (
  entry: CitesMeeting,
  chains: ReadonlyMap<string, readonly Entry[]>,
  sha256: Sha256,
): readonly Entry[] => {
  const chain = chains.get(`meeting/${entry.data.meeting}`)
  const until = chain?.slice(0, entry.data.meetingSeq)
  let head = genesis
  for (const one of until ?? []) head = headOf(sha256, head, leafOf(sha256, bytesOf(one)))
  if (!until || until.length !== entry.data.meetingSeq || toHex(head) !== entry.data.meetingHead)
    return disagree({
      chain: entry.chain,
      seq: entry.seq,
      kind: entry.kind,
      what: 'meeting_cited_wrong',
      claimed: entry.data.meetingHead,
      found: until ? toHex(head) : 'no such chain',
    })
  return until
}

/** The hash of a sorted list of members or people, as frozen in the record. */
export const listRoot = (sha256: Sha256, list: readonly unknown[]): string => toHex(sha256(canonicalBytes(list)))

const calledOf = (meeting: readonly Entry[]): DataOf<'meeting.called'> | undefined => {
  const [first] = meeting
  return first?.kind === 'meeting.called' ? first.data : undefined
}

type Members = DataOf<'meeting.called'>['roll']

/** The roll as it was called, with every amendment so far. */
export const rollOf = (meeting: readonly Entry[]): Members => {
  const members = new Map((calledOf(meeting)?.roll ?? []).map((member) => [member.person, member]))
  for (const entry of meeting) {
    if (entry.kind !== 'roll.amended') continue
    if (entry.data.out !== undefined) members.delete(entry.data.out)
    if (entry.data.in !== undefined) members.set(entry.data.in.person, entry.data.in)
  }
  return [...members.values()].sort((a, b) => (a.person < b.person ? -1 : 1))
}

/** Who is in the hall by the chain's own signing in and leaving; after an adjournment everybody signs in anew. */
const hallOf = (meeting: readonly Entry[]): ReadonlySet<string> => {
  const hall = new Set<string>()
  for (const entry of meeting) {
    if (entry.kind === 'member.signed-in') hall.add(entry.data.person)
    if (entry.kind === 'member.left') hall.delete(entry.data.person)
    if (entry.kind === 'meeting.adjourned') hall.clear()
    if (entry.kind === 'roll.amended' && entry.data.out !== undefined) hall.delete(entry.data.out)
  }
  return hall
}

const countIn = (members: Members, present: ReadonlySet<string>) => {
  const groups: Record<string, { entitled: number; present: number }> = {}
  for (const { person, groups: names } of members)
    for (const name of names) {
      groups[name] ??= { entitled: 0, present: 0 }
      groups[name].entitled += 1
      if (present.has(person)) groups[name].present += 1
    }
  return {
    people: { entitled: members.length, present: members.filter(({ person }) => present.has(person)).length },
    groups,
  }
}

const same = (a: unknown, b: unknown): boolean => toHex(canonicalBytes(a)) === toHex(canonicalBytes(b))

const checkMeeting = (
  entry: Exclude<CitesMeeting, EntryOf<'ballot.opened'>>,
  chains: ReadonlyMap<string, readonly Entry[]>,
  sha256: Sha256,
): void => {
  const meeting = cited(entry, chains, sha256)
  const called = calledOf(meeting)
  const wrong: (found: unknown) => never = (found) =>
    disagree({ chain: entry.chain, seq: entry.seq, kind: entry.kind, what: 'roll_wrong', claimed: entry.data, found })
  if (!called) wrong('the meeting was never called')
  if (entry.kind === 'meeting.convened') {
    const { at: _at, presider: _presider, place: _place, agenda, roll, ...notice } = called
    const draft = agenda.find((item) => `proposal/${item.proposal}` === entry.chain)?.draft
    const found = { ...notice, draft: draft ?? 0, ...rollStated(roll, sha256) }
    const { meeting: _meeting, meetingSeq: _seq, meetingHead: _head, ...stated } = entry.data
    if (!same(found, stated)) wrong(found)
    checkDemand(entry, chains)
  }
  if (entry.kind === 'roll.restated') {
    const found = rollStated(rollOf(meeting), sha256)
    const { roll, entitled, groups } = entry.data
    if (!same(found, { roll, entitled, groups })) wrong(found)
  }
  if (entry.kind === 'quorum.missed') {
    const rollCall = meeting.findLast((one) => one.kind === 'roll.called')
    const found = countIn(rollOf(meeting), new Set(rollCall?.kind === 'roll.called' ? rollCall.data.present : []))
    if (!same(found, { people: entry.data.people, groups: entry.data.groups })) wrong(found)
  }
}

/** A roll as a convocation states it: its root, and how many stand on it in each group. */
const rollStated = (members: Members, sha256: Sha256) => {
  const { people, groups } = countIn(members, new Set())
  return {
    roll: listRoot(sha256, members),
    entitled: people.entitled,
    groups: Object.fromEntries(Object.entries(groups).map(([group, n]) => [group, n.entitled])),
  }
}

/** No more signatures are claimed than the community's chain has; who of them stood on the roll that day it cannot say. */
const checkDemand = (entry: EntryOf<'meeting.convened'>, chains: ReadonlyMap<string, readonly Entry[]>): void => {
  const { demand } = entry.data
  if (!demand) return
  const said = chains.get('community') ?? []
  const opened = said.find((one) => one.kind === 'demand.opened' && one.data.demand === demand.demand)
  const signed = new Set(
    said.flatMap((one) => (one.kind === 'demand.signed' && one.data.demand === demand.demand ? one.data.people : [])),
  )
  const fits = opened?.kind === 'demand.opened' && opened.data.body === entry.data.body && opened.data.of === demand.of
  if (!fits || signed.size < demand.have)
    disagree({
      chain: entry.chain,
      seq: entry.seq,
      kind: entry.kind,
      what: 'demand_wrong',
      claimed: demand,
      found: signed.size,
    })
}

const checkRoll = (
  entry: EntryOf<'ballot.opened'>,
  chains: ReadonlyMap<string, readonly Entry[]>,
  sha256: Sha256,
): void => {
  const meeting = cited(entry, chains, sha256)
  const called = calledOf(meeting)
  const rollCall = meeting.at(-1)
  const { ballot, roll, present, people, groups } = entry.data
  const wrong: (found: unknown) => never = (found) =>
    disagree({
      chain: entry.chain,
      seq: entry.seq,
      kind: entry.kind,
      what: 'roll_wrong',
      claimed: { people, groups },
      found,
    })
  if (!called || rollCall?.kind !== 'roll.called' || rollCall.data.for !== ballot)
    wrong('no roll was called for this ballot')
  const members = rollOf(meeting)
  const found = countIn(members, new Set(rollCall.data.present))
  const rootsFit = listRoot(sha256, members) === roll && listRoot(sha256, rollCall.data.present) === present
  const hall = hallOf(meeting)
  if (rollCall.data.present.length !== hall.size || rollCall.data.present.some((person) => !hall.has(person)))
    wrong([...hall])
  if (!rootsFit || !same(found, { people, groups })) wrong(found)
}

const noVotes = { yes: 0, no: 0, abstain: 0, spoiled: 0 }

/** Counts the votes of the record again; true where every choice was open to be counted. */
const recount = (
  entry: EntryOf<'ballot.closed'> | EntryOf<'ballot.corrected'>,
  votes: readonly { readonly voter: string; readonly choice: string | undefined }[],
  entries: readonly Entry[],
  chains: ReadonlyMap<string, readonly Entry[]>,
): boolean => {
  const opening = entries.find((one) => one.kind === 'ballot.opened' && one.data.ballot === entry.data.ballot)
  const meeting = opening?.kind === 'ballot.opened' ? chains.get(`meeting/${opening.data.meeting}`) : undefined
  const rollCall = meeting?.find((one) => one.kind === 'roll.called' && one.data.for === entry.data.ballot)
  const members = rollOf(meeting ?? [])
  const present = new Set(rollCall?.kind === 'roll.called' ? rollCall.data.present : [])
  const wrong = (what: 'tally_wrong' | 'voter_not_present', found: unknown) =>
    disagree({
      chain: entry.chain,
      seq: entry.seq,
      kind: entry.kind,
      what,
      claimed: { people: entry.data.people, groups: entry.data.groups },
      found,
    })
  const stranger = votes.find(({ voter }) => !present.has(voter))
  if (stranger) wrong('voter_not_present', stranger.voter)

  const base = countIn(members, present)
  const people = { ...base.people, ...noVotes }
  const groups = Object.fromEntries(Object.entries(base.groups).map(([group, n]) => [group, { ...n, ...noVotes }]))
  const groupsOf = new Map(members.map((member) => [member.person, member.groups]))
  for (const { voter, choice } of votes) {
    if (choice !== 'yes' && choice !== 'no' && choice !== 'abstain') continue
    people[choice] += 1
    for (const name of groupsOf.get(voter) ?? []) {
      const group = groups[name]
      if (group) group[choice] += 1
    }
  }
  const found = { people, groups }
  if (votes.every(({ choice }) => choice !== undefined)) {
    if (!same(found, { people: entry.data.people, groups: entry.data.groups })) wrong('tally_wrong', found)
    return true
  }
  const { yes, no, abstain } = entry.data.people
  const possible =
    yes + no + abstain === votes.length && people.yes <= yes && people.no <= no && people.abstain <= abstain
  if (!possible || entry.data.people.present !== people.present || entry.data.people.entitled !== people.entitled)
    wrong('tally_wrong', found)
  return false
}
