import { ZipUnreadable } from './zip.ts'

/** Folders in which a record lies: nothing else is to be taken for a part of it. */
const folders: ReadonlySet<string> = new Set(['chains', 'heads', 'shown', 'tree', 'adoptions'])
const adoption = /^adoptions\/[0-9a-f]{64}\.json$/
const text = /\.(?:txt|jsonl?)$/

/** The name under which a file comes to lie where somebody unpacks it, whatever the machine; undefined where that is somewhere else. */
const unpackedAs = (name: string): string | undefined => {
  const parts = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('\\', '/')
    .replaceAll(/\p{Cc}/gu, '')
    .split('/')
  return parts.includes('..') ? undefined : parts.filter((part) => part !== '' && part !== '.').join('/')
}

/** A text that lies among those of the record, or comes to lie upon one of them, is one of those that are read: else a reader would see what nobody has checked. */
export const refuseStrays = (names: Iterable<string>, ours: ReadonlySet<string>): void => {
  for (const name of names) {
    if (ours.has(name)) continue
    const plain = unpackedAs(name)
    const among = plain !== undefined && text.test(plain) && folders.has(plain.split('/')[0] ?? '')
    const upon = plain === undefined || ours.has(plain)
    if ((among || upon) && !adoption.test(name))
      throw new ZipUnreadable(`${JSON.stringify(name)} is no part of the record`)
  }
}
