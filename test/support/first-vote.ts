import * as assert from 'uvu/assert'
import { callerOf } from '../../src/demo/client.ts'
import { demoClock } from '../../src/demo/demo-clock.ts'
import { found, must, refused, type Scene, say } from '../../src/demo/stage.ts'
import { ed25519 } from '../../src/identity/record-key.ts'
import { sha256 } from '../../src/record/sha256.ts'
import type { Receipt } from '../../src/services/votes/receipt.ts'
import { verify } from '../../workflows/verify.ts'
import { proposesRoad } from './cases.ts'
import { faultOf, isIn } from './receipt.ts'
import { exportOf, votesIn } from './recorded-votes.ts'
import { at, opensHall, tokensOf } from './voters.ts'
import { fixture } from './world.ts'

const silent = (): void => undefined

/** 石桥村 founded, with its roster, at a server whose clock nobody moves. */
export const foundsToday = (url: string, setupToken: string, logins = 'shiqiao'): Promise<Scene> => {
  const standing = { ...demoClock(url, () => 0), goTo: async () => undefined }
  const village = { sort: 'village', name: '石桥村', jurisdiction: 'CN-37', logins } as const
  return found(url, standing, setupToken, { ...village, roster: fixture('roster-village.csv') }, silent)
}

/**
 * A village's first proposal, all within today: accepted for the assembly, put to the branch committee, voted on by all its
 * members at once, closed, and its record checked. Answers the ballot's path and the voters' receipts.
 */
export const votesFirst = async (scene: Scene): Promise<readonly Receipt[]> => {
  const proposal = await proposesRoad(scene, { decides: 'persons' })
  await say(scene, proposal, 'intake.accepted', { matter: 'village-public-works' })
  const today = { body: 'party-committee', convenedBy: 'party-committee', daysAhead: 0 }
  const { ballot, present } = await opensHall(scene, proposal, today)
  const tokens = await tokensOf(scene, present)
  const cast = (person: string, choice: string) =>
    at(scene.url, tokens, person).post(`${ballot}/votes`, { choice }, `${ballot}-${choice}`)

  const receipts = (await Promise.all(
    present.map((person) => must(cast(person, 'yes'), 'vote')),
  )) as unknown as readonly Receipt[]
  const [first = ''] = present
  await refused(cast(first, 'no'), 'voted_already', 'a second vote')
  assert.equal((await must(cast(first, 'yes'), 'the same request again')).entry, receipts[0]?.entry)
  const stranger = callerOf(scene.url, 'not.a.token')
  await refused(stranger.post(`${ballot}/votes`, { choice: 'no' }), 'token_invalid', 'a wrong token')

  const closed = await must((await scene.clerk()).post(`${ballot}/close`), 'close')
  assert.is(closed.carried, true)
  await refused(cast(first, 'no'), 'ballot_closed', 'a vote after the close')

  const record = await exportOf(scene, proposal)
  const report = await verify(record, { sha256, ed25519 })
  assert.is(report.ok, true, JSON.stringify(report))
  assert.is(votesIn(record, ballot.slice(ballot.lastIndexOf('/') + 1)).length, present.length)
  const jwks = record.keys as unknown as Parameters<typeof faultOf>[1]
  for (const receipt of receipts) {
    assert.is(await faultOf(receipt, jwks), undefined)
    assert.ok(isIn(receipt, record))
  }
  return receipts
}
