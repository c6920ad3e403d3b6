/** What is no file of a record, though JSON would read something out of it. */
export class NotAsWritten extends Error {}

const [quote, backslash] = ['"', '\\'].map((one) => one.charCodeAt(0))
const spaces: ReadonlySet<number> = new Set([...' \n\r\t'].map((one) => one.charCodeAt(0)))

/** JSON without the white space between its parts. */
const closeUp = (text: string): string => {
  const parts: string[] = []
  let from = 0
  let inText = false
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at)
    if (letter === quote) inText = !inText
    else if (inText && letter === backslash) at += 1
    else if (!inText && spaces.has(letter)) {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  return [...parts, text.slice(from)].join('')
}

/**
 * Reads JSON that says what it says once and in one form, white space aside: of a field that is there twice somebody would read the
 * one that nobody checks.
 */
export const readAsWritten = (text: string): unknown => {
  const value: unknown = JSON.parse(text)
  const written = JSON.stringify(value)
  if (text !== written && closeUp(text) !== written)
    throw new NotAsWritten(
      '有内容重复,或不是导出时的写法 / something is said twice in it, or not as an export writes it',
    )
  return value
}
