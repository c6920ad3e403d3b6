import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sayReceipt } from '../src/documents/verify-report.ts'
import { ed25519, signCheckpoint } from '../src/identity/record-key.ts'
import { sha256 } from '../src/record/sha256.ts'
import { closeBallot, openBallot } from '../src/services/ballots.ts'
import { exportRecord } from '../src/services/exports.ts'
import { seal } from '../src/services/sealing.ts'
import { checkpoint, consistency } from '../src/services/views/checkpoints.ts'
import type { Receipt } from '../src/services/votes/receipt.ts'
import { canonicalText } from '../workflows/format/canonical.ts'
import { originOf, sealedHeadBytes } from '../workflows/format/checkpoint.ts'
import { fromHex } from '../workflows/format/hash.ts'
import { consistencyProof, isConsistent, subtreesOf, treeLeaf } from '../workflows/format/merkle.ts'
import { verifyReceipt } from '../workflows/verify/receipt.ts'
import { sourceOf } from '../workflows/verify/source.ts'
import { type Kept, type RecordExport, type Report, verify } from '../workflows/verify.ts'
import { Committee } from './support/committee.ts'
import { type Village, value, withVillageServices } from './support/engine.ts'
import { dropsSignatures, regrowsTree, restoresNotes, turnsVote } from './support/insider.ts'
import { forged } from './support/played-record.ts'
import { withDatabase } from './support/postgres.ts'

const audit = suite('audit')

const begins = new Date('2026-01-05T09:00:00+08:00')
const tools = { sha256, ed25519 }
const check = (record: RecordExport, kept?: Kept): Promise<Report> => verify(record, tools, kept)
const found = ({ ok, disagreement }: Report) =>
  ok ? 'agrees' : [disagreement?.what, disagreement?.chain, disagreement?.seq]

type Audited = {
  readonly village: Village
  readonly name: string
  readonly exported: () => Promise<RecordExport>
  /** Checkpoints that have left the system: after the first body's votes, and after the second's. */
  readonly kept: readonly {
    readonly size: number
    readonly note: string
    readonly code: string
    readonly root: string
  }[]
  /** A ballot that was closed before the first checkpoint, and one before the second, with its voters' receipts. */
  readonly ballot: string
  readonly receipts: readonly Receipt[]
}

/** A title as somebody would write it who wants to break a log. */
const title = '修路 {"kind":"vote.cast"}\u2028]}'

/** Two bodies have voted; after each the community's tree was sealed, and the checkpoint was handed out. */
const withAudited = (use: (audited: Audited) => Promise<void>): Promise<void> =>
  withVillageServices(begins, async (village) => {
    const { engine, community, clerk, votes, actorOf } = village
    const committee = new Committee(village, begins)
    const proposal = await committee.opens(await committee.adopts('representatives'), title, [])
    await committee.accepts(proposal)
    await committee.reviews('party-committee', [proposal])
    const handed = async () => {
      await seal(engine, community)
      return value(checkpoint(engine, community))
    }
    const first = await handed()
    const people = (await village.membersOf('two-committees')).map(({ person }) => person)
    const { meeting, on } = await committee.calls('two-committees', [proposal], 1)
    committee.goTo(on)
    await committee.signsIn(meeting, people)
    const { ballot } = await value(openBallot(engine, clerk, meeting, { proposal, motion: 'agree' }))
    const receipts: Receipt[] = []
    for (const person of people) receipts.push(await value(votes.cast(actorOf(person), { ballot, choice: 'yes' })))
    await value(closeBallot(engine, clerk, ballot))
    await committee.ends(meeting)
    const second = await handed()
    await use({
      village,
      name: `proposal/${proposal}`,
      exported: () => value(exportRecord(engine, clerk, proposal)),
      kept: [first, second],
      ballot,
      receipts,
    })
  })

/** The export as somebody would hand it out who changed a chain and left all else as it was. */
const withEntries = (
  record: RecordExport,
  name: string,
  change: (entries: RecordExport['chains'][number]['entries']) => RecordExport['chains'][number]['entries'],
): RecordExport => ({
  ...record,
  chains: record.chains.map((chain) => (chain.name === name ? { ...chain, entries: change(chain.entries) } : chain)),
})

