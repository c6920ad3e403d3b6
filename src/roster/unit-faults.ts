/** Faults that need no facts: the column at fault, and what is wrong. */
const plain = {
  number_missing: ['房号', '没有房号', 'The unit number is missing'],
  number_too_long: ['房号', '房号过长,最多 40 个字', 'The unit number is too long; at most 40 characters'],
  number_has_control_characters: [
    '房号',
    '房号中有看不见的控制字符',
    'The unit number holds unseen control characters',
  ],
  area_faulty: [
    '面积',
    '面积应为大于零的平方米数,最多两位小数',
    'The area must be square metres above nought, with at most two decimals',
  ],
  developer_unclear: [
    '建设单位',
    '建设单位一栏填"是"或"否",不填就是"否"',
    'The column 建设单位 says 是 or 否; left empty it says 否',
  ],
  owner_unknown: [
    '业主',
    '花名册上没有这个人,请先把业主列入花名册',
    'Nobody on the roster is this owner; put the owner on the roster first',
  ],
  owner_died: [
    '业主',
    '这个人已去世,请填写继承人,或者共有人推选的人',
    'This owner has died; name the heir, or whom the co-owners chose',
  ],
  owner_differs: [
    '业主',
    '该房号登记的业主是另一个人,业主变更请办变更登记',
    'The unit is recorded as somebody else’s; a change of owner is entered as a transfer',
  ],
  developer_also_buyer: [
    '业主',
    '建设单位的代表人同时又是买受人,请另指定代表人',
    'Whoever represents the developer also owns as a buyer; name another representative',
  ],
  developer_by_two: [
    '业主',
    '建设单位未售出或未交付的房屋合计算一人,只能由同一个人代表',
    'The developer’s units together are one head; one person represents them all',
  ],
} as const satisfies Readonly<Record<string, readonly [string, string, string]>>

/** What is wrong with a row of a list of units. */
export type UnitFault =
  | { readonly code: keyof typeof plain }
  | { readonly code: 'number_twice'; readonly first: number }

/** A fault as it is reported: its row, its stable code, its column as the clerk knows it, and what to do. */
export interface ToldUnitFault {
  readonly row: number
  readonly fault: string
  readonly column: string
  readonly zh: string
  readonly en: string
}

/** Says what is wrong with a row; no message repeats an ID number. */
export const tellUnitFault = (row: number, fault: UnitFault): ToldUnitFault => {
  if (fault.code === 'number_twice') {
    const { first } = fault
    const said = { zh: `房号与第 ${first} 行相同`, en: `The same unit number stands in row ${first}` }
    return { row, fault: fault.code, column: '房号', ...said }
  }
  const [column, zh, en] = plain[fault.code]
  return { row, fault: fault.code, column, zh, en }
}
