import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { rejectAttestation } from '../src/services/attestations.ts'
import { closeBallot } from '../src/services/ballots.ts'
import { exportRecord } from '../src/services/exports.ts'
import type { Papers } from '../src/services/papers.ts'
import type { GateGround } from '../workflows/stages/gate.ts'
import { begins, refusalOf, withHall } from './support/doors.ts'
import { value, withVillageServices } from './support/engine.ts'
import { check } from './support/played-record.ts'

const papers = suite('ballots on paper')

papers(
  'a sheet waits for a second person, is taken whole, holds up the close, and voids where too many came back',
  () =>
    withVillageServices(begins, async (village) => {
      const hall = await withHall(village, 1, 'party-committee')
      const { engine, clerk, supervisor, votes, actorOf } = village
      const [proposal = ''] = hall.proposals
      const [a = '', b = '', c = ''] = hall.people
      const ballot = await hall.puts(proposal)
      const sheet = (issued: number, returned: number, list: Papers['votes'], more: Partial<Papers> = {}) =>
        hall.enters({ sort: 'papers', ballot, issued, returned, door: 'paper', votes: list, ...more })
      const closes = (one = ballot) => closeBallot(engine, clerk, one)
      const unmet = async (one = ballot): Promise<readonly string[]> => {
        const refusal = await refusalOf(closes(one))
        const grounds: readonly GateGround[] =
          refusal !== 'accepted' && refusal.code === 'gate_closed' ? refusal.grounds : []
        return grounds.filter(({ met }) => !met).map(({ code }) => code)
      }
      const yes = (person: string) => ({ person, choice: 'yes' as const })

      await value(votes.cast(actorOf(a), { ballot, choice: 'yes' }))
      assert.equal(await refusalOf(sheet(2, 2, [yes(b), yes(a)])), {
        code: 'row_refused',
        row: 2,
        because: 'voted_already',
        person: a,
      })
      assert.equal(await refusalOf(sheet(2, 2, [yes(b), yes(b)])), {
        code: 'row_refused',
        row: 2,
        because: 'named_twice',
        person: b,
      })
      assert.equal(await refusalOf(sheet(1, 1, [yes(b)], { files: ['0'.repeat(64)] })), {
        code: 'not_found',
        what: 'file',
      })
      assert.equal(await refusalOf(sheet(1, 1, [yes(b)], { door: 'visit' })), { code: 'not_circulated' })

      // Rejected: nothing is left of it.
      const wrong = await value(sheet(2, 2, [yes(b), yes(c)]))
      assert.equal(await refusalOf(closes()), { code: 'papers_unconfirmed', attestations: [wrong.attestation] })
      await value(rejectAttestation(engine, supervisor, wrong.attestation, { reason: '与原件不符' }))
      // While a sheet waits its voter votes by phone: the sheet is refused as it stands by then.
      const late = await value(sheet(2, 2, [yes(b), yes(c)]))
      await value(votes.cast(actorOf(c), { ballot, choice: 'yes' }))
      assert.equal(await refusalOf(hall.confirms(late.attestation)), {
        code: 'row_refused',
        row: 2,
        because: 'voted_already',
        person: c,
      })
      await value(rejectAttestation(engine, clerk, late.attestation, { reason: '重新录入' }))
      const good = await value(sheet(2, 2, [{ person: b, choice: 'spoiled' }]))
      await value(hall.confirms(good.attestation))
      assert.ok((await unmet()).includes('papers-entered'), 'two came back, one is entered')

      // The newest count stands: more came back than were issued.
      await value(hall.confirms((await value(sheet(1, 2, []))).attestation))
      const closed = await value(closes())
      assert.equal([closed.voided, closed.carried], [true, false])
      assert.equal(
        closed.grounds.map(({ code, met }) => [code, met]),
        [['papers-within-issued', false]],
      )
      assert.is(closed.state.step, 'undecided')
      assert.equal((await value(closes())).grounds, closed.grounds)
      assert.is((await check(await value(exportRecord(engine, supervisor, proposal)))).ok, true)

      const again = await hall.puts(proposal, { again: '收回票数多于发出票数,重新表决' })
      const votesAgain = hall.people.map((person, n) => ({
        person,
        choice: n === 0 ? ('spoiled' as const) : ('yes' as const),
      }))
      const whole = {
        issued: votesAgain.length + 1,
        returned: votesAgain.length,
        votes: votesAgain,
        door: 'paper' as const,
      }
      await value(hall.confirms((await value(hall.enters({ sort: 'papers', ballot: again, ...whole }))).attestation))
      const { tally, carried } = await value(closes(again))
      const { issued, returned, spoiled } = tally.people
      assert.equal([carried, issued, returned, spoiled], [true, whole.issued, whole.returned, 1])
      assert.is((await check(await value(exportRecord(engine, supervisor, proposal)))).ok, true)
    }),
)

papers.run()
