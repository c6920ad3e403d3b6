import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { must } from '../src/demo/stage.ts'
import { ed25519 } from '../src/identity/record-key.ts'
import { sha256 } from '../src/record/sha256.ts'
import type { Receipt } from '../src/services/votes/receipt.ts'
import vectors from '../workflows/format/vectors.json' with { type: 'json' }
import { bodyKinds } from '../workflows/law/provision.ts'
import { type RecordExport, verifySource } from '../workflows/verify.ts'
import {
  archivesRefused,
  archiveTamperings,
  exportsRefused,
  renamedInside,
} from './second-verifier/archive-tamperings.ts'
import { seatsAllowed, seatTamperings } from './second-verifier/seat-tamperings.ts'
import {
  archiveFault,
  canonical,
  chained,
  codeOf,
  commitmentOf,
  consistent,
  faultOf,
  included,
  keyIdOf,
  kinds,
  type Leaf,
  leafBytes,
  leafHash,
  leafOf,
  noteSignedBy,
  openHead,
  readEntry,
  readExport,
  readNote,
  receiptFault,
  rootAt,
  thumbprintOf,
} from './second-verifier/second.mjs'
import { allowed, alone, procedureTamperings, type Record, tamperings } from './second-verifier/tamperings.ts'
import { treeAllowed, treeTamperings } from './second-verifier/tree-tamperings.ts'
import { bytesIn, recordIn, writesArchive } from './support/archives.ts'
import { idOf, representatives, reviewsRoad } from './support/cases.ts'
import { withFolder } from './support/folder.ts'
import { check } from './support/played-record.ts'
import { faultOf as firstReceiptFault } from './support/receipt.ts'
import { exportOf, optionOf } from './support/recorded-votes.ts'
import { actorOf, keysOf, opensHall, tokensOf, voteBoxOf } from './support/voters.ts'
import { withVillage } from './support/world.ts'

const second = suite('second verifier')

type Vector = {
  readonly path: string
  readonly proof: readonly string[] | null
  readonly wantErr: boolean
} & (
  | { readonly leafIdx: number; readonly treeSize: number; readonly root: string; readonly leafHash: string }
  | { readonly size1: number; readonly size2: number; readonly root1: string; readonly root2: string }
)

const bytes = (text: string | null): Uint8Array => Buffer.from(text ?? '', 'base64')

const holds = (vector: Vector): boolean => {
  const proof = (vector.proof ?? []).map(bytes)
  if ('leafIdx' in vector) {
    const { leafIdx, treeSize, leafHash, root } = vector
    return included({ index: leafIdx, size: treeSize, leaf: bytes(leafHash), proof, root: bytes(root) })
  }
  const { size1, size2, root1, root2 } = vector
  return consistent({ size1, size2, root1: bytes(root1), root2: bytes(root2), proof })
}

second('answers all 196 vectors of the tree rightly', () => {
  const file = readFileSync(new URL('./fixtures/merkle-vectors.json', import.meta.url), 'utf8')
  const { vectors } = JSON.parse(file) as { readonly vectors: readonly Vector[] }
  assert.is(vectors.length, 196)
  for (const vector of vectors) assert.is(holds(vector), !vector.wantErr, vector.path)
})

const raw = (hex: string): Uint8Array => Buffer.from(hex, 'hex')
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

second('works out every example of the format', () => {
  const { key, commitment, entries, leaves, checkpoints, signedHead, consistency, inclusion } = vectors
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.x, kid: key.kid }
  assert.is(thumbprintOf(jwk), key.kid)
  assert.is(commitmentOf(raw(commitment.salt), commitment.text), commitment.commitment)
  assert.equal(
    chained(entries.map(({ bytes }) => bytes)).map(({ head }) => head),
    entries.map(({ head }) => head),
  )
  for (const { bytes, leaf } of entries) {
    assert.is(hex(leafOf(bytes)), leaf)
    const { entry } = readEntry(bytes)
    assert.is(canonical(entry), bytes)
  }
  const signed = openHead(signedHead, { keys: [jwk] })
  assert.equal([signed?.seq, signed?.head], [entries.length, entries.at(-1)?.head])
  const heads = leaves.map(({ bytes }) => JSON.parse(bytes) as Leaf)
  for (const [n, { bytes, hash }] of leaves.entries()) {
    assert.is(leafBytes(heads[n] as Leaf), bytes)
    assert.is(hex(leafHash(Buffer.from(bytes))), hash)
  }
  const community = signed?.community ?? ''
  assert.is(hex(keyIdOf(`yishi/${community}`, key.x)), key.keyId)
  for (const { size, root, body, code, note } of checkpoints) {
    assert.is(hex(rootAt(heads, size)), root)
    assert.is(codeOf(body), code)
    const read = readNote(note, community)
    assert.equal([read?.body, read?.size], [body, size])
    assert.ok(read && noteSignedBy(read, community, [jwk]))
    assert.not(noteSignedBy(read, community, [{ x: 'A'.repeat(43) }]))
    assert.is(readNote(note.replace('— ', '- '), community), undefined)
  }
  const rootOf = (size: number) => raw(checkpoints.find((one) => one.size === size)?.root ?? '')
  const { from, to, proof } = consistency
  const grown = { size1: from, size2: to, root1: rootOf(from), root2: rootOf(to), proof: proof.map(raw) }
  assert.ok(consistent(grown))
  assert.not(consistent({ ...grown, root1: rootOf(to) }))
  const { index, size, path } = inclusion
  const leaf = raw(leaves[index]?.hash ?? '')
  assert.ok(included({ index, size, leaf, proof: path.map(raw), root: rootOf(size) }))
})

