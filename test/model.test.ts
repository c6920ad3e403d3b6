import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { exportRecord } from '../src/services/exports.ts'
import { value, withVillageServices } from './support/engine.ts'
import { begins, openPlay, type Play, playedBeside, playToEnd, step } from './support/play.ts'
import { check } from './support/played-record.ts'
import type { Amendment } from './support/reference.ts'
import { amend, discontinue, lateProgress, leaveSeat, merge, opine, revoke } from './support/reference-aftermath.ts'
import type { Move, Played } from './support/reference-move.ts'
import {
  answer,
  type Choice,
  complete,
  correct,
  keepBack,
  rareMove,
  readmit,
  remark,
  takeBack,
} from './support/reference-moves.ts'
import { factsAgree } from './support/stored-facts.ts'

const model = suite('a case played against the reference')
const long = process.env.LONG === '1'

const verified = async ({ village, proposal }: Played): Promise<void> => {
  const record = await value(exportRecord(village.engine, village.clerk, proposal))
  const report = await check(record)
  assert.is(report.ok, true, JSON.stringify(report))
}

const command = (choice: Choice): fc.AsyncCommand<object, Play> => ({
  check: () => true,
  run: (_model, play) => step(play, choice),
  toString: () => (choice === 'onward' ? choice : choice.name),
})

model('random legal and illegal moves: state, record and refusals agree; the tables and the replay too', () =>
  withVillageServices(begins, async (village) => {
    const beside = await playedBeside(village)
    const seen = new Map<string, number>()
    const property = fc.asyncProperty(
      fc.constantFrom<Amendment>('continue', 'committees', 'restart'),
      fc.integer({ min: 1, max: 3 }),
      fc.commands([rareMove.map(command)], { maxCommands: 120, size: 'max' }),
      async (amendment, calls, commands) => {
        const play = await openPlay(village, { amendment, calls, beside })
        await fc.asyncModelRun(() => ({ model: {}, real: play }), commands)
        for (const line of play.past) {
          const code = line.replace(/\(.*\)/, '')
          seen.set(code, (seen.get(code) ?? 0) + 1)
        }
        await factsAgree(play.played)
        await verified(play.played)
      },
    )
    await fc.assert(property, { numRuns: long ? 600 : 40 }).catch((error: Error) => {
      throw new Error(`${error.message}\n${error.cause instanceof Error ? error.cause.message : ''}`)
    })
    for (const code of [
      'call → ok',
      'open → ok',
      'voteAll → ok',
      'close → ok',
      'correct → ok',
      'adjourn → ok',
      'order → ok',
    ])
      assert.ok((seen.get(code) ?? 0) > 0, `no play came to ${code}`)
  }),
)

model('whoever always does the sensible thing comes to the end', () =>
  withVillageServices(begins, async (village) => {
    const play = await openPlay(village)
    await playToEnd(play)
    assert.is(play.reference.end, 'closed')
    await factsAgree(play.played)
    await verified(play.played)
  }),
)

model(
  'a seat ends between the call and the meeting, and what was resolved is revoked: each as the reference says',
  () =>
    withVillageServices(begins, async (village) => {
      const play = await openPlay(village, { beside: await playedBeside(village) })
      const until = async (reached: () => boolean): Promise<void> => {
        while (!reached()) await step(play, 'onward')
      }
      const takes = async (...moves: readonly Move[]): Promise<void> => {
        for (const move of moves) await step(play, move)
      }
      const { reference, past } = play
      await takes(amend, revoke, discontinue)
      await until(() => reference.stage === 'decision' && reference.step === 'called')
      await takes(amend, leaveSeat, opine, amend, amend)
      await until(() => reference.step === 'posted')
      await takes(takeBack, remark, takeBack, takeBack, readmit, keepBack, answer)
      await takes(remark, keepBack, takeBack, readmit, answer, takeBack)
      await until(() => reference.step === 'working')
      await takes(lateProgress, merge, revoke, revoke, correct(0, 'no'), complete, discontinue, discontinue, opine)
      assert.equal(
        past.filter((line) =>
          /^(amend|merge|revoke|discontinue|lateProgress|complete|comment.withdrawn|answer) /.test(line),
        ),
        [
          'amend → not_found',
          'revoke → does_not_fit',
          'discontinue → gate_closed',
          'amend → roll_cause_unproved',
          'amend → ok',
          'amend → not_on_roll',
          'comment.withdrawn → not_found',
          'comment.withdrawn → ok',
          'comment.withdrawn → does_not_fit',
          'answer → does_not_fit',
          'comment.withdrawn → does_not_fit',
          'answer → ok',
          'comment.withdrawn → does_not_fit',
          'lateProgress → ok',
          'merge → gate_closed',
          'revoke → ok',
          'revoke → does_not_fit',
          'complete → gate_closed',
          'discontinue → ok',
          'discontinue → case_ended',
        ],
      )
      assert.is(reference.end, 'revoked')
      await factsAgree(play.played)
      await verified(play.played)
    }),
)

model.run()
