import { strFromU8, unzipSync } from 'fflate'

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
