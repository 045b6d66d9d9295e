import { describe, expect, it } from 'vitest'
import { readBrief } from '../../../../src/features/oversight/papers/read-brief.ts'
import { readCircular } from '../../../../src/features/oversight/papers/read-circular.ts'

const at = new Date('2026-11-23T08:00:00+08:00')
const first = (words: string) => readBrief(words, at)?.numbers.map(([number]) => number)

describe('a page is asked for', () => {
  it.each([
    ['给 0312 0298 0301 出一页协调会材料', ['2026-0312', '2026-0298', '2026-0301']],
    ['把0312和298号整理成一页纸的会议材料', ['2026-0312', '2026-0298']],
    ['0312、0298 做个汇报材料', ['2026-0312', '2026-0298']],
    ['2025-0044 出协调会材料 给我', ['2025-0044']],
    ['零三一二弄个材料', ['2026-0312']],
    ['11月25日下午3点的协调会 给0312、0312、0298准备一页材料', ['2026-0312', '2026-0298']],
    ['那个 给我把 312 301 弄成一页协调会用的材料呗', ['2026-0312', '2026-0301']],
  ])('%s', (words, numbers) => {
    expect(first(words)).toEqual(numbers)
  })

  it('of a list that was told, or the one for the meeting', () => {
    expect(readBrief('明细12的前五件出一页协调会材料', at)).toMatchObject({
      figure: { number: 12, line: 0 },
      top: 5,
      numbers: [],
    })
    expect(readBrief('明细12-3 出协调会材料', at)?.figure).toEqual({ number: 12, line: 3 })
    expect(readBrief('第二件和第四件出一页材料', at)).toMatchObject({ picks: [2, 4], last: true })
    expect(readBrief('这几件弄个协调会材料', at)).toMatchObject({ last: true })
    expect(readBrief('会议清单上的出一页材料', at)).toMatchObject({ awaiting: true })
    for (const said of [
      '超期的那几件也出一页',
      '超期没办完的出一页协调会材料',
      '把超期的这几件整理成一页材料',
    ])
      expect(readBrief(said, at)).toMatchObject({ of: 'overdue', last: false })
    expect(readBrief('没派单的前两件出一页材料', at)).toMatchObject({ of: 'unassigned', top: 2, last: false })
    expect(readBrief('0312 是超期的，出一页材料', at)).toMatchObject({
      of: null,
      numbers: [['2026-0312', '2025-0312']],
    })
    expect(readBrief('前三件出一页材料', at, '还有 6 件没办完…… 明细34')).toMatchObject({
      figure: { number: 34 },
      top: 3,
    })
    expect(readBrief('这件出一页协调会材料', at, '2026-0312 宏远机械 超期 2 天')?.numbers).toEqual([
      ['2026-0312'],
    ])
  })

  it.each([
    '申请设备补贴要什么材料',
    '0312 暂停 等企业准备材料',
    '0312 补充材料',
    '让金融办准备一份汇报材料，三天内给我',
    '0312 转给王县长，写个汇报材料',
    '协调会 0312 0307 11月25日15:00 金融办',
    '还有几件没办完',
    '材料不全退回',
  ])('not by: %s', (words) => {
    expect(readBrief(words, at)).toBeUndefined()
  })
})

describe('the circular is asked for', () => {
  it.each([
    ['10月通报', '2026-10'],
    ['出一下十月份的通报', '2026-10'],
    ['上个月的诉求办理情况通报', '2026-10'],
    ['帮我起草本月通报', '2026-11'],
    ['去年12月通报草稿', '2025-12'],
    ['12月通报', '2025-12'],
    ['出通报', '2026-10'],
    ['那个 月度通报给我看看', '2026-10'],
  ])('%s', (words, month) => {
    expect(readCircular(words, at)).toEqual({ month })
  })

  it.each(['通报批评宏远机械', '10月5日的通报', '群发通知 10月通报', '把通报发给农机商会', '三季度通报'])(
    'not by: %s',
    (words) => {
      expect(readCircular(words, at)).toBeUndefined()
    },
  )
})
