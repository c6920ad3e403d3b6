import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { word } from '../../../workflows/format/catalogue.ts'
import { competence } from '../../../workflows/law/matters.ts'
import { bodyKinds } from '../../../workflows/law/provision.ts'
import { has } from '../../../workflows/stages/gate.ts'
import { sealText } from '../../record/texts.ts'
import { closed } from '../advance.ts'
import { command } from './command.ts'
import { day, files, notYet, text } from './inputs.ts'
import { takeDown } from './posting.ts'

/** What may be said at intake, and what may be put on file while the case runs. */

export const accept = command({
  kind: 'intake.accepted',
  by: ['clerk'],
  input: z.strictObject({ matter: word }),
  put: ({ matter }) => ({ data: { matter } }),
})

export const refuseAtIntake = command({
  kind: 'intake.refused',
  by: ['clerk'],
  input: z.strictObject({ reason: text }),
  put: ({ reason }) => {
    const sealed = sealText(reason)
    return { data: { reason: sealed.commitment }, texts: [sealed] }
  },
})

export const withdraw = command({
  kind: 'proposal.withdrawn',
  by: ['clerk', 'resident'],
  input: z.strictObject({ reason: text }),
  put: async ({ reason }, { tx, community, held, rights }) => {
    const [row] = await tx.execute<{ proposer: string | null }>(sql`
      select proposer from proposal where community = ${community} and id = ${held.proposal}`)
    const own = rights.person !== undefined && row?.proposer === rights.person
    if (!own && !rights.roles.has('clerk')) return { code: 'forbidden', needs: ['proposer', 'clerk'] }
    const sealed = sealText(reason)
    return { data: { reason: sealed.commitment }, texts: [sealed] }
  },
  project: takeDown,
})

/** Only a body that may decide a matter itself hands it on, and what is on file has happened. */
export const fileAuthorisation = command({
  kind: 'authorisation.filed',
  by: ['clerk'],
  input: z.strictObject({
    matter: word,
    by: z.enum(bodyKinds),
    to: z.enum(bodyKinds),
    decidedOn: day,
    until: day,
    postedOn: day,
    filedOn: day,
    text,
  }),
  put: ({ text, ...rest }, { held, today }) => {
    const future = notYet(today, rest.decidedOn, rest.postedOn, rest.filedOn)
    if (future) return future
    const { matter, by, decidedOn } = rest
    const { jurisdiction } = held.case.procedure.place
    const { decides, cite, instead } = competence(matter, by, { day: decidedOn, jurisdiction })
    if (decides !== 'itself') {
      const ground = has('competent-body', false, { matter, body: by, ...(instead ? { instead } : {}) })
      return closed(held, 'authorisation.filed', [{ ...ground, cite }])
    }
    const sealed = sealText(text)
    return { data: { ...rest, text: sealed.commitment }, texts: [sealed] }
  },
})

export const filePartyDiscussion = command({
  kind: 'party-discussion.filed',
  by: ['clerk'],
  input: z.strictObject({ heldOn: day, agreed: z.boolean(), text }),
  put: ({ text, ...rest }, { today }) => {
    const future = notYet(today, rest.heldOn)
    if (future) return future
    const sealed = sealText(text)
    return { data: { ...rest, text: sealed.commitment }, texts: [sealed], occurredOn: rest.heldOn }
  },
})

export const reportFiling = command({
  kind: 'filing.reported',
  by: ['clerk', 'township'],
  input: z.strictObject({ with: z.enum(['township', 'sub-district']), filedOn: day, number: text, files }),
  put: ({ number, ...rest }, { today }) => {
    const future = notYet(today, rest.filedOn)
    if (future) return future
    const sealed = sealText(number)
    return { data: { ...rest, number: sealed.commitment }, texts: [sealed] }
  },
})
