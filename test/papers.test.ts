import { strFromU8, unzipSync } from 'fflate'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Block, onPages, type Paper } from '../src/documents/blocks.ts'
import { crossMultiplied } from '../src/documents/papers/arithmetic.ts'
import { papersOf } from '../src/documents/papers/contents.ts'
import { meetingPaperKinds } from '../src/documents/papers/kinds.ts'
import { printDocx } from '../src/documents/print/docx.ts'
import { printHtml } from '../src/documents/print/html.tsx'
import { paperStyle } from '../src/documents/print/paper-style.ts'
import { qrPath, qrPicture } from '../src/documents/print/qr-code.ts'
import { checkPng } from '../src/documents/uploads/png.ts'
import { caseOnPaper, electionOnPaper, fourBodiesOnPaper } from './support/case-on-paper.ts'
import { assertDocx } from './support/docx.ts'
import { textOfDocx, textOfHtml } from './support/papers.ts'

const papers = suite('papers')

const everySort: Paper = {
  title: '样张 <&">',
  lang: 'zh',
  blocks: [
    { sort: 'title', text: '题目' },
    { sort: 'heading', text: '一' },
    { sort: 'line', text: '甲 <script>alert(1)</script> & "乙"\n第二行' },
    { sort: 'field', label: '应到', text: '30 人' },
    { sort: 'list', items: ['头', '尾'] },
    {
      sort: 'table',
      columns: [
        { head: '姓名', share: 2 },
        { head: '签字', byHand: true },
      ],
      rows: [
        ['张一', ''],
        ['', ''],
      ],
    },
    {
      sort: 'form',
      rows: [
        { label: '事由', text: '' },
        { label: '签字', text: '', byHand: true },
      ],
    },
    { sort: 'code', address: 'https://yishi.example/c/1?a=1&b=2', text: '扫码' },
    {
      sort: 'photo',
      label: '照片 1',
      text: '断了的 <盖板>',
      sha256: 'ab'.repeat(32),
      address: '/c/1/comments/2/photo',
    },
    { sort: 'page' },
    { sort: 'signatures', lines: ['主持人(签字):'], seal: '村民委员会(盖章)', day: '    年    月    日' },
  ],
}

papers('are printed from one model: a page without script or inline style, and a document that opens', async () => {
  const html = printHtml(everySort, '/paper.css')
  assert.not.match(html, /<script|\sstyle=|javascript:|\son\w+=/)
  assert.match(html, /^<!doctype html><html lang="zh-CN">/)
  assert.match(html, /<title>样张 &lt;&amp;&quot;&gt;<\/title>/)
  assert.match(html, /<td>张一<\/td><td class="by-hand"><\/td>/)
  assert.match(html, /<td>—<\/td><td class="by-hand"><\/td>/, 'what nobody writes by hand is never empty')
  assert.is(html.match(/<svg /g)?.length, 1)
  for (const words of ['size: A4', '仿宋', '黑体', 'counter(page)', 'counter(pages)', 'table-header-group'])
    assert.ok(paperStyle.includes(words), words)

  assert.not.match(html, '<img', 'a photo is named where it cannot be had')
  const shown = printHtml(everySort, '/paper.css', onPages)
  assert.match(shown, '<img src="/c/1/comments/2/photo" alt="断了的 &lt;盖板&gt;"/>')
  assert.match(
    printHtml(everySort, '/paper.css', { named: () => 'files/001-abababab.jpg' }),
    '<p>files/001-abababab.jpg</p>',
  )

  const document = await printDocx(everySort)
  assert.equal(document, await printDocx(structuredClone(everySort)), 'the same paper gives the same bytes')
  assertDocx(document)
  const parts = Object.fromEntries(Object.entries(unzipSync(document)).map(([name, bytes]) => [name, strFromU8(bytes)]))
  const body = parts['word/document.xml'] ?? ''
  assert.match(body, /<w:pgSz w:w="11906" w:h="16838"/)
  assert.match(body, /<w:pgMar w:top="1247" w:right="1134" w:bottom="1021" w:left="1134"/)
  assert.match(body, /w:eastAsia="黑体"/)
  assert.match(body, /w:eastAsia="方正小标宋简体"/)
  assert.match(parts['word/styles.xml'] ?? '', /w:eastAsia="仿宋_GB2312"/)
  assert.match(body, /<w:tblHeader\/>/)
  assert.match(body, /<w:br w:type="page"\/>/)
  assert.match(parts['word/footer1.xml'] ?? '', /NUMPAGES/)
  assert.match(parts['docProps/core.xml'] ?? '', /样张 &lt;&amp;(&quot;|")(&gt;|>)/)
  assert.not.match(parts['docProps/core.xml'] ?? '', /202\d/)
  const letters = (text: string) => text.replace(/[\s|]|\d\. /g, '')
  assert.is(letters(textOfDocx(document)), letters(textOfHtml(html)))

  const picture = qrPicture('https://yishi.example')
  assert.ok(checkPng(picture).ok, 'a picture by our own rules for pictures')
  const { size, path } = qrPath('https://yishi.example')
  assert.is(new DataView(picture.buffer).getUint32(16), size * 8)
  assert.match(path, /^M4 4h7v1H4z/, 'four quiet squares, then the finder')
})

const all = (told: ReturnType<typeof caseOnPaper>, lang: 'zh' | 'en') =>
  papersOf(told, lang).map(({ kind, title, state, blocks = [] }) => ({
    kind,
    state,
    blocks,
    html: printHtml({ title: title[lang], lang, blocks }, 'paper.css'),
  }))
const han = /\p{Script=Han}/u
const tablesIn = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.sort === 'table' ? [block] : []))

