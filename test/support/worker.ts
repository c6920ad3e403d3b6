import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { withFolder } from './folder.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const wrangler = join(root, 'node_modules', 'wrangler', 'wrangler-dist', 'cli.js')

/** Nothing is asked of the network, and nothing told to it. */
const offline = {
  CI: '1',
  NO_COLOR: '1',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
}

/** The shipped settings, laid in a folder whose secrets and left-overs go with it. */
const layOut = (folder: string, secrets: Readonly<Record<string, string>>): void => {
  const entry = 'main = "src/worker.ts"'
  const shipped = readFileSync(join(root, 'wrangler.toml'), 'utf8')
  if (!shipped.includes(entry)) throw new Error(`wrangler.toml does not say ${entry}`)
  writeFileSync(
    join(folder, 'wrangler.toml'),
    shipped.replace(entry, `main = ${JSON.stringify(join(root, 'src', 'worker.ts'))}`),
  )
  const lines = Object.entries(secrets).map(([name, value]) => `${name}='${value}'\n`)
  writeFileSync(join(folder, '.dev.vars'), lines.join(''), { mode: 0o600 })
}

/** Ends the program and the runtime that it started, which are a group of processes of their own. */
const end = async (child: ChildProcess): Promise<void> => {
  const { pid } = child
  if (pid === undefined) return
  const closed = child.exitCode === null && child.signalCode === null ? once(child, 'close') : undefined
  const kill = (signal: NodeJS.Signals): void => {
    try {
      process.kill(-pid, signal)
    } catch {
      // There is nobody left in the group.
    }
  }
  kill('SIGTERM')
  await closed
  kill('SIGKILL')
}

export type WorkerSettings = {
  /** The database's address, as Hyperdrive would hand it out. */
  readonly databaseUrl: string
  readonly secrets: Readonly<Record<string, string>>
}

/** Lends the Worker on the real runtime, as `wrangler dev` starts it, by its address. */
export const withWorker = ({ databaseUrl, secrets }: WorkerSettings, use: (url: string) => Promise<void>) =>
  withFolder(async (folder) => {
    layOut(folder, secrets)
    const home = join(folder, 'home')
    mkdirSync(home)
    const child = spawn(
      process.execPath,
      [wrangler, 'dev', '--ip', '127.0.0.1', '--port', '0', '--inspector-port', '0', '--local'],
      {
        cwd: folder,
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH: process.env.PATH,
          HOME: home,
          XDG_CONFIG_HOME: home,
          ...offline,
          CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: databaseUrl,
        },
      },
    )
    const said: string[] = []
    const stop = (): void => void end(child)
    process.once('exit', stop)
    try {
      const ready = new Promise<string>((resolve, reject) => {
        const heed = (line: string): void => {
          said.push(line)
          const [, url] = /Ready on (http:\S+)/.exec(line) ?? []
          if (url !== undefined) resolve(url)
        }
        for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', heed)
        child.once('close', () => reject(new Error(`wrangler ended:\n${said.join('\n')}`)))
      })
      await use(await ready)
    } catch (error) {
      console.error(said.join('\n'))
      throw error
    } finally {
      process.off('exit', stop)
      await end(child)
    }
  })
