import { ok, type Result, refuse } from '../../workflows/result.ts'
import { clean, cleanName, cleanNumber, hasControls, lengthOf } from './clean.ts'
import type { Column } from './columns.ts'
import type { Fault } from './faults.ts'
import type { PositionName } from './position-table.ts'
import { contradict, placeOf, positionOf } from './positions.ts'

type Read<T> = Result<T, Fault>

const hanName = /^\p{Script=Han}+(?:·\p{Script=Han}+)*$/u
const latinName = /^\p{Script=Latin}[\p{Script=Latin}\p{M} .'’-]*$/u

/** Written where there is nothing to write. */
const nothing: readonly string[] = ['', '无', '-', '—', '/']

const plainText = (text: string, column: Column, limit: number): Read<string> => {
  if (hasControls(text)) return refuse({ code: 'cell_has_control_characters', column })
  if (lengthOf(text) > limit) return refuse({ code: 'cell_too_long', column, limit })
  return ok(text)
}

/** A person's name: rare characters of any plane, minority names with a dot, and Latin names are all names. */
export const readName = (cell: string): Read<string> => {
  const name = cleanName(cell)
  if (name === '') return refuse({ code: 'name_missing' })
  if (hasControls(name)) return refuse({ code: 'name_has_control_characters' })
  const length = lengthOf(name)
  if (length < 2 || length > 30 || !(hanName.test(name) || latinName.test(name)))
    return refuse({ code: 'name_not_a_name' })
  return ok(name)
}

/** The number of the household that a person belongs to, as the village writes it; leading zeros stay. */
export const readHousehold = (cell: string): Read<string> => {
  const household = cleanNumber(cell)
  return household === '' ? refuse({ code: 'household_missing' }) : plainText(household, 'household', 40)
}

export const readSex = (cell: string): Read<'male' | 'female'> => {
  const sex = clean(cell).replace(/性$/, '')
  if (sex === '男') return ok('male')
  return sex === '女' ? ok('female') : refuse({ code: 'sex_unknown' })
}

/** One phone number in digits, mobile or landline; many people have none. */
export const readPhone = (cell: string): Read<string | undefined> => {
  const text = cleanNumber(cell)
  if (nothing.includes(text)) return ok(undefined)
  const digits = text.replace(/[-()]/g, '').replace(/^(?:\+|00)?86(?=1\d{10}$|0\d{9,11}$)/, '')
  if (/^1[3-9]\d{9}$|^0\d{9,11}$|^[2-8]\d{6,7}$/.test(digits)) return ok(digits)
  const several =
    digits.split(/[、,;/|]/).filter((part) => part !== '').length > 1 || /^(?:1[3-9]\d{9}){2,}$/.test(digits)
  return refuse({ code: several ? 'phone_more_than_one' : 'phone_invalid' })
}

/** The part of the place that somebody lives in: a villagers' group, a building. May be empty. */
export const readGroup = (cell: string): Read<string> => plainText(clean(cell), 'group', 40)

/** The positions that somebody holds, each once. */
export const readPositions = (cell: string, kind: 'village' | 'city'): Read<readonly PositionName[]> => {
  const text = plainText(clean(cell), 'positions', 200)
  if (!text.ok) return text
  const words = [...new Set(text.value.split(/[、,;/|兼 ]+/))].filter((word) => !nothing.includes(word))
  const positions = [...new Set(words.flatMap((word) => positionOf(word) ?? []))]
  const unknown = words.filter((word) => positionOf(word) === undefined)
  if (unknown.length > 0) return refuse({ code: 'role_unknown', words: unknown })
  const elsewhere = positions.filter((name) => (placeOf(name) ?? kind) !== kind)
  if (elsewhere.length > 0) return refuse({ code: 'role_not_for_this_place', words: elsewhere })
  return contradict(positions) ? refuse({ code: 'roles_contradict' }) : ok(positions)
}
