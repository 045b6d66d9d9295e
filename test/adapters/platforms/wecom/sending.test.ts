import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { until } from '../../../support/desk.ts'
import { HOME, openWecomBot, ROOM, type WecomBot, WU } from '../../../support/wecom-bot.ts'

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
const LARGE_PNG = Uint8Array.from([...PNG, ...new Uint8Array(3_000_000)])
const PAPER = new TextEncoder().encode(`%PDF-1.7 ${'paper '.repeat(200_000)}`)
const FILES = { png: PNG, 'large-png': LARGE_PNG, paper: PAPER, empty: new Uint8Array(0) }
const file = (sha256: keyof typeof FILES | 'lost', name: string) => ({ sha256, name, kind: 'file' as const })
const OK = { kind: 'ok', messageIds: [] }

describe('what the house says in WeCom', () => {
  let bot: WecomBot
  beforeAll(async () => {
    bot = await openWecomBot({ files: FILES })
    await bot.online()
    bot.server.knows(`private:${WU}`)
    bot.server.knows(`group:${ROOM.chatId}`)
  })
  beforeEach(() => {
    bot.server.seen.splice(0)
    bot.server.received.splice(0)
    bot.warnings.splice(0)
  })
  afterAll(() => bot.close())
  const asked = (cmd: string) => bot.server.received.filter((frame) => frame.cmd === cmd)

  test('reaches people and groups, each said to be what it is', async () => {
    expect(await bot.send(HOME, { text: '请核对' })).toEqual(OK)
    expect(await bot.send(ROOM, { text: '已收到' })).toEqual(OK)
    expect(bot.server.seen).toMatchObject([
      { chatid: WU, kind: 'private', msgtype: 'markdown', content: '请核对' },
      { chatid: ROOM.chatId, kind: 'group', content: '已收到' },
    ])
  })

  test('calls only those it is told to call, and only in groups', async () => {
    await bot.send(ROOM, { text: '已收到 <@li.si>', mention: [WU, 'a> [x](http://evil.example', 'zhang-3'] })
    await bot.send(HOME, { text: '请核对', mention: [WU] })
    expect(bot.server.seen.map(({ content }) => content)).toEqual([
      '<@wu.guilan> <@zhang-3> 已收到 <\u200b@li.si>',
      '请核对',
    ])
  })

  test('lists choices by number', async () => {
    await bot.send(HOME, {
      text: '哪一类？',
      choices: [
        { id: 'c-1', label: '融资' },
        { id: 'c-2', label: '用工' },
      ],
    })
    expect(bot.server.seen[0]?.content).toBe('哪一类？  \n\u200b1. 融资  \n\u200b2. 用工')
  })

  test('is never longer than WeCom takes, and ends with a whole character', async () => {
    expect(await bot.send(HOME, { text: `x${'😀'.repeat(6_000)}` })).toEqual(OK)
    expect(bot.server.seen[0]?.content).toBe(`x${'😀'.repeat(1_999)}`)
    // What keeps marks plain may be longer than the words themselves.
    expect(await bot.send(HOME, { text: '#\n'.repeat(2_000), mention: [WU] })).toEqual(OK)
    expect(await bot.send(HOME, { text: '](<@'.repeat(1_000) })).toEqual(OK)
  })

  test('shows pictures, and sends as files what is too large or no picture', async () => {
    for (const [sha256, name] of [
      ['png', '公示图.png'],
      ['large-png', '大图.png'],
      ['paper', '办事指南.pdf'],
    ] as const)
      expect(await bot.send(HOME, { text: '', files: [file(sha256, name)] })).toEqual(OK)
    expect(bot.server.seen).toMatchObject([
      { msgtype: 'image', file: { name: '公示图.png' } },
      { msgtype: 'file', file: { name: '大图.png' } },
      { msgtype: 'file', file: { name: '办事指南.pdf' } },
    ])
    for (const [n, bytes] of [PNG, LARGE_PNG, PAPER].entries())
      expect(Buffer.compare(bot.server.seen[n]?.file?.bytes ?? new Uint8Array(), bytes)).toBe(0)
  })

  test('says words first and then everything enclosed, which is uploaded once for all', async () => {
    const letter = { text: '两份材料', files: [file('png', '一.png'), file('paper', '二.pdf')] }
    expect(await Promise.all([bot.send(HOME, letter), bot.send(ROOM, letter)])).toEqual([OK, OK])
    expect(asked('aibot_upload_media_init'), 'they were uploaded by the test before').toHaveLength(0)
    const inRoom = bot.server.seen.filter(({ kind }) => kind === 'group')
    expect(inRoom.map(({ msgtype }) => msgtype)).toEqual(['markdown', 'image', 'file'])
  })

  test('is uploaded once also when many letters want it at the same moment', async () => {
    bot.pass(61 * 3_600)
    const letter = { text: '', files: [file('paper', '二.pdf')] }
    const results = await Promise.all(Array.from({ length: 8 }, () => bot.send(HOME, letter)))
    expect(results.every(({ kind }) => kind === 'ok')).toBe(true)
    expect(asked('aibot_upload_media_init')).toHaveLength(1)
  })

  test('uploads again what WeCom does not keep any more', async () => {
    await bot.send(HOME, { text: '', files: [file('png', '一.png')] })
    bot.server.received.splice(0)
    bot.pass(61 * 3_600)
    await bot.send(HOME, { text: '', files: [file('png', '一.png')] })
    expect(asked('aibot_upload_media_init')).toHaveLength(1)
    bot.server.forgetMedia()
    const letter = { text: '', files: [file('png', '一.png')] }
    expect(await bot.send(HOME, letter)).toMatchObject({ kind: 'transient' })
    expect(await bot.send(HOME, letter)).toEqual(OK)
    expect(asked('aibot_upload_media_init')).toHaveLength(2)
  })

  test('shortens a name before its ending', async () => {
    bot.pass(61 * 3_600)
    await bot.send(HOME, { text: '', files: [file('png', `${'很长的名字'.repeat(40)}.png`)] })
    const { name = '' } = bot.server.seen[0]?.file ?? {}
    expect(name).toMatch(/^(?:很长的名字)+.*\.png$/u)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(256)
  })

  test('says nothing at all when what it encloses cannot be had', async () => {
    for (const sha256 of ['lost', 'empty'] as const)
      expect(await bot.send(HOME, { files: [file(sha256, 'x.pdf')] })).toMatchObject({ kind: 'permanent' })
    bot.pass(61 * 3_600)
    bot.server.next('aibot_upload_media_init', 45009)
    expect(await bot.send(HOME, { files: [file('png', 'x.png')] })).toEqual({
      kind: 'retry-after',
      seconds: 60,
    })
    bot.server.next('aibot_upload_media_finish', -1)
    expect(await bot.send(HOME, { files: [file('png', 'x.png')] })).toMatchObject({ kind: 'transient' })
    expect(bot.server.seen).toEqual([])
  })

  test('of which only a part left is in doubt', async () => {
    bot.server.next('aibot_send_msg', 0)
    bot.server.next('aibot_send_msg', -1)
    expect(await bot.send(HOME, { files: [file('png', 'x.png')] })).toMatchObject({ kind: 'uncertain' })
  })

  test.each([
    [45009, HOME, { kind: 'retry-after', seconds: 60 }],
    [-1, HOME, { kind: 'transient' }],
    [123_456, HOME, { kind: 'transient' }],
    [93006, HOME, { kind: 'not-open' }],
    [93006, ROOM, { kind: 'gone' }],
    [60111, HOME, { kind: 'gone' }],
    [40058, HOME, { kind: 'permanent' }],
    [45002, ROOM, { kind: 'permanent' }],
  ] as const)('refused with %i comes back as what can be done about it', async (errcode, to, result) => {
    bot.server.next('aibot_send_msg', errcode)
    expect(await bot.send(to)).toMatchObject(result)
    expect(bot.server.seen).toEqual([])
    expect(bot.warnings).toEqual([{ what: 'WeCom refused a message', detail: { errcode } }])
  })

  test('to somebody who never wrote waits for them, and a welcome reaches them when they open the chat', async () => {
    const he = { ...HOME, chatId: 'he' }
    expect(await bot.send(he)).toEqual({ kind: 'not-open' })
    const before = bot.arrivals.length
    bot.server.event('he', 'enter_chat')
    await bot.hasArrived(before + 1)
    expect(await bot.send(he, { text: '**您好**' })).toEqual(OK)
    expect(await bot.send(he)).toEqual({ kind: 'not-open' })
    expect(bot.server.seen).toMatchObject([{ chatid: 'he', msgtype: 'text', content: '**您好**' }])
    expect(asked('aibot_respond_welcome_msg')).toHaveLength(1)
  })

  test('goes the ordinary way when it is too late or too long for a welcome, or WeCom does not take it', async () => {
    const enter = async () => {
      const before = bot.arrivals.length
      bot.server.event(WU, 'enter_chat')
      await bot.hasArrived(before + 1)
    }
    await enter()
    bot.pass(5)
    await bot.send(HOME, { text: '晚了' })
    await enter()
    await bot.send(HOME, { text: '长'.repeat(700) })
    await enter()
    bot.server.next('aibot_respond_welcome_msg', 40058)
    expect(await bot.send(HOME, { text: '不收' })).toEqual(OK)
    expect(bot.server.seen.map(({ msgtype }) => msgtype)).toEqual(['markdown', 'markdown', 'markdown'])
  })
})

