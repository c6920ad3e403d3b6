import { attend, hang, must, say } from '../../src/demo/stage.ts'
import {
  agrees,
  authorises,
  callOf,
  calls,
  comments,
  idOf,
  proposesRoad,
  representatives,
  reviewsRoad,
} from './cases.ts'
import type { Small } from './small-village.ts'

/** A village in the middle of its work: one road decided and published, one to be voted on now. */
export interface Work {
  readonly decided: string
  readonly open: string
  readonly meeting: string
  readonly ballot: string
  readonly posting: string
}

const before = `一、工程内容:硬化村东至北坡道路 1.2 公里,路面宽 3.5 米,厚 18 厘米。
二、资金来源:上级补助 18 万元,村集体自筹 7.6 万元。
三、施工期限:2026 年 5 月至 7 月。`
const after = `一、工程内容:硬化村东至北坡道路 1.2 公里,路面宽 4 米,厚 18 厘米,两侧设排水沟。
二、资金来源:上级补助 18 万元,村集体自筹 9.2 万元,不向村民摊派。
三、施工期限:2026 年 5 月至 7 月。`

const drafts = async (small: Small, proposal: string, text: string) =>
  must((await small.clerk()).post(`${proposal}/drafts`, { text, change: 'substance' }), 'draft')

/** Enters of every meeting so far that it was held. */
const endsAll = async (small: Small): Promise<void> => {
  const clerk = await small.clerk()
  const { items } = await must(clerk.get(`${small.path}/meetings`), 'meetings')
  for (const { id } of items as readonly { readonly id: string }[])
    await must(clerk.post(`${small.path}/meetings/${id}/end`, { outcome: 'held' }), 'end')
}

/** Plays a road's way to its publication, and another's to the vote. */
export const atWork = async (small: Small): Promise<Work> => {
  const decided = await proposesRoad(small)
  await drafts(small, decided, before)
  await drafts(small, decided, after)
  const matter = 'village-public-works'
  await authorises(small, decided, matter, { by: 'village-assembly', to: 'village-representatives' })
  await say(small, decided, 'intake.accepted', { matter })
  for (const body of ['party-committee', 'two-committees', 'party-assembly'])
    await agrees(small, decided, { body, convenedBy: 'party-committee', daysAhead: 3 })
  await agrees(small, decided, representatives)
  const { posting } = await hang(small, decided, 'publications')
  const first = await comments(small, decided, posting, {
    text: '排水沟要加盖板,不然老人小孩容易踩空。',
    author: small.id('王二'),
  })
  await comments(small, decided, posting, {
    text: '自筹的钱从哪一项里出,请写清楚。',
    objection: true,
    author: small.id('吴二'),
  })
  await must(
    (await small.clerk()).post(`${decided}/responses`, {
      comments: [first],
      answer: 'adopted',
      reason: '已要求施工方在村口和学校门前两段加盖板。',
    }),
    'answer',
  )
  const open = await reviewsRoad(small)
  await endsAll(small)
  const call = await callOf(small, [open], representatives)
  const meeting = await calls(small, call)
  const people = (await small.seats('village-representatives')).map(({ person }) => person)
  await attend(small, meeting, people.slice(0, -1))
  const opened = await must(
    (await small.clerk()).post(`${meeting}/ballots`, { proposal: idOf(open), motion: 'agree' }),
    'ballot',
  )
  return { decided: idOf(decided), open: idOf(open), meeting: idOf(meeting), ballot: String(opened.ballot), posting }
}
