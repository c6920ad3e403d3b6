import { pinyin } from 'pinyin-pro'

/** By what a name is found at a table: itself, its pinyin, and the first letters of it. Surnames are read as surnames: 单 is shan. */
export interface NameKeys {
  readonly name: string
  readonly pinyin: string
  readonly initials: string
}

export const nameKeys = (name: string): NameKeys => {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true }).map((one) =>
    one.toLowerCase(),
  )
  return { name, pinyin: syllables.join(''), initials: syllables.map((one) => one.charAt(0)).join('') }
}

/** True where somebody typed part of the name, the beginning of its pinyin, or of its first letters. */
export const isFoundBy = ({ name, pinyin: whole, initials }: NameKeys, typed: string): boolean => {
  const wanted = typed.normalize('NFKC').toLowerCase().replace(/\s/g, '')
  return name.includes(wanted) || whole.startsWith(wanted) || initials.startsWith(wanted)
}
