import { join } from 'node:path'
import { sql as q } from 'drizzle-orm'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { within } from '../db/within.ts'
import { newKeys, readKeys } from '../src/identity/keys.ts'
import { ed25519 } from '../src/identity/record-key.ts'
import { communityChain } from '../src/record/chains.ts'
import { databaseClock } from '../src/record/clock.ts'
import { sha256 } from '../src/record/sha256.ts'
import {
  checkpointAddresses,
  checkpointDeliveries,
  endCheckpointAddress,
  noteHandedOver,
  setCheckpointAddress,
} from '../src/services/checkpoint-addresses.ts'
import { declareCalendar, foundCommunity } from '../src/services/communities.ts'
import { seal, sealAll, sealNow } from '../src/services/sealing.ts'
import { checkpoint, checkpoints, consistency, inclusion } from '../src/services/views/checkpoints.ts'
import { codeOf, originOf, readCheckpoint, sealedHeadBytes } from '../workflows/format/checkpoint.ts'
import { fromHex, headOf, toHex } from '../workflows/format/hash.ts'
import { isConsistent, proves, subtreesOf, treeLeaf } from '../workflows/format/merkle.ts'
import { verifySource } from '../workflows/verify.ts'
import { archiveFault } from './second-verifier/second.mjs'
import { bytesIn, recordIn, writesArchive } from './support/archives.ts'
import { type Village, value, withVillageServices } from './support/engine.ts'
import { withFolder } from './support/folder.ts'

const sealing = suite('sealing')

const begins = new Date('2026-03-02T09:00:00+08:00')

/** Something that is written to the community's chain, and can be again. */
const writes = (village: Village, year: number) =>
  value(declareCalendar(village.engine, village.administrator, { year: String(year), holidays: [], workdays: [] }))

/** Chains of meetings that nobody holds: only their rows matter to whoever seals. */
const chainsOf = (village: Village, some: readonly (readonly [name: string, seq: number])[]) =>
  village.database.ownerSql.begin(async (tx) => {
    await tx`select set_config('app.community', ${village.community}, true)`
    for (const [name, seq] of some)
      await tx`insert into chain (community, name, seq, head) values (${village.community}, ${name}, ${seq}, ${Buffer.alloc(32, seq)})
        on conflict (community, name) do update set seq = excluded.seq, head = excluded.head`
  })

const leavesOf = async (village: Village) => {
  const rows = await within(village.engine.db, village.community, (tx) =>
    tx.execute<{ size: number; chain: string; seq: number; head: string }>(
      q`select size::int, chain, seq, encode(head, 'hex') as head from seal where community = ${village.community} order by size`,
    ),
  )
  assert.equal(
    rows.map(({ size }) => size),
    rows.map((_, n) => n + 1),
    'one sequence without a gap',
  )
  return rows
}

const meetingOf = (n: number): string => `meeting/01890a5d-ac96-774b-bcce-${String(n).padStart(12, '0')}`

sealing('puts each head that moved into one tree, once, and proves every leaf and every older tree of it', () =>
  withVillageServices(begins, async (village) => {
    const { engine, community } = village
    assert.is((await checkpoint(engine, community)).ok, false)
    const refused = await checkpoint(engine, community)
    assert.ok(!refused.ok && refused.refusal.code === 'not_found')

    for (let round = 1; round <= 6; round += 1) {
      await chainsOf(
        village,
        Array.from({ length: round }, (_, n) => [meetingOf(n), round] as const),
      )
      if (round % 2 === 0) await writes(village, 2026 + round)
      await seal(engine, community)
      const size = await seal(engine, community)
      assert.is(size, (await leavesOf(village)).length, 'nothing moved: nothing is sealed')
    }
    const leaves = await leavesOf(village)
    assert.is(leaves.length, 21 + 4)
    const { items } = await value(checkpoints(engine, community, 0, 200))
    assert.equal(
      items.map(({ size }) => size),
      [2, 5, 8, 13, 18, 25],
    )
    const root = subtreesOf(
      sha256,
      leaves.map((leaf) => treeLeaf(sha256, sealedHeadBytes(leaf))),
    )
    const key = new Uint8Array(Buffer.from(engine.keys.record.published.x, 'base64url'))
    for (const one of items) {
      assert.is(one.root, toHex(root(0, one.size)))
      const note = readCheckpoint(one.note)
      assert.equal(note && [note.origin, note.size, toHex(note.root)], [originOf(community), one.size, one.root])
      assert.is(note && codeOf(sha256, note), one.code)
      const [signature] = note?.signatures ?? []
      assert.ok(signature && ed25519(key, new TextEncoder().encode(note?.body), signature.signature))
      const tree = { size: one.size, root: fromHex(one.root) }
      for (let from = 1; from <= one.size; from += 1) {
        const { proof } = await value(consistency(engine, community, one.size, from))
        assert.ok(isConsistent(sha256, { size: from, root: root(0, from) }, tree, proof.map(fromHex)))
        const { chain, seq, head } = leaves[from - 1] ?? { chain: '', seq: 0, head: '' }
        const found = await value(inclusion(engine, community, one.size, { chain, seq }))
        assert.equal([found.index, found.seq, found.laterLeaves], [from - 1, seq, []])
        const leaf = treeLeaf(sha256, sealedHeadBytes({ chain, seq, head }))
        assert.ok(proves(sha256, leaf, found.index, tree, found.path.map(fromHex)))
      }
    }
    // An entry between two seals is led to the next sealed head by the leaves after it.
    const [first, second] = leaves.filter(({ chain }) => chain === communityChain)
    if (!first || !second) throw new Error('the community’s chain was sealed more than once')
    const between = await value(inclusion(engine, community, 25, { chain: communityChain, seq: 1 }))
    assert.is(between.seq, first.seq)
    const [head] = await village.database.ownerSql<{ head: string }[]>`
      select encode(head, 'hex') as head from entry where community = ${community} and chain = 'community' and seq = 1`
    const led = between.laterLeaves.reduce(
      (from, leaf) => headOf(sha256, from, fromHex(leaf)),
      fromHex(head?.head ?? ''),
    )
    assert.is(toHex(led), first.head)

    const page = await value(checkpoints(engine, community, 2, 2))
    assert.equal([page.items.map(({ size }) => size), page.next], [[5, 8], '8'])
    for (const [asked, code] of [
      [consistency(engine, community, 8, 9), 'tree_smaller'],
      [consistency(engine, community, 9, 1), 'not_found'],
      [inclusion(engine, community, 9, { chain: communityChain, seq: 1 }), 'not_found'],
      [inclusion(engine, community, 2, { chain: communityChain, seq: second.seq }), 'not_sealed'],
      [inclusion(engine, community, 25, { chain: meetingOf(99), seq: 1 }), 'not_sealed'],
      [checkpoint(engine, '01890a5d-ac96-774b-bcce-b302099a8057'), 'not_found'],
    ] as const) {
      const answer = await asked
      assert.is(answer.ok ? 'answered' : answer.refusal.code, code)
    }
  }),
)

