import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { until } from '../../../support/desk.ts'
import { chatOf, openTelegramHouse } from '../../../support/telegram-house.ts'
import { HOME } from '../../../support/telegram-people.ts'
import { refusal } from '../../../support/telegram-server.ts'
import { CHOICES, letterTo, OUR_PICTURE } from '../../../support/wires.ts'

/** Everything that an object holds, getters, causes and hidden fields too. */
const whole = (value: unknown) =>
  inspect(value, { depth: 20, showHidden: true, getters: true, maxStringLength: null })

test('the token is in no error, no log, no report and no answer, whatever goes wrong', async () => {
  const house = await openTelegramHouse()
  const { server, telegram, town } = house
  const told: unknown[] = []
  const echo = (code: number) => refusal(code, `Not Found: ${server.url}/bot${server.token}/sendMessage`)
  await house.isOnline()

  for (const code of [400, 401, 403, 404, 429, 500, 503]) {
    server.arm(echo(code))
    told.push(await telegram.send(letterTo(chatOf(HOME), { choices: CHOICES })))
  }
  for (const kind of ['hang-up-before', 'hang-up-after'] as const) {
    server.arm({ kind })
    told.push(await telegram.send(letterTo(chatOf(HOME), { files: [OUR_PICTURE] })))
    told.push(await telegram.send(letterTo(chatOf(HOME))))
  }
  server.arm({ kind: 'answer', status: 502, body: `<a href="/bot${server.token}/sendMessage">` })
  told.push(await telegram.send(letterTo(chatOf(HOME))))

  await town.photo(HOME, new Uint8Array(5_000))
  await until(() => expect(house.arrivals.length).toBe(1))
  const [picture] = house.arrivals[0]?.attachments ?? []
  told.push(house.arrivals)
  for (const fault of [{ kind: 'hang-up-before' } as const, echo(404)]) {
    server.arm(fault, /^download$/u)
    told.push(await picture?.open(10_000).catch((error: unknown) => error))
    server.arm(fault, /^getFile$/u)
    told.push(await picture?.open(10_000).catch((error: unknown) => error))
  }
  for (const ref of ['', '{', '{"file":""}', '{"file":"none"}', '{"file":"../../etc"}'])
    told.push(await telegram.fetch?.(ref, 10).catch((error: unknown) => error))

  server.arm(echo(409), /^getUpdates$/u)
  server.arm(echo(400), /^getUpdates$/u)
  await town.say(HOME, '还在')
  await until(() => expect(house.texts()).toContain('还在'))
  server.revoke()
  await town.say(HOME, '最后')
  await until(() => expect(house.reports.at(-1)?.state).toBe('needs-login'))
  await telegram.close()
  server.arm(echo(400), /^setMyCommands$/u)
  server.restore()
  await telegram.open(house.doorstep)
  await until(() => expect(house.warnings.join()).toContain('menu'))
  await house.close()

  const everything = [told, house.reports, house.warnings, telegram.can, telegram.name].map(whole).join('\n')
  expect(everything.length).toBeGreaterThan(2_000)
  for (const part of [server.token, ...server.token.split(':')]) expect(everything).not.toContain(part)
})

test('a server that is not there does not make it be told either', async () => {
  const house = await openTelegramHouse({ apiRoot: 'http://127.0.0.1:9/a b' })
  await until(() => expect(house.reports.at(-1)?.state).toBe('offline'))
  const sent = await house.telegram.send(letterTo(chatOf(HOME)))
  expect(sent).toMatchObject({ kind: 'transient' })
  expect(whole([sent, house.reports, house.warnings])).not.toContain(house.server.token.slice(12))
  await house.close()
})
