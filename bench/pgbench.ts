import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { answerOf, entryOf } from './ceiling.ts'
import { ceilingStatement } from './ceiling-statement.ts'
import type { Assembly } from './hall.ts'
import type { Question } from './way.ts'

const run = promisify(execFile)
const clients = 32

const version = async (): Promise<string | undefined> => {
  try {
    return (await run('pgbench', ['--version'])).stdout.trim()
  } catch {
    return undefined
  }
}

/** The ids that `settle` gave the n-th voter. */
const idOf = (what: string): string =>
  `overlay(overlay(md5('${what} ' || :n::text) placing '4' from 13) placing '8' from 17)::uuid`

const statement = ceilingStatement((name) => {
  switch (name) {
    case 'account':
    case 'session':
      return idOf(name)
    case 'salt':
      return `substr(sha256(convert_to(:n::text, 'UTF8')), 1, 16)`
    case 'commitment':
      return `encode(sha256(convert_to(:n::text, 'UTF8')), 'hex')`
    case 'head':
      return `sha256(convert_to(:n::text, 'UTF8'))`
    case 'bytes':
      return `convert_to(:entry::text, 'UTF8')`
    default:
      return `:${name}`
  }
})

/** The same statement asked by pgbench, each client voting for its share of the voters. Undefined where there is none. */
export const votesByPgbench = async (
  { world, voters, scene: { community } }: Assembly,
  question: Question,
  tell: (line: string) => void,
): Promise<{ readonly votes: number; readonly perSecond: number } | undefined> => {
  const found = await version()
  const [first] = voters
  const share = Math.floor(voters.length / clients)
  if (found === undefined || !first || share === 0) {
    tell(found === undefined ? 'pgbench is not installed: left out' : 'too few voters for pgbench: left out')
    return undefined
  }
  const script = join(world.folder, 'vote.pgbench')
  await writeFile(
    script,
    `\\set i :i + 1\n\\set n :i * ${clients} + :client_id\n${statement.replaceAll(/\s+/g, ' ').trim()};\n`,
  )
  const { hostname, port, username, password, pathname } = new URL(world.database.url)
  const given = {
    i: '-1',
    community,
    ballot: question.ballot,
    chain: `proposal/${question.proposal}`,
    choice: 'yes',
    entry: entryOf(first, question).toString('utf8'),
    answer: answerOf(question, 1),
  }
  const { stdout } = await run(
    'pgbench',
    [
      ...['-n', '-M', 'prepared', '-c', String(clients), '-t', String(share), '-f', script],
      ...Object.entries(given).flatMap(([name, value]) => ['-D', `${name}=${value}`]),
      ...['-h', hostname, '-p', port, '-U', decodeURIComponent(username), pathname.slice(1)],
    ],
    { env: { ...process.env, PGPASSWORD: decodeURIComponent(password), PGOPTIONS: `-c app.community=${community}` } },
  )
  const perSecond = Number(/tps = ([\d.]+)/.exec(stdout)?.[1])
  tell(`${found}, ${clients} clients: ${Math.round(perSecond)} votes a second`)
  return { votes: share * clients, perSecond }
}
