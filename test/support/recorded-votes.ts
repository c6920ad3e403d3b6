import { must, type Scene } from '../../src/demo/stage.ts'
import { sha256 } from '../../src/record/sha256.ts'
import { parseEntry } from '../../workflows/format/entry.ts'
import { commitmentOf, fromHex } from '../../workflows/format/hash.ts'
import type { RecordExport } from '../../workflows/verify.ts'
import { caseChain } from './played-record.ts'

/** A proposal's record as the clerk takes it out. */
export const exportOf = async (scene: Scene, proposal: string): Promise<RecordExport> =>
  (await must((await scene.clerk()).get(`${proposal}/export`), 'export')) as unknown as RecordExport

/** A vote as the record has it; its choice where the export opens it. */
export type RecordedVote = {
  readonly seq: number
  readonly voter: string
  readonly commitment: string
  readonly choice: string | undefined
}

/** The votes of one ballot, in the order in which they were cast. */
export const votesIn = (record: RecordExport, ballot: string): readonly RecordedVote[] =>
  caseChain(record).entries.flatMap(({ bytes }) => {
    const entry = parseEntry(new TextEncoder().encode(bytes))
    if (entry.kind !== 'vote.cast' || entry.data.ballot !== ballot) return []
    const { voter, choice: commitment } = entry.data
    return [{ seq: entry.seq, voter, commitment, choice: record.disclosures[commitment]?.text }]
  })

/** Whether a salt and a choice open a commitment. */
export const opens = (commitment: string, salt: string, choice: string): boolean =>
  commitmentOf(sha256, fromHex(salt), choice) === commitment

const options = ['yes', 'no', 'abstain'] as const

/** A choice for the n-th voter, each in turn. */
export const optionOf = (n: number): (typeof options)[number] => options[n % options.length] ?? 'abstain'

/** How many there are of each choice, as a ballot's tally says it. */
export const tallied = (choices: readonly unknown[]) => {
  const of = (option: string) => choices.filter((choice) => choice === option).length
  return { yes: of('yes'), no: of('no'), abstain: of('abstain') }
}
