import { broken, type FileFault, unsafe } from './fault.ts'

/** Cameras and drawing programs write some hundreds; each costs memory to look at. */
export const partsAtMost = 10_000

const sideAtMost = 12_000
const pixelsAtMost = 50_000_000

/** A few bytes may unfold to a picture that no phone can show; its size is judged before anybody opens it. */
export const sizeFault = (
  width: number,
  height: number,
): { readonly ok: false; readonly refusal: FileFault } | undefined => {
  if (width < 1 || height < 1) return broken('structure')
  if (width > sideAtMost || height > sideAtMost || width * height > pixelsAtMost) return unsafe('too-many-pixels')
  return undefined
}
