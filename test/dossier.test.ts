import { createHash } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { attend, hang, must, openCase, say } from '../src/demo/stage.ts'
import {
  agrees,
  authorises,
  branch,
  callOf,
  calls,
  committees,
  idOf,
  party,
  peopleOf,
  representatives,
  threeReviews,
} from './support/cases.ts'
import { told } from './support/communities.ts'
import { assertDocx } from './support/docx.ts'
import { jfif, jpeg, quantisation } from './support/evidence.ts'
import { fetchFile, textOfDocx, textOfHtml } from './support/papers.ts'
import { type Small, withSmallVillage } from './support/small-village.ts'
import { tokensOf } from './support/voters.ts'

const dossiers = suite('the file of a case')

const unknown = '01890a5d-ac96-774b-bcce-b302099a8057'

const tokenOf = async ({ url, community }: Small, login: string): Promise<string> => {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ community, login: `xiaoshi-${login}`, password: `demo-xiaoshi-${login}-2026` }),
  })
  return ((await response.json()) as { token: string }).token
}

/** The papers in a dossier by their names, as texts. */
const opened = (file: Uint8Array) => {
  const parts = unzipSync(file)
  const html = (kind: string): string => {
    const name = Object.keys(parts).find((one) => one.endsWith(`-${kind}.html`))
    return name === undefined ? '' : textOfHtml(strFromU8(parts[name] ?? new Uint8Array()))
  }
  return { parts, names: Object.keys(parts), html }
}

/** A topic is raised and a road proposed out of it. */
const proposes = async (scene: Small): Promise<string> => {
  const resident = await scene.resident(scene.id('张二'))
  const { topic } = await must(resident.post(`${scene.path}/topics`, { text: '北坡路面<坑>多' }), 'topic')
  const proposal = await openCase(scene, {
    procedure: 'three-reviews@1',
    choices: threeReviews,
    title: '修路',
    topics: [String(topic)],
  })
  await must((await scene.clerk()).post(`${proposal}/drafts`, { text: '方案一', change: 'first' }), 'draft')
  return proposal
}

