import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../../src/features/policy/reading/read-document.ts'
import { type SourceTable, tableDrafts } from '../../../../src/features/policy/reading/source-table.ts'

const texts = (table: SourceTable) => tableDrafts(table, 1, []).map(({ text }) => text)

describe('rows of a table', () => {
  test('stand with the names of their columns, without the row’s number', () => {
    expect(
      texts({
        rows: [
          ['序号', '项目', '标准'],
          ['1', '培训', '60元'],
          ['2', '用工', ''],
        ],
      }),
    ).toEqual(['项目：培训；标准：60元', '项目：用工'])
  })
  test('with a head of two rows have both names', () => {
    expect(
      texts({
        rows: [
          ['类别', '标准', '标准'],
          ['类别', '城镇', '农村'],
          ['培训', '60', '80'],
        ],
      }),
    ).toEqual(['类别：培训；标准·城镇：60；标准·农村：80'])
  })
  test('of two columns without a head say what the left one names', () => {
    expect(
      texts({
        rows: [
          ['申请条件', '在本县登记并正常经营一年以上。'],
          ['受理地点', '县政务大厅三楼。'],
        ],
      }),
    ).toEqual(['申请条件：在本县登记并正常经营一年以上。', '受理地点：县政务大厅三楼。'])
  })
  test('below a band across the table belong to it, and one above the head is the title', () => {
    const rows = [
      ['补贴标准表', '补贴标准表'],
      ['项目', '标准'],
      ['一、制造业', '一、制造业'],
      ['培训', '60元'],
    ]
    expect(tableDrafts({ rows }, 2, ['第二部分'])).toEqual([
      {
        locator: '表2第2行',
        heading: '第二部分·补贴标准表·一、制造业',
        text: '项目：培训；标准：60元',
        kind: 'row',
      },
    ])
  })
})

test('a table in Markdown is read as one, under its heading, and the text around it stays', () => {
  const text = [
    '# 用工补贴办法',
    '第一条 补贴标准如下：',
    '| 对象 | 标准 |',
    '| --- | ---: |',
    '| 毕业生 | 1500元 |',
    '| 退役军人 | 2000元 |',
    '第二条 本办法自2026年1月1日起施行。',
  ].join('\n')
  const { passages } = readDocument({ name: 'a.md', text, format: 'markdown' })
  expect(passages.map(({ locator, text, kind }) => [locator, text, kind])).toEqual([
    ['第一条', '第一条 补贴标准如下：', undefined],
    ['表1第1行', '对象：毕业生；标准：1500元', 'row'],
    ['表1第2行', '对象：退役军人；标准：2000元', 'row'],
    ['第二条', '第二条 本办法自2026年1月1日起施行。', undefined],
  ])
})

test('bars in a row of a collection are no table', () => {
  const text = '甲|乙\n--|--\n丙|丁'
  const { passages } = readDocument({ name: 'r', text, format: 'jsonl-row' })
  expect(passages.map((passage) => passage.text).join('\n')).toBe(text)
})
