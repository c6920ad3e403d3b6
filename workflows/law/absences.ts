import type { Day } from '../rules/days.ts'
import type { BodyKind, RollGroup } from './provision.ts'

/** A province's rule that a seat is lost by staying away: so many meetings of the body in a row, without a reason given. */
export interface AbsenceRule {
  /** ISO 3166-2 code of the province. */
  readonly jurisdiction: string
  readonly body: BodyKind
  /** Whose seats are meant: the elected, not those who sit in the body by another office. */
  readonly among: RollGroup
  readonly inARow: number
  /** Whether the seat ends by the rule itself, or may be ended. */
  readonly effect: 'ends' | 'may-be-ended'
  readonly cite: string
  /** What the article comes to; not its wording. */
  readonly gist: string
  /** In force on `from` and until the day before `until`. */
  readonly from: Day
  readonly until?: Day
}

const representatives = { body: 'village-representatives', among: 'representatives', inARow: 3 } as const

/** 无正当理由连续缺席: no national rule was found, and none for the city. */
const absenceRules: readonly AbsenceRule[] = [
  {
    ...representatives,
    jurisdiction: 'CN-37',
    effect: 'ends',
    cite: '《山东省实施〈中华人民共和国村民委员会组织法〉办法》第四十二条',
    gist: '村民代表连续三次无正当理由不参加村民代表会议的,其代表资格终止。这里只载要旨,全文须查原件。',
    from: '2018-12-29',
  },
  {
    ...representatives,
    jurisdiction: 'CN-50',
    effect: 'may-be-ended',
    cite: '《重庆市实施〈中华人民共和国村民委员会组织法〉办法》第十四条',
    gist: '村民代表连续三次无正当理由不参加村民代表会议的,可以终止其代表资格。这里只载要旨,全文须查原件。',
    from: '2018-12-29',
  },
]

/** The rules of a province that day, of one body or of all. */
export const absenceRulesOn = (jurisdiction: string | undefined, day: Day, body?: BodyKind): readonly AbsenceRule[] =>
  absenceRules.filter(
    (rule) =>
      rule.jurisdiction === jurisdiction &&
      (body === undefined || rule.body === body) &&
      rule.from <= day &&
      (rule.until === undefined || day < rule.until),
  )
