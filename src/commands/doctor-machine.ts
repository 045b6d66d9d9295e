import { constants } from 'node:fs'
import { access, mkdir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { createPersonalCodec } from '../adapters/storage/personal-codec.ts'
import { loadOrCreateKey } from '../adapters/storage/personal-key.ts'
import type { Config } from '../config.ts'
import { shanghaiTime } from '../kernel/clock.ts'
import { bundledYears } from '../kernel/working-days.ts'
import { doctorTexts as texts } from './doctor.texts.ts'
import type { Finding } from './doctor-finding.ts'

const MB = 1024 * 1024
const LEAST_DISK = 200 * MB
const GOOD_DISK = 2048 * MB
/** The longest deadline the house promises lies within two months. */
const DAYS_AHEAD = 60
const OLDEST_NODE = [22, 18] as const

export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldest, oldestMinor] = OLDEST_NODE
  const isOld = major < oldest || (major === oldest && minor < oldestMinor)
  return {
    check: 'node',
    ok: isOld ? 'fail' : 'ok',
    message: isOld ? texts.oldNode(version, OLDEST_NODE.join('.')) : texts.node(version),
  }
}

export async function checkDataDirectory(directory: string): Promise<Finding> {
  try {
    await mkdir(directory, { recursive: true })
    await access(directory, constants.R_OK | constants.W_OK | constants.X_OK)
    return { check: 'data', ok: 'ok', message: texts.data(directory) }
  } catch (error) {
    return { check: 'data', ok: 'fail', message: texts.dataUnwritable(directory, reasonOf(error)) }
  }
}

export type KeyState =
  | { readonly state: 'none'; readonly file: string }
  | { readonly state: 'wrong'; readonly why: string }
  | {
      readonly state: 'there'
      readonly keyId: string
      readonly from: string
      readonly openTo: string | undefined
    }

/** Looks before anything else does: reading the key through the house would make one, or mend its mode. */
export async function inspectKey({ dataDirectory, personalKey }: Config): Promise<KeyState> {
  const file = join(dataDirectory, 'key')
  const found = personalKey === undefined ? await stat(file).catch(() => undefined) : undefined
  if (personalKey === undefined && found === undefined) return { state: 'none', file }
  try {
    const { keyId } = createPersonalCodec(loadOrCreateKey({ fromSetting: personalKey, file }))
    const mode = (found?.mode ?? 0) & 0o777
    const isOpen = (mode & 0o077) !== 0 && process.platform !== 'win32'
    return {
      state: 'there',
      keyId,
      from: personalKey === undefined ? file : 'NIANGJIA_KEY',
      openTo: isOpen ? mode.toString(8) : undefined,
    }
  } catch (error) {
    return { state: 'wrong', why: reasonOf(error) }
  }
}

export function judgeKey(key: KeyState, sealedWith: readonly string[]): Finding {
  const check = 'key'
  if (key.state === 'wrong') return { check, ok: 'fail', message: key.why }
  if (key.state === 'none')
    return sealedWith.length > 0
      ? { check, ok: 'fail', message: texts.keyLost(key.file, sealedWith) }
      : { check, ok: 'warn', message: texts.keyNotYet(key.file) }
  const others = sealedWith.filter((one) => one !== key.keyId)
  if (others.length > 0) return { check, ok: 'fail', message: texts.keyOther(key.keyId, others) }
  if (key.openTo !== undefined) return { check, ok: 'warn', message: texts.keyWasOpen(key.from, key.openTo) }
  return { check, ok: 'ok', message: texts.key(key.keyId, key.from) }
}

export async function checkDisk(directory: string): Promise<Finding> {
  try {
    const { bavail, bsize } = await statfs(directory)
    const free = bavail * bsize
    const ok = free < LEAST_DISK ? 'fail' : free < GOOD_DISK ? 'warn' : 'ok'
    const message = ok === 'ok' ? texts.disk(directory, free / MB) : texts.diskShort(directory, free / MB)
    return { check: 'disk', ok, message }
  } catch (error) {
    return { check: 'disk', ok: 'warn', message: texts.diskUnknown(directory, reasonOf(error)) }
  }
}

/** Without this year nothing can be promised at all; without the next one only what reaches into it. */
export function checkCalendar(now: Date, loaded: readonly number[] = bundledYears): Finding {
  const ahead = new Date(now.getTime() + DAYS_AHEAD * 86_400_000)
  const years = [shanghaiTime(now).year, shanghaiTime(ahead).year]
  const missing = years.find((year) => !loaded.includes(year))
  if (missing === undefined)
    return { check: 'calendar', ok: 'ok', message: texts.calendar([...new Set(years)]) }
  return {
    check: 'calendar',
    ok: missing === years[0] ? 'fail' : 'warn',
    message: texts.calendarMissing(missing),
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
