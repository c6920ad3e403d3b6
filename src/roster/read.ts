import Papa from 'papaparse'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import { clean } from './clean.ts'
import { type Column, columnName, columnOf, neededColumns } from './columns.ts'
import { type DecodeRefusal, decodeRoster } from './decode.ts'

/** One line of the file as it stands there, by column. */
export interface TableRow {
  /** As a spreadsheet counts: title and header rows count, blank rows too. */
  readonly row: number
  readonly cells: Readonly<Partial<Record<Column, string>>>
  /** How many filled cells stand under no header. */
  readonly stray: number
}

/** A roster as read, nothing judged yet. */
export interface RosterTable {
  readonly encoding: 'UTF-8' | 'GB18030'
  readonly headerRow: number
  /** Columns that a roster does not use, by their headers. */
  readonly unused: readonly string[]
  readonly rows: readonly TableRow[]
}

/** Why a file cannot be read as a roster at all. */
export type RosterRefusal =
  | DecodeRefusal
  | { readonly code: 'roster_header_missing'; readonly zh: string; readonly en: string }
  | {
      readonly code: 'roster_columns_missing'
      readonly columns: readonly string[]
      readonly zh: string
      readonly en: string
    }
  | { readonly code: 'roster_column_twice'; readonly column: string; readonly zh: string; readonly en: string }
  | { readonly code: 'roster_malformed'; readonly row: number; readonly zh: string; readonly en: string }

const headerWithin = 10
const mostRows = 50_000
const delimiters = [',', '\t', ';'] as const

interface Header {
  /** Counted from 0. */
  readonly at: number
  readonly labels: readonly string[]
  readonly columns: readonly (Column | undefined)[]
}

const parse = (text: string, delimiter: string, preview = 0): Papa.ParseResult<string[]> =>
  Papa.parse<string[]>(text, { delimiter, newline: '\n', preview })

const headersIn = (lines: readonly (readonly string[])[]): readonly Header[] =>
  lines.map((labels, at) => ({ at, labels, columns: labels.map(columnOf) }))

const isHeader = ({ columns }: Header): boolean => columns.includes('name') && columns.includes('idNumber')

/** A row that must have been meant as the header, though it lacks the name or the number. */
const isHalfHeader = ({ columns }: Header): boolean =>
  (columns.includes('name') || columns.includes('idNumber')) && columns.filter((column) => column).length > 1

const missing = (columns: readonly string[]): Result<never, RosterRefusal> =>
  refuse({
    code: 'roster_columns_missing',
    columns,
    zh: `花名册缺少以下列:${columns.join('、')}`,
    en: `The roster lacks these columns: ${columns.join(', ')}`,
  })

const findHeader = (text: string): Result<Header & { readonly delimiter: string }, RosterRefusal> => {
  const tries = delimiters.map((delimiter) => ({
    delimiter,
    rows: headersIn(parse(text, delimiter, headerWithin).data),
  }))
  const header = tries.flatMap(({ delimiter, rows }) => rows.filter(isHeader).map((row) => ({ delimiter, ...row })))[0]
  const half = tries.flatMap(({ rows }) => rows.filter(isHalfHeader))[0]
  const found = header ?? half
  if (found === undefined)
    return refuse({
      code: 'roster_header_missing',
      zh: `前 ${headerWithin} 行中没有找到表头(至少要有"姓名"和"身份证号"两列)`,
      en: `No header within the first ${headerWithin} rows (it needs at least 姓名 and 身份证号)`,
    })
  const lacking = neededColumns.filter((column) => !found.columns.includes(column)).map(columnName)
  if (lacking.length > 0 || header === undefined) return missing(lacking)
  const twice = header.columns.find((column, i) => column !== undefined && header.columns.indexOf(column) < i)
  if (twice !== undefined)
    return refuse({
      code: 'roster_column_twice',
      column: columnName(twice),
      zh: `"${columnName(twice)}"一列出现了两次,请只保留一列`,
      en: `The column ${columnName(twice)} stands there twice; keep one`,
    })
  return ok(header)
}

const isBlank = (cell: string | undefined): boolean => cell === undefined || clean(cell) === ''

/** A row of the table; none where it is blank, or where a form has numbered a line that nobody filled in. */
const rowOf = ({ columns, labels }: Header, line: readonly string[], row: number): readonly TableRow[] => {
  if (line.every((cell, k) => columns[k] === 'number' || isBlank(cell))) return []
  const cells = Object.fromEntries(
    columns.flatMap((column, k) => (column === undefined ? [] : [[column, line[k] ?? '']])),
  )
  return [{ row, cells, stray: line.filter((cell, k) => isBlank(labels[k]) && !isBlank(cell)).length }]
}

/** Reads a CSV roster: its encoding, its header below any title, and its rows; blank rows are passed over. */
export const readRoster = (bytes: Uint8Array): Result<RosterTable, RosterRefusal> => {
  const decoded = decodeRoster(bytes)
  if (!decoded.ok) return decoded
  const text = decoded.value.text.replace(/\r\n?/g, '\n')
  const header = findHeader(text)
  if (!header.ok) return header
  const { at, columns, labels, delimiter } = header.value
  const { data, errors } = parse(text, delimiter)
  const [broken] = errors
  if (broken) {
    const row = (broken.row ?? 0) + 1
    return refuse({
      code: 'roster_malformed',
      row,
      zh: `第 ${row} 行的引号没有成对,此行以后无法读取`,
      en: `A quotation mark in row ${row} has no partner; what follows cannot be read`,
    })
  }
  const rows = data.slice(at + 1).flatMap((line, i) => rowOf(header.value, line, at + 2 + i))
  if (rows.length > mostRows)
    return refuse({
      code: 'roster_too_large',
      limit: mostRows,
      zh: `花名册行数过多,上限 ${mostRows} 行`,
      en: `The roster has too many rows; at most ${mostRows}`,
    })
  const unused = labels.filter((label, k) => columns[k] === undefined && !isBlank(label))
  return ok({ encoding: decoded.value.encoding, headerRow: at + 1, unused, rows })
}