second('refuses what the format’s text refuses', () => {
  for (const { why, bytes } of vectors.refused.entries) assert.ok(readEntry(bytes).fault, why)
  for (const { why, note } of vectors.refused.notes) {
    const [origin = ''] = note.trimStart().split(/\r?\n/)
    assert.is(readNote(note, origin.replace('yishi/', '')), undefined, why)
  }
})

type Played = {
  readonly record: RecordExport
  readonly receipts: readonly Required<Receipt>[]
  /** The archive of the whole community. */
  readonly zip: Uint8Array
}

/** Three reviews of which totals are shown, and a public decision of which every choice is. */
const playsCase = (use: (played: Played) => Promise<void>): Promise<void> =>
  withVillage(async (scene, world) => {
    const hall = await opensHall(scene, await reviewsRoad(scene), representatives, 8)
    const tokens = await tokensOf(scene, hall.present)
    const box = await voteBoxOf(world)
    const cast = hall.present.map((person, n) =>
      box.cast(actorOf(scene, tokens, person), { ballot: idOf(hall.ballot), choice: optionOf(n) }),
    )
    const receipts: Required<Receipt>[] = []
    for (const answer of await Promise.all(cast)) if (answer.ok) receipts.push(answer.value as Required<Receipt>)
    assert.is(receipts.length, hall.present.length)
    await must((await scene.clerk()).post(`${hall.ballot}/close`), 'close')
    const record = await exportOf(scene, hall.proposal)
    await withFolder(async (folder) => {
      const file = join(folder, 'village.zip')
      await writesArchive(world, await keysOf(world), scene.community, file)
      await use({ record, receipts, zip: bytesIn(file) })
    })
  })

/** Both verdicts, side by side: nothing, or the entry and what is wrong with it. */
const verdictsOn = async (record: Record) => {
  const { disagreement } = await check(record as RecordExport)
  const first = disagreement && { chain: disagreement.chain, seq: disagreement.seq, code: disagreement.what }
  return { first, second: faultOf(record) }
}

const agreesOnTamperings = async (record: Record): Promise<void> => {
  const whole = await verdictsOn(record)
  assert.equal(whole, { first: undefined, second: undefined })
  for (const [what, change] of [...allowed, ...treeAllowed, ...seatsAllowed]) {
    const { first, second } = await verdictsOn(change(record))
    assert.equal([first, second], [undefined, undefined], what)
  }
  for (const [what, code, change] of [...tamperings, ...treeTamperings, ...seatTamperings]) {
    const { first, second } = await verdictsOn(change(record))
    assert.equal(second, first, what)
    assert.is(second?.code, code, what)
  }
}

const refusesOtherProcedures = async (record: Record): Promise<void> => {
  for (const [what, change] of procedureTamperings) {
    const { first } = await verdictsOn(change(record))
    assert.is(first?.code, 'adoption_wrong', what)
  }
}

/** The same of an archive, whole and altered, and of how it was packed. */
const agreesOnArchives = async (zip: Uint8Array): Promise<void> => {
  const files = Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]))
  const packed = (change: (whole: typeof files) => typeof files, level: 0 | 6 = 6) =>
    zipSync(Object.fromEntries(Object.entries(change(files)).map(([name, text]) => [name, strToU8(text)])), { level })
  const report = async (bytes: Uint8Array) => verifySource(await recordIn(bytes), { sha256, ed25519 })
  const verdicts = async (bytes: Uint8Array) => {
    const { disagreement } = await report(bytes)
    const first = disagreement && { chain: disagreement.chain, seq: disagreement.seq, code: disagreement.what }
    return { first, second: archiveFault(bytes) }
  }
  const { 'README.txt': _, ...rest } = files
  for (const bytes of [zip, packed((whole) => whole, 0), packed(() => ({ ...rest, 'letter.txt': '各位村民' }))])
    assert.equal(await verdicts(bytes), { first: undefined, second: undefined })
  for (const [what, code, change] of archiveTamperings) {
    const { first, second } = await verdicts(packed(change))
    assert.equal(second, first, what)
    assert.is(second?.code, code, what)
  }
  const unread = [
    ...archivesRefused.map(([what, change]) => [what, packed(change)] as const),
    [
      'another name inside',
      renamedInside(
        packed((whole) => whole),
        'tree/leaves.txt',
        'tree/leavos.txt',
      ),
    ] as const,
    ['cut short', zip.slice(0, -1)] as const,
    ['something behind it', Buffer.concat([zip, Buffer.from('各位村民')])] as const,
    ['without its beginning', zip.slice(1)] as const,
    ['nothing', new Uint8Array(0)] as const,
  ]
  for (const [what, bytes] of unread) {
    assert.throws(() => archiveFault(bytes), undefined, what)
    const read = report(new Uint8Array(bytes)).then(
      () => true,
      () => false,
    )
    assert.not(await read, what)
  }
}

