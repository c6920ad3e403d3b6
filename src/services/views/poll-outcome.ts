import type { PollResult } from '../../../workflows/stages/election.ts'

/** What a poll came to for one office. */
export interface OfficeOutcome {
  readonly office: string
  readonly outcome: string
  readonly winners: readonly string[]
  /** Among whom it is put again, where it is. */
  readonly among: readonly string[]
}

const listed = (came: object, name: 'winners' | 'among'): readonly string[] => {
  const found = (came as Readonly<Partial<Record<typeof name, readonly string[]>>>)[name]
  return found ?? []
}

/** Office by office, also where nobody was elected. */
export const outcomesOf = (result: PollResult | null): readonly OfficeOutcome[] =>
  Object.entries(result?.offices ?? {}).map(([office, came]) => ({
    office,
    outcome: came.outcome,
    winners: listed(came, 'winners'),
    among: listed(came, 'among'),
  }))
