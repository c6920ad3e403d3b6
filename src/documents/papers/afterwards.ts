import { field, line, table, title } from '../blocks.ts'
import { type CaseTold, onDay, saidOf, sayDay } from '../case-told.ts'
import { dictionary, type PaperKind, withStage } from './paper-kind.ts'
import { caseFields, common, signedBy } from './words.ts'

const w = dictionary(
  {
    implementation: '实施进度记录',
    progress: '进度',
    files: '附件',
    completed: '实施完成日期',
    inCharge: '负责人(签字):',
    evaluation: '实施效果评议表',
    raters: '评议人数',
    score: '评分',
    people: '人数',
    average: '平均分',
    of: '{sum}/{n} = {average}',
    closed: '评议结束日期',
    few: '评议人数不足 5 人,不公布评分分布。',
  },
  {
    implementation: 'Progress of the works',
    progress: 'Progress',
    files: 'Files',
    completed: 'Completed on',
    inCharge: 'In charge:',
    evaluation: 'Ratings by residents',
    raters: 'Ratings',
    score: 'Score',
    people: 'People',
    average: 'Mean',
    of: '{sum}/{n} = {average}',
    closed: 'Closed on',
    few: 'Fewer than five ratings: how they were given is not told.',
  },
)

/** 实施进度. */
export const implementation: PaperKind<CaseTold> = {
  kind: 'implementation',
  title: { zh: w.zh.implementation, en: w.en.implementation },
  shown: 'everybody',
  asked: withStage('implementation'),
  write: (told, lang) => {
    const words = w[lang]
    const reports = saidOf(told, 'progress.reported')
    const done = saidOf(told, 'implementation.completed').at(-1)
    if (reports.length === 0) return undefined
    return [
      title(words.implementation),
      ...caseFields(told, lang),
      table(
        [{ head: common[lang].day, share: 2 }, words.progress, { head: common[lang].content, share: 5 }, words.files],
        reports.map(({ data }) => [
          sayDay(data.reportedOn, lang),
          `${data.percent}%`,
          told.text(data.text),
          String(data.files?.length ?? 0),
        ]),
      ),
      ...(done ? [field(words.completed, onDay(done, lang))] : []),
      signedBy(told, lang, [words.inCharge]),
    ]
  },
}

const scores = [5, 4, 3, 2, 1]
/** Of fewer the scores would tell who gave which. */
const fewest = 5

/** 民主评议表: how many gave which score; never who, and nothing before it has ended. */
export const evaluation: PaperKind<CaseTold> = {
  kind: 'evaluation',
  title: { zh: w.zh.evaluation, en: w.en.evaluation },
  shown: 'everybody',
  asked: withStage('evaluation'),
  write: (told, lang) => {
    const words = w[lang]
    const closed = saidOf(told, 'evaluation.closed').at(-1)
    if (!closed) return undefined
    const given = saidOf(told, 'rating.given')
      .map(({ data }) => Number(told.text(data.score)))
      .filter((score) => scores.includes(score))
    const sum = given.reduce((all, score) => all + score, 0)
    return [
      title(words.evaluation),
      ...caseFields(told, lang),
      field(words.closed, onDay(closed, lang)),
      field(words.raters, String(given.length)),
      ...(given.length < fewest
        ? [line(words.few)]
        : [
            table(
              [words.score, words.people],
              scores.map((score) => [String(score), String(given.filter((one) => one === score).length)]),
            ),
            field(
              words.average,
              words.of
                .replace('{sum}', String(sum))
                .replace('{n}', String(given.length))
                .replace('{average}', (sum / given.length).toFixed(2)),
            ),
          ]),
      signedBy(told, lang),
    ]
  },
}
