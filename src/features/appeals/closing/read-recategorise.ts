/** 0312 改为 拖欠账款, 0312 改紧急, 把0312的类别改成融资: what staff make of an appeal. Pure. */
import { z } from 'zod'
import {
  type Category,
  categories,
  categoryLabels,
  type Urgency,
  urgencies,
} from '../../../kernel/appeal-terms.ts'
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { OrderedNumber } from '../life/acting-on.ts'
import { stripCalls } from '../reading/calls.ts'
import { numberBeside } from '../staff/read-command.ts'

export const RecategoriseOrder = z.object({
  number: OrderedNumber.exactOptional(),
  category: z.enum(categories).exactOptional(),
  urgency: z.enum(urgencies).exactOptional(),
  /** What of the order nothing accounts for. */
  unread: z.array(z.string()),
})
export type RecategoriseOrder = z.infer<typeof RecategoriseOrder>

const numeral = '(?:编号|第|#)?\\s*(?:20\\d\\d\\s?[-—–]\\s?)?\\d{1,6}\\s*号?'
const verbs =
  '改成|改为|改到|改|调整为|调整成|调整|调成|调为|归到|归为|归类为|归类|划到|划为|算作?|升级?为|升级?到|升级?|提级?为|提级?到|提级|降级?为|降级?到|降级?|定为|应为|应该是|标为|标记为'
const filler =
  '(?:请|麻烦|帮我?|给我|把|将|先|就|应当?|这件|那件|诉求|的|类别|类型|分类|紧急程度|紧急度|等级|级别|[\\s,，:：])*'
const order = new RegExp(
  `^${filler}(?:${numeral}${filler}(?:(?:错了?|不对|有误|归错了?|分错了?)[\\s,，]*)?(?:${verbs}|属于|是)|(?:${verbs})${filler}${numeral})`,
)

/** Shorter names that offices use beside the list's own. */
const also: readonly (readonly [Category, RegExp])[] = [
  ['arrears', /欠款|欠账|清欠|拖欠/],
  ['financing', /融资|贷款|金融/],
  ['labour', /用工|招工|劳资/],
  ['utilities', /水电气?|供电|供水|供气/],
  ['policy-delivery', /政策兑现|奖补|兑现/],
  ['inspection', /涉企检查|执法检查/],
  ['logistics', /交通|物流|道路/],
  ['permits', /证照|审批|许可/],
  ['legal', /涉法|法律/],
  ['ip', /知识产权|商标|专利/],
]
const urgencyWords: readonly (readonly [Urgency, RegExp])[] = [
  ['critical', /特急|最急|特别紧急/],
  ['normal', /一般|普通|不紧急|不急|常规/],
  ['urgent', /紧急|加急|急件/],
]

export function readRecategorise(text: string): RecategoriseOrder | undefined {
  const said = toHalfWidth(stripCalls(text))
  if (said.length > 40 || /[?？]$|吗$/.test(said)) return undefined
  const head = order.exec(said)
  if (head === null) return undefined
  const number = numberBeside(head[0], `${verbs}|类别|的`)
  const wanted = kindWords(said.slice(head[0].length).replace(new RegExp(`^${filler}(?:${verbs})?`), ''))
  // 是融资的 names a kind and nothing else; 是 may begin anything.
  const isPlain = !/(?:是|属于)$/.test(head[0]) || wanted.unread.length === 0
  if (!isPlain) return undefined
  const saysWhat = /类别|类型|分类|紧急程度|紧急度/.test(said)
  if (wanted.category === undefined && wanted.urgency === undefined && !saysWhat) return undefined
  return { ...(number === undefined ? {} : { number }), ...wanted }
}

/** Category and urgency in some words, and what was neither. */
export function kindWords(text: string): Omit<RecategoriseOrder, 'number'> {
  let rest = text
  // What is taken off is half a name at worst, so the longest label goes first.
  const label = [...categories]
    .sort((a, b) => categoryLabels[b].length - categoryLabels[a].length)
    .find((one) => rest.includes(categoryLabels[one]))
  const found = label === undefined ? also.find(([, words]) => words.test(rest)) : undefined
  const category = label ?? found?.[0]
  if (label !== undefined) rest = rest.replace(categoryLabels[label], ' ')
  else if (found !== undefined) rest = rest.replace(found[1], ' ')
  const urgency = urgencyWords.find(([, words]) => words.test(rest))
  if (urgency !== undefined) rest = rest.replace(urgency[1], ' ')
  const unread = rest
    .replace(/类(?:别|型)?|级别?|处理|办理|问题|诉求|吧|了|的|和|并|且|改成|改为|改|[\s,，。;；:：、]+/g, ' ')
    .trim()
  return {
    unread: unread === '' ? [] : unread.split(/\s+/),
    ...(category === undefined ? {} : { category }),
    ...(urgency === undefined ? {} : { urgency: urgency[0] }),
  }
}
