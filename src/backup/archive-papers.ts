import { withinSnapshot } from '../../db/within.ts'
import { papersAt, type ReadCase } from '../documents/archive-pages.ts'
import { type FileTold, readableDossier } from '../documents/dossier.ts'
import type { ZipFile } from '../documents/zip.ts'
import { RecordDisagrees } from '../services/cases.ts'
import { readEvidence } from '../services/views/evidence.ts'
import { fileKept } from '../services/views/papers.ts'
import type { Archive } from './archive.ts'
import type { Asked } from './tables.ts'

/** What the papers of a case tell at the same instant; nothing of a case whose record and whose standing disagree: that is the verifier's to say. */
export const fileOfCase = async (
  { db, community, site = '' }: Pick<Archive, 'db' | 'community' | 'site'>,
  snapshot: string,
  proposal: string,
): Promise<FileTold | undefined> => {
  try {
    return await withinSnapshot(db, community, snapshot, (tx) => fileKept(tx, community, proposal, site))
  } catch (error) {
    if (error instanceof RecordDisagrees) return undefined
    throw error
  }
}

/** Everybody's name that is still there, by the id that stands for it. */
export const namesIn = async (tx: Asked): Promise<readonly (readonly [string, string])[]> => {
  const rows = await tx.unsafe<{ id: string; name: string }[]>(`
    select p.id, d.text as name from person p join disclosure d on (d.community, d.commitment) = (p.community, p.name)
    where p.community = current_community() and d.erased_at is null`)
  return rows.map(({ id, name }) => [id, name])
}

/** 案卷 of a case in a folder of its own. */
export async function* papersOf(
  asked: Pick<Archive, 'community' | 'files'>,
  { number }: ReadCase,
  file: FileTold,
): AsyncGenerator<ZipFile> {
  for await (const paper of readableDossier(file, readEvidence(asked, asked.community), 'zh'))
    yield { ...paper, name: `${papersAt(number)}${paper.name}` }
}
