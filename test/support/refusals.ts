import * as assert from 'uvu/assert'
import type { Answer } from '../../src/demo/client.ts'
import { must, type Scene } from '../../src/demo/stage.ts'
import type { GateGround } from '../../workflows/stages/gate.ts'
import { type Call, callOf, idOf } from './cases.ts'

/** A refusal as it came over the wire: its facts, and of a closed gate what is not met, as code, have and need. */
export interface Stopped {
  readonly facts: Readonly<Record<string, unknown>>
  readonly unmet: readonly (readonly [code: string, have: number, need: number])[]
  /** The first unmet ground of a code. */
  readonly ground: (code: string) => GateGround
}

/** What may be seen of a case and of its chain: a refusal must leave both as they were. */
const seen = async (scene: Scene, proposal: string): Promise<unknown> => {
  const clerk = await scene.clerk()
  const head = await must(clerk.get(`${scene.path}/chains/proposal~${idOf(proposal)}/head`), 'head')
  return [await must(clerk.get(proposal), 'proposal'), head]
}

const groundsOf = (facts: Readonly<Record<string, unknown>>): readonly GateGround[] => {
  const because = facts.because as { readonly grounds?: readonly GateGround[] } | undefined
  return (facts.grounds as readonly GateGround[] | undefined) ?? because?.grounds ?? []
}

/** An answer that refuses with this code, taken apart. */
export const stoppedWith = ({ status, body }: Answer, code: string): Stopped => {
  assert.ok(status >= 400 && status < 500, `${status} ${JSON.stringify(body)}`)
  assert.is(body.code, code, JSON.stringify(body.facts))
  const facts = body.facts as Stopped['facts']
  const unmet = groundsOf(facts).filter(({ met }) => !met)
  return {
    facts,
    unmet: unmet.map(({ code, have, need }) => [code, have, need] as const),
    ground: (code) => {
      const found = unmet.find((ground) => ground.code === code)
      if (!found) throw new Error(`no unmet ground ${code} in ${JSON.stringify(facts)}`)
      return found
    },
  }
}

/** Tries what must be refused with this code and must leave the case and its chain as they were. */
export const stopped = async (
  scene: Scene,
  proposal: string,
  attempt: () => Promise<Answer>,
  code: string,
): Promise<Stopped> => {
  const before = await seen(scene, proposal)
  const answer = await attempt()
  const refusal = stoppedWith(answer, code)
  assert.equal(await seen(scene, proposal), before, `${code} left something behind`)
  return refusal
}

/** Tries an event as the clerk that must be refused. */
export const stoppedSaying = (
  scene: Scene,
  proposal: string,
  type: string,
  input: Readonly<Record<string, unknown>>,
  code: string,
): Promise<Stopped> =>
  stopped(scene, proposal, async () => (await scene.clerk()).post(`${proposal}/events`, { type, ...input }), code)

/** Tries to post something of the proposal as the clerk that must be refused. */
export const stoppedPosting = (
  scene: Scene,
  proposal: string,
  path: string,
  input: Readonly<Record<string, unknown>>,
  code: string,
): Promise<Stopped> => stopped(scene, proposal, async () => (await scene.clerk()).post(path, input), code)

/** Puts a question in a meeting; it must be refused. */
export const refusesQuestion = (
  scene: Scene,
  proposal: string,
  meeting: string,
  input: object = {},
  code = 'gate_closed',
): Promise<Stopped> =>
  stoppedPosting(scene, proposal, `${meeting}/ballots`, { proposal: idOf(proposal), ...input }, code)

/** Calls a body for the proposal, lawfully but for some change; it must be refused. */
export const refusesCall = async (
  scene: Scene,
  proposal: string,
  call: Call,
  change: object = {},
  code = 'gate_closed',
): Promise<Stopped> =>
  stoppedPosting(
    scene,
    proposal,
    `${scene.path}/meetings`,
    { ...(await callOf(scene, [proposal], call)), ...change },
    code,
  )

/** The numbers of a code's grounds: have, need and of. */
export const numbers = (grounds: readonly GateGround[], code: string) =>
  grounds.filter((ground) => ground.code === code).map(({ have, need, of }) => [have, need, of])
