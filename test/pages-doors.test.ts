import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { Committee } from './support/committee.ts'
import { value, withVillageServices } from './support/engine.ts'
import { pagesFor } from './support/pages.ts'

const doors = suite('hands counted and secret papers on pages')

const begins = new Date('2026-03-02T09:00:00+08:00')

doors('take two tellers, a second person, and for a secret ballot of few a word that it is meant', () =>
  withVillageServices(begins, async (village) => {
    const committee = new Committee(village, begins)
    const adoption = await committee.adopts('representatives')
    const [road, well] = [await committee.opens(adoption, '修路', []), await committee.opens(adoption, '打井', [])]
    for (const proposal of [road, well]) await committee.accepts(proposal)
    const { meeting, on } = await committee.calls('party-committee', [road, well], 1)
    committee.goTo(on)
    const members = (await village.membersOf('party-committee')).map(({ person }) => person)
    await committee.signsIn(meeting, members)
    const { guest } = pagesFor(village)
    const [clerk, supervisor] = [await guest(village.clerk), await guest(village.supervisor)]
    const here = `/c/${village.community}`
    const puts = (proposal: string, fields: Readonly<Record<string, string>>) =>
      clerk.sends(`${here}/meetings/${meeting}/items/${proposal}`, 'ballot', { motion: 'agree', ...fields })
    const ballotOf = (to: string | null) => (to ?? '').replace('/desk', '')
    const confirms = async () => {
      const listed = await supervisor.looks(`${here}/attestations`)
      const [, waiting = ''] = /attestations\/([0-9a-f-]{36})/.exec(listed.html) ?? []
      const entry = `${here}/attestations/${waiting}`
      const { text } = await supervisor.looks(entry)
      assert.is((await supervisor.sends(entry, 'confirm')).to, `${here}/attestations?done=confirmed`)
      return text
    }
    const many = members.length
    const [first = '', second = '', third = '', ...others] = members
    const tellers = { teller1: first, teller2: second, evidence: '计票单' }

    const counted = ballotOf((await puts(road, { voting: 'counted' })).to)
    const hands = { yes: String(many - 1), no: '1', abstain: '0' }
    const count = (fields: Readonly<Record<string, string>>) => clerk.sends(`${counted}/count`, 'count', fields)
    assert.is((await count({ ...hands, ...tellers, teller2: first })).status, 422, 'two tellers are two people')
    assert.is((await count({ ...hands, ...tellers, yes: String(many + 1) })).status, 422, 'no more hands than people')
    assert.match((await count({ ...hands, ...tellers, no: '' })).text, '请填写')
    assert.is((await count({ ...hands, ...tellers })).to, `${counted}/desk?done=waits`)
    assert.match((await clerk.looks(`${counted}/papers`)).text, '这次表决不用这种方式')
    assert.match(await confirms(), `赞成 ${many - 1}，反对 1，弃权 0`)
    assert.is((await clerk.sends(`${counted}/close`, 'close')).to, `${counted}/desk?done=closed`)
    assert.match((await clerk.looks(`${counted}/desk`)).text, /✓ 通过/)

    assert.is((await puts(well, { voting: 'secret' })).status, 422, 'few vote')
    const secret = ballotOf((await puts(well, { voting: 'secret', small: 'yes' })).to)
    const paper = `${secret}/secret-papers`
    const taking = [first, second, third]
    assert.is((await clerk.sends(paper, 'issue', { people: taking })).to, `${secret}/desk?done=issued`)
    assert.is((await clerk.sends(paper, 'issue', { people: [first] })).status, 422, 'one paper a voter')
    for (const person of others)
      await value(village.votes.cast(village.actorOf(person), { ballot: secret.slice(-36), choice: 'yes' }))
    const tally = { issued: '3', returned: '3', yes: '2', no: '1', abstain: '0', spoiled: '0', ...tellers }
    assert.is((await clerk.sends(paper, 'tally', tally)).status, 422, 'so few may tell how')
    assert.is((await clerk.sends(paper, 'tally', { ...tally, small: 'yes' })).to, `${secret}/desk?done=waits`)
    assert.is((await clerk.sends(`${secret}/close`, 'close')).status, 422, 'not before the second person')
    await confirms()
    assert.is((await clerk.sends(`${secret}/close`, 'close')).to, `${secret}/desk?done=closed`)
    assert.match((await clerk.looks(`${secret}/desk`)).text, new RegExp(`✓ 通过.*赞成 ${others.length + 2} 反对 1`))
  }),
)

doors.run()
