import { describe, expect, it } from 'vitest'
import { readLinks } from '../../../../src/features/policy/validity/read-links.ts'

const linksIn = (text: string, title = '云岭县用工补贴办法') =>
  readLinks({ title, passages: [{ locator: '第九条', heading: '', text, position: 0 }] }).map(
    ({ quote: _quote, ...mention }) => mention,
  )

describe('what a document says about others', () => {
  it.each([
    [
      '本办法自2025年6月1日起施行。《云岭县稳岗办法》（云政办〔2023〕5号）同时废止。',
      [{ relation: 'repeals', title: '云岭县稳岗办法', number: '云政办〔2023〕5号' }],
    ],
    [
      '原《稳岗办法（试行）》（云人社〔2020〕12号）、《稳岗细则》同时废止。',
      [
        { relation: 'repeals', title: '稳岗办法（试行）', number: '云人社〔2020〕12号' },
        { relation: 'repeals', title: '稳岗细则' },
      ],
    ],
    [
      '以前规定与本办法不一致的，以本办法为准，原云政发〔2018〕9号、云政发〔2019〕2号文件同时废止。',
      [
        { relation: 'repeals', title: '云政发〔2018〕9号', number: '云政发〔2018〕9号' },
        { relation: 'repeals', title: '云政发〔2019〕2号', number: '云政发〔2019〕2号' },
      ],
    ],
    ['《稳岗办法》自2025年7月1日起废止。', [{ relation: 'repeals', title: '稳岗办法', from: '2025-07-01' }]],
    ['自本通知印发之日起，《稳岗办法》停止执行。', [{ relation: 'repeals', title: '稳岗办法' }]],
    [
      '决定废止以下文件：《稳岗办法》《稳岗细则》。',
      [
        { relation: 'repeals', title: '稳岗办法' },
        { relation: 'repeals', title: '稳岗细则' },
      ],
    ],
    ['本标准代替《园区考评标准》。', [{ relation: 'replaces', title: '园区考评标准' }]],
    ['现对《招商引资办法》作如下修改：', [{ relation: 'amends', title: '招商引资办法' }]],
    ['《招商引资办法》第五条同时废止。', [{ relation: 'amends', title: '招商引资办法' }]],
  ])('is read from %s', (text, mentions) => {
    expect(linksIn(text)).toEqual(mentions)
  })

  it.each([
    '根据《民法典》和《优化营商环境条例》，制定本办法。',
    '国家根据需要，依照法定程序及时修改、废止有关法律、法规。',
    '定期清理《规范性文件目录》，研究是否废止。',
    '违反《用工补贴办法》的，停止拨付补贴。',
    '《云岭县用工补贴办法》自2025年6月1日起施行。',
  ])('is not made up from %s', (text) => {
    expect(linksIn(text)).toEqual([])
  })

  it('is read from its title', () => {
    const title = '云岭县人民政府关于修改《招商引资办法》的决定'
    expect(readLinks({ title, passages: [] })).toEqual([
      { relation: 'amends', title: '招商引资办法', quote: title },
    ])
  })

  it('is never about itself', () => {
    expect(linksIn('《云岭县用工补贴办法》自2027年1月1日起废止。')).toEqual([])
  })
})
