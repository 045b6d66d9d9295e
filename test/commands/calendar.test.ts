import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readDatabaseFacts } from '../../src/adapters/storage/doctor-facts.storage.ts'
import { calendarAddCommand, calendarListCommand } from '../../src/commands/calendar.ts'
import { manualClock } from '../../src/kernel/clock.ts'
import { history, ledger } from '../features/appeals/journeys/appeals-house.ts'
import { type Chat, openChat } from '../support/chat.ts'
import { jsonLines, pointAt, run } from './on-house.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat({ now: '2026-12-31T15:00:00+08:00' })
  pointAt(chat.house.storage.url, chat.house.config.dataDirectory)
  chat.as('u-he').says('农行的续贷一直不放款，能不能帮忙协调')
  await chat.settle()
  chat.as('u-he').says('确认提交')
  await chat.settle()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await chat.close()
})

async function add(name: string, content: string, json = false) {
  const file = join(chat.house.config.dataDirectory, name)
  await writeFile(file, content)
  return run(() => calendarAddCommand({ file, json, demo: false, clock: chat.house.clock }))
}

/** Invented days: what counts is that an added year counts like a bundled one. */
const YEAR = {
  year: 2027,
  holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03', makeUp: ['2027-01-09'] }],
}

test('every bundled year is listed with its notice', async () => {
  const { out } = await run(() => calendarListCommand({ json: true, demo: false }))
  expect(jsonLines(out).map(({ year }) => year)).toEqual(Array.from({ length: 13 }, (_, n) => 2014 + n))
  expect(jsonLines(out).at(-1)).toMatchObject({ notice: '国办发明电〔2025〕7号', loadedBy: 'bundled' })
})

test('a wrong file is refused with a sentence for each mistake, and changes nothing', async () => {
  const wrong = {
    year: 2027,
    source: '网上',
    holidays: [
      { name: '元旦', from: '2027-01-03', to: '2027-01-01', makeUp: ['2027-01-06'] },
      { name: '春节', from: '2028-02-05', to: '2028-02-07' },
    ],
  }
  const { code, out } = await add('wrong.json', JSON.stringify(wrong))
  expect(code).toBe(1)
  for (const sentence of [
    '多了不认识的项：source。',
    '第 1 个节日（元旦）：2027-01-06 不是周末',
    '第 1 个节日（元旦）：放假的最后一天不能早于第一天。',
  ])
    expect(out).toContain(sentence)
  expect(
    (await add('beyond.json', JSON.stringify({ year: 2027, holidays: [wrong.holidays[1]] }))).out,
  ).toContain('春节的 2028-02-05 不在 2027 年')
  await expect(add('broken.json', '{')).rejects.toThrow('not valid JSON')
  expect((await add('half.txt', '2027年\n一、元旦：1月1日放假1天。', true)).out).toContain('"kind":"error"')
  expect((await ledger(chat))[0]?.dueAt).toBeNull()
})

test('an added year is at once that of the open house, whose asker and staff are told by it', async () => {
  const { code, out } = await add('2027.json', JSON.stringify(YEAR), true)
  expect(code).toBe(0)
  expect(jsonLines(out)[0]).toMatchObject({
    kind: 'loaded',
    year: 2027,
    summary: expect.stringContaining('已重新计算 1 件'),
  })
  expect((await ledger(chat))[0]?.dueAt).toBe('2027-01-04T17:30:00+08:00')
  expect((await history(chat, '2026-0001')).at(-1)).toMatchObject({ act: 'changeTerm', role: 'house' })
  await vi.waitFor(() => expect(chat.last('u-he')?.text).toContain('时限定下来了：2027年1月4日'), 10_000)
  expect(chat.to('u-song').filter(({ text }) => text.includes('2027 年工作日历已加载'))).toHaveLength(1)
  chat.as('u-lu').says('茶园门口的路塌了，大车进不来，帮忙反映')
  await chat.settle()
  chat.as('u-lu').says('确认提交')
  await chat.settle()
  expect((await ledger(chat))[1]?.dueAt).toBe('2027-01-04T17:30:00+08:00')
})

test('a command that only looks at the books reminds nobody, however late it is by its clock', async () => {
  const before = chat.all().length
  const clock = manualClock(new Date('2027-03-01T10:00:00+08:00'))
  await run(() => calendarListCommand({ json: true, demo: false, clock }))
  await chat.settle()
  expect(chat.all().slice(before)).toEqual([])
  expect(await chat.house.storage.database.appealNudge.count({ where: { NOT: { stage: 'look' } } })).toBe(0)
})

test('doctor asks for the years that were added', async () => {
  expect((await readDatabaseFacts(chat.house.storage.url)).calendarYears).toEqual([2027])
})
