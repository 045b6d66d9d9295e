import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openReader } from '../../../src/adapters/knowledge/turn-reader.ts'
import { step } from '../../../src/conversation/dialogue.ts'
import type { Feature } from '../../../src/conversation/feature.ts'
import { openFrontDesk } from '../../../src/conversation/front-desk.ts'
import { readingIn } from '../../../src/conversation/model-reading.ts'
import type { Doorstep, Platform } from '../../../src/conversation/platform.ts'
import { type Chat, openChat } from '../../support/chat.ts'
import { type Behaviour, type OpenAiServer, openOpenAiServer, says } from '../../support/openai-server.ts'
import { configFor } from './arrivals.ts'

/** Words that no rule is sure of. */
const VAGUE = '河对面那家最近动静挺大，我们这边心里没底'

let server: OpenAiServer
let modelled: Chat
let plain: Chat
beforeAll(async () => {
  server = await openOpenAiServer(says({ intent: 'none', confidence: 1 }))
  const environment = { OPENAI_BASE_URL: server.url, OPENAI_MODEL: 'test-model', OPENAI_TIMEOUT_SECONDS: '1' }
  ;[modelled, plain] = await Promise.all([openChat({ environment }), openChat()])
})
beforeEach(async () => {
  // A good answer between the bad ones, or the model would soon be left alone.
  server.behaves(says({ intent: 'none', confidence: 1 }))
  modelled.as('u-between').says(VAGUE)
  await modelled.settle()
})
afterAll(async () => {
  await Promise.all([modelled.close(), plain.close()])
  await server.close()
})

describe('with a model that misbehaves the house answers as it does without one', () => {
  test.each<[string, Behaviour]>([
    ['slow', { kind: 'silent' }],
    ['stuck in the middle', { kind: 'halfThenSilent' }],
    ['hanging up', { kind: 'reset' }],
    ['broken', { kind: 'status', status: 500 }],
    ['too busy', { kind: 'status', status: 429 }],
    ['babbling', says('您好呀，这个要看情况呢')],
    ['out of shape', says([{ intent: 1 }])],
    ['endless', { kind: 'huge', bytes: 8 * 1024 * 1024 }],
  ])('%s', async (name, behaviour) => {
    server.behaves(behaviour)
    const person = `u-${name.replaceAll(' ', '-')}`
    for (const chat of [modelled, plain]) {
      chat.as(person).says(VAGUE)
      await chat.settle()
    }
    expect(server.requests().length).toBeGreaterThan(0)
    const heard = modelled.to(person).map(({ text, choices }) => ({ text, choices }))
    expect(heard).toHaveLength(1)
    expect(heard).toEqual(plain.to(person).map(({ text, choices }) => ({ text, choices })))
  })

  test('and loses nobody when twenty speak at once', async () => {
    server.behaves({ kind: 'silent' })
    const people = Array.from({ length: 20 }, (_, n) => `u-crowd-${n}`)
    for (const person of people) modelled.as(person).says(VAGUE)
    await modelled.settle()
    expect(people.map((person) => modelled.to(person).length)).toEqual(people.map(() => 1))
    // Left alone by now: the next one is answered without being asked about.
    const asked = server.requests().length
    modelled.as('u-after').says(VAGUE)
    await modelled.settle()
    expect(modelled.to('u-after')).toHaveLength(1)
    expect(server.requests()).toHaveLength(asked)
  })

  test('and commands, numbers and short answers do not wait for it', async () => {
    server.behaves({ kind: 'silent' })
    for (const text of ['发绑定码 何志平', '2', '好的', '取消']) modelled.as('u-song').says(text)
    await modelled.settle()
    expect(modelled.to('u-song').some(({ text }) => text.includes('绑定'))).toBe(true)
    expect(server.requests()).toHaveLength(0)
  })
})

const State = z.object({ step: z.enum(['done']) })

/** Recognises nothing by rule, and begins its dialogue when a model names an appeal. */
const roads: Feature = {
  name: 'roads',
  dialogues: [
    {
      name: 'roads.note',
      version: 1,
      schema: State,
      finalSteps: ['done'],
      idleMinutes: 1,
      start: (turn) =>
        step({ step: 'done' }, [{ text: `记下：${readingIn(turn)?.appeal?.summary ?? '没有概括'}` }]),
      next: (state) => step(state),
      resume: () => [],
    },
  ],
  recognise: () => [],
  opens: (intent) =>
    intent === 'appeal'
      ? { dialogue: 'roads.note', band: 'appeal', score: 0.3, words: [], label: '登记' }
      : undefined,
}

test('a good answer begins the dialogue that a feature opens for it, with what the person said in short', async () => {
  const { house } = plain
  const sent: string[] = []
  let doorstep: Doorstep | undefined
  const platform: Platform = {
    name: 'scripted',
    account: 'model',
    can: {
      buttons: 'none',
      edit: false,
      mention: false,
      threads: false,
      deepLink: false,
      firstContact: 'always',
      longestText: 4_000,
      largestFileBytes: 0,
      givesMessageIds: false,
      pace: { atOnce: 1 },
    },
    open: async (given) => {
      doorstep = given
    },
    send: async ({ text }) => {
      sent.push(text)
      return { kind: 'ok', messageIds: [] }
    },
    close: async () => undefined,
  }
  const desk = openFrontDesk({
    ...house.storage,
    people: house.people,
    features: [roads],
    capabilitiesOf: () => undefined,
    clock: house.clock,
    burst: { ...house.config.burst, privateQuietMs: 0 },
    keepFile: house.files.keep,
    warn: house.log.warn,
    reader: await openReader(configFor(server.url), { recognisers: [roads], log: house.log }),
  })
  await desk.open(platform)
  server.behaves(says({ intent: 'appeal', confidence: 0.9, appeal: { summary: '厂门口那条路塌了半边' } }))
  await doorstep?.receive({
    idempotencyKey: 'one',
    chat: { platform: 'scripted', account: 'model', kind: 'private', chatId: 'p' },
    from: { id: 'p', stability: 'permanent' },
    messageId: 'one',
    at: house.clock.now(),
    content: { kind: 'message', text: '哎，厂门口那条路呀，塌了半边', addressed: 'private' },
  })
  await desk.settle()
  expect(sent).toEqual(['记下：厂门口那条路塌了半边'])
  await desk.close()
})
