// The long version: 500 messages from 40 people, 100 kills.
//   npm run torture -- [--kills N] [--messages N] [--people N] [--seed N]
import { parseArgs } from 'node:util'
import { runTorture } from './run-torture.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    messages: { type: 'string', default: '500' },
    people: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
  },
})
const began = performance.now()
const { verdict, result } = await runTorture({
  kills: Number(values.kills),
  messages: Number(values.messages),
  people: Number(values.people),
  seed: Number(values.seed),
  ...(process.env.DATABASE_URL ? { databaseUrl: process.env.DATABASE_URL } : {}),
  log: console.error,
})
const bad = [
  verdict.lost,
  verdict.doubled,
  verdict.sentTwice,
  verdict.unknown,
  verdict.unaccounted,
  verdict.outOfOrder,
  result.complaints,
]
console.log(
  `kills                ${result.kills} (${result.groupKills} of the whole process group), ${result.starts} starts`,
)
console.log(`appeals              ${verdict.appeals} of ${verdict.expected} expected`)
console.log(`messages lost        ${verdict.lost.length}   with effect twice  ${verdict.doubled.length}`)
console.log(`letters              ${JSON.stringify(verdict.letters)}`)
console.log(
  `letters sent twice   ${verdict.sentTwice.length}   printed but unknown  ${verdict.unknown.length}   unaccounted  ${verdict.unaccounted.length}`,
)
console.log(`letters out of order ${verdict.outOfOrder.length}`)
console.log(`complaints           ${result.complaints.length} ${result.complaints.slice(0, 3).join(' | ')}`)
console.log(`seconds              ${Math.round((performance.now() - began) / 1000)}`)
process.exitCode = bad.every((list) => list.length === 0) && verdict.appeals === verdict.expected ? 0 : 1
