import { connect } from '../../db/client.ts'
import { createApp } from '../../src/app.ts'
import { newKeys, readKeys } from '../../src/identity/keys.ts'
import { typesOf } from './types-of.ts'

/** The types of the API as it is now; its document needs no database. */
export const generated = async (): Promise<string> => {
  const { sql, db } = connect({ url: 'postgres://nobody@127.0.0.1:1/none', log: () => undefined })
  const keys = await readKeys(await newKeys())
  const app = createApp({ sql, db, keys, now: () => 0, issuer: 'yishi', log: () => undefined })
  const document = await (await app.request('/openapi.json')).text()
  await sql.end()
  return `/** The types of the API, written by \`npm run client\` from its own document; not to be edited. */\n${await typesOf(document)}`
}
