import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readKeys } from '../src/identity/keys.ts'
import { closeBallot } from '../src/services/ballots.ts'
import { enterVotes } from '../src/services/hands.ts'
import { recuseMember } from '../src/services/recusals.ts'
import { foundAfter } from './support/backups.ts'
import { begins, withHall } from './support/doors.ts'
import { value, withVillageServices } from './support/engine.ts'

const ballots = suite('ballots of a restored database')

ballots('who may vote, until when, by which door and who cast it, and who was recused, are what the record says', () =>
  withVillageServices(begins, async (village) => {
    const { engine, clerk, votes, actorOf, community, database, keysFile } = village
    const keys = await readKeys(keysFile)
    const hall = await withHall(village, 2, 'party-committee')
    const [first = '', second = ''] = hall.proposals
    const [a = '', b = '', c = '', ...rest] = hall.people
    const [absent = ''] = rest
    const [stranger = ''] = (await village.membersOf('village-representatives'))
      .map(({ person }) => person)
      .filter((person) => !hall.people.includes(person))
    const reason = '与承包人是亲属'
    await value(recuseMember(engine, clerk, hall.meeting, { person: a, proposal: first, reason }))
    const running = await hall.puts(first, { until: new Date('2026-03-05T20:00:00+08:00') })
    await value(votes.cast(actorOf(b), { ballot: running, choice: 'yes' }))
    await value(enterVotes(engine, clerk, running, { door: 'hands', votes: [{ person: c, choice: 'no' }] }))
    const closed = await hall.puts(second)
    await value(votes.cast(actorOf(a), { ballot: closed, choice: 'yes' }))
    await value(closeBallot(engine, clerk, closed))

    //  done behind the server's back, what is found
    const rows: readonly (readonly [string, string | undefined])[] = [
      ['select 1', undefined],
      [`update vote set door = 'assisted' where person = '${c}'`, 'vote_wrong'],
      [`update vote set door = 'hands' where person = '${b}'`, 'vote_wrong'],
      [`update vote set cast_by = '${c}' where person = '${b}'`, 'vote_wrong'],
      [`update ballot set until = until + interval '1 second' where id = '${running}'`, 'ballot_wrong'],
      [`update ballot set until = null where id = '${running}'`, 'ballot_wrong'],
      [`update ballot set until = opened_at where id = '${closed}'`, 'ballot_wrong'],
      [`update ballot set voting = 'counted' where id = '${running}'`, 'ballot_wrong'],
      [`update ballot set circulated = true where id = '${running}'`, 'ballot_wrong'],
      [`update ballot set may_vote = may_vote + 1 where id = '${running}'`, 'voters_wrong'],
      [`delete from voter where ballot = '${running}' and person = '${absent}'`, 'voters_wrong'],
      [
        `insert into voter select community, ballot, '${a}', roll from voter where ballot = '${running}' limit 1`,
        'voters_wrong',
      ],
      [`update voter set person = '${a}' where ballot = '${running}' and person = '${absent}'`, 'voters_wrong'],
      [
        `with r as (insert into roll_entry select community, roll, '${stranger}' as person, groups from roll_entry where person = '${absent}')
          select 1`,
        'roll_wrong',
      ],
      [`delete from recusal`, 'recusals_wrong'],
      [`update recusal set person = '${b}'`, 'recusals_wrong'],
      [`update recusal set proposal = '${second}'`, 'recusals_wrong'],
      [`update recusal set reason = (select min(commitment) from disclosure)`, 'recusals_wrong'],
      [
        `insert into recusal select community, meeting, proposal, '${absent}', reason, noted_at from recusal`,
        'recusals_wrong',
      ],
    ]
    for (const [statement, what] of rows)
      assert.is(await foundAfter(database, community, keys, statement), what, statement)
  }),
)

ballots.run()