// The forms of the four bodies are a village's, and offices are filled by another procedure.
const elsewhere = ['registration-forms', 'election-papers', 'election-results']

papers('of a case are all there in Chinese and in English, with no empty cell but those to be written on', async () => {
  for (const lang of ['zh', 'en'] as const) {
    const told = caseOnPaper()
    for (const { kind, state, blocks, html } of all(told, lang)) {
      assert.is(state, elsewhere.includes(kind) ? 'not-asked' : 'formed', kind)
      if (state !== 'formed') continue
      assert.not.match(html, /<t[dh]><\/t[dh]>|undefined|\[object|\{[a-z]+\}|NaN/, `${kind} ${lang}`)
      for (const { columns, rows } of tablesIn(blocks))
        for (const row of rows) assert.is(row.length, columns.length, `${kind} ${lang}`)
      if (lang === 'en') assert.not.match(html.replace(/<head>.*<\/head>/, ''), han, `${kind} is English throughout`)
      else assert.match(html, han)
    }
  }
  const document = await printDocx({
    title: 'x',
    lang: 'en',
    blocks: all(caseOnPaper(), 'en').flatMap(({ blocks }) => blocks),
  })
  assertDocx(document)
})

papers('say what a clerk looks for', () => {
  const told = caseOnPaper()
  const text = new Map(all(told, 'zh').map(({ kind, html }) => [kind, textOfHtml(html)]))
  for (const [kind, ...lines] of [
    ['topic-register', '3|2026年3月2日|上门|环境卫生|Dogs <run> & bark|Li Er|2|并入第 1 号|'],
    ['talks', '听取意见的方面:利害关系人、单位代表', '到会人数:2', 'Say how long a lead.', '2|||'],
    ['drafts', '采纳的建议:Say how long a lead.', '勘误:2026年3月2日 a slip', 'A lead of two metres.'],
    [
      'posting-notice',
      '公示期:2026年3月2日至2026年3月11日,共 7 天(工作日)',
      'A lead of two metres.',
      '扫码看全文、提意见',
      'head-8',
      '120:0000-1111-2222-3333-4444-5555',
      'https://yishi.example/n/00000063-7',
    ],
    ['posting-evidence', '2026年3月2日|Photo 12|1|', '张榜内容:征求意见公告'],
    [
      'opinion-summary',
      '收到意见:4',
      'Li Er|网上|意见|Mind the playground.\n[照片 1]|部分采纳|Noon is kept free.|',
      'You fools.\n[照片 2]|不予登载|侮辱谩骂|',
      '—|书面|异议|No fines.|异议不成立|There are none.|',
      'Li Er|网上|异议|本人已撤回|本人已撤回|—|',
      '照片 1(第 1 条):A broken bench',
      `SHA-256:${'ab'.repeat(32)}`,
      '照片 2(第 2 条):',
    ],
    ['objections', '已上报:街道', '决定机构:街道', '结果:异议不成立', '结果:本人已撤回'],
    ['expert-opinions', '审查专业:法律', '审查结论:修改后通过', 'Article 3 goes too far.'],
    [
      'convocation',
      '临时通知的理由:A storm',
      '通知方式:书面通知',
      '时间:2026年3月2日 09:00',
      'Keeping dogs(第 7 号,方案第 1 稿)',
    ],
    ['deliveries', '1|Zhang Yi|信函 2026年3月2日||', '2|Li Er|尚未送达||'],
    ['roll', '应到:30 人', '妇女:10 人', '死亡 · Old Zhao 不再列入'],
    ['sign-in', '1|Zhang Yi|手机签到||', '2|Li Er|请假||', '3|Wang San|缺席||', '1|Officer Liu||'],
    ['proxies', '1|Li Er|Zhang Yi||'],
    ['tally', '30|20|20|20|20|', '14|4|1|1|', '20×3 ≥ 2×30 成立', '14×2 > 1×20 成立', 'Zhang Yi|赞成|'],
    ['minutes', 'Opened at nine.', '主持人签认日期:2026年3月2日'],
    [
      'resolution',
      '20×3 ≥ 2×30 成立|✓|Art. 29|',
      '14×2 > 1×20 成立|✓|Art. 29|',
      'Art. 29:Two thirds attend.',
      '现行状态:中止执行',
      '中止执行:A doubt',
      '30|20|14|4|1|1|',
    ],
    ['filing', '备案机关:街道办事处', '备案编号:No. 3', '批准机关:街道'],
    ['supervision', '说了算(表决)|提醒|Call it in time.|'],
    ['result-publication', 'The field is fenced.'],
    ['evaluation', '评议人数:5', '5|2|', '4|2|', '1|1|', '平均分:19/5 = 3.80'],
    ['orders', '改正情况:2026年3月'],
  ] as const)
    for (const line of lines) assert.ok(text.get(kind)?.includes(line), `${line} is not in ${kind}:\n${text.get(kind)}`)
  assert.is(text.get('publication')?.match(/决议公告/g)?.length, 1, 'the result is not published as a decision')

  for (const html of text.values()) assert.not.match(html, 'Forget this one')
  // Outside the office: what hangs on the wall, and what is kept back is not read.
  const outside = caseOnPaper({ office: false, name: () => 'L**' })
  const shown = new Map(all(outside, 'zh').map(({ kind, html }) => [kind, textOfHtml(html)]))
  assert.equal(
    [...shown.keys()],
    [
      'drafts',
      'posting-notice',
      'opinion-summary',
      'expert-opinions',
      'convocation',
      'resolution',
      'publication',
      'supervision',
      'implementation',
      'result-publication',
      'evaluation',
    ],
  )
  assert.not.match(shown.get('opinion-summary') ?? '', /You fools|Li Er/)
  assert.not.match(shown.get('opinion-summary') ?? '', '照片 2')
  assert.match(shown.get('opinion-summary') ?? '', /L\*\*\|网上\|意见\|不予登载\|不予登载\|侮辱谩骂/)
})

papers('of a village’s four bodies are its six registration forms, each with what its printed form asks', () => {
  for (const lang of ['zh', 'en'] as const) {
    const formed = all(fourBodiesOnPaper(), lang).find(({ kind }) => kind === 'registration-forms')
    assert.is(formed?.state, 'formed')
    assert.not.match(formed?.html ?? '', /<t[dh]><\/t[dh]>|undefined|\{[a-z]+\}/)
    if (lang === 'en') assert.not.match((formed?.html ?? '').replace(/<head>.*<\/head>/, ''), han)
  }
  const formed = all(fourBodiesOnPaper(), 'zh').find(({ kind }) => kind === 'registration-forms')
  const forms = textOfHtml(formed?.html ?? '').split(/(?=\([一二三四五六]\)[^|\n]*登记表)/)
  assert.equal(
    forms.map((form) => form.split('\n')[0]),
    [
      '(一)党支部审议登记表',
      '(二)村"两委"会审议登记表',
      '(三)党员大会审议登记表',
      '(四)公决登记表',
      '(五)决议公布登记表',
      '(六)结果公布登记表',
    ],
  )
  for (const [n, form] of forms.entries()) {
    const asked =
      n < 4
        ? [
            '动议事由|',
            '时间|2026年3月2日',
            '会议形式|到会表决',
            '到会 20/30',
            '赞成 14',
            '参会人员签字|',
            '乡镇参会人员签字|',
          ]
        : ['动议事由|', '公开期|2026年3月2日', '公开地点|At the gate', '监督委员会意见|']
    for (const words of asked) assert.ok(form.includes(words), `${words} is not in\n${form}`)
    assert.ok(form.includes(n === 5 ? 'The field is fenced.' : 'A lead of two metres.'), form)
  }
})

papers('of an election are its paper, and its result as the newest count says', () => {
  for (const lang of ['zh', 'en'] as const)
    for (const { kind, blocks, html } of all(electionOnPaper(), lang)) {
      if (!kind.startsWith('election-')) continue
      assert.not.match(html, /<t[dh]><\/t[dh]>|undefined|\{[a-z]+\}/, `${kind} ${lang}`)
      if (lang === 'en') assert.not.match(html.replace(/<head>.*<\/head>/, ''), han)
      for (const { columns, rows } of tablesIn(blocks)) for (const row of rows) assert.is(row.length, columns.length)
    }
  const text = new Map(all(electionOnPaper(), 'zh').map(({ kind, html }) => [kind, textOfHtml(html)]))
  const paper = text.get('election-papers') ?? ''
  assert.match(paper, /主任 · 应选 1 名,候选人 2 名\n候选人\|画“○”处\|\nZhang Yi\|\|\nLi Er\|\|\n另选他人\|\|/)
  assert.is(paper.match(/另选他人/g)?.length, 3, 'a line for each seat')
  const result = text.get('election-results') ?? ''
  assert.match(
    result,
    /主任 · 首次投票\n发出选票\|收回选票\|废票\|\n40\|39\|1\|\n候选人\|得票数\|\nZhang Yi\|30\|\nLi Er\|8\|/,
  )
  assert.match(result, /委员 · 另行选举/)
  assert.match(result, /计票人:Zhang Yi、Li Er/)
  assert.match(result, /当选\n主任:Zhang Yi\n委员:无 · 尚缺 1 名/)
  const outside = new Set(papersOf({ ...electionOnPaper(), office: false }, 'zh').map(({ kind }) => kind))
  for (const kind of ['election-papers', 'election-results']) assert.not.ok(outside.has(kind))
})

papers('tell nothing before it is so', () => {
  const told = caseOnPaper()
  const few = caseOnPaper({ entries: told.entries.filter(({ seq }) => seq !== told.entries.length - 1) })
  const rated = all(few, 'zh').find(({ kind }) => kind === 'evaluation')
  assert.match(rated?.html ?? '', /不足 5 人/)
  assert.not.match(rated?.html ?? '', /平均分/)
  const opened = caseOnPaper({ entries: told.entries.slice(0, 1), meetings: [], adopted: null, topics: [] })
  assert.equal(
    all(opened, 'zh').filter(({ state }) => state === 'formed'),
    [],
  )
  const [meeting] = told.meetings
  if (!meeting) throw new Error('it has met')
  const called = {
    ...meeting,
    minutes: null,
    proxies: [],
    rollCalls: new Map(),
    roll: meeting.roll.map((member) => ({ ...member, door: null, excused: false })),
    told: {
      ...meeting.told,
      outcome: null,
      observers: [],
      items: meeting.told.items.map((item) => ({ ...item, ballots: [] })),
    },
  }
  const ready = meetingPaperKinds.flatMap(({ kind, write }) => (write(called, 'zh') ? [kind] : []))
  assert.equal(ready, ['convocation', 'deliveries', 'roll', 'sign-in', 'ballot-papers'])
  const sheet = meetingPaperKinds.find(({ kind }) => kind === 'sign-in')?.write(called, 'zh') ?? []
  assert.equal(tablesIn(sheet)[0]?.rows[0], ['1', 'Zhang Yi', '', ''], 'before the meeting nobody is absent')
})

//  have need of  test  zh
for (const [ground, said] of [
  [
    { have: 20, need: 20, of: 30, met: true, test: { count: 'present', of: 'entitled', atLeast: [2, 3] } },
    '20×3 ≥ 2×30 成立',
  ],
  [
    { have: 15, need: 16, of: 30, met: false, test: { count: 'yes', of: 'present', moreThan: [1, 2] } },
    '15×2 > 1×30 不成立',
  ],
  [{ have: 3, need: 2, met: true, test: { count: 'yes', atLeastNumber: 2 } }, '3 ≥ 2 成立'],
  [{ have: 1, need: 1, met: true }, ''],
] as const)
  papers(`multiply a share out: ${said}`, () => {
    assert.is(crossMultiplied({ code: 'x', ...ground }, 'zh'), said)
  })

papers.run()
