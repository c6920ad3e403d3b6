/** A process that owns the database in the folder given, says its address, and goes on until it is killed or told to end. */
import { startEmbedded } from '../../db/embedded.ts'

try {
  const { ownerUrl } = await startEmbedded({ folder: process.argv[2] ?? '', log: console.error })
  console.log(JSON.stringify({ ownerUrl }))
  // Reading keeps the process alive; when the other end goes it ends like any program, without a word to the server.
  process.stdin.resume()
} catch (error) {
  console.log(JSON.stringify({ refused: (error as { readonly code?: string }).code, message: String(error) }))
}
