import Papa from 'papaparse'
import { ok, type Result, refuse } from '../../workflows/result.ts'
import type { Day } from '../../workflows/rules/days.ts'
import { clean } from './clean.ts'
import { decodeRoster } from './decode.ts'
import { tellFault } from './faults.ts'
import { readIdNumber } from './id-number.ts'
import type { RosterRefusal } from './read.ts'
import { readArea, readDeveloper, readUnitNumber } from './unit-cells.ts'
import { type ToldUnitFault, tellUnitFault, type UnitFault } from './unit-faults.ts'

/** A unit as a row of the file names it, its owner by ID number. */
export interface UnitLine {
  readonly row: number
  readonly number: string
  /** 0.01 m². */
  readonly area: number
  readonly idNumber: string
  readonly developer: boolean
}

/** A file of units as read: the rows that hold, and what is wrong with the others. */
export interface UnitTable {
  readonly encoding: string
  readonly lines: readonly UnitLine[]
  readonly faults: readonly ToldUnitFault[]
}

const columns = {
  number: ['房号', '房屋编号', '专有部分编号', '单元号', '门牌号', '室号'],
  area: ['面积', '建筑面积', '专有面积', '专有部分面积', '产权面积'],
  idNumber: ['身份证号', '业主身份证号', '身份证号码', '业主身份证号码', '公民身份号码', '证件号码'],
  developer: ['建设单位', '是否建设单位', '开发商'],
} as const
type Column = keyof typeof columns

const needed = ['number', 'area', 'idNumber'] as const satisfies readonly Column[]
const headerWithin = 10

const columnOf = (label: string): Column | undefined => {
  const word = clean(label)
    .replace(/[\s*]/g, '')
    .replace(/\([^()]*\)$/, '')
  return (['number', 'area', 'idNumber', 'developer'] as const).find((name) =>
    (columns[name] as readonly string[]).includes(word),
  )
}

/** The rows of a file and where its header stands, by whichever separator makes one. */
const withHeader = (text: string) => {
  for (const delimiter of [',', '\t', ';']) {
    const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' })
    const at = data
      .slice(0, headerWithin)
      .findIndex((labels) => needed.every((column) => labels.some((label) => columnOf(label) === column)))
    if (at >= 0) return { data, at, broken: errors[0]?.row }
  }
  return undefined
}

/** Reads a CSV of units: its encoding, its header below any title, and its rows; blank rows are passed over. */
export const readUnits = (bytes: Uint8Array, today: Day): Result<UnitTable, RosterRefusal> => {
  const decoded = decodeRoster(bytes)
  if (!decoded.ok) return decoded
  const found = withHeader(decoded.value.text.replace(/\r\n?/g, '\n'))
  if (!found) {
    const names = needed.map((column) => columns[column][0])
    return refuse({
      code: 'roster_columns_missing',
      columns: names,
      zh: `前 ${headerWithin} 行中没有找到表头(要有这些列:${names.join('、')})`,
      en: `No header within the first ${headerWithin} rows (it needs ${names.join(', ')})`,
    })
  }
  const { data, at, broken } = found
  if (broken !== undefined)
    return refuse({
      code: 'roster_malformed',
      row: broken + 1,
      zh: `第 ${broken + 1} 行的引号没有成对,此行以后无法读取`,
      en: `A quotation mark in row ${broken + 1} has no partner; what follows cannot be read`,
    })
  const labels = (data[at] ?? []).map(columnOf)
  const lines: UnitLine[] = []
  const faults: ToldUnitFault[] = []
  for (const [n, cells] of data.slice(at + 1).entries()) {
    if (cells.every((cell) => clean(cell) === '')) continue
    const cellOf = (column: Column): string => cells[labels.indexOf(column)] ?? ''
    const row = at + 2 + n
    const number = readUnitNumber(cellOf('number'))
    const area = readArea(cellOf('area'))
    const id = readIdNumber(cellOf('idNumber'), today)
    const developer = readDeveloper(cellOf('developer'))
    if (number.ok && area.ok && id.ok && developer.ok) {
      const { idNumber } = id.value
      lines.push({ row, number: number.value, area: area.value, idNumber, developer: developer.value })
      continue
    }
    const wrong: readonly UnitFault[] = [number, area, developer].flatMap((read) => (read.ok ? [] : [read.refusal]))
    faults.push(...wrong.map((fault) => tellUnitFault(row, fault)))
    if (!id.ok) faults.push({ row, column: '身份证号', ...tellFault(id.refusal) })
  }
  return ok({ encoding: decoded.value.encoding, lines, faults })
}
