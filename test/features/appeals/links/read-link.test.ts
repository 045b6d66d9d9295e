import { expect, test } from 'vitest'
import { readLink } from '../../../../src/features/appeals/links/read-link.ts'

const number = { serial: 312 }

test('a link is asked for by number, formally and as people say it', () => {
  for (const text of [
    '链接 0312',
    '0312 链接',
    '再发一个链接 0312',
    '重新发0312的链接',
    '给0312换个链接',
    '@娘家 链接 0312',
  ])
    expect(readLink(text), text).toEqual({ number, unitWords: '' })
  expect(readLink('0312 供电公司的链接')).toEqual({ number, unitWords: '供电公司' })
  expect(readLink('链接')).toEqual({ unitWords: '' })
})

test('as a reply to the letter about it no number is needed', () => {
  expect(readLink('再发个链接', number)).toEqual({ number, unitWords: '' })
  expect(readLink('给供电公司发个链接', number)).toEqual({ number, unitWords: '供电公司' })
})

test('talk about links is none', () => {
  for (const text of ['这个链接打不开', '链接 0312 怎么用？', '我们的产业链接上了'])
    expect(readLink(text), text).toBeUndefined()
})
