import type { Sql } from '../../db/client.ts'
import { sha256 } from '../../src/record/sha256.ts'
import { checkpointBody, codeOf, originOf, sealedHeadBytes } from '../../workflows/format/checkpoint.ts'
import { commitmentOf, headOf, leafOf } from '../../workflows/format/hash.ts'
import { append, emptyTree, type Frontier, rootOf, treeLeaf } from '../../workflows/format/merkle.ts'
import type { Village } from './engine.ts'

/** Works past every trigger and policy, as whoever owns the database can. */
const past = <T>({ database, community }: Village, work: (sql: Sql) => Promise<T>): Promise<T> =>
  database.ownerSql.begin(async (tx) => {
    await tx`select set_config('app.community', ${community}, true)`
    await tx`set local session_replication_role = replica`
    return work(tx as unknown as Sql)
  }) as Promise<T>

type Row = { readonly seq: number; readonly bytes: string; readonly head: Uint8Array }

/** Turns one voter's vote to no everywhere it is kept, and makes every hash after it fit; answers its entry's number. */
export const turnsVote = (village: Village, chain: string, ballot: string, voter: string): Promise<number> =>
  past(village, async (sql) => {
    const { community } = village
    const salt = Buffer.alloc(16, 9)
    const commitment = commitmentOf(sha256, salt, 'no')
    const [vote] = await sql<{ commitment: string }[]>`
      select commitment from vote where community = ${community} and ballot = ${ballot} and person = ${voter}`
    await sql`update vote set choice = 'no', salt = ${salt}, commitment = ${commitment}
      where community = ${community} and ballot = ${ballot} and person = ${voter}`
    const rows = await sql<Row[]>`
      select seq, convert_from(bytes, 'UTF8') as bytes, head from entry
      where community = ${community} and chain = ${chain} order by seq`
    const at = rows.findIndex(({ bytes }) => vote !== undefined && bytes.includes(vote.commitment))
    let head = new Uint8Array(rows[at - 1]?.head ?? new Uint8Array(32))
    for (const { seq, bytes } of rows.slice(at)) {
      const changed = Buffer.from(bytes.replace(vote?.commitment ?? '', commitment))
      head = new Uint8Array(headOf(sha256, head, leafOf(sha256, changed)))
      await sql`update entry set bytes = ${changed}, head = ${head} where community = ${community} and chain = ${chain} and seq = ${seq}`
      await sql`update seal set head = ${head} where community = ${community} and chain = ${chain} and seq = ${seq}`
    }
    await sql`update chain set head = ${head} where community = ${community} and name = ${chain}`
    return at + 1
  })

/** Grows the tree anew over what the tables now say, and writes its roots into the checkpoints: only their signatures stay as they were. */
export const regrowsTree = (village: Village): Promise<void> =>
  past(village, async (sql) => {
    const { community } = village
    const leaves = await sql<{ size: number; chain: string; seq: number; head: string }[]>`
      select size::int, chain, seq, encode(head, 'hex') as head from seal where community = ${community} order by size`
    let tree: Frontier = emptyTree
    for (const leaf of leaves) {
      const { chain, seq, head } = leaf
      const grown = append(sha256, tree, treeLeaf(sha256, sealedHeadBytes({ chain, seq, head })))
      tree = grown.tree
      await sql`update seal set nodes = ${Buffer.concat(grown.completed)} where community = ${community} and size = ${leaf.size}`
      const checkpoint = { origin: originOf(community), size: tree.size, root: rootOf(sha256, tree) }
      const lines = checkpointBody(checkpoint)
      await sql`update checkpoint set root = ${checkpoint.root}, code = ${codeOf(sha256, checkpoint)},
          note = ${lines} || substring(note from position(E'\n\n' in note) + 1)
        where community = ${community} and size = ${leaf.size}`
    }
    await sql`update tree set peaks = ${Buffer.concat(tree.peaks)} where community = ${community}`
  })

/** Takes away every signature over a chain from an entry on: they cannot be made again without the key. */
export const dropsSignatures = (village: Village, chain: string, from: number): Promise<void> =>
  past(village, async (sql) => {
    await sql`delete from signed_head where community = ${village.community} and chain = ${chain} and seq >= ${from}`
  })

/** Puts the checkpoints' notes back as they left the system, over whatever the tables say now. */
export const restoresNotes = (village: Village, notes: ReadonlyMap<number, string>): Promise<void> =>
  past(village, async (sql) => {
    for (const [size, note] of notes)
      await sql`update checkpoint set note = ${note} where community = ${village.community} and size = ${size}`
  })
