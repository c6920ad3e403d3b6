type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
type Schema = { readonly [key: string]: Json }

/** No text or list is longer than the longest request, and no number beyond what every client can count with. */
const longestText = 6_000_000
const longestList = 100_000
const largest = Number.MAX_SAFE_INTEGER
const lengths: Readonly<Record<string, number>> = { uuid: 36, date: 10, 'date-time': 35, binary: longestText }
const int32 = 2_147_483_647

const isObject = (value: Json | undefined): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const typesOf = ({ type }: Schema): readonly Json[] => (Array.isArray(type) ? type : type === undefined ? [] : [type])

const bounds = (schema: Schema): Schema => {
  const types = typesOf(schema)
  if (types.includes('string') && !('enum' in schema) && !('const' in schema) && !('maxLength' in schema))
    return { maxLength: lengths[String(schema.format)] ?? longestText }
  if (types.includes('integer')) {
    const minimum = typeof schema.minimum === 'number' ? schema.minimum : -largest
    const maximum = typeof schema.maximum === 'number' ? schema.maximum : largest
    return { minimum, maximum, format: maximum <= int32 && minimum >= -int32 ? 'int32' : 'int64' }
  }
  if (types.includes('array') && !('maxItems' in schema)) return { maxItems: longestList }
  return {}
}

/** States the bounds that hold everywhere: what the body's limit, the paging and the arithmetic see to. */
export const bounded = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(bounded)
  if (!isObject(value)) return value
  const inner = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, bounded(one)]))
  return { ...inner, ...('type' in value ? bounds(value) : {}) }
}

/** Says each refusal once: every operation refers to the same few answers. */
export const withSharedProblems = (document: Json): Json => {
  if (!isObject(document) || !isObject(document.paths)) return document
  const problems: Record<string, Json> = {}
  const refer = (responses: Schema): Schema =>
    Object.fromEntries(
      Object.entries(responses).map(([status, response]) => {
        if (Number(status) < 400) return [status, response]
        problems[`Problem${status}`] ??= response
        return [status, { $ref: `#/components/responses/Problem${status}` }]
      }),
    )
  const paths = Object.entries(document.paths).map(([path, methods]) => [
    path,
    isObject(methods)
      ? Object.fromEntries(
          Object.entries(methods).map(([method, operation]) => [
            method,
            isObject(operation) && isObject(operation.responses)
              ? { ...operation, responses: refer(operation.responses) }
              : operation,
          ]),
        )
      : methods,
  ])
  const components = isObject(document.components) ? document.components : {}
  return { ...document, paths: Object.fromEntries(paths), components: { ...components, responses: problems } }
}
