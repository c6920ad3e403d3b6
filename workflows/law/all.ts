import type { Day } from '../rules/days.ts'
import { city } from './city.ts'
import { collective } from './collective.ts'
import { committees } from './committees.ts'
import { elections } from './elections.ts'
import { fundRaising } from './fund-raising.ts'
import { owners } from './owners.ts'
import { party } from './party.ts'
import type { BodyKind, Demand, Provision } from './provision.ts'
import { shandong } from './shandong.ts'
import { village } from './village.ts'

/** Every provision known, of every source and date. */
export const allProvisions: readonly Provision[] = [
  ...village,
  ...city,
  ...party,
  ...committees,
  ...shandong,
  ...owners,
  ...collective,
  ...elections,
  ...fundRaising,
]

/** The bodies whose members may preside over a body that day, by any provision in force. */
export const presidersOf = (body: BodyKind, day: Day): readonly BodyKind[] => [
  ...new Set(
    allProvisions
      .filter((p) => p.body === body && p.from <= day && (p.until === undefined || day < p.until))
      .flatMap((p) => p.presides ?? []),
  ),
]

/** Whose signatures oblige the committee to call a body that day, with the article that says so. */
export const demandsOn = (body: BodyKind, day: Day): readonly (Demand & { readonly cite: string })[] =>
  allProvisions
    .filter((p) => p.body === body && p.from <= day && (p.until === undefined || day < p.until))
    .flatMap((p) => (p.demands ?? []).map((demand) => ({ ...demand, cite: p.cite })))
