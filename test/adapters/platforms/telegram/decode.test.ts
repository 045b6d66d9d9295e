import { describe, expect, test } from 'vitest'
import { addressingByName } from '../../../../src/adapters/platforms/addressing.ts'
import { rememberAlbums } from '../../../../src/adapters/platforms/telegram/albums.ts'
import { decode } from '../../../../src/adapters/platforms/telegram/decode.ts'
import type { Incoming } from '../../../../src/inbox/arrival.ts'
import { BAI, HOME, ROBOT, ROOM, SMALL_ROOM } from '../../../support/telegram-people.ts'

const ME = { id: 7, username: 'niangjia_bot', first_name: '娘家' }
const US = { id: 7, is_bot: true, first_name: '娘家', username: 'niangjia_bot' }
const AT = new Date('2026-03-02T09:00:00+08:00')

function reader() {
  const parts = {
    account: 'telegram',
    byName: addressingByName(['娘家']),
    albums: rememberAlbums(),
    open: async () => new Uint8Array(),
    now: () => AT,
  }
  return (update: object) => decode({ update_id: 1, ...update }, ME, parts)
}
const said = (fields: object, read = reader()): Incoming | undefined => {
  const message = { message_id: 50, date: 1, chat: ROOM, from: BAI, ...fields }
  const decoded = read({ message })
  return decoded.kind === 'incoming' ? decoded.incoming : undefined
}
const contentOf = (fields: object) => said(fields)?.content
const at = (text: string, call: string, more: object) => ({
  text,
  entities: [{ offset: text.indexOf(call), length: call.length, ...more }],
})

describe('whom a message is addressed to', () => {
  test.each([
    ['a username', at('@niangjia_bot 停电了', '@niangjia_bot', { type: 'mention' })],
    ['a username in capitals', at('@NiangJia_Bot，停电了', '@NiangJia_Bot', { type: 'mention' })],
    ['a username behind emoji', at('停电了 @niangjia_bot', '@niangjia_bot', { type: 'mention' })],
    ['a link on a name', at('娘家 停电了', '娘家', { type: 'text_mention', user: US })],
    ['its name', { text: '@娘家 停电了' }],
    ['its name in full width', { text: '＠娘家停电了' }],
  ])('hears %s and takes it out', (_, fields) => {
    expect(contentOf(fields)).toEqual({ kind: 'message', text: '停电了', addressed: 'mention' })
  })

  test('counts offsets as Telegram does, in halves of such characters as 😀 and 𠮷', () => {
    const text = '😀𠮷 @niangjia_bot 停电了'
    expect(contentOf(at(text, '@niangjia_bot', { type: 'mention' }))).toMatchObject({
      text: '😀𠮷  停电了',
      addressed: 'mention',
    })
  })

  test('reads the words under a picture the same way', () => {
    const caption = '@niangjia_bot 看这里'
    const caption_entities = [{ type: 'mention', offset: 0, length: 13 }]
    const photo = [{ file_id: 'small' }, { file_id: 'large', file_size: 90 }]
    expect(said({ caption, caption_entities, photo })).toMatchObject({
      content: { text: '看这里', addressed: 'mention' },
      attachments: [{ kind: 'image', name: '照片-50.jpg', ref: '{"file":"large","bytes":90}' }],
    })
  })

  test.each([
    ['somebody else', at('@bai_fan 停电了', '@bai_fan', { type: 'mention' })],
    ['another person by link', at('小何 停电了', '小何', { type: 'text_mention', user: BAI })],
    ['an address', { text: '发到 me@娘家.example' }],
    ['another bot', { text: '/help@weather_bot' }],
    ['a command that another bot may know', { text: '/weather 青禾' }],
    ['an answer to somebody', { text: '好', reply_to_message: { message_id: 3, from: BAI } }],
  ])('a call of %s is not for us', (_, fields) => {
    expect(contentOf(fields)).toMatchObject({ addressed: 'none' })
  })

  test('an answer to a message of ours says which', () => {
    const answered = { message_id: 3, from: BAI, text: '冷库的路断了' }
    expect(contentOf({ text: '@niangjia_bot 这个登记一下', reply_to_message: answered })).toMatchObject({
      replyTo: '3',
      quote: '冷库的路断了',
    })
    expect(
      contentOf({ text: '对', reply_to_message: { message_id: 31, from: US, text: '对吗' } }),
    ).not.toHaveProperty('quote')
    expect(contentOf({ text: '对', reply_to_message: { message_id: 31, from: US } })).toEqual({
      kind: 'message',
      text: '对',
      addressed: 'reply',
      replyTo: '31',
    })
  })
})

