import { expect, test } from 'vitest'
import { readCorrection } from '../../../../src/features/appeals/intake/read-correction.ts'

const about = '农行那笔260万的贷款到期了，续贷一直不放'
const read = (text: string) => readCorrection(text, about)

test('a category is put right in the words in which people do it', () => {
  for (const text of [
    '不是融资，是用工',
    '不是融资是用工',
    '类别不对，是用工',
    '改成用工',
    '应该算用工类',
    '类别改为用工',
    '属于用工问题',
  ])
    expect(read(text), text).toMatchObject({ category: 'labour', isAll: true })
})

test('a hurry is put right, up and down', () => {
  for (const text of ['改成紧急', '这个很急', '算紧急的', '加急'])
    expect(read(text), text).toMatchObject({ urgency: 'urgent' })
  for (const text of ['改成一般', '不急', '没那么急', '不是很急'])
    expect(read(text), text).toMatchObject({ urgency: 'normal' })
  expect(read('改成特急')).toMatchObject({ urgency: 'critical' })
})

test('words that stand in the draft are replaced, not read as a label', () => {
  expect(read('不是260万，是280万')).toEqual({ replace: { from: '260万', to: '280万' }, isAll: true })
  expect(read('不是农行，是工行')).toEqual({ replace: { from: '农行', to: '工行' }, isAll: true })
})

test('an answer to a question is no correction', () => {
  for (const text of [
    '是城关支行，客户经理姓吕',
    '是张经理在办',
    '大概260万',
    '从去年冬天开始的',
    '柳溪镇工业路12号',
  ]) {
    const { isAll, ...rest } = read(text)
    expect(isAll, text).toBe(false)
    expect(rest, text).toEqual({})
  }
})

test('a longer addition that mentions a hurry stays an addition', () => {
  expect(read('后天就要发工资了，再不放款我们就真的要停产了，这个事确实很急').isAll).toBe(false)
})

test('the company is put right, the wish to be sealed made and taken back', () => {
  expect(read('公司名称是顺发纸箱厂')).toMatchObject({ company: '顺发纸箱厂', isAll: true })
  expect(read('别说是我反映的')).toMatchObject({ sealed: true, isAll: true })
  expect(read('不用保密了')).toMatchObject({ sealed: false, isAll: true })
})
