import { describe, expect, it } from 'vitest'
import { decodeText, formatOf } from '../../../../src/features/policy/reading/document-format.ts'
import { readJsonl } from '../../../../src/features/policy/reading/jsonl.ts'
import { readDocument } from '../../../../src/features/policy/reading/read-document.ts'

describe('a collection of documents', () => {
  it('names every broken line and keeps the others', () => {
    const text = [
      '\ufeff{"doc_id":"a","title":"甲","text":"第一条 甲。"}',
      'not json',
      '',
      '{"doc_id":"","text":"x"}',
      '{"doc_id":"a","text":"再来一次"}',
      '{"doc_id":"b","text":"乙"}\r',
    ].join('\n')
    expect(readJsonl(text)).toMatchObject([
      { kind: 'document', line: 1, source: { name: 'a', title: '甲' } },
      { kind: 'broken', line: 2, reason: '这一行不是 JSON。' },
      { kind: 'broken', line: 4, reason: expect.stringContaining('doc_id') },
      { kind: 'broken', line: 5, doc: 'a', reason: expect.stringContaining('第 1 行') },
      { kind: 'document', line: 6, source: { name: 'b' } },
    ])
  })
})

it('a name that no list could show is no name, and what no text holds is taken out of one', () => {
  const rows = readJsonl(
    ['a\\u0000b', 'a\\nb', 'a\\u202eb', 'a\\ud800', 'ok']
      .map((doc) => `{"doc_id":"${doc}","text":"第一条 补\\u0000贴\\u202e1500\\ud800元。"}`)
      .join('\n'),
  )
  expect(rows.map(({ kind }) => kind)).toEqual(['broken', 'broken', 'broken', 'broken', 'document'])
  const [text] = rows.flatMap((row) => (row.kind === 'document' ? readDocument(row.source).passages : []))
  expect(text?.text).toBe('第一条 补贴1500\ufffd元。')
})

describe('bytes of a text file', () => {
  const gb18030 = Uint8Array.from([0xb9, 0xa4, 0xc9, 0xcc, 0xc1, 0xaa])
  const utf16 = Uint8Array.from([0xff, 0xfe, 0xe5, 0x5d, 0x46, 0x55])
  it.each([
    ['UTF-8', new TextEncoder().encode('工商联'), '工商联'],
    ['UTF-8 with a mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('工商')]), '工商'],
    ['GB18030, as old editors save it', gb18030, '工商联'],
    ['UTF-16 with a mark', utf16, '工商'],
  ])('are read as %s', (_encoding, bytes, text) => {
    expect(decodeText(bytes)).toBe(text)
  })
  it('are refused where they are no text', () => {
    expect(decodeText(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]))).toBeUndefined()
    expect(decodeText(Uint8Array.from([0x81, 0xff, 0xff, 0x80]))).toBeUndefined()
  })
  it('count as what the ending says', () => {
    expect(['a.TXT', 'b.md', 'c.jsonl', 'd.pdf', 'noending'].map(formatOf)).toEqual([
      'text',
      'markdown',
      'jsonl',
      undefined,
      undefined,
    ])
  })
})