sealing('two at once give one sequence, and no head is lost under those who go on writing', () =>
  withVillageServices(begins, async (village) => {
    const { engine, community } = village
    const other = { ...engine, clock: databaseClock() }
    await chainsOf(
      village,
      Array.from({ length: 30 }, (_, n) => [meetingOf(n), 1] as const),
    )
    await Promise.all([
      ...Array.from({ length: 8 }, (_, n) => writes(village, 2030 + n)),
      ...[engine, other, engine, other].map((one) => seal(one, community)),
      sealAll(other),
    ])
    await seal(engine, community)
    const leaves = await leavesOf(village)
    assert.is(new Set(leaves.map(({ chain, seq }) => `${chain} ${seq}`)).size, leaves.length)
    const behind = await within(engine.db, community, (tx) => tx.execute(q`select from chain where seq <> sealed_seq`))
    assert.is(behind.length, 0)
    assert.is(leaves.filter(({ chain }) => chain.startsWith('meeting/')).length, 30)

    // A writer that has not come to its end holds nobody up but whoever asked for that very chain.
    const [held, taken] = [deferred(), deferred()]
    const writer = within(engine.db, community, async (tx) => {
      await tx.execute(
        q`update chain set seq = 2, head = decode(${'02'.repeat(32)}, 'hex') where community = ${community} and name = ${meetingOf(3)}`,
      )
      taken.resolve()
      await held.promise
    })
    await taken.promise
    await chainsOf(village, [[meetingOf(4), 2]])
    await sealAll(other)
    assert.ok((await leavesOf(village)).some(({ chain, seq }) => chain === meetingOf(4) && seq === 2))
    held.resolve()
    await writer
    await seal(other, community)
    assert.ok((await leavesOf(village)).some(({ chain, seq }) => chain === meetingOf(3) && seq === 2))
  }),
)

