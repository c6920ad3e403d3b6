import { idNumberOf, rosterHeader } from './small-village.ts'

//  household, name, sex, positions
type Row = readonly [number, string, '男' | '女', string?]

const written = (rows: readonly Row[]): Uint8Array =>
  new TextEncoder().encode(
    [
      rosterHeader,
      ...rows.map(([household, name, sex, positions = ''], n) =>
        [household, name, sex, idNumberOf('1970-05-01', sex === '男' ? 'male' : 'female', n), '', '', positions].join(),
      ),
    ].join('\n'),
  )

/** As few as the law lets decide in a village: the chair and four representatives, two of them women; three party members. */
export const fewVillagers = written([
  [1, '张一', '男', '党员、支部书记、村委会主任'],
  [1, '张二', '女', '村民代表'],
  [2, '李二', '女', '党员'],
  [3, '王一', '男', '村民代表'],
  [3, '王二', '女'],
  [4, '赵一', '女', '村民代表'],
  [4, '赵二', '男', '党员、支部委员'],
  [5, '周一', '男', '村民代表'],
])

/** As few in a neighbourhood: the chair, four representatives, and somebody who is neither. */
export const fewResidents = written([
  [1, '钱主任', '女', '居委会主任'],
  [2, '钱一', '女', '居民代表'],
  [3, '钱二', '男', '居民代表'],
  [4, '钱三', '女', '居民代表'],
  [5, '钱四', '男', '居民代表'],
  [6, '钱五', '女'],
])
