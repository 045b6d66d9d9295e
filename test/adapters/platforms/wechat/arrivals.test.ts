import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openLoggedIn } from '../../../support/wechat-desk.ts'
import { OTHER_ROOM, OURS, ROOM } from '../../../support/wechat-town.ts'

const DASHES = '- - - - - - - - - - - - - - -'

let town: Awaited<ReturnType<typeof openLoggedIn>>
beforeEach(async () => {
  town = await openLoggedIn()
})
afterEach(() => town.close())

describe('what is said', () => {
  test('in private comes with who said it, under ids of this login', async () => {
    const id = town.say('bai', { text: '我们厂停电了' })
    const { login } = town.health()
    expect(await town.next()).toMatchObject({
      chat: town.chat('private', 'bai'),
      from: { id: `${login}~bai`, name: '白帆', stability: 'session' },
      messageId: id,
      content: { kind: 'message', text: '我们厂停电了', addressed: 'private' },
    })
  })

  test('in a room comes with the room’s title and the name people have there', async () => {
    town.puppet.aliases.set(`${ROOM} bai`, '白帆-宏远机械')
    town.say('bai', { in: ROOM, text: '中午吃什么' })
    expect(await town.next()).toMatchObject({
      chat: { ...town.chat('group', ROOM), title: '陶艺商会群' },
      from: { name: '白帆-宏远机械' },
      content: { addressed: 'none', text: '中午吃什么' },
    })
  })

  test.each([
    ['the room’s own name for us, really called', '@商会娘家\u2005停电了', [OURS]],
    ['the room’s own name for us, only typed', '@商会娘家 停电了', []],
    ['our account’s name', '@娘家小助手\u2005停电了', [OURS]],
    ['a name we are configured to hear', '＠娘家停电了', []],
    ['a name we have not heard of yet, really called', '@小娘\u2005停电了', [OURS]],
  ])('is meant for us by %s', async (_how, text, mention) => {
    town.say('bai', { in: ROOM, text, mention })
    expect((await town.next()).content).toMatchObject({ addressed: 'mention', text: '停电了' })
  })

  test('a room’s own name counts in that room alone', async () => {
    town.say('bai', { in: OTHER_ROOM, text: '@商会娘家 停电了' })
    expect((await town.next()).content).toMatchObject({ addressed: 'none' })
  })

  test('a call to everybody is no call to us', async () => {
    town.say('bai', { in: ROOM, text: '@所有人 明天开会', mention: [OURS, 'bai', 'he'] })
    expect((await town.next()).content).toMatchObject({ addressed: 'none' })
  })

  test('a quote of our words is a reply to us, with the words', async () => {
    for (const name of ['商会娘家', '娘家小助手', '娘家'])
      town.say('bai', { in: ROOM, text: `「${name}：请核对下面的内容」\n${DASHES}\n对的` })
    for (let n = 0; n < 3; n++)
      expect((await town.next()).content).toMatchObject({
        addressed: 'reply',
        text: '对的',
        quote: '请核对下面的内容',
      })
  })

  test('a quote of somebody else is not meant for us, even where they called us', async () => {
    const text = `「何志平：@商会娘家 停电了」\n${DASHES}\n我们也是`
    town.say('bai', { in: ROOM, text, mention: [OURS] })
    expect((await town.next()).content).toMatchObject({
      addressed: 'none',
      text: '我们也是',
      quote: '@商会娘家 停电了',
    })
  })

  test('as a link, a card, a place or the like comes as plain words', async () => {
    for (const kind of ['Url', 'MiniProgram', 'Location', 'Contact', 'ChatHistory', 'RedEnvelope'] as const)
      town.say('bai', { kind, ...(kind === 'ChatHistory' ? { text: '<msg>xml</msg>' } : {}) })
    const texts = (await town.settled()).map(({ content }) => (content as { text: string }).text)
    expect(texts.map((text) => text.replace(/wx-[\w-]+/u, 'ID'))).toEqual([
      '[链接] mock title for ID https://mock.url',
      '[小程序] mock title for ID',
      '[位置] 东升乡人民政府(海淀区成府路45号)，北京市北京市海淀区45 Chengfu Rd',
      '[名片]',
      '[聊天记录]',
      '[红包]',
    ])
  })

  test('in a sign-up chain comes whole', async () => {
    town.say('bai', { in: ROOM, kind: 'GroupNote', text: '#接龙\n1. 白帆' })
    expect((await town.next()).content).toMatchObject({ text: '#接龙\n1. 白帆' })
  })

  test('by stickers, calls and WeChat’s own lines is left out', async () => {
    town.say('bai', { kind: 'Emoticon', text: '<msg><emoji/></msg>' })
    town.say('bai', { kind: 'Unknown', text: '白帆开启了朋友验证，你还不是他（她）朋友。' })
    town.say('bai', { text: '   ' })
    expect(await town.settled()).toEqual([])
  })

  test('by ourselves, here or on the telephone, is left out', async () => {
    await town.wechat.send({ id: 'l-1', to: town.chat('private', 'bai'), text: '您好', origin: 'automatic' })
    town.say(OURS, { in: ROOM, text: '我用手机说的' })
    expect(await town.settled()).toEqual([])
    expect(town.puppet.said).toHaveLength(1)
  })

  test('is handed in once the house has room again, in the order it was said', async () => {
    town.doorstep.refuses = 3
    for (const text of ['一', '二', '三']) town.say('bai', { text })
    expect(
      [await town.next(), await town.next(), await town.next()].map(({ content }) => content),
    ).toMatchObject([{ text: '一' }, { text: '二' }, { text: '三' }])
  })

  test('and cannot be read stops nothing', async () => {
    town.puppet.emit('message', { messageId: 'nobody-has-it' })
    town.puppet.emit('message', null as never)
    town.puppet.emit('room-join', { roomId: 7 } as never)
    town.puppet.emit('room-leave', undefined as never)
    town.puppet.emit('friendship', { friendshipId: 'nobody' })
    town.puppet.emit('error', { data: 'anything' })
    town.say('bai', { text: '还在吗' })
    expect((await town.next()).content).toMatchObject({ text: '还在吗' })
    expect(JSON.stringify(town.warnings)).not.toContain('白帆')
  })

  test('a doorstep that throws at once does not end the process', async () => {
    town.doorstep.receive = () => {
      throw new Error('thrown, not rejected')
    }
    town.say('bai', { text: '一' })
    await expect.poll(() => town.warnings.length).toBeGreaterThan(0)
  })
})

