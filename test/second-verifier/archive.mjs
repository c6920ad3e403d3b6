/** An archive: all records of a community in one ZIP. Each of its cases is a record as an export has it; what no case speaks of is checked by itself. */
import { disclosureFault, signInFault } from './ballots.mjs'
import { readChains } from './chains.mjs'
import { minutesFault } from './meetings.mjs'
import { attestationFault, keyFault } from './persons.mjs'
import { chainFault, faultOf } from './record.mjs'
import { checkpointFault, trustedIn } from './tree.mjs'
import { filesIn } from './zip.mjs'

const linesOf = (files, name) => {
  const text = files.get(name)?.toString('utf8') ?? ''
  return text === '' ? [] : text.replace(/\n$/, '').split('\n')
}

const jsonOf = (files, name) => {
  if (!files.has(name)) throw new Error(`${name} is missing`)
  return JSON.parse(files.get(name).toString('utf8'))
}

/** A file of a chain: `/` of its name is `~` there. */
const fileOf = (folder, name, ending) => `${folder}/${name.replace('/', '~')}.${ending}`

const chainIn = (files, name) => {
  const heads = linesOf(files, fileOf('heads', name, 'txt'))
  return {
    name,
    entries: linesOf(files, fileOf('chains', name, 'txt')).map((line) => ({
      head: line.slice(0, 64),
      bytes: line.slice(65),
    })),
    signedHead: heads.at(-1) ?? '',
    signedHeads: heads.slice(0, -1),
  }
}

const shownIn = (files, name) =>
  Object.fromEntries(
    linesOf(files, fileOf('shown', name, 'jsonl')).map((line) => {
      const { commitment, salt, text } = JSON.parse(line)
      return [commitment, { salt, text }]
    }),
  )

/** The first thing that disagrees in an archive's bytes, or undefined; throws at what is no archive. */
export const archiveFault = (zip) => {
  const files = filesIn(zip)
  const { format, community, cases, chains, keys } = jsonOf(files, 'record.json')
  if (format !== 1) throw new Error('another format')
  const leaves = linesOf(files, 'tree/leaves.txt').map((line) => JSON.parse(line))
  const checkpoints = linesOf(files, 'tree/checkpoints.jsonl').map((line) => JSON.parse(line))
  const whole = { community, keys, tree: { leaves, checkpoints }, chains: chains.map((name) => chainIn(files, name)) }
  const read = readChains(whole)
  const tree = checkpointFault(whole, read)
  if (tree) return tree
  const missing = [
    ...leaves.filter(({ chain }) => !read.has(chain)).map(({ chain }) => chain),
    ...chains.filter(
      (name) => name.startsWith('proposal/') && !cases.some((one) => name === `proposal/${one.proposal}`),
    ),
  ]
  for (const { proposal, adoption } of cases) {
    const name = `proposal/${proposal}`
    const own = new Set(read.get(name)?.entries.map(({ data }) => `meeting/${data.meeting}`))
    const record = {
      ...whole,
      proposal,
      adoption: jsonOf(files, `adoptions/${adoption}.json`),
      chains: whole.chains.filter((chain) => chain.name === 'community' || chain.name === name || own.has(chain.name)),
      disclosures: shownIn(files, name),
    }
    const fault = faultOf(record)
    if (fault) return fault
  }
  for (const chain of read.values()) {
    const fault =
      chainFault(whole, chain) ??
      attestationFault(chain, read.get('community')) ??
      (chain.name.startsWith('meeting/') ? (signInFault(chain) ?? minutesFault(chain)) : undefined) ??
      disclosureFault(shownIn(files, chain.name), chain)
    if (fault) return fault
  }
  if (missing.length > 0) return { chain: missing[0], seq: 1, code: 'chain_missing' }
  return keyFault(keys, read.get('community'), trustedIn(whole, read.get('community')))
}
