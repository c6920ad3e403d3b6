import { shown } from './clean.ts'
import { type Column, columnName } from './columns.ts'

/** Faults that need no facts: the column at fault, and what is wrong. */
const plain = {
  name_missing: ['name', '没有姓名', 'The name is missing'],
  name_has_control_characters: [
    'name',
    '姓名中有看不见的控制字符,请重新输入姓名',
    'The name holds unseen control characters; type it anew',
  ],
  name_not_a_name: [
    'name',
    '不像姓名:应为 2 至 30 个字,只有汉字(少数民族姓名可用"·"分隔)或拉丁字母',
    'Not a name: 2 to 30 characters, Chinese (parts joined by ·) or Latin letters',
  ],
  household_missing: ['household', '没有户号', 'The household number is missing'],
  sex_unknown: ['sex', '性别应填"男"或"女"', 'The sex must be 男 or 女'],
  id_missing: ['idNumber', '没有身份证号', 'The ID number is missing'],
  id_truncated_by_spreadsheet: [
    'idNumber',
    '身份证号被表格软件当作数字截去了末几位,请先把该列设为文本,再重新输入',
    'A spreadsheet took the ID number for a number and lost its last digits; set the column to text and type it anew',
  ],
  id_length: ['idNumber', '身份证号应为 18 位', 'An ID number has 18 characters'],
  id_has_other_characters: [
    'idNumber',
    '身份证号只能有数字,末位可以是 X',
    'An ID number has digits only, save an X at the end',
  ],
  id_birth_date_impossible: [
    'idNumber',
    '身份证号中的出生日期不可能存在',
    'The ID number gives a birth date that cannot be',
  ],
  id_checksum: [
    'idNumber',
    '身份证号校验位不对,有一位输错',
    'The check character does not agree: a digit of the ID number is wrong',
  ],
  id_sex_mismatch: [
    'idNumber',
    '性别与身份证号第 17 位不一致',
    'The sex does not agree with the 17th digit of the ID number',
  ],
  phone_invalid: [
    'phone',
    '电话号码不对:应为 11 位手机号,或带区号的固定电话',
    'Not a phone number: a mobile number of 11 digits, or a landline with its area code',
  ],
  phone_more_than_one: ['phone', '一人只能填一个电话号码', 'One phone number a person'],
  roles_contradict: [
    'positions',
    '身份互相矛盾:既是有表决权的党员,又是没有表决权的党员',
    'The positions contradict each other: a party member with a vote and without one',
  ],
} as const satisfies Readonly<Record<string, readonly [Column, string, string]>>

type PlainFault = keyof typeof plain

/** What is wrong with a row, with the facts that its message needs. */
export type Fault =
  | { readonly code: PlainFault }
  | { readonly code: 'id_duplicate_of_row'; readonly first: number }
  | { readonly code: 'role_unknown' | 'role_not_for_this_place'; readonly words: readonly string[] }
  | { readonly code: 'cell_too_long'; readonly column: Column; readonly limit: number }
  | { readonly code: 'cell_has_control_characters'; readonly column: Column }
  | { readonly code: 'cells_without_header'; readonly cells: number }

export type FaultCode =
  | Exclude<Fault['code'], 'id_duplicate_of_row'>
  | `${Extract<Fault['code'], 'id_duplicate_of_row'>}_${number}`

/** A fault as it is reported: its stable code, its column as the clerk knows it, and what to do. */
export interface ToldFault {
  readonly fault: FaultCode
  /** Absent where the whole row is meant. */
  readonly column?: string
  readonly zh: string
  readonly en: string
}

const inColumn = (fault: FaultCode, column: Column, zh: string, en: string): ToldFault => ({
  fault,
  column: columnName(column),
  zh,
  en,
})

/** Says what is wrong; no message repeats an ID number. */
export const tellFault = (fault: Fault): ToldFault => {
  switch (fault.code) {
    case 'id_duplicate_of_row':
      return inColumn(
        `id_duplicate_of_row_${fault.first}`,
        'idNumber',
        `身份证号与第 ${fault.first} 行相同`,
        `The same ID number stands in row ${fault.first}`,
      )
    case 'role_unknown': {
      const words = fault.words.map(shown).join('、')
      return inColumn(fault.code, 'positions', `不认识的身份:${words}`, `Unknown position: ${words}`)
    }
    case 'role_not_for_this_place': {
      const words = fault.words.map(shown).join('、')
      return inColumn(
        fault.code,
        'positions',
        `本地没有这种身份:${words}`,
        `This kind of place has no such position: ${words}`,
      )
    }
    case 'cell_too_long':
      return inColumn(
        fault.code,
        fault.column,
        `内容过长,最多 ${fault.limit} 个字`,
        `Too long; at most ${fault.limit} characters`,
      )
    case 'cell_has_control_characters':
      return inColumn(fault.code, fault.column, '内容中有看不见的控制字符', 'The cell holds unseen control characters')
    case 'cells_without_header':
      return {
        fault: fault.code,
        zh: `有 ${fault.cells} 格内容不在任何表头之下,可能错列`,
        en: `${fault.cells} filled cells stand under no header; the row may be shifted`,
      }
    default: {
      const [column, zh, en] = plain[fault.code]
      return inColumn(fault.code, column, zh, en)
    }
  }
}
