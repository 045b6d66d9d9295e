/** What the speaker of an open matter says on, to nobody in particular, while others talk: it belongs to the matter or not. */
import { readPlainAnswer } from '../../../conversation/plain-answers.ts'
import { isChatter } from './chatter.ts'
import { readFollowUp } from './follow-ups.ts'
import { findPlace, findSince } from './place-and-time.ts'
import { proposeCategory } from './propose-category.ts'
import { proposeUrgency } from './propose-urgency.ts'
import { asksForAction } from './rule-question.ts'
import { askedFor } from './summary.ts'

/** 500万, 三十多个人, 下周二: figures are what a matter is made of. */
const figures =
  /\d|[一二两三四五六七八九十百千万半几]{1,4}(?:多)?(?:个|万|元|块|天|月|年|次|趟|家|人|台|辆|吨|亩|号)/
/** Who holds it up, what hurts. */
const said =
  /经理|主任|科长|局|所|支行|银行|合同|单子|材料|照片|证|工资|工人|厂|车间|设备|机器|客户|货|钱|款|电|水|气|路|拖|卡|推|催|等着|没人|不给|不让|不批|不放|不还|帮|急|求/

/** Of a bare yes or no nobody can tell to whom it was said; `text` has several lines at times. */
export function goesOnWithMatter(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.length > 0 && lines.every((line) => !isChatter(line)) && lines.some(tellsSomething)
}

function tellsSomething(line: string): boolean {
  // A bare number is an answer to something, and to whom nobody can tell.
  if (readPlainAnswer(line) !== undefined || /^[\s#＃]*\d{1,6}[\s。.]*$/u.test(line)) return false
  return (
    figures.test(line) ||
    said.test(line) ||
    askedFor.test(line) ||
    asksForAction(line) ||
    readFollowUp(line) !== undefined ||
    findPlace(line) !== undefined ||
    findSince(line) !== undefined ||
    proposeCategory(line).length > 0 ||
    proposeUrgency(line).urgency !== 'normal'
  )
}
