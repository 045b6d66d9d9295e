import { describe, expect, it, test } from 'vitest'
import { readAnswerBy, readNewTerm } from '../../../../src/features/notices/prepare/read-answer-by.ts'
import { readDeparture, splitDeparture } from '../../../../src/features/notices/prepare/read-departure.ts'
import { readNewTopic, readTopic } from '../../../../src/features/notices/prepare/read-topic.ts'
import { replacePart } from '../../../../src/features/notices/replace-part.ts'
import { isoShanghai, shanghaiDate, shanghaiMidnight } from '../../../../src/kernel/clock.ts'
import type { SpokenMoment } from '../../../../src/kernel/spoken-moment.ts'

/** A Monday. */
const NOW = shanghaiDate(2026, 3, 2, 9, 0)

const leaves = (text: string): string => {
  const read = readDeparture(text, NOW)
  if (read === undefined) return 'nothing'
  if (read.kind === 'urgent') return `urgent: ${read.because ?? '?'}`
  if (read.kind === 'passed') return 'passed'
  return read.leaves.kind === 'at' ? isoShanghai(new Date(read.leaves.at)).slice(0, 16) : read.leaves.kind
}

test.each([
  ['明天上午9点发', '2026-03-03T09:00'],
  ['后天一早再发', '2026-03-04T08:30'],
  ['今晚8点发出去', '2026-03-02T20:00'],
  ['下午三点统一发', '2026-03-02T15:00'],
  ['8点发', '2026-03-03T08:00'],
  ['3月5日14时发送', '2026-03-05T14:00'],
  ['定时：周四上午10点', '2026-03-05T10:00'],
  ['两个半小时后发', '2026-03-02T11:30'],
  ['今天8点发', 'passed'],
  ['等上班了再发', 'workingHours'],
  ['工作时间发就行', 'workingHours'],
  ['现在就发', 'now'],
  ['紧急，因为水管爆了', 'urgent: 水管爆了'],
  ['加急', 'urgent: ?'],
  ['明天开会', 'nothing'],
  ['把三点改成两点半', 'nothing'],
  ['发给竹木商会', 'nothing'],
])('when it leaves: %s', (text, expected) => expect(leaves(text)).toBe(expected))

describe('the order about sending is taken off the end of a text, and nothing else is', () => {
  it.each([
    ['周五开会，请准时到。明早8点半发', '周五开会，请准时到。'],
    ['周五开会（工作时间发）', '周五开会'],
    ['今晚停水，请备水。紧急，因为水管爆了', '今晚停水，请备水。'],
    ['奖品明天上午9点发', '奖品明天上午9点发'],
    ['工资表 周五发', '工资表 周五发'],
    ['明天上午9点发', '明天上午9点发'],
    ['明天9:30发 周三培训，请准时', '周三培训，请准时'],
    ['明天上午9点发，内容：周三培训', '周三培训'],
    ['工作时间发：周一下午开会', '周一下午开会'],
    ['紧急，因为今晚有暴雨：请各仓库检查排水', '请各仓库检查排水'],
    ['加急 因为今晚停水，请各位备水', '请各位备水'],
    ['8点发车 请准时到', '8点发车 请准时到'],
    ['紧急会议：明天到', '紧急会议：明天到'],
    ['周五发 工资表', '周五发 工资表'],
  ])('%s', (text, rest) => {
    expect(splitDeparture(text, NOW).text).toBe(rest)
  })

  it.each([
    ['紧急，因为今晚有暴雨：请各仓库检查排水', [{ kind: 'urgent', because: '今晚有暴雨' }]],
    ['工作时间发 周一下午开会', [{ kind: 'leaves', leaves: { kind: 'workingHours' } }]],
    ['明天9点发 周三培训', [{ kind: 'leaves', leaves: { kind: 'at', at: '2026-03-03T01:00:00.000Z' } }]],
  ])('or off its beginning: %s', (text, departures) => {
    expect(splitDeparture(text, NOW).departures).toEqual(departures)
  })
})

const moment = (found: SpokenMoment | undefined): string =>
  found?.kind !== 'day'
    ? 'nothing'
    : isoShanghai(new Date(shanghaiMidnight(found.day).getTime() + (found.minute ?? 0) * 60_000)).slice(0, 16)

test.each([
  ['明天15:00开会 需回执 截止今晚20:00', '2026-03-02T20:00'],
  ['明天下午三点开会，请于今天下午5点前回复', '2026-03-02T17:00'],
  ['名单3月6日前报我会，3月4日17时前回执', '2026-03-04T17:00'],
  ['请大家今晚之前回个收到', '2026-03-02T20:00'],
  ['报名截止3月20日，收到请回复', 'nothing'],
  ['截至3月3日，已有三十家签约，收到请回复', 'nothing'],
  ['明天15:00开会，收到请回复', 'nothing'],
])('by when answers are wanted: %s', (text, expected) =>
  expect(moment(readAnswerBy(text, NOW))).toBe(expected),
)

test('the term is changed in words', () => {
  expect(moment(readNewTerm('截止改到明天中午12点', NOW))).toBe('2026-03-03T12:00')
  expect(readNewTerm('周五开会', NOW)).toBeUndefined()
})

test.each([
  ['周五下午三点开会', 'meeting'],
  ['设备更新政策宣讲会周五举行', 'policy'],
  ['稳岗返还开始申报', 'policy'],
  ['周六徒步，欢迎参加', 'activity'],
  ['电工培训班开班', 'activity'],
  ['明天停水', 'other'],
])('what it is about: %s', (text, topic) => expect(readTopic(text)).toBe(topic))

test.each([
  ['类别改成活动', 'activity'],
  ['这是政策类', 'policy'],
  ['改成：周五活动', undefined],
])('the topic is changed in words: %s', (text, topic) => expect(readNewTopic(text)).toBe(topic))

test('a part is replaced only where it stands once', () => {
  expect(replacePart('周五三点开会', '把三点改成两点半')).toMatchObject({ text: '周五两点半开会' })
  expect(replacePart('周五三点开会', '“周五”应为“周六”')).toMatchObject({ text: '周六三点开会' })
  expect(replacePart('三点签到，三点开会', '三点改成两点')).toMatchObject({ kind: 'unclear', times: 2 })
  expect(replacePart('周五三点开会', '时间改成周六')).toEqual({ kind: 'none' })
})
