import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Incoming } from '../../../../src/inbox/arrival.ts'
import { until } from '../../../support/desk.ts'
import { HOME, openWecomBot, ROOM, type WecomBot, WU } from '../../../support/wecom-bot.ts'

const text = (content: string) => ({ msgtype: 'text', text: { content } })

describe('what people say in WeCom', () => {
  let bot: WecomBot
  beforeAll(async () => {
    bot = await openWecomBot()
    await bot.online()
  })
  beforeEach(() => void bot.arrivals.splice(0))
  afterAll(() => bot.close())

  const private_ = (said: object) => bot.server.message({ from: WU, ...said })
  const inRoom = (said: object) => bot.server.message({ from: WU, group: ROOM.chatId, ...said })
  async function heard(): Promise<Incoming> {
    await bot.hasArrived(1)
    return bot.arrivals.splice(0)[0] as Incoming
  }

  test('is handed in with who, where and WeCom’s own number', async () => {
    const msgid = private_(text('我们厂停电了'))
    expect(await heard()).toEqual({
      idempotencyKey: msgid,
      messageId: msgid,
      chat: HOME,
      from: { id: WU, stability: 'permanent' },
      at: bot.clock.now(),
      content: { kind: 'message', text: '我们厂停电了', addressed: 'private' },
    })
  })

  test('in a group loses the call to us, by whatever name the bot has there', async () => {
    const said = {
      '@娘家 停电了': '停电了',
      '＠娘家小助手\u2005停电了': '停电了',
      '停电了 @娘家': '停电了',
      '@县工商联助手 停电了': '停电了',
      '停电了 @县工商联助手': '停电了',
      '请 @县工商联助手 看一下': '请 看一下',
      '@张三 @娘家 停电了': '@张三  停电了',
      '@县工商联助手银行续贷材料交了半个月一直不放款': '@县工商联助手银行续贷材料交了半个月一直不放款',
      '@娘家 /帮助': '/帮助',
      '@娘家': '',
      '发到 me@娘家.example 了': '发到 me@娘家.example 了',
    }
    for (const [typed, meant] of Object.entries(said)) {
      inRoom(text(typed))
      expect(await heard(), typed).toMatchObject({
        chat: ROOM,
        content: { kind: 'message', text: meant, addressed: 'mention' },
      })
    }
    expect(bot.warnings.filter(({ what }) => what.includes('BOT_NAME'))).toHaveLength(1)
  })

  test('that answers something carries the words it answers', async () => {
    const quote = text('\u200b1. 融资  \n\u200b2. 用工')
    private_({ ...text('第二个'), quote })
    expect((await heard()).content).toMatchObject({ addressed: 'private', quote: '1. 融资\n2. 用工' })
    inRoom({ ...text('好的'), quote: text('<@wu.guilan> 收到，请核对') })
    expect((await heard()).content).toMatchObject({ addressed: 'reply', text: '好的', quote: '收到，请核对' })
    inRoom({ ...text('@娘家 这个怎么办'), quote: text('停电了') })
    expect((await heard()).content).toMatchObject({ addressed: 'mention', quote: '停电了' })
    private_({ ...text('这段话'), quote: { msgtype: 'voice', voice: { content: '听不清' } } })
    expect((await heard()).content).toMatchObject({ quote: '听不清' })
  })

  test('aloud is text already', async () => {
    private_({ msgtype: 'voice', voice: { content: '停电三天了' } })
    expect((await heard()).content).toMatchObject({ text: '停电三天了', addressed: 'private' })
  })

  test('with pictures is one message, and each is opened when it is wanted', async () => {
    const bytes = new TextEncoder().encode('a picture of a fuse box')
    const image = bot.server.enclose(bytes)
    private_({
      msgtype: 'mixed',
      mixed: {
        msg_item: [
          { msgtype: 'text', text: { content: '电表箱' } },
          { msgtype: 'image', image },
          { msgtype: 'image', image: bot.server.enclose(bytes) },
        ],
      },
    })
    const { content, attachments = [] } = await heard()
    expect(content).toEqual({ kind: 'message', text: '电表箱', addressed: 'private' })
    expect(attachments).toMatchObject([{ kind: 'image' }, { kind: 'image' }])
    const [first] = attachments
    expect(Buffer.from((await first?.open(100)) ?? [])).toEqual(Buffer.from(bytes))
    expect(Buffer.from((await bot.platform.fetch?.(first?.ref ?? '', 100)) ?? [])).toEqual(Buffer.from(bytes))
  })

  test('may be a file or a film, never read past the limit', async () => {
    const bytes = new Uint8Array(5_000).fill(7)
    for (const kind of ['file', 'video', 'image'] as const) {
      private_({ msgtype: kind, [kind]: bot.server.enclose(bytes) })
      const { content, attachments: [attached] = [] } = await heard()
      expect(content).toEqual({ kind: 'message', text: '', addressed: 'private' })
      expect(attached?.kind).toBe(kind)
      expect((await attached?.open(5_000))?.length).toBe(5_000)
      await expect(attached?.open(4_999)).rejects.toThrow('limit')
      await expect(attached?.open(100)).rejects.toThrow('limit')
    }
  })

  test('that is a document has its name, where WeCom gives one with the download', async () => {
    for (const [disposition, name] of [
      ["attachment; filename*=UTF-8''%E5%90%88%E5%90%8C.pdf", '合同.pdf'],
      ['attachment; filename="contract 1.pdf"', 'contract 1.pdf'],
      ['attachment; filename="%E5%90%88.pdf"', '合.pdf'],
      ['attachment; filename="100%.pdf"', '100%.pdf'],
      ['attachment; filename=""', '文件'],
      ['', '文件'],
    ] as const) {
      private_({ msgtype: 'file', file: bot.server.enclose(new Uint8Array(50), { disposition }) })
      expect((await heard()).attachments, disposition).toMatchObject([{ name, kind: 'file' }])
    }
  })

  test('whose enclosure cannot be had is told so, without its address', async () => {
    const gone = bot.server.enclose(new Uint8Array(50), { status: 403 })
    // Of keys drawn at random, one in 256 would leave what looks like a padding.
    const wrongKey = {
      ...bot.server.enclose(new Uint8Array(50), { key: Buffer.alloc(32, 7) }),
      aeskey: Buffer.alloc(32).toString('base64'),
    }
    const nobody = { url: 'http://127.0.0.1:1/secret-path', aeskey: 'x' }
    for (const file of [gone, wrongKey, nobody]) {
      private_({ msgtype: 'file', file })
      const { attachments: [attached] = [] } = await heard()
      const failure = await attached?.open(1_000).catch((error: unknown) => error)
      expect(failure).toMatchObject({ code: 'platform' })
      expect(String((failure as Error).stack)).not.toContain(file.url.split('/').at(-1))
    }
  })

  test('in a group may quote a picture that never reached us, and so hands it in', async () => {
    const image = bot.server.enclose(new Uint8Array(50))
    inRoom({ ...text('@娘家 看这个'), quote: { msgtype: 'image', image } })
    expect((await heard()).attachments).toMatchObject([{ kind: 'image' }])
    private_({ ...text('上次那张'), quote: { msgtype: 'image', image } })
    expect((await heard()).attachments, 'in private it was handed in when it came').toBeUndefined()
  })

  test('in a way that WeCom does not hand on is still somebody who spoke', async () => {
    private_({ msgtype: 'location', location: { latitude: 1 } })
    expect((await heard()).content).toMatchObject({
      text: '',
      unread: [expect.stringContaining('没有把内容')],
    })
    private_({
      msgtype: 'mixed',
      mixed: { msg_item: [{ msgtype: 'text', text: { content: '一' } }, { msgtype: 'image' }] },
    })
    expect((await heard()).content).toMatchObject({ text: '一', unread: [expect.any(String)] })
  })

  test('twice has the same key; what the database cannot hold is left out', async () => {
    private_(text('一\u0000二\ud83d'))
    const once = await heard()
    expect(once.content).toMatchObject({ text: '一二\ufffd' })
    bot.server.again()
    expect((await heard()).idempotencyKey).toBe(once.idempotencyKey)
  })

  test('whoever opens the chat has begun; other events are none of our business', async () => {
    const before = bot.warnings.length
    bot.server.event(WU, 'feedback_event')
    bot.server.event(WU, 'template_card_event')
    bot.server.event(WU, 'enter_chat')
    expect(await heard()).toMatchObject({ chat: HOME, from: { id: WU }, content: { kind: 'start' } })
    expect(bot.warnings.length).toBe(before)
  })

  test('keeps its order', async () => {
    const lines = Array.from({ length: 30 }, (_, n) => `第${n}句`)
    for (const line of lines) private_(text(line))
    await bot.hasArrived(30)
    expect(bot.arrivals.map(({ content }) => (content as { text: string }).text)).toEqual(lines)
  })
})