audit(
  'row changed, deleted, two swapped, one inserted; truncated tail; whole log rewritten and rehashed; split view; log injection',
  () =>
    withAudited(async ({ village, name, exported, kept, receipts }) => {
      const record = await exported()
      const [first, second] = kept
      if (!first || !second || !record.tree) throw new Error('two checkpoints have left')
      const out: Kept = { checkpoints: [first.note, second.note], codes: [{ size: second.size, code: second.code }] }
      const whole = await check(record, out)
      assert.is(found(whole), 'agrees')
      assert.equal([whole.tree?.size, whole.tree?.checkpoints, whole.tree?.unsealed], [second.size, 2, 0])
      const own = record.chains.find((chain) => chain.name === name)
      if (!own) throw new Error('the case has a chain')
      const length = own.entries.length

      // 26
      const at = length - 4
      for (const changed of [
        withEntries(record, name, (all) =>
          all.map((e, n) => (n === at ? { ...e, bytes: e.bytes.replace('"seq"', '"sEq"') } : e)),
        ),
        withEntries(record, name, (all) => all.toSpliced(at, 1)),
        withEntries(record, name, (all) => all.toSpliced(at, 2, ...all.slice(at, at + 2).toReversed())),
        withEntries(record, name, (all) => all.toSpliced(at, 0, ...all.slice(at - 1, at))),
      ])
        assert.equal(found(await check(changed)), ['head_wrong', name, at + 1])

      // 27: with the signed head that was its end once, a cut chain is whole in itself; the tree knows better.
      const cutTo = receipts[1]?.seq ?? 0
      const heads = [...(own.signedHeads ?? []), own.signedHead]
      const upTo = heads.filter(
        (jws) =>
          (JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()) as { seq: number }).seq <= cutTo,
      )
      const cut: RecordExport = {
        ...record,
        chains: record.chains.map((chain) =>
          chain === own
            ? {
                ...chain,
                entries: chain.entries.slice(0, cutTo),
                signedHeads: upTo.slice(0, -1),
                signedHead: upTo.at(-1) ?? '',
              }
            : chain,
        ),
      }
      const { tree: _, ...bare } = cut
      assert.is(found(await check(bare)), 'agrees')
      assert.equal(found(await check(cut)), ['tail_cut', name, cutTo])
      const short: RecordExport = {
        ...cut,
        tree: { leaves: record.tree.leaves.slice(0, first.size), checkpoints: record.tree.checkpoints.slice(0, 1) },
      }
      assert.is(found(await check(short)), 'agrees', 'the tree was cut with it')
      const last = short.tree?.leaves.at(-1)
      for (const brought of [{ checkpoints: [second.note] }, { codes: [{ size: second.size, code: second.code }] }])
        assert.equal(found(await check(short, brought)), ['tail_cut', last?.chain, last?.seq])
      assert.is(found(await check(short, { checkpoints: [first.note] })), 'agrees')

      // 28: even whoever has the key cannot make the new history fit what has left.
      const wronged = receipts[2]
      const keys = village.engine.keys
      const other = JSON.parse(receipts[0]?.entry ?? '{}') as { data: { choice: string } }
      const again = await forged(record, keys, name, (entries) =>
        entries.map((entry) =>
          entry.seq === wronged?.seq ? { ...entry, data: { ...entry.data, choice: other.data.choice } } : entry,
        ),
      )
      const headAt = (chain: string, seq: number) =>
        again.chains.find((one) => one.name === chain)?.entries[seq - 1]?.head
      const leaves = record.tree.leaves.map((leaf) => ({ ...leaf, head: headAt(leaf.chain, leaf.seq) ?? leaf.head }))
      const root = subtreesOf(
        sha256,
        leaves.map((leaf) => treeLeaf(sha256, sealedHeadBytes(leaf))),
      )
      const origin = originOf(record.community)
      const signedAt = (size: number) => signCheckpoint(keys, { origin, size, root: root(0, size) })
      const rewritten: RecordExport = {
        ...again,
        tree: { leaves, checkpoints: [signedAt(first.size), signedAt(second.size)] },
      }
      const { disclosures: shown, ...rest } = rewritten
      assert.is(found(await check({ ...rest, disclosures: shown })), 'agrees', 'it agrees with itself')
      assert.is(
        found(await check(rewritten, { checkpoints: [first.note] })),
        'agrees',
        'up to there nothing was changed',
      )
      const proof = consistencyProof(root, first.size, second.size)
      const newTree = { size: second.size, root: root(0, second.size) }
      assert.ok(isConsistent(sha256, { size: first.size, root: fromHex(first.root) }, newTree, proof))
      assert.not(isConsistent(sha256, { size: second.size, root: fromHex(second.root) }, newTree, []))
      const honest = await value(consistency(village.engine, record.community, second.size, first.size))
      const oldTree = { size: second.size, root: fromHex(second.root) }
      assert.ok(
        isConsistent(sha256, { size: first.size, root: fromHex(first.root) }, oldTree, honest.proof.map(fromHex)),
      )

      // 29: two checkpoints of one size, each signed by the installation's key, are the proof by themselves.
      const split = await check(rewritten, { checkpoints: [first.note, second.note] })
      assert.is(split.disagreement?.what, 'split_view')
      assert.match(JSON.stringify(split.disagreement?.found), name)
      const byCode = await check(rewritten, { codes: [{ size: second.size, code: second.code }] })
      assert.is(byCode.disagreement?.what, 'tree_rewritten')
      // Signed by somebody else it says nothing.
      const foreign = second.note.replace(/(?<=— \S+ )\S+/, Buffer.alloc(68, 1).toString('base64'))
      assert.is((await check(record, { checkpoints: [foreign] })).disagreement?.what, 'checkpoint_unsigned')
      assert.is((await check(record, { checkpoints: ['nothing'] })).disagreement?.what, 'checkpoint_unreadable')
      assert.is((await check(record, { keys: [new Uint8Array(32).fill(3)] })).disagreement?.what, 'checkpoint_unsigned')

      // A voter needs nobody's word: the receipt and the record say it, or say that they do not.
      for (const receipt of receipts) {
        const held = await verifyReceipt({ ...receipt, laterLeaves: [...receipt.laterLeaves] }, sourceOf(record), tools)
        assert.equal([held.ok, held.chain, held.seq, held.choice], [true, name, receipt.seq, 'yes'])
        const after = await verifyReceipt(
          { ...receipt, laterLeaves: [...receipt.laterLeaves] },
          sourceOf(rewritten),
          tools,
        )
        assert.is(after.ok, receipt.seq < (wronged?.seq ?? 0))
        assert.is(after.disagreement?.what, after.ok ? undefined : 'receipt_missing')
      }
      const [one] = receipts
      if (!one) throw new Error('somebody voted')
      const cast = JSON.parse(one.entry) as { readonly data: object }
      const change = { ...cast, seq: length + 1, kind: 'vote.changed', data: { ...cast.data, reason: 'ab'.repeat(32) } }
      const later = withEntries(record, name, (all) => [
        ...all,
        { bytes: canonicalText(change), head: 'ab'.repeat(32) },
      ])
      const told = await verifyReceipt({ ...one, laterLeaves: [...one.laterLeaves] }, sourceOf(later), tools)
      assert.equal([told.ok, told.changed], [true, length + 1], 'a vote that was changed since is not said to stand')
      assert.match(sayReceipt(told, 'zh'), `第 ${length + 1} 条更改`)
      for (const wrong of [
        { salt: undefined },
        { choice: 'no' as const, salt: undefined },
        { choice: 'no' as const },
        { seq: one.seq + 1 },
        { previousHead: 'ab'.repeat(32) },
        { signedHead: 'a.b.c' },
        { entry: '{}' },
      ]) {
        const answer = await verifyReceipt(
          { ...one, laterLeaves: [...one.laterLeaves], ...wrong },
          sourceOf(record),
          tools,
        )
        assert.is(answer.disagreement?.what, 'receipt_wrong', JSON.stringify(wrong))
      }

      // 32: what somebody typed is nowhere in the record, and so no line of it is ever two.
      for (const { entries } of record.chains)
        for (const { bytes } of entries) assert.not.match(bytes, /修路|\p{Cc}|\p{Zl}|\p{Zp}/u)
      assert.ok(Object.values(record.disclosures).some(({ text }) => text === title))
    }),
)

