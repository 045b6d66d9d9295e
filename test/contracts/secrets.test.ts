import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Chat } from '../../src/kernel/chat.ts'
import { until } from '../support/desk.ts'
import { telegramWire } from '../support/telegram-wire.ts'
import { wechatWire } from '../support/wechat-wire.ts'
import { wecomWire } from '../support/wecom-wire.ts'
import { openWiredHouse } from '../support/wired-house.ts'

// Read by the platforms' own libraries when they are loaded: they tell all they know.
const talkative = vi.hoisted(() => {
  const names = ['DEBUG', 'WECHATY_LOG', 'BROLOG_LEVEL']
  const before = names.map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, { DEBUG: '*', WECHATY_LOG: 'silly', BROLOG_LEVEL: 'silly' })
  return { before }
})
// Other files use this process after us, and start others with its environment.
afterAll(() => {
  for (const [name, value] of talkative.before) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
})

const printed: string[] = []
beforeEach(() => {
  printed.length = 0
  const keep = (...said: unknown[]) => void printed.push(said.map(String).join(' '))
  for (const method of ['debug', 'log', 'info', 'warn', 'error', 'trace'] as const)
    vi.spyOn(console, method).mockImplementation(keep)
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      keep(chunk)
      return true
    })
})
afterEach(() => {
  vi.restoreAllMocks()
})

describe.each([
  ['telegram', telegramWire],
  ['wechat', wechatWire],
  ['wecom', wecomWire],
] as const)('%s', (_platform, openWire) => {
  test('no token and no secret is logged, printed or stored, whatever goes wrong', async () => {
    const visit = await openWiredHouse(openWire)
    const { wire, house } = visit
    expect(wire.secrets.length).toBeGreaterThan(0)
    const [call] = Object.values(wire.mentions) as [(chat: Chat, text: string) => Promise<string>]
    await visit.hear(1, () => call(wire.room, '昨天停电半天，供电所说要等，能不能帮忙协调'))
    for (const [name, arm] of Object.entries(wire.faults)) {
      if (name === 'migrated') continue
      arm(1)
      await visit.hear(1, () => wire.say(wire.home, `你好，${name}`))
    }
    wire.failDownload?.()
    const enclosed = { kind: 'file', name: '合同.pdf', bytes: new TextEncoder().encode('%PDF-1.7') } as const
    await visit.hear(1, () => wire.sendFile?.(wire.home, enclosed) as Promise<string>)
    await wire.goOffline?.()
    await wire.comeBack?.()
    await wire.loseLogin?.()
    await until(async () => expect(await visit.dump()).toContain('needs-login'))
    await house.desk.settle()
    const told = [...visit.logged, ...printed, await visit.dump()].join('\n')
    await visit.close()
    expect(told).toContain('停电半天')
    for (const secret of wire.secrets) {
      const bytes = Buffer.from(secret)
      for (const form of [
        secret,
        encodeURIComponent(secret),
        bytes.toString('hex'),
        bytes.toString('base64'),
      ])
        expect(told.includes(form), 'a secret was told').toBe(false)
    }
  })
})
