import { city } from './city.ts'
import { committees } from './committees.ts'
import { party } from './party.ts'
import type { Provision } from './provision.ts'
import { shandong } from './shandong.ts'
import { village } from './village.ts'

/** Every provision known, of every source and date. */
export const allProvisions: readonly Provision[] = [...village, ...city, ...party, ...committees, ...shandong]
