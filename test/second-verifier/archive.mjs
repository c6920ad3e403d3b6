/** An archive: all records of a community in one ZIP. Each of its cases is a record as an export has it; what no case speaks of is checked by itself. */
import { disclosureFault } from './ballots.mjs'
import { readChains } from './chains.mjs'
import { claimFault, seatedFault } from './claims.mjs'
import { kinds } from './kinds.mjs'
import { callFault, minutesFault } from './meetings.mjs'
import { attestationFault, keyFault } from './persons.mjs'
import { readIndex, readOnce } from './reading.mjs'
import { chainFault, faultOf, twiceFault } from './record.mjs'
import { checkpointFault, leafBytes, trustedIn } from './tree.mjs'
import { filesIn } from './zip.mjs'

const linesOf = (files, name) => {
  const text = files.get(name)?.toString('utf8') ?? ''
  return text === '' ? [] : text.replace(/\n$/, '').split('\n')
}

const jsonOf = (files, name, read = readOnce) => {
  if (!files.has(name)) throw new Error(`${name} is missing`)
  return read(files.get(name).toString('utf8'))
}

/** A file of a chain: `/` of its name is `~` there. */
const fileOf = (folder, name, ending) => `${folder}/${name.replace('/', '~')}.${ending}`

const chainIn = (files, name) => {
  const heads = linesOf(files, fileOf('heads', name, 'txt'))
  return {
    name,
    entries: linesOf(files, fileOf('chains', name, 'txt')).map((line) => ({
      head: line.slice(0, 64),
      bytes: line.slice(line[64] === ' ' ? 65 : 64),
    })),
    signedHead: heads.at(-1) ?? '',
    signedHeads: heads.slice(0, -1),
  }
}

/** A line says what it says in one form. */
const written = (line, text) => {
  if (line !== text) throw new Error('a line is not as it is written')
}

/** Of a commitment with two texts neither fits. */
const shownIn = (files, name) => {
  const shown = new Map()
  for (const line of linesOf(files, fileOf('shown', name, 'jsonl'))) {
    const { commitment, salt, text } = JSON.parse(line)
    written(line, JSON.stringify({ commitment, salt, text }))
    shown.set(commitment, shown.has(commitment) ? {} : { salt, text })
  }
  return Object.fromEntries(shown)
}

const leafIn = (line) => {
  const leaf = JSON.parse(line)
  written(line, leafBytes(leaf))
  return leaf
}

/** Where a file comes to lie that is unpacked where names are taken less exactly. */
const lying = (name) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cc}/gu, '')
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.')
    .join('/')

/** A text among those of the record that none of its rules reads, or that comes to lie upon one that they read. */
const isStray = (files, { chains, cases }) => {
  const ours = new Set(['record.json', 'tree/leaves.txt', 'tree/checkpoints.jsonl'])
  for (const { adoption } of cases) ours.add(`adoptions/${adoption}.json`)
  for (const name of chains)
    for (const [folder, ending] of [
      ['chains', 'txt'],
      ['heads', 'txt'],
      ['shown', 'jsonl'],
    ])
      ours.add(fileOf(folder, name, ending))
  return [...files.keys()].some((name) => {
    if (ours.has(name) || /^adoptions\/[0-9a-f]{64}\.json$/.test(name)) return false
    const at = lying(name)
    return (
      ours.has(at) ||
      at.split('/').includes('..') ||
      /^(chains|heads|shown|tree|adoptions)\/.*\.(txt|json|jsonl)$/.test(at)
    )
  })
}

/** The first thing that disagrees in an archive's bytes, or undefined; throws at what is no archive. */
export const archiveFault = (zip) => {
  const files = filesIn(zip)
  const { community, cases, chains, keys } = jsonOf(files, 'record.json', readIndex)
  if (isStray(files, { chains, cases })) throw new Error('a file that is no part of the record')
  const twice = twiceFault(chains) ?? twiceFault(cases.map(({ proposal }) => `proposal/${proposal}`))
  if (twice) return twice
  const leaves = linesOf(files, 'tree/leaves.txt').map(leafIn)
  const checkpoints = linesOf(files, 'tree/checkpoints.jsonl').map(readOnce)
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
      (chain.name.startsWith('meeting/') ? (callFault(chain) ?? minutesFault(chain)) : undefined) ??
      disclosureFault(shownIn(files, chain.name), chain)
    if (fault) return fault
  }
  if (missing.length > 0) return { chain: missing[0], seq: 1, code: 'chain_missing' }
  const moves = new Set([...kinds].filter(([, { move }]) => move).map(([kind]) => kind))
  const denied = claimFault(cases, read, moves)
  if (denied) return denied
  const seated = seatedFault(read.get('community'), read, true)
  if (seated) return seated
  return keyFault(keys, read.get('community'), trustedIn(whole, read.get('community')))
}
