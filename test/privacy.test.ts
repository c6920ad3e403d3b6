import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Sql } from '../db/client.ts'
import { asOwner, wire } from './support/communities.ts'
import { type Asker, askers, operations } from './support/route-matrix.ts'
import { filled, inBatches, sent, served } from './support/routes-asked.ts'
import { foundTownship, prepareVillage } from './support/two-villages.ts'
import { type World, withServer } from './support/world.ts'

const privacy = suite('what nobody else is told of a resident')

/** Who works with the roster, and therefore sees it. */
const office: readonly Asker[] = ['clerk', 'administrator', 'supervisor']

/** Every resident's name, telephone number, ID number's end with the birthday, and household, as they stand in the tables. */
const secretsOf = async (world: World, community: string) =>
  asOwner(world, community, async (sql: Sql) => {
    const rows = await sql<{ name: string; phone: string | null; birth: string; last: string }[]>`
      select n.text as name, t.text as phone, p.birth::text as birth, p.id_last_four as last
      from person p join disclosure n on (n.community, n.commitment) = (p.community, p.name)
      left join disclosure t on (t.community, t.commitment) = (p.community, p.phone)
      where p.community = ${community}`
    return {
      names: new Set(rows.map(({ name }) => name)),
      numbers: new Set(
        rows.flatMap(({ phone, birth, last }) => [
          ...(phone === null ? [] : [phone]),
          `${birth.replaceAll('-', '')}`,
          `"${last}"`,
          `"${birth}"`,
        ]),
      ),
    }
  })

privacy(
  'no name, telephone number, birthday or ID number of a resident is in the answer to a foreign role, on any route',
  () =>
    withServer(async (world) => {
      const township = await foundTownship(world)
      const theirs = await prepareVillage(world, 'liulin', township)
      const ours = await prepareVillage(world, 'shiqiao', township)
      const { names, numbers } = await secretsOf(world, ours.ids.community)
      assert.ok(names.size > 300 && numbers.size > 300)
      // The roll call of a public ballot names those who voted: that is what its adoption says.
      const shown = 'get /api/communities/{c}/ballots/{b}/roll-call'
      const leaks: string[] = []
      const found = (text: string, secrets: ReadonlySet<string>): string | undefined =>
        [...secrets].find((secret) => text.includes(secret))
      const look = (about: string, text: string, what: readonly ReadonlySet<string>[]) => {
        for (const secrets of what) {
          const leaked = found(text, secrets)
          if (leaked !== undefined) leaks.push(`${about} tells ${leaked}`)
        }
      }
      const all = await served(world.url)
      const tries = all.flatMap((operation) => askers.map((asker) => [operation, asker] as const))
      await inBatches(tries, 16, async ([operation, asker]) => {
        if (operations[operation]?.notMade || office.includes(asker)) return
        const answer = await sent(ours.as[asker], operation, filled(operation, ours.ids), ours.ids)
        const text = JSON.stringify(answer.body)
        // A township's officer reads what the office reads, but no roster: names in the texts of a case, no numbers.
        const what = asker === 'township' || operation === shown ? [numbers] : [names, numbers]
        look(`${operation} by ${asker}`, text, what)
      })
      await inBatches(all, 16, async (operation) => {
        if (operations[operation]?.notMade || operations[operation]?.may === 'anybody') return
        for (const asker of office) {
          const abroad = await sent(theirs.as[asker], operation, filled(operation, ours.ids), ours.ids)
          look(`${operation} by the ${asker} of another village`, JSON.stringify(abroad.body), [names, numbers])
        }
      })
      for (const path of ['/', '/openapi.json', '/docs', '/api/communities', '/.well-known/jwks.json']) {
        const { text, headers } = await wire(world.url, path)
        // How long a page is may look like the end of an ID number.
        const told = [...headers].filter(([name]) => name !== 'content-length')
        look(path, `${text} ${JSON.stringify(told)}`, [names, numbers])
      }
      look('the log', world.logged.join('\n'), [names, numbers])
      assert.equal(leaks, [])
    }),
)

privacy('whoever works with the roster does see it: the search above can find what it looks for', () =>
  withServer(async (world) => {
    const ours = await prepareVillage(world, 'shiqiao', await foundTownship(world))
    const { names, numbers } = await secretsOf(world, ours.ids.community)
    const operation = 'get /api/communities/{c}/people'
    const { body } = await sent(ours.as.clerk, operation, filled(operation, ours.ids), ours.ids)
    const text = JSON.stringify(body)
    for (const secrets of [names, numbers]) assert.ok([...secrets].some((secret) => text.includes(secret)))
  }),
)

privacy.run()
