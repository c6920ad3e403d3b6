import { customType, date, timestamp } from 'drizzle-orm/pg-core'

/** An instant; a Date in the program. */
export const instant = (name = '') => timestamp(name, { withTimezone: true })

/** A day on the wall at +08:00, `YYYY-MM-DD`. */
export const day = (name = '') => date(name, { mode: 'string' })

/** Bytes as they are: hashes, salts, the record's entries. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })
