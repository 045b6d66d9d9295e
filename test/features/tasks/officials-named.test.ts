import { expect, test } from 'vitest'
import { findOfficials } from '../../../src/features/tasks/officials-named.ts'
import { ROSTER } from './roster.ts'

const named = (text: string, except = 'jiang') =>
  findOfficials(ROSTER, text, except).to.map(({ person, unit }) => person ?? unit ?? 'office')

test.each([
  ['转给金融办阅', ['finance']],
  ['请人社局周五前报我', ['labour']],
  ['让供电公司 抓紧', ['power']],
  ['转王明远阅', ['wangm']],
  ['请金主任盯一下', ['jin']],
  ['转白书记阅', ['bai']],
  ['请书记阅示', ['bai']],
  ['转欧阳县长', ['ouyang']],
  ['请县长阅', ['ouyang']],
  ['转金波办', ['jin']],
  ['请工商联跟进一下', ['office']],
  ['你们抓紧协调', ['office']],
  ['请金融办牵头，供电公司配合', ['finance']],
  ['请金融办会同人社局研究', ['finance']],
  ['请金融办、人社局周五前分别报我', ['finance', 'labour']],
  ['请金融办办，并报白书记', ['finance']],
  ['三天内报我', []],
  ['何经理的事请金融办办', ['finance']],
])('%s → %j', (text, codes) => expect(named(text)).toEqual(codes))

test('王县长 may be two: both are offered, and 王常委 is one', () => {
  const { to, unclear } = findOfficials(ROSTER, '转给王县长阅，三天内回我', 'jiang')
  expect(to).toEqual([])
  expect(unclear?.options.map(({ person }) => person)).toEqual(['wangm', 'wangl'])
  expect(named('转王常委阅')).toEqual(['wangm'])
})

test('whoever speaks is no addressee of their own words', () => {
  expect(named('江县长说了，请金融办抓紧办')).toEqual(['finance'])
})
