import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadOrCreateKey } from '../../../src/adapters/storage/personal-key.ts'

describe('the key', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'niangjia-key-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is taken from the setting, in hex or base64, and then no file is made', () => {
    const key = randomBytes(32)
    const file = join(folder, 'key')
    for (const encoding of ['hex', 'base64', 'base64url'] as const) {
      const fromSetting = ` ${key.toString(encoding)}\n`
      expect(Buffer.from(loadOrCreateKey({ fromSetting, file }))).toEqual(key)
    }
    expect(readdirSync(folder)).toEqual([])
  })

  it('is made once, readable for its owner only, and found again', () => {
    const file = join(folder, 'data', 'key')
    const made = loadOrCreateKey({ file })
    expect(loadOrCreateKey({ file, fromSetting: '' })).toEqual(made)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(folder, 'data'))).toEqual(['key'])
  })

  it('is closed to others when its file was put back too open', () => {
    const file = join(folder, 'key')
    loadOrCreateKey({ file })
    chmodSync(file, 0o644)
    loadOrCreateKey({ file })
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('that is malformed is refused with what to do, and its file is left as it is', () => {
    const file = join(folder, 'key')
    writeFileSync(file, 'half a key')
    expect(() => loadOrCreateKey({ file })).toThrow(/密钥文件.*openssl rand -hex 32/)
    expect(() => loadOrCreateKey({ fromSetting: 'abc', file })).toThrow(/NIANGJIA_KEY/)
    expect(readFileSync(file, 'utf8')).toBe('half a key')
  })

  it('is one and the same for processes that start at the same moment', async () => {
    const file = join(folder, 'key')
    const module = new URL('../../../src/adapters/storage/personal-key.ts', import.meta.url).href
    const script = `const { loadOrCreateKey } = await import(${JSON.stringify(module)})
      process.stdout.write(Buffer.from(loadOrCreateKey({ file: ${JSON.stringify(file)} })).toString('hex'))`
    const start = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])
    const keys = await Promise.all([start(), start(), start(), start()])
    expect(new Set(keys.map(({ stdout }) => stdout))).toEqual(new Set([readFileSync(file, 'utf8').trim()]))
  })
})
