import { afterAll, beforeAll, expect, test } from 'vitest'
import { importRoster } from '../../../src/features/membership/import-roster.ts'
import { type KnownCodes, readRoster } from '../../../src/features/membership/roster.ts'
import { type Chat, openChat } from '../../support/chat.ts'
import { SMALL_COUNTY } from '../../support/small-county.ts'

const WITH_DEPUTIES = {
  ...SMALL_COUNTY,
  units: SMALL_COUNTY.units.map((unit) => (unit.code === 'finance' ? { ...unit, head: 'bai' } : unit)),
  responsibilities: [
    {
      leader: 'jiang',
      chamber: 'machinery',
      from: '2026-01-01',
      deputies: [{ person: 'bai', until: '2026-03-15', from: '2026-03-10' }],
    },
    { leader: 'bai', company: 'qingya' },
  ],
}

let chat: Chat
beforeAll(async () => {
  chat = await openChat()
})
afterAll(() => chat.close())

const take = (file: unknown, dryRun = false) =>
  importRoster(file, {
    store: chat.house.storage.membership,
    transactions: chat.house.storage.transactions,
    at: chat.house.clock.now(),
    dryRun,
  })
const directory = () =>
  chat.house.storage.transactions.inOne(chat.house.clock.now(), (work) => chat.house.people.directory(work))

async function say(person: string, text: string): Promise<string> {
  chat.as(person).says(text)
  await chat.settle()
  return chat.last(person)?.text ?? ''
}

test('a dry run says what would change and changes nothing; twice is once', async () => {
  const expected = [
    { section: 'units', code: 'finance', change: 'changed' },
    { section: 'responsibilities', code: 'jiang||machinery|2026-01-01', change: 'changed' },
  ]
  expect((await take(WITH_DEPUTIES, true)).changes).toMatchObject(expected)
  expect((await directory()).units.get('finance')?.head).toBeUndefined()
  expect(await take(WITH_DEPUTIES)).toMatchObject({ errors: [], changes: expected })
  expect(await take(WITH_DEPUTIES)).toEqual({ errors: [], changes: [] })
  const { units, responsibilities } = await directory()
  expect(units.get('finance')).toMatchObject({ head: 'bai' })
  expect(responsibilities.find(({ leader }) => leader === 'jiang')?.deputies).toEqual([
    { person: 'bai', from: '2026-03-10', until: '2026-03-15' },
  ])
})

test('a deputy may read what they stand in for, from the first day to the last', async () => {
  await say('u-he', '农行的续贷一直不放款，能不能帮忙协调')
  await say('u-he', '确认提交')
  expect(await say('u-bai', '0001 到哪一步了')).toContain('没有编号 2026-0001')
  await chat.advanceTo('2026-03-10T09:00:00+08:00')
  expect(await say('u-bai', '0001 到哪一步了')).toContain('天禾农机')
  expect(await say('u-bai', '我包哪些企业')).toContain(
    '其中代管：农机商会（替江远副县长，2026年3月10日至2026年3月15日）',
  )
  expect(await say('u-jiang', '我包哪些企业')).toContain(
    '农机商会（2026年1月1日起，代管 白云峰县委常委（2026年3月10日至2026年3月15日））',
  )
  await chat.advanceTo('2026-03-16T09:00:00+08:00')
  expect(await say('u-bai', '0001 到哪一步了')).toContain('没有编号 2026-0001')
})

test('staff and leaders ask who answered on a day; members do not', async () => {
  expect(await say('u-song', '3月12日谁分包天禾农机')).toBe(
    [
      '天禾农机有限公司2026年3月12日由江远副县长包联（按农机商会，2026年1月1日起）。',
      '2026年3月12日代管：白云峰县委常委（2026年3月10日至2026年3月15日）。',
    ].join('\n'),
  )
  expect(await say('u-jiang', '青芽茶业现在谁包')).toContain('今天由白云峰县委常委包联')
  expect(await say('u-he', '3月12日谁分包五峰铸件')).not.toContain('江远')
})

const NOBODY: KnownCodes = {
  chambers: new Set(),
  companies: new Set(),
  units: new Set(),
  people: new Set(),
  groupChats: new Map(),
}

test('who is not there cannot be a head or a deputy, and the row says so', () => {
  const { roster, errors } = readRoster(
    {
      ...WITH_DEPUTIES,
      units: [
        { code: 'finance', name: '金融办', head: 'nobody' },
        { code: 'power', name: '供电公司', head: 'dian' },
      ],
      responsibilities: [
        { leader: 'jiang', chamber: 'machinery', deputies: [{ person: 'nobody' }] },
        { leader: 'jiang', chamber: 'tea', deputies: [{ person: 'jiang' }] },
        { leader: 'jiang', chamber: 'tea', from: '2026-03-02', until: '2026-03-01' },
        {
          leader: 'bai',
          company: 'qingya',
          deputies: [{ person: 'jiang', from: '2026-02-02', until: '2026-02-01' }],
        },
      ],
    },
    NOBODY,
  )
  expect(errors.map(({ section, row, reason }) => [section, row, reason])).toEqual([
    ['responsibilities', 2, '本行：代管人不能是本人'],
    ['responsibilities', 3, '本行：截止日期早于开始日期'],
    ['responsibilities', 4, 'deputies.0：截止日期早于开始日期'],
    ['units', 1, '没有代码为 nobody 的人员'],
    // 金波 is of the unit that could not be taken.
    ['people', 10, '没有代码为 finance 的承办单位'],
    ['responsibilities', 1, '没有代码为 nobody 的人员'],
  ])
  expect(roster.units.map(({ code }) => code)).toEqual(['power'])
})
