import { withoutComments } from './source.ts'

/** Code that stands in a string is not run; only the package's own name is needed further. */
const withoutStrings = (text: string): string =>
  withoutComments(text).replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`/g, (found) =>
    /^.uvu.$/.test(found) ? found : "''",
  )

/**
 * What uvu does not tell: a suite that is never run, or a test written below its suite's `.run()`, is silently left out.
 */
export const suiteFaults = (source: string): readonly string[] => {
  const text = withoutStrings(source)
  const named = [...text.matchAll(/\b(?:const|let)\s+(\w+)\s*=\s*suite\s*(?:<[^()]*>)?\(/g)].map(
    ([, name]) => name ?? '',
  )
  const made = [...text.matchAll(/(?<![.\w])suite\s*(?:<[^()]*>)?\(/g)].length
  const plain = /import\s*\{[^}]*\btest\b[^}]*\}\s*from\s*['"]uvu['"]/.test(text) ? ['test'] : []
  const suites = [...named, ...plain]
  if (suites.length === 0 && made === 0) return ['holds no suite']
  const faults = suites.flatMap((name) => {
    const runs = text.lastIndexOf(`${name}.run()`)
    if (runs < 0) return [`the suite ${name} is never run`]
    const last = Math.max(...[...text.matchAll(new RegExp(`^\\s*${name}\\(`, 'gm'))].map(({ index }) => index), -1)
    return last > runs ? [`the suite ${name} has a test below its .run()`] : []
  })
  return made > named.length ? [...faults, 'a suite without a name of its own is never run'] : faults
}
