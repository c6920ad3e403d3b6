/** Where a secret ballot would hardly be one: the sums alone come close to saying who chose what. */
export interface SmallElectorate {
  readonly voters: number
  /** Groups counted apart of which, or beside which, only a few vote: how many of each do. */
  readonly groups: Readonly<Record<string, number>>
}

const fewestVoters = 10
const fewestInGroup = 5

/** What is small about an electorate; undefined where the sums hide each voter among enough others. */
export const smallIn = (
  voters: readonly { readonly groups: readonly string[] }[],
  apart: readonly string[],
): SmallElectorate | undefined => {
  const groups = Object.fromEntries(
    apart.flatMap((group) => {
      const within = voters.filter((voter) => voter.groups.includes(group)).length
      // Whoever is outside the group is told by the difference.
      return fewVotes(within) || fewVotes(voters.length - within) ? [[group, within]] : []
    }),
  )
  return voters.length < fewestVoters || Object.keys(groups).length > 0 ? { voters: voters.length, groups } : undefined
}

/** True where so few votes are counted by themselves that their sum comes close to telling each. */
export const fewVotes = (people: number): boolean => people > 0 && people < fewestInGroup

/** What a secret ballot promises, and what it does not. */
export const secrecyPromise = {
  zh: '无记名表决。我们保证:其他任何用户、导出的档案和运行日志都看不出哪一票是谁投的;表决结束前只公布参加人数,不公布票数;表决结束时,所有选择打乱次序重新写入,之后才记入议事档案。我们不能保证:管理数据库的人在投票当时能够看到;如果大家投得一样,结果本身就说明了每个人的选择;人数很少的会议或分组,容易被猜出来。',
  en: 'A secret ballot. Promised: no other user, no export and no log links a vote to its voter; until the close only the turnout is told, no count; at the close the choices are written anew in shuffled order, and only then enter the record. Not promised: whoever operates the database could watch while votes are cast; where everybody votes alike the result itself says how each one voted; in a small meeting or a small group a vote is easily guessed.',
} as const

/** The warning that stands beside a ballot that was put although the electorate is small. */
export const smallElectorateWarning = {
  zh: '参加表决的人数较少,或者单独计票的一部分人数较少,从结果可能推知个人怎样投票。',
  en: 'Few vote here, or few of a group that is counted apart: the result may tell how somebody voted.',
} as const
