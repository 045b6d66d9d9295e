import { describe, expect, it } from 'vitest'
import { findPlaces } from '../../../src/features/oversight/place-named.ts'
import { readQuestion } from '../../../src/features/oversight/read-question.ts'
import { settleQuestion } from '../../../src/features/oversight/settle-question.ts'
import { DIRECTORY } from './small-directory.ts'

const AT = new Date('2026-03-05T17:30:00+08:00')
const companiesIn = (text: string) => findPlaces(DIRECTORY, text).companies.map(({ code }) => code)

function settle(text: string) {
  const asked = readQuestion(text, AT)
  if (asked === undefined) throw new Error(`"${text}" asks nothing`)
  return settleQuestion(asked, DIRECTORY, AT)
}
function question(text: string) {
  const settled = settle(text)
  if (settled.kind !== 'question') throw new Error(`"${text}" is ${settled.kind}`)
  return settled.question
}

describe('which firm is meant', () => {
  it.each([
    ['云岭县天禾农机有限公司还有几件', ['tianhe']],
    ['天禾农机那个贷款', ['tianhe']],
    ['天禾那边怎么样', ['tianhe']],
    ['五峰铸件还有几件', ['wufeng']],
    ['五峰还有几件没办完', ['wufeng', 'wufenggang']],
    ['何志平反映的那件', ['tianhe']],
    ['柳溪镇的企业还有几件', []],
    ['柳溪机械还有几件', ['liuxi']],
    ['云岭县还有几件没办完', []],
  ])('%s', (text, codes) => expect([...companiesIn(text)].sort()).toEqual([...codes].sort()))

  it('农机商会 in short is the chamber, and no firm', () => {
    expect(findPlaces(DIRECTORY, '农机商会那边怎么样')).toMatchObject({ chamber: 'machinery', companies: [] })
  })

  it.each([
    ['金融办手里压着几件', 'finance'],
    ['人社局那边还有几件没办', 'labour'],
    ['财政局没办完的有哪些', 'finance'],
    ['供电公司还有几件', 'power'],
    ['还有几件没办完', null],
  ])('the unit: %s', (text, unit) => expect(findPlaces(DIRECTORY, text).unit).toBe(unit))
})

it('two firms share the part of the name that was said: it is asked back, with the whole question in each choice', () => {
  const settled = settle('五峰还有几件没办完')
  expect(settled.kind === 'which' && settled.options.map(({ label }) => label).sort()).toEqual([
    '五峰钢构有限公司',
    '五峰铸件有限公司',
  ])
  expect(settled.kind === 'which' && settled.options[0]?.question).toMatchObject({
    kind: 'count',
    counted: 'open',
  })
})

it('a firm that the roster does not have is said back instead of being overlooked', () => {
  expect(question('星河重工还有几件没办完')).toMatchObject({ kind: 'count', unread: '星河重工' })
  expect(question('我包的企业还有几件没办完')).toMatchObject({ unread: null, where: { mine: true } })
})

it('a firm with a subject is one matter; a chamber asked after in general is counted', () => {
  expect(question('天禾农机那个贷款的事办到哪一步了')).toMatchObject({
    kind: 'matter',
    where: { company: 'tianhe', category: 'financing' },
    words: ['贷款'],
  })
  expect(question('农机商会那边怎么样')).toMatchObject({
    kind: 'count',
    counted: 'open',
    where: { chamber: 'machinery' },
  })
})

it('pointing at something without a name asks for one', () => {
  expect(settle('这件事谁在办')).toEqual({ kind: 'unclear' })
})

it('news without a word of when are those of yesterday and today', () => {
  expect(question('有新情况没')).toMatchObject({
    kind: 'news',
    period: { from: '2026-03-04', to: '2026-03-05' },
  })
})
