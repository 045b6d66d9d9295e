import { expect, test } from 'vitest'
import { readNumbering } from '../../../src/adapters/documents/docx-numbering.ts'

const level = (at: number, format: string, text: string, start = 1) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`

const numbering = (lists: string) =>
  `<?xml version="1.0"?><w:numbering xmlns:w="w">
    <w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '第%1条')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '·')}${level(1, 'decimal', '%1.%2')}</w:abstractNum>
    ${lists}</w:numbering>`

test('articles, items and points are counted as Word counts them', () => {
  const { next } = readNumbering(
    numbering('<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>'),
    undefined,
  )
  const at = (level: number) => next({ list: '5', level })
  expect([at(0), at(1), at(1), at(2), at(0), at(1), at(0)]).toEqual([
    '第一条',
    '（一）',
    '（二）',
    '1.',
    '第二条',
    '（一）',
    '第三条',
  ])
  for (let n = 4; n < 10; n++) at(0)
  expect([at(0), at(0)]).toEqual(['第十条', '第十一条'])
  for (let n = 12; n < 101; n++) at(0)
  expect(at(0)).toBe('第一百零一条')
})

test('two lists of one definition go on counting, one that begins anew counts by itself', () => {
  const { next } = readNumbering(
    numbering(`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`),
    undefined,
  )
  const of = (list: string) => next({ list, level: 0 })
  expect([of('1'), of('2'), of('3'), of('1'), of('3')]).toEqual([
    '第一条',
    '第二条',
    '第一条',
    '第三条',
    '第二条',
  ])
})

test('bullets are no numbers, and a list that is not there counts nothing', () => {
  const { next } = readNumbering(
    numbering('<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'),
    undefined,
  )
  expect(next({ list: '1', level: 0 })).toBe('')
  expect(next({ list: '9', level: 0 })).toBe('')
  expect(readNumbering(undefined, undefined).next({ list: '1', level: 0 })).toBe('')
})

test('a style brings its numbering along', () => {
  const styles = `<w:styles xmlns:w="w"><w:style w:styleId="Article"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr></w:style></w:styles>`
  expect(readNumbering(undefined, styles).ofStyle('Article')).toEqual({ list: '7', level: 1 })
})
