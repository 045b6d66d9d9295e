import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createLexicon } from '../../../../../src/features/policy/search/lexicon/lexicon.ts'
import {
  type LexiconLine,
  lineInWords,
  readLine,
} from '../../../../../src/features/policy/search/lexicon/lexicon-line.ts'
import { readLexicon } from '../../../../../src/features/policy/search/lexicon/read-lexicon.ts'
import { unknownWords } from '../../../../../src/features/policy/search/lexicon/unknown-words.ts'
import { readLexiconFile } from '../../../../../src/read-lexicon-file.ts'

const lexicon = createLexicon([
  { said: ['拖工钱', '欠薪'], written: ['拖欠劳动报酬'] },
  { said: ['没…合同'], written: ['未订立书面劳动合同'] },
  { said: ['N+1'], written: ['经济补偿'] },
])
const written = (question: string) => lexicon.wordingsOf(question).map(({ text }) => text)

it('a word of the question brings what rules write for it, and says what it stands for', () => {
  expect(lexicon.wordingsOf('老板欠薪三个月怎么办')).toEqual([
    { text: '拖欠劳动报酬', weight: 0.6, instead: '欠薪' },
  ])
  expect(written('公司给N+1吗')).toEqual(['经济补偿'])
  expect(written('公司给ｎ+1吗')).toEqual(['经济补偿'])
  expect(written('营业执照到期了')).toEqual([])
})

it('a line that is said in two ways at once is searched for once', () => {
  expect(written('欠薪，拖工钱')).toEqual(['拖欠劳动报酬'])
})

it('a gap takes a few characters, and not another clause', () => {
  expect(written('一直没签劳动合同')).toEqual(['未订立书面劳动合同'])
  expect(written('没合同')).toEqual(['未订立书面劳动合同'])
  expect(written('没钱，合同也到期了')).toEqual([])
  expect(written('没有人来找过我说起这份合同')).toEqual([])
})

it('what stands at the very end or alone is found too', () => {
  expect(written('欠薪')).toEqual(['拖欠劳动报酬'])
  expect(written('')).toEqual([])
})

it('lines that know some words are told, from either side', () => {
  expect(lexicon.linesFor('报酬')).toEqual([{ said: ['拖工钱', '欠薪'], written: ['拖欠劳动报酬'] }])
  expect(lexicon.linesFor('没签合同')).toHaveLength(1)
  expect(lexicon.linesFor('采矿')).toEqual([])
})

it('a line is read as people type it', () => {
  const line = { said: ['过桥', '倒贷'], written: ['转贷', '应急周转'] }
  for (const typed of [
    '过桥 倒贷 = 转贷 应急周转',
    '过桥、倒贷＝转贷，应急周转',
    '“过桥” “倒贷”→“转贷”、“应急周转”。',
    ' 过桥 倒贷 过桥=转贷  应急周转 ',
  ])
    expect(readLine(typed)).toEqual(line)
  expect(readLine('没...合同 = 未订立书面劳动合同')).toMatchObject({ said: ['没…合同'] })
})

it.each([
  ['过桥 转贷', 'no-sign'],
  ['过桥 = 转贷 = 倒贷', 'no-sign'],
  [' = 转贷', 'nothing-said'],
  ['过桥 = ', 'nothing-written'],
  ['桥 = 转贷', 'too-short'],
  ['桥… = 转贷', 'too-short'],
  [`过桥 = ${'转'.repeat(41)}`, 'too-long'],
  [`${Array.from({ length: 17 }, (_, at) => `说法${at}`).join(' ')} = 转贷`, 'too-many'],
])('%s is refused: %s', (typed, fault) => {
  expect(readLine(typed)).toMatchObject({ fault })
})

it('in a file a wrong line is named and the others hold', () => {
  const read = readLexicon('\ufeff# 说明\r\n\r\n欠薪 = 拖欠劳动报酬\r\n桥 = 转贷\r\n')
  expect(read).toEqual({
    lines: [{ said: ['欠薪'], written: ['拖欠劳动报酬'] }],
    wrong: [{ line: 4, text: '桥 = 转贷', fault: 'too-short' }],
  })
})

it('the lexicon of the product can be read, has several hundred lines, and none twice', () => {
  const lines = readLexiconFile()
  expect(lines.length).toBeGreaterThan(500)
  expect(new Set(lines.map(lineInWords)).size).toBe(lines.length)
})

it('an operator’s own file that is wrong is named with the line', () => {
  expect(() => readLexiconFile('/nowhere/words.txt')).toThrow(
    /NIANGJIA_LEXICON: \/nowhere\/words\.txt: cannot be read/u,
  )
})

const form = fc.stringMatching(/^[一-十甲-癸]{2,6}$/u)
const lineOf: fc.Arbitrary<LexiconLine> = fc.record({
  said: fc.uniqueArray(form, { minLength: 1, maxLength: 4 }),
  written: fc.uniqueArray(form, { minLength: 1, maxLength: 4 }),
})

it('whatever a line says, it is read again as it was written down', () => {
  fc.assert(
    fc.property(lineOf, (line) => {
      expect(readLine(lineInWords(line))).toEqual(line)
    }),
  )
})

it('every wording stands for words that are in the question', () => {
  fc.assert(
    fc.property(fc.array(lineOf, { maxLength: 6 }), fc.array(form, { maxLength: 4 }), (lines, words) => {
      const question = words.join('')
      const found = createLexicon(lines).wordingsOf(question)
      for (const { instead = '?' } of found) expect(question).toContain(instead)
      const said = lines.filter((line) => line.said.some((one) => question.includes(one)))
      expect(found.map(({ text }) => text)).toEqual(said.flatMap((line) => line.written))
    }),
  )
})

it('words that no document says are told apart from those that some do', () => {
  const documents = '申请应急转贷资金的企业应当提交借款合同，利息由企业承担。'
  const isKnown = (pair: string) => documents.includes(pair)
  expect(unknownWords('过桥资金的利息咋算', isKnown)).toEqual(['过桥'])
  expect(unknownWords('申请转贷要提交什么', isKnown)).not.toContain('转贷')
  const exports = new Set(['出口', '保险'])
  expect(unknownWords('出口保险多少', (pair) => exports.has(pair))).toEqual([])
})
