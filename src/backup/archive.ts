import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Db, Sql } from '../../db/client.ts'
import { sealedHeadBytes } from '../../workflows/format/checkpoint.ts'
import type { ExpandedProcedure } from '../../workflows/stages/stage.ts'
import { type ArchiveIndex, archived } from '../../workflows/verify/archive.ts'
import {
  aboutArchive,
  chainNames,
  chainPage,
  type ReadCase,
  type ReadMeeting,
  readAt,
  startPage,
} from '../documents/archive-pages.ts'
import { type ZipFile, ZipTooLarge, zipped } from '../documents/zip.ts'
import type { Keys } from '../identity/keys.ts'
import { announcedIn, announcements } from '../record/announced-keys.ts'
import type { Clock } from '../record/clock.ts'
import type { FileStore } from '../record/files.ts'
import { seal } from '../services/sealing.ts'
import { fileOfCase, namesIn, papersOf } from './archive-papers.ts'
import { BackupRefused } from './refused.ts'
import { rowsOf } from './rows.ts'
import type { Asked } from './tables.ts'

export interface Archive {
  readonly sql: Sql
  /** The same database and its clock, to seal by. */
  readonly db: Db
  readonly clock: Clock
  readonly keys: Keys
  readonly community: string
  /** The archive to be written; it must not be there yet. */
  readonly file: string
  /** For anybody: only public roll calls, no texts and no names. */
  readonly forAnybody: boolean
  /** Where uploaded files lie; absent, photos and documents are left out. */
  readonly files?: FileStore
  /** Where the pages are reached, for the square codes of the papers; absent, they have none. */
  readonly site?: string
  /** The verifier as a program and as a page, to go with it. */
  readonly verifier: { readonly program: string; readonly page: string }
  readonly at: Date
  readonly signal?: AbortSignal
}

export interface Archived {
  readonly name: string
  readonly cases: number
  readonly chains: number
  readonly entries: number
}

/**
 * Writes all records of a community into one ZIP that needs no server: the chains, the tree, what is shown of the texts, pages
 * to read them by, and the verifier. As it stood at one instant, whatever is written meanwhile; what had been recorded when it
 * was asked is sealed first, so that the last entries too stand under a checkpoint.
 */
export const archive = async (asked: Archive): Promise<Archived> => {
  const part = `${asked.file}.part`
  const taken = (file: string) => new BackupRefused('file_exists', `${file} is there already.`, { file })
  const handle = await open(asked.file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') throw taken(asked.file)
    if (error.code === 'ENOENT') throw new BackupRefused('no_such_folder', `There is no folder for ${asked.file}.`)
    throw error
  })
  await handle.close()
  try {
    const name = await nameOf(asked)
    await seal(asked, asked.community)
    const done = await asked.sql.begin('isolation level repeatable read', async (tx) => {
      await tx.unsafe(`select set_config('app.community', $1, true)`, [asked.community])
      const [seen] = await tx.unsafe<{ name: string }[]>('select pg_export_snapshot() as name')
      const told = { name, cases: 0, chains: 0, entries: 0 }
      const out = createWriteStream(part, { mode: 0o600, flush: true })
      await pipeline(
        zipped(filesOf(tx, asked, told, seen?.name ?? ''), asked.at),
        out,
        asked.signal ? { signal: asked.signal } : {},
      )
      return told
    })
    await rename(part, asked.file)
    return done
  } catch (error) {
    for (const file of [part, asked.file]) await rm(file, { force: true })
    throw error instanceof ZipTooLarge ? new BackupRefused('too_large', tooLarge) : error
  }
}

const tooLarge =
  'A ZIP holds 4 GB and 65,534 files at most: write the archive with --no-photos, and keep the photos by a backup.'

const nameOf = ({ sql, community }: Archive): Promise<string> =>
  sql.begin(async (tx) => {
    if (!/^[0-9a-f-]{36}$/i.test(community)) throw noSuch(community)
    await tx`select set_config('app.community', ${community}, true)`
    const [row] = await tx<{ name: string }[]>`select name from community where id = current_community()`
    if (!row) throw noSuch(community)
    return row.name
  })

const noSuch = (community: string) => new BackupRefused('no_such_community', `There is no community ${community}.`)

type Told = { -readonly [K in keyof Archived]: Archived[K] }

