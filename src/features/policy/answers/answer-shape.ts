/** 多少, 几天, 什么时候: what answers such a question has a figure in it. */

const ASKS = /多少|几|多[大久长高]|最[长高低多少迟晚]|哪年|(?:什么|啥)时候|何时/u
const ASKS_UNIT = /(?:多少|几)\s*(分钟|小时|平方米|工作日|公里|[个家名元人天年月日倍成次项条件户亩台吨场期])/u
const NUMBER = '(?:[\\d,.]+|[一二两三四五六七八九十百千]+)[多余]?[万亿]?[余多]?'
const FIGURE = new RegExp(`${NUMBER}[\\p{Script=Han}%]|百分之`, 'u')

/** What the answer's figure looks like (几分钟: a number of 分钟), or undefined where none is asked for. */
export function askedFigure(question: string): RegExp | undefined {
  if (!ASKS.test(question)) return undefined
  if (/多少钱|几块钱/u.test(question)) return new RegExp(`${NUMBER}元|百分之|%`, 'u')
  const unit = ASKS_UNIT.exec(question)?.[1]
  // 几个 asks for a number of anything; people count days, rules write 日.
  if (unit === undefined || unit === '个') return FIGURE
  return new RegExp(`${NUMBER}个?${unit === '天' ? '(?:天|日|工作日)' : unit}`, 'u')
}
