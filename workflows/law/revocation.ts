import type { BodyKind } from './provision.ts'

/** Which bodies' decisions a higher one may revoke (村组法 第二十七条, 居组法 第三十条). */
const revokes: Readonly<Partial<Record<BodyKind, readonly BodyKind[]>>> = {
  'village-assembly': ['village-representatives', 'village-committee'],
  'residents-assembly': ['residents-representatives', 'residents-committee'],
  'residents-representatives': ['residents-committee'],
}

/** Whether a body stands above another, so that it may take its decisions away. */
export const mayRevoke = (by: BodyKind, over: BodyKind): boolean => revokes[by]?.includes(over) ?? false
