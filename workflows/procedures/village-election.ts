import { whole } from './choices.ts'
import { electionStages } from './electing.ts'
import { procedure } from './procedure.ts'
import { calls, expiryDays, publicationDays } from './shared-choices.ts'

/** 村民委员会选举: the registered voters fill the village committee's offices, on paper and in secret. */
export const villageElection = procedure({
  id: 'village-election',
  version: 1,
  title: { zh: '村民委员会选举', en: 'Election of the village committee' },
  sort: 'village',
  choices: {
    deputies: whole(
      { zh: '副主任应选名额', en: 'Deputies to be elected' },
      { zh: '村民委员会由主任、副主任和委员共三至七人组成。', en: 'The committee has three to seven members in all.' },
      { atLeast: 0, atMost: 2 },
    ),
    members: whole(
      { zh: '委员应选名额', en: 'Members to be elected' },
      { zh: '村民委员会由主任、副主任和委员共三至七人组成。', en: 'The committee has three to seven members in all.' },
      { atLeast: 2, atMost: 4 },
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
  stages: (choices, place) => electionStages({ voters: 'village-voters', ...choices }, place),
})
