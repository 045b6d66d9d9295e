/** 批示: somebody in charge tells somebody to do something, by the words alone; who and what, the dialogue looks up. */
import { toHalfWidth } from '../../kernel/chinese-numbers.ts'
import { findAskedNumber } from '../../kernel/spoken-number.ts'

const OFFICE =
  '(?:局|办|委|厅|科|股|室|处|所|院|行|中心|公司|专班|书记|[县市区镇乡局部科处院所站队行校]长|主任|主席|常委|秘书长?|同志|他们|单位|部门|工商联|商会|你们|有关|[\\p{Script=Han}][局科处县市部](?!里))'
const TO = `[^，。,？?]{0,12}${OFFICE}`
const DO =
  '办|解决|处理|落实|牵头|研究|跟进|核实|回复|回我|报我|汇报|抓紧|尽快|过来|到场|说明|协调|督促|推进|对接|拿(?:个|出)?(?:意见|方案)|盯|关注|看看|了解|查(?:一下|清)?|问(?:一下|清)?'

/** With whom it is, said in the words: these name an office or a title. */
const NAMING: readonly RegExp[] = [
  new RegExp(
    `^(?:请|先|把.{1,12}|这(?:个|件|事).{0,6})?(?:转|批转|转给|批给|交给?|转交|呈|报|派给|分给|给|让给)(?:请)?${TO}(?:同志)?(?:阅|批|审|${DO}|$|[，,。\\s])`,
    'u',
  ),
  new RegExp(
    `(?:^|[，,。\\s])(?:请|让|叫|责成|要求|通知|安排|告诉|催|督促|协调|由)${TO}.{0,20}(?:${DO}|[阅批]|$)`,
    'u',
  ),
  // 转给金波办: somebody by name.
  new RegExp(
    `^(?:请|先|把.{1,12}|这(?:个|件|事).{0,6})?(?:批?转给?|批给|交给|转交)(?!我|你|他|她|企业|老板)\\p{Script=Han}{2,4}?(?:阅|批|审|${DO}|$|[，,。\\s])`,
    'u',
  ),
  new RegExp(`^${TO}[^，。,？?]{0,4}(?:牵头|抓紧|尽快|务必|马上|立即|限期)`, 'u'),
]

/** 金融办处理: nothing but who and what; said so only by somebody who gives orders. */
const TERSE = new RegExp(
  `^${TO}(?:来|去|负责)?(?:(?:处理|办理|办|落实|协调|跟进|核实|研究|解决|答复|拿意见|阅处|阅办|阅研)(?:一下|此事|这事|这件事?)?)(?:[，,。]|$)`,
  'u',
)

const TERM =
  '(?:(?:[一二两三四五六七八九十半\\d]+(?:个)?(?:工作日|天|日|小时|周)(?:之?内|以内)?)|(?:(?:今天|今晚|明天|明早|后天|本?周[一二三四五六日天]|下周[一二三四五六日天]?|月底|下班|\\d{1,2}月\\d{1,2}[日号]|\\d{1,2}[日号])(?:下班|中午|上午|下午)?(?:之?前|以前)?))'

/** What is to be done, and nobody named: whoever has it. */
const BARE: readonly RegExp[] = [
  new RegExp(
    `${TERM}[^？?吗]{0,6}(?:回我|报我|给我(?:回|报|个)|回话|回告|回复我?|反馈(?:给)?我|办结|办完|办好|解决|报结果|有个(?:说法|结果))`,
    'u',
  ),
  /^(?:请)?(?:挂牌)?(?:督办|限期|抓紧|尽快|务必|立即|马上)(?:抓紧|尽快)?(?:办|解决|处理|落实|督|协调|研究|核实|推进|跟进|回复|报我|[，,。\s]|$)/u,
  // 这三件都抓紧, 前两件尽快: of a list that was told.
  /^(?:这|那|前|头|以上|上面|所有|全部|每)(?:的|[一二两三四五六七八九十几些\d])*(?:件|个|条|项|单)[都全]{0,2}(?:要|得|给我)*(?:抓紧|尽快|督办|限期|马上|立即)/u,
  /^(?:同意|阅|已阅|请阅|照办)[，,。\s]*(?:请|转|按|由)/u,
  /(?:督办|催办)(?:它|一下|这件|这个|$|[。，,\s])/u,
]