audit(
  'an insider with full database rights, but without the record key, who changes one vote after a checkpoint has left',
  () =>
    withAudited(async ({ village, name, exported, kept, ballot, receipts }) => {
      const notes = new Map(kept.map(({ size, note }) => [size, note]))
      const voter = (JSON.parse(receipts[1]?.entry ?? '{}') as { data: { voter: string } }).data.voter
      const seq = await turnsVote(village, name, ballot, voter)
      assert.is(seq, receipts[1]?.seq)
      // Every hash fits again; the signature over the heads does not, and tells from where on.
      assert.equal(found(await check(await exported())), ['tree_rewritten', name, seq])
      await regrowsTree(village)
      // The checkpoints say what the tables say; nobody has signed that.
      const regrown = await check(await exported())
      assert.is(regrown.disagreement?.what, 'checkpoint_unsigned')
      await restoresNotes(village, notes)
      const honest = await check(await exported())
      assert.equal(found(honest), ['tree_rewritten', name, seq])
      await dropsSignatures(village, name, seq)
      const unsigned = await check(await exported(), { checkpoints: kept.map(({ note }) => note) })
      assert.is(unsigned.disagreement?.what, 'tree_rewritten')
      assert.match(JSON.stringify(unsigned.disagreement?.found), name)
      for (const receipt of receipts) {
        const held = await verifyReceipt(
          { ...receipt, laterLeaves: [...receipt.laterLeaves] },
          sourceOf(await exported()),
          tools,
        )
        assert.is(held.ok, receipt.seq < seq)
      }
    }),
)

audit('UPDATE, DELETE, TRUNCATE as app role: whoever has only the server’s own login does not even get that far', () =>
  withDatabase(async ({ sql }) => {
    for (const table of ['entry', 'signed_head', 'seal', 'checkpoint', 'vote'])
      for (const words of [`update ${table} set community = community`, `delete from ${table}`, `truncate ${table}`])
        assert.match(String(await sql.unsafe(words).catch((error: unknown) => error)), 'permission denied', words)
  }),
)

audit.run()
