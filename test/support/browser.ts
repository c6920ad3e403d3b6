import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium as playwright } from 'playwright-core'
import { makeFolder, removeFolder } from './folder.ts'

const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']

/** Where the browser finds fonts: those of its package once unpacked, and the system's. */
const writeFontSettings = (folder: string): string => {
  const path = join(folder, 'font-settings')
  mkdirSync(path)
  const folders = [join(folder, 'fonts'), '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('')
  const settings = `<fontconfig>${folders}<cachedir>${join(path, 'cache')}</cachedir></fontconfig>`
  writeFileSync(join(path, 'fonts.conf'), `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">${settings}`)
  return path
}

/** In one process, as on Lambda, everybody's scripts ask with the same one's cookies; drawing by software costs less than by a GPU that is played. */
const alone =
  /^--(?:single-process|disable-web-security|use-gl|use-angle|enable-unsafe-swiftshader|ignore-gpu-blocklist)/
const apart = (args: readonly string[]): readonly string[] => [
  ...args.filter((arg) => !alone.test(arg)),
  '--disable-gpu',
]

/** The browser of `CHROME_PATH`, or the one inside an npm package, unpacked with its own libraries into a folder of ours. */
const launch = async (folder: string, forSeveral: boolean): Promise<Browser> => {
  const { CHROME_PATH } = process.env
  if (CHROME_PATH !== undefined)
    return playwright.launch({ executablePath: CHROME_PATH, args: ['--no-sandbox', ...quiet] })
  // The package unpacks to the system's temporary folder, brings its libraries only where it believes itself on Lambda, and
  // looks for its font in /tmp/fonts alone: without one, every text is nothing wide and counts as hidden.
  const settings = {
    TMPDIR: folder,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x',
    FONTCONFIG_PATH: writeFontSettings(folder),
  }
  const before = Object.fromEntries(Object.keys(settings).map((name) => [name, process.env[name]]))
  Object.assign(process.env, settings)
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    const executablePath = await chromium.executablePath()
    const args = forSeveral ? apart(chromium.args) : chromium.args
    return await playwright.launch({ executablePath, args: [...args, ...quiet] })
  } finally {
    for (const [name, value] of Object.entries(before))
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
  }
}

/** Lends a real browser; `forSeveral` where several people use it at once, each signed in for themselves. */
export const withBrowser = async (
  use: (browser: Browser) => Promise<void>,
  { forSeveral = false }: { readonly forSeveral?: boolean } = {},
): Promise<void> => {
  const folder = makeFolder()
  try {
    const browser = await launch(folder, forSeveral)
    try {
      await use(browser)
    } finally {
      await browser.close()
    }
  } finally {
    removeFolder(folder)
  }
}
