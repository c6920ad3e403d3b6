import { type Browser, chromium as playwright } from 'playwright-core'
import { makeFolder, removeFolder } from './folder.ts'

const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']

/** The browser of `CHROME_PATH`, or the one inside an npm package, unpacked with its own libraries into a folder of ours. */
const launch = async (folder: string): Promise<Browser> => {
  const { CHROME_PATH } = process.env
  if (CHROME_PATH !== undefined)
    return playwright.launch({ executablePath: CHROME_PATH, args: ['--no-sandbox', ...quiet] })
  // The package unpacks to the system's temporary folder, and brings its libraries only where it believes itself on Lambda.
  const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV }
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' })
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    const executablePath = await chromium.executablePath()
    return await playwright.launch({ executablePath, args: [...chromium.args, ...quiet] })
  } finally {
    for (const [name, value] of Object.entries(before))
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
  }
}

/** Lends a real browser. */
export const withBrowser = async (use: (browser: Browser) => Promise<void>): Promise<void> => {
  const folder = makeFolder()
  try {
    const browser = await launch(folder)
    try {
      await use(browser)
    } finally {
      await browser.close()
    }
  } finally {
    removeFolder(folder)
  }
}
