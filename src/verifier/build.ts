import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** What zod says in some sixty languages is a third of a verifier, which says what it has to say in its own words. */
const withoutLocales: Plugin = {
  name: 'without-locales',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: 'export {}' })),
}

const bundled = async (entry: string, platform: 'node' | 'browser'): Promise<string> => {
  // Read only when somebody asks: a server starts without it.
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    bundle: true,
    write: false,
    format: 'esm',
    platform,
    target: platform === 'node' ? 'node20' : 'es2022',
    minifySyntax: true,
    legalComments: 'inline',
    plugins: [withoutLocales],
    charset: 'utf8',
    logLevel: 'silent',
  })
  const [file] = outputFiles
  if (!file) throw new Error(`${entry} was not built`)
  return file.text
}

/** `verify.mjs`: the verifier as one file that needs nothing but Node. */
export const verifierProgram = (): Promise<string> => bundled('main.ts', 'node')

/**
 * `verify.html`: the same as a page of one file. Its policy admits this script and this style by their hashes and nothing else:
 * no request to anywhere, no form, no code made out of text.
 */
export const verifierPage = async (): Promise<string> => {
  // It may not end the element that it stands in.
  const script = (await bundled('page.ts', 'browser')).replaceAll('</script', '<\\/script')
  const style = await readFile(here('page.css'), 'utf8')
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const parts: Readonly<Record<string, string>> = { script, style, policy }
  return (await readFile(here('page.html'), 'utf8')).replace(
    /\/\*(script|style|policy)\*\//g,
    (_, part) => parts[part] ?? '',
  )
}

const once = (make: () => Promise<string>): (() => Promise<string>) => {
  let made: Promise<string> | undefined
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}

/** Both, each built when it is first asked for. */
export const verifierFiles = () => ({ program: once(verifierProgram), page: once(verifierPage) })

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
