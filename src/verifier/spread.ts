import { Worker } from 'node:worker_threads'
import type { Outcomes } from '../../workflows/verify/cases.ts'
import type { Answer, Given, Share } from './thread.ts'

/** How cases are spread: the program that the threads run, the open file, and how many threads. */
export interface Spreading {
  readonly program: URL
  readonly fd: number
  readonly size: number
  readonly threads: number
}

/** A thread is asked for so many cases at a time. */
const casesAtOnce = 4
/** All threads together keep so many entries of meetings at hand. */
const keptAtHand = 200_000
/** Each thread reads the community's chain for itself: a longer one would stand in memory too often. */
const communityAtMost = 20_000

/** Checks cases in several threads at once, and answers in the order of the record; undefined work is never taken for done. */
export const spreadOver = ({ program, fd, size, threads }: Spreading, inOneThread: Outcomes): Outcomes =>
  async function* (before) {
    const { cases } = before.source
    if (before.community.length > communityAtMost) return yield* inOneThread(before)
    const atHandAtMost = Math.floor(keptAtHand / threads)
    const given: Given = { fd, size, heads: before.heads, atHandAtMost }
    const shares = sharesOf(cases.length)
    const hired = Array.from({ length: Math.min(threads, shares.length) }, () => hire(program, given))
    const answers = shares.map(() => promised<Answer>())
    let next = 0
    const works = async (thread: Hired): Promise<void> => {
      for (let n = next; n < shares.length; n = next) {
        next += 1
        const [share, answer] = [shares[n], answers[n]]
        if (share) answer?.keep(await thread.ask(share))
      }
    }
    try {
      for (const thread of hired) void works(thread)
      for (const { kept } of answers) {
        const { outcomes, broken } = await kept
        yield* outcomes
        if (broken !== undefined) throw new Error(broken)
      }
    } finally {
      await Promise.all(hired.map((thread) => thread.dismiss()))
    }
  }

const sharesOf = (cases: number): readonly Share[] =>
  Array.from({ length: Math.ceil(cases / casesAtOnce) }, (_, n) => ({
    from: n * casesAtOnce,
    to: Math.min((n + 1) * casesAtOnce, cases),
  }))

const promised = <T>() => {
  let keep: (value: T) => void = () => undefined
  const kept = new Promise<T>((resolve) => {
    keep = resolve
  })
  return { kept, keep: (value: T) => keep(value) }
}

type Hired = ReturnType<typeof hire>

/** A thread that answers one question after another; once it has ended, by whatever cause, each answer says so. */
const hire = (program: URL, given: Given) => {
  const worker = new Worker(program, { workerData: given, execArgv: [] })
  let ended: Answer | undefined
  let answer: (said: Answer) => void = () => undefined
  const end = (why: string): void => {
    ended ??= { outcomes: [], broken: why }
    answer(ended)
  }
  worker.on('message', (said: string) => answer(JSON.parse(said) as Answer))
  worker.on('error', (error) => end(`a thread of the verifier failed: ${error.message}`))
  worker.on('exit', (code) => end(`a thread of the verifier ended before its work was done (${code})`))
  return {
    ask: (share: Share): Promise<Answer> =>
      new Promise((resolve) => {
        if (ended) return resolve(ended)
        answer = resolve
        worker.postMessage(share)
      }),
    dismiss: () => worker.terminate(),
  }
}
