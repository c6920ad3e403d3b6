import type { Facts } from '../facts.ts'
import type { EntryOf } from '../format/entry.ts'
import type { Misfit } from '../misfit.ts'
import { type ExpandedProcedure, stageNamed } from '../stages/stage.ts'

/** What becomes of a resolution, and who says what of it. */
export type ResolutionEntry =
  | EntryOf<'resolution.suspended'>
  | EntryOf<'resolution.resumed'>
  | EntryOf<'resolution.revoked'>
  | EntryOf<'correction.ordered'>
  | EntryOf<'correction.reported'>
  | EntryOf<'supervision.opined'>

/** Folds what becomes of a resolution; answers why it does not fit, and then changes nothing. */
export const foldResolution = (
  facts: Facts,
  entry: ResolutionEntry,
  procedure: ExpandedProcedure,
): Misfit | undefined => {
  switch (entry.kind) {
    case 'resolution.suspended':
      if (facts.resolution === undefined) return 'nothing_resolved'
      if (facts.resolution !== 'in-force') return 'not_in_force'
      facts.resolution = 'suspended'
      return undefined
    case 'resolution.resumed':
      if (facts.resolution === undefined) return 'nothing_resolved'
      if (facts.resolution !== 'suspended') return 'not_suspended'
      if (facts.turned !== undefined) return 'verdict_turned'
      facts.resolution = 'in-force'
      return undefined
    case 'resolution.revoked':
      if (facts.resolution === undefined) return 'nothing_resolved'
      if (facts.resolution === 'revoked') return 'revoked_already'
      facts.resolution = 'revoked'
      delete facts.turned
      return undefined
    case 'correction.ordered':
      if (facts.orders.has(entry.data.order)) return 'order_known_already'
      facts.orders.set(entry.data.order, false)
      return undefined
    case 'correction.reported': {
      const obeyed = facts.orders.get(entry.data.order)
      if (obeyed === undefined) return 'order_unknown'
      if (obeyed) return 'order_obeyed_already'
      facts.orders.set(entry.data.order, true)
      return undefined
    }
    case 'supervision.opined': {
      const { stage: on, draft } = entry.data
      if (!stageNamed(procedure, on)) return 'stage_unknown'
      return draft !== undefined && draft > (facts.draft?.n ?? 0) ? 'draft_unknown' : undefined
    }
  }
}
