import { describe, expect, test } from 'vitest'
import { type Recogniser, worthAsking } from '../../../src/adapters/knowledge/worth-asking.ts'
import type { Reading } from '../../../src/conversation/feature.ts'
import { arrival, lines } from './arrivals.ts'

const claims = (reading: Partial<Reading>): Recogniser => ({
  recognise: () => [{ dialogue: 'test.one', band: 'appeal', score: 0.4, words: [], label: '', ...reading }],
})

describe('a model is asked only when it can matter', () => {
  test.each([
    '2',
    '第二个',
    '/help',
    '确认提交',
    '不对，先别提交',
    '好的好的，没有问题，谢谢您',
    '确认发送 8841',
    '在吗',
    '@娘家 你好啊',
    '13800138000',
    '……',
    '',
  ])('not about %j', (text) => {
    expect(worthAsking(lines(text), [])).toBeUndefined()
  })

  test('not about a button, nor a picture without words', () => {
    expect(worthAsking([arrival({ kind: 'choice', choice: 'yes' })], [])).toBeUndefined()
    const files = [{ sha256: 'f'.repeat(64), name: '现场.jpg', kind: 'image' as const, bytes: 1 }]
    expect(
      worthAsking([arrival({ kind: 'message', text: '', addressed: 'private', files })], []),
    ).toBeUndefined()
  })

  test('not about what the rules are sure of', () => {
    const burst = lines('我们厂门口的路坏了半年没人管')
    expect(worthAsking(burst, [claims({ band: 'own', score: 0.55 })])).toBeUndefined()
    expect(worthAsking(burst, [claims({ band: 'command', score: 0.3 })])).toBeUndefined()
    expect(worthAsking(burst, [claims({ band: 'own', score: 0.5 })])).toBe('我们厂门口的路坏了半年没人管')
  })

  test('about a matter that the rules are sure of, for its place and its wish, unless somebody is in danger', () => {
    const burst = lines('我们厂门口的路坏了半年没人管')
    const clear = claims({ band: 'appeal', score: 0.9 })
    expect(worthAsking(burst, [clear])).toBe('我们厂门口的路坏了半年没人管')
    const pressing = claims({ band: 'appeal', score: 0.9, isPressing: true })
    expect(worthAsking(burst, [pressing])).toBeUndefined()
  })

  test('about free words nobody claims, all their lines together', () => {
    expect(worthAsking(lines('@娘家 那个展会的事', '到底算不算数'), [])).toBe('那个展会的事\n到底算不算数')
  })

  test('of what waits only about what is understood last', () => {
    expect(worthAsking(lines('1', '那个展会的事到底算不算数'), [])).toBe('那个展会的事到底算不算数')
    expect(worthAsking(lines('那个展会的事到底算不算数', '1'), [])).toBeUndefined()
  })
})

describe('what goes to the model', () => {
  test('holds no phone, no identity number, no account and no plate', () => {
    const said = '有事打我手机13812345678，身份证 410105199003077534，卡号6222020200112233445，车是豫A12345'
    const shown = worthAsking(lines(said), [])
    expect(shown).toContain('有事打我手机')
    for (const secret of ['13812345678', '410105199003077534', '6222020200112233445', '豫A12345'])
      expect(shown).not.toContain(secret)
  })

  test('is the beginning of a very long message', () => {
    expect(worthAsking(lines('厂里的事情很多。'.repeat(20_000)), [])).toHaveLength(2_000)
  })
})
