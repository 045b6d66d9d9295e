import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { docsEmbedCommand } from '../../src/commands/docs-embed.ts'
import { checkEmbeddings } from '../../src/commands/doctor-knowledge.ts'
import { policyService } from '../../src/features/policy/policy.service.ts'
import { type Chat, openChat } from '../support/chat.ts'
import { type OpenAiServer, openOpenAiServer, says } from '../support/openai-server.ts'
import { jsonLines, pointAt, run } from './on-house.ts'

const WATER =
  '云岭县用水管理办法\n\n第一条 超计划用水的，超出部分按两倍水价收费。\n\n第二条 计划每年一月下达。\n'

let server: OpenAiServer
let chat: Chat
beforeAll(async () => {
  server = await openOpenAiServer(says({}))
  chat = await openChat()
  const { storage, clock } = chat.house
  await policyService({ store: storage.policy, files: storage.files, audit: storage.audit }).addFile(
    { name: 'water.txt', bytes: new TextEncoder().encode(WATER), by: 'song' },
    { transactions: storage.transactions, at: () => clock.now() },
  )
})
afterEach(() => vi.unstubAllEnvs())
afterAll(async () => {
  await chat.close()
  await server.close()
})

function configured(): void {
  pointAt(chat.house.storage.url, chat.house.config.dataDirectory)
  vi.stubEnv('OPENAI_MODEL', '')
  vi.stubEnv('OPENAI_EMBEDDING_MODEL', 'test-embedder')
  vi.stubEnv('OPENAI_EMBEDDING_BASE_URL', server.url)
}
const embedding = () => ({ baseUrl: server.url, apiKey: 'test-key', model: 'test-embedder' })

test('what is missing is said, goes on where it stopped, and is complete once the model is there', async () => {
  configured()
  server.embeds(undefined)
  const first = await run(() => docsEmbedCommand({ json: true, demo: false }))
  expect(first.code).toBe(1)
  expect(jsonLines(first.out)).toEqual([{ done: 0, total: 2 }])
  server.embeds((text) => [text.length, 1, 0])
  const second = await run(() => docsEmbedCommand({ json: true, demo: false }))
  expect(second.code).toBe(0)
  expect(jsonLines(second.out)).toEqual([{ done: 2, total: 2 }])
})

test('without such a model it says which setting to make', async () => {
  configured()
  vi.stubEnv('OPENAI_EMBEDDING_MODEL', '')
  await expect(run(() => docsEmbedCommand({ json: true, demo: false }))).rejects.toThrow(
    'OPENAI_EMBEDDING_MODEL',
  )
})

test('doctor says whether it answers and how much is kept, and nothing where none is configured', async () => {
  const house = { passages: 2, embedded: { 'test-embedder': 2 } }
  server.embeds((text) => [text.length, 1, 0])
  expect(await checkEmbeddings(embedding(), house)).toMatchObject([
    { check: 'embeddings', ok: 'ok', message: expect.stringContaining('2 条向量') },
  ])
  server.embeds(undefined)
  expect(await checkEmbeddings(embedding(), house)).toMatchObject([{ check: 'embeddings', ok: 'warn' }])
  expect(await checkEmbeddings(undefined, house)).toEqual([])
})
