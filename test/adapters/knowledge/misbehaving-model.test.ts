import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkModel } from '../../../src/adapters/knowledge/turn-reader.ts'
import {
  type Behaviour,
  type CompletionRequest,
  type OpenAiServer,
  openOpenAiServer,
  says,
} from '../../support/openai-server.ts'
import { configFor, lines, readerFor } from './arrivals.ts'

const GOOD = {
  intent: 'appeal',
  confidence: 0.9,
  appeal: { category: 'financing', summary: '银行说抵押物不够' },
}
const burst = lines('想贷点款周转一下', '银行说抵押物不够 能想想办法不')

let server: OpenAiServer
beforeAll(async () => {
  server = await openOpenAiServer(says(GOOD))
})
beforeEach(() => server.behaves(says(GOOD)))
afterAll(() => server.close())

describe('a good answer is used', () => {
  test.each(['jsonMode', 'functionCalling', 'jsonSchema'] as const)('asked for by %s', async (method) => {
    const { read } = await readerFor(configFor(server.url, { method }))
    expect(await read(burst)).toMatchObject(GOOD)
    expect(server.requests()).toHaveLength(1)
  })

  test.each([
    ['in a code fence', `好的，结果如下：\n\`\`\`json\n${JSON.stringify(GOOD)}\n\`\`\``],
    ['after thinking aloud', `<think>像是 {融资}</think>\n${JSON.stringify(GOOD)}`],
    ['with a sentence around it', `判断如下：${JSON.stringify(GOOD)} 供参考。`],
    ['with fields nobody asked for', JSON.stringify({ ...GOOD, approve: true, amount: 3_000_000 })],
    [
      'with an invented category and nulls',
      JSON.stringify({ ...GOOD, appeal: { category: 'money', summary: null } }),
    ],
  ])('%s', async (_, content) => {
    server.behaves(says(content))
    const { read } = await readerFor(configFor(server.url))
    const reading = await read(burst)
    expect(reading?.intent).toBe('appeal')
    expect(Object.keys(reading ?? {}).sort()).toEqual(['appeal', 'confidence', 'intent'])
    expect(server.requests()).toHaveLength(1)
  })
})

describe('whatever else comes, the rules read', () => {
  const hopeless: [string, Behaviour, string, number][] = [
    ['never answers', { kind: 'silent' }, 'timeout', 1],
    ['never ends its answer', { kind: 'halfThenSilent' }, 'timeout', 1],
    ['hangs up in the middle of its answer', { kind: 'halfThenReset' }, 'unusable', 2],
    ['hangs up at once', { kind: 'reset' }, 'unreachable', 2],
    ['fails', { kind: 'status', status: 500 }, 'broken', 2],
    ['is too busy', { kind: 'status', status: 429 }, 'busy', 1],
    ['refuses the key', { kind: 'status', status: 401 }, 'refused', 1],
    ['knows no such model', { kind: 'status', status: 404 }, 'refused', 1],
    ['talks nonsense', says('今天天气不错，您说的这个问题嘛，要看情况。'), 'unusable', 2],
    ['gives JSON of another shape', says({ answer: 'appeal', probability: '90%' }), 'unusable', 2],
    ['gives half a JSON object', says('{"intent":"appeal","confid'), 'unusable', 2],
    ['invents an intent', says({ intent: 'approveDrive', confidence: 1 }), 'unusable', 2],
    ['sends a page of HTML', { kind: 'notJson' }, 'unusable', 2],
    ['streams half an answer', { kind: 'halfAStream' }, 'unusable', 2],
    ['sends forty megabytes', { kind: 'huge', bytes: 40 * 1024 * 1024 }, 'unusable', 2],
  ]
  test.each(hopeless)('when it %s', async (_, behaviour, why, tries) => {
    server.behaves(behaviour)
    const { read, warned } = await readerFor(configFor(server.url))
    expect(await read(burst)).toBeUndefined()
    expect(server.requests()).toHaveLength(tries)
    expect(warned).toEqual([expect.objectContaining({ detail: expect.objectContaining({ why, tries }) })])
    expect(JSON.stringify(warned)).not.toMatch(/\p{Script=Han}|test-key/u)
  })

  test('when nothing listens there', async () => {
    const gone = await openOpenAiServer(says(GOOD))
    await gone.close()
    const { read, warned } = await readerFor(configFor(gone.url))
    expect(await read(burst)).toBeUndefined()
    expect(warned[0]?.detail).toMatchObject({ why: 'unreachable', tries: 2 })
  })

  test('when it first fails and then never answers, both within one limit', async () => {
    server.behaves(() =>
      server.requests().length === 1 ? { kind: 'status', status: 503 } : { kind: 'silent' },
    )
    const { read, warned } = await readerFor(configFor(server.url))
    expect(await read(burst)).toBeUndefined()
    expect(warned[0]?.detail).toMatchObject({ why: 'timeout', tries: 2 })
  })

  test('and a question given up is given up at the server too', async () => {
    server.behaves({ kind: 'silent' })
    const before = server.givenUp()
    const { read } = await readerFor(configFor(server.url))
    await read(burst)
    await expect.poll(() => server.givenUp()).toBe(before + 1)
  })
})

