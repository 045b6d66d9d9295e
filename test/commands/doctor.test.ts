import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { backupCommand } from '../../src/commands/backup.ts'
import { doctorCommand } from '../../src/commands/doctor.ts'
import type { Finding } from '../../src/commands/doctor-finding.ts'
import { lettersCommand } from '../../src/commands/letters.ts'
import type { AccountHealth } from '../../src/conversation/platform.ts'
import { type Chat, openChat } from '../support/chat.ts'
import { openEmptyDatabase } from '../support/database.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { openScripted, type Scripted } from '../support/scripted-platform.ts'
import { jsonLines, pointAt, run } from './on-house.ts'

let chat: Chat
let data: string
beforeAll(async () => {
  chat = await openChat()
  data = chat.house.config.dataDirectory
  // Doctor asks today's date: next year too, a house in order has loaded its year's notice.
  const year = new Date().getFullYear()
  const { storage, clock } = chat.house
  await storage.transactions.inOne(clock.now(), async (work) => {
    for (const one of [year, year + 1])
      await storage.calendarYears.save({ year: one, holidays: [] }, 'command-line', work)
  })
})
afterAll(() => chat.close())
beforeEach(() => {
  pointAt(chat.house.storage.url, data)
  vi.stubEnv('OPENAI_MODEL', '')
})
afterEach(() => vi.unstubAllEnvs())

async function doctor(): Promise<{
  code: number
  findings: Finding[]
  of: (check: string) => Finding | undefined
}> {
  const { code, out } = await run(() => doctorCommand({ json: true, demo: false }))
  const findings: Finding[] = jsonLines(out)
  return { code, findings, of: (check) => findings.find((found) => found.check === check) }
}

describe('a house in order', () => {
  test('passes every check, each with a sentence', async () => {
    const { code, findings } = await doctor()
    expect(findings.filter(({ ok }) => ok === 'fail')).toEqual([])
    expect(code).toBe(0)
    expect(findings.map(({ check }) => check)).toEqual([
      'node',
      'data',
      'database',
      'migrations',
      'key',
      'disk',
      'clock',
      'calendar',
      'roster',
      'channels',
      'letters',
      'backup',
      'prompts',
      'model',
      'fonts',
    ])
    for (const { message } of findings) expect(message).toMatch(/。$/u)
  })

  test('reads in lines as well, with a verdict at the end', async () => {
    const { out } = await run(() => doctorCommand({ json: false, demo: false }))
    expect(out.trimEnd().split('\n').at(-1)).toBe('没有妨碍运行的问题。')
    expect(out).toMatch(/正常 {2}database/u)
  })

  test('knows the newest backup, wherever it was written', async () => {
    expect((await doctor()).of('backup')).toMatchObject({
      ok: 'warn',
      message: expect.stringContaining('还没有备份过'),
    })
    const file = join(data, 'a.backup')
    await run(() => backupCommand({ file, force: false, json: false, demo: false }))
    await rm(file)
    expect((await doctor()).of('backup')).toMatchObject({ ok: 'ok' })
  })
})

describe('what is not in order is named with what to do', () => {
  test('a database that does not answer fails, and the rest is looked at all the same', async () => {
    vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1:1/none')
    const { code, of } = await doctor()
    expect(code).toBe(1)
    expect(of('database')).toMatchObject({ ok: 'fail', message: expect.stringContaining('DATABASE_URL') })
    expect(of('fonts')).toBeDefined()
    expect(of('roster')).toBeUndefined()
  })

  test('a new, empty database is only told to be made at the next start, and stays empty', async () => {
    const empty = await openEmptyDatabase()
    vi.stubEnv('DATABASE_URL', empty.url)
    const { findings, of } = await doctor()
    expect(of('migrations')).toMatchObject({ ok: 'warn' })
    expect((await doctor()).of('migrations')).toEqual(of('migrations'))
    // Of today's date, and this database knows no other years than those that come with the house.
    const others = findings.filter(({ check }) => check !== 'calendar')
    expect(others.filter(({ ok }) => ok === 'fail')).toEqual([])
    await empty.drop()
  })

  test('a setting that is wrong is said before anything else is tried', async () => {
    vi.stubEnv('NIANGJIA_PORT', 'eighty')
    const { code, findings } = await doctor()
    expect(code).toBe(1)
    expect(findings.at(-1)).toMatchObject({
      check: 'settings',
      ok: 'fail',
      message: expect.stringContaining('NIANGJIA_PORT'),
    })
  })

  test('a key that others could read is reported, and closed', async () => {
    await chmod(join(data, 'key'), 0o644)
    expect((await doctor()).of('key')).toMatchObject({ ok: 'warn', message: expect.stringContaining('644') })
    expect((await stat(join(data, 'key'))).mode & 0o777).toBe(0o600)
    expect((await doctor()).of('key')).toMatchObject({ ok: 'ok' })
  })

  test('a key that is not the one things were sealed with fails', async () => {
    const { storage } = chat.house
    await storage.database.$executeRawUnsafe(
      `INSERT INTO "Appeal" ("number", "version", "status", "category", "urgency", "askerDigest", "sealedAsker", "sealed", "summary", "text", "files", "sources", "filedAt", "followers", "reminders")
       VALUES ('2026-0001', 1, 'closed', 'other', 'normal', '', $1, true, '', '', '[]', '[]', now(), 0, 0)`,
      storage.codec.seal('谁', 'appeal.sealed-asker'),
    )
    expect((await doctor()).of('key')).toMatchObject({ ok: 'ok' })
    const other = await mkdtemp(join(tmpdir(), 'niangjia-doctor-'))
    vi.stubEnv('NIANGJIA_DATA', other)
    expect((await doctor()).of('key')).toMatchObject({
      ok: 'fail',
      message: expect.stringContaining(storage.codec.keyId),
    })
    vi.stubEnv('NIANGJIA_KEY', 'ab'.repeat(32))
    expect((await doctor()).of('key')).toMatchObject({
      ok: 'fail',
      message: expect.stringContaining('换回原来的密钥'),
    })
    await storage.database.appeal.deleteMany()
    await removeFolder(other)
  })

  test('letters that failed, may have arrived, or wait for a platform nobody opens are counted', async () => {
    await chat.house.storage.database.$executeRawUnsafe(
      `INSERT INTO "Letter" ("id", "key", "account", "chatKey", "chat", "text", "origin", "extras", "state", "tries", "dueAt", "writtenAt", "messageIds")
       SELECT 'l' || n, 'l' || n, 'mail:a', 'k', '{}', 'x', 'automatic', '{}', (ARRAY['failed', 'uncertain', 'uncertain', 'waiting'])[n], 1,
         now() - interval '2 hours', now(), '[]' FROM generate_series(1, 4) n`,
    )
    const { of } = await doctor()
    expect(of('letters')?.message).toMatch(/没发成 1 条，是否送达不明 2 条，过了时间一小时还没发 1 条/u)
  })
})

