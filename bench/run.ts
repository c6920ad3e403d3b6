import { defineCommand, runMain } from 'citty'
import { benchGrowth, type Growth } from './growth.ts'
import { benchProposalPage, type PageOutcome } from './proposal-page.ts'
import { benchVerify, type Verified } from './verify.ts'
import { benchVote, type Outcome } from './vote.ts'

const tell = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

const table = ({ name, ratio, ceiling, service, naive, p99, pgbench, runs }: Outcome): string =>
  [
    'way      votes  seconds  votes/s  load',
    ...runs.map(({ way, votes, seconds, perSecond, load }) =>
      [
        way.padEnd(7),
        String(votes).padStart(6),
        seconds.toFixed(2).padStart(8),
        perSecond.toFixed(0).padStart(8),
        load.toFixed(1).padStart(5),
      ].join(' '),
    ),
    `median of the ceiling ${ceiling.toFixed(0)}, of the service ${service.toFixed(0)}${naive === undefined ? '' : `, of the baseline ${naive.toFixed(0)}`} votes/s; pgbench ${pgbench?.toFixed(0) ?? 'not installed'}`,
    `at ${p99.votesPerSecond.toFixed(0)} votes/s, 99 of 100 within ${p99.ceiling.toFixed(1)} ms by the statement, ${p99.service.toFixed(1)} ms by the service`,
    `${name}: ratio ${ratio.toFixed(2)}`,
  ].join('\n')

const growthTable = ({ ratio, few, many, runs }: Growth): string =>
  [
    '     vote  ms a vote  load',
    ...runs.map(({ from, each, load }) =>
      [String(from).padStart(9), each.toFixed(3).padStart(10), load.toFixed(1).padStart(5)].join(' '),
    ),
    `medians ${few.toFixed(3)} and ${many.toFixed(3)} ms a vote; vote-growth: ratio ${ratio.toFixed(2)}`,
  ].join('\n')

const pageTable = ({ ratio, uncached, changing, processor, ceiling, runs }: PageOutcome): string =>
  [
    'way       answers  seconds  answers/s  ms each   bytes  load',
    ...runs.map(({ way, answers, seconds, perSecond, processor: each, bytes, load }) =>
      [
        way.padEnd(8),
        String(answers).padStart(8),
        seconds.toFixed(2).padStart(8),
        perSecond.toFixed(0).padStart(10),
        each.toFixed(3).padStart(8),
        String(bytes).padStart(7),
        load.toFixed(1).padStart(5),
      ].join(' '),
    ),
    `median of the ceiling ${ceiling.toFixed(0)} answers/s; by the server's processor time: ratio ${processor.ratio.toFixed(3)}, uncached ${processor.uncached.toFixed(3)}, changing ${processor.changing.toFixed(3)}; proposal-page: ratio ${ratio.toFixed(3)}, uncached ${uncached.toFixed(3)}, changing ${changing.toFixed(3)}`,
  ].join('\n')

const verifyTable = ({ ratio, processorRatio, entries, seconds, hashSeconds, peakMegabytes, runs }: Verified): string =>
  [
    'seconds  processor  hashed   MB  load',
    ...runs.map(({ verified, hashed, load }) =>
      [
        verified.seconds.toFixed(1).padStart(7),
        verified.processorSeconds.toFixed(1).padStart(10),
        hashed.seconds.toFixed(2).padStart(7),
        String(verified.peakMegabytes).padStart(4),
        load[0].toFixed(1).padStart(5),
      ].join(' '),
    ),
    `medians ${seconds.toFixed(1)} s for ${entries} entries and ${hashSeconds.toFixed(2)} s for hashing them, at most ${peakMegabytes} MB; verify: ratio ${ratio.toFixed(2)}, by processor time ${processorRatio.toFixed(2)}`,
  ].join('\n')

const whole = (text: string, atLeast: number, atMost: number): number => {
  const number = Number(text)
  if (!Number.isInteger(number) || number < atLeast || number > atMost)
    throw new Error(`a whole number from ${atLeast} to ${atMost} was expected, not ${text}`)
  return number
}

const measured = (name: Outcome['name'], description: string) =>
  defineCommand({
    meta: { name, description },
    args: {
      json: { type: 'boolean', description: 'End with one line of JSON' },
      runs: { type: 'string', description: 'Runs of each way', default: '5' },
      votes: { type: 'string', description: 'Voters in each run', default: '2000' },
    },
    run: async ({ args }) => {
      // An agenda holds at most fifty items; a sign-in list five thousand people.
      const size = { runs: whole(args.runs, 1, 14), votes: whole(args.votes, 1, 4500) }
      const outcome = await benchVote(name, size, tell)
      process.stdout.write(`${args.json ? JSON.stringify(outcome) : table(outcome)}\n`)
    },
  })

const growth = defineCommand({
  meta: { name: 'vote-growth', description: 'What a vote costs in a ballot of a million, against one of a thousand' },
  args: {
    json: { type: 'boolean', description: 'End with one line of JSON' },
    runs: { type: 'string', description: 'Runs in each ballot', default: '9' },
    many: { type: 'string', description: 'Votes that the larger ballot has', default: '1000000' },
  },
  run: async ({ args }) => {
    const outcome = await benchGrowth({ runs: whole(args.runs, 1, 13), many: whole(args.many, 1000, 10_000_000) }, tell)
    process.stdout.write(`${args.json ? JSON.stringify(outcome) : growthTable(outcome)}\n`)
  },
})

const verify = defineCommand({
  meta: { name: 'verify', description: 'Verifying a whole archive, against one hash an entry over the same bytes' },
  args: {
    json: { type: 'boolean', description: 'End with one line of JSON' },
    runs: { type: 'string', description: 'Runs of each way', default: '5' },
    entries: { type: 'string', description: 'Entries of the archive, at least', default: '1000000' },
  },
  run: async ({ args }) => {
    const size = { runs: whole(args.runs, 1, 100), atLeast: whole(args.entries, 1000, 10_000_000) }
    const done = await benchVerify(size, tell)
    process.stdout.write(`${args.json ? JSON.stringify(done) : verifyTable(done)}\n`)
  },
})

const proposalPage = defineCommand({
  meta: {
    name: 'proposal-page',
    description: 'A proposal with its comments as visitors see it, against an empty route',
  },
  args: {
    json: { type: 'boolean', description: 'End with one line of JSON' },
    runs: { type: 'string', description: 'Runs of each way', default: '5' },
    comments: { type: 'string', description: 'Comments on the proposal', default: '1000' },
    seconds: { type: 'string', description: 'Seconds of each run', default: '3' },
  },
  run: async ({ args }) => {
    const size = {
      runs: whole(args.runs, 1, 100),
      comments: whole(args.comments, 20, 100_000),
      seconds: whole(args.seconds, 1, 600),
    }
    const outcome = await benchProposalPage(size, tell)
    process.stdout.write(`${args.json ? JSON.stringify(outcome) : pageTable(outcome)}\n`)
  },
})

const subCommands = {
  'proposal-page': proposalPage,
  verify,
  vote: measured('vote', 'Votes per second by whole requests of known tokens, against one raw statement a vote'),
  'vote-cold': measured('vote-cold', 'The same with tokens that the server has never seen'),
  'vote-naive': measured('vote-naive', 'The same against the request written plainly with Hono and drizzle'),
  'vote-growth': growth,
}

await runMain(defineCommand({ meta: { name: 'bench', description: 'Measurements' }, subCommands }))
