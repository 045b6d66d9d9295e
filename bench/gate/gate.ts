/**
 * How often the gate wrongly stops ordinary text: the product's own words, ordinary sentences of groups
 * (ordinary.txt), and any files named on the command line. Everything is taken for an automatic letter to a public
 * group of the demonstration's county, the strictest case. `--show` prints what was stopped.
 *
 *   npm run bench:gate -- --show some/notices.txt
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkLetter, prepareNames } from '../../src/kernel/privacy.ts'

const root = join(import.meta.dirname, '../..')
const county = JSON.parse(readFileSync(join(root, 'demo/roster.json'), 'utf8')) as {
  people: { name: string }[]
  companies: { name: string; aliases?: string[] }[]
}
const names = prepareNames({
  people: county.people.map(({ name }) => name),
  companies: county.companies.flatMap(({ name, aliases = [] }) => [name, ...aliases]),
})

/** What a `${…}` in the product's texts stands for: a number, or words where two of them touch. */
function fill(template: string): string {
  const slot = /\$\{(?:[^{}]|\{[^{}]*\})*\}/u
  let text = template
  for (let found = slot.exec(text); found !== null; found = slot.exec(text)) {
    const before = text.slice(0, found.index)
    const after = text.slice(found.index + found[0].length)
    text = `${before}${/\d$/u.test(before) || after.startsWith('${') ? '这一件' : '2026-0313'}${after}`
  }
  return text
}

function ownTexts(): readonly string[] {
  const found: string[] = []
  for (const file of globSync(join(root, 'src/**/*.texts.ts'))) {
    const source = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '')
    for (const [, single, template] of source.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/gu)) {
      const text = fill((single ?? template ?? '').replaceAll('\\n', '\n'))
      if ((text.match(/[\u4e00-\u9fa5]/gu) ?? []).length >= 6) found.push(text)
    }
  }
  return found
}

const linesOf = (file: string) =>
  readFileSync(file, 'utf8')
    .split(/\n|(?<=[。！？])/u)
    .map((line) => line.trim())
    .filter((line) => (line.match(/[\u4e00-\u9fa5]/gu) ?? []).length >= 4)

const isShown = process.argv.includes('--show')

function measure(title: string, texts: readonly string[]): void {
  const kinds = new Map<string, number>()
  let stopped = 0
  const started = performance.now()
  for (const text of texts) {
    const { passes, findings } = checkLetter({
      text,
      origin: 'automatic',
      place: { kind: 'group', audience: 'public' },
      names,
    })
    if (passes) continue
    stopped += 1
    for (const kind of new Set(findings.map((one) => one.kind))) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    if (isShown)
      console.log(
        `    ${findings.map(({ kind, text: said }) => `${kind} ${said}`).join(', ')}: ${text.slice(0, 80)}`,
      )
  }
  const each = ((performance.now() - started) * 1000) / Math.max(1, texts.length)
  const rate = ((100 * stopped) / Math.max(1, texts.length)).toFixed(1)
  const by = [...kinds].map(([kind, n]) => `${kind} ${n}`).join(', ')
  console.log(
    `${title}: ${stopped} of ${texts.length} stopped (${rate} %)${by === '' ? '' : `: ${by}`}; ${each.toFixed(0)} µs each`,
  )
}

measure("the product's own words", ownTexts())
measure('ordinary sentences of groups', linesOf(join(import.meta.dirname, 'ordinary.txt')))
for (const file of process.argv.slice(2).filter((one) => !one.startsWith('--'))) measure(file, linesOf(file))
