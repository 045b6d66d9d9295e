/** 批示: a leader tells somebody to do something. It is recognised so that it is answered honestly, not filed. */

const OFFICE =
  '(?:局|办|委|厅|科|股|室|处|所|院|行|中心|公司|专班|书记|[县市区镇乡局]长|主任|主席|部长|秘书长?|同志|他们|单位|部门|工商联|商会|你们|有关)'
const TO = `[^，。,？?]{0,12}${OFFICE}`

const SIGNS: readonly RegExp[] = [
  new RegExp(
    `^(?:请|把.{1,12}|这(?:个|件).{0,6})?(?:转|批转|转给|批给|交给?|转交|呈|报)(?:请)?${TO}(?:阅|办|处理|阅处|阅办|研究|牵头|落实|解决|跟进|核实|$|[，,。])`,
    'u',
  ),
  new RegExp(
    `(?:^|[，,。\\s])(?:请|让|叫|责成|要求|通知|安排|告诉|催|督促|协调)${TO}.{0,20}(?:办|解决|处理|落实|牵头|研究|跟进|核实|回复|回我|报我|汇报|抓紧|尽快|过来|到场|说明)`,
    'u',
  ),
  /(?:[一二两三四五六七八九十\d]+(?:个)?(?:工作日|天|日|小时)(?:之?内)?|(?:今天|明天|后天|周[一二三四五六日]|下周|月底|下班)(?:之?前|以前)?)[^？?吗]{0,6}(?:回我|报我|给我(?:回|报|个)|回话|回告|反馈(?:给)?我|办结|办完|解决)/u,
  /^(?:请)?(?:督办|挂牌督办|限期|抓紧|尽快|务必|立即|马上)(?:办|解决|处理|落实|督|[，,。]|$)|^(?:同意|阅|已阅|请阅|照办)[，,。]?(?:请|转|按)|(?:督办|催办|催一下|催催)(?:它|一下|这件|这个|$|[。，,])/u,
]

/** The words of an instruction, or nothing. A question is never one. */
export function findInstruction(text: string): string | undefined {
  if (/[？?]|(?:吗|么|没有|没)\s*$|几件|多少|哪一?步/u.test(text)) return undefined
  for (const sign of SIGNS) {
    const found = sign.exec(text)
    if (found !== null) return found[0]
  }
  return undefined
}
