import { remembering } from '../remembered.ts'

const written = remembering<string>('written')

/** Shorter lists are sooner written again than remembered. */
const rememberedFrom = 8

export const remembersWritten = (list: readonly unknown[], text: string): void => {
  if (list.length >= rememberedFrom) written.keep(list, text)
}

/** The canonical text of a list that was read from it, where it is remembered. */
export const writtenAs = (list: readonly unknown[]): string | undefined => written.of(list)
