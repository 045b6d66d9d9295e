/**
 * npm run eval:receipts [-- --misses]
 * Lines as people type them while a notice awaits receipts (open.tsv, held.tsv, later.tsv), and what the house makes of them:
 * right, wrong, left to staff. Every line is taken by itself, as the first that its speaker says.
 * A wrong attribution is a receipt that should not be, or another than it should be; a missed one leaves somebody in
 * the list of those who did not answer. What nobody could know is left to staff rightly, and counted as left to staff.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { attribute } from '../../src/features/notices/receipts/attribute.ts'
import { audience, county, groupOf } from './county.ts'
import { type Case, judge, type Verdict } from './verdict.ts'

const isShown = process.argv.includes('--misses')

function casesOf(file: string): readonly Case[] {
  return readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [by = '', words = '', expected = ''] = line.split('\t')
      return { by, words, expected }
    })
}

function measure(cases: readonly Case[]): ReadonlyMap<Verdict, readonly Case[]> {
  return Map.groupBy(cases, (one) => {
    const code = one.by.startsWith('=') ? undefined : one.by
    const shown = code === undefined ? one.by.slice(1) : (county.people.get(code)?.name ?? '')
    // Those of the other chamber's firms say it in their own group.
    const chamber = code === undefined && /海味轩|冬冬|广发|丽人/u.test(shown) ? 'food' : groupOf(code)
    return judge(one, attribute(one.words, { code, shown, chamber }, audience, county))
  })
}

console.log(
  'lines                       all  right  wrong attribution  missed  left to staff (of these rightly)',
)
const FILES = ['open.tsv', 'held.tsv', 'later.tsv']
for (const [name, files] of [
  ['written with the rules', ['open.tsv']],
  ['held back', ['held.tsv']],
  ['written afterwards', ['later.tsv']],
  ['all', FILES],
] as const) {
  const cases = files.flatMap(casesOf)
  const by = measure(cases)
  const n = (verdict: Verdict) => by.get(verdict)?.length ?? 0
  const staff = n('rightly left') + n('left')
  const share = `${((100 * staff) / cases.length).toFixed(1)} %`
  console.log(
    `${name.padEnd(24)}${String(cases.length).padStart(7)}${String(n('right') + n('rightly left')).padStart(7)}` +
      `${String(n('wrong')).padStart(19)}${String(n('missed')).padStart(8)}${String(staff).padStart(8)} ${share} (${n('rightly left')})`,
  )
  if (!isShown || name === 'all') continue
  for (const verdict of ['wrong', 'missed', 'left'] as const)
    for (const { by: who, words, expected } of by.get(verdict) ?? [])
      console.log(`  ${verdict}: ${who}  ${words}  (${expected})`)
}
