import type { Entry } from '../format/entry.ts'

/** The first thing that does not agree: which entry of which chain, and how. */
export interface Disagreement {
  readonly chain: string
  readonly seq: number
  readonly kind?: string
  readonly what:
    | 'bytes_not_canonical'
    | 'entry_unreadable'
    | 'out_of_place'
    | 'head_wrong'
    | 'time_runs_back'
    | 'signature_wrong'
    | 'chain_missing'
    | 'adoption_wrong'
    | 'disclosure_wrong'
    | 'refused_on_replay'
    | 'meeting_cited_wrong'
    | 'roll_wrong'
    | 'voter_not_present'
    | 'voter_not_on_roll'
    | 'proxy_not_given'
    | 'stand_in_unproved'
    | 'tally_wrong'
    | 'demand_wrong'
    | 'minutes_wrong'
    | 'claim_denied'
    | 'confirmed_by_its_author'
    | 'supervisor_missing'
    | 'withdrawn_by_another'
    | 'key_unpublished'
    | 'key_untrusted'
    | 'sealed_head_wrong'
    | 'tail_cut'
    | 'tree_rewritten'
    | 'split_view'
    | 'checkpoint_unsigned'
    | 'checkpoint_unreadable'
    | 'receipt_wrong'
    | 'receipt_missing'
  readonly claimed?: unknown
  readonly found?: unknown
}

/** Ends a verification at the first thing that does not agree. */
export class Disagrees extends Error {
  readonly disagreement: Disagreement
  constructor(disagreement: Disagreement) {
    super(disagreement.what)
    this.disagreement = disagreement
  }
}

export const disagree = (disagreement: Disagreement): never => {
  throw new Disagrees(disagreement)
}

/** Names an entry as the one that does not agree. */
export const disagreeAt = (
  { chain, seq, kind }: Entry,
  what: Disagreement['what'],
  { claimed, found }: Pick<Disagreement, 'claimed' | 'found'> = {},
): never =>
  disagree({
    chain,
    seq,
    kind,
    what,
    ...(claimed === undefined ? {} : { claimed }),
    ...(found === undefined ? {} : { found }),
  })
