import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { createApp } from '../src/app.ts'
import { hang, must, passwordOf, type Scene, say } from '../src/demo/stage.ts'
import { readKeys } from '../src/identity/keys.ts'
import { fileFolder } from '../src/record/file-folder.ts'
import type { RecordExport } from '../workflows/verify.ts'
import { agrees, cityRepresentatives, reviewsCovenant } from './support/cases.ts'
import { asOwner, type Bare, foundBare, opensAccount, password, wire } from './support/communities.ts'
import { ascii, exifSegment, jfif, jpeg, pdf, place, png, pngChunk } from './support/evidence.ts'
import { check } from './support/played-record.ts'
import { stoppedSaying } from './support/refusals.ts'
import { type World, withCity, withServer } from './support/world.ts'

const files = suite('files')

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A token of the community, by login and password or by a slip. */
const tokenOf = async (url: string, community: string, credentials: object): Promise<string> => {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ community, ...credentials })
  const { status, body: answer, text } = await wire(url, '/api/session', { method: 'POST', headers, body })
  assert.is(status, 201, text)
  return String(answer.token)
}

/** Sends bytes as a file of a type. */
const sends = (
  url: string,
  path: string,
  token: string | undefined,
  type: string,
  content: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
) =>
  wire(url, `${path}/files`, {
    method: 'POST',
    ...(token === undefined ? {} : { token }),
    headers: { 'content-type': type, ...headers },
    body: new Uint8Array(content),
  })

/** Asks for a file as it lies in the store. */
const fetches = async (url: string, path: string, token: string, sha256: string) => {
  const response = await fetch(`${url}${path}/files/${sha256}`, { headers: { authorization: `Bearer ${token}` } })
  const content = Buffer.from(await response.arrayBuffer())
  const code = response.ok ? null : (JSON.parse(content.toString()) as { readonly code: string }).code
  return { status: response.status, headers: response.headers, content, code }
}

/** Uploads what must be taken; answers its hash. */
const uploads = async (scene: Scene, login: string, type: string, content: Uint8Array) => {
  const token = await tokenOf(scene.url, scene.community, { login, password: passwordOf(login) })
  const { status, body, text } = await sends(scene.url, scene.path, token, type, content)
  assert.is(status, 201, text)
  return String(body.sha256)
}

