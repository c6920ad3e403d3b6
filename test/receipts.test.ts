import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { callerOf } from '../src/demo/client.ts'
import { must, type Scene } from '../src/demo/stage.ts'
import type { Receipt } from '../src/services/votes/receipt.ts'
import { readReceipts, receiptShape } from '../workflows/verify/receipt.ts'
import type { RecordExport } from '../workflows/verify.ts'
import { acceptsRoad, idOf } from './support/cases.ts'
import { caseChain, forged } from './support/played-record.ts'
import { faultOf, isIn } from './support/receipt.ts'
import { exportOf, opens, optionOf } from './support/recorded-votes.ts'
import { actorOf, at, keysOf, opensHall, tokensOf, voteBoxOf } from './support/voters.ts'
import { type World, withVillage } from './support/world.ts'

const receipts = suite('receipts')

type Jwks = Parameters<typeof faultOf>[1]

type Given = {
  readonly scene: Scene
  readonly world: World
  /** Two came by phone, one after the other; ten at once, and were written together. */
  readonly receipts: readonly Required<Receipt>[]
  readonly record: RecordExport
  readonly jwks: Jwks
}

/** The party assembly has voted, in totals only: nobody but each voter can open a choice. */
const withReceipts = (use: (given: Given) => Promise<void>): Promise<void> =>
  withVillage(async (scene, world) => {
    const call = { body: 'party-assembly', convenedBy: 'party-committee', daysAhead: 1 }
    const hall = await opensHall(scene, await acceptsRoad(scene, { branch: 'party-assembly' }), call)
    const people = hall.present.slice(0, 12)
    const tokens = await tokensOf(scene, people)
    const given: Required<Receipt>[] = []
    for (const [n, person] of people.slice(0, 2).entries()) {
      const cast = at(scene.url, tokens, person).post(`${hall.ballot}/votes`, { choice: optionOf(n) })
      given.push((await must(cast, 'vote')) as unknown as Required<Receipt>)
    }
    const box = await voteBoxOf(world)
    const together = people.slice(2).map((person, n) => {
      const cmd = { ballot: idOf(hall.ballot), choice: optionOf(n) }
      return box.cast(actorOf(scene, tokens, person), cmd)
    })
    for (const cast of await Promise.all(together)) if (cast.ok) given.push(cast.value as Required<Receipt>)
    assert.is(given.length, people.length)
    await must((await scene.clerk()).post(`${hall.ballot}/close`), 'close')
    const record = await exportOf(scene, hall.proposal)
    await use({ scene, world, receipts: given, record, jwks: record.keys as Jwks })
  })

