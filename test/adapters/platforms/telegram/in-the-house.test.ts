import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Desk, openDesk, until } from '../../../support/desk.ts'
import { openTelegramHouse } from '../../../support/telegram-house.ts'
import { BAI, HOME, ROOM } from '../../../support/telegram-people.ts'

let house: Awaited<ReturnType<typeof openTelegramHouse>>
let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
  house = await openTelegramHouse({ closed: true, now: () => desk.clock.now() })
  await desk.desk.open(house.telegram)
  await until(async () => {
    const [account] = await desk.read<{ state: string }>(`SELECT "state" FROM "Account"`)
    expect(account?.state).toBe('online')
  })
})
afterEach(async () => {
  await desk.close()
  await house.close()
})

interface Shown {
  readonly message_id: number
  readonly text: string
  readonly reply_markup?: unknown
}
const shownIn = (room: typeof HOME) => house.server.sim.getBotMessages(room.id) as unknown as readonly Shown[]
/** Lets the house hear, be quiet as long as people pause, and answer. */
async function answered(room: typeof HOME, words: string): Promise<Shown> {
  let found: Shown | undefined
  await until(async () => {
    await desk.pass(1_000)
    found = shownIn(room).find(({ text }) => text.includes(words))
    expect(found, `${words}: ${shownIn(room).map(({ text }) => text)}`).toBeDefined()
  })
  return found as Shown
}

test('what began in a group goes on in private behind the link, to the last button', async () => {
  await house.town.say(ROOM, '@娘家 记一下停电')
  await answered(ROOM, `https://t.me/${house.server.me.username}`)
  await house.town.say(HOME, '/start')
  const asked = await answered(HOME, '记：记一下停电')
  await house.town.press(HOME, asked.message_id, 'yes', BAI)
  await until(async () => {
    await desk.pass(1_000)
    expect(await desk.effects()).toHaveLength(1)
  })
  expect(shownIn(HOME).find(({ message_id }) => message_id === asked.message_id)?.text).toContain(
    '已选：记下来',
  )
})

test('after a hundred malformed updates the next good one is answered, and the token is in no row', async () => {
  for (let n = 0; n < 100; n++)
    await house.server.push({
      update_id: 5_000 + n,
      message: { message_id: n, chat: n % 2 ? null : HOME, from: [n] },
    })
  await house.server.push({
    update_id: 6_000,
    message: { message_id: 900, date: 1, chat: HOME, from: BAI, text: '记一下停水' },
  })
  await answered(HOME, '记：记一下停水')
  const tables = await desk.read<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  )
  for (const { name } of tables) {
    const rows = JSON.stringify(await desk.read(`SELECT * FROM "${name}"`), (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    for (const part of [house.server.token, house.server.token.slice(12)])
      expect(rows, name).not.toContain(part)
  }
})
