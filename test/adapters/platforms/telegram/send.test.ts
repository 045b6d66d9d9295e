import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { until } from '../../../support/desk.ts'
import { chatOf, openTelegramHouse } from '../../../support/telegram-house.ts'
import { BAI, HE, HOME, ROOM } from '../../../support/telegram-people.ts'
import { refusal } from '../../../support/telegram-server.ts'
import { letterTo, OUR_PAPER, OUR_PICTURE } from '../../../support/wires.ts'

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47)
const FILES: Readonly<Record<string, { bytes: Uint8Array; mediaType: string }>> = {
  png: { bytes: PNG, mediaType: 'image/png' },
  large: { bytes: new Uint8Array(10_000_001), mediaType: 'image/png' },
  gif: { bytes: PNG, mediaType: 'image/gif' },
  ogg: { bytes: PNG, mediaType: 'audio/ogg' },
  mp4: { bytes: PNG, mediaType: 'video/mp4' },
}

let house: Awaited<ReturnType<typeof openTelegramHouse>>
const home = chatOf(HOME)
const room = chatOf(ROOM)
beforeEach(async () => {
  house = await openTelegramHouse({ readFile: async (sha256) => FILES[sha256] })
  await house.isOnline()
})
afterEach(() => house.close())
const payloads = () => house.server.calls.filter(({ method }) => /^(?:send|edit)/u.test(method))

describe('a letter', () => {
  test('goes as plain text, whatever stands in it, without the preview of a link', async () => {
    const text = '<b>*见* [附件](https://example.cn)</b>'
    expect(await house.telegram.send(letterTo(home, { text }))).toMatchObject({ kind: 'ok' })
    expect(payloads()[0]?.payload).toEqual({
      chat_id: HOME.id,
      text,
      entities: [],
      link_preview_options: { is_disabled: true },
    })
  })

  test('answers a message, in its topic, and goes without it where that is gone', async () => {
    await house.telegram.send(
      letterTo(chatOf(ROOM, { threadId: '77' }), { replyTo: '12', mention: [String(BAI.id)] }),
    )
    expect(payloads()[0]?.payload).toMatchObject({
      message_thread_id: 77,
      reply_parameters: { message_id: 12, allow_sending_without_reply: true },
      entities: [],
    })
    // A press has no number of its own that could be answered.
    await house.telegram.send(letterTo(home, { replyTo: 'choice-4' }))
    expect(payloads()[1]?.payload).not.toHaveProperty('reply_parameters')
  })

  test('calls people by a link on their name: the one they go by here, or a word where none is known', async () => {
    await house.town.say(ROOM, '在吗', HE)
    await until(() => expect(house.arrivals.length).toBe(1))
    await house.telegram.send(letterTo(room, { mention: [String(HE.id), '4711'], text: '请看通知' }))
    expect(payloads()[0]?.payload).toMatchObject({
      text: '@何志平 @请看 请看通知',
      entities: [
        { type: 'text_mention', offset: 0, length: 4, user: { id: HE.id } },
        { type: 'text_mention', offset: 5, length: 3, user: { id: 4711 } },
      ],
    })
  })

  test('offers short choices side by side and long ones below each other', async () => {
    const of = (...labels: string[]) => labels.map((label, n) => ({ id: `c-${n}`, label }))
    await house.telegram.send(letterTo(home, { choices: of('确认提交', '再改改') }))
    await house.telegram.send(letterTo(home, { choices: of('我要反映银行抽贷的事', '我想问政策') }))
    const rows = payloads().map(({ payload }) => payload.reply_markup.inline_keyboard.length)
    expect(rows).toEqual([1, 2])
  })

  test('whose choice has no room in a button is refused in words', async () => {
    const choices = [{ id: '办'.repeat(22), label: '办' }]
    expect(await house.telegram.send(letterTo(home, { choices }))).toMatchObject({ kind: 'permanent' })
    expect(payloads()).toEqual([])
  })

  test.each(['', 'bai', '9'.repeat(30)])(
    'to the chat %j, which Telegram cannot have, is not asked of it',
    async (chatId) => {
      expect(await house.telegram.send(letterTo({ ...home, chatId }))).toEqual({ kind: 'not-open' })
      expect(await house.telegram.send(letterTo({ ...room, chatId }))).toMatchObject({ kind: 'gone' })
      expect(payloads()).toEqual([])
    },
  )
})

