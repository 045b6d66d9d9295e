import { expect, test } from 'vitest'
import { keepBlockedChats } from '../../src/outbox/blocked-chats.ts'

test('a chat stays blocked while an answer waits there, and no longer', () => {
  const blocked = keepBlockedChats()
  blocked.add('t:a:private:1')
  blocked.look('t:a')(['t:a:private:1'], [])
  expect(blocked.has('t:a:private:1')).toBe(true)
  blocked.look('t:a')([], [])
  expect(blocked.has('t:a:private:1')).toBe(false)
})

test('what waits though nobody here put it there blocks its chat', () => {
  const blocked = keepBlockedChats()
  blocked.look('t:a')(['t:a:private:2'], [])
  expect(blocked.has('t:a:private:2')).toBe(true)
})

test('a look that began before a chat was blocked says nothing about it', () => {
  const blocked = keepBlockedChats()
  blocked.add('t:a:private:1')
  const found = blocked.look('t:a')
  blocked.add('t:a:private:1')
  found([], [])
  expect(blocked.has('t:a:private:1')).toBe(true)
})

test('a chat whose letter is not written back yet stays blocked, and that alone blocks none', () => {
  const blocked = keepBlockedChats()
  blocked.add('t:a:private:1')
  blocked.look('t:a')([], ['t:a:private:1', 't:a:private:2'])
  expect(blocked.has('t:a:private:1')).toBe(true)
  expect(blocked.has('t:a:private:2')).toBe(false)
})

test('chats of other accounts are not looked at', () => {
  const blocked = keepBlockedChats()
  blocked.add('t:b:private:1')
  blocked.look('t:a')([], [])
  expect(blocked.has('t:b:private:1')).toBe(true)
})
