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
  ['a leaf with a field twice', changed('tree/leaves', (text) => text.replace('{', '{"seq":1,'))],
]

/** The name that stands before a file in a ZIP, and not that in its directory. */
export const renamedInside = (zip: Uint8Array, from: string, to: string): Uint8Array => {
  const bytes = Buffer.from(zip)
  bytes.write(to, bytes.indexOf(from), 'latin1')
  return new Uint8Array(bytes)
}
