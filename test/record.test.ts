import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { exportRecord } from '../src/services/exports.ts'
import type { RecordExport } from '../workflows/verify.ts'
import { type Village, value, withVillageServices } from './support/engine.ts'
import { begins, openPlay, playToEnd } from './support/play.ts'
import { caseChain, check, forged, withChain } from './support/played-record.ts'
import { factsAgree } from './support/stored-facts.ts'

const record = suite('the record')

type Played = { readonly village: Village; readonly proposal: string; readonly exported: RecordExport }

const exportOf = (village: Village, proposal: string) => value(exportRecord(village.engine, village.clerk, proposal))

const withClosedCase = (use: (played: Played) => Promise<void>): Promise<void> =>
  withVillageServices(begins, async (village) => {
    const play = await openPlay(village)
    await playToEnd(play)
    const { proposal } = play.played
    await use({ village, proposal, exported: await exportOf(village, proposal) })
  })

/** Some places along a chain: its first and last entries and several between. */
const places = (length: number): readonly number[] => [
  ...new Set([0, 1, Math.floor(length / 3), Math.floor(length / 2), length - 2, length - 1]),
]

const changedByte = (bytes: string): string => {
  const at = Math.floor(bytes.length / 2)
  return bytes.slice(0, at) + (bytes[at] === '1' ? '2' : '1') + bytes.slice(at + 1)
}

record('what was changed, removed or swapped outside is named by its first bad entry', () =>
  withClosedCase(async ({ exported }) => {
    const whole = await check(exported)
    assert.is(whole.ok, true)
    // The party's and the committees' votes are shown as totals only; the representatives' are public.
    assert.equal(
      whole.ballots.map(({ stage, recounted }) => [stage, recounted]),
      [
        ['branch', false],
        ['committees', false],
        ['party-members', false],
        ['decision', true],
      ],
    )
    let tried = 0
    for (const { name, entries } of exported.chains)
      for (const at of places(entries.length)) {
        tried += 1
        const where = `${name} entry ${at + 1} of ${entries.length}`
        const changed = await check(
          withChain(exported, name, (all) => all.map((e, n) => (n === at ? { ...e, bytes: changedByte(e.bytes) } : e))),
        )
        assert.equal([changed.ok, changed.disagreement?.chain, changed.disagreement?.seq], [false, name, at + 1], where)

        const removed = await check(withChain(exported, name, (all) => all.filter((_, n) => n !== at)))
        const last = at === entries.length - 1
        // Without its last entry a chain is whole in itself, but its signed head is not of its end.
        assert.equal(
          [removed.ok, removed.disagreement?.chain, removed.disagreement?.seq, removed.disagreement?.what],
          [false, name, last ? at : at + 1, last ? 'signature_wrong' : 'head_wrong'],
          where,
        )

        const other = (at + 1) % entries.length
        const swapped = await check(
          withChain(exported, name, (all) =>
            all.map((e, n) => (n === at ? (all[other] ?? e) : n === other ? (all[at] ?? e) : e)),
          ),
        )
        assert.equal(
          [swapped.ok, swapped.disagreement?.chain, swapped.disagreement?.seq],
          [false, name, Math.min(at, other) + 1],
          where,
        )
      }
    assert.ok(tried > 20, 'several entries of several chains were tried')
  }),
)

