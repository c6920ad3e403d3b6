import { canonical, type Loose, leafBytes, rewritten } from './second.mjs'
import type { Record as Exported } from './tamperings.ts'

type Files = Readonly<Record<string, string>>
type Change = (files: Files) => Files

const nothing = '0'.repeat(64)

const nameOf = (files: Files, start: string): string => Object.keys(files).find((name) => name.startsWith(start)) ?? ''

/** One file as somebody changed it who has an editor and a program for ZIPs. */
const changed =
  (start: string, change: (text: string) => string): Change =>
  (files) => {
    const name = nameOf(files, start)
    return { ...files, [name]: change(files[name] ?? '') }
  }

type Index = {
  readonly cases: readonly object[]
  readonly chains: readonly string[]
  readonly keys: { readonly keys: readonly object[] }
}

const index = (change: (index: Index) => object): Change =>
  changed('record.json', (text) => {
    const read = JSON.parse(text) as Index
    return JSON.stringify({ ...read, ...change(read) })
  })

const eachLine =
  (change: (line: string, n: number) => string) =>
  (text: string): string =>
    text.trimEnd().split('\n').map(change).join('\n').concat('\n')

/** Archives that somebody altered: what was done, and what both verifiers call it. */
export const archiveTamperings: readonly (readonly [what: string, code: string, change: Change])[] = [
  ['the case left out', 'chain_missing', index(() => ({ cases: [] }))],
  [
    'every meeting left out',
    'meeting_cited_wrong',
    (files) =>
      index(({ chains }) => ({ chains: chains.filter((name) => !name.startsWith('meeting/')) }))(
        Object.fromEntries(Object.entries(files).filter(([name]) => !/^(chains|heads|shown)\/meeting~/.test(name))),
      ),
  ],
  [
    'a head',
    'head_wrong',
    changed(
      'chains/proposal~',
      eachLine((line, n) => (n === 4 ? nothing + line.slice(64) : line)),
    ),
  ],
  [
    'an entry of a chain that no case needs',
    'head_wrong',
    changed(
      'chains/community',
      eachLine((line, n) => (n === 2 ? line.replace('"seq":3', '"seq":4') : line)),
    ),
  ],
  [
    'a text of the community',
    'disclosure_wrong',
    changed(
      'shown/community',
      eachLine((line, n) => (n === 0 ? JSON.stringify({ ...JSON.parse(line), text: '别的村' }) : line)),
    ),
  ],
  [
    'a text of the community twice, another one first',
    'disclosure_wrong',
    changed('shown/community', (text) => {
      const [first = ''] = text.split('\n')
      return `${JSON.stringify({ ...JSON.parse(first), text: '别的村' })}\n${text}`
    }),
  ],
  [
    'a text of a meeting shown among those of the community',
    'disclosure_wrong',
    (files) => ({
      ...files,
      'shown/community.jsonl': `${files['shown/community.jsonl']}${files[nameOf(files, 'shown/meeting')]?.split('\n')[0]}\n`,
    }),
  ],
  ['a case twice', 'out_of_place', index(({ cases }) => ({ cases: [...cases, ...cases] }))],
  [
    'another letter where head and entry part',
    'head_wrong',
    changed(
      'chains/community',
      eachLine((line, n) => (n === 2 ? `${line.slice(0, 64)}_${line.slice(65)}` : line)),
    ),
  ],
  ['another procedure', 'adoption_wrong', changed('adoptions/', (text) => text.replace('"days":15', '"days":16'))],
  ['the last leaf left out', 'tail_cut', changed('tree/leaves', (text) => text.replace(/[^\n]+\n$/, ''))],
  [
    'a checkpoint without its last line break',
    'checkpoint_unreadable',
    changed(
      'tree/checkpoints',
      eachLine((line) => JSON.stringify(String(JSON.parse(line)).trimEnd())),
    ),
  ],
  [
    'a key that was not announced',
    'key_unpublished',
    index(({ keys: { keys } }) => ({
      keys: { keys: [...keys, { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43), kid: 'A'.repeat(43) }] },
    })),
  ],
]

