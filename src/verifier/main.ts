import { runVerifier } from './run.ts'

/** The verifier as a program of one file, that needs nothing but Node. */
process.exitCode = await runVerifier(process.argv.slice(2))
