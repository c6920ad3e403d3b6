import { type Case, type CaseRefusal, followRead, openCase, stageOf } from '../case.ts'
import { apart } from '../format/apart.ts'
import { canonicalBytes } from '../format/canonical.ts'
import { paperOptions, voteOptions } from '../format/catalogue.ts'
import type { Entry, EntryOf } from '../format/entry.ts'
import { type Sha256, toHex } from '../format/hash.ts'
import type { Day } from '../rules/days.ts'
import { lawOn } from '../stages/law-on.ts'
import type { Stage, Title } from '../stages/stage.ts'
import { checkExpanded } from './adopted.ts'
import { checkKeptBack, checkSupervised } from './attested.ts'
import { type Authors, checkWithdrawn, noteComment } from './authors.ts'
import type { Chains, Tools } from './chains.ts'
import { type Claims, checkRevoker, noClaims, noteAdopted, noteClaim, noteElected, noteEnd } from './claims.ts'
import { checkAdopted, checkDiscussion } from './community.ts'
import { disagree, disagreeAt } from './disagreement.ts'
import { isShownRightly } from './disclosures.ts'
import type { RecordExport } from './export.ts'
import { checkMeeting } from './meetings.ts'
import { checkPapers } from './polls.ts'
import { checkSeen } from './postings.ts'
import { recount, type Vote } from './recount.ts'
import type { Disclosures } from './source.ts'
import { checkCastBy, checkStandIns, type LawOf } from './standing.ts'

/** A ballot as the report tells it: its answer as it stands after every correction. */
export interface JudgedBallot {
  readonly ballot: string
  readonly stage: string
  readonly title: Title
  readonly carried: boolean
  readonly recounted: boolean
}

/** One case of a record, with what is shown of it. */
type CaseOf = Pick<RecordExport, 'proposal' | 'adoption'> & { readonly disclosures: Disclosures }

/** What a replay has come to so far. */
export interface Seen {
  /** Postings that hung their days, and comments that were dealt with. */
  postings: number
  comments: number
  /** Choices that the export does not open: counted as cast, not recounted. */
  withheld: number
  readonly ballots: JudgedBallot[]
}

interface Box {
  readonly opening: EntryOf<'ballot.opened'>
  readonly votes: Map<string, Vote>
  /** Papers as last counted. */
  papers?: { readonly issued: number; readonly returned: number }
}

/** What a replay has come to in the end: how the case ended, if it has, and what it says of others. */
export interface Replayed {
  readonly end?: string
  readonly claims: Claims
}

