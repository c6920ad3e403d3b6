import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withFolder } from './folder.ts'
import { type Said, withProgram } from './program.ts'

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

/** The shipped settings with their paths made absolute, in a folder whose secrets and left-overs go with it. */
const layOut = (folder: string, { secrets, assets = true }: WorkerSettings): void => {
  const whole = readFileSync(join(root, 'wrangler.toml'), 'utf8')
  const shipped = assets ? whole : whole.replace(/^\[assets\]\n(?:.+\n)+/m, '')
  const placed = shipped.replace(
    /^(main|directory) = "(.+)"$/gm,
    (_, name: string, path: string) => `${name} = ${JSON.stringify(join(root, path))}`,
  )
  writeFileSync(join(folder, 'wrangler.toml'), placed)
  const lines = Object.entries(secrets).map(([name, value]) => `${name}='${value}'\n`)
  writeFileSync(join(folder, '.dev.vars'), lines.join(''), { mode: 0o600 })
}

export type WorkerSettings = {
  /** The database's address, as Hyperdrive would hand it out. */
  readonly databaseUrl: string
  readonly secrets: Readonly<Record<string, string>>
  /** False to leave the files of /docs out: beside them this release of wrangler sets off no cron trigger (workers-sdk, 9882). */
  readonly assets?: boolean
}

export type RunningWorker = {
  readonly url: string
  /** Waits for a line of its log. */
  readonly said: Said
}

/** Lends the Worker on the real runtime, as `wrangler dev` starts it. */
export const withWorker = (settings: WorkerSettings, use: (worker: RunningWorker) => Promise<void>): Promise<void> =>
  withFolder(async (folder) => {
    layOut(folder, settings)
    const env = {
      PATH: process.env.PATH,
      HOME: folder,
      XDG_CONFIG_HOME: folder,
      ...offline,
      CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: settings.databaseUrl,
    }
    const words = ['dev', '--local', '--ip', '127.0.0.1', '--port', '0', '--inspector-port', '0']
    await withProgram(process.execPath, [wrangler, ...words], { cwd: folder, env }, async (said) => {
      const [url = ''] = /http:\S+/.exec(await said(/Ready on http/)) ?? []
      await use({ url, said })
    })
  })
