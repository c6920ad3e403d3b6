import { elections } from '../law/elections.ts'
import { electedBy } from './electing.ts'
import { lawOf } from './law-of.ts'
import { procedure } from './procedure.ts'
import { calls, expiryDays, publicationDays } from './shared-choices.ts'

/** 罢免居民委员会成员: demanded by signatures, put to whoever elected the committee in secret, on paper alone. */
export const residentsRecall = procedure({
  id: 'residents-recall',
  version: 1,
  title: { zh: '罢免居民委员会成员', en: 'Recall from the residents’ committee' },
  sort: 'city',
  choices: { electedBy, calls, publicationDays, expiryDays },
  expires: ({ expiryDays }) => expiryDays,
  stages: ({ electedBy: mode, calls, publicationDays }, place) => [
    {
      kind: 'intake',
      id: 'topic',
      title: { zh: '提出罢免', en: 'Recall proposed' },
      decides: 'city-voters',
      needsDraft: true,
    },
    {
      kind: 'decision',
      id: 'vote',
      title: { zh: '罢免投票', en: 'Vote on the recall' },
      body: 'city-voters',
      mode,
      law: lawOf(elections, 'city-voters', place, mode),
      own: [],
      motions: ['agree'],
      final: true,
      revise: 'here',
      afterAmendment: 'continue',
      calls,
      rollCall: 'totals',
      // Whoever is registered may vote, present at the opening or not.
      circulated: { days: 0 },
      paperOnly: true,
      demanded: true,
    },
    {
      kind: 'publication',
      id: 'result-published',
      title: { zh: '罢免结果公布', en: 'Result published' },
      days: publicationDays,
      filing: false,
    },
  ],
})
