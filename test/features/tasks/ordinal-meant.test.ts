import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesMeant, linesOf, onLines } from '../../../src/features/tasks/ordinal-meant.ts'
import { wishOf } from '../../../src/features/tasks/plan-giving.ts'

const AT = new Date('2026-03-05T10:00:00+08:00')
const LETTER = [
  '还有 12 件没办完，其中 1 件超期。',
  '6. 2026-0003 天禾农机 融资 办理中，超期 2 天',
  '7. 2026-0007 五峰铸件 水电气 已派单',
  '8. 2026-0011 青芽茶业 用工 已登记',
  '还有 4 件没列，说“继续”看其余；明细12',
].join('\n')

describe('which line is meant', () => {
  it.each([
    ['把第二件转给王县长阅，三天内回我', [2]],
    ['第1个请金融办抓紧', [1]],
    ['第一、第三件都转给金融办', [1, 3]],
    ['第一和三件请供电公司办', [1, 3]],
    ['前两件请金融办三天内报我', [1, 2]],
    ['最后一件转给王县长', [-1]],
    ['这几件都要抓紧', [0]],
    ['都转给金融办，一周内回我', [0]],
    ['每一件都给我回话', [0]],
    ['请金融办三天内报我', []],
    ['第二个工作日前报我', []],
    ['按管理办法第三条办', []],
    ['请金融办第二季度前办结', []],
  ])('%s', (text, lines) => expect(linesMeant(text)).toEqual(lines))

  it('这三件 are all of three, and of five nobody knows which', () => {
    expect(linesMeant('这三件都请金融办报我', 3)).toEqual([0])
    expect(linesMeant('这三件请金融办报我', 5)).toEqual([])
  })
})

describe('the lines of a letter', () => {
  it('go by the number before them, also on a later page', () => {
    expect(onLines([7], linesOf(LETTER))).toEqual(['2026-0007'])
    expect(onLines([-1], linesOf(LETTER))).toEqual(['2026-0011'])
    expect(onLines([2], linesOf(LETTER)), 'there is no second here').toEqual([])
  })
  it('go by their order where they have none', () =>
    expect(onLines([2], linesOf('2026-0003 天禾农机\n2026-0007 五峰铸件'))).toEqual(['2026-0007']))
  it('give nothing that the list does not have', () =>
    fc.assert(
      fc.property(fc.string(), fc.string(), (said, letter) => {
        const list = linesOf(letter)
        const numbers = new Set(list.values())
        for (const number of onLines(linesMeant(said, list.size), list)) expect(numbers).toContain(number)
      }),
    ))
})

describe('what is wanted', () => {
  it('of a list: the line that is named, several, all, or it is asked', () => {
    expect(wishOf('第7件转给王县长', LETTER, AT)).toMatchObject({ alternatives: ['2026-0007'], also: [] })
    expect(wishOf('第6、7件转给王县长', LETTER, AT)).toMatchObject({
      alternatives: ['2026-0003'],
      also: [['2026-0007']],
    })
    expect(wishOf('这三件都转给王县长', LETTER, AT).also).toEqual([['2026-0007'], ['2026-0011']])
    expect(wishOf('转给王县长', LETTER, AT)).toMatchObject({ alternatives: [], candidates: { length: 3 } })
  })
  it('without a letter a line is one of the list shown last', () =>
    expect(wishOf('第二件转给王县长', undefined, AT)).toMatchObject({ alternatives: [], lines: [2] }))
  it('of more than can be given in one breath it is asked which', () => {
    const long = Array.from({ length: 12 }, (_, i) => `${i + 1}. 2026-00${i + 10} 天禾农机`).join('\n')
    expect(wishOf('都转给王县长', long, AT)).toMatchObject({ also: [], candidates: { length: 9 }, of: 12 })
  })
  it('a told number is meant by its code, or by what a digest calls it', () => {
    const digest = '早报\n新增 3 件（明细5-1）\n超期 2 件（明细5-2）\n您批示的有回音 1 件：J-0003'
    expect(wishOf('明细12-3转给王县长阅', undefined, AT)).toMatchObject({
      figure: { number: 12, line: 3 },
      lines: [0],
      alternatives: [],
    })
    expect(wishOf('超期的请金融办三天内报我', digest, AT).figure).toEqual({ number: 5, line: 2 })
    expect(wishOf('超期的第一件请金融办报我', digest, AT)).toMatchObject({ lines: [1] })
    expect(wishOf('请金融办三天内报我', digest, AT).figure, 'nobody knows which').toBeNull()
  })
  it('several numbers in a row are several, others are said of the first', () => {
    expect(wishOf('0312、0298 和 0301 都转给金融办', undefined, AT)).toMatchObject({
      alternatives: ['2026-0312', '2025-0312'],
      also: [
        ['2026-0298', '2025-0298'],
        ['2026-0301', '2025-0301'],
      ],
    })
    expect(wishOf('0312 参照 0298 的办法办，请金融办报我', undefined, AT).also).toEqual([])
  })
})
