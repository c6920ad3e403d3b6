import { type Caller, callerOf } from '../../src/demo/client.ts'
import { hang, must, type Scene } from '../../src/demo/stage.ts'
import { attests } from './attesting.ts'
import { agrees, idOf, peopleOf, representatives, reviewsRoad } from './cases.ts'
import { password } from './communities.ts'
import { jpeg, png } from './evidence.ts'
import type { Asker, Ids } from './route-matrix.ts'
import { foundVillage, type World } from './world.ts'

/** A village in the middle of its work, with an id of everything that routes speak of, and somebody of every role. */
export type Prepared = { readonly scene: Scene; readonly ids: Ids; readonly as: Readonly<Record<Asker, Caller>> }

/** Found, reviewed, resolved and published: so that every route has something to speak of. */
export const prepareVillage = async (world: World, logins: string, township: Township): Promise<Prepared> => {
  const scene = await foundVillage(world, logins)
  const clerk = await scene.clerk()
  const seated = new Set(
    (
      await Promise.all(
        ['village-representatives', 'two-committees', 'party-assembly'].map((body) => peopleOf(scene, body)),
      )
    ).flat(),
  )
  const [representative = ''] = await peopleOf(scene, 'village-representatives')
  const { items: people } = await must(clerk.get(`${scene.path}/people?limit=200`), 'people')
  const { id: person, name } = (
    people as readonly { readonly id: string; readonly name: string; readonly birth: string }[]
  ).find(({ id, birth }) => !seated.has(id) && birth < '1990') ?? { id: '', name: '' }
  await must(clerk.put(`${scene.path}/units`, { units: [{ number: '1-101', area: 8_956, owner: person }] }), 'units')
  const { items: owned } = await must(clerk.get(`${scene.path}/units`), 'owned')
  const [unit] = owned as readonly { readonly id: string }[]
  // What a resident says stands under the name that others are not to read.
  const villager = await scene.resident(person)
  const { topic } = await must(villager.post(`${scene.path}/topics`, { text: '路灯' }), 'topic')
  const demand = await must(
    villager.post(`${scene.path}/demands`, { body: 'village-assembly', of: 'adults', text: '开会' }),
    'demand',
  )
  await must(
    (await scene.resident(representative)).post(`${scene.path}/topics/${String(topic)}/supporters`, {}),
    'also',
  )
  const path = await reviewsRoad(scene)
  const ballot = await agrees(scene, path, representatives)
  const { posting } = await hang(scene, path, 'publications')
  const said = { posting, text: '路面宽度不够', objection: true }
  await must((await scene.resident(person)).post(`${path}/comments`, said), 'objection')
  await must((await scene.administrator()).put(`${scene.path}/comment-mode`, { mode: 'guests' }), 'mode')
  const guests = `${scene.path}/postings/${posting}/guest-comments`
  await must(callerOf(world.url).post(guests, { text: '路口要装镜子' }), 'guest')
  const { items: held } = await must((await scene.clerk()).get(guests), 'held')
  const [guest] = held as readonly { readonly id: string }[]
  const view = await must((await scene.clerk()).get(path), 'proposal')
  const { meeting } = await must((await scene.clerk()).get(ballot), 'ballot')
  const sitsIn = { name, capacity: 'resident', person }
  await must((await scene.clerk()).post(`${scene.path}/meetings/${String(meeting)}/observers`, sitsIn), 'observer')
  const attestation = await attests(scene, {
    sort: 'event',
    proposal: idOf(path),
    occurredOn: scene.clock.today(),
    event: { type: 'filing.reported', with: 'township', filedOn: scene.clock.today(), number: '一号' },
  })
  // Each village's own: the same bytes in both would be the same hash.
  const [picture, type] = logins === 'shiqiao' ? [png(), 'image/png'] : [jpeg(), 'image/jpeg']
  const photo = await must((await scene.clerk()).sendFile(`${scene.path}/files`, picture, type), 'photo')
  const session = await must((await scene.supervisor()).get('/api/session'), 'session')
  await must((await scene.administrator()).post(`${scene.path}/oversight`, { township: township.community }), 'grant')
  const entered = await must(
    (await township.signsIn()).post('/api/session/oversight', { community: scene.community }),
    'enter',
  )
  return {
    scene,
    ids: {
      community: scene.community,
      proposal: idOf(path),
      meeting: String(meeting),
      ballot: idOf(ballot),
      posting,
      topic: String(topic),
      adoption: (view.adoption as { readonly id: string }).id,
      attestation: idOf(attestation),
      demand: String(demand.id),
      account: String(session.account),
      person,
      unit: String(unit?.id),
      file: String(photo.sha256),
      guest: String(guest?.id),
    },
    as: {
      nobody: callerOf(world.url),
      resident: await scene.resident(person),
      representative: await scene.resident(representative),
      clerk: await scene.clerk(),
      supervisor: await scene.supervisor(),
      expert: await scene.expert('law'),
      administrator: await scene.administrator(),
      township: callerOf(world.url, String(entered.token)),
    },
  }
}

/** A township whose administrator signs in. */
export type Township = { readonly community: string; readonly signsIn: () => Promise<Caller> }

export const foundTownship = async ({ url, setupToken }: World): Promise<Township> => {
  const founded = await must(
    callerOf(url).post('/api/communities', {
      setupToken,
      sort: 'township',
      name: '临水镇',
      administrator: { login: 'administrator', password },
    }),
    'found',
  )
  const community = String(founded.community)
  return {
    community,
    signsIn: async () => {
      const { token } = await must(
        callerOf(url).post('/api/session', { community, login: 'administrator', password }),
        'sign in',
      )
      return callerOf(url, String(token))
    },
  }
}
