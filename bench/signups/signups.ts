/** How many rows of chains are kept right, wrong, or left to staff: `npm run eval:signups` prints a table. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { judgeCase, type Verdict } from './judge-case.ts'
import { readCases } from './read-cases.ts'

const { values } = parseArgs({
  options: { show: { type: 'boolean', default: false }, only: { type: 'string' } },
})
const here = import.meta.dirname
const halves = values.only === undefined ? ['open', 'held'] : [values.only]

console.log('half  chains  rows  right  left to staff  wrong')
for (const half of halves) {
  const cases = readCases(readFileSync(join(here, `${half}.txt`), 'utf8'))
  const verdicts = cases.flatMap((one) => judgeCase(one).map((verdict) => ({ ...verdict, title: one.title })))
  const count = (kind: Verdict['kind']) => verdicts.filter((verdict) => verdict.kind === kind).length
  const share = (kind: Verdict['kind']) =>
    `${count(kind)} (${((100 * count(kind)) / verdicts.length).toFixed(1)} %)`
  console.log([half, cases.length, verdicts.length, share('right'), share('left'), share('wrong')].join('  '))
  if (values.show) {
    for (const { kind, title, words } of verdicts)
      if (kind !== 'right') console.log(`  ${kind}: ${title}: ${words}`)
  }
}