describe('enclosures', () => {
  const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])

  test('are opened later by their message, up to the limit', async () => {
    const id = town.say('bai', { kind: 'Image', file: { name: 'a.png', bytes } })
    const { attachments, content } = await town.next()
    expect(attachments).toMatchObject([{ kind: 'image', name: '图片', ref: id }])
    expect(content).toMatchObject({ kind: 'message', text: '', addressed: 'private' })
    expect(Buffer.from((await town.wechat.fetch?.(id, 100)) ?? [])).toEqual(Buffer.from(bytes))
    await expect(town.wechat.fetch?.(id, 3)).rejects.toThrow(/larger/u)
    await expect(town.wechat.fetch?.('another', 100)).rejects.toThrow()
  })

  test('keep the name they came with; voices are words where the puppet wrote them down', async () => {
    town.say('bai', { kind: 'Attachment', filename: '合同.pdf', text: '<msg/>', file: { name: 'x', bytes } })
    town.say('bai', { kind: 'Attachment', text: '报价.xlsx', file: { name: 'x', bytes } })
    town.say('bai', { kind: 'Audio', text: '我们这里停电了', file: { name: 'x.sil', bytes } })
    town.say('bai', { kind: 'Audio', text: '<msg><voicemsg/></msg>', file: { name: 'x.sil', bytes } })
    const all = await town.settled()
    expect(all.map(({ attachments }) => attachments?.[0]?.name)).toEqual([
      '合同.pdf',
      '报价.xlsx',
      '语音',
      '语音',
    ])
    expect(all.map(({ content }) => (content as { text: string }).text)).toEqual([
      '',
      '',
      '我们这里停电了',
      '',
    ])
  })
})

describe('what happens', () => {
  test('a line taken back is named', async () => {
    const id = town.say('bai', { in: ROOM, text: '写错了' })
    await town.next()
    town.say('bai', { in: ROOM, kind: 'Recalled', text: id })
    expect(await town.next()).toMatchObject({
      from: { id: town.chat('private', 'bai').chatId },
      content: { kind: 'withdrawn', message: id },
    })
  })

  test('people come and go', async () => {
    town.room.remove(town.contact('bai')).by(town.contact('he'))
    expect(await town.next()).toMatchObject({
      chat: { kind: 'group' },
      content: { kind: 'membership', change: 'left', people: [{ id: town.chat('private', 'bai').chatId }] },
    })
    town.room.add(town.contact('bai')).by(town.contact('he'))
    expect((await town.next()).content).toMatchObject({
      change: 'joined',
      people: [{ id: town.chat('private', 'bai').chatId, name: '白帆' }],
    })
  })

  test('we ourselves are taken into a room and out of it', async () => {
    town.room.remove(town.contact(OURS)).by(town.contact('he'))
    expect((await town.next()).content).toMatchObject({ change: 'bot-removed', people: [] })
    town.room.add(town.contact(OURS), town.contact('stranger')).by(town.contact('he'))
    const added = await town.next()
    expect(added).toMatchObject({
      from: { id: town.chat('private', 'he').chatId },
      content: { change: 'bot-added', people: [] },
    })
    const joined = await town.next()
    expect(joined.content).toMatchObject({ change: 'joined', people: [{ name: '路人' }] })
    expect(joined.idempotencyKey).not.toBe(added.idempotencyKey)
  })
})

describe('who wants to be our friend', () => {
  const ask = (type: number) => {
    const id = `f-${type}`
    town.puppet.friendships.set(id, {
      id,
      contactId: 'stranger',
      type,
      timestamp: Date.now(),
      hello: '我是路人',
    })
    town.puppet.emit('friendship', { friendshipId: id })
  }

  test('is accepted and greeted, once although it is told twice', async () => {
    ask(2)
    const first = await town.next()
    expect(town.puppet.accepted).toEqual(['f-2'])
    expect(first).toMatchObject({
      chat: town.chat('private', 'stranger'),
      from: { name: '路人' },
      content: { kind: 'start' },
    })
    ask(1)
    expect((await town.next()).idempotencyKey).toBe(first.idempotencyKey)
  })

  test('and an invitation into a room is accepted', async () => {
    town.puppet.emit('room-invite', { roomInvitationId: 'i-1' })
    await expect.poll(() => town.puppet.accepted).toEqual(['i-1'])
  })

  test('is left to people where the policy says so; who is a friend all the same is greeted', async () => {
    await town.close()
    town = await openLoggedIn({ friends: 'ignore' })
    ask(2)
    town.puppet.emit('room-invite', { roomInvitationId: 'i-1' })
    expect(await town.settled()).toEqual([])
    expect(town.puppet.accepted).toEqual([])
    ask(1)
    await expect.poll(() => town.arrivals.at(-1)?.content.kind).toBe('start')
  })
})
