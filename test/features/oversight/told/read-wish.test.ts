import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readWish } from '../../../../src/features/oversight/told/read-wish.ts'

describe('how somebody wants the digest', () => {
  it.each([
    ['早报改到7点半', 450],
    ['把早报改到八点一刻吧', 495],
    ['早报推迟到九点', 540],
    ['早报改到六点半', 390],
    ['早报 7:30 发', 450],
    ['早报改到晚上八点', 1200],
    ['俺想早报整到七点', 420],
    ['每天早上的简报改成8点20', 500],
  ])('%s: at that hour', (said, minute) => {
    expect(readWish(said)).toEqual({ kind: 'hour', minute })
  })

  it.each(['早报换个时间', '早报早一点', '早报时间能不能改改'])(
    '%s: another hour, and which is asked',
    (said) => {
      expect(readWish(said)).toEqual({ kind: 'hour', minute: null })
    },
  )

  it('moves by what is said, to either side', () => {
    expect(readWish('早报提前半小时')).toEqual({ kind: 'shift', minutes: -30 })
    expect(readWish('早报晚一个小时发吧')).toEqual({ kind: 'shift', minutes: 60 })
  })

  it.each(['不要早报了', '早报莫发了', '以后别给我发早报', '早报停了吧', '取消早报', '俺不想看早报咯'])(
    '%s: switched off',
    (said) => {
      expect(readWish(said)).toEqual({ kind: 'off' })
    },
  )

  it.each(['恢复早报', '早报还是发吧', '重新给我发早报'])('%s: on again', (said) => {
    expect(readWish(said)).toEqual({ kind: 'on' })
  })

  it('a few days are not all days', () => {
    expect(readWish('明天不要早报')).toEqual({ kind: 'pause' })
    expect(readWish('这周早报先停')).toEqual({ kind: 'pause' })
  })

  it.each([
    '早报上超期的两件是哪几件',
    '早报里第二条详细说说',
    '今天早报说新增3件',
    '早报发给王县长',
    '通知大家看早报',
    '不要了',
    '改到7点半',
  ])('%s: no order about the digest', (said) => {
    expect(readWish(said)).toBeUndefined()
  })

  it('never throws, and an hour is one of the day', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const wish = readWish(`${before}早报${after}`)
        if (wish?.kind === 'hour' && wish.minute !== null) {
          expect(wish.minute).toBeGreaterThanOrEqual(0)
          expect(wish.minute).toBeLessThan(24 * 60)
        }
      }),
    )
  })
})
