import type { Day } from '../rules/days.ts'
import type { Rule } from '../rules/types.ts'
import {
  type BodyKind,
  type Mode,
  type Provision,
  type ProxyRule,
  type WayOfVoting,
  waysOfVoting,
} from './provision.ts'

/** Which law is asked for: one body's, in its mode where it knows two, on a matter, with a province's additions, on a day. */
export interface LawAsked {
  readonly body: BodyKind
  readonly mode?: Mode | undefined
  /** The class of the matter to be decided; without it, a provision on some matters only does not apply. */
  readonly matter?: string | undefined
  readonly jurisdiction?: string | undefined
  readonly day: Day
}

/**
 * The provisions in force on a body that day: the nation's and its province's additions. A body that meets by persons or
 * by households has none until the mode is named, so that the two are never mixed.
 */
export const provisionsOn = (
  all: readonly Provision[],
  { body, mode, matter, jurisdiction, day }: LawAsked,
): readonly Provision[] =>
  all.filter(
    (p) =>
      p.body === body &&
      (p.mode === undefined || p.mode === mode) &&
      (p.matters === undefined || (matter !== undefined && p.matters.includes(matter))) &&
      (p.jurisdiction === undefined || p.jurisdiction === jurisdiction) &&
      p.from <= day &&
      (p.until === undefined || day < p.until),
  )

/** Who must have come; undefined where no provision says so, and then nothing can be decided. */
export const quorumRule = (provisions: readonly Provision[]): Rule | undefined =>
  together(provisions.map((p) => p.quorum))

/** Who must have taken part when the ballot closes; undefined where the law asks nothing of it. */
export const participationRule = (provisions: readonly Provision[]): Rule | undefined =>
  together(provisions.map((p) => p.participation))

/** Who must agree; undefined where no provision says so, and then nothing can be decided. */
export const passRule = (provisions: readonly Provision[]): Rule | undefined =>
  together(provisions.map((p) => p.passes))

/** What a candidate must have received in a run-off; undefined where the law knows none. */
export const runOffRule = (provisions: readonly Provision[]): Rule | undefined =>
  together(provisions.map((p) => p.runOff))

/** How the body must be made up when it is called; undefined where the law asks nothing of it. */
export const compositionRule = (provisions: readonly Provision[]): Rule | undefined =>
  together(provisions.map((p) => p.composition))

/** How a vote may be entrusted; undefined where no provision admits it. */
export const proxyRule = (provisions: readonly Provision[]): ProxyRule | undefined =>
  provisions.find((p) => p.proxies !== undefined)?.proxies

/** The ways of voting that every provision admits. */
export const waysAdmitted = (provisions: readonly Provision[]): readonly WayOfVoting[] =>
  waysOfVoting.filter((way) => provisions.every((p) => p.voting === undefined || p.voting.includes(way)))

/** The days of warning that a meeting needs, the strictest that any provision asks; 0 where none does. */
export const noticeDays = (provisions: readonly Provision[]): number =>
  Math.max(0, ...provisions.map((p) => p.convocation?.daysBefore ?? 0))

function together(rules: readonly (Rule | undefined)[]): Rule | undefined {
  const asked = rules.filter((rule) => rule !== undefined)
  const [only] = asked
  return asked.length > 1 ? { all: asked } : only
}