receipts('each leads to a head that the record’s key has signed, and is in the record', () =>
  withReceipts(async ({ scene, receipts: given, record, jwks }) => {
    assert.equal(
      given.map(({ laterLeaves }) => laterLeaves.length),
      [0, 0, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
    )
    const published = await must(callerOf(scene.url).get('/.well-known/jwks.json'), 'keys')
    const chain = caseChain(record)
    for (const receipt of given) {
      assert.is(await faultOf(receipt, jwks), undefined)
      assert.is(await faultOf(receipt, published as unknown as Jwks), undefined)
      assert.ok(isIn(receipt, record))
      assert.is(chain.entries[receipt.seq - 2]?.head, receipt.previousHead)
    }
    const { keys } = published as unknown as { readonly keys: Jwks['keys'] }
    const recordKeys = new Set(jwks.keys.map(({ kid }) => kid))
    const others = { keys: keys.filter(({ kid }) => !recordKeys.has(kid)) }
    assert.is(others.keys.length, 1)
    for (const receipt of given) assert.ok(await faultOf(receipt, others), 'the key of tokens signs no heads')
  }),
)

/** A text with one character changed to another of the same sort. */
const changed = (text: string, at: number): string => {
  const other = text[at] === '1' ? '2' : text[at] === 'a' ? 'b' : /[0-9]/.test(text[at] ?? '') ? '1' : 'a'
  return text.slice(0, at) + other + text.slice(at + 1)
}

const everyChange = (text: string): readonly string[] => Array.from(text, (_, n) => changed(text, n))

receipts('with one character changed, anywhere, none holds', () =>
  withReceipts(async ({ receipts: given, jwks }) => {
    const [receipt] = given.filter(({ laterLeaves }) => laterLeaves.length === 4)
    if (!receipt) throw new Error('ten votes were cast at once')
    const { entry, previousHead, laterLeaves, signedHead, salt } = receipt
    const altered: Partial<Receipt>[] = [
      ...everyChange(entry).map((text) => ({ entry: text })),
      ...everyChange(previousHead).map((text) => ({ previousHead: text })),
      ...laterLeaves.flatMap((leaf, n) =>
        everyChange(leaf).map((text) => ({ laterLeaves: laterLeaves.with(n, text) })),
      ),
      // The last character of the signature carries four bits that stand for nothing.
      ...everyChange(signedHead)
        .slice(0, -1)
        .map((text) => ({ signedHead: text })),
      ...everyChange(salt).map((text) => ({ salt: text })),
      ...laterLeaves.map((_, n) => ({ laterLeaves: laterLeaves.toSpliced(n, 1) })),
      ...laterLeaves.map((leaf, n) => ({ laterLeaves: laterLeaves.toSpliced(n, 0, leaf) })),
      { laterLeaves: laterLeaves.toReversed() },
      { laterLeaves: [] },
      { seq: receipt.seq + 1 },
      { ballot: receipt.ballot.replace(/^./, (c) => (c === '0' ? '1' : '0')) },
      { recordedAt: changed(receipt.recordedAt, 0) },
    ]
    assert.ok(altered.length > 1000)
    assert.is(await faultOf(receipt, jwks), undefined)
    for (const change of altered) assert.ok(await faultOf({ ...receipt, ...change }, jwks), JSON.stringify(change))
    for (const other of given.filter((one) => one !== receipt)) {
      assert.ok(await faultOf({ ...receipt, entry: other.entry }, jwks))
      assert.ok(await faultOf({ ...receipt, salt: other.salt }, jwks))
    }
  }),
)

receipts('a commitment opens to its own choice and to no other, and tells nothing by itself', () =>
  withReceipts(async ({ receipts: given, record }) => {
    const commitments = given.map(({ entry }) => (JSON.parse(entry) as { data: { choice: string } }).data.choice)
    assert.is(new Set(commitments).size, given.length, 'the same choice looks different for each voter')
    assert.is(new Set(given.map(({ salt }) => salt)).size, given.length)
    for (const [n, commitment] of commitments.entries())
      for (const { salt, choice } of given)
        for (const option of ['yes', 'no', 'abstain'])
          assert.is(
            opens(commitment, salt, option),
            salt === given[n]?.salt && option === given[n]?.choice && option === choice,
          )
    for (const { entry } of given) assert.not.match(entry, /"(yes|no|abstain)"/)
    for (const commitment of commitments) assert.is(record.disclosures[commitment], undefined)
  }),
)

receipts('one that says something twice is no receipt: who holds it would read one and have the other checked', () =>
  withReceipts(async ({ receipts: given }) => {
    const [receipt] = given
    const text = JSON.stringify(receipt)
    const indented = JSON.stringify({ receipts: given }, null, 2)
    assert.is(readReceipts(text)?.length, 1)
    assert.is(readReceipts(`\n${indented}\n`)?.length, given.length)
    for (const twice of ['"choice":"no",', '"seq":1,'])
      for (const whole of [text, indented]) {
        const said = whole.replace('"ballot"', `${twice}"ballot"`)
        const read = JSON.parse(said)
        assert.ok(receiptShape.safeParse(read.receipts?.[0] ?? read).success, 'JSON would read it')
        assert.is(readReceipts(said), undefined, said.slice(0, 60))
      }
  }),
)

receipts('whoever forges a vote with the record’s own key is found out by its voter', () =>
  withReceipts(async ({ world, receipts: given, record, jwks }) => {
    const [, , , wronged, swapped] = given
    if (!wronged || !swapped) throw new Error('twelve have voted')
    const choiceOf = ({ entry }: Receipt) => (JSON.parse(entry) as { data: { choice: string } }).data.choice
    const forgery = await forged(record, await keysOf(world), caseChain(record).name, (entries) =>
      entries.map((entry) =>
        entry.seq === wronged.seq ? { ...entry, data: { ...entry.data, choice: choiceOf(swapped) } } : entry,
      ),
    )
    for (const receipt of given) {
      assert.is(isIn(receipt, forgery), receipt !== wronged)
      // The receipt itself goes on holding: two heads are signed for one place, and that is the proof.
      assert.is(await faultOf(receipt, jwks), undefined)
    }
    const [heads, forgedHeads] = [record, forgery].map((one) => caseChain(one).entries.map(({ head }) => head))
    for (const [n, head] of (heads ?? []).entries()) assert.is(forgedHeads?.[n] === head, n + 1 < wronged.seq)
  }),
)

receipts.run()
