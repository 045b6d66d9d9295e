import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toHalfWidth } from '../../src/kernel/chinese-numbers.ts'
import { isoShanghai, shanghaiDate } from '../../src/kernel/clock.ts'
import { findHour, findMoment, momentAt } from '../../src/kernel/spoken-moment.ts'
import { loadCalendar } from '../../src/kernel/working-days.ts'

const CALENDAR = loadCalendar()
/** A Wednesday. */
const NOW = shanghaiDate(2026, 11, 18, 10, 0)

function said(text: string): string {
  const found = findMoment(text, NOW)
  if (found === undefined) return 'nothing'
  const at = momentAt(found.moment, NOW, CALENDAR)
  return at instanceof Date ? isoShanghai(at).slice(0, 16) : `load ${at.missingYear}`
}

test('a day is meant as people name it, and ends when the offices close', () => {
  for (const [words, day] of [
    ['到11月30日', '2026-11-30T17:30'],
    ['截至十一月三十日', '2026-11-30T17:30'],
    ['2026-11-30前', '2026-11-30T17:30'],
    ['到11.30', '2026-11-30T17:30'],
    ['25号前', '2026-11-25T17:30'],
    ['10号', '2026-12-10T17:30'],
    ['明天', '2026-11-19T17:30'],
    ['后天下班前', '2026-11-20T17:30'],
    ['周五前', '2026-11-20T17:30'],
    ['周三前', '2026-11-18T17:30'],
    ['周一', '2026-11-23T17:30'],
    ['下周三', '2026-11-25T17:30'],
    ['下周内', '2026-11-27T17:30'],
    ['本周内', '2026-11-20T17:30'],
    ['月底前', '2026-11-30T17:30'],
    ['12月底', '2026-12-31T17:30'],
    ['年底前', '2026-12-31T17:30'],
    ['1月5日', '2027-01-05T17:30'],
  ] as const)
    expect(said(words), words).toBe(day)
})

test('so many days are working days, a week is five of them', () => {
  for (const [words, day] of [
    ['三日内', '2026-11-23T17:30'],
    ['3天', '2026-11-23T17:30'],
    ['5个工作日内', '2026-11-25T17:30'],
    ['停一周', '2026-11-25T17:30'],
    ['两个星期', '2026-12-02T17:30'],
  ] as const)
    expect(said(words), words).toBe(day)
})

test('an hour may follow the day or stand apart from it', () => {
  for (const [words, day] of [
    ['11月25日15:00', '2026-11-25T15:00'],
    ['11月25日下午3点半', '2026-11-25T15:30'],
    ['周五上午九点', '2026-11-20T09:00'],
    ['明天三点', '2026-11-19T15:00'],
    ['下周二 14：30', '2026-11-24T14:30'],
  ] as const)
    expect(said(words), words).toBe(day)
  expect(findHour('25点')).toBeUndefined()
})

test('what is no day is none, and a year without calendar is named', () => {
  for (const words of ['等企业补材料', '2月31日', '500万', '0312', '贷款3笔'])
    expect(said(words), words).toBe('nothing')
  expect(said('60个工作日')).toBe('load 2027')
})

test('the words it went by occur in what was said', () => {
  const numeral = fc.integer({ min: 1, max: 28 })
  fc.assert(
    fc.property(numeral, numeral, fc.constantFrom('等企业补材料 到', '周知：', ''), (month, day, before) => {
      const text = `${before}${((month - 1) % 12) + 1}月${day}日`
      const found = findMoment(text, NOW)
      expect(found?.words.every((words) => toHalfWidth(text).includes(words))).toBe(true)
    }),
  )
})

test('the evening of a day goes with its hour, and 时 is an hour as 点 is', () => {
  for (const [words, at] of [
    ['今晚8点', '2026-11-18T20:00'],
    ['明晚七点半', '2026-11-19T19:30'],
    ['今晚20:00', '2026-11-18T20:00'],
    ['11月30日17时前', '2026-11-30T17:00'],
    ['明天9时30分', '2026-11-19T09:30'],
    ['三小时', 'nothing'],
  ] as const)
    expect(said(words), words).toBe(at)
})
