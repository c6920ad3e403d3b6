import { catalogue, isEntryKind } from '../../workflows/format/catalogue.ts'
import { parseEntry } from '../../workflows/format/entry.ts'
import { dayOf } from '../../workflows/rules/days.ts'

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

const fileOf = (chain: string): string => `${chain.replace('/', '~')}.html`

/** The first page: every case, the meetings, and the community's own chain. */
export const startPage = (name: string, cases: readonly ReadCase[], chains: readonly string[]): string => {
  const item = (chain: string, text: string) => `<li><a href="${fileOf(chain)}">${escaped(text)}</a></li>`
  const listed = (items: readonly string[]) => `<ul>${items.join('\n')}</ul>`
  const meetings = chains.filter((chain) => chain.startsWith('meeting/'))
  return page(
    `${name} 议事档案`,
    [
      '<h2>议事事项</h2>',
      listed(
        cases.map(({ proposal, number, title }) => item(`proposal/${proposal}`, `${number}. ${title ?? proposal}`)),
      ),
      '<h2>会议</h2>',
      listed(meetings.map((chain) => item(chain, chain.slice('meeting/'.length)))),
      '<h2>社区</h2>',
      listed(chains.includes('community') ? [item('community', '花名册、任职、程序等')] : []),
    ].join('\n'),
  )
}

/** A chain entry by entry: when, what, and the texts that are still there in place of their commitments. */
export async function* chainPage(
  chain: string,
  shown: readonly { readonly commitment: string; readonly text: string }[],
  entries: AsyncIterable<string>,
): AsyncGenerator<string> {
  const texts = new Map(shown.map(({ commitment, text }) => [commitment, text]))
  const encoder = new TextEncoder()
  yield page(chain, '<p><a href="index.html">目录</a></p><table>\n')
  for await (const bytes of entries) {
    const { seq, kind, recordedAt, occurredOn, data } = parseEntry(encoder.encode(bytes))
    const word = isEntryKind(kind) ? catalogue[kind].zh : kind
    const day =
      occurredOn === undefined ? dayOf(new Date(recordedAt)) : `${occurredOn}(补录于 ${dayOf(new Date(recordedAt))})`
    const told = JSON.stringify(
      data,
      (_, value) => (typeof value === 'string' ? (texts.get(value) ?? value) : value),
      1,
    )
    yield `<tr><td>${seq}</td><td>${escaped(day)}</td><td>${escaped(word)}</td><td>${escaped(told).replaceAll('\n', '<br>')}</td></tr>\n`
  }
  yield '</table>\n'
}

/** What lies in an archive, for whoever opens it years later. */
export const aboutArchive = (name: string): string => `${name} 议事档案

read/index.html   用浏览器打开即可阅读,不需要服务器。
verify.html       用浏览器打开,把本压缩包拖进去核对;文件不会离开本机。
verify.mjs        装有 Node 20 以上时:node verify.mjs 本压缩包.zip --code 编号:校验码
record.json, chains/, heads/, tree/, adoptions/, shown/   档案本身,格式见 workflows/format/README.md。
公告、会议记录、决议上印的存证校验码,可用来核对本档案未被改动。

Records of ${name}. Read them with a browser from read/index.html. verify.html (drop the ZIP on it) and verify.mjs (Node 20 or later) check
them; hold them to a checkpoint code that was printed on a posting, minutes or a resolution. The other files are the record itself.
`