record('what the operator forges with the key in hand is found by the rules', () =>
  withClosedCase(async ({ village, exported }) => {
    const { name } = caseChain(exported)
    const { keys } = village.engine
    const forge = async (change: Parameters<typeof forged>[3], chain = name) =>
      (await check(await forged(exported, keys, chain, change))).disagreement

    assert.is(await forge((all) => all), undefined, 'the forger’s tools alone change nothing')

    const tally = await forge((all) =>
      all.map((e) => {
        const people = e.data.people as Record<string, number> | undefined
        return e.kind === 'ballot.closed' && people
          ? { ...e, data: { ...e.data, people: { ...people, yes: (people.yes ?? 0) - 1, no: (people.no ?? 0) + 1 } } }
          : e
      }),
    )
    assert.is(tally?.what, 'tally_wrong')

    const stuffed = await forge((all) => {
      const first = all.findIndex(({ kind }) => kind === 'vote.cast')
      return all.map((e, n) =>
        n === first ? { ...e, data: { ...e.data, voter: '00000000-0000-4000-8000-000000000000' } } : e,
      )
    })
    assert.is(stuffed?.what, 'voter_not_present')

    const twice = await forge((all) => {
      const first = all.findIndex(({ kind }) => kind === 'vote.cast')
      const again = all[first]
      return again ? [...all.slice(0, first + 1), again, ...all.slice(first + 1)] : all
    })
    assert.is(twice?.what, 'refused_on_replay')

    const skipped = await forge((all) => {
      const from = all.findIndex(({ kind }) => kind === 'meeting.convened')
      const to = all.findIndex(({ kind }) => kind === 'ballot.closed')
      return [...all.slice(0, from), ...all.slice(to + 1)]
    })
    assert.is(skipped?.what, 'refused_on_replay', 'a review left out')

    const unconvened = await forge((all) => all.filter(({ kind }) => kind !== 'authorisation.filed'))
    assert.is(unconvened?.what, 'refused_on_replay', 'the authorisation left out')

    const backwards = await forge((all) =>
      all.map((e, n) => (n === 3 ? { ...e, recordedAt: '2020-01-01T00:00:00.000Z' } : e)),
    )
    assert.is(backwards?.what, 'time_runs_back')

    const meeting = exported.chains.find((chain) => chain.name.startsWith('meeting/'))?.name ?? ''
    const hall = await forge(
      (all) =>
        all.map((e) =>
          e.kind === 'roll.called' ? { ...e, data: { ...e.data, present: (e.data.present as string[]).slice(1) } } : e,
        ),
      meeting,
    )
    assert.is(hall?.what, 'meeting_cited_wrong')
  }),
)

record('another procedure, another text, another signature are found', () =>
  withClosedCase(async ({ exported }) => {
    const [first] = exported.adoption.stages
    const adoption = { ...exported.adoption, stages: first ? [first] : [] }
    assert.is((await check({ ...exported, adoption })).disagreement?.what, 'adoption_wrong')

    const cast = caseChain(exported).entries.findLast(({ bytes }) => bytes.includes('"vote.cast"'))
    const commitment = /"choice":"([0-9a-f]{64})"/.exec(cast?.bytes ?? '')?.[1] ?? ''
    const shown = exported.disclosures[commitment]
    assert.is(shown?.text, 'yes')
    const disclosures = { ...exported.disclosures, [commitment]: { salt: shown?.salt ?? '', text: 'no' } }
    assert.is((await check({ ...exported, disclosures })).disagreement?.what, 'disclosure_wrong')

    const [a, b] = exported.chains
    const chains = exported.chains.map((chain) => (chain === a && b ? { ...a, signedHead: b.signedHead } : chain))
    assert.is((await check({ ...exported, chains })).disagreement?.what, 'signature_wrong')
    assert.is((await check({ ...exported, keys: { keys: [] } })).disagreement?.what, 'signature_wrong')
    assert.is((await check({ ...exported, chains: [] })).disagreement?.what, 'chain_missing')
  }),
)

record('choices that are withheld are counted, not recounted; too many of one kind are found', () =>
  withClosedCase(async ({ exported }) => {
    const withheld = await check({ ...exported, disclosures: {} })
    assert.is(withheld.ok, true)
    assert.ok(withheld.withheld > 60)
    assert.ok(withheld.ballots.every(({ recounted }) => !recounted))
  }),
)

record('erasing every text leaves every record verifying and the case as it was', () =>
  withClosedCase(async ({ village, proposal }) => {
    const { ownerSql } = village.database
    const erased = await ownerSql.begin(async (tx) => {
      await tx`select set_config('app.community', ${village.community}, true)`
      const done = await tx`update disclosure set text = null, salt = null, erased_at = now() where erased_at is null`
      return done.count
    })
    assert.ok(erased > 363, 'names and free texts were there to be erased')
    const again = await exportOf(village, proposal)
    const report = await check(again)
    assert.is(report.ok, true, JSON.stringify(report))
    assert.is(report.ballots.at(-1)?.recounted, true, 'the representatives’ vote is public')
    await factsAgree({ village, proposal })
  }),
)

record('what is written stays written, whoever asks', () =>
  withClosedCase(async ({ village }) => {
    const { ownerSql, sql } = village.database
    for (const login of [ownerSql, sql])
      for (const change of [`update entry set kind = 'x'`, 'delete from entry', 'delete from vote', 'truncate entry'])
        try {
          await login.begin(async (tx) => {
            await tx`select set_config('app.community', ${village.community}, true)`
            await tx.unsafe(change)
          })
          assert.unreachable(`${change} was let through`)
        } catch (error) {
          assert.match(String(error), /only added to|permission denied|truncate a table referenced/)
        }
  }),
)

record.run()
