import type { Rate } from '../asking/question.ts'
import type { Measured } from '../measures/measures.store.ts'
import { measureTexts, sizeOf } from './measure.texts.ts'

const AGAINST: Readonly<Record<Rate, string>> = {
  response: '没按时联系的',
  resolution: '没算解决的',
  satisfaction: '没评满意的',
  onTime: '没按时办结的',
  days: '',
}

export const rateTexts = {
  one: (of: Rate, when: string, value: Measured) =>
    sizeOf(value) === null
      ? `${when}${measureTexts.none(of)}。`
      : `${when}${measureTexts.name(of)} ${measureTexts.value(value)}。`,
  againstLabel: (of: Rate) => AGAINST[of],
  against: (of: Rate, n: number) => (n === 0 ? `没有${AGAINST[of]}。` : `上面是${AGAINST[of]}，共 ${n} 件。`),
  rest: (left: number) => `还有 ${left} 件没列，说“继续”看其余。`,
  /** The three are the lines; none of them is said twice. */
  three: (when: string) => `${when}的三率：`,
  threeLabel: () => '三率算到的',
  line: (of: Rate, value: Measured | undefined) =>
    `${measureTexts.name(of)} ${value === undefined ? '—' : measureTexts.value(value)}`,
  threeDefinitions: () => '响应看联系时限内联系了没有，解决和满意看这段时间办结的企业怎么说，n 在括号里',
}
