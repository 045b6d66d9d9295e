import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  type DocumentAudience,
  eyesOf,
  maySee,
} from '../../../../src/features/policy/library/document-audience.ts'
import { mayBeTold, widened } from '../../../../src/features/policy/unanswered/who-may-read.ts'
import type { Directory } from '../../../../src/kernel/directory.ts'

const audiences: readonly DocumentAudience[] = [
  'everybody',
  'members',
  'internal',
  'chamber:tea',
  'chamber:machinery',
]
const audience = fc.constantFrom(...audiences)

it('whoever could read the answer to one asking can read the answer to both', () => {
  fc.assert(
    fc.property(audience, audience, audience, (reader, one, other) => {
      const eyes = eyesOf(reader)
      if (maySee(eyes, one)) expect(maySee(eyes, widened(one, other))).toBe(true)
      expect(widened(one, other)).toBe(widened(other, one))
    }),
  )
})

const directory = {
  companies: new Map([
    ['qingya', { code: 'qingya', name: '青芽茶业', aliases: [], chamber: 'tea', tags: [] }],
  ]),
  people: new Map([
    ['lu', { code: 'lu', name: '陆青', roles: ['member'], company: 'qingya' }],
    ['song', { code: 'song', name: '宋敏', roles: ['staff'] }],
  ]),
  groups: new Map(),
} as unknown as Directory

it('a stranger is told only what everybody may read, a member what their chamber may', () => {
  const told = (code: string | null) =>
    audiences.filter((one) => mayBeTold(code, one, directory, new Date('2026-03-02T09:00:00+08:00')))
  expect(told(null)).toEqual(['everybody'])
  expect(told('gone-from-the-roster')).toEqual(['everybody'])
  expect(told('lu')).toEqual(['everybody', 'members', 'chamber:tea'])
  expect(told('song')).toEqual(audiences)
})
