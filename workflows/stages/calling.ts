import type { DataOf } from '../format/catalogue.ts'
import { compositionRule, noticeDays } from '../law/in-force.ts'
import { needsPartyDiscussion } from '../law/matters.ts'
import type { Provision } from '../law/provision.ts'
import { daysBetween } from '../rules/days.ts'
import { countOf, frozen } from './counting.ts'
import { type Ask, atLeast, dataOf, type Gate, type GateGround, has } from './gate.ts'
import { competent } from './intake.ts'
import { type CalledStage, lawOn } from './law-on.ts'
import { judgedByLaw, weighedBy } from './verdict.ts'

const citeOf = (law: readonly Provision[]): string => law.map((provision) => provision.cite).join(';')

/** For a deciding body: competent on the day, authorised where it decides by delegation, the party organisation heard. */
export const mayDecide = (stage: CalledStage, ask: Ask): readonly GateGround[] => {
  const { facts, on } = ask
  if (!stage.final || facts.matter === undefined) return []
  const prior = needsPartyDiscussion(facts.matter, on)
  const discussed = facts.partyDiscussion?.agreed === true && facts.partyDiscussion.heldOn <= on
  const reviewed = [...facts.ballots.values()].some((b) => b.carried === true && b.stage !== stage.id)
  return [
    ...competent(stage.body, facts.matter, ask),
    ...(prior ? [{ ...has('party-discussion', reviewed || discussed), cite: prior.cite }] : []),
  ]
}

/** So many whole days lie between the call and the meeting; where the law asks for none, the day is at least not over. */
const daysAhead = ({ sentOn, on }: DataOf<'meeting.convened'>, need: number): GateGround =>
  atLeast('convocation-days', daysBetween(sentOn, on), need, { on, sentOn })

/** The share of signatures that a meeting on demand rests on; without a demand nothing is asked. */
const demandedEnough = (law: readonly Provision[], { demand }: DataOf<'meeting.convened'>): readonly GateGround[] => {
  if (!demand) return []
  const asked = law
    .flatMap((p) => (p.demands ?? []).map((d) => ({ ...d, cite: p.cite })))
    .find((d) => d.of === demand.of)
  if (!asked) return [has('demand-admitted', false, { of: demand.of })]
  const [num, den] = asked.atLeast
  const need = Math.ceil((demand.base * num) / den)
  return [
    {
      ...atLeast('demand-signed', demand.have, Math.max(1, need), { of: demand.of }),
      of: demand.base,
      cite: asked.cite,
    },
  ]
}

/** Called in time, by the right body, with the members that the law composes it of, for the newest draft. */
export const convokes: Gate<CalledStage> = (stage, ask) => {
  const data = dataOf(ask, 'meeting.convened')
  if (!data) {
    const law = lawOn(stage, ask.on, ask.facts.matter)
    return [
      has('meeting-called', false, { body: stage.body, daysBefore: noticeDays(law), lawOf: citeOf(law) }),
      ...mayDecide(stage, ask),
    ]
  }
  const law = lawOn(stage, data.sentOn, ask.facts.matter)
  const notice = law.flatMap((provision) =>
    provision.convocation ? [{ ...provision.convocation, cite: provision.cite }] : [],
  )
  const conveners = law.flatMap((provision) => provision.convenes ?? [])
  const presiding = law.flatMap((provision) => provision.presides ?? [])
  const urgent = data.emergency !== undefined
  const composition = compositionRule(law)
  const count = countOf(stage, frozen(data))
  return [
    has('law-in-force', law.length > 0, { body: stage.body, day: data.sentOn }),
    has('right-body', data.body === stage.body && data.mode === stage.mode, { body: stage.body }),
    has('newest-draft-announced', data.draft === ask.facts.draft?.n, { newest: ask.facts.draft?.n ?? 0 }),
    has('convener', conveners.length === 0 || conveners.includes(data.convenedBy), { convenes: conveners }),
    ...(presiding.length === 0
      ? []
      : [
          has('presider', data.presidesAs !== undefined && presiding.includes(data.presidesAs), {
            presides: presiding,
          }),
        ]),
    ...(stage.kind === 'decision' && stage.demanded ? [has('demand-behind-it', data.demand !== undefined)] : []),
    ...demandedEnough(law, data),
    ...(urgent
      ? [
          has('emergency-decided', data.emergencyBy !== undefined && conveners.includes(data.emergencyBy), {
            convenes: conveners,
          }),
        ]
      : []),
    ...(notice.length === 0 ? [daysAhead(data, 0)] : []),
    ...notice.flatMap((n) => {
      const relaxed = n.emergency === true && urgent
      return [
        { ...daysAhead(data, relaxed ? 0 : n.daysBefore), cite: n.cite },
        ...(n.written ? [{ ...has('convocation-written', data.written), cite: n.cite }] : []),
        ...(n.posted ? [{ ...has('convocation-posted', data.posted), cite: n.cite }] : []),
      ]
    }),
    ...weighedBy(law, 'represented').map(({ cite }) => ({
      ...has('households-behind-seats', (data.measures?.represented ?? 0) > 0),
      cite,
    })),
    ...(composition ? judgedByLaw('composition', law, compositionRule, count) : []),
    ...mayDecide(stage, ask),
  ]
}
