import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { offices } from '../../../workflows/law/matter.ts'
import { bodyKinds } from '../../../workflows/law/provision.ts'
import { mayRevoke } from '../../../workflows/law/revocation.ts'
import { sealText } from '../../record/texts.ts'
import type { Rights } from '../act.ts'
import { loadCase } from '../cases.ts'
import type { Refusal } from '../refusal.ts'
import { command } from './command.ts'
import { day, id, notYet, text } from './inputs.ts'
import { takeDown } from './posting.ts'

/** What happens to a resolution after its adoption, also once the case has ended. */

/** An office above speaks for itself; its word on paper is entered by the clerk. */
const notInItsName = ({ roles }: Rights, by: string): Refusal | undefined =>
  !roles.has('clerk') && !(offices as readonly string[]).includes(by)
    ? { code: 'forbidden', needs: ['clerk'] }
    : undefined

const standing = <K extends 'resolution.suspended' | 'resolution.resumed'>(kind: K) =>
  command({
    kind,
    by: ['clerk', 'township'],
    input: z.strictObject({ by: z.enum([...bodyKinds, ...offices]), decidedOn: day, reason: text }),
    put: ({ reason, ...rest }, { today, rights }) => {
      const refusal = notInItsName(rights, rest.by) ?? notYet(today, rest.decidedOn)
      if (refusal) return refusal
      const sealed = sealText(reason)
      return { data: { ...rest, reason: sealed.commitment } as never, texts: [sealed] }
    },
  })

export const suspendResolution = standing('resolution.suspended')
export const resumeResolution = standing('resolution.resumed')

/** 责令改正: the township or sub-district orders something to be put right by a day. */
export const orderCorrection = command({
  kind: 'correction.ordered',
  by: ['clerk', 'township'],
  input: z.strictObject({ by: z.enum(offices), orderedOn: day, dueOn: day, text }),
  put: ({ text, ...rest }, { today }) => {
    const future = notYet(today, rest.orderedOn)
    if (future) return future
    if (rest.dueOn < rest.orderedOn) return { code: 'day_not_ahead', day: rest.dueOn, today: rest.orderedOn }
    const sealed = sealText(text)
    return { data: { order: uuidv7(), ...rest, text: sealed.commitment }, texts: [sealed] }
  },
})

/** The committee reports that what was ordered has been done. */
export const reportCorrection = command({
  kind: 'correction.reported',
  by: ['clerk'],
  input: z.strictObject({ order: id, doneOn: day, text }),
  put: ({ text, ...rest }, { today }) => {
    const future = notYet(today, rest.doneOn)
    if (future) return future
    const sealed = sealText(text)
    return { data: { ...rest, text: sealed.commitment }, texts: [sealed] }
  },
})

/** 批准: the office above approves the decision, or does not. */
export const giveApproval = command({
  kind: 'approval.given',
  by: ['clerk', 'township'],
  input: z.strictObject({ by: z.enum([...offices, 'county']), decidedOn: day, approved: z.boolean(), number: text }),
  put: ({ number, ...rest }, { today, rights }) => {
    if (rest.by === 'county' && !rights.roles.has('clerk')) return { code: 'forbidden', needs: ['clerk'] }
    const future = notYet(today, rest.decidedOn)
    if (future) return future
    const sealed = sealText(number)
    return { data: { ...rest, number: sealed.commitment }, texts: [sealed] }
  },
})

/** 撤销: a higher body has adopted a proposal of its own that takes this resolution away. */
export const revokeResolution = command({
  kind: 'resolution.revoked',
  by: ['clerk'],
  input: z.strictObject({ proposal: id, reason: text }),
  put: async ({ proposal, reason }, { tx, community, held }) => {
    const higher = proposal === held.proposal ? undefined : await loadCase(tx, community, proposal)
    const adopted = higher?.facts.adopted
    const ballot = adopted && higher?.facts.ballots.get(adopted.ballot)
    const decides = higher?.procedure.stages.find((stage) => stage.id === ballot?.stage)
    if (!adopted || !ballot?.closed || decides?.kind !== 'decision' || higher?.facts.resolution !== 'in-force')
      return { code: 'not_found', what: 'resolution' }
    const own = held.case.procedure.stages.find((stage) => stage.kind === 'decision' && stage.final)
    const over = own?.kind === 'decision' ? own.body : undefined
    if (over !== undefined && !mayRevoke(decides.body, over))
      return { code: 'not_a_higher_body', body: decides.body, over }
    const sealed = sealText(reason)
    const decided = { by: decides.body, proposal, ballot: adopted.ballot, decidedOn: ballot.closed.on }
    return { data: { ...decided, reason: sealed.commitment }, texts: [sealed] }
  },
})

const bare = <K extends 'proposal.discontinued' | 'decision.reopened' | 'proposal.expired'>(kind: K) =>
  command({ kind, by: ['clerk'], input: z.strictObject({}), put: () => ({ data: {} }) as never, project: takeDown })

/** A case whose resolution was revoked ends. */
export const discontinue = bare('proposal.discontinued')

/** A matter whose verdict a correction turned is put again. */
export const reopenDecision = bare('decision.reopened')

/** A case that nobody has moved for the days adopted ends. */
export const expireProposal = bare('proposal.expired')

/** 提交村民(居民)会议决定: the representatives leave the matter to the assembly. */
export const referUp = command({
  kind: 'decision.referred',
  by: ['clerk'],
  input: z.strictObject({ to: z.enum(bodyKinds), reason: text }),
  put: ({ to, reason }) => {
    const sealed = sealText(reason)
    return { data: { to, reason: sealed.commitment }, texts: [sealed] }
  },
})
