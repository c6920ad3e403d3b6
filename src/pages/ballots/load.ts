import type { z } from 'zod'
import { ok, type Result } from '../../../workflows/result.ts'
import type { Actor, Engine } from '../../services/act.ts'
import type { Refusal } from '../../services/refusal.ts'
import { type BallotDesk, ballotDesk } from '../../services/views/ballot-desk.ts'
import { bySignedIn } from '../clerk/signed-in.ts'
import type { inBallot } from '../meetings/address.ts'
import type { Asked } from '../page.ts'

type OfBallot = Pick<Asked<z.output<typeof inBallot>, unknown>, 'site' | 'reader' | 'params'>

/** A ballot as it lies on the clerk's table. */
export const loadBallot = ({ site, reader, params }: OfBallot): Promise<Result<BallotDesk, Refusal>> =>
  bySignedIn(reader, (actor) => ballotDesk(site.engine, actor, params.b))

/** The same with something besides. */
export const loadBallotWith = <T>(
  { site, reader, params }: OfBallot,
  besides: (engine: Engine, actor: Actor, ballot: string) => Promise<Result<T, Refusal>>,
): Promise<Result<{ readonly ballot: BallotDesk; readonly besides: T }, Refusal>> =>
  bySignedIn(reader, async (actor) => {
    const ballot = await ballotDesk(site.engine, actor, params.b)
    if (!ballot.ok) return ballot
    const more = await besides(site.engine, actor, params.b)
    return more.ok ? ok({ ballot: ballot.value, besides: more.value }) : more
  })
