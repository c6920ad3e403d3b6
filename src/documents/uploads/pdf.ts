import { ok } from '../../../workflows/result.ts'
import { latin1 } from './bytes.ts'
import { broken, type Checked, unsafe } from './fault.ts'

const names = /\/([^\0\t\n\f\r ()<>[\]{}/%]+)(?=([\0\t\n\f\r ]*.?))/gs
/** What makes a document act when it is opened, by name; and what must follow where the name alone says too little. */
const acting: Readonly<Record<string, RegExp>> = {
  JavaScript: /^/,
  Launch: /^/,
  EmbeddedFile: /^/,
  EmbeddedFiles: /^/,
  // An array only says at which page to open, as office programs write it.
  OpenAction: /[^[]$/,
  // A script, or a reference to one: the two letters alone also stand in compressed data.
  JS: /[(<%\d]$/,
}

/** A name as meant: `/J#53` is `/JS`. */
const unescaped = (name: string): string =>
  name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

const actsWhenOpened = (text: string): boolean => {
  for (const [, name = '', following = ''] of text.matchAll(names)) {
    const meant = unescaped(name)
    if (Object.hasOwn(acting, meant) && acting[meant]?.test(following)) return true
  }
  return false
}

/**
 * Looks at a PDF from outside: its head, an object, its end, and no name of what acts when opened. Objects that are compressed are not
 * looked into, so this stops the careless and not the cunning: a PDF is only ever handed out to be saved, never shown in
 * the page. What the document says of its author is kept.
 */
export const checkPdf = (file: Uint8Array): Checked => {
  const text = latin1(file)
  if (!/^%PDF-[12]\.\d[\r\n ]/.test(text) || !/\d\s\d+\sobj\b/.test(text)) return broken('structure')
  const end = text.lastIndexOf('%%EOF')
  if (end < 0 || !/startxref\s+\d+\s*$/.test(text.slice(Math.max(0, end - 64), end))) return broken('cut-short')
  if (!/^[\r\n\t \0]*$/.test(text.slice(end + '%%EOF'.length))) return unsafe('appended')
  return actsWhenOpened(text) ? unsafe('acts-when-opened') : ok(file)
}
