import { writeFile } from 'node:fs/promises'
import { generated } from './generated.ts'

await writeFile(new URL('../../src/client/schema.ts', import.meta.url), await generated())
