/** Something that keeps votes whole, and the named test that is to miss it. */
export type Mutation = {
  readonly what: string
  readonly file: string
  readonly takes: string
  readonly puts: string
  /** Of the test file's name, as `npm test -- …` takes it. */
  readonly test: string
  readonly turnsRed: string
}

const writing = 'src/services/votes/write.ts'

export const mutations: readonly Mutation[] = [
  {
    what: 'the vote’s key',
    file: 'db/migrations/0003_meetings.sql',
    takes: '  constraint "one voter, one vote" primary key (community, ballot, person),\n',
    puts: '',
    test: 'votes-race',
    turnsRed: 'twin-vote',
  },
  {
    what: 'the chain lock',
    file: writing,
    takes: ' for no key update of c`',
    puts: '`',
    test: 'votes-race',
    turnsRed: 'vote-vs-close',
  },
  {
    what: 'the frozen roll',
    file: writing,
    takes: `left join voter v on v.community = \${community} and v.ballot = b.id and v.person = a.person`,
    puts: `left join meeting m on (m.community, m.id) = (b.community, b.meeting)
    left join seat v on v.community = b.community and v.body = m.body and v.person = a.person and v.ends_on is null`,
    test: 'votes.test',
    turnsRed: 'roster after the ballot opened',
  },
  {
    what: 'the idempotency look-up',
    file: writing,
    takes: '(i.key is not null) as used',
    puts: 'false as used',
    test: 'votes.test',
    turnsRed: 'cut after COMMIT',
  },
]
