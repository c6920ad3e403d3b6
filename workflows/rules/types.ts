/** What can be counted of a meeting or a ballot. cast = yes + no + abstain + spoiled; valid = yes + no + abstain; decided = yes + no. */
export type Quantity =
  | 'entitled'
  | 'present'
  | 'issued'
  | 'returned'
  | 'cast'
  | 'valid'
  | 'decided'
  | 'yes'
  | 'no'
  | 'abstain'
  | 'spoiled'

/** In what a quantity is counted: heads, households, exclusive area (0.01 m²), or the households behind a representative. */
export type Measure = 'people' | 'households' | 'area' | 'represented'

/** A named part of the roll, frozen with it, such as `representatives` or `women-representatives`. */
export type Group = string

/** A fraction [numerator, denominator] of non-negative safe integers, the denominator positive. */
export type Share = readonly [numerator: number, denominator: number]

interface Counted {
  readonly count: Quantity
  readonly measure?: Measure
  /** Narrows the count to a group of the roll. */
  readonly among?: Group
}

interface OfBase extends Counted {
  readonly of: Quantity
  /** Narrows the base to a group of the roll. */
  readonly ofAmong?: Group
}

/** One comparison: a count against a share of a base (以上 = atLeast, 过半数 / 超过 = moreThan), or against a plain number. */
export type Test =
  | (OfBase & { readonly atLeast: Share })
  | (OfBase & { readonly moreThan: Share })
  | (Counted & { readonly atLeastNumber: number })

/** A threshold as data: one test, all of several, or any of several. */
export type Rule = Test | { readonly all: readonly Rule[] } | { readonly any: readonly Rule[] }

/** The tallies of one measure or group: non-negative safe integers. */
export interface Tallies {
  readonly entitled: number
  readonly present: number
  readonly issued?: number
  readonly returned?: number
  readonly yes: number
  readonly no: number
  readonly abstain: number
  readonly spoiled: number
}

/** The numbers that a rule is judged on, by measure and by group. */
export interface Count {
  readonly people: Tallies
  readonly households?: Tallies
  readonly area?: Tallies
  readonly represented?: Tallies
  readonly among?: Readonly<Record<Group, Tallies>>
}

/** One test with its arithmetic: `have` of `of` where `need` is the smallest count that would do. */
export interface Ground {
  readonly test: Test
  readonly have: number
  readonly need: number
  /** The base that the share is of; absent where the test is against a plain number. */
  readonly of?: number
  readonly met: boolean
}

/** A rule's answer; `met` follows from the grounds, every one of which is given, also the met ones. */
export interface Judgement {
  readonly met: boolean
  readonly grounds: readonly Ground[]
}

/** The weights of those whose votes are still out, by measure and by group. */
export interface Outstanding {
  readonly people: number
  readonly households?: number
  readonly area?: number
  readonly represented?: number
  readonly among?: Readonly<Record<Group, number>>
}

/** Whether the votes still out can change the answer. */
export type Outlook = 'certain' | 'impossible' | 'open'
