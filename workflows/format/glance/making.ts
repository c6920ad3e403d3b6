/** Makes an object of the values of its keys, in the order of the schema; undefined where one is left out. */
export type Making = (values: readonly unknown[]) => object

/** The object of these keys, as far as they have values. */
export const objectOf =
  (keys: readonly string[]): Making =>
  (values) => {
    const made: Record<string, unknown> = {}
    for (let n = 0; n < keys.length; n += 1) {
      const [key, value] = [keys[n], values[n]]
      if (key !== undefined && value !== undefined) made[key] = value
    }
    return made
  }

/** The same where some members are mostly left out: an engine makes an object sooner at once than member by member. */
export const mostly = (keys: readonly string[], usual: (values: readonly unknown[]) => object | undefined): Making => {
  const general = objectOf(keys)
  return (values) => usual(values) ?? general(values)
}
