import * as assert from 'uvu/assert'
import { runVerifier } from '../../src/verifier/run.ts'
import type { CommitteeAtPages, Sitting, Slip } from './committee-at-pages.ts'
import type { Hand } from './hand.ts'

export interface Deciding extends Sitting {
  /** Who signs in with the code of the hall and votes by phone, and the phone. */
  readonly voter: string
  readonly phone: Hand
}

interface Decided {
  /** Where the voter's receipt is kept. */
  readonly receipt: string
  readonly chairs: Slip
}

/** The meeting that decides: its members signed in by the clerk, one by the code of the hall, who votes by phone; answers that voter's receipt, and the presider's slip. */
export const decidesOnPages = async (committee: CommitteeAtPages, sitting: Deciding): Promise<Decided> => {
  const { clerk } = committee
  const { body, presider, tapped, voter, phone, came } = sitting
  await committee.begins(await committee.calls(sitting, 24))
  const [own, chairs] = await committee.prints([voter, presider], body)
  assert.ok(own && chairs)
  await committee.sitsDown(body)
  const code = await clerk.reads('.digits')
  await committee.receives(tapped)

  await committee.enters(phone, own)
  await phone.follows('我的会议')
  await phone.follows(body)
  await phone.sends('签到', { 会场签到码: '000000' })
  await phone.sees('没有办成')
  await phone.sends('签到', { 会场签到码: code })
  await phone.sees('您已签到')
  await committee.puts()
  await phone.follows('我的会议')
  await phone.follows(/^去表决/)
  await phone.follows(/赞成$/)
  await phone.sees('您的选择是')
  await phone.sendsTwice('确认投票:赞成')
  await phone.page.waitForURL(/receipt$/)
  await phone.sees('您投的是:赞成')
  const receipt = await phone.keeps('保存回执')
  await committee.counts(tapped, came)
  return { receipt, chairs }
}

/** The clerk writes the minutes up and ends the meeting; whoever presided approves them. */
export const writesUpOnPages = async (
  committee: CommitteeAtPages,
  { body, presider }: Sitting,
  { slip, phone }: { readonly slip: Slip; readonly phone: Hand },
): Promise<void> => {
  const { clerk } = committee
  await clerk.follows('回到工作台')
  await clerk.follows('会议记录')
  await clerk.sends('记下发言', { 谁说的: presider, 说了什么: '我看可以办。' })
  await clerk.sends('存为新的一版')
  await clerk.follows('回到会议')
  await clerk.follows('会议工作台')
  await committee.closesSitting()
  await committee.enters(phone, slip)
  await phone.follows('我的会议')
  await phone.follows(body)
  await phone.follows('会议记录')
  await phone.sees('我看可以办。')
  await phone.sendsTwice('我已读过,签认')
  await phone.sees('已签认')
}

/** A visitor finds the resolution from the installation's address, prints it, and holds record and receipt to each other. */
export const findsPublished = async (committee: CommitteeAtPages, visitor: Hand, receipt: string): Promise<void> => {
  await committee.comes(visitor)
  await visitor.follows(new RegExp(committee.title))
  await visitor.sees(/决议.*作出 · 第 1 稿 有效/s)
  const record = await visitor.keeps('下载档案,自己核对')
  assert.is(await runVerifier([record]), 0, 'the record agrees with itself')
  assert.is(await runVerifier(['receipt', receipt, record]), 0, 'and with what the voter kept')
  await visitor.follows('案卷材料')
  await visitor.follows('打印决议书')
  assert.match(await visitor.reads('body'), committee.title)
}
