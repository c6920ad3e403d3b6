import type { BodyKind, Mode, Provision } from '../law/provision.ts'
import type { Place } from '../stages/stage.ts'

/** Every dated text on one body that can apply in a place: what an adoption carries with it. */
export const lawOf = (
  sources: readonly Provision[],
  body: BodyKind,
  { jurisdiction }: Place,
  mode?: Mode,
): readonly Provision[] =>
  sources.filter(
    (provision) =>
      provision.body === body &&
      (provision.jurisdiction === undefined || provision.jurisdiction === jurisdiction) &&
      (provision.mode === undefined || provision.mode === mode),
  )
