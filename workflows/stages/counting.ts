import type { Facts, OpenBallot } from '../facts.ts'
import type { DataOf } from '../format/catalogue.ts'
import type { Count, Tallies } from '../rules/types.ts'
import { has } from './gate.ts'
import type { CalledStage } from './law-on.ts'

const nothing: Tallies = { entitled: 0, present: 0, yes: 0, no: 0, abstain: 0, spoiled: 0 }

type Share = { readonly entitled: number; readonly present: number }
type Measured<T> = { readonly area?: T | undefined; readonly represented?: T | undefined }

/** Who is entitled and who came: heads, each group of the roll, and whatever else is weighed. */
export interface Shares {
  readonly people: Share
  readonly groups: Readonly<Record<string, Share>>
  readonly measures?: Measured<Share> | undefined
}

/** A count as a ballot's close states it. */
export type Counted = Pick<DataOf<'ballot.closed'>, 'people' | 'groups' | 'measures'>

type Part = Share & { readonly [Q in Exclude<keyof Tallies, keyof Share>]?: number | undefined }
interface Counting {
  readonly people: Part
  readonly groups: Readonly<Record<string, Part>>
  readonly measures?: Measured<Part> | undefined
}

const fullOf = ({ issued, returned, ...part }: Part): Tallies => ({
  ...nothing,
  ...(part as Share & Partial<Tallies>),
  ...(issued === undefined ? {} : { issued }),
  ...(returned === undefined ? {} : { returned }),
})

/** Builds the count that rules are judged on. In household mode each head on the roll stands for one household. */
export const countOf = (stage: Pick<CalledStage, 'mode'>, { people, groups, measures = {} }: Counting): Count => {
  const whole = fullOf(people)
  const { area, represented } = measures
  return {
    people: whole,
    ...(stage.mode === 'households' ? { households: whole } : {}),
    ...(area ? { area: fullOf(area) } : {}),
    ...(represented ? { represented: fullOf(represented) } : {}),
    among: Object.fromEntries(Object.entries(groups).map(([group, tallies]) => [group, fullOf(tallies)])),
  }
}

/** True where a whole, each of its groups and each measure stand at the same number on both sides. */
const sameOf = (number: keyof Share, a: Shares, b: Shares): boolean =>
  a.people[number] === b.people[number] &&
  Object.keys(a.groups).length === Object.keys(b.groups).length &&
  Object.entries(a.groups).every(([group, share]) => share[number] === b.groups[group]?.[number]) &&
  a.measures?.area?.[number] === b.measures?.area?.[number] &&
  a.measures?.represented?.[number] === b.measures?.represented?.[number]

/** The roll as it was frozen when the meeting was called: nobody is present yet. */
export const frozen = ({
  entitled,
  groups,
  measures,
}: Pick<DataOf<'meeting.convened'>, 'entitled' | 'groups' | 'measures'>): Shares => {
  const none = (n: number): Share => ({ entitled: n, present: 0 })
  const { area, represented } = measures ?? {}
  return {
    people: none(entitled),
    groups: Object.fromEntries(Object.entries(groups).map(([group, n]) => [group, none(n)])),
    ...(measures
      ? {
          measures: {
            ...(area === undefined ? {} : { area: none(area) }),
            ...(represented === undefined ? {} : { represented: none(represented) }),
          },
        }
      : {}),
  }
}

export const onFrozenRoll = (at: Shares, meeting: Facts['meeting']): boolean =>
  meeting !== undefined && sameOf('entitled', at, frozen(meeting))

/** The roll of a ballot is the frozen one; where the law takes the recused out of the base, without them. */
export const ballotOnRoll = (data: DataOf<'ballot.opened'>, meeting: Facts['meeting']): boolean =>
  data.recusal === undefined
    ? onFrozenRoll(data, meeting)
    : meeting !== undefined && data.people.entitled + (data.recused?.length ?? 0) === meeting.entitled

/** The tally is of the roll and of those present that the ballot was opened with; secret votes and hands are heads alone. */
export const tallyFits = (closed: Shares, { people, groups, ...opened }: Shares & Pick<OpenBallot, 'voting'>) => {
  const hall: Shares = { people, groups, ...(opened.voting === undefined ? { measures: opened.measures } : {}) }
  return has('tally-of-this-roll', sameOf('entitled', closed, hall) && sameOf('present', closed, hall))
}