/** Takes the case through its entries again, each by the rules, and counts each ballot anew. */
export const replay = (record: CaseOf, chains: Chains, tools: Tools, seen: Seen): Replayed => {
  const { sha256 } = tools
  const { c, entries } = openedCase(record, chains, tools)
  const boxes = new Map<string, Box>()
  const polls = new Map<string, EntryOf<'poll.opened'>>()
  /** From which day each posting hung. */
  const hung = new Map<string, Day>()
  const authors: Authors = new Map()
  const claims = noClaims(record.proposal)
  const put = (entry: Entry, ballot: string, { voter, door }: Omit<Vote, 'choice'>, commitment: string): void => {
    const choice = opened(record, entry, commitment, sha256)
    if (choice === undefined) seen.withheld += 1
    else if (!optionsOf(door).includes(choice))
      disagreeAt(entry, 'disclosure_wrong', { claimed: commitment, found: 'no choice' })
    boxes.get(ballot)?.votes.set(voter, { voter, door, choice })
  }
  const judge = (entry: EntryOf<'ballot.closed'> | EntryOf<'ballot.corrected'>, stage: Stage): void => {
    const { ballot } = entry.data
    const box = boxes.get(ballot)
    const { issued, returned } = entry.data.people
    if (issued !== box?.papers?.issued || returned !== box?.papers?.returned)
      disagreeAt(entry, 'tally_wrong', { claimed: { issued, returned }, found: box?.papers ?? 'no papers counted' })
    const recounted = recount(entry, [...(box?.votes.values() ?? [])], box?.opening, chains)
    const carried = c.facts.ballots.get(ballot)?.carried === true
    const at = seen.ballots.findIndex((one) => one.ballot === ballot)
    const { stage: of, title } = seen.ballots[at] ?? { stage: stage.id, title: stage.title }
    seen.ballots.splice(at < 0 ? seen.ballots.length : at, 1, {
      ballot: apart(ballot),
      stage: of,
      title,
      carried,
      recounted,
    })
  }
  const lawOf: LawOf = (day) => {
    const stage = stageOf(c)
    return stage.kind === 'decision' ? lawOn(stage, day, c.facts.matter) : []
  }
  const standsIn = (entry: Parameters<typeof checkCastBy>[0]): void => {
    if (entry.data.castBy === undefined) return
    const meeting = chains.get(`meeting/${boxes.get(entry.data.ballot)?.opening.data.meeting}`) ?? []
    checkCastBy(entry, meeting, lawOf)
  }
  for (const entry of entries) {
    const stage = stageOf(c)
    const { comments } = c.facts
    const refusal = followRead(c, entry)
    if (refusal) disagreeAt(entry, 'refused_on_replay', { found: refused(refusal) })
    switch (entry.kind) {
      case 'posting.opened':
      case 'publication.opened':
        hung.set(entry.data.posting, entry.data.from)
        break
      case 'posting.evidenced':
        checkSeen(entry, hung.get(entry.data.posting))
        break
      case 'posting.closed':
      case 'publication.closed':
        seen.postings += 1
        seen.comments += comments.size
        break
      case 'posting.sent-back':
        seen.comments += comments.size
        break
      case 'meeting.convened':
      case 'roll.restated':
      case 'meeting.postponed':
        checkMeeting(entry, stage.id, chains, sha256)
        break
      case 'quorum.missed':
        checkMeeting(entry, stage.id, chains, sha256)
        checkStandIns(entry, chains, lawOf)
        break
      case 'ballot.opened':
        checkMeeting(entry, stage.id, chains, sha256)
        checkStandIns(entry, chains, lawOf)
        boxes.set(entry.data.ballot, { opening: entry, votes: new Map() })
        break
      case 'poll.opened':
        checkMeeting(entry, stage.id, chains, sha256)
        polls.set(entry.data.poll, entry)
        break
      case 'papers.issued':
        checkPapers(entry, polls.get(entry.data.poll), chains)
        break
      case 'poll.closed': {
        const { poll: ballot } = entry.data
        const carried = c.facts.election?.polls.get(ballot)?.seatsLeft === 0
        seen.ballots.push({ ballot: apart(ballot), stage: stage.id, title: stage.title, carried, recounted: true })
        noteElected(claims, entry, c)
        break
      }
      case 'vote.cast':
      case 'vote.changed': {
        standsIn(entry)
        const { ballot, voter, door = 'phone', choice } = entry.data
        put(entry, ballot, { voter, door }, choice)
        break
      }
      case 'ballot.taken':
        standsIn(entry)
        boxes
          .get(entry.data.ballot)
          ?.votes.set(entry.data.voter, { voter: entry.data.voter, door: undefined, choice: undefined })
        break
      case 'papers.counted':
      case 'papers.tallied': {
        const box = boxes.get(entry.data.ballot)
        if (box) box.papers = { issued: entry.data.issued, returned: entry.data.returned }
        break
      }
      case 'ballot.closed':
        judge(entry, stage)
        noteAdopted(claims, entry, c)
        break
      case 'proposal.opened':
      case 'proposal.merged':
      case 'proposal.absorbed':
        noteClaim(claims, entry)
        break
      case 'resolution.revoked':
        checkRevoker(entry, c)
        noteClaim(claims, entry)
        break
      case 'ballot.corrected':
        checkSupervised(entry, chains)
        for (const { voter, choice } of entry.data.votes) {
          const door = boxes.get(entry.data.ballot)?.votes.get(voter)?.door
          put(entry, entry.data.ballot, { voter, door }, choice)
        }
        judge(entry, stage)
        break
      case 'draft.corrected':
        checkSupervised(entry, chains)
        break
      case 'comment.received':
        noteComment(authors, entry)
        break
      case 'comment.withdrawn':
        checkWithdrawn(entry, authors, chains)
        break
      case 'comment.moderated':
        checkKeptBack(entry, comments.get(entry.data.comment)?.objection === true, chains)
        break
      case 'party-discussion.filed':
        checkDiscussion(entry, chains)
        break
    }
  }
  const { value: end } = c.snapshot
  if (typeof end !== 'string') return { claims }
  noteEnd(claims, entries)
  return { end, claims }
}

/** What a vote by a door may say: only a paper can be spoiled, and whose vote was left out may have handed one in. */
const optionsOf = (door: Vote['door']): readonly string[] =>
  door === undefined || door === 'paper' || door === 'visit' ? paperOptions : voteOptions

/** The hashes of adoptions: many cases follow one. */
const hashes = new WeakMap<RecordExport['adoption'], string>()

/** The case as it was opened, under the adoption that its first entry names. */
const openedCase = (
  { proposal, adoption }: CaseOf,
  chains: Chains,
  tools: Tools,
): { readonly c: Case; readonly entries: readonly Entry[] } => {
  const name = `proposal/${proposal}`
  const entries = chains.get(name)
  const [first] = entries ?? []
  if (!entries || first?.kind !== 'proposal.opened') return disagree({ chain: name, seq: 1, what: 'chain_missing' })
  const hash = hashes.get(adoption) ?? toHex(tools.sha256(canonicalBytes(adoption)))
  hashes.set(adoption, hash)
  const claimed = first.data.adoptionHash
  if (hash !== claimed) disagreeAt(first, 'adoption_wrong', { claimed, found: hash })
  checkAdopted(first, adoption.procedure, chains)
  checkExpanded(first, adoption, chains, tools)
  return { c: openCase(hash, adoption), entries }
}

const refused = (refusal: CaseRefusal): unknown =>
  refusal.code === 'gate_closed' ? { ...refusal, grounds: refusal.grounds.filter((ground) => !ground.met) } : refusal

/** The text behind a commitment, if the export shows it; a text that does not fit its commitment is a disagreement. */
const opened = ({ disclosures }: CaseOf, entry: Entry, commitment: string, sha256: Sha256): string | undefined => {
  const shown = disclosures.get(commitment)
  if (!shown) return undefined
  shown.cited = true
  if (!isShownRightly(commitment, shown, sha256)) disagreeAt(entry, 'disclosure_wrong', { claimed: commitment })
  return shown.text
}
