/** A text of its own: a piece of a longer one would keep the whole of it in memory. */
export const apart = (text: string): string => text.split('').join('')
