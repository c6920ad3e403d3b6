import { catalogue, isEntryKind } from '../../workflows/format/catalogue.ts'
import { parseEntry } from '../../workflows/format/entry.ts'
import { type Day, dayOf } from '../../workflows/rules/days.ts'
import { bodyName } from '../../workflows/wording.ts'
import { sayDay } from './case-told.ts'

/** Plain pages by which an archive is read when there is no server any more. */

export interface ReadCase {
  readonly proposal: string
  readonly number: number
  readonly title: string | null
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const page = (title: string, body: string): string => `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>body{font:1.125rem/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse}td{border-top:1px solid #bbb;padding:.3rem .6rem;vertical-align:top;overflow-wrap:anywhere}</style>
<h1>${escaped(title)}</h1>
${body}`

/** Where the entries of a chain are read. */
export const readAt = (chain: string): string => `read/${chain.replace('/', '~')}.html`
/** Where the papers of a case are read. */
export const papersAt = (number: number): string => `papers/${String(number).padStart(4, '0')}/`

const titleOf = ({ number, title }: ReadCase): string => `第 ${number} 号${title === null ? '事项' : ` ${title}`}`

export interface ReadMeeting {
  readonly id: string
  readonly body: string
  readonly on: Day
}

/** What each chain is called: the case by its title, the meeting by its body and day. */
export const chainNames = (cases: readonly ReadCase[], meetings: readonly ReadMeeting[]): ReadonlyMap<string, string> =>
  new Map([
    ...cases.map((one) => [`proposal/${one.proposal}`, titleOf(one)] as const),
    ...meetings.map(({ id, body, on }) => [`meeting/${id}`, `${sayDay(on, 'zh')} ${bodyName(body, 'zh')}`] as const),
    ['community', '花名册、任职、程序等'] as const,
  ])

/** What checking says nothing of: pages are printed from the record and could be printed otherwise. */
const printedFrom = '案卷和逐条记录是从档案打印出来给人看的。核对的是档案本身;两边不一样时,以核对过的档案为准。'

const link = (to: string, text: string): string => `<a href="${escaped(to)}">${escaped(text)}</a>`

/** The first page, which a double click opens: every case with its papers and its entries, the meetings, and the community's own chain. */
export const startPage = (
  name: string,
  {
    cases,
    meetings,
    papers,
  }: {
    readonly cases: readonly ReadCase[]
    readonly meetings: readonly ReadMeeting[]
    /** The cases whose papers lie here. */
    readonly papers: ReadonlySet<string>
  },
): string => {
  const listed = (items: readonly string[]) =>
    items.length === 0 ? '<p>无</p>' : `<ul>${items.map((item) => `<li>${item}</li>`).join('\n')}</ul>`
  const names = chainNames(cases, meetings)
  const entries = (chain: string) => link(readAt(chain), names.get(chain) ?? chain)
  return page(
    `${name} 议事档案`,
    [
      '<h2>议事事项</h2>',
      listed(
        cases.map((one) => {
          const chain = `proposal/${one.proposal}`
          return papers.has(one.proposal)
            ? `${link(`${papersAt(one.number)}00-index.html`, `${titleOf(one)}:案卷`)} · ${link(readAt(chain), '逐条记录')}`
            : entries(chain)
        }),
      ),
      '<h2>会议</h2>',
      listed(meetings.map(({ id }) => entries(`meeting/${id}`))),
      '<h2>社区</h2>',
      listed([entries('community')]),
      `<p>${link('verify.html', '核对这份档案')}:打开后把压缩包拖进去,文件不会离开本机。</p>`,
      `<p>${printedFrom}</p>`,
    ].join('\n'),
  )
}

/** A chain entry by entry: when, what, and the texts and names that are still there in place of what stands for them. */
export async function* chainPage(
  chain: string,
  name: string,
  known: ReadonlyMap<string, string>,
  entries: AsyncIterable<string>,
): AsyncGenerator<string> {
  const encoder = new TextEncoder()
  yield page(name, `<p>${link('../index.html', '目录')} · <small>${escaped(chain)}</small></p><table>\n`)
  for await (const bytes of entries) {
    const { seq, kind, recordedAt, occurredOn, data } = parseEntry(encoder.encode(bytes))
    const word = isEntryKind(kind) ? catalogue[kind].zh : kind
    const day =
      occurredOn === undefined ? dayOf(new Date(recordedAt)) : `${occurredOn}(补录于 ${dayOf(new Date(recordedAt))})`
    const told = JSON.stringify(
      data,
      (_, value) => (typeof value === 'string' ? (known.get(value) ?? value) : value),
      1,
    )
    yield `<tr><td>${seq}</td><td>${escaped(day)}</td><td>${escaped(word)}</td><td>${escaped(told).replaceAll('\n', '<br>')}</td></tr>\n`
  }
  yield '</table>\n'
}

/** What lies in an archive, for whoever opens it years later. */
export const aboutArchive = (name: string): string => `${name} 议事档案

先把整个压缩包解压(右键“全部提取”),再看里面的文件。

index.html        双击打开即可阅读,不需要服务器:每件事的案卷(papers/)和逐条记录(read/)都从这里点进去。
verify.html       用浏览器打开,把本压缩包拖进去核对;文件不会离开本机。
verify.mjs        装有 Node 20 以上时:node verify.mjs 本压缩包.zip --code 编号:校验码
record.json, chains/, heads/, tree/, adoptions/, shown/   档案本身,格式见 workflows/format/README.md。
公告、会议记录、决议上印的存证校验码,可用来核对本档案未被改动。
${printedFrom}

Records of ${name}. Unpack the ZIP and open index.html with a browser. verify.html (drop the ZIP on it) and verify.mjs (Node 20 or later) check
them; hold them to a checkpoint code that was printed on a posting, minutes or a resolution. The other files are the record itself.
papers/ and read/ are printed from the record to be read: what is checked is the record, and where they differ it is the record that holds.
`
