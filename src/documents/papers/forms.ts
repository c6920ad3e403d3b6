import type { DecisionStage, ExpandedProcedure } from '../../../workflows/stages/stage.ts'
import type { Lang } from '../../../workflows/wording.ts'
import { type Block, title } from '../blocks.ts'
import { type CaseTold, saidOf, sayDay } from '../case-told.ts'
import { dictionary, type PaperKind, unlessNone } from './paper-kind.ts'
import { draftText } from './postings.ts'
import { caseFields } from './words.ts'

const w = dictionary(
  {
    form: '({n}){stage}登记表',
    forms: '村级重大事务决策登记表',
    cause: '动议事由',
    when: '时间',
    how: '会议形式',
    turnout: '应到 / 实到',
    share: '应到 {entitled} 人,实到 {present} 人,到会 {present}/{entitled}',
    content: '内容',
    result: '结果',
    carried: '通过',
    notCarried: '未通过',
    votes: '赞成 {yes},反对 {no},弃权 {abstain}',
    signatures: '参会人员签字',
    township: '乡镇参会人员签字',
    opinion: '监督委员会意见',
    term: '公开期',
    places: '公开地点',
    hall: '到会表决',
    circulated: '书面表决',
    ordinals: '一二三四五六',
    noTopic: '村干部提议',
    topics: '村民建议(议题第 {n} 号)',
  },
  {
    form: '({n}) {stage}: registration form',
    forms: 'Registration forms of the village’s decisions',
    cause: 'Why it was raised',
    when: 'When',
    how: 'Way of meeting',
    turnout: 'Entitled / present',
    share: '{entitled} entitled, {present} present ({present}/{entitled})',
    content: 'What',
    result: 'Result',
    carried: 'carried',
    notCarried: 'not carried',
    votes: '{yes} yes, {no} no, {abstain} abstain',
    signatures: 'Signed by those present',
    township: 'Signed for the township',
    opinion: 'Opinion of the supervision committee',
    term: 'Published',
    places: 'Posted at',
    hall: 'in a hall',
    circulated: 'written ballots',
    ordinals: '123456',
    noTopic: 'raised by the committee',
    topics: 'raised by villagers (topic {n})',
  },
)

/** The four bodies of 四议两公开, in their order, as three reviews and a public decision have them too. */
const isFourBodies = ({ stages }: ExpandedProcedure): boolean => {
  const bodies = stages.flatMap((stage) => (stage.kind === 'decision' ? [stage.body] : []))
  const [branch, committees, party, villagers] = bodies
  return (
    bodies.length === 4 &&
    branch?.startsWith('party-') === true &&
    committees === 'two-committees' &&
    party === 'party-assembly' &&
    villagers?.startsWith('village-') === true
  )
}

type Row = Extract<Block, { sort: 'form' }>['rows'][number]
const box = (label: string): Row => ({ label, text: '', byHand: true })

/** 动议事由: the topics that it was opened out of, or the committee's own proposal. */
const cause = (told: CaseTold, lang: Lang): Row => ({
  label: w[lang].cause,
  text:
    told.topics.map(({ number }) => w[lang].topics.replace('{n}', String(number))).join(lang === 'zh' ? '；' : '; ') ||
    w[lang].noTopic,
})

/** One review or decision: the last ballot that its body closed on the case. */
const decided = (told: CaseTold, stage: DecisionStage, lang: Lang): readonly Row[] | undefined => {
  const words = w[lang]
  const closed = saidOf(told, 'ballot.opened')
    .flatMap(({ data }) =>
      told.meetings
        .filter(({ told: { body } }) => body === stage.body)
        .flatMap((meeting) =>
          meeting.told.items.flatMap(({ ballots }) =>
            ballots
              .filter(({ id, carried }) => id === data.ballot && carried !== null)
              .map((ballot) => ({ meeting, ballot })),
          ),
        ),
    )
    .at(-1)
  if (!closed) return undefined
  const { meeting, ballot } = closed
  const { entitled, present } = meeting.told.people
  return [
    cause(told, lang),
    { label: words.when, text: sayDay(meeting.told.on, lang) },
    { label: words.how, text: stage.circulated ? words.circulated : words.hall },
    {
      label: words.turnout,
      text: words.share.replaceAll('{entitled}', String(entitled)).replaceAll('{present}', String(present)),
    },
    { label: words.content, text: draftText(told, ballot.draft) },
    {
      label: words.result,
      text: [
        words[ballot.carried ? 'carried' : 'notCarried'],
        ...(ballot.tally === null
          ? []
          : [
              words.votes
                .replace('{yes}', String(ballot.tally.yes))
                .replace('{no}', String(ballot.tally.no))
                .replace('{abstain}', String(ballot.tally.abstain)),
            ]),
      ].join(' · '),
    },
    box(words.signatures),
    box(words.township),
  ]
}

/** 决议公开 or 实施结果公开, with the supervision committee's opinion. */
const published = (told: CaseTold, result: boolean, stage: string, lang: Lang): readonly Row[] | undefined => {
  const words = w[lang]
  const completed = saidOf(told, 'implementation.completed').at(0)?.seq
  const hung = saidOf(told, 'publication.opened').findLast(
    ({ seq }) => (completed !== undefined && seq > completed) === result,
  )
  if (!hung) return undefined
  const opinions = saidOf(told, 'supervision.opined').filter(({ data }) => data.stage === stage)
  const content = result
    ? saidOf(told, 'progress.reported')
        .map(({ data }) => told.text(data.text))
        .join('\n')
    : draftText(told, told.adopted?.draft ?? 0)
  return [
    cause(told, lang),
    { label: words.term, text: `${sayDay(hung.data.from, lang)}–${sayDay(hung.data.lastDay, lang)}` },
    { label: words.places, text: told.text(hung.data.places) },
    { label: words.content, text: content },
    opinions.length === 0
      ? box(words.opinion)
      : { label: words.opinion, text: opinions.map(({ data }) => told.text(data.text)).join('\n') },
  ]
}

/** The six registration forms: four bodies, two publications; those that have been reached. */
export const registrationForms: PaperKind<CaseTold> = {
  kind: 'registration-forms',
  title: { zh: w.zh.forms, en: w.en.forms },
  shown: 'office',
  asked: isFourBodies,
  write: (told, lang) => {
    if (!isFourBodies(told.procedure)) return undefined
    let publications = 0
    const formed = told.procedure.stages
      .filter(({ kind }) => kind === 'decision' || kind === 'publication')
      .flatMap((stage, n) => {
        if (stage.kind === 'publication') publications += 1
        const rows =
          stage.kind === 'decision' ? decided(told, stage, lang) : published(told, publications > 1, stage.id, lang)
        return rows ? [{ step: stage.title[lang], rows, n }] : []
      })
    return unlessNone(formed, ({ step, rows, n }) => [
      title(w[lang].form.replace('{n}', w[lang].ordinals[n] ?? String(n + 1)).replace('{stage}', step)),
      ...caseFields(told, lang),
      { sort: 'form', rows },
    ])
  },
}