describe('a message that cannot be stored just now', () => {
  test('is tried again, and the next one does not overtake it', async () => {
    const bot = await openWecomBot()
    let tries = 0
    const { receive } = bot.doorstep
    await bot.platform.open({
      ...bot.doorstep,
      receive: async (incoming) => {
        if (++tries <= 2) throw new Error('no database')
        return receive(incoming)
      },
    })
    await bot.isState('online')
    bot.server.message({ from: WU, ...text('一') })
    bot.server.message({ from: WU, ...text('二') })
    for (const failed of [1, 2]) {
      await until(() => {
        expect(tries).toBe(failed)
        expect(bot.clock.nextAlarmAt()).toBeDefined()
      })
      bot.pass(5)
    }
    await bot.hasArrived(2)
    expect(bot.arrivals.map(({ content }) => (content as { text: string }).text)).toEqual(['一', '二'])
    expect(bot.warnings).toEqual([])
    await bot.close()
  })

  test('is given up with a warning when the house closes, which does not wait for it', async () => {
    const bot = await openWecomBot()
    let tries = 0
    await bot.platform.open({
      ...bot.doorstep,
      receive: async () => {
        tries++
        throw new Error('no database')
      },
    })
    await bot.isState('online')
    bot.server.message({ from: WU, ...text('一') })
    await until(() => expect(tries).toBe(1))
    await bot.close()
    expect(bot.warnings).toMatchObject([
      { what: expect.stringContaining('could not be stored'), detail: { lost: 1 } },
    ])
  })
})