describe('commands', () => {
  test.each([
    ['/help', '帮助'],
    ['/help@niangjia_bot', '帮助'],
    ['/STATUS', '我的诉求到哪一步了'],
    ['/status 0017', '0017 到哪一步了'],
    ['/policy@niangjia_bot 稳岗返还要什么材料', '稳岗返还要什么材料'],
    ['/start@niangjia_bot from-a-link', '你好'],
    ['/somethingelse@niangjia_bot 停电了', '/somethingelse 停电了'],
    ['/帮助', '/帮助'],
  ])('%s in a group reads as %s', (text, meaning) => {
    expect(contentOf({ text })).toEqual({ kind: 'message', text: meaning, addressed: 'command' })
  })

  test('Start in private is a start, with what the link carried', () => {
    expect(contentOf({ chat: HOME, text: '/start' })).toEqual({ kind: 'start' })
    expect(contentOf({ chat: HOME, text: '/start zx-1_A' })).toEqual({ kind: 'start', payload: 'zx-1_A' })
  })

  test('in private a command none of ours stays what was typed', () => {
    expect(contentOf({ chat: HOME, text: '/x 停电了' })).toMatchObject({
      text: '/x 停电了',
      addressed: 'private',
    })
    expect(contentOf({ chat: HOME, text: '/cancel' })).toMatchObject({ text: '取消' })
  })
})

describe('topics', () => {
  const root = { message_id: 9, from: US, forum_topic_created: { name: '报修' } }

  test('a message of a topic is in that topic, and does not answer the one that opened it', () => {
    expect(
      said({ text: '停电了', is_topic_message: true, message_thread_id: 9, reply_to_message: root }),
    ).toMatchObject({
      chat: { chatId: String(ROOM.id), threadId: '9' },
      content: { kind: 'message', text: '停电了', addressed: 'none' },
    })
  })

  test('a private chat is one chat, also where its person sorts it into topics', () => {
    const one = said({ chat: HOME, text: '好', is_topic_message: true, message_thread_id: 9 })
    expect(one?.chat).toEqual({
      platform: 'telegram',
      account: 'telegram',
      kind: 'private',
      chatId: String(HOME.id),
    })
  })

  test('a thread of answers outside topics is none', () => {
    const one = said({ text: '好', message_thread_id: 9, reply_to_message: { message_id: 9, from: US } })
    expect(one?.chat).not.toHaveProperty('threadId')
    expect(one?.content).toMatchObject({ addressed: 'reply', replyTo: '9' })
  })
})

describe('albums', () => {
  const photo = [{ file_id: 'p' }]
  test('pictures without words belong to the words that called us, of the same person alone', () => {
    const read = reader()
    const caption = '@娘家 看这几张'
    const one = said({ message_id: 1, media_group_id: 'a', caption, photo }, read)
    const two = said({ message_id: 2, media_group_id: 'a', photo }, read)
    const other = said({ message_id: 3, media_group_id: 'b', photo }, read)
    const his = said({ message_id: 4, media_group_id: 'a', photo, from: ROBOT }, read)
    expect([one, two, other, his].map((arrival) => arrival?.content)).toMatchObject([
      { text: '看这几张', addressed: 'mention' },
      { text: '', addressed: 'mention' },
      { addressed: 'none' },
      { addressed: 'none' },
    ])
    expect(new Set([one, two].map((arrival) => arrival?.idempotencyKey)).size).toBe(2)
  })
})

