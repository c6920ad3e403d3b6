import { createHmac } from 'node:crypto'
import type { Day } from '../../workflows/rules/days.ts'
import type { Keys } from './keys.ts'

/** A network address as it is counted: under a key of its day that is not in the database, so that it tells nobody where somebody was. */
export const senderOf = ({ secrets }: Keys, day: Day, network: string): string => {
  const ofDay = createHmac('sha256', secrets.slip).update(`sender ${day}`).digest()
  return createHmac('sha256', ofDay).update(network).digest('hex')
}
