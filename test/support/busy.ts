import { readFileSync } from 'node:fs'

/** The clock ticks by which Linux counts a process's time. */
const ticks = 100

/** What the children that have ended took of the processor, in seconds, with their own; known on Linux alone. */
const childrenSeconds = (): number => {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8')
    const [user = 0, system = 0] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(13, 15)
      .map(Number)
    return (user + system) / ticks
  } catch {
    return 0
  }
}

/** How long this process and its ended children kept the processor busy: what makes a suite slow on two cores. */
export const busySeconds = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6 + childrenSeconds()
}
