import { type Case, stageOf } from '../../workflows/case.ts'
import { canonicalText } from '../../workflows/format/canonical.ts'
import { dayOfEntry, type Entry } from '../../workflows/format/entry.ts'
import { type PollResult, resultOf } from '../../workflows/stages/election.ts'
import { lawOn } from '../../workflows/stages/law-on.ts'
import { outcomeOf } from '../../workflows/stages/polling.ts'
import { disagree } from './disagreement.ts'
import type { Asked } from './tables.ts'

/** A poll as its entries tell it: whose papers were given out and to whom, and at the close what it came to. */
interface Told {
  readonly meeting: string
  readonly roll: string
  readonly papers: Map<string, string>
  result: PollResult | null
}

/** The polls of a case, by id. */
export type Polls = Map<string, Told>

/** Notes what an entry says of a poll, with the case as it stood before it. */
export const notePoll = (polls: Polls, entry: Entry, c: Case): void => {
  if (entry.kind === 'poll.opened') {
    const { poll, meeting, roll } = entry.data
    polls.set(poll, { meeting, roll, papers: new Map(), result: null })
  }
  if (entry.kind === 'papers.issued')
    for (const { voter, proxy = '' } of entry.data.papers) polls.get(entry.data.poll)?.papers.set(voter, proxy)
  const closing = entry.kind === 'poll.closed' ? polls.get(entry.data.poll) : undefined
  if (closing) closing.result = resultIn(c, entry)
}

const resultIn = (c: Case, entry: Entry): PollResult => {
  const stage = stageOf(c)
  const { election, matter } = c.facts
  if (stage.kind !== 'election' || !election) return resultOf(new Map())
  return resultOf(outcomeOf(election, lawOn(stage, dayOfEntry(entry), matter), stage) ?? new Map())
}

interface PollRow {
  readonly id: string
  readonly meeting: string
  readonly roll: string
  readonly result: PollResult | null
  readonly papers: readonly { readonly voter: string; readonly proxy: string }[]
}

/** Each stored poll is the one in the record, with every paper that was given out and no other, and with what it came to. */
export const agreeOnPolls = async (
  tx: Asked,
  community: string,
  place: { readonly chain: string; readonly seq: number },
  proposal: string,
  polls: Polls,
): Promise<void> => {
  const rows = await tx.unsafe<PollRow[]>(
    `select p.id, p.meeting, p.result, r.root as roll,
        (select coalesce(jsonb_agg(jsonb_build_object('voter', i.voter, 'proxy', coalesce(i.proxy::text, ''))), '[]')
          from paper_issue i where (i.community, i.poll) = (p.community, p.id)) as papers
      from poll p join roll r on (r.community, r.id) = (p.community, p.roll)
      where p.community = current_community() and p.proposal = $1::text::uuid`,
    [proposal],
  )
  for (const { id, meeting, roll, result, papers } of rows) {
    const told = polls.get(id)
    if (!told || told.meeting !== meeting || told.roll !== roll) return disagree(community, place, 'poll_wrong')
    if (canonicalText(result) !== canonicalText(told.result)) disagree(community, place, 'poll_wrong')
    const other = papers.some(({ voter, proxy }) => told.papers.get(voter) !== proxy)
    if (other || papers.length !== told.papers.size) disagree(community, place, 'papers_wrong')
  }
  if (rows.length !== polls.size) disagree(community, place, 'poll_wrong')
}
