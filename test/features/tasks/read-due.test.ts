import { expect, test } from 'vitest'
import { dueAt, findDue } from '../../../src/features/tasks/read-due.ts'
import { isoShanghai } from '../../../src/kernel/clock.ts'
import { loadCalendar } from '../../../src/kernel/working-days.ts'

const calendar = loadCalendar([2026])
/** A Thursday. */
const NOW = new Date('2026-03-05T10:00:00+08:00')

function due(text: string, now = NOW): string | undefined {
  const found = findDue(text, now)
  if (found === undefined) return undefined
  const at = dueAt(found.wish, now, calendar)
  return at instanceof Date ? isoShanghai(at).slice(0, 16) : `missing ${at.missingYear}`
}

test.each([
  ['三天内回我', '2026-03-10T17:30'],
  ['3个工作日办结', '2026-03-10T17:30'],
  ['周五前办结', '2026-03-06T17:30'],
  ['下周三前报我', '2026-03-11T17:30'],
  ['今天下班前回我', '2026-03-05T17:30'],
  ['下班前给我个说法', '2026-03-05T17:30'],
  ['明天中午前报我', '2026-03-06T12:00'],
  ['11月30日前办结', '2026-11-30T17:30'],
  ['月底前报我', '2026-03-31T17:30'],
  ['两小时内回我', '2026-03-05T12:00'],
  ['24小时内办', '2026-03-06T10:00'],
  ['半天内回我', '2026-03-05T15:30'],
  ['一周内办结', '2026-03-12T17:30'],
  ['0312 三天内回我', '2026-03-10T17:30'],
  ['3月10日15点前报我', '2026-03-10T15:00'],
])('%s → %s', (text, at) => expect(due(text)).toBe(at))

test.each(['0312 督办', '请金融办抓紧办', '12号诉求转金融办', '拖了三天两头推'])('%s names no term', (text) =>
  expect(due(text)).toBeUndefined(),
)

test('a year whose calendar is not loaded is named, not guessed', () => {
  expect(due('五天内回我', new Date('2026-12-29T10:00:00+08:00'))).toBe('missing 2027')
})
