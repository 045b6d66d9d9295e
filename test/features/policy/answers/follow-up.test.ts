import { describe, expect, it } from 'vitest'
import {
  leansOnBefore,
  saysItself,
  wholeQuestion,
} from '../../../../src/features/policy/answers/follow-up.ts'

const before = {
  question: '招用毕业生一次性就业补贴标准是多少',
  told: '《云岭县就业扶持补贴办法》第一条（云人社〔2026〕3号，2026年1月5日公布）\n原文：每招一人给予1500元。\n以文件原文为准。',
}

describe('words that lean on what was asked before', () => {
  it.each([
    '那个呢',
    '那要交多少',
    '第二条呢',
    '第三条第二款怎么说',
    '那材料呢？',
    '个体户呢',
    '这个补贴能领几次',
    '它什么时候到期',
    '还有别的条件吗',
    '那小规模的呢',
    '那么外地户口的可以吗',
    '要啥材料',
    '什么时候报',
    '报晚了咋办',
    '多久到账',
    '那要多久',
    '我这种小厂也行吗',
    '找谁办',
  ])('do: %s', (said) => expect(leansOnBefore(said)).toBe(true))

  it.each([
    '那他们又不来了',
    '那不行',
    '那就这样',
    '技改奖补的标准是多少',
    '《用水管理办法》第二条怎么说',
    '上面来检查了',
    '人呢',
    '怎么办',
    '在吗',
    '稳岗补贴要啥材料',
    '员工社保可以不交吗',
    '',
  ])('do not: %s', (said) => expect(leansOnBefore(said)).toBe(false))

  it('are looked for in the document that was cited, where they name nothing themselves', () => {
    const within = { title: '云岭县就业扶持补贴办法', asks: '要多久到账' }
    expect(wholeQuestion('那要多久到账', before).within).toEqual(within)
    expect(wholeQuestion('那外地户口呢', before).within).toBeUndefined()
    expect(wholeQuestion('那要多久', before).within?.asks).toBe('')
    const refused = {
      ...before,
      told: '没有查到能回答这个问题的条款。最接近的文件是《云岭县用水管理办法》。',
    }
    expect(wholeQuestion('多久到账', refused).within).toBeUndefined()
    const after = { ...refused, question: `我这种小厂也行吗（接着问：${before.question}）` }
    expect(wholeQuestion('多久到账', after).within?.title).toBe('云岭县用水管理办法')
  })

  it('may also stand by themselves', () => {
    expect(saysItself('要啥材料')).toBe(false)
    expect(saysItself('那技改补助的标准是多少')).toBe(true)
    expect(saysItself('那要交多少')).toBe(false)
    expect(saysItself('这个补贴能领几次')).toBe(false)
  })
})

describe('the whole question', () => {
  it('is about the article of the document that was cited', () => {
    expect(wholeQuestion('第二条呢', before).search).toBe('《云岭县就业扶持补贴办法》第二条')
    expect(wholeQuestion('第二款怎么说', before).search).toBe('《云岭县就业扶持补贴办法》第一条第二款')
  })

  it('keeps what it was about, and what is new weighs more', () => {
    const { search, question } = wholeQuestion('那材料呢', before)
    expect(search).toMatch(/就业补贴/u)
    expect(search.match(/材料/gu)).toHaveLength(2)
    expect(question).toBe('那材料呢（接着问：招用毕业生一次性就业补贴标准是多少）')
  })

  it('of a long talk says what it began with and what was named last', () => {
    const ask = (said: string, question: string) => wholeQuestion(said, { ...before, question }).question
    const second = ask('那高企呢', '研发费用最高补多少')
    expect(ask('报晚了咋办', ask('什么时候报', second))).toBe(
      '报晚了咋办（接着问：那高企呢；研发费用最高补多少）',
    )
  })

  it('is the one before where nothing new is named', () => {
    expect(wholeQuestion('那要交多少', before).search).toBe(`${before.question} 要交多少`)
  })
})
