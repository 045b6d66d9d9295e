/** 暂停的理由: the closed list, how people say each, and the longest that each may last. */

export interface PauseReason {
  /** As it is shown, and kept in the history. */
  readonly label: string
  /** Working days after which it wakes by itself; with `asksInstead`, after which staff are asked whether it still holds. */
  readonly longestDays: number
  /** It ends when staff say so: no office can know how long a court takes. */
  readonly asksInstead?: true
  /** Only staff may say it; the others a unit may as well. */
  readonly byStaffOnly?: true
  readonly words: RegExp
}

/** In the order in which they are looked for: 企业要求等材料 is the company's wish, 等市里的材料 waits for material. */
export const pauseReasons = {
  legal: {
    label: '进入司法或仲裁程序',
    longestDays: 20,
    asksInstead: true,
    byStaffOnly: true,
    words: /法院|司法|诉讼|仲裁|立案|开庭|判决|裁决|打官司|起诉|审理|复议/,
  },
  asker: {
    label: '企业要求暂缓',
    longestDays: 15,
    words:
      /(?:企业|公司|厂里|老板|诉求人|对方|他们?|人家)(?:自己|那边|方面)?(?:要求|申请|提出|希望|想|说|主动)(?:先|再|要|过)?.{0,6}(?:暂?缓|等等|等一等|停|放一放|不急|考虑)|企业(?:要求|申请|提出)/,
  },
  material: {
    label: '等企业补材料',
    longestDays: 10,
    words:
      /补.{0,8}(?:材料|资料|手续|证件|证明|件|报告|表)|材料|资料|缺.{0,6}(?:证|件|表|手续|报告)|手续不全/,
  },
  superior: {
    label: '等上级批复',
    longestDays: 20,
    words:
      /上级|省里|省级|省厅|市里|市级|市局|批复|请示|报批|批示|政策(?:出台|明确|下来)|文件(?:下来|出台)|上会/,
  },
  negotiation: {
    label: '双方正在协商',
    longestDays: 10,
    words: /协商|谈判|商谈|正在谈|谈着|调解|磋商/,
  },
  site: {
    label: '现场条件不具备',
    longestDays: 10,
    words: /天气|下雨|雨季|汛|下雪|上冻|高温|检修|停产|现场条件|施工条件|不具备.{0,4}条件|春节|放假/,
  },
  otherUnit: {
    label: '等其他部门',
    longestDays: 10,
    words:
      /(?:其他|别的|兄弟|相关|另外|有关).{0,3}(?:部门|单位|科室)|会签|联审|等.{1,12}(?:局|办|委|中心|公司|银行|部门|单位|镇|街道)(?:那边|的)?.{0,8}(?:回复|答复|意见|反馈|结果|批|配合|出具|回话|$)/,
  },
} as const satisfies Readonly<Record<string, PauseReason>>

export type PauseReasonCode = keyof typeof pauseReasons
export const pauseReasonCodes = Object.keys(pauseReasons) as readonly PauseReasonCode[]

/** What a stored reason says; what was imported stands as it is. */
export const pauseReasonLabel = (reason: string): string =>
  Object.hasOwn(pauseReasons, reason) ? pauseReasons[reason as PauseReasonCode].label : reason

/** The rule of a reason, with what most do not say. */
export const ruleOf = (code: PauseReasonCode): PauseReason => pauseReasons[code]

/** The reason some words give: the label itself first, then the first of the list that fits. */
export function findPauseReason(text: string): PauseReasonCode | undefined {
  return (
    pauseReasonCodes.find((code) => text.includes(pauseReasons[code].label)) ??
    pauseReasonCodes.find((code) => pauseReasons[code].words.test(text))
  )
}
