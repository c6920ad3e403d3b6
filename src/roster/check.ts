import { ageOn, type Day } from '../../workflows/rules/days.ts'
import { readGroup, readHousehold, readName, readPhone, readPositions, readSex } from './cells.ts'
import { type Fault, type FaultCode, type ToldFault, tellFault } from './faults.ts'
import { readIdNumber } from './id-number.ts'
import { deriveSeats } from './positions.ts'
import type { RosterTable, TableRow } from './read.ts'
import { type Remark, remarksOn } from './remarks.ts'
import type { RosterRow } from './row.ts'

/** The day and the place that a roster is judged by. */
export interface Standing {
  readonly today: Day
  readonly adultAge: number
  readonly kind: 'village' | 'city'
}

/** Why a row stays out: its first fault, the codes of any others, and all of them in words. */
export interface RowFault extends ToldFault {
  readonly row: number
  readonly also: readonly FaultCode[]
}

/** What a roster would bring, and what is to be mended or looked at before. */
export interface RosterReport {
  /** The people whose rows hold. */
  readonly rows: readonly RosterRow[]
  /** One entry a faulty row, in the order of the file. */
  readonly faults: readonly RowFault[]
  readonly remarks: readonly Remark[]
  /** Counted over the rows that hold; `faulty` counts the others. */
  readonly counts: {
    readonly people: number
    readonly households: number
    readonly adults: number
    readonly women: number
    readonly men: number
    readonly representatives: number
    /** Full members, who have a vote. */
    readonly partyMembers: number
    readonly faulty: number
  }
}

/** Rows of the ID numbers met so far: the first keeps its number, the later ones are its duplicates. */
type Seen = Map<string, number>

const readRow = (
  { row, cells, stray }: TableRow,
  { today, kind }: Standing,
  seen: Seen,
): RosterRow | readonly Fault[] => {
  const name = readName(cells.name ?? '')
  const household = readHousehold(cells.household ?? '')
  const sex = readSex(cells.sex ?? '')
  const id = readIdNumber(cells.idNumber ?? '', today)
  const phone = readPhone(cells.phone ?? '')
  const group = readGroup(cells.group ?? '')
  const positions = readPositions(cells.positions ?? '', kind)

  const faults: Fault[] = [name, household, sex, id].flatMap((read) => (read.ok ? [] : [read.refusal]))
  if (id.ok) {
    const first = seen.get(id.value.idNumber)
    if (first === undefined) seen.set(id.value.idNumber, row)
    else faults.push({ code: 'id_duplicate_of_row', first })
    if (sex.ok && sex.value !== id.value.sex) faults.push({ code: 'id_sex_mismatch' })
  }
  faults.push(...[phone, group, positions].flatMap((read) => (read.ok ? [] : [read.refusal])))
  if (stray > 0) faults.push({ code: 'cells_without_header', cells: stray })

  const allRead = name.ok && household.ok && sex.ok && id.ok && phone.ok && group.ok && positions.ok
  if (!allRead || faults.length > 0) return faults
  return {
    row,
    household: household.value,
    name: name.value,
    sex: sex.value,
    idNumber: id.value.idNumber,
    birth: id.value.birth,
    ...(phone.value === undefined ? {} : { phone: phone.value }),
    group: group.value,
    positions: positions.value,
  }
}

const told = (row: number, faults: readonly Fault[]): readonly RowFault[] => {
  const [first, ...rest] = faults.map(tellFault)
  if (first === undefined) return []
  const all = [first, ...rest]
  return [
    {
      row,
      ...first,
      also: rest.map(({ fault }) => fault),
      zh: all.map(({ zh }) => zh).join(';'),
      en: all.map(({ en }) => en).join('; '),
    },
  ]
}

/** Judges every row of a roster: people whose rows hold, faults that keep a row out, and what is worth a look. */
export const checkRoster = (table: RosterTable, standing: Standing): RosterReport => {
  const { today, adultAge } = standing
  const seen: Seen = new Map()
  const rows: RosterRow[] = []
  const faults: RowFault[] = []
  for (const line of table.rows) {
    const read = readRow(line, standing, seen)
    if ('row' in read) rows.push(read)
    else faults.push(...told(line.row, read))
  }
  const seats = deriveSeats(rows)
  const members = [...seats.values()].flat()
  const women = rows.filter(({ sex }) => sex === 'female').length
  return {
    rows,
    faults,
    remarks: remarksOn({ table, rows, seats, ...standing }),
    counts: {
      people: rows.length,
      households: new Set(rows.map(({ household }) => household)).size,
      adults: rows.filter(({ birth }) => ageOn(birth, today) >= adultAge).length,
      women,
      men: rows.length - women,
      representatives: members.filter(({ groups }) => groups.includes('representatives')).length,
      partyMembers: (seats.get('party-assembly') ?? []).filter(({ voting }) => voting).length,
      faulty: faults.length,
    },
  }
}
