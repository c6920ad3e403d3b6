import * as assert from 'uvu/assert'
import type { Answer, Caller } from '../../src/demo/client.ts'
import { must, type Scene } from '../../src/demo/stage.ts'

/** What was seen on paper. */
const evidence = '会议记录和签到表原件,存档第 12 号'

/** The clerk enters what happened on paper; answers as the server does. */
export const enters = async (scene: Scene, what: object): Promise<Answer> =>
  (await scene.clerk()).post(`${scene.path}/attestations`, { evidence, what })

/** The same, taken; answers the attestation's path. */
export const attests = async (scene: Scene, what: object): Promise<string> => {
  const { attestation } = await must(enters(scene, what), 'attest')
  return `${scene.path}/attestations/${String(attestation)}`
}

/** Somebody confirms. */
export const confirms = (caller: Caller, attestation: string): Promise<Answer> => caller.post(`${attestation}/confirm`)

/** Entered by the clerk, confirmed by the supervision committee, and on the record; answers what it came to. */
export const onRecord = async (scene: Scene, what: object): Promise<Readonly<Record<string, unknown>>> => {
  const attestation = await attests(scene, what)
  const { outcome, result } = await must(confirms(await scene.supervisor(), attestation), 'confirm')
  assert.is(outcome, 'confirmed')
  return result as Readonly<Record<string, unknown>>
}

/** What a proposal's chain says, oldest first. */
export const chainOf = async (scene: Scene, proposal: string) => {
  const id = proposal.slice(proposal.lastIndexOf('/') + 1)
  const { items } = await must((await scene.clerk()).get(`${scene.path}/chains/proposal~${id}?limit=1000`), 'chain')
  return (items as readonly { readonly bytes: string }[]).map(
    ({ bytes }) =>
      JSON.parse(bytes) as {
        readonly kind: string
        readonly occurredOn?: string
        readonly attested?: { readonly evidence: string; readonly confirmedBy: readonly string[] }
        readonly actor: string
        readonly data: Readonly<Record<string, unknown>>
      },
  )
}
