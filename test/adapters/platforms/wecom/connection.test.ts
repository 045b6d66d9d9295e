import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import { until } from '../../../support/desk.ts'
import { HOME, openWecomBot, type WecomBot, WU } from '../../../support/wecom-bot.ts'

let bot: WecomBot
afterEach(() => bot.close())
const states = () => bot.reports.map(({ state }) => state)

test('says that it connects, then that it is there and by what name', async () => {
  bot = await openWecomBot()
  await bot.online()
  expect(bot.reports).toEqual([{ state: 'connecting' }, { state: 'online', name: '娘家' }])
})

test('comes back after every loss, each time later, for as long as it takes', async () => {
  bot = await openWecomBot()
  await bot.online()
  bot.server.goAway()
  await bot.isState('connecting')
  const waits: number[] = []
  for (let n = 0; n < 12; n++) {
    await until(() => expect(bot.clock.nextAlarmAt()).toBeDefined())
    const wait = ((bot.clock.nextAlarmAt() as Date).getTime() - bot.clock.now().getTime()) / 1000
    waits.push(wait)
    const { connections } = bot.server
    bot.pass(wait)
    // The try itself has an alarm of fifteen seconds; it is over when the next pause is set.
    await until(() => {
      const next = ((bot.clock.nextAlarmAt()?.getTime() ?? 0) - bot.clock.now().getTime()) / 1000
      expect(next === 15 || next <= 0).toBe(false)
    })
    expect(bot.server.connections).toBe(connections)
  }
  for (const [n, wait] of waits.entries()) {
    const longest = Math.min(60, 2 ** n)
    expect(wait).toBeGreaterThanOrEqual(longest / 2)
    expect(wait).toBeLessThanOrEqual(longest)
  }
  expect(states()).toEqual(['connecting', 'online', 'connecting', 'offline'])
  expect(bot.reports.at(-1)?.detail).toContain('连不上企业微信')
  expect(await bot.send(HOME)).toEqual({ kind: 'account-offline' })
  bot.server.comeBack()
  bot.clock.advanceTo(bot.clock.nextAlarmAt() as Date)
  await bot.isState('online')
})

test('does not begin quickly again with a server that lets it in and throws it out', async () => {
  bot = await openWecomBot()
  await bot.online()
  for (let n = 0; n < 4; n++) {
    bot.server.cut()
    await bot.isState('connecting')
    const wait = ((bot.clock.nextAlarmAt() as Date).getTime() - bot.clock.now().getTime()) / 1000
    expect(wait).toBeGreaterThanOrEqual(2 ** n / 2)
    bot.pass(wait)
    await bot.isState('online')
  }
  bot.pass(3_600)
  bot.server.cut()
  await bot.isState('connecting')
  expect((bot.clock.nextAlarmAt() as Date).getTime() - bot.clock.now().getTime()).toBeLessThanOrEqual(1_000)
})

test('asks a person for a wrong secret, and does not hammer', async () => {
  bot = await openWecomBot({ secret: 'not-the-secret' })
  await bot.open()
  await bot.isState('needs-login')
  expect(bot.reports.at(-1)?.detail).toMatch(/Secret（错误码 853000）/u)
  const { connections } = bot.server
  bot.pass(599)
  expect(bot.server.connections).toBe(connections)
  expect(await bot.send(HOME)).toEqual({ kind: 'account-offline' })
  bot.pass(2)
  await until(() => expect(bot.server.connections).toBe(connections + 1))
  await until(() => expect(bot.warnings).toHaveLength(2))
  expect(states()).toEqual(['connecting', 'needs-login'])
})

test('does not take being too frequent for a wrong secret', async () => {
  bot = await openWecomBot()
  bot.server.next('aibot_subscribe', 45009)
  await bot.open()
  await bot.isState('offline')
  expect(bot.reports.at(-1)?.detail).toContain('太频繁')
  bot.pass(61)
  await bot.isState('online')
})

test('tries again soon when it is WeCom that has trouble', async () => {
  bot = await openWecomBot()
  bot.server.next('aibot_subscribe', -1)
  await bot.open()
  await until(() => expect(bot.warnings).toHaveLength(1))
  await until(() => expect(bot.clock.nextAlarmAt()).toBeDefined())
  bot.pass(1)
  await bot.isState('online')
  expect(states()).toEqual(['connecting', 'online'])
})