files('photos and a filing’s paper come with the record: from upload to download, by their hashes', () =>
  withCity(async (scene) => {
    const proposal = await reviewsCovenant(scene)
    await agrees(scene, proposal, cityRepresentatives)
    const today = () => scene.clock.today()
    const [clerkLogin, supervisorLogin] = ['tingqian-clerk', 'tingqian-supervisor']

    const paper = pdf('/Lang(zh-CN)')
    const filed = await uploads(scene, clerkLogin, 'application/pdf', paper)
    assert.is(filed, hashOf(paper))
    const filing = { with: 'sub-district', filedOn: today(), number: '备〔2026〕3 号' }
    await say(scene, proposal, 'filing.reported', { ...filing, files: [filed] })

    const { posting, lastDay } = await hang(scene, proposal, 'publications')
    const seen = await uploads(scene, supervisorLogin, 'image/jpeg', jpeg(jfif))
    const evidence = { posting, seenOn: today(), evidence: '照片' }
    await say(scene, proposal, 'posting.evidenced', { ...evidence, files: [seen] })
    await scene.clock.after(lastDay)
    await say(scene, proposal, 'publication.closed')

    const taken = jpeg(exifSegment())
    const before = await uploads(scene, clerkLogin, 'image/jpeg', taken)
    const after = await uploads(scene, clerkLogin, 'image/png', png(pngChunk('tEXt', ascii(place))))
    const [person = ''] = (await scene.seats('residents-representatives')).map((seat) => seat.person)
    const resident = await tokenOf(scene.url, scene.community, { slip: await scene.slip(person) })
    const looks = (sha256: string) => fetches(scene.url, scene.path, resident, sha256)
    const theirs = await sends(scene.url, scene.path, resident, 'image/jpeg', jpeg())
    assert.equal([theirs.status, theirs.body.facts], [403, { needs: ['clerk', 'supervisor'] }])
    assert.equal([(await looks(before)).status, (await looks(before)).code], [404, 'not_found'], 'nothing cites it yet')

    const progress = { percent: 60, reportedOn: today(), text: '遛狗区已平整' }
    const refuses = async (cited: unknown, code: string) =>
      stoppedSaying(scene, proposal, 'progress.reported', { ...progress, files: cited }, code)
    assert.equal((await refuses([before, 'f'.repeat(64)], 'not_found')).facts, { what: 'file' })
    for (const cited of [[], [before, before], [before.toUpperCase()], ['../x'], before, [1]])
      await refuses(cited, 'input_invalid')
    await refuses(
      Array.from({ length: 21 }, (_, n) => hashOf(Buffer.of(n))),
      'input_invalid',
    )
    assert.is((await looks(before)).status, 404, 'a refused entry cites nothing')
    const told = await say(scene, proposal, 'progress.reported', { ...progress, files: [before, after] })
    assert.equal((told.data as { readonly files: unknown }).files, [before, after])
    // The same photo may show another day’s work too.
    await say(scene, proposal, 'progress.reported', { ...progress, percent: 100, files: [after] })

    for (const [sha256, type, disposition] of [
      [before, 'image/jpeg', 'inline'],
      [after, 'image/png', 'inline'],
      [seen, 'image/jpeg', 'inline'],
      [filed, 'application/pdf', `attachment; filename="${filed.slice(0, 12)}.pdf"`],
    ] as const) {
      const { status, headers, content } = await looks(sha256)
      assert.is(status, 200)
      assert.is(hashOf(content), sha256)
      assert.not(content.includes(place))
      assert.is(headers.get('content-type'), type)
      assert.is(headers.get('content-disposition'), disposition)
      assert.is(headers.get('x-content-type-options'), 'nosniff')
      assert.is(headers.get('content-security-policy'), "default-src 'none'; sandbox")
      assert.match(headers.get('cache-control') ?? '', /^private,/)
      assert.is(headers.get('vary'), 'authorization')
    }

    const record = (await must((await scene.clerk()).get(`${proposal}/export`), 'export')) as unknown as RecordExport
    const said = record.chains
      .flatMap(({ entries }) => entries.map(({ bytes }) => JSON.parse(bytes)))
      .flatMap(({ kind, data }) => (data.files === undefined ? [] : [[kind, data.files]]))
    assert.equal(said, [
      ['filing.reported', [filed]],
      ['posting.evidenced', [seen]],
      ['progress.reported', [before, after]],
      ['progress.reported', [after]],
    ])
    const report = await check(record)
    assert.ok(report.ok, JSON.stringify(report))
  }),
)

/** A community with a clerk and a supervisor, and the clerk's photo that nothing cites. */
const withOffice = (
  use: (
    office: Bare & {
      readonly world: World
      readonly clerk: string
      readonly supervisor: string
      readonly expert: string
      readonly photo: string
    },
  ) => Promise<void>,
): Promise<void> =>
  withServer(async (world) => {
    const bare = await foundBare(world)
    const opens = async (role: 'clerk' | 'supervisor' | 'expert') => {
      await opensAccount(world.url, bare, role)
      return tokenOf(world.url, bare.community, { login: role, password })
    }
    const [clerk, supervisor, expert] = [await opens('clerk'), await opens('supervisor'), await opens('expert')]
    const { body, text } = await sends(world.url, bare.path, clerk, 'image/jpeg', jpeg())
    assert.is(body.sha256, hashOf(jpeg()), text)
    await use({ ...bare, world, clerk, supervisor, expert, photo: hashOf(jpeg()) })
  })

