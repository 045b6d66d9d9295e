/** Where the key for personal fields comes from. It is never part of a backup. */
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { HouseError } from '../../kernel/errors.ts'
import { KEY_BYTES } from './personal-codec.ts'

/**
 * The key from the setting (`NIANGJIA_KEY`: 64 hex digits, or base64 of 32 bytes), else from `file`, else a
 * new one that is written there with mode 600. Processes that start at the same moment all get the same key.
 * @throws HouseError `personal-key` where the setting or the file holds no key, or the file cannot be written.
 */
export function loadOrCreateKey(from: {
  readonly fromSetting?: string | undefined
  readonly file: string
}): Uint8Array {
  const setting = from.fromSetting?.trim()
  if (setting) return parsed(setting, '环境变量 NIANGJIA_KEY')
  const existing = readIfThere(from.file)
  if (existing !== undefined) return parsed(existing, `密钥文件 ${from.file} `)
  create(from.file)
  return parsed(readIfThere(from.file) ?? '', `密钥文件 ${from.file} `)
}

function parsed(text: string, where: string): Uint8Array {
  const trimmed = text.trim()
  const isHex = /^[0-9a-f]{64}$/i.test(trimmed)
  const isBase64 = /^[\w+/-]{43}=?$/.test(trimmed)
  if (isHex || isBase64) {
    const key = new Uint8Array(Buffer.from(trimmed, isHex ? 'hex' : 'base64'))
    if (key.length === KEY_BYTES) return key
  }
  throw new HouseError(
    'personal-key',
    `${where}里不是有效的密钥：应为 64 位十六进制，或 32 字节的 base64。请放回原来的密钥；可用 openssl rand -hex 32 生成新的，但旧数据用新密钥解不开。`,
  )
}

function readIfThere(file: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8')
    // A copy put back from elsewhere may be readable for others; where the file system has no modes, it stays.
    tighten(file)
    return text
  } catch (error: unknown) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw new HouseError('personal-key', `密钥文件 ${file} 读不了，请检查它的权限。`, { cause: error })
  }
}

/**
 * Written whole under another name first, then linked to its own: whoever loses the race finds the winner's
 * key complete, and a crash in between leaves no half a key behind.
 */
function create(file: string): void {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  try {
    mkdirSync(dirname(file), { recursive: true })
    const handle = openSync(draft, 'wx', 0o600)
    try {
      writeSync(handle, `${randomBytes(KEY_BYTES).toString('hex')}\n`)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    linkSync(draft, file)
  } catch (error: unknown) {
    if (codeOf(error) !== 'EEXIST') {
      throw new HouseError(
        'personal-key',
        `密钥文件 ${file} 写不进去，请检查目录权限，或设置 NIANGJIA_KEY。`,
        { cause: error },
      )
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

function tighten(file: string): void {
  try {
    chmodSync(file, 0o600)
  } catch {
    // Not ours to change: the administrator decided who owns it.
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
