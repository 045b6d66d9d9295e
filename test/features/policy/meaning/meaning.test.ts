import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openEmbedder } from '../../../../src/adapters/knowledge/embedder.ts'
import { type Meaning, openMeaning } from '../../../../src/features/policy/meaning/meaning.ts'
import { policyService } from '../../../../src/features/policy/policy.service.ts'
import { type Chat, openChat } from '../../../support/chat.ts'
import { type OpenAiServer, openOpenAiServer, says } from '../../../support/openai-server.ts'

const WAGES =
  '云岭县工资支付办法\n\n第一条 用人单位应当按月足额支付劳动报酬。\n\n第二条 逾期不支付的，责令限期支付。\n'
const WATER = '云岭县用水管理办法\n\n第一条 超计划用水的，超出部分按两倍水价收费。\n'
const STAFF = '机关值守安排\n\n第一条 值守人员夜间每两小时巡查一次仓库。\n'

/** Places a text by what it is about, in words that the question need not share. */
function placed(text: string): readonly number[] {
  const about = [/工资|劳动报酬|工钱|支付/u, /用水|水价|水费/u, /值守|巡查/u]
  return [...about.map((words) => (words.test(text) ? 3 : 0)), 1]
}

let server: OpenAiServer
let chat: Chat
const never = new AbortController().signal

function meaningOf(shown: 'everybody' | 'all' = 'everybody', model = 'test-embedder'): Meaning {
  const { storage, clock } = chat.house
  return openMeaning({
    store: storage.embeddings,
    transactions: storage.transactions,
    now: () => clock.now(),
    embedder: openEmbedder({ baseUrl: server.url, apiKey: 'test-key', model }, { warn: () => undefined }),
    shown,
  })
}

const service = () =>
  policyService({
    store: chat.house.storage.policy,
    files: chat.house.storage.files,
    audit: chat.house.storage.audit,
  })

async function add(name: string, text: string, audience: 'everybody' | 'internal' = 'everybody') {
  const { storage, clock } = chat.house
  await service().addFile(
    { name, bytes: new TextEncoder().encode(text), audience, by: 'song' },
    { transactions: storage.transactions, at: () => clock.now() },
  )
}

const idOf = async (doc: string) =>
  (await chat.house.storage.database.policyDocument.findFirstOrThrow({ where: { doc, current: true } })).id

beforeAll(async () => {
  server = await openOpenAiServer(says({}))
  chat = await openChat()
  await add('wages.txt', WAGES)
  await add('water.txt', WATER)
  await add('duty.txt', STAFF, 'internal')
})
beforeEach(() => server.embeds(placed))
afterAll(async () => {
  await chat.close()
  await server.close()
})

test('what the model makes is kept, and asked for only once', async () => {
  const told: number[] = []
  const made = await meaningOf().catchUp({ signal: never, onProgress: ({ done }) => told.push(done) })
  expect(made).toEqual({ done: 3, total: 3, isComplete: true })
  expect(told).toEqual([0, 3])
  const asked = server.embeddings().flatMap(({ input }) => input)
  expect(asked).toHaveLength(3)
  expect(asked.join('\n')).toContain('云岭县工资支付办法')
  // Another process, or this one after a restart.
  expect(await meaningOf().catchUp({ signal: never })).toEqual({ done: 3, total: 3, isComplete: true })
  expect(server.embeddings().flatMap(({ input }) => input)).toHaveLength(3)
})

test('a passage is found by what it means, in words that it does not share', async () => {
  const meaning = meaningOf()
  const [nearest] = await meaning.nearest('老板拖着工钱不给咋整', never)
  expect(nearest?.id).toBe(await idOf('wages.txt'))
})

test('papers that not everybody may read are embedded only where the operator says so', async () => {
  expect(server.embeddings()).toEqual([])
  await meaningOf().catchUp({ signal: never })
  expect(JSON.stringify(server.embeddings())).not.toContain('巡查')
  expect(await meaningOf('all').catchUp({ signal: never })).toMatchObject({ isComplete: true })
  expect(JSON.stringify(server.embeddings())).toContain('巡查')
})

test('a document that changes or goes takes its passages along', async () => {
  const meaning = meaningOf()
  await meaning.catchUp({ signal: never })
  await add('fire.txt', '云岭县消防检查办法\n\n第一条 水价以外的检查每年一次。\n')
  expect(await meaning.catchUp({ signal: never })).toMatchObject({ total: 4, isComplete: true })
  const { storage, clock } = chat.house
  await storage.transactions.inOne(clock.now(), (work) => service().removeDocument('fire.txt', 'song', work))
  expect(await meaning.catchUp({ signal: never })).toMatchObject({ total: 3, isComplete: true })
  const found = await meaning.nearest('水费怎么收', never)
  expect(found[0]?.id).toBe(await idOf('water.txt'))
})

describe('a model that is of no help harms nothing', () => {
  test.each<[string, ((text: string) => readonly number[]) | undefined]>([
    ['knows no embeddings', undefined],
    ['gives vectors without a length', () => [0, 0, 0, 0]],
    ['gives vectors of one number', () => [1]],
    ['gives words for numbers', () => ['a', 'b'] as unknown as number[]],
    ['gives vectors of different lengths', (text) => [1, ...placed(text).slice(0, 1 + (text.length % 2))]],
  ])('when it %s', async (name, place) => {
    server.embeds(place)
    const meaning = meaningOf('everybody', `embedder that ${name}`)
    expect(await meaning.catchUp({ signal: never })).toMatchObject({ total: 3, isComplete: false })
    expect(await meaning.nearest('工钱', never)).toEqual([])
    // It comes back, and nothing has to be done.
    server.embeds(placed)
    expect(await meaning.catchUp({ signal: never })).toEqual({ done: 3, total: 3, isComplete: true })
  })

  test('and what is under way is left when the house closes, and taken up again', async () => {
    const closed = AbortSignal.abort()
    const meaning = meaningOf('everybody', 'slow embedder')
    expect(await meaning.catchUp({ signal: closed })).toMatchObject({ isComplete: false })
    expect(await meaning.catchUp({ signal: never })).toMatchObject({ isComplete: true })
  })
})

test('beside the words of the question it decides what is found', async () => {
  const meaning = meaningOf()
  await meaning.catchUp({ signal: never })
  const { storage, clock } = chat.house
  const question = '老板拖着工钱不给咋整'
  const meant = await meaning.nearest(question, never)
  const hits = await storage.transactions.inOne(clock.now(), (work) =>
    service().search(question, { top: 3, eyes: new Set(['everybody']), meant }, work),
  )
  expect(hits[0]?.doc).toBe('wages.txt')
})
