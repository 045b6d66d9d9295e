/** J-0001 已办 银行周三放款, 不归我, 可以, 再问问: what is said back to a task or to its report. Pure. */
import { toHalfWidth } from '../../kernel/chinese-numbers.ts'
import { withoutCall } from './instruction-words.ts'
import { withoutTaskNumber } from './task.ts'

export const replyVerbs = [
  'receive',
  'report',
  'decline',
  'close',
  'return',
  'cancel',
  'nudge',
  'show',
] as const
export type ReplyVerb = (typeof replyVerbs)[number]

export interface Reply {
  readonly verb: ReplyVerb
  /** What was said beside the verb. */
  readonly words: string
}

const END = '(?:[了啦的吧哈。.！!~～,，\\s]|$)'
const whole = (words: string) =>
  new RegExp(`^(?:好的?|嗯|行|是)?[,，\\s]*(?:${words})[了啦的吧哈呢。.！!~～\\s]*$`, 'u')

const ONE_RECEIVED =
  '(?:(?:已)?收到|收悉|知道|明白|已阅|阅|已知悉|知悉|遵照(?:执行|办理)?|马上(?:办|落实|去办)|我来办|这就办|照办|立即(?:办|落实)|抓紧(?:办|落实))'
const RECEIVED = `${ONE_RECEIVED}(?:[,，\\s]*${ONE_RECEIVED})*`

/** The first that fits is meant. Those that stand alone are all that was said. */
const RULES: readonly (readonly [ReplyVerb, RegExp])[] = [
  ['nudge', whole('(?:再)?(?:帮我)?(?:催|问)(?:一?下|催|问)(?:他们?|进度|看)?|催|催办')],
  [
    'cancel',
    /^(?:这件?|这事)?(?:不用|不必|不需要|先不|别)(?:再)?(?:办|管|做|弄)(?:了)?|^(?:取消|作废|撤销|撤回)(?:这件?|交办|任务|了|[。,，\s]|$)/u,
  ],
  [
    'decline',
    /^(?:这(?:个|件)?(?:事)?)?(?:不归|不是|不属|不该|不由|不在|非)(?:于)?(?:我|我们|俺|咱|本|归我)|^无关|^与我(?:们)?无关|^(?:和|跟)我(?:们)?(?:没|无)关|^(?:我(?:们)?)?(?:管不了|办不了|没(?:有)?(?:这个)?(?:权限|职责))|^拒[收绝]/u,
  ],
  [
    'return',
    /^(?:退回|打回|返回|退)(?:再办|重办|去|[,，。:：\s]|$)|^(?:再|重新|继续|接着)(?:办|问|查|跟|盯|协调|核实|研究|催|想|报|推进|落实)|^还(?:要|得|不行|没)|^(?:不行|不可以|没办好|没解决)/u,
  ],
  ['receive', whole(RECEIVED)],
  [
    'close',
    whole(
      '(?:可以|同意|行|好|没问题|满意|通过)(?:[,，\\s]*(?:办结|结了|销号|归档|结案))?|办结|结案|销号|归档|办得(?:好|不错|可以)',
    ),
  ],
  [
    'report',
    new RegExp(
      `^(?:已经?|都|刚)?(?:办好|办完|办妥|办结|办|完成|落实|解决|搞定|处理(?:完|好)?|协调(?:好|完)|联系(?:上|好)?|核实(?:完|清楚)?|回复)(?:了|完毕|${END})|^(?:已|已经|刚刚?|都)(?:[\\p{Script=Han}])|^(?:回复|回告|报告|汇报|结果|进展|情况)[:：,，\\s]`,
      'u',
    ),
  ],
  [
    'show',
    /^(?:看看?|查(?:一?下)?)?$|^(?:看看?|查(?:一?下)?)?(?:这件)?(?:办|处理|进展|现在)?(?:得|的)?(?:怎么样|怎样|咋样|如何|到哪一?步|怎么了|咋了|啥情况|什么情况|进度|进展|情况)/u,
  ],
]

const REPORT_HEAD =
  /^(?:已经?|都|刚)?(?:办好|办完|办妥|办结|完成|搞定|办)(?:了|完毕)?[:：,，。.\s]*|^(?:回复|回告|报告|汇报|结果|进展|情况)(?:如下)?[:：,，\s]+/u
const DECLINE_HEAD = /^[^，,。:：\s]{1,14}[，,。:：\s]+/u

/** What is said to a task whose number is named in it or known otherwise; nothing where it is something else. */
export function readReply(said: string): Reply | undefined {
  const text = toHalfWidth(withoutTaskNumber(withoutCall(said)))
    .replace(/^(?:这件|那件|任务|交办|看|[,，。:：\s])+(?=\S)/u, (head) => (/看/u.test(head) ? '看' : ''))
    .trim()
  const verb = RULES.find(([, sign]) => sign.test(text))?.[0]
  if (verb === undefined) return undefined
  return { verb, words: asSaid(wordsOf(verb, text), said) }
}

/** The words as they were typed: they are quoted to the letter, and reading made their signs half width. */
function asSaid(words: string, said: string): string {
  const from = words === '' ? -1 : toHalfWidth(said).lastIndexOf(words)
  return from < 0 ? words : said.slice(from, from + words.length)
}

function wordsOf(verb: ReplyVerb, text: string): string {
  switch (verb) {
    case 'report': {
      const rest = text.replace(REPORT_HEAD, '').trim()
      return /^[了啦的吧哈。.！!~～,，\s]*$/u.test(rest) ? '' : rest
    }
    case 'decline':
      return /[，,。:：\s]/u.test(text.replace(/[。.\s]+$/u, ''))
        ? text
            .replace(DECLINE_HEAD, '')
            .replace(/^理由[:：,，\s]*/u, '')
            .trim() || text
        : ''
    case 'return':
      return text.replace(/^(?:退回|打回|返回|退)(?:再办|重办|去)?[,，。:：\s]*/u, '').trim()
    case 'cancel':
      return text
    default:
      return ''
  }
}
