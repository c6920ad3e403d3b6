import { defineCommand, runMain } from 'citty'
import { benchVote, type Outcome } from './vote.ts'

const tell = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

const table = ({ ratio, ceiling, service, runs }: Outcome): string =>
  [
    'way      votes  seconds  votes/s',
    ...runs.map(({ way, votes, seconds, perSecond }) =>
      [way.padEnd(7), String(votes).padStart(6), seconds.toFixed(2).padStart(8), perSecond.toFixed(0).padStart(8)].join(
        ' ',
      ),
    ),
    `median of the ceiling ${ceiling.toFixed(0)}, of the service ${service.toFixed(0)} votes/s; ratio ${ratio.toFixed(2)}`,
  ].join('\n')

const whole = (text: string, atLeast: number, atMost: number): number => {
  const number = Number(text)
  if (!Number.isInteger(number) || number < atLeast || number > atMost)
    throw new Error(`a whole number from ${atLeast} to ${atMost} was expected, not ${text}`)
  return number
}

const vote = defineCommand({
  meta: { name: 'vote', description: 'Votes per second through the service, against one raw statement a vote' },
  args: {
    json: { type: 'boolean', description: 'End with one line of JSON' },
    runs: { type: 'string', description: 'Runs of each way', default: '3' },
    votes: { type: 'string', description: 'Voters in each run', default: '2000' },
  },
  run: async ({ args }) => {
    // An agenda holds at most fifty items, two of them for the turn that is not counted; a sign-in list five thousand people.
    const outcome = await benchVote({ runs: whole(args.runs, 1, 24), votes: whole(args.votes, 1, 4500) }, tell)
    process.stdout.write(`${args.json ? JSON.stringify(outcome) : table(outcome)}\n`)
  },
})

await runMain(defineCommand({ meta: { name: 'bench', description: 'Measurements' }, subCommands: { vote } }))
