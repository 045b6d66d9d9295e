import { expect, test } from 'vitest'
import { dueOf, findOwner } from '../../../../src/features/appeals/meetings/find-owner.ts'
import { readMeeting } from '../../../../src/features/appeals/meetings/read-meeting.ts'
import {
  amendMinutes,
  type MinutesOrder,
  readMinutes,
} from '../../../../src/features/appeals/meetings/read-minutes.ts'
import { dayNumber, isoShanghai, shanghaiDate } from '../../../../src/kernel/clock.ts'
import { loadCalendar } from '../../../../src/kernel/working-days.ts'
import { DIRECTORY } from '../county.ts'

const NOW = shanghaiDate(2026, 11, 16, 9, 0)
const day = (date: number) => dayNumber(shanghaiDate(2026, 11, date))

test('a meeting is called with numbers, day, hour, place and who is to come', () => {
  expect(readMeeting('协调会 0312 0307 11月25日15:00 金融办、中行、宏远机械', NOW)).toEqual({
    numbers: [{ serial: 312 }, { serial: 307 }],
    day: day(25),
    minute: 900,
    place: null,
    attendees: ['金融办', '中行', '宏远机械'],
  })
  expect(readMeeting('开个协调会 0312，周五上午九点半，地点三楼会议室，请金融办和供电公司参加', NOW)).toEqual(
    {
      numbers: [{ serial: 312 }],
      day: day(20),
      minute: 570,
      place: '三楼会议室',
      attendees: ['金融办', '供电公司'],
    },
  )
  expect(readMeeting('0312、0307 上协调会 明天下午3点 金融办 在二楼会议室', NOW)).toMatchObject({
    numbers: [{ serial: 312 }, { serial: 307 }],
    day: day(17),
    minute: 900,
    place: '二楼会议室',
    attendees: ['金融办'],
  })
  expect(readMeeting('下周三下午3点开0312协调会 金融办 供电公司', NOW)).toMatchObject({
    numbers: [{ serial: 312 }],
    day: day(25),
    minute: 900,
    attendees: ['金融办', '供电公司'],
  })
  expect(readMeeting('0312开会协调 周四9点，会议室301，金融办', NOW)).toMatchObject({
    day: day(19),
    minute: 540,
    place: '会议室301',
    attendees: ['金融办'],
  })
  expect(readMeeting('协调会 0312', NOW)).toMatchObject({ day: null, minute: null, attendees: [] })
})

test('the list is asked for by its name, and talk of a meeting calls none', () => {
  expect(readMeeting('协调会', NOW)).toBe('list')
  expect(readMeeting('看协调会安排', NOW)).toBe('list')
  for (const text of ['协调会什么时候开？', '会议纪要 0312', '协调会开了没用'])
    expect(readMeeting(text, NOW), text).toBeUndefined()
})

test('minutes fall into decisions, numbered or a line each, with who was there', () => {
  expect(
    readMinutes(
      '会议纪要 XT-2026-001 参会：金融办、中行。1. 中行周五前放款（王经理）；2. 金融办三日内回告',
      2026,
    ),
  ).toMatchObject({
    meeting: 'XT-2026-001',
    attendees: '金融办、中行',
    decisions: ['中行周五前放款（王经理）', '金融办三日内回告'],
  })
  expect(readMinutes('记纪要 0312\n供电公司11月20日前换变压器\n县人社局一周内给出方案', 2026)).toMatchObject({
    meeting: null,
    numbers: [{ serial: 312 }],
    decisions: ['供电公司11月20日前换变压器', '县人社局一周内给出方案'],
  })
  expect(readMinutes('会议纪要', 2026)).toMatchObject({ decisions: [] })
  expect(readMinutes('0312 的纪要在哪', 2026)).toBeUndefined()
})

test('what was read back is corrected line by line, or goes on', () => {
  const order = readMinutes('会议纪要 1. 银行放款；2. 金融办回告', 2026) as MinutesOrder
  const texts = (text: string) => amendMinutes(order, text).decisions
  expect(texts('第1条 改成 银行下周三前放款')).toEqual(['银行下周三前放款', '金融办回告'])
  expect(texts('第2条 三日内')).toEqual(['银行放款', '金融办回告（三日内）'])
  expect(texts('第二条删掉')).toEqual(['银行放款'])
  expect(texts('3. 供电公司周五前送电')).toEqual(['银行放款', '金融办回告', '供电公司周五前送电'])
})

test('each decision has an owner that the roster knows, or none, and a term as it was said', () => {
  expect(findOwner('财政局三日内回告', DIRECTORY)).toMatchObject({ unit: 'treasury' })
  expect(findOwner('供电公司周五前送电，财政局配合', DIRECTORY)).toMatchObject({ unit: 'power' })
  expect(findOwner('方案由金波负责', DIRECTORY)).toMatchObject({ person: 'jin' })
  expect(findOwner('送电方案周五前拿出来（金波）', DIRECTORY)).toMatchObject({ person: 'jin' })
  expect(findOwner('中行周五前放款（王经理）', DIRECTORY)).toBeUndefined()
  const due = (text: string) => {
    const at = dueOf(text, NOW, loadCalendar())
    return at === null ? null : isoShanghai(at).slice(0, 16)
  }
  expect(due('中行周五前放款')).toBe('2026-11-20T17:30')
  expect(due('金融办三日内回告')).toBe('2026-11-19T17:30')
  expect(due('金融办回告')).toBeNull()
})
