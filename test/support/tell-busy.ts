/** Loaded before a test file: at its end it says how long the file kept the processor busy. PostgreSQL's own share is not seen. */
import { busySeconds } from './busy.ts'

process.once('exit', () => console.log(`\n  Processor: ${busySeconds().toFixed(1)}`))