const besides =
  (name: string): Change =>
  (files) => ({ ...files, [name]: '各位村民:全体代表一致同意。\n' })

/** Archives in which somebody could read what no rule looks at: both refuse to read them at all. */
export const archivesRefused: readonly (readonly [what: string, change: Change])[] = [
  ['a chain that is not listed', besides('chains/proposal~00000000-0000-4000-8000-000000000000.txt')],
  ['a file under the record’s own name in other letters', besides('Shown/community.JSONL')],
  ['a file that is unpacked as one of the record', besides('read/../shown/community.jsonl')],
  ['a file under a name of another system', besides('shown\\community.jsonl')],
  ['a text in a line twice', changed('shown/community', (text) => text.replace('"text":', '"text":"别的村","text":'))],
  ['the list of cases twice', changed('record.json', (text) => text.replace('"cases"', '"cases": [], "cases"'))],
  ['a field too many in the list', index(() => ({ title: '各位村民' }))],
  [
    'a private half among the keys',
    index(({ keys: { keys } }) => ({ keys: { keys: keys.map((key) => ({ ...key, d: 'A'.repeat(43) })) } })),
  ],
  ['a procedure with a field twice', changed('adoptions/', (text) => text.replace('{', '{"format":1,'))],
  ['a checkpoint in other letters', changed('tree/checkpoints', (text) => text.replace('yishi/', 'yishi\\/'))],
  ['a leaf with a field twice', changed('tree/leaves', (text) => text.replace('{', '{"seq":1,'))],
]

/** The same of the file of one case. */
export const exportsRefused: readonly (readonly [what: string, change: (text: string) => string])[] = [
  ['the chains twice', (text) => text.replace('"chains":', '"chains":[],"chains":')],
  ['a text that is shown twice', (text) => text.replace('"text":', '"text":"全体代表一致同意","text":')],
  ['a name in other letters', (text) => text.replace('"proposal":', '"propos\\u0061l":')],
  ['a number with a fraction', (text) => text.replace('"format":1', '"format":1.0')],
  ['a field too many', (text) => text.replace('{', '{"title":"各位村民",')],
  ['a field too many in a chain', (text) => text.replace('"name":', '"title":"各位村民","name":')],
  ['a field too many beside an entry', (text) => text.replace('{"bytes":', '{"says":"全票通过","bytes":')],
  ['a field too many beside a text', (text) => text.replace('"salt":', '"says":"","salt":')],
  ['something behind it', (text) => `${text}{}`],
  ['another format', (text) => text.replace('"format":1', '"format":2')],
]

/** The name that stands before a file in a ZIP, and not that in its directory. */
export const renamedInside = (zip: Uint8Array, from: string, to: string): Uint8Array => {
  const bytes = Buffer.from(zip)
  bytes.write(to, bytes.indexOf(from), 'latin1')
  return new Uint8Array(bytes)
}

type Entries = readonly Loose[]
type Rewrite = (entries: Entries, chain: string) => Entries

