/** 多少, 几天, 什么时候, 找谁: what the words that answer such a question look like. */

const WHEN = /(?:什么|啥)时候|何时|哪一?[年天月日]|几[月号]|(?:日期|时间)是/u
const DATE =
  /\d{1,4}\s*[年月日号]|[〇零一二三四五六七八九十]{1,4}[年月日]|世纪|年代|之日起|届满|(?:前|后)[，。；]/u
const ASKS = /多少|几|多[大久长高]|最[长高低多少迟晚]/u
const ASKS_UNIT =
  /(?:多少|几)\s*(分钟|小时|平方米|工作日|公里|[个家名元人天年月日倍成次项条件户亩台吨场期种辆座间栋头只份笔批所处位岁斤度块回趟])/u
const NUMBER = '(?:[\\d,.]+|[一二两三四五六七八九十百千]+)[多余]?[万亿]?[余多]?'
/** 第十五条 is a place, and no figure. */
const NO_PLACE = '(?<!第[〇零一二两三四五六七八九十百千\\d]*)'
const FIGURE = new RegExp(`${NO_PLACE}${NUMBER}[\\p{Script=Han}%]|百分之`, 'u')
const WHO =
  /(?:找|问|归|由|跟|和|向|是)谁|谁(?:来|去)?(?:管|负责|批|审|办|定|说了算|出钱|给)|(?:哪个|哪些|哪家|什么)(?:部门|单位|机关|机构|局)/u
const BODY = /部门|机关|机构|政府|法院|委员会|主管|单位|[局厅]|本人|负责/u

const SPAN = /多久|多长时间/u
const SPAN_UNITS = '(?:天|日|工作日|小时|个?月|年)'
const TIME_UNIT = /^(?:分钟|小时|工作日|天|日)$/u
const PHONE = /电话|手机号?|热线|联系方式|号码是/u
const PHONE_NUMBER = /\d{3,4}[-－—]\d{7,8}|1\d{10}|(?<!\d)\d{5,8}(?!\d|年|元|万)/u
const MONEY =
  /多少钱|几块钱|[补奖赔罚返贴](?:贴|助|励|偿|款|还)?(?:能|可以|给|的?是)?多少(?![个家人天年项次])|(?:学费|会费|费用|收费|价格|房租|租金|押金|罚款|工资|保费)(?:是|要|交|缴|收)?(?:多少|几)/u

const WHETHER =
  /[能会要]不[能会要]|可不可以|能否|可否|是否|(?:能|可以|要|用|得|算|该)[^，。？！]{1,30}[吗么][？?。\s]*$/u
/** How rules say yes and no. */
const RULED = /可以|不得|应当|不予|禁止|有权|必须|视为|无效|有效|不能|无需|免/u

export type Shape = {
  looks: RegExp
  /** Nothing else answers: an amount, a telephone number, so many days. A date or a body may be said in many ways. */
  isStrict: boolean
}

/** How the answer to the question looks, or undefined where anything may answer it. */
export function answerShape(question: string): Shape | undefined {
  if (MONEY.test(question))
    return {
      looks: new RegExp(`${NUMBER}(?:元|块)|百分之|%|[倍免]|一半|全额|[一二三四五六七八九]成`, 'u'),
      isStrict: true,
    }
  if (PHONE.test(question)) return { looks: PHONE_NUMBER, isStrict: true }
  if (WHO.test(question)) return { looks: BODY, isStrict: false }
  const unit = ASKS_UNIT.exec(question)?.[1]
  // 几个 asks for a number of anything; people count days, rules write 日.
  if (unit !== undefined && unit !== '个') {
    const units = /[天日]|工作日/u.test(unit) ? SPAN_UNITS : unit
    return { looks: new RegExp(`${NUMBER}个?${units}`, 'u'), isStrict: TIME_UNIT.test(unit) }
  }
  if (SPAN.test(question)) return { looks: new RegExp(`${NUMBER}个?${SPAN_UNITS}`, 'u'), isStrict: false }
  if (WHEN.test(question)) return { looks: DATE, isStrict: false }
  if (ASKS.test(question)) return { looks: FIGURE, isStrict: false }
  return WHETHER.test(question) ? { looks: RULED, isStrict: false } : undefined
}
