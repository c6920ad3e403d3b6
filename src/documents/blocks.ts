import type { Lang } from '../../workflows/wording.ts'

/** A paper: its name, its language, and its parts. */
export interface Paper {
  readonly title: string
  readonly lang: Lang
  readonly blocks: readonly Block[]
}

/** A part of a paper: what is printed, saved as a document and shown on a screen is made of the same. */
export type Block = PlainBlock | List | Table | Form | Signatures | Code | Photo | PageBreak

/** A line of text: the title, a heading, a paragraph, or a named field. */
export type PlainBlock =
  | { readonly sort: 'title' | 'heading' | 'line'; readonly text: string }
  | { readonly sort: 'field'; readonly label: string; readonly text: string }

interface List {
  readonly sort: 'list'
  readonly items: readonly string[]
}

interface Table {
  readonly sort: 'table'
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
}

export interface Column {
  readonly head: string
  /** How wide beside the others; 1 where nothing is said. */
  readonly share?: number
  /** True where somebody writes by hand: a signature, a mark. Elsewhere an empty cell is printed as a dash. */
  readonly byHand?: true
  /** Where a cell names a file that lies beside the paper: what comes behind its name there. */
  readonly leadsTo?: '' | '.html'
}

/** Named boxes beneath one another, as registration forms have them; one by hand leaves room. */
interface Form {
  readonly sort: 'form'
  readonly rows: readonly { readonly label: string; readonly text: string; readonly byHand?: true }[]
}

/** Lines to sign on, and whose seal goes beside them. */
interface Signatures {
  readonly sort: 'signatures'
  readonly lines: readonly string[]
  readonly seal?: string
  readonly day?: string
}

/** A square code for telephones, with its address beneath. */
interface Code {
  readonly sort: 'code'
  readonly address: string
  readonly text: string
}

/** A photo from outside the paper: seen where it can be had, and always named by what it shows and by its hash. */
export interface Photo {
  readonly sort: 'photo'
  readonly label: string
  /** What it shows. */
  readonly text: string
  readonly sha256: string
  /** Where the pages show it; absent where it is only named. */
  readonly address?: string
}

/** Where a paper's photos are found as it is printed; where nothing is said they are named only. */
export interface Photos {
  readonly shownAt?: (photo: Photo) => string | undefined
  /** The file's name beside the paper. */
  readonly named?: (photo: Photo) => string | undefined
}

/** A photo on the page of a server, where the pages show it. */
export const onPages: Photos = { shownAt: ({ address }) => address }

/** What is said of a photo, line by line: what it shows, the file if it lies beside, and the hash that the record has. */
export const photoLines = (photo: Photo, lang: Lang, { named }: Photos): readonly string[] => {
  const file = named?.(photo)
  return [
    `${photo.label}${colon[lang]}${photo.text}`,
    ...(file === undefined ? [] : [file]),
    `SHA-256${colon[lang]}${photo.sha256}`,
  ]
}

interface PageBreak {
  readonly sort: 'page'
}

export const title = (text: string): Block => ({ sort: 'title', text })
export const heading = (text: string): Block => ({ sort: 'heading', text })
export const line = (text: string): Block => ({ sort: 'line', text })
export const field = (label: string, text: string): Block => ({ sort: 'field', label, text })
export const list = (items: readonly string[]): Block => ({ sort: 'list', items })
export const table = (columns: readonly (string | Column)[], rows: Table['rows']): Block => ({
  sort: 'table',
  columns: columns.map((column) => (typeof column === 'string' ? { head: column } : column)),
  rows,
})
export const pageBreak: Block = { sort: 'page' }

/** What stands between a field's name and its text. */
export const colon: Readonly<Record<Lang, string>> = { zh: '：', en: ': ' }

/** What stands in a cell where there is nothing to say. */
export const cellText = (text: string, { byHand }: Pick<Column, 'byHand'>): string =>
  text === '' && byHand === undefined ? '—' : text
