import { posix } from 'node:path'
import { importsOf, withoutComments } from './source.ts'

export type SourceFile = { readonly path: string; readonly text: string }

/** The table of the design, from the bottom up: what matches first is the file's layer, and arrows may only point down. */
const layers: readonly { readonly name: string; readonly files: RegExp }[] = [
  { name: 'workflows', files: /^workflows\// },
  { name: 'db', files: /^db\// },
  { name: 'ground', files: /^src\/(record|identity|roster|documents)\// },
  { name: 'services', files: /^src\/services\// },
  { name: 'backup', files: /^src\/backup\// },
  { name: 'http', files: /^src\/(api|pages)\// },
  { name: 'app', files: /^src\/app\.tsx?$/ },
  { name: 'entries', files: /^src\/((node|worker|cli)\.ts$|demo\/|verifier\/)/ },
  // For programs outside: it speaks to a server over HTTP and stands on nothing of it.
  { name: 'client', files: /^src\/client\// },
]

/** What the pure layer may use from outside: packages that run in any browser. */
const pure: readonly string[] = ['xstate', 'zod', 'canonicalize']

const rankOf = (path: string): number => layers.findIndex(({ files }) => files.test(path))

const folderOf = (path: string): string => path.split('/').slice(0, 2).join('/')

const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')

const resolved = (path: string, name: string): string => posix.join(posix.dirname(path), name)

const importFault = (path: string, name: string | undefined): string | undefined => {
  const from = rankOf(path)
  if (name === undefined) return from === 0 ? `${path} imports what cannot be read` : undefined
  if (!name.startsWith('.'))
    return from === 0 && !pure.includes(packageOf(name))
      ? `${path} must not import ${name}: workflows are pure`
      : undefined
  const target = resolved(path, name)
  // Plain files of the project itself, such as package.json, belong to no layer and hold no code.
  if (!/\.tsx?$/.test(target)) return undefined
  const to = rankOf(target)
  if (to < 0) return `${path} must not import ${target}: it belongs to no layer`
  if (to > from) return `${path} must not import ${target}: ${layers[to]?.name} stands above ${layers[from]?.name}`
  if (layers[from]?.name === 'http' && to === from && folderOf(path) !== folderOf(target))
    return `${path} must not import ${target}: api and pages stand side by side`
  return undefined
}

/** Only entries see the environment and the real clock; all others are handed what they need. */
const worldFaults = ({ path, text }: SourceFile): readonly string[] => {
  if (layers[rankOf(path)]?.name === 'entries') return []
  const code = withoutComments(text)
  return [
    ...(/\bprocess\s*(\?\.|\.)\s*env\b|\bprocess\s*\[\s*['"]env|import\s*\{[^}]*\benv\b[^}]*\}\s*from\s*['"](node:)?process['"]/.test(
      code,
    )
      ? [`${path} must not see the environment`]
      : []),
    ...(/\bDate\s*\.\s*now\b|\bnew\s+Date\s*(\(\s*\)|(?![\s\w(]))|(?<!new\s+)(?<![.\w])Date\s*\(/.test(code)
      ? [`${path} must not see the clock`]
      : []),
  ]
}

/** A way round from a folder of the ground layer, or from a service, back to itself. */
const roundTrip = (arrows: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] => {
  const walk = (at: string, way: readonly string[]): readonly string[] => {
    const met = way.indexOf(at)
    if (met >= 0) return [...way.slice(met), at]
    for (const next of arrows.get(at) ?? []) {
      const found = walk(next, [...way, at])
      if (found.length > 0) return found
    }
    return []
  }
  for (const start of arrows.keys()) {
    const found = walk(start, [])
    if (found.length > 0) return found
  }
  return []
}

const groundCycle = (files: readonly SourceFile[]): readonly string[] => {
  const arrows = new Map<string, Set<string>>()
  const isGround = (path: string): boolean => layers[rankOf(path)]?.name === 'ground'
  for (const { path, text } of files.filter((file) => isGround(file.path)))
    for (const name of importsOf(text)) {
      const target = name?.startsWith('.') ? resolved(path, name) : undefined
      if (target === undefined || !isGround(target) || folderOf(target) === folderOf(path)) continue
      arrows.set(folderOf(path), (arrows.get(folderOf(path)) ?? new Set()).add(folderOf(target)))
    }
  const way = roundTrip(arrows)
  return way.length > 0 ? [`${way.join(' → ')} is a way round`] : []
}

/** What every command stands on: the transaction, the way forward, the case, the refusals, the days. */
const shared: readonly string[] = ['act', 'advance', 'cases', 'refusal', 'calendars'].map(
  (name) => `src/services/${name}.ts`,
)

const isAmong = (folder: string, path: string): boolean => path.startsWith(`src/services/${folder}/`)

/** The service that a file is of: a file, with the folder of its name that holds its parts. */
const serviceOf = (path: string): string =>
  isAmong('views', path) || isAmong('commands', path) ? path : (/^src\/services\/[\w-]+/.exec(path)?.[0] ?? path)

const isPart = (path: string): boolean => serviceOf(path) !== path && path !== `${serviceOf(path)}.ts`

/** Services use each other one way only, none stands on what is shown, and none knows the parts of another. */
const serviceFaults = (files: readonly SourceFile[]): readonly string[] => {
  const arrows = new Map<string, Set<string>>()
  const faults: string[] = []
  for (const { path, text } of files)
    for (const name of importsOf(text)) {
      const target = name?.startsWith('.') ? resolved(path, name) : ''
      if (!target.startsWith('src/services/')) continue
      const [from, to] = [serviceOf(path), serviceOf(target)]
      if (from === to || !path.startsWith('src/services/')) continue
      if (isPart(target)) faults.push(`${path} must not import ${target}: it is a part of another service`)
      arrows.set(from, (arrows.get(from) ?? new Set()).add(to))
      if (isAmong('views', target) && !isAmong('views', path))
        faults.push(`${path} must not import ${target}: no service stands on what is shown`)
      if (isAmong('commands', path) && !isAmong('commands', target) && !shared.includes(target))
        faults.push(`${path} must not import ${target}: a command is told what it needs`)
    }
  const way = roundTrip(arrows)
  return [...faults, ...(way.length > 0 ? [`${way.join(' → ')} is a way round`] : [])]
}

/** Every place where the source leaves the table of layers; none when it keeps to it. */
export const layerFaults = (files: readonly SourceFile[]): readonly string[] => [
  ...files.filter(({ path }) => rankOf(path) < 0).map(({ path }) => `${path} belongs to no layer`),
  ...files.flatMap(({ path, text }) =>
    rankOf(path) < 0 ? [] : importsOf(text).flatMap((name) => importFault(path, name) ?? []),
  ),
  ...files.flatMap(worldFaults),
  ...groundCycle(files),
  ...serviceFaults(files),
]
