import * as assert from 'uvu/assert'
import { addDays } from '../../workflows/rules/days.ts'
import type { Fields, Hand, Picked } from './hand.ts'
import type { World } from './world.ts'

/** The place's hours are ahead of the world's. */
const eastward = 8 * 3_600_000
const password = 'a-long-enough-word-for-tests'

/** What stands on a slip. */
export interface Slip {
  readonly address: string
  readonly code: string
}

/** What is on the table of a meeting: whose it is, how each comes in, and who votes how. */
export interface Sitting {
  readonly body: string
  /** Who calls it, and who presides. */
  readonly by: string
  readonly presider: string
  /** Those whose names the clerk taps. */
  readonly tapped: readonly string[]
  /** What the count says. */
  readonly came: string
}

/** The only one that there is. */
export const theOne = <T>([one, ...more]: readonly T[]): T => {
  assert.is(more.length, 0)
  assert.ok(one)
  return one
}

/** A committee of which nothing is known but what its pages say; its clerk has a desk, everybody else comes by slip. */
export class CommitteeAtPages {
  readonly world: World
  readonly place: string
  readonly clerk: Hand
  /** The case on hand. */
  title = ''

  constructor(world: World, place: string, clerk: Hand) {
    this.world = world
    this.place = place
    this.clerk = clerk
  }

  /** Comes to the place's home from the installation's address. */
  async comes(hand: Hand): Promise<void> {
    await hand.opens(this.world.url)
    await hand.follows(`进入 ${this.place}`)
  }

  async signsIn(hand: Hand, login: string): Promise<void> {
    await hand.sends('登录', { 账号: login, 密码: password })
  }

  /** Comes with a slip, by the address that stands on it. */
  async enters(hand: Hand, { address, code }: Slip): Promise<void> {
    await hand.opens(address)
    await hand.sends('登录', { 签条号码: code })
  }

  /** Founds the place with the token from the console, and opens the office's accounts. */
  async founds(administrator: Hand, fields: Fields, accounts: readonly Fields[]): Promise<void> {
    const form = { ...fields, 名称: this.place, 管理员账号: 'admin', 密码: password }
    await administrator.opens(this.world.url)
    await administrator.follows('建立社区')
    await administrator.sends('建立社区', { ...form, 安装口令: '猜的口令' })
    await administrator.sees('没有办成')
    assert.is(await administrator.page.getByLabel('名称').inputValue(), this.place, 'what was typed is kept')
    await administrator.sends('建立社区', { 安装口令: this.world.setupToken, 密码: password })
    await this.signsIn(administrator, 'admin')
    for (const account of accounts) {
      await administrator.sends('开账号', { ...account, 密码: password })
      await administrator.sees('账号已开好')
    }
  }

  /** Looks at the roster, then imports it as it was seen. */
  async imports(bytes: Uint8Array): Promise<void> {
    const { clerk } = this
    const file: Picked = { name: '花名册.csv', mimeType: 'text/csv', buffer: Buffer.from(bytes) }
    await this.comes(clerk)
    await clerk.follows('登录')
    await this.signsIn(clerk, 'clerk')
    await clerk.follows('工作台')
    await clerk.follows('导入花名册')
    await clerk.sends('先看一遍', { 花名册文件: file })
    await clerk.sees('没有有错的行')
    await clerk.sendsTwice('导入')
    await clerk.sees('花名册已导入')
  }

  /** Somebody looked up by name is given a seat. */
  async seats(body: string, name: string): Promise<void> {
    const { clerk } = this
    await clerk.follows('工作台')
    await clerk.follows('组织和任职')
    await clerk.follows(body)
    await clerk.sends('查找', { 按姓名: name })
    await clerk.sends('登记任职', { 职务: '委员或成员', 怎样产生: '任命、推选' })
    await clerk.sees(new RegExp(`已登记.*${name}`, 's'))
  }

  /** Adopts a procedure: with a choice left open it comes back, everything else as it was chosen. */
  async adopts(procedure: string, choices: Readonly<Record<string, string>>): Promise<void> {
    const { clerk } = this
    const [open = ['', ''] as const, ...others] = Object.entries(choices)
    await clerk.follows('工作台')
    await clerk.follows('启用议事程序')
    await clerk.takesUp(procedure)
    await clerk.sends('启用', Object.fromEntries(others))
    await clerk.sees('请填写')
    await clerk.sends('启用', Object.fromEntries([open]))
    await clerk.sees('已启用')
  }

  /** Prints slips for members of a body, in the order of the names. */
  async prints(names: readonly string[], body: string): Promise<readonly Slip[]> {
    await this.clerk.follows('工作台')
    await this.clerk.follows('印登录签条')
    await this.clerk.follows(body)
    return this.takesSlips(names)
  }

  /** Prints a slip for somebody looked up by name. */
  async printsFor(name: string): Promise<Slip> {
    await this.clerk.follows('工作台')
    await this.clerk.follows('印登录签条')
    await this.clerk.sends('查找', { 或按姓名找: name })
    return theOne(await this.takesSlips([name]))
  }

  private async takesSlips(names: readonly string[]): Promise<readonly Slip[]> {
    await this.clerk.sends('生成签条', { 给谁印: names })
    const slips = this.clerk.page.locator('.slips > li')
    const texts = await slips.allInnerTexts()
    const codes = await slips.locator('.code').allInnerTexts()
    const addresses = await slips.locator('.address').allInnerTexts()
    return names.map((name) => {
      const n = texts.findIndex((text) => text.includes(name))
      return { address: addresses[n] ?? '', code: codes[n] ?? '' }
    })
  }

