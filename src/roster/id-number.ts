import { ok, type Result, refuse } from '../../workflows/result.ts'
import { addDays, ageOn, type Day, isDay } from '../../workflows/rules/days.ts'
import { cleanNumber } from './clean.ts'
import type { Fault } from './faults.ts'

/** What a citizen's ID number says of its bearer. */
export interface IdNumber {
  readonly idNumber: string
  readonly birth: Day
  readonly sex: 'male' | 'female'
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const oldest = 130

/** The check character of GB 11643 (ISO 7064, MOD 11-2): it shows every single wrong digit. */
export const checkCharacter = (idNumber: string): string => {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(idNumber[i]), 0)
  return '10X98765432'[sum % 11] ?? ''
}

// A roster may be imported as of an earlier day (补录), when people on it were not yet born: a year is let pass.
const mayBeBorn = (birth: Day, today: Day): boolean =>
  isDay(birth) && birth <= addDays(today, 366) && (birth > today || ageOn(birth, today) <= oldest)

/** Reads an ID number, or says which rule of it is broken, as a clerk would check: digits, birth, check character. */
export const readIdNumber = (cell: string, today: Day): Result<IdNumber, Fault> => {
  const idNumber = cleanNumber(cell).toUpperCase()
  if (idNumber === '') return refuse({ code: 'id_missing' })
  if (/^\d(\.\d*)?E\+?\d+$|^\d{15}000\.0*$/.test(idNumber)) return refuse({ code: 'id_truncated_by_spreadsheet' })
  if (idNumber.length !== 18) return refuse({ code: 'id_length' })
  if (!/^\d{17}[\dX]$/.test(idNumber)) return refuse({ code: 'id_has_other_characters' })
  const birth = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`
  if (!mayBeBorn(birth, today)) return refuse({ code: 'id_birth_date_impossible' })
  if (checkCharacter(idNumber) !== idNumber[17])
    return refuse({ code: idNumber.endsWith('000') ? 'id_truncated_by_spreadsheet' : 'id_checksum' })
  return ok({ idNumber, birth, sex: Number(idNumber[16]) % 2 === 1 ? 'male' : 'female' })
}
