import { describe, expect, it } from 'vitest'
import { createGuard, isLoopbackAddress } from '../../../src/adapters/http/guard.ts'

const guard = createGuard(['Chat.Example.org'])

describe('the Host check', () => {
  it.each(['127.0.0.1', 'localhost:8787', 'LOCALHOST', '[::1]:80', 'chat.example.org'])(
    'knows %s',
    (host) => {
      expect(guard.isKnownHost(host)).toBe(true)
    },
  )

  it.each([
    undefined,
    '',
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.nip.io',
    'localhost:8787@evil',
    '::1',
  ])('refuses %s', (host) => {
    expect(guard.isKnownHost(host)).toBe(false)
  })
})

describe('the Origin check', () => {
  it('takes the page of the very server that is asked, port included', () => {
    expect(guard.isOwnOrigin('http://127.0.0.1:8787', '127.0.0.1:8787')).toBe(true)
    expect(guard.isOwnOrigin('http://127.0.0.1:3000', '127.0.0.1:8787')).toBe(false)
    expect(guard.isOwnOrigin('http://localhost', 'localhost:80')).toBe(true)
  })

  it('takes the public name behind a proxy that rewrote Host', () => {
    expect(guard.isOwnOrigin('https://chat.example.org', '127.0.0.1:8787')).toBe(true)
  })

  it.each([
    undefined,
    'null',
    'https://evil.example',
    'file://127.0.0.1:8787',
    'https://chat.example.org.evil.example',
  ])('refuses %s', (origin) => {
    expect(guard.isOwnOrigin(origin, '127.0.0.1:8787')).toBe(false)
  })
})

it('tells addresses that only this machine can reach', () => {
  expect(['127.0.0.1', '127.0.1.1', '::1', 'localhost'].every(isLoopbackAddress)).toBe(true)
  expect(['0.0.0.0', '::', '10.0.0.1', '127.evil.example'].some(isLoopbackAddress)).toBe(false)
})
