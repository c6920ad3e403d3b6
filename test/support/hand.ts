import type { Browser, BrowserContextOptions, Download, Locator, Page } from 'playwright-core'
import * as assert from 'uvu/assert'

/** A file as somebody picks it from a disk. */
export interface Picked {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** What a field is filled with: words, the options of a list by what they say, or a file. */
type Filling = string | readonly string[] | Picked
export type Fields = Readonly<Record<string, Filling>>

/** Words as a pattern, whichever width their marks are printed in. */
const said = (words: string): string =>
  words
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/[,，]/g, '[,，]')
    .replace(/[:：]/g, '[:：]')
    .replace(/\\\(|（/g, '[(（]')
    .replace(/\\\)|）/g, '[)）]')
    .replace(/["“”]/g, '["“”]')
const whole = (words: string | RegExp): RegExp =>
  typeof words === 'string' ? new RegExp(`^\\s*${said(words)}\\s*$`) : words
const begins = (words: string): RegExp => new RegExp(`^\\s*${said(words)}`)
const within = (words: string): RegExp => new RegExp(said(words))
const isPicked = (value: Filling): value is Picked => typeof value === 'object' && 'buffer' in value

/** Somebody at a browser: finds everything by the words that stand on the page, and goes nowhere but by what the page offers. */
export class Hand {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Types an address, as from a sheet of paper. */
  async opens(address: string): Promise<void> {
    await this.page.goto(address, { waitUntil: 'domcontentloaded' })
  }

  async follows(words: string | RegExp): Promise<void> {
    await this.goes(() =>
      this.page
        .getByRole('link', { name: whole(words) })
        .first()
        .click(),
    )
  }

  /** Takes up what has its own card in a list, or a link of that name. */
  async takesUp(title: string): Promise<void> {
    const heading = this.page.getByRole('heading', { name: new RegExp(`^${said(title)}(?:\\s|$)`) })
    const card = this.page.getByRole('listitem').filter({ has: heading }).getByRole('link')
    await this.goes(() =>
      card
        .or(this.page.getByRole('link', { name: whole(title) }))
        .first()
        .click(),
    )
  }

  /** Fills in the form that has these fields and this button, and sends it. */
  async sends(button: string | RegExp, fields: Fields = {}): Promise<void> {
    const form = await this.fills(button, fields)
    await this.goes(() => form.getByRole('button', { name: whole(button) }).click())
  }

  /** The same with an impatient finger. */
  async sendsTwice(button: string | RegExp, fields: Fields = {}): Promise<void> {
    const form = await this.fills(button, fields)
    await this.goes(() => form.getByRole('button', { name: whole(button) }).dblclick())
  }

  async fills(button: string | RegExp, fields: Fields): Promise<Locator> {
    const labels = Object.keys(fields)
    const form = labels.reduce(
      (found, label) => found.filter({ hasText: within(label) }),
      this.page.locator('form').filter({ has: this.page.getByRole('button', { name: whole(button) }) }),
    )
    for (const [label, value] of Object.entries(fields)) await fill(form, label, value)
    return form
  }

  /** Keeps what a link hands out. */
  async keeps(words: string): Promise<string> {
    const offered: Promise<Download> = this.page.waitForEvent('download')
    const [download] = await Promise.all([offered, this.page.getByRole('link', { name: whole(words) }).click()])
    return download.path()
  }

  async reads(part = 'main'): Promise<string> {
    return this.page.innerText(part)
  }

  async sees(words: string | RegExp): Promise<void> {
    const seen = await this.reads()
    assert.match(
      seen,
      typeof words === 'string' ? within(words) : words,
      `${String(words)} is not on ${this.page.url()}:\n${seen}`,
    )
  }

  private async goes(deed: () => Promise<void>): Promise<void> {
    await Promise.all([this.page.waitForEvent('domcontentloaded'), deed()])
  }
}

const fill = async (form: Locator, label: string, value: Filling): Promise<void> => {
  const group = form.getByRole('group', { name: begins(label) })
  if ((await group.count()) > 0 && !isPicked(value)) {
    for (const one of [value].flat()) await group.getByLabel(whole(one)).check()
    return
  }
  const field = form.getByLabel(begins(label))
  if (isPicked(value)) return field.setInputFiles(value)
  const [words = ''] = [value].flat()
  const list = field.and(form.page().locator('select'))
  if ((await list.count()) === 0) return field.fill(words)
  const option = await list
    .locator('option')
    .filter({ hasText: within(words) })
    .first()
    .getAttribute('value')
  await list.selectOption(option)
}

/** Lends hands, each at a browser of its own; where it fails, what each of them sees is told. */
export const withHands = async (
  browser: Browser,
  options: BrowserContextOptions,
  use: (hand: (width: number) => Promise<Hand>) => Promise<void>,
): Promise<void> => {
  const hands: Hand[] = []
  try {
    await use(async (width) => {
      const context = await browser.newContext({ ...options, viewport: { width, height: 740 } })
      const hand = new Hand(await context.newPage())
      hands.push(hand)
      return hand
    })
  } catch (error) {
    for (const hand of hands) console.error(`${hand.page.url()}\n${await hand.reads('body').catch(String)}\n`)
    throw error
  } finally {
    for (const { page } of hands) await page.context().close()
  }
}