async function* filesOf(tx: Asked, asked: Archive, told: Told, snapshot: string): AsyncGenerator<ZipFile> {
  const { community, forAnybody, verifier } = asked
  // The tree before the chains: all at one instant, and yet as the format says it.
  const cases = await tx.unsafe<(ReadCase & { readonly adoption: string })[]>(
    `
    select p.id as proposal, p.number, a.hash as adoption, case when $1 then null else d.text end as title
    from proposal p join adoption a on (a.community, a.id) = (p.community, p.adoption)
    left join disclosure d on (d.community, d.commitment) = (p.community, p.title)
    where p.community = current_community() order by p.number`,
    [forAnybody],
  )
  const chains = await tx.unsafe<{ name: string; seq: number }[]>(`
    select name, seq from chain where community = current_community() and seq > 0 order by name`)
  Object.assign(told, {
    cases: cases.length,
    chains: chains.length,
    entries: chains.reduce((sum, { seq }) => sum + seq, 0),
  })
  const index: ArchiveIndex = {
    format: 1,
    community,
    cases: cases.map(({ proposal, adoption }) => ({ proposal, adoption })),
    chains: chains.map(({ name }) => name),
    keys: announcedIn(await tx.unsafe<{ bytes: string }[]>(announcements)),
  }
  yield { name: archived.index, content: [`${JSON.stringify(index, null, 1)}\n`] }
  yield { name: 'README.txt', content: [aboutArchive(told.name)] }
  yield { name: 'verify.mjs', content: [verifier.program] }
  yield { name: 'verify.html', content: [verifier.page] }
  const adoptions = await tx.unsafe<{ hash: string; expanded: ExpandedProcedure }[]>(`
    select distinct on (hash) hash, expanded from adoption where community = current_community() order by hash`)
  for (const { hash, expanded } of adoptions)
    yield { name: archived.adoption(hash), content: [JSON.stringify(expanded)] }
  yield { name: archived.leaves, content: leavesOf(tx) }
  yield {
    name: archived.checkpoints,
    content: linesOf<{ note: string }>(tx, checkpointRows, ({ note }) => JSON.stringify(note)),
  }
  const meetings = await tx.unsafe<ReadMeeting[]>(
    'select id, body, on_day::text as "on" from meeting where community = current_community() order by on_day, id',
  )
  const names = chainNames(cases, meetings)
  const people = forAnybody ? [] : await namesIn(tx)
  for (const { name } of chains) {
    const of = `community = current_community() and chain = '${name}'`
    yield {
      name: archived.chain(name),
      content: linesOf<{ head: string; bytes: string }>(
        tx,
        `select encode(head, 'hex') as head, convert_from(bytes, 'UTF8') as bytes from entry where ${of} order by seq`,
        ({ head, bytes }) => `${head} ${bytes}`,
      ),
    }
    yield {
      name: archived.signedHeads(name),
      stored: true,
      content: linesOf<{ jws: string }>(tx, `select jws from signed_head where ${of} order by seq`, ({ jws }) => jws),
    }
    const shown = await shownOf(tx, name, forAnybody)
    yield { name: archived.shown(name), content: shown.map((one) => `${JSON.stringify(one)}\n`) }
    const known = new Map([...people, ...shown.map(({ commitment, text }) => [commitment, text] as const)])
    yield { name: readAt(name), content: chainPage(name, names.get(name) ?? name, known, entriesOf(tx, of)) }
  }
  const papers = new Set<string>()
  for (const one of forAnybody ? [] : cases) {
    const file = await fileOfCase(asked, snapshot, one.proposal)
    if (file === undefined) continue
    papers.add(one.proposal)
    yield* papersOf(asked, one, file)
  }
  yield { name: 'index.html', content: [startPage(told.name, { cases, meetings, papers })] }
}

const checkpointRows = 'select note from checkpoint where community = current_community() order by size'

async function* linesOf<R extends object>(tx: Asked, query: string, line: (row: R) => string): AsyncGenerator<string> {
  for await (const rows of rowsOf<R>(tx, query)) yield rows.map((row) => `${line(row)}\n`).join('')
}

const leavesOf = (tx: Asked): AsyncGenerator<string> => {
  const decoder = new TextDecoder()
  return linesOf<{ chain: string; seq: number; head: string }>(
    tx,
    `select chain, seq, encode(head, 'hex') as head from seal where community = current_community()
      and size <= (select coalesce(max(size), 0) from checkpoint where community = current_community()) order by size`,
    (leaf) => decoder.decode(sealedHeadBytes(leaf)),
  )
}

async function* entriesOf(tx: Asked, of: string): AsyncGenerator<string> {
  for await (const rows of rowsOf<{ bytes: string }>(
    tx,
    `select convert_from(bytes, 'UTF8') as bytes from entry where ${of} order by seq`,
  ))
    for (const { bytes } of rows) yield bytes
}

interface Shown {
  readonly commitment: string
  readonly salt: string
  readonly text: string
}

/** What is shown of a chain: choices of closed ballots where the roll call may be seen, and the texts that are still there. */
const shownOf = async (tx: Asked, chain: string, forAnybody: boolean): Promise<readonly Shown[]> => {
  const [kind, id] = chain.split('/')
  const choices =
    kind === 'proposal'
      ? await tx.unsafe<Shown[]>(
          `select v.commitment, encode(v.salt, 'hex') as salt, v.choice as text
          from (select community, ballot, commitment, salt, choice from vote
            union all select community, ballot, commitment, salt, choice from vote_correction) v
          join ballot b on (b.community, b.id) = (v.community, v.ballot)
          where b.community = current_community() and b.proposal = $1 and b.closed_at is not null
            and (b.roll_call = 'public' or (b.roll_call = 'members' and not $2)) order by v.commitment`,
          [id ?? '', forAnybody],
        )
      : []
  if (forAnybody) return choices
  const texts = await tx.unsafe<Shown[]>(
    `select d.commitment, encode(d.salt, 'hex') as salt, d.text from disclosure d
    where d.community = current_community() and d.erased_at is null and d.commitment in (
      select m[1] from entry e cross join lateral regexp_matches(convert_from(e.bytes, 'UTF8'), '"([0-9a-f]{64})"', 'g') m
      where e.community = current_community() and e.chain = $1) order by d.commitment`,
    [chain],
  )
  return [...choices, ...texts]
}
