import { fullWidth } from './printed.ts'

type Word = string | ((...facts: never[]) => string)

const asPrinted = <W extends Word>(word: W): W =>
  (typeof word === 'string' ? fullWidth(word) : (...facts: never[]) => fullWidth(word(...facts))) as W

/** Words in both languages: Chinese is the master, English says all that it says. */
export const words = <T extends Readonly<Record<string, Word>>>(
  zh: T,
  en: { readonly [K in keyof T]: T[K] extends string ? string : T[K] },
) => ({ zh: Object.fromEntries(Object.entries(zh).map(([name, word]) => [name, asPrinted(word)])) as T, en }) as const
