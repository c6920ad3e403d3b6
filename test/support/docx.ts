import { strFromU8, unzipSync } from 'fflate'
import * as assert from 'uvu/assert'

/** Prefixes that XML itself has. */
const given = ['xml', 'xmlns']

/**
 * What a reader of XML would stop at: tags are closed in order, within one root; an attribute stands once; every prefix is
 * declared; text and values are escaped, and hold no control character.
 */
const assertWellFormed = (xml: string, name: string): void => {
  const open: string[] = []
  const prefixes = new Set(given)
  let roots = 0
  const body = xml.replace(/^<\?xml [^?]*\?>/, '')
  for (const [whole, close, tag = '', attributes = '', empty] of body.matchAll(
    /<(\/?)([A-Za-z][\w:.-]*)((?:\s[^<>]*?)?)(\/?)>/g,
  )) {
    if (close === '/') {
      assert.is(open.pop(), tag, `${name} closes what is not open`)
      continue
    }
    if (open.length === 0) roots += 1
    if (empty !== '/') open.push(tag)
    const pairs = [...attributes.matchAll(/\s+([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/g)]
    assert.is(pairs.map(([pair]) => pair).join(''), attributes.trimEnd(), `${name}: ${whole}`)
    const names = pairs.map(([, attribute = '']) => attribute)
    assert.is(new Set(names).size, names.length, `${name} says an attribute twice: ${whole}`)
    for (const attribute of names) if (attribute.startsWith('xmlns:')) prefixes.add(attribute.slice(6))
    for (const used of [tag, ...names])
      if (used.includes(':')) assert.ok(prefixes.has(used.split(':')[0] ?? ''), `${name} does not declare ${used}`)
    for (const [, , value = ''] of pairs) assertEscaped(value.slice(1, -1), `${name}: ${whole}`)
  }
  assert.equal([open, roots], [[], 1], `${name} leaves tags open, or has no single root`)
  assertEscaped(body.replace(/<[^<>]*>/g, ''), name)
}

const assertEscaped = (text: string, name: string): void => {
  assert.not.match(text, /[<>]|&(?!(amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i, name)
  assert.not.match(text, /[\p{Cc}--[\n\t\r]]/v, name)
}

/** Fonts as the standard for official papers names them; whatever else a paper has is a Western letter. */
const fonts = ['仿宋_GB2312', '黑体', '方正小标宋简体']

/**
 * A document that word processors open without repair: every part is well-formed and has its type, leads to parts that are there,
 * uses no style, numbering or picture that it does not define, and is set in the fonts of official papers.
 */
export const assertDocx = (file: Uint8Array): void => {
  const parts = unzipSync(file)
  const names = Object.keys(parts)
  assert.is(names[0], '[Content_Types].xml', 'what says of the others what they are comes first')
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
    const known = [...read(name).matchAll(/ Id="([^"]+)"/g)].map(([, id]) => id)
    assert.is(new Set(known).size, known.length, `${name} names two things alike`)
    for (const [whole, target] of read(name).matchAll(/<Relationship [^>]*Target="([^"]+)"[^>]*>/g)) {
      if (whole.includes('TargetMode="External"')) continue
      const path = target?.startsWith('/') ? target.slice(1) : `${folder}${target}`
      assert.ok(names.includes(path), `${name} leads to ${path}, which is not there`)
    }
  }
  const document = read('word/document.xml')
  assertDefined(document, /r:(?:id|embed)="([^"]+)"/g, read('word/_rels/document.xml.rels'), (id) => ` Id="${id}"`)
  const written = names.filter((name) => /^word\/(document|footer\d|styles)\.xml$/.test(name)).map(read)
  for (const xml of written) {
    const styles = read('word/styles.xml')
    assertDefined(
      xml,
      /<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val="([^"]+)"/g,
      styles,
      (id) => `w:styleId="${id}"`,
    )
    assertDefined(xml, /<w:numId w:val="([^"]+)"/g, read('word/numbering.xml'), (id) => `<w:num w:numId="${id}"`)
    for (const [, font] of xml.matchAll(/w:eastAsia="([^"]+)"/g))
      assert.ok(font === 'zh-CN' || fonts.includes(font ?? ''), `${font} is no font of official papers`)
  }
  assert.match(read('word/styles.xml'), /<w:rPrDefault>.*w:eastAsia="仿宋_GB2312"/s)
  const pictures = [...document.matchAll(/<wp:docPr [^>]*\bid="(\d+)"/g)].map(([, id]) => id)
  assert.is(new Set(pictures).size, pictures.length, 'two pictures have one number')
  assert.match(
    document,
    /<w:sectPr>(?:(?!<w:sectPr>).)*<\/w:sectPr><\/w:body>/s,
    'the page is set up at the end of the body',
  )
  assert.not.match(document, /<w:tc>(?:(?!<w:p[ >/]).)*?<\/w:tc>/s, 'a cell without a paragraph is repaired')
  assert.not.match(document, /(w:w|w:top|w:left|w:h)="\d+\.\d+"/, 'lengths are whole numbers')
}

/** What a part refers to by a name is defined in another. */
const assertDefined = (xml: string, used: RegExp, known: string, as: (name: string) => string): void => {
  for (const [whole, name = ''] of xml.matchAll(used)) assert.ok(known.includes(as(name)), `${whole} is not defined`)
}
