/**
 * A second verifier, written from workflows/format/README.md by somebody who had not seen the first. It checks chains, hashes,
 * signatures, citations, disclosures and tallies, of one case's export or of a whole archive. Left out: the replay of the procedure
 * (gates and verdicts), so a record that breaks no hash and no count but a rule passes here. Usage: node second.mjs FILE.json or
 * FILE.zip; exit code 0 only if all agrees.
 */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { archiveFault } from './archive.mjs'
import { readExport } from './reading.mjs'
import { faultOf } from './record.mjs'

export { archiveFault } from './archive.mjs'
export { canonical, commitmentOf } from './bytes.mjs'
export { readEntry } from './entries.mjs'
export { leafOf, openHead, receiptFault, thumbprintOf } from './heads.mjs'
export { kinds } from './kinds.mjs'
export { consistent, included, leafHash } from './merkle.mjs'
export { readExport } from './reading.mjs'
export { faultOf } from './record.mjs'
export { chained, endedByAnother, rewritten } from './rewrite.mjs'
export { codeOf, keyIdOf, leafBytes, noteSignedBy, readNote, rootAt } from './tree.mjs'

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const bytes = readFileSync(process.argv[2])
  const fault =
    bytes.subarray(0, 2).toString() === 'PK' ? archiveFault(bytes) : faultOf(readExport(bytes.toString('utf8')))
  console.log(fault ? `${fault.chain}, entry ${fault.seq}: ${fault.code}` : 'all agrees')
  process.exitCode = fault ? 1 : 0
}
