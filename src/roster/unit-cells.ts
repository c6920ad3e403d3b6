import { ok, type Result, refuse } from '../../workflows/result.ts'
import { clean, cleanNumber, hasControls, lengthOf } from './clean.ts'
import type { UnitFault } from './unit-faults.ts'

type Read<T> = Result<T, UnitFault>

/** The number of a unit as the place writes it; leading zeros stay. */
export const readUnitNumber = (cell: string): Read<string> => {
  const number = cleanNumber(cell)
  if (number === '') return refuse({ code: 'number_missing' })
  if (hasControls(number)) return refuse({ code: 'number_has_control_characters' })
  return lengthOf(number) > 40 ? refuse({ code: 'number_too_long' }) : ok(number)
}

/** Square metres with at most two decimals, as an integer of 0.01 m²: nothing is ever rounded. */
export const readArea = (cell: string): Read<number> => {
  const written = cleanNumber(cell).replace(/(?:m2|平方米|平米|平方)$/i, '')
  const [, whole, part = ''] = /^(\d{1,7})(?:\.(\d{1,2})0*)?$/.exec(written) ?? []
  const area = whole === undefined ? 0 : Number(whole) * 100 + Number(part.padEnd(2, '0'))
  return area > 0 ? ok(area) : refuse({ code: 'area_faulty' })
}

/** Whether the unit is still the developer's, unsold or not delivered; left empty it is not. */
export const readDeveloper = (cell: string): Read<boolean> => {
  const word = clean(cell)
  if (['是', '建设单位', '开发商', '未售', '未售出', '未交付'].includes(word)) return ok(true)
  return ['', '否', '-', '无', '/'].includes(word) ? ok(false) : refuse({ code: 'developer_unclear' })
}
