import type { EntryOf } from './entry.ts'

/** Most of a long record are votes of one form: their bytes are read at a glance, and say the same as if they were taken apart. */

const id = '[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'
const day = '(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31'
const instant = `20\\d\\d-(?:${day})T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}Z`
const plain = new RegExp(
  `^\\{"actor":"(${id})","chain":"(proposal/${id})","community":"(${id})","data":\\{"ballot":"(${id})","choice":"([0-9a-f]{64})","voter":"(${id})"\\},"format":1,"kind":"vote\\.cast","recordedAt":"(${instant})","seq":([1-9]\\d{0,8})\\}$`,
)

/** The vote that canonical bytes say, where they have the plain form; undefined where they have any other, which has to be read in full. */
export const plainVote = (text: string): EntryOf<'vote.cast'> | undefined => {
  const found = plain.exec(text)
  if (!found) return undefined
  const [, actor = '', chain = '', community = '', ballot = '', choice = '', voter = '', recordedAt = '', seq] = found
  const data = { ballot, voter, choice }
  return { format: 1, community, chain, seq: Number(seq), kind: 'vote.cast', recordedAt, actor, data }
}