files('clerks and supervisors upload; what nothing cites is seen by the office and by nobody else', () =>
  withOffice(async ({ world, path, community, token, clerk, supervisor, expert, photo }) => {
    const { url } = world
    const other = await foundBare(world, 'city')
    const uploading = async (by: string | undefined) => {
      const { status, body } = await sends(url, path, by, 'image/png', png())
      return [status, body.code ?? null]
    }
    assert.equal(await uploading(undefined), [401, 'token_missing'])
    assert.equal(await uploading(expert), [403, 'forbidden'])
    assert.equal(await uploading(token), [403, 'forbidden'], 'the administrator')
    assert.equal(await uploading(other.token), [401, 'token_invalid'])
    assert.equal(await uploading(supervisor), [201, null])
    const kept = await asOwner(world, community, (sql) => sql`select sha256 from file order by 1`)
    assert.equal(kept.map(({ sha256 }) => sha256).sort(), [photo, hashOf(png())].sort())

    const looking = async (at: string, by: string, sha256 = photo) => {
      const { status, code } = await fetches(url, at, by, sha256)
      return [status, code]
    }
    for (const by of [clerk, supervisor, token]) assert.equal(await looking(path, by), [200, null])
    assert.equal(await looking(path, expert), [404, 'not_found'])
    assert.equal(await looking(path, clerk, 'f'.repeat(64)), [404, 'not_found'])
    assert.equal(await looking(path, other.token), [401, 'token_invalid'])
    assert.equal(await looking(other.path, other.token), [404, 'not_found'])
    await opensAccount(url, other, 'clerk')
    const theirs = await tokenOf(url, other.community, { login: 'clerk', password })
    assert.equal(await looking(other.path, theirs), [404, 'not_found'])
    assert.equal((await wire(url, `${path}/files/${photo}`)).status, 401)

    const [held] = await asOwner(world, community, (sql) => sql`select uploaded_by from file where sha256 = ${photo}`)
    const ended = { method: 'DELETE', token, headers: { 'content-type': 'application/json' } }
    assert.is((await wire(url, `${path}/accounts/${held?.uploaded_by}/roles/clerk`, ended)).status, 200)
    assert.equal(await uploading(clerk), [403, 'forbidden'], 'no clerk any more')
    assert.equal(await looking(path, clerk), [200, null], 'what one uploaded oneself')
    assert.equal(await looking(path, clerk, hashOf(png())), [404, 'not_found'], 'what another uploaded')

    // The same bytes in another community are another file.
    assert.is((await sends(url, other.path, theirs, 'image/jpeg', jpeg())).body.sha256, photo)
    assert.equal(readdirSync(join(world.folder, 'files')).sort(), [community, other.community].sort())
  }),
)

files('what is no picture and no paper is refused with its reason, and nothing of it is kept', () =>
  withOffice(async ({ world, path, community, clerk, photo }) => {
    //  type, content, status, code, facts
    const rows: readonly (readonly [string, Uint8Array, number, string, object])[] = [
      [
        'text/html',
        jpeg(),
        415,
        'content_type_wrong',
        { wanted: 'image/jpeg, image/png, image/webp, application/pdf' },
      ],
      [
        'image/svg+xml',
        ascii('<svg/>'),
        415,
        'content_type_wrong',
        { wanted: 'image/jpeg, image/png, image/webp, application/pdf' },
      ],
      ['image/png', jpeg(), 415, 'file_type_wrong', { declared: 'image/png', found: 'image/jpeg' }],
      ['image/jpeg', ascii('<svg/>'), 415, 'file_type_wrong', { declared: 'image/jpeg', found: 'unknown' }],
      ['image/jpeg', Buffer.of(), 422, 'file_empty', {}],
      ['image/jpeg', jpeg().subarray(0, -1), 422, 'file_broken', { why: 'cut-short' }],
      ['image/jpeg', Buffer.concat([jpeg(), pdf()]), 422, 'file_unsafe', { why: 'appended' }],
      ['application/pdf', pdf('/S/JavaScript'), 422, 'file_unsafe', { why: 'acts-when-opened' }],
      ['image/jpeg', Buffer.alloc(5_000_001), 413, 'file_too_large', { bytes: 5_000_001, limit: 5_000_000 }],
      ['image/jpeg', Buffer.alloc(6_000_001), 413, 'body_too_large', { limit: 6_000_000 }],
    ]
    for (const [type, content, status, code, facts] of rows) {
      const answer = await sends(world.url, path, clerk, type, content)
      assert.equal([answer.status, answer.body.code, answer.body.facts], [status, code, facts], answer.text)
      assert.match(String(answer.body.zh), /[\u4e00-\u9fff]/)
      assert.match(String(answer.body.en), /^[\x20-\x7e]+$/)
    }
    const kept = await asOwner(world, community, (sql) => sql`select sha256 from file`)
    assert.equal(
      kept.map(({ sha256 }) => sha256),
      [photo],
    )
    assert.equal(readdirSync(join(world.folder, 'files', community)), [photo])

    const tricks = [
      '..%2F..%2Fkeys.json',
      '..',
      '%2e%2e',
      photo.toUpperCase(),
      `${photo}%00`,
      `${photo}.part`,
      'keys.json',
    ]
    for (const trick of tricks) {
      const { status, code } = await fetches(world.url, path, clerk, trick)
      assert.ok((status === 422 && code === 'input_invalid') || (status === 404 && code === 'route_unknown'), trick)
    }
    assert.is((await fetches(world.url, path, clerk, '..%2F..%2Fkeys.json')).status, 422)
    assert.equal(world.logged, [], 'none of it is a failure of ours')
  }),
)

