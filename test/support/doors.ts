import { within } from '../../db/within.ts'
import { add, communityChain, hold, nextEntry, write } from '../../src/record/chains.ts'
import { sha256 } from '../../src/record/sha256.ts'
import { adopt } from '../../src/services/adoptions.ts'
import { attest, confirmAttestation } from '../../src/services/attestations.ts'
import { type OpenBallot, openBallot } from '../../src/services/ballots.ts'
import { openProposal } from '../../src/services/proposals.ts'
import type { Refusal } from '../../src/services/refusal.ts'
import { canonicalBytes } from '../../workflows/format/canonical.ts'
import { toHex } from '../../workflows/format/hash.ts'
import type { Procedure } from '../../workflows/procedures/procedure.ts'
import { procedures } from '../../workflows/registry.ts'
import type { Result } from '../../workflows/result.ts'
import type { ExpandedProcedure, Stage } from '../../workflows/stages/stage.ts'
import type { Procedures } from '../../workflows/verify/adopted.ts'
import { Committee } from './committee.ts'
import { type Village, value } from './engine.ts'

export const begins = new Date('2026-03-02T09:00:00+08:00')

/** The party assembly in its hall, and how the office of the place does what is done there. */
export type Hall = {
  readonly village: Village
  readonly committee: Committee
  readonly meeting: string
  readonly proposals: readonly string[]
  readonly people: readonly string[]
  /** Puts the question; answers the ballot. */
  readonly puts: (proposal: string, more?: Partial<OpenBallot>) => Promise<string>
  /** Entered by the clerk and waiting. */
  readonly enters: (what: Parameters<typeof attest>[2]['what']) => ReturnType<typeof attest>
  /** Confirmed by the supervision committee. */
  readonly confirms: (attestation: string) => ReturnType<typeof confirmAttestation>
}

/** Rules of the body's own, and what the law would say of recusal (none does so far). */
export type OwnRules = {
  readonly circulated?: { readonly days: number }
  readonly changes?: true
  readonly recusal?: 'out-of-base'
}

/** Some proposals before the party branch committee's eyes: called, everybody signed in, nothing put yet. */
export const withHall = async (
  village: Village,
  many: number,
  body: 'party-committee' | 'party-assembly',
  own: OwnRules = {},
): Promise<Hall> => {
  const { engine, clerk, supervisor } = village
  const committee = new Committee(village, begins)
  const { adoption } = await value(
    adopt(engine, clerk, {
      procedure: 'three-reviews@1',
      choices: {
        branch: body,
        decides: 'persons',
        half: 'representatives',
        amendment: 'continue',
        publicationDays: 15,
        ratingDays: 7,
        rollCall: 'public',
        calls: 3,
        expiryDays: 180,
      },
    }),
  )
  await ruled(village, engine, adoption, own)
  const proposals: string[] = []
  for (let n = 0; n < many; n += 1) {
    const { proposal } = await value(openProposal(engine, clerk, { adoption, title: '修路', topics: [] }))
    await committee.accepts(proposal)
    proposals.push(proposal)
  }
  const { meeting, on } = await committee.calls(body, proposals, 1)
  committee.goTo(on)
  const people = (await village.membersOf(body)).map(({ person }) => person)
  await committee.signsIn(meeting, people)
  return {
    village,
    committee,
    meeting,
    proposals,
    people,
    puts: async (proposal, more = {}) =>
      (await value(openBallot(engine, clerk, meeting, { proposal, motion: 'agree', ...more }))).ballot,
    enters: (what) => attest(engine, clerk, { evidence: '表决票原件存档', what }),
    confirms: (attestation) => confirmAttestation(engine, supervisor, attestation),
  }
}

/** A step as it reads with such rules. */
const withRules =
  ({ recusal, ...own }: OwnRules) =>
  (stage: Stage): Stage =>
    stage.kind === 'decision'
      ? { ...stage, ...own, law: recusal ? stage.law.map((provision) => ({ ...provision, recusal })) : stage.law }
      : stage

/** The procedures of an installation in which a body may have such rules. */
export const offering = (rules: OwnRules): Procedures => {
  const usual = procedures.get('three-reviews@1')
  if (!usual) throw new Error('no such procedure')
  const stages: Procedure['stages'] = (chosen, place) => usual.stages(chosen, place).map(withRules(rules))
  return new Map([...procedures, ['three-reviews@1', { ...usual, stages }]])
}

/** A rule of the body's own, written into the adopted procedure as an adoption that offers it would. */
export const ruled = (
  { database, community }: Pick<Village, 'database' | 'community'>,
  { db, clock, keys }: Pick<Village['engine'], 'db' | 'clock' | 'keys'>,
  adoption: string,
  rules: OwnRules,
) =>
  database.ownerSql
    .begin(async (tx) => {
      await tx`select set_config('app.community', ${community}, true)`
      const [row] = await tx<{ expanded: ExpandedProcedure }[]>`select expanded from adoption where id = ${adoption}`
      if (!row) throw new Error('no adoption')
      const expanded = { ...row.expanded, stages: row.expanded.stages.map(withRules(rules)) }
      const hash = toHex(sha256(canonicalBytes(expanded)))
      await tx`update adoption set hash = ${hash}, expanded = ${JSON.stringify(expanded)}::text::jsonb where id = ${adoption}`
      return { adoption, procedure: expanded.procedure, hash }
    })
    // The community's chain says that it was adopted so.
    .then((data) =>
      within(db, community, async (tx) => {
        const chain = await hold(tx, clock, community, communityChain)
        if (!chain) throw new Error('no community')
        add(chain, nextEntry(chain, { kind: 'adoption.made', actor: community, data }))
        await write(tx, keys, chain)
      }),
    )

/** The refusal's code and facts, or that there was none. */
export const refusalOf = async <T>(result: Promise<Result<T, Refusal>>): Promise<Refusal | 'accepted'> => {
  const found = await result
  return found.ok ? 'accepted' : found.refusal
}