/** A question is never one, nor is what somebody tells of others. */
const ASKS =
  /[？?]|(?:吗|么|没有|没|呢)\s*$|哪几|(?<![那这头前后上])几[件个]|多少|哪一?步|哪些|谁(?:在|办|包)|怎么样|怎样|咋样|办得|如何/u
/** 请列出…, 请按单位给出…: asked of us, where nobody is to report back. */
const SHOW_ME =
  /^(?:请|麻烦|劳驾)?(?:按[^，。]{1,10}?)?(?:给出|列出|列一下|显示|统计一下|对比一下|排一?[个下])(?!.*(?:[报回]我|[报回]给我|[之以点号日天]前))|^转(?:领导|[县市]长|书记)?(?:的)?语音/u
/** Somebody asks for help with their own matter: it is filed. */
const OWN = /我(?:们|司|公司|厂)?(?:的)?(?:厂|公司|企业|家|店)|能不能|帮(?:忙|我们?)|反映/u

/** The most that is read: a longer text is an account of something. */
const LONGEST = 200

export interface FoundInstruction {
  readonly words: string
  /** Whether an office or a title is named in it. */
  readonly names: boolean
  /** Told as an order only by the place of who says it. */
  readonly isTerse?: true
}

/** The words by which it is an instruction, or nothing. */
export function findInstruction(said: string, at: Date): FoundInstruction | undefined {
  const text = bare(said, at)
  if (text === '' || [...text].length > LONGEST) return undefined
  if (ASKS.test(text) || OWN.test(text) || SHOW_ME.test(text)) return undefined
  for (const sign of NAMING) {
    const found = sign.exec(text)
    if (found !== null) return { words: found[0], names: true }
  }
  const terse = TERSE.exec(text)
  if (terse !== null) return { words: terse[0], names: true, isTerse: true }
  for (const sign of BARE) {
    const found = sign.exec(text)
    if (found !== null) return { words: found[0], names: false }
  }
  return undefined
}

/** 天禾农机续贷的事, said before what is to be done about it. */
const SUBJECT =
  /^[^，。,？?请让由转]{2,20}?(?:的|那个|那|这个)?(?:事儿?|事情|问题|案子|单子|诉求|[那这](?:一|几|些)?[件个条]|那些|这些)(?=请|让|叫|由|转|交给|责成|通知|督办|抓紧|尽快|务必)/u

/** Without the call and the number in front, so that 0312 请金融办 and 请金融办 read alike. */
function bare(said: string, at: Date): string {
  const text = toHalfWidth(withoutCall(said))
  const number = findAskedNumber(text, at)?.words ?? numberBeside(text)?.words ?? ''
  return text
    .replace(number, ' ')
    .replace(
      /^\s*(?:把|将|关于|对)?\s*#?\s*(?:号|诉求|单子|这件事?|那件事?|这个事?|这事|的事|[,，。:：\s])+/u,
      '',
    )
    .replace(SUBJECT, '')
    .trim()
}

/** @娘家 in front is to whom it is said and no part of it; the rest is kept to the letter. */
export const withoutCall = (said: string): string =>
  said.replace(/^(?:\s*[@＠][^\s@＠]{1,24}[\s\u2005]+)+/u, '').trim()

/** 督办312, 312号督办: with the verb beside it a number needs no zeros. */
export function numberBeside(text: string): { readonly serial: number; readonly words: string } | undefined {
  const found =
    /(?:督办|催办|交办|转办)\s*#?(\d{3,6})(?!\d|[天日月年号万])/u.exec(text) ??
    /(?:^|[^\d])(\d{3,6})\s?号?\s*(?=请|督办|催办|交办|转(?:给|交)|交给|给|让|由)/u.exec(text)
  const serial = Number(found?.[1] ?? 0)
  return found === null || serial === 0 ? undefined : { serial, words: found[0] }
}
