/**
 * npm run eval:written -- PATH [--kept]
 * How well the checks of written answers tell true sentences from spoilt ones: every sentence of a corpus (PATH/law and
 * PATH/wiki-reading, or folders with a corpus.jsonl) is written with itself as its quote, once as it stands and once
 * for each way of spoiling it. As it stands it should leave, spoilt it should not. --kept prints what left all the same.
 */

import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkWritten } from '../../src/features/policy/answers/written/check-written.ts'
import type { Citable } from '../../src/features/policy/answers/written/citable.ts'
import { JsonlRow } from '../../src/features/policy/reading/read-document.ts'
import { splitSentences } from '../../src/features/policy/reading/split-sentences.ts'
import { percent } from '../search/figures.ts'

const { values, positionals } = parseArgs({
  options: { kept: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const folders = positionals
  .flatMap((path) => [path, join(path, 'law'), join(path, 'wiki-reading')])
  .filter((path) => existsSync(join(path, 'corpus.jsonl')))
if (folders.length === 0) {
  console.error(
    'Usage: npm run eval:written -- PATH [--kept]\nPATH holds corpus.jsonl, or law/ and wiki-reading/ with one.',
  )
  process.exit(2)
}

/** Gives the sentence and its quote as they are written, or nothing where it cannot be spoilt so. */
type Way = (sentence: string) => { text: string; quote: string } | undefined
const spoilt =
  (pattern: RegExp, by: (found: string) => string): Way =>
  (sentence) => {
    const text = sentence.replace(pattern, by)
    return text === sentence ? undefined : { text, quote: sentence }
  }
const WAYS: Readonly<Record<string, Way>> = {
  'as it stands': (sentence) => ({ text: sentence, quote: sentence }),
  'figure + 7': spoilt(/\d+/u, (figure) => String(Number(figure) + 7)),
  'Chinese figure changed': spoilt(/[一二三四五六七八](?=[十百千万]?[日年月倍元人])/u, () => '九'),
  'amount added': spoilt(/。$/u, () => '，另收三百元。'),
  'person added': spoilt(/。$/u, () => '，请联系王建国。'),
  'promise added': spoilt(/。$/u, () => '，您放心保证给您办成。'),
  'office changed': spoilt(/公安机关|人民法院|市场监督管理部门/u, () => '县税务局'),
  '不得 → 可以': spoilt(/不得(?![不已]|超过|低于|少于|高于|多于)/u, () => '可以'),
  '可以 → 不可以': spoilt(/(?<!不)可以/u, () => '不可以'),
  '应当 → 不用': spoilt(/应当/u, () => '不用'),
  '以上 → 以下': spoilt(/(?<=[日年月元人名%])以上/u, () => '以下'),
  '不超过 → 不低于': spoilt(/不(?:得)?超过/u, () => '不低于'),
  'one character of the quote left out': (sentence) => {
    const middle = [...sentence].findIndex((sign, at) => at >= sentence.length / 2 && sign.trim() !== '')
    if (middle < 0) return undefined
    return { text: sentence, quote: sentence.slice(0, middle) + sentence.slice(middle + 1) }
  },
}

for (const folder of folders) {
  const rows = readFileSync(join(folder, 'corpus.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JsonlRow.parse(JSON.parse(line)))
  const passages = rows.map(passageOf)
  console.log(`\n${basename(folder)}: ${passages.length} passages`)
  console.table(
    Object.fromEntries(Object.entries(WAYS).map(([name, way]) => [name, tried(name, way, passages)])),
  )
}

function passageOf({ doc_id, title = '', text }: JsonlRow): Citable {
  const source = {
    doc: doc_id,
    document: doc_id,
    title,
    locator: '第1段',
    position: 0,
    validity: 'current' as const,
  }
  return { source, text, isPublic: true }
}

function tried(name: string, way: Way, passages: readonly Citable[]): Record<string, string | number> {
  let sentences = 0
  let left = 0
  for (const passage of passages) {
    for (const line of splitSentences(passage.text)) {
      const sentence = line.trim()
      const written = sentence.length < 8 || sentence.length > 120 ? undefined : way(sentence)
      // Repeated characters: with one left out it may still stand there.
      if (written === undefined || (written.quote !== sentence && passage.text.includes(written.quote)))
        continue
      sentences += 1
      const { text, quote } = written
      const { kept } = checkWritten([{ text, cites: [{ passage: 1, quote }] }], [passage])
      if (kept.length === 0) continue
      left += 1
      if (values.kept && name !== 'as it stands') console.log(`${name}: ${text}`)
    }
  }
  return { sentences, 'left, %': percent(sentences === 0 ? 0 : left / sentences) }
}
