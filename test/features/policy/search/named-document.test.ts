import { describe, expect, it } from 'vitest'
import {
  isShortFor,
  plainTitle,
  spokenTitle,
  titlesNamed,
} from '../../../../src/features/policy/search/named-document.ts'

describe('a title as people say it', () => {
  it.each([
    ['中华人民共和国慈善法', '慈善法'],
    ['慈善法（2023年修正）', '慈善法'],
    ['青禾县人民政府关于印发《青禾县用工补贴办法》的通知', '青禾县用工补贴办法'],
    ['安全生产法第三十二条', '安全生产法'],
    ['春耕简报', ''],
  ])('%s is %s', (title, spoken) => {
    expect(spokenTitle(title)).toBe(spoken)
  })

  it('keeps the article apart where two documents are compared', () => {
    expect(plainTitle('安全生产法第三十二条')).not.toBe(plainTitle('安全生产法第三十三条'))
  })
})

describe('a title as people shorten it', () => {
  const title = '青禾县人民政府办公室关于印发《青禾县企业研发费用补助办法》的通知'
  it.each(['研发补助办法', '研发补助', '企业研发补助办法', '研发费用补助'])('%s is', (words) => {
    expect(isShortFor(words, title)).toBe(true)
  })
  it.each(['青禾通知', '补助研发', '企业办法', '研发', '用电补助办法'])('%s is not', (words) => {
    expect(isShortFor(words, title)).toBe(false)
  })
})

describe('documents named in a question', () => {
  const titles = [
    '慈善法',
    '优化营商环境条例',
    '河南省优化营商环境条例',
    '保障中小企业款项支付条例',
    '青禾县用工补贴办法',
  ]
  it.each([
    ['慈善法第二十六条怎么说', ['慈善法']],
    ['《 优化营商环境条例 》第五条', ['优化营商环境条例']],
    ['河南省优化营商环境条例第五条', ['河南省优化营商环境条例']],
    ['营商环境条例里有没有', ['优化营商环境条例', '河南省优化营商环境条例']],
    ['中小企业款项支付条例第八条', ['保障中小企业款项支付条例']],
    ['管理办法有哪些', []],
    ['用工补贴标准是多少', []],
  ])('%s', (question, named) => {
    expect(titlesNamed(question, titles)).toEqual(named)
  })
})
