import { z } from 'zod'
import type { GateGround } from '../../workflows/stages/gate.ts'

const people = z.looseObject({
  entitled: z.int(),
  present: z.int(),
  yes: z.int(),
  no: z.int(),
  abstain: z.int(),
  spoiled: z.int(),
})
const kept = z.looseObject({
  tally: z.looseObject({ people }).optional(),
  grounds: z.array(z.looseObject({ code: z.string(), have: z.int(), need: z.int(), met: z.boolean() })),
})

/** A closed ballot as it was kept: its numbers, where hands or papers said yes or no, and each ground of its verdict. */
export interface Kept {
  readonly people: z.output<typeof people> | undefined
  readonly grounds: readonly GateGround[]
}

/** What a ballot came to, or nothing while it is open. */
export const resultOf = (result: unknown): Kept | undefined => {
  const read = kept.safeParse(result)
  return read.success
    ? { people: read.data.tally?.people, grounds: read.data.grounds as unknown as readonly GateGround[] }
    : undefined
}
