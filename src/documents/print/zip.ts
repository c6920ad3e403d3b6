import { strToU8, zipSync } from 'fflate'

/** Every file bears this day, so that the same papers make the same archive. */
const someDay = new Date(1980, 0, 1)

/** Files by name, packed in the order given. */
export const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        [typeof content === 'string' ? strToU8(content) : content, { mtime: someDay }],
      ]),
    ),
  )