describe('what is not words', () => {
  test.each([
    [{ location: { latitude: 33.1, longitude: 114.2 } }, '位置：纬度 33.1，经度 114.2'],
    [
      { venue: { location: { latitude: 1, longitude: 2 }, title: '柳溪镇政府', address: '人民路1号' } },
      '位置：柳溪镇政府，人民路1号',
    ],
    [{ contact: { phone_number: '555', first_name: '白', last_name: '帆' } }, '联系人：白 帆 555'],
    [{ sticker: { emoji: '👍' } }, '👍'],
  ])('%j is said in words', (fields, text) => {
    expect(contentOf({ chat: HOME, ...fields })).toMatchObject({ text })
  })

  test.each([
    [{ document: { file_id: 'd', file_name: '合同.pdf' } }, 'file', '合同.pdf'],
    [{ document: { file_id: 'd', mime_type: 'image/heic' } }, 'image', '文件-50'],
    [{ voice: { file_id: 'v' } }, 'voice', '语音-50.ogg'],
    [{ audio: { file_id: 'a', file_name: '录音.m4a' } }, 'voice', '录音.m4a'],
    [{ video: { file_id: 'f' } }, 'video', '视频-50.mp4'],
    [{ video_note: { file_id: 'n' } }, 'video', '视频-50.mp4'],
    [{ animation: { file_id: 'g' }, document: { file_id: 'g' } }, 'video', '视频-50.mp4'],
  ])('%j is one enclosure, opened later by a handle that is no address', (fields, kind, name) => {
    const { attachments = [] } = said({ chat: HOME, ...fields }) ?? {}
    expect(attachments).toMatchObject([{ kind, name }])
    expect(attachments[0]?.ref).toMatch(/^\{"file":"\w"\}$/u)
  })

  test('what cannot be read is named where it was meant for us, and left alone elsewhere', () => {
    const poll = { id: '1', question: '几点开会' }
    expect(contentOf({ chat: HOME, poll })).toMatchObject({
      text: '',
      unread: [expect.stringContaining('用文字说')],
    })
    expect(said({ poll })).toBeUndefined()
  })

  test.each([
    { pinned_message: {} },
    { new_chat_title: '新名字' },
    { forum_topic_created: { name: '报修' } },
    { sticker: {} },
    { text: '' },
  ])('%j is nothing', (fields) => {
    expect(said({ chat: HOME, ...fields })).toBeUndefined()
  })
})

describe('who it is', () => {
  test('a person by number and name, a program as one', () => {
    expect(said({ text: '好', from: { ...BAI, last_name: '三' } })?.from).toEqual({
      id: String(BAI.id),
      name: '白帆 三',
      stability: 'permanent',
    })
    expect(said({ text: '好', from: ROBOT })?.from).toMatchObject({ isBot: true })
  })

  test.each([
    [
      'an anonymous administrator',
      { from: { id: 1087968824, is_bot: true, first_name: 'Group' }, sender_chat: ROOM },
    ],
    ['a channel that speaks in the group', { from: { id: 136817688, is_bot: true, first_name: 'Channel' } }],
    [
      'a post of the linked channel',
      { from: { id: 777000, first_name: 'Telegram' }, is_automatic_forward: true },
    ],
    ['nobody', { from: undefined }],
    ['ourselves', { from: US }],
    ['a channel', { chat: { id: -1009, type: 'channel', title: '公告' } }],
  ])('%s is nobody to talk with', (_, fields) => {
    expect(said({ text: '@娘家 停电了', ...fields })).toBeUndefined()
  })
})