const deferred = () => {
  let resolve: (value?: unknown) => void = () => undefined
  const promise = new Promise<unknown>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

sealing('a new record key is announced before it signs, and the old one still signs while it is kept', () =>
  withVillageServices(begins, async (village) => {
    const { engine, community } = village
    await seal(engine, community)
    const file = await newKeys()
    const [older, newer] = [village.keysFile, file]
    const both = await readKeys({ ...older, record: [...newer.record, ...older.record] })
    const rotated = { ...engine, keys: both }
    await seal(rotated, community)
    await seal(rotated, community)
    const announced = await within(engine.db, community, (tx) =>
      tx.execute<{ kid: string; actor: string }>(q`
        select convert_from(bytes, 'UTF8')::jsonb -> 'data' ->> 'kid' as kid, convert_from(bytes, 'UTF8')::jsonb ->> 'actor' as actor
        from entry where community = ${community} and kind = 'key.published' order by seq`),
    )
    assert.equal(
      announced.map(({ kid }) => kid),
      [engine.keys.record.current.kid, both.record.current.kid],
    )
    assert.is(announced[1]?.actor, '00000000-0000-0000-0000-000000000000')
    const note = readCheckpoint((await value(checkpoint(engine, community))).note)
    assert.is(note?.signatures.length, 2)
    const alone = { ...engine, keys: await readKeys({ ...older, record: newer.record }) }
    await writes(village, 2031)
    await seal(alone, community)
    assert.is(readCheckpoint((await value(checkpoint(engine, community))).note)?.signatures.length, 1)

    // The first key led to the second: both verifiers go along, whether the first is known from elsewhere or taken from the file.
    await withFolder(async (folder) => {
      const file = join(folder, 'rotated.zip')
      await writesArchive(village, both, community, file)
      const zip = bytesIn(file)
      const first = new Uint8Array(Buffer.from(engine.keys.record.published.x, 'base64url'))
      for (const keys of [[], [first]])
        assert.is((await verifySource(await recordIn(zip), { sha256, ed25519 }, { keys })).ok, true)
      assert.is(archiveFault(zip), undefined)

      // Whoever is founded after the change knows the second key alone; and who keeps only that still has the first one's record checked.
      const founded = {
        sort: 'village',
        name: '新村',
        administrator: { login: 'first', password: '十里桃花开满山坡' },
      } as const
      const later = await value(foundCommunity(rotated, { given: 'a token', wanted: 'a token' }, founded))
      const onlyNewer = await readKeys({ ...older, record: newer.record })
      for (const [community, keys, name] of [
        [later.community, both, 'later.zip'],
        [village.community, onlyNewer, 'kept.zip'],
      ] as const) {
        await writesArchive(village, keys, community, join(folder, name))
        const archive = bytesIn(join(folder, name))
        const { ok, disagreement } = await verifySource(await recordIn(archive), { sha256, ed25519 })
        assert.is(ok, true, JSON.stringify(disagreement))
        assert.is(archiveFault(archive), undefined)
      }
    })
  }),
)

sealing('is asked for by the office; addresses are the supervision committee’s, and what left is noted', () =>
  withVillageServices(begins, async (village) => {
    const { engine, community, clerk, supervisor, administrator, membersOf, actorOf } = village
    const [member] = await membersOf('village-representatives')
    const resident = actorOf(member?.person ?? '')
    const codeOfRefusal = async (
      asked: Promise<{ readonly ok: boolean; readonly refusal?: { readonly code: string } }>,
    ) => (await asked).refusal?.code
    assert.is(await codeOfRefusal(sealNow(engine, resident)), 'forbidden')
    for (const actor of [clerk, resident, administrator])
      assert.is(await codeOfRefusal(setCheckpointAddress(engine, actor, '公告栏')), 'forbidden')
    assert.is(await codeOfRefusal(checkpointDeliveries(engine, resident)), 'forbidden')
    assert.is(await codeOfRefusal(checkpointAddresses(engine, resident)), 'forbidden')
    assert.is(await codeOfRefusal(noteHandedOver(engine, administrator, 1)), 'forbidden')

    const { size } = await value(sealNow(engine, clerk))
    assert.equal((await value(checkpointDeliveries(engine, clerk))).items, [], 'nobody is to get it')
    const board = await value(setCheckpointAddress(engine, supervisor, '村委会公告栏'))
    assert.is(await codeOfRefusal(setCheckpointAddress(engine, supervisor, '村委会公告栏')), 'address_set_already')
    const mailbox = await value(setCheckpointAddress(engine, supervisor, 'jianwei@example.cn'))
    assert.is(await codeOfRefusal(endCheckpointAddress(engine, clerk, mailbox.id)), 'forbidden')
    await writes(village, 2031)
    const next = await value(sealNow(engine, supervisor))
    assert.is(next.size, size + 1)
    await value(endCheckpointAddress(engine, supervisor, mailbox.id))
    assert.is(await codeOfRefusal(endCheckpointAddress(engine, supervisor, mailbox.id)), 'not_found')
    await writes(village, 2032)
    const last = await value(sealNow(engine, administrator))
    const told = async () =>
      (await value(checkpointDeliveries(engine, clerk))).items.map((one) => [
        one.size,
        one.addresses,
        one.handedOverAt !== null,
      ])
    const [only, two] = [['村委会公告栏'], ['村委会公告栏', 'jianwei@example.cn']]
    // Whoever is named first gets the checkpoint that there is: the next may be long in coming.
    const firsts = (handed: boolean) => [
      [size, only, handed],
      [size, ['jianwei@example.cn'], handed],
    ]
    assert.equal(await told(), [[last.size, only, false], [next.size, two, false], ...firsts(false)])
    assert.is(await codeOfRefusal(noteHandedOver(engine, clerk, 99)), 'not_found')
    assert.equal(await value(noteHandedOver(engine, clerk, last.size)), { size: last.size, handedOver: 4 })
    assert.equal(await value(noteHandedOver(engine, clerk, last.size)), { size: last.size, handedOver: 0 })
    assert.equal(await told(), [[last.size, only, true], [next.size, two, true], ...firsts(true)])
    assert.equal(
      (await value(checkpointAddresses(engine, clerk))).items.map(({ id }) => id),
      [board.id],
    )
    assert.is((await value(checkpoint(engine, community))).size, last.size)
  }),
)

sealing.run()
