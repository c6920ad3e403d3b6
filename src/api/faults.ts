import type { core } from 'zod'

/** Where input is at fault, as a path of field names, and how. */
export interface Fault {
  readonly at: string
  readonly message: string
}

const placed = (path: readonly PropertyKey[], message: string): Fault => ({
  at: path.map(String).join('.') || '(body)',
  message,
})

/** Each fault at its own field: a field that nobody asked for by its name, and of several shapes the one that comes nearest. */
export const faultsOf = (issues: readonly core.$ZodIssue[], above: readonly PropertyKey[] = []): readonly Fault[] =>
  issues.flatMap((issue): readonly Fault[] => {
    const path = [...above, ...issue.path]
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => placed([...path, key], 'not asked for'))
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const shapes = issue.errors.map((shape) => faultsOf(shape, path))
      return shapes.reduce((nearest, shape) => (shape.length < nearest.length ? shape : nearest))
    }
    return [placed(path, issue.message)]
  })
