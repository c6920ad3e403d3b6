import type { Answer, Caller } from '../../src/demo/client.ts'
import { found, must, type Scene } from '../../src/demo/stage.ts'
import { checkCharacter } from '../../src/roster/id-number.ts'
import { type Bare, foundBare } from './communities.ts'
import { type World, withServer } from './world.ts'

/** An ID number that holds: somebody born that day, the n-th of one sex. */
export const idNumberOf = (birth: string, sex: 'male' | 'female', n: number): string => {
  const digits = `990129${birth.replaceAll('-', '')}${String(n * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0')}`
  return digits + checkCharacter(digits)
}

//  household, name, sex, born, positions
const rows: readonly (readonly [string, string, '男' | '女', string, string?])[] = [
  ['1', '张一', '男', '1960-05-01', '党员、支部书记、村委会主任'],
  ['1', '张二', '女', '1962-05-01', '村民代表'],
  ['2', '李一', '男', '1975-05-01', '村委会委员'],
  ['2', '李二', '女', '1980-05-01', '党员'],
  ['2', '李三', '男', '2008-03-01'],
  ['3', '王一', '男', '1950-05-01', '村民代表'],
  ['3', '王二', '女', '1955-05-01'],
  ['3', '王三', '女', '2008-03-02'],
  ['4', '赵一', '女', '1970-05-01', '村民代表'],
  ['4', '赵二', '男', '1968-05-01', '党员、支部委员'],
  ['5', '孙一', '男', '1990-05-01'],
  ['5', '孙二', '女', '1991-05-01', '村民代表'],
  ['6', '周一', '女', '1985-05-01', '村民代表'],
  ['6', '周二', '男', '1984-05-01', '村民代表'],
  ['7', '吴一', '男', '1972-05-01', '村民代表'],
  ['7', '吴二', '女', '1973-05-01'],
  ['8', '郑一', '男', '1966-05-01', '村民代表'],
  ['8', '郑二', '女', '1967-05-01', '预备党员'],
]

/** The ID number of somebody on the small roster. */
export const idOfPerson = (name: string): string => {
  const n = rows.findIndex((row) => row[1] === name)
  const [, , sex, birth] = rows[n] ?? ['', '', '男', '1990-01-01']
  return idNumberOf(birth, sex === '男' ? 'male' : 'female', n)
}

export const rosterHeader = '户号,姓名,性别,身份证号,手机号,组别,身份'

/** 小石村: eighteen people in eight households; two of the committee and eight representatives, four of them women. */
export const smallRoster = new TextEncoder().encode(
  [
    rosterHeader,
    ...rows.map(([household, name, sex, , positions = '']) =>
      [household, name, sex, idOfPerson(name), '', '一组', positions].join(),
    ),
  ].join('\n'),
)

/** The ids of a place's people by name. */
export const namesIn = async (caller: Caller, path: string): Promise<ReadonlyMap<string, string>> => {
  const { items } = await must(caller.get(`${path}/people?limit=200`), 'people')
  return new Map((items as readonly { readonly name: string; readonly id: string }[]).map(({ name, id }) => [name, id]))
}

/** The ids of a place's households by number. */
export const householdsIn = async (caller: Caller, path: string): Promise<ReadonlyMap<string, string>> => {
  const { items } = await must(caller.get(`${path}/households?limit=200`), 'households')
  return new Map(
    (items as readonly { readonly number: string; readonly id: string }[]).map(({ number, id }) => [number, id]),
  )
}

/** Looks up what must be there. */
export const lookedUp = (map: ReadonlyMap<string, string>, name: string): string => {
  const id = map.get(name)
  if (id === undefined) throw new Error(`no ${name}`)
  return id
}

export type Small = Scene & {
  readonly id: (name: string) => string
  readonly household: (number: string) => string
  readonly world: World
}

const silent = (): void => undefined

/** Lends 小石村 with its roster imported today. */
export const withSmallVillage = (use: (small: Small) => Promise<void>, jurisdiction = 'CN-37'): Promise<void> =>
  withServer(async (world) => {
    const { url, clock, setupToken } = world
    const scene = await found(
      url,
      clock,
      setupToken,
      { sort: 'village', name: '小石村', jurisdiction, roster: smallRoster, logins: 'xiaoshi' },
      silent,
    )
    const clerk = await scene.clerk()
    const names = await namesIn(clerk, scene.path)
    const numbers = await householdsIn(clerk, scene.path)
    await use({ ...scene, world, id: (name) => lookedUp(names, name), household: (n) => lookedUp(numbers, n) })
  })

/** 小石村 begins with the product today, and says who was there from an earlier day on. */
export const importsAsOf = async (world: World, asOf: string): Promise<Bare> => {
  const bare = await foundBare(world)
  await must(bare.administrator.sendFile(`${bare.path}/roster/imports?asOf=${asOf}`, smallRoster), 'import')
  return bare
}

/** Who somebody's entitlement is asked of: the counts of a roll, as one line. */
export const rollIn = async (
  caller: Caller,
  path: string,
  body: string,
  on: string,
  mode = '',
): Promise<readonly [number, Readonly<Record<string, number>>]> => {
  const roll = await must(caller.get(`${path}/bodies/${body}/roll?on=${on}${mode}`), 'roll')
  return [roll.entitled as number, roll.groups as Readonly<Record<string, number>>]
}

/** Takes somebody off the roster. */
export const leaves = (caller: Caller, path: string, person: string, cause: string, on: string): Promise<Answer> =>
  caller.post(`${path}/people/${person}/leaving`, { cause, on })
