import { expect, test } from 'vitest'
import { until } from '../../../support/desk.ts'
import { HOME, openWecomBot, WU } from '../../../support/wecom-bot.ts'

test('the secret and what people say are in no log, no error and no report, however things go wrong', async () => {
  const printed: string[] = []
  const restore = (['debug', 'info', 'log', 'warn', 'error'] as const).map((level) => {
    const original = console[level]
    console[level] = (...words: unknown[]) => void printed.push(JSON.stringify(words))
    return () => {
      console[level] = original
    }
  })
  const bot = await openWecomBot({ pauses: { firstMs: 0 } })
  const wrong = await openWecomBot({ secret: `${bot.server.secret}-and-more` })
  try {
    await bot.online()
    bot.server.knows(`private:${WU}`)
    bot.server.message({ from: WU, msgtype: 'text', text: { content: '我的手机是 13800138000' } })
    bot.server.raw('{"cmd":"aibot_msg_callback","body":"13800138000"')
    bot.server.raw(JSON.stringify({ headers: {}, note: bot.server.secret }))
    bot.server.raw(JSON.stringify({ cmd: 'aibot_msg_callback', body: { msgtype: bot.server.secret } }))
    await bot.hasArrived(1)
    for (const fate of [93006, 40058, 'taken-then-cut'] as const) bot.server.next('aibot_send_msg', fate)
    const results = [await bot.send(HOME), await bot.send(HOME), await bot.send(HOME)]
    bot.server.goAway()
    for (let n = 0; n < 4; n++) {
      await until(() => expect(bot.clock.nextAlarmAt()).toBeDefined())
      bot.pass(16)
    }
    await bot.isState('offline')
    await wrong.open()
    await wrong.isState('needs-login')
    const told = JSON.stringify([results, bot.reports, bot.warnings, wrong.reports, wrong.warnings])
    expect(bot.warnings.length, 'something was told').toBeGreaterThan(0)
    for (const text of [told, ...printed])
      for (const canary of [bot.server.secret, bot.server.botId, '13800138000', WU, '127.0.0.1'])
        expect(text).not.toContain(canary)
    expect(printed).toEqual([])
  } finally {
    for (const one of restore) one()
    await bot.close()
    await wrong.close()
  }
})
