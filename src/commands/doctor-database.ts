import { KNOWN_PLATFORMS } from '../adapters/platforms/known.ts'
import type { AccountFacts, DatabaseFacts, HouseFacts } from '../adapters/storage/doctor-facts.storage.ts'
import type { Config } from '../config.ts'
import { dayAndHour } from '../kernel/clock.ts'
import { doctorTexts as texts } from './doctor.texts.ts'
import type { Finding } from './doctor-finding.ts'

/** Channels to the outside; each is one account, set up by one block of settings. */
const EXTERNAL = ['telegram', 'wechat', 'wecom'] as const
const OLDEST_SERVER = 15
const DAY_MS = 86_400_000
/** A week without a backup is more than anybody wants to type again. */
const BACKUP_DAYS = 7
/** Deadlines and leases are not counted in seconds, but logs of two machines are compared by them. */
const CLOCK_MS = 60_000

export function checkDatabase(facts: DatabaseFacts | undefined, trouble: string | undefined): Finding {
  const check = 'database'
  if (facts === undefined) return { check, ok: 'fail', message: texts.databaseAway(trouble ?? '') }
  const major = Math.floor(facts.version / 10_000)
  if (major < OLDEST_SERVER) return { check, ok: 'fail', message: texts.databaseOld(major, OLDEST_SERVER) }
  return { check, ok: 'ok', message: texts.database(`${major}.${facts.version % 10_000}`) }
}

export function checkMigrations({ migrations }: DatabaseFacts): Finding {
  const check = 'migrations'
  if ('trouble' in migrations) return { check, ok: 'fail', message: migrations.trouble }
  if (migrations.pending > 0) return { check, ok: 'warn', message: texts.pending(migrations.pending) }
  return { check, ok: 'ok', message: texts.migrated() }
}

/** Against the database's clock, and against what was already written: time does not run backwards. */
export function checkClock(now: Date, facts: DatabaseFacts | undefined): Finding {
  const check = 'clock'
  const apart = facts === undefined ? 0 : Math.abs(facts.now.getTime() - now.getTime())
  if (apart > CLOCK_MS) return { check, ok: 'warn', message: texts.clocksApart(Math.round(apart / 1000)) }
  const newest = facts?.house?.newestAt
  if (newest !== undefined && newest.getTime() > now.getTime() + CLOCK_MS)
    return { check, ok: 'warn', message: texts.clockBehind(dayAndHour(newest, now), dayAndHour(now, newest)) }
  return { check, ok: 'ok', message: texts.clock() }
}

export function checkRoster({ people }: HouseFacts): Finding {
  return people > 0
    ? { check: 'roster', ok: 'ok', message: texts.roster(people) }
    : { check: 'roster', ok: 'warn', message: texts.noRoster() }
}

export function checkChannels(config: Config, { platforms }: HouseFacts): Finding {
  const check = 'channels'
  const unknown = platforms.filter((platform) => !KNOWN_PLATFORMS.includes(platform))
  if (unknown.length > 0) return { check, ok: 'warn', message: texts.unknownPlatforms(unknown) }
  const isLocal = ['127.0.0.1', '::1', 'localhost'].includes(config.host)
  return { check, ok: 'ok', message: texts.channels(`${config.host}:${config.port}`, isLocal) }
}

/** A line for each channel that is configured, and for one that is not any more while letters wait for it. */
export function checkAccounts(config: Config, { accounts }: HouseFacts, now: Date): readonly Finding[] {
  const configured = EXTERNAL.filter((platform) => config[platform] !== undefined)
  const left = accounts.filter(
    ({ platform, waiting }) =>
      waiting > 0 && EXTERNAL.some((one) => one === platform) && !configured.some((one) => one === platform),
  )
  return [
    ...configured.map((platform) =>
      judgeAccount(
        platform,
        accounts.find((one) => one.platform === platform),
        now,
      ),
    ),
    ...left.map(
      ({ platform, waiting }): Finding => ({
        check: platform,
        ok: 'warn',
        message: texts.channelUnset(platform, waiting),
      }),
    ),
  ]
}

function judgeAccount(check: string, account: AccountFacts | undefined, now: Date): Finding {
  if (account === undefined) return { check, ok: 'warn', message: texts.channelNotStarted(check) }
  const since = dayAndHour(account.since, now)
  if (!account.isServed) return { check, ok: 'warn', message: texts.channelNotServed(account, since) }
  const isDown = account.state === 'needs-login' || account.state === 'offline'
  return {
    check,
    // Online, and still something to say: it could work better.
    ok: isDown ? 'fail' : account.state === 'online' && account.detail === null ? 'ok' : 'warn',
    message: texts.channel(account, since),
  }
}

export function checkLetters({ failed, uncertain, stuck, away }: HouseFacts): Finding {
  const check = 'letters'
  if (failed + uncertain + stuck + away === 0) return { check, ok: 'ok', message: texts.letters() }
  return { check, ok: 'warn', message: texts.lettersOpen({ failed, uncertain, stuck, away }) }
}

export function checkBackup({ newestBackupAt, people }: HouseFacts, now: Date): Finding {
  const check = 'backup'
  if (newestBackupAt === undefined) return { check, ok: 'warn', message: texts.noBackup(people > 0) }
  const days = Math.floor((now.getTime() - newestBackupAt.getTime()) / DAY_MS)
  const when = dayAndHour(newestBackupAt, now)
  if (days >= BACKUP_DAYS) return { check, ok: 'warn', message: texts.oldBackup(when, days) }
  return { check, ok: 'ok', message: texts.backup(when) }
}
