import { describe, expect, it } from 'vitest'
import {
  looksLikeReminder,
  looksLikeStatusQuery,
  readFollowUp,
} from '../../../../src/features/appeals/reading/follow-ups.ts'

describe('impatience is a reminder', () => {
  it.each([
    '都五天了',
    '到底有没有人管啊',
    '怎么还没动静',
    '催一下0313',
    '都过去一个星期了还没人联系我',
    '等了半个月了',
    '不是说周四答复吗',
    '快点给处理',
    '我那个事咋样了，都三天了',
    '贷款那个咋还没人联系我',
  ])('%s', (text) => {
    expect(looksLikeReminder(text)).toBe(true)
    expect(looksLikeStatusQuery(text)).toBe(false)
  })
})

describe('a question about progress is a status query, with or without a number', () => {
  it.each([
    '我那件事咋样了',
    '我那贷款的事咋样了',
    '办到哪一步了',
    '办得怎么样',
    '0313 到哪一步了',
    '0313 咋样了',
    '0313怎么样了',
    '上次报的那个贷款有进展吗',
    '鼎盛铸件贷款那件事走到哪一步了？',
    '我反映的路的事有结果没',
    '什么时候能办好',
    '谁在办我这个事',
    '查一下进度',
    '现在啥情况了',
  ])('%s', (text) => {
    expect(looksLikeStatusQuery(text)).toBe(true)
    expect(looksLikeReminder(text)).toBe(false)
  })
})

describe('a trouble of its own is a new matter, however impatient', () => {
  it.each([
    '停电三天了没人管',
    '贷款还进去半个月了不放款',
    '路坏了没人修',
    '我们厂招不到人怎么办',
    '欠款要了三年没人理',
    '有没有人管管 变压器烧了',
    '还有个事 门口路坏了',
    '你好',
    '哈哈',
    '确认',
    '',
  ])('%j', (text) => {
    expect(readFollowUp(text)).toBeUndefined()
  })
})
