import { describe, expect, it } from 'vitest'
import { concerned } from '../../../../src/features/appeals/ladder/ladder.ts'
import type { Directory } from '../../../../src/kernel/directory.ts'
import { APPEAL, DIRECTORY, NOW } from '../county.ts'

const company = (n: number) =>
  [`firm${n}`, { code: `firm${n}`, name: `${n}号厂`, aliases: [], chamber: 'machinery', tags: [] }] as const
const person = (code: string, role: 'staff' | 'leader' | 'handler', more: object = {}) =>
  [code, { code, name: code, roles: [role], ...more }] as const

function county(firms: number): Directory {
  return {
    ...DIRECTORY,
    companies: new Map(Array.from({ length: firms }, (_, n) => company(n))),
    units: new Map([
      ['treasury', { code: 'treasury', name: '县财政局', categories: ['financing'], head: 'tou' }],
      ['power', { code: 'power', name: '供电公司', categories: ['utilities'] }],
    ]),
    people: new Map([
      person('jin', 'handler', { unit: 'treasury' }),
      person('song', 'staff'),
      person('ren', 'staff'),
      person('jiang', 'leader'),
      person('bai', 'leader'),
    ]),
    responsibilities: [
      {
        leader: 'jiang',
        chamber: 'machinery',
        deputies: [
          { person: 'bai', from: '2026-03-01', until: '2026-03-05' },
          { person: 'old', until: '2026-02-01' },
        ],
      },
    ],
  }
}

const who = (to: Parameters<typeof concerned>[0], more: object, firms = 9, at = NOW) =>
  concerned(
    to,
    { ...APPEAL, company: { code: 'firm1', name: '1号厂' }, unit: 'treasury', ...more },
    county(firms),
    at,
  )

describe('whom a deadline concerns', () => {
  it('are the unit’s handlers, its head, the staff', () => {
    expect(who('handlers', {})).toEqual(['jin'])
    expect(who('head', {})).toEqual(['tou'])
    expect(who('staff', {})).toEqual(['song', 'ren'])
  })

  it('is staff where no unit has it, and nobody where the roster names no head', () => {
    expect(who('handlers', { unit: null })).toEqual(['song', 'ren'])
    expect(who('head', { unit: null })).toEqual(['song', 'ren'])
    expect(who('head', { unit: 'power' })).toEqual([])
  })

  it('is the leader who answers for the company now, with the deputy in force', () => {
    expect(who('leader', {})).toEqual(['jiang', 'bai'])
    expect(who('leader', {}, 9, new Date('2026-03-06T09:00:00+08:00'))).toEqual(['jiang'])
    expect(who('leader', { company: null, chamber: 'tea', leader: null })).toEqual([])
  })

  it('is no leader of a handful of firms where the asker is sealed: the letter would name them', () => {
    const sealed = { sealed: true, company: null, asker: null }
    expect(who('leader', sealed, 9)).toEqual(['jiang', 'bai'])
    expect(who('leader', sealed, 3)).toEqual([])
  })
})
