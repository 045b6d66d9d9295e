import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { answerFrom } from '../../../../src/features/policy/answers/answer-from.ts'
import { readDocument } from '../../../../src/features/policy/reading/read-document.ts'
import { createPassageIndex } from '../../../../src/features/policy/search/passage-index.ts'

const text = readFileSync(new URL('./fixtures/newspaper-page.txt', import.meta.url), 'utf8')
const page = readDocument({ name: 'page.txt', text, format: 'text' })
const squeezed = (words: string) => words.replace(/\s+/g, '')
const headingOf = (words: string) => page.passages.find((passage) => passage.text.includes(words))?.heading

describe('a newspaper page', () => {
  it('joins lines that break in the middle of a sentence, across columns too', () => {
    expect(page.passages.map((passage) => passage.text).join('\n')).toContain(
      '受理企业事项316件，办结298件，平均用时由9天缩短到4天。',
    )
  })

  it('closes up letter-spaced lines and headings', () => {
    expect(headingOf('26名县级干部')).toContain('走访到厂门口')
    expect(headingOf('青禾农机有限公司的负责人')).toBeDefined()
  })

  it('gives every passage the headline of its own article, which here follows the text', () => {
    expect(headingOf('12名联络员')).toBe('清源县工商联（总商会） 服务专窗开到企业身边')
    expect(headingOf('招聘会')).toBe('清源县工商联（总商会） 服务专窗开到企业身边·走访到厂门口')
    expect(headingOf('4.6万亩')).toBe('县水利局 灌区改造通水 四万多亩农田受益')
    expect(headingOf('600万立方米')).toBe('县水利局 灌区改造通水 四万多亩农田受益')
    expect(headingOf('80名儿童')).toBe('')
  })

  it('gives headlines that stand above their text to that text', () => {
    const above = readDocument({ name: 'above.txt', text: headlinesAbove(), format: 'text' })
    const heading = (words: string) => above.passages.find((passage) => passage.text.includes(words))?.heading
    expect(heading('节水')).toBe('灌区改造通水 农田受益')
    expect(heading('招聘会')).toBe('企业招工忙 招聘会进园区')
  })

  it('loses no character and keeps the order within a passage', () => {
    const source = squeezed(text)
    for (const passage of page.passages)
      for (const line of passage.text.split('\n')) expect(source).toContain(squeezed(line))
    const headings = [...new Set(page.passages.flatMap(({ heading }) => heading.split('·')))]
    const read = squeezed([...page.passages.map((passage) => passage.text), ...headings].join(''))
    expect([...read].sort().join('')).toBe([...source].sort().join(''))
  })

  it.each([
    ['灌区改造总投资多少', '总投资1.2亿元'],
    ['清源县工商联办结企业事项多少件', '办结298件'],
    ['招聘会多少人达成意向', '540人达成意向'],
    ['走访企业落实贷款多少钱', '落实贷款2400万元'],
  ])('answers %s with the right sentence', (question, figure) => {
    const index = createPassageIndex()
    index.add(page)
    const answer = answerFrom(question, index.search(question, { top: 5 }), { asOf: '2026-03-02' })
    expect(answer).toMatchObject({
      kind: 'answered',
      citations: [{ quote: expect.stringContaining(figure) }],
    })
  })
})

function headlinesAbove(): string {
  return `灌区改造通水
农田受益

本报讯（记者 赵可欣）顶山灌区改
造工程全线通水，七个乡镇的农田受益，
改造后的灌区每年可节水六百万立方
米，群众用水更方便，水费也更少。县
水利局说，下一步还要修好支渠，让水
流到每一块地头，不让一户掉队。

企业招工忙
招聘会进园区

本报讯（记者 林晓川）县人社局把
招聘会开进园区，二十家企业招工，共
有三百人达成意向。园区负责人说，企
业招工难的问题有所缓解，今后招聘
会每月办一次，企业可以提前报名，
岗位信息在大厅滚动播放。
`
}
