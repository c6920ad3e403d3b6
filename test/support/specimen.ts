import { z } from 'zod'

/** Words that a string of the record may be; the first that a shape admits is its specimen. */
const words = [
  '01890a5d-ac96-774b-bcce-000000000001',
  'a'.repeat(64),
  '2026-03-02',
  '2026-03-02T01:02:03.004Z',
  '2026',
  'CN-37',
  'six-step@1',
  'A'.repeat(43),
  'expert:law',
  'law',
]

/** A value that a schema takes; whole with what may be left out. */
export const specimen = (schema: z.core.$ZodType, whole: boolean): unknown => {
  if (schema instanceof z.ZodOptional) return whole ? specimen(schema.def.innerType, whole) : undefined
  if (schema instanceof z.ZodArray) return [specimen(schema.def.element, whole)]
  if (schema instanceof z.ZodRecord)
    return { [String(specimen(schema.def.keyType, whole))]: specimen(schema.def.valueType, whole) }
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(
      Object.entries(schema.shape)
        .map(([key, inner]) => [key, specimen(inner, whole)] as const)
        .filter(([, value]) => value !== undefined),
    )
  if (schema instanceof z.ZodEnum) return schema.options[0]
  if (schema instanceof z.ZodBoolean) return true
  if (schema instanceof z.ZodLiteral) return [...schema.values][0]
  const found = [1, ...words].find((word) => z.safeParse(schema, word).success)
  if (found === undefined) throw new Error('no specimen fits')
  return found
}