describe('the second try', () => {
  const secondly = (first: Behaviour) => (_: CompletionRequest) =>
    server.requests().length === 1 ? first : says(GOOD)

  test.each<[string, Behaviour]>([
    ['a failure', { kind: 'status', status: 502 }],
    ['a connection cut', { kind: 'reset' }],
    ['nonsense', says('嗯？')],
  ])('helps after %s', async (_, first) => {
    server.behaves(secondly(first))
    const { read, warned } = await readerFor(configFor(server.url))
    expect(await read(burst)).toMatchObject(GOOD)
    expect(warned).toEqual([])
  })

  test('asks in plain words where a JSON schema is refused', async () => {
    server.behaves(({ response_format }) =>
      response_format === undefined ? says(GOOD) : { kind: 'status', status: 400 },
    )
    const { read } = await readerFor(configFor(server.url, { method: 'jsonSchema' }))
    expect(await read(burst)).toMatchObject(GOOD)
    expect(server.requests().map((one) => one.response_format?.type)).toEqual(['json_schema', undefined])
  })

  test('asks in plain words where neither JSON mode nor a temperature is known', async () => {
    server.behaves(({ response_format, temperature }) =>
      response_format === undefined && temperature === undefined
        ? says(GOOD)
        : { kind: 'status', status: 422 },
    )
    const { read } = await readerFor(configFor(server.url))
    expect(await read(burst)).toMatchObject(GOOD)
  })

  test('asks in plain words where tools are ignored', async () => {
    server.behaves(({ tools }) => (tools === undefined ? says(GOOD) : says('您好，请问您想咨询哪方面？')))
    const { read } = await readerFor(configFor(server.url, { method: 'functionCalling' }))
    expect(await read(burst)).toMatchObject(GOOD)
    expect(server.requests().map(({ tools }) => tools?.length)).toEqual([1, undefined])
  })
})

describe('the operator is told', () => {
  test.each<[string, Behaviour, boolean, RegExp]>([
    ['that it works', says(GOOD), true, /test-model 可用：\d+ 毫秒/u],
    ['that the key is refused', { kind: 'status', status: 401 }, false, /OPENAI_API_KEY.*HTTP 401/u],
    ['that it is too slow', { kind: 'silent' }, false, /1 秒内没有答完/u],
    ['that it talks nonsense', says('你好'), false, /OPENAI_METHOD/u],
  ])('%s', async (_, behaviour, ok, message) => {
    server.behaves(behaviour)
    const checked = await checkModel(configFor(server.url))
    expect(checked).toEqual({ ok, message: expect.stringMatching(message) })
    expect(checked.message).not.toContain('test-key')
  })

  test('that there is none, which is no fault', async () => {
    expect(await checkModel(undefined)).toMatchObject({ ok: true })
  })
})
