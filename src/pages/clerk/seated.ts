import type { BodyKind } from '../../../workflows/law/provision.ts'
import type { PlaceView } from '../../services/views/place.ts'

/** Assemblies are everybody of age: nobody has a seat in them. */
const unseated: readonly BodyKind[] = ['village-assembly', 'residents-assembly']

/** True for a body of such a place in which people have seats. */
export const isSeated = (body: BodyKind, sort: PlaceView['sort'] | undefined): boolean =>
  !unseated.includes(body) && !(sort === 'village' ? /^(?:residents|city)-/ : /^village-/).test(body)
