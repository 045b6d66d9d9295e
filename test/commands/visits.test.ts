import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { visitsCommand } from '../../src/commands/visits.ts'
import { type Chat, openChat } from '../support/chat.ts'
import { jsonLines, pointAt, run } from './on-house.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat()
  pointAt(chat.house.storage.url, chat.house.config.dataDirectory)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await chat.close()
})

test('every visit is one line with the promised keys, its problems in it', async () => {
  chat.as('u-jiang').says('今天去了五峰铸件，缺工三十个')
  await chat.settle()
  chat.as('u-jiang').chooses('yes')
  await chat.settle()
  const { code, out } = await run(() => visitsCommand({ json: true, demo: false }))
  expect(code).toBe(0)
  expect(jsonLines(out)).toEqual([
    {
      number: '走访1',
      kind: 'visit',
      state: 'recorded',
      day: '2026-03-02',
      leader: { code: 'jiang', name: '江远' },
      deputy: null,
      companies: [{ code: 'wufeng', name: '五峰铸件有限公司' }],
      chambers: [],
      team: [],
      words: '今天去了五峰铸件，缺工三十个',
      by: { code: 'jiang', name: '江远' },
      at: '2026-03-02T09:00:00+08:00',
      withdrawnAt: null,
      findings: [
        {
          number: '走访1-1',
          company: { code: 'wufeng', name: '五峰铸件有限公司' },
          words: '缺工三十个',
          category: 'labour',
          state: 'draft',
          appeal: null,
          consent: null,
          note: null,
        },
      ],
    },
  ])
  const plain = await run(() => visitsCommand({ json: false, demo: false }))
  expect(plain.out).toContain('走访1  2026-03-02  visit  recorded  江远  五峰铸件有限公司  findings: 1')
})
