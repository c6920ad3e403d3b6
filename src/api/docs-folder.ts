import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { DocsFiles } from './routes/docs.ts'

/** The files of the API's page, as its package has them on this machine. */
export const docsFolder = (): DocsFiles => {
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  return (name) => readFile(join(folder, name))
}