test('does not wait for ever for WeCom to say whether it knows the bot', async () => {
  bot = await openWecomBot()
  bot.server.next('aibot_subscribe', 'silence')
  await bot.open()
  await until(() => expect(bot.server.received).toHaveLength(1))
  bot.pass(15)
  bot.pass(1)
  await bot.isState('online')
  expect(bot.server.connections).toBe(2)
})

test('notices a server that answers nothing any more', async () => {
  bot = await openWecomBot({ pauses: { heartbeatMs: 15 } })
  for (let n = 0; n < 200; n++) bot.server.next('ping', 'silence')
  await bot.online()
  await bot.isState('connecting')
})

test('steps back when another program takes the bot over, says so, and tries again much later', async () => {
  bot = await openWecomBot()
  await bot.online()
  const leave = await takeOver(bot)
  await bot.isState('offline')
  expect(bot.reports.at(-1)?.detail).toBe(
    '另一个程序用同一个机器人连上了企业微信，这里的连接被断开。请停掉另一个程序；5 分钟后会自动再连一次。',
  )
  bot.pass(299)
  expect(bot.server.subscriptions).toBe(2)
  bot.pass(2)
  await bot.isState('online')
  leave()
})

test('survives what comes in one packet with the news that another program took over', async () => {
  bot = await openWecomBot()
  await bot.online()
  const news = Buffer.from(
    JSON.stringify({
      cmd: 'aibot_event_callback',
      headers: { req_id: 'r' },
      body: { msgid: 'e', msgtype: 'event', event: { eventtype: 'disconnected_event' } },
    }),
  )
  const brokenFrame = [0xff, 0xff, 0xff, 0xff]
  bot.server.bytes(Buffer.from([0x81, 126, news.length >> 8, news.length & 0xff, ...news, ...brokenFrame]))
  await bot.isState('offline')
  bot.pass(301)
  await bot.isState('online')
})

test('closes at once, wherever it is, and opens again', async () => {
  bot = await openWecomBot({ pauses: { firstMs: 10_000_000 } })
  for (const where of ['connecting', 'online', 'waiting'] as const) {
    if (where === 'connecting') await bot.open()
    else await bot.online()
    if (where === 'waiting') {
      bot.server.cut()
      await bot.isState('connecting')
    }
    await bot.platform.close()
    await bot.platform.close()
    expect(bot.clock.nextAlarmAt(), where).toBeUndefined()
    bot.reports.splice(0)
  }
  await bot.online()
  bot.server.message({ from: WU, msgtype: 'text', text: { content: '还在吗' } })
  await bot.hasArrived(1)
  expect(bot.reports.map(({ state }) => state)).toEqual(['connecting', 'online'])
})

test.each(['online', 'offline'] as const)(
  'lets its process end once it is closed, when it was %s',
  async (state) => {
    bot = await openWecomBot()
    if (state === 'offline') bot.server.goAway()
    const { url, botId, secret } = bot.server
    const program = `
    const { openWecom } = await import('./src/adapters/platforms/wecom/wecom.platform.ts')
    const { systemClock } = await import('./src/kernel/clock.ts')
    const platform = openWecom({
      account: 'wecom', botNames: [], clock: systemClock(), readFile: async () => undefined,
      log: { warn() {} }, pauses: { firstMs: 1 }, ...${JSON.stringify({ wsUrl: url, botId, secret })},
    })
    // Its own alarms keep nothing alive: while it tries to get there, the house does.
    const house = setInterval(() => undefined, 1_000)
    await platform.open({
      receive: async () => 'stored',
      report({ state }) {
        if (state !== '${state}') return
        process.stdout.write(state)
        void platform.close().then(() => clearInterval(house))
      },
    })`
    const ended = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program])
    expect(ended).toEqual({ stdout: state, stderr: '' })
  },
)

/** A second program with the same id and secret. */
async function takeOver({ server }: WecomBot): Promise<() => void> {
  const { WSClient } = await import('@wecom/aibot-node-sdk')
  const quiet = { debug() {}, info() {}, warn() {}, error() {} }
  const { botId, secret, url: wsUrl } = server
  const client = new WSClient({ botId, secret, wsUrl, logger: quiet })
  await new Promise<void>((resolve) => void client.on('authenticated', resolve).connect())
  return () => client.disconnect()
}