/** The representatives meet in full and vote twice: in secret against it, then by name for it, one against. */
const decides = async (scene: Small, proposal: string): Promise<string> => {
  const people = await peopleOf(scene, representatives.body)
  const meeting = await calls(scene, await callOf(scene, [proposal], representatives))
  await attend(scene, meeting, people)
  const tokens = await tokensOf(scene, people)
  const clerk = await scene.clerk()
  const puts = async (more: object, choiceOf: (n: number) => string): Promise<void> => {
    const put = { proposal: idOf(proposal), motion: 'agree', ...more }
    const { ballot } = await must(clerk.post(`${meeting}/ballots`, put), 'ballot')
    for (const [n, person] of people.entries())
      await fetch(`${scene.url}${scene.path}/ballots/${String(ballot)}/votes`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.get(person) ?? ''}` },
        body: JSON.stringify({ choice: choiceOf(n) }),
      })
    await must(clerk.post(`${scene.path}/ballots/${String(ballot)}/close`), 'close')
  }
  await puts({ voting: 'secret', smallElectorate: true }, (n) => (n === 0 ? 'yes' : 'no'))
  await puts({ again: '重新表决' }, (n) => (n === 0 ? 'no' : 'yes'))
  await must(clerk.post(`${meeting}/end`, { outcome: 'held' }), 'end')
  return meeting
}

dossiers('holds what was formed and says of the rest that it was not, for those who keep or oversee it', () =>
  withSmallVillage(async (scene) => {
    const { url } = scene
    const proposal = await proposes(scene)
    const first = await tokenOf(scene, 'clerk')
    const ask = (path: string, token?: string) => fetchFile(url, path, token)
    const paper = (kind: string, token?: string) => ask(`${proposal}/papers/${kind}`, token)

    // Nothing is invented before it has come about.
    const early = opened((await ask(`${proposal}/dossier`, first)).bytes)
    const states = early.html('index').split('\n')
    for (const [name, state] of [
      ['议题征集登记表', '已形成'],
      ['方案文本(各稿)', '已形成'],
      ['议题受理意见', '未形成'],
      ['决议书', '未形成'],
      ['计票单', '未形成'],
      ['专家审查意见书', '本程序不需要'],
      ['村级重大事务决策登记表', '未形成'],
    ])
      assert.ok(
        states.some((row) => row.includes(`|${name}|${state}|`)),
        `${name} ${state} in ${states.join('\n')}`,
      )
    assert.equal(
      early.names.filter((name) => name.endsWith('.html')),
      ['00-index.html', '01-topic-register.html', '05-drafts.html'],
    )
    const unformed = await paper('resolution', first)
    assert.equal([unformed.status, unformed.code], [409, 'paper_not_formed'])

    await authorises(scene, proposal, 'village-public-works', { by: 'village-assembly', to: 'village-representatives' })
    await say(scene, proposal, 'intake.accepted', { matter: 'village-public-works' })
    for (const body of [branch, committees, party]) await agrees(scene, proposal, body)
    const meeting = await decides(scene, proposal)
    const posted = await hang(scene, proposal, 'publications')
    const office = await scene.clerk()
    const uploads = async (file: Uint8Array) =>
      String((await must(office.sendFile(`${scene.path}/files`, file, 'image/jpeg'), 'photo')).sha256)
    const [wall, gate, lost] = [
      await uploads(jpeg(jfif)),
      await uploads(jpeg()),
      await uploads(jpeg(quantisation, jfif)),
    ]
    const seen = { posting: posted.posting, seenOn: scene.clock.today(), evidence: '三处都有照片' }
    await say(scene, proposal, 'posting.evidenced', { ...seen, files: [wall, gate, lost] })
    await say(scene, proposal, 'posting.evidenced', { ...seen, files: [wall] })
    const delivered = { people: [scene.id('张二')], how: 'by-hand', on: scene.clock.today(), files: [wall] }
    await must(office.post(`${meeting}/deliveries`, delivered), 'delivered')
    // One is gone from where it was kept, another is not what it was.
    const lies = (sha256: string) => join(scene.world.folder, 'files', scene.community, sha256)
    rmSync(lies(lost))
    writeFileSync(lies(gate), 'another picture')
    await must(
      (await scene.supervisor()).post(`${proposal}/supervision`, { concern: 'none', text: '程序合规' }),
      'supervision',
    )
    const late = await scene.resident(scene.id('孙一'))
    await must(
      late.post(`${proposal}/comments`, { posting: posted.posting, text: '=HYPERLINK("x")', objection: true }),
      'objection',
    )

    const [clerk, supervisor, administrator, sunTokens] = [
      await tokenOf(scene, 'clerk'),
      await tokenOf(scene, 'supervisor'),
      await tokenOf(scene, 'admin'),
      await tokensOf(scene, [scene.id('孙一')]),
    ]
    const resident = sunTokens.get(scene.id('孙一'))
    const { size } = await must((await scene.clerk()).post(`${scene.path}/checkpoints`), 'seal')
    const made = await ask(`${proposal}/dossier`, clerk)
    assert.equal([made.status, made.type], [200, 'application/zip'])
    assert.is(made.headers.get('content-disposition'), 'attachment; filename="dossier-1.zip"')
    assert.is(made.headers.get('cache-control'), 'no-store')
    const again = await ask(`${proposal}/dossier`, supervisor)
    assert.ok(Buffer.from(made.bytes).equals(Buffer.from(again.bytes)), 'the same case gives the same bytes')
    const { parts, names, html } = opened(made.bytes)
    // The photos are in it, each once, and the contents say which entry cites each; what cannot be had is said to be so.
    const kept = names.filter((name) => name.startsWith('files/'))
    assert.is(kept.length, 3, kept.join())
    const photo = kept.find((name) => name.includes(wall.slice(0, 8))) ?? ''
    assert.match(photo, /^files\/\d{3}-[0-9a-f]{8}\.jpg$/)
    assert.equal(
      createHash('sha256')
        .update(parts[photo] ?? new Uint8Array())
        .digest('hex'),
      wall,
    )
    for (const [sha256, what] of [
      [gate, '已被改动'],
      [lost, '不在存放处'],
    ] as const) {
      const note = kept.find((name) => name.includes(sha256.slice(0, 8))) ?? ''
      assert.match(note, /\.jpg\.txt$/)
      assert.match(strFromU8(parts[note] ?? new Uint8Array()), new RegExp(`${what}[\\s\\S]*${sha256}`))
    }
    const cited = html('index')
      .split('\n')
      .filter((row) => row.includes(`|${photo}|${wall}|`))
    assert.equal(
      cited.map((row) => row.split('|')[1]?.replace(/ #\d+$/, '')),
      ['公示凭证', '公示凭证', '会议通知送达'],
    )
    for (const name of names.filter((one) => one.endsWith('.html'))) {
      const page = strFromU8(parts[name] ?? new Uint8Array())
      assert.not.match(page, /<script|\sstyle=|\son\w+=|https?:\/\/(?!127)/, name)
      assert.match(page, /<link rel="stylesheet" href="paper.css"/)
      const document = parts[name.replace('.html', '.docx')] ?? new Uint8Array()
      assertDocx(document)
      // Both say the same, whatever lies between the words.
      const letters = (text: string) => text.replace(/[\s|]|\d+\. /g, '')
      assert.is(letters(textOfDocx(document)), letters(textOfHtml(page)), name)
    }
    for (const [kind, ...lines] of [
      ['topic-register', '1|2026年3月2日|网上|—|北坡路面<坑>多|张二|0|立案|'],
      ['screening', '受理,列为公益事业的兴办和筹资筹劳方案及建设承包方案'],
      ['authorisation', '被授权会议:村民代表会议', '授权期限至:2026年12月31日'],
      ['convocation', '会议:小石村村民代表会议', '应到:10 人', '修路(第 1 号,方案第 1 稿)', '召集:村民委员会'],
      ['deliveries', '|张一|尚未送达||'],
      ['roll', '妇女代表:4 人', '|张二|代表、妇女、妇女代表|'],
      ['sign-in', '实到:10 人', '|张二|工作人员登记||'],
      ['ballot-papers', '村民代表会议表决票', '赞成|反对|弃权|'],
      ['tally', '表决方式:无记名投票', '表决方式:记名投票', '应到|实到|可表决人数|发出票数|收回票数|'],
      ['minutes', '村民代表会议会议记录', '实到:10 人'],
      [
        'resolution',
        '议决会议:村民代表会议',
        '表决结果:同意:通过',
        '|10×3 ≥ 2×10 成立|',
        '|9×2 > 1×10 成立|',
        '方案一',
      ],
      ['publication', '现将下列决议予以公布'],
      ['posting-evidence', '张贴照片存档'],
      ['objections', '提出人:孙一', '内容:=HYPERLINK("x")', '结果:尚未决定'],
      ['supervision', '程序合规'],
      [
        'registration-forms',
        '(一)党支部审议登记表',
        '(四)公决登记表',
        '应到 10 人,实到 10 人,到会 10/10',
        '(五)决议公布登记表',
      ],
    ] as const)
      for (const line of lines) assert.ok(html(kind).includes(line), `${line} is not in ${kind}:\n${html(kind)}`)
    const { code } = await must((await scene.clerk()).get(`${scene.path}/checkpoint`), 'checkpoint')
    for (const kind of ['resolution', 'publication', 'minutes', 'index'])
      assert.ok(html(kind).includes(`${String(size)}:${String(code)}`), `${kind} bears the checkpoint`)
    assert.match(html('index'), /\|会议记录\|已形成,尚缺 3 次会议的\|/, 'minutes of one meeting do not stand for four')
    assert.not.match(html('registration-forms'), /(六)/, 'the result has not been published')

    // A secret ballot has no roll call; a body that shows only totals neither.
    const [secretly = '', byName = ''] = html('tally').split('表决方式:').slice(-2)
    assert.match(secretly, /^无记名投票/)
    for (const name of ['张一', '张二', '赵一', '郑一']) {
      assert.not.match(secretly, new RegExp(name))
      assert.match(byName, new RegExp(`\\|${name}\\|(赞成|反对)\\|`))
    }
    assert.is(byName.match(/\|反对\|/g)?.length, 2, 'the head of the column and one vote')
    assert.is(html('tally').match(/记名表决情况/g)?.length, 1)

    // Single papers: to print, and to edit; in English; of a meeting.
    const printed = await paper('resolution', clerk)
    assert.equal([printed.status, printed.type], [200, 'text/html; charset=utf-8'])
    assert.match(printed.headers.get('content-security-policy') ?? '', /default-src 'self'/)
    assert.match(strFromU8(printed.bytes), /href="\/paper.css"/)
    assert.is((await ask('/paper.css')).status, 200)
    const edited = await paper('resolution.docx', clerk)
    assert.is(edited.headers.get('content-disposition'), 'attachment; filename="resolution.docx"')
    assert.match(textOfDocx(edited.bytes), /9×2 > 1×10 成立/)
    const english = textOfHtml(strFromU8((await paper('resolution?lang=en', clerk)).bytes))
    assert.match(english, /Decided by: villagers’ representatives/)
    assert.match(english, /9×2 > 1×10 holds/)
    const sheet = await ask(`${meeting}/papers/sign-in`, supervisor)
    assert.match(textOfHtml(strFromU8(sheet.bytes)), /\|周一\|/)

    // Who may see what: residents read what hangs on the wall, with names masked.
    assert.match(textOfHtml(strFromU8((await paper('resolution', resident)).bytes)), /9×2 > 1×10 成立/)
    const called = textOfHtml(strFromU8((await paper('convocation', resident)).bytes))
    assert.match(called, /主持人:张\*\*/)
    assert.not.match(called, /张一/)
    const listed = (await must((await scene.resident(scene.id('孙一'))).get(`${proposal}/papers`), 'list'))
      .items as readonly { readonly kind: string; readonly state: string }[]
    assert.ok(listed.some(({ kind, state }) => kind === 'resolution' && state === 'formed'))
    for (const kind of ['tally', 'roll', 'minutes', 'objections', 'topic-register']) {
      assert.not.ok(listed.some((one) => one.kind === kind))
      for (const token of [resident, administrator]) {
        const refused = await paper(kind, token)
        assert.equal([kind, refused.status, refused.code], [kind, 403, 'forbidden'])
      }
    }
    for (const path of [`${meeting}/papers/roll`, `${meeting}/papers/tally.docx`, `${proposal}/dossier`]) {
      const refused = await ask(path, resident)
      assert.equal([path, refused.status, refused.code], [path, 403, 'forbidden'])
      assert.is((await ask(path)).status, 401)
    }
    // 开放数据: sums for anybody; who voted how only where the adoption makes it public, and to whoever is signed in.
    const openly = await ask(`${scene.path}/open-data`)
    assert.equal([openly.status, openly.type], [200, 'application/zip'])
    const tables = unzipSync(openly.bytes)
    const rowsOf = (name: string, from = tables) =>
      JSON.parse(strFromU8(from[`${name}.json`] ?? new Uint8Array())) as readonly Record<string, unknown>[]
    const everything = Object.values(tables)
      .map((bytes) => strFromU8(bytes))
      .join('\n')
    assert.not.match(
      everything,
      /张一|张二|孙一|张\*\*|北坡|HYPERLINK|程序合规/,
      'no name, no text of a comment or topic',
    )
    assert.equal(rowsOf('community'), [{ name: '小石村', sort: 'village', people: 18, households: 8 }])
    assert.equal(
      rowsOf('ballots')
        .map(({ voting, entitled, yes, no, carried }) => [voting, entitled, yes, no, carried])
        .slice(-2),
      [
        ['secret', 10, 1, 9, false],
        ['recorded', 10, 9, 1, true],
      ],
    )
    const [sum] = rowsOf('tests').filter(({ ballot, code }) => ballot === 5 && code === 'threshold')
    assert.equal([sum?.have, sum?.need, sum?.of, sum?.met], [9, 6, 10, true])
    assert.equal(
      rowsOf('postings').map(({ sort, comments, objections, answered }) => [sort, comments, objections, answered]),
      [['publication', 1, 1, 0]],
    )
    assert.equal(rowsOf('topics'), [
      { channel: 'online', class: null, topics: 1, in_proposals: 1, answered: 0, withdrawn: 0 },
    ])
    const calledOut = await ask(`${scene.path}/open-data/roll-calls`, resident)
    const votes = rowsOf('roll-calls', unzipSync(calledOut.bytes))
    assert.equal([votes.length, votes.filter(({ choice }) => choice === 'no').length], [10, 1])
    const saidOfNames = new TextDecoder().decode(unzipSync(calledOut.bytes)['LICENCE.txt'])
    assert.match(saidOfNames, /^含姓名/m, 'what names people does not say that it names nobody')
    assert.ok(
      votes.every(({ ballot }) => ballot === 5),
      'neither a secret ballot nor one that shows totals',
    )
    assert.is((await ask(`${scene.path}/open-data/roll-calls`)).status, 401)
    const given = { procedure: 'three-reviews@1', choices: threeReviews, title: '修桥', topics: [] } as const
    const dropped = await openCase(scene, given)
    await say(scene, dropped, 'proposal.withdrawn', { reason: '改由<镇上>修' })
    const end = opened((await ask(`${dropped}/dossier`, await tokenOf(scene, 'clerk'))).bytes).html('index')
    assert.match(end, /事项状态:已终结\(已撤回\)\s+终结的理由:2026年\d+月\d+日 改由<镇上>修/)
    assert.is((await ask(`/api/communities/${unknown}/open-data`)).code, 'not_found')

    // On the wall: whoever is not signed in reads and prints the same, and no more.
    const onWall = `${url}/c/${scene.community}`
    const onPage = async (path: string) => {
      const response = await fetch(`${onWall}${path}`, { redirect: 'manual' })
      return { status: response.status, headers: response.headers, text: await response.text() }
    }
    const onProposal = `/proposals/${idOf(proposal)}`
    assert.not.match((await onPage(onProposal)).text, /dossier\.zip/)
    assert.match((await onPage('')).text, /open-data\.zip/)
    const index = await onPage(`${onProposal}/papers`)
    assert.match(index.text, /papers\/resolution"[^>]*>打印<\/a>/)
    assert.not.match(index.text, /papers\/tally|dossier\.zip/)
    const shown = await onPage(`${onProposal}/papers/resolution`)
    assert.equal([shown.status, shown.headers.get('content-disposition')], [200, 'inline'])
    assert.match(textOfHtml(shown.text), /9×2 > 1×10 成立/)
    assert.match(shown.headers.get('content-security-policy') ?? '', /default-src 'self'/)
    for (const [path, status] of [
      [`${onProposal}/papers/convocation.docx`, 200],
      [`${onProposal}/papers/tally`, 403],
      [`${onProposal}/papers/evaluation`, 409],
      [`${onProposal}/papers/love-letter`, 404],
      [`${onProposal}/dossier.zip`, 303],
      ['/open-data.zip', 200],
    ] as const)
      assert.equal([path, (await onPage(path)).status], [path, status])

    const api = await scene.clerk()
    for (const path of [
      `${scene.path}/proposals/${unknown}/dossier`,
      `${scene.path}/proposals/${unknown}/papers`,
      `${scene.path}/proposals/${unknown}/papers/resolution`,
      `${scene.path}/meetings/${unknown}/papers/roll`,
    ])
      assert.equal(told(await api.get(path)), [404, 'not_found'])
    assert.equal(told(await api.get(`${proposal}/papers/love-letter`)), [422, 'input_invalid'])
    assert.equal(told(await api.get(`${meeting}/papers/resolution`)), [422, 'input_invalid'])
    assert.equal(told(await api.get(`${proposal}/dossier?lang=fr`)), [422, 'input_invalid'])
  }),
)

dossiers.run()
