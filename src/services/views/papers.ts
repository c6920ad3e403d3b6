import type { Tx } from '../../../db/within.ts'
import { ok, type Result, refuse } from '../../../workflows/result.ts'
import type { Title } from '../../../workflows/stages/stage.ts'
import type { Lang } from '../../../workflows/wording.ts'
import type { Paper } from '../../documents/blocks.ts'
import type { CaseTold } from '../../documents/case-told.ts'
import { dossierOf, type FileTold } from '../../documents/dossier.ts'
import { type PaperState, papersOf } from '../../documents/papers/contents.ts'
import { casePaperKinds, meetingPaperKinds } from '../../documents/papers/kinds.ts'
import { type Engine, isOffice, needs, type Rights } from '../act.ts'
import { look, nobody, type Reader } from '../look.ts'
import type { Refusal } from '../refusal.ts'
import { caseTold, placeOf } from './case-told.ts'
import { evidenceOf, readEvidence } from './evidence.ts'
import { isMeeting, meetingPapersOf } from './meeting-papers.ts'

/** How papers are asked for: their language, and where the asker has reached the installation. */
export interface PaperAsked {
  readonly lang: Lang
  readonly origin: string
}

export interface PaperListed {
  readonly kind: string
  readonly title: Title
  readonly state: PaperState
}

const office = ['clerk', 'supervisor', 'township'] as const
const siteOf = ({ address }: Pick<Engine, 'address'>, origin: string): string => (address ?? origin).replace(/\/+$/, '')

const told = (engine: Engine, reader: Reader, proposal: string, origin: string): Promise<Result<CaseTold, Refusal>> =>
  look(engine, reader, async (tx, rights) => {
    const found = await caseTold(tx, reader.community, rights, proposal, siteOf(engine, origin))
    return found ? ok(found) : refuse({ code: 'not_found', what: 'proposal' })
  })

/** The papers of a case that the reader may see, with what has been formed of them. */
export const casePapers = async (
  engine: Engine,
  reader: Reader,
  proposal: string,
): Promise<Result<{ readonly items: readonly PaperListed[] }, Refusal>> => {
  const found = await told(engine, reader, proposal, '')
  if (!found.ok) return found
  return ok({ items: papersOf(found.value, 'zh').map(({ kind, title, state }) => ({ kind, title, state })) })
}

/** One paper of a case; those that name people are for the office. */
export const casePaper = async (
  engine: Engine,
  reader: Reader,
  proposal: string,
  name: string,
  { lang, origin }: PaperAsked,
): Promise<Result<Paper, Refusal>> => {
  const found = await told(engine, reader, proposal, origin)
  if (!found.ok) return found
  const kind = casePaperKinds.find((one) => one.kind === name)
  if (!kind) return refuse({ code: 'not_found', what: 'paper' })
  if (kind.shown === 'office' && !found.value.office) return refuse({ code: 'forbidden', needs: office })
  const blocks = kind.write(found.value, lang)
  return blocks
    ? ok({ title: `${found.value.title} ${kind.title[lang]}`, lang, blocks })
    : refuse({ code: 'paper_not_formed', kind: name })
}

/** The papers of a meeting that the reader may see, with what has been formed of them. */
export const meetingPapers = (
  engine: Engine,
  reader: Reader,
  meeting: string,
): Promise<Result<{ readonly items: readonly PaperListed[] }, Refusal>> =>
  look(engine, reader, async (tx, rights) => {
    if (!(await isMeeting(tx, reader.community, meeting))) return refuse({ code: 'not_found', what: 'meeting' })
    const told = await meetingPapersOf(tx, reader.community, rights, meeting, await placeOf(tx, reader.community, ''))
    const items = meetingPaperKinds
      .filter(({ shown }) => shown === 'everybody' || isOffice(rights))
      .map(({ kind, title, write }): PaperListed => {
        const state = write(told, 'zh') ? 'formed' : 'not-formed'
        return { kind, title, state }
      })
    return ok({ items })
  })

/** One paper of a meeting; all but its convocation are for the office. */
export const meetingPaper = (
  engine: Engine,
  reader: Reader,
  meeting: string,
  name: string,
  { lang, origin }: PaperAsked,
): Promise<Result<Paper, Refusal>> =>
  look(engine, reader, async (tx, rights) => {
    if (!(await isMeeting(tx, reader.community, meeting))) return refuse({ code: 'not_found', what: 'meeting' })
    const kind = meetingPaperKinds.find((one) => one.kind === name)
    if (!kind) return refuse({ code: 'not_found', what: 'paper' })
    if (kind.shown === 'office' && !isOffice(rights)) return refuse({ code: 'forbidden', needs: office })
    const place = await placeOf(tx, reader.community, siteOf(engine, origin))
    const blocks = kind.write(await meetingPapersOf(tx, reader.community, rights, meeting, place), lang)
    return blocks ? ok({ title: kind.title[lang], lang, blocks }) : refuse({ code: 'paper_not_formed', kind: name })
  })

/** Whoever keeps the database reads what the office reads. */
const keeper: Rights = { ...nobody, roles: new Set(['clerk']) }

/** What the file of a case is written from, for whoever keeps the database; without an address to lead to where none is known. */
export const fileKept = async (
  tx: Tx,
  community: string,
  proposal: string,
  site: string,
): Promise<FileTold | undefined> => {
  const told = await caseTold(tx, community, keeper, proposal, site)
  return told && { told, evidence: await evidenceOf(tx, community, proposal) }
}

/** 案卷: the whole file of a case, for those who keep it and those who oversee it. */
export const dossier = async (
  engine: Engine,
  reader: Reader,
  proposal: string,
  { lang, origin }: PaperAsked,
): Promise<Result<{ readonly number: number; readonly file: ReadableStream<Uint8Array> }, Refusal>> => {
  const found = await look(engine, reader, async (tx, rights): Promise<Result<FileTold, Refusal>> => {
    const denied = needs(rights, ...office)
    if (denied) return refuse(denied)
    const one = await caseTold(tx, reader.community, rights, proposal, siteOf(engine, origin))
    return one
      ? ok({ told: one, evidence: await evidenceOf(tx, reader.community, proposal) })
      : refuse({ code: 'not_found', what: 'proposal' })
  })
  if (!found.ok) return found
  // Written out when the transaction is over: it holds nothing while it prints.
  const read = readEvidence(engine, reader.community)
  return ok({ number: found.value.told.number, file: await dossierOf(found.value, read, lang) })
}