describe('an enclosure', () => {
  const send = (sha256: string, kind: 'image' | 'file' | 'voice' | 'video' = 'image', name = '公示图.png') =>
    house.telegram.send(letterTo(home, { text: '请看', files: [{ sha256, name, kind }] }))

  test.each([
    ['png', 'image', 'sendPhoto'],
    ['large', 'image', 'sendDocument'],
    ['gif', 'image', 'sendDocument'],
    ['png', 'file', 'sendDocument'],
    ['ogg', 'voice', 'sendVoice'],
    ['mp4', 'video', 'sendVideo'],
  ] as const)('%s as %s goes by %s, with its words', async (sha256, kind, method) => {
    expect(await send(sha256, kind)).toMatchObject({ kind: 'ok', messageIds: [expect.any(String)] })
    expect(payloads()).toMatchObject([
      { method, payload: { caption: '请看' }, uploads: [{ name: '公示图.png' }] },
    ])
    expect(payloads()[0]?.uploads[0]?.bytes.length).toBe(FILES[sha256]?.bytes.length)
  })

  test('keeps a name that a header could stumble over', async () => {
    await send('png', 'file', '合同; v="2"\r\n\\终稿/.pdf')
    expect(payloads()[0]?.uploads[0]?.name).toBe('合同; v=_2____终稿_.pdf')
  })

  test('of a shape that Telegram takes for no photo goes as a document', async () => {
    house.server.arm(refusal(400, 'Bad Request: PHOTO_INVALID_DIMENSIONS'), /^sendPhoto$/u)
    expect(await send('png')).toMatchObject({ kind: 'ok' })
    expect(payloads().map(({ method }) => method)).toEqual(['sendPhoto', 'sendDocument'])
    expect(payloads()[1]?.uploads).toHaveLength(1)
  })

  test('that is not kept any more is said to staff, and one that cannot be read now is tried again', async () => {
    expect(await send('none')).toMatchObject({ kind: 'permanent', why: '附件已经不在了' })
    const broken = await openTelegramHouse({
      readFile: async () => {
        throw new Error('the database is away')
      },
    })
    const files = [OUR_PAPER, OUR_PICTURE]
    expect(await broken.telegram.send(letterTo(home, { files }))).toMatchObject({ kind: 'transient' })
    await broken.close()
  })

  test('of several, one that fails after another went out leaves the letter in doubt', async () => {
    const files = ['png', 'none'].map((sha256) => ({ sha256, name: 'a.png', kind: 'image' as const }))
    expect(await house.telegram.send(letterTo(home, { files }))).toMatchObject({ kind: 'uncertain' })
  })
})

describe('an edit', () => {
  test('of what somebody deleted is said anew', async () => {
    const edit = letterTo(home, { text: '已登记', edits: 'out-1', editsMessageIds: ['4242'] })
    expect(await house.telegram.send(edit)).toMatchObject({ kind: 'ok' })
    expect(payloads().map(({ method }) => method)).toEqual(['editMessageText', 'sendMessage'])
  })

  test('whose answer was lost is made again without harm', async () => {
    const first = await house.telegram.send(letterTo(home))
    const editsMessageIds = first.kind === 'ok' ? first.messageIds : []
    const edit = letterTo(home, { text: '已登记', edits: 'out-1', editsMessageIds })
    house.server.arm({ kind: 'hang-up-after' })
    expect(await house.telegram.send(edit)).toMatchObject({ kind: 'transient' })
    expect(await house.telegram.send(edit)).toEqual({ kind: 'ok', messageIds: editsMessageIds })
  })
})

describe('when Telegram fails', () => {
  test('a gateway’s word leaves one letter in doubt, and those after it wait until somebody answers', async () => {
    house.server.arm(refusal(502, 'Bad Gateway'))
    expect(await house.telegram.send(letterTo(home))).toMatchObject({ kind: 'uncertain' })
    house.server.arm(refusal(502, 'Bad Gateway'), /^getMe$/u)
    expect(await house.telegram.send(letterTo(home))).toMatchObject({ kind: 'transient' })
    expect(payloads()).toHaveLength(1)
    expect(await house.telegram.send(letterTo(home))).toMatchObject({ kind: 'ok' })
  })

  test('a page of HTML where an answer should be is a gateway’s too', async () => {
    const page = '<html><title>502 Bad Gateway</title></html>'
    house.server.arm({ kind: 'answer', status: 502, body: page })
    expect(await house.telegram.send(letterTo(home))).toMatchObject({ kind: 'uncertain' })
    house.server.arm({ kind: 'answer', status: 200, body: page })
    expect(await house.telegram.send(letterTo(home))).toMatchObject({ kind: 'uncertain' })
  })

  test.each(['hang-up-before', 'hang-up-after'] as const)(
    'a connection that dies (%s) leaves the letter in doubt, for nobody can tell which it was',
    async (kind) => {
      house.server.arm({ kind })
      expect(await house.telegram.send(letterTo(home))).toMatchObject({ kind: 'uncertain' })
    },
  )

  test('an answer that does not come leaves it in doubt as well', async () => {
    const hasty = await openTelegramHouse({ pauses: { callSeconds: 0.2, pollSeconds: 1 } })
    await hasty.isOnline()
    hasty.server.arm({ kind: 'slow', ms: 600 })
    expect(await hasty.telegram.send(letterTo(home))).toMatchObject({ kind: 'uncertain' })
    await hasty.close()
  })

  test('a token that is no more makes letters wait, and says what to do', async () => {
    house.server.revoke()
    expect(await house.telegram.send(letterTo(home))).toEqual({ kind: 'account-offline' })
    expect(house.reports.at(-1)).toMatchObject({
      state: 'needs-login',
      detail: expect.stringContaining('BotFather'),
    })
  })
})
