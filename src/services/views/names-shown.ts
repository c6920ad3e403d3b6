/** How a name is shown to those outside the office. */
export const masked = (name: string): string => `${[...name][0] ?? ''}**`

/** A head of a chain, short enough to be read out: its first 64 bits in fours. */
export const shortOf = (head: string): string => (head.slice(0, 16).match(/.{4}/g) ?? []).join('-')
