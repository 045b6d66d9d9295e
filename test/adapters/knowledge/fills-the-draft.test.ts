import { afterAll, beforeAll, expect, test } from 'vitest'
import { appealsSince } from '../../features/appeals/journeys/appeals-house.ts'
import { type Chat, openChat } from '../../support/chat.ts'
import { type OpenAiServer, openOpenAiServer, says } from '../../support/openai-server.ts'

let server: OpenAiServer
let modelled: Chat
let plain: Chat
const begun = new Date('2026-03-01T00:00:00+08:00')
beforeAll(async () => {
  server = await openOpenAiServer(says({ intent: 'none', confidence: 1 }))
  const environment = { OPENAI_BASE_URL: server.url, OPENAI_MODEL: 'test-model', OPENAI_TIMEOUT_SECONDS: '2' }
  ;[modelled, plain] = await Promise.all([openChat({ environment }), openChat()])
})
afterAll(async () => {
  await Promise.all([modelled.close(), plain.close()])
  await server.close()
})

async function hears(chat: Chat, person: string, text: string, name?: string): Promise<string> {
  chat.as(person, name).says(text)
  await chat.settle()
  return chat.last(person)?.text ?? ''
}

const TOLD = '老窑坡那边的桥让洪水冲歪了，拉毛竹的车绕到邻县才出得去，盼着架个便桥先用'

test('a model fills the same draft in the person’s own words, and a yes files it', async () => {
  server.behaves(
    says({
      intent: 'appeal',
      confidence: 0.9,
      appeal: {
        category: 'logistics',
        urgency: 'normal',
        summary: '老窑坡那边的桥让洪水冲歪了',
        place: '老窑坡那边的桥',
        wanted: '架个便桥先用',
      },
    }),
  )
  const readBack = await hears(modelled, 'u-he', TOLD)
  for (const line of ['地点：老窑坡那边的桥', '希望：架个便桥先用', '天禾农机有限公司'])
    expect(readBack).toContain(line)
  await hears(modelled, 'u-he', '确认')
  expect(await appealsSince(modelled, begun)).toMatchObject([
    { summary: '老窑坡那边的桥让洪水冲歪了', place: '老窑坡那边的桥', wish: '架个便桥先用', text: TOLD },
  ])
})

test('what nobody said falls away, and a debtor is not taken for the company of a stranger by its words alone', async () => {
  server.behaves(
    says({
      intent: 'appeal',
      confidence: 0.95,
      appeal: {
        category: 'arrears',
        urgency: 'urgent',
        summary: '城投公司恶意拖欠货款三百万元',
        place: '市中心广场',
        wanted: '请市长亲自督办',
        companyName: '宏图集团',
      },
    }),
  )
  const readBack = await hears(modelled, 'u-stranger', '城投欠我们砂石钱两年多，要一回推一回', '老尹')
  for (const invented of ['恶意', '三百万', '市中心', '市长', '宏图'])
    expect(readBack).not.toContain(invented)
  expect(readBack).toContain('拖欠账款')
  expect(readBack).toContain('企业：（还没说）')
})

test('two matters that only a model tells apart are two, where they are of different kinds', async () => {
  const road = '货场门口的路烂得没法走'
  const people = '打包的工人走了一半招不来'
  server.behaves(
    says({ intent: 'appeal', confidence: 0.9, appeal: { category: 'logistics', matters: [road, people] } }),
  )
  modelled.as('u-lu').says(`${road}，${people}`)
  await modelled.settle()
  const letters = modelled.to('u-lu').map(({ text }) => text)
  expect(letters.some((text) => text.includes(road) && !text.includes(people))).toBe(true)
  expect(letters.some((text) => text.includes(people) && !text.includes(road))).toBe(true)
})

test('an emergency waits for no model, and a model that says nothing leaves the draft to the rules', async () => {
  server.behaves({ kind: 'silent' })
  const asked = server.requests().length
  expect(await hears(modelled, 'u-wu', '车间着火了，人还在里面')).toContain('119')
  expect(server.requests()).toHaveLength(asked)
  const words = '农商行的续贷拖了一个月不放，能不能帮忙协调'
  expect(await hears(modelled, 'u-ma', words)).toBe(await hears(plain, 'u-ma', words))
})
