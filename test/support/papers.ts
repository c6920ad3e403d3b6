import { strFromU8, unzipSync } from 'fflate'
import * as assert from 'uvu/assert'

/** What somebody is answered with who asks for a file. */
export interface FileAnswer {
  readonly status: number
  readonly type: string
  readonly headers: Headers
  readonly bytes: Uint8Array
  /** The code of a refusal, or nothing. */
  readonly code: string | undefined
}

/** Asks for a file with a session's token. */
export const fetchFile = async (url: string, path: string, token?: string): Promise<FileAnswer> => {
  const response = await fetch(`${url}${path}`, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  })
  const bytes = new Uint8Array(await response.arrayBuffer())
  const type = response.headers.get('content-type') ?? ''
  const code = type.includes('json') ? (JSON.parse(strFromU8(bytes)) as { code?: string }).code : undefined
  return { status: response.status, type, headers: response.headers, bytes, code }
}

/** Tests write the marks of printed Chinese as a keyboard has them. */
const plainMarks = (text: string): string =>
  text.replace(/[，；：（）]/g, (mark) => ({ '，': ',', '；': ';', '：': ':', '（': '(', '）': ')' })[mark] ?? mark)

/** What somebody reads on a printed page, a line each paragraph and row. */
export const textOfHtml = (html: string): string =>
  plainMarks(html)
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<\/(p|h1|h2|tr|li|figcaption|br)>/g, '\n')
    .replace(/<\/t[dh]>/g, '|')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** The text of a document as a word processor shows it: a line each paragraph. */
export const textOfDocx = (file: Uint8Array): string =>
  textOfXml(strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array()))

const textOfXml = (xml: string): string =>
  plainMarks(xml)
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** Tags that are opened are closed, in order: what a reader of XML would stop at. */
const assertWellFormed = (xml: string, name: string): void => {
  const open: string[] = []
  for (const [, close, tag, empty] of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]*)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (close === '/') assert.is(open.pop(), tag, `${name} closes what is not open`)
    else if (empty !== '/') open.push(tag ?? '')
  }
  assert.equal(open, [], `${name} leaves tags open`)
  assert.not.match(xml.replace(/<[^<>]*>/g, ''), /[<>]|&(?!(amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i)
}

/** A document that word processors open without repair: every part is well-formed, has its type, and leads to parts that are there. */
export const assertDocx = (file: Uint8Array): void => {
  const parts = unzipSync(file)
  const names = Object.keys(parts)
  const read = (name: string): string => strFromU8(parts[name] ?? new Uint8Array())
  for (const name of names.filter((one) => /\.(xml|rels)$/.test(one))) assertWellFormed(read(name), name)
  const types = read('[Content_Types].xml')
  for (const name of names.filter((one) => one !== '[Content_Types].xml')) {
    const byName = types.includes(`PartName="/${name}"`)
    const byEnding = types.includes(`Extension="${name.split('.').at(-1)}"`)
    assert.ok(byName || byEnding, `${name} has no type`)
  }
  for (const [, part] of types.matchAll(/PartName="\/([^"]+)"/g))
    assert.ok(names.includes(part ?? ''), `${part} has a type but is not there`)
  for (const name of names.filter((one) => one.endsWith('.rels'))) {
    const folder = name.replace(/_rels\/[^/]+$/, '')
    for (const [whole, target] of read(name).matchAll(/<Relationship [^>]*Target="([^"]+)"[^>]*>/g)) {
      if (whole.includes('TargetMode="External"')) continue
      const path = target?.startsWith('/') ? target.slice(1) : `${folder}${target}`
      assert.ok(names.includes(path), `${name} leads to ${path}, which is not there`)
    }
  }
  const document = read('word/document.xml')
  const used = [...document.matchAll(/r:(?:id|embed)="([^"]+)"/g)].map(([, id]) => id)
  const known = read('word/_rels/document.xml.rels')
  for (const id of used) assert.ok(known.includes(`Id="${id}"`), `the document uses ${id}`)
  assert.not.match(document, /(w:w|w:top|w:left|w:h)="\d+\.\d+"/, 'lengths are whole numbers')
}