describe('channels to the outside', () => {
  const TOKEN = '8123456789:AAEcanaryCanaryCanaryCanary_canary01'
  let telegram: Scripted
  beforeAll(async () => {
    telegram = openScripted({ name: 'telegram', now: () => chat.house.clock.now() })
  })
  beforeEach(() => {
    vi.stubEnv('TELEGRAM_BOT_TOKEN', TOKEN)
    vi.stubEnv('WECOM_BOT_ID', 'bot')
    vi.stubEnv('WECOM_BOT_SECRET', 'canary-secret')
  })
  const report = async (health: AccountHealth) => {
    telegram.reports(health)
    await chat.settle()
  }

  test('that are set up and were never started say so', async () => {
    const { code, of } = await doctor()
    expect(of('telegram')).toMatchObject({
      ok: 'warn',
      message: expect.stringContaining('Telegram已经设置，还没有启动过'),
    })
    expect(of('wecom')).toMatchObject({ ok: 'warn', message: expect.stringContaining('企业微信') })
    expect(of('wechat')).toBeUndefined()
    expect(code).toBe(0)
  })

  test('are shown with their state, since when, what to do and what waits; no secret is', async () => {
    await chat.house.desk.serve(telegram.platform)
    await report({ state: 'online', name: '云岭小娘' })
    expect((await doctor()).of('telegram')).toMatchObject({
      ok: 'ok',
      message: expect.stringMatching(/^Telegram“云岭小娘”从.+ 起在线。$/u),
    })
    await report({ state: 'online', detail: '群里的@收不到，请关掉群隐私' })
    expect((await doctor()).of('telegram')).toMatchObject({
      ok: 'warn',
      message: expect.stringContaining('群里的@收不到，请关掉群隐私。'),
    })
    await report({ state: 'offline', detail: '连不上 api.telegram.org，请检查代理' })
    await telegram.as('tg-1').says('你能做什么')
    await chat.advance(2_000)
    const down = await doctor()
    expect(down.code).toBe(1)
    expect(down.of('telegram')).toMatchObject({
      ok: 'fail',
      message: expect.stringMatching(
        /从.+ 起不在线。连不上 api\.telegram\.org，请检查代理。有 1 条消息等着发。还没能从别的渠道告诉工作人员。$/u,
      ),
    })
    expect(down.of('letters')?.message).toContain('因为账号不在线先存着 1 条')
    await chat.advance(60_000)
    expect((await doctor()).of('telegram')?.message).not.toContain('还没能')
    const { out } = await run(() => lettersCommand({ json: true, demo: false }))
    expect(jsonLines(out)).toContainEqual(
      expect.objectContaining({ platform: 'telegram', state: 'waiting', failure: '账号不在线' }),
    )
    const text = JSON.stringify(down.findings)
    for (const secret of [TOKEN, 'canary']) expect(text).not.toContain(secret)
  })

  test('that nobody serves now say so, whatever was reported last', async () => {
    await report({ state: 'online' })
    expect((await doctor()).of('telegram'), 'what was wrong is forgotten').toMatchObject({ ok: 'ok' })
    await chat.house.desk.close()
    expect((await doctor()).of('telegram')).toMatchObject({
      ok: 'warn',
      message: expect.stringContaining('现在没有程序在运行它'),
    })
  })
})
