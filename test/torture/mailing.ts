// A broadcast's long trial: 10,000 chats over three platforms, five kills, in hurried time.
//   npm run torture:mailing -- [--recipients N] [--wechat N] [--kills N] [--scale N] [--seed N]
import { parseArgs } from 'node:util'
import { runMailingTorture } from './mailing-run.ts'

const { values } = parseArgs({
  options: {
    recipients: { type: 'string', default: '10000' },
    wechat: { type: 'string', default: '500' },
    kills: { type: 'string', default: '5' },
    scale: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
})
const began = performance.now()
const { verdict, fates, complaints, kills } = await runMailingTorture({
  recipients: Number(values.recipients),
  onWechat: Number(values.wechat),
  kills: Number(values.kills),
  scale: Number(values.scale),
  seed: Number(values.seed),
  ...(process.env.DATABASE_URL ? { databaseUrl: process.env.DATABASE_URL } : {}),
  log: console.error,
})
const figures = [verdict.inChat, verdict.inJson, verdict.inDatabase].map((one) =>
  JSON.stringify(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))),
)
const none = (list: readonly string[]) => [String(list.length), list.length === 0] as const
const rows: readonly (readonly [string, string, boolean])[] = [
  ['killed', String(kills), kills === Number(values.kills)],
  ['what the platforms did', JSON.stringify(fates), true],
  ['not in one final state', ...none(verdict.unfinished)],
  ['got it twice', ...none(verdict.twice)],
  ['written down wrongly', ...none(verdict.untrue)],
  ['missing or not meant', ...none(verdict.strangers)],
  ['figures in chat', JSON.stringify(verdict.inChat), figures[0] === figures[2]],
  ['in notices --json', JSON.stringify(verdict.inJson), figures[1] === figures[2]],
  ['in the database', JSON.stringify(verdict.inDatabase), true],
  ['told that it is done', `${verdict.toldDone} times`, verdict.toldDone === 1],
]
for (const [what, is, isGood] of rows) console.log(`${isGood ? '  ' : '✗ '}${what.padEnd(26)} ${is}`)
for (const one of [...verdict.unfinished, ...verdict.untrue, ...verdict.twice, ...verdict.strangers].slice(
  0,
  10,
))
  console.log(`    ${one}`)
console.log(
  `  complaints                 ${complaints.length} ${[...new Set(complaints)].slice(0, 5).join(' | ')}`,
)
console.log(`  seconds                    ${Math.round((performance.now() - began) / 1_000)}`)
process.exitCode = rows.every(([, , isGood]) => isGood) ? 0 : 1