files('the same photo is one file, however often and at once it comes', () =>
  withOffice(async ({ world, path, community, clerk, supervisor }) => {
    const sending = (by: string, key = '') =>
      sends(world.url, path, by, 'image/png', png(), key === '' ? {} : { 'idempotency-key': key })
    const atOnce = await Promise.all(Array.from({ length: 6 }, (_, n) => sending(n % 2 === 0 ? clerk : supervisor)))
    const file = { sha256: hashOf(png()), type: 'image/png', bytes: png().length }
    for (const { status, body } of [...atOnce, await sending(clerk, 'one'), await sending(clerk, 'one')])
      assert.equal([status, body], [201, file])
    const other = await sends(world.url, path, clerk, 'image/jpeg', jpeg(), { 'idempotency-key': 'one' })
    assert.equal([other.status, other.body.code], [422, 'idempotency_key_reused'])
    const kept = await asOwner(world, community, (sql) => sql`select bytes from file where type = 'image/png'`)
    assert.equal([...kept], [{ bytes: png().length }])
    assert.is(readdirSync(join(world.folder, 'files', community)).length, 2, 'and nothing half written')
  }),
)

files('a file changed or gone where it is kept is told, never handed out; sent again, it is there again', () =>
  withOffice(async ({ world, path, community, clerk, photo }) => {
    const at = join(world.folder, 'files', community, photo)
    const looking = async () => {
      const { status, code } = await fetches(world.url, path, clerk, photo)
      return [status, code]
    }
    assert.ok(readFileSync(at).equals(jpeg()))
    assert.is(statSync(at).mode & 0o777, 0o600)
    writeFileSync(at, jpeg(jfif))
    assert.equal(await looking(), [500, 'file_changed'])
    rmSync(at)
    assert.equal(await looking(), [503, 'file_missing'])
    assert.is((await sends(world.url, path, clerk, 'image/jpeg', jpeg())).status, 201)
    assert.equal(await looking(), [200, null])
  }),
)

files('a server without a place for files takes none and hands none out', () =>
  withOffice(async ({ world, path, clerk, photo }) => {
    const { sql, db } = world.database
    const keys = await readKeys(JSON.parse(readFileSync(join(world.folder, 'keys.json'), 'utf8')))
    const { offset } = world
    const api = createApp({ sql, db, keys, offset, now: () => Date.now(), issuer: 'yishi-test', log: () => undefined })
    const headers = { authorization: `Bearer ${clerk}` }
    const body = new Uint8Array(jpeg())
    const sent = await api.request(`${path}/files`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'image/jpeg' },
      body,
    })
    const asked = await api.request(`${path}/files/${photo}`, { headers })
    for (const answer of [sent, asked]) {
      assert.is(answer.status, 503)
      assert.is(((await answer.json()) as { readonly code: string }).code, 'files_unavailable')
    }
  }),
)

files('a folder of files has no path but by community and hash', async () => {
  const store = fileFolder(join('nowhere', 'at-all'))
  const [community, sha256] = [randomUUID(), 'a'.repeat(64)]
  assert.is(await store.get(community, sha256), undefined)
  for (const [c, h] of [
    ['..', sha256],
    ['', sha256],
    [`${community}/..`, sha256],
    [community, '..'],
    [community, `${sha256}/`],
    [community, `${sha256}\n`],
    [community, 'A'.repeat(64)],
  ] as const)
    for (const attempt of [() => store.get(c, h), () => store.put(c, h, Buffer.of(1))])
      try {
        await attempt()
        assert.unreachable(`${c} ${h}`)
      } catch (error) {
        assert.match(String(error), 'under a community’s id and a hash')
      }
})

files.run()