/** The same of the text of a case's file: what says something twice, or more than the format knows, is none. */
const agreesOnFiles = async (record: Record): Promise<void> => {
  const text = JSON.stringify(record)
  const reads = async (one: string): Promise<readonly [boolean, boolean]> => {
    const first = await recordIn(new TextEncoder().encode(one)).then(
      () => true,
      () => false,
    )
    try {
      return [first, readExport(one) !== undefined]
    } catch {
      return [first, false]
    }
  }
  for (const one of [text, `${text}\n`, JSON.stringify(record, null, 2), `\r\n\t${text}`])
    assert.equal(await reads(one), [true, true])
  for (const [what, change] of exportsRefused) assert.equal(await reads(change(text)), [false, false], what)
}

/** Are both of one mind whether this can be read? */
const agreesOnReading = async (
  record: Record,
  name: string,
  kind: string,
  data: object,
  reads: boolean,
  what: string,
) => {
  const { first, second } = await verdictsOn(alone(record, name, kind, data as { readonly [field: string]: unknown }))
  assert.is(second?.code !== 'entry_unreadable', reads, `${kind} ${what}, by the second`)
  assert.is(first?.code !== 'entry_unreadable', reads, `${kind} ${what}, by the first`)
}

/** The kinds as the README lists them are those that the first verifier reads: every field, no other, and what may be left out. */
const agreesOnKinds = async (record: Record): Promise<void> => {
  const meeting = record.chains.find(({ name }) => name.startsWith('meeting/'))?.name ?? ''
  const names: { readonly [chain: string]: string } = {
    community: 'community',
    proposal: `proposal/${record.proposal}`,
    meeting,
  }
  for (const [kind, { chain, known, sample }] of kinds) {
    const reads = (data: object, expected: boolean, what: string) =>
      agreesOnReading(record, names[chain] ?? '', kind, data, expected, what)
    await reads(sample, true, 'as described')
    await reads({ ...sample, more: 1 }, false, 'with a field more')
    if ('body' in sample) {
      for (const body of bodyKinds) await reads({ ...sample, body }, true, `of ${body}`)
      await reads({ ...sample, body: 'village-fair' }, false, 'of no body')
    }
    for (const { name, optional } of known) {
      const { [name]: _, ...rest } = sample
      await reads(rest, optional, `without ${name}`)
    }
  }
}

const agreesOnReceipts = async ({ record, receipts }: Played): Promise<void> => {
  const jwks = record.keys as Parameters<typeof firstReceiptFault>[1]
  const verdict = async (receipt: Receipt): Promise<readonly [boolean, boolean]> => [
    (await firstReceiptFault(receipt, jwks)) === undefined,
    receiptFault(receipt, jwks) === undefined,
  ]
  for (const receipt of receipts) assert.equal(await verdict(receipt), [true, true])
  const [one, other] = receipts.filter(({ laterLeaves }) => laterLeaves.length > 0)
  if (!one || !other) throw new Error('votes cast at once are written together')
  const altered: readonly Partial<Receipt>[] = [
    { entry: other.entry },
    { entry: one.entry.replace('vote.cast', 'vote.Cast') },
    { previousHead: '0'.repeat(64) },
    { previousHead: 'head' },
    { laterLeaves: [] },
    { laterLeaves: one.laterLeaves.toSpliced(0, 1, '0'.repeat(64)) },
    { laterLeaves: [...one.laterLeaves, '0'.repeat(64)] },
    { signedHead: one.signedHead.replace('.', '.e') },
    { salt: other.salt },
    { choice: one.choice === 'yes' ? 'no' : 'yes' },
  ]
  for (const change of altered)
    assert.equal(await verdict({ ...one, ...change }), [false, false], JSON.stringify(change))
}

second('is of one mind with the first about a played case, altered copies of it, every kind and every receipt', () =>
  playsCase(async (played) => {
    const record = played.record as Record
    await agreesOnReceipts(played)
    await agreesOnTamperings(record)
    await refusesOtherProcedures(record)
    await agreesOnFiles(record)
    await agreesOnKinds(record)
    await agreesOnArchives(played.zip)
  }),
)

second.run()
