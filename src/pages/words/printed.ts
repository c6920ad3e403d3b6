import type { Lang } from '../../../workflows/wording.ts'
import { lately } from '../lately.ts'

const wide: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' }
const beside = '\\p{Script=Han}（）《》〈〉“”'
const mark = new RegExp(`(?<=[${beside}])[,;:?!]|[,;:?!](?=[${beside}])`, 'gu')
const inBrackets = new RegExp(`(?<=[${beside}])\\(([^()]*)\\)|\\(([^()]*[${beside}][^()]*)\\)`, 'gu')
const inQuotes = new RegExp(`"([^"]*[${beside}][^"]*)"`, 'gu')

const bracketed = (_: string, after: string | undefined, around: string | undefined): string =>
  `（${after ?? around ?? ''}）`

const narrow = /[,;:?!("]/

/** Chinese with the punctuation of print: marks, brackets and quotes are wide beside Chinese, and stay narrow in times, numbers and codes. */
export const fullWidth = (text: string): string =>
  narrow.test(text)
    ? text
        .replace(inQuotes, '“$1”')
        // Twice: what stands in brackets may hold brackets.
        .replace(inBrackets, bracketed)
        .replace(inBrackets, bracketed)
        .replace(mark, (one) => wide[one] ?? one)
    : text

const once = lately<string>(2_000)

/** What the law, the procedures and the refusals say, as a page shows it. */
export const printed = (text: string, lang: Lang): string => (lang === 'zh' ? once(text, () => fullWidth(text)) : text)
