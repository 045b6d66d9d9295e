/**
 * npm run eval:questions [-- --file held | --file field] [-- --show]
 * What leaders and staff type, and what the grammar makes of it: right, asked back or refused, wrong. Wrong is an
 * answer to another question than was meant. README.md says how it was written and what counts as the same.
 */
import { readAsked } from '../../src/features/oversight/asking/read-asked.ts'
import { settleAsked } from '../../src/features/oversight/asking/settle.ts'
import type { Settled } from '../../src/features/oversight/asking/settled.ts'
import { AT, county, occasions } from './county.ts'
import { judge, type Verdict } from './judge.ts'
import { FILES, type Phrasing, previousOf, readPhrasings } from './phrasings.ts'

const file = FILES.find((one) => process.argv.includes(one)) ?? 'working'
const isShown = process.argv.includes('--show') && file !== 'held'

function settled({ said, before, shown }: Phrasing): Settled | undefined {
  const asked = readAsked(said, AT)
  if (asked === undefined) return undefined
  const known = { directory: county, occasions, previous: previousOf(before), at: AT }
  return settleAsked(asked, shown === undefined ? known : { ...known, shown })
}

const kindOf = ({ expect }: Phrasing) =>
  expect.act === undefined ? expect.kind : `${expect.kind} ${expect.act}`

const started = performance.now()
const judged = readPhrasings(file).map((phrasing) => {
  const got = settled(phrasing)
  return { phrasing, got, verdict: judge(phrasing.expect, got) }
})
const took = performance.now() - started

const share = (n: number, of: number) => (of === 0 ? '' : `${((100 * n) / of).toFixed(1)} %`)

function row(name: string, some: typeof judged): void {
  const n = (...verdicts: readonly Verdict[]) =>
    some.filter(({ verdict }) => verdicts.includes(verdict)).length
  const cells = [some.length, n('right'), n('asked back', 'refused'), n('wrong')]
  console.log(
    `${name.padEnd(22)}${cells.map((cell) => String(cell).padStart(22)).join('')}   ` +
      `${share(n('right'), some.length).padStart(8)}${share(n('wrong'), some.length).padStart(9)}`,
  )
}

console.log(
  `${file}.jsonl${' '.repeat(22 - file.length - 6)}` +
    `${['phrasings', 'right', 'asked back or refused', 'wrong'].map((cell) => cell.padStart(22)).join('')}      right    wrong`,
)
for (const [kind, some] of Map.groupBy(judged, ({ phrasing }) => kindOf(phrasing))) row(kind, some)
row(
  'hard',
  judged.filter(({ phrasing }) => phrasing.hard === true),
)
row('all', judged)
console.log(`${(took / judged.length).toFixed(2)} ms each`)

if (isShown)
  for (const { phrasing, got, verdict } of judged)
    if (verdict !== 'right') {
      console.log(`\n${verdict}: ${phrasing.id} ${phrasing.said}`)
      if (phrasing.before !== undefined) console.log(`  before ${JSON.stringify(phrasing.before)}`)
      console.log(`  meant  ${JSON.stringify(phrasing.expect)}\n  got    ${JSON.stringify(got)}`)
    }