describe('what happens to groups', () => {
  const member = (chat: object, from: string, to: string, more: object = {}) => {
    const decoded = reader()({
      my_chat_member: {
        chat,
        from: BAI,
        date: 5,
        old_chat_member: { status: from },
        new_chat_member: { status: to, ...more },
      },
    })
    return decoded.kind === 'incoming' ? decoded.incoming.content : decoded.kind
  }

  test.each([
    [ROOM, 'left', 'member', 'bot-added'],
    [ROOM, 'kicked', 'administrator', 'bot-added'],
    [ROOM, 'member', 'left', 'bot-removed'],
    [ROOM, 'administrator', 'kicked', 'bot-removed'],
    [HOME, 'member', 'kicked', 'bot-removed'],
  ])('in %j from %s to %s we are %s', (chat, from, to, change) => {
    expect(member(chat, from, to)).toEqual({
      kind: 'membership',
      change,
      people: [{ id: '7', name: '娘家' }],
    })
  })

  test.each([
    [ROOM, 'member', 'administrator'],
    [HOME, 'kicked', 'member'],
    [{ id: -9, type: 'channel' }, 'left', 'administrator'],
  ])('in %j from %s to %s nothing is told', (chat, from, to) => {
    expect(member(chat, from, to)).toBe('nothing')
  })

  test('to be restricted is to be in a group, or not, as Telegram says beside it', () => {
    expect(member(ROOM, 'member', 'restricted', { is_member: true })).toBe('nothing')
    expect(member(ROOM, 'member', 'restricted', { is_member: false })).toMatchObject({
      change: 'bot-removed',
    })
  })

  test('people come and go; what becomes of us is told elsewhere', () => {
    expect(contentOf({ new_chat_members: [BAI, US] })).toEqual({
      kind: 'membership',
      change: 'joined',
      people: [{ id: String(BAI.id), name: BAI.first_name }],
    })
    expect(contentOf({ left_chat_member: BAI })).toMatchObject({ change: 'left' })
    expect(said({ new_chat_members: [US] })).toBeUndefined()
    expect(said({ left_chat_member: US })).toBeUndefined()
  })

  test('both messages of an upgrade are one event, told of the old chat', () => {
    const old = said({ chat: SMALL_ROOM, migrate_to_chat_id: ROOM.id })
    const next = said({ chat: ROOM, migrate_from_chat_id: SMALL_ROOM.id, sender_chat: ROOM, from: undefined })
    expect(old).toEqual({ ...next, chat: { ...next?.chat, title: SMALL_ROOM.title } })
    expect(old).toMatchObject({
      chat: { kind: 'group', chatId: String(SMALL_ROOM.id) },
      content: { kind: 'chat-migrated', to: String(ROOM.id) },
    })
  })
})

describe('keys', () => {
  test('a message has its key of its chat and number, whichever way and however often it comes', () => {
    const read = reader()
    const message = { message_id: 50, chat: ROOM, from: BAI, text: '好' }
    const keys = [1, 2].map((update_id) => {
      const decoded = read({ update_id, message })
      return decoded.kind === 'incoming' ? decoded.incoming.idempotencyKey : ''
    })
    expect(keys).toEqual(['message:-1001000000001:50', 'message:-1001000000001:50'])
  })

  test('a button pressed twice before it is gone is one choice; on the next state of the message it is another', () => {
    const read = reader()
    const press = (id: string, edit_date?: number, data = 'yes') => {
      const message = { message_id: 8, chat: HOME, from: US, text: '对吗', edit_date }
      const decoded = read({ callback_query: { id, from: BAI, data, message } })
      return decoded.kind === 'incoming' ? decoded.incoming.idempotencyKey : decoded.kind
    }
    expect(press('1')).toBe(press('2'))
    expect(new Set([press('1'), press('1', 5), press('1', 5, 'no')]).size).toBe(3)
  })

  test('a press on a message too old to be shown still names it; one without any message is nothing', () => {
    const read = reader()
    const message = { message_id: 8, chat: HOME, date: 0 }
    const press = { id: 'q', from: BAI, data: 'yes' }
    expect(read({ callback_query: { ...press, message } })).toMatchObject({
      incoming: { content: { kind: 'choice', choice: 'yes', prompt: '8' } },
    })
    expect(read({ callback_query: press })).toEqual({ kind: 'nothing' })
  })

  test('two edits are two', () => {
    const read = reader()
    const edit = (update_id: number, text: string) => {
      const edited_message = { message_id: 8, chat: HOME, from: BAI, text, edit_date: 5 }
      const decoded = read({ update_id, edited_message })
      return decoded.kind === 'incoming' ? decoded.incoming : undefined
    }
    expect(edit(1, '@娘家 改了')?.content).toEqual({ kind: 'edited', message: '8', text: '改了' })
    expect(edit(1, '改了')?.idempotencyKey).toBe(edit(1, '改了')?.idempotencyKey)
    expect(edit(1, '改了')?.idempotencyKey).not.toBe(edit(2, '又改')?.idempotencyKey)
  })
})
