import { afterEach, beforeEach, expect, test } from 'vitest'
import { until } from '../../../support/desk.ts'
import { chatOf, openTelegramHouse } from '../../../support/telegram-house.ts'
import { HOME, ROOM } from '../../../support/telegram-people.ts'
import { refusal } from '../../../support/telegram-server.ts'
import { CHOICES, letterTo } from '../../../support/wires.ts'

let house: Awaited<ReturnType<typeof openTelegramHouse>>
beforeEach(async () => {
  house = await openTelegramHouse()
  await house.isOnline()
})
afterEach(() => house.close())

async function offered(room = HOME, text = '是哪方面的事') {
  const sent = await house.telegram.send(letterTo(chatOf(room), { text, choices: CHOICES }))
  return Number(sent.kind === 'ok' ? sent.messageIds[0] : 0)
}
const shown = (room: typeof HOME, message: number) =>
  house.server.sim.getMessage(room.id, message) as unknown as Record<string, unknown>
const answered = () => house.server.callsOf('answerCallbackQuery')

test('in private the message says what was chosen and its buttons are gone', async () => {
  const message = await offered()
  await house.town.press(HOME, message, 'c-2')
  await until(() => expect(shown(HOME, message).text).toBe('是哪方面的事\n\n已选：用工'))
  expect(shown(HOME, message)).not.toHaveProperty('reply_markup')
  expect(answered().map(({ payload }) => payload)).toEqual([{ callback_query_id: expect.any(String) }])
  expect(house.arrivals[0]?.content).toEqual({ kind: 'choice', choice: 'c-2', prompt: String(message) })
})

test('in a group the buttons stay, for they are others’ too, and whoever pressed is shown that it was heard', async () => {
  const message = await offered(ROOM)
  await house.town.press(ROOM, message, 'c-1')
  await until(() => expect(answered()).toHaveLength(1))
  expect(answered()[0]?.payload.text).toBe('融资')
  expect(shown(ROOM, message)).toHaveProperty('reply_markup')
  expect(shown(ROOM, message).text).toBe('是哪方面的事')
})

test('a text with no room for more only loses its buttons', async () => {
  const message = await offered(HOME, '长'.repeat(4_096))
  await house.town.press(HOME, message, 'c-1')
  await until(() => expect(shown(HOME, message)).not.toHaveProperty('reply_markup'))
  expect(shown(HOME, message).text).toBe('长'.repeat(4_096))
})

test('a press that is handed in once more is answered, and draws nothing over what stands there by now', async () => {
  const message = await offered()
  await house.town.press(HOME, message, 'c-2')
  await until(() => expect(shown(HOME, message).text).toContain('已选'))
  const edit = letterTo(chatOf(HOME), { text: '已登记', edits: 'out-1', editsMessageIds: [String(message)] })
  await house.telegram.send(edit)
  await house.server.push(house.town.last())
  await until(() => expect(answered()).toHaveLength(2))
  await house.town.say(HOME, '好')
  await until(() => expect(house.texts().at(-1)).toBe('好'))
  expect(shown(HOME, message).text).toBe('已登记')
  expect(house.server.callsOf('editMessageText')).toHaveLength(2)
})

test('what was chosen is stored although nothing of this works', async () => {
  const message = await offered()
  house.server.arm(refusal(400, 'Bad Request: query is too old'), /^answerCallbackQuery$/u)
  house.server.arm({ kind: 'hang-up-before' }, /^editMessageText$/u)
  await house.town.press(HOME, message, 'c-2')
  await until(() => expect(house.texts()).toEqual(['choice']))
  await house.town.say(HOME, '然后呢')
  await until(() => expect(house.texts()).toEqual(['choice', '然后呢']))
})

test('what the house puts in its place comes after it, however slow that is', async () => {
  const message = await offered()
  house.server.arm({ kind: 'slow', ms: 150 }, /^editMessageText$/u)
  await house.town.press(HOME, message, 'c-2')
  await until(() => expect(house.arrivals).toHaveLength(1))
  const edit = letterTo(chatOf(HOME), { text: '已登记', edits: 'out-1', editsMessageIds: [String(message)] })
  expect(await house.telegram.send(edit)).toMatchObject({ kind: 'ok' })
  expect(shown(HOME, message).text).toBe('已登记')
  expect(house.server.callsOf('editMessageText').map(({ payload }) => payload.text)).toEqual([
    '是哪方面的事\n\n已选：用工',
    '已登记',
  ])
})
