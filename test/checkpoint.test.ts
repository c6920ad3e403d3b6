import { createPublicKey, verify } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ed25519 } from '../src/identity/record-key.ts'
import { sha256 } from '../src/record/sha256.ts'
import {
  type Checkpoint,
  checkpointBody,
  checkpointNote,
  codeOf,
  keyIdOf,
  originOf,
  readCheckpoint,
  readCode,
  readCodeWithSize,
  readKeptCheckpoint,
  sealedHeadBytes,
} from '../workflows/format/checkpoint.ts'
import { bytesOf, parseEntry } from '../workflows/format/entry.ts'
import { commitmentOf, fromHex, genesis, headOf, leafOf, toHex } from '../workflows/format/hash.ts'
import { emptyTree, grown, isConsistent, proves, rootOf, treeLeaf } from '../workflows/format/merkle.ts'
import { openHeads } from '../workflows/format/signed-head.ts'
import vectors from '../workflows/format/vectors.json' with { type: 'json' }

const checkpoints = suite('checkpoint')

const community = '01890a5d-ac96-774b-bcce-b302099a8057'
const sealed = { chain: 'community', seq: 3, head: 'ab'.repeat(32) }
const tree = grown(sha256, emptyTree, treeLeaf(sha256, sealedHeadBytes(sealed)))
const checkpoint: Checkpoint = {
  origin: originOf(community),
  size: tree.size,
  root: new Uint8Array(rootOf(sha256, tree)),
}
const body = checkpointBody(checkpoint)

checkpoints('has the lines of C2SP, as literals', () => {
  assert.is(
    new TextDecoder().decode(sealedHeadBytes(sealed)),
    `{"chain":"community","head":"${'ab'.repeat(32)}","seq":3}`,
  )
  assert.is(body, `yishi/${community}\n1\nFnnQOpR6nQekqcEXNf9qw+uIcHJ3jT0zwGH1/tbIXYU=\n`)
  assert.is(codeOf(sha256, checkpoint), 'EFZM-B1SP-V2HV-ZAEQ-VWXA-4SQM')
})

checkpoints('reads back what it prints, and nothing that is no checkpoint', () => {
  const keyId = Uint8Array.of(1, 2, 3, 4)
  const signature = new Uint8Array(64).fill(7)
  const signatures = [
    { name: checkpoint.origin, keyId, signature },
    { name: 'witness.example', keyId, signature },
  ]
  const note = checkpointNote(body, signatures)
  assert.equal(readCheckpoint(note), { ...checkpoint, body, signatures })
  for (const copied of [note, note.trimEnd(), note.replaceAll('\n', '\r\n'), `\n${note}\n`]) {
    assert.equal(readKeptCheckpoint(copied), { ...checkpoint, body, signatures }, 'kept by somebody')
    assert.is(readCheckpoint(copied) === undefined, copied !== note, 'as the record has it')
  }
  const [origin = '', size = '', root = ''] = body.split('\n')
  const below = note.slice(body.length + 1)
  const lines = (...some: readonly string[]) => `${some.join('\n')}\n\n${below}`
  for (const wrong of [
    '',
    body,
    lines(origin, size),
    lines(origin, size, root, 'more'),
    lines(origin, '01', root),
    lines(origin, '-1', root),
    lines(origin, '1.0', root),
    lines(origin, size, root.slice(4)),
    lines(origin, size, `${root.slice(0, -1)} `),
    `${body}\n— ${origin}\n`,
    `${body}\n- ${origin} ${btoa('x'.repeat(68))}\n`,
    `${body}\n— ${origin} AAAA\n`,
    `${note}\nmore\n`,
  ])
    for (const read of [readCheckpoint, readKeptCheckpoint]) assert.is(read(wrong), undefined, JSON.stringify(wrong))
})

checkpoints('names the key as signed notes of Ed25519 do, so that any tool for them can check it', () => {
  // The example of the specification of Go's checksum database: name, key and a note that its key has signed.
  const name = 'sum.golang.org'
  const verifier = Buffer.from('Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8', 'base64')
  assert.is(verifier[0], 1)
  const key = new Uint8Array(verifier.subarray(1))
  assert.is(toHex(keyIdOf(sha256, name, key)), '033de0ae')
  const x = Buffer.from(key).toString('base64url')
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  assert.not(verify(null, Buffer.from(body), publicKey, new Uint8Array(64)))
})

