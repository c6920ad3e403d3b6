import type { Day } from '../../workflows/rules/days.ts'
import type { PositionName } from './position-table.ts'

/** A person of the roster, every cell of whose row holds. */
export interface RosterRow {
  readonly row: number
  readonly household: string
  readonly name: string
  readonly sex: 'male' | 'female'
  readonly idNumber: string
  readonly birth: Day
  readonly phone?: string
  readonly group: string
  readonly positions: readonly PositionName[]
}
