import { z } from '@hono/zod-openapi'
import { attest } from '../../services/attestations.ts'
import { files, id, text } from '../../services/commands/inputs.ts'
import { issuePapers } from '../../services/secret-papers.ts'
import type { App } from '../app-context.ts'
import { signedIn } from '../define.ts'
import { inBallot } from './common.ts'

const whole = z.int().min(0).max(1_000_000)
const papers = { yes: whole, no: whole, abstain: whole, spoiled: whole }

/** Papers of a secret ballot: handed out by name, counted without one. */
export const secretBallotRoutes = (app: App): void => {
  const { engine } = app

  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/ballots/{b}/papers/issued',
      tag: 'ballots',
      summary: 'Hand papers of a secret ballot to voters, who then vote by no other door',
      params: inBallot,
      body: z.strictObject({ people: z.array(id).min(1).max(5000) }),
      answers: z.object({ ballot: z.uuid(), issued: z.int() }),
      status: 201,
    },
    ({ actor, params, body }) => issuePapers(engine, actor, params.b, body),
  )
  signedIn(
    app,
    {
      method: 'post',
      path: '/api/communities/{c}/ballots/{b}/tally',
      tag: 'ballots',
      summary: 'Enter what two tellers counted of a secret ballot’s papers; another person confirms it',
      params: inBallot,
      body: z.strictObject({
        evidence: text,
        tellers: z.array(id).min(2).max(10),
        issued: whole,
        returned: whole,
        ...papers,
        groups: z.record(z.string(), z.strictObject(papers)).default({}),
        files,
        smallElectorate: z.boolean().optional(),
      }),
      answers: z.object({ attestation: z.uuid(), wanted: z.int(), supervisor: z.boolean() }),
      status: 201,
    },
    ({ actor, params, body: { evidence, yes, no, abstain, spoiled, files: cited, ...rest } }) =>
      attest(engine, actor, {
        evidence,
        what: {
          sort: 'tally',
          ballot: params.b,
          people: { yes, no, abstain, spoiled },
          ...rest,
          ...(cited ? { files: cited } : {}),
        },
      }),
  )
}
