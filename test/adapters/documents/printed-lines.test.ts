import { describe, expect, test } from 'vitest'
import { joinPages } from '../../../src/adapters/documents/join-pages.ts'
import {
  isPageNumber,
  linesOf,
  type Printed,
  paragraphsOf,
} from '../../../src/adapters/documents/printed-lines.ts'
import { gatherTable } from '../../../src/adapters/documents/table-grid.ts'
import { wholeLetters, wideMarks } from '../../../src/adapters/documents/whole-letters.ts'

/** A run of words ten points high; Chinese letters are as wide as they are high. */
const run = (text: string, left: number, line: number, gap = 18): Printed => ({
  text,
  left,
  right: left + [...text].length * 10,
  top: line * gap,
  height: 10,
})
const page = (...runs: readonly Printed[]) => paragraphsOf(linesOf(runs))
const wide = '企业应当在规定的期限内向中心提出申请提交合同和'

describe('printed lines', () => {
  test('go on while they fill the measure, and end where one is set in or stops short', () => {
    const text = page(
      run(wide.slice(2), 20, 1),
      run('凭证。', 0, 2),
      run(wide.slice(2), 20, 3),
      run(wide, 0, 4),
      run(wide.slice(0, 20), 0, 5),
    )
    expect(text.lines).toEqual([`${wide.slice(2)}凭证。`, `${wide.slice(2)}${wide}${wide.slice(0, 20)}`])
  })

  test('in the middle of the page stand by themselves', () => {
    const text = page(
      run('用工补贴办法', 85, 1),
      run(wide.slice(2), 20, 2),
      run(wide, 0, 3),
      run('的。', 0, 4),
    )
    expect(text.lines[0]).toBe('用工补贴办法')
    expect(text.lines).toHaveLength(2)
  })

  test('of an article each are articles and no table, with the blank behind their numbers', () => {
    const text = page(
      ...['第一条', '第二条', '第十二条'].flatMap((number, at) => [
        run(number, 20, at + 1),
        run(['企业可以申请补贴。', '三月底前申请。', '本办法自印发之日起施行。'][at] ?? '', 70, at + 1),
      ]),
    )
    expect(text.tables).toEqual([])
    expect(text.lines).toEqual([
      '第一条 企业可以申请补贴。',
      '第二条 三月底前申请。',
      '第十二条 本办法自印发之日起施行。',
    ])
  })

  test('with cells at the same places are a table, also where a cell runs over two lines', () => {
    const text = page(
      run('项目', 0, 1),
      run('标准', 80, 1),
      run('期限', 160, 1),
      run('培训补贴', 0, 2),
      run('每人60元', 80, 2),
      run('培训后三', 160, 2),
      run('个月内', 160, 3),
      run('用工补贴', 0, 4),
      run('每人1500元', 80, 4),
      run('六个月内', 160, 4),
    )
    expect(text.tables).toEqual([
      {
        rows: [
          ['项目', '标准', '期限'],
          ['培训补贴', '每人60元', '培训后三个月内'],
          ['用工补贴', '每人1500元', '六个月内'],
        ],
      },
    ])
    expect(text.lines).toEqual(['\uFFFC'])
  })

  test.each(['— 3 —', '第 3 页 共 9 页', '3/9', '12'])('%s is the number of a page', (text) => {
    expect(isPageNumber(text)).toBe(true)
  })
  test.each(['第三条', '2026年', '共 9 人', '60元'])('%s is none', (text) => {
    expect(isPageNumber(text)).toBe(false)
  })
})

describe('pages one after another', () => {
  const long = '企业应当在规定的期限内向县人力资源服务中心提出申请并提交'
  test('a sentence goes on over the page, a new clause does not, and each knows its page', () => {
    const { lines, numbers } = joinPages([
      { lines: ['第一条 总则。', long], tables: [] },
      { lines: ['合同和凭证。', '第三条 附则。'], tables: [] },
      { lines: ['第四条 本办法自公布之日起施行。'], tables: [] },
    ])
    expect(lines).toEqual([
      '第一条 总则。',
      `${long}合同和凭证。`,
      '第三条 附则。',
      '第四条 本办法自公布之日起施行。',
    ])
    expect(numbers).toEqual([1, 1, 2, 3])
  })
  test('a table goes on over the page, its head is not a row of it', () => {
    const head = ['项目', '标准']
    const { tables, lines } = joinPages([
      { lines: ['\uFFFC'], tables: [{ rows: [head, ['甲', '1元']] }] },
      { lines: ['\uFFFC', '完。'], tables: [{ rows: [head, ['乙', '2元']] }] },
    ])
    expect(tables).toEqual([{ rows: [head, ['甲', '1元'], ['乙', '2元']], page: 1 }])
    expect(lines).toEqual(['\uFFFC', '完。'])
  })
})

test('what a cell says is written into every place that it covers', () => {
  expect(
    gatherTable([
      [
        { text: '类别', down: 2 },
        { text: '标准', across: 2 },
      ],
      [{ text: '城镇' }, { text: '农村' }],
      [{ text: '培训' }, { text: '60' }, { text: '80' }],
    ]),
  ).toEqual({
    rows: [
      ['类别', '标准', '标准'],
      ['类别', '城镇', '农村'],
      ['培训', '60', '80'],
    ],
  })
})

test('a frame around paragraphs is no table', () => {
  expect(gatherTable([[{ text: '申请条件：\n一、在本县登记。' }]])).toEqual({
    lines: ['申请条件：', '一、在本县登记。'],
  })
})

test('letters that were written as radicals are the letters that people type', () => {
  expect(wholeLetters('⼈⼒资源，⺠营企业，账⼾，2026年⼀⽉')).toBe('人力资源，民营企业，账户，2026年一月')
})

test('marks that a machine took for narrow ones are wide again, and figures keep theirs', () => {
  expect(wideMarks('云人社发[2026]18号')).toBe('云人社发〔2026〕18号')
  expect(wideMarks('《一）企业,应当提交(原件)')).toBe('（一）企业，应当提交（原件）')
  expect(wideMarks('每人1,500元，比例为1:3')).toBe('每人1,500元，比例为1:3')
})
