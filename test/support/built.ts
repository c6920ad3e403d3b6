import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Plugin } from 'esbuild'

/*
 * TypeScript is read once for a whole run and written down as JavaScript: each process would else read hundreds of files anew,
 * three seconds of the processor's time. What is run is the same, module by module.
 */

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where a file of the tests was written down to, by its place in the folder `test`. */
export const builtAt = (folder: string, name: string): string => join(folder, name.replace(/\.tsx?$/, '.js'))

const { resolve } = createRequire(import.meta.url)

/** A package that a folder has for itself is found there, though what imports it is run from elsewhere. */
const ownPackages: Plugin = {
  name: 'own packages',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^[^./]/ }, ({ path, resolveDir }) => {
      const own = join(resolveDir, 'node_modules', path)
      if (!existsSync(own)) return undefined
      return { path: pathToFileURL(resolve(own)).href, external: true }
    })
  },
}

/** A module goes on to know where it lies: from there it finds its fixtures, its styles, its programs. */
const placed: Plugin = {
  name: 'placed',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.(?:tsx?|mjs)$/ }, ({ path }) => {
      if (relative(root, path).includes('node_modules')) return undefined
      const contents = readFileSync(path, 'utf8')
      if (!contents.includes('import.meta.url')) return undefined
      const loader = path.endsWith('.tsx') ? 'tsx' : path.endsWith('.ts') ? 'ts' : 'js'
      return { contents: `const ownPlace = ${JSON.stringify(pathToFileURL(path).href)};${contents}`, loader }
    })
  },
}

/** Lends the folder in which files of the tests stand as JavaScript; packages are found from there. */
export const withBuilt = async <T>(names: readonly string[], use: (folder: string) => Promise<T>): Promise<T> => {
  const cache = join(root, 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'yishi-test-'))
  try {
    const test = dirname(fileURLToPath(new URL('.', import.meta.url)))
    const { build } = await import('esbuild')
    await build({
      entryPoints: names.map((name) => join(test, name)),
      outbase: test,
      outdir: folder,
      bundle: true,
      splitting: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
      target: 'node20',
      sourcemap: 'linked',
      sourcesContent: false,
      charset: 'utf8',
      logLevel: 'error',
      define: { 'import.meta.url': 'ownPlace' },
      plugins: [ownPackages, placed],
    })
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
