/** A process that migrates the database given and says what it applied. */
import { migrate } from '../../db/migrate.ts'

console.log(JSON.stringify(await migrate({ ownerUrl: process.argv[2] ?? '', appLogin: process.argv[3] ?? '' })))
