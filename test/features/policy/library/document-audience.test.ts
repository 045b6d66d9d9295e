import { describe, expect, it } from 'vitest'
import type { Speaker } from '../../../../src/conversation/said.ts'
import {
  eyesOf,
  eyesOfListeners,
  readAudience,
} from '../../../../src/features/policy/library/document-audience.ts'
import type { Directory, Group } from '../../../../src/kernel/directory.ts'
import type { Person } from '../../../../src/kernel/person.ts'

const group = (code: string, audience: Group['audience'], chamber?: string): [string, Group] => [
  code,
  {
    code,
    platform: 'stdio',
    account: 'stdio',
    chatId: code,
    title: code,
    audience,
    ...(chamber === undefined ? {} : { chamber }),
  },
]
const directory: Directory = {
  version: 1,
  federation: '云岭县工商联',
  chambers: new Map([['tea', { code: 'tea', name: '茶业商会' }]]),
  companies: new Map([
    ['qingya', { code: 'qingya', name: '青芽茶业', aliases: [], tags: [], chamber: 'tea' }],
  ]),
  units: new Map(),
  people: new Map(),
  groups: new Map([
    group('open', 'public', 'tea'),
    group('tea', 'members', 'tea'),
    group('office', 'internal'),
  ]),
  responsibilities: [],
}
const home = { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u' } as const
const at = new Date('2026-03-02T09:00:00+08:00')
const stranger: Person = { code: undefined, name: '访客', roles: [] }
const member: Person = { code: 'lu', name: '陆青', roles: ['member'], company: 'qingya' }
const leader: Person = { code: 'bai', name: '白云峰', roles: ['leader'] }
const staff: Person = { code: 'song', name: '宋敏', roles: ['staff'] }

function eyes(person: Person, where?: string): readonly string[] | 'all' {
  const chat = where === undefined ? home : ({ ...home, kind: 'group', chatId: where } as const)
  const audience = where === undefined ? undefined : (directory.groups.get(where)?.audience ?? 'public')
  const by: Speaker = {
    person,
    personId: 'u',
    chat,
    home,
    at,
    ...(audience === undefined ? {} : { audience }),
    ...(where === undefined || !directory.groups.has(where) ? {} : { group: where }),
  }
  const seen = eyesOfListeners(by, directory)
  return seen === 'all' ? 'all' : [...seen].sort()
}

describe('who listens decides what may be quoted', () => {
  it.each([
    ['a stranger in private', stranger, undefined, ['everybody']],
    ['a member in private', member, undefined, ['chamber:tea', 'everybody', 'members']],
    ['a leader in private', leader, undefined, ['everybody', 'internal', 'members']],
    ['staff in private', staff, undefined, 'all'],
    ['staff in a public group', staff, 'open', ['everybody']],
    ['staff in a group nobody knows', staff, 'elsewhere', ['everybody']],
    ['a member in the chamber’s own group', member, 'tea', ['chamber:tea', 'everybody', 'members']],
    ['a stranger in the chamber’s own group', stranger, 'tea', ['everybody']],
    ['staff in the office', staff, 'office', ['everybody', 'internal', 'members']],
    ['a member in the office', member, 'office', ['everybody', 'members']],
  ] as const)('%s', (_who, person, where, seen) => {
    expect(eyes(person, where)).toEqual(seen)
  })
})

describe('an audience on the command line', () => {
  it.each(['everybody', 'members', 'internal', 'chamber:tea'])('%s is one', (text) => {
    expect(readAudience(text)).toBe(text)
  })
  it.each(['', 'public', 'chamber:', 'chamber'])('“%s” is none', (text) => {
    expect(readAudience(text)).toBeUndefined()
  })
  it('stands for the eyes of those it is meant for', () => {
    expect(eyesOf('chamber:tea')).toEqual(new Set(['everybody', 'members', 'chamber:tea']))
  })
})