describe('a letter of which nobody knows', () => {
  let bot: WecomBot
  beforeEach(async () => {
    bot = await openWecomBot({ pauses: { firstMs: 0 } })
    await bot.online()
    bot.server.knows(`private:${WU}`)
  })
  afterEach(async () => {
    vi.useRealTimers()
    await bot.close()
  })

  test('is in doubt when the connection breaks before WeCom says that it has it', async () => {
    bot.server.next('aibot_send_msg', 'taken-then-cut')
    expect(await bot.send(HOME)).toMatchObject({ kind: 'uncertain' })
    expect(bot.server.seen).toHaveLength(1)
    expect(await bot.send(HOME), 'surely not sent').toEqual({ kind: 'account-offline' })
    await bot.isState('connecting')
    bot.pass(1)
    await bot.isState('online')
    expect(await bot.send(HOME)).toEqual(OK)
  })

  /** The SDK waits five seconds for WeCom's word. */
  async function inSilence(): Promise<unknown> {
    const { length } = bot.server.received
    bot.server.next('aibot_send_msg', 'silence')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const sending = bot.send(HOME)
    await until(() => expect(bot.server.received.length).toBeGreaterThan(length))
    vi.advanceTimersByTime(5_000)
    return sending
  }

  test('is in doubt when nothing comes back, and others wait until it is sure that somebody listens', async () => {
    expect(await inSilence()).toMatchObject({ kind: 'uncertain' })
    expect(await bot.send(HOME)).toEqual(OK)
    expect(bot.server.received.map(({ cmd }) => cmd)).toContain('ping')
    expect(bot.server.subscriptions, 'the same connection').toBe(1)
  })

  test('is the only one: others wait for another connection when nobody listens any more', async () => {
    for (let n = 0; n < 9; n++) bot.server.next('ping', 'silence')
    expect(await inSilence()).toMatchObject({ kind: 'uncertain' })
    const others = [bot.send(HOME), bot.send(HOME)]
    await until(() => expect(bot.server.received.at(-1)?.cmd).toBe('ping'))
    vi.advanceTimersByTime(5_000)
    expect(await Promise.all(others)).toEqual([{ kind: 'account-offline' }, { kind: 'account-offline' }])
    await bot.isState('connecting')
    bot.pass(1)
    await bot.isState('online')
  })

  test('is not, before the house opens and after it closes', async () => {
    await bot.platform.close()
    expect(await bot.send(HOME)).toEqual({ kind: 'account-offline' })
    const other = await openWecomBot()
    expect(await other.send(HOME)).toEqual({ kind: 'account-offline' })
    await other.close()
  })

  test('is in doubt when the house closes meanwhile', async () => {
    bot.server.next('aibot_send_msg', 'silence')
    const sending = bot.send(HOME)
    await until(() => expect(bot.server.received.at(-1)?.cmd).toBe('aibot_send_msg'))
    await bot.platform.close()
    expect(await sending).toMatchObject({ kind: 'uncertain' })
  })

  test('waits for a connection of which WeCom knows who it is', async () => {
    bot.server.next('aibot_send_msg', 846609)
    expect(await bot.send(HOME)).toEqual({ kind: 'account-offline' })
    await bot.isState('connecting')
    bot.pass(1)
    await until(() => expect(bot.server.subscriptions).toBe(2))
  })
})
