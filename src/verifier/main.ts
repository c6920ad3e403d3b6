import { setFlagsFromString } from 'node:v8'
import { isMainThread } from 'node:worker_threads'
import { ed25519 } from '../identity/record-key.ts'
import { sha256 } from '../record/sha256.ts'
import { runVerifier } from './run.ts'
import { checksForAnother } from './thread.ts'

// What survived while the tree was read would from then on be made where memory is seldom collected; and what is compiled before
// it has been called often is compiled for less than it meets, and takes from both threads.
for (const flag of ['--no-allocation-site-pretenuring', '--interrupt-budget=900000']) setFlagsFromString(flag)

/** The verifier as a program of one file, that needs nothing but Node; in a thread of its own it checks cases for the first. */
if (isMainThread) process.exitCode = await runVerifier(process.argv.slice(2), new URL(import.meta.url))
else await checksForAnother({ sha256, ed25519 })
