import { describe, expect, it } from 'vitest'
import { addressingByName } from '../../../../src/adapters/platforms/addressing.ts'
import { decode, type Posted } from '../../../../src/adapters/platforms/web-chat/decode.ts'
import type { Chat } from '../../../../src/kernel/chat.ts'

const NAMES = ['娘家', '娘家小助手']
const inGroup = { isPrivate: false, isReplyToUs: false }
const room: Chat = { platform: 'web-chat', account: 'web', kind: 'group', chatId: 'g' }
const home: Chat = { platform: 'web-chat', account: 'web', kind: 'private', chatId: 'bai' }
const bai = { id: 'bai', name: '白帆' }

function contentOf(posted: Partial<Posted>, chat: Chat = room, isReplyToUs = false) {
  const whole = { as: 'bai', chat: 'g', id: '12345678', ...posted }
  return decode(whole, bai, chat, { botNames: NAMES, at: new Date(0), isReplyToUs }).content
}

describe('whom a line is addressed to', () => {
  it.each([
    ['@娘家 窑上停电了', '窑上停电了'],
    ['＠娘家窑上停电了', '窑上停电了'],
    ['窑上停电了 @娘家', '窑上停电了'],
    ['@娘家，窑上停电了', '窑上停电了'],
    ['@娘家小助手 窑上停电了', '窑上停电了'],
    ['@娘家', ''],
  ])('hears its name in %j', (text, rest) => {
    expect(contentOf({ text })).toMatchObject({ addressed: 'mention', text: rest })
  })

  it.each(['娘家那边怎么说', 'mail@娘家.example', '窑上停电了', '问问@纪平'])(
    'is not called by %j',
    (text) => {
      expect(contentOf({ text })).toMatchObject({ addressed: 'none', text })
    },
  )

  it('takes a command and an answer to our letter', () => {
    expect(contentOf({ text: '/help' })).toMatchObject({ addressed: 'command' })
    expect(contentOf({ text: '对', replyTo: 'out-1' }, room, true)).toMatchObject({
      addressed: 'reply',
      replyTo: 'out-1',
    })
    expect(contentOf({ text: '对', replyTo: 'mi.12345678' })).toMatchObject({ addressed: 'none' })
  })

  it('needs no name in private', () => {
    expect(contentOf({ text: '窑上停电了' }, home)).toMatchObject({
      addressed: 'private',
      text: '窑上停电了',
    })
  })
})

it('keeps line breaks and spaces of a text in which nobody is called', () => {
  expect(addressingByName(NAMES)('  一\n二  ', inGroup)).toEqual({ text: '  一\n二  ', addressed: 'none' })
})

it('takes a name with signs in it as it is written', () => {
  expect(addressingByName(['a.b(c)'])('@a.b(c) 好', inGroup)).toEqual({ text: '好', addressed: 'mention' })
  expect(addressingByName(['a.b(c)'])('@axb(c) 好', inGroup).addressed).toBe('none')
})

it('makes a choice of a pressed button, with the letter it belongs to', () => {
  expect(contentOf({ choice: 'yes', prompt: 'out-7' })).toEqual({
    kind: 'choice',
    choice: 'yes',
    prompt: 'out-7',
  })
})

it('tells the same number from two people apart', () => {
  const posted = { as: '', chat: 'g', id: '12345678', text: '好' }
  const parts = { botNames: NAMES, at: new Date(0), isReplyToUs: false }
  const keys = ['bai', 'mi'].map((id) => decode(posted, { id, name: id }, room, parts).idempotencyKey)
  expect(new Set(keys).size).toBe(2)
})
