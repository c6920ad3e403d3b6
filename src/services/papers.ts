import type { Tx } from '../../db/within.ts'
import type { Attested } from '../../workflows/format/entry.ts'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import type { Engine } from './act.ts'
import { isRefusal, say, settle } from './advance.ts'
import {
  type By,
  citeIn,
  holdBallot,
  keepVotes,
  type ListedVote,
  sayVotes,
  unfitRow,
  unlessFilesKnown,
  unlessRecorded,
} from './open-ballots.ts'
import type { Refusal } from './refusal.ts'

/** 表决票录入单: papers of a recorded ballot, as somebody at the table reads them off. */
export interface Papers {
  readonly ballot: string
  /** Of the whole ballot so far, this sheet's among them: the newest count stands. */
  readonly issued: number
  readonly returned: number
  /** Photos of the sheet, by their hashes. */
  readonly files?: readonly string[] | undefined
  /** `visit` for what was written at the voters' own doors. */
  readonly door: 'paper' | 'visit'
  readonly votes: readonly ListedVote[]
}

/** How many votes a list brought. */
export interface EnteredVotes {
  readonly ballot: string
  readonly entered: number
}

/** Enters the papers of a sheet, all of them or none: the count of what was issued and returned, and each voter's own. */
export const enterPapers = async (
  tx: Tx,
  engine: Engine,
  by: By,
  { ballot, issued, returned, files, door, votes }: Papers,
  attested: Attested,
): Promise<Result<EnteredVotes, Refusal>> => {
  const open = await holdBallot(tx, engine, by.community, ballot)
  if (isRefusal(open)) return refuse(open)
  const { held } = open
  const counts = { ballot, issued, returned, ...(files ? { files: [...files] } : {}) }
  const unfit =
    unlessRecorded(open) ??
    (door === 'visit' && open.open.circulated === undefined ? ({ code: 'not_circulated' } as const) : undefined) ??
    (await unlessFilesKnown(tx, by.community, counts)) ??
    (await unfitRow(tx, by.community, open, votes))
  if (unfit) return refuse(unfit)
  const said = sayVotes(held, by, ballot, { votes, door }, { attested })
  if (isRefusal(said)) return refuse(said)
  const counted = say(held, by, 'papers.counted', counts, { attested })
  if (isRefusal(counted)) return refuse(counted)
  await settle(tx, engine, held)
  await keepVotes(tx, by.community, ballot, said)
  await citeIn(tx, counted.entry)
  return ok({ ballot, entered: said.length })
}