checkpoints('its code is read back as people write it, and as nothing else', () => {
  const code = codeOf(sha256, checkpoint)
  assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/)
  for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `])
    assert.is(readCode(typed), code)
  assert.is(readCode('O0I1-L222-2222-2222-2222-2222'), '0011-1222-2222-2222-2222-2222')
  for (const typed of ['', code.slice(1), `${code}0`, code.replace(/^./, 'U'), code.replace(/^./, '表')])
    assert.is(readCode(typed), undefined)
  for (const typed of [`42:${code}`, ` 42 :${code.toLowerCase()} `, `42：${code}`, `${code} (42)`, `${code}(42)`])
    assert.equal(readCodeWithSize(typed), { size: 42, code }, typed)
  for (const typed of [code, `:${code}`, '42:', `-1:${code}`, `${code} ()`, `42:${code} (42)`])
    assert.is(readCodeWithSize(typed), undefined, typed)
  const others = [
    { ...checkpoint, size: 2 },
    { ...checkpoint, origin: originOf(community.replace('0', '1')) },
    { ...checkpoint, root: treeLeaf(sha256, checkpoint.root) },
  ]
  assert.is(new Set([checkpoint, ...others].map((one) => codeOf(sha256, one))).size, 4)
})

checkpoints('the worked examples of the format’s README come out as they stand there', async () => {
  const { key, commitment, entries, leaves, checkpoints: notes, signedHead, consistency, inclusion } = vectors
  assert.is(commitmentOf(sha256, fromHex(commitment.salt), commitment.text), commitment.commitment)
  let head = genesis
  for (const { bytes, leaf, head: after } of entries) {
    const entry = new TextEncoder().encode(bytes)
    assert.equal(bytesOf(parseEntry(entry)), entry)
    assert.is(toHex(leafOf(sha256, entry)), leaf)
    head = headOf(sha256, head, leafOf(sha256, entry))
    assert.is(toHex(head), after)
  }
  const open = openHeads(ed25519, { keys: [{ kty: 'OKP', crv: 'Ed25519', x: key.x, kid: key.kid }] })
  assert.is((await open(signedHead))?.head, entries.at(-1)?.head)
  let grows = emptyTree
  for (const [n, { bytes, hash }] of leaves.entries()) {
    const leaf = treeLeaf(sha256, new TextEncoder().encode(bytes))
    assert.equal([toHex(leaf), new TextDecoder().decode(sealedHeadBytes(JSON.parse(bytes)))], [hash, bytes])
    grows = grown(sha256, grows, leaf)
    const stated = notes[n]
    if (!stated) throw new Error('a checkpoint for each size')
    const read = readCheckpoint(stated.note)
    const [signature] = read?.signatures ?? []
    if (!read || !signature) throw new Error('the note is one')
    assert.equal([read.size, toHex(read.root), read.body], [grows.size, toHex(rootOf(sha256, grows)), stated.body])
    assert.is(stated.root, toHex(read.root))
    assert.is(codeOf(sha256, read), stated.code)
    const raw = new Uint8Array(Buffer.from(key.x, 'base64url'))
    assert.is(toHex(keyIdOf(sha256, read.origin, raw)), key.keyId)
    assert.ok(ed25519(raw, new TextEncoder().encode(read.body), signature.signature))
  }
  const [one, two] = notes.map(({ size, root }) => ({ size, root: fromHex(root) }))
  if (!one || !two) throw new Error('two sizes')
  assert.ok(isConsistent(sha256, one, two, consistency.proof.map(fromHex)))
  assert.ok(proves(sha256, one.root, inclusion.index, two, inclusion.path.map(fromHex)))
})

checkpoints('what the format refuses is refused: entries and notes that come near to it', () => {
  for (const { why, bytes } of vectors.refused.entries) {
    const given = new TextEncoder().encode(bytes)
    let again = ''
    try {
      again = new TextDecoder().decode(bytesOf(parseEntry(given)))
    } catch {}
    assert.is.not(again, bytes, why)
  }
  for (const { why, note } of vectors.refused.notes) assert.is(readCheckpoint(note), undefined, why)
})

checkpoints.run()
