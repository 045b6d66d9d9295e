import { expect, test } from 'vitest'
import { checkBackup, checkClock, checkDatabase } from '../../src/commands/doctor-database.ts'
import { checkCalendar, checkNode, judgeKey } from '../../src/commands/doctor-machine.ts'

const at = (day: string) => new Date(`${day}T09:00:00+08:00`)

test('Node older than 22.18 does not do', () => {
  expect(checkNode('20.20.2').ok).toBe('fail')
  expect(checkNode('22.17.9').ok).toBe('fail')
  expect(checkNode('22.18.0').ok).toBe('ok')
  expect(checkNode('24.1.0').ok).toBe('ok')
})

test('a missing calendar fails for this year and warns sixty days before the next', () => {
  expect(checkCalendar(at('2026-11-01'), [2026]).ok).toBe('ok')
  expect(checkCalendar(at('2026-11-03'), [2026])).toMatchObject({
    ok: 'warn',
    message: expect.stringContaining('2027'),
  })
  expect(checkCalendar(at('2027-01-01'), [2026])).toMatchObject({ ok: 'fail' })
})

test('a backup is old after a week', () => {
  const house = {
    people: 1,
    platforms: [],
    failed: 0,
    uncertain: 0,
    stuck: 0,
    away: 0,
    accounts: [],
    passages: 0,
    embedded: {},
    newestAt: undefined,
    sealedWith: [],
  }
  const judge = (day: string) => checkBackup({ ...house, newestBackupAt: at('2026-03-02') }, at(day))
  expect(judge('2026-03-08').ok).toBe('ok')
  expect(judge('2026-03-09')).toMatchObject({ ok: 'warn', message: expect.stringContaining('7 天') })
})

test('a clock that is behind what was already written, or apart from the database, is told', () => {
  const facts = (now: Date, newestAt: Date) => ({
    version: 180003,
    now,
    migrations: { pending: 0 },
    house: {
      people: 1,
      platforms: [],
      failed: 0,
      uncertain: 0,
      stuck: 0,
      away: 0,
      accounts: [],
      passages: 0,
      embedded: {},
      newestBackupAt: undefined,
      newestAt,
      sealedWith: [],
    },
  })
  const now = at('2026-03-02')
  expect(checkClock(now, facts(now, now)).ok).toBe('ok')
  expect(checkClock(now, facts(at('2026-03-03'), now))).toMatchObject({
    ok: 'warn',
    message: expect.stringContaining('86400 秒'),
  })
  expect(checkClock(now, facts(now, at('2027-01-05')))).toMatchObject({
    ok: 'warn',
    message: expect.stringContaining('2027年1月5日'),
  })
})

test('PostgreSQL 14 is too old', () => {
  const facts = (version: number) => ({
    version,
    now: new Date(0),
    migrations: { pending: 0 },
    house: undefined,
  })
  expect(checkDatabase(facts(140012), undefined).ok).toBe('fail')
  expect(checkDatabase(facts(150000), undefined).message).toContain('15.0')
})

test('a key that is gone only matters where something was sealed with it', () => {
  const gone = { state: 'none', file: '/data/key' } as const
  expect(judgeKey(gone, []).ok).toBe('warn')
  expect(judgeKey(gone, ['abcd1234'])).toMatchObject({
    ok: 'fail',
    message: expect.stringContaining('abcd1234'),
  })
})
