import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

const bundled = async (entry: string, platform: 'node' | 'browser'): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    bundle: true,
    write: false,
    format: 'esm',
    platform,
    target: platform === 'node' ? 'node20' : 'es2022',
    minifySyntax: true,
    legalComments: 'inline',
    charset: 'utf8',
    logLevel: 'silent',
  })
  const [file] = outputFiles
  if (!file) throw new Error(`${entry} was not built`)
  return file.text
}

/** `verify.mjs`: the verifier as one file that needs nothing but Node. */
export const verifierProgram = (): Promise<string> => bundled('main.ts', 'node')

/** `verify.html`: the same as a page of one file. */
export const verifierPage = async (): Promise<string> => {
  const script = (await bundled('page.ts', 'browser')).replaceAll('</script', '<\\/script')
  return (await readFile(here('page.html'), 'utf8')).replace('/*script*/', () => script)
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
