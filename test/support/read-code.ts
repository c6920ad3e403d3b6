import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type Reads from 'jsqr'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('jsqr/dist/jsQR.js'), 'utf8')

/** What a telephone reads out of the square code of what a tab shows: of its picture, not of its source. */
export const readCode = async (shown: Page): Promise<string | null> => {
  const picture = (await shown.locator('figure').first().screenshot()).toString('base64')
  const camera = await shown.context().newPage()
  try {
    await camera.addScriptTag({ content: source })
    return await camera.evaluate(async (png) => {
      const image = new Image()
      image.src = `data:image/png;base64,${png}`
      await image.decode()
      const paper = new OffscreenCanvas(image.width, image.height).getContext('2d')
      paper?.drawImage(image, 0, 0)
      const pixels = paper?.getImageData(0, 0, image.width, image.height)
      const { jsQR } = globalThis as unknown as { readonly jsQR: typeof Reads }
      return pixels
        ? (jsQR(pixels.data, image.width, image.height, { inversionAttempts: 'dontInvert' })?.data ?? null)
        : null
    }, picture)
  } finally {
    await camera.close()
  }
}
