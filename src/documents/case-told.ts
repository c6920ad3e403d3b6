import type { Delivery, SignInDoor, VoteOption } from '../../workflows/format/catalogue.ts'
import type { Entry } from '../../workflows/format/entry.ts'
import { dayOfEntry } from '../../workflows/format/entry.ts'
import type { Day } from '../../workflows/rules/days.ts'
import type { ExpandedProcedure } from '../../workflows/stages/stage.ts'
import type { Channel, TopicClass } from '../../workflows/topics.ts'
import type { Lang } from '../../workflows/wording.ts'
import type { MeetingTold } from './minutes.ts'

/** The place that a paper is of. */
export interface PlaceTold {
  readonly communityId: string
  readonly community: string
  readonly sort: 'village' | 'city' | 'township'
  /** Where its pages are found, without a slash at the end. */
  readonly site: string
  /** Where the record of the whole community was last sealed; null before the first time. */
  readonly checkpoint: { readonly size: number; readonly code: string } | null
}

/** A case as its papers tell it: what its record says, with the texts and names that whoever asks may see. */
export interface CaseTold extends PlaceTold {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly procedure: ExpandedProcedure
  readonly matter: string | null
  readonly ending: string | null
  /** True for clerks, supervisors and the office above. */
  readonly office: boolean
  readonly topics: readonly TopicTold[]
  /** The case's own chain, without single votes. */
  readonly entries: readonly Entry[]
  readonly meetings: readonly MeetingPapers[]
  readonly adopted: AdoptedTold | null
  /** Who an election has filled which office with so far. */
  readonly elected: readonly {
    readonly office: string
    readonly people: readonly string[]
    readonly seatsLeft: number
  }[]
  /** What a commitment stands for, or that it was erased. */
  readonly text: (commitment: string) => string
  /** Somebody's name; masked for those outside the office. */
  readonly name: (person: string | undefined) => string
  /** What the record had come to with an entry, short enough to be read out. */
  readonly checkCode: (seq: number) => string
}

export interface TopicTold {
  readonly number: number
  readonly raisedOn: Day
  readonly channel: Channel
  readonly class: TopicClass | null
  readonly text: string | null
  readonly proposer: string | null
  readonly supporters: number
  /** The topic that it was merged into. */
  readonly mergedInto: number | null
}

/** What the deciding body adopted. */
export interface AdoptedTold {
  readonly ballot: string
  readonly draft: number
  readonly stage: string
  readonly on: Day
  readonly seq: number
  readonly standing: 'in-force' | 'suspended' | 'revoked'
  readonly law: readonly { readonly cite: string; readonly text: string }[]
}

export interface RollTold {
  readonly name: string
  readonly groups: readonly string[]
  readonly door: SignInDoor | null
  readonly excused: boolean
  readonly deliveries: readonly { readonly how: Delivery; readonly on: Day }[]
}

/** A meeting as its papers tell it. */
export interface MeetingPapers extends PlaceTold {
  readonly id: string
  readonly told: MeetingTold
  readonly sentOn: Day
  readonly convenedBy: string
  /** Why it was called at short notice. */
  readonly emergency: string | null
  readonly written: boolean
  readonly posted: boolean
  /** Empty for those outside the office. */
  readonly roll: readonly RollTold[]
  readonly proxies: readonly { readonly principal: string; readonly proxy: string }[]
  /** As the recorder wrote them. */
  readonly minutes: { readonly text: string; readonly approvedOn: Day | null } | null
  /** How each voted, of the ballots whose adoption lets the reader see it; never of a secret one. */
  readonly rollCalls: ReadonlyMap<string, readonly { readonly name: string; readonly choice: VoteOption | 'spoiled' }[]>
  /** Papers of each ballot as counted. */
  readonly checkCode: string
}

/** The entries of some kinds, in order. */
export const saidOf = <K extends Entry['kind']>(
  { entries }: Pick<CaseTold, 'entries'>,
  ...kinds: readonly K[]
): readonly Extract<Entry, { readonly kind: K }>[] =>
  entries.filter((entry): entry is Extract<Entry, { readonly kind: K }> =>
    (kinds as readonly string[]).includes(entry.kind),
  )

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** 2026年3月2日, or 2 March 2026. */
export const sayDay = (day: Day, lang: Lang): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return lang === 'zh' ? `${year}年${month}月${date}日` : `${date} ${months[month - 1]} ${year}`
}

/** The day of an entry, as people say it. */
export const onDay = (entry: Pick<Entry, 'occurredOn' | 'recordedAt'>, lang: Lang): string =>
  sayDay(dayOfEntry(entry), lang)
