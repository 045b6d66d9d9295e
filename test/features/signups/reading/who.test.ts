import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DIRECTORY } from '../../../../bench/signups/judge-case.ts'
import { mayConcernList } from '../../../../src/features/signups/keeping/hear-words.ts'
import { circleOf } from '../../../../src/features/signups/reading/circle.ts'
import { whoIsNamed } from '../../../../src/features/signups/reading/who.ts'
import type { Company, RosterPerson } from '../../../../src/kernel/directory.ts'

const company = (code: string, name: string, aliases: string[] = []): [string, Company] => [
  code,
  { code, name, aliases, tags: [], chamber: 'hardware' },
]
const person = (code: string, name: string, of: string): [string, RosterPerson] => [
  code,
  { code, name, roles: ['member'], company: of },
]
const directory = {
  ...DIRECTORY,
  companies: new Map([
    company('a', '长青锁业有限公司', ['长青']),
    company('b', '长青门业有限公司', ['长青']),
    company('c', '百川阀门有限公司'),
  ]),
  people: new Map([person('li', '李长青', 'c'), person('wang', '王明', 'c'), person('yuan', '王明远', 'c')]),
}
const circle = circleOf(directory, [...directory.people.values()])
const who = (text: string) =>
  whoIsNamed(text, '', circle).map(({ person: code, company: of, isUnsure }) => [code, of, isUnsure])

test('a name that two companies go by is neither', () => {
  expect(who('长青 2人')).toEqual([[undefined, undefined, true]])
  expect(who('长青锁业')).toEqual([[undefined, 'a', false]])
})

test('a company within somebody’s name is none', () => {
  expect(who('李长青')).toEqual([['li', 'c', false]])
})

test('a shorter name within a longer one is nobody', () => {
  expect(who('王明远')).toEqual([['yuan', 'c', false]])
  expect(who('王明')).toEqual([['wang', 'c', false]])
  expect(who('老王')).toEqual([[undefined, undefined, true]])
})

test('whatever a group writes is read without a mishap', () => {
  const sign = fc.constantFrom(...'1２三.、)（#接龙报名去不了+x×人位带家属百川王明远 \n@？😀𠮷13800000000')
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
      const text = signs.join('')
      expect(typeof mayConcernList(text)).toBe('boolean')
      for (const one of whoIsNamed(text, '', circle)) expect(one.label).not.toBe('')
    }),
  )
})
