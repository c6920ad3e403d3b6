import type { Browser } from 'playwright-core'
import { suite } from 'uvu'
import { withBrowser } from './support/browser.ts'
import { CommitteeAtPages, theOne } from './support/committee-at-pages.ts'
import { decidesOnPages, findsPublished, writesUpOnPages } from './support/decided-on-pages.ts'
import { withHands } from './support/hand.ts'
import { fewResidents, fewVillagers } from './support/play-rosters.ts'
import { withServer } from './support/world.ts'

const plays = suite('both procedures, from an empty installation to the published resolution, by the pages alone')

const [desk, phone] = [800, 360]
const clerk = { 账号: 'clerk', 角色: '文书(经办人)' }
const shared = {
  决定和结果公布天数: '15',
  实施效果评议天数: '7',
  谁可以看到逐人的表决: '公开',
  最多召集几次: '3',
  多少天没有进展可以终止: '365',
}

const village = (browser: Browser) =>
  withServer((world) =>
    withHands(browser, {}, async (hand) => {
      const committee = new CommitteeAtPages(world, '小石村', await hand(desk))
      // The office's other computer: in another day's morning nobody is signed in at it any more.
      const office = await hand(desk)
      await committee.founds(office, { 类别: '村', 所在省份: '山东' }, [clerk])
      await committee.imports(fewVillagers)
      await committee.seats('监督委员会', '王二')
      await committee.adopts('三审一公决', {
        公决由谁进行: '村民代表会议',
        党支部审议由谁进行: '支部委员会',
        '"全体村民代表半数以上"以谁为基数': '全体村民代表',
        '方案修改后,前面的审议还算不算': '仍然有效,接着审议',
        ...shared,
      })

      const representative = await hand(phone)
      const slip = theOne(await committee.prints(['赵一'], '村民代表会议'))
      await committee.raises(representative, slip, '北坡的灌溉渠年年漏水')
      await committee.opens('北坡的灌溉渠年年漏水', '修北坡灌溉渠')
      await committee.does('草案', { 草案全文: '先修北坡主渠。', 与上一稿相比: '第一稿' })
      const matter = { 事项类别: '公益事业的兴办' }
      await committee.does('授权决定备查', {
        ...matter,
        由谁授权: '村民会议',
        授权给谁: '村民代表会议',
        决定日期: '2026-01-20',
        授权到哪一天: '2026-12-31',
        公告日期: '2026-01-21',
        备案日期: '2026-01-23',
        授权决定的内容: '授权村民代表会议讨论决定公益事业的兴办。',
      })
      await committee.does('受理', matter)

      const party = { by: '党支部委员会', presider: '张一' }
      await committee.meets({ ...party, body: '党支部委员会', tapped: ['张一', '赵二'], came: '赞成 2/2' })
      await committee.meets({ ...party, body: '"两委"会', tapped: ['张一', '赵二'], came: '赞成 2/2' })
      await committee.meets({ ...party, body: '党员大会', tapped: ['张一', '赵二'], came: '赞成 2/3' })
      const decisive = {
        body: '村民代表会议',
        by: '村民委员会',
        presider: '张一',
        tapped: ['张一', '张二', '王一'],
        came: '赞成 4/4',
      }
      const vote = { ...decisive, voter: '赵一', phone: representative }
      const { receipt, chairs } = await decidesOnPages(committee, vote)
      await writesUpOnPages(committee, decisive, { slip: chairs, phone: office })

      await committee.turns()
      const last = await committee.hangs('公布')
      const address = await committee.addressOnPaper()
      const resident = await hand(phone)
      const own = await committee.printsFor('王二')
      await resident.opens(address)
      await resident.sees('结果在这里公布')
      await resident.sends('登录,提意见', { 签条号码: own.code })
      await resident.sendsTwice('提交意见', { 您的意见: '施工时留出浇地的路。', 性质: '一般意见或建议' })
      await resident.sees('您的意见已收到')
      await committee.turns()
      await committee.does('意见答复', {
        答复哪些意见: '1. 施工时留出浇地的路。',
        怎样处理: '采纳',
        答复和理由: '施工方案写明。',
      })
      await resident.opens(address)
      await resident.sees('施工方案写明')
      await committee.returnsAfter(last)
      await committee.does('公布期满')
      await findsPublished(committee, resident, receipt)
    }),
  )