  /** A topic is raised by a hand that mistypes and taps twice. */
  async raises(hand: Hand, slip: Slip, topic: string): Promise<void> {
    await this.enters(hand, { ...slip, code: 'ABCD-EFGH-JKLM' })
    await hand.sees('没有办成')
    await hand.sends('登录', { 签条号码: slip.code })
    await hand.follows('议题')
    await hand.follows('提议题')
    await hand.sendsTwice('提交', { 想说的事: topic })
    await hand.sees(/议题已登记.*第 1 号/s)
  }

  /** Opens a proposal out of the topic: a case however often the button is tapped. */
  async opens(topic: string, title: string): Promise<void> {
    const { clerk } = this
    this.title = title
    await clerk.follows('工作台')
    await clerk.follows('议题登记表')
    await clerk.follows(topic)
    await clerk.follows('用这条议题立案')
    await clerk.sendsTwice('立案', { 事项名称: title })
    await clerk.sees(`1. ${title}`)
  }

  /** Takes up what may be done with the case, fills it in and sends it. */
  async does(what: string, fields: Fields = {}): Promise<void> {
    await this.clerk.takesUp(what)
    await this.clerk.sends(new RegExp(`^(?:办理|登记)[:：]${what}$`), fields)
    await this.clerk.sees(`已登记:${what}`)
  }

  /** Hangs it and shows that it hangs; answers the last day, as the page says it. */
  async hangs(what: string): Promise<string> {
    await this.does(what, { 张贴在哪里: '公告栏' })
    await this.does('公示凭证', { 凭证说明: '拍照存档' })
    const [, last = ''] = /公示至 (\d{4}-\d\d-\d\d)/.exec(await this.clerk.reads()) ?? []
    return last
  }

  /** The address that stands on the paper on the wall. */
  async addressOnPaper(): Promise<string> {
    const { clerk } = this
    await clerk.follows('看这件事的公开页面')
    return `${this.world.url}${await clerk.page.getByRole('link', { name: /^\/n\// }).innerText()}`
  }

  /** Another day has come: whoever works signs in anew. */
  async begins(at: string): Promise<void> {
    await this.world.clock.goTo(at)
    await this.clerk.follows('工作台')
    await this.signsIn(this.clerk, 'clerk')
  }

  /** From the desk, or one click from it, to what may be done with the case. */
  async turns(): Promise<void> {
    const { clerk } = this
    if (!/\/c\/[^/]+\/desk$/.test(clerk.page.url())) await clerk.follows('工作台')
    await clerk.follows(new RegExp(this.title))
  }

  /** Calls the body for the first day that the page names, some hours from now at the earliest; answers when. */
  async calls({ by, presider }: Pick<Sitting, 'by' | 'presider'>, hours = 0): Promise<string> {
    const { clerk, world } = this
    await clerk.takesUp('会议通知')
    const [, days = '0'] = /提前 (\d+) 天/.exec(await clerk.reads()) ?? []
    const wait = Number(days) === 0 ? hours * 3_600_000 : (Number(days) + 1) * 86_400_000
    const at = new Date(world.clock.now().getTime() + wait + eastward).toISOString()
    const [day, time] = [at.slice(0, 10), Number(days) === 0 ? at.slice(11, 16) : '09:00']
    const when = { 开会日期: day, 开会时间: time, 地点: '会议室', 通知方式: ['已书面通知', '已张贴通知'] }
    await clerk.sends('发出会议通知', { ...when, '召集人(机构)': by, 主持人: presider })
    await clerk.sees('会议通知已发出')
    return `${day}T${time}:00+08:00`
  }

  /** The morning after a day, at the case. */
  async returnsAfter(day: string): Promise<void> {
    await this.begins(`${addDays(day, 1)}T09:00:00+08:00`)
    await this.turns()
  }

  /** Comes to the meeting's table. */
  async sitsDown(body: string): Promise<void> {
    await this.clerk.follows('会议')
    await this.clerk.follows(body)
    await this.clerk.follows('会议工作台')
  }

  /** Taps the names of those who have come. */
  async receives(names: readonly string[]): Promise<void> {
    for (const name of names) await this.clerk.sends(new RegExp(`^${name}`))
  }

  async puts(): Promise<void> {
    await this.clerk.follows('开始表决')
    await this.clerk.sends('点名并开始表决')
  }

  /** Hands by name, then the close. */
  async counts(yes: readonly string[], came: string): Promise<void> {
    const { clerk } = this
    await clerk.follows('举手点名')
    await clerk.sends('提交录入', Object.fromEntries(yes.map((name) => [name, '赞成'])))
    await clerk.sees('已录入')
    await clerk.follows('结束表决')
    await clerk.sends('结束并计票')
    await clerk.sees('✓ 通过')
    await clerk.sees(came)
  }

  /** From the meeting's table. */
  async closesSitting(): Promise<void> {
    const { clerk } = this
    await clerk.follows('延期、休会、结束')
    await clerk.sends('结束会议', { 会议怎么结束: '议程已办完(或办到这里)' })
    await clerk.sees('会议已结束')
  }

  /** One meeting within a day, where all who came agree by hands. */
  async meets(sitting: Sitting): Promise<void> {
    const { tapped, came } = sitting
    await this.world.clock.goTo(await this.calls(sitting, 2))
    await this.clerk.follows('会议工作台')
    await this.receives(tapped)
    await this.puts()
    await this.counts(tapped, came)
    await this.turns()
  }
}
