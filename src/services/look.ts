import { type Once, readIn } from '../../db/reading.ts'
import { type Tx, within } from '../../db/within.ts'
import type { Result } from '../../workflows/result.ts'
import { type Actor, act, type Engine, type Rights } from './act.ts'
import type { Refusal } from './refusal.ts'

/** Somebody who looks at what hangs on the wall and is not signed in: may read what a community shows to all, and write nothing. */
export interface Visitor {
  readonly community: string
  readonly visitor: true
  /** The transaction that everything on a page is read in. */
  readonly tx?: Tx
}

export type Reader = Actor | Visitor

export const isVisitor = (reader: Reader): reader is Visitor => 'visitor' in reader

/** Who has no account here, and no right but to look. */
export const nobody: Rights = {
  account: '00000000-0000-0000-0000-000000000000',
  person: undefined,
  roles: new Set(),
  disciplines: new Set(),
}

/** One reading transaction in the reader's community, with the rights that the reader has now. */
export const look = <T>(
  engine: Pick<Engine, 'db' | 'clock'>,
  reader: Reader,
  fn: (tx: Tx, rights: Rights) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> =>
  isVisitor(reader) ? visitorsIn(engine, reader, (tx) => fn(tx, nobody)) : act(engine, reader, fn)

const visitorsIn = <T>(
  { db }: Pick<Engine, 'db'>,
  { community, tx }: Visitor,
  fn: (tx: Tx) => Promise<T>,
): Promise<T> => (tx ? fn(tx) : within(db, community, fn))

/**
 * Reads a whole page for a visitor, however many views it asks; it may ask for nothing else meanwhile. What was read of the community
 * since it came to where it stands is not read again.
 */
export const lookAround = <T>(
  { db }: Pick<Engine, 'db'>,
  { community, since }: { readonly community: string; readonly since: string },
  fn: (visitor: Visitor, once: Once) => Promise<T>,
): Promise<T> => readIn(db, community, since, (tx, once) => fn({ community, visitor: true, tx }, once))
