import type { Entry, EntryOf } from '../format/entry.ts'
import { remembering } from '../format/remembered.ts'
import type { Chains } from './chains.ts'
import { disagreeAt } from './disagreement.ts'

/** Whose a comment is: the person that it names, and the account that spoke in that person's own name. */
interface Made {
  readonly author: string | undefined
  by: string | undefined
}

/** The comments of a case, by id. */
export type Authors = Map<string, Made>

/** What the office enters of somebody else's words says nothing of that person's account. */
export const noteComment = (authors: Authors, { actor, data }: EntryOf<'comment.received'>): void => {
  authors.set(data.comment, { author: data.author, by: data.channel === 'online' ? actor : undefined })
}

const holders = remembering<ReadonlyMap<string, string | undefined>>('holders')

/** The accounts that were given a role, each with the person whose own it is; nobody's where none is named. */
const holdersOf = (community: readonly Entry[]): ReadonlyMap<string, string | undefined> => {
  const known = holders.of(community)
  if (known) return known
  const found = new Map<string, string | undefined>()
  for (const { kind, data } of community) if (kind === 'role.granted') found.set(data.account, data.person)
  return holders.keep(community, found)
}

/**
 * A comment is taken back by whoever made it: by the very account that made it online, of one that the office entered by an account
 * that speaks for nobody else. On paper somebody confirms it.
 */
export const checkWithdrawn = (entry: EntryOf<'comment.withdrawn'>, authors: Authors, chains: Chains): void => {
  if (entry.attested !== undefined) return
  const { actor } = entry
  const made = authors.get(entry.data.comment)
  const office = holdersOf(chains.get('community') ?? [])
  const author = made?.author
  const own = office.has(actor)
    ? office.get(actor) === author
    : [...authors.values()].every(
        (one) =>
          one.author === undefined ||
          one.by === undefined ||
          office.has(one.by) ||
          (one.by === actor) === (one.author === author),
      )
  if (!made || author === undefined || !own)
    disagreeAt(entry, 'withdrawn_by_another', { claimed: actor, found: author ?? 'nobody is named as its author' })
  else made.by = actor
}
