import { whole } from './choices.ts'
import { electedBy, electionStages } from './electing.ts'
import { procedure } from './procedure.ts'
import { calls, expiryDays, publicationDays } from './shared-choices.ts'

/** 居民委员会选举: residents, households or representatives, as chosen, fill the committee's offices, on paper and in secret. */
export const residentsElection = procedure({
  id: 'residents-election',
  version: 1,
  title: { zh: '居民委员会选举', en: 'Election of the residents’ committee' },
  sort: 'city',
  choices: {
    electedBy,
    deputies: whole(
      { zh: '副主任应选名额', en: 'Deputies to be elected' },
      {
        zh: '居民委员会由主任、副主任和委员组成,名额按选举办法。',
        en: 'A chair, deputies and members; how many, the election plan says.',
      },
      { atLeast: 0, atMost: 3 },
    ),
    members: whole(
      { zh: '委员应选名额', en: 'Members to be elected' },
      {
        zh: '居民委员会由主任、副主任和委员组成,名额按选举办法。',
        en: 'A chair, deputies and members; how many, the election plan says.',
      },
      { atLeast: 1, atMost: 8 },
    ),
    postingDays: whole(
      { zh: '名单和选举办法公布天数', en: 'Days that the voters’ list and the plan hang' },
      {
        zh: '对名单有异议的,五日内可以申诉。此后再通知投票,名册在投票日的二十日前冻结并公布。',
        en: 'Objections to the list may be made for five days; then the voters are called, twenty days before, on the frozen list.',
      },
      { atLeast: 5, atMost: 60 },
    ),
    calls,
    publicationDays,
    expiryDays,
  },
  expires: ({ expiryDays }) => expiryDays,
  stages: ({ electedBy: mode, ...choices }, place) =>
    electionStages({ voters: 'city-voters', mode, ...choices }, place),
})
