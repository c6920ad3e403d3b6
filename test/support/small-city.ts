import { found } from '../../src/demo/stage.ts'
import { idNumberOf, lookedUp, namesIn, rosterHeader, type Small } from './small-village.ts'
import { withServer } from './world.ts'

//  name, positions
const rows: readonly (readonly [string, string])[] = [
  ['主任', '居委会主任'],
  ['委员', '居委会委员'],
  ...['一', '二', '三', '四', '五', '六', '七', '八', '九'].map((name) => [name, '居民代表'] as const),
  ['十', ''],
  ['十一', ''],
]

const roster = new TextEncoder().encode(
  [
    rosterHeader,
    ...rows.map(([name, positions], n) =>
      [n + 1, `钱${name}`, '女', idNumberOf('1970-05-01', 'female', n), '', '一组', positions].join(),
    ),
  ].join('\n'),
)

/** Lends 小石社区: nine representatives, two of the committee and two residents, each in a household of her own. */
export const withSmallCity = (use: (small: Omit<Small, 'household'>) => Promise<void>): Promise<void> =>
  withServer(async (world) => {
    const { url, clock, setupToken } = world
    const place = { sort: 'city', name: '小石社区', roster, logins: 'xiaoshi' } as const
    const scene = await found(url, clock, setupToken, place, () => undefined)
    const names = await namesIn(await scene.clerk(), scene.path)
    await use({ ...scene, world, id: (name) => lookedUp(names, `钱${name}`) })
  })