/** Everybody in it has a browser without script. */
const neighbourhood = (browser: Browser) =>
  withServer((world) =>
    withHands(browser, { javaScriptEnabled: false }, async (hand) => {
      const committee = new CommitteeAtPages(world, '小石社区', await hand(desk))
      const office = await hand(desk)
      await committee.founds(office, { 类别: '城市社区' }, [
        clerk,
        { 账号: 'law', 角色: '专家', 专业: '法律' },
        { 账号: 'social', 角色: '专家', 专业: '社会管理' },
      ])
      await committee.imports(fewResidents)
      await committee.adopts('六步议事', {
        '"三分之二以上通过"以谁为基数': '全体组成人员',
        草案公示天数: '7',
        公示天数怎么算: '自然日',
        公示期内的异议由谁处理: '居民委员会',
        异议处理期限: '5',
        ...shared,
      })

      // 提议题
      const representative = await hand(phone)
      const slip = theOne(await committee.prints(['钱三'], '居民代表会议'))
      await committee.raises(representative, slip, '遛狗不牵绳,老人害怕')
      await committee.opens('遛狗不牵绳,老人害怕', '养犬公约')
      const matter = { 事项类别: '居民公约' }
      await committee.does('授权决定备查', {
        ...matter,
        由谁授权: '居民会议',
        授权给谁: '居民代表会议',
        决定日期: '2026-01-10',
        授权到哪一天: '2027-01-09',
        公告日期: '2026-01-11',
        备案日期: '2026-01-15',
        授权决定的内容: '授权居民代表会议制定居民公约。',
      })
      await committee.does('受理', matter)

      // 出主意: what is incomplete comes back as it was typed.
      await committee.clerk.takesUp('恳谈会')
      await committee.clerk.sends('登记:恳谈会', { 由谁召集: '党支部委员会', 参加人数: '许多', 会议记录: '谈了一晚上' })
      await committee.clerk.sees('没有办成')
      const heard = ['利害关系人', '单位代表', '居民代表']
      await committee.clerk.sends('登记:恳谈会', { 听取了哪些人的意见: heard, 参加人数: '26' })
      await committee.clerk.sees('已登记:恳谈会')
      await committee.does('初步建议', { 建议内容: '牵绳长度要写清楚' })
      await committee.does('出主意结束')

      // 拟方案
      const advice = { 采纳了哪些建议: ['1. 牵绳长度要写清楚'] }
      await committee.does('草案', { 草案全文: '牵绳不超过两米。', 与上一稿相比: '第一稿', ...advice })
      await committee.does('草案经讨论通过', { 由谁讨论通过: '居民议事会' })
      await committee.does('拟方案结束')

      // 开言路(公示)
      const posted = await committee.hangs('张榜公示')
      const address = await committee.addressOnPaper()
      const resident = await hand(phone)
      const own = await committee.printsFor('钱五')
      await resident.opens(address)
      await resident.sees('先贴出来听大家的意见')
      await resident.sends('登录,提意见', { 签条号码: own.code })
      await resident.sendsTwice('提交意见', { 您的意见: '遛狗的时段要写清楚。', 性质: '一般意见或建议' })
      await resident.sees('您的意见已收到')
      await resident.opens(address)
      const objection = '这是异议(不同意,请求正式处理)'
      await resident.sends('提交意见', { 您的意见: '罚款没有依据。', 性质: objection })
      await resident.sees('您的意见已收到')
      await committee.turns()
      await committee.does('意见答复', {
        答复哪些意见: '1. 遛狗的时段要写清楚。',
        怎样处理: '采纳',
        答复和理由: '第三条写明。',
      })
      await committee.does('异议处理决定', { 由谁作出: '居民委员会', 异议是否成立: '不成立', 理由: '草案没有罚款。' })
      await committee.returnsAfter(posted)
      await committee.does('公示期满')

      // 定公约(专家审查)
      for (const [login, discipline] of [
        ['law', '法律'],
        ['social', '社会管理'],
      ] as const) {
        await committee.comes(office)
        if (login === 'social') await office.sends('退出登录')
        await office.follows('登录')
        await committee.signsIn(office, login)
        await office.follows('专家审查')
        await office.follows('提出审查意见')
        await office.sends('登记:审查意见', { 审查方面: discipline, 审查结论: '通过', 依据和理由: '无异议。' })
      }
      await committee.turns()
      await committee.does('审查通过')

      // 说了算(表决)
      await committee.does('党组织研究讨论记录', { 研究结果: '同意', 研究讨论记录: '同意提交表决。' })
      const { receipt } = await decidesOnPages(committee, {
        body: '居民代表会议',
        by: '居民委员会',
        presider: '钱主任',
        tapped: ['钱主任', '钱一', '钱二'],
        voter: '钱三',
        phone: representative,
        came: '赞成 4/5',
      })
      await committee.turns()
      const last = await committee.hangs('公布')
      await committee.does('备案', { 向谁备案: '街道', 备案文号: '1 号' })
      await committee.returnsAfter(last)
      await committee.does('公布期满')
      await findsPublished(committee, resident, receipt)
    }),
  )

plays('三审一公决, and 六步议事 without script', () =>
  withBrowser(
    async (browser) => {
      await village(browser)
      await neighbourhood(browser)
    },
    { forSeveral: true },
  ),
)

plays.run()
