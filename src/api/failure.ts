const connectionLost = /^(ECONN|EPIPE|ETIMEDOUT|CONNECTION_|CONNECT_TIMEOUT|57P0|53300|08)/

const fieldOf = (cause: unknown, field: string): string | undefined => {
  if (typeof cause !== 'object' || cause === null) return undefined
  const value: unknown = Reflect.get(cause, field)
  return typeof value === 'string' ? value : undefined
}

const causesOf = (error: unknown): readonly unknown[] =>
  error instanceof Error && error.cause !== undefined ? [error, error.cause] : [error]

/** True where the database could not be reached: nothing was acknowledged. */
export const isUnavailable = (error: unknown): boolean =>
  causesOf(error).some((cause) => connectionLost.test(fieldOf(cause, 'code') ?? ''))

/**
 * What may be logged of a failure. A database error repeats the statement's parameters (names, ID numbers, hashes) in its
 * message and the row in its details: of it only the code, the table and the constraint are told.
 */
export const failureFacts = (error: unknown): Readonly<Record<string, string>> => {
  const causes = causesOf(error)
  const told = ['code', 'table_name', 'constraint_name'].flatMap((field) => {
    const value = causes.map((cause) => fieldOf(cause, field)).find((one) => one !== undefined)
    return value === undefined ? [] : [[field, value] as const]
  })
  const ofDatabase = causes.some(
    (cause) => fieldOf(cause, 'severity') !== undefined || fieldOf(cause, 'query') !== undefined,
  )
  const message = error instanceof Error ? error.message : String(error)
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const frames = stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
  return {
    error: error instanceof Error ? error.name : 'unknown',
    ...(ofDatabase ? {} : { message }),
    ...Object.fromEntries(told),
    stack: frames,
  }
}
