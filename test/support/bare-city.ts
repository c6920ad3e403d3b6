import { newKeys, readKeys } from '../../src/identity/keys.ts'
import { databaseClock } from '../../src/record/clock.ts'
import { fileFolder } from '../../src/record/file-folder.ts'
import { issueSlips, openAccount } from '../../src/services/accounts.ts'
import type { Engine } from '../../src/services/act.ts'
import { foundCommunity } from '../../src/services/communities.ts'
import { standingSession, value } from './engine.ts'
import { withFolder } from './folder.ts'
import { type PagesOf, pagesFor } from './pages.ts'
import { withDatabase } from './postgres.ts'

export const password = 'a-long-enough-word-for-tests'

/** 亭前社区 before its roster: the pages, and accounts for a clerk, a supervisor and an expert in law, by their roles' names. */
export type BareCity = PagesOf & {
  readonly here: string
  readonly pass: (days: number) => void
  /** A slip for somebody on the roster. */
  readonly slip: (person: string) => Promise<string>
}

/** Lends a neighbourhood that has nothing yet but its office's accounts. */
export const withBareCity = (begins: Date, use: (city: BareCity) => Promise<void>): Promise<void> =>
  withFolder((folder) =>
    withDatabase(async (database) => {
      let ahead = begins.getTime() - Date.now()
      const offset = () => ahead
      const keys = await readKeys(await newKeys())
      const { db } = database
      const files = fileFolder(folder)
      const engine: Engine = { db, keys, files, clock: databaseClock(offset), passwordWork: 4 }
      const administrator = { login: 'administrator', password }
      const tokens = { given: 'setup', wanted: 'setup' }
      const founded = { sort: 'city' as const, name: '亭前社区', administrator }
      const { community, account } = await value(foundCommunity(engine, tokens, founded))
      const by = await standingSession(database, community, account)
      for (const role of ['clerk', 'supervisor'] as const)
        await value(openAccount(engine, by, { login: role, password, role }))
      await value(openAccount(engine, by, { login: 'expert', password, role: 'expert', discipline: 'law' }))
      await use({
        ...pagesFor({ database, engine, community, offset }),
        here: `/c/${community}`,
        slip: async (person) => (await value(issueSlips(engine, by, { people: [person] })))[0]?.code ?? '',
        pass: (days) => {
          ahead += days * 86_400_000
        },
      })
    }),
  )
