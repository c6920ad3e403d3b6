// Word processors and chats leave these in a cell; nobody typed them and nobody sees them.
const unseen = /\u200B|\u200C|\u200D|\u2060|\uFEFF|\u00AD/g

// "王　芳" is how short names are spread to the width of three characters.
const spaceWithinHan = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu
const dot = / ?[·•‧∙⋅・・] ?|(?<=\p{Script=Han})[.．](?=\p{Script=Han})/gu

const trimmed = (cell: string): string => cell.replace(unseen, '').replace(/\s+/g, ' ').trim()

/** A cell without unseen spaces, its full-width letters and digits made plain. */
export const clean = (cell: string): string => trimmed(trimmed(cell).normalize('NFKC'))

/** A name keeps its characters: only spaces within it go, and the dot of a minority name is made one and the same. */
export const cleanName = (cell: string): string =>
  trimmed(cell).normalize('NFC').replace(spaceWithinHan, '').replace(dot, '·')

/** A number kept as text, without the marks by which a spreadsheet is told to leave it alone. */
export const cleanNumber = (cell: string): string =>
  clean(cell)
    .replace(/^="(.*)"$/, '$1')
    .replace(/^['’]/, '')
    .replace(/ /g, '')

/** True where a cell still holds what cannot be seen: controls, or marks that turn the direction of the text. */
export const hasControls = (cleaned: string): boolean => /[\p{Cc}\p{Cf}]/u.test(cleaned)

/** How long a text is to a reader: characters, those outside the basic plane counted once. */
export const lengthOf = (text: string): number => [...text].length

/** What somebody wrote, fit to be shown again: cut short, and without any number, which might be an ID number astray. */
export const shown = (text: string): string => {
  const masked = text.replace(/\d[\dXx]{3,}/g, '…')
  return lengthOf(masked) > 20 ? `${[...masked].slice(0, 20).join('')}…` : masked
}
