import { describe, expect, it } from 'vitest'
import { findPlaces } from '../../../../src/features/oversight/asking/names/places.ts'
import { DIRECTORY } from '../small-directory.ts'
import { questionOf, settledOf, where } from './settled.ts'

const companiesIn = (text: string) => findPlaces(DIRECTORY, text).companies.map(({ code }) => code)

describe('which firm is meant', () => {
  it.each([
    ['云岭县天禾农机有限公司还有几件', ['tianhe']],
    ['天禾农机那个贷款', ['tianhe']],
    ['天禾那边怎么样', ['tianhe']],
    ['何志平反映的那件', ['tianhe']],
    ['何总那个事办到哪了', ['tianhe']],
    ['五峰铸件还有几件', ['wufeng']],
    ['五峰还有几件没办完', ['wufeng', 'wufenggang']],
    ['柳溪镇的企业还有几件', []],
    ['柳溪机械还有几件', ['liuxi']],
    ['云岭县还有几件没办完', []],
    ['青牙茶业还有几件', ['qingya']],
    ['天和农机那个贷款', ['tianhe']],
  ])('%s', (text, codes) => expect([...companiesIn(text)].sort()).toEqual([...codes].sort()))

  it.each([
    ['农机商会那边怎么样', { chamber: 'machinery', companies: [] }],
    ['金融办手里压着几件', { unit: 'finance' }],
    ['人社局那边还有几件没办', { unit: 'labour' }],
    ['劳动局超期几件', { unit: 'labour' }],
    ['供电公司还有几件', { unit: 'power' }],
    ['江县长包的还有几件', { leader: 'jiang' }],
    ['柳溪的企业还有几件', { town: '柳溪镇', companies: [] }],
    ['还有几件没办完', { unit: null, chamber: null, companies: [] }],
  ])('%s', (text, places) => expect(findPlaces(DIRECTORY, text)).toMatchObject(places))
})

it('a name heard by its sound is said back as the roster has it', () =>
  expect(settledOf('青牙茶业还有几件没办完')).toMatchObject({
    kind: 'question',
    heard: [{ said: '青牙茶业', meant: '青芽茶业有限公司' }],
  }))

it('two firms share the part that was said: it is asked back, with the whole question in each choice', () => {
  const settled = settledOf('五峰还有几件超期')
  expect(settled?.kind === 'which' && settled.options.map(({ label }) => label).sort()).toEqual([
    '五峰钢构有限公司',
    '五峰铸件有限公司',
  ])
  expect(settled?.kind === 'which' && settled.options[0]?.question).toMatchObject({
    kind: 'count',
    of: 'overdue',
  })
})

it('two firms named in full are held against each other', () =>
  expect(questionOf('青芽茶业和天禾农机哪个多')).toMatchObject({
    kind: 'ranking',
    by: 'company',
    among: ['qingya', 'tianhe'],
  }))

describe('a name that nobody knows never widens the question to everybody', () => {
  it.each([
    ['星河重工还有几件没办完', '星河重工'],
    ['水利局压了几件', '水利局'],
    ['赵县长包的企业有几件超期', '赵县长'],
    ['凤凰岭镇今年报了几件', '凤凰岭镇'],
    ['星海化工那个贷款办到哪了', '星海化工'],
  ])('%s', (said, unread) => expect(settledOf(said)).toMatchObject({ kind: 'unclear', unread }))
})

it('several places narrow together: the unit, the chamber and the subject', () =>
  expect(questionOf('农机商会的用工诉求人社局还有几件没办')).toMatchObject({
    of: 'open',
    where: where({ chamber: 'machinery', unit: 'labour', category: 'labour' }),
  }))
