import type { FileChild, ITableCellOptions, Paragraph } from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import type { Lang } from '../../../workflows/wording.ts'
import { type Block, cellText, colon, type Paper, type Photos, photoLines } from '../blocks.ts'
import { zipOf } from '../zip.ts'
import { qrPicture } from './qr-code.ts'

type Docx = typeof import('docx')

const song = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋_GB2312' }
const hei = { ...song, eastAsia: '黑体' }
const biaoSong = { ...song, eastAsia: '方正小标宋简体' }
/** Half points: 三号, 小四, 二号, 五号. */
const sizes = { text: 32, cell: 24, title: 44, small: 21 }
/** Twentieths of a point; the text of an A4 page between its margins. */
const textWidth = 9637
const mm = (length: number): number => Math.round(length * 56.7)

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A paper as a .docx file: the same papers give the same bytes. */
export const printDocx = async ({ title, lang, blocks }: Paper, photos: Photos = {}): Promise<Uint8Array> => {
  const docx = await import('docx')
  const { Document, Footer, Packer, PageNumber, Paragraph, TextRun } = docx
  const pages =
    lang === 'zh'
      ? ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页']
      : ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES]
  const footer = new Footer({
    children: [
      new Paragraph({
        alignment: 'center',
        children: [new TextRun({ children: pages, size: sizes.cell })],
      }),
    ],
  })
  const document = new Document({
    title,
    creator: '议事',
    lastModifiedBy: '议事',
    styles: {
      default: { document: { run: { font: song, size: sizes.text } } },
      // The package's own styles stand on this one and leave it to the reader to know it.
      characterStyles: [{ id: 'DefaultParagraphFont', name: 'Default Paragraph Font' }],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: mm(22), left: mm(20), right: mm(20), bottom: mm(18) },
          },
        },
        footers: { default: footer },
        children: blocks.flatMap((block, n) => partsOf(docx, block, n, lang, photos)),
      },
    ],
  })
  return undated(await Packer.pack(document, 'uint8array'))
}

const partsOf = (docx: Docx, block: Block, n: number, lang: Lang, photos: Photos): readonly FileChild[] => {
  const { ImageRun, PageBreak, Paragraph, TextRun } = docx
  switch (block.sort) {
    case 'title':
      return [
        new Paragraph({
          alignment: 'center',
          spacing: { after: 300 },
          children: [new TextRun({ text: block.text, font: biaoSong, size: sizes.title })],
        }),
      ]
    case 'heading':
      return [
        new Paragraph({
          keepNext: true,
          spacing: { before: 200 },
          children: [new TextRun({ text: block.text, font: hei })],
        }),
      ]
    case 'line':
      return block.text
        .split('\n')
        .map((text) => new Paragraph({ indent: { firstLine: sizes.text * 20 }, children: [new TextRun(text)] }))
    case 'field': {
      const [first = '', ...rest] = block.text.split('\n')
      return [
        new Paragraph({
          children: [new TextRun({ text: block.label, font: hei }), new TextRun(`${colon[lang]}${first}`)],
        }),
        ...rest.map((text) => new Paragraph({ children: [new TextRun(text)] })),
      ]
    }
    case 'list':
      return block.items.map(
        (item, place) =>
          new Paragraph({ indent: { left: sizes.text * 20 }, children: [new TextRun(`${place + 1}. ${item}`)] }),
      )
    case 'table':
      return [tableOf(docx, block), new Paragraph({})]
    case 'form':
      return [formOf(docx, block), new Paragraph({})]
    case 'signatures':
      return [
        ...block.lines.map((text, place) => signatureLine(docx, text, place === 0 ? 600 : 200)),
        ...(block.seal === undefined ? [] : [signatureLine(docx, block.seal, 900)]),
        ...(block.day === undefined ? [] : [signatureLine(docx, block.day, 0)]),
      ]
    case 'code':
      return [
        new Paragraph({
          keepNext: true,
          children: [
            new ImageRun({
              type: 'png',
              data: qrPicture(block.address),
              transformation: { width: 121, height: 121 },
              // Numbered by its place: left to itself the package counts on from the last paper.
              altText: { id: String(n + 1), name: block.address, title: block.text, description: block.address },
            }),
          ],
        }),
        ...[block.text, block.address].map(
          (text) => new Paragraph({ children: [new TextRun({ text, size: sizes.small })] }),
        ),
      ]
    case 'photo': {
      const lines = photoLines(block, lang, photos)
      return lines.map(
        (text, place) =>
          new Paragraph({
            keepNext: place < lines.length - 1,
            children: [new TextRun({ text, size: sizes.small })],
          }),
      )
    }
    case 'page':
      return [new Paragraph({ children: [new PageBreak()] })]
  }
}

const signatureLine = ({ Paragraph, TextRun }: Docx, text: string, before: number): Paragraph =>
  new Paragraph({ keepNext: true, indent: { left: 4000 }, spacing: { before }, children: [new TextRun(text)] })

const cell = (docx: Docx, text: string, width: number, font: typeof song): ITableCellOptions => ({
  width: { size: width, type: 'dxa' },
  margins: { top: 60, bottom: 60, left: 80, right: 80 },
  children: text
    .split('\n')
    .map((part) => new docx.Paragraph({ children: [new docx.TextRun({ text: part, font, size: sizes.cell })] })),
})

const tableOf = (docx: Docx, { columns, rows }: Extract<Block, { sort: 'table' }>) => {
  const { Table, TableCell, TableRow } = docx
  const shares = columns.map(({ share = 1 }) => share)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => Math.floor((textWidth * share) / whole))
  const row = (texts: readonly string[], font: typeof song) =>
    columns.map((_, n) => new TableCell(cell(docx, texts[n] ?? '', widths[n] ?? 0, font)))
  const heads = columns.map(({ head }) => head)
  const byHand = columns.some((column) => column.byHand)
  return new Table({
    columnWidths: widths,
    width: { size: textWidth, type: 'dxa' },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: row(heads, hei) }),
      ...rows.map((texts) => {
        const said = columns.map((column, n) => cellText(texts[n] ?? '', column))
        return new TableRow({
          cantSplit: true,
          children: row(said, song),
          ...(byHand ? { height: { value: 600, rule: 'atLeast' } } : {}),
        })
      }),
    ],
  })
}

const formOf = (docx: Docx, { rows }: Extract<Block, { sort: 'form' }>) => {
  const { Table, TableCell, TableRow } = docx
  const widths = [2400, textWidth - 2400] as const
  return new Table({
    columnWidths: [...widths],
    width: { size: textWidth, type: 'dxa' },
    rows: rows.map(
      (one) =>
        new TableRow({
          ...(one.byHand ? { height: { value: 1600, rule: 'atLeast' } } : {}),
          children: [
            new TableCell(cell(docx, one.label, widths[0], hei)),
            new TableCell(cell(docx, cellText(one.text, one), widths[1], song)),
          ],
        }),
    ),
  })
}

/** Takes out the hour at which it was packed, in the file and in its own properties. */
const undated = (file: Uint8Array): Promise<Uint8Array> => {
  const parts = unzipSync(file)
  const names = Object.keys(parts).sort(
    (a, b) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml') || (a < b ? -1 : 1),
  )
  return zipOf(
    Object.fromEntries(
      names.map((name) => {
        const part = parts[name] ?? new Uint8Array()
        return [name, name === 'docProps/core.xml' ? strFromU8(part).replace(anHour, '1980-01-01T00:00:00Z') : part]
      }),
    ),
  )
}
const anHour = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g
