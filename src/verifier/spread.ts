import { setImmediate as turn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { casesOf, type Outcomes } from '../../workflows/verify/cases.ts'
import { type Answer, answerOf, type Given, type Heads, type Share } from './thread.ts'

/** What threads are hired for: the program that they run, the open file, and how many are to work, this one among them. */
export interface Spreading {
  readonly program: URL
  readonly fd: number
  readonly size: number
  readonly threads: number
}

/** Threads that open the file for themselves while it is opened here, and check cases as they are asked to. */
export interface Hired {
  /** Checks cases in all threads at once, and answers in the order of the record. */
  readonly outcomes: Outcomes
  readonly dismiss: () => Promise<void>
}

/** A thread is asked for so many cases at a time, and has so many questions before it. */
const casesAtOnce = 4
const askedAhead = 2
/** What another thread has for what is soon forgotten: less than it would take. */
const maxYoungGenerationSizeMb = 32
/** All threads together keep so many entries of meetings at hand. */
const keptAtHand = 200_000
/** Each thread reads the community's chain for itself: a longer one would stand in memory too often. */
const communityAtMost = 20_000

/** Hires threads for a file; who hires them dismisses them. */
export const hire = ({ program, fd, size, threads }: Spreading, inOneThread: Outcomes): Hired => {
  const atHandAtMost = Math.floor(keptAtHand / threads)
  const others = Array.from({ length: threads - 1 }, () => hireOne(program, { fd, size, atHandAtMost }))
  return {
    dismiss: async () => {
      await Promise.all(others.map(({ dismiss }) => dismiss()))
    },
    outcomes: async function* (before) {
      if (before.community.length > communityAtMost) return yield* inOneThread(before)
      const answers = sharesOf(before.source.cases.length).map((share) => ({ share, ...promised() }))
      const toDo = answers.values()
      const check = casesOf(before, atHandAtMost)
      let over = false
      const works = async (ask: (share: Share) => Promise<Answer>): Promise<void> => {
        for (const { share, give } of toDo) {
          if (over) return
          give(await ask(share))
        }
      }
      try {
        for (const { tell, ask } of others) {
          tell(before.heads)
          for (let n = 0; n < askedAhead; n += 1) void works(ask)
        }
        // What the others have said meanwhile is heard between two shares of one's own.
        void works(async (share) => {
          const answer = await answerOf(check, share)
          await turn()
          return answer
        })
        for (const { share, given: answer } of answers) {
          const { outcomes, broken } = await answer
          yield* outcomes
          if (broken !== undefined) throw new Error(broken)
          if (outcomes.length < share.to - share.from) throw new Error('a thread of the verifier left cases out')
        }
      } finally {
        over = true
      }
    },
  }
}

const sharesOf = (cases: number): readonly Share[] =>
  Array.from({ length: Math.ceil(cases / casesAtOnce) }, (_, n) => ({
    from: n * casesAtOnce,
    to: Math.min((n + 1) * casesAtOnce, cases),
  }))

/** An answer that is still to come. */
const promised = () => {
  let give: (answer: Answer) => void = () => undefined
  const given = new Promise<Answer>((resolve) => {
    give = resolve
  })
  return { given, give: (answer: Answer) => give(answer) }
}

/** A thread that answers one question after another; once it has ended, by whatever cause, each answer says so. */
const hireOne = (program: URL, given: Given) => {
  const worker = new Worker(program, { workerData: given, execArgv: [], resourceLimits: { maxYoungGenerationSizeMb } })
  const asked: ((answer: Answer) => void)[] = []
  let ended: Answer | undefined
  const end = (why: string): void => {
    ended ??= { outcomes: [], broken: why }
    for (const answer of asked.splice(0)) answer(ended)
  }
  worker.on('message', (said: string) => asked.shift()?.(JSON.parse(said) as Answer))
  worker.on('error', (error) => end(`a thread of the verifier failed: ${error.message}`))
  worker.on('exit', (code) => end(`a thread of the verifier ended before its work was done (${code})`))
  return {
    tell: (heads: Heads) => worker.postMessage(heads),
    ask: (share: Share): Promise<Answer> =>
      new Promise((resolve) => {
        if (ended) return resolve(ended)
        asked.push(resolve)
        worker.postMessage(share)
      }),
    dismiss: () => worker.terminate(),
  }
}