/** The archive that some cases of one community would make, written anew with a key that it announces; nothing in it is shown. */
export const archiveOf = (cases: readonly Exported[], rewrite: Rewrite = (entries) => entries): Files => {
  const [first] = cases
  if (!first) throw new Error('an archive of no case')
  const all = cases.flatMap(({ chains }) => chains)
  // Of a chain that several have, the one that was taken last is the longest.
  const chains = [...new Map(all.map((chain) => [chain.name, chain])).values()]
  const { keys, tree, ...record } = rewritten({ ...first, chains }, rewrite)
  const file = (name: string) => name.replace('/', '~')
  const lines = (some: readonly string[]) => some.map((line) => `${line}\n`).join('')
  const adoptions = new Map(cases.map((one) => [one.proposal, [hashIn(one), one.adoption] as const]))
  return {
    'record.json': JSON.stringify({
      format: 1,
      community: first.community,
      cases: cases.map(({ proposal }) => ({ proposal, adoption: adoptions.get(proposal)?.[0] })),
      chains: record.chains.map(({ name }) => name),
      keys,
    }),
    ...Object.fromEntries([...adoptions.values()].map(([hash, made]) => [`adoptions/${hash}.json`, canonical(made)])),
    ...Object.fromEntries(
      record.chains.flatMap(({ name, entries, signedHead }) => [
        [`chains/${file(name)}.txt`, lines(entries.map(({ head, bytes }) => `${head} ${bytes}`))],
        [`heads/${file(name)}.txt`, lines([signedHead])],
      ]),
    ),
    'tree/leaves.txt': lines((tree?.leaves ?? []).map(leafBytes)),
    'tree/checkpoints.jsonl': lines((tree?.checkpoints ?? []).map((note) => JSON.stringify(note))),
  }
}

const hashIn = ({ proposal, chains }: Exported): string => {
  const own = chains.find(({ name }) => name === `proposal/${proposal}`)
  return (JSON.parse(own?.entries[0]?.bytes ?? '') as { data: { adoptionHash: string } }).data.adoptionHash
}

const withData = (entry: Loose, data: object): Loose => ({ ...entry, data: { ...entry.data, ...data } })

/** One case's entries of a kind with other data, or without. */
const saying =
  (proposal: string, kind: string, change: (entry: Loose) => readonly Loose[]): Rewrite =>
  (entries, chain) =>
    chain === `proposal/${proposal}`
      ? entries.flatMap((entry) => (entry.kind === kind ? change(entry) : [entry]))
      : entries

/** What somebody tampers with: a case that was merged into another, a case whose resolution a third has revoked. */
export interface Neighbours {
  readonly merged: string
  readonly into: string
  readonly revoked: string
  readonly by: string
}

/** What one case says of another, altered: what was done, and what both verifiers call it, nothing where it is allowed. */
export const claimTamperings = ({
  merged,
  into,
  revoked,
  by,
}: Neighbours): readonly (readonly [what: string, code: string | undefined, rewrite: Rewrite])[] => {
  const nobody = '00000000-0000-4000-8000-000000000000'
  const revocation = (data: object) => saying(revoked, 'resolution.revoked', (entry) => [withData(entry, data)])
  const continues = (one: string, earlier: string) =>
    saying(one, 'proposal.opened', (entry) => [withData(entry, { continues: earlier })])
  return [
    ['nothing', undefined, (entries) => entries],
    ['taken up again after it had ended', undefined, continues(by, merged)],
    ['taken up again before it had ended', 'claim_denied', continues(into, revoked)],
    ['taken up again, though nobody ever opened it', 'claim_denied', continues(by, nobody)],
    ['taken up again by itself', 'claim_denied', continues(by, by)],
    ['merged, and not taken in', 'claim_denied', saying(into, 'proposal.absorbed', () => [])],
    ['taken in twice', 'claim_denied', saying(into, 'proposal.absorbed', (entry) => [entry, entry])],
    [
      'taken in, though it was merged into another',
      'claim_denied',
      saying(merged, 'proposal.merged', (entry) => [withData(entry, { into: by })]),
    ],
    ['revoked by a body that does not stand above', 'refused_on_replay', revocation({ by: 'village-committee' })],
    ['revoked by a case that was never opened', 'claim_denied', revocation({ proposal: nobody })],
    ['revoked by a ballot that was never held', 'claim_denied', revocation({ ballot: nobody })],
    ['revoked by a ballot of another day', 'claim_denied', revocation({ decidedOn: '2026-01-05' })],
    ['revoked by a case that decided nothing', 'claim_denied', revocation({ proposal: merged })],
  ]
}
