/** The columns of a roster, by the word that its own header uses first; a file may call them by any of these. */
const columnNames = {
  number: ['序号'],
  household: ['户号', '户编号', '家庭编号', '家庭户号'],
  name: ['姓名', '名字'],
  sex: ['性别'],
  idNumber: ['身份证号', '身份证号码', '公民身份号码', '公民身份证号码', '居民身份证号码', '证件号码', '身份证'],
  phone: ['手机号', '手机号码', '手机', '联系电话', '电话', '电话号码', '联系方式'],
  group: ['组别', '小组', '村民小组', '居民小组', '所属小组', '楼栋', '楼栋号', '网格'],
  positions: ['身份', '职务', '身份/职务', '职务/身份'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>

export type Column = keyof typeof columnNames

const isColumn = (name: string): name is Column => Object.hasOwn(columnNames, name)

const columns: ReadonlyMap<string, Column> = new Map(
  Object.keys(columnNames)
    .filter(isColumn)
    .flatMap((column) => columnNames[column].map((word) => [word, column] as const)),
)

/** Without these nobody can be told from anybody else, nor be counted. */
export const neededColumns = ['household', 'name', 'sex', 'idNumber'] as const satisfies readonly Column[]

/** What a column is called to the clerk. */
export const columnName = (column: Column): string => columnNames[column][0]

/** Which column a header's cell names, whatever spaces, asterisks or remarks in brackets stand round the word. */
export const columnOf = (header: string): Column | undefined =>
  columns.get(
    header
      .normalize('NFKC')
      .replace(/[\s\u200B\uFEFF*]/g, '')
      .replace(/\([^()]*\)$/, ''),
  )
