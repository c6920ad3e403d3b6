/** The code without its comments, which may speak of anything; strings stay, and so do the line breaks. */
export const withoutComments = (text: string): string =>
  text.replace(
    /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (found) => (found.startsWith('/') ? found.replace(/[^\n]/g, ' ') : found),
  )

/** What a file imports, in every way that the language has; `undefined` stands for a dynamic import that cannot be read. */
export const importsOf = (text: string): readonly (string | undefined)[] => {
  const code = withoutComments(text)
  const named = [...code.matchAll(/\b(?:import|export)\b[^'"`;=()]*?\bfrom\s*['"]([^'"]+)['"]/g)].map(
    ([, name]) => name,
  )
  const bare = [...code.matchAll(/(?<!['"`])\bimport\s*['"]([^'"]+)['"]/g)].map(([, name]) => name)
  const called = [...code.matchAll(/\b(?:import|require)\s*\(\s*(?:(['"`])([^'"`$]+)\1)?/g)].map(([, , name]) => name)
  return [...named, ...bare, ...called]
}
