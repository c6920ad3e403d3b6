import { endedByAnother, rewritten } from './second.mjs'
import type { Case, Record, Tree } from './tamperings.ts'

const nothing = '0'.repeat(64)

const inTree =
  (change: (tree: Tree, record: Record) => Partial<Tree>) =>
  (record: Record): Record => {
    if (!record.tree) throw new Error('the record has no tree')
    return { ...record, tree: { ...record.tree, ...change(record.tree, record) } }
  }

const withoutTree = ({ tree: _, ...record }: Record): Record => record

const inProposal =
  (change: (chain: Record['chains'][number]) => Record['chains'][number]) =>
  (record: Record): Record => ({
    ...record,
    chains: record.chains.map((chain) => (chain.name === `proposal/${record.proposal}` ? change(chain) : chain)),
  })

const another = inTree(({ leaves }) => ({
  leaves: leaves.map((leaf, at) => (at === 1 ? { ...leaf, head: nothing } : leaf)),
}))

/** Copies whose tree, checkpoints or signed heads somebody altered. */
export const treeTamperings: readonly Case[] = [
  ['another leaf under a signed root', 'tree_rewritten', another],
  ['another leaf, and another procedure', 'tree_rewritten', (record) => ({ ...another(record), adoption: {} })],
  ['leaves in another order', 'tree_rewritten', inTree(({ leaves }) => ({ leaves: leaves.toReversed() }))],
  ['a leaf taken off the end', 'tail_cut', inTree(({ leaves }) => ({ leaves: leaves.slice(0, -1) }))],
  [
    'another community’s checkpoint',
    'checkpoint_unreadable',
    inTree(({ checkpoints }, { community, proposal }) => ({
      checkpoints: checkpoints.map((note) => note.replaceAll(community, proposal)),
    })),
  ],
  [
    'a checkpoint without its last line break',
    'checkpoint_unreadable',
    inTree(({ checkpoints }) => ({ checkpoints: checkpoints.map((note) => note.trimEnd()) })),
  ],
  [
    'a checkpoint signed by an unknown key',
    'checkpoint_unsigned',
    inTree((_, record) => ({ checkpoints: rewritten(record, (entries) => entries).tree?.checkpoints ?? [] })),
  ],
  [
    'a head sealed that the chain never had, under no checkpoint',
    'checkpoint_unsigned',
    inTree(({ leaves }, { proposal }) => ({
      leaves: [...leaves, { chain: `proposal/${proposal}`, seq: 3, head: nothing }],
    })),
  ],
  [
    'the newest checkpoint left out',
    'checkpoint_unsigned',
    inTree(({ checkpoints }) => ({ checkpoints: checkpoints.slice(0, -1) })),
  ],
  [
    'another history sealed after the true one, entry by entry',
    'sealed_head_wrong',
    (record) => rewritten(record, (entries) => entries, undefined, record.tree?.leaves),
  ],
  ['gone on with by another’s key, that was announced after the newest checkpoint', 'key_untrusted', endedByAnother],
  ['the same where there is no tree', 'key_untrusted', (record) => withoutTree(endedByAnother(record))],
  [
    'the end cut off back to a head that was signed',
    'tail_cut',
    inProposal((chain) => ({
      ...chain,
      entries: chain.entries.slice(0, 5),
      signedHead: chain.signedHeads?.[4] ?? '',
    })),
  ],
  [
    'the end cut off where there is no tree',
    'signature_wrong',
    (record) => withoutTree(inProposal((chain) => ({ ...chain, entries: chain.entries.slice(0, -1) }))(record)),
  ],
]

/** What no checkpoint forbids. */
export const treeAllowed: readonly (readonly [what: string, change: (record: Record) => Record])[] = [
  ['no tree', withoutTree],
  ['no earlier signed heads', inProposal(({ signedHeads: _, ...chain }) => chain)],
  ['a checkpoint twice', inTree(({ checkpoints }) => ({ checkpoints: [...checkpoints, ...checkpoints] }))],
]
