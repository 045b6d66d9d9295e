// The post room's long trial: 10,000 letters to 3,000 chats, three kills, in hurried time.
//   npm run torture:letters -- [--letters N] [--chats N] [--kills N] [--scale N] [--seed N]
import { parseArgs } from 'node:util'
import { runPostTorture } from './post-run.ts'

const { values } = parseArgs({
  options: {
    letters: { type: 'string', default: '10000' },
    chats: { type: 'string', default: '3000' },
    kills: { type: 'string', default: '3' },
    scale: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
  },
})
const began = performance.now()
const { verdict, complaints, questions, impatient, took } = await runPostTorture({
  letters: Number(values.letters),
  chats: Number(values.chats),
  kills: Number(values.kills),
  scale: Number(values.scale),
  seed: Number(values.seed),
  ...(process.env.DATABASE_URL ? { databaseUrl: process.env.DATABASE_URL } : {}),
  log: console.error,
})
const slowest = [...verdict.answerWaits].sort((a, b) => b.ms - a.ms)
const waits = slowest.map(({ ms }) => ms).reverse()
const at = (share: number, of: readonly number[] = waits) =>
  `${Math.round(of[Math.floor((of.length - 1) * share)] ?? 0)} ms`
const share = verdict.ratePerSecond / verdict.allowedPerSecond
const rows: readonly (readonly [string, string, boolean])[] = [
  ['letters', JSON.stringify(verdict.states), verdict.unfinished.length === 0],
  ['what the platform did', JSON.stringify(verdict.fates), true],
  ['accepted twice', String(verdict.acceptedTwice.length), verdict.acceptedTwice.length === 0],
  ['written down wrongly', String(verdict.untrue.length), verdict.untrue.length === 0],
  ['sent while told to wait', String(impatient), impatient === 0],
  ['most in a second', `${verdict.mostASecond} of 30`, verdict.mostASecond <= 30],
  ['most to a chat in a second', `${verdict.mostAChatSecond} of 1`, verdict.mostAChatSecond <= 1],
  ['most to a group in a minute', `${verdict.mostAGroupMinute} of 20`, verdict.mostAGroupMinute <= 20],
  [
    'rate while not stopped',
    `${verdict.ratePerSecond.toFixed(1)} a second, ${(share * 100).toFixed(1)} %`,
    share >= 0.95,
  ],
  ['answers', `${waits.length} of ${questions}`, verdict.unanswered.length === 0],
  [
    'their wait',
    `half ${at(0.5)}, of a hundred 99 ${at(0.99)}, longest ${at(1)}`,
    (waits.at(-1) ?? 0) < 2_000,
  ],
]
for (const [what, is, isGood] of rows) console.log(`${isGood ? '  ' : '✗ '}${what.padEnd(28)} ${is}`)
for (const one of [...verdict.unfinished, ...verdict.untrue, ...verdict.acceptedTwice].slice(0, 10))
  console.log(`    ${one}`)
console.log(
  `  a letter’s way               half ${at(0.5, took)}, of a hundred 99 ${at(0.99, took)}, there and back`,
)
for (const { text, at: written, ms, others } of slowest.slice(0, 3).filter((one) => one.ms >= 2_000))
  console.log(
    `    ${text} written ${new Date(written).toISOString()}, ${Math.round(ms)} ms, ${others} others left`,
  )
console.log(
  `  complaints                   ${complaints.length} ${[...new Set(complaints)].slice(0, 5).join(' | ')}`,
)
console.log(
  `  seconds                      ${Math.round(verdict.lastedSeconds)} in hurried time, ${Math.round(verdict.stoppedSeconds)} of them stopped; ${Math.round((performance.now() - began) / 1_000)} on the clock`,
)
process.exitCode = rows.every(([, , isGood]) => isGood) ? 0 : 1
